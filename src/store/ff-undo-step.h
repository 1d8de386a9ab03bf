/* ff-undo-step.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a change in one transaction that is one step, so that it can be taken back.
 */

#pragma once

#include "ff-connection.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* What a step is being made with; on the writer's thread. */
typedef struct
{
  gint64 number;
  gint64 modified;           /* when it is made, in microseconds since 1970 */
  GCancellable *cancellable; /* (nullable) */
} FfUndoStep;

typedef gboolean (*FfUndoStepWork) (FfConnection      *connection,
                                    const FfUndoStep  *step,
                                    gpointer           data,
                                    GError           **error);

/* @data: (transfer full). Cancelled before COMMIT: nothing of it is done, G_IO_ERROR_CANCELLED. */
void    ff_undo_step_async  (FfStore             *store,
                             FfUndoStepWork       work,
                             gpointer             data,
                             GDestroyNotify       destroy,
                             GCancellable        *cancellable,  /* (nullable) */
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
/* The step, for ff_store_undo_async(); 0 with an error, and nothing is changed. */
guint64 ff_undo_step_finish (FfStore             *store,
                             GAsyncResult        *result,
                             GError             **error);

G_END_DECLS
