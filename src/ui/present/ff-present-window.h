/* ff-present-window.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout on a screen that a whole meeting looks at, to be filled in together.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-handout.h"

G_BEGIN_DECLS

#define FF_TYPE_PRESENT_WINDOW (ff_present_window_get_type ())

G_DECLARE_FINAL_TYPE (FfPresentWindow, ff_present_window, FF, PRESENT_WINDOW, AdwWindow)

GtkWindow *ff_present_window_new (FfContext *context,
                                  FfGroup   *group, /* (nullable): whose name stands on what is printed */
                                  FfHandout *handout);
/* Asks what is to become of what is written. */
gboolean   ff_present_window_may_close (FfPresentWindow *self);

G_END_DECLS
