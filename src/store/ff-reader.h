/* ff-reader.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread for reads that take long, each of which can be cancelled.
 */

#pragma once

#include "ff-connection.h"

G_BEGIN_DECLS

typedef struct _FfReader FfReader;

/* On the reader's thread: what the task gives, or NULL with an error. */
typedef gpointer (*FfReadFunc) (FfConnection  *connection,
                                gpointer       data,
                            GCancellable  *cancellable,
                            GError       **error);

FfReader *ff_reader_new  (FfConnection   *connection); /* (transfer full) */
void      ff_reader_push (FfReader       *self,
                          GTask          *task,
                          FfReadFunc      func,
                          gpointer        data,       /* (transfer full) */
                          GDestroyNotify  free_data,
                          GDestroyNotify  free_result);
/* Cancels what is under way or queued, ends the thread, closes the connection and frees the reader. */
void      ff_reader_stop (FfReader       *self);

G_END_DECLS
