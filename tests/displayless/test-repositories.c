/* test-repositories.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups and meetings, stored and found again.
 */

#include <sqlite3.h>

#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"
#include "ff-test-schedule.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
  GString *changes;
} Fixture;

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
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->changes = g_string_new (NULL);
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
  g_string_free (f->changes, TRUE);
}

static FfGroup *
make_group (const char *uid, const char *name)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, name);
  ff_group_set_programme (group, "4-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_set_language (group, "fr-CA");
  ff_group_set_open (group, TRUE);
  return group;
}

static void
save_group (Fixture *f, const char *uid, const char *name)
{
  g_autoptr (FfGroup) group = make_group (uid, name);

  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static const FfWallTime tuesday = { 2026, 11, 24, 19, 0 };

static FfMeeting *
make_meeting (const char *uid, const char *group)
{
  FfMeeting *meeting = ff_meeting_new (uid);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_title (meeting, "Tuesday evening");
  ff_meeting_set_start (meeting, &tuesday);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY;BYDAY=TU");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_place (meeting, "St Andrew’s, lower hall");
  ff_meeting_set_link (meeting, "https://example.org/room");
  return meeting;
}

static void
save_meeting (Fixture *f, const char *uid, const char *group)
{
  g_autoptr (FfMeeting) meeting = make_meeting (uid, group);

  ff_test_save_meeting (f->store, meeting);
}

static void
test_group (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = make_group ("g1", "Ñandú");
  g_autoptr (FfGroup) read = NULL;
  g_autoptr (FfGroup) absent = NULL;
  g_autoptr (GError) error = NULL;

  ff_group_set_keep_months (group, 24);
  ff_group_set_own_check_in_parts (group, 0);
  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &f->result);
  /* The store has its own copy: what is done to the object meanwhile is not stored. */
  ff_group_set_name (group, "Something else");
  ff_test_assert_written (f->store, &f->result);
  g_assert_cmpstr (f->changes->str, ==, "0:g1 ");

  read = ff_group_repository_get (f->store, "g1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_group_get_uid (read), ==, "g1");
  g_assert_cmpstr (ff_group_get_name (read), ==, "Ñandú");
  g_assert_cmpstr (ff_group_get_programme (read), ==, "4-points");
  g_assert_cmpstr (ff_group_get_zone (read), ==, "America/Vancouver");
  g_assert_cmpstr (ff_group_get_language (read), ==, "fr-CA");
  g_assert_true (ff_group_get_open (read));
  g_assert_false (ff_group_get_sample (read));
  g_assert_cmpuint (ff_group_get_keep_months (read), ==, 24);
  g_assert_cmpint (ff_group_get_own_check_in_parts (read), ==, 0);
  ff_group_set_keep_months (read, 0);
  ff_group_set_own_check_in_parts (read, FF_GROUP_AS_PROGRAMME);
  ff_group_repository_save_async (f->store, read, NULL, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_object (&read);
  read = ff_group_repository_get (f->store, "g1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ff_group_get_keep_months (read), ==, 0);
  g_assert_cmpint (ff_group_get_own_check_in_parts (read), ==, FF_GROUP_AS_PROGRAMME);
  ff_group_set_own_check_in_parts (read, 65536);
  ff_group_repository_save_async (f->store, read, NULL, ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "parts of a check-in"));
  g_clear_error (&error);

  absent = ff_group_repository_get (f->store, "nobody", &error);
  g_assert_no_error (error);
  g_assert_null (absent);
}

static void
test_group_list (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;

  save_group (f, "g2", "Beta");
  save_group (f, "g1", "Gamma");
  save_group (f, "g3", "Alpha");
  save_group (f, "g1", "Delta");
  groups = ff_group_repository_list (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpstr (ff_group_get_name (groups->pdata[0]), ==, "Alpha");
  g_assert_cmpstr (ff_group_get_name (groups->pdata[1]), ==, "Beta");
  g_assert_cmpstr (ff_group_get_name (groups->pdata[2]), ==, "Delta");
}

static void
test_group_with_meeting (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = make_group ("g1", "Together");
  g_autoptr (FfMeeting) meeting = make_meeting ("m1", NULL);
  g_autoptr (FfMeeting) read = NULL;
  g_autoptr (GError) error = NULL;

  ff_group_repository_save_async (f->store, group, meeting, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_assert_cmpstr (f->changes->str, ==, "0:g1 1:m1 ");
  read = ff_meeting_repository_get (f->store, "m1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_meeting_get_group (read), ==, "g1");

  /* One transaction: a meeting that is refused keeps the group's new name out as well. */
  ff_group_set_name (group, "Renamed");
  {
    g_autofree char *long_title = g_strnfill (201, 'x');

    ff_meeting_set_title (meeting, long_title);
  }
  ff_group_repository_save_async (f->store, group, meeting, ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  {
    g_autoptr (FfGroup) unchanged = ff_group_repository_get (f->store, "g1", NULL);

    g_assert_cmpstr (ff_group_get_name (unchanged), ==, "Together");
  }
}

static void
test_meeting (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) read = NULL;
  g_autoptr (FfMeeting) again = NULL;
  g_autoptr (FfMeeting) changed = NULL;
  g_autoptr (GError) error = NULL;

  save_group (f, "g1", "Group");
  save_meeting (f, "m1", "g1");
  read = ff_meeting_repository_get (f->store, "m1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_meeting_get_title (read), ==, "Tuesday evening");
  g_assert_cmpint (ff_wall_time_compare (ff_meeting_get_start (read), &tuesday), ==, 0);
  g_assert_cmpuint (ff_meeting_get_minutes (read), ==, 90);
  g_assert_cmpstr (ff_meeting_get_rule (read), ==, "FREQ=WEEKLY;BYDAY=TU");
  g_assert_cmpstr (ff_meeting_get_zone (read), ==, "America/Vancouver");
  g_assert_cmpstr (ff_meeting_get_place (read), ==, "St Andrew’s, lower hall");
  g_assert_cmpstr (ff_meeting_get_link (read), ==, "https://example.org/room");
  g_assert_cmpuint (ff_meeting_get_sequence (read), ==, 0);
  g_assert_cmpint (ff_meeting_get_modified (read), >, 0);

  /* The sequence says that something is different; saving the same does not. */
  save_meeting (f, "m1", "g1");
  again = ff_meeting_repository_get (f->store, "m1", &error);
  g_assert_cmpuint (ff_meeting_get_sequence (again), ==, 0);
  ff_meeting_set_rule (again, NULL);
  ff_test_save_meeting (f->store, again);
  changed = ff_meeting_repository_get (f->store, "m1", &error);
  g_assert_cmpuint (ff_meeting_get_sequence (changed), ==, 1);
  g_assert_null (ff_meeting_get_rule (changed));
}

static void
test_meeting_without_group (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfMeeting) meeting = make_meeting ("m1", "nowhere");
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_cmpuint (ff_schedule_edit_apply_finish (f->store, done, &error), ==, 0);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "The group of this meeting is not there any more."));
  g_assert_cmpstr (f->changes->str, ==, "");
}

static GPtrArray *
list_five_weeks (Fixture *f)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 22, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 5);
  g_autoptr (GError) error = NULL;
  GPtrArray *dates
      = ff_meeting_repository_list_occurrences (f->store, NULL, from, until, NULL, &error);

  g_assert_no_error (error);
  return dates;
}

static void
test_override (Fixture *f, gconstpointer data)
{
  static const FfWallTime moved_to = { 2026, 12, 3, 18, 30 };
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  FfWallTime second = ff_wall_time_add_days (&tuesday, 7);
  g_autoptr (FfOverride) override = ff_override_new ("m1", &second);
  g_autoptr (FfOverride) read = NULL;
  g_autoptr (FfOccurrence) occurrence = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  save_group (f, "g1", "Group");
  save_meeting (f, "m1", "g1");
  ff_override_set_start (override, &moved_to);
  ff_override_set_note (override, "The hall is taken");
  ff_test_save_override (f->store, override);
  ff_override_set_place (override, "Library");
  ff_test_save_override (f->store, override);

  read = ff_meeting_repository_get_override (f->store, "m1", &second, &error);
  g_assert_no_error (error);
  g_assert_false (ff_override_get_cancelled (read));
  g_assert_cmpint (ff_wall_time_compare (ff_override_get_start (read), &moved_to), ==, 0);
  g_assert_cmpstr (ff_override_get_place (read), ==, "Library");
  g_assert_null (ff_override_get_link (read));
  g_assert_cmpstr (ff_override_get_note (read), ==, "The hall is taken");

  dates = list_five_weeks (f);
  g_assert_cmpuint (dates->len, ==, 5);
  g_assert_true (ff_occurrence_get_moved (dates->pdata[1]));
  g_assert_cmpstr (ff_occurrence_get_place (dates->pdata[1]), ==, "Library");
  occurrence = ff_meeting_repository_get_occurrence (f->store, "m1", &second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_occurrence_get_note (occurrence), ==, "The hall is taken");

  ff_schedule_edit_delete_override (edit, "m1", &second);
  ff_test_apply (f->store, edit);
  all = ff_meeting_repository_list_overrides (f->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
save_session (Fixture *f, const char *uid, const FfWallTime *rule_time)
{
  g_autoptr (FfSession) session = ff_session_new (uid);

  ff_session_set_group (session, "g1");
  ff_session_set_meeting (session, "m1");
  ff_session_set_rule_time (session, rule_time);
  ff_session_set_start (session, rule_time);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static void
save_override (Fixture *f, const FfWallTime *rule_time, const FfWallTime *start, const char *note)
{
  g_autoptr (FfOverride) override = ff_override_new ("m1", rule_time);

  if (start != NULL)
    ff_override_set_start (override, start);
  ff_override_set_cancelled (override, start == NULL);
  ff_override_set_note (override, note);
  ff_test_save_override (f->store, override);
}

static void
assert_note (Fixture *f, const FfWallTime *rule_time, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfOverride) read
      = ff_meeting_repository_get_override (f->store, "m1", rule_time, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read != NULL ? ff_override_get_note (read) : NULL, ==, note);
}

/* A meeting that is half an hour earlier from now on keeps its cancelled and moved dates and its notes. */
static void
test_new_hour (Fixture *f, gconstpointer data)
{
  static const FfWallTime moved_to = { 2026, 12, 3, 18, 0 }, earlier = { 2026, 11, 24, 18, 30 };
  const FfWallTime old[] = { tuesday, ff_wall_time_add_days (&tuesday, 7) };
  const FfWallTime new[] = { earlier, ff_wall_time_add_days (&earlier, 7) };
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfMeeting) meeting = make_meeting ("m1", "g1");
  g_autoptr (FfSession) session = NULL;
  g_autoptr (FfOverride) moved = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GError) error = NULL;

  save_group (f, "g1", "Group");
  save_meeting (f, "m1", "g1");
  save_override (f, &old[0], NULL, "The hall is taken");
  save_override (f, &old[1], &moved_to, "Another day");
  save_session (f, "s1", &old[1]);
  g_string_truncate (f->changes, 0);

  ff_meeting_set_start (meeting, &earlier);
  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_move_dates (edit, "m1", "m1", &old[0], 0, -30);
  ff_test_apply (f->store, edit);

  g_assert_cmpstr (f->changes->str, ==, "1:m1 2:s1 ");
  assert_note (f, &old[0], NULL);
  assert_note (f, &new[0], "The hall is taken");
  assert_note (f, &old[1], NULL);
  assert_note (f, &new[1], "Another day");
  moved = ff_meeting_repository_get_override (f->store, "m1", &new[1], &error);
  g_assert_cmpint (ff_wall_time_compare (ff_override_get_start (moved), &moved_to), ==, 0);
  session = ff_session_repository_find (f->store, "m1", &new[1], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_session_get_uid (session), ==, "s1");
  /* When it took place stays what it was. */
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_start (session), &old[1]), ==, 0);
  dates = list_five_weeks (f);
  g_assert_true (ff_occurrence_get_cancelled (dates->pdata[0]));

  /* A session that was open meanwhile does not go back to the old date. */
  save_session (f, "s1", &old[1]);
  g_clear_object (&session);
  session = ff_session_repository_find (f->store, "m1", &new[1], &error);
  g_assert_nonnull (session);
}

