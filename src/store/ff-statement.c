/* ff-statement.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-store-error-private.h"

struct _FfStatement
{
  FfConnection *connection;
  sqlite3_stmt *statement; /* NULL when the SQL could not be prepared */
  GError *error;           /* the first; nothing is done after it */
  GPtrArray *mended;       /* texts whose bytes were not valid UTF-8; NULL where there was none */
};

static void
keep_error (FfStatement *self, int code)
{
  if (code != SQLITE_OK && self->error == NULL)
    ff_store_error_set_sqlite (&self->error, ff_connection_get_database (self->connection), code,
                               ff_connection_get_path (self->connection));
}

/*< private >
 * ff_statement_new:
 * @sql: one statement, never made from data
 *
 * Returns: (transfer full): where @sql cannot be prepared, one that ends at once with that error
 */
FfStatement *
ff_statement_new (FfConnection *connection, const char *sql)
{
  FfStatement *self = g_new0 (FfStatement, 1);
  int code;

  self->connection = connection;
  self->statement = ff_connection_take_statement (connection, sql, &code);
  keep_error (self, code);
  return self;
}

void
ff_statement_free (FfStatement *self)
{
  if (self->statement != NULL)
    ff_connection_give_statement (self->connection, self->statement);
  g_clear_error (&self->error);
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  g_free (self);
}

void
ff_statement_bind_null (FfStatement *self, int parameter)
{
  if (self->error == NULL)
    keep_error (self, sqlite3_bind_null (self->statement, parameter));
}

void
ff_statement_bind_int (FfStatement *self, int parameter, gint64 value)
{
  if (self->error == NULL)
    keep_error (self, sqlite3_bind_int64 (self->statement, parameter, value));
}

void
ff_statement_bind_count (FfStatement *self, int parameter, int value)
{
  if (value < 0)
    ff_statement_bind_null (self, parameter);
  else
    ff_statement_bind_int (self, parameter, value);
}

void
ff_statement_bind_double (FfStatement *self, int parameter, double value)
{
  if (self->error == NULL)
    keep_error (self, sqlite3_bind_double (self->statement, parameter, value));
}

void
ff_statement_bind_text (FfStatement *self, int parameter, const char *value)
{
  if (self->error != NULL)
    return;
  if (value != NULL && !g_utf8_validate (value, -1, NULL))
    g_set_error_literal (
        &self->error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
        _ ("This text is not valid UTF-8, so it cannot be stored. Type it again."));
  else
    keep_error (self, sqlite3_bind_text (self->statement, parameter, value, -1, SQLITE_TRANSIENT));
}

void
ff_statement_bind_time (FfStatement *self, int parameter, const FfWallTime *value)
{
  g_autofree char *text = value != NULL ? ff_wall_time_to_string (value) : NULL;

  ff_statement_bind_text (self, parameter, text);
}

gboolean
ff_statement_next (FfStatement *self)
{
  int code;

  if (self->error != NULL)
    return FALSE;
  /* Also the assertion that this is the connection's own thread. */
  ff_connection_get_database (self->connection);
  code = sqlite3_step (self->statement);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    keep_error (self, code);
  sqlite3_reset (self->statement);
  return FALSE;
}

gboolean
ff_statement_finish (FfStatement *self, GError **error)
{
  sqlite3_reset (self->statement);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
ff_statement_run (FfStatement *self, GError **error)
{
  while (ff_statement_next (self))
    continue;
  return ff_statement_finish (self, error);
}

int
ff_statement_get_changes (FfStatement *self)
{
  return sqlite3_changes (ff_connection_get_database (self->connection));
}

gboolean
ff_statement_is_null (FfStatement *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

gint64
ff_statement_get_int (FfStatement *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

int
ff_statement_get_count (FfStatement *self, int column)
{
  return ff_statement_is_null (self, column) ? -1 : sqlite3_column_int (self->statement, column);
}

double
ff_statement_get_double (FfStatement *self, int column)
{
  return sqlite3_column_double (self->statement, column);
}

/*< private >
 * ff_statement_get_text:
 *
 * Returns: (nullable): valid UTF-8 in any case: SQLite keeps whatever bytes another program gave it
 */
const char *
ff_statement_get_text (FfStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);
  char *valid;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;
  valid = g_utf8_make_valid (text, -1);
  if (self->mended == NULL)
    self->mended = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->mended, valid);
  return valid;
}

gboolean
ff_statement_get_time (FfStatement *self, int column, FfWallTime *time)
{
  const char *text = ff_statement_get_text (self, column);

  return text != NULL && ff_wall_time_parse (text, time, NULL);
}
