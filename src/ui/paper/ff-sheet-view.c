/* ff-sheet-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as it will be on paper: all its pages below each other, or the first one small.
 */

#include "ff-config.h"

#include <math.h>

#include "ff-paper.h"
#include "ff-sheet-view.h"

#define GAP 18 /* between pages, and room for the shadow around them */
#define MARGIN 6
#define LEAST_WIDTH 200
#define MOST_PAGES 24 /* that are shown: all of them are drawn at once */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define THUMBNAIL_SIDE 176 /* of the square that upright and turned pages both fit into */

struct _FfSheetView
{
  GtkWidget parent_instance;

  FfSheet *sheet; /* (nullable) */
  gboolean thumbnail;
};

typedef enum
{
  PROP_SHEET = 1,
  PROP_THUMBNAIL,
} FfSheetViewProps;

static GParamSpec *properties[PROP_THUMBNAIL + 1];

G_DEFINE_FINAL_TYPE (FfSheetView, ff_sheet_view, GTK_TYPE_WIDGET)

static void
get_page_size (FfSheetView *self, double *width, double *height)
{
  if (self->sheet != NULL)
    ff_sheet_get_page_size (self->sheet, width, height);
  else
    ff_paper_size_get_points (ff_paper_size_get_default (), width, height);
}

static guint
get_n_pages (FfSheetView *self)
{
  return self->sheet == NULL || self->thumbnail
             ? 1
             : MIN (ff_sheet_get_n_pages (self->sheet), MOST_PAGES);
}

static GtkSizeRequestMode
ff_sheet_view_get_request_mode (GtkWidget *widget)
{
  return FF_SHEET_VIEW (widget)->thumbnail ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                                           : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ff_sheet_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  FfSheetView *self = FF_SHEET_VIEW (widget);
  double width, height, shown;
  guint n_pages = get_n_pages (self);

  if (self->thumbnail)
    {
      *minimum = *natural = THUMBNAIL_SIDE;
      return;
    }

  get_page_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = (int) ceil (width * PIXELS_PER_POINT) + 2 * MARGIN;
      return;
    }
  shown = for_size < 0 ? width * PIXELS_PER_POINT : MAX (for_size - 2 * MARGIN, 1);
  *minimum = *natural
      = (int) ceil (shown * height / width * n_pages) + (int) (n_pages - 1) * GAP + 2 * MARGIN;
}

static void
snapshot_page (FfSheetView *self, GtkSnapshot *snapshot, guint page, double scale)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA edge = { 0, 0, 0, 0.12f };
  const GdkRGBA shade = { 0, 0, 0, 0.2f };
  const float edges[4] = { 1, 1, 1, 1 };
  const GdkRGBA colors[4] = { edge, edge, edge, edge };
  GskRoundedRect outline, around;
  double width, height;
  cairo_t *cr;

  get_page_size (self, &width, &height);
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale), (float) (height * scale)), 0);
  around = outline;
  gsk_rounded_rect_shrink (&around, -1, -1, -1, -1);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 2, 0, 4);
  gtk_snapshot_append_border (snapshot, &around, edges, colors);
  gtk_snapshot_append_color (snapshot, &white, &outline.bounds);
  if (self->sheet == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &outline.bounds);
  cairo_scale (cr, scale, scale);
  ff_sheet_draw_page (self->sheet, page, cr);
  cairo_destroy (cr);
}

static void
ff_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfSheetView *self = FF_SHEET_VIEW (widget);
  double across = gtk_widget_get_width (widget) - 2 * MARGIN;
  double down = gtk_widget_get_height (widget) - 2 * MARGIN;
  double width, height, scale;

  get_page_size (self, &width, &height);
  scale = self->thumbnail ? MIN (across / width, down / height) : across / width;
  for (guint i = 0; i < get_n_pages (self); i++)
    {
      double x = MARGIN + (across - width * scale) / 2;
      double y = self->thumbnail ? MARGIN + (down - height * scale) / 2
                                 : MARGIN + i * (height * scale + GAP);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) floor (x), (float) floor (y)));
      snapshot_page (self, snapshot, i, scale);
      gtk_snapshot_restore (snapshot);
    }
}

static void
ff_sheet_view_dispose (GObject *object)
{
  g_clear_object (&FF_SHEET_VIEW (object)->sheet);

  G_OBJECT_CLASS (ff_sheet_view_parent_class)->dispose (object);
}

static void
ff_sheet_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfSheetView *self = FF_SHEET_VIEW (object);

  switch ((FfSheetViewProps) prop_id)
    {
    case PROP_SHEET:
      g_value_set_object (value, self->sheet);
      break;

    case PROP_THUMBNAIL:
      g_value_set_boolean (value, self->thumbnail);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_sheet_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfSheetView *self = FF_SHEET_VIEW (object);

  switch ((FfSheetViewProps) prop_id)
    {
    case PROP_SHEET:
      ff_sheet_view_set_sheet (self, g_value_get_object (value));
      break;

    case PROP_THUMBNAIL:
      ff_sheet_view_set_thumbnail (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_sheet_view_class_init (FfSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ff_sheet_view_dispose;
  object_class->get_property = ff_sheet_view_get_property;
  object_class->set_property = ff_sheet_view_set_property;
  widget_class->get_request_mode = ff_sheet_view_get_request_mode;
  widget_class->measure = ff_sheet_view_measure;
  widget_class->snapshot = ff_sheet_view_snapshot;

  properties[PROP_SHEET] = g_param_spec_object ("sheet", NULL, NULL, FF_TYPE_SHEET, flags);
  properties[PROP_THUMBNAIL] = g_param_spec_boolean ("thumbnail", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sheetview");
}

static void
ff_sheet_view_init (FfSheetView *self)
{
}

/**
 * ff_sheet_view_get_sheet:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
FfSheet *
ff_sheet_view_get_sheet (FfSheetView *self)
{
  g_return_val_if_fail (FF_IS_SHEET_VIEW (self), NULL);

  return self->sheet;
}

/**
 * ff_sheet_view_set_sheet:
 * @self: the view
 * @sheet: (nullable): what to show; an empty page without
 */
void
ff_sheet_view_set_sheet (FfSheetView *self, FfSheet *sheet)
{
  g_return_if_fail (FF_IS_SHEET_VIEW (self));

  if (!g_set_object (&self->sheet, sheet))
    return;
  if (sheet != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    ff_sheet_get_title (sheet), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHEET]);
}

/**
 * ff_sheet_view_get_n_shown:
 * @self: the view
 *
 * Returns: how many pages it shows; a sheet may have more
 */
guint
ff_sheet_view_get_n_shown (FfSheetView *self)
{
  g_return_val_if_fail (FF_IS_SHEET_VIEW (self), 0);

  return get_n_pages (self);
}

/**
 * ff_sheet_view_get_thumbnail:
 * @self: the view
 *
 * Returns: whether it shows the first page only, small
 */
gboolean
ff_sheet_view_get_thumbnail (FfSheetView *self)
{
  g_return_val_if_fail (FF_IS_SHEET_VIEW (self), FALSE);

  return self->thumbnail;
}

/**
 * ff_sheet_view_set_thumbnail:
 * @self: the view
 * @thumbnail: whether to show the first page only, small
 */
void
ff_sheet_view_set_thumbnail (FfSheetView *self, gboolean thumbnail)
{
  g_return_if_fail (FF_IS_SHEET_VIEW (self));

  if (self->thumbnail == thumbnail)
    return;
  self->thumbnail = thumbnail;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THUMBNAIL]);
}
