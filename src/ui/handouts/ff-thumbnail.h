/* ff-thumbnail.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as a small picture, empty until it is drawn.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_THUMBNAIL (ff_thumbnail_get_type ())

G_DECLARE_FINAL_TYPE (FfThumbnail, ff_thumbnail, FF, THUMBNAIL, GObject)

/* A GdkPaintable of the page's proportions. */
FfThumbnail *ff_thumbnail_new         (double        width,
                                       double        height);
GdkTexture  *ff_thumbnail_get_texture (FfThumbnail  *self); /* (nullable) */
void         ff_thumbnail_set_texture (FfThumbnail  *self,
                                       GdkTexture   *texture);

G_END_DECLS
