/* ff-rota-grid-drawing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of the rota grid with its weeks, the first column with meetings and roles, and the lines between them.
 */

#include "ff-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-rota-grid-private.h"
#include "ff-week-days.h"

#define INSET 8

typedef struct
{
  FfRotaGrid *grid;
  GtkSnapshot *snapshot;
  GdkRGBA color; /* of text */
  GdkRGBA dim;
  GdkRGBA line;
  GdkRGBA strong;
  gboolean mirrored;
  float width;
  float height;
} Drawing;

/* A widget of its own, so that what it draws is kept while cells next to it change. */
G_DECLARE_FINAL_TYPE (FfRotaFrame, ff_rota_frame, FF, ROTA_FRAME, GtkWidget)

struct _FfRotaFrame
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FfRotaFrame, ff_rota_frame, GTK_TYPE_WIDGET)

typedef enum
{
  PLAIN,
  BOLD,
  SMALL,
} Style;

/* @x from the side on which reading begins; @lines: how many at most. Gives how high it is. */
static float
draw_lines_of_text (Drawing *drawing,
                    const char *text,
                    Style style,
                    float x,
                    float y,
                    float width,
                    int lines)
{
  int height;
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (drawing->grid), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (width < 1)
    return 0;
  if (style == BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  else if (style == SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);
  if (drawing->mirrored)
    {
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      x = drawing->width - x - width;
    }
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (drawing->snapshot, layout,
                              style == SMALL ? &drawing->dim : &drawing->color);
  gtk_snapshot_restore (drawing->snapshot);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return (float) height;
}

static void
draw_text (Drawing *drawing, const char *text, Style style, float x, float y, float width)
{
  draw_lines_of_text (drawing, text, style, x, y, width, 1);
}

static void
draw_area (Drawing *drawing, const GdkRGBA *color, float x, float y, float width, float height)
{
  if (drawing->mirrored)
    x = drawing->width - x - width;
  gtk_snapshot_append_color (drawing->snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* What is missing in a week; calm where nothing is. */
static char *
describe_week (const FfRotaWeek *week)
{
  g_autofree char *empty = NULL;
  g_autofree char *against = NULL;

  if (week->required > 0)
    empty = g_strdup_printf (ngettext ("%u empty", "%u empty", week->required), week->required);
  if (week->against > 0)
    /* Translators: how many places of a week somebody has although something speaks against it */
    against
        = g_strdup_printf (ngettext ("%u to check", "%u to check", week->against), week->against);
  if (empty != NULL && against != NULL)
    return g_strdup_printf ("%s · %s", empty, against);
  if (empty != NULL || against != NULL)
    return g_strdup (empty != NULL ? empty : against);
  /* Translators: every place of a week is filled */
  return g_strdup (week->places > 0 && week->missed == 0 ? C_ ("week", "Covered") : "");
}

static void
draw_week (Drawing *drawing, guint week)
{
  FfRotaGrid *self = drawing->grid;
  FfWallTime day
      = ff_wall_time_add_days (ff_rota_rows_get_first (self->rows), (int) week * FF_DAYS_A_WEEK);
  g_autoptr (GDateTime) date = ff_format_from_wall_time (&day);
  /* Translators: the day on which a week begins, as in “23 Nov”; see the manual of g_date_time_format */
  g_autofree char *title = g_date_time_format (date, C_ ("week", "%-e %b"));
  g_autofree char *detail = describe_week (ff_rota_rows_get_week (self->rows, week));
  float x = (float) (ff_rota_grid_get_x (self, week)
                     - ff_rota_grid_get_value (self, GTK_ORIENTATION_HORIZONTAL));
  float room = (float) self->column_width;

  /* From the side on which reading begins, as everything here is. */
  if (drawing->mirrored)
    x = drawing->width - (float) self->side_width - x - room;
  x += (float) self->side_width;
  if ((int) week == self->current)
    {
      g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (
          adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));

      accent->alpha = 0.06f;
      draw_area (drawing, accent, x, 0, room, drawing->height);
      accent->alpha = 1;
      draw_area (drawing, accent, x, (float) self->head_height - 3, room, 3);
    }
  draw_area (drawing, &drawing->line, x, 0, 1, drawing->height);
  draw_text (drawing, title, BOLD, x + INSET, 4, room - 2 * INSET);
  draw_text (drawing, detail, SMALL, x + INSET, 4 + (float) self->line_height, room - 2 * INSET);
}

static void
draw_head (Drawing *drawing)
{
  FfRotaGrid *self = drawing->grid;
  float beginning = (float) self->side_width;

  gtk_snapshot_push_clip (drawing->snapshot,
                          &GRAPHENE_RECT_INIT (drawing->mirrored ? 0 : beginning, 0,
                                               drawing->width - beginning, drawing->height));
  for (guint week = 0; week < ff_rota_grid_count_weeks (self); week++)
    draw_week (drawing, week);
  gtk_snapshot_pop (drawing->snapshot);
  draw_area (drawing, &drawing->strong, 0, (float) self->head_height - 1, drawing->width, 1);
}

/* The meeting stands at the first of its lines that is on the screen, a long name in two lines if there is room. */
static void
draw_meeting (Drawing *drawing, guint row, float y, float end)
{
  FfRotaGrid *self = drawing->grid;
  FfRotaRow *line = ff_rota_rows_get_row (self->rows, row);
  float width = (float) (self->side_width - self->role_width - INSET - INSET);
  float top = MIN (MAX (y, 0), MAX (end - (float) self->row_height, y));
  int lines = end - top >= 2 * (float) self->row_height ? 2 : 1;
  float height = draw_lines_of_text (drawing, ff_rota_row_get_title (line), BOLD, INSET, top + 5,
                                     width, lines);

  draw_text (drawing, ff_rota_row_get_when (line), SMALL, INSET, top + 5 + height, width);
}

static void
draw_line (Drawing *drawing, guint row, float y)
{
  FfRotaGrid *self = drawing->grid;
  FfRotaRow *line = ff_rota_rows_get_row (self->rows, row);
  gboolean begins
      = row == 0 || !ff_rota_row_is_beside (line, ff_rota_rows_get_row (self->rows, row - 1));
  float role = (float) (self->side_width - self->role_width);

  draw_text (drawing, ff_rota_row_get_role (line), PLAIN, role,
             y + (float) (self->row_height - self->line_height) / 2,
             (float) self->role_width - INSET);
  if (begins)
    draw_area (drawing, &drawing->strong, 0, y, drawing->width, 1);
  else
    draw_area (drawing, &drawing->line, role, y, drawing->width - role, 1);
}

/* Where the lines of one meeting end. */
static guint
find_end (FfRotaGrid *self, guint row)
{
  FfRotaRow *line = ff_rota_rows_get_row (self->rows, row);

  while (row + 1 < ff_rota_grid_count_rows (self)
         && ff_rota_row_is_beside (line, ff_rota_rows_get_row (self->rows, row + 1)))
    row++;
  return row + 1;
}

static void
draw_lines (Drawing *drawing)
{
  FfRotaGrid *self = drawing->grid;
  double value = ff_rota_grid_get_value (self, GTK_ORIENTATION_VERTICAL);
  guint rows = ff_rota_grid_count_rows (self);
  guint first = (guint) (value / self->row_height);
  float height = drawing->height - (float) self->head_height;
  guint named = 0; /* up to which line the meeting is written */

  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT (0, (float) self->head_height,
                                                                  drawing->width, height));
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (0, (float) self->head_height));
  for (guint row = first; row < rows; row++)
    {
      float y = (float) (row * (double) self->row_height - value);

      if (y > height)
        break;
      draw_line (drawing, row, y);
      if (row < named)
        continue;
      named = find_end (self, row);
      draw_meeting (drawing, row, y, (float) (named * (double) self->row_height - value));
    }
  gtk_snapshot_restore (drawing->snapshot);
  gtk_snapshot_pop (drawing->snapshot);
}

