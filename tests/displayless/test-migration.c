/* test-migration.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Databases of every schema there ever was, brought up to date.
 */

#include "ff-backup.h"
#include "ff-group-repository.h"
#include "ff-handout-repository.h"
#include "ff-help-line-repository.h"
#include "ff-schedule-repository.h"
#include "ff-session-repository.h"
#include "ff-test-fixture.h"

/* Everything is there afterwards, can be searched, and a backup of how it was lies beside it. */
static void
test_schema_1 (Fixture *f, gconstpointer data)
{
  static const FfWallTime next = { 2026, 11, 24, 19, 0 };
  FfStore *store;
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 1);
  store = ff_test_open (f->folder);
  group = ff_group_repository_get (store, "5d0c9a3e-0000-4000-8000-000000000001", NULL);
  g_assert_cmpstr (ff_group_get_name (group), ==, "Harbour");
  sessions = ff_session_repository_list (store, NULL, 10, 0, NULL);
  g_assert_cmpuint (sessions->len, ==, 1);
  check_ins
      = ff_session_repository_list_check_ins (store, ff_session_get_uid (sessions->pdata[0]), NULL);
  g_assert_cmpuint (check_ins->len, ==, 1);
  g_assert_cmpstr (ff_check_in_get_note (check_ins->pdata[0]), ==, "Le café de la gare");
  items = ff_session_repository_list_items_to_review (store, ff_group_get_uid (group), &next, NULL,
                                                      NULL);
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpuint (count_found (store, "cafe"), ==, 1);
  g_assert_cmpuint (count_found (store, "walk"), ==, 1);
  ff_test_close (store);

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==,
                   ff_migration_get_latest ());
  backups = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (strstr (((FfBackup *) backups->pdata[0])->path, "/before-update-of-schema-1-"));
  g_assert_cmpuint (((FfBackup *) backups->pdata[0])->check_ins, ==, 1);
}

/* What all tables held before there were listings. */
static char *
dump (Fixture *f)
{
  static const char *const selects[] = {
    "SELECT id, uid, name, programme, zone, language, open, sample, sequence, modified FROM groups",
    "SELECT id, uid, group_id, title, start, minutes, rule, zone, place, link, sequence, modified"
    " FROM meetings",
    "SELECT id, uid, meeting_id, rule_time, cancelled, start, place, link, note, sequence,"
    " modified FROM overrides",
    "SELECT id, uid, group_id, meeting_id, rule_time, start FROM sessions",
    "SELECT session_id, position, handout FROM session_handouts",
    "SELECT id, uid, group_id, alias, folded, plain, last_seen FROM participants",
    "SELECT id, uid, session_id, participant_id, note, urge FROM check_ins",
    "SELECT id, uid, session_id, participant_id, position, text, outcome, reviewed_id"
    " FROM plan_items",
  };
  g_autoptr (GString) all = g_string_new (NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      sqlite3_stmt *rows;

      g_assert_cmpint (sqlite3_prepare_v2 (database, selects[i], -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (rows); column++)
          g_string_append_printf (all, "%s|", (const char *) sqlite3_column_text (rows, column));
      sqlite3_finalize (rows);
    }
  sqlite3_close (database);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* Nothing is lost, and how people meet is taken from where. */
static void
test_schema_2 (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *uid;
    FfMode mode;
  } modes[] = {
    { "5d0c9a3e-0000-4000-8000-000000000002", FF_MODE_IN_PERSON },
    { "5d0c9a3e-0000-4000-8000-000000000012", FF_MODE_ONLINE },
    { "5d0c9a3e-0000-4000-8000-000000000022", FF_MODE_HYBRID },
    { "5d0c9a3e-0000-4000-8000-000000000032", FF_MODE_IN_PERSON },
  };
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 2);
  store = ff_test_open (f->folder);
  schedule = ff_schedule_repository_read (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ff_schedule_get_groups (schedule)->len, ==, 2);
  g_assert_cmpuint (ff_schedule_get_meetings (schedule)->len, ==, G_N_ELEMENTS (modes));
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      FfMeeting *meeting = ff_schedule_find_meeting (schedule, modes[i].uid);
      FfVenue *venue = ff_meeting_get_venue (meeting);
      double latitude, longitude;

      g_assert_cmpint (ff_venue_get_mode (venue), ==, modes[i].mode);
      g_assert_false (ff_venue_get_position (venue, &latitude, &longitude));
      g_assert_null (ff_meeting_get_pauses (meeting));
      g_assert_false (ff_meeting_get_by_appointment (meeting));
      g_assert_cmpuint (g_strv_length ((char **) ff_meeting_get_types (meeting)), ==, 0);
    }
  g_assert_cmpuint (ff_schedule_get_overrides (schedule, modes[0].uid)->len, ==, 2);
  g_assert_cmpuint (count_found (store, "cafe"), ==, 1);
  ff_test_close (store);

  after = dump (f);
  g_assert_cmpstr (after, ==, before);
  backups = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (strstr (((FfBackup *) backups->pdata[0])->path, "/before-update-of-schema-2-"));
}

