/* ff-rota-grid-cells.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells of the rota grid: made for what is on the screen, out of those that have left it.
 */

#include "ff-config.h"

#include <math.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-rota-grid-private.h"
#include "ff-rota-place.h"
#include "ff-week-days.h"

/* So many cells are made for one frame: each lays out two lines of text when it is first drawn. */
#define AT_ONCE 64

/* What it is for, in a week without a place. */
static char *
describe_none (FfRotaGrid *self, FfRotaRow *row, guint week)
{
  FfWallTime first
      = ff_wall_time_add_days (ff_rota_rows_get_first (self->rows), (int) week * FF_DAYS_A_WEEK);
  g_autofree char *days = ff_week_format (&first, FF_DAYS_A_WEEK);

  /* Translators: days, a meeting and a role, like “23–29 November 2026, Ladner, host: not held” */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s: not held"), days, ff_rota_row_get_title (row),
                          ff_rota_row_get_role (row));
}

static gpointer
make_key (FfRotaGrid *self, guint row, guint week)
{
  return GUINT_TO_POINTER (row * ff_rota_grid_count_weeks (self) + week);
}

static void
bind_cell (FfRotaGrid *self, FfRotaCell *cell, guint row, guint week)
{
  FfRotaRow *line = ff_rota_rows_get_row (self->rows, row);
  FfSlot *slot = ff_rota_row_get_slot (line, week);
  FfHindrances against = ff_rota_row_get_against (line, week);
  FfRota *rota = ff_rota_rows_get_rota (self->rows);
  g_autofree char *label
      = slot != NULL ? ff_rota_place_label (rota, slot, ff_rota_row_get_state (line, week),
                                            ff_rota_row_get_role (line), against)
                     : describe_none (self, line, week);

  ff_rota_cell_show (cell, self->rows, row, week, label);
}

/* Wherever the focus comes from, a screen reader or a click. */
static void
on_cell_focus (FfRotaGrid *self, GParamSpec *pspec, GtkWidget *cell)
{
  if (gtk_widget_has_focus (cell))
    ff_rota_grid_set_cursor (self, ff_rota_cell_get_row (FF_ROTA_CELL (cell)),
                             ff_rota_cell_get_week (FF_ROTA_CELL (cell)));
}

static FfRotaCell *
take_cell (FfRotaGrid *self)
{
  GtkWidget *cell;

  if (self->spare->len > 0)
    {
      cell = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_child_visible (cell, TRUE);
      return FF_ROTA_CELL (cell);
    }
  cell = ff_rota_cell_new ();
  gtk_widget_set_parent (cell, self->body);
  g_signal_connect_object (cell, "notify::has-focus", G_CALLBACK (on_cell_focus), self,
                           G_CONNECT_SWAPPED);
  return FF_ROTA_CELL (cell);
}

typedef struct
{
  guint first_row;
  guint last_row;
  guint first_week;
  guint last_week;
} Range;

/* What is on the screen, a little more so that no edge is bare. */
static Range
find_range (FfRotaGrid *self)
{
  int width = gtk_widget_get_width (self->body);
  int height = gtk_widget_get_height (self->body);
  double x = ff_rota_grid_get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double y = ff_rota_grid_get_value (self, GTK_ORIENTATION_VERTICAL);
  guint rows = ff_rota_grid_count_rows (self);
  guint weeks = ff_rota_grid_count_weeks (self);
  guint left = MIN ((guint) (x / self->column_width), weeks - 1);
  guint right = MIN ((guint) ((x + width) / self->column_width), weeks - 1);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (Range) {
    .first_row = MIN ((guint) (y / self->row_height), rows - 1),
    .last_row = MIN ((guint) ((y + height) / self->row_height), rows - 1),
    .first_week = mirrored ? weeks - 1 - right : left,
    .last_week = mirrored ? weeks - 1 - left : right,
  };
}

typedef struct
{
  FfRotaGrid *grid;
  Range range;
} Releasing;

/* What has the focus stays, wherever it is scrolled to. */
static gboolean
release_cell (gpointer key, gpointer value, gpointer user_data)
{
  const Releasing *releasing = user_data;
  const Range range = releasing->range;
  GtkWidget *cell = value;
  guint row = ff_rota_cell_get_row (value);
  guint week = ff_rota_cell_get_week (value);

  if ((row >= range.first_row && row <= range.last_row && week >= range.first_week
       && week <= range.last_week)
      || gtk_widget_has_focus (cell))
    return FALSE;
  gtk_widget_set_child_visible (cell, FALSE);
  g_ptr_array_add (releasing->grid->spare, cell);
  return TRUE;
}

static void
add_cell (FfRotaGrid *self, guint row, guint week)
{
  FfRotaCell *cell = take_cell (self);

  bind_cell (self, cell, row, week);
  g_hash_table_insert (self->bound, make_key (self, row, week), cell);
}

