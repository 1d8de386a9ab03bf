/* test-roster-schema.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roster's tables: made beside what there was, and refusing what cannot be.
 */

#include "ff-backup.h"
#include "ff-roster-repository.h"
#include "ff-test-fixture.h"

/* What each of the tables holds. */
static char *
dump (Fixture *f, const char *const *tables)
{
  g_autoptr (GString) all = g_string_new (NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", tables[i]);
      sqlite3_stmt *rows;

      g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (rows); column++)
          g_string_append_printf (all, "%s|", (const char *) sqlite3_column_text (rows, column));
      g_string_append_c (all, '\n');
      sqlite3_finalize (rows);
    }
  sqlite3_close (database);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* What all tables held before there was a roster. */
static char *
dump_schema_6 (Fixture *f)
{
  static const char *const tables[]
      = { "groups",        "meetings",   "overrides",         "sessions",  "session_handouts",
          "participants",  "check_ins",  "plan_items",        "own_words", "own_handouts",
          "handout_marks", "help_lines", "holiday_calendars", NULL };

  return dump (f, tables);
}

/* And what those of the roster held before a role could be retired. */
static char *
dump_schema_7 (Fixture *f)
{
  static const char *const tables[]
      = { "requirements",
          "(SELECT id, uid, kind, name, position, sequence, modified FROM roles)",
          "role_requirements",
          "needs",
          "volunteers",
          "volunteer_languages",
          "volunteer_programmes",
          "volunteer_roles",
          "volunteer_groups",
          "availabilities",
          "absences",
          "trainings",
          "volunteer_steps",
          "assignments",
          "hours",
          NULL };
  g_autofree char *before = dump_schema_6 (f);
  g_autofree char *roster = dump (f, tables);

  return g_strconcat (before, roster, NULL);
}

/* And what those held before anything was kept to be told. */
static char *
dump_schema_8 (Fixture *f)
{
  static const char *const tables[] = { "roles", "volunteers_apart", NULL };
  g_autofree char *before = dump_schema_7 (f);
  g_autofree char *since = dump (f, tables);

  return g_strconcat (before, since, NULL);
}

/* The built-in roles are there, nobody has one, and nothing else is different. */
static void
test_schema_6 (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_schema_6 (f);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (FfRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 6);
  g_assert_cmpuint (strlen (before), >, 1000);
  store = ff_test_open (f->folder);
  roles = ff_roster_repository_list_roles (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (roles->len, ==, FF_ROLE_OWN);
  for (guint i = 0; i < roles->len; i++)
    g_assert_cmpuint (ff_role_get_kind (roles->pdata[i]), ==, i);
  roster = ff_roster_repository_load (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ff_roster_get_volunteers (roster)->len, ==, 0);
  g_assert_cmpuint (count_found (store, "cafe"), ==, 1);
  ff_test_close (store);
  after = dump_schema_6 (f);
  g_assert_cmpstr (after, ==, before);
}

/* Everybody has what they had; nobody is known to be apart from another, and every role is offered. */
static void
test_schema_7 (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_schema_7 (f);
  g_autofree char *after = NULL;
  g_autoptr (FfRoster) roster = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 7);
  g_assert_nonnull (strstr (before, "With family"));
  store = ff_test_open (f->folder);
  roster = ff_roster_repository_load (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ff_roster_get_volunteers (roster)->len, ==, 2);
  g_assert_cmpuint (ff_roster_get_roles (roster)->len, ==, FF_ROLE_OWN + 1);
  for (guint i = 0; i < ff_roster_get_roles (roster)->len; i++)
    g_assert_false (ff_role_get_retired (ff_roster_get_roles (roster)->pdata[i]));
  g_assert_cmpuint (ff_roster_count_apart (roster), ==, 0);
  ff_test_close (store);
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==,
                   ff_migration_get_latest ());
  after = dump_schema_7 (f);
  g_assert_cmpstr (after, ==, before);
  backups = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (strstr (((FfBackup *) backups->pdata[0])->path, "/before-update-of-schema-7-"));
}

