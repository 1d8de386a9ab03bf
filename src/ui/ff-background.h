/* ff-background.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Being allowed to run without a window, and to start when the session does, from within a sandbox.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether anybody has to be asked; elsewhere a program runs as long as it likes, and is not started by itself. */
gboolean ff_background_is_granted_by_portal (void);
/* @wanted: FALSE takes the start with the session back */
void     ff_background_request_async        (GtkWindow           *parent, /* (nullable) */
                                             gboolean             wanted,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
/* FALSE without an error: the person or the system said no. */
gboolean ff_background_request_finish       (GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
