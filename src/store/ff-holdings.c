/* ff-holdings.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a database holds, for a person to recognise it by.
 */

#include "ff-holdings-private.h"

#include "ff-statement.h"
#include "ff-store-private.h"

/**
 * ff_holdings_free:
 * @holdings: what was read
 */
void
ff_holdings_free (FfHoldings *holdings)
{
  g_strfreev (holdings->names);
  g_free (holdings->newest);
  g_free (holdings);
}

static gboolean
count (FfConnection *connection, const char *sql, guint *number, GError **error)
{
  gint64 counted;

  if (!ff_connection_read_number (connection, sql, &counted, error))
    return FALSE;
  *number = (guint) counted;
  return TRUE;
}

static gboolean
read_names (FfConnection *connection, FfHoldings *holdings, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT name FROM groups ORDER BY id LIMIT ?1");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  ff_statement_bind_int (statement, 1, FF_HOLDINGS_NAMES);
  while (ff_statement_next (statement))
    g_strv_builder_add (names, ff_statement_get_text (statement, 0));
  holdings->names = g_strv_builder_end (names);
  return ff_statement_finish (statement, error);
}

static gboolean
read_newest (FfConnection *connection, FfHoldings *holdings, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT max (start) FROM sessions");

  if (ff_statement_next (statement))
    holdings->newest = g_strdup (ff_statement_get_text (statement, 0));
  return ff_statement_finish (statement, error);
}

FfHoldings *
ff_holdings_read (FfConnection *connection, GError **error)
{
  g_autoptr (FfHoldings) holdings = g_new0 (FfHoldings, 1);

  if (count (connection, "SELECT count (*) FROM groups", &holdings->groups, error)
      && count (connection, "SELECT count (*) FROM sessions", &holdings->sessions, error)
      && count (connection, "SELECT count (*) FROM check_ins", &holdings->check_ins, error)
      && read_names (connection, holdings, error) && read_newest (connection, holdings, error))
    return g_steal_pointer (&holdings);
  return NULL;
}

static gpointer
read_now (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return ff_holdings_read (connection, error);
}

/**
 * ff_holdings_read_async:
 * @store: whose database
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: for @callback
 */
void
ff_holdings_read_async (FfStore *store,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  ff_store_read_async (store, read_now, NULL, NULL, (GDestroyNotify) ff_holdings_free, cancellable,
                       callback, user_data);
}

/**
 * ff_holdings_read_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Returns: (transfer full): what the database holds
 */
FfHoldings *
ff_holdings_read_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
