/* ff-restore.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a backup in the place of what is there, while no store is open.
 */

#include "ff-config.h"

#include "ff-restore.h"

#include <glib/gi18n-lib.h>

#include "ff-backup.h"

struct _FfRestore
{
  char *folder; /* (nullable): where it is restored in a thread */
  char *path;
  FfSecret *secret;    /* (nullable) */
  char *set_aside;     /* (nullable): once it is done */
  gboolean left_plain; /* whether no passphrase protects it, unlike what was restored */
};

/**
 * ff_restore_new:
 * @path: an archive
 * @secret: (nullable): what opens it, where it is encrypted
 *
 * Returns: (transfer full): what is to be done
 */
FfRestore *
ff_restore_new (const char *path, FfSecret *secret)
{
  FfRestore *restore;

  g_return_val_if_fail (path != NULL, NULL);

  restore = g_new0 (FfRestore, 1);
  restore->path = g_strdup (path);
  restore->secret = secret != NULL ? ff_secret_ref (secret) : NULL;
  return restore;
}

/**
 * ff_restore_free:
 * @restore: what was to be done
 */
void
ff_restore_free (FfRestore *restore)
{
  g_free (restore->folder);
  g_free (restore->path);
  g_free (restore->set_aside);
  g_clear_pointer (&restore->secret, ff_secret_unref);
  g_free (restore);
}

/**
 * ff_restore_do:
 * @folder: the data folder, which no store holds
 * @secret: (inout) (nullable): what the store is opened with, before and after
 * @data: a #FfRestore
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Restores the backup, as ff_backup_restore() does.
 *
 * Returns: whether it is done; otherwise all is as it was
 */
gboolean
ff_restore_do (const char *folder, FfSecret **secret, gpointer data, GError **error)
{
  FfRestore *restore = data;
  FfSecret *key = restore->secret != NULL ? restore->secret : *secret;

  if (!ff_backup_restore (folder, restore->path, key, &restore->set_aside, error))
    return FALSE;
  restore->left_plain = ff_backup_is_left_plain (folder, restore->set_aside);
  if (restore->secret != NULL && restore->secret != *secret)
    {
      g_clear_pointer (secret, ff_secret_unref);
      *secret = ff_secret_ref (restore->secret);
    }
  return TRUE;
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FfRestore *restore = task_data;
  g_autoptr (FfSecret) secret = NULL;
  GError *error = NULL;

  if (ff_restore_do (restore->folder, &secret, restore, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_restore_async:
 * @folder: the data folder, which no store holds
 * @restore: (transfer full): what is to be done
 * @callback: called when it is done, or cannot be
 * @user_data: for @callback
 */
void
ff_restore_async (const char *folder,
                  FfRestore *restore,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_set_str (&restore->folder, folder);
  g_task_set_source_tag (task, ff_restore_async);
  g_task_set_task_data (task, restore, (GDestroyNotify) ff_restore_free);
  g_task_run_in_thread (task, restore_in_thread);
}

/**
 * ff_restore_finish:
 * @result: what the callback was given
 * @text: (out): what to tell, where it is done
 * @error: why nothing was restored, a sentence
 *
 * Returns: whether the backup is in its place
 */
gboolean
ff_restore_finish (GAsyncResult *result, char **text, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *text = ff_restore_describe (g_task_get_task_data (G_TASK (result)));
  return TRUE;
}

/**
 * ff_restore_describe:
 * @restore: what was done
 *
 * Returns: (transfer full): that it is done, and where what was there is now
 */
char *
ff_restore_describe (FfRestore *restore)
{
  g_autofree char *name = NULL;

  if (restore->set_aside == NULL)
    return g_strdup (_ ("Backup restored."));
  name = g_filename_display_basename (restore->set_aside);
  if (restore->left_plain)
    /* Translators: %s is a file name */
    return g_strdup_printf (
        _ ("Backup restored. What was there is kept as “%s”, which no passphrase protects."), name);
  /* Translators: %s is a file name */
  return g_strdup_printf (_ ("Backup restored. What was there is kept as “%s”."), name);
}
