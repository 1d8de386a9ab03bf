/* ff-meeting-dates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a meeting in a stretch of time, with what is different on some of them.
 */

#include <string.h>

#include "ff-occurrence.h"
#include "ff-recurrence.h"

/* Every day for 27 years; what is looked at is weeks. */
#define MOST_OCCURRENCES 10000

/* A skipped hour moves forward by less than that; Samoa once skipped a whole day. */
#define SLACK_DAYS 2

static FfWallTime
to_wall_time (GDateTime *instant, GTimeZone *zone, int slack)
{
  const FfWallTime earliest = { 1900, 1, 1, 0, 0 };
  const FfWallTime latest = { 2200, 12, 31, 23, 59 };
  g_autoptr (GDateTime) local = g_date_time_to_timezone (instant, zone);
  FfWallTime time = ff_wall_time_from_date_time (local);

  if (time.year < earliest.year)
    return earliest;
  if (time.year > latest.year)
    return latest;

  return ff_wall_time_add_days (&time, slack);
}

static FfOverride *
find_override (FfMeeting *meeting, GPtrArray *overrides, const FfWallTime *rule_time)
{
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);

      if (ff_wall_time_compare (ff_override_get_rule_time (override), rule_time) == 0
          && g_str_equal (ff_override_get_meeting (override), ff_meeting_get_uid (meeting)))
        return override;
    }

  return NULL;
}

static gboolean
starts_in (FfOccurrence *occurrence, GDateTime *from, GDateTime *until)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);

  return g_date_time_compare (start, from) >= 0 && g_date_time_compare (start, until) < 0;
}

/* Adds it where it starts in the stretch. */
static gboolean
add_occurrence (GPtrArray *occurrences,
                FfMeeting *meeting,
                const FfWallTime *rule_time,
                FfOverride *override,
                FfHolidays *holidays,
                GDateTime *from,
                GDateTime *until,
                GError **error)
{
  g_autoptr (FfOccurrence) occurrence
      = ff_occurrence_new (meeting, rule_time, override, holidays, error);

  if (occurrence == NULL)
    return FALSE;

  if (starts_in (occurrence, from, until))
    g_ptr_array_add (occurrences, g_steal_pointer (&occurrence));
  return TRUE;
}

/* Whether the meeting's rule still gives that date. */
static gboolean
gives (FfMeeting *meeting, GTimeZone *zone, const FfWallTime *time)
{
  const FfWallTime next_day = ff_wall_time_add_days (time, 1);
  g_autoptr (GArray) times
      = ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting),
                                      zone, time, &next_day, 1, NULL);

  return times != NULL && times->len == 1
         && ff_wall_time_compare (&g_array_index (times, FfWallTime, 0), time) == 0;
}

/* Dates that the rule gives outside [@first, @last), and which were moved. */
static gboolean
add_moved_in (GPtrArray *occurrences,
              FfMeeting *meeting,
              GPtrArray *overrides,
              FfHolidays *holidays,
              GTimeZone *zone,
              const FfWallTime *first,
              const FfWallTime *last,
              GDateTime *from,
              GDateTime *until,
              GError **error)
{
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);
      const FfWallTime *rule_time = ff_override_get_rule_time (override);
      const FfWallTime *moved = ff_override_get_start (override);

      if (moved == NULL || ff_wall_time_compare (moved, first) < 0
          || ff_wall_time_compare (moved, last) >= 0
          || (ff_wall_time_compare (rule_time, first) >= 0
              && ff_wall_time_compare (rule_time, last) < 0)
          || !g_str_equal (ff_override_get_meeting (override), ff_meeting_get_uid (meeting))
          || !gives (meeting, zone, rule_time))
        continue;

      if (!add_occurrence (occurrences, meeting, rule_time, override, holidays, from, until, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  return ff_occurrence_compare (*(FfOccurrence *const *) a, *(FfOccurrence *const *) b);
}

/**
 * ff_meeting_list_occurrences:
 * @meeting: the series
 * @overrides: (element-type FfOverride) (nullable): what is different on some dates; those of other
 *   meetings among them are passed over
 * @holidays: (nullable): the holidays that its group keeps
 * @from: the earliest start wanted
 * @until: the start before which it ends
 * @error: %FF_MODEL_ERROR_ZONE, %FF_MODEL_ERROR_RULE or %FF_MODEL_ERROR_TIME
 *
 * A date that was moved is where it now is, so it can come into the stretch from outside, or leave it. A
 * cancelled or paused one is included. One by appointment has no dates. What is different on a date that the rule no longer gives is passed over.
 * At most 10,000 dates are given, the earliest by the rule.
 *
 * Returns: (element-type FfOccurrence) (transfer full): all dates that start in [@from, @until), sorted
 *   by ff_occurrence_compare(); %NULL where the meeting's rule, start or zone is not usable
 */
GPtrArray *
ff_meeting_list_occurrences (FfMeeting *meeting,
                             GPtrArray *overrides,
                             FfHolidays *holidays,
                             GDateTime *from,
                             GDateTime *until,
                             GError **error)
{
  g_autoptr (GPtrArray) occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GArray) times = NULL;
  FfWallTime first, last;

  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  zone = ff_time_zone_find (ff_meeting_get_zone (meeting), error);
  if (zone == NULL)
    return NULL;

  if (ff_meeting_get_by_appointment (meeting))
    return g_steal_pointer (&occurrences);

  first = to_wall_time (from, zone, -SLACK_DAYS);
  last = to_wall_time (until, zone, SLACK_DAYS);
  times
      = ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting),
                                      zone, &first, &last, MOST_OCCURRENCES, error);
  if (times == NULL)
    return NULL;

  for (guint i = 0; i < times->len; i++)
    {
      const FfWallTime *time = &g_array_index (times, FfWallTime, i);

      if (!add_occurrence (occurrences, meeting, time, find_override (meeting, overrides, time),
                           holidays, from, until, error))
        return NULL;
    }
  if (!add_moved_in (occurrences, meeting, overrides, holidays, zone, &first, &last, from, until,
                     error))
    return NULL;

  g_ptr_array_sort (occurrences, compare_occurrences);
  return g_steal_pointer (&occurrences);
}
