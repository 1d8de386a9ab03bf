/* test-timetable.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timetable follows the store, finds meetings by words, and lists dates in a thread that can be told to give up.
 */

#include "ff-agenda.h"
#include "ff-group-repository.h"
#include "ff-schedule-edit.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GSettings *settings;
  FfContext *context;
  FfTimetable *timetable;
  GAsyncResult *result;
  guint n_changed;
} Fixture;

static void
on_changed (Fixture *f)
{
  f->n_changed++;
}

static void
wait_changed (Fixture *f, guint n_changed)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (f->n_changed < n_changed)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
    }
}

static void
apply (Fixture *f, FfScheduleEdit *edit)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  ff_schedule_edit_apply_finish (f->store, done, &error);
  g_assert_no_error (error);
}

static FfMeeting *
make_meeting (const char *uid, const char *group, FfWallTime start, const char *zone)
{
  FfMeeting *meeting = ff_meeting_new (uid);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, zone);
  return meeting;
}

static void
add_group (FfScheduleEdit *edit, const char *uid)
{
  g_autoptr (FfGroup) group = ff_group_new (uid);

  ff_group_set_name (group, uid);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_schedule_edit_save_group (edit, group);
}

/* Tuesday evening in person, and Wednesday morning in Sydney, which is Tuesday afternoon here. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (&error);
  g_autoptr (FfMeeting) here
      = make_meeting ("here", "Harbour", (FfWallTime) { 2026, 11, 3, 13, 0 }, "America/Vancouver");
  g_autoptr (FfMeeting) there
      = make_meeting ("there", "Hill", (FfWallTime) { 2026, 11, 4, 9, 0 }, "Australia/Sydney");
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  g_assert_no_error (error);
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  g_settings_reset (f->settings, "schedule-zone");
  f->context = ff_context_new (f->store, clock, f->settings, programmes);
  add_group (edit, "Harbour");
  add_group (edit, "Hill");
  ff_schedule_edit_save_meeting (edit, here);
  ff_schedule_edit_save_meeting (edit, there);
  apply (f, edit);
  f->timetable = ff_timetable_new (f->context);
  g_signal_connect_swapped (f->timetable, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  const gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_settings_reset (f->settings, "schedule-zone");
  /* What still works in a thread holds on to it until it has given back what it found. */
  while (G_OBJECT (f->timetable)->ref_count > 1 && g_get_monotonic_time () < deadline)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  g_assert_finalize_object (f->timetable);
  g_assert_finalize_object (f->context);
  g_object_unref (f->settings);
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
}

static guint
get_found (Fixture *f)
{
  guint found;

  g_object_get (f->timetable, "found", &found, NULL);
  return found;
}

static void
test_reads (Fixture *f, gconstpointer data)
{
  gboolean loading;

  g_assert_null (ff_timetable_get_schedule (f->timetable));
  g_object_get (f->timetable, "loading", &loading, NULL);
  g_assert_true (loading);
  wait_changed (f, 1);
  g_object_get (f->timetable, "loading", &loading, NULL);
  g_assert_false (loading);
  g_assert_cmpuint (get_found (f), ==, 2);
  ff_timetable_set_group (f->timetable, "Hill");
  wait_changed (f, 2);
  g_assert_cmpuint (get_found (f), ==, 1);
  g_assert_nonnull (ff_schedule_find_meeting (ff_timetable_get_schedule (f->timetable), "there"));
}

static void
test_follows_the_store (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) third
      = make_meeting ("third", "Hill", (FfWallTime) { 2026, 11, 5, 9, 0 }, "Europe/London");
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  wait_changed (f, 1);
  ff_schedule_edit_save_meeting (edit, third);
  apply (f, edit);
  wait_changed (f, 2);
  g_assert_cmpuint (get_found (f), ==, 3);
}

