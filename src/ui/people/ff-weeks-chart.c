/* ff-weeks-chart.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two calm lines from 0 to 10, weeks along the bottom, with gaps where nothing was said.
 */

#include "ff-config.h"

#include "ff-weeks-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-format.h"

#define HIGHEST 10
#define LEAST_WIDTH 200
#define WISHED_HEIGHT 180
#define LINE 2.0
#define DOT 7.0
#define SMALL_DOT 4.0
/* Of each point there is a dot where they lie at least this far apart. */
#define DOT_ROOM 11.0
#define GAP 6.0
#define DAY_ROOM 18.0
#define SAMPLE 22.0 /* of a line, beside its name */
/* Beyond this many weeks a day says less than its month. */
#define MOST_DAYS 60

struct _FfWeeksChart
{
  GtkWidget parent_instance;

  FfWeeks *weeks; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FfWeeksChart, ff_weeks_chart, GTK_TYPE_WIDGET)

/* What is at hand while it is drawn. */
typedef struct
{
  FfWeeksChart *chart;
  const FfWeeks *weeks;
  GtkSnapshot *snapshot;
  gboolean right_to_left;
  double width;
  graphene_rect_t plot; /* as read from left to right */
  GdkRGBA text, faint;
  GdkRGBA colors[FF_N_SERIES];
} Drawing;

static const char *
name_series (FfSeries series)
{
  switch (series)
    {
    case FF_SERIES_URGE:
      /* Translators: how strong it is, from 0 to 10; the name of a line in a drawing */
      return C_ ("line", "Urge");

    case FF_SERIES_BALANCE:
      /* Translators: how balanced life is, from 0 to 10; the name of a line in a drawing */
      return C_ ("line", "Balance");

    default:
      g_assert_not_reached ();
    }
}

/* --- Places --- */

static double
mirror (const Drawing *self, double x)
{
  return self->right_to_left ? self->width - x : x;
}

/* The one place there is stands in the middle. */
static double
find_x (const graphene_rect_t *plot, const FfWeeks *weeks, guint place)
{
  double share = weeks->n > 1 ? (double) place / (weeks->n - 1) : 0.5;

  return (double) plot->origin.x + share * (double) plot->size.width;
}

static double
find_y (const Drawing *self, double value)
{
  return (double) (self->plot.origin.y + self->plot.size.height)
         - value / HIGHEST * (double) self->plot.size.height;
}

static graphene_rect_t
measure_plot (FfWeeksChart *self)
{
  g_autoptr (PangoLayout) number = gtk_widget_create_pango_layout (GTK_WIDGET (self), "10");
  int width, height;

  pango_layout_get_pixel_size (number, &width, &height);
  return GRAPHENE_RECT_INIT ((float) (width + GAP + DOT / 2), (float) (height + 2 * GAP),
                             (float) (gtk_widget_get_width (GTK_WIDGET (self)) - width - GAP - DOT),
                             (float) (gtk_widget_get_height (GTK_WIDGET (self)) - 3 * height
                                      - 3 * GAP));
}

/* --- Parts --- */

/* @align: of the text's width, how much stands before @x. */
static void
add_text (const Drawing *self, PangoLayout *layout, double x, double y, double align)
{
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = mirror (self, x) - (self->right_to_left ? 1 - align : align) * width;
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) (y - height / 2.0)));
  gtk_snapshot_append_layout (self->snapshot, layout, &self->text);
  gtk_snapshot_restore (self->snapshot);
}

static void
add_path (const Drawing *self, GskPathBuilder *builder, FfSeries series)
{
  GskPath *path = gsk_path_builder_to_path (builder);
  GskStroke *stroke = gsk_stroke_new ((float) LINE);
  const float dashes[] = { 5, 4 };

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (series == FF_SERIES_BALANCE)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (self->snapshot, path, stroke, &self->colors[series]);
  gsk_stroke_free (stroke);
  gsk_path_unref (path);
}

/* Round for the one and square for the other, so that they are told apart without colour. */
static void
add_dot (const Drawing *self, double x, double y, double size, FfSeries series)
{
  float corner = series == FF_SERIES_URGE ? (float) (size / 2) : 0;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (mirror (self, x) - size / 2),
                                               (float) (y - size / 2), (float) size, (float) size);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, corner);
  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, &self->colors[series], &bounds);
  gtk_snapshot_pop (self->snapshot);
}

static void
add_scale (const Drawing *self)
{
  for (int value = 0; value <= HIGHEST; value += HIGHEST / 2)
    {
      g_autofree char *number = g_strdup_printf ("%d", value);
      g_autoptr (PangoLayout) layout
          = gtk_widget_create_pango_layout (GTK_WIDGET (self->chart), number);
      double y = find_y (self, value), x = (double) self->plot.origin.x - DOT / 2;
      double width = (double) self->plot.size.width + DOT;

      add_text (self, layout, x - GAP, y, 1);
      gtk_snapshot_append_color (
          self->snapshot, &self->faint,
          &GRAPHENE_RECT_INIT ((float) (self->right_to_left ? self->width - x - width : x),
                               (float) round (y), (float) width, 1));
    }
}