/* Notes stay in the list when the rule gives their dates no more. */
static void
test_new_weekday (Fixture *f, gconstpointer data)
{
  static const FfWallTime wednesday = { 2026, 11, 25, 19, 0 };
  g_autoptr (FfMeeting) meeting = make_meeting ("m1", "g1");
  g_autoptr (FfOccurrence) occurrence = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;

  save_group (f, "g1", "Group");
  save_meeting (f, "m1", "g1");
  save_session (f, "s1", &tuesday);
  ff_meeting_set_start (meeting, &wednesday);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY;BYDAY=WE");
  ff_test_save_meeting (f->store, meeting);

  sessions = ff_session_repository_list (f->store, "g1", 10, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  occurrence = ff_meeting_repository_get_occurrence (f->store, "m1", &tuesday, &error);
  g_assert_no_error (error);
  g_assert_nonnull (occurrence);
}

static void
execute (Fixture *f, const char *sql)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* What another program wrote into the database hides neither the rest nor what people said. */
static void
test_impossible (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2027, 4, 1, 0, 0, 0);
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GPtrArray) unusable = NULL;
  g_autoptr (GPtrArray) overrides = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (FfSession) session = NULL;
  g_autoptr (FfMeeting) short_one = NULL;
  g_autoptr (GError) error = NULL;

  save_group (f, "g1", "Group");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *uid = g_strdup_printf ("m%u", i);

      save_meeting (f, uid, "g1");
    }
  save_override (f, &tuesday, NULL, "The hall is taken");
  save_session (f, "s1", &tuesday);
  execute (f, "PRAGMA ignore_check_constraints = ON;"
              "UPDATE meetings SET rule = 'FREQ=SECONDLY' WHERE uid = 'm2';"
              "UPDATE meetings SET zone = 'Eastern' WHERE uid = 'm3';"
              "UPDATE meetings SET start = '2026-02-31T25:00' WHERE uid = 'm4';"
              "UPDATE meetings SET minutes = 0 WHERE uid = 'm5';"
              "UPDATE overrides SET rule_time = '2026-02-31T25:00';"
              "UPDATE groups SET name = CAST (x'41ff42' AS TEXT);"
              "UPDATE sessions SET rule_time = '2027-02-31T25:61', start = '2027-02-31T25:61'");

  dates = ff_meeting_repository_list_occurrences (f->store, NULL, from, until, &unusable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dates->len, >, 0);
  g_assert_cmpuint (unusable->len, ==, 3);
  overrides = ff_meeting_repository_list_overrides (f->store, NULL, &error);
  g_assert_cmpuint (overrides->len, ==, 0);
  short_one = ff_meeting_repository_get (f->store, "m5", &error);
  g_assert_cmpuint (ff_meeting_get_minutes (short_one), ==, 90);
  groups = ff_group_repository_list (f->store, &error);
  g_assert_cmpstr (ff_group_get_name (groups->pdata[0]), ==, "A\357\277\275B");
  session = ff_session_repository_get (f->store, "s1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_start (session),
                                         &(FfWallTime) { 2027, 2, 28, 23, 59 }),
                   ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/repositories/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/repositories/group-list", Fixture, NULL, set_up, test_group_list, tear_down);
  g_test_add ("/repositories/group-with-meeting", Fixture, NULL, set_up, test_group_with_meeting,
              tear_down);
  g_test_add ("/repositories/new-hour", Fixture, NULL, set_up, test_new_hour, tear_down);
  g_test_add ("/repositories/new-weekday", Fixture, NULL, set_up, test_new_weekday, tear_down);
  g_test_add ("/repositories/impossible", Fixture, NULL, set_up, test_impossible, tear_down);
  g_test_add ("/repositories/meeting", Fixture, NULL, set_up, test_meeting, tear_down);
  g_test_add ("/repositories/meeting-without-group", Fixture, NULL, set_up,
              test_meeting_without_group, tear_down);
  g_test_add ("/repositories/override", Fixture, NULL, set_up, test_override, tear_down);

  return g_test_run ();
}
