/* ff-test-key-deeds.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The passphrase set, changed and taken away, and a folder that has one used, with something coming between.
 */

#include "ff-test-key-deeds.h"

#include "ff-backup.h"
#include "ff-passphrase.h"
#include "ff-store-error.h"
#include "ff-test-notes.h"
#include "ff-test-store.h"

#define LEFT_BEHIND ".fourfold-AAAAAA.tmp"
#define OLD_BACKUP "old.tar.gz"

static void
write_daily (FfStore *store, int day)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, day, 12, 0, 0);
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_backup_daily_async (store, now, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  g_assert_true (ff_backup_daily_finish (store, done, NULL));
}

/* With everything in which words may lie: daily backups, what a restored backup has set aside, what a program that was
 * killed left half made, and its log. */
static void
prepare_plain (const char *folder)
{
  g_autofree char *backup
      = g_build_filename (folder, "backups", "fourfold-2026-11-23.tar.gz", NULL);
  g_autofree char *left = g_build_filename (folder, LEFT_BEHIND, NULL);
  FfStore *store = ff_test_open (folder);

  ff_test_notes_fill (store);
  write_daily (store, 22);
  write_daily (store, 23);
  ff_test_close (store);
  g_assert_true (ff_backup_restore (folder, backup, NULL, NULL, NULL));
  store = ff_test_open (folder);
  g_assert_true (ff_test_note_save (store, 17, 1, NULL));
  g_assert_true (g_file_set_contents (left, FF_TEST_MARKER, -1, NULL));
}

static void
prepare_hidden (const char *folder)
{
  FfStore *store = ff_test_open (folder);

  ff_test_notes_fill (store);
  ff_test_close (store);
  ff_test_set_passphrase (folder);
}

static gboolean
run_set (const char *folder, FfTestReport *report, GError **error)
{
  g_autofree char *recovery = ff_passphrase_set (folder, FF_TEST_PASSPHRASE, error);

  if (recovery != NULL)
    g_strlcpy (report->recovery, recovery, sizeof report->recovery);
  return recovery != NULL;
}

static gboolean
run_change (const char *folder, FfTestReport *report, GError **error)
{
  g_autofree char *recovery
      = ff_passphrase_change (folder, FF_TEST_PASSPHRASE, FF_TEST_NEW_PASSPHRASE, error);

  if (recovery != NULL)
    g_strlcpy (report->recovery, recovery, sizeof report->recovery);
  return recovery != NULL;
}

static gboolean
run_remove (const char *folder, FfTestReport *report, GError **error)
{
  return ff_passphrase_remove (folder, FF_TEST_PASSPHRASE, error);
}

static char *
check_recovery (const FfTestAftermath *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = NULL;

  if (!after->report->done)
    return NULL;
  secret = ff_passphrase_unlock (after->folder, after->report->recovery, &error);
  return secret != NULL ? NULL : g_strdup_printf ("The recovery key: %s", error->message);
}

/* By the next start at the latest. */
static char *
check_hidden (const FfTestAftermath *after)
{
  g_autofree char *path = ff_test_find_word (after->folder, FF_TEST_MARKER);

  return path != NULL ? g_strdup_printf ("It is encrypted, and the words are in %s", path) : NULL;
}

static char *
review_set (const FfTestAftermath *after)
{
  char *problem;

  if (after->report->done && after->found->key != FF_TEST_KEY_PASSPHRASE)
    return g_strdup ("A passphrase is said to be set, and is not");
  if (after->found->key == FF_TEST_KEY_NONE)
    return NULL;
  problem = check_recovery (after);
  return problem != NULL ? problem : check_hidden (after);
}

static char *
review_change (const FfTestAftermath *after)
{
  char *problem;

  if (after->found->key == FF_TEST_KEY_NONE)
    return g_strdup ("There is no passphrase any more");
  if (after->report->done && after->found->key != FF_TEST_KEY_NEW)
    return g_strdup ("The old passphrase still fits");
  problem = check_recovery (after);
  return problem != NULL ? problem : check_hidden (after);
}

static char *
review_remove (const FfTestAftermath *after)
{
  if (after->report->done && after->found->key != FF_TEST_KEY_NONE)
    return g_strdup ("The passphrase is said to be taken away, and is not");
  return NULL;
}

/* --- Using a folder that has one --- */

static gboolean
write_backup (FfStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, OLD_BACKUP, NULL);
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_backup_write_async (store, path, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  return ff_backup_write_finish (store, done, NULL);
}

static void
prepare_restore (const char *folder)
{
  FfStore *store;

  prepare_hidden (folder);
  store = ff_test_open_with_key (folder, NULL, NULL);
  g_assert_true (write_backup (store, folder));
  g_assert_true (ff_test_note_save (store, 17, 1, NULL));
}

static gboolean
run_restore (const char *folder, FfTestReport *report, GError **error)
{
  g_autofree char *path = g_build_filename (folder, OLD_BACKUP, NULL);
  g_autoptr (FfSecret) secret = ff_backup_unlock (path, FF_TEST_PASSPHRASE, error);

  return secret != NULL && ff_backup_restore (folder, path, secret, NULL, error);
}

static gboolean
run_saves (const char *folder, FfTestReport *report, GError **error)
{
  FfStore *store = ff_test_open_with_key (folder, NULL, error);
  gboolean all = store != NULL;

  for (guint number = 16; all && number < 20; number++)
    {
      all = ff_test_note_save (store, number, 1, error);
      if (all)
        report->acknowledged[number] = 1;
    }
  if (store != NULL)
    ff_test_close (store);
  return all;
}

static gboolean
run_daily (const char *folder, FfTestReport *report, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  FfStore *store = ff_test_open_with_key (folder, NULL, error);
  GAsyncResult *result = NULL;
  gboolean written;

  if (store == NULL)
    return FALSE;
  ff_backup_daily_async (store, now, ff_test_on_result, &result);
  ff_test_wait (&result);
  written = ff_backup_daily_finish (store, result, error);
  g_object_unref (result);
  ff_test_close (store);
  return written;
}

static char *
review_hidden (const FfTestAftermath *after)
{
  return after->found->key != FF_TEST_KEY_PASSPHRASE ? g_strdup ("The passphrase does not fit")
                                                     : check_hidden (after);
}

static const FfTestDeed deeds[] = {
  { "set-passphrase", prepare_plain, run_set, .hides = FF_TEST_MARKER, .review = review_set },
  { "change-passphrase", prepare_hidden, run_change, .hides = FF_TEST_MARKER,
    .review = review_change },
  { "remove-passphrase", prepare_hidden, run_remove, .review = review_remove },
  { "restore-hidden", prepare_restore, run_restore, .hides = FF_TEST_MARKER,
    .review = review_hidden },
  { "save-hidden", prepare_hidden, run_saves, .has_steps = TRUE, .hides = FF_TEST_MARKER,
    .review = review_hidden },
  { "daily-hidden", prepare_hidden, run_daily, .hides = FF_TEST_MARKER, .review = review_hidden },
};

const FfTestDeed *
ff_test_key_deeds_get (guint *n_deeds)
{
  *n_deeds = ff_passphrase_is_supported () ? G_N_ELEMENTS (deeds) : 0;
  return deeds;
}