static char *
name_place (const FfWeeks *weeks, guint place)
{
  FfWallTime monday = ff_wall_time_add_days (&weeks->first, (int) (place * weeks->each * 7));
  g_autoptr (GDateTime) date = ff_format_from_wall_time (&monday);

  if (weeks->n * weeks->each > MOST_DAYS)
    /* Translators: a month along the bottom of a drawing, like “Nov 2026”; see g_date_time_format() */
    return g_date_time_format (date, C_ ("month", "%b %Y"));
  /* Translators: the day that a week begins with, along the bottom of a drawing, like “3 Nov”; see g_date_time_format() */
  return g_date_time_format (date, C_ ("week", "%-d %b"));
}

/* As many as there is room for, evenly. */
static void
add_weeks (const Drawing *self)
{
  double y = (double) (self->plot.origin.y + self->plot.size.height), end = 0;
  double right = (double) (self->plot.origin.x + self->plot.size.width) + DOT / 2;

  for (guint place = 0; place < self->weeks->n; place++)
    {
      double x = find_x (&self->plot, self->weeks, place), start;
      g_autofree char *name = name_place (self->weeks, place);
      g_autoptr (PangoLayout) layout
          = gtk_widget_create_pango_layout (GTK_WIDGET (self->chart), name);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      start = MIN (MAX (x - width / 2.0, 0), right - width);
      if (end > 0 && start < end + DAY_ROOM)
        continue;
      end = start + width;
      add_text (self, layout, start, y + GAP + height / 2.0, 0);
    }
}

static void
add_lines (const Drawing *self, FfSeries series)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  gboolean joined = FALSE;

  for (guint i = 0; i < self->weeks->points->len; i++)
    {
      const FfWeekPoint *point = &g_array_index (self->weeks->points, FfWeekPoint, i);
      float x = (float) mirror (self, find_x (&self->plot, self->weeks, point->place));
      float y = (float) find_y (self, point->values[series]);

      if (joined)
        gsk_path_builder_line_to (builder, x, y);
      else if (ff_weeks_is_joined (self->weeks, series, i))
        gsk_path_builder_move_to (builder, x, y);
      joined = ff_weeks_is_joined (self->weeks, series, i);
    }
  add_path (self, builder, series);
}

static void
add_dots (const Drawing *self, FfSeries series)
{
  double room = (double) self->plot.size.width / MAX (1, self->weeks->n - 1);
  gboolean joined = FALSE;

  for (guint i = 0; i < self->weeks->points->len; i++)
    {
      const FfWeekPoint *point = &g_array_index (self->weeks->points, FfWeekPoint, i);
      gboolean goes_on = ff_weeks_is_joined (self->weeks, series, i);

      if (point->values[series] >= 0 && (room >= DOT_ROOM || (!goes_on && !joined)))
        add_dot (self, find_x (&self->plot, self->weeks, point->place),
                 find_y (self, point->values[series]), room >= DOT_ROOM ? DOT : SMALL_DOT, series);
      joined = goes_on;
    }
}

/* Which line is which. */
static void
add_key (const Drawing *self)
{
  double x = (double) self->plot.origin.x;

  for (guint series = 0; series < FF_N_SERIES; series++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
      int width, height;
      double y;

      if (!ff_weeks_says (self->weeks, series))
        continue;
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->chart), name_series (series));
      pango_layout_get_pixel_size (layout, &width, &height);
      y = height / 2.0;
      gsk_path_builder_move_to (builder, (float) mirror (self, x), (float) y);
      gsk_path_builder_line_to (builder, (float) mirror (self, x + SAMPLE), (float) y);
      add_path (self, builder, series);
      add_dot (self, x + SAMPLE / 2, y, DOT, series);
      add_text (self, layout, x + SAMPLE + GAP, y, 0);
      x += SAMPLE + GAP + width + 3 * GAP;
    }
}

/* The one has the accent's colour, the other that of the text. */
static void
choose_colors (Drawing *self)
{
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self->chart)));
  gboolean high_contrast = adw_style_manager_get_high_contrast (style);
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self->chart), &color);
  self->text = self->faint = self->colors[FF_SERIES_BALANCE] = color;
  self->text.alpha = high_contrast ? 1 : 0.7f;
  self->faint.alpha = high_contrast ? 0.5f : 0.15f;
  self->colors[FF_SERIES_BALANCE].alpha = high_contrast ? 1 : 0.6f;
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style),
                                       adw_style_manager_get_dark (style),
                                       &self->colors[FF_SERIES_URGE]);
}

