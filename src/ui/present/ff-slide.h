/* ff-slide.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a sheet, as large as its room allows, to be written on.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-sheet.h"
#include "ff-board.h"

G_BEGIN_DECLS

#define FF_TYPE_SLIDE (ff_slide_get_type ())

G_DECLARE_FINAL_TYPE (FfSlide, ff_slide, FF, SLIDE, GtkWidget)

GtkWidget  *ff_slide_new         (void);
/* Without it, the slide is only to be looked at. */
void        ff_slide_set_board (FfSlide    *self,
                                  FfBoard    *board);
void        ff_slide_set_sheet   (FfSlide    *self,
                                  FfSheet    *sheet,
                                  guint       page);
/* In pixels a point, at least; 0 for what fits the room that it is given. */
void        ff_slide_set_scale   (FfSlide    *self,
                                  double      scale);
double      ff_slide_get_scale   (FfSlide    *self); /* as it is shown now */
/* (nullable): of the answer where the focus is */
const char *ff_slide_get_key     (FfSlide    *self);
gboolean    ff_slide_focus_key   (FfSlide    *self,
                                  const char *key); /* (nullable): NULL for the first place */

G_END_DECLS
