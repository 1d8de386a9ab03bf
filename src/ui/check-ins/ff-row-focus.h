/* ff-row-focus.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving the focus through rows that are not focused themselves.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For GtkWidgetClass.focus of a GtkListBoxRow. */
gboolean ff_row_focus (GtkWidget        *widget,
                       GtkDirectionType  direction);

G_END_DECLS
