/* test-passphrase.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A passphrase is set, changed, taken away and asked for, and what is on the disk meanwhile and afterwards.
 */

#include <sys/stat.h>

#include "ff-connection.h"
#include "ff-test-passphrase.h"

static void
test_set (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;
  GStatBuf status;

  ff_test_passphrase_prepare (f);
  g_assert_false (ff_passphrase_is_set (f->folder));
  g_assert_cmpuint (ff_test_passphrase_count_files_with (f->folder, FF_TEST_WORD), ==, 1);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_cmpuint (ff_test_passphrase_count_files_with (f->folder, FF_TEST_WORD), ==, 0);
  ff_test_passphrase_assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock");
  ff_test_passphrase_assert_folder (backups, "");
  g_assert_cmpint (g_stat (f->database, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  g_assert_null (ff_store_open (f->folder, NULL, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_LOCKED, f);
  store = ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE);
  g_assert_nonnull (ff_store_get_secret (store));
  ff_test_passphrase_assert_groups (store, 3);
  ff_test_passphrase_save_group (store, "Beacon");
  /* Also while the log is there. */
  g_assert_cmpuint (ff_test_passphrase_count_files_with (f->folder, "Beacon"), ==, 0);
  ff_test_close (store);
  store = ff_test_passphrase_open_words (f->folder, recovery);
  ff_test_passphrase_assert_groups (store, 4);
  ff_test_close (store);
}

static void
assert_sound (FfStore *store)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) found = NULL;
  GAsyncResult *result = NULL;

  ff_backup_check_async (store, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  found = ff_backup_check_finish (store, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (found), ==, 0);
}

/* What is checked of a plain database is checked of an encrypted one: its schema and its ids came along. */
static void
test_same_database (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfConnection) connection = NULL;
  FfStore *store;
  gint64 number;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  store = ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE);
  secret = ff_secret_ref (ff_store_get_secret (store));
  assert_sound (store);
  ff_test_close (store);

  connection = ff_connection_open (f->database, FF_CONNECTION_READER, secret, NULL);
  g_assert_true (ff_connection_read_number (connection, "PRAGMA application_id", &number, NULL));
  g_assert_cmpint (number, ==, FF_CONNECTION_APPLICATION_ID);
  g_assert_true (ff_connection_read_number (connection, "PRAGMA user_version", &number, NULL));
  g_assert_cmpint (number, >, 0);
  g_assert_true (
      ff_connection_read_number (connection, "SELECT count (*) FROM check_ins", &number, NULL));
  g_assert_cmpint (number, >, 10);
}

