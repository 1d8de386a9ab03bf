/* ff-test-power-cut.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a disk holds for certain of what was written to it, and the state in which a machine finds it after its power was cut.
 */

#include "ff-test-disk-private.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECTOR 512

static char *
read_all (const char *path, gsize *length)
{
  int fd = REAL (open) (path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  char *content;
  gsize done = 0;

  *length = 0;
  if (fd < 0)
    return NULL;
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      REAL (close) (fd);
      return NULL;
    }
  content = g_malloc (status.st_size + 1);
  while (done < (gsize) status.st_size)
    {
      gssize some = pread (fd, content + done, status.st_size - done, done);

      if (some <= 0)
        break;
      done += some;
    }
  REAL (close) (fd);
  *length = done;
  return content;
}

static void
write_all (const char *path, const char *content, gsize length)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  REAL (mkdir) (folder, 0700);
  fd = REAL (open) (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0 || REAL (write) (fd, content, length) != (gssize) length)
    abort ();
  REAL (close) (fd);
}

FfTestFile *
ff_test_disk_add_file (GHashTable *names, const char *path)
{
  FfTestFile *file = calloc (1, sizeof (FfTestFile));

  file->path = g_strdup (path);
  file->is_inside = TRUE;
  g_hash_table_replace (names, g_strdup (path), file);
  return file;
}

/* What is in the folder at first is on the disk. */
void
ff_test_disk_note_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      FfTestFile *file;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          ff_test_disk_note_folder (child);
          continue;
        }
      file = ff_test_disk_add_file (ff_test_disk.names, child);
      file->synced = read_all (child, &file->length);
      g_hash_table_replace (ff_test_disk.durable, g_strdup (child), file);
    }
}

/* By the file's own name: the folder's, and so the order of files, differs from run to run. */
static GRand *
begin_chance (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_rand_new_with_seed (ff_test_disk.nth * 7919 + g_str_hash (name));
}

static char *
tear (const FfTestFile *file, const char *path, gsize *length)
{
  g_autoptr (GRand) chance = begin_chance (path);
  gsize now_length;
  g_autofree char *now = read_all (path, &now_length);
  char *torn = g_malloc0 (MAX (now_length, file->length) + 1);

  *length = g_rand_boolean (chance) ? now_length : file->length;
  for (gsize at = 0; at < *length; at += SECTOR)
    {
      /* What was cut off is still there where the file is as long as it was. */
      gboolean is_new = g_rand_boolean (chance) && at < now_length;
      const char *from = is_new ? now : file->synced;
      gsize there = is_new ? now_length : file->length;

      if (from != NULL && at < there)
        memcpy (torn + at, from + at, MIN ((gsize) SECTOR, there - at));
    }
  return torn;
}

static void
empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        empty_folder (child);
      else
        REAL (unlink) (child);
    }
}

/* The content must be read before the names are let go of. */
void
ff_test_disk_cut_power (void)
{
  g_autoptr (GRand) chance = begin_chance ("");
  g_autoptr (GHashTable) content = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean keeps_names = ff_test_disk.kind == FF_TEST_DISK_KEEPS_NAMES
                         || (ff_test_disk.kind == FF_TEST_DISK_TEARS && g_rand_boolean (chance));
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, keeps_names ? ff_test_disk.names : ff_test_disk.durable);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      FfTestFile *file = value;
      gboolean is_there = g_hash_table_lookup (ff_test_disk.names, path) == file;
      gsize length = file->length;
      char *bytes = ff_test_disk.kind == FF_TEST_DISK_TEARS && is_there ? tear (file, path, &length)
                                                                        : file->synced;

      g_hash_table_replace (content, g_strdup (path), g_bytes_new_static (bytes, length));
    }
  empty_folder (ff_test_disk.folder);
  g_hash_table_iter_init (&iter, content);
  while (g_hash_table_iter_next (&iter, &path, &value))
    write_all (path, g_bytes_get_data (value, NULL), g_bytes_get_size (value));
  _exit (0);
}

/* The names in a folder are on the disk once it was synchronised. A file that is new is found after its own
 * synchronisation, as file systems that keep a log do it; one that was renamed is not. */
void
ff_test_disk_make_durable (FfTestFile *synced)
{
  gsize prefix = strlen (synced->path);
  GHashTableIter iter;
  gpointer path, file;

  if (!synced->is_folder)
    {
      g_free (synced->synced);
      synced->synced = read_all (synced->path, &synced->length);
      g_hash_table_iter_init (&iter, ff_test_disk.durable);
      while (g_hash_table_iter_next (&iter, NULL, &file))
        if (file == synced)
          return;
      if (g_hash_table_lookup (ff_test_disk.names, synced->path) == synced)
        g_hash_table_replace (ff_test_disk.durable, g_strdup (synced->path), synced);
      return;
    }
#define IS_CHILD(path)                                                                             \
  (g_str_has_prefix (path, synced->path) && ((char *) path)[prefix] == '/'                         \
   && strchr ((char *) path + prefix + 1, '/') == NULL)
  g_hash_table_iter_init (&iter, ff_test_disk.durable);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (IS_CHILD (path))
      g_hash_table_iter_remove (&iter);
  g_hash_table_iter_init (&iter, ff_test_disk.names);
  while (g_hash_table_iter_next (&iter, &path, &file))
    if (IS_CHILD (path))
      g_hash_table_replace (ff_test_disk.durable, g_strdup (path), file);
#undef IS_CHILD
}
