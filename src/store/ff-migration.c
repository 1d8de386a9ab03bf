/* ff-migration.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-migration.h"

#include <glib/gi18n-lib.h>

#include "ff-store-error.h"

#define FOLDER FF_RESOURCE_PREFIX "/migrations"

static const char *const migrations[] = {
  "0001-first.sql",  "0002-search.sql", "0003-listings.sql", "0004-handouts.sql", "0005-notes.sql",
  "0006-search.sql", "0007-roster.sql", "0008-roster.sql",   "0009-relieved.sql",
};

int
ff_migration_get_latest (void)
{
  return G_N_ELEMENTS (migrations);
}

void
ff_migration_set_newer (GError **error, const char *path, int version)
{
  g_set_error (
      error, FF_STORE_ERROR, FF_STORE_ERROR_NEWER,
      /* Translators: a file, its schema's number, and the highest number that this version knows */
      _ ("“%s” was written by a newer Fourfold (schema %d; this one knows %d). It has been "
         "left as it is. Install the newest Fourfold to open it."),
      path, version, ff_migration_get_latest ());
}

void
ff_migration_set_foreign (GError **error, const char *path)
{
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FOREIGN,
               _ ("“%s” belongs to another program. It has been left as it is. Move it away, or "
                  "choose another folder."),
               path);
}

gboolean
ff_migration_check (FfConnection *connection, int *version, GError **error)
{
  const char *path = ff_connection_get_path (connection);
  gint64 application_id, user_version, tables;

  if (!ff_connection_read_number (connection, "PRAGMA application_id", &application_id, error)
      || !ff_connection_read_number (connection, "PRAGMA user_version", &user_version, error)
      || !ff_connection_read_number (connection, "SELECT count (*) FROM sqlite_schema", &tables,
                                     error))
    return FALSE;
  if (application_id != FF_CONNECTION_APPLICATION_ID
      && (application_id != 0 || user_version != 0 || tables != 0))
    {
      ff_migration_set_foreign (error, path);
      return FALSE;
    }
  if (user_version < 0 || user_version > ff_migration_get_latest ())
    {
      ff_migration_set_newer (error, path, (int) user_version);
      return FALSE;
    }
  *version = (int) user_version;
  return TRUE;
}

static gboolean
migrate_to (FfConnection *connection, int version, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER "/", migrations[version - 1], NULL);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (sql == NULL || !ff_connection_begin (connection, error))
    return FALSE;
  /* GResource ends each file with a NUL that it does not count. */
  if (ff_connection_execute (connection, g_bytes_get_data (sql, NULL), error)
      && ff_connection_execute (connection, stamp, error)
      && ff_connection_commit (connection, error))
    return TRUE;
  if (!ff_connection_rollback (connection, NULL))
    g_critical ("A migration of %s could not be rolled back", ff_connection_get_path (connection));
  return FALSE;
}

/*< private >
 * ff_migration_run:
 *
 * Applies what is missing, each migration in a transaction of its own that also sets `user_version`: interrupted, the
 * database has one schema or the next, never something between.
 */
gboolean
ff_migration_run (FfConnection *connection, int version, GError **error)
{
  int current;

  g_return_val_if_fail (version <= ff_migration_get_latest (), FALSE);

  if (!ff_migration_check (connection, &current, error))
    return FALSE;
  for (int next = current + 1; next <= version; next++)
    if (!migrate_to (connection, next, error))
      return FALSE;
  return TRUE;
}
