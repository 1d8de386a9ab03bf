/* ff-passphrase.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-passphrase.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ff-attempts.h"
#include "ff-data-folder.h"
#include "ff-key-file.h"
#include "ff-opening.h"
#include "ff-recovery-key.h"
#include "ff-restoring.h"
#include "ff-sealed-copy.h"
#include "ff-sealing.h"
#include "ff-secret-private.h"
#include "ff-store-error-private.h"

/**
 * ff_passphrase_is_supported:
 *
 * Returns: whether this Fourfold can encrypt
 */
gboolean
ff_passphrase_is_supported (void)
{
  return FF_ENCRYPTION;
}

static FfDataFolder *
take (const char *folder, GError **error)
{
  g_autoptr (FfDataFolder) taken = ff_data_folder_take (folder, error);

  if (taken == NULL || !ff_restoring_finish (taken, error) || !ff_sealing_finish (taken, error))
    return NULL;
  return g_steal_pointer (&taken);
}

/* What was interrupted decides which key counts, so it is finished first, unless a store has the folder, which has done so, or
 * nothing can be written there. */
static void
finish (const char *folder)
{
  g_autoptr (FfDataFolder) taken = NULL;
  g_autoptr (GError) error = NULL;

  if (!ff_data_folder_is_known (folder))
    return;
  taken = take (folder, &error);
  if (taken == NULL && !g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE))
    g_info ("The folder could not be put in order: %s", error->message);
}

/**
 * ff_passphrase_is_set:
 * @folder: a data folder, which need not be there
 *
 * Also while a store holds the folder.
 *
 * Returns: whether ff_store_open() needs what ff_passphrase_unlock() gives
 */
gboolean
ff_passphrase_is_set (const char *folder)
{
  g_autofree char *key = NULL;
  g_autofree char *database = NULL;

  g_return_val_if_fail (folder != NULL, FALSE);

  finish (folder);
  key = g_build_filename (folder, FF_DATA_FOLDER_KEY, NULL);
  database = g_build_filename (folder, FF_DATA_FOLDER_DATABASE, NULL);
  return g_file_test (key, G_FILE_TEST_EXISTS) && !ff_sealing_is_plain (database);
}

/**
 * ff_passphrase_get_wait:
 * @folder: a data folder
 *
 * After wrong passphrases the next one has to wait: not for the first two, then 1, 2, 4 … 60 seconds, also after a restart.
 *
 * Returns: in seconds, 0 where nobody has to
 */
guint
ff_passphrase_get_wait (const char *folder)
{
  g_return_val_if_fail (folder != NULL, 0);

  return ff_attempts_get_wait (folder);
}

static void
set_none (GError **error, const char *folder)
{
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
               _ ("No passphrase protects “%s”. Set one first."), folder);
}

/* @key: (out) (optional) */
static FfSecret *
unlock (const char *folder, const char *passphrase, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FF_DATA_FOLDER_KEY, NULL);
  g_autofree char *database = g_build_filename (folder, FF_DATA_FOLDER_DATABASE, NULL);
  g_autoptr (FfKeyFile) key = NULL;
  FfSecret *secret;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && ff_sealing_is_plain (database))
    {
      set_none (error, folder);
      return NULL;
    }
  key = ff_key_file_load (path, error);
  if (key != NULL && !FF_ENCRYPTION)
    ff_store_error_set_no_encryption (error, folder);
  if (key == NULL || !FF_ENCRYPTION || !ff_attempts_begin (folder, error))
    return NULL;
  secret = ff_key_file_unlock (key, passphrase, error);
  if (secret != NULL)
    ff_attempts_forget (folder);
  return secret;
}

/**
 * ff_passphrase_unlock:
 * @folder: a data folder
 * @passphrase: the passphrase, or the recovery key, upper or lower case, with or without its hyphens
 * @error: return location for an error of %FF_STORE_ERROR: %FF_STORE_ERROR_WRONG_PASSPHRASE, %FF_STORE_ERROR_TOO_SOON, or
 *   %FF_STORE_ERROR_KEY_DAMAGED, which no passphrase can help
 *
 * Also while a store holds the folder. Takes a good part of a second and 64 MiB: call it in a thread.
 *
 * Returns: (transfer full): what ff_store_open() needs
 */
FfSecret *
ff_passphrase_unlock (const char *folder, const char *passphrase, GError **error)
{
  g_return_val_if_fail (folder != NULL && passphrase != NULL, NULL);

  finish (folder);
  return unlock (folder, passphrase, error);
}

static gboolean
check_new (const char *passphrase, GError **error)
{
  glong length;

  if (!g_utf8_validate (passphrase, -1, NULL))
    {
      g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                           _ ("The passphrase is not valid UTF-8 text. Type it again."));
      return FALSE;
    }
  length = g_utf8_strlen (passphrase, -1);
  if (length >= FF_PASSPHRASE_LENGTH_AT_LEAST && length <= FF_PASSPHRASE_LENGTH_AT_MOST)
    return TRUE;
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
               _ ("A passphrase has %d to %d characters. Choose another, such as a few words that "
                  "only you put together."),
               FF_PASSPHRASE_LENGTH_AT_LEAST, FF_PASSPHRASE_LENGTH_AT_MOST);
  return FALSE;
}