static void
test_finds_by_words (Fixture *f, gconstpointer data)
{
  wait_changed (f, 1);
  ff_timetable_set_filter (f->timetable, "harb");
  wait_changed (f, 2);
  g_assert_cmpuint (get_found (f), ==, 1);
  g_assert_nonnull (ff_schedule_find_meeting (ff_timetable_get_shown (f->timetable), "here"));
  g_assert_cmpuint (ff_schedule_get_meetings (ff_timetable_get_schedule (f->timetable))->len, ==,
                    2);
  ff_timetable_set_filter (f->timetable, "harb, zebra");
  wait_changed (f, 3);
  g_assert_cmpuint (get_found (f), ==, 0);
  /* The programme's title is one of the words. */
  ff_timetable_set_filter (f->timetable, "points");
  wait_changed (f, 4);
  g_assert_cmpuint (get_found (f), ==, 2);
}

/* Of what is typed one after the other only the last counts. */
static void
test_last_word_counts (Fixture *f, gconstpointer data)
{
  wait_changed (f, 1);
  ff_timetable_set_filter (f->timetable, "zebra");
  ff_timetable_set_filter (f->timetable, "hill");
  wait_changed (f, 2);
  g_assert_cmpuint (get_found (f), ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (f->n_changed, ==, 2);
}

static void
test_list_waits_and_gives_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) from = g_date_time_new_local (2026, 11, 2, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GError) error = NULL;

  ff_timetable_list_async (f->timetable, from, until, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  first = g_steal_pointer (&f->result);
  dates = ff_timetable_list_finish (f->timetable, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dates->len, ==, 2);
  ff_timetable_list_async (f->timetable, from, until, cancellable, ff_test_on_result, &f->result);
  g_cancellable_cancel (cancellable);
  ff_test_wait (&f->result);
  second = g_steal_pointer (&f->result);
  g_assert_null (ff_timetable_list_finish (f->timetable, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_first (FfAgenda *agenda, const char *uid)
{
  g_autoptr (FfOccurrence) first = g_list_model_get_item (G_LIST_MODEL (agenda), 0);

  g_assert_nonnull (first);
  g_assert_cmpstr (ff_meeting_get_uid (ff_occurrence_get_meeting (first)), ==, uid);
}

/* The order is that of the clock the times are shown by: 13:00 here is before 14:00, but on the day before 9:00 in Sydney. */
static void
test_zone (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) from = g_date_time_new_local (2026, 11, 3, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_days (from, 1);
  g_autoptr (FfAgenda) agenda = ff_agenda_new (f->timetable);

  ff_agenda_set_span (agenda, from, until);
  while (ff_agenda_get_loading (agenda))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agenda)), ==, 2);
  assert_first (agenda, "here");
  g_assert_nonnull (ff_timetable_get_zone (f->timetable));

  g_settings_set_string (f->settings, "schedule-zone", "meeting");
  g_assert_null (ff_timetable_get_zone (f->timetable));
  while (ff_agenda_get_loading (agenda))
    g_main_context_iteration (NULL, TRUE);
  /* In Sydney that meeting is on Wednesday. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agenda)), ==, 1);
  assert_first (agenda, "here");
}

/* Said once, not asked again and again. */
static void
test_problem (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;

  wait_changed (f, 1);
  g_assert_null (ff_timetable_get_problem (f->timetable));
  ff_store_close_async (f->store, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  closed = g_steal_pointer (&f->result);
  g_assert_true (ff_store_close_finish (f->store, closed, NULL));
  ff_timetable_set_group (f->timetable, "Hill");
  wait_changed (f, 2);
  g_assert_nonnull (ff_timetable_get_problem (f->timetable));
  g_assert_null (ff_timetable_get_shown (f->timetable));
}

#define ADD(path, test) g_test_add ("/timetable/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reads", test_reads);
  ADD ("follows-the-store", test_follows_the_store);
  ADD ("finds-by-words", test_finds_by_words);
  ADD ("last-word-counts", test_last_word_counts);
  ADD ("list-waits-and-gives-up", test_list_waits_and_gives_up);
  ADD ("zone", test_zone);
  ADD ("problem", test_problem);
  return g_test_run ();
}
