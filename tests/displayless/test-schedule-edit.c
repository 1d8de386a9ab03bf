/* test-schedule-edit.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the schedule: made whole, read back at one moment, and taken back.
 */

#include <sqlite3.h>

#include "ff-meeting-repository.h"
#include "ff-schedule-edit.h"
#include "ff-schedule-repository.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
  GString *changes;
  GCancellable *cancellable;
  guint cancel_at; /* the progress at which it is cancelled; 0: never */
  guint done, total, told;
} Fixture;

static const FfWallTime tuesday = { 2026, 11, 24, 19, 0 };

static void
on_changed (FfStore *store, int aggregate, char **ids, gpointer data)
{
  Fixture *f = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_string_append_printf (f->changes, "%d", aggregate);
  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (f->changes, ":%s", ids[i]);
  g_string_append_c (f->changes, ' ');
}

static void
on_progress (guint done, guint total, gpointer data)
{
  Fixture *f = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_null (f->result);
  g_assert_cmpuint (done, >, f->done);
  f->done = done;
  f->total = total;
  f->told++;
  if (f->cancel_at > 0 && done >= f->cancel_at)
    g_cancellable_cancel (f->cancellable);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->changes = g_string_new (NULL);
  f->cancellable = g_cancellable_new ();
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
  g_string_free (f->changes, TRUE);
  g_object_unref (f->cancellable);
}

