/* ff-await.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waiting in a program without a display for what the store does in its threads.
 */

#include "ff-await.h"

/**
 * ff_await_ready:
 * @source: (nullable): what did the work
 * @result: its outcome
 * @slot: (type gpointer): where a [type@Gio.AsyncResult] pointer, %NULL until now, is kept
 *
 * A [callback@Gio.AsyncReadyCallback] that keeps the result for ff_await().
 */
void
ff_await_ready (GObject *source, GAsyncResult *result, gpointer slot)
{
  GAsyncResult **kept = slot;

  g_assert (*kept == NULL);
  *kept = g_object_ref (result);
}

/**
 * ff_await:
 * @slot: (inout): where ff_await_ready() puts the result
 *
 * Runs the default main context until the result is there.
 *
 * Returns: (transfer none): the result, owned by @slot
 */
GAsyncResult *
ff_await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}
