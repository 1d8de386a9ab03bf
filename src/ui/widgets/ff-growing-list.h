/* ff-growing-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A long list that comes a few rows a frame, so that no frame waits for all of them.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @model: (transfer full). Gives nothing before it is started. */
GtkSliceListModel *ff_growing_list_new   (GListModel        *model);
/* From its beginning, each frame of @widget some more; before what is filtered or shown changes. */
void               ff_growing_list_start (GtkSliceListModel *list,
                                          GtkWidget         *widget);
/* At once as far as that, and a screen more. */
void               ff_growing_list_reach (GtkSliceListModel *list,
                                          guint              position);

G_END_DECLS
