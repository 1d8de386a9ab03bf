/* test-backup.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: written, listed, checked and restored, and what becomes of bad ones.
 */

#include <sys/stat.h>
#include <utime.h>

#include <archive.h>
#include <archive_entry.h>

#include "ff-backup.h"
#include "ff-connection.h"
#include "ff-group-repository.h"
#include "ff-restoring.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  char *database;
  char *backup;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->database = g_build_filename (f->folder, "fourfold.db", NULL);
  f->backup = g_build_filename (f->folder, "copy.tar.gz", NULL);
}

/* How many files in the making, or beside one, are in @folder. */
static guint
count_temporaries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".fourfold-"))
      count++;
  return count;
}

static void
assert_swept (Fixture *f)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fourfold", NULL);

  g_assert_cmpuint (count_temporaries (f->folder), ==, 0);
  g_assert_cmpuint (count_temporaries (backups), ==, 0);
  g_assert_cmpuint (count_temporaries (cache), ==, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  assert_swept (f);
  ff_test_remove_folder (f->folder);
  g_free (f->backup);
  g_free (f->database);
  g_free (f->folder);
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

static char *
list_groups (const char *folder)
{
  FfStore *store = ff_test_open (folder);
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    g_string_append_printf (names, "%s ", ff_group_get_name (groups->pdata[i]));
  ff_test_close (store);
  return g_string_free_and_steal (names);
}

#define assert_groups(folder, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *group_names = list_groups (folder);                                           \
    g_assert_cmpstr (group_names, ==, expected);                                                   \
  }                                                                                                \
  G_STMT_END

static void
write_backup (Fixture *f, FfStore *store)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  ff_backup_write_async (store, f->backup, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_true (ff_backup_write_finish (store, done, &error));
  g_assert_no_error (error);
}

/* A folder with the group 'Later', and a backup from before it was named so. */
static void
prepare (Fixture *f)
{
  FfStore *store = ff_test_open (f->folder);

  save_group (store, "Earlier");
  write_backup (f, store);
  save_group (store, "Later");
  ff_test_close (store);
}

