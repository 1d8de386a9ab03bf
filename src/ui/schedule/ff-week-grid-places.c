/* ff-week-grid-places.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the week grid a day, a time and a block are.
 */

#include "ff-config.h"

#include "ff-week-days.h"
#include "ff-week-grid-private.h"

/* A block side by side with others shows this many letters of its title. */
#define LANE_LETTERS 4.5
#define LEAST_LETTERS 3.0
#define LANE_MARGIN 8
#define MORE_LETTERS 3.0
#define MOST_LANES 4
/* Where a new meeting can be pointed at beside a block that fills its hour. */
#define COLUMN_MARGIN 6
#define BLOCK_GAP 2
#define MORNING 8

static double
get_column_width (FfWeekGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter;

  return MAX (width, 1) / (double) MAX (self->n_days, 1);
}

/* The area of a place; the side on which the days begin is the one on which reading does. */
graphene_rect_t
ff_week_grid_get_area (FfWeekGrid *self, const FfWeekPlace *place)
{
  double column = get_column_width (self);
  double room = MAX (column - COLUMN_MARGIN, 1);
  double more = MIN (MORE_LETTERS * self->line_height * 0.6 + 8, room);
  double x = self->gutter + place->day * column;
  double width = room / place->n_lanes;
  double from = place->from * self->hour_height / 60.0;
  double until = MAX (place->until, place->from + FF_WEEK_LEAST_MINUTES) * self->hour_height / 60.0;

  if (place->crowded && place->n_lanes > 1)
    width = (room - more) / (place->n_lanes - 1);
  x += place->lane * width;
  if (place->is_more && place->n_lanes > 1)
    width = more;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  return GRAPHENE_RECT_INIT ((float) (x + BLOCK_GAP / 2.0), (float) from + 1,
                             (float) MAX (width - BLOCK_GAP, 1), (float) MAX (until - from - 2, 1));
}

/* Which day and time a point is at; not beside the days. */
gboolean
ff_week_grid_find_time (FfWeekGrid *self, double x, double y, guint *day, double *minute)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  *day = (guint) CLAMP ((x - self->gutter) / get_column_width (self), 0, self->n_days - 1.0);
  *minute = CLAMP (y / self->hour_height * 60, 0, FF_MINUTES_A_DAY - 1.0);
  return x >= self->gutter;
}

FfWeekBlock *
ff_week_grid_find_block (FfWeekGrid *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return FF_IS_WEEK_BLOCK (picked) ? FF_WEEK_BLOCK (picked) : NULL;
}

/* Which place a block shows, -1 where it shows none. */
int
ff_week_grid_get_number (FfWeekGrid *self, FfWeekBlock *block)
{
  guint number;

  if (block == NULL || self->layout == NULL || !g_ptr_array_find (self->blocks, block, &number)
      || number >= self->layout->places->len)
    return -1;
  return (int) number;
}

/* The nth date that a place shows or stands for. */
FfOccurrence *
ff_week_grid_get_occurrence (FfWeekGrid *self, guint place, guint nth)
{
  guint first = g_array_index (self->layout->places, FfWeekPlace, place).first;
  guint number = g_array_index (self->layout->order, guint, first + nth);

  return g_array_index (self->spans, FfWeekSpan, number).occurrence;
}

GtkAdjustment *
ff_week_grid_get_vadjustment (FfWeekGrid *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

/* How many blocks have room side by side. */
guint
ff_week_grid_count_lanes (FfWeekGrid *self)
{
  double letter = self->line_height * 0.6;
  double room = get_column_width (self) - COLUMN_MARGIN;
  guint lanes = (guint) CLAMP (room / (LANE_LETTERS * letter + 2 * LANE_MARGIN), 1, MOST_LANES);

  /* Rather two narrow ones than nothing but a number. */
  if (lanes == 1 && room >= 2 * (LEAST_LETTERS * letter + 2 * LANE_MARGIN))
    lanes = 2;
  return lanes;
}

/**
 * ff_week_grid_find_today:
 * @self: a grid with a clock
 *
 * Returns: which of its days today is, or -1
 */
int
ff_week_grid_find_today (FfWeekGrid *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) there = NULL;
  FfWallTime today;
  int day;

  g_return_val_if_fail (FF_IS_WEEK_GRID (self), -1);

  now = ff_clock_get_now (self->clock);
  there
      = self->zone != NULL ? g_date_time_to_timezone (now, self->zone) : g_date_time_to_local (now);
  today = ff_wall_time_from_date_time (there);
  day = ff_week_count_days (&self->first, &today);
  return day >= 0 && day < (int) self->n_days ? day : -1;
}

/**
 * ff_week_grid_find_morning:
 * @self: a grid
 * @page: how much of it is on the screen
 *
 * Returns: how far from its top the morning is, or the earliest meeting where that is before; later
 *   where the last meetings would else be below the screen
 */
double
ff_week_grid_find_morning (FfWeekGrid *self, double page)
{
  guint first = FF_MINUTES_A_DAY;
  guint last = 0;
  double top, latest;

  g_return_val_if_fail (FF_IS_WEEK_GRID (self), 0);

  for (guint i = 0; self->spans != NULL && i < self->spans->len; i++)
    {
      const FfWeekSpan *span = &g_array_index (self->spans, FfWeekSpan, i);

      if (span->continued)
        continue;
      first = MIN (first, span->from);
      last = MAX (last, span->until);
    }
  top = MIN (first, MORNING * 60) / 60.0 * self->hour_height - self->line_height;
  latest = MIN (first / 60.0 * self->hour_height, last / 60.0 * self->hour_height - page)
           + self->line_height;
  return last > 0 ? MAX (MAX (top, latest), 0) : MAX (top, 0);
}
