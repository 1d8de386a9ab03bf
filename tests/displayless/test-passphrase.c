/* test-passphrase.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A passphrase is set, changed, taken away and asked for, and what is on the disk meanwhile and afterwards.
 */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-backup.h"
#include "ff-connection.h"
#include "ff-group-repository.h"
#include "ff-key-file.h"
#include "ff-passphrase.h"
#include "ff-sample.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

#define PASSPHRASE "four words kept close"
#define OTHER "other words, still close"
/* In the database's pages as it is written. */
#define WORD "Lighthouse"

typedef struct
{
  char *folder;
  char *database;
  char *key;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->database = g_build_filename (f->folder, "fourfold.db", NULL);
  f->key = g_build_filename (f->folder, "fourfold.key", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_remove_folder (f->folder);
  g_free (f->key);
  g_free (f->database);
  g_free (f->folder);
}

static FfStore *
open_with (const char *folder, FfSecret *secret)
{
  g_autoptr (GError) error = NULL;
  FfStore *store = ff_store_open (folder, secret, &error);

  g_assert_no_error (error);
  return store;
}

static FfStore *
open_words (const char *folder, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (folder, words, &error);

  g_assert_no_error (error);
  return open_with (folder, secret);
}

static void
save_group (FfStore *store, const char *name)
{
  g_autoptr (FfGroup) group = ff_group_new (name);
  GAsyncResult *result = NULL;

  ff_group_set_name (group, name);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "UTC");
  ff_group_repository_save_async (store, group, NULL, ff_test_on_result, &result);
  ff_test_assert_written (store, &result);
}

static void
assert_groups (FfStore *store, guint expected)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, NULL);

  g_assert_cmpuint (groups->len, ==, expected);
}

static void
make_daily (FfStore *store, int day)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, day, 12, 0, 0);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ff_backup_daily_async (store, now, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  g_assert_true (ff_backup_daily_finish (store, done, &error));
  g_assert_no_error (error);
}

/* A sample, so that every table has rows, and a group with a word to look for. */
static void
prepare (Fixture *f)
{
  FfStore *store = ff_test_open (f->folder);
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 24, 12, 0, 0);
  GAsyncResult *result = NULL;

  ff_sample_fill_async (store, FF_SAMPLE_FACILITATOR, 1, now, ff_test_on_result, &result);
  ff_test_assert_written (store, &result);
  save_group (store, WORD);
  make_daily (store, 1);
  ff_test_close (store);
}

/* (transfer full): the recovery key */
static char *
set_passphrase (Fixture *f, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  char *recovery = ff_passphrase_set (f->folder, passphrase, &error);

  g_assert_no_error (error);
  g_assert_nonnull (recovery);
  return recovery;
}

/* How many files under @folder hold @word anywhere in their bytes; archives are looked into elsewhere. */
static guint
count_files_with (const char *folder, const char *word)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        count += count_files_with (path, word);
      else if (g_file_get_contents (path, &content, &length, NULL)
               && memmem (content, length, word, strlen (word)) != NULL)
        count++;
    }
  return count;
}

/* The names in @folder that are not the expected ones, separated by spaces. */
static char *
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

#define assert_folder(folder, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *folder_names = list_folder (folder);                                          \
    g_assert_cmpstr (folder_names, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END

#define assert_error_here(error, expected, f)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, FF_STORE_ERROR, expected);                                              \
    g_assert_nonnull (strstr ((error)->message, (f)->folder));                                     \
    g_clear_error (&(error));                                                                      \
  }                                                                                                \
  G_STMT_END

