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
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-data-folder.h"
#include "ff-store-error-private.h"
#include "ff-temporary.h"

#define PAGES_AT_A_TIME 512
#define BYTES_AT_A_TIME (256 * 1024)
/* Far above a country's data; an archive that claims more was not made by Fourfold. */
#define BYTES_AT_MOST (G_GINT64_CONSTANT (64) << 30)
#define KEY_BYTES_AT_MOST (64 * 1024)
/* libarchive does not look at gzip's own checksum, and a byte that changed in the text of a note shows nowhere else. */
#define SUM "fourfold.db.sha256"
#define SUM_LENGTH 64

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
  g_autoptr (FfConnection) target
      = ff_connection_open (path, FF_CONNECTION_COPY, ff_connection_get_secret (source), error);
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
               GChecksum *sum,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *buffer = g_malloc (BYTES_AT_A_TIME);
  gssize length;

  while ((length = read (from, buffer, BYTES_AT_A_TIME)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_checksum_update (sum, (const guchar *) buffer, length);
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
begin_entry (FfWriting *writing, const char *name, gint64 size, const char *path, GError **error)
{
  g_autoptr (FfEntry) entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, size);
  archive_entry_set_mtime (entry, g_get_real_time () / G_USEC_PER_SEC, 0);
  if (archive_write_header (writing, entry) == ARCHIVE_OK)
    return TRUE;
  set_archive_error (error, writing, path);
  return FALSE;
}

static gboolean
write_text (FfWriting *writing,
            const char *name,
            const char *text,
            const char *path,
            GError **error)
{
  const gsize length = strlen (text);

  if (!begin_entry (writing, name, (gint64) length, path, error))
    return FALSE;
  if (archive_write_data (writing, text, length) == (gssize) length)
    return TRUE;
  set_archive_error (error, writing, path);
  return FALSE;
}

static gboolean
write_database (FfWriting *writing,
                int from,
                const char *path,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  struct stat status;

  if (fstat (from, &status) != 0)
    {
      ff_store_error_set_system (error, errno, path);
      return FALSE;
    }
  return begin_entry (writing, FF_DATA_FOLDER_DATABASE, status.st_size, path, error)
         && write_content (writing, from, path, sum, cancellable, error)
         && write_text (writing, SUM, g_checksum_get_string (sum), path, error);
}

/* The key comes first, so that it is found without going through the database. */
static gboolean
write_archive (FfKeyFile *key,
               int from,
               int to,
               const char *path,
               GCancellable *cancellable,
               GError **error)
{
  FfWriting *writing = archive_write_new ();
  gboolean done = FALSE;

  archive_write_add_filter_gzip (writing);
  archive_write_set_format_pax_restricted (writing);
  if (archive_write_open_fd (writing, to) != ARCHIVE_OK)
    set_archive_error (error, writing, path);
  else if ((key == NULL
            || write_text (writing, FF_DATA_FOLDER_KEY, ff_key_file_get_text (key), path, error))
           && write_database (writing, from, path, cancellable, error))
    {
      done = archive_write_close (writing) == ARCHIVE_OK;
      if (!done)
        set_archive_error (error, writing, path);
    }
  archive_write_free (writing);
  return done;
}

/* What is encrypted is worth nothing without its key, so it is looked at before anybody counts on the archive. */
static gboolean
load_key (FfConnection *source, const char *folder, FfKeyFile **key, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FF_DATA_FOLDER_KEY, NULL);
  FfSecret *secret = ff_connection_get_secret (source);

  if (secret == NULL)
    return TRUE;
  *key = ff_key_file_load (path, error);
  if (*key == NULL || ff_key_file_fits (*key, secret))
    return *key != NULL;
  ff_archive_set_foreign_key (error, path);
  return FALSE;
}

void
ff_archive_set_foreign_key (GError **error, const char *path)
{
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_FOREIGN,
               _ ("“%s” is the key of another database. It has been left as it is. Put the right "
                  "fourfold.key back, or restore the newest backup."),
               path);
}

/*< private >
 * ff_archive_write:
 * @source: a connection that nobody uses meanwhile; where it is encrypted, its key goes into the archive with it
 * @path: where the archive is to be; replaced where there is one, once the new one is whole
 */
