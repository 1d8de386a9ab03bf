/* ff-rota-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a stretch of the rota, with the margin that its rules want, away from the main thread.
 */

#include "ff-config.h"

#include "ff-rota-reading.h"

typedef struct
{
  char *group; /* (nullable) */
  GDateTime *from;
  GDateTime *until;
  FfRotaSource *source;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->group);
  g_date_time_unref (reading->from);
  g_date_time_unref (reading->until);
  g_clear_pointer (&reading->source, ff_rota_source_free);
  g_free (reading);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task,
                         ff_rota_new (reading->source->roster, reading->source->groups,
                                      reading->source->occurrences, reading->source->assignments,
                                      reading->group, reading->from, reading->until),
                         g_object_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  reading->source = ff_rota_source_read_finish (FF_STORE (source), result, &error);
  if (reading->source == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, make_in_thread);
}

/**
 * ff_rota_reading_async:
 * @context: where the store is
 * @group: (nullable): uid of the group whose places are wanted; %NULL all groups'
 * @from: where the stretch begins
 * @until: where it ends
 * @cancellable: (nullable): gives it up
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads on the store's reader thread and makes the rota in another.
 */
void
ff_rota_reading_async (FfContext *context,
                       const char *group,
                       GDateTime *from,
                       GDateTime *until,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Reading *reading;
  GTask *task;
  g_autoptr (GDateTime) before = NULL;
  g_autoptr (GDateTime) after = NULL;

  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (from != NULL && until != NULL);

  reading = g_new0 (Reading, 1);
  reading->group = g_strdup (group);
  reading->from = g_date_time_ref (from);
  reading->until = g_date_time_ref (until);
  task = g_task_new (context, cancellable, callback, user_data);
  g_task_set_source_tag (task, ff_rota_reading_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  before = g_date_time_add_days (from, -FF_ROTA_MARGIN_DAYS);
  after = g_date_time_add_days (until, FF_ROTA_MARGIN_DAYS);
  ff_rota_source_read_async (ff_context_get_store (context), before, after, cancellable, on_read,
                             task);
}

/**
 * ff_rota_reading_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the rota, or %NULL with @error set
 */
FfRota *
ff_rota_reading_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ff_rota_reading_finish_source:
 * @result: what the callback was given
 * @source: (out) (transfer full): what the rota was made from, to make another from
 * @error: return location for an error
 *
 * Returns: (transfer full): the rota, or %NULL with @error set
 */
FfRota *
ff_rota_reading_finish_source (GAsyncResult *result, FfRotaSource **source, GError **error)
{
  Reading *reading;
  FfRota *rota;

  g_return_val_if_fail (G_IS_TASK (result) && source != NULL, NULL);

  rota = g_task_propagate_pointer (G_TASK (result), error);
  reading = g_task_get_task_data (G_TASK (result));
  *source = rota != NULL ? g_steal_pointer (&reading->source) : NULL;
  return rota;
}
