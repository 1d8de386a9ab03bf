/* test-migration.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Databases of every schema there ever was, brought up to date.
 */

#include "ff-backup.h"
#include "ff-connection.h"
#include "ff-group-repository.h"
#include "ff-migration.h"
#include "ff-search.h"
#include "ff-session-repository.h"
#include "ff-store-error-private.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  char *database;
} Fixture;

/* The database that fixtures/schema-1.sql describes, as a Fourfold of that time left it. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *source
      = g_test_build_filename (G_TEST_DIST, "displayless", "fixtures", "schema-1.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  f->folder = ff_test_make_folder ();
  f->database = g_build_filename (f->folder, "fourfold.db", NULL);
  g_assert_true (g_file_get_contents (source, &sql, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_remove_folder (f->folder);
  g_free (f->database);
  g_free (f->folder);
}

static gint64
read_number (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfConnection) connection = ff_connection_open (path, FF_CONNECTION_READER, &error);
  gint64 number;

  g_assert_no_error (error);
  g_assert_true (ff_connection_read_number (connection, sql, &number, &error));
  g_assert_no_error (error);
  return number;
}

static guint
count_found (FfStore *store, const char *words)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GAsyncResult *result = NULL;

  ff_search_async (store, words, 10, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  found = ff_search_finish (store, done, NULL);
  return found->len;
}

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
  backups = ff_backup_list (f->folder);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_nonnull (strstr (((FfBackup *) backups->pdata[0])->path, "/before-update-of-schema-1-"));
  g_assert_cmpuint (((FfBackup *) backups->pdata[0])->check_ins, ==, 1);
}

/* The backup from before is of schema 1 itself, and can be restored. */
static void
test_backup_restores (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_close (ff_test_open (f->folder));
  backups = ff_backup_list (f->folder);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_true (
      ff_backup_restore (f->folder, ((FfBackup *) backups->pdata[0])->path, NULL, &error));
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
  g_assert_null (ff_store_open (f->folder, &error));
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
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, &error);
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
      static const char *const files[] = { "0001-first.sql", "0002-search.sql" };
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "migrations",
                                                     files[version - 1], NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *sql = NULL;

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
  g_assert_cmpuint (found, >=, 40);
}

#define ADD(name, func) g_test_add ("/migration/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("schema-1", test_schema_1);
  ADD ("backup-restores", test_backup_restores);
  ADD ("rolled-back", test_rolled_back);
  ADD ("same-schema", test_same_schema);
  ADD ("sentences", test_sentences);

  return g_test_run ();
}