/* Every row of every table, to see that nothing at all is different. */
static char *
dump (Fixture *f)
{
  static const char *const selects[] = {
    "SELECT * FROM holiday_calendars", "SELECT * FROM groups",
    "SELECT * FROM meetings",          "SELECT * FROM overrides",
    "SELECT * FROM sessions",          "SELECT * FROM session_handouts",
    "SELECT * FROM participants",      "SELECT * FROM check_ins",
    "SELECT * FROM plan_items",        "SELECT rowid, * FROM check_in_words_docsize",
  };
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      sqlite3_stmt *rows;

      g_assert_cmpint (sqlite3_prepare_v2 (database, selects[i], -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        {
          g_string_append_printf (all, "%u", i);
          for (int column = 0; column < sqlite3_column_count (rows); column++)
            g_string_append_printf (all, "|%s", (const char *) sqlite3_column_text (rows, column));
          g_string_append_c (all, '\n');
        }
      sqlite3_finalize (rows);
    }
  sqlite3_close (database);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

static guint64
apply (Fixture *f, FfScheduleEdit *edit, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;

  ff_schedule_edit_apply_async (edit, f->store, f->cancellable, on_progress, f, ff_test_on_result,
                                &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  f->told = f->done = 0;
  return ff_schedule_edit_apply_finish (f->store, done, error);
}

static guint64
apply_well (Fixture *f, FfScheduleEdit *edit)
{
  g_autoptr (GError) error = NULL;
  guint64 step = apply (f, edit, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
  return step;
}

static gboolean
undo (Fixture *f, guint64 step, GError **error)
{
  ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
  return ff_test_written (f->store, &f->result, error);
}

static void
assert_undone (Fixture *f, guint64 step, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  undo (f, step, &error);
  g_assert_no_error (error);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* Nothing at all is done. */
static void
assert_refused (Fixture *f, guint64 step)
{
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (undo (f, step, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

static FfGroup *
make_group (const char *uid)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  return group;
}

static FfMeeting *
make_meeting (const char *uid, const char *group, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new (uid);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_start (meeting, &tuesday);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  return meeting;
}

static void
add_override (FfScheduleEdit *edit, const char *meeting, const FfWallTime *time, const char *note)
{
  g_autoptr (FfOverride) override = ff_override_new (meeting, time);

  ff_override_set_note (override, note);
  ff_schedule_edit_save_override (edit, override);
}

/* A group “g” with a meeting “m” that has something different on the first two of its dates, and one “n”. */
static guint64
make_schedule (Fixture *f)
{
  g_autoptr (FfScheduleEdit) edit = ff_schedule_edit_new ();
  g_autoptr (FfGroup) group = make_group ("g");
  g_autoptr (FfMeeting) meeting = make_meeting ("m", "g", "FREQ=DAILY");
  g_autoptr (FfMeeting) other = make_meeting ("n", "g", "FREQ=DAILY");
  const FfWallTime next = ff_wall_time_add_days (&tuesday, 1);

  g_assert_true (ff_schedule_edit_is_empty (edit));
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_save_meeting (edit, other);
  add_override (edit, "m", &tuesday, "first");
  add_override (edit, "m", &next, "second");
  g_assert_false (ff_schedule_edit_is_empty (edit));
  return apply_well (f, g_steal_pointer (&edit));
}

static void
save_session (Fixture *f, const char *uid, const FfWallTime *time, int attendance)
{
  g_autoptr (FfSession) session = ff_session_new (uid);
  const char *handouts[] = { "urge-log", "cost-benefit", NULL };

  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, time);
  ff_session_set_start (session, time);
  ff_session_set_attendance (session, attendance);
  ff_session_set_handouts (session, handouts);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

/* Ana at that session, with a plan. */
static void
save_check_in (Fixture *f, const char *session)
{
  g_autofree char *uid = g_strdup_printf ("%s/Ana", session);
  g_autofree char *plan = g_strdup_printf ("%s/plan", session);
  g_autoptr (FfParticipant) ana = ff_participant_new ("ana");
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (uid);
  g_autoptr (FfPlanItem) item = ff_plan_item_new (plan);

  ff_participant_set_group (ana, "g");
  ff_participant_set_alias (ana, "Ana");
  ff_check_in_set_session (check_in, session);
  ff_check_in_set_participant (check_in, "ana");
  ff_check_in_set_note (check_in, "A steady week.");
  ff_session_repository_save_check_in_async (f->store, check_in, NULL, ana, ff_test_on_result,
                                             &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_plan_item_set_participant (item, "ana");
  ff_plan_item_set_set_at (item, session);
  ff_plan_item_set_text (item, "Walk on three days");
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static guint64
delete_meeting (Fixture *f, const char *uid)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_delete_meeting (edit, uid);
  return apply_well (f, edit);
}

static guint64
delete_group (Fixture *f, const char *uid)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_delete_group (edit, uid);
  return apply_well (f, edit);
}

static guint64
retitle (Fixture *f, const char *uid, const char *title)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (f->store, uid, NULL);

  ff_meeting_set_title (meeting, title);
  ff_schedule_edit_save_meeting (edit, meeting);
  return apply_well (f, edit);
}

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
  g_assert_cmpstr (f->changes->str, ==, "3 ");
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
  ff_session_set_attendance (session, 9);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_assert_true (undo (f, step, &error));
  g_assert_no_error (error);
  found = ff_session_repository_find (f->store, "m", &tuesday, NULL);
  g_assert_cmpint (ff_session_get_attendance (found), ==, 9);
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
  g_assert_cmpstr (f->changes->str, ==, "3 ");
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

static FfSchedule *
read_schedule (Fixture *f, const char *group)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  FfSchedule *schedule;

  ff_schedule_repository_read_async (f->store, group, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  schedule = ff_schedule_repository_read_finish (f->store, done, &error);
  g_assert_no_error (error);
  return schedule;
}

static const FfVenueText venue_texts[]
    = { FF_VENUE_NAME,     FF_VENUE_ADDRESS,  FF_VENUE_ROOM,      FF_VENUE_ACCESS,
        FF_VENUE_REGION,   FF_VENUE_DISTRICT, FF_VENUE_LINK,      FF_VENUE_LINK_NOTE,
        FF_VENUE_PASSCODE, FF_VENUE_PHONE,    FF_VENUE_PHONE_NOTE };

static FfMeeting *
make_full_meeting (void)
{
  static const char *const types[] = { "X", "BE", NULL };
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-20/2027-01-05 Winter", NULL);
  FfMeeting *meeting = make_meeting ("full", "g", "FREQ=WEEKLY");
  FfVenue *venue = ff_meeting_get_venue (meeting);

  for (guint i = 0; i < G_N_ELEMENTS (venue_texts); i++)
    {
      g_autofree char *text = g_strdup_printf ("venue %u “é”", i);

      ff_venue_set_text (venue, venue_texts[i], text);
    }
  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_position (venue, 49.26425, -123.16934);
  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);

      ff_meeting_set_text (meeting, (FfMeetingText) i, text);
    }
  ff_meeting_set_types (meeting, types);
  ff_meeting_set_pauses (meeting, pauses);
  ff_meeting_set_by_appointment (meeting, TRUE);
  ff_meeting_set_sequence (meeting, 7);
  return meeting;
}

static void
assert_full_meeting (FfMeeting *read)
{
  g_autoptr (FfMeeting) meeting = make_full_meeting ();
  g_autofree char *pauses = ff_pauses_to_string (ff_meeting_get_pauses (read));
  double latitude, longitude;

  for (guint i = 0; i < G_N_ELEMENTS (venue_texts); i++)
    g_assert_cmpstr (ff_venue_get_text (ff_meeting_get_venue (read), venue_texts[i]), ==,
                     ff_venue_get_text (ff_meeting_get_venue (meeting), venue_texts[i]));
  g_assert_cmpint (ff_venue_get_mode (ff_meeting_get_venue (read)), ==, FF_MODE_HYBRID);
  g_assert_true (ff_venue_get_position (ff_meeting_get_venue (read), &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (latitude, 49.26425, 1e-9);
  g_assert_cmpfloat_with_epsilon (longitude, -123.16934, 1e-9);
  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    g_assert_cmpstr (ff_meeting_get_text (read, (FfMeetingText) i), ==,
                     ff_meeting_get_text (meeting, (FfMeetingText) i));
  g_assert_true (ff_meeting_has_type (read, "X"));
  g_assert_true (ff_meeting_has_type (read, "BE"));
  g_assert_cmpuint (g_strv_length ((char **) ff_meeting_get_types (read)), ==, 2);
  g_assert_cmpstr (g_strstrip (pauses), ==, "2026-12-20/2027-01-05 Winter");
  g_assert_true (ff_meeting_get_by_appointment (read));
  g_assert_cmpuint (ff_meeting_get_sequence (read), ==, 7);
  g_assert_cmpint (ff_meeting_get_modified (read), >, 0);
}

static FfHolidays *
make_holidays (void)
{
  FfHolidays *holidays = ff_holidays_new ("h");

  ff_holidays_set_name (holidays, "British Columbia");
  ff_holidays_add (holidays, &(FfWallTime) { 2026, 12, 25, 0, 0 }, FF_HOLIDAY_CANCEL,
                   "Christmas Day");
  ff_holidays_add (holidays, &(FfWallTime) { 2026, 11, 25, 0, 0 }, FF_HOLIDAY_ASK, "A day");
  return holidays;
}

/* A group with everything that a group has, the calendar that it keeps, and a date that is held all the same. */
static guint64
make_full_schedule (Fixture *f)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfHolidays) holidays = make_holidays ();
  g_autoptr (FfHolidays) empty = ff_holidays_new ("a");
  g_autoptr (FfGroup) group = make_group ("g");
  g_autoptr (FfMeeting) meeting = make_full_meeting ();
  g_autoptr (FfOverride) override = ff_override_new ("full", &tuesday);

  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("group %u", i);

      ff_group_set_text (group, (FfGroupText) i, i == FF_GROUP_HOLIDAYS ? "h" : text);
    }
  ff_group_set_setting (group, FF_SETTING_CLINIC);
  ff_holidays_set_name (empty, "Alberta");
  ff_override_set_held (override, TRUE);
  ff_override_set_sequence (override, 3);
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_save_override (edit, override);
  ff_schedule_edit_save_holidays (edit, holidays);
  ff_schedule_edit_save_holidays (edit, empty);
  return apply_well (f, edit);
}

static void
test_read (Fixture *f, gconstpointer data)
{
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfSchedule) nothing = NULL;
  g_autoptr (GPtrArray) calendars = NULL;
  g_autoptr (FfMeeting) alone = NULL;
  g_autofree char *days = NULL;
  FfGroup *group;
  FfMeeting *meeting;
  FfOverride *override;

  make_full_schedule (f);
  schedule = read_schedule (f, NULL);
  group = ff_schedule_find_group (schedule, "g");
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("group %u", i);

      g_assert_cmpstr (ff_group_get_text (group, (FfGroupText) i), ==,
                       i == FF_GROUP_HOLIDAYS ? "h" : text);
    }
  g_assert_cmpint (ff_group_get_setting (group), ==, FF_SETTING_CLINIC);
  meeting = ff_schedule_find_meeting (schedule, "full");
  assert_full_meeting (meeting);
  override = ff_schedule_get_overrides (schedule, "full")->pdata[0];
  g_assert_true (ff_override_get_held (override));
  g_assert_cmpuint (ff_override_get_sequence (override), ==, 3);
  g_assert_cmpint (ff_override_get_modified (override), >, 0);
  days = ff_holidays_to_string (ff_schedule_find_holidays (schedule, meeting));
  g_assert_cmpstr (g_strstrip (days), ==, "2026-11-25 ask A day\n2026-12-25 cancel Christmas Day");

  calendars = ff_schedule_repository_list_holidays (f->store, NULL);
  g_assert_cmpuint (calendars->len, ==, 2);
  g_assert_cmpstr (ff_holidays_get_name (calendars->pdata[0]), ==, "Alberta");
  g_assert_cmpstr (ff_holidays_get_name (calendars->pdata[1]), ==, "British Columbia");
  /* Of another group: its meetings are not there, and the groups are. */
  nothing = read_schedule (f, "nobody");
  g_assert_cmpuint (ff_schedule_get_meetings (nothing)->len, ==, 0);
  g_assert_cmpuint (ff_schedule_get_groups (nothing)->len, ==, 1);
  alone = ff_meeting_repository_get (f->store, "full", NULL);
  assert_full_meeting (alone);
}

static void
test_read_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;

  make_schedule (f);
  g_cancellable_cancel (f->cancellable);
  ff_schedule_repository_read_async (f->store, NULL, f->cancellable, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_null (ff_schedule_repository_read_finish (f->store, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  schedule = ff_schedule_repository_read (f->store, "g", NULL);
  g_assert_cmpuint (ff_schedule_get_meetings (schedule)->len, ==, 2);
}

/* A saved thing that says the same as before is no change: its sequence stays. */
static void
test_same_again (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfHolidays) holidays = make_holidays ();
  g_autoptr (FfMeeting) meeting = make_full_meeting ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_full_schedule (f);
  before = dump (f);
  ff_schedule_edit_save_holidays (edit, holidays);
  ff_schedule_edit_save_meeting (edit, meeting);
  g_string_truncate (f->changes, 0);
  apply_well (f, edit);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (f->changes->str, ==, "");
}

/* A holiday is known where dates are worked out, and a calendar that goes leaves its groups. */
static void
test_holidays (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfGroup) group = make_group ("g");
  g_autoptr (FfHolidays) holidays = make_holidays ();
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 25, 8, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2026, 11, 26, 8, 0, 0);
  const FfWallTime christmas = { 2026, 12, 25, 19, 0 };
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (FfOccurrence) on_christmas = NULL;
  g_autoptr (FfGroup) without = NULL;
  g_autofree char *before = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  guint64 step;

  make_schedule (f);
  ff_group_set_text (group, FF_GROUP_HOLIDAYS, "h");
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_holidays (edit, holidays);
  apply_well (f, edit);
  dates = ff_meeting_repository_list_occurrences (f->store, NULL, from, until, NULL, NULL);
  g_assert_cmpuint (dates->len, ==, 2);
  g_assert_cmpint (ff_occurrence_get_standing (dates->pdata[1]), ==, FF_STANDING_UNDECIDED);
  on_christmas = ff_meeting_repository_get_occurrence (f->store, "m", &christmas, NULL);
  g_assert_cmpint (ff_occurrence_get_standing (on_christmas), ==, FF_STANDING_HOLIDAY);

  before = dump (f);
  g_string_truncate (f->changes, 0);
  edit = ff_schedule_edit_new ();
  ff_schedule_edit_delete_holidays (edit, "h");
  step = apply_well (f, edit);
  g_assert_cmpstr (f->changes->str, ==, "0:g ");
  schedule = read_schedule (f, NULL);
  g_assert_cmpstr (ff_group_get_text (ff_schedule_find_group (schedule, "g"), FF_GROUP_HOLIDAYS),
                   ==, "");
  g_string_truncate (f->changes, 0);
  assert_undone (f, step, before);
  g_assert_cmpstr (f->changes->str, ==, "0:g ");
}

