/* ff-archive.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-data-folder.h"
#include "ff-store-error-private.h"
#include "ff-temporary.h"

#define PAGES_AT_A_TIME 512
#define BYTES_AT_A_TIME (256 * 1024)
/* Far above a country's data; an archive that claims more was not made by Fourfold. */
#define BYTES_AT_MOST (G_GINT64_CONSTANT (64) << 30)

typedef struct archive FfReading;
typedef struct archive FfWriting;
typedef struct archive_entry FfEntry;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfReading, archive_read_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfEntry, archive_entry_free)

static gboolean
step_through (FfConnection *source, FfConnection *target, GCancellable *cancellable, GError **error)
{
  sqlite3 *database = ff_connection_get_database (target);
  sqlite3_backup *backup
      = sqlite3_backup_init (database, "main", ff_connection_get_database (source), "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_errcode (database);

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (code != SQLITE_DONE)
    {
      /* The copy's own name says nothing to anybody. */
      g_autofree char *folder = g_path_get_dirname (ff_connection_get_path (target));

      ff_store_error_set_sqlite (error, database, code, folder);
    }
  return code == SQLITE_DONE;
}

gboolean
ff_archive_copy_database (FfConnection *source,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (FfConnection) target = ff_connection_open (path, FF_CONNECTION_COPY, NULL, error);
  gint64 tables;
  gboolean copied;

  if (target == NULL
      || !ff_connection_execute (target, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
                                 error))
    return FALSE;
  /* One read transaction over all of it: what is written meanwhile does not make it start again. */
  if (!ff_connection_execute (source, "BEGIN", error))
    return FALSE;
  copied = ff_connection_read_number (source, "SELECT count (*) FROM sqlite_schema", &tables, error)
           && step_through (source, target, cancellable, error);
  ff_connection_rollback (source, NULL);
  return copied && ff_connection_execute (target, "PRAGMA journal_mode = DELETE", error);
}

static void
set_archive_error (GError **error, struct archive *archive, const char *path)
{
  int number = archive_errno (archive);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG || number == EACCES
      || number == EROFS)
    ff_store_error_set_system (error, number, path);
  else
    g_set_error (
        error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED,
        _ ("The backup “%s” could not be written: %s. Try again, or choose another place."), path,
        archive_error_string (archive));
}

static gboolean
write_content (FfWriting *writing,
               int from,
               const char *path,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *buffer = g_malloc (BYTES_AT_A_TIME);
  gssize length;

  while ((length = read (from, buffer, BYTES_AT_A_TIME)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (archive_write_data (writing, buffer, length) != length)
        {
          set_archive_error (error, writing, path);
          return FALSE;
        }
    }
  if (length < 0)
    ff_store_error_set_system (error, errno, path);
  return length == 0;
}

static gboolean
write_entry (FfWriting *writing,
             int from,
             const char *path,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FfEntry) entry = archive_entry_new ();
  struct stat status;

  if (fstat (from, &status) != 0)
    {
      ff_store_error_set_system (error, errno, path);
      return FALSE;
    }
  archive_entry_set_pathname (entry, FF_DATA_FOLDER_DATABASE);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, status.st_size);
  archive_entry_set_mtime (entry, g_get_real_time () / G_USEC_PER_SEC, 0);
  if (archive_write_header (writing, entry) != ARCHIVE_OK)
    {
      set_archive_error (error, writing, path);
      return FALSE;
    }
  return write_content (writing, from, path, cancellable, error);
}

static gboolean
write_archive (int from, int to, const char *path, GCancellable *cancellable, GError **error)
{
  FfWriting *writing = archive_write_new ();
  gboolean done = FALSE;

  archive_write_add_filter_gzip (writing);
  archive_write_set_format_pax_restricted (writing);
  if (archive_write_open_fd (writing, to) != ARCHIVE_OK)
    set_archive_error (error, writing, path);
  else if (write_entry (writing, from, path, cancellable, error))
    {
      done = archive_write_close (writing) == ARCHIVE_OK;
      if (!done)
        set_archive_error (error, writing, path);
    }
  archive_write_free (writing);
  return done;
}

