/* ff-thumbnail.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as a small picture, empty until it is drawn.
 */

#include "ff-config.h"

#include <math.h>

#include "ff-thumbnail.h"

#define EDGE 4 /* room for the shadow around it */

struct _FfThumbnail
{
  GObject parent_instance;

  double width, height; /* of the page; only their proportion counts */
  GdkTexture *texture;  /* (nullable) */
};

static void paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfThumbnail,
                               ff_thumbnail,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static void
append_paper (GtkSnapshot *snapshot, const graphene_rect_t *page)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA edge = { 0, 0, 0, 0.14f };
  const GdkRGBA shade = { 0, 0, 0, 0.18f };
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colors[4] = { edge, edge, edge, edge };
  GskRoundedRect outline, around;

  gsk_rounded_rect_init_from_rect (&outline, page, 2);
  around = outline;
  gsk_rounded_rect_shrink (&around, -1, -1, -1, -1);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 3);
  gtk_snapshot_append_border (snapshot, &around, widths, colors);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &white, page);
  gtk_snapshot_pop (snapshot);
}

static void
ff_thumbnail_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  FfThumbnail *self = FF_THUMBNAIL (paintable);
  double across = MAX (width - 2 * EDGE, 1), down = MAX (height - 2 * EDGE, 1);
  double scale = MIN (across / self->width, down / self->height);
  graphene_rect_t page;

  page = GRAPHENE_RECT_INIT ((float) floor ((width - self->width * scale) / 2),
                             (float) floor ((height - self->height * scale) / 2),
                             (float) round (self->width * scale),
                             (float) round (self->height * scale));
  append_paper (GTK_SNAPSHOT (snapshot), &page);
  if (self->texture != NULL)
    gtk_snapshot_append_scaled_texture (GTK_SNAPSHOT (snapshot), self->texture,
                                        GSK_SCALING_FILTER_TRILINEAR, &page);
}

static double
ff_thumbnail_get_intrinsic_aspect_ratio (GdkPaintable *paintable)
{
  return FF_THUMBNAIL (paintable)->width / FF_THUMBNAIL (paintable)->height;
}

static GdkPaintableFlags
ff_thumbnail_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = ff_thumbnail_snapshot;
  iface->get_intrinsic_aspect_ratio = ff_thumbnail_get_intrinsic_aspect_ratio;
  iface->get_flags = ff_thumbnail_get_flags;
}

static void
ff_thumbnail_dispose (GObject *object)
{
  g_clear_object (&FF_THUMBNAIL (object)->texture);

  G_OBJECT_CLASS (ff_thumbnail_parent_class)->dispose (object);
}

static void
ff_thumbnail_class_init (FfThumbnailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_thumbnail_dispose;
}

static void
ff_thumbnail_init (FfThumbnail *self)
{
}

/**
 * ff_thumbnail_new:
 * @width: of the page
 * @height: of the page
 *
 * Returns: (transfer full): an empty page
 */
FfThumbnail *
ff_thumbnail_new (double width, double height)
{
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  FfThumbnail *self = g_object_new (FF_TYPE_THUMBNAIL, NULL);

  self->width = width;
  self->height = height;
  return self;
}

/**
 * ff_thumbnail_get_texture:
 * @self: a thumbnail
 *
 * Returns: (transfer none) (nullable): what stands on the page; %NULL until it is drawn
 */
GdkTexture *
ff_thumbnail_get_texture (FfThumbnail *self)
{
  g_return_val_if_fail (FF_IS_THUMBNAIL (self), NULL);

  return self->texture;
}

/**
 * ff_thumbnail_set_texture:
 * @self: a thumbnail
 * @texture: what stands on the page
 */
void
ff_thumbnail_set_texture (FfThumbnail *self, GdkTexture *texture)
{
  g_return_if_fail (FF_IS_THUMBNAIL (self));

  if (g_set_object (&self->texture, texture))
    gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}
