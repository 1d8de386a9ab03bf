/* ff-thread.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work in a thread that the program waits for before it ends.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void ff_thread_run (GTask *task, GTaskThreadFunc work);

G_END_DECLS
