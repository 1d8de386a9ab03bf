/* ff-reminder.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of which dates people are reminded, and when.
 */

#include "ff-reminder.h"

#include <string.h>

/**
 * ff_reminder_free:
 * @reminder: (transfer full) (nullable): a reminder
 */
void
ff_reminder_free (FfReminder *reminder)
{
  if (reminder == NULL)
    return;

  g_clear_object (&reminder->occurrence);
  g_clear_pointer (&reminder->title, g_free);
  g_free (reminder);
}

/* Not of a date that is not held, nor of a group that is made up to look around. */
static gboolean
is_wanted (FfSchedule *schedule, FfOccurrence *occurrence)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  FfGroup *group = ff_schedule_find_group (schedule, ff_meeting_get_group (meeting));

  return !ff_occurrence_get_cancelled (occurrence)
         && (group == NULL || !ff_group_get_sample (group));
}

/**
 * ff_reminder_plan:
 * @schedule: all meetings
 * @from: the earliest start
 * @until: the start before which it ends
 * @cancellable: (nullable): to give up
 *
 * Takes its time with many meetings: call it on a thread.
 *
 * Returns: (element-type FfReminder) (transfer full): the dates that are held, soonest first; %NULL only where
 *   @cancellable was cancelled
 */
GPtrArray *
ff_reminder_plan (FfSchedule *schedule,
                  GDateTime *from,
                  GDateTime *until,
                  GCancellable *cancellable)
{
  g_autoptr (GPtrArray) occurrences = NULL;
  GPtrArray *plan;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  occurrences = ff_schedule_list_occurrences (schedule, from, until, NULL, cancellable);
  if (occurrences == NULL)
    return NULL;

  plan = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_reminder_free);
  for (guint i = 0; i < occurrences->len; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      FfReminder *reminder;

      if (!is_wanted (schedule, occurrence))
        continue;
      reminder = g_new0 (FfReminder, 1);
      reminder->occurrence = g_object_ref (occurrence);
      reminder->title
          = g_strdup (ff_schedule_get_title (schedule, ff_occurrence_get_meeting (occurrence)));
      g_ptr_array_add (plan, reminder);
    }
  return plan;
}

/**
 * ff_reminder_list_due:
 * @plan: (element-type FfReminder): from ff_reminder_plan()
 * @now: the time
 * @minutes: how long before the start people want to know
 * @shown: the keys of what they have been reminded of
 *
 * Nobody is reminded of what has begun: after a computer slept over it, that would only be late.
 *
 * Returns: (element-type FfReminder) (transfer container): those that it is time for, soonest first
 */
GPtrArray *
ff_reminder_list_due (GPtrArray *plan, GDateTime *now, int minutes, const char *const *shown)
{
  g_autoptr (GDateTime) last = NULL;
  GPtrArray *due;

  g_return_val_if_fail (plan != NULL && now != NULL && shown != NULL, NULL);

  last = g_date_time_add_minutes (now, minutes);
  due = g_ptr_array_new ();
  for (guint i = 0; i < plan->len; i++)
    {
      FfReminder *reminder = g_ptr_array_index (plan, i);
      GDateTime *start = ff_occurrence_get_start (reminder->occurrence);
      g_autofree char *key = NULL;

      if (g_date_time_compare (start, now) <= 0)
        continue;
      if (g_date_time_compare (start, last) > 0)
        break;
      key = ff_reminder_get_key (reminder);
      if (!g_strv_contains (shown, key))
        g_ptr_array_add (due, reminder);
    }
  return due;
}

/**
 * ff_reminder_get_key:
 * @reminder: a reminder
 *
 * A date that is moved to another time is worth another reminder, so that time is in the key.
 *
 * Returns: (transfer full): what it is known by
 */
char *
ff_reminder_get_key (FfReminder *reminder)
{
  g_autofree char *rule_time = NULL;

  g_return_val_if_fail (reminder != NULL, NULL);

  rule_time = ff_wall_time_to_string (ff_occurrence_get_rule_time (reminder->occurrence));
  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT,
                          ff_meeting_get_uid (ff_occurrence_get_meeting (reminder->occurrence)),
                          rule_time,
                          g_date_time_to_unix (ff_occurrence_get_start (reminder->occurrence)));
}

/**
 * ff_reminder_keep:
 * @shown: keys
 * @now: the time
 *
 * Returns: (transfer full): the keys of what has not begun; the others need not be remembered
 */
GStrv
ff_reminder_keep (const char *const *shown, GDateTime *now)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  g_return_val_if_fail (shown != NULL && now != NULL, NULL);

  for (gsize i = 0; shown[i] != NULL; i++)
    {
      const char *start = strrchr (shown[i], ' ');

      if (start != NULL && g_ascii_strtoll (start, NULL, 10) > g_date_time_to_unix (now))
        g_strv_builder_add (kept, shown[i]);
    }
  return g_strv_builder_end (kept);
}
