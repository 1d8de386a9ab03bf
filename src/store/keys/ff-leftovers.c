/* ff-leftovers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-leftovers.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ff-archive.h"
#include "ff-store-error-private.h"
#include "ff-temporary.h"

#define SET_ASIDE "fourfold-set-aside-"
#define DATABASE ".db"

typedef gboolean (*IsLeftover) (const char *folder, const char *name);

/* Also the log of one. What was encrypted when it was set aside has its key beside it. */
static gboolean
is_plain_set_aside (const char *folder, const char *name)
{
  const char *end = strstr (name, DATABASE);
  g_autofree char *stem = NULL;
  g_autofree char *key = NULL;

  if (!g_str_has_prefix (name, SET_ASIDE) || end == NULL)
    return FALSE;
  stem = g_strndup (name, (gsize) (end - name));
  key = g_strdup_printf ("%s/%s.key", folder, stem);
  return !g_file_test (key, G_FILE_TEST_EXISTS);
}

/* One that is damaged may hold plain words as well. */
static gboolean
is_plain_archive (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_str_has_suffix (name, FF_ARCHIVE_ENDING) && g_file_test (path, G_FILE_TEST_IS_REGULAR)
         && !ff_archive_is_encrypted (path);
}

static gboolean
remove_from (const char *folder, IsLeftover is_leftover, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!is_leftover (folder, name))
        continue;
      if (g_unlink (path) != 0 && errno != ENOENT)
        {
          ff_store_error_set_system (error, errno, path);
          return FALSE;
        }
      found = TRUE;
    }
  return !found || ff_data_folder_synchronize (folder, error);
}

typedef gboolean (*Visit) (const char *folder, GError **error);

/* Also the folders of backups that had to make way when somebody began anew. */
static gboolean
visit_backups (FfDataFolder *folder, Visit visit, GError **error)
{
  const char *path = ff_data_folder_get_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *backups = g_build_filename (path, name, NULL);

      if (g_str_has_prefix (name, FF_DATA_FOLDER_BACKUPS)
          && g_file_test (backups, G_FILE_TEST_IS_DIR) && !visit (backups, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
sweep (const char *folder, GError **error)
{
  ff_temporary_sweep (folder, 0);
  return TRUE;
}

static gboolean
remove_archives (const char *folder, GError **error)
{
  return remove_from (folder, is_plain_archive, error);
}

void
ff_leftovers_sweep (FfDataFolder *folder)
{
  ff_temporary_sweep (ff_data_folder_get_path (folder), 0);
  visit_backups (folder, sweep, NULL);
}

gboolean
ff_leftovers_remove (FfDataFolder *folder, GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fourfold", NULL);

  ff_leftovers_sweep (folder);
  ff_temporary_sweep (cache, 0);
  return remove_from (ff_data_folder_get_path (folder), is_plain_set_aside, error)
         && visit_backups (folder, remove_archives, error);
}
