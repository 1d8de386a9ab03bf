/* test-queries.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What views read while somebody waits: by an index, and quickly at a coordinator's and at a facilitator's size.
 */

#include <sqlite3.h>

#include "ff-assignment-repository.h"
#include "ff-group-repository.h"
#include "ff-handout-repository.h"
#include "ff-help-line-repository.h"
#include "ff-meeting-repository.h"
#include "ff-participant-repository.h"
#include "ff-retention.h"
#include "ff-roster-repository.h"
#include "ff-sample.h"
#include "ff-session-repository.h"
#include "ff-statement.h"
#include "ff-store-private.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GHashTable *statements; /* the SQL of every statement that was run */
} Fixture;

static int
on_statement (unsigned kind, void *data, void *statement, void *extra)
{
  g_hash_table_add (data, g_strdup (sqlite3_sql (statement)));
  return 0;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 24, 15, 0, 0);
  GAsyncResult *result = NULL;

  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ff_sample_fill_async (f->store, (FfSampleSize) GPOINTER_TO_INT (data), 1, now, ff_test_on_result,
                        &result);
  ff_test_assert_written (f->store, &result);
  sqlite3_trace_v2 (ff_connection_get_database (ff_store_get_connection (f->store, NULL)),
                    SQLITE_TRACE_STMT, on_statement, f->statements);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
  g_hash_table_unref (f->statements);
}

#define TIME(name, milliseconds, expression)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 best = G_MAXINT64;                                                                      \
    for (guint turn = 0; turn < 5; turn++)                                                         \
      {                                                                                            \
        gint64 begin = g_get_monotonic_time ();                                                    \
        expression;                                                                                \
        best = MIN (best, g_get_monotonic_time () - begin);                                        \
      }                                                                                            \
    g_test_message (name ": %.2f ms", (double) best / 1000);                                       \
    g_assert_cmpint (best, <, (milliseconds) * 1000);                                              \
  }                                                                                                \
  G_STMT_END

static GPtrArray *
list_weeks (FfStore *store, int weeks)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 24, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, weeks);
  g_autoptr (GError) error = NULL;
  GPtrArray *dates
      = ff_meeting_repository_list_occurrences (store, NULL, from, until, NULL, &error);

  g_assert_no_error (error);
  return dates;
}

/* Every read that a view makes. The limits are some times what was measured, so that only a lost index is found. */
static void
read_all (Fixture *f)
{
  FfStore *store = f->store;
  g_autoptr (GPtrArray) sessions = ff_session_repository_list (store, NULL, 50, 0, NULL);
  FfSession *session = sessions->pdata[0];
  const char *uid = ff_session_get_uid (session);
  const char *group = ff_session_get_group (session);
  const char *meeting = ff_session_get_meeting (session);
  const FfWallTime *start = ff_session_get_rule_time (session);
  FfWallTime next = ff_wall_time_add_days (start, 7);

  TIME ("all groups", 20, g_ptr_array_unref (ff_group_repository_list (store, NULL)));
  TIME ("one group", 5, g_object_unref (ff_group_repository_get (store, group, NULL)));
  TIME ("one group's meetings", 5,
        g_ptr_array_unref (ff_meeting_repository_list (store, group, NULL)));
  TIME ("one meeting", 5, g_object_unref (ff_meeting_repository_get (store, meeting, NULL)));
  TIME ("one date", 5,
        g_object_unref (ff_meeting_repository_get_occurrence (store, meeting, start, NULL)));
  TIME ("one group's overrides", 5,
        g_ptr_array_unref (ff_meeting_repository_list_overrides (store, group, NULL)));
  TIME ("fifty sessions", 20,
        g_ptr_array_unref (ff_session_repository_list (store, NULL, 50, 0, NULL)));
  TIME ("fifty sessions of a group", 20,
        g_ptr_array_unref (ff_session_repository_list (store, group, 50, 0, NULL)));
  TIME ("one session", 5, g_object_unref (ff_session_repository_get (store, uid, NULL)));
  TIME ("a date's session", 5,
        g_object_unref (ff_session_repository_find (store, meeting, start, NULL)));
  TIME ("check-ins counted", 10,
        g_hash_table_unref (ff_session_repository_count_check_ins (store, sessions, NULL)));
  TIME ("check-ins", 5,
        g_ptr_array_unref (ff_session_repository_list_check_ins (store, uid, NULL)));
  TIME ("plan items", 5,
        g_ptr_array_unref (ff_session_repository_list_plan_items (store, uid, NULL)));
  TIME ("items to review", 10,
        g_ptr_array_unref (
            ff_session_repository_list_items_to_review (store, group, &next, uid, NULL)));
  TIME ("an alias completed", 5,
        g_ptr_array_unref (ff_session_repository_complete_alias (store, group, "a", 8, NULL)));
  TIME ("handouts had", 10,
        g_hash_table_unref (ff_handout_repository_list_had (store, group, G_MAXINT32, NULL)));
  TIME ("help lines", 5, g_ptr_array_unref (ff_help_line_repository_list (store, group, NULL)));
  TIME ("help lines at the foot", 5, ff_help_line_repository_get_at_foot (store, group, NULL));
  TIME ("an own handout", 5,
        ff_own_handout_free (ff_handout_repository_get_own (
            store, "own-6f5a1b0e-3c52-4d51-9a70-5a6d1e000003", NULL)));
  TIME ("an alias found", 5,
        g_clear_object (&(FfParticipant *) {
            ff_session_repository_find_participant (store, group, "alex", NULL) }));
}