gboolean
ff_archive_write (FfConnection *source, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = g_path_get_dirname (ff_connection_get_path (source));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (FfTemporary) copy = ff_temporary_new (data, error);
  g_autoptr (FfTemporary) archive = NULL;
  g_autoptr (FfKeyFile) key = NULL;

  if (copy == NULL || !load_key (source, data, &key, error))
    return FALSE;
  archive = ff_temporary_new (folder, error);
  return archive != NULL
         && ff_archive_copy_database (source, ff_temporary_get_path (copy), cancellable, error)
         && write_archive (key, ff_temporary_get_fd (copy), ff_temporary_get_fd (archive), path,
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
is_entry (struct archive_entry *entry, const char *name, gint64 most)
{
  return g_strcmp0 (archive_entry_pathname (entry), name) == 0
         && archive_entry_filetype (entry) == AE_IFREG && archive_entry_size_is_set (entry)
         && archive_entry_size (entry) <= most;
}

static gboolean
read_content (FfReading *reading,
              int to,
              const char *folder,
              gint64 size,
              GChecksum *sum,
              const char *path,
              GError **error)
{
  g_autofree char *buffer = g_malloc (BYTES_AT_A_TIME);
  gint64 total = 0;
  gssize length;

  while ((length = archive_read_data (reading, buffer, BYTES_AT_A_TIME)) > 0)
    {
      gssize written = write (to, buffer, length);

      g_checksum_update (sum, (const guchar *) buffer, length);
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

static FfReading *
open_archive (const char *path, GError **error)
{
  g_autoptr (FfReading) reading = archive_read_new ();

  archive_read_support_filter_gzip (reading);
  archive_read_support_format_tar (reading);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED,
                   _ ("There is no backup “%s”. Choose another one."), path);
      return NULL;
    }
  if (archive_read_open_filename (reading, path, BYTES_AT_A_TIME) == ARCHIVE_OK)
    return g_steal_pointer (&reading);
  set_unreadable (error, reading, path);
  return NULL;
}

static FfKeyFile *
read_key (FfReading *reading, gint64 size, const char *path, GError **error)
{
  g_autofree char *text = g_malloc ((gsize) size + 1);
  gssize length = archive_read_data (reading, text, (gsize) size);

  if (length == (gssize) size)
    return ff_key_file_parse (text, (gsize) size, path, error);
  set_unreadable (error, reading, path);
  return NULL;
}

static gboolean
check_sum (FfReading *reading, GChecksum *sum, const char *path, GError **error)
{
  char text[SUM_LENGTH + 1] = { 0 };

  if (archive_read_data (reading, text, SUM_LENGTH) == SUM_LENGTH
      && g_str_equal (text, g_checksum_get_string (sum)))
    return TRUE;
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_DAMAGED,
               _ ("The backup “%s” is damaged: something in it is not as it was written. Choose "
                  "another one."),
               path);
  return FALSE;
}

/* Each of the two once, in whatever order; what else is in it is not looked at. */
static gboolean
read_entries (FfReading *reading,
              const char *path,
              FfTemporary *copy,
              FfKeyFile **key,
              GDateTime **made,
              GError **error)
{
  /* The copy's own name says nothing to anybody, and the disk that is full is not the archive's. */
  g_autofree char *folder = g_path_get_dirname (ff_temporary_get_path (copy));
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  struct archive_entry *entry;
  gboolean found = FALSE;
  int code;

  while ((code = archive_read_next_header (reading, &entry)) == ARCHIVE_OK)
    if (*key == NULL && is_entry (entry, FF_DATA_FOLDER_KEY, KEY_BYTES_AT_MOST))
      {
        *key = read_key (reading, archive_entry_size (entry), path, error);
        if (*key == NULL)
          return FALSE;
      }
    else if (!found && is_entry (entry, FF_DATA_FOLDER_DATABASE, BYTES_AT_MOST))
      {
        *made = g_date_time_new_from_unix_local (archive_entry_mtime (entry));
        if (!read_content (reading, ff_temporary_get_fd (copy), folder, archive_entry_size (entry),
                           sum, path, error))
          return FALSE;
        found = TRUE;
      }
    else if (found && is_entry (entry, SUM, SUM_LENGTH) && !check_sum (reading, sum, path, error))
      return FALSE;
  if (code != ARCHIVE_EOF)
    set_unreadable (error, reading, path);
  else if (!found)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FOREIGN,
                 _ ("“%s” is not a backup made by Fourfold. Choose another file."), path);
  return code == ARCHIVE_EOF && found;
}

gboolean
ff_archive_extract (const char *path,
                    FfTemporary *copy,
                    FfKeyFile **key,
                    GDateTime **made,
                    GError **error)
{
  g_autoptr (FfReading) reading = open_archive (path, error);
  g_autoptr (FfKeyFile) found_key = NULL;
  g_autoptr (GDateTime) found_made = NULL;

  if (reading == NULL || !read_entries (reading, path, copy, &found_key, &found_made, error))
    return FALSE;
  *key = g_steal_pointer (&found_key);
  if (made != NULL)
    *made = g_steal_pointer (&found_made);
  return TRUE;
}

FfKeyFile *
ff_archive_read_key (const char *path, GError **error)
{
  g_autoptr (FfReading) reading = open_archive (path, error);
  struct archive_entry *entry;
  int code;

  if (reading == NULL)
    return NULL;
  while ((code = archive_read_next_header (reading, &entry)) == ARCHIVE_OK)
    if (is_entry (entry, FF_DATA_FOLDER_KEY, KEY_BYTES_AT_MOST))
      return read_key (reading, archive_entry_size (entry), path, error);
  if (code == ARCHIVE_EOF)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                 _ ("No passphrase protects the backup “%s”."), path);
  else
    set_unreadable (error, reading, path);
  return NULL;
}

/* A key beside a database that is plain protects nothing. */
static gboolean
is_encrypted_database (FfReading *reading)
{
  static const char plain[] = "SQLite format 3";
  char beginning[sizeof plain];

  return archive_read_data (reading, beginning, sizeof beginning) == sizeof beginning
         && memcmp (beginning, plain, sizeof plain) != 0;
}

gboolean
ff_archive_is_encrypted (const char *path)
{
  g_autoptr (FfReading) reading = open_archive (path, NULL);
  g_autoptr (FfKeyFile) key = NULL;
  struct archive_entry *entry;
  gboolean encrypted = FALSE;

  while (reading != NULL && archive_read_next_header (reading, &entry) == ARCHIVE_OK)
    if (key == NULL && is_entry (entry, FF_DATA_FOLDER_KEY, KEY_BYTES_AT_MOST))
      {
        key = read_key (reading, archive_entry_size (entry), path, NULL);
        if (key == NULL)
          return FALSE;
      }
    else if (is_entry (entry, FF_DATA_FOLDER_DATABASE, BYTES_AT_MOST))
      encrypted = is_encrypted_database (reading);
  return encrypted && key != NULL;
}
