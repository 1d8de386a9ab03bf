/* ff-slide.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a sheet, as large as its room allows.
 */

#include "ff-config.h"

#include "ff-slide.h"

#include <math.h>

#define MARGIN 6 /* around the paper, for its shadow and for the ring around what has the focus */

struct _FfSlide
{
  GtkWidget parent_instance;

  FfSheet *sheet; /* (nullable) */
  guint page;
  double wanted_scale; /* 0: what fits */
};

G_DEFINE_FINAL_TYPE (FfSlide, ff_slide, GTK_TYPE_WIDGET)

static void
ff_slide_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  FfSlide *self = FF_SLIDE (widget);
  double width = 0, height = 0, length;

  if (self->sheet != NULL)
    ff_sheet_get_page_size (self->sheet, &width, &height);
  length = (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->wanted_scale;
  *minimum = *natural = (int) ceil (length) + 2 * MARGIN;
}

static void
ff_slide_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfSlide *self = FF_SLIDE (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, 0.4f };
  double scale = ff_slide_get_scale (self);
  double width, height;
  GskRoundedRect outline;
  cairo_t *cr;

  if (self->sheet == NULL || scale <= 0)
    return;

  ff_sheet_get_page_size (self->sheet, &width, &height);
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale), (float) (height * scale)), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float) floor ((gtk_widget_get_width (widget) - width * scale) / 2),
                            (float) floor ((gtk_widget_get_height (widget) - height * scale) / 2)));
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 5);
  gtk_snapshot_append_color (snapshot, &white, &outline.bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &outline.bounds);
  cairo_scale (cr, scale, scale);
  ff_sheet_draw_page (self->sheet, self->page, cr);
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
}

static void
ff_slide_dispose (GObject *object)
{
  g_clear_object (&FF_SLIDE (object)->sheet);

  G_OBJECT_CLASS (ff_slide_parent_class)->dispose (object);
}

static void
ff_slide_class_init (FfSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_slide_dispose;
  widget_class->measure = ff_slide_measure;
  widget_class->snapshot = ff_slide_snapshot;
  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ff_slide_init (FfSlide *self)
{
}

/**
 * ff_slide_new:
 *
 * Returns: (transfer floating): a slide without paper
 */
GtkWidget *
ff_slide_new (void)
{
  return g_object_new (FF_TYPE_SLIDE, NULL);
}

/**
 * ff_slide_set_sheet:
 * @self: the slide
 * @sheet: what it shows
 * @page: which page of it, from 0
 */
void
ff_slide_set_sheet (FfSlide *self, FfSheet *sheet, guint page)
{
  g_return_if_fail (FF_IS_SLIDE (self));
  g_return_if_fail (FF_IS_SHEET (sheet));
  g_return_if_fail (page < ff_sheet_get_n_pages (sheet));

  g_set_object (&self->sheet, sheet);
  self->page = page;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ff_slide_set_scale:
 * @self: the slide
 * @scale: in pixels a point; 0 for what fits the room that it is given
 */
void
ff_slide_set_scale (FfSlide *self, double scale)
{
  g_return_if_fail (FF_IS_SLIDE (self));
  g_return_if_fail (scale >= 0);

  self->wanted_scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ff_slide_get_scale:
 * @self: the slide
 *
 * Returns: how many pixels a point of the paper has now; 0 before it has a place
 */
double
ff_slide_get_scale (FfSlide *self)
{
  double width, height;

  g_return_val_if_fail (FF_IS_SLIDE (self), 0);

  if (self->sheet == NULL || self->wanted_scale > 0)
    return self->wanted_scale;

  ff_sheet_get_page_size (self->sheet, &width, &height);
  return MAX (0, MIN ((gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN) / width,
                      (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN) / height));
}
