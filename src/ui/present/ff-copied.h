/* ff-copied.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was copied in a window, so that nothing of it is left when the window is closed.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_COPIED (ff_copied_get_type ())

G_DECLARE_FINAL_TYPE (FfCopied, ff_copied, FF, COPIED, GObject)

FfCopied *ff_copied_new    (GtkWindow *window);
/* Empties the clipboard where it still holds what was copied there. */
void      ff_copied_forget (FfCopied  *self);

G_END_DECLS