static void
test_set (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;
  GStatBuf status;

  prepare (f);
  g_assert_false (ff_passphrase_is_set (f->folder));
  g_assert_cmpuint (count_files_with (f->folder, WORD), ==, 1);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_cmpuint (count_files_with (f->folder, WORD), ==, 0);
  assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock");
  assert_folder (backups, "");
  g_assert_cmpint (g_stat (f->database, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  g_assert_null (ff_store_open (f->folder, NULL, &error));
  assert_error_here (error, FF_STORE_ERROR_LOCKED, f);
  store = open_words (f->folder, PASSPHRASE);
  g_assert_nonnull (ff_store_get_secret (store));
  assert_groups (store, 3);
  save_group (store, "Beacon");
  /* Also while the log is there. */
  g_assert_cmpuint (count_files_with (f->folder, "Beacon"), ==, 0);
  ff_test_close (store);
  store = open_words (f->folder, recovery);
  assert_groups (store, 4);
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
test_same_database (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfConnection) connection = NULL;
  FfStore *store;
  gint64 number;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  store = open_words (f->folder, PASSPHRASE);
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
test_leftovers (Fixture *f, gconstpointer data)
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

  prepare (f);
  g_mkdir_with_parents (before, 0700);
  g_mkdir_with_parents (cache_folder, 0700);
  g_assert_true (g_file_set_contents (cache, WORD, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, gone[i], NULL);

      g_assert_true (g_file_set_contents (path, WORD, -1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, kept[i], NULL);

      g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
    }
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_cmpuint (count_files_with (f->folder, WORD), ==, 0);
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
test_change (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_true (g_file_get_contents (f->database, &before, &length, NULL));
  g_assert_null (ff_passphrase_change (f->folder, "not the passphrase", OTHER, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  changed = ff_passphrase_change (f->folder, recovery, OTHER, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (changed, !=, recovery);

  /* Not a byte of the data was written. */
  g_assert_true (g_file_get_contents (f->database, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
  g_assert_null (ff_passphrase_unlock (f->folder, PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (ff_passphrase_unlock (f->folder, recovery, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  ff_test_close (open_words (f->folder, OTHER));
  ff_test_close (open_words (f->folder, changed));
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *beginning = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_false (ff_passphrase_remove (f->folder, OTHER, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (ff_passphrase_remove (f->folder, PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_false (ff_passphrase_is_set (f->folder));
  assert_folder (f->folder, "backups fourfold.db fourfold.lock");
  g_assert_true (g_file_get_contents (f->database, &beginning, NULL, NULL));
  g_assert_cmpstr (beginning, ==, "SQLite format 3");
  store = ff_test_open (f->folder);
  g_assert_null (ff_store_get_secret (store));
  assert_groups (store, 3);
  ff_test_close (store);

  /* And again, with another key. */
  g_free (set_passphrase (f, OTHER));
  store = open_words (f->folder, OTHER);
  assert_groups (store, 3);
  ff_test_close (store);
}

/* A folder without anything in it can be protected before the first word is written. */
static void
test_nothing_yet (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = set_passphrase (f, PASSPHRASE);
  FfStore *store = open_words (f->folder, PASSPHRASE);

  save_group (store, WORD);
  ff_test_close (store);
  g_assert_cmpuint (count_files_with (f->folder, WORD), ==, 0);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *longer = g_strnfill (1001, 'x');
  static const char *const bad[]
      = { "", "1234567", "caf\u00e9 \u00e9t", "\xff\xff\xff\xff\xff\xff\xff\xff" };
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  prepare (f);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (ff_passphrase_set (f->folder, bad[i], &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
      g_clear_error (&error);
    }
  g_assert_null (ff_passphrase_set (f->folder, longer, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ff_passphrase_unlock (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_REFUSED, f);
  g_assert_null (ff_passphrase_change (f->folder, PASSPHRASE, OTHER, &error));
  assert_error_here (error, FF_STORE_ERROR_REFUSED, f);
  g_assert_false (ff_passphrase_remove (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_REFUSED, f);

  store = ff_test_open (f->folder);
  g_assert_null (ff_passphrase_set (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_IN_USE, f);
  ff_test_close (store);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_null (ff_passphrase_set (f->folder, OTHER, &error));
  assert_error_here (error, FF_STORE_ERROR_REFUSED, f);
  store = open_words (f->folder, PASSPHRASE);
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_null (ff_passphrase_change (f->folder, PASSPHRASE, OTHER, &error));
  assert_error_here (error, FF_STORE_ERROR_IN_USE, f);
  g_assert_false (ff_passphrase_remove (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_IN_USE, f);
  ff_test_close (store);
}

/* Where the database is gone, the plain backups are all there is. */
static void
test_only_backups (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autoptr (GError) error = NULL;

  prepare (f);
  g_unlink (f->database);
  g_assert_null (ff_passphrase_set (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_MISSING, f);
  assert_folder (backups, "fourfold-2026-11-01.tar.gz");
  assert_folder (f->folder, "backups fourfold.lock");
}

/* After three wrong ones the next has to wait, also for the right one, and for a program that is started again. */
static void
test_wrong (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
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
  g_assert_null (ff_passphrase_unlock (f->folder, PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_TOO_SOON);
  g_clear_error (&error);
  while (ff_passphrase_get_wait (f->folder) > 0)
    g_usleep (50 * 1000);
  ff_test_close (open_words (f->folder, PASSPHRASE));
  g_assert_cmpuint (ff_passphrase_get_wait (f->folder), ==, 0);
  assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock");
}

/* A damaged key is told from a wrong passphrase, and neither it nor the database is touched. */
static void
test_key_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *text = NULL;
  g_autofree char *left = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_assert_true (g_file_get_contents (f->key, &text, &length, NULL));
  g_assert_true (g_file_set_contents (f->key, text, (gssize) length / 2, NULL));
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_null (ff_passphrase_unlock (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_null (ff_passphrase_change (f->folder, PASSPHRASE, OTHER, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_cmpuint (ff_passphrase_get_wait (f->folder), ==, 0);
  g_assert_true (g_file_get_contents (f->key, &left, NULL, NULL));
  g_assert_cmpuint (strlen (left), ==, length / 2);

  /* Gone: the database is still known as encrypted by whoever unlocked it. */
  g_unlink (f->key);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  assert_error_here (error, FF_STORE_ERROR_FOREIGN, f);
  g_assert_null (ff_passphrase_unlock (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_DAMAGED, f);

  g_assert_true (g_file_set_contents (f->key, text, (gssize) length, NULL));
  ff_test_close (open_words (f->folder, PASSPHRASE));
}

/* The key of another folder opens with its own passphrase, and still is not the key of this database. */
static void
test_key_swapped (Fixture *f, gconstpointer data)
{
  Fixture other;
  g_autofree char *recovery = NULL;
  g_autofree char *other_recovery = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfSecret) own = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;

  set_up (&other, NULL);
  other_recovery = set_passphrase (&other, OTHER);
  g_assert_true (g_file_get_contents (other.key, &text, NULL, NULL));
  tear_down (&other, NULL);

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  own = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_assert_true (g_file_get_contents (f->database, &before, &length, NULL));
  g_assert_true (g_file_set_contents (f->key, text, -1, NULL));
  secret = ff_passphrase_unlock (f->folder, OTHER, &error);
  g_assert_no_error (error);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_FOREIGN, f);
  g_assert_null (ff_store_open (f->folder, own, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_FOREIGN, f);
  g_assert_false (ff_passphrase_remove (f->folder, OTHER, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_FOREIGN, f);
  g_assert_true (g_file_get_contents (f->database, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* Damage of what is encrypted is told as damage, with the right passphrase. */
static void
test_database_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *content = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_assert_true (g_file_get_contents (f->database, &content, &length, NULL));
  memset (content + 4096 * 5 + 100, 0x5a, 4096);
  g_assert_true (g_file_set_contents (f->database, content, (gssize) length, NULL));
  g_assert_null (ff_store_open (f->folder, secret, &error));
  assert_error_here (error, FF_STORE_ERROR_DAMAGED, f);
  memset (content, 0x5a, 16);
  g_assert_true (g_file_set_contents (f->database, content, (gssize) length, NULL));
  g_assert_null (ff_store_open (f->folder, secret, &error));
  assert_error_here (error, FF_STORE_ERROR_KEY_FOREIGN, f);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
}

/* Killed before the encrypted database took its place: the key never counted. */
static void
test_orphan_key (Fixture *f, gconstpointer data)
{
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.encrypting", NULL);
  g_autofree char *plain = g_build_filename (f->folder, "plain", NULL);
  g_autofree char *recovery = NULL;
  g_autofree char *names = NULL;
  FfStore *store;

  prepare (f);
  copy_file (f->database, plain);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_cmpint (g_rename (plain, f->database), ==, 0);
  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_false (ff_passphrase_is_set (f->folder));
  assert_folder (f->folder, "backups fourfold.db fourfold.lock");
  store = ff_test_open (f->folder);
  assert_groups (store, 3);
  ff_test_close (store);

  /* Without the mark nobody knows whose key it is: it makes way, and is kept. */
  copy_file (f->database, plain);
  g_free (set_passphrase (f, PASSPHRASE));
  g_assert_cmpint (g_rename (plain, f->database), ==, 0);
  store = ff_test_open (f->folder);
  assert_groups (store, 3);
  ff_test_close (store);
  names = list_folder (f->folder);
  g_assert_true (g_str_has_prefix (names, "backups fourfold-set-aside-"));
  g_assert_true (g_str_has_suffix (names, ".key fourfold.db fourfold.lock"));
}

/* Killed after that: what is plain goes at the next start. */
static void
test_marker_left (Fixture *f, gconstpointer data)
{
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.encrypting", NULL);
  g_autofree char *aside
      = g_build_filename (f->folder, "fourfold-set-aside-2026-01-01-120000.db", NULL);
  g_autofree char *backup
      = g_build_filename (f->folder, "backups", "fourfold-2026-11-01.tar.gz", NULL);
  g_autofree char *kept = g_build_filename (f->folder, "kept", NULL);
  g_autofree char *recovery = NULL;

  prepare (f);
  copy_file (backup, kept);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_cmpint (g_rename (kept, backup), ==, 0);
  g_assert_true (g_file_set_contents (aside, WORD, -1, NULL));
  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock");
  ff_test_close (open_words (f->folder, PASSPHRASE));
}

/* Killed while the passphrase was taken away, before and after the plain database took its place. */
static void
test_decrypting_left (Fixture *f, gconstpointer data)
{
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.decrypting", NULL);
  g_autofree char *temporary = g_build_filename (f->folder, ".fourfold-ABCDEF.tmp", NULL);
  g_autofree char *plain = g_build_filename (f->folder, "plain", NULL);
  g_autofree char *recovery = NULL;

  prepare (f);
  copy_file (f->database, plain);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_true (g_file_set_contents (temporary, WORD, -1, NULL));
  g_assert_true (ff_passphrase_is_set (f->folder));
  assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock plain");
  ff_test_close (open_words (f->folder, PASSPHRASE));

  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_cmpint (g_rename (plain, f->database), ==, 0);
  g_assert_false (ff_passphrase_is_set (f->folder));
  assert_folder (f->folder, "backups fourfold.db fourfold.lock");
  ff_test_close (ff_test_open (f->folder));
}

/* A plain copy that a kill left in the making goes before anybody gave the passphrase. */
static void
test_swept_while_locked (Fixture *f, gconstpointer data)
{
  g_autofree char *temporary = g_build_filename (f->folder, ".fourfold-ABCDEF.tmp", NULL);
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_true (g_file_set_contents (temporary, WORD, -1, NULL));
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_LOCKED);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
}

/* A folder of that name cannot be removed as a file: it is told, and keeps nobody from the data. */
static void
test_stubborn_leftover (Fixture *f, gconstpointer data)
{
  g_autofree char *aside
      = g_build_filename (f->folder, "fourfold-set-aside-2026-01-01-120000.db", NULL);
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.encrypting", NULL);
  g_autoptr (GError) error = NULL;
  FfStore *store;

  prepare (f);
  g_assert_cmpint (g_mkdir (aside, 0700), ==, 0);
  g_assert_null (ff_passphrase_set (f->folder, PASSPHRASE, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, aside));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*plain copy*");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*plain copy*");
  store = open_words (f->folder, PASSPHRASE);
  g_test_assert_expected_messages ();
  assert_groups (store, 3);
  ff_test_close (store);
  g_assert_true (g_file_test (marker, G_FILE_TEST_EXISTS));
  g_rmdir (aside);
  ff_test_close (open_words (f->folder, PASSPHRASE));
  g_assert_false (g_file_test (marker, G_FILE_TEST_EXISTS));
}

/* No file may grow beyond @bytes, as on a disk that is full. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* At every size at which it can fail, all is as before; and there is nothing left of the try. */
static void
test_no_room (Fixture *f, gconstpointer data)
{
  static const rlim_t sizes[] = { 0, 500, 4096, 64 * 1024, 200 * 1024 };
  g_autofree char *recovery = NULL;
  FfStore *store;

  prepare (f);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      limit_files (sizes[i]);
      g_assert_null (ff_passphrase_set (f->folder, PASSPHRASE, &error));
      limit_files (RLIM_INFINITY);
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, FF_STORE_ERROR);
      g_assert_false (ff_passphrase_is_set (f->folder));
      /* What could not be written into the database at its end is in its log. */
      ff_test_close (ff_test_open (f->folder));
      assert_folder (f->folder, "backups fourfold.db fourfold.lock");
    }
  recovery = set_passphrase (f, PASSPHRASE);
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      limit_files (sizes[i]);
      g_assert_false (ff_passphrase_remove (f->folder, PASSPHRASE, &error));
      limit_files (RLIM_INFINITY);
      g_assert_nonnull (error);
      g_assert_true (ff_passphrase_is_set (f->folder));
      ff_test_close (open_words (f->folder, PASSPHRASE));
      assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock");
    }
  store = open_words (f->folder, PASSPHRASE);
  assert_groups (store, 3);
  ff_test_close (store);
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  prepare (f);
  g_assert_cmpint (g_chmod (f->folder, 0500), ==, 0);
  g_assert_null (ff_passphrase_set (f->folder, PASSPHRASE, &error));
  assert_error_here (error, FF_STORE_ERROR_READ_ONLY, f);
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  g_assert_false (ff_passphrase_is_set (f->folder));

  recovery = set_passphrase (f, PASSPHRASE);
  g_assert_cmpint (g_chmod (f->folder, 0500), ==, 0);
  g_assert_true (ff_passphrase_is_set (f->folder));
  secret = ff_passphrase_unlock (f->folder, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_null (ff_passphrase_change (f->folder, PASSPHRASE, OTHER, &error));
  assert_error_here (error, FF_STORE_ERROR_READ_ONLY, f);
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  ff_test_close (open_words (f->folder, PASSPHRASE));
}

/* An older schema is brought up to date with its backup encrypted. */
static void
test_update (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  prepare (f);
  recovery = set_passphrase (f, PASSPHRASE);
  secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, secret, NULL);
  g_assert_true (ff_connection_execute (connection, "PRAGMA user_version = 99", NULL));
  g_clear_pointer (&connection, ff_connection_free);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  assert_error_here (error, FF_STORE_ERROR_NEWER, f);
  connection = ff_connection_open (f->database, FF_CONNECTION_COPY, secret, NULL);
  g_assert_true (ff_connection_execute (connection, "PRAGMA application_id = 77", NULL));
  g_clear_pointer (&connection, ff_connection_free);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  assert_error_here (error, FF_STORE_ERROR_FOREIGN, f);
}

/* Without encryption in the build everything says so, and what is plain works. */
static void
test_not_supported (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  prepare (f);
  g_assert_null (ff_passphrase_set (f->folder, PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_NO_ENCRYPTION);
  g_assert_false (ff_passphrase_is_set (f->folder));
  ff_test_close (ff_test_open (f->folder));
}

#define ADD(name, func) g_test_add ("/passphrase/" name, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("key-damaged", test_key_damaged);
  ADD ("key-swapped", test_key_swapped);
  ADD ("database-damaged", test_database_damaged);
  ADD ("orphan-key", test_orphan_key);
  ADD ("marker-left", test_marker_left);
  ADD ("decrypting-left", test_decrypting_left);
  ADD ("swept-while-locked", test_swept_while_locked);
  ADD ("stubborn-leftover", test_stubborn_leftover);
  ADD ("no-room", test_no_room);
  ADD ("read-only", test_read_only);
  ADD ("update", test_update);

  return g_test_run ();
}