/* --- The widget --- */

static void
ff_weeks_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfWeeksChart *self = FF_WEEKS_CHART (widget);
  Drawing drawing = {
    .chart = self,
    .weeks = self->weeks,
    .snapshot = snapshot,
    .right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .width = gtk_widget_get_width (widget),
    .plot = measure_plot (self),
  };

  if (self->weeks == NULL || self->weeks->n == 0)
    return;
  choose_colors (&drawing);
  add_key (&drawing);
  add_scale (&drawing);
  add_weeks (&drawing);
  for (guint series = FF_N_SERIES; series > 0; series--)
    {
      add_lines (&drawing, series - 1);
      add_dots (&drawing, series - 1);
    }
}

static void
ff_weeks_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (widget, "10");
  int height;

  pango_layout_get_pixel_size (line, NULL, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = WISHED_HEIGHT + 2 * height;
}

/* A check-in under the pointer, in words. */
static char *
describe_point (const FfWeeks *weeks, const FfWeekPoint *point)
{
  FfWallTime monday = ff_wall_time_add_days (&weeks->first, (int) (point->place * weeks->each * 7));
  g_autoptr (GDateTime) date = ff_format_from_wall_time (&monday);
  /* Translators: a date in a sentence, like “3 November 2026”; see g_date_time_format() */
  g_autofree char *day = g_date_time_format (date, C_ ("date", "%-d %B %Y"));
  /* Translators: %s is a date, like “3 November 2026” */
  g_autofree char *week = g_strdup_printf (_ ("Week of %s"), day);
  g_autoptr (GString) text = g_string_new (week);

  for (guint series = 0; series < FF_N_SERIES; series++)
    if (point->values[series] >= 0)
      g_string_append_printf (text, "\n%s %ld", name_series (series),
                              lround (point->values[series]));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
ff_weeks_chart_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean keyboard_tooltip,
                              GtkTooltip *tooltip)
{
  FfWeeksChart *self = FF_WEEKS_CHART (widget);
  graphene_rect_t plot = measure_plot (self);
  const FfWeekPoint *nearest = NULL;
  double least = DOT_ROOM;

  if (keyboard_tooltip || self->weeks == NULL)
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x;
  for (guint i = 0; i < self->weeks->points->len; i++)
    {
      const FfWeekPoint *point = &g_array_index (self->weeks->points, FfWeekPoint, i);
      double distance = fabs (find_x (&plot, self->weeks, point->place) - x);

      if (distance < least)
        {
          least = distance;
          nearest = point;
        }
    }
  if (nearest == NULL)
    return FALSE;

  g_autofree char *text = describe_point (self->weeks, nearest);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
ff_weeks_chart_constructed (GObject *object)
{
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (object)));
  const char *const what[] = { "notify::dark", "notify::high-contrast", "notify::accent-color" };

  G_OBJECT_CLASS (ff_weeks_chart_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (what); i++)
    g_signal_connect_object (style, what[i], G_CALLBACK (gtk_widget_queue_draw), object,
                             G_CONNECT_SWAPPED);
}

static void
ff_weeks_chart_finalize (GObject *object)
{
  FfWeeksChart *self = FF_WEEKS_CHART (object);

  g_clear_pointer (&self->weeks, ff_weeks_free);

  G_OBJECT_CLASS (ff_weeks_chart_parent_class)->finalize (object);
}

static void
ff_weeks_chart_class_init (FfWeeksChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_weeks_chart_constructed;
  object_class->finalize = ff_weeks_chart_finalize;
  widget_class->snapshot = ff_weeks_chart_snapshot;
  widget_class->measure = ff_weeks_chart_measure;
  widget_class->query_tooltip = ff_weeks_chart_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "weekschart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ff_weeks_chart_init (FfWeeksChart *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Urge and balance over weeks"), -1);
}

/**
 * ff_weeks_chart_new:
 *
 * Returns: (transfer floating): a drawing with nothing in it
 */
GtkWidget *
ff_weeks_chart_new (void)
{
  return g_object_new (FF_TYPE_WEEKS_CHART, NULL);
}

/**
 * ff_weeks_chart_set_weeks:
 * @self: the drawing
 * @weeks: (transfer full) (nullable): what is drawn, and said in words to those who have it read to them
 */
void
ff_weeks_chart_set_weeks (FfWeeksChart *self, FfWeeks *weeks)
{
  g_return_if_fail (FF_IS_WEEKS_CHART (self));

  g_autofree char *words = weeks != NULL ? ff_weeks_describe (weeks) : g_strdup ("");

  g_clear_pointer (&self->weeks, ff_weeks_free);
  self->weeks = weeks;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
