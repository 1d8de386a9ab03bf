/* ff-slide.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a sheet, as large as its room allows.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_SLIDE (ff_slide_get_type ())

G_DECLARE_FINAL_TYPE (FfSlide, ff_slide, FF, SLIDE, GtkWidget)

GtkWidget *ff_slide_new       (void);
void       ff_slide_set_sheet (FfSlide *self,
                               FfSheet *sheet,
                               guint    page);
/* In pixels a point; 0 for what fits the room that it is given. */
void       ff_slide_set_scale (FfSlide *self,
                               double   scale);
double     ff_slide_get_scale (FfSlide *self); /* as it is shown now */

G_END_DECLS
