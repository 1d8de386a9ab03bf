/* test-schedule-edit.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the schedule: made whole, and taken back.
 */

#include "ff-test-edits.h"

/* What is new is told, and taken back without a trace. */
static void
test_new (Fixture *f, gconstpointer data)
{
  g_autofree char *empty = dump (f);
  guint64 step = make_schedule (f);

  g_assert_true (g_str_has_prefix (f->changes->str, "0:g 1:"));
  g_assert_nonnull (strstr (f->changes->str, "m"));
  g_string_truncate (f->changes, 0);
  assert_undone (f, step, empty);
  g_assert_cmpstr (f->changes->str, ==, "all ");
  assert_refused (f, step);
  assert_refused (f, 1000);
}

/* One after the other, the last first. */
static void
test_one_after_the_other (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  guint64 first, second;

  make_schedule (f);
  before = dump (f);
  first = retitle (f, "m", "One");
  between = dump (f);
  g_string_truncate (f->changes, 0);
  second = retitle (f, "m", "Two");
  g_assert_cmpstr (f->changes->str, ==, "1:m ");
  assert_refused (f, first);
  g_string_truncate (f->changes, 0);
  assert_undone (f, second, between);
  g_assert_cmpstr (f->changes->str, ==, "1:m ");
  assert_undone (f, first, before);
}

/* A meeting that goes leaves its sessions; back again, it has them and its dates. */
static void
test_delete_meeting (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (FfSession) session = NULL;
  g_autoptr (FfSession) found = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step;

  make_schedule (f);
  save_session (f, "s", &tuesday, 5);
  before = dump (f);
  g_string_truncate (f->changes, 0);
  step = delete_meeting (f, "m");
  g_assert_cmpstr (f->changes->str, ==, "1:m 2:s ");
  session = ff_session_repository_get (f->store, "s", NULL);
  g_assert_null (ff_session_get_meeting (session));
  assert_undone (f, step, before);

  /* What was counted meanwhile stays counted. */
  step = delete_meeting (f, "m");
  ff_session_set_unnamed (session, 9);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_assert_true (undo (f, step, &error));
  g_assert_no_error (error);
  found = ff_session_repository_find (f->store, "m", &tuesday, NULL);
  g_assert_cmpint (ff_session_get_unnamed (found), ==, 9);
}

/* With people, notes, plans and the search index. */
static void
test_delete_group (Fixture *f, gconstpointer data)
{
  const FfWallTime next = ff_wall_time_add_days (&tuesday, 1);
  g_autoptr (FfPlanItem) item = NULL;
  g_autofree char *before = NULL;
  g_autofree char *empty = dump (f);
  g_autofree char *gone = NULL;
  guint64 step;

  make_schedule (f);
  save_session (f, "s", &tuesday, 5);
  save_session (f, "t", &next, 6);
  save_check_in (f, "s");
  save_check_in (f, "t");
  item = ff_plan_item_new ("s/plan");
  ff_plan_item_set_participant (item, "ana");
  ff_plan_item_set_set_at (item, "s");
  ff_plan_item_set_text (item, "Walk on three days");
  ff_plan_item_review (item, FF_OUTCOME_DONE, "t");
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  before = dump (f);
  g_string_truncate (f->changes, 0);
  step = delete_group (f, "g");
  g_assert_cmpstr (f->changes->str, ==, "all ");
  gone = dump (f);
  g_assert_cmpstr (gone, ==, empty);
  assert_undone (f, step, before);

  /* And by itself a meeting of it, after that. */
  step = delete_meeting (f, "m");
  assert_undone (f, step, before);
}

/* What came to belong to something new keeps that from being taken back. */
static void
test_used_since (Fixture *f, gconstpointer data)
{
  guint64 all = make_schedule (f), meeting;
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfMeeting) new = make_meeting ("p", "g", NULL);

  ff_schedule_edit_save_meeting (edit, new);
  meeting = apply_well (f, edit);
  /* The new group would take the newer meeting with it. */
  assert_refused (f, all);
  g_assert_true (undo (f, meeting, NULL));
  save_session (f, "s", &tuesday, 5);
  assert_refused (f, all);
}