/* Everything is as it was, and nobody is to be told that they have lost a duty. */
static void
test_schema_8 (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_schema_8 (f);
  g_autofree char *after = NULL;
  g_autoptr (FfRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 8);
  store = ff_test_open (f->folder);
  roster = ff_roster_repository_load (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ff_roster_get_volunteers (roster)->len, ==, 3);
  g_assert_cmpuint (ff_roster_count_apart (roster), ==, 1);
  g_assert_true (ff_role_get_retired (ff_roster_get_roles (roster)->pdata[FF_ROLE_OWN]));
  ff_test_close (store);
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==,
                   ff_migration_get_latest ());
  g_assert_cmpint (read_number (f->database, "SELECT count (*) FROM relieved_duties"), ==, 0);
  after = dump_schema_8 (f);
  g_assert_cmpstr (after, ==, before);
}

/* What fails in the last statement undoes the first. */
static void
test_relieved_rolled_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_schema_8 (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE TABLE relieved_duties_of_role (a)", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "relieved_duties_of_role"));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 8);
  g_assert_cmpint (
      read_number (f->database,
                   "SELECT count (*) FROM sqlite_schema WHERE name = 'relieved_duties'"),
      ==, 0);
  after = dump_schema_8 (f);
  g_assert_cmpstr (after, ==, before);
}

/* What fails in the last statement undoes the first. */
static void
test_apart_rolled_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_schema_7 (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "ALTER TABLE roles ADD COLUMN retired TEXT", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "retired"));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 7);
  g_assert_cmpint (
      read_number (f->database,
                   "SELECT count (*) FROM sqlite_schema WHERE name = 'volunteers_apart'"),
      ==, 0);
  after = dump_schema_7 (f);
  g_assert_cmpstr (after, ==, before);
}

static void
test_roster_rolled_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_schema_6 (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE TABLE hours (a)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "hours"));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 6);
  g_assert_cmpint (read_number (f->database,
                                "SELECT count (*) FROM sqlite_schema WHERE name = 'volunteers'"),
                   ==, 0);
  after = dump_schema_6 (f);
  g_assert_cmpstr (after, ==, before);
}

#define LONG(n) "printf ('%." #n "c', 'x')"