static char *
find_volunteer (Fixture *f)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (ff_store_get_connection (f->store, NULL),
                          "SELECT uid FROM volunteers WHERE uid > ?1 LIMIT 1");

  ff_statement_bind_text (statement, 1, "");
  g_assert_true (ff_statement_next (statement));
  return g_strdup (ff_statement_get_text (statement, 0));
}

/* What views read of the rota on the main thread. */
static void
read_roster (Fixture *f)
{
  static const FfWallTime from = { 2026, 11, 24, 0, 0 };
  static const FfWallTime until = { 2026, 12, 22, 0, 0 };
  FfStore *store = f->store;
  g_autofree char *uid = find_volunteer (f);
  g_autoptr (GPtrArray) sessions = ff_session_repository_list (store, NULL, 1, 0, NULL);
  const char *group = ff_session_get_group (sessions->pdata[0]);
  const char *meeting = ff_session_get_meeting (sessions->pdata[0]);
  guint needs, volunteers;

  TIME ("one volunteer", 5, g_object_unref (ff_roster_repository_get_volunteer (store, uid, NULL)));
  TIME ("one group's needs", 5,
        g_ptr_array_unref (ff_roster_repository_list_needs (store, group, NULL)));
  TIME ("who needs and takes a role", 5,
        ff_roster_repository_get_role_use (store, FF_ROLE_UID_HOST, &needs, &volunteers, NULL));
  g_assert_cmpuint (needs, >, 0);
  g_assert_cmpuint (volunteers, >, 0);
  TIME ("one meeting's duties", 5,
        g_ptr_array_unref (
            ff_assignment_repository_list (store, meeting, NULL, &from, &until, NULL)));
  TIME ("one volunteer's duties", 5,
        g_ptr_array_unref (ff_assignment_repository_list (store, NULL, uid, &from, &until, NULL)));
  TIME ("one volunteer's duties at a meeting", 5,
        g_ptr_array_unref (
            ff_assignment_repository_list (store, meeting, uid, &from, &until, NULL)));
  TIME ("four weeks of duties", 20,
        g_ptr_array_unref (ff_assignment_repository_list (store, NULL, NULL, &from, &until, NULL)));
}

static gpointer
follow_reader (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  sqlite3_trace_v2 (ff_connection_get_database (connection), SQLITE_TRACE_STMT,
                    data != NULL ? on_statement : NULL, data);
  return connection;
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  ff_test_wait (result);
  return g_steal_pointer (result);
}

static GPtrArray *
list_people (FfStore *store, const char *group, const char *prefix, guint offset)
{
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_participant_repository_list_async (store, group, prefix, 50, offset, NULL, ff_test_on_result,
                                        &result);
  done = wait_for (&result);
  return ff_participant_repository_list_finish (store, done, NULL);
}

static FfPersonRecord *
read_record (FfStore *store, const char *uid)
{
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_participant_repository_get_record_async (store, uid, NULL, ff_test_on_result, &result);
  done = wait_for (&result);
  return ff_participant_repository_get_record_finish (store, done, NULL);
}

static GPtrArray *
preview (FfStore *store, const char *group)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 15, 0, 0);
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_retention_preview_async (store, group, 24, now, NULL, ff_test_on_result, &result);
  done = wait_for (&result);
  return ff_retention_preview_finish (store, done, NULL);
}

/* What views read of people, on the reader's thread. */
static void
read_people (Fixture *f)
{
  FfStore *store = f->store;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GAsyncResult) ended = NULL;
  GAsyncResult *result = NULL;
  const char *uid, *group;

  ff_store_read_async (store, follow_reader, f->statements, NULL, NULL, NULL, ff_test_on_result,
                       &result);
  begun = wait_for (&result);
  people = list_people (store, NULL, "", 0);
  g_assert_cmpuint (people->len, ==, 30);
  uid = ff_person_get_uid (people->pdata[0]);
  group = ff_person_get_group (people->pdata[0]);
  TIME ("people", 20, g_ptr_array_unref (list_people (store, NULL, "", 0)));
  TIME ("people whose alias begins so", 20, g_ptr_array_unref (list_people (store, NULL, "a", 0)));
  TIME ("people of a group", 20, g_ptr_array_unref (list_people (store, group, "", 0)));
  TIME ("a participant", 5, g_object_unref (ff_participant_repository_get (store, uid, NULL)));
  TIME ("all of a person", 60, g_object_unref (read_record (store, uid)));
  TIME ("what is too old", 100, g_ptr_array_unref (preview (store, group)));
  ff_store_read_async (store, follow_reader, NULL, NULL, NULL, NULL, ff_test_on_result, &result);
  ended = wait_for (&result);
}

