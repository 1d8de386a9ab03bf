/* ff-backup-anew.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Begins anew in a folder whose database is gone, out of the way of the backups that are left of it.
 */

#include "ff-backup.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "ff-data-folder.h"
#include "ff-store-error-private.h"

/**
 * ff_backup_begin_anew:
 * @folder: a data folder, which no store holds, without a database
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Gives the folder of the backups another name, under which they stay: the next ff_store_open() begins a new database,
 * and its backups do not take the place of these.
 *
 * Returns: whether that is so
 */
gboolean
ff_backup_begin_anew (const char *folder, GError **error)
{
  g_autoptr (FfDataFolder) taken = ff_data_folder_take (folder, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = g_strdup_printf (FF_DATA_FOLDER_BACKUPS "-before-%s", stamp);
  g_autofree char *backups = NULL;
  g_autofree char *kept = NULL;

  if (taken == NULL)
    return FALSE;
  if (g_file_test (ff_data_folder_get_database (taken), G_FILE_TEST_EXISTS))
    return TRUE;
  backups = g_build_filename (ff_data_folder_get_path (taken), FF_DATA_FOLDER_BACKUPS, NULL);
  kept = g_build_filename (ff_data_folder_get_path (taken), name, NULL);
  if (g_rename (backups, kept) != 0 && errno != ENOENT)
    {
      ff_store_error_set_system (error, errno, backups);
      return FALSE;
    }
  return ff_data_folder_synchronize (ff_data_folder_get_path (taken), error);
}
