/* ff-temporary.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For O_TMPFILE. */
#define _GNU_SOURCE

#include "ff-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ff-data-folder.h"
#include "ff-store-error-private.h"

#define PREFIX ".fourfold-"
#define SUFFIX ".tmp"

struct _FfTemporary
{
  char *path; /* NULL once it is kept */
  int fd;
  gboolean is_nameless;
};

FfTemporary *
ff_temporary_new (const char *folder, GError **error)
{
  g_autoptr (FfTemporary) self = g_new0 (FfTemporary, 1);

  self->path = g_build_filename (folder, PREFIX "XXXXXX" SUFFIX, NULL);
  self->fd = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd >= 0)
    return g_steal_pointer (&self);
  ff_store_error_set_system (error, errno, folder);
  g_clear_pointer (&self->path, g_free);
  return NULL;
}

FfTemporary *
ff_temporary_new_nameless (const char *folder, GError **error)
{
  g_autoptr (FfTemporary) self = NULL;
  int fd = g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  /* Some disks know no such thing, and whatever else is wrong is told better by making a file. */
  if (fd < 0)
    return ff_temporary_new (folder, error);
  self = g_new0 (FfTemporary, 1);
  self->fd = fd;
  self->path
      = g_strdup_printf ("%s/" PREFIX "%08x%08x" SUFFIX, folder, g_random_int (), g_random_int ());
  self->is_nameless = TRUE;
  return g_steal_pointer (&self);
}

/* open(2), O_TMPFILE: how a file is named that had no name. */
gboolean
ff_temporary_show (FfTemporary *self, GError **error)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  if (!self->is_nameless || linkat (AT_FDCWD, link, AT_FDCWD, self->path, AT_SYMLINK_FOLLOW) == 0)
    return TRUE;
  ff_store_error_set_system (error, errno, self->path);
  return FALSE;
}

void
ff_temporary_hide (FfTemporary *self)
{
  if (self->is_nameless && g_unlink (self->path) != 0)
    g_info ("A file in the making keeps its name for a while: %s", g_strerror (errno));
}

/* A connection that may only read a copy of a database makes these beside it, and may not remove them. */
static void
remove_companions (FfTemporary *self)
{
  static const char *const endings[] = { "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_unlink (path);
    }
}

void
ff_temporary_free (FfTemporary *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->path != NULL)
    {
      g_unlink (self->path);
      remove_companions (self);
    }
  g_free (self->path);
  g_free (self);
}

const char *
ff_temporary_get_path (FfTemporary *self)
{
  return self->path;
}

int
ff_temporary_get_fd (FfTemporary *self)
{
  return self->fd;
}

gboolean
ff_temporary_keep_as (FfTemporary *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (fsync (self->fd) != 0 || g_rename (self->path, path) != 0)
    {
      ff_store_error_set_system (error, errno, path);
      return FALSE;
    }
  remove_companions (self);
  g_clear_pointer (&self->path, g_free);
  return ff_data_folder_synchronize (folder, error);
}

static gboolean
is_recent (const char *path, gint64 seconds)
{
  GStatBuf status;

  return seconds > 0 && g_stat (path, &status) == 0
         && status.st_mtime > g_get_real_time () / G_USEC_PER_SEC - seconds;
}

void
ff_temporary_sweep (const char *folder, gint64 seconds)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, PREFIX) && strstr (name, SUFFIX) != NULL
          && !is_recent (path, seconds))
        g_unlink (path);
    }
}
