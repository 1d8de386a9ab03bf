/* ff-upcoming.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of many dates a facilitator is about to need.
 */

#include "ff-config.h"

#include "ff-upcoming.h"

/* Check-ins are written before going home, or at home the same evening. */
#define JUST_ENDED_HOURS 6

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  g_autoptr (GDateTime) local_a = g_date_time_to_local (a);
  g_autoptr (GDateTime) local_b = g_date_time_to_local (b);

  return g_date_time_get_year (local_a) == g_date_time_get_year (local_b)
         && g_date_time_get_day_of_year (local_a) == g_date_time_get_day_of_year (local_b);
}

/**
 * ff_upcoming_find_next:
 * @dates: (element-type FfOccurrence): dates by start
 * @now: what time it is
 *
 * Gives the first date that has not ended, so that a meeting stays while it goes on. One that is
 * cancelled counts only on its day, when people may still turn up, and only where nothing else is
 * on that day.
 *
 * Returns: (transfer full) (nullable): the next date
 */
FfOccurrence *
ff_upcoming_find_next (GListModel *dates, GDateTime *now)
{
  g_autoptr (FfOccurrence) cancelled = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (dates), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (dates); i++)
    {
      g_autoptr (FfOccurrence) occurrence = g_list_model_get_item (dates, i);
      gboolean today = is_same_day (ff_occurrence_get_start (occurrence), now);

      if (g_date_time_compare (ff_occurrence_get_end (occurrence), now) <= 0)
        continue;
      if (cancelled != NULL && !today)
        break;
      if (!ff_occurrence_get_cancelled (occurrence))
        return g_steal_pointer (&occurrence);
      if (cancelled == NULL && today)
        cancelled = g_steal_pointer (&occurrence);
    }
  return g_steal_pointer (&cancelled);
}

/**
 * ff_upcoming_list_just_ended:
 * @dates: (element-type FfOccurrence): dates by start
 * @now: what time it is
 * @limit: how many to give at most
 *
 * Gives the dates that ended within the last six hours and took place, latest first.
 *
 * Returns: (element-type FfOccurrence) (transfer full): those whose check-ins may still be to write
 */
GPtrArray *
ff_upcoming_list_just_ended (GListModel *dates, GDateTime *now, guint limit)
{
  GPtrArray *ended = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (dates), ended);
  g_return_val_if_fail (now != NULL, ended);

  for (guint i = g_list_model_get_n_items (dates); i > 0 && ended->len < limit; i--)
    {
      g_autoptr (FfOccurrence) occurrence = g_list_model_get_item (dates, i - 1);
      gint64 since = g_date_time_difference (now, ff_occurrence_get_end (occurrence));

      if (since >= 0 && since < JUST_ENDED_HOURS * G_TIME_SPAN_HOUR
          && !ff_occurrence_get_cancelled (occurrence))
        g_ptr_array_add (ended, g_steal_pointer (&occurrence));
    }
  return ended;
}

/**
 * ff_upcoming_is_ahead:
 * @occurrence: a date
 * @next: (nullable): the date that is shown large
 * @now: what time it is
 *
 * Returns: whether @occurrence belongs into the list of what comes: it has not ended and is not @next
 */
gboolean
ff_upcoming_is_ahead (FfOccurrence *occurrence, FfOccurrence *next, GDateTime *now)
{
  return g_date_time_compare (ff_occurrence_get_end (occurrence), now) > 0
         && (next == NULL || ff_occurrence_compare (occurrence, next) != 0);
}