/* What was there is as it was, and what handouts brought is empty. */
static void
test_schema_3 (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) help_lines = NULL;
  g_autoptr (FfSession) session = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  FfStore *store;

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 3);
  store = ff_test_open (f->folder);
  own = ff_handout_repository_list_own (store, NULL);
  g_assert_cmpuint (own->len, ==, 0);
  marks = ff_handout_repository_list_marks (store, NULL);
  g_assert_cmpuint (marks->len, ==, 0);
  help_lines = ff_help_line_repository_list (store, "5d0c9a3e-0000-4000-8000-000000000001", NULL);
  g_assert_cmpuint (help_lines->len, ==, 0);
  g_assert_false (
      ff_help_line_repository_get_at_foot (store, "5d0c9a3e-0000-4000-8000-000000000001", NULL));
  session = ff_session_repository_get (store, "5d0c9a3e-0000-4000-8000-000000000004", NULL);
  g_assert_cmpstrv (ff_session_get_handouts (session),
                    ((const char *const[]) { "urge-log", "seven-day-plan", NULL }));
  g_assert_cmpuint (ff_session_get_copies (session, "urge-log"), ==, 0);
  ff_test_close (store);

  after = dump (f);
  g_assert_cmpstr (after, ==, before);
  backups = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (strstr (((FfBackup *) backups->pdata[0])->path, "/before-update-of-schema-3-"));
}

static void
assert_counts (FfStore *store, const char *uid, guint unnamed, guint came, guint newcomers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = ff_session_repository_get (store, uid, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ff_session_get_unnamed (session), ==, unnamed);
  g_assert_cmpuint (ff_session_get_attendance (session), ==, came);
  g_assert_cmpuint (ff_session_get_newcomers (session), ==, newcomers);
}

/* What was there is as it was; who has a check-in is not counted among those without a name; what notes brought is empty. */
static void
test_schema_4 (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (FfParticipant) zoe = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  FfStore *store;

  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 4);
  store = ff_test_open (f->folder);
  assert_counts (store, "5d0c9a3e-0000-4000-8000-000000000004", 4, 6, 0);
  assert_counts (store, "5d0c9a3e-0000-4000-8000-000000000014", 0, 0, 2);
  assert_counts (store, "5d0c9a3e-0000-4000-8000-000000000024", 0, 2, 1);
  assert_counts (store, "5d0c9a3e-0000-4000-8000-000000000034", 0, 0, 0);
  group = ff_group_repository_get (store, "5d0c9a3e-0000-4000-8000-000000000001", NULL);
  g_assert_cmpuint (ff_group_get_keep_months (group), ==, 0);
  g_assert_cmpint (ff_group_get_own_check_in_parts (group), ==, FF_GROUP_AS_PROGRAMME);
  check_ins
      = ff_session_repository_list_check_ins (store, "5d0c9a3e-0000-4000-8000-000000000024", NULL);
  g_assert_cmpuint (check_ins->len, ==, 2);
  g_assert_cmpint (ff_check_in_get_urge (check_ins->pdata[1]), ==, 10);
  g_assert_false (ff_check_in_get_newcomer (check_ins->pdata[1]));
  g_assert_cmpuint (ff_check_in_get_points (check_ins->pdata[1]), ==, 0);
  g_assert_cmpint (ff_check_in_get_balance (check_ins->pdata[1]), ==, FF_CHECK_IN_UNSAID);
  g_assert_cmpint (ff_check_in_get_capital (check_ins->pdata[1], FF_CAPITAL_CULTURAL), ==,
                   FF_CHECK_IN_UNSAID);
  g_assert_cmpstr (ff_check_in_get_goal (check_ins->pdata[1]), ==, "");
  items
      = ff_session_repository_list_plan_items (store, "5d0c9a3e-0000-4000-8000-000000000004", NULL);
  g_assert_cmpuint (ff_plan_item_get_day (items->pdata[0]), ==, 0);
  zoe = ff_session_repository_find_participant (store, ff_group_get_uid (group), "zoë", NULL);
  g_assert_cmpstr (ff_participant_get_consent (zoe), ==, "");
  g_assert_null (ff_participant_get_consent_date (zoe));
  ff_test_close (store);

  after = dump (f);
  g_assert_cmpstr (after, ==, before);
  backups = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (strstr (((FfBackup *) backups->pdata[0])->path, "/before-update-of-schema-4-"));
}

