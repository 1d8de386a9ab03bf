/* ff-data-folder.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-data-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "ff-store-error-private.h"

#define LOCK "fourfold.lock"

struct _FfDataFolder
{
  char *path;
  char *database;
  char *key;
  int lock; /* the lock file, which also says how the database was left */
};

/* A folder that is there already keeps its permissions: it may be one that other things live in. */
static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  ff_store_error_set_system (error, errno, path);
  return FALSE;
}

static gboolean
lock_folder (FfDataFolder *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, LOCK, NULL);

  self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    {
      ff_store_error_set_system (error, errno, path);
      return FALSE;
    }
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno == EWOULDBLOCK)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE,
                 _ ("Another Fourfold has the folder “%s” open. Use that one, or close it and try "
                    "again."),
                 self->path);
  else
    ff_store_error_set_system (error, errno, path);
  return FALSE;
}

gboolean
ff_data_folder_is_known (const char *path)
{
  g_autofree char *lock = g_build_filename (path, LOCK, NULL);

  return g_file_test (lock, G_FILE_TEST_EXISTS);
}

/*< private >
 * ff_data_folder_take:
 * @path: the folder; made, with mode 0700, where there is none
 *
 * Locks the folder against every other Fourfold. The system lets go of the lock when the program ends, however it ends.
 *
 * Returns: (transfer full): `NULL` with %FF_STORE_ERROR_IN_USE or %FF_STORE_ERROR_READ_ONLY
 */
FfDataFolder *
ff_data_folder_take (const char *path, GError **error)
{
  g_autoptr (FfDataFolder) self = g_new0 (FfDataFolder, 1);

  self->lock = -1;
  self->path = g_canonicalize_filename (path, NULL);
  self->database = g_build_filename (self->path, FF_DATA_FOLDER_DATABASE, NULL);
  self->key = g_build_filename (self->path, FF_DATA_FOLDER_KEY, NULL);
  if (!make_folder (self->path, error) || !lock_folder (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ff_data_folder_free (FfDataFolder *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self->database);
  g_free (self->key);
  g_free (self);
}

const char *
ff_data_folder_get_path (FfDataFolder *self)
{
  return self->path;
}

const char *
ff_data_folder_get_database (FfDataFolder *self)
{
  return self->database;
}

const char *
ff_data_folder_get_key (FfDataFolder *self)
{
  return self->key;
}

gboolean
ff_data_folder_has_key (FfDataFolder *self)
{
  return g_file_test (self->key, G_FILE_TEST_EXISTS);
}

gboolean
ff_data_folder_make_backups (FfDataFolder *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, FF_DATA_FOLDER_BACKUPS, NULL);

  return make_folder (path, error);
}

/* (nullable): NULL where there is no database */
static char *
describe_database (FfDataFolder *self)
{
  GStatBuf status;

  if (g_stat (self->database, &status) != 0)
    return NULL;
  return g_strdup_printf ("closed %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld\n",
                          (gint64) status.st_size, (gint64) status.st_mtim.tv_sec,
                          status.st_mtim.tv_nsec);
}

gboolean
ff_data_folder_is_as_left (FfDataFolder *self)
{
  g_autofree char *now = describe_database (self);
  char left[128] = { 0 };
  gssize length = pread (self->lock, left, sizeof left - 1, 0);

  if (now == NULL)
    return TRUE;
  return length > 0 && g_str_equal (left, now);
}

/* Only ever a few bytes, in a file that is there: written and truncated in this order, any mixture says 'not closed'. */
static gboolean
write_mark (FfDataFolder *self, const char *mark)
{
  gsize length = strlen (mark);

  return ftruncate (self->lock, 0) == 0 && pwrite (self->lock, mark, length, 0) == (gssize) length
         && fsync (self->lock) == 0;
}

gboolean
ff_data_folder_mark_open (FfDataFolder *self, GError **error)
{
  if (write_mark (self, "open\n"))
    return TRUE;
  ff_store_error_set_system (error, errno, self->path);
  return FALSE;
}

/*< private >
 * ff_data_folder_mark_closed:
 *
 * After the last connection was closed. Failing is harmless: the next start then checks the database.
 */
void
ff_data_folder_mark_closed (FfDataFolder *self)
{
  g_autofree char *mark = describe_database (self);

  if (mark != NULL && !write_mark (self, mark))
    g_info ("%s could not be marked as closed: %s", self->path, g_strerror (errno));
}

/*< private >
 * ff_data_folder_synchronize:
 * @path: a file or folder
 *
 * Waits until it is on the disk; for a folder, until the names in it are.
 */
gboolean
ff_data_folder_synchronize (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    ff_store_error_set_system (error, errno, path);
  if (fd >= 0)
    close (fd);
  return done;
}
