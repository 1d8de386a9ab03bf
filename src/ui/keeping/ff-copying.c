/* ff-copying.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup on its way to a place that somebody chose, and whether that place is elsewhere.
 */

#include "ff-config.h"

#include "ff-copying.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ff-backup.h"

#define PIECE 65536

typedef struct
{
  char *folder; /* of the data */
  char *source;
  char *target;
  int *permille; /* (nullable): atomic */
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_free (copying->folder);
  g_free (copying->source);
  g_free (copying->target);
  g_free (copying);
}

/**
 * ff_copying_find_place:
 * @folder: the data folder
 * @path: of a copy, which is there
 *
 * Returns: whether the copy would outlive the data folder, its disk, or neither
 */
FfCopyPlace
ff_copying_find_place (const char *folder, const char *path)
{
  g_autoptr (GFile) data = g_file_new_for_path (folder);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  GStatBuf of_data, of_copy;

  if (g_file_has_prefix (copy, data))
    return FF_COPY_AMONG_BACKUPS;
  if (g_stat (folder, &of_data) == 0 && g_stat (path, &of_copy) == 0
      && of_data.st_dev == of_copy.st_dev)
    return FF_COPY_SAME_DISK;
  return FF_COPY_ELSEWHERE;
}

/**
 * ff_copying_make_name:
 * @now: what day it is
 *
 * Returns: (transfer full): a name for the file, which says nothing of what is in it
 */
char *
ff_copying_make_name (GDateTime *now)
{
  return g_date_time_format (now, "fourfold-backup-%Y-%m-%d.tar.gz");
}

static gboolean
copy_pieces (const Copying *copying,
             GInputStream *from,
             GOutputStream *to,
             goffset size,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  goffset done = 0;
  gssize n_read;

  while ((n_read = g_input_stream_read (from, piece, PIECE, cancellable, error)) > 0)
    {
      if (!g_output_stream_write_all (to, piece, (gsize) n_read, NULL, cancellable, error))
        return FALSE;
      done += n_read;
      if (copying->permille != NULL && size > 0)
        g_atomic_int_set (copying->permille, (int) (done * 1000 / size));
    }
  return n_read == 0;
}

/* Closed while cancelled, a file that was to be replaced stays as it was. */
static void
give_up (GOutputStream *to)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (to, cancelled, NULL);
}

/* A memory stick is perhaps pulled out as soon as it is said to be done. */
static void
synchronize (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("A copy cannot be synchronized here");
  close (fd);
}

static gboolean
copy_file (const Copying *copying, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (copying->source);
  g_autoptr (GFile) target = g_file_new_for_path (copying->target);
  g_autoptr (GFileInputStream) from = g_file_read (source, cancellable, error);
  g_autoptr (GFileOutputStream) to = NULL;
  GStatBuf status;
  goffset size = g_stat (copying->source, &status) == 0 ? status.st_size : 0;

  if (from == NULL)
    return FALSE;
  to = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  if (to == NULL)
    return FALSE;
  if (!copy_pieces (copying, G_INPUT_STREAM (from), G_OUTPUT_STREAM (to), size, cancellable, error))
    {
      give_up (G_OUTPUT_STREAM (to));
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (to), cancellable, error))
    return FALSE;
  synchronize (copying->target);
  return TRUE;
}

/* (transfer full): what went wrong, where, and what to do */
static GError *
explain (const char *path, const GError *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (reason);
  return g_error_new (reason->domain, reason->code,
                      /* Translators: the path of a file, and what the system says */
                      _ ("The copy could not be written to “%1$s”; choose another place. (%2$s)"),
                      name, reason->message);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Copying *copying = task_data;
  g_autoptr (GError) error = NULL;

  if (copy_file (copying, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, explain (copying->target, error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Copying *copying = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ff_backup_write_finish (FF_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, explain (copying->target, error));
}

/**
 * ff_copying_async:
 * @context: what a view is handed
 * @source: (nullable): a backup; %NULL makes one of what is in the store now
 * @target: where the copy is to be; it appears whole or not at all
 * @permille: (nullable): how much is done, set from another thread; it must stay until @callback
 * @cancellable: (nullable): to give up
 * @callback: called when it is there, or cannot be
 * @user_data: for @callback
 */
void
ff_copying_async (FfContext *context,
                  const char *source,
                  const char *target,
                  int *permille,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  FfStore *store = ff_context_get_store (context);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Copying *copying = g_new0 (Copying, 1);

  copying->folder = g_strdup (ff_store_get_folder (store));
  copying->source = g_strdup (source);
  copying->target = g_canonicalize_filename (target, NULL);
  copying->permille = permille;
  g_task_set_source_tag (task, ff_copying_async);
  g_task_set_task_data (task, copying, copying_free);
  if (source != NULL)
    g_task_run_in_thread (task, copy_in_thread);
  else
    ff_backup_write_async (store, copying->target, cancellable, written_cb,
                           g_steal_pointer (&task));
}

/**
 * ff_copying_finish:
 * @result: what the callback was given
 * @place: (out): where the copy is
 * @error: why there is none, a sentence
 *
 * Returns: whether there is a copy
 */
gboolean
ff_copying_finish (GAsyncResult *result, FfCopyPlace *place, GError **error)
{
  const Copying *copying;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  copying = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *place = ff_copying_find_place (copying->folder, copying->target);
  return TRUE;
}

/**
 * ff_copying_remember:
 * @context: what a view is handed
 *
 * Notes that a copy left this computer now.
 */
void
ff_copying_remember (FfContext *context)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));

  g_settings_set_int64 (ff_context_get_settings (context), "copy-elsewhere",
                        g_date_time_to_unix (now));
}
