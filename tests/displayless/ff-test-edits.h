/* ff-test-edits.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small schedule to change: what is told of each change, and whether all is as before once it is taken back.
 */

#pragma once

#include <sqlite3.h>

#include "ff-meeting-repository.h"
#include "ff-schedule-repository.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"
#include "ff-test-schedule.h"

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

static inline void
on_changed (FfStore *store, int aggregate, char **ids, gpointer data)
{
  Fixture *f = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  if (aggregate == FF_AGGREGATE_ALL)
    g_string_append (f->changes, "all");
  else
    g_string_append_printf (f->changes, "%d", aggregate);
  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (f->changes, ":%s", ids[i]);
  g_string_append_c (f->changes, ' ');
}

static inline void
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

static inline void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->changes = g_string_new (NULL);
  f->cancellable = g_cancellable_new ();
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
  g_string_free (f->changes, TRUE);
  g_object_unref (f->cancellable);
}

/* Which revision of itself a row is goes up also when it is put back. */
static inline gboolean
is_of_revision (const char *column)
{
  return g_str_equal (column, "sequence") || g_str_equal (column, "modified");
}

/* Every row of every table, to see that nothing at all is different. */
static inline char *
dump (Fixture *f)
{
  static const char *const selects[] = {
    "SELECT * FROM holiday_calendars", "SELECT * FROM groups",
    "SELECT * FROM meetings",          "SELECT * FROM overrides",
    "SELECT * FROM sessions",          "SELECT * FROM session_handouts",
    "SELECT * FROM participants",      "SELECT * FROM check_ins",
    "SELECT * FROM plan_items",        "SELECT term, doc FROM search_vocabulary",
    "SELECT * FROM volunteers",        "SELECT * FROM volunteer_groups",
    "SELECT * FROM needs",             "SELECT * FROM assignments",
    "SELECT * FROM relieved_duties",   "SELECT * FROM volunteers_apart",
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
            if (!is_of_revision (sqlite3_column_name (rows, column)))
              g_string_append_printf (all, "|%s",
                                      (const char *) sqlite3_column_text (rows, column));
          g_string_append_c (all, '\n');
        }
      sqlite3_finalize (rows);
    }
  sqlite3_close (database);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

static inline guint64
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

static inline guint64
apply_well (Fixture *f, FfScheduleEdit *edit)
{
  g_autoptr (GError) error = NULL;
  guint64 step = apply (f, edit, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
  return step;
}

static inline gboolean
undo (Fixture *f, guint64 step, GError **error)
{
  ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
  return ff_test_written (f->store, &f->result, error);
}

static inline void
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
static inline void
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

static inline FfGroup *
make_group (const char *uid)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  return group;
}

static inline FfMeeting *
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

static inline void
add_override (FfScheduleEdit *edit, const char *meeting, const FfWallTime *time, const char *note)
{
  g_autoptr (FfOverride) override = ff_override_new (meeting, time);

  ff_override_set_note (override, note);
  ff_schedule_edit_save_override (edit, override);
}

/* A group “g” with a meeting “m” that has something different on the first two of its dates, and one “n”. */
static inline guint64
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

static inline void
save_session (Fixture *f, const char *uid, const FfWallTime *time, guint attendance)
{
  g_autoptr (FfSession) session = ff_session_new (uid);
  const char *handouts[] = { "urge-log", "cost-benefit", NULL };

  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, time);
  ff_session_set_start (session, time);
  ff_session_set_unnamed (session, attendance);
  ff_session_set_handouts (session, handouts);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

/* Ana at that session, with a plan. */
static inline void
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

static inline guint64
delete_meeting (Fixture *f, const char *uid)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_delete_meeting (edit, uid);
  return apply_well (f, edit);
}

static inline guint64
delete_group (Fixture *f, const char *uid)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_delete_group (edit, uid);
  return apply_well (f, edit);
}

static inline guint64
retitle (Fixture *f, const char *uid, const char *title)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (f->store, uid, NULL);

  ff_meeting_set_title (meeting, title);
  ff_schedule_edit_save_meeting (edit, meeting);
  return apply_well (f, edit);
}
