/* ff-month-days.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the six weeks of a month have room to say: how many meetings each day has, and the first of them.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-month-days.h"
#include "ff-week-spans.h"
#include "ff-week-words.h"

typedef struct
{
  FfOccurrence *occurrence;
  FfWallTime start;
} Date;

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const Date *first = a;
  const Date *second = b;
  int order = ff_wall_time_compare (&first->start, &second->start);

  return order != 0 ? order : ff_occurrence_compare (first->occurrence, second->occurrence);
}

/* By what the clock shows, which is another order than by instant where zones differ. */
static GArray *
sort_dates (GPtrArray *occurrences, GTimeZone *zone)
{
  GArray *dates = g_array_sized_new (FALSE, FALSE, sizeof (Date), occurrences->len);

  for (guint i = 0; i < occurrences->len; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      Date date = { occurrence, ff_week_spans_find_start (occurrence, zone) };

      g_array_append_val (dates, date);
    }
  g_array_sort (dates, compare_dates);
  return dates;
}

static void
clear_line (gpointer data)
{
  FfMonthLine *line = data;

  g_clear_object (&line->occurrence);
  g_clear_pointer (&line->text, g_free);
}

static char *
describe (FfSchedule *schedule, FfOccurrence *occurrence, GTimeZone *zone)
{
  const char *title = ff_schedule_get_title (schedule, ff_occurrence_get_meeting (occurrence));
  FfWallTime start = ff_week_spans_find_start (occurrence, zone);
  g_autofree char *time = ff_week_words_hour (start.hour * 60u + start.minute);

  if (ff_occurrence_get_standing (occurrence) == FF_STANDING_UNDECIDED)
    /* Translators: a meeting of which it is not known yet whether it is held, like “19:00 Harbour Group?” */
    return g_strdup_printf (C_ ("line of a month, undecided", "%1$s %2$s?"), time, title);
  /* Translators: a meeting in a month, like “19:00 Harbour Group” */
  return g_strdup_printf (C_ ("line of a month", "%1$s %2$s"), time, title);
}

/**
 * ff_month_days_find:
 * @schedule: where the meetings' titles are
 * @occurrences: (element-type FfOccurrence): dates, in any order, some of them on other days
 * @first: the first day shown
 * @zone: (nullable): the zone that times are shown in, each meeting's own if %NULL
 *
 * Returns: (transfer full): what the days say
 */
FfMonthDays *
ff_month_days_find (FfSchedule *schedule,
                    GPtrArray *occurrences,
                    const FfWallTime *first,
                    GTimeZone *zone)
{
  FfMonthDays *self;
  g_autoptr (GArray) dates = NULL;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule) && occurrences != NULL && first != NULL, NULL);

  self = g_atomic_rc_box_new0 (FfMonthDays);
  for (guint i = 0; i < FF_DAYS_A_MONTH; i++)
    {
      self->days[i].lines = g_array_new (FALSE, FALSE, sizeof (FfMonthLine));
      g_array_set_clear_func (self->days[i].lines, clear_line);
    }
  dates = sort_dates (occurrences, zone);
  for (guint i = 0; i < dates->len; i++)
    {
      const Date *date = &g_array_index (dates, Date, i);
      int number = ff_week_count_days (first, &date->start);
      FfMonthDay *day;

      if (number < 0 || number >= FF_DAYS_A_MONTH)
        continue;
      day = &self->days[number];
      if (day->count++ < FF_MONTH_LINES)
        {
          FfMonthLine line
              = { g_object_ref (date->occurrence), describe (schedule, date->occurrence, zone) };

          g_array_append_val (day->lines, line);
        }
    }
  return self;
}

/**
 * ff_month_days_ref:
 * @self: what the days say
 *
 * Returns: (transfer full): it
 */
FfMonthDays *
ff_month_days_ref (FfMonthDays *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_days (gpointer data)
{
  FfMonthDays *self = data;

  for (guint i = 0; i < FF_DAYS_A_MONTH; i++)
    g_array_unref (self->days[i].lines);
}

/**
 * ff_month_days_unref:
 * @self: (transfer full): what the days say
 */
void
ff_month_days_unref (FfMonthDays *self)
{
  g_atomic_rc_box_release_full (self, clear_days);
}

/**
 * ff_month_days_pick:
 * @occurrences: (element-type FfOccurrence): dates, in any order, some of them on other days
 * @day: a day
 * @zone: (nullable): the zone that times are shown in, each meeting's own if %NULL
 *
 * Returns: (transfer full) (element-type FfOccurrence): those on @day, by time
 */
GPtrArray *
ff_month_days_pick (GPtrArray *occurrences, const FfWallTime *day, GTimeZone *zone)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) dates = sort_dates (occurrences, zone);

  for (guint i = 0; i < dates->len; i++)
    {
      const Date *date = &g_array_index (dates, Date, i);

      if (ff_week_count_days (day, &date->start) == 0)
        g_ptr_array_add (picked, g_object_ref (date->occurrence));
    }
  return picked;
}
