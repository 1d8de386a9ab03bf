/* test-passphrase-trouble.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A passphrase where something is wrong: files damaged, swapped, left behind or not removable, no room, a disk to read only.
 */

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-test-passphrase.h"

/* A damaged key is told from a wrong passphrase, and neither it nor the database is touched. */
static void
test_key_damaged (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *text = NULL;
  g_autofree char *left = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  secret = ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, NULL);
  g_assert_true (g_file_get_contents (f->key, &text, &length, NULL));
  g_assert_true (g_file_set_contents (f->key, text, (gssize) length / 2, NULL));
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_null (ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_null (
      ff_passphrase_change (f->folder, FF_TEST_PASSPHRASE, FF_TEST_OTHER_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_cmpuint (ff_passphrase_get_wait (f->folder), ==, 0);
  g_assert_true (g_file_get_contents (f->key, &left, NULL, NULL));
  g_assert_cmpuint (strlen (left), ==, length / 2);

  /* Gone: the database is still known as encrypted by whoever unlocked it. */
  g_unlink (f->key);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_DAMAGED, f);
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_FOREIGN, f);
  g_assert_null (ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_DAMAGED, f);

  g_assert_true (g_file_set_contents (f->key, text, (gssize) length, NULL));
  ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE));
}

/* The key of another folder opens with its own passphrase, and still is not the key of this database. */
static void
test_key_swapped (FfTestPassphrase *f, gconstpointer data)
{
  FfTestPassphrase other;
  g_autofree char *recovery = NULL;
  g_autofree char *other_recovery = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfSecret) own = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;

  ff_test_passphrase_set_up (&other, NULL);
  other_recovery = ff_test_passphrase_set (&other, FF_TEST_OTHER_PASSPHRASE);
  g_assert_true (g_file_get_contents (other.key, &text, NULL, NULL));
  ff_test_passphrase_tear_down (&other, NULL);

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  own = ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, NULL);
  g_assert_true (g_file_get_contents (f->database, &before, &length, NULL));
  g_assert_true (g_file_set_contents (f->key, text, -1, NULL));
  secret = ff_passphrase_unlock (f->folder, FF_TEST_OTHER_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_null (ff_store_open (f->folder, secret, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_FOREIGN, f);
  g_assert_null (ff_store_open (f->folder, own, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_FOREIGN, f);
  g_assert_false (ff_passphrase_remove (f->folder, FF_TEST_OTHER_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_FOREIGN, f);
  g_assert_true (g_file_get_contents (f->database, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* Damage of what is encrypted is told as damage, with the right passphrase. */
static void
test_database_damaged (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autofree char *content = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  secret = ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, NULL);
  g_assert_true (g_file_get_contents (f->database, &content, &length, NULL));
  memset (content + 4096 * 5 + 100, 0x5a, 4096);
  g_assert_true (g_file_set_contents (f->database, content, (gssize) length, NULL));
  g_assert_null (ff_store_open (f->folder, secret, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_DAMAGED, f);
  memset (content, 0x5a, 16);
  g_assert_true (g_file_set_contents (f->database, content, (gssize) length, NULL));
  g_assert_null (ff_store_open (f->folder, secret, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_KEY_FOREIGN, f);
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
test_orphan_key (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.encrypting", NULL);
  g_autofree char *plain = g_build_filename (f->folder, "plain", NULL);
  g_autofree char *recovery = NULL;
  g_autofree char *names = NULL;
  FfStore *store;

  ff_test_passphrase_prepare (f);
  copy_file (f->database, plain);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_cmpint (g_rename (plain, f->database), ==, 0);
  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_false (ff_passphrase_is_set (f->folder));
  ff_test_passphrase_assert_folder (f->folder, "backups fourfold.db fourfold.lock");
  store = ff_test_open (f->folder);
  ff_test_passphrase_assert_groups (store, 3);
  ff_test_close (store);

  /* Without the mark nobody knows whose key it is: it makes way, and is kept. */
  copy_file (f->database, plain);
  g_free (ff_test_passphrase_set (f, FF_TEST_PASSPHRASE));
  g_assert_cmpint (g_rename (plain, f->database), ==, 0);
  store = ff_test_open (f->folder);
  ff_test_passphrase_assert_groups (store, 3);
  ff_test_close (store);
  names = ff_test_passphrase_list_folder (f->folder);
  g_assert_true (g_str_has_prefix (names, "backups fourfold-set-aside-"));
  g_assert_true (g_str_has_suffix (names, ".key fourfold.db fourfold.lock"));
}

/* Killed after that: what is plain goes at the next start. */
static void
test_marker_left (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.encrypting", NULL);
  g_autofree char *aside
      = g_build_filename (f->folder, "fourfold-set-aside-2026-01-01-120000.db", NULL);
  g_autofree char *backup
      = g_build_filename (f->folder, "backups", "fourfold-2026-11-01.tar.gz", NULL);
  g_autofree char *kept = g_build_filename (f->folder, "kept", NULL);
  g_autofree char *recovery = NULL;

  ff_test_passphrase_prepare (f);
  copy_file (backup, kept);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_cmpint (g_rename (kept, backup), ==, 0);
  g_assert_true (g_file_set_contents (aside, FF_TEST_WORD, -1, NULL));
  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_true (ff_passphrase_is_set (f->folder));
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  ff_test_passphrase_assert_folder (f->folder, "backups fourfold.db fourfold.key fourfold.lock");
  ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE));
}

/* Killed while the passphrase was taken away, before and after the plain database took its place. */
static void
test_decrypting_left (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.decrypting", NULL);
  g_autofree char *temporary = g_build_filename (f->folder, ".fourfold-ABCDEF.tmp", NULL);
  g_autofree char *plain = g_build_filename (f->folder, "plain", NULL);
  g_autofree char *recovery = NULL;

  ff_test_passphrase_prepare (f);
  copy_file (f->database, plain);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_true (g_file_set_contents (temporary, FF_TEST_WORD, -1, NULL));
  g_assert_true (ff_passphrase_is_set (f->folder));
  ff_test_passphrase_assert_folder (f->folder,
                                    "backups fourfold.db fourfold.key fourfold.lock plain");
  ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE));

  g_assert_true (g_file_set_contents (marker, "", 0, NULL));
  g_assert_cmpint (g_rename (plain, f->database), ==, 0);
  g_assert_false (ff_passphrase_is_set (f->folder));
  ff_test_passphrase_assert_folder (f->folder, "backups fourfold.db fourfold.lock");
  ff_test_close (ff_test_open (f->folder));
}

/* A plain copy that a kill left in the making goes before anybody gave the passphrase. */
static void
test_swept_while_locked (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *temporary = g_build_filename (f->folder, ".fourfold-ABCDEF.tmp", NULL);
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_passphrase_prepare (f);
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_true (g_file_set_contents (temporary, FF_TEST_WORD, -1, NULL));
  g_assert_null (ff_store_open (f->folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_LOCKED);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
}

/* A folder of that name cannot be removed as a file: it is told, and keeps nobody from the data. */
static void
test_stubborn_leftover (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *aside
      = g_build_filename (f->folder, "fourfold-set-aside-2026-01-01-120000.db", NULL);
  g_autofree char *marker = g_build_filename (f->folder, "fourfold.encrypting", NULL);
  g_autoptr (GError) error = NULL;
  FfStore *store;

  ff_test_passphrase_prepare (f);
  g_assert_cmpint (g_mkdir (aside, 0700), ==, 0);
  g_assert_null (ff_passphrase_set (f->folder, FF_TEST_PASSPHRASE, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, aside));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*plain copy*");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*plain copy*");
  store = ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE);
  g_test_assert_expected_messages ();
  ff_test_passphrase_assert_groups (store, 3);
  ff_test_close (store);
  g_assert_true (g_file_test (marker, G_FILE_TEST_EXISTS));
  g_rmdir (aside);
  ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE));
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
test_no_room (FfTestPassphrase *f, gconstpointer data)
{
  static const rlim_t sizes[] = { 0, 500, 4096, 64 * 1024, 200 * 1024 };
  g_autofree char *recovery = NULL;
  FfStore *store;

  ff_test_passphrase_prepare (f);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      limit_files (sizes[i]);
      g_assert_null (ff_passphrase_set (f->folder, FF_TEST_PASSPHRASE, &error));
      limit_files (RLIM_INFINITY);
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, FF_STORE_ERROR);
      g_assert_false (ff_passphrase_is_set (f->folder));
      /* What could not be written into the database at its end is in its log. */
      ff_test_close (ff_test_open (f->folder));
      ff_test_passphrase_assert_folder (f->folder, "backups fourfold.db fourfold.lock");
    }
  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      limit_files (sizes[i]);
      g_assert_false (ff_passphrase_remove (f->folder, FF_TEST_PASSPHRASE, &error));
      limit_files (RLIM_INFINITY);
      g_assert_nonnull (error);
      g_assert_true (ff_passphrase_is_set (f->folder));
      ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE));
      ff_test_passphrase_assert_folder (f->folder,
                                        "backups fourfold.db fourfold.key fourfold.lock");
    }
  store = ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE);
  ff_test_passphrase_assert_groups (store, 3);
  ff_test_close (store);
}