/* What fails in the last statement undoes the first. */
static void
test_listings_rolled_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "ALTER TABLE overrides ADD COLUMN held TEXT", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "held"));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (
      read_number (f->database, "SELECT count (*) FROM pragma_table_info ('meetings')"), ==, 12);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

static void
test_handouts_rolled_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "ALTER TABLE groups ADD COLUMN help_at_foot TEXT", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "help_at_foot"));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (read_number (f->database, "SELECT count (*) FROM sqlite_schema WHERE name IN"
                                             " ('own_handouts', 'handout_marks', 'help_lines')"),
                   ==, 0);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

static void
test_notes_rolled_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE TABLE chores (a)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "chores"));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 4);
  g_assert_cmpint (read_number (f->database, "SELECT attendance FROM sessions WHERE id = 1"), ==,
                   6);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* The backup from before is of schema 1 itself, and can be restored. */
static void
test_backup_restores (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_close (ff_test_open (f->folder));
  backups = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (
      ff_backup_restore (f->folder, ((FfBackup *) backups->pdata[0])->path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 1);
  ff_test_close (ff_test_open (f->folder));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==,
                   ff_migration_get_latest ());
}

/* A migration that fails halfway leaves the schema before it, whole. */
static void
test_rolled_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "CREATE TABLE plan_item_words (a)", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "plan_item_words"));
  g_assert_cmpint (read_number (f->database, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (read_number (f->database, "SELECT count (*) FROM sqlite_schema"
                                             " WHERE name LIKE 'check_in_words%'"),
                   ==, 0);
  g_assert_cmpint (read_number (f->database, "SELECT count (*) FROM check_ins"), ==, 1);
}

/* A database made now and one that came the whole way have the same schema. */
static void
test_same_schema (Fixture *f, gconstpointer data)
{
  g_autofree char *new_folder = g_build_filename (f->folder, "new", NULL);
  g_autofree char *new_database = g_build_filename (new_folder, "fourfold.db", NULL);
  g_autoptr (FfConnection) connection = NULL;
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS other", new_database);
  g_autoptr (GError) error = NULL;
  gint64 different;

  ff_test_close (ff_test_open (f->folder));
  ff_test_close (ff_test_open (new_folder));
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ff_connection_execute (connection, attach, &error));
  g_assert_true (ff_connection_read_number (
      connection,
      "SELECT count (*) FROM (SELECT type, name, sql FROM main.sqlite_schema"
      " EXCEPT SELECT type, name, sql FROM other.sqlite_schema)",
      &different, &error));
  g_assert_no_error (error);
  g_assert_cmpint (different, ==, 0);
  g_assert_cmpint (read_number (f->database, "SELECT count (*) FROM sqlite_schema"), ==,
                   read_number (new_database, "SELECT count (*) FROM sqlite_schema"));
  g_assert_cmpint (read_number (new_database, "PRAGMA application_id"), ==,
                   FF_CONNECTION_APPLICATION_ID);
}

