/* ff-idle-watch.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices that nobody has used the windows for a while, time asleep included.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_IDLE_WATCH (ff_idle_watch_get_type ())

G_DECLARE_FINAL_TYPE (FfIdleWatch, ff_idle_watch, FF, IDLE_WATCH, GObject)

/* Seconds that only go forward, and on while the computer sleeps. */
typedef gint64 (*FfIdleClock) (void);

/* property: "minutes" (int, 0 = never). Signal "idle" (): that long nobody used any of the program's windows; it
 * comes again from time to time for as long as that is so. */
FfIdleWatch *ff_idle_watch_new   (GtkApplication *application,
                                  FfIdleClock     clock);  /* (nullable): the system's own */
/* As if somebody had used a window just now. */
void         ff_idle_watch_touch (FfIdleWatch    *self);
/* What it does from time to time: emits "idle" where it is so. */
void         ff_idle_watch_check (FfIdleWatch    *self);

G_END_DECLS
