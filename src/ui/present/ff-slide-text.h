/* ff-slide-text.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to write on a slide.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_SLIDE_TEXT (ff_slide_text_get_type ())

G_DECLARE_FINAL_TYPE (FfSlideText, ff_slide_text, FF, SLIDE_TEXT, GtkTextView)

/* signals: "written" (after each change by a person), "left" (the focus goes elsewhere) */
GtkWidget  *ff_slide_text_new      (const FfSheetArea *area);
const char *ff_slide_text_get_key  (FfSlideText       *self);
/* (transfer full) */
char       *ff_slide_text_get_text (FfSlideText       *self);
void        ff_slide_text_set_text (FfSlideText       *self,
                                    const char        *text); /* (nullable) */

G_END_DECLS
