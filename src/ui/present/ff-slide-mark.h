/* ff-slide-mark.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to mark on a slide: a box to tick, or one of several choices.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_SLIDE_MARK (ff_slide_mark_get_type ())

G_DECLARE_FINAL_TYPE (FfSlideMark, ff_slide_mark, FF, SLIDE_MARK, GtkWidget)

/* signal "pressed", by mouse, by Space or Enter, or by a screen reader */
GtkWidget  *ff_slide_mark_new        (const FfSheetArea *area);
const char *ff_slide_mark_get_key    (FfSlideMark       *self);
const char *ff_slide_mark_get_option (FfSlideMark       *self); /* what it writes where it is marked */
gboolean    ff_slide_mark_is_marked  (FfSlideMark       *self);
void        ff_slide_mark_set_marked (FfSlideMark       *self,
                                      gboolean           marked);

G_END_DECLS
