/* ff-backup-restore.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ff-archive.h"
#include "ff-attempts.h"
#include "ff-backup.h"
#include "ff-data-folder.h"
#include "ff-holdings-private.h"
#include "ff-migration.h"
#include "ff-opening.h"
#include "ff-passphrase.h"
#include "ff-restoring.h"
#include "ff-sealed-copy.h"
#include "ff-sealing.h"
#include "ff-secret-private.h"
#include "ff-store-error-private.h"
#include "ff-temporary.h"

void
ff_backup_free (FfBackup *backup)
{
  g_free (backup->path);
  g_clear_pointer (&backup->made, g_date_time_unref);
  g_clear_pointer (&backup->holdings, ff_holdings_free);
  g_free (backup);
}

static gboolean
read_holdings (FfConnection *connection, FfBackup *backup, GError **error)
{
  backup->holdings = ff_holdings_read (connection, error);
  if (backup->holdings == NULL)
    return FALSE;
  backup->groups = backup->holdings->groups;
  backup->sessions = backup->holdings->sessions;
  backup->check_ins = backup->holdings->check_ins;
  backup->readable = TRUE;
  return TRUE;
}

/* Its first bytes, its ids, then all its pages; nothing is written to it, nor beside it. */
static gboolean
check_database (FfTemporary *copy, FfSecret *secret, FfBackup *backup, GError **error)
{
  const char *path = ff_temporary_get_path (copy);
  g_autoptr (FfConnection) connection = NULL;
  gboolean is_empty;
  int version;

  if (!ff_opening_check_header (path, secret, &is_empty, error))
    return FALSE;
  if (is_empty)
    {
      ff_store_error_set_sqlite (error, NULL, SQLITE_NOTADB, path);
      return FALSE;
    }
  connection = ff_connection_open (path, FF_CONNECTION_INSPECTION, secret, error);
  ff_temporary_hide (copy);
  return connection != NULL && ff_migration_check (connection, &version, error)
         && ff_opening_quick_check (connection, error) && read_holdings (connection, backup, error);
}

/* What is wrong with the copy is wrong with the archive, and that is the name a person knows. */
static void
name_archive (GError **error, const char *copy, const char *archive)
{
  g_autoptr (GString) message = NULL;

  if (error == NULL || *error == NULL)
    return;
  message = g_string_new ((*error)->message);
  g_string_replace (message, copy, archive, 0);
  g_free ((*error)->message);
  (*error)->message = g_string_free_and_steal (g_steal_pointer (&message));
}

/* An encrypted one of which there is no key can still be known by its first bytes. */
static gboolean
check_beginning (FfTemporary *copy, FfKeyFile *key, GError **error)
{
  guint8 beginning[FF_SECRET_SALT_SIZE];

  if (pread (ff_temporary_get_fd (copy), beginning, sizeof beginning, 0) == sizeof beginning
      && memcmp (beginning, ff_key_file_get_salt (key), sizeof beginning) == 0)
    return TRUE;
  ff_opening_set_foreign_key (error, ff_temporary_get_path (copy));
  return FALSE;
}

static gboolean
check (FfTemporary *copy, FfKeyFile *key, FfSecret *secret, FfBackup *backup, GError **error)
{
  backup->encrypted = key != NULL;
  backup->readable = key == NULL || (secret != NULL && ff_key_file_fits (key, secret));
  if (backup->readable)
    return check_database (copy, key != NULL ? secret : NULL, backup, error);
  return check_beginning (copy, key, error);
}

/* @key: (out) (nullable) */
static FfBackup *
extract_and_check (const char *path,
                   FfSecret *secret,
                   FfTemporary *copy,
                   FfKeyFile **key,
                   GError **error)
{
  g_autoptr (FfBackup) backup = g_new0 (FfBackup, 1);
  gboolean sound;

  backup->path = g_canonicalize_filename (path, NULL);
  if (!ff_archive_extract (path, copy, key, &backup->made, error)
      || !ff_temporary_show (copy, error))
    return NULL;
  sound = check (copy, *key, secret, backup, error);
  if (sound)
    return g_steal_pointer (&backup);
  name_archive (error, ff_temporary_get_path (copy), backup->path);
  return NULL;
}