/* Something with the same identifier is there again, or what it belongs to is gone. */
static void
test_place_taken (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfMeeting) again = make_meeting ("m", "g", NULL);
  guint64 step;

  make_schedule (f);
  step = delete_meeting (f, "m");
  ff_schedule_edit_save_meeting (edit, again);
  apply_well (f, edit);
  assert_refused (f, step);
  step = delete_meeting (f, "n");
  delete_group (f, "g");
  assert_refused (f, step);
}

static void
assert_note (Fixture *f, const char *meeting, int days, int minutes, const char *note)
{
  FfWallTime time = ff_wall_time_add_days (&tuesday, days);
  g_autoptr (FfOverride) found = NULL;

  time.hour = (guint8) ((19 * 60 + minutes) / 60 % 24);
  time.minute = (guint8) (minutes % 60);
  found = ff_meeting_repository_get_override (f->store, meeting, &time, NULL);
  g_assert_cmpstr (found != NULL ? ff_override_get_note (found) : NULL, ==, note);
}

static guint64
move_dates (Fixture *f, const char *to, int first_day, int days, int minutes)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime from = ff_wall_time_add_days (&tuesday, first_day);

  ff_schedule_edit_move_dates (edit, "m", to, &from, days, minutes);
  return apply_well (f, edit);
}

/* On a daily meeting each date becomes what the next one was. */
static void
test_move_dates (Fixture *f, gconstpointer data)
{
  const FfWallTime next = ff_wall_time_add_days (&tuesday, 1),
                   third = ff_wall_time_add_days (&tuesday, 2);
  g_autofree char *before = NULL;
  g_autoptr (FfSession) session = NULL;
  guint64 step;

  make_schedule (f);
  save_session (f, "s", &tuesday, 5);
  save_session (f, "t", &next, 6);
  before = dump (f);
  g_string_truncate (f->changes, 0);
  step = move_dates (f, "m", 0, 1, 0);
  g_assert_true (g_str_has_prefix (f->changes->str, "1:m 2:"));
  assert_note (f, "m", 0, 0, NULL);
  assert_note (f, "m", 1, 0, "first");
  assert_note (f, "m", 2, 0, "second");
  session = ff_session_repository_find (f->store, "m", &third, NULL);
  g_assert_cmpstr (ff_session_get_uid (session), ==, "t");
  /* When it took place stays what it was. */
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_start (session), &next), ==, 0);
  assert_undone (f, step, before);

  step = move_dates (f, "m", 0, -1, 0);
  assert_note (f, "m", -1, 0, "first");
  assert_note (f, "m", 0, 0, "second");
  assert_undone (f, step, before);

  /* Only from the second one on, and over midnight. */
  step = move_dates (f, "m", 1, 0, 5 * 60 + 15);
  assert_note (f, "m", 0, 0, "first");
  assert_note (f, "m", 2, 5 * 60 + 15, "second");
  assert_undone (f, step, before);
  step = move_dates (f, "m", 1, 0, -20 * 60);
  assert_note (f, "m", 0, 23 * 60 - 19 * 60, "second");
  assert_undone (f, step, before);

  /* A date that has something already keeps that, and the other stays where it was. */
  step = move_dates (f, "m", 1, -1, 0);
  assert_note (f, "m", 0, 0, "first");
  assert_note (f, "m", 1, 0, "second");
  assert_undone (f, step, before);

  step = move_dates (f, "n", 1, 0, 30);
  assert_note (f, "m", 0, 0, "first");
  assert_note (f, "n", 1, 30, "second");
  assert_undone (f, step, before);
}

static void
test_move_to_nowhere (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_schedule (f);
  before = dump (f);
  add_override (edit, "m", &tuesday, "Not this either");
  ff_schedule_edit_move_dates (edit, "m", "nowhere", &tuesday, 1, 0);
  g_assert_cmpuint (apply (f, edit, &error), ==, 0);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  after = dump (f);
  g_assert_cmpstr (before, ==, after);
}

