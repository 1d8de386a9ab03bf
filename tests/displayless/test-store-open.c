/* test-store-open.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a data folder in every state that it can be in: what is there stays.
 */

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-connection.h"
#include "ff-group-repository.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *database;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->database = g_build_filename (f->folder, "fourfold.db", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_remove_folder (f->folder);
  g_free (f->database);
  g_free (f->folder);
}

static void
save_groups (FfStore *store, guint number)
{
  for (guint i = 0; i < number; i++)
    {
      g_autoptr (FfGroup) group = ff_group_new (NULL);
      GAsyncResult *result = NULL;

      ff_group_set_name (group, "Harbour group");
      ff_group_set_programme (group, "four-points");
      ff_group_set_zone (group, "America/Vancouver");
      ff_group_repository_save_async (store, group, NULL, ff_test_on_result, &result);
      ff_test_assert_written (store, &result);
    }
}

static guint
count_groups (const char *folder)
{
  FfStore *store = ff_test_open (folder);
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, NULL);
  guint number = groups->len;

  ff_test_close (store);
  return number;
}

static void
fill (Fixture *f, guint groups)
{
  FfStore *store = ff_test_open (f->folder);

  save_groups (store, groups);
  ff_test_close (store);
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* Opening fails with @code, says so in words, names the file, and leaves it byte for byte as it was. */
static void
assert_refused (Fixture *f, FfStoreError code, const char *words)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (f->database, "-wal", NULL);
  GStatBuf status;

  g_assert_true (g_file_get_contents (f->database, &before, &length_before, NULL));
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, f->database));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_file_get_contents (f->database, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  /* SQLite may have made a log, but there is nothing in it. */
  if (g_stat (log, &status) == 0)
    g_assert_cmpint (status.st_size, ==, 0);
}

static guint
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_new (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "one", "two", NULL);
  g_autofree char *database = g_build_filename (folder, "fourfold.db", NULL);
  g_autofree char *log = g_strconcat (database, "-wal", NULL);
  g_autofree char *shared = g_strconcat (database, "-shm", NULL);
  g_autofree char *lock = g_build_filename (folder, "fourfold.lock", NULL);
  mode_t mask = umask (0);
  FfStore *store = ff_test_open (folder);

  save_groups (store, 1);
  umask (mask);
  g_assert_cmpstr (ff_store_get_folder (store), ==, folder);
  g_assert_cmpuint (get_mode (folder), ==, 0700);
  g_assert_cmpuint (get_mode (database), ==, 0600);
  g_assert_cmpuint (get_mode (log), ==, 0600);
  g_assert_cmpuint (get_mode (shared), ==, 0600);
  g_assert_cmpuint (get_mode (lock), ==, 0600);
  ff_test_close (store);
  /* One file is left, with everything in it. */
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_groups (folder), ==, 1);
}

static void
test_async (Fixture *f, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  ff_store_open_async (f->folder, NULL, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  store = ff_store_open_finish (result, &error);
  g_assert_no_error (error);
  g_object_unref (result);
  save_groups (store, 2);
  ff_test_close (store);
  g_assert_cmpuint (count_groups (f->folder), ==, 2);
}

static void
test_in_use (Fixture *f, gconstpointer data)
{
  FfStore *store = ff_test_open (f->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, f->folder));
  ff_test_close (store);
  g_assert_cmpuint (count_groups (f->folder), ==, 0);
}

static void
test_closed (Fixture *f, gconstpointer data)
{
  FfStore *store = ff_test_open (f->folder);
  g_autoptr (FfGroup) group = ff_group_new (NULL);
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL, *closed = NULL;

  ff_store_close_async (store, ff_test_on_result, &closed);
  g_assert_null (ff_group_repository_list (store, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_clear_error (&error);
  ff_group_repository_save_async (store, group, NULL, ff_test_on_result, &result);
  g_assert_false (ff_test_written (store, &result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  ff_test_wait (&closed);
  g_assert_true (ff_store_close_finish (store, closed, NULL));
  g_object_unref (closed);
  g_assert_finalize_object (store);
}

static void
test_foreign_text (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_set_contents (f->database, "Shopping: bread, milk", -1, NULL));
  assert_refused (f, FF_STORE_ERROR_FOREIGN, "is not a Fourfold database");
}

/* Refused at once, as what it is, and still there. */
static void
assert_no_file (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GStatBuf before, after;

  g_assert_cmpint (g_lstat (f->database, &before), ==, 0);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, f->database));
  g_assert_nonnull (strstr (error->message, "is not a file"));
  g_assert_cmpint (g_lstat (f->database, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpuint (before.st_mode, ==, after.st_mode);
}

static void
test_foreign_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (f->database, 0700), ==, 0);
  assert_no_file (f);
}

static void
test_foreign_pipe (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (mkfifo (f->database, 0600), ==, 0);
  assert_no_file (f);
}

static void
test_foreign_link (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("fourfold.db", f->database), ==, 0);
  assert_no_file (f);
}

static void
test_foreign_encrypted (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree guint32 *noise = g_new (guint32, 4096);

  for (guint i = 0; i < 4096; i++)
    noise[i] = g_rand_int (random);
  g_assert_true (g_file_set_contents (f->database, (char *) noise, 4096 * 4, NULL));
  assert_refused (f, FF_STORE_ERROR_FOREIGN, "its key “fourfold.key” is not there");
}