/* Another Fourfold may be at it; after a day it is not. */
#define SECONDS_TO_INSPECT (24 * 60 * 60)

/**
 * ff_backup_inspect:
 * @path: an archive
 * @secret: (nullable): the key of an encrypted one; with another key, or none, all that is told is that it is encrypted
 * @error: return location for an error of %FF_STORE_ERROR that names @path
 *
 * Unpacks the archive into the person's cache for as long as it takes, and checks it. Any thread; no store needs to be open.
 *
 * Returns: (transfer full): what it holds
 */
FfBackup *
ff_backup_inspect (const char *path, FfSecret *secret, GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fourfold", NULL);
  g_autoptr (FfTemporary) copy = NULL;
  g_autoptr (FfKeyFile) key = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_mkdir_with_parents (cache, 0700) != 0)
    {
      ff_store_error_set_system (error, errno, cache);
      return NULL;
    }
  ff_temporary_sweep (cache, SECONDS_TO_INSPECT);
  copy = ff_temporary_new_nameless (cache, error);
  return copy != NULL ? extract_and_check (path, secret, copy, &key, error) : NULL;
}

/* Each is unpacked and read through, so what somebody else put there may not keep a person waiting for ever. */
#define ARCHIVES_AT_MOST 30

typedef struct
{
  char *path;
  gint64 written;
} Found;

static void
found_clear (gpointer data)
{
  g_free (((Found *) data)->path);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const Found *first = a, *second = b;

  return (first->written < second->written) - (first->written > second->written);
}

/* The archives by name, those written last first. */
static GArray *
find_archives (const char *backups)
{
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  GArray *archives = g_array_new (FALSE, FALSE, sizeof (Found));
  const char *name;

  g_array_set_clear_func (archives, found_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      GStatBuf status;
      Found found;

      if (!g_str_has_suffix (name, ".tar.gz") || g_stat (path, &status) != 0
          || !S_ISREG (status.st_mode))
        continue;
      found = (Found) { g_steal_pointer (&path), status.st_mtime };
      g_array_append_val (archives, found);
    }
  g_array_sort (archives, compare_latest_first);
  return archives;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const FfBackup *first = *(const FfBackup *const *) a, *second = *(const FfBackup *const *) b;
  int order = g_date_time_compare (second->made, first->made);

  return order != 0 ? order : strcmp (second->path, first->path);
}

/**
 * ff_backup_list:
 * @folder: a data folder
 * @secret: (nullable): the folder's key
 *
 * Unpacks and checks each archive, the latest 30 at most: call it in a thread.
 *
 * Returns: (transfer full) (element-type FfBackup): the archives in its `backups` that can be restored, newest first; those of
 *   another key are among them, not readable
 */
GPtrArray *
ff_backup_list (const char *folder, FfSecret *secret)
{
  g_autofree char *backups = g_build_filename (folder, FF_DATA_FOLDER_BACKUPS, NULL);
  g_autoptr (GArray) archives = find_archives (backups);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_backup_free);

  for (guint i = 0; i < MIN (archives->len, ARCHIVES_AT_MOST); i++)
    {
      g_autoptr (GError) error = NULL;
      FfBackup *backup
          = ff_backup_inspect (g_array_index (archives, Found, i).path, secret, &error);

      if (backup != NULL)
        g_ptr_array_add (list, backup);
      else
        g_message ("A backup is left out: %s", error->message);
    }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

/**
 * ff_backup_unlock:
 * @path: an archive
 * @passphrase: the one that was set when it was made, or the recovery key of that time
 * @error: return location for an error of %FF_STORE_ERROR: %FF_STORE_ERROR_REFUSED where it is not encrypted
 *
 * Takes a second: call it in a thread. Wrong ones are counted for this computer, as the archive may be anywhere.
 *
 * Returns: (transfer full): the archive's key
 */
FfSecret *
ff_backup_unlock (const char *path, const char *passphrase, GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fourfold", NULL);
  g_autoptr (FfKeyFile) key = NULL;
  FfSecret *secret;

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  key = ff_archive_read_key (path, error);
  g_mkdir_with_parents (cache, 0700);
  if (key == NULL || !ff_attempts_begin (cache, error))
    return NULL;
  secret = ff_key_file_unlock (key, passphrase, error);
  if (secret != NULL)
    ff_attempts_forget (cache);
  return secret;
}