/* Split: the past keeps its key, the rest has a new one; in one step and back. */
static void
test_split (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  const FfWallTime next = ff_wall_time_add_days (&tuesday, 1);
  g_autoptr (FfMeeting) before = make_meeting ("m", "g", "FREQ=DAILY;COUNT=1");
  g_autoptr (FfMeeting) after = make_meeting ("o", "g", "FREQ=DAILY");
  g_autofree char *whole = NULL;
  guint64 step;

  make_schedule (f);
  save_session (f, "s", &tuesday, 5);
  save_session (f, "t", &next, 6);
  whole = dump (f);
  ff_schedule_edit_save_meeting (edit, before);
  ff_schedule_edit_save_meeting (edit, after);
  ff_schedule_edit_move_dates (edit, "m", "o", &next, 0, 30);
  step = apply_well (f, edit);
  assert_note (f, "m", 0, 0, "first");
  assert_note (f, "o", 1, 30, "second");
  assert_undone (f, step, whole);
}

static void
test_overrides (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autofree char *before = NULL;
  guint64 step;

  make_schedule (f);
  before = dump (f);
  g_string_truncate (f->changes, 0);
  ff_schedule_edit_delete_override (edit, "m", &tuesday);
  step = apply_well (f, edit);
  assert_note (f, "m", 0, 0, NULL);
  g_assert_cmpstr (f->changes->str, ==, "1:m ");
  assert_undone (f, step, before);

  /* The same date once more: what is said last holds. */
  edit = ff_schedule_edit_new ();
  add_override (edit, "m", &tuesday, "other");
  step = apply_well (f, edit);
  assert_note (f, "m", 0, 0, "other");
  assert_undone (f, step, before);
}

static guint
get_sequence (Fixture *f)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (f->store, "m", NULL);

  return ff_meeting_get_sequence (meeting);
}

static guint
get_sequence_of_date (Fixture *f)
{
  g_autoptr (FfOverride) override
      = ff_meeting_repository_get_override (f->store, "m", &tuesday, NULL);

  return ff_override_get_sequence (override);
}

/* Put back, a meeting is newer than all that others may have of it, and later. */
static void
test_revision (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = NULL;
  g_autoptr (FfMeeting) again = NULL;
  guint64 first, second;

  make_schedule (f);
  first = retitle (f, "m", "One");
  second = retitle (f, "m", "Two");
  g_assert_cmpuint (get_sequence (f), ==, 2);
  meeting = ff_meeting_repository_get (f->store, "m", NULL);
  g_assert_true (undo (f, second, NULL));
  again = ff_meeting_repository_get (f->store, "m", NULL);
  g_assert_cmpstr (ff_meeting_get_title (again), ==, "One");
  g_assert_cmpuint (ff_meeting_get_sequence (again), ==, 3);
  g_assert_cmpint (ff_meeting_get_modified (again), >, ff_meeting_get_modified (meeting));
  g_assert_true (undo (f, first, NULL));
  g_assert_cmpuint (get_sequence (f), ==, 4);

  g_assert_true (undo (f, delete_meeting (f, "m"), NULL));
  g_assert_cmpuint (get_sequence (f), ==, 5);
}

/* A date stands in the event of its series. */
static void
test_revision_of_dates (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  guint64 step;

  make_schedule (f);
  g_assert_cmpuint (get_sequence (f), ==, 0);
  add_override (edit, "m", &tuesday, "other");
  step = apply_well (f, edit);
  g_assert_cmpuint (get_sequence (f), ==, 1);
  g_assert_cmpuint (get_sequence_of_date (f), ==, 1);
  g_assert_true (undo (f, step, NULL));
  g_assert_cmpuint (get_sequence (f), ==, 2);
  g_assert_cmpuint (get_sequence_of_date (f), ==, 2);

  edit = ff_schedule_edit_new ();
  add_override (edit, "m", &tuesday, "first");
  apply_well (f, edit);
  g_assert_cmpuint (get_sequence (f), ==, 2);

  edit = ff_schedule_edit_new ();
  ff_schedule_edit_delete_override (edit, "m", &tuesday);
  step = apply_well (f, edit);
  g_assert_cmpuint (get_sequence (f), ==, 3);
  g_assert_true (undo (f, step, NULL));
  g_assert_cmpuint (get_sequence (f), ==, 4);
  g_assert_cmpuint (get_sequence_of_date (f), ==, 3);
}

