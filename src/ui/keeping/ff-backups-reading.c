/* ff-backups-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks through the backups of a data folder, those that nobody can read included.
 */

#include "ff-config.h"

#include "ff-backups-reading.h"

#include "ff-data-folder.h"

typedef struct
{
  char *folder;
  FfSecret *secret;
} Where;

static void
where_free (gpointer data)
{
  Where *where = data;

  g_free (where->folder);
  g_clear_pointer (&where->secret, ff_secret_unref);
  g_free (where);
}

/**
 * ff_backups_reading_free:
 * @reading: what was found
 */
void
ff_backups_reading_free (FfBackupsReading *reading)
{
  g_clear_pointer (&reading->backups, g_ptr_array_unref);
  g_clear_pointer (&reading->unreadable, g_strfreev);
  g_free (reading);
}

static gboolean
is_listed (GPtrArray *backups, const char *name)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const FfBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *listed = g_path_get_basename (backup->path);

      if (g_str_equal (listed, name))
        return TRUE;
    }
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

static GStrv
list_unreadable (const char *folder, GPtrArray *backups)
{
  g_autofree char *path = g_build_filename (folder, FF_DATA_FOLDER_BACKUPS, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".tar.gz") && !is_listed (backups, name))
      g_ptr_array_add (names, g_filename_display_name (name));
  g_ptr_array_sort (names, compare_names);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Where *where = task_data;
  FfBackupsReading *reading = g_new0 (FfBackupsReading, 1);

  reading->backups = ff_backup_list (where->folder, where->secret);
  reading->unreadable = list_unreadable (where->folder, reading->backups);
  g_task_return_pointer (task, reading, (GDestroyNotify) ff_backups_reading_free);
}

/**
 * ff_backups_reading_async:
 * @folder: a data folder
 * @secret: (nullable): what the backups may be under
 * @cancellable: (nullable): to give up waiting
 * @callback: called when they are read
 * @user_data: for @callback
 */
void
ff_backups_reading_async (const char *folder,
                          FfSecret *secret,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Where *where = g_new0 (Where, 1);

  where->folder = g_strdup (folder);
  where->secret = secret != NULL ? ff_secret_ref (secret) : NULL;
  g_task_set_source_tag (task, ff_backups_reading_async);
  g_task_set_task_data (task, where, where_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * ff_backups_reading_finish:
 * @result: what the callback was given
 * @error: return location for an error, which is there only where it was cancelled
 *
 * Returns: (transfer full): what was found
 */
FfBackupsReading *
ff_backups_reading_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