/* https://www.sqlite.org/eqp.html: SCAN reads a whole table. */
static void
assert_indexed (sqlite3 *database, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (database, explain, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *step = (const char *) sqlite3_column_text (statement, 3);

      /* In an index's own order, as far as LIMIT goes, is right only where all rows are wanted. */
      if (g_str_has_prefix (step, "SCAN")
          && (strstr (step, "INDEX sessions_by_start") == NULL
              || strstr (sql, " WHERE s.group_id") != NULL)
          && (strstr (step, "INDEX participants_by_last_seen") == NULL
              || strstr (sql, " WHERE p.group_id") != NULL))
        g_error ("%s in: %s", step, sql);
      if (strstr (step, "AUTOMATIC") != NULL)
        g_error ("%s in: %s", step, sql);
    }
  sqlite3_finalize (statement);
}

static void
test_queries (Fixture *f, gconstpointer data)
{
  sqlite3 *database = ff_connection_get_database (ff_store_get_connection (f->store, NULL));
  GHashTableIter iter;
  gpointer sql;
  guint checked = 0;

  read_all (f);
  read_roster (f);
  read_people (f);
  sqlite3_trace_v2 (database, 0, NULL, NULL);
  g_hash_table_iter_init (&iter, f->statements);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    {
      /* All the groups are what the group switcher asks for, and what is looked through for those that keep notes for a time. */
      if (g_str_has_suffix (sql, "FROM groups AS g")
          || strstr (sql, "keep_months IS NOT NULL") != NULL || g_str_has_prefix (sql, "BEGIN")
          || g_str_has_prefix (sql, "ROLLBACK"))
        continue;
      assert_indexed (database, sql);
      checked++;
    }
  g_assert_cmpuint (checked, >=, 42);
}

/* 1,000,000 check-ins of six people each are 166,000 sessions; one of the groups met every day for thirteen years. */
static void
test_had_at_country_size (Fixture *f, gconstpointer data)
{
  static const char fill[]
      = "INSERT INTO sessions (uid, group_id, rule_time, start)"
        " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 166000)"
        " SELECT 'x' || i, CASE WHEN i < 4800 THEN 1 ELSE 2 + i % 290 END,"
        " strftime ('%Y-%m-%dT19:00', '2013-01-01', (i % 4800) || ' days'),"
        " strftime ('%Y-%m-%dT19:00', '2013-01-01', (i % 4800) || ' days') FROM n;"
        "INSERT INTO session_handouts (session_id, position, handout, copies)"
        " SELECT s.id, p.value, 'handout-' || ((s.id * 7 + p.value * 11) % 60), 8"
        " FROM sessions AS s, json_each ('[0, 1, 2]') AS p WHERE s.uid GLOB 'x*'";
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GHashTable) had = NULL;
  FfConnection *connection;
  const char *uid;

  ff_test_close (f->store);
  connection = ff_connection_open (path, FF_CONNECTION_WRITER, NULL, NULL);
  g_assert_true (ff_connection_execute (connection, "BEGIN", NULL));
  g_assert_true (ff_connection_execute (connection, fill, NULL));
  g_assert_true (ff_connection_execute (connection, "COMMIT", NULL));
  ff_connection_free (connection);
  f->store = ff_test_open (f->folder);
  groups = ff_group_repository_list (f->store, NULL);
  uid = NULL;
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GPtrArray) sessions
          = ff_session_repository_list (f->store, ff_group_get_uid (groups->pdata[i]), 1, 4700,
                                        NULL);

      if (sessions->len > 0)
        uid = ff_group_get_uid (groups->pdata[i]);
    }
  g_assert_nonnull (uid);
  had = ff_handout_repository_list_had (f->store, uid, G_MAXINT32, NULL);
  g_assert_cmpuint (g_hash_table_size (had), >=, 60);
  TIME ("handouts had, of a daily meeting", 10,
        g_hash_table_unref (ff_handout_repository_list_had (f->store, uid, G_MAXINT32, NULL)));
}

static void
test_occurrences (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) five = list_weeks (f->store, 5);

  g_test_message ("%u dates in five weeks", five->len);
  g_assert_cmpuint (five->len, >=, GPOINTER_TO_INT (data) == FF_SAMPLE_COORDINATOR ? 1000 : 10);
  TIME ("one week of all meetings", 500, g_ptr_array_unref (list_weeks (f->store, 1)));
  TIME ("five weeks of all meetings", 1000, g_ptr_array_unref (list_weeks (f->store, 5)));
}

#define ADD(name, size, func)                                                                      \
  g_test_add ("/queries/" name, Fixture, GINT_TO_POINTER (size), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("facilitator", FF_SAMPLE_FACILITATOR, test_queries);
  ADD ("coordinator", FF_SAMPLE_COORDINATOR, test_queries);
  ADD ("had-at-country-size", FF_SAMPLE_COORDINATOR, test_had_at_country_size);
  ADD ("facilitator-occurrences", FF_SAMPLE_FACILITATOR, test_occurrences);
  ADD ("coordinator-occurrences", FF_SAMPLE_COORDINATOR, test_occurrences);

  return g_test_run ();
}