static FfScheduleEdit *
make_import (guint meetings)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfGroup) group = make_group ("g");

  ff_schedule_edit_save_group (edit, group);
  for (guint i = 0; i < meetings; i++)
    {
      g_autofree char *uid = g_strdup_printf ("m%u", i);
      g_autoptr (FfMeeting) meeting = make_meeting (uid, "g", "FREQ=WEEKLY");

      ff_schedule_edit_save_meeting (edit, meeting);
    }
  return edit;
}

/* Ten thousand meetings are one step, quick enough to wait for, and one word about it. */
static void
test_import (Fixture *f, gconstpointer data)
{
  g_autofree char *empty = dump (f);
  gint64 began = g_get_monotonic_time ();
  guint64 step = apply_well (f, make_import (10000));

  g_test_message ("10,000 meetings in %" G_GINT64_FORMAT " ms",
                  (g_get_monotonic_time () - began) / 1000);
  g_assert_cmpstr (f->changes->str, ==, "all ");
  g_assert_cmpuint (f->total, ==, 10001);
  began = g_get_monotonic_time ();
  assert_undone (f, step, empty);
  g_test_message ("and back in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - began) / 1000);
}

/* Told now and then and at the end, in order; see on_progress(). */
static void
test_progress (Fixture *f, gconstpointer data)
{
  ff_schedule_edit_apply_async (make_import (3000), f->store, NULL, on_progress, f,
                                ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);
  g_assert_cmpuint (f->done, ==, 3001);
  g_assert_cmpuint (f->total, ==, 3001);
  g_assert_cmpuint (f->told, >=, 2);
  g_assert_cmpuint (f->told, <, 500);
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autofree char *empty = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  f->cancel_at = 2;
  g_assert_cmpuint (apply (f, make_import (20000), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (f->changes->str, ==, "");
  after = dump (f);
  g_assert_cmpstr (after, ==, empty);
  g_clear_error (&error);

  /* Cancelled before it begins; then the next one is made. */
  g_assert_cmpuint (apply (f, make_import (1), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_cancellable_reset (f->cancellable);
  f->cancel_at = 0;
  make_schedule (f);
}

/* Only the latest steps can be taken back. */
static void
test_forgotten (Fixture *f, gconstpointer data)
{
  guint64 first, second, last = 0;
  g_autoptr (GError) error = NULL;

  make_schedule (f);
  first = delete_meeting (f, "m");
  second = delete_meeting (f, "n");
  for (guint i = 0; i < 49; i++)
    {
      FfScheduleEdit *edit = ff_schedule_edit_new ();
      g_autofree char *name = g_strdup_printf ("Harbour %u", i);
      g_autoptr (FfGroup) group = make_group ("g");

      ff_group_set_name (group, name);
      ff_schedule_edit_save_group (edit, group);
      last = apply_well (f, edit);
    }
  assert_refused (f, first);
  g_assert_true (undo (f, second, &error));
  g_assert_no_error (error);
  g_assert_true (undo (f, last, &error));
  g_assert_no_error (error);
}

static void
test_closed (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStore) store = g_steal_pointer (&f->store);
  g_autoptr (GError) error = NULL;
  GAsyncResult *closed = NULL;

  f->store = store;
  ff_store_close_async (store, ff_test_on_result, &closed);
  g_assert_cmpuint (apply (f, make_import (1), &error), ==, 0);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (undo (f, 1, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (ff_schedule_repository_read (store, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_null (ff_schedule_repository_list_holidays (store, NULL));
  ff_test_wait (&closed);
  g_object_unref (closed);
  f->store = ff_test_open (f->folder);
}

#define ADD(name, func) g_test_add ("/schedule-edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new", test_new);
  ADD ("one-after-the-other", test_one_after_the_other);
  ADD ("revision", test_revision);
  ADD ("revision-of-dates", test_revision_of_dates);
  ADD ("delete-meeting", test_delete_meeting);
  ADD ("delete-group", test_delete_group);
  ADD ("used-since", test_used_since);
  ADD ("place-taken", test_place_taken);
  ADD ("move-dates", test_move_dates);
  ADD ("move-to-nowhere", test_move_to_nowhere);
  ADD ("split", test_split);
  ADD ("overrides", test_overrides);
  ADD ("import", test_import);
  ADD ("progress", test_progress);
  ADD ("cancel", test_cancel);
  ADD ("forgotten", test_forgotten);
  ADD ("closed", test_closed);

  return g_test_run ();
}