/* The folder's own key where it is the same one: its passphrase may have been changed since the archive was made.
 * FALSE with an error where @secret is the key of nothing here. @key: (out) (nullable): that of the archive, then that of the restored database */
static gboolean
choose_key (FfDataFolder *folder, FfSecret *secret, FfKeyFile **key, GError **error)
{
  g_autoptr (FfKeyFile) own = NULL;

  if (secret != NULL && ff_data_folder_has_key (folder))
    own = ff_key_file_load (ff_data_folder_get_key (folder), NULL);
  if (own != NULL && ff_key_file_fits (own, secret))
    {
      g_clear_pointer (key, ff_key_file_free);
      *key = g_steal_pointer (&own);
      return TRUE;
    }
  if (secret == NULL || *key != NULL)
    return TRUE;
  if (!ff_data_folder_has_key (folder))
    return TRUE;
  ff_archive_set_foreign_key (error, ff_data_folder_get_key (folder));
  return FALSE;
}

/* What comes from a plain archive into a folder with a passphrase is protected by it. */
static gboolean
protect (FfDataFolder *folder, FfTemporary **copy, FfSecret *secret, GError **error)
{
  g_autoptr (FfTemporary) encrypted = ff_temporary_new (ff_data_folder_get_path (folder), error);

  if (encrypted == NULL
      || !ff_sealed_copy_encrypt (ff_temporary_get_path (*copy), encrypted, secret, error))
    return FALSE;
  ff_temporary_free (*copy);
  *copy = g_steal_pointer (&encrypted);
  return TRUE;
}

static gboolean
put_back (FfDataFolder *folder,
          const char *path,
          FfSecret *secret,
          char **set_aside,
          GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (FfTemporary) copy = ff_temporary_new (ff_data_folder_get_path (folder), error);
  g_autoptr (FfKeyFile) key = NULL;
  g_autoptr (FfBackup) backup = NULL;

  if (copy == NULL)
    return FALSE;
  backup = extract_and_check (path, secret, copy, &key, error);
  if (backup == NULL)
    return FALSE;
  if (!backup->readable)
    {
      g_set_error (
          error, FF_STORE_ERROR, FF_STORE_ERROR_LOCKED,
          _ ("A passphrase protects the backup “%s”. Give the one that was set when it was "
             "made."),
          backup->path);
      return FALSE;
    }
  return choose_key (folder, secret, &key, error)
         && (backup->encrypted || key == NULL || protect (folder, &copy, secret, error))
         && ff_restoring_begin (folder, copy, key, now, set_aside, error);
}

/**
 * ff_backup_restore:
 * @folder: the data folder, which no store holds
 * @path: an archive
 * @secret: (nullable): the key of an encrypted archive, of which %FF_STORE_ERROR_LOCKED is told otherwise; for one that is not
 *   encrypted that of the folder, so that the restored database is encrypted as well. Without it the restored one is plain
 * @set_aside: (out) (optional) (nullable): where the database that was there is now; %NULL where there was none
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Unpacks and checks the archive beside the database, then puts it in the database's place, with its key where it has one. Until
 * it is checked nothing changes; from then on a kill at any moment is made good at the next start. Any thread.
 */
gboolean
ff_backup_restore (const char *folder,
                   const char *path,
                   FfSecret *secret,
                   char **set_aside,
                   GError **error)
{
  g_autoptr (FfDataFolder) taken = ff_data_folder_take (folder, error);

  if (set_aside != NULL)
    *set_aside = NULL;
  return taken != NULL && ff_restoring_finish (taken, error) && ff_sealing_finish (taken, error)
         && put_back (taken, path, secret, set_aside, error);
}

/**
 * ff_backup_is_left_plain:
 * @folder: the data folder
 * @set_aside: (nullable): what ff_backup_restore() set aside there
 *
 * A person who brought back an encrypted backup may take all that is in the folder to be protected.
 *
 * Returns: whether a passphrase protects what was restored, but not what was set aside
 */
gboolean
ff_backup_is_left_plain (const char *folder, const char *set_aside)
{
  g_return_val_if_fail (folder != NULL, FALSE);

  return set_aside != NULL && ff_sealing_is_plain (set_aside) && ff_passphrase_is_set (folder);
}
