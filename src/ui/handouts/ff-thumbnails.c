/* ff-thumbnails.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First pages of handouts, small: laid out and drawn in a thread, and kept.
 */

#include "ff-config.h"

#include <math.h>

#include "ff-handout-sheet.h"
#include "ff-thumbnail.h"
#include "ff-thumbnails.h"

struct _FfThumbnails
{
  GObject parent_instance;

  GHashTable *kept;  /* key → FfThumbnail */
  GThreadPool *pool; /* of one thread: Pango keeps its fonts by thread */
};

G_DEFINE_FINAL_TYPE (FfThumbnails, ff_thumbnails, G_TYPE_OBJECT)

/* A page to draw; goes to the thread, and comes back with the texture. */
typedef struct
{
  FfThumbnail *thumbnail;
  FfHandout *handout;
  FfPaperSize size;
  guint side;
  GdkTexture *texture; /* (nullable) */
} Drawing;

static void
drawing_free (Drawing *drawing)
{
  g_clear_object (&drawing->texture);
  g_clear_object (&drawing->handout);
  g_clear_object (&drawing->thumbnail);
  g_free (drawing);
}

static gboolean
show_drawing (gpointer data)
{
  Drawing *drawing = data;

  ff_thumbnail_set_texture (drawing->thumbnail, drawing->texture);
  return G_SOURCE_REMOVE;
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy,
                                    cairo_surface_reference (surface));
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
draw_first_page (FfSheet *sheet, guint side)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkTexture *texture;

  ff_sheet_get_page_size (sheet, &width, &height);
  scale = side / MAX (width, height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) round (width * scale),
                                        (int) round (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  ff_sheet_draw_page (sheet, 0, cr);
  cairo_destroy (cr);
  texture = make_texture (surface);
  cairo_surface_destroy (surface);
  return texture;
}

/* In the thread. Handouts and catalogues never change, so it may read them. */
static void
draw (gpointer data, gpointer user_data)
{
  Drawing *drawing = data;
  FfPaperStyle style = { .size = drawing->size };
  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (drawing->handout, &style, NULL);

  drawing->texture = draw_first_page (sheet, drawing->side);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_drawing, drawing, (GDestroyNotify) drawing_free);
}

static void
ff_thumbnails_dispose (GObject *object)
{
  FfThumbnails *self = FF_THUMBNAILS (object);

  /* What is not begun is dropped; the page that is being drawn is waited for, a few milliseconds. */
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), TRUE, TRUE);
  g_clear_pointer (&self->kept, g_hash_table_unref);

  G_OBJECT_CLASS (ff_thumbnails_parent_class)->dispose (object);
}

static void
ff_thumbnails_class_init (FfThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_thumbnails_dispose;
}

static void
ff_thumbnails_init (FfThumbnails *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * ff_thumbnails_new:
 *
 * Returns: (transfer full): no thumbnails yet
 */
FfThumbnails *
ff_thumbnails_new (void)
{
  return g_object_new (FF_TYPE_THUMBNAILS, NULL);
}

/**
 * ff_thumbnails_get:
 * @self: the thumbnails
 * @handout: what to show
 * @size: the paper
 * @side: the longer side of the page, in pixels of the screen
 *
 * Gives the same picture as often as it is asked for; it is drawn once, after those that were asked for before.
 *
 * Returns: (transfer none): the first page, empty until it is drawn
 */
GdkPaintable *
ff_thumbnails_get (FfThumbnails *self, FfHandout *handout, FfPaperSize size, guint side)
{
  g_return_val_if_fail (FF_IS_THUMBNAILS (self), NULL);
  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);

  const char *language = ff_catalogue_get_language (ff_handout_get_catalogue (handout));
  g_autofree char *key
      = g_strdup_printf ("%s %s %d %u", ff_handout_get_id (handout), language, (int) size, side);
  FfThumbnail *thumbnail = g_hash_table_lookup (self->kept, key);
  Drawing *drawing;
  double width, height;

  if (thumbnail != NULL)
    return GDK_PAINTABLE (thumbnail);
  ff_paper_size_get_points (size, &width, &height);
  thumbnail = ff_handout_get_landscape (handout) ? ff_thumbnail_new (height, width)
                                                 : ff_thumbnail_new (width, height);
  g_hash_table_insert (self->kept, g_steal_pointer (&key), thumbnail);
  drawing = g_new0 (Drawing, 1);
  drawing->thumbnail = g_object_ref (thumbnail);
  drawing->handout = g_object_ref (handout);
  drawing->size = size;
  drawing->side = side;
  if (self->pool == NULL)
    self->pool = g_thread_pool_new_full (draw, NULL, (GDestroyNotify) drawing_free, 1, TRUE, NULL);
  g_thread_pool_push (self->pool, drawing, NULL);
  return GDK_PAINTABLE (thumbnail);
}

static gboolean
is_of (gpointer key, gpointer value, gpointer id)
{
  return g_str_has_prefix (key, id);
}

/**
 * ff_thumbnails_forget:
 * @self: the thumbnails
 * @id: of a handout that has changed, or is gone
 */
void
ff_thumbnails_forget (FfThumbnails *self, const char *id)
{
  g_return_if_fail (FF_IS_THUMBNAILS (self));
  g_return_if_fail (id != NULL);

  g_autofree char *prefix = g_strconcat (id, " ", NULL);

  g_hash_table_foreach_remove (self->kept, is_of, prefix);
}
