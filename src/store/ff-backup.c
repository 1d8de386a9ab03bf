/* ff-backup.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-backup.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "ff-archive.h"
#include "ff-data-folder.h"
#include "ff-store-error-private.h"
#include "ff-store-private.h"

#define DAILY_KEPT 7

typedef struct
{
  char *path;
  char *folder; /* of the backups; NULL: only this one is made */
} FfBackupWriting;

static void
ff_backup_writing_free (FfBackupWriting *writing)
{
  g_free (writing->path);
  g_free (writing->folder);
  g_free (writing);
}

static gpointer
write_backup (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  FfBackupWriting *writing = data;

  return GINT_TO_POINTER (ff_archive_write (connection, writing->path, cancellable, error));
}

/**
 * ff_backup_write_async:
 * @path: where the archive is to be; one that is there is replaced once the new one is whole
 *
 * Writes a copy as of now, while writing goes on.
 */
void
ff_backup_write_async (FfStore *store,
                       const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  FfBackupWriting *writing = g_new0 (FfBackupWriting, 1);

  writing->path = g_canonicalize_filename (path, NULL);
  ff_store_read_async (store, write_backup, writing, (GDestroyNotify) ff_backup_writing_free, NULL,
                       cancellable, callback, user_data);
}

gboolean
ff_backup_write_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error) != NULL;
}

static gboolean
is_daily (const char *name)
{
  return g_regex_match_simple ("^fourfold-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.tar\\.gz$", name,
                               G_REGEX_DEFAULT, 0);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The dates in the names decide, whatever happened to the files' own times. */
static void
remove_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_daily (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_latest_first);
  for (guint i = DAILY_KEPT; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (g_unlink (path) != 0)
        g_warning ("The old backup %s could not be removed: %s", path, g_strerror (errno));
    }
}

static gpointer
write_daily (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  FfBackupWriting *writing = data;

  if (g_mkdir_with_parents (writing->folder, 0700) != 0)
    {
      ff_store_error_set_system (error, errno, writing->folder);
      return NULL;
    }
  if (g_file_test (writing->path, G_FILE_TEST_EXISTS))
    return GINT_TO_POINTER (TRUE);
  if (!ff_archive_write (connection, writing->path, cancellable, error))
    return NULL;
  remove_old (writing->folder);
  return GINT_TO_POINTER (TRUE);
}

/**
 * ff_backup_daily_async:
 * @now: whose local date is the backup's
 *
 * Makes the day's backup where there is none yet, then removes daily ones beyond the newest seven. Other files in the folder,
 * such as the backup before an update, are left alone.
 */
void
ff_backup_daily_async (FfStore *store,
                       GDateTime *now,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  FfBackupWriting *writing = g_new0 (FfBackupWriting, 1);
  g_autofree char *name = g_date_time_format (now, "fourfold-%Y-%m-%d.tar.gz");
  const char *folder = ff_store_get_folder (store);

  if (folder != NULL)
    {
      writing->folder = g_build_filename (folder, FF_DATA_FOLDER_BACKUPS, NULL);
      writing->path = g_build_filename (writing->folder, name, NULL);
    }
  ff_store_read_async (store, write_daily, writing, (GDestroyNotify) ff_backup_writing_free, NULL,
                       NULL, callback, user_data);
}

gboolean
ff_backup_daily_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error) != NULL;
}
