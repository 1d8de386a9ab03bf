/* test-backup-encrypted.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups of a database with a passphrase: with their key, without it, and put back where another key was.
 */

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "ff-backup.h"
#include "ff-group-repository.h"
#include "ff-passphrase.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

#define PASSPHRASE "four words kept close"
#define OTHER "other words, still close"

typedef struct
{
  char *folder;
  char *other; /* another data folder */
  char *backup;
  char *recovery;
} Fixture;

static FfStore *
open_words (const char *folder, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = words != NULL ? ff_passphrase_unlock (folder, words, &error) : NULL;
  FfStore *store;

  g_assert_no_error (error);
  store = ff_store_open (folder, secret, &error);
  g_assert_no_error (error);
  return store;
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
assert_groups (const char *folder, const char *words, guint expected)
{
  FfStore *store = open_words (folder, words);
  GPtrArray *groups = ff_group_repository_list (store, NULL);

  g_assert_cmpuint (groups->len, ==, expected);
  g_ptr_array_unref (groups);
  ff_test_close (store);
}

static gboolean
try_backup (FfStore *store, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_backup_write_async (store, path, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  return ff_backup_write_finish (store, done, error);
}

/* One group in the backup, two in the folder afterwards. (transfer full): the recovery key */
static char *
fill (const char *folder, const char *passphrase, const char *backup)
{
  g_autoptr (GError) error = NULL;
  char *recovery = passphrase != NULL ? ff_passphrase_set (folder, passphrase, &error) : NULL;
  FfStore *store;

  g_assert_no_error (error);
  store = open_words (folder, passphrase);
  save_group (store, "Earlier");
  g_assert_true (try_backup (store, backup, &error));
  g_assert_no_error (error);
  save_group (store, "Later");
  ff_test_close (store);
  return recovery;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->other = ff_test_make_folder ();
  f->backup = g_build_filename (f->other, "copy.tar.gz", NULL);
  f->recovery = fill (f->folder, PASSPHRASE, f->backup);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fourfold", NULL);
  g_autoptr (GDir) dir = g_dir_open (cache, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "fourfold.attempts");
  ff_test_remove_folder (f->folder);
  ff_test_remove_folder (f->other);
  g_free (f->folder);
  g_free (f->other);
  g_free (f->backup);
  g_free (f->recovery);
}

static FfBackup *
inspect (const char *path, FfSecret *secret)
{
  g_autoptr (GError) error = NULL;
  FfBackup *backup = ff_backup_inspect (path, secret, &error);

  g_assert_no_error (error);
  return backup;
}

static void
test_inspect (Fixture *f, gconstpointer data)
{
  g_autofree char *plain_backup = g_build_filename (f->other, "plain.tar.gz", NULL);
  g_autofree char *third = g_build_filename (f->other, "third", NULL);
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_autoptr (FfBackup) closed = inspect (f->backup, NULL);
  g_autoptr (FfBackup) open = inspect (f->backup, secret);
  g_autoptr (FfSecret) foreign = NULL;
  g_autoptr (FfBackup) still_closed = NULL;
  g_autoptr (FfBackup) plain = NULL;

  g_assert_true (closed->encrypted);
  g_assert_false (closed->readable);
  g_assert_null (closed->holdings);
  g_assert_nonnull (closed->made);
  g_assert_true (open->encrypted);
  g_assert_true (open->readable);
  g_assert_cmpuint (open->groups, ==, 1);

  fill (f->other, NULL, plain_backup);
  plain = inspect (plain_backup, secret);
  g_assert_false (plain->encrypted);
  g_assert_true (plain->readable);
  g_free (ff_passphrase_set (third, OTHER, NULL));
  foreign = ff_passphrase_unlock (third, OTHER, NULL);
  still_closed = inspect (f->backup, foreign);
  g_assert_false (still_closed->readable);
}

static void
test_unlock (Fixture *f, gconstpointer data)
{
  g_autofree char *plain = g_build_filename (f->other, "plain.tar.gz", NULL);
  g_autoptr (FfSecret) secret = ff_backup_unlock (f->backup, PASSPHRASE, NULL);
  g_autoptr (FfSecret) again = ff_backup_unlock (f->backup, f->recovery, NULL);
  g_autoptr (FfBackup) backup = inspect (f->backup, again);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (secret);
  g_assert_true (backup->readable);
  g_assert_null (ff_backup_unlock (f->backup, OTHER, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  fill (f->other, NULL, plain);
  g_assert_null (ff_backup_unlock (plain, PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ff_backup_unlock ("/nowhere", PASSPHRASE, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
}

static void
test_list (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autofree char *listed = g_build_filename (backups, "a.tar.gz", NULL);
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_autoptr (GPtrArray) closed = NULL;
  g_autoptr (GPtrArray) open = NULL;

  g_mkdir_with_parents (backups, 0700);
  g_assert_cmpint (g_rename (f->backup, listed), ==, 0);
  closed = ff_backup_list (f->folder, NULL);
  open = ff_backup_list (f->folder, secret);
  g_assert_cmpuint (closed->len, ==, 1);
  g_assert_false (((FfBackup *) closed->pdata[0])->readable);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpuint (((FfBackup *) open->pdata[0])->groups, ==, 1);
}

/* What was set aside opens with its own key once both have their names back. (transfer full): the folder they are in */
static char *
bring_back (const char *folder, const char *aside)
{
  g_autofree char *stem = g_strndup (aside, strlen (aside) - strlen (".db"));
  g_autofree char *key = g_strconcat (stem, ".key", NULL);
  char *old = g_build_filename (folder, "old", NULL);
  g_autofree char *old_key = g_build_filename (old, "fourfold.key", NULL);
  g_autofree char *old_database = g_build_filename (old, "fourfold.db", NULL);

  g_assert_cmpint (g_mkdir (old, 0700), ==, 0);
  g_assert_cmpint (g_rename (aside, old_database), ==, 0);
  g_assert_cmpint (g_rename (key, old_key), ==, 0);
  return old;
}

static void
test_restore (Fixture *f, gconstpointer data)
{
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_autofree char *aside = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_backup_restore (f->folder, f->backup, NULL, &aside, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  assert_groups (f->folder, PASSPHRASE, 2);
  g_assert_true (ff_backup_restore (f->folder, f->backup, secret, &aside, &error));
  g_assert_no_error (error);
  assert_groups (f->folder, PASSPHRASE, 1);
  old = bring_back (f->folder, aside);
  assert_groups (old, PASSPHRASE, 2);
}

/* The passphrase that is set now stays, whatever it was when the archive was made. */
static void
test_restore_after_change (Fixture *f, gconstpointer data)
{
  g_autofree char *changed = ff_passphrase_change (f->folder, PASSPHRASE, OTHER, NULL);
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (f->folder, changed, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_backup_restore (f->folder, f->backup, secret, NULL, &error));
  g_assert_no_error (error);
  assert_groups (f->folder, OTHER, 1);
}

/* Database and key of another computer take the place of both, and both of these are kept. */
static void
test_restore_elsewhere (Fixture *f, gconstpointer data)
{
  g_autofree char *there = g_build_filename (f->other, "there", NULL);
  g_autofree char *unused = g_build_filename (f->other, "unused.tar.gz", NULL);
  g_autofree char *recovery = fill (there, OTHER, unused);
  g_autoptr (FfSecret) wrong = ff_passphrase_unlock (there, OTHER, NULL);
  g_autoptr (FfSecret) secret = ff_backup_unlock (f->backup, PASSPHRASE, NULL);
  g_autofree char *aside = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_backup_restore (there, f->backup, wrong, &aside, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (ff_backup_restore (there, f->backup, secret, &aside, &error));
  g_assert_no_error (error);
  assert_groups (there, PASSPHRASE, 1);
  old = bring_back (there, aside);
  assert_groups (old, OTHER, 2);
}

/* With the folder's key what was plain is encrypted on its way; without it the old key is kept beside the old database. */
static void
test_restore_plain (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_build_filename (f->other, "plain.tar.gz", NULL);
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_autofree char *aside = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GError) error = NULL;

  fill (f->other, NULL, backup);
  g_assert_true (ff_backup_restore (f->folder, backup, secret, NULL, &error));
  g_assert_no_error (error);
  assert_groups (f->folder, PASSPHRASE, 1);
  g_usleep (1100 * 1000);
  g_assert_true (ff_backup_restore (f->folder, backup, NULL, &aside, &error));
  g_assert_no_error (error);
  g_assert_false (ff_passphrase_is_set (f->folder));
  assert_groups (f->folder, NULL, 1);
  old = bring_back (f->folder, aside);
  assert_groups (old, PASSPHRASE, 1);
}

/* An encrypted archive gives a plain folder its passphrase. */
static void
test_restore_into_plain (Fixture *f, gconstpointer data)
{
  g_autofree char *unused = g_build_filename (f->folder, "unused.tar.gz", NULL);
  g_autoptr (FfSecret) secret = ff_backup_unlock (f->backup, PASSPHRASE, NULL);
  g_autoptr (GError) error = NULL;

  fill (f->other, NULL, unused);
  g_assert_true (ff_backup_restore (f->other, f->backup, secret, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (ff_passphrase_is_set (f->other));
  assert_groups (f->other, PASSPHRASE, 1);
}

static void
move_to (const char *folder, const char *from, const char *other, const char *to)
{
  g_autofree char *source = g_build_filename (folder, from, NULL);
  g_autofree char *target = g_build_filename (other, to, NULL);

  g_assert_cmpint (g_rename (source, target), ==, 0);
}

/* A kill after each of the steps of a restore that swaps both database and key. */
static void
test_interrupted (Fixture *f, gconstpointer data)
{
  static const char *const steps[][2] = {
    { "fourfold.db", "fourfold-set-aside-2026-11-24-190000.db" },
    { "fourfold.key", "fourfold-set-aside-2026-11-24-190000.key" },
    { "fourfold.key-restored-2026-11-24-190000", "fourfold.key" },
  };

  for (guint killed = 0; killed <= G_N_ELEMENTS (steps); killed++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/%u", f->other, killed);
      g_autofree char *source = g_strdup_printf ("%s/source-%u", f->other, killed);
      g_autofree char *unused = g_strdup_printf ("%s/%u.tar.gz", f->other, killed);
      g_autofree char *aside = g_build_filename (folder, steps[0][1], NULL);
      g_autofree char *old = NULL;

      g_free (fill (folder, OTHER, unused));
      g_free (ff_passphrase_set (source, PASSPHRASE, NULL));
      ff_test_close (open_words (source, PASSPHRASE));
      move_to (source, "fourfold.key", folder, "fourfold.key-restored-2026-11-24-190000");
      move_to (source, "fourfold.db", folder, "fourfold.restored-2026-11-24-190000");
      for (guint i = 0; i < killed; i++)
        move_to (folder, steps[i][0], folder, steps[i][1]);
      g_assert_true (ff_passphrase_is_set (folder));
      assert_groups (folder, PASSPHRASE, 0);
      old = bring_back (folder, aside);
      assert_groups (old, OTHER, 2);
    }
}

/* Before its database was there, the waiting key means nothing. */
static void
test_waiting_key (Fixture *f, gconstpointer data)
{
  g_autofree char *waiting
      = g_build_filename (f->folder, "fourfold.key-restored-2026-11-24-190000", NULL);

  g_assert_true (g_file_set_contents (waiting, "half a key", -1, NULL));
  assert_groups (f->folder, PASSPHRASE, 2);
  g_assert_false (g_file_test (waiting, G_FILE_TEST_EXISTS));
}

static void
add_entry (struct archive *archive, const char *name, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  struct archive_entry *entry = archive_entry_new ();
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (gint64) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, content, length), ==, length);
  archive_entry_free (entry);
}

/* The files of @folder in @f->backup, in this order. */
static void
pack (Fixture *f, const char *folder, const char *const *names)
{
  struct archive *archive = archive_write_new ();

  archive_write_add_filter_gzip (archive);
  archive_write_set_format_pax_restricted (archive);
  g_assert_cmpint (archive_write_open_filename (archive, f->backup), ==, ARCHIVE_OK);
  for (; *names != NULL; names++)
    add_entry (archive, *names, folder);
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
}

static void
assert_refused (Fixture *f, FfSecret *secret, FfStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_null (ff_backup_inspect (f->backup, secret, &error));
  g_assert_error (error, FF_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, f->backup));
  g_assert_null (strstr (error->message, ".tmp"));
  g_assert_false (ff_backup_restore (f->folder, f->backup, secret, NULL, &again));
  g_assert_error (again, FF_STORE_ERROR, (int) code);
  assert_groups (f->folder, PASSPHRASE, 2);
}

static void
test_bad_archives (Fixture *f, gconstpointer data)
{
  static const char *const whole[] = { "fourfold.db", "fourfold.key", NULL };
  static const char *const keyless[] = { "fourfold.db", NULL };
  static const char *const wrong[] = { "fourfold.key", "fourfold.db", "fourfold.db.sha256", NULL };
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (f->folder, PASSPHRASE, NULL);
  g_autofree char *copy = g_build_filename (f->other, "copy", NULL);
  g_autofree char *third = g_build_filename (f->other, "third", NULL);
  g_autofree char *key = g_build_filename (copy, "fourfold.key", NULL);
  g_autofree char *sum = g_build_filename (copy, "fourfold.db.sha256", NULL);
  g_autofree char *no_sum = g_strnfill (64, '0');
  g_autoptr (FfBackup) turned = NULL;

  g_assert_true (ff_backup_restore (copy, f->backup, secret, NULL, NULL));
  /* The order is not what counts. */
  pack (f, copy, whole);
  turned = inspect (f->backup, secret);
  g_assert_cmpuint (turned->groups, ==, 1);
  pack (f, copy, keyless);
  assert_refused (f, secret, FF_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_set_contents (sum, no_sum, -1, NULL));
  pack (f, copy, wrong);
  assert_refused (f, NULL, FF_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (key, "no key", -1, NULL));
  pack (f, copy, whole);
  assert_refused (f, secret, FF_STORE_ERROR_KEY_DAMAGED);
  g_free (ff_passphrase_set (third, OTHER, NULL));
  move_to (third, "fourfold.key", copy, "fourfold.key");
  pack (f, copy, whole);
  assert_refused (f, NULL, FF_STORE_ERROR_KEY_FOREIGN);
}

/* A backup without its key would be worth nothing, so none is made. */
static void
test_key_lost (Fixture *f, gconstpointer data)
{
  g_autofree char *key = g_build_filename (f->folder, "fourfold.key", NULL);
  g_autofree char *path = g_build_filename (f->other, "second.tar.gz", NULL);
  g_autofree char *text = NULL;
  FfStore *store = open_words (f->folder, PASSPHRASE);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (key, &text, NULL, NULL));
  g_unlink (key);
  g_assert_false (try_backup (store, path, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_DAMAGED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (key, text, -1, NULL));
  ff_test_close (store);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/backup-encrypted/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  if (!ff_passphrase_is_supported ())
    return g_test_run ();
  ADD ("inspect", test_inspect);
  ADD ("unlock", test_unlock);
  ADD ("list", test_list);
  ADD ("restore", test_restore);
  ADD ("restore-after-change", test_restore_after_change);
  ADD ("restore-elsewhere", test_restore_elsewhere);
  ADD ("restore-plain", test_restore_plain);
  ADD ("restore-into-plain", test_restore_into_plain);
  ADD ("interrupted", test_interrupted);
  ADD ("waiting-key", test_waiting_key);
  ADD ("bad-archives", test_bad_archives);
  ADD ("key-lost", test_key_lost);

  return g_test_run ();
}