/**
 * ff_rota_grid_update_cells:
 * @self: a grid
 *
 * Makes cells for what is on the screen out of those that are not any more; where they are many, the rest with the next frames.
 */
void
ff_rota_grid_update_cells (FfRotaGrid *self)
{
  guint n = 0;
  Range range;

  if (ff_rota_grid_count_rows (self) == 0 || gtk_widget_get_height (self->body) <= 0)
    return;
  range = find_range (self);
  g_hash_table_foreach_steal (self->bound, release_cell, &(Releasing) { self, range });
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint week = range.first_week; week <= range.last_week; week++)
      {
        if (ff_rota_grid_find_cell (self, row, week) != NULL)
          continue;
        if (n++ < AT_ONCE)
          add_cell (self, row, week);
      }
  if (n > AT_ONCE)
    ff_rota_grid_queue_update (self);
  gtk_widget_queue_allocate (self->body);
  gtk_widget_queue_draw (self->frame);
}

/* Not while it is being allocated: other cells may be needed. */
static gboolean
update_later (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);

  self->updating = 0;
  if (self->showing && ff_rota_grid_count_rows (self) > 0)
    {
      self->showing = FALSE;
      ff_rota_grid_scroll_to (self, self->row, self->week);
    }
  ff_rota_grid_update_cells (self);
  if (self->focusing)
    ff_rota_grid_focus_cursor (self);
  return G_SOURCE_REMOVE;
}

void
ff_rota_grid_queue_update (FfRotaGrid *self)
{
  if (self->updating == 0)
    self->updating = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_later, NULL, NULL);
}

/* The cells where they are within what scrolls. */
static void
allocate_body (GtkWidget *body, int width, int height, int baseline)
{
  FfRotaGrid *self = FF_ROTA_GRID (gtk_widget_get_parent (body));
  double x = ff_rota_grid_get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double y = ff_rota_grid_get_value (self, GTK_ORIENTATION_VERTICAL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      int left = ff_rota_grid_get_x (self, ff_rota_cell_get_week (value)) - (int) round (x);
      int top = (int) ff_rota_cell_get_row (value) * self->row_height - (int) round (y);
      graphene_point_t at = GRAPHENE_POINT_INIT ((float) left + 1, (float) top + 1);

      gtk_widget_measure (value, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (value, self->column_width - 2, self->row_height - 2, -1,
                           gsk_transform_translate (NULL, &at));
    }
}

static void
measure_body (GtkWidget *body,
              GtkOrientation orientation,
              int for_size,
              int *minimum,
              int *natural,
              int *minimum_baseline,
              int *natural_baseline)
{
  *minimum = *natural = 0;
}

GtkWidget *
ff_rota_grid_make_body (void)
{
  GtkWidget *body = adw_bin_new ();

  gtk_widget_set_layout_manager (body, gtk_custom_layout_new (NULL, measure_body, allocate_body));
  gtk_widget_set_overflow (body, GTK_OVERFLOW_HIDDEN);
  return body;
}

void
ff_rota_grid_bind_anew (FfRotaGrid *self)
{
  guint weeks = ff_rota_grid_count_weeks (self);
  guint rows = ff_rota_grid_count_rows (self);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (ff_rota_cell_get_row (value) < rows && ff_rota_cell_get_week (value) < weeks)
      bind_cell (self, value, ff_rota_cell_get_row (value), ff_rota_cell_get_week (value));
    else
      {
        gtk_widget_set_child_visible (value, FALSE);
        g_ptr_array_add (self->spare, value);
        g_hash_table_iter_remove (&iter);
      }
}

/**
 * ff_rota_grid_find_cell:
 * @self: a grid
 * @row: a line
 * @week: a week
 *
 * Returns: (transfer none) (nullable): the cell there, where it is on the screen
 */
FfRotaCell *
ff_rota_grid_find_cell (FfRotaGrid *self, guint row, guint week)
{
  g_return_val_if_fail (FF_IS_ROTA_GRID (self), NULL);

  return g_hash_table_lookup (self->bound, make_key (self, row, week));
}

/**
 * ff_rota_grid_count_cells:
 * @self: a grid
 *
 * Returns: how many cells were made, used or not
 */
guint
ff_rota_grid_count_cells (FfRotaGrid *self)
{
  g_return_val_if_fail (FF_IS_ROTA_GRID (self), 0);

  return g_hash_table_size (self->bound) + self->spare->len;
}

/* The one that the keyboard goes to, whatever else is still to come. */
FfRotaCell *
ff_rota_grid_ensure_cell (FfRotaGrid *self, guint row, guint week)
{
  if (ff_rota_grid_find_cell (self, row, week) == NULL)
    {
      add_cell (self, row, week);
      gtk_widget_queue_allocate (self->body);
    }
  return ff_rota_grid_find_cell (self, row, week);
}
