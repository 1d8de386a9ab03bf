/* ff-temporary.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

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

void
ff_temporary_free (FfTemporary *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->path != NULL)
    g_unlink (self->path);
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
  g_clear_pointer (&self->path, g_free);
  return ff_data_folder_synchronize (folder, error);
}

void
ff_temporary_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, PREFIX) && strstr (name, SUFFIX) != NULL)
        g_unlink (path);
    }
}
