/* bench-schedule.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a schedule costs: read, a week of it worked out, beside the plain way, searched, and taken in as one step.
 *
 * bench-schedule FOLDER   changes it and takes that back; prints "name microseconds" a line, and "name number" for counts
 */

#include <libical/ical.h>
#include <stdio.h>

#include "ff-meeting-words.h"
#include "ff-schedule-edit.h"
#include "ff-schedule-repository.h"

#define TIMES 5

typedef struct
{
  GMainLoop *loop;
  FfStore *store;
  FfSchedule *schedule;
  GDateTime *from, *until;
  gint64 main_thread; /* spent there, by what was awaited last */
  guint64 step;
  guint dates;
  gboolean failed;
} Bench;

static void
report (const char *name, gint64 number)
{
  printf ("%s %" G_GINT64_FORMAT "\n", name, number);
}

static void
fail (Bench *bench, GError *error)
{
  g_printerr ("bench-schedule: %s\n", error->message);
  bench->failed = TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static gint64
take_median (gint64 *times)
{
  qsort (times, TIMES, sizeof *times, compare);
  return times[TIMES / 2];
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  FfSchedule *schedule = ff_schedule_repository_read_finish (bench->store, result, &error);

  if (schedule == NULL)
    fail (bench, error);
  else
    {
      g_clear_object (&bench->schedule);
      bench->schedule = schedule;
    }
  bench->main_thread = g_get_monotonic_time () - began;
  g_main_loop_quit (bench->loop);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Bench *bench = data;

  g_task_return_pointer (task,
                         ff_schedule_list_occurrences (bench->schedule, bench->from, bench->until,
                                                       NULL, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *bench = user_data;
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GPtrArray) dates = g_task_propagate_pointer (G_TASK (result), NULL);

  bench->dates = dates->len;
  bench->main_thread = g_get_monotonic_time () - began;
  g_main_loop_quit (bench->loop);
}

static void
measure_reading (Bench *bench)
{
  gint64 began = g_get_monotonic_time ();

  ff_schedule_repository_read_async (bench->store, NULL, NULL, read_cb, bench);
  g_main_loop_run (bench->loop);
  report ("read", g_get_monotonic_time () - began);
  report ("read-main-thread", bench->main_thread);
}

static void
measure_week (Bench *bench)
{
  gint64 times[TIMES], on_main_thread[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, listed_cb, bench);
      gint64 began = g_get_monotonic_time ();

      g_task_set_task_data (task, bench, NULL);
      g_task_run_in_thread (task, list_in_thread);
      g_main_loop_run (bench->loop);
      times[i] = g_get_monotonic_time () - began;
      on_main_thread[i] = bench->main_thread;
    }
  report ("week", take_median (times));
  report ("week-main-thread", take_median (on_main_thread));
  report ("week-dates", bench->dates);
}

/* As a program does that asks libical for every date from the first one on. */
static guint
walk (FfMeeting *meeting, struct icaltimetype from, struct icaltimetype until)
{
  const FfWallTime *time = ff_meeting_get_start (meeting);
  struct icaltimetype date = icaltime_null_time ();
  struct icalrecurrencetype rule;
  icalrecur_iterator *iterator;
  guint count = 0;

  if (ff_meeting_get_rule (meeting) == NULL || ff_meeting_get_by_appointment (meeting))
    return 0;
  rule = icalrecurrencetype_from_string (ff_meeting_get_rule (meeting));
  date.year = time->year;
  date.month = time->month;
  date.day = time->day;
  date.hour = time->hour;
  date.minute = time->minute;
  iterator = icalrecur_iterator_new (rule, date);
  if (iterator == NULL)
    return 0;
  for (date = icalrecur_iterator_next (iterator);
       !icaltime_is_null_time (date) && icaltime_compare (date, until) < 0;
       date = icalrecur_iterator_next (iterator))
    if (icaltime_compare (date, from) >= 0)
      count++;
  icalrecur_iterator_free (iterator);
  return count;
}

static struct icaltimetype
to_ical (GDateTime *instant)
{
  struct icaltimetype date = icaltime_null_time ();

  g_date_time_get_ymd (instant, &date.year, &date.month, &date.day);
  return date;
}

static void
measure_plain_week (Bench *bench)
{
  GPtrArray *meetings = ff_schedule_get_meetings (bench->schedule);
  struct icaltimetype from = to_ical (bench->from), until = to_ical (bench->until);
  gint64 times[TIMES];
  guint dates = 0;

  for (guint i = 0; i < TIMES; i++)
    {
      gint64 began = g_get_monotonic_time ();

      dates = 0;
      for (guint j = 0; j < meetings->len; j++)
        dates += walk (meetings->pdata[j], from, until);
      times[i] = g_get_monotonic_time () - began;
    }
  report ("plain-week", take_median (times));
  report ("plain-week-dates", dates);
}

static void
measure_search (Bench *bench)
{
  GPtrArray *meetings = ff_schedule_get_meetings (bench->schedule);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gint64 began = g_get_monotonic_time (), times[TIMES];
  guint found = 0;

  for (guint i = 0; i < meetings->len; i++)
    g_ptr_array_add (words, ff_meeting_words_build (bench->schedule, meetings->pdata[i], NULL));
  report ("words", g_get_monotonic_time () - began);
  for (guint i = 0; i < TIMES; i++)
    {
      g_auto (GStrv) wanted = NULL;

      found = 0;
      began = g_get_monotonic_time ();
      wanted = ff_meeting_words_split ("wheelchair, evening, french");
      for (guint j = 0; j < words->len; j++)
        if (ff_meeting_words_match (words->pdata[j], (const char *const *) wanted))
          found++;
      times[i] = g_get_monotonic_time () - began;
    }
  report ("keystroke", take_median (times));
  report ("keystroke-found", found);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;

  bench->step = ff_schedule_edit_apply_finish (bench->store, result, &error);
  if (bench->step == 0)
    fail (bench, error);
  g_main_loop_quit (bench->loop);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (bench->store, result, &error))
    fail (bench, error);
  g_main_loop_quit (bench->loop);
}

