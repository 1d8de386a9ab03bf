/* ff-week-grid-drawing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hours of the week grid with their names, the lines between days, today, and the time it is now.
 */

#include "ff-config.h"

#include <math.h>

#include <adwaita.h>

#include "ff-week-grid-private.h"
#include "ff-week-words.h"

/* An hour has room for a time, a title and a place, one below the other. */
#define LINES_AN_HOUR 3.4
#define LEAST_HOUR 44
#define GUTTER_MARGIN 8
#define NOW_RADIUS 4

void
ff_week_grid_forget_hours (FfWeekGrid *self)
{
  for (guint hour = 0; hour < HOURS_A_DAY; hour++)
    g_clear_object (&self->hours[hour]);
}

/* The names of the hours, and from them how high an hour and how wide their column is. */
void
ff_week_grid_measure_hours (FfWeekGrid *self)
{
  int before = self->gutter;
  int widest = 0;

  if (self->hours[0] != NULL)
    return;
  for (guint hour = 0; hour < HOURS_A_DAY; hour++)
    {
      g_autofree char *name = ff_week_words_hour (hour * 60);
      int width;

      self->hours[hour] = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
      pango_layout_get_pixel_size (self->hours[hour], &width, &self->line_height);
      widest = MAX (widest, width);
    }
  self->hour_height = MAX (LEAST_HOUR, (int) (self->line_height * LINES_AN_HOUR));
  self->gutter = widest + 2 * GUTTER_MARGIN;
  if (self->gutter != before)
    ff_week_grid_notify_gutter (self);
}

/* A line on whole pixels, however far from the side where reading begins. */
static void
draw_box (FfWeekGrid *self,
          GtkSnapshot *snapshot,
          double x,
          double y,
          double width,
          double height,
          const GdkRGBA *color)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) round (x), (float) round (y),
                                                  (float) width, (float) height));
}

static void
draw_hours (FfWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *text, const GdkRGBA *line)
{
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (int hour = 1; hour < HOURS_A_DAY; hour++)
    {
      double y = hour * self->hour_height;
      int width;
      double x;

      draw_box (self, snapshot, self->gutter - GUTTER_MARGIN / 2, y,
                full - self->gutter + GUTTER_MARGIN / 2, 1, line);
      pango_layout_get_pixel_size (self->hours[hour], &width, NULL);
      x = mirrored ? full - self->gutter + GUTTER_MARGIN : self->gutter - GUTTER_MARGIN - width;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x,
                                                              (float) (y - self->line_height / 2)));
      gtk_snapshot_append_layout (snapshot, self->hours[hour], text);
      gtk_snapshot_restore (snapshot);
    }
}

static void
draw_days (FfWeekGrid *self, GtkSnapshot *snapshot, const GdkRGBA *line)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double column = (gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter) / (double) self->n_days;

  for (guint day = 0; day < self->n_days; day++)
    draw_box (self, snapshot, self->gutter + day * column, 0, 1, height, line);
}

static GdkRGBA
get_accent (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  return *accent;
}

static void
draw_today (FfWeekGrid *self, GtkSnapshot *snapshot, int day)
{
  double column = (gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter) / (double) self->n_days;
  GdkRGBA tint = get_accent ();

  tint.alpha = 0.06f;
  draw_box (self, snapshot, self->gutter + day * column, 0, column,
            gtk_widget_get_height (GTK_WIDGET (self)), &tint);
}

static void
draw_now (FfWeekGrid *self, GtkSnapshot *snapshot, int day)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);
  g_autoptr (GDateTime) there
      = self->zone != NULL ? g_date_time_to_timezone (now, self->zone) : g_date_time_to_local (now);
  double column = (gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter) / (double) self->n_days;
  double minute = g_date_time_get_hour (there) * 60 + g_date_time_get_minute (there);
  double y = minute * self->hour_height / 60;
  double x = self->gutter + day * column;
  GdkRGBA color = get_accent ();
  GskRoundedRect dot;

  draw_box (self, snapshot, x, y - 1, column, 2, &color);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  gsk_rounded_rect_init_from_rect (&dot,
                                   &GRAPHENE_RECT_INIT ((float) x - NOW_RADIUS,
                                                        (float) y - NOW_RADIUS, 2 * NOW_RADIUS,
                                                        2 * NOW_RADIUS),
                                   NOW_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &color, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Only what is on the screen: a day is three screens high. */
static void
draw_blocks (FfWeekGrid *self, GtkSnapshot *snapshot)
{
  GtkAdjustment *adjustment = ff_week_grid_get_vadjustment (self);
  double top = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  double bottom = adjustment != NULL ? top + gtk_adjustment_get_page_size (adjustment)
                                     : gtk_widget_get_height (GTK_WIDGET (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!FF_IS_WEEK_BLOCK (child) || !gtk_widget_get_visible (child)
          || !gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds))
        continue;
      if ((double) bounds.origin.y < bottom
          && (double) bounds.origin.y + (double) bounds.size.height > top)
        gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
    }
}

void
ff_week_grid_draw (FfWeekGrid *self, GtkSnapshot *snapshot)
{
  int today = self->spans != NULL ? ff_week_grid_find_today (self) : -1;
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA text;
  GdkRGBA line;

  gtk_widget_get_color (GTK_WIDGET (self), &text);
  line = text;
  line.alpha *= contrast ? 0.5f : 0.12f;
  text.alpha *= contrast ? 1.0f : 0.7f;
  if (today >= 0)
    draw_today (self, snapshot, today);
  draw_hours (self, snapshot, &text, &line);
  draw_days (self, snapshot, &line);
  draw_blocks (self, snapshot);
  if (today >= 0)
    draw_now (self, snapshot, today);
}
