/* ff-store-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the repositories need of the store.
 */

#pragma once

#include "ff-reader.h"
#include "ff-store.h"
#include "ff-writer.h"

G_BEGIN_DECLS

/* The main thread's connection, for reading. NULL with an error once the store is closing. */
FfConnection *ff_store_get_connection (FfStore             *self,
                                       GError             **error);
/* Queues a write; @data is freed on the writer's thread. Finish with ff_store_write_finish(). */
void          ff_store_write_async    (FfStore             *self,
                                       FfWriteFunc          func,
                                       gpointer             data,      /* (transfer full) */
                                       GDestroyNotify       free_data,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
/* The same, and then @after, outside the transaction. */
void          ff_store_write_then_async (FfStore          *self,
                                       FfWriteFunc          func,
                                       FfAfterFunc          after,     /* (nullable) */
                                       gpointer             data,      /* (transfer full) */
                                       GDestroyNotify       free_data,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
void          ff_store_read_async     (FfStore             *self,
                                       FfReadFunc           func,
                                       gpointer             data,      /* (transfer full) */
                                       GDestroyNotify       free_data,
                                       GDestroyNotify       free_result,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gpointer      ff_store_read_finish    (FfStore             *self,
                                       GAsyncResult        *result,
                                       GError             **error);
void          ff_store_emit_changed   (FfStore             *self,
                                       FfAggregate          aggregate,
                                       char               **uids);

G_END_DECLS
