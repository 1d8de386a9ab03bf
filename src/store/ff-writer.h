/* ff-writer.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one thread that writes: GTasks in order, one transaction each.
 */

#pragma once

#include "ff-change.h"
#include "ff-connection.h"

G_BEGIN_DECLS

typedef struct _FfWriter FfWriter;

/* On the writer's thread, inside a transaction: FALSE with an error undoes it. Says in @change what it touched. */
typedef gboolean (*FfWriteFunc) (FfConnection  *connection,
                                 gpointer       data,
                                 FfChange      *change,
                                 GError       **error);
/* On the writer's thread, after COMMIT and outside any transaction: where it fails, what was written stays and the task fails. */
typedef gboolean (*FfAfterFunc) (FfConnection  *connection,
                                 gpointer       data,
                                 GError       **error);
/* On the main thread, after COMMIT or the rollback and before the task's callback. */
typedef void     (*FfWrittenFunc) (GTask       *task,
                                   FfChange    *change,  /* (nullable): NULL when nothing was written */
                                   gpointer     user_data);

FfWriter     *ff_writer_new  (FfConnection   *connection, /* (transfer full) */
                              FfWrittenFunc   written,
                              gpointer        user_data);
void          ff_writer_push (FfWriter       *self,
                              GTask          *task,
                              FfWriteFunc     func,
                              FfAfterFunc     after,      /* (nullable) */
                              gpointer        data,       /* (transfer full) */
                              GDestroyNotify  free_data);
/* Does what is queued, ends the thread, frees the writer and gives the connection back. */
FfConnection *ff_writer_stop (FfWriter       *self);

G_END_DECLS
