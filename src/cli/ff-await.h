/* ff-await.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waiting in a program without a display for what the store does in its threads.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Usage: g_autoptr (GAsyncResult) result = NULL; ff_…_async (…, ff_await_ready, &result); ff_await (&result); */
void          ff_await_ready (GObject       *source,
                              GAsyncResult  *result,
                              gpointer       slot);
GAsyncResult *ff_await       (GAsyncResult **slot);

G_END_DECLS
