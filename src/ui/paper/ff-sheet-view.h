/* ff-sheet-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as it will be on paper: all its pages below each other, or the first one small.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_SHEET_VIEW (ff_sheet_view_get_type ())

G_DECLARE_FINAL_TYPE (FfSheetView, ff_sheet_view, FF, SHEET_VIEW, GtkWidget)

/* properties: "sheet" (FfSheet, nullable), "thumbnail" (gboolean: the first page, in a small fixed size) */
FfSheet   *ff_sheet_view_get_sheet     (FfSheetView *self);
void       ff_sheet_view_set_sheet     (FfSheetView *self,
                                        FfSheet     *sheet);
guint      ff_sheet_view_get_n_shown   (FfSheetView *self);
gboolean   ff_sheet_view_get_thumbnail (FfSheetView *self);
void       ff_sheet_view_set_thumbnail (FfSheetView *self,
                                        gboolean     thumbnail);

G_END_DECLS
