/* ff-test-roster.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small roster in a store to change: two groups, two volunteers with something of everything.
 */

#pragma once

#include <sqlite3.h>

#include "ff-assignment-repository.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-model-error.h"
#include "ff-roster-edit.h"
#include "ff-roster-repository.h"
#include "ff-rota-source.h"
#include "ff-schedule-edit.h"
#include "ff-store-error.h"
#include "ff-test-schedule.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
  GString *changes;
  char *group;   /* uid */
  char *meeting; /* uid: on Tuesdays at seven */
} Fixture;

static const FfWallTime tuesday = { 2026, 11, 24, 19, 0 };

static inline void
on_changed (FfStore *store, int aggregate, char **ids, gpointer data)
{
  Fixture *f = data;

  g_string_append_printf (f->changes, "%d", aggregate);
  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (f->changes, ":%s", ids[i]);
  g_string_append_c (f->changes, ' ');
}

static inline guint64
apply (Fixture *f, FfRosterEdit *edit, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;

  g_string_truncate (f->changes, 0);
  f->result = NULL;
  ff_roster_edit_apply_async (edit, f->store, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  return ff_roster_edit_apply_finish (f->store, done, error);
}

static inline guint64
assert_applied (Fixture *f, FfRosterEdit *edit)
{
  g_autoptr (GError) error = NULL;
  guint64 step = apply (f, edit, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
  return step;
}

/* Refused with a sentence in which @words are. */
static inline void
assert_refused (Fixture *f, FfRosterEdit *edit, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (apply (f, edit, &error), ==, 0);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
}

static inline gboolean
undo (Fixture *f, guint64 step, GError **error)
{
  g_string_truncate (f->changes, 0);
  ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
  return ff_test_written (f->store, &f->result, error);
}

static inline guint64
apply_schedule (Fixture *f, FfScheduleEdit *edit)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step;

  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  step = ff_schedule_edit_apply_finish (f->store, done, &error);
  g_assert_no_error (error);
  return step;
}

static inline void
save_group (Fixture *f, const char *name, char **group, char **meeting)
{
  g_autoptr (FfGroup) new_group = ff_group_new (NULL);
  g_autoptr (FfMeeting) new_meeting = ff_meeting_new (NULL);

  ff_group_set_name (new_group, name);
  ff_group_set_programme (new_group, "four-points");
  ff_group_set_zone (new_group, "America/Vancouver");
  ff_meeting_set_group (new_meeting, ff_group_get_uid (new_group));
  ff_meeting_set_start (new_meeting, &tuesday);
  ff_meeting_set_rule (new_meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (new_meeting, "America/Vancouver");
  ff_group_repository_save_async (f->store, new_group, new_meeting, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  *group = g_strdup (ff_group_get_uid (new_group));
  *meeting = g_strdup (ff_meeting_get_uid (new_meeting));
}

static inline FfVolunteer *
make_volunteer (const char *uid, const char *name)
{
  FfVolunteer *volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
  return volunteer;
}

static inline FfAssignment *
make_duty (Fixture *f, const char *uid, const char *volunteer, int weeks, guint place)
{
  FfAssignment *duty = ff_assignment_new (uid);
  FfWallTime time = ff_wall_time_add_days (&tuesday, 7 * weeks);

  ff_assignment_set_volunteer (duty, volunteer);
  ff_assignment_set_place (duty, f->meeting, &time, FF_ROLE_UID_HOST, place);
  return duty;
}

/* Ann may take any role, what a host does requires a training, and the group needs two hosts. */
static inline void
save_roster (Fixture *f)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfRequirement) training = ff_requirement_new ("training");
  g_autoptr (FfRole) host = ff_role_new (FF_ROLE_UID_HOST);
  g_autoptr (FfVolunteer) ann = make_volunteer ("ann", "Ann");
  g_autoptr (FfVolunteer) bea = make_volunteer ("bea", "Béa");
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);

  ff_requirement_set_name (training, "Opening the room");
  ff_roster_edit_save_requirement (edit, training);
  ff_role_set_requirements (host, (const char *const[]) { "training", NULL });
  ff_roster_edit_save_role (edit, host);
  g_ptr_array_add (needs, ff_need_new (f->group, NULL, FF_ROLE_UID_HOST, 2, TRUE));
  ff_roster_edit_save_needs (edit, f->group, NULL, needs);
  ff_roster_edit_save_volunteer (edit, ann);
  ff_roster_edit_save_volunteer (edit, bea);
  assert_applied (f, edit);
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->changes = g_string_new (NULL);
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
  save_group (f, "Harbour", &f->group, &f->meeting);
  save_roster (f);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_string_free (f->changes, TRUE);
  g_free (f->group);
  g_free (f->meeting);
  g_free (f->folder);
}

static inline char *
make_path (Fixture *f)
{
  return g_build_filename (f->folder, "fourfold.db", NULL);
}

static inline gint64
ask (Fixture *f, const char *sql)
{
  g_autofree char *path = make_path (f);
  sqlite3 *database;
  sqlite3_stmt *statement;
  gint64 answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return answer;
}

static inline GPtrArray *
list_duties (Fixture *f)
{
  static const FfWallTime from = { 2020, 1, 1, 0, 0 };
  static const FfWallTime until = { 2030, 1, 1, 0, 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *duties = ff_assignment_repository_list (f->store, NULL, NULL, &from, &until, &error);

  g_assert_no_error (error);
  return duties;
}
