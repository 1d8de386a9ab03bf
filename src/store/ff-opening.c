/* ff-opening.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-opening.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-archive.h"
#include "ff-cleaning.h"
#include "ff-migration.h"
#include "ff-secret-private.h"
#include "ff-statement.h"
#include "ff-store-error-private.h"
#include "ff-temporary.h"
#include "ff-undo.h"

/* https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE 100
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68
/* https://www.zetetic.net/sqlcipher/sqlcipher-api/#cipher_page_size: what it takes unless told otherwise */
#define SEALED_PAGE 4096

static gint32
read_big_endian (const guint8 *bytes)
{
  gint32 value;

  memcpy (&value, bytes, sizeof value);
  return GINT32_FROM_BE (value);
}

/* The number of bytes read, -1 with errno: EISDIR for whatever is no file, and a pipe is not waited for. */
static gssize
read_header (const char *path, guint8 *header)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  struct stat status;
  gssize length;
  int number;

  if (fd < 0)
    return -1;
  length = fstat (fd, &status);
  if (length == 0 && !S_ISREG (status.st_mode))
    {
      length = -1;
      errno = EISDIR;
    }
  else if (length == 0)
    length = pread (fd, header, HEADER_SIZE, 0);
  number = errno;
  close (fd);
  errno = number;
  return length;
}

static void
set_unreadable (GError **error, int number, const char *path)
{
  if (number == EISDIR || number == ELOOP || number == ENXIO)
    g_set_error (
        error, FF_STORE_ERROR, FF_STORE_ERROR_FOREIGN,
        _ ("“%s” is not a file but a folder, a device or a link that leads nowhere. It has "
           "been left as it is. Move it away, or choose another folder."),
        path);
  else
    ff_store_error_set_system (error, number, path);
}

/* The machine stopped while the very first page was on its way: SQLite's journal beside it takes the page back. */
static gboolean
is_barely_begun (const char *path, const guint8 *header, gssize length)
{
  static const guint8 nothing[HEADER_SIZE] = { 0 };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return memcmp (header, nothing, MIN (length, HEADER_SIZE)) == 0
         && g_file_test (journal, G_FILE_TEST_EXISTS);
}

void
ff_opening_set_foreign_key (GError **error, const char *path)
{
  g_set_error (
      error, FF_STORE_ERROR, FF_STORE_ERROR_KEY_FOREIGN,
      _ ("The key beside “%s” is not the key of this database, or the database is damaged. "
         "Both have been left as they are. Put the right fourfold.key back, or restore "
         "the newest backup."),
      path);
}

/* By its length alone, as to who has no key it is a file like any other. */
static gboolean
may_miss_key (FfDataFolder *folder)
{
  const char *path = ff_data_folder_get_database (folder);
  guint8 header[HEADER_SIZE] = { 0 };
  GStatBuf status;

  return !ff_data_folder_has_key (folder) && g_stat (path, &status) == 0 && status.st_size > 0
         && status.st_size % SEALED_PAGE == 0 && read_header (path, header) == HEADER_SIZE
         && memcmp (header, "SQLite format 3", 16) != 0
         && !is_barely_begun (path, header, HEADER_SIZE);
}

static void
set_key_missing (GError **error, FfDataFolder *folder)
{
  g_set_error (
      error, FF_STORE_ERROR, FF_STORE_ERROR_FOREIGN,
      _ ("“%s” cannot be read. A passphrase may protect it, but its key “%s” is not there; "
         "or it is damaged. It has been left as it is. Put a copy of the key back, or "
         "restore a backup."),
      ff_data_folder_get_database (folder), FF_DATA_FOLDER_KEY);
}

/* What an encrypted one says of itself is read with its key, by ff_migration_check(). */
static gboolean
check_salt (const char *path, const guint8 *header, gssize length, FfSecret *secret, GError **error)
{
  if (length >= HEADER_SIZE
      && memcmp (header, ff_secret_get_salt (secret), FF_SECRET_SALT_SIZE) == 0)
    return TRUE;
  ff_opening_set_foreign_key (error, path);
  return FALSE;
}

gboolean
ff_opening_may_be_plain (FfDataFolder *folder, FfSecret *secret)
{
  guint8 header[HEADER_SIZE] = { 0 };

  return secret == NULL || read_header (ff_data_folder_get_database (folder), header) < HEADER_SIZE
         || memcmp (header, ff_secret_get_salt (secret), FF_SECRET_SALT_SIZE) != 0;
}

gboolean
ff_opening_check_header (const char *path, FfSecret *secret, gboolean *is_new, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gssize length = read_header (path, header);
  gboolean absent = length == 0 || (length < 0 && errno == ENOENT);
  int version;

  if (is_new != NULL)
    *is_new = absent;
  if (absent)
    return TRUE;
  if (length < 0)
    {
      set_unreadable (error, errno, path);
      return FALSE;
    }
  if (is_barely_begun (path, header, length))
    {
      if (is_new != NULL)
        *is_new = TRUE;
      return TRUE;
    }
  if (secret != NULL)
    return check_salt (path, header, length, secret, error);
  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      ff_store_error_set_sqlite (error, NULL, SQLITE_NOTADB, path);
      return FALSE;
    }
  if (read_big_endian (header + APPLICATION_ID_OFFSET) != FF_CONNECTION_APPLICATION_ID)
    {
      ff_migration_set_foreign (error, path);
      return FALSE;
    }
  version = read_big_endian (header + USER_VERSION_OFFSET);
  if (version > ff_migration_get_latest ())
    {
      ff_migration_set_newer (error, path, version);
      return FALSE;
    }
  return TRUE;
}