/* Set-asides, backups before an update, what a kill left, and what is nobody's business. */
static void
test_leftovers (FfTestPassphrase *f, gconstpointer data)
{
  static const char *const gone[] = { "fourfold-set-aside-2026-01-01-120000.db",
                                      "fourfold-set-aside-2026-01-01-120000.db-wal",
                                      ".fourfold-ABCDEF.tmp",
                                      ".fourfold-ABCDEF.tmp-wal",
                                      "backups/before-update-of-schema-3-2026-01-01-120000.tar.gz",
                                      "backups/.fourfold-ABCDEF.tmp",
                                      "backups-before-2026-01-01-120000/old.tar.gz" };
  static const char *const kept[]
      = { "fourfold-set-aside-2026-02-02-120000.db", "fourfold-set-aside-2026-02-02-120000.key",
          "letter.txt", "backups/letter.txt" };
  g_autofree char *cache
      = g_build_filename (g_get_user_cache_dir (), "fourfold", ".fourfold-ABCDEF.tmp", NULL);
  g_autofree char *before = g_build_filename (f->folder, "backups-before-2026-01-01-120000", NULL);
  g_autofree char *cache_folder = g_path_get_dirname (cache);
  g_autofree char *recovery = NULL;

  ff_test_passphrase_prepare (f);
  g_mkdir_with_parents (before, 0700);
  g_mkdir_with_parents (cache_folder, 0700);
  g_assert_true (g_file_set_contents (cache, FF_TEST_WORD, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, gone[i], NULL);

      g_assert_true (g_file_set_contents (path, FF_TEST_WORD, -1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, kept[i], NULL);

      g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
    }
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_cmpuint (ff_test_passphrase_count_files_with (f->folder, FF_TEST_WORD), ==, 0);
  g_assert_false (g_file_test (cache, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, gone[i], NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, kept[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_change (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_true (g_file_get_contents (f->database, &before, &length, NULL));
  g_assert_null (
      ff_passphrase_change (f->folder, "not the passphrase", FF_TEST_OTHER_PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  changed = ff_passphrase_change (f->folder, recovery, FF_TEST_OTHER_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (changed, !=, recovery);

  /* Not a byte of the data was written. */
  g_assert_true (g_file_get_contents (f->database, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  g_assert_null (ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (ff_passphrase_unlock (f->folder, recovery, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_OTHER_PASSPHRASE));
  ff_test_close (ff_test_passphrase_open_words (f->folder, changed));
}

static void
test_remove (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *beginning = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_false (ff_passphrase_remove (f->folder, FF_TEST_OTHER_PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (ff_passphrase_remove (f->folder, FF_TEST_PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_false (ff_passphrase_is_set (f->folder));
  ff_test_passphrase_assert_folder (f->folder, "backups fourfold.db fourfold.lock");
  g_assert_true (g_file_get_contents (f->database, &beginning, NULL, NULL));
  g_assert_cmpstr (beginning, ==, "SQLite format 3");
  store = ff_test_open (f->folder);
  g_assert_null (ff_store_get_secret (store));
  ff_test_passphrase_assert_groups (store, 3);
  ff_test_close (store);

  /* And again, with another key. */
  g_free (ff_test_passphrase_set (f, FF_TEST_OTHER_PASSPHRASE));
  store = ff_test_passphrase_open_words (f->folder, FF_TEST_OTHER_PASSPHRASE);
  ff_test_passphrase_assert_groups (store, 3);
  ff_test_close (store);
}

/* A folder without anything in it can be protected before the first word is written. */
static void
test_nothing_yet (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  FfStore *store = ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE);

  ff_test_passphrase_save_group (store, FF_TEST_WORD);
  ff_test_close (store);
  g_assert_cmpuint (ff_test_passphrase_count_files_with (f->folder, FF_TEST_WORD), ==, 0);
}

static void
test_refused (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *longer = g_strnfill (1001, 'x');
  static const char *const bad[]
      = { "", "1234567", "caf\u00e9 \u00e9t", "\xff\xff\xff\xff\xff\xff\xff\xff" };
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  ff_test_passphrase_prepare (f);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (ff_passphrase_set (f->folder, bad[i], &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
      g_clear_error (&error);
    }
  g_assert_null (ff_passphrase_set (f->folder, longer, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_REFUSED, f);
  g_assert_null (
      ff_passphrase_change (f->folder, FF_TEST_PASSPHRASE, FF_TEST_OTHER_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_REFUSED, f);
  g_assert_false (ff_passphrase_remove (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_REFUSED, f);

  store = ff_test_open (f->folder);
  g_assert_null (ff_passphrase_set (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_IN_USE, f);
  ff_test_close (store);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_null (ff_passphrase_set (f->folder, FF_TEST_OTHER_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_REFUSED, f);
  store = ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE);
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_null (
      ff_passphrase_change (f->folder, FF_TEST_PASSPHRASE, FF_TEST_OTHER_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_IN_USE, f);
  g_assert_false (ff_passphrase_remove (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_IN_USE, f);
  ff_test_close (store);
}

/* Where the database is gone, the plain backups are all there is. */
static void
test_only_backups (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autoptr (GError) error = NULL;

  ff_test_passphrase_prepare (f);
  g_unlink (f->database);
  g_assert_null (ff_passphrase_set (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_MISSING, f);
  ff_test_passphrase_assert_folder (backups, "fourfold-2026-11-01.tar.gz");
  ff_test_passphrase_assert_folder (f->folder, "backups fourfold.lock");
}

/* After three wrong ones the next has to wait, also for the right one, and for a program that is started again. */
static void
test_wrong (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  for (guint i = 0; i < 4; i++)
    {
      while (ff_passphrase_get_wait (f->folder) > 0)
        g_usleep (50 * 1000);
      g_assert_null (ff_passphrase_unlock (f->folder, "Four words kept close", &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
      g_assert_null (strstr (error->message, "words kept"));
      g_clear_error (&error);
    }
  g_assert_cmpuint (ff_passphrase_get_wait (f->folder), >=, 1);
  g_assert_null (ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_TOO_SOON);
  g_clear_error (&error);
  while (ff_passphrase_get_wait (f->folder) > 0)
    g_usleep (50 * 1000);
  ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE));
  g_assert_cmpuint (ff_passphrase_get_wait (f->folder), ==, 0);
  ff_test_passphrase_assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock");
}

/* An older schema is brought up to date with its backup encrypted. */
static void
test_update (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  secret = ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, NULL);
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, secret, NULL);
  g_assert_true (ff_connection_execute (connection, "PRAGMA user_version = 99", NULL));
  g_clear_pointer (&connection, ff_connection_free);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_NEWER, f);
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, secret, NULL);
  g_assert_true (ff_connection_execute (connection, "PRAGMA application_id = 77", NULL));
  g_clear_pointer (&connection, ff_connection_free);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_FOREIGN, f);
}

/* Without encryption in the build everything says so, and what is plain works. */
static void
test_not_supported (FfTestPassphrase *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ff_test_passphrase_prepare (f);
  g_assert_null (ff_passphrase_set (f->folder, FF_TEST_PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_NO_ENCRYPTION);
  g_assert_false (ff_passphrase_is_set (f->folder));
  ff_test_close (ff_test_open (f->folder));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/passphrase/" name, FfTestPassphrase, NULL, ff_test_passphrase_set_up, func,        \
              ff_test_passphrase_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  if (!ff_passphrase_is_supported ())
    {
      ADD ("not-supported", test_not_supported);
      return g_test_run ();
    }
  ADD ("set", test_set);
  ADD ("same-database", test_same_database);
  ADD ("leftovers", test_leftovers);
  ADD ("change", test_change);
  ADD ("remove", test_remove);
  ADD ("nothing-yet", test_nothing_yet);
  ADD ("refused", test_refused);
  ADD ("only-backups", test_only_backups);
  ADD ("wrong", test_wrong);
  ADD ("update", test_update);

  return g_test_run ();
}
