/* ff-days-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the dates of some days away from the main thread.
 */

#include "ff-days-reading.h"

#include <math.h>

#include "ff-week-days.h"
#include "ff-week-spans.h"

/* What is held anywhere on earth on the days shown, and what goes on from the day before. */
#define DAYS_AROUND 2
/* A finger that moves sideways faster than this, and than it moves up or down, turns to other days. */
#define SWIPE_SPEED 200.0

static void
free_reading (gpointer data)
{
  FfDaysReading *reading = data;

  if (reading->result != NULL)
    reading->free_result (reading->result);
  g_clear_pointer (&reading->zone, g_time_zone_unref);
  g_clear_object (&reading->schedule);
  g_clear_pointer (&reading->occurrences, ff_week_spans_let_go);
  g_free (reading);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  FfDaysReading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  FfSchedule *schedule = ff_timetable_get_schedule (FF_TIMETABLE (source));

  reading->occurrences = ff_timetable_list_finish (FF_TIMETABLE (source), result, &error);
  if (g_task_return_error_if_cancelled (task))
    return;
  /* The page says why the schedule cannot be read. */
  if (reading->occurrences == NULL || schedule == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  reading->schedule = g_object_ref (schedule);
  g_task_run_in_thread (task, g_task_get_source_tag (task));
}

/**
 * ff_days_read:
 * @view: that shows the days; the source of the task
 * @timetable: what is shown
 * @cancellable: (inout): of the reading before, which is given up
 * @first: the first day
 * @n_days: how many
 * @work: what to do with the dates in a thread; returns a boolean
 * @done: called on the main thread; the task's data is the #FfDaysReading
 *
 * Reads what is held on those days.
 */
void
ff_days_read (GtkWidget *view,
              FfTimetable *timetable,
              GCancellable **cancellable,
              const FfWallTime *first,
              guint n_days,
              GTaskThreadFunc work,
              GAsyncReadyCallback done)
{
  FfDaysReading *reading = g_new0 (FfDaysReading, 1);
  GTimeZone *zone = ff_timetable_get_zone (timetable);
  g_autoptr (GDateTime) from = ff_week_find_midnight (first, -DAYS_AROUND);
  g_autoptr (GDateTime) until = ff_week_find_midnight (first, (int) n_days + DAYS_AROUND);
  GTask *task;

  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
  reading->first = *first;
  reading->n_days = n_days;
  reading->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  task = g_task_new (view, *cancellable, done, NULL);
  g_task_set_task_data (task, reading, free_reading);
  g_task_set_source_tag (task, work);
  ff_timetable_list_async (timetable, from, until, *cancellable, on_listed, task);
}

/**
 * ff_days_find_swipe:
 * @view: that shows days
 * @x: how fast a finger moved across, in pixels a second
 * @y: how fast it moved down
 *
 * Returns: 1 for the days that follow, -1 for those before, 0 where it meant neither
 */
int
ff_days_find_swipe (GtkWidget *view, double x, double y)
{
  gboolean mirrored = gtk_widget_get_direction (view) == GTK_TEXT_DIR_RTL;

  if (fabs (x) <= SWIPE_SPEED || fabs (x) <= 2 * fabs (y))
    return 0;

  return (x < 0) != mirrored ? 1 : -1;
}
