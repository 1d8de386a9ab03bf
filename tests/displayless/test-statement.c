/* test-statement.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every bind and column function, and how a connection is configured.
 */

#include "ff-statement.h"
#include "ff-store-error-private.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  char *path;
  FfConnection *connection;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = ff_test_make_folder ();
  f->path = g_build_filename (f->folder, "test.db", NULL);
  f->connection = ff_connection_open (f->path, FF_CONNECTION_WRITER, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ff_connection_execute (
      f->connection,
      "CREATE TABLE t (a INTEGER, b INTEGER, c TEXT CONSTRAINT note_length CHECK (length (c) < 9))"
      " STRICT",
      &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_connection_free (f->connection);
  ff_test_remove_folder (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static FfStatement *
select_bound (Fixture *f)
{
  return ff_statement_new (f->connection, "SELECT ?1, ?2, typeof (?1)");
}

static void
test_null (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStatement) statement = select_bound (f);
  FfWallTime time;

  ff_statement_bind_int (statement, 1, 5);
  ff_statement_bind_null (statement, 1);
  g_assert_true (ff_statement_next (statement));
  g_assert_true (ff_statement_is_null (statement, 0));
  g_assert_null (ff_statement_get_text (statement, 0));
  g_assert_cmpint (ff_statement_get_count (statement, 0), ==, -1);
  g_assert_false (ff_statement_get_time (statement, 0, &time));
  g_assert_cmpstr (ff_statement_get_text (statement, 2), ==, "null");
}

static void
test_int (Fixture *f, gconstpointer data)
{
  static const gint64 values[] = { 0, 1, -1, G_MAXINT32, G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (FfStatement) statement = select_bound (f);

      ff_statement_bind_int (statement, 1, values[i]);
      ff_statement_bind_int (statement, 2, 7);
      g_assert_true (ff_statement_next (statement));
      g_assert_cmpint (ff_statement_get_int (statement, 0), ==, values[i]);
      g_assert_cmpint (ff_statement_get_int (statement, 1), ==, 7);
      g_assert_false (ff_statement_is_null (statement, 0));
      g_assert_cmpstr (ff_statement_get_text (statement, 2), ==, "integer");
    }
}

static void
test_double (Fixture *f, gconstpointer data)
{
  static const double values[] = { 0.0, -123.16934, 49.26425, 1e-9, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (FfStatement) statement = select_bound (f);
      double read;

      ff_statement_bind_double (statement, 1, values[i]);
      ff_statement_bind_double (statement, 2, 1.5);
      g_assert_true (ff_statement_next (statement));
      read = ff_statement_get_double (statement, 0);
      /* To the last bit. */
      g_assert_cmpmem (&read, sizeof read, &values[i], sizeof values[i]);
      read = ff_statement_get_double (statement, 1);
      g_assert_true (read > 1.4 && read < 1.6);
      g_assert_cmpstr (ff_statement_get_text (statement, 2), ==, "real");
    }
}

static void
test_count (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStatement) statement = select_bound (f);

  ff_statement_bind_count (statement, 1, -1);
  ff_statement_bind_count (statement, 2, 0);
  g_assert_true (ff_statement_next (statement));
  g_assert_true (ff_statement_is_null (statement, 0));
  g_assert_cmpint (ff_statement_get_count (statement, 0), ==, -1);
  g_assert_false (ff_statement_is_null (statement, 1));
  g_assert_cmpint (ff_statement_get_count (statement, 1), ==, 0);
}

static void
test_text (Fixture *f, gconstpointer data)
{
  static const char *const values[] = { "", "a", "ليلى 🌱", "it's \"quoted\"; DROP TABLE t" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (FfStatement) statement = select_bound (f);
      g_autofree char *given = g_strdup (values[i]);

      ff_statement_bind_text (statement, 1, given);
      /* The statement has its own copy. */
      memset (given, 'x', strlen (given));
      ff_statement_bind_text (statement, 2, NULL);
      g_assert_true (ff_statement_next (statement));
      g_assert_cmpstr (ff_statement_get_text (statement, 0), ==, values[i]);
      g_assert_true (ff_statement_is_null (statement, 1));
      g_assert_cmpstr (ff_statement_get_text (statement, 2), ==, "text");
    }
}

static void
test_text_not_utf8 (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStatement) statement = select_bound (f);
  g_autoptr (GError) error = NULL;

  ff_statement_bind_text (statement, 1, "caf\xe9");
  g_assert_false (ff_statement_next (statement));
  g_assert_false (ff_statement_finish (statement, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
}

static void
test_time (Fixture *f, gconstpointer data)
{
  static const FfWallTime time = { 2026, 11, 24, 19, 5 };
  g_autoptr (FfStatement) statement = select_bound (f);
  FfWallTime read = { 0 };

  ff_statement_bind_time (statement, 1, &time);
  ff_statement_bind_time (statement, 2, NULL);
  g_assert_true (ff_statement_next (statement));
  g_assert_cmpstr (ff_statement_get_text (statement, 0), ==, "2026-11-24T19:05");
  g_assert_true (ff_statement_get_time (statement, 0, &read));
  g_assert_cmpint (ff_wall_time_compare (&time, &read), ==, 0);
  g_assert_true (ff_statement_is_null (statement, 1));
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStatement) insert
      = ff_statement_new (f->connection, "INSERT INTO t (a, b, c) VALUES (?1, ?2, ?3)");
  g_autoptr (FfStatement) list = ff_statement_new (f->connection, "SELECT a, c FROM t ORDER BY a");
  g_autoptr (FfStatement) update = ff_statement_new (f->connection, "UPDATE t SET b = 1");
  g_autoptr (GError) error = NULL;
  gint64 number;

  for (int i = 0; i < 3; i++)
    {
      ff_statement_bind_int (insert, 1, i);
      ff_statement_bind_null (insert, 2);
      ff_statement_bind_text (insert, 3, i == 1 ? "one" : "other");
      g_assert_true (ff_statement_run (insert, &error));
      g_assert_no_error (error);
    }
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (ff_statement_next (list));
      g_assert_cmpint (ff_statement_get_int (list, 0), ==, i);
    }
  g_assert_false (ff_statement_next (list));
  g_assert_true (ff_statement_finish (list, &error));
  g_assert_true (ff_statement_run (update, &error));
  g_assert_cmpint (ff_statement_get_changes (update), ==, 3);
  g_assert_true (
      ff_connection_read_number (f->connection, "SELECT max (a) FROM t", &number, &error));
  g_assert_cmpint (number, ==, 2);
}

