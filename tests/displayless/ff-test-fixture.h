/* ff-test-fixture.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A database of an older schema, as a Fourfold of that time left it.
 */

#pragma once

#include "ff-connection.h"
#include "ff-migration.h"
#include "ff-search.h"
#include "ff-store-error-private.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  char *database;
} Fixture;

/* The database that a file of fixtures describes, as a Fourfold of that time left it. */
static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *source
      = g_test_build_filename (G_TEST_DIST, "displayless", "fixtures", data, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;

  f->folder = ff_test_make_folder ();
  f->database = g_build_filename (f->folder, "fourfold.db", NULL);
  g_assert_true (g_file_get_contents (source, &sql, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (f->database, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_remove_folder (f->folder);
  g_free (f->database);
  g_free (f->folder);
}

static inline gint64
read_number (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfConnection) connection
      = ff_connection_open (path, FF_CONNECTION_READER, NULL, &error);
  gint64 number;

  g_assert_no_error (error);
  g_assert_true (ff_connection_read_number (connection, sql, &number, &error));
  g_assert_no_error (error);
  return number;
}

static inline guint
count_found (FfStore *store, const char *words)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GAsyncResult *result = NULL;

  ff_search_async (store, &(FfSearchQuery) { .words = (char *) words }, 10, 0, NULL,
                   ff_test_on_result, &result);
  ff_test_wait (&result);
  done = result;
  found = ff_search_finish (store, done, NULL, NULL);
  return found->len;
}
