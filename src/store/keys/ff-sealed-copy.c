/* ff-sealed-copy.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-sealed-copy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-connection.h"
#include "ff-statement.h"
#include "ff-store-error-private.h"

/* The connection's own database is always the encrypted one, so that its key is in no statement; the other is attached. */
#define ENCRYPTED "main"
#define PLAIN "plain"

/* https://www.zetetic.net/sqlcipher/sqlcipher-api/#sqlcipher_export */
static const char encrypt[] = "SELECT sqlcipher_export ('main', 'plain')";
static const char decrypt[] = "SELECT sqlcipher_export ('plain', 'main')";

static gboolean
attach_plain (FfConnection *connection, const char *path, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "ATTACH DATABASE ?1 AS plain KEY ''");

  ff_statement_bind_text (statement, 1, path);
  return ff_statement_run (statement, error);
}

/* It is a file of nobody until it is whole; ff_temporary_keep_as() brings it to the disk. */
static gboolean
begin_target (FfConnection *connection, const char *target, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA %s.journal_mode = OFF; PRAGMA %s.synchronous = OFF", target,
                         target);

  return ff_connection_execute (connection, sql, error);
}

/* The export forgets them both. */
static gboolean
copy_number (FfConnection *connection,
             const char *name,
             const char *from,
             const char *to,
             GError **error)
{
  g_autofree char *read = g_strdup_printf ("PRAGMA %s.%s", from, name);
  g_autofree char *write = NULL;
  gint64 number;

  if (!ff_connection_read_number (connection, read, &number, error))
    return FALSE;
  write = g_strdup_printf ("PRAGMA %s.%s = %d", to, name, (int) number);
  return ff_connection_execute (connection, write, error);
}

static gboolean
set_different (FfConnection *connection, const char *where, GError **error)
{
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_DAMAGED,
               /* Translators: a file, and the name of a table in English */
               _ ("A copy of “%s” turned out different from it (%s), so nothing was changed. Check "
                  "the disk, then try again."),
               ff_connection_get_path (connection), where);
  return FALSE;
}

static gboolean
check_pages (FfConnection *connection, const char *target, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s.integrity_check (1)", target);
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);
  gboolean sound = ff_statement_next (statement)
                   && g_strcmp0 (ff_statement_get_text (statement, 0), "ok") == 0;

  return ff_statement_finish (statement, error)
         && (sound || set_different (connection, "integrity_check", error));
}

static gboolean
check_schema (FfConnection *connection, GError **error)
{
  static const char sql[]
      = "SELECT (SELECT count (*) FROM main.sqlite_schema) <> (SELECT count (*) FROM"
        " plain.sqlite_schema) OR EXISTS (SELECT type, name, tbl_name, sql FROM main.sqlite_schema"
        " EXCEPT SELECT type, name, tbl_name, sql FROM plain.sqlite_schema)";
  gint64 is_different;

  return ff_connection_read_number (connection, sql, &is_different, error)
         && (!is_different || set_different (connection, "sqlite_schema", error));
}

static gboolean
is_same_row (sqlite3_stmt *a, sqlite3_stmt *b)
{
  for (int i = 0; i < sqlite3_column_count (a); i++)
    {
      int type = sqlite3_column_type (a, i);
      const void *first = sqlite3_column_blob (a, i), *second = sqlite3_column_blob (b, i);
      int length = sqlite3_column_bytes (a, i);

      if (type != sqlite3_column_type (b, i) || length != sqlite3_column_bytes (b, i)
          || (length > 0 && memcmp (first, second, (gsize) length) != 0))
        return FALSE;
    }
  return TRUE;
}

/* Row by row: both have the same keys in the same order, or they differ. */
static gboolean
compare_rows (FfConnection *connection,
              const char *name,
              const char *a,
              const char *b,
              GError **error)
{
  sqlite3 *database = ff_connection_get_database (connection);
  sqlite3_stmt *first = NULL, *second = NULL;
  int code = sqlite3_prepare_v2 (database, a, -1, &first, NULL);
  int other = code == SQLITE_OK ? sqlite3_prepare_v2 (database, b, -1, &second, NULL) : code;
  gboolean same = TRUE;

  while (code == SQLITE_OK && other == SQLITE_OK && same)
    {
      int step = sqlite3_step (first), other_step = sqlite3_step (second);

      same = step == other_step && (step != SQLITE_ROW || is_same_row (first, second));
      if (step != SQLITE_ROW)
        code = step;
      if (other_step != SQLITE_ROW)
        other = other_step;
    }
  same = same && code == SQLITE_DONE && other == SQLITE_DONE;
  if (!same && (code & 0xff) != SQLITE_DONE && code != SQLITE_OK)
    ff_store_error_set_sqlite (error, database, code, ff_connection_get_path (connection));
  else if (!same && (other & 0xff) != SQLITE_DONE && other != SQLITE_OK)
    ff_store_error_set_sqlite (error, database, other, ff_connection_get_path (connection));
  else if (!same)
    set_different (connection, name, error);
  sqlite3_finalize (first);
  sqlite3_finalize (second);
  return same;
}

/* Virtual tables hold nothing themselves; the tables behind them are looked at as all others are. */
static gboolean
check_tables (FfConnection *connection, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT name FROM plain.sqlite_schema WHERE type = 'table'"
                                      " AND rootpage > 0");

  while (ff_statement_next (statement))
    {
      const char *name = ff_statement_get_text (statement, 0);
      char *a = sqlite3_mprintf ("SELECT * FROM main.\"%w\"", name);
      char *b = sqlite3_mprintf ("SELECT * FROM plain.\"%w\"", name);
      gboolean same = compare_rows (connection, name, a, b, error);

      sqlite3_free (a);
      sqlite3_free (b);
      if (!same)
        return FALSE;
    }
  return ff_statement_finish (statement, error);
}

static gboolean
copy (FfConnection *connection,
      const char *plain,
      const char *sql,
      const char *from,
      const char *to,
      GError **error)
{
  gint64 nothing;

  /* The export writes the schema's own table, which nobody else may. */
  sqlite3_db_config (ff_connection_get_database (connection), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  return attach_plain (connection, plain, error) && begin_target (connection, to, error)
         && ff_connection_read_number (connection, sql, &nothing, error)
         && copy_number (connection, "user_version", from, to, error)
         && copy_number (connection, "application_id", from, to, error)
         && check_pages (connection, to, error) && check_schema (connection, error)
         && check_tables (connection, error)
         && ff_connection_execute (connection, "DETACH DATABASE plain", error);
}

gboolean
ff_sealed_copy_encrypt (const char *path, FfTemporary *target, FfSecret *secret, GError **error)
{
  g_autoptr (FfConnection) connection
      = ff_connection_open (ff_temporary_get_path (target), FF_CONNECTION_COPY, secret, error);

  return connection != NULL && copy (connection, path, encrypt, PLAIN, ENCRYPTED, error);
}

gboolean
ff_sealed_copy_decrypt (const char *path, FfTemporary *target, FfSecret *secret, GError **error)
{
  g_autoptr (FfConnection) connection
      = ff_connection_open (path, FF_CONNECTION_COPY, secret, error);

  return connection != NULL
         && copy (connection, ff_temporary_get_path (target), decrypt, ENCRYPTED, PLAIN, error);
}