static void
test_errors (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStatement) nonsense = ff_statement_new (f->connection, "SELECT nonsense");
  g_autoptr (FfStatement) beyond = select_bound (f);
  g_autoptr (FfStatement) refused
      = ff_statement_new (f->connection, "INSERT INTO t (c) VALUES (?1)");
  g_autoptr (GError) error = NULL;

  ff_statement_bind_int (nonsense, 1, 1);
  g_assert_false (ff_statement_run (nonsense, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "nonsense"));
  g_clear_error (&error);

  ff_statement_bind_int (beyond, 3, 1);
  g_assert_false (ff_statement_run (beyond, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  g_clear_error (&error);

  ff_statement_bind_text (refused, 1, "much too long");
  g_assert_false (ff_statement_run (refused, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==,
                   "A note can have at most 1,000,000 characters. Shorten it or "
                   "divide it in two. (275)");
  g_clear_error (&error);
  /* After an error it can be bound and run again. */
  ff_statement_bind_text (refused, 1, "short");
  g_assert_true (ff_statement_run (refused, &error));
  g_assert_no_error (error);
}

static void
assert_pragma (FfConnection *connection, const char *sql, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (ff_connection_read_number (connection, sql, &number, &error));
  g_assert_no_error (error);
  g_assert_cmpint (number, ==, expected);
}

static void
test_configuration (Fixture *f, gconstpointer data)
{
  g_autoptr (FfConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  assert_pragma (f->connection, "PRAGMA foreign_keys", 1);
  assert_pragma (f->connection, "PRAGMA synchronous", 2);
  assert_pragma (f->connection, "PRAGMA trusted_schema", 0);
  assert_pragma (f->connection, "PRAGMA secure_delete", 1);
  assert_pragma (f->connection, "PRAGMA temp_store", 2);
  assert_pragma (f->connection, "PRAGMA busy_timeout", 5000);
  assert_pragma (f->connection, "PRAGMA wal_autocheckpoint", 1000);

  reader = ff_connection_open (f->path, FF_CONNECTION_READER, NULL, &error);
  g_assert_no_error (error);
  assert_pragma (reader, "PRAGMA wal_autocheckpoint", 0);
  assert_pragma (reader, "PRAGMA foreign_keys", 1);
  g_assert_false (ff_connection_execute (reader, "DELETE FROM t", &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_READ_ONLY);
}

static void
test_transaction (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_connection_begin (f->connection, &error));
  g_assert_true (ff_connection_execute (f->connection, "INSERT INTO t (a) VALUES (1)", &error));
  g_assert_true (ff_connection_rollback (f->connection, &error));
  assert_pragma (f->connection, "SELECT count (*) FROM t", 0);
  /* Nothing to undo is not an error: SQLite may have done it already. */
  g_assert_true (ff_connection_rollback (f->connection, &error));
  g_assert_true (ff_connection_begin (f->connection, &error));
  g_assert_true (ff_connection_execute (f->connection, "INSERT INTO t (a) VALUES (1)", &error));
  g_assert_true (ff_connection_commit (f->connection, &error));
  assert_pragma (f->connection, "SELECT count (*) FROM t", 1);
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_cancellable_cancel (cancellable);
  ff_connection_set_cancellable (f->connection, cancellable);
  g_assert_false (ff_connection_read_number (
      f->connection,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000)"
      " SELECT sum (i) FROM n",
      &number, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Each way in which SQLite and the system fail, and what becomes of it. */
static void
test_error_codes (void)
{
  static const struct
  {
    int sqlite;
    FfStoreError expected;
  } codes[] = {
    { SQLITE_FULL, FF_STORE_ERROR_FULL },          { SQLITE_READONLY, FF_STORE_ERROR_READ_ONLY },
    { SQLITE_CANTOPEN, FF_STORE_ERROR_READ_ONLY }, { SQLITE_CORRUPT, FF_STORE_ERROR_DAMAGED },
    { SQLITE_NOTADB, FF_STORE_ERROR_FOREIGN },     { SQLITE_BUSY, FF_STORE_ERROR_IN_USE },
    { SQLITE_TOOBIG, FF_STORE_ERROR_REFUSED },     { SQLITE_NOMEM, FF_STORE_ERROR_FAILED },
    { SQLITE_IOERR_READ, FF_STORE_ERROR_FAILED },  { SQLITE_CORRUPT_VTAB, FF_STORE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *number = g_strdup_printf ("(%d)", codes[i].sqlite);
      g_autoptr (GError) error = NULL;

      ff_store_error_set_sqlite (&error, NULL, codes[i].sqlite, "/somewhere/fourfold.db");
      g_assert_error (error, FF_STORE_ERROR, (int) codes[i].expected);
      g_assert_nonnull (strstr (error->message, number));
    }
}

#define ADD(name, func) g_test_add ("/statement/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("null", test_null);
  ADD ("int", test_int);
  ADD ("double", test_double);
  ADD ("count", test_count);
  ADD ("text", test_text);
  ADD ("text-not-utf8", test_text_not_utf8);
  ADD ("time", test_time);
  ADD ("rows", test_rows);
  ADD ("errors", test_errors);
  ADD ("configuration", test_configuration);
  ADD ("transaction", test_transaction);
  ADD ("cancel", test_cancel);
  g_test_add_func ("/statement/error-codes", test_error_codes);

  return g_test_run ();
}
