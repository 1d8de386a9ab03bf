/* ff-handout-sharing-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of Markdown that are to become handouts, read away from the main thread.
 */

#include "ff-config.h"

#include "ff-handout-sharing-reading.h"

/**
 * ff_shared_file_free:
 * @file: (transfer full): a file
 *
 * Frees it and what is in it.
 */
void
ff_shared_file_free (FfSharedFile *file)
{
  g_return_if_fail (file != NULL);

  g_free (file->name);
  g_free (file->markdown);
  g_free (file->title);
  g_ptr_array_unref (file->problems);
  g_free (file);
}

static void
add_problem (FfSharedFile *file, guint line, const char *text)
{
  FfHandoutProblem *problem = g_new0 (FfHandoutProblem, 1);

  problem->line = line;
  problem->text = g_strdup (text);
  g_ptr_array_add (file->problems, problem);
}

static void
read_handout (FfSharedFile *file)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);
  g_autoptr (FfHandout) handout
      = ff_handout_new_from_markdown ("own-", file->markdown, catalogue, file->problems);

  if (handout != NULL)
    file->title = g_strdup (ff_handout_get_title (handout));
}

static FfSharedFile *
read_file (GFile *source)
{
  FfSharedFile *file = g_new0 (FfSharedFile, 1);
  g_autofree char *name = g_file_get_basename (source);
  g_autoptr (GError) error = NULL;

  file->name = g_filename_display_name (name);
  file->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
  file->markdown = ff_handout_read_markdown (source, file->problems, &error);
  if (file->markdown != NULL)
    read_handout (file);
  else if (error != NULL)
    add_problem (file, 0, error->message);

  return file;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *read = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_shared_file_free);
  GListModel *files = source;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (read, read_file (file));
    }
  g_task_return_pointer (task, read, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ff_shared_files_read_async:
 * @files: (element-type GFile): not to be changed until they are read
 * @callback: called when they are
 * @user_data: for @callback
 */
void
ff_shared_files_read_async (GListModel *files, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_LIST_MODEL (files));

  task = g_task_new (files, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_shared_files_read_async);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * ff_shared_files_read_finish:
 * @files: what was read
 * @result: what the callback was given
 *
 * Returns: (transfer full) (element-type FfSharedFile): what is in each, in their order
 */
GPtrArray *
ff_shared_files_read_finish (GListModel *files, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, files), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
