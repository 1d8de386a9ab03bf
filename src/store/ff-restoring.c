/* ff-restoring.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-restoring.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ff-store-error-private.h"

/* A file of this name is a whole, checked database that waits to take the place of fourfold.db. The rest of the name is the
 * stamp under which the old one is set aside, so that going on after a kill uses the same one. */
#define WAITING "fourfold.restored-"

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
name_set_aside (FfDataFolder *folder, const char *stamp)
{
  g_autofree char *name = g_strdup_printf ("fourfold-set-aside-%s.db", stamp);

  return g_build_filename (ff_data_folder_get_path (folder), name, NULL);
}

static gboolean
put_in_place (FfDataFolder *folder, const char *waiting, const char *stamp, GError **error)
{
  g_autofree char *aside = name_set_aside (folder, stamp);
  const char *database = ff_data_folder_get_database (folder);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (database, parts[i], NULL);
      g_autofree char *to = g_strconcat (aside, parts[i], NULL);

      if (!move (from, to, error))
        return FALSE;
    }
  return ff_data_folder_synchronize (ff_data_folder_get_path (folder), error)
         && move (waiting, database, error)
         && ff_data_folder_synchronize (ff_data_folder_get_path (folder), error);
}

gboolean
ff_restoring_begin (FfDataFolder *folder,
                    FfTemporary *restored,
                    GDateTime *now,
                    char **set_aside,
                    GError **error)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = g_strconcat (WAITING, stamp, NULL);
  g_autofree char *waiting = g_build_filename (ff_data_folder_get_path (folder), name, NULL);
  g_autofree char *aside = name_set_aside (folder, stamp);
  gboolean had_database = g_file_test (ff_data_folder_get_database (folder), G_FILE_TEST_EXISTS);

  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    {
      ff_store_error_set_system (error, EEXIST, aside);
      return FALSE;
    }
  if (!ff_temporary_keep_as (restored, waiting, error)
      || !put_in_place (folder, waiting, stamp, error))
    return FALSE;
  if (set_aside != NULL)
    *set_aside = had_database ? g_steal_pointer (&aside) : NULL;
  return TRUE;
}

gboolean
ff_restoring_finish (FfDataFolder *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (ff_data_folder_get_path (folder), 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *waiting = NULL;

      if (!g_str_has_prefix (name, WAITING))
        continue;
      waiting = g_build_filename (ff_data_folder_get_path (folder), name, NULL);
      return put_in_place (folder, waiting, name + strlen (WAITING), error);
    }
  return TRUE;
}
