/* ff-passphrase-work.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a passphrase needs time for, in a thread: unlocking, setting, changing, removing.
 */

#include "ff-config.h"

#include "ff-passphrase-work.h"

#include <string.h>

struct _FfPassphraseWork
{
  FfPassphraseStep step;
  char *old;
  char *passphrase;
  char *recovery_key; /* (nullable): once it is done */
};

static void
free_words (char *words)
{
  if (words == NULL)
    return;

  explicit_bzero (words, strlen (words));
  g_free (words);
}

/* --- Unlocking --- */

typedef struct
{
  char *folder;
  char *passphrase;
} Unlock;

static void
unlock_free (Unlock *unlock)
{
  g_free (unlock->folder);
  free_words (unlock->passphrase);
  g_free (unlock);
}

static void
unlock_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Unlock *unlock = task_data;
  GError *error = NULL;
  FfSecret *secret = ff_passphrase_unlock (unlock->folder, unlock->passphrase, &error);

  if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) ff_secret_unref);
  else
    g_task_return_error (task, error);
}

/**
 * ff_passphrase_work_unlock_async:
 * @folder: the data folder
 * @passphrase: the passphrase, or the recovery key
 *
 * Derives the key in a thread.
 */
void
ff_passphrase_work_unlock_async (const char *folder,
                                 const char *passphrase,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Unlock *unlock;

  g_return_if_fail (folder != NULL);
  g_return_if_fail (passphrase != NULL);

  unlock = g_new0 (Unlock, 1);
  unlock->folder = g_strdup (folder);
  unlock->passphrase = g_strdup (passphrase);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_passphrase_work_unlock_async);
  g_task_set_task_data (task, unlock, (GDestroyNotify) unlock_free);
  g_task_run_in_thread (task, unlock_in_thread);
}

/**
 * ff_passphrase_work_unlock_finish:
 *
 * Returns: (transfer full) (nullable): what the store is opened with, or %NULL with an error as ff_passphrase_unlock()
 */
FfSecret *
ff_passphrase_work_unlock_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Setting, changing, removing --- */

/**
 * ff_passphrase_work_new:
 * @form: what was filled in, and is valid
 *
 * Returns: (transfer full): the work to be done
 */
FfPassphraseWork *
ff_passphrase_work_new (FfPassphraseForm *form)
{
  FfPassphraseWork *work;

  g_return_val_if_fail (FF_IS_PASSPHRASE_FORM (form), NULL);

  work = g_new0 (FfPassphraseWork, 1);
  work->step = ff_passphrase_form_get_step (form);
  work->old = g_strdup (ff_passphrase_form_get_old (form));
  work->passphrase = g_strdup (ff_passphrase_form_get_passphrase (form));

  return work;
}

/**
 * ff_passphrase_work_free:
 * @work: (transfer full): some work
 */
void
ff_passphrase_work_free (FfPassphraseWork *work)
{
  free_words (work->old);
  free_words (work->passphrase);
  free_words (work->recovery_key);
  g_free (work);
}

static gboolean
do_step (FfPassphraseWork *work, const char *folder, GError **error)
{
  switch (work->step)
    {
    case FF_PASSPHRASE_SET:
      work->recovery_key = ff_passphrase_set (folder, work->passphrase, error);
      return work->recovery_key != NULL;

    case FF_PASSPHRASE_CHANGE:
    case FF_PASSPHRASE_RECOVER:
      work->recovery_key = ff_passphrase_change (folder, work->old, work->passphrase, error);
      return work->recovery_key != NULL;

    case FF_PASSPHRASE_REMOVE:
      return ff_passphrase_remove (folder, work->old, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * ff_passphrase_work_do:
 * @folder: the data folder
 * @secret: (inout) (nullable): what the store is opened with, before and after
 * @work: the work
 *
 * Returns: whether it is done; otherwise all is as it was
 */
gboolean
ff_passphrase_work_do (const char *folder, FfSecret **secret, gpointer data, GError **error)
{
  FfPassphraseWork *work = data;

  g_return_val_if_fail (work != NULL, FALSE);

  if (!do_step (work, folder, error))
    return FALSE;

  g_clear_pointer (secret, ff_secret_unref);
  /* Where this fails, the new passphrase is asked for as at any other start. */
  if (work->step != FF_PASSPHRASE_REMOVE)
    *secret = ff_passphrase_unlock (folder, work->passphrase, NULL);

  return TRUE;
}

/**
 * ff_passphrase_work_get_recovery_key:
 * @work: some work that is done
 *
 * Returns: (transfer none) (nullable): the new recovery key, where there is one
 */
const char *
ff_passphrase_work_get_recovery_key (FfPassphraseWork *work)
{
  g_return_val_if_fail (work != NULL, NULL);

  return work->recovery_key;
}
