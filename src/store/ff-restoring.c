/* ff-restoring.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-restoring.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ff-sealing.h"
#include "ff-store-error-private.h"

/* A file of this name is a whole, checked database that waits to take the place of fourfold.db. The rest of the name is the
 * stamp under which the old one is set aside, so that going on after a kill uses the same one. */
#define WAITING "fourfold.restored-"
/* And this is its key, where it is encrypted: there before it, so that the one is never without the other. */
#define WAITING_KEY "fourfold.key-restored-"

/* The log goes first: beside another database, SQLite would write it into that one. */
static const char *const parts[] = { "-wal", "-shm", "-journal", "" };

static gboolean
move (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0 || errno == ENOENT)
    return TRUE;
  ff_store_error_set_system (error, errno, from);
  return FALSE;
}

static char *
name_file (FfDataFolder *folder, const char *beginning, const char *stamp, const char *ending)
{
  g_autofree char *name = g_strconcat (beginning, stamp, ending, NULL);

  return g_build_filename (ff_data_folder_get_path (folder), name, NULL);
}

static char *
name_set_aside (FfDataFolder *folder, const char *stamp)
{
  return name_file (folder, "fourfold-set-aside-", stamp, ".db");
}

static gboolean
set_database_aside (FfDataFolder *folder, const char *stamp, GError **error)
{
  g_autofree char *aside = name_set_aside (folder, stamp);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (ff_data_folder_get_database (folder), parts[i], NULL);
      g_autofree char *to = g_strconcat (aside, parts[i], NULL);

      if (!move (from, to, error))
        return FALSE;
    }
  return TRUE;
}

/* The old key goes beside what it opens. Once the waiting key is not there any more, what is in its place is the new one. */
static gboolean
change_keys (FfDataFolder *folder, const char *waiting, const char *stamp, GError **error)
{
  g_autofree char *key = name_file (folder, WAITING_KEY, stamp, "");
  g_autofree char *aside = name_file (folder, "fourfold-set-aside-", stamp, ".key");
  const gboolean has_new = g_file_test (key, G_FILE_TEST_EXISTS);

  if ((has_new || ff_sealing_is_plain (waiting))
      && !move (ff_data_folder_get_key (folder), aside, error))
    return FALSE;
  return ff_data_folder_synchronize (ff_data_folder_get_path (folder), error)
         && move (key, ff_data_folder_get_key (folder), error)
         && ff_data_folder_synchronize (ff_data_folder_get_path (folder), error);
}

static gboolean
put_in_place (FfDataFolder *folder, const char *waiting, const char *stamp, GError **error)
{
  return set_database_aside (folder, stamp, error) && change_keys (folder, waiting, stamp, error)
         && move (waiting, ff_data_folder_get_database (folder), error)
         && ff_data_folder_synchronize (ff_data_folder_get_path (folder), error);
}

gboolean
ff_restoring_begin (FfDataFolder *folder,
                    FfTemporary *restored,
                    FfKeyFile *key,
                    GDateTime *now,
                    char **set_aside,
                    GError **error)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *waiting = name_file (folder, WAITING, stamp, "");
  g_autofree char *waiting_key = name_file (folder, WAITING_KEY, stamp, "");
  g_autofree char *aside = name_set_aside (folder, stamp);
  gboolean had_database = g_file_test (ff_data_folder_get_database (folder), G_FILE_TEST_EXISTS);

  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    {
      ff_store_error_set_system (error, EEXIST, aside);
      return FALSE;
    }
  if ((key != NULL && !ff_key_file_save (key, waiting_key, error))
      || !ff_temporary_keep_as (restored, waiting, error)
      || !put_in_place (folder, waiting, stamp, error))
    return FALSE;
  if (set_aside != NULL)
    *set_aside = had_database ? g_steal_pointer (&aside) : NULL;
  return TRUE;
}

/* (nullable) (transfer full): the rest of the name of a file that begins with @beginning */
static char *
find_stamp (FfDataFolder *folder, const char *beginning)
{
  g_autoptr (GDir) dir = g_dir_open (ff_data_folder_get_path (folder), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, beginning))
      return g_strdup (name + strlen (beginning));
  return NULL;
}

/* A key whose database never came: nothing was restored. */
static gboolean
remove_waiting_keys (FfDataFolder *folder, GError **error)
{
  char *stamp;

  while ((stamp = find_stamp (folder, WAITING_KEY)) != NULL)
    {
      g_autofree char *owned = stamp;
      g_autofree char *path = name_file (folder, WAITING_KEY, stamp, "");

      if (g_unlink (path) == 0)
        continue;
      ff_store_error_set_system (error, errno, path);
      return FALSE;
    }
  return TRUE;
}

gboolean
ff_restoring_finish (FfDataFolder *folder, GError **error)
{
  g_autofree char *stamp = find_stamp (folder, WAITING);
  g_autofree char *waiting = NULL;

  if (stamp != NULL)
    {
      waiting = name_file (folder, WAITING, stamp, "");
      if (!put_in_place (folder, waiting, stamp, error))
        return FALSE;
    }
  return remove_waiting_keys (folder, error);
}