static void
test_read_only (FfTestPassphrase *f, gconstpointer data)
{
  g_autofree char *recovery = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  ff_test_passphrase_prepare (f);
  g_assert_cmpint (g_chmod (f->folder, 0500), ==, 0);
  g_assert_null (ff_passphrase_set (f->folder, FF_TEST_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_READ_ONLY, f);
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  g_assert_false (ff_passphrase_is_set (f->folder));

  recovery = ff_test_passphrase_set (f, FF_TEST_PASSPHRASE);
  g_assert_cmpint (g_chmod (f->folder, 0500), ==, 0);
  g_assert_true (ff_passphrase_is_set (f->folder));
  secret = ff_passphrase_unlock (f->folder, FF_TEST_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_null (
      ff_passphrase_change (f->folder, FF_TEST_PASSPHRASE, FF_TEST_OTHER_PASSPHRASE, &error));
  ff_test_passphrase_assert_error (error, FF_STORE_ERROR_READ_ONLY, f);
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  ff_test_close (ff_test_passphrase_open_words (f->folder, FF_TEST_PASSPHRASE));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/passphrase-trouble/" name, FfTestPassphrase, NULL, ff_test_passphrase_set_up,      \
              func, ff_test_passphrase_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* What a build without encryption says is seen in test-passphrase. */
  if (!ff_passphrase_is_supported ())
    return g_test_run ();

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

  return g_test_run ();
}