/* One of each, which stands, and then each check of the roster by something that it refuses. */
static void
test_roster_checks (Fixture *f, gconstpointer data)
{
  static const char *const seeds[] = {
    "INSERT INTO requirements VALUES (1, 'q', 'Training', 0, 12, '', 0, 0, 0)",
    "INSERT INTO role_requirements VALUES (1, 0, 1)",
    "INSERT INTO needs VALUES (1, 1, NULL, 1, 1, 1)",
    "INSERT INTO volunteers VALUES (1, 'v', 'Ann', 'ann', '', '', '', 'UTC', '', '', '', '', '', "
    "'', 2, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0)",
    "INSERT INTO volunteer_languages VALUES (1, 0, 'en')",
    "INSERT INTO volunteer_programmes VALUES (1, 0, 'own')",
    "INSERT INTO volunteer_roles VALUES (1, 0, 1)",
    "INSERT INTO volunteer_groups VALUES (1, 0, 1)",
    "INSERT INTO availabilities VALUES (1, 0, 2, 1080, 1200, 1)",
    "INSERT INTO absences VALUES (1, 0, '2026-12-01', '2026-12-02', '')",
    "INSERT INTO trainings VALUES (1, 0, 1, '2026-01-01', '2027-01-01', '')",
    "INSERT INTO volunteer_steps VALUES (1, 0, 'Sat in', NULL)",
    "INSERT INTO assignments VALUES (1, 'a', 1, 1, '2026-11-24T19:00', 1, 0, 0, 0, '', NULL, NULL, "
    "0, 0)",
    "INSERT INTO hours VALUES (1, 'h', 1, '2026-11-01', 60, '')",
    "INSERT INTO volunteers VALUES (2, 'w', 'Ann', 'ann', '', '', '', 'UTC', '', '', '', '', '', "
    "'', 2, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0)",
    "INSERT INTO volunteers_apart VALUES (1, 1, 2)",
    "INSERT INTO relieved_duties VALUES (1, 'a', 2, 1, '2026-11-24T19:00', 1)",
  };
  static const struct
  {
    const char *constraint;
    const char *sql;
  } checks[] = {
    { "uid_length", "UPDATE requirements SET uid = ''" },
    { "requirement_name_length", "UPDATE requirements SET name = " LONG (201) },
    { "requirement_name_length", "UPDATE requirements SET name = ''" },
    { "requirement_kind_range", "UPDATE requirements SET kind = 3" },
    { "valid_months_range", "UPDATE requirements SET valid_months = 601" },
    { "note_length", "UPDATE requirements SET note = " LONG (1000001) },
    { "made_up_range", "UPDATE requirements SET sample = 2" },
    { "sequence_range", "UPDATE requirements SET sequence = -1" },
    { "role_kind_range", "UPDATE roles SET kind = 6" },
    { "role_name_length", "UPDATE roles SET name = " LONG (201) },
    { "role_name_length", "UPDATE roles SET kind = 5" },
    { "position_range", "UPDATE roles SET position = -1" },
    { "sequence_range", "UPDATE roles SET sequence = -1" },
    { "position_range", "UPDATE role_requirements SET position = -1" },
    { "role_requirements.requirement_id", "UPDATE role_requirements SET requirement_id = NULL" },
    { "places_range", "UPDATE needs SET places = 0" },
    { "places_range", "UPDATE needs SET places = 10" },
    { "required_range", "UPDATE needs SET required = 2" },
    { "needs.group_id", "UPDATE needs SET group_id = NULL" },
    { "needs.role_id", "UPDATE needs SET role_id = NULL" },
    { "needs_once", "INSERT INTO needs VALUES (9, 1, NULL, 1, 2, 0)" },
    { "volunteer_name_length", "UPDATE volunteers SET name = ''" },
    { "volunteer_name_length", "UPDATE volunteers SET name = " LONG (201) },
    { "pronouns_length", "UPDATE volunteers SET pronouns = " LONG (101) },
    { "email_length", "UPDATE volunteers SET mail = " LONG (321) },
    { "phone_length", "UPDATE volunteers SET phone = " LONG (201) },
    { "zone_length", "UPDATE volunteers SET zone = ''" },
    { "language_length", "UPDATE volunteers SET language = " LONG (65) },
    { "home_length", "UPDATE volunteers SET home = " LONG (1001) },
    { "emergency_contact_length", "UPDATE volunteers SET emergency_name = " LONG (201) },
    { "phone_length", "UPDATE volunteers SET emergency_phone = " LONG (201) },
    { "note_length", "UPDATE volunteers SET notes = " LONG (1000001) },
    { "card_uid_length", "UPDATE volunteers SET source = " LONG (1001) },
    { "serving_range", "UPDATE volunteers SET serving = 4" },
    { "cap_range", "UPDATE volunteers SET cap_week = 100" },
    { "cap_range", "UPDATE volunteers SET cap_month = 100" },
    { "cap_range", "UPDATE volunteers SET cap_in_row = 100" },
    { "only_groups_range", "UPDATE volunteers SET only_groups = 2" },
    { "online_only_range", "UPDATE volunteers SET online_only = 2" },
    { "reach_range", "UPDATE volunteers SET reach = 20001" },
    { "latitude_range", "UPDATE volunteers SET latitude = 90.5" },
    { "longitude_range", "UPDATE volunteers SET longitude = 181" },
    { "made_up_range", "UPDATE volunteers SET sample = 2" },
    { "sequence_range", "UPDATE volunteers SET sequence = -1" },
    { "language_length", "UPDATE volunteer_languages SET language = " LONG (65) },
    { "volunteer_programme_length", "UPDATE volunteer_programmes SET programme = ''" },
    { "volunteer_roles.role_id", "UPDATE volunteer_roles SET role_id = NULL" },
    { "volunteer_groups.group_id", "UPDATE volunteer_groups SET group_id = NULL" },
    { "free_weekday_range", "UPDATE availabilities SET weekday = 8" },
    { "free_from_range", "UPDATE availabilities SET from_minute = 1440" },
    { "free_until_range", "UPDATE availabilities SET until_minute = from_minute" },
    { "free_until_range", "UPDATE availabilities SET until_minute = 2881" },
    { "wish_range", "UPDATE availabilities SET wish = 3" },
    { "absence_form", "UPDATE absences SET first = '1 May'" },
    { "absence_form", "UPDATE absences SET last = '2026-01-01'" },
    { "reason_length", "UPDATE absences SET reason = " LONG (10001) },
    { "training_form", "UPDATE trainings SET done = '1 May'" },
    { "training_form", "UPDATE trainings SET until = '2025-01-01'" },
    { "document_length", "UPDATE trainings SET document = " LONG (10001) },
    { "trainings.requirement_id", "UPDATE trainings SET requirement_id = NULL" },
    { "step_title_length", "UPDATE volunteer_steps SET title = ''" },
    { "step_form", "UPDATE volunteer_steps SET date = 'soon'" },
    { "start_form", "UPDATE assignments SET rule_time = 'soon'" },
    { "duty_place_range", "UPDATE assignments SET place = 9" },
    { "status_range", "UPDATE assignments SET status = 5" },
    { "pinned_range", "UPDATE assignments SET pinned = 2" },
    { "reason_length", "UPDATE assignments SET reason = " LONG (10001) },
    { "asked_range", "UPDATE assignments SET asked = 0" },
    { "assignments.meeting_id", "UPDATE assignments SET meeting_id = NULL" },
    { "assignments.role_id", "UPDATE assignments SET role_id = NULL" },
    { "sequence_range", "UPDATE assignments SET sequence = -1" },
    { "assignments.rule_time", "INSERT INTO assignments VALUES (9, 'b', 1, 1, '2026-11-24T19:00', "
                               "1, 0, 0, 0, '', NULL, NULL, 0, 0)" },
    { "hours_form", "UPDATE hours SET date = 'soon'" },
    { "hours_minutes_range", "UPDATE hours SET minutes = 0" },
    { "hours_minutes_range", "UPDATE hours SET minutes = 10081" },
    { "what_length", "UPDATE hours SET what = " LONG (1001) },
    { "hours.volunteer_id", "UPDATE hours SET volunteer_id = NULL" },
    { "apart_order", "UPDATE volunteers_apart SET second_id = 1" },
    { "apart_order", "INSERT INTO volunteers_apart VALUES (9, 2, 1)" },
    { "uid_length", "UPDATE relieved_duties SET uid = ''" },
    { "start_form", "UPDATE relieved_duties SET rule_time = 'soon'" },
    { "retired_range", "UPDATE roles SET retired = 2" },
  };
  g_autoptr (FfConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_close (ff_test_open (f->folder));
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      ff_connection_execute (connection, seeds[i], &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_test_message ("%s", checks[i].sql);
      g_assert_false (ff_connection_execute (connection, checks[i].sql, &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
      g_assert_true (
          g_str_has_prefix (error->message, ff_store_error_find_refusal (checks[i].constraint)));
      g_clear_error (&error);
    }
}

#define ADD(name, fixture, func)                                                                   \
  g_test_add ("/roster-schema/" name, Fixture, fixture, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("migrated", "schema-6.sql", test_schema_6);
  ADD ("rolled-back", "schema-6.sql", test_roster_rolled_back);
  ADD ("migrated-from-7", "schema-7.sql", test_schema_7);
  ADD ("apart-rolled-back", "schema-7.sql", test_apart_rolled_back);
  ADD ("migrated-from-8", "schema-8.sql", test_schema_8);
  ADD ("relieved-rolled-back", "schema-8.sql", test_relieved_rolled_back);
  ADD ("checks", "schema-6.sql", test_roster_checks);

  return g_test_run ();
}
