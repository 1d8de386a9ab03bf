/* ff-test-sample.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A store with made-up data as it is on one afternoon, and what is counted in it.
 */

#pragma once

#include "ff-backup.h"
#include "ff-sample.h"
#include "ff-store-private.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GTimeZone *zone;
} FfTestSample;

static inline void
ff_test_sample_set_up (FfTestSample *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->zone = g_time_zone_new_identifier ("America/Vancouver");
}

static inline void
ff_test_sample_tear_down (FfTestSample *f, gconstpointer data)
{
  if (f->store != NULL)
    ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
  g_time_zone_unref (f->zone);
}

static inline GDateTime *
ff_test_sample_make_now (FfTestSample *f, int hour, int minute)
{
  return g_date_time_new (f->zone, 2026, 11, 24, hour, minute, 0);
}

static inline void
ff_test_sample_fill (FfTestSample *f, FfStore *store, FfSampleSize size, guint32 seed)
{
  g_autoptr (GDateTime) now = ff_test_sample_make_now (f, 15, 10);
  GAsyncResult *result = NULL;

  ff_sample_fill_async (store, size, seed, now, ff_test_on_result, &result);
  ff_test_assert_written (store, &result);
}

static inline gint64
ff_test_sample_count (FfStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (
      ff_connection_read_number (ff_store_get_connection (store, NULL), sql, &number, &error));
  g_assert_no_error (error);
  return number;
}

static inline void
ff_test_sample_assert_sound (FfTestSample *f)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_auto (GStrv) found = NULL;
  g_autoptr (GError) error = NULL;

  ff_backup_check_async (f->store, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  found = ff_backup_check_finish (f->store, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (found), ==, 0);
}
