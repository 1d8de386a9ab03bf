/* ff-week-spans.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where dates of meetings fall on the days that are shown, and where one that is moved there begins for those who meet.
 */

#include "ff-config.h"

#include <math.h>

#include <gio/gio.h>

#include "ff-week-days.h"
#include "ff-week-spans.h"

static gint64
count_minutes (FfOccurrence *occurrence)
{
  gint64 minutes = g_date_time_difference (ff_occurrence_get_end (occurrence),
                                           ff_occurrence_get_start (occurrence))
                   / G_TIME_SPAN_MINUTE;

  return MAX (minutes, 1);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FfWeekSpan *first = a;
  const FfWeekSpan *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  /* What goes on longer stands first, so that what is beside it stays beside it. */
  if (first->until != second->until)
    return first->until > second->until ? -1 : 1;
  return ff_occurrence_compare (first->occurrence, second->occurrence);
}

static void
add_spans (GArray *spans, FfOccurrence *occurrence, int day, guint from, guint n_days)
{
  gint64 rest = count_minutes (occurrence);

  for (gboolean continued = FALSE; rest > 0 && day < (int) n_days; continued = TRUE, from = 0)
    {
      guint here = (guint) MIN (rest, FF_MINUTES_A_DAY - (int) from);
      FfWeekSpan span = { .occurrence = occurrence,
                          .day = (guint16) MAX (day, 0),
                          .from = (guint16) from,
                          .until = (guint16) (from + here),
                          .continued = continued };

      if (day >= 0)
        g_array_append_val (spans, span);
      rest -= here;
      day++;
    }
}

/**
 * ff_week_spans_find:
 * @occurrences: (element-type FfOccurrence): dates, in any order, some of them on other days
 * @first: the first day shown
 * @n_days: how many days are shown
 * @zone: (nullable): the zone that times are shown in, each meeting's own if %NULL
 *
 * Returns: (transfer full) (element-type FfWeekSpan): where they fall on those days, by day and time
 */
GArray *
ff_week_spans_find (GPtrArray *occurrences, const FfWallTime *first, guint n_days, GTimeZone *zone)
{
  GArray *spans;

  g_return_val_if_fail (occurrences != NULL && first != NULL, NULL);

  spans = g_array_new (FALSE, FALSE, sizeof (FfWeekSpan));
  for (guint i = 0; i < occurrences->len; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      FfWallTime start = ff_week_spans_find_start (occurrence, zone);

      add_spans (spans, occurrence, ff_week_count_days (first, &start),
                 start.hour * 60u + start.minute, n_days);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

/**
 * ff_week_spans_find_start:
 * @occurrence: a date of a meeting
 * @zone: (nullable): the zone that times are shown in
 *
 * Returns: what a clock there shows when it starts
 */
FfWallTime
ff_week_spans_find_start (FfOccurrence *occurrence, GTimeZone *zone)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  g_autoptr (GDateTime) there = NULL;

  if (zone == NULL)
    return ff_wall_time_from_date_time (start);
  there = g_date_time_to_timezone (start, zone);
  return ff_wall_time_from_date_time (there);
}

/**
 * ff_week_to_meeting_time:
 * @occurrence: a date of a meeting
 * @shown: a time as the view shows it
 * @zone: (nullable): the zone that it shows times in
 *
 * Returns: what a clock shows then where the meeting is
 */
FfWallTime
ff_week_to_meeting_time (FfOccurrence *occurrence, const FfWallTime *shown, GTimeZone *zone)
{
  g_autoptr (GDateTime) instant = NULL;
  g_autoptr (GDateTime) there = NULL;

  g_return_val_if_fail (FF_IS_OCCURRENCE (occurrence) && shown != NULL, (FfWallTime) { 0 });

  if (zone == NULL)
    return *shown;
  instant = ff_wall_time_to_instant (shown, zone);
  there = g_date_time_to_timezone (instant,
                                   g_date_time_get_timezone (ff_occurrence_get_start (occurrence)));
  return ff_wall_time_from_date_time (there);
}

static void
let_go_in_thread (GTask *task, gpointer source, gpointer occurrences, GCancellable *cancellable)
{
  g_ptr_array_unref (occurrences);
  g_task_return_boolean (task, TRUE);
}

/**
 * ff_week_spans_let_go:
 * @occurrences: (transfer full): dates that are no longer needed here
 *
 * Gives up the reference in a thread: freeing tens of thousands of dates takes longer than a frame.
 */
void
ff_week_spans_let_go (GPtrArray *occurrences)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, occurrences, NULL);
  g_task_run_in_thread (task, let_go_in_thread);
}

/**
 * ff_week_snap:
 * @minutes: a time of day, perhaps outside of the day
 *
 * Returns: the nearest quarter of an hour of the day
 */
guint
ff_week_snap (double minutes)
{
  double snapped = round (minutes / FF_WEEK_STEP) * FF_WEEK_STEP;

  return (guint) CLAMP (snapped, 0, FF_MINUTES_A_DAY - FF_WEEK_STEP);
}

/**
 * ff_week_day_and_minute:
 * @first: the first day shown
 * @day: how many days later
 * @minute: minutes after its midnight
 *
 * Returns: that time
 */
FfWallTime
ff_week_day_and_minute (const FfWallTime *first, guint day, guint minute)
{
  FfWallTime time;

  g_return_val_if_fail (first != NULL && minute < FF_MINUTES_A_DAY, (FfWallTime) { 0 });

  time = ff_wall_time_add_days (first, (int) day);
  time.hour = (guint8) (minute / 60);
  time.minute = (guint8) (minute % 60);
  return time;
}
