/* ff-roster-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a file of volunteers and plans what it would do, in a thread.
 */

#include "ff-roster-reading.h"

#include "ff-group-repository.h"
#include "ff-roster-repository.h"
#include "ff-roster-step-item.h"
#include "ff-wall-time.h"

typedef struct
{
  char *path;
  FfRosterAnswers *answers;
  FfRosterKnown *known;
  int *permille;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  ff_roster_answers_free (reading->answers);
  g_clear_pointer (&reading->known, ff_roster_known_unref);
  g_free (reading);
}

void
ff_roster_reading_result_free (FfRosterReadingResult *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->plan, ff_roster_plan_free);
  g_clear_pointer (&self->import, ff_roster_import_unref);
  g_clear_pointer (&self->known, ff_roster_known_unref);
  g_free (self);
}

/* --- What is known --- */

static void
on_roster (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FfStore *store = FF_STORE (source);
  GError *error = NULL;
  g_autoptr (FfRoster) roster = ff_roster_repository_load_finish (store, result, &error);
  g_autoptr (GPtrArray) groups = roster != NULL ? ff_group_repository_list (store, &error) : NULL;
  g_autoptr (GPtrArray) programmes = groups != NULL ? ff_programme_load_all (&error) : NULL;
  g_autofree char *zone = ff_time_zone_get_local ();

  if (programmes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, ff_roster_known_new (roster, groups, programmes, zone),
                           (GDestroyNotify) ff_roster_known_unref);
}

/**
 * ff_roster_known_load_async:
 * @store: the store
 * @callback: called when it is read
 */
void
ff_roster_known_load_async (FfStore *store,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, ff_roster_known_load_async);
  ff_roster_repository_load_async (store, cancellable, on_roster, task);
}

/**
 * ff_roster_known_load_finish:
 *
 * Returns: (transfer full): what a file can name, or %NULL with an error
 */
FfRosterKnown *
ff_roster_known_load_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The file --- */

static void
on_progress (double fraction, gpointer data)
{
  const Reading *reading = data;

  g_atomic_int_set (reading->permille, (int) (fraction * 1000));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (FfRosterReadingResult) result = g_new0 (FfRosterReadingResult, 1);
  GError *error = NULL;

  result->known = ff_roster_known_ref (reading->known);
  result->import
      = ff_roster_import_read (reading->path, FF_ROSTER_UNKNOWN, reading->answers, reading->known,
                               cancellable, on_progress, reading, &error);
  if (result->import == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (result->import->asks == 0)
    {
      result->plan = ff_roster_plan_new (result->import, reading->known);
      result->items = ff_roster_step_item_list (result->plan);
    }
  g_task_return_pointer (task, g_steal_pointer (&result),
                         (GDestroyNotify) ff_roster_reading_result_free);
}

static void
on_known (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->known = ff_roster_known_load_finish (FF_STORE (source), result, &error);
  if (reading->known != NULL)
    g_task_run_in_thread (task, read_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * ff_roster_reading_async:
 * @store: the store
 * @path: of the file
 * @answers: what somebody answered so far
 * @permille: (inout): how far it is
 * @callback: called when it is read
 */
void
ff_roster_reading_async (FfStore *store,
                         const char *path,
                         const FfRosterAnswers *answers,
                         int *permille,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  reading->answers = ff_roster_answers_copy (answers);
  reading->permille = permille;
  g_task_set_source_tag (task, ff_roster_reading_async);
  g_task_set_task_data (task, reading, reading_free);
  ff_roster_known_load_async (store, cancellable, on_known, task);
}

/**
 * ff_roster_reading_finish:
 *
 * Returns: (transfer full): what is in the file, what has to be asked, or what would be done; %NULL with an error
 */
FfRosterReadingResult *
ff_roster_reading_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