/* Whatever a person enters that the schema refuses is told in a sentence of its own. */
static void
test_sentences (Fixture *f, gconstpointer data)
{
  g_autoptr (GRegex) name = g_regex_new ("CONSTRAINT (\\w+) CHECK", 0, 0, NULL);
  guint found = 0;

  for (int version = 1; version <= ff_migration_get_latest (); version++)
    {
      static const char *const files[]
          = { "0001-first.sql",    "0002-search.sql", "0003-listings.sql",
              "0004-handouts.sql", "0005-notes.sql",  "0006-search.sql",
              "0007-roster.sql",   "0008-roster.sql", "0009-relieved.sql" };
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "migrations",
                                                     files[version - 1], NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *sql = NULL;

      g_assert_cmpuint ((guint) version, <=, G_N_ELEMENTS (files));
      g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
      g_assert_null (strstr (sql, "NOT NULL CHECK"));
      for (g_regex_match (name, sql, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *constraint = g_match_info_fetch (match, 1);

          if (ff_store_error_find_refusal (constraint) == NULL)
            g_error ("There is no sentence for %s", constraint);
          found++;
        }
    }
  g_assert_cmpuint (found, >=, 183);
}

/* Each of the newest checks, by something that it refuses. */
static void
test_checks (Fixture *f, gconstpointer data)
{
#define LONG(n) "printf ('%." #n "c', 'x')"
  static const struct
  {
    const char *constraint;
    const char *sql;
  } checks[] = {
    { "uid_length", "INSERT INTO holiday_calendars VALUES (9, '', 'x', '', 0, 0)" },
    { "calendar_name_length", "INSERT INTO holiday_calendars VALUES (9, 'h', '', '', 0, 0)" },
    { "days_length",
      "INSERT INTO holiday_calendars VALUES (9, 'h', 'x', " LONG (1000001) ", 0, 0)" },
    { "sequence_range", "INSERT INTO holiday_calendars VALUES (9, 'h', 'x', '', -1, 0)" },
    { "setting_range", "UPDATE groups SET setting = 6" },
    { "region_length", "UPDATE groups SET region = " LONG (201) },
    { "district_length", "UPDATE groups SET district = " LONG (201) },
    { "link_length", "UPDATE groups SET website = " LONG (2001) },
    { "email_length", "UPDATE groups SET email = " LONG (321) },
    { "phone_length", "UPDATE groups SET phone = " LONG (201) },
    { "note_length", "UPDATE groups SET notes = " LONG (1000001) },
    { "appointment_range", "UPDATE meetings SET by_appointment = 2" },
    { "mode_range", "UPDATE meetings SET mode = 4" },
    { "address_length", "UPDATE meetings SET address = " LONG (1001) },
    { "room_length", "UPDATE meetings SET room = " LONG (201) },
    { "access_length", "UPDATE meetings SET access = " LONG (10001) },
    { "region_length", "UPDATE meetings SET region = " LONG (201) },
    { "district_length", "UPDATE meetings SET district = " LONG (201) },
    { "link_note_length", "UPDATE meetings SET link_note = " LONG (10001) },
    { "passcode_length", "UPDATE meetings SET passcode = " LONG (201) },
    { "phone_length", "UPDATE meetings SET phone = " LONG (201) },
    { "phone_note_length", "UPDATE meetings SET phone_note = " LONG (10001) },
    { "latitude_range", "UPDATE meetings SET latitude = 90.001" },
    { "longitude_range", "UPDATE meetings SET longitude = -180.5" },
    { "types_length", "UPDATE meetings SET types = " LONG (2001) },
    { "pauses_length", "UPDATE meetings SET pauses = " LONG (100001) },
    { "note_length", "UPDATE meetings SET notes = " LONG (1000001) },
    { "note_length", "UPDATE meetings SET remarks = " LONG (1000001) },
    { "slug_length", "UPDATE meetings SET slug = " LONG (256) },
    { "source_length", "UPDATE meetings SET source = " LONG (1001) },
    { "extra_length", "UPDATE meetings SET extra = " LONG (1000001) },
    { "held_range", "UPDATE overrides SET held = 2 WHERE cancelled = 0" },
    { "held_range", "UPDATE overrides SET held = 1, cancelled = 1" },
    { "handout_uid_form", "INSERT INTO own_handouts VALUES (9, 'a b', 'x', '', 0, 0)" },
    { "handout_uid_form", "INSERT INTO own_handouts VALUES (9, " LONG (91) ", 'x', '', 0, 0)" },
    { "handout_title_length", "INSERT INTO own_handouts VALUES (9, 'h', '', '', 0, 0)" },
    { "markdown_length", "INSERT INTO own_handouts VALUES (9, 'h', 'x', " LONG (200001) ", 0, 0)" },
    { "sequence_range", "INSERT INTO own_handouts VALUES (9, 'h', 'x', '', -1, 0)" },
    { "handout_form", "INSERT INTO handout_marks VALUES (9, 'a b', 0, NULL)" },
    { "favourite_range", "INSERT INTO handout_marks VALUES (9, 'h', 2, NULL)" },
    { "last_used_range", "INSERT INTO handout_marks VALUES (9, 'h', 0, -1)" },
    { "copies_range", "UPDATE session_handouts SET copies = 0" },
    { "copies_range", "UPDATE session_handouts SET copies = 10001" },
    { "help_position_range", "INSERT INTO help_lines VALUES (1, 20, 'x', 'x', '', '')" },
    { "help_name_length", "INSERT INTO help_lines VALUES (1, 0, '', 'x', '', '')" },
    { "help_contact_length", "INSERT INTO help_lines VALUES (1, 0, 'x', '', '', '')" },
    { "help_hours_length", "INSERT INTO help_lines VALUES (1, 0, 'x', 'x', " LONG (201) ", '')" },
    { "help_area_length", "INSERT INTO help_lines VALUES (1, 0, 'x', 'x', '', " LONG (201) ")" },
    { "help_at_foot_range", "UPDATE groups SET help_at_foot = 2" },
    { "newcomer_range", "UPDATE check_ins SET newcomer = 2" },
    { "points_range", "UPDATE check_ins SET points = 256" },
    { "balance_range", "UPDATE check_ins SET balance = 11" },
    { "stage_range", "UPDATE check_ins SET stage = 6" },
    { "aim_range", "UPDATE check_ins SET aim = 3" },
    { "goal_length", "UPDATE check_ins SET goal = " LONG (10001) },
    { "helped_length", "UPDATE check_ins SET helped = " LONG (100001) },
    { "capital_range", "UPDATE check_ins SET social = 11" },
    { "capital_range", "UPDATE check_ins SET physical = -1" },
    { "capital_range", "UPDATE check_ins SET human = 11" },
    { "capital_range", "UPDATE check_ins SET cultural = 11" },
    { "day_range", "UPDATE plan_items SET day = 0" },
    { "day_range", "UPDATE plan_items SET day = 8" },
    { "consent_length", "UPDATE participants SET consent = " LONG (10001) },
    { "consent_date_form", "UPDATE participants SET consent_date = '1 May'" },
    { "attendance_range", "UPDATE sessions SET unnamed = 100001" },
    { "newcomers_range", "UPDATE sessions SET unnamed_newcomers = -1" },
    { "keep_months_range", "UPDATE groups SET keep_months = 0" },
    { "keep_months_range", "UPDATE groups SET keep_months = 1201" },
    { "check_in_parts_range", "UPDATE groups SET check_in_parts = 65536" },
    { "uid_length", "INSERT INTO own_words VALUES (9, '', 'en', 'x', 'x', '', 0, 0)" },
    { "language_length",
      "INSERT INTO own_words VALUES (9, 'w', " LONG (65) ", 'x', 'x', '', 0, 0)" },
    { "own_word_length", "INSERT INTO own_words VALUES (9, 'w', 'en', '', '', '', 0, 0)" },
    { "instead_length",
      "INSERT INTO own_words VALUES (9, 'w', 'en', 'x', 'x', " LONG (1001) ", 0, 0)" },
    { "sequence_range", "INSERT INTO own_words VALUES (9, 'w', 'en', 'x', 'x', '', -1, 0)" },
    { "help_lines.group_id", "INSERT INTO help_lines VALUES (NULL, 0, 'x', 'x', '', '')" },
  };
  g_autoptr (FfConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_close (ff_test_open (f->folder));
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, NULL, &error);
  g_assert_no_error (error);
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
  g_test_add ("/migration/" name, Fixture, fixture, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("schema-1", "schema-1.sql", test_schema_1);
  ADD ("schema-2", "schema-2.sql", test_schema_2);
  ADD ("schema-3", "schema-3.sql", test_schema_3);
  ADD ("schema-4", "schema-4.sql", test_schema_4);
  ADD ("backup-restores", "schema-1.sql", test_backup_restores);
  ADD ("rolled-back", "schema-1.sql", test_rolled_back);
  ADD ("listings-rolled-back", "schema-2.sql", test_listings_rolled_back);
  ADD ("handouts-rolled-back", "schema-3.sql", test_handouts_rolled_back);
  ADD ("notes-rolled-back", "schema-4.sql", test_notes_rolled_back);
  ADD ("same-schema-from-1", "schema-1.sql", test_same_schema);
  ADD ("same-schema-from-2", "schema-2.sql", test_same_schema);
  ADD ("same-schema-from-3", "schema-3.sql", test_same_schema);
  ADD ("same-schema-from-4", "schema-4.sql", test_same_schema);
  ADD ("same-schema-from-6", "schema-6.sql", test_same_schema);
  ADD ("same-schema-from-7", "schema-7.sql", test_same_schema);
  ADD ("same-schema-from-8", "schema-8.sql", test_same_schema);
  ADD ("sentences", "schema-1.sql", test_sentences);
  ADD ("checks", "schema-4.sql", test_checks);

  return g_test_run ();
}
