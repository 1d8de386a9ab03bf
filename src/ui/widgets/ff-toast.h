/* ff-toast.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short messages at the foot of the window, with Undo where there is something to undo.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*FfUndoFunc) (gpointer data);

/* Each finds the AdwToastOverlay that @widget is in. */
void ff_toast_show  (GtkWidget      *widget,
                     const char     *text);
/* @undo is called once at the most; @data is freed with @destroy when the toast is gone either way. The toast before it goes. */
AdwToast *ff_toast_undo (GtkWidget      *widget,
                         const char     *text,
                         FfUndoFunc      undo,
                         gpointer        data,
                         GDestroyNotify  destroy);
/* What went wrong, in the error's words. */
void ff_toast_error (GtkWidget      *widget,
                     const GError   *error);

G_END_DECLS
