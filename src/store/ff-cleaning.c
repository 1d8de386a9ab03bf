/* ff-cleaning.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-cleaning.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ff-archive.h"
#include "ff-data-folder.h"
#include "ff-statement.h"
#include "ff-store-error-private.h"
#include "ff-store-error.h"

gboolean
ff_cleaning_plan (FfConnection *connection, gboolean backups_too, GError **error)
{
  return ff_connection_execute (
             connection, "INSERT INTO chores (what) VALUES ('rewrite') ON CONFLICT DO NOTHING",
             error)
         && (!backups_too
             || ff_connection_execute (
                 connection, "INSERT INTO chores (what) VALUES ('backups') ON CONFLICT DO NOTHING",
                 error));
}

/* It waits for readers on its own, for as long as the busy timeout says. */
static gboolean
empty_log (FfConnection *connection, GError **error)
{
  gint64 busy;

  if (!ff_connection_read_number (connection, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, error))
    return FALSE;
  if (busy != 0)
    ff_store_error_set_sqlite (error, NULL, SQLITE_BUSY, ff_connection_get_path (connection));
  return busy == 0;
}

/* VACUUM copies only what is alive, and the log goes over the old pages. */
static gboolean
rewrite (FfConnection *connection, GError **error)
{
  return ff_connection_execute (connection, "VACUUM", error) && empty_log (connection, error);
}

static gboolean
remove_files (const char *folder, const char *begin, const char *kept, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_prefix (name, begin) || g_strcmp0 (name, kept) == 0
          || !g_file_test (path, G_FILE_TEST_IS_REGULAR) || g_unlink (path) == 0)
        continue;
      ff_store_error_set_system (error, errno, path);
      return FALSE;
    }
  return TRUE;
}

/* The new one is there before the old ones go. What a restore set aside holds the same notes. */
static gboolean
renew_backups (FfConnection *connection, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ff_connection_get_path (connection));
  g_autofree char *backups = g_build_filename (folder, FF_DATA_FOLDER_BACKUPS, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "fourfold-%Y-%m-%d.tar.gz");
  g_autofree char *path = g_build_filename (backups, name, NULL);

  if (g_mkdir_with_parents (backups, 0700) != 0)
    {
      ff_store_error_set_system (error, errno, backups);
      return FALSE;
    }
  return ff_archive_write (connection, path, NULL, error) && remove_files (backups, "", name, error)
         && remove_files (folder, "fourfold-set-aside-", NULL, error)
         && ff_data_folder_synchronize (backups, error);
}

static gboolean
clean (FfConnection *connection, GError **error)
{
  gint64 planned, backups;

  if (!ff_connection_read_number (connection, "SELECT count (*) FROM chores", &planned, error)
      || !ff_connection_read_number (
          connection, "SELECT count (*) FROM chores WHERE what = 'backups'", &backups, error))
    return FALSE;
  if (planned == 0)
    return TRUE;
  return rewrite (connection, error) && (backups == 0 || renew_backups (connection, error))
         && ff_connection_execute (connection, "DELETE FROM chores", error);
}

gboolean
ff_cleaning_run (FfConnection *connection, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (clean (connection, &problem))
    return TRUE;
  g_set_error (error, problem->domain, problem->code,
               /* Translators: %s is a whole sentence that says what went wrong */
               _ ("The notes are gone, but traces of them can still be in files of Fourfold. It "
                  "removes them when it starts next. %s"),
               problem->message);
  return FALSE;
}