/* Days that another program spoilt hide nothing else. */
static void
test_spoilt_holidays (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autoptr (GPtrArray) calendars = NULL;
  sqlite3 *database;

  make_full_schedule (f);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "UPDATE holiday_calendars SET days = '2026-02-31 maybe x'"
                                 " WHERE uid = 'h'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  calendars = ff_schedule_repository_list_holidays (f->store, NULL);
  g_assert_cmpuint (calendars->len, ==, 2);
  g_assert_cmpuint (ff_holidays_count (calendars->pdata[1]), ==, 0);
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
  g_assert_cmpstr (f->changes->str, ==, "3 ");
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
  ADD ("delete-meeting", test_delete_meeting);
  ADD ("delete-group", test_delete_group);
  ADD ("used-since", test_used_since);
  ADD ("place-taken", test_place_taken);
  ADD ("move-dates", test_move_dates);
  ADD ("move-to-nowhere", test_move_to_nowhere);
  ADD ("split", test_split);
  ADD ("overrides", test_overrides);
  ADD ("read", test_read);
  ADD ("read-cancelled", test_read_cancelled);
  ADD ("same-again", test_same_again);
  ADD ("holidays", test_holidays);
  ADD ("spoilt-holidays", test_spoilt_holidays);
  ADD ("import", test_import);
  ADD ("progress", test_progress);
  ADD ("cancel", test_cancel);
  ADD ("forgotten", test_forgotten);
  ADD ("closed", test_closed);

  return g_test_run ();
}
