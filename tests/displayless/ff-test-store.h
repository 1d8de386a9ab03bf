/* ff-test-store.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the store's tests share: a folder of their own, and waits that end.
 */

#pragma once

#include <glib/gstdio.h>

#include "ff-store.h"

#define FF_TEST_SECONDS 60

static inline char *
ff_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("fourfold-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
ff_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        ff_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
ff_test_on_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Runs the main loop until @result was filled in by ff_test_on_result(). */
static inline void
ff_test_wait (GAsyncResult **result)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (*result == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static inline gboolean
ff_test_written (FfStore *store, GAsyncResult **result, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;

  ff_test_wait (result);
  done = g_steal_pointer (result);
  return ff_store_write_finish (store, done, error);
}

#define ff_test_assert_written(store, result)                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) written_error = NULL;                                                       \
    gboolean written = ff_test_written (store, result, &written_error);                            \
    g_assert_no_error (written_error);                                                             \
    g_assert_true (written);                                                                       \
  }                                                                                                \
  G_STMT_END

static inline FfStore *
ff_test_open (const char *folder)
{
  g_autoptr (GError) error = NULL;
  FfStore *store = ff_store_open (folder, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (FF_IS_STORE (store));
  return store;
}

/* Closes it as the app does, and looks that nothing holds on to it: only the thread that closed it may, for a moment. */
static inline void
ff_test_close (FfStore *store)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  GWeakRef weak;
  FfStore *held;

  ff_store_close_async (store, ff_test_on_result, &result);
  ff_test_wait (&result);
  g_assert_true (ff_store_close_finish (store, result, &error));
  g_assert_no_error (error);
  g_object_unref (result);
  g_weak_ref_init (&weak, store);
  g_object_unref (store);
  while ((held = g_weak_ref_get (&weak)) != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_object_unref (held);
      g_usleep (500);
    }
  g_weak_ref_clear (&weak);
}
