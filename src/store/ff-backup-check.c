/* ff-backup-check.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-archive.h"
#include "ff-backup.h"
#include "ff-statement.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-temporary.h"

static gboolean
check_pages (FfConnection *connection, GStrvBuilder *found, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, "PRAGMA integrity_check (20)");

  while (ff_statement_next (statement))
    if (g_strcmp0 (ff_statement_get_text (statement, 0), "ok") != 0)
      g_strv_builder_take (found,
                           /* Translators: %s is a technical message in English */
                           g_strdup_printf (_ ("The database is damaged: %s. Restore the newest "
                                               "backup."),
                                            ff_statement_get_text (statement, 0)));
  return ff_statement_finish (statement, error);
}

static gboolean
check_references (FfConnection *connection, GStrvBuilder *found, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, "PRAGMA foreign_key_check");

  while (ff_statement_next (statement))
    g_strv_builder_take (
        found,
        g_strdup_printf (/* Translators: the names of two tables, in English */
                         _ ("A row of “%s” belongs to one of “%s” that is not there. Restore "
                            "the newest backup."),
                         ff_statement_get_text (statement, 0),
                         ff_statement_get_text (statement, 2)));
  return ff_statement_finish (statement, error);
}

/* https://www.sqlite.org/fts5.html#the_integrity_check_command: rank 1 compares the index with the texts themselves. */
static const char index_check[]
    = "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)";

/* FTS5 checks by a command that has the form of an INSERT, so it is asked of a copy. */
static gboolean
check_search_index (FfConnection *connection,
                    GStrvBuilder *found,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ff_connection_get_path (connection));
  g_autoptr (FfTemporary) file = ff_temporary_new (folder, error);
  g_autoptr (FfConnection) copy = NULL;
  g_autoptr (GError) problem = NULL;

  if (file == NULL
      || !ff_archive_copy_database (connection, ff_temporary_get_path (file), cancellable, error))
    return FALSE;
  copy = ff_connection_open (ff_temporary_get_path (file), FF_CONNECTION_COPY,
                             ff_connection_get_secret (connection), error);
  if (copy == NULL)
    return FALSE;
  ff_connection_set_cancellable (copy, cancellable);
  if (ff_connection_execute (copy, index_check, &problem))
    return TRUE;
  if (!g_error_matches (problem, FF_STORE_ERROR, FF_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_strv_builder_add (found, _ ("The search index does not fit the notes. Notes and plans are not "
                                "touched by this; restore the newest backup to search them all."));
  return TRUE;
}

/* With a connection of its own: what SQLite 3.46 last knew of the index's parts it takes for what they are, so that to one
 * that has searched before, what was written since passes for damage. */
static gboolean
check_database (FfConnection *connection,
                GStrvBuilder *found,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (FfConnection) fresh
      = ff_connection_open (ff_connection_get_path (connection), FF_CONNECTION_READER,
                            ff_connection_get_secret (connection), error);

  if (fresh == NULL)
    return FALSE;
  ff_connection_set_cancellable (fresh, cancellable);
  return check_pages (fresh, found, error) && check_references (fresh, found, error);
}

static gpointer
check (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  if (!check_database (connection, found, cancellable, error)
      || !check_search_index (connection, found, cancellable, error))
    return NULL;
  return g_strv_builder_end (found);
}

/**
 * ff_backup_check_async:
 *
 * Reads all of the database and looks whether it is sound.
 */
void
ff_backup_check_async (FfStore *store,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  ff_store_read_async (store, check, NULL, NULL, (GDestroyNotify) g_strfreev, cancellable, callback,
                       user_data);
}

/**
 * ff_backup_check_finish:
 *
 * Returns: (transfer full): a translated sentence for each thing found, none where all is sound; %NULL with an error where
 *   it could not be looked at
 */
GStrv
ff_backup_check_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