static GdkRGBA
fade (const GdkRGBA *color, float alpha)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha * alpha };
}

/* Everything but the cells. */
static void
ff_rota_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfRotaGrid *self = FF_ROTA_GRID (gtk_widget_get_parent (widget));
  gboolean contrast = adw_style_manager_get_high_contrast (
      adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  Drawing drawing = {
    .grid = self,
    .snapshot = snapshot,
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .width = (float) gtk_widget_get_width (widget),
    .height = (float) gtk_widget_get_height (widget),
  };

  if (ff_rota_grid_count_rows (self) == 0)
    return;
  gtk_widget_get_color (widget, &drawing.color);
  drawing.dim = fade (&drawing.color, contrast ? 0.9f : 0.75f);
  drawing.line = fade (&drawing.color, contrast ? 0.4f : 0.08f);
  drawing.strong = fade (&drawing.color, contrast ? 0.8f : 0.2f);
  draw_head (&drawing);
  draw_lines (&drawing);
}

static void
ff_rota_frame_class_init (FfRotaFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ff_rota_frame_snapshot;
  gtk_widget_class_set_css_name (widget_class, "rota-frame");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ff_rota_frame_init (FfRotaFrame *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ff_rota_grid_make_frame (void)
{
  return g_object_new (ff_rota_frame_get_type (), NULL);
}
