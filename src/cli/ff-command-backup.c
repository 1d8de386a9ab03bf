/* ff-command-backup.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl backup, restore and check: keeping what is written.
 */

#include "ff-backup.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-await.h"
#include "ff-command.h"
#include "ff-passphrase-file.h"
#include "ff-passphrase.h"
#include "ff-store-error.h"

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static const char *
get_only_argument (FfInvocation *invocation, GError **error)
{
  if (g_strv_length (invocation->arguments) == 1)
    return invocation->arguments[0];
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("Give the name of one file."));
  return NULL;
}

static gboolean
run_backup (FfInvocation *invocation, GError **error)
{
  const char *path = get_only_argument (invocation, error);
  g_autoptr (GAsyncResult) result = NULL;
  FfStore *store;
  gboolean done;

  if (path == NULL || !ff_command_check_output (invocation, path, error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  ff_backup_write_async (store, path, NULL, ff_await_ready, &result);
  done = ff_backup_write_finish (store, ff_await (&result), error);
  return ff_command_close_store (store, done ? error : NULL) && done;
}

/* (nullable): NULL with %FF_STORE_ERROR_REFUSED where @path is not encrypted */
static FfSecret *
unlock_backup (FfInvocation *invocation, const char *path, char **passphrase, GError **error)
{
  *passphrase = ff_passphrase_file_read (invocation->passphrase_file, error);
  return *passphrase != NULL ? ff_backup_unlock (path, *passphrase, error) : NULL;
}

/* The passphrase is that of the backup; for one that has none, that of the data, which protects what is restored as well. */
static gboolean
unlock (FfInvocation *invocation, const char *path, FfSecret **secret, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (FfBackup) backup = NULL;
  char *passphrase = NULL;

  if (invocation->passphrase_file == NULL)
    {
      backup = ff_backup_inspect (path, NULL, error);
      /* Where the data have a passphrase, this asks for it. */
      return backup != NULL && (backup->encrypted || ff_command_unlock (invocation, secret, error));
    }
  *secret = unlock_backup (invocation, path, &passphrase, &reason);
  if (g_error_matches (reason, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED))
    {
      g_clear_error (&reason);
      if (ff_passphrase_is_set (invocation->folder))
        *secret = ff_passphrase_unlock (invocation->folder, passphrase, &reason);
    }
  ff_passphrase_file_wipe (passphrase);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
run_restore (FfInvocation *invocation, GError **error)
{
  const char *path = get_only_argument (invocation, error);
  g_autofree char *set_aside = NULL;
  g_autoptr (FfSecret) secret = NULL;

  if (path == NULL || !unlock (invocation, path, &secret, error)
      || !ff_backup_restore (invocation->folder, path, secret, &set_aside, error))
    return FALSE;
  if (set_aside != NULL)
    /* Translators: the value is the name of a file */
    g_print (_ ("Restored. What was there before is kept in “%s”.\n"), set_aside);
  else
    g_print (_ ("Restored.\n"));
  if (ff_backup_is_left_plain (invocation->folder, set_aside))
    g_print (_ ("No passphrase protects that file, nor the backups that were made before there was "
                "one. Delete them once you do not need them any more.\n"));
  return TRUE;
}

static gboolean
report (GStrv findings, GError **error)
{
  const guint n_findings = g_strv_length (findings);

  for (char **finding = findings; *finding != NULL; finding++)
    g_print ("%s\n", *finding);
  if (n_findings == 0)
    {
      g_print (_ ("The data is sound.\n"));
      return TRUE;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               ngettext ("%u thing is wrong with the data. Restore a backup with “fourfoldctl "
                         "restore FILE”; what is there now is set aside, not deleted.",
                         "%u things are wrong with the data. Restore a backup with “fourfoldctl "
                         "restore FILE”; what is there now is set aside, not deleted.",
                         n_findings),
               n_findings);
  return FALSE;
}

static gboolean
run_check (FfInvocation *invocation, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) findings = NULL;
  FfStore *store;
  gboolean sound;

  if (!ff_command_refuse_arguments (invocation, error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  ff_backup_check_async (store, NULL, ff_await_ready, &result);
  findings = ff_backup_check_finish (store, ff_await (&result), error);
  sound = findings != NULL && report (findings, error);
  return ff_command_close_store (store, sound ? error : NULL) && sound;
}

const FfCommand ff_command_backup = {
  "backup", N_ ("FILE"), N_ ("Write everything into one file"), no_options, run_backup,
};

const FfCommand ff_command_restore = {
  "restore",  N_ ("FILE"), N_ ("Bring back a backup; what is there is set aside"),
  no_options, run_restore,
};

const FfCommand ff_command_check = {
  "check", "", N_ ("See whether the data is sound"), no_options, run_check,
};