/*< private >
 * ff_archive_write:
 * @source: a connection that nobody uses meanwhile
 * @path: where the archive is to be; replaced where there is one, once the new one is whole
 */
gboolean
ff_archive_write (FfConnection *source, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = g_path_get_dirname (ff_connection_get_path (source));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (FfTemporary) copy = ff_temporary_new (data, error);
  g_autoptr (FfTemporary) archive = NULL;

  if (copy == NULL)
    return FALSE;
  archive = ff_temporary_new (folder, error);
  return archive != NULL
         && ff_archive_copy_database (source, ff_temporary_get_path (copy), cancellable, error)
         && write_archive (ff_temporary_get_fd (copy), ff_temporary_get_fd (archive), path,
                           cancellable, error)
         && ff_temporary_keep_as (archive, path, error);
}

static void
set_unreadable (GError **error, struct archive *archive, const char *path)
{
  const char *reason = archive_error_string (archive);

  g_set_error (
      error, FF_STORE_ERROR, FF_STORE_ERROR_DAMAGED,
      _ ("The backup “%s” is damaged, incomplete or not a backup: %s. Choose another one."), path,
      reason != NULL ? reason : _ ("it ends too early"));
}

/* By its exact name, so that no entry can reach another place: nothing in an archive is ever used as a path. */
static gboolean
is_database (struct archive_entry *entry)
{
  return g_strcmp0 (archive_entry_pathname (entry), FF_DATA_FOLDER_DATABASE) == 0
         && archive_entry_filetype (entry) == AE_IFREG && archive_entry_size_is_set (entry)
         && archive_entry_size (entry) <= BYTES_AT_MOST;
}

static gboolean
find_database (FfReading *reading, const char *path, struct archive_entry **entry, GError **error)
{
  int code;

  while ((code = archive_read_next_header (reading, entry)) == ARCHIVE_OK)
    if (is_database (*entry))
      return TRUE;
  if (code == ARCHIVE_EOF)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FOREIGN,
                 _ ("“%s” is not a backup made by Fourfold. Choose another file."), path);
  else
    set_unreadable (error, reading, path);
  return FALSE;
}

static gboolean
read_content (FfReading *reading,
              int to,
              const char *folder,
              gint64 size,
              const char *path,
              GError **error)
{
  g_autofree char *buffer = g_malloc (BYTES_AT_A_TIME);
  gint64 total = 0;
  gssize length;

  while ((length = archive_read_data (reading, buffer, BYTES_AT_A_TIME)) > 0)
    {
      gssize written = write (to, buffer, length);

      total += length;
      if (written != length)
        {
          /* What was written in part says nothing about the rest: there was no room for it. */
          ff_store_error_set_system (error, written < 0 ? errno : ENOSPC, folder);
          return FALSE;
        }
    }
  if (length < 0 || total != size)
    {
      set_unreadable (error, reading, path);
      return FALSE;
    }
  return TRUE;
}

gboolean
ff_archive_extract (const char *path, FfTemporary *copy, GDateTime **made, GError **error)
{
  /* The copy's own name says nothing to anybody, and the disk that is full is not the archive's. */
  g_autofree char *folder = g_path_get_dirname (ff_temporary_get_path (copy));
  g_autoptr (FfReading) reading = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_filter_gzip (reading);
  archive_read_support_format_tar (reading);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED,
                   _ ("There is no backup “%s”. Choose another one."), path);
      return FALSE;
    }
  if (archive_read_open_filename (reading, path, BYTES_AT_A_TIME) != ARCHIVE_OK)
    {
      set_unreadable (error, reading, path);
      return FALSE;
    }
  if (!find_database (reading, path, &entry, error))
    return FALSE;
  if (made != NULL)
    *made = g_date_time_new_from_unix_local (archive_entry_mtime (entry));
  if (read_content (reading, ff_temporary_get_fd (copy), folder, archive_entry_size (entry), path,
                    error))
    return TRUE;
  if (made != NULL)
    g_clear_pointer (made, g_date_time_unref);
  return FALSE;
}