/* Every meeting once more, under another key. */
static void
measure_edit (Bench *bench)
{
  GPtrArray *meetings = ff_schedule_get_meetings (bench->schedule);
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < meetings->len; i++)
    {
      g_autoptr (FfMeeting) twin = ff_meeting_new (NULL);

      ff_meeting_set_group (twin, ff_meeting_get_group (meetings->pdata[i]));
      ff_meeting_set_start (twin, ff_meeting_get_start (meetings->pdata[i]));
      ff_meeting_set_minutes (twin, ff_meeting_get_minutes (meetings->pdata[i]));
      ff_meeting_set_rule (twin, ff_meeting_get_rule (meetings->pdata[i]));
      ff_meeting_set_zone (twin, ff_meeting_get_zone (meetings->pdata[i]));
      ff_meeting_set_types (twin, ff_meeting_get_types (meetings->pdata[i]));
      ff_meeting_set_venue (twin, ff_meeting_get_venue (meetings->pdata[i]));
      ff_schedule_edit_save_meeting (edit, twin);
    }
  report ("edit-main-thread", g_get_monotonic_time () - began);
  began = g_get_monotonic_time ();
  ff_schedule_edit_apply_async (edit, bench->store, NULL, NULL, NULL, applied_cb, bench);
  g_main_loop_run (bench->loop);
  report ("edit", g_get_monotonic_time () - began);
  if (bench->failed)
    return;
  began = g_get_monotonic_time ();
  ff_store_undo_async (bench->store, bench->step, undone_cb, bench);
  g_main_loop_run (bench->loop);
  report ("undo", g_get_monotonic_time () - began);
}

static void
closed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  ff_store_close_finish (FF_STORE (store), result, NULL);
  g_main_loop_quit (user_data);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (FfStore) store = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 7);
  g_autoptr (GError) error = NULL;
  Bench bench = { .loop = loop, .from = now, .until = later };

  if (argc != 2)
    {
      g_printerr ("bench-schedule FOLDER\n");
      return 2;
    }
  if ((store = bench.store = ff_store_open (argv[1], NULL, &error)) == NULL)
    {
      g_printerr ("bench-schedule: %s\n", error->message);
      return 1;
    }
  measure_reading (&bench);
  if (!bench.failed)
    {
      report ("meetings", ff_schedule_get_meetings (bench.schedule)->len);
      measure_week (&bench);
      measure_plain_week (&bench);
      measure_search (&bench);
      measure_edit (&bench);
    }
  g_clear_object (&bench.schedule);
  ff_store_close_async (store, closed_cb, loop);
  g_main_loop_run (loop);
  return bench.failed ? 1 : 0;
}