static gboolean
check_none (FfDataFolder *folder, GError **error)
{
  if (!ff_data_folder_has_key (folder))
    return TRUE;
  g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
               _ ("A passphrase protects “%s” already. Change it instead."),
               ff_data_folder_get_path (folder));
  return FALSE;
}

/* Brings the database into its final form, as one file that nothing else belongs to. */
static gboolean
settle (FfDataFolder *folder, FfSecret *secret, GError **error)
{
  g_autoptr (FfConnection) connection = ff_opening_open_writer (folder, secret, error);

  return connection != NULL
         && ff_connection_execute (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static gboolean
encrypt (FfDataFolder *folder, FfSecret *secret, FfKeyFile *key, GError **error)
{
  g_autoptr (FfTemporary) copy = NULL;

  if (!settle (folder, NULL, error))
    return FALSE;
  copy = ff_temporary_new (ff_data_folder_get_path (folder), error);
  return copy != NULL
         && ff_sealed_copy_encrypt (ff_data_folder_get_database (folder), copy, secret, error)
         && ff_sealing_encrypt (folder, copy, key, error);
}

/**
 * ff_passphrase_set:
 * @folder: a data folder that no store holds and no passphrase protects yet; made where there is none
 * @passphrase: at least %FF_PASSPHRASE_LENGTH_AT_LEAST characters
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Encrypts the database. The plain one, those set aside and the plain backups in the folder are removed. A kill at any moment
 * leaves it either plain and without a passphrase, or encrypted; the next start removes what is left over. Any thread.
 *
 * Returns: (transfer full): the recovery key in groups, to be printed, shown this once, and wiped
 */
char *
ff_passphrase_set (const char *folder, const char *passphrase, GError **error)
{
  g_autoptr (FfDataFolder) taken = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfKeyFile) key = NULL;
  char *recovery;

  g_return_val_if_fail (folder != NULL && passphrase != NULL, NULL);

  if (!check_new (passphrase, error))
    return NULL;
  taken = take (folder, error);
  if (taken == NULL || !check_none (taken, error))
    return NULL;
  secret = ff_secret_new_random ();
  recovery = ff_recovery_key_new ();
  key = ff_key_file_new (secret, passphrase, recovery, error);
  if (key != NULL && encrypt (taken, secret, key, error))
    return recovery;
  ff_secret_free_text (recovery);
  return NULL;
}

/**
 * ff_passphrase_change:
 * @folder: a data folder that no store holds
 * @old: the passphrase, or the recovery key
 * @passphrase: at least %FF_PASSPHRASE_LENGTH_AT_LEAST characters
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Wraps the same key anew: the database and the backups stay as they are, and a backup made before still opens with the passphrase
 * of its time. Any thread.
 *
 * Returns: (transfer full): a new recovery key; the one before opens only what is older
 */
char *
ff_passphrase_change (const char *folder, const char *old, const char *passphrase, GError **error)
{
  g_autoptr (FfDataFolder) taken = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfKeyFile) key = NULL;
  char *recovery;

  g_return_val_if_fail (folder != NULL && old != NULL && passphrase != NULL, NULL);

  if (!check_new (passphrase, error))
    return NULL;
  taken = take (folder, error);
  secret = taken != NULL ? unlock (folder, old, error) : NULL;
  if (secret == NULL)
    return NULL;
  recovery = ff_recovery_key_new ();
  key = ff_key_file_new (secret, passphrase, recovery, error);
  if (key != NULL && ff_key_file_save (key, ff_data_folder_get_key (taken), error))
    return recovery;
  ff_secret_free_text (recovery);
  return NULL;
}

/**
 * ff_passphrase_remove:
 * @folder: a data folder that no store holds
 * @passphrase: the passphrase, or the recovery key
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Makes the database an ordinary one again. Backups stay as they are, each with its own key in it. A kill at any moment leaves the
 * database either encrypted or plain. Any thread.
 */
gboolean
ff_passphrase_remove (const char *folder, const char *passphrase, GError **error)
{
  g_autoptr (FfDataFolder) taken = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfTemporary) copy = NULL;

  g_return_val_if_fail (folder != NULL && passphrase != NULL, FALSE);

  taken = take (folder, error);
  secret = taken != NULL ? unlock (folder, passphrase, error) : NULL;
  if (secret == NULL || !settle (taken, secret, error))
    return FALSE;
  copy = ff_temporary_new (ff_data_folder_get_path (taken), error);
  return copy != NULL
         && ff_sealed_copy_decrypt (ff_data_folder_get_database (taken), copy, secret, error)
         && ff_sealing_decrypt (taken, copy, error);
}