static void
test_foreign_database (Fixture *f, gconstpointer data)
{
  execute (f->database, "PRAGMA application_id = 1234; CREATE TABLE groups (name TEXT)");
  assert_refused (f, FF_STORE_ERROR_FOREIGN, "belongs to another program");
  g_unlink (f->database);
  execute (f->database, "CREATE TABLE notes (text TEXT)");
  assert_refused (f, FF_STORE_ERROR_FOREIGN, "belongs to another program");
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  fill (f, 1);
  execute (f->database, "PRAGMA user_version = 99; PRAGMA journal_mode = DELETE");
  assert_refused (f, FF_STORE_ERROR_NEWER, "schema 99");
}

static void
overwrite (const char *path, gsize offset, gsize length)
{
  g_autofree char *content = NULL;
  gsize size;

  /* Longer than the tick of the clock that files are stamped with: the file is to look changed since it was closed. */
  g_usleep (20 * 1000);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (offset + length, <=, size);
  memset (content + offset, 0x5a, length);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

static void
test_damaged_page (Fixture *f, gconstpointer data)
{
  fill (f, 300);
  overwrite (f->database, 4096 * 2, 4096 * 8);
  assert_refused (f, FF_STORE_ERROR_DAMAGED, "is damaged");
  /* And again: what was found once is not forgotten. */
  assert_refused (f, FF_STORE_ERROR_DAMAGED, "Restore the newest backup");
}

static void
test_damaged_schema (Fixture *f, gconstpointer data)
{
  fill (f, 1);
  overwrite (f->database, 100, 3000);
  assert_refused (f, FF_STORE_ERROR_DAMAGED, "is damaged");
}

static void
test_truncated (Fixture *f, gconstpointer data)
{
  fill (f, 300);
  g_assert_cmpint (truncate (f->database, 4096 * 3 + 100), ==, 0);
  assert_refused (f, FF_STORE_ERROR_DAMAGED, "is damaged");
}

static void
test_truncated_header (Fixture *f, gconstpointer data)
{
  fill (f, 1);
  g_assert_cmpint (truncate (f->database, 50), ==, 0);
  assert_refused (f, FF_STORE_ERROR_FOREIGN, "is not a Fourfold database");
}

/* A kill between making the file and writing its first page. */
static void
test_empty_file (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_set_contents (f->database, "", 0, NULL));
  g_assert_cmpuint (count_groups (f->folder), ==, 0);
}

/* Emptied by a disk that was full or failing: no new beginning over what the backups still hold. */
static void
test_emptied (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autofree char *backup = g_build_filename (backups, "fourfold-2026-11-24.tar.gz", NULL);

  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  g_assert_true (g_file_set_contents (backup, "a backup", -1, NULL));
  g_assert_true (g_file_set_contents (f->database, "", 0, NULL));
  assert_refused (f, FF_STORE_ERROR_DAMAGED, "Restore the newest backup");
}

static void
test_swept (Fixture *f, gconstpointer data)
{
  g_autofree char *left = g_build_filename (f->folder, ".fourfold-abc123.tmp", NULL);
  g_autofree char *other = g_build_filename (f->folder, "other.tmp", NULL);

  g_assert_true (g_file_set_contents (left, "notes", -1, NULL));
  g_assert_true (g_file_set_contents (other, "notes", -1, NULL));
  g_assert_cmpuint (count_groups (f->folder), ==, 0);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
test_no_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (f->folder, "file", NULL);
  g_autofree char *folder = g_build_filename (file, "folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_null (ff_store_open (folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, folder));
}

/* As somebody whom permissions apply to. */
static FfStore *
open_as_nobody (Fixture *f, GError **error)
{
  gboolean is_root = geteuid () == 0;
  FfStore *store;

  if (is_root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  store = ff_store_open (f->folder, NULL, error);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  return store;
}

static void
give_to_nobody (const char *path, guint mode)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chmod (path, mode), ==, 0);
}

static void
test_read_only_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  give_to_nobody (f->folder, 0500);
  g_assert_null (open_as_nobody (f, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, f->folder));
  give_to_nobody (f->folder, 0700);
}

static void
test_file_permissions (Fixture *f, gconstpointer data)
{
  static const guint modes[] = { 0000, 0400 };
  g_autofree char *lock = g_build_filename (f->folder, "fourfold.lock", NULL);

  fill (f, 3);
  give_to_nobody (f->folder, 0700);
  give_to_nobody (lock, 0600);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;

      give_to_nobody (f->database, modes[i]);
      g_assert_null (open_as_nobody (f, &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_READ_ONLY);
      g_assert_nonnull (strstr (error->message, f->database));
    }
  give_to_nobody (f->database, 0600);
  g_assert_cmpuint (count_groups (f->folder), ==, 3);
}

#define ADD(name, func) g_test_add ("/store-open/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new", test_new);
  ADD ("async", test_async);
  ADD ("in-use", test_in_use);
  ADD ("closed", test_closed);
  ADD ("foreign-text", test_foreign_text);
  ADD ("foreign-encrypted", test_foreign_encrypted);
  ADD ("foreign-folder", test_foreign_folder);
  ADD ("foreign-pipe", test_foreign_pipe);
  ADD ("foreign-link", test_foreign_link);
  ADD ("foreign-database", test_foreign_database);
  ADD ("newer", test_newer);
  ADD ("damaged-page", test_damaged_page);
  ADD ("damaged-schema", test_damaged_schema);
  ADD ("truncated", test_truncated);
  ADD ("truncated-header", test_truncated_header);
  ADD ("empty-file", test_empty_file);
  ADD ("emptied", test_emptied);
  ADD ("swept", test_swept);
  ADD ("no-folder", test_no_folder);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("file-permissions", test_file_permissions);

  return g_test_run ();
}
