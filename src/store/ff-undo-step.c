/* ff-undo-step.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a change in one transaction that is one step, so that it can be taken back.
 */

#include "ff-config.h"

#include "ff-undo-step.h"

#include "ff-store-private.h"
#include "ff-undo.h"

typedef struct
{
  /* The writer's thread alone: */
  FfUndoStepWork work;
  gpointer data;
  GDestroyNotify destroy;

  /* Any thread, and not changed: */
  GTask *task; /* of the caller */
} Making;

static void
making_free (Making *making)
{
  making->destroy (making->data);
  g_object_unref (making->task);
  g_free (making);
}

static gboolean
make (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  Making *making = data;
  FfUndoStep *step = g_new0 (FfUndoStep, 1);
  gboolean done;

  g_task_set_task_data (making->task, step, g_free);
  step->modified = g_get_real_time ();
  step->cancellable = g_task_get_cancellable (making->task);
  ff_connection_set_cancellable (connection, step->cancellable);
  done = ff_undo_begin_step (connection, &step->number, error)
         && making->work (connection, step, making->data, error)
         && ff_undo_end_step (connection, step->number, change, error)
         && !g_cancellable_set_error_if_cancelled (step->cancellable, error);
  ff_connection_set_cancellable (connection, NULL);
  return done;
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    g_task_return_int (task, ((FfUndoStep *) g_task_get_task_data (task))->number);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ff_undo_step_async:
 * @store: the store
 * @work: what is to be done, on the writer's thread
 * @data: (transfer full): for @work
 * @destroy: frees @data
 * @cancellable: (nullable): up to the COMMIT; then nothing of it is done
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
ff_undo_step_async (FfStore *store,
                    FfUndoStepWork work,
                    gpointer data,
                    GDestroyNotify destroy,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task;
  Making *making;

  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (work != NULL && destroy != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, ff_undo_step_async);
  /* Cancelled after COMMIT, it is done all the same, and that is what is told. */
  g_task_set_check_cancellable (task, FALSE);
  making = g_new0 (Making, 1);
  making->work = work;
  making->data = data;
  making->destroy = destroy;
  making->task = g_object_ref (task);
  ff_store_write_async (store, make, making, (GDestroyNotify) making_free, on_made, task);
}

/**
 * ff_undo_step_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: the step, for ff_store_undo_async(); 0 with an error, and nothing is changed
 */
guint64
ff_undo_step_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  gssize step;

  g_return_val_if_fail (g_task_is_valid (result, store), 0);

  step = g_task_propagate_int (G_TASK (result), error);
  return step > 0 ? (guint64) step : 0;
}

static gboolean
undo (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  return ff_undo_take_back (connection, *(gint64 *) data, change, error);
}

/**
 * ff_store_undo_async:
 * @step: what ff_undo_step_finish() gave
 *
 * Puts every row that the step touched back as it was, in one transaction; only its sequence becomes higher than it ever was, so that
 * a calendar that has the newer one takes it back too. Refused with %FF_STORE_ERROR_REFUSED, and nothing is done, where one of
 * them was changed since, and where the step is not known any more. Finish with ff_store_write_finish().
 */
void
ff_store_undo_async (FfStore *store, guint64 step, GAsyncReadyCallback callback, gpointer user_data)
{
  gint64 *known;

  g_return_if_fail (FF_IS_STORE (store));

  known = g_new (gint64, 1);
  *known = (gint64) step;
  ff_store_write_async (store, undo, known, g_free, callback, user_data);
}