gboolean
ff_opening_quick_check (FfConnection *connection, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, "PRAGMA quick_check (1)");
  gboolean sound = ff_statement_next (statement)
                   && g_strcmp0 (ff_statement_get_text (statement, 0), "ok") == 0;

  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!sound)
    ff_store_error_set_sqlite (error, NULL, SQLITE_CORRUPT, ff_connection_get_path (connection));
  return sound;
}

/* The application id goes straight into the file, before there is a WAL: from then on its first bytes say whose it is. */
static gboolean
begin_new_database (FfConnection *connection, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA application_id = %d", FF_CONNECTION_APPLICATION_ID);

  return ff_connection_execute (connection, sql, error);
}

static gboolean
turn_on_log (FfConnection *connection, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, "PRAGMA journal_mode = WAL");
  gboolean is_on = ff_statement_next (statement)
                   && g_strcmp0 (ff_statement_get_text (statement, 0), "wal") == 0;

  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!is_on)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_READ_ONLY,
                 _ ("The disk that holds “%s” cannot keep a database safe, as some network folders "
                    "cannot. Choose a folder on this computer."),
                 ff_connection_get_path (connection));
  return is_on;
}

static void
sweep (FfDataFolder *folder)
{
  const char *path = ff_data_folder_get_path (folder);
  g_autofree char *backups = g_build_filename (path, FF_DATA_FOLDER_BACKUPS, NULL);

  ff_temporary_sweep (path, 0);
  ff_temporary_sweep (backups, 0);
}

static gboolean
back_up_before_migration (FfDataFolder *folder,
                          FfConnection *connection,
                          int version,
                          GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("before-update-of-schema-%d-%s.tar.gz", version, stamp);
  g_autofree char *path
      = g_build_filename (ff_data_folder_get_path (folder), FF_DATA_FOLDER_BACKUPS, name, NULL);

  return ff_data_folder_make_backups (folder, error)
         && ff_archive_write (connection, path, NULL, error);
}

static gboolean
migrate (FfDataFolder *folder, FfConnection *connection, int version, GError **error)
{
  if (version == ff_migration_get_latest ())
    return TRUE;
  if (version > 0 && !back_up_before_migration (folder, connection, version, error))
    return FALSE;
  return ff_migration_run (connection, ff_migration_get_latest (), error)
         && ff_connection_execute (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static gboolean
has_backups (FfDataFolder *folder)
{
  g_autofree char *path
      = g_build_filename (ff_data_folder_get_path (folder), FF_DATA_FOLDER_BACKUPS, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".tar.gz"))
      return TRUE;
  return FALSE;
}

/* A new database begins where there was none before: else its content was lost, or the whole file. */
static gboolean
check_emptied (FfDataFolder *folder, GError **error)
{
  const char *path = ff_data_folder_get_database (folder);

  if (!has_backups (folder))
    return TRUE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    ff_store_error_set_sqlite (error, NULL, SQLITE_CORRUPT, path);
  else
    g_set_error (
        error, FF_STORE_ERROR, FF_STORE_ERROR_MISSING,
        _ ("“%s” is gone, but there are backups of it in the folder “%s” beside it. Restore "
           "one of them, or give that folder another name to begin anew."),
        path, FF_DATA_FOLDER_BACKUPS);
  return FALSE;
}

/* What could not be done when somebody's notes went. Nobody is kept from their notes by it: the next start tries again. */
static void
finish_cleaning (FfConnection *connection)
{
  g_autoptr (GError) error = NULL;

  if (!ff_cleaning_run (connection, &error))
    g_message ("%s", error->message);
}

FfConnection *
ff_opening_open_writer (FfDataFolder *folder, FfSecret *secret, GError **error)
{
  const char *path = ff_data_folder_get_database (folder);
  g_autoptr (FfConnection) connection = NULL;
  gboolean is_new;
  int version;

  if (secret == NULL && may_miss_key (folder))
    {
      set_key_missing (error, folder);
      return NULL;
    }
  if (!ff_opening_check_header (path, secret, &is_new, error)
      || (is_new && !check_emptied (folder, error)))
    return NULL;
  connection = ff_connection_open (path, FF_CONNECTION_WRITER, secret, error);
  if (connection == NULL)
    return NULL;
  ff_connection_keep_log (connection, TRUE);
  if (is_new && !begin_new_database (connection, error))
    return NULL;
  if (!ff_migration_check (connection, &version, error))
    return NULL;
  if (!ff_data_folder_is_as_left (folder) && !ff_opening_quick_check (connection, error))
    return NULL;

  if (!turn_on_log (connection, error) || !ff_data_folder_mark_open (folder, error))
    return NULL;
  ff_connection_keep_log (connection, FALSE);
  sweep (folder);
  if (!migrate (folder, connection, version, error))
    return NULL;
  finish_cleaning (connection);
  if (!ff_undo_prepare (connection, error))
    return NULL;
  return g_steal_pointer (&connection);
}