static void
test_write (Fixture *f, gconstpointer data)
{
  g_autoptr (FfBackup) backup = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  prepare (f);
  g_assert_cmpint (g_stat (f->backup, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  backup = ff_backup_inspect (f->backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (backup->path, ==, f->backup);
  g_assert_cmpuint (backup->groups, ==, 1);
  g_assert_cmpuint (backup->sessions, ==, 0);
  g_assert_cmpuint (backup->check_ins, ==, 0);
  g_assert_cmpint (ABS (g_date_time_difference (now, backup->made)), <, 60 * G_TIME_SPAN_SECOND);
}

static void
test_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *aside = NULL;
  g_autofree char *old_folder = NULL;
  g_autofree char *old_database = NULL;
  g_autoptr (GError) error = NULL;

  prepare (f);
  g_assert_true (ff_backup_restore (f->folder, f->backup, NULL, &aside, &error));
  g_assert_no_error (error);
  assert_groups (f->folder, "Earlier ");

  /* What was there is whole where it was set aside. */
  old_folder = g_build_filename (f->folder, "old", NULL);
  old_database = g_build_filename (old_folder, "fourfold.db", NULL);
  g_assert_cmpint (g_mkdir (old_folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (aside, old_database), ==, 0);
  assert_groups (old_folder, "Earlier Later ");
}

static void
test_restore_into_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "new", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  prepare (f);
  g_assert_true (ff_backup_restore (folder, f->backup, NULL, &aside, &error));
  g_assert_no_error (error);
  g_assert_null (aside);
  assert_groups (folder, "Earlier ");
}

/* A damaged database does not stand in the way of its backup. */
static void
test_restore_over_damage (Fixture *f, gconstpointer data)
{
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  prepare (f);
  g_assert_true (g_file_set_contents (f->database, "not a database any more", -1, NULL));
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_clear_error (&error);
  g_assert_true (ff_backup_restore (f->folder, f->backup, NULL, &aside, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "not a database any more");
  assert_groups (f->folder, "Earlier ");
}

static void
test_restore_in_use (Fixture *f, gconstpointer data)
{
  FfStore *store;
  g_autoptr (GError) error = NULL;

  prepare (f);
  store = ff_test_open (f->folder);
  g_assert_false (ff_backup_restore (f->folder, f->backup, NULL, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE);
  ff_test_close (store);
  assert_groups (f->folder, "Earlier Later ");
}

static gboolean
move_to (const char *folder, const char *from, const char *to)
{
  g_autofree char *source = g_build_filename (folder, from, NULL);
  g_autofree char *target = g_build_filename (folder, to, NULL);

  return g_rename (source, target) == 0;
}

/* A kill after each of the steps that a restore takes once it has begun. */
static void
test_interrupted (Fixture *f, gconstpointer data)
{
  static const char stamp[] = "fourfold-set-aside-2026-11-24-190000.db";

  for (guint steps = 0; steps <= 2; steps++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/%u", f->folder, steps);
      g_autofree char *other = g_strdup_printf ("%s/other-%u", f->folder, steps);
      g_autofree char *aside = g_build_filename (folder, stamp, NULL);
      g_autofree char *aside_log = g_strconcat (aside, "-wal", NULL);
      g_autofree char *log = g_build_filename (folder, "fourfold.db-wal", NULL);
      g_autofree char *waiting
          = g_build_filename (folder, "fourfold.restored-2026-11-24-190000", NULL);
      g_autofree char *restored = g_build_filename (other, "fourfold.db", NULL);
      FfStore *store = ff_test_open (folder);

      save_group (store, "Old");
      ff_test_close (store);
      store = ff_test_open (other);
      save_group (store, "New");
      ff_test_close (store);
      g_assert_cmpint (g_rename (restored, waiting), ==, 0);
      g_assert_true (g_file_set_contents (log, "the old one's log", -1, NULL));

      if (steps >= 1)
        g_assert_true (
            move_to (folder, "fourfold.db-wal", "fourfold-set-aside-2026-11-24-190000.db-wal"));
      if (steps >= 2)
        g_assert_true (move_to (folder, "fourfold.db", stamp));
      assert_groups (folder, "New ");
      g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_test (aside_log, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (waiting, G_FILE_TEST_EXISTS));
      assert_groups (folder, "New ");
    }
}

/* Nothing is restored from @f->backup; what is there stays, and the words name the archive. */
static void
assert_refused (Fixture *f, FfStoreError code)
{
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_false (ff_backup_restore (f->folder, f->backup, NULL, &aside, &error));
  g_assert_error (error, FF_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, f->backup));
  g_assert_null (strstr (error->message, ".tmp"));
  g_assert_null (aside);
  g_assert_null (ff_backup_inspect (f->backup, NULL, &again));
  g_assert_error (again, FF_STORE_ERROR, (int) code);
  assert_groups (f->folder, "Earlier Later ");
}

static void
write_archive (const char *path, const char *name, mode_t type, const char *content, gsize length)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_add_filter_gzip (archive);
  archive_write_set_format_pax_restricted (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, type);
  archive_entry_set_perm (entry, 0644);
  if (type == AE_IFLNK)
    archive_entry_set_symlink (entry, content);
  else
    archive_entry_set_size (entry, (gint64) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (type == AE_IFREG)
    g_assert_cmpint (archive_write_data (archive, content, length), ==, length);
  archive_entry_free (entry);
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
}

static void
test_bad_archives (Fixture *f, gconstpointer data)
{
  g_autofree char *whole = NULL;
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *database = NULL;
  gsize length;

  prepare (f);
  g_assert_true (g_file_get_contents (f->backup, &whole, &length, NULL));

  g_assert_true (g_file_set_contents (f->backup, whole, (gssize) length / 2, NULL));
  assert_refused (f, FF_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (f->backup, "", 0, NULL));
  assert_refused (f, FF_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (f->backup, text, 5000, NULL));
  assert_refused (f, FF_STORE_ERROR_DAMAGED);
  whole[length / 2] = (char) ~whole[length / 2];
  g_assert_true (g_file_set_contents (f->backup, whole, (gssize) length, NULL));
  assert_refused (f, FF_STORE_ERROR_DAMAGED);

  /* An archive, but not of ours: with a good database in it, only the exact name counts, and only a file. */
  g_assert_true (g_file_get_contents (f->database, &database, &length, NULL));
  write_archive (f->backup, "../fourfold.db", AE_IFREG, database, length);
  assert_refused (f, FF_STORE_ERROR_FOREIGN);
  write_archive (f->backup, "/etc/fourfold.db", AE_IFREG, database, length);
  assert_refused (f, FF_STORE_ERROR_FOREIGN);
  write_archive (f->backup, "fourfold.db", AE_IFLNK, "/etc/passwd", 0);
  assert_refused (f, FF_STORE_ERROR_FOREIGN);
  write_archive (f->backup, "fourfold.db", AE_IFREG, text, 5000);
  assert_refused (f, FF_STORE_ERROR_FOREIGN);
  write_archive (f->backup, "fourfold.db", AE_IFREG, "", 0);
  assert_refused (f, FF_STORE_ERROR_FOREIGN);
}

static void
pack_database (Fixture *f, const char *folder)
{
  g_autofree char *database = g_build_filename (folder, "fourfold.db", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (database, &content, &length, NULL));
  write_archive (f->backup, "fourfold.db", AE_IFREG, content, length);
}

static void
test_bad_databases (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->folder, "other", NULL);
  g_autofree char *database = g_build_filename (other, "fourfold.db", NULL);
  FfStore *store = ff_test_open (other);
  g_autoptr (FfConnection) connection = NULL;
  g_autofree char *content = NULL;
  gsize length;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %u", i);

      save_group (store, name);
    }
  ff_test_close (store);
  prepare (f);

  g_assert_true (g_file_get_contents (database, &content, &length, NULL));
  memset (content + 4096 * 3, 0x5a, 4096 * 4);
  write_archive (f->backup, "fourfold.db", AE_IFREG, content, length);
  assert_refused (f, FF_STORE_ERROR_DAMAGED);

  connection = ff_connection_open (database, FF_CONNECTION_COPY, NULL, NULL);
  g_assert_true (ff_connection_execute (
      connection, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99", NULL));
  pack_database (f, other);
  assert_refused (f, FF_STORE_ERROR_NEWER);
  g_assert_true (ff_connection_execute (
      connection, "PRAGMA user_version = 1; PRAGMA application_id = 1", NULL));
  pack_database (f, other);
  assert_refused (f, FF_STORE_ERROR_FOREIGN);
}

static void
test_absent (Fixture *f, gconstpointer data)
{
  prepare (f);
  g_unlink (f->backup);
  assert_refused (f, FF_STORE_ERROR_FAILED);
}

static void
make_daily (FfStore *store, guint day)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, (int) day, 12, 0, 0);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ff_backup_daily_async (store, now, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  g_assert_true (ff_backup_daily_finish (store, done, &error));
  g_assert_no_error (error);
}

static char *
list_backups (Fixture *f)
{
  g_autofree char *folder = g_build_filename (f->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
test_daily (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->folder, "backups", "before-update.tar.gz", NULL);
  g_autofree char *first
      = g_build_filename (f->folder, "backups", "fourfold-2026-11-01.tar.gz", NULL);
  g_autofree char *pipe = g_build_filename (f->folder, "backups", "pipe.tar.gz", NULL);
  g_autofree char *listed = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  FfStore *store = ff_test_open (f->folder);
  GStatBuf before, after;

  save_group (store, "Earlier");
  make_daily (store, 1);
  g_assert_cmpint (g_stat (first, &before), ==, 0);
  save_group (store, "Later");
  make_daily (store, 1);
  g_assert_cmpint (g_stat (first, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);

  g_assert_true (g_file_set_contents (other, "kept, though it cannot be read", -1, NULL));
  for (guint day = 2; day <= 9; day++)
    make_daily (store, day);
  ff_test_close (store);
  listed = list_backups (f);
  g_assert_cmpstr (listed, ==,
                   "before-update.tar.gz fourfold-2026-11-03.tar.gz fourfold-2026-11-04.tar.gz "
                   "fourfold-2026-11-05.tar.gz fourfold-2026-11-06.tar.gz "
                   "fourfold-2026-11-07.tar.gz fourfold-2026-11-08.tar.gz "
                   "fourfold-2026-11-09.tar.gz");
  /* A pipe is not waited for. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*before-update.tar.gz*");
  backups = ff_backup_list (f->folder, NULL);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (backups->len, ==, 7);
  g_assert_cmpuint (((FfBackup *) backups->pdata[0])->groups, ==, 2);
}

static GStrv
check (FfStore *store)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  GStrv found;

  ff_backup_check_async (store, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  found = ff_backup_check_finish (store, done, &error);
  g_assert_no_error (error);
  return found;
}

static void
break_database (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_check (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) sound = NULL;
  g_auto (GStrv) found = NULL;
  FfStore *store = ff_test_open (f->folder);

  save_group (store, "Harbour");
  sound = check (store);
  g_assert_cmpuint (g_strv_length (sound), ==, 0);
  ff_test_close (store);

  break_database (
      f->database,
      "INSERT INTO meetings (group_id, uid, title, start, minutes, zone, place, link,"
      " sequence, modified) VALUES (77, 'm', '', '2026-11-24T19:00', 90, 'UTC', '', '',"
      " 0, 0);"
      "INSERT INTO search_words (rowid, text, facets) VALUES (5, 'a word of nobody', '')");
  store = ff_test_open (f->folder);
  found = check (store);
  g_assert_cmpuint (g_strv_length (found), ==, 2);
  g_assert_nonnull (strstr (found[0], "meetings"));
  g_assert_nonnull (strstr (found[1], "search index"));
  ff_test_close (store);
}

/* What a killed program left is swept up; what another one may be at is not. */
static void
test_left_in_cache (Fixture *f, gconstpointer data)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fourfold", NULL);
  g_autofree char *old = g_build_filename (cache, ".fourfold-OLD123.tmp-shm", NULL);
  g_autofree char *recent = g_build_filename (cache, ".fourfold-NEW123.tmp", NULL);
  g_autofree char *other = g_build_filename (cache, "something-else", NULL);
  const struct utimbuf two_days_ago = { time (NULL) - 2 * 24 * 3600, time (NULL) - 2 * 24 * 3600 };

  prepare (f);
  g_assert_cmpint (g_mkdir_with_parents (cache, 0700), ==, 0);
  g_assert_true (g_file_set_contents (old, "x", 1, NULL));
  g_assert_true (g_file_set_contents (recent, "x", 1, NULL));
  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  g_assert_cmpint (g_utime (old, (struct utimbuf *) &two_days_ago), ==, 0);
  g_assert_cmpint (g_utime (other, (struct utimbuf *) &two_days_ago), ==, 0);
  ff_backup_free (ff_backup_inspect (f->backup, NULL, NULL));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (recent, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_unlink (recent);
}

#define ADD(name, func) g_test_add ("/backup/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("write", test_write);
  ADD ("restore", test_restore);
  ADD ("restore-into-nothing", test_restore_into_nothing);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("restore-in-use", test_restore_in_use);
  ADD ("interrupted", test_interrupted);
  ADD ("bad-archives", test_bad_archives);
  ADD ("bad-databases", test_bad_databases);
  ADD ("absent", test_absent);
  ADD ("daily", test_daily);
  ADD ("check", test_check);
  ADD ("left-in-cache", test_left_in_cache);

  return g_test_run ();
}
