/* ff-thumbnails.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First pages of handouts, small: laid out and drawn in a thread, and kept.
 */

#pragma once

#include <gdk/gdk.h>

#include "ff-handout.h"
#include "ff-paper.h"

G_BEGIN_DECLS

#define FF_TYPE_THUMBNAILS (ff_thumbnails_get_type ())

G_DECLARE_FINAL_TYPE (FfThumbnails, ff_thumbnails, FF, THUMBNAILS, GObject)

FfThumbnails *ff_thumbnails_new    (void);
/* (transfer none): an empty page until it is drawn */
GdkPaintable *ff_thumbnails_get    (FfThumbnails *self,
                                    FfHandout    *handout,
                                    FfPaperSize   size,
                                    guint         side); /* longer side, in pixels of the screen */
void          ff_thumbnails_forget (FfThumbnails *self,
                                    const char   *id); /* of a handout that has changed */

G_END_DECLS
