/* ff-export-writing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the schedule, says it in a format and puts it into a file.
 */

#include "ff-config.h"

#include "ff-export-writing.h"

#include <glib/gi18n-lib.h>

#include "ff-schedule-repository.h"
#include "ff-thread.h"

typedef struct
{
  FfFormat format;
  gboolean with_passcodes;
  char *path;
  FfSchedule *schedule;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_object (&writing->schedule);
  g_free (writing->path);
  g_free (writing);
}

static GPtrArray *
say_remarks (GPtrArray *remarks)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < remarks->len; i++)
    {
      const FfExportRemark *remark = g_ptr_array_index (remarks, i);

      g_ptr_array_add (sentences,
                       /* Translators: a meeting, and a sentence that says why */
                       remark->left_out
                           ? g_strdup_printf (_ ("“%1$s” is left out. %2$s"), remark->title,
                                              remark->reason)
                           /* Translators: a meeting, and what the file says of it */
                           : g_strdup_printf (_ ("“%1$s”: %2$s"), remark->title, remark->reason));
    }

  return sentences;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  const FfExportOptions options
      = { .format = writing->format, .with_passcodes = writing->with_passcodes };
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_filename_display_name (writing->path);
  GError *error = NULL;
  g_autofree char *text = ff_export_write (writing->schedule, &options, &remarks, &error);

  if (text == NULL)
    g_task_return_error (task, error);
  else if (g_file_set_contents_full (writing->path, text, -1,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0644, &reason))
    g_task_return_pointer (task, say_remarks (remarks), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_new_error (task, reason->domain, reason->code,
                             _ ("“%s” could not be saved; choose another place. (%s)"), name,
                             reason->message);
}

static void
on_schedule (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Writing *writing = g_task_get_task_data (task);
  GError *error = NULL;

  writing->schedule = ff_schedule_repository_read_finish (FF_STORE (source), result, &error);
  if (writing->schedule != NULL)
    ff_thread_run (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * ff_export_writing_async:
 * @store: whose schedule
 * @group: (nullable): uid of the one group whose meetings are written; %NULL for all
 * @format: of the file
 * @with_passcodes: whether somebody ticked them
 * @path: of the file, which appears whole or not at all
 * @callback: called when it is there, or cannot be
 * @user_data: for @callback
 */
void
ff_export_writing_async (FfStore *store,
                         const char *group,
                         FfFormat format,
                         gboolean with_passcodes,
                         const char *path,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->format = format;
  writing->with_passcodes = with_passcodes;
  writing->path = g_strdup (path);
  g_task_set_source_tag (task, ff_export_writing_async);
  g_task_set_task_data (task, writing, writing_free);
  ff_schedule_repository_read_async (store, group, NULL, on_schedule, task);
}

/**
 * ff_export_writing_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: why there is no file, a sentence
 *
 * Returns: (element-type utf8) (transfer full): what the format cannot say, a sentence for each meeting
 */
GPtrArray *
ff_export_writing_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
