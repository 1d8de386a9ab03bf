/* ff-sheet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout laid out on pages, the same for screen, printer and PDF.
 */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "ff-handout.h"
#include "ff-paper.h"

G_BEGIN_DECLS

#define FF_TYPE_SHEET (ff_sheet_get_type ())

G_DECLARE_FINAL_TYPE (FfSheet, ff_sheet, FF, SHEET, GObject)

/* Where something ended up on a page, in points from the top left, for checks that nothing is cut off or overlaps. */
typedef struct
{
  guint       page;
  double      x, y, width, height;
  FfBlockKind kind;
} FfSheetBox;

FfSheet    *ff_sheet_new           (FfHandout          *handout,
                                    const FfPaperStyle *style);
FfHandout  *ff_sheet_get_handout   (FfSheet            *self);
guint       ff_sheet_get_n_pages   (FfSheet            *self);
void        ff_sheet_get_page_size (FfSheet            *self,
                                    double             *width,   /* points */
                                    double             *height);
/* Black on white; fills nothing outside the page. */
void        ff_sheet_draw_page     (FfSheet            *self,
                                    guint               page,
                                    cairo_t            *cr);
const FfSheetBox *ff_sheet_get_boxes (FfSheet          *self,
                                    gsize              *n_boxes);

G_END_DECLS
