/* ff-test-passphrase.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder with groups, a backup and a word to look for, and what lies in it under a passphrase.
 */

#pragma once

#include <string.h>

#include "ff-backup.h"
#include "ff-group-repository.h"
#include "ff-passphrase.h"
#include "ff-sample.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

#define FF_TEST_PASSPHRASE "four words kept close"
#define FF_TEST_OTHER_PASSPHRASE "other words, still close"
/* In the database's pages as it is written. */
#define FF_TEST_WORD "Lighthouse"

typedef struct
{
  char *folder;
  char *database;
  char *key;
} FfTestPassphrase;

static inline void
ff_test_passphrase_set_up (FfTestPassphrase *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->database = g_build_filename (f->folder, "fourfold.db", NULL);
  f->key = g_build_filename (f->folder, "fourfold.key", NULL);
}

static inline void
ff_test_passphrase_tear_down (FfTestPassphrase *f, gconstpointer data)
{
  ff_test_remove_folder (f->folder);
  g_free (f->key);
  g_free (f->database);
  g_free (f->folder);
}

static inline FfStore *
ff_test_passphrase_open_with (const char *folder, FfSecret *secret)
{
  g_autoptr (GError) error = NULL;
  FfStore *store = ff_store_open (folder, secret, &error);

  g_assert_no_error (error);
  return store;
}

static inline FfStore *
ff_test_passphrase_open_words (const char *folder, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = ff_passphrase_unlock (folder, words, &error);

  g_assert_no_error (error);
  return ff_test_passphrase_open_with (folder, secret);
}

static inline void
ff_test_passphrase_save_group (FfStore *store, const char *name)
{
  g_autoptr (FfGroup) group = ff_group_new (name);
  GAsyncResult *result = NULL;

  ff_group_set_name (group, name);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "UTC");
  ff_group_repository_save_async (store, group, NULL, ff_test_on_result, &result);
  ff_test_assert_written (store, &result);
}

static inline void
ff_test_passphrase_assert_groups (FfStore *store, guint expected)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, NULL);

  g_assert_cmpuint (groups->len, ==, expected);
}

static inline void
ff_test_passphrase_make_daily (FfStore *store, int day)
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
static inline void
ff_test_passphrase_prepare (FfTestPassphrase *f)
{
  FfStore *store = ff_test_open (f->folder);
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 24, 12, 0, 0);
  GAsyncResult *result = NULL;

  ff_sample_fill_async (store, FF_SAMPLE_FACILITATOR, 1, now, ff_test_on_result, &result);
  ff_test_assert_written (store, &result);
  ff_test_passphrase_save_group (store, FF_TEST_WORD);
  ff_test_passphrase_make_daily (store, 1);
  ff_test_close (store);
}

/* (transfer full): the recovery key */
static inline char *
ff_test_passphrase_set (FfTestPassphrase *f, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  char *recovery = ff_passphrase_set (f->folder, passphrase, &error);

  g_assert_no_error (error);
  g_assert_nonnull (recovery);
  return recovery;
}

/* How many files under @folder hold @word anywhere in their bytes; archives are looked into elsewhere. */
static inline guint
ff_test_passphrase_count_files_with (const char *folder, const char *word)
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
        count += ff_test_passphrase_count_files_with (path, word);
      else if (g_file_get_contents (path, &content, &length, NULL)
               && memmem (content, length, word, strlen (word)) != NULL)
        count++;
    }
  return count;
}

/* The names in @folder that are not the expected ones, separated by spaces. */
static inline char *
ff_test_passphrase_list_folder (const char *folder)
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

#define ff_test_passphrase_assert_folder(folder, expected)                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *folder_names = ff_test_passphrase_list_folder (folder);                       \
    g_assert_cmpstr (folder_names, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END

#define ff_test_passphrase_assert_error(error, expected, f)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, FF_STORE_ERROR, expected);                                              \
    g_assert_nonnull (strstr ((error)->message, (f)->folder));                                     \
    g_clear_error (&(error));                                                                      \
  }                                                                                                \
  G_STMT_END
