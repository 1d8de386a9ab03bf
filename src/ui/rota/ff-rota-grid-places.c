/* ff-rota-grid-places.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the rota grid a line, a week and a cell are.
 */

#include "ff-config.h"

#include "ff-rota-grid-private.h"

/* So many letters have room in a column, beside each other in the first one, and in the part of it that has the roles. */
#define COLUMN_LETTERS 17
#define SIDE_LETTERS 36
#define ROLE_LETTERS 14

void
ff_rota_grid_measure_font (FfRotaGrid *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  int letter;

  if (self->line_height > 0)
    {
      self->side_width = SIDE_LETTERS * self->least_width / COLUMN_LETTERS;
      return;
    }
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  pango_layout_get_pixel_size (layout, &letter, &self->line_height);
  self->least_width = COLUMN_LETTERS * letter;
  self->side_width = SIDE_LETTERS * letter;
  self->role_width = ROLE_LETTERS * letter;
  self->row_height = ff_rota_cell_measure_height (GTK_WIDGET (self)) + 2;
  self->head_height = self->row_height;
  self->column_width = MAX (self->column_width, self->least_width);
}

guint
ff_rota_grid_count_rows (FfRotaGrid *self)
{
  return self->rows != NULL ? ff_rota_rows_count (self->rows) : 0;
}

guint
ff_rota_grid_count_weeks (FfRotaGrid *self)
{
  return self->rows != NULL ? ff_rota_rows_count_weeks (self->rows) : 0;
}

int
ff_rota_grid_get_x (FfRotaGrid *self, guint week)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint column = mirrored ? ff_rota_grid_count_weeks (self) - 1 - week : week;

  return (int) column * self->column_width;
}

double
ff_rota_grid_get_value (FfRotaGrid *self, GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL
             ? gtk_adjustment_get_value (self->adjustments[orientation])
             : 0;
}

void
ff_rota_grid_scroll_to (FfRotaGrid *self, guint row, guint week)
{
  int x = ff_rota_grid_get_x (self, week);
  int y = (int) row * self->row_height;

  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x,
                               x + self->column_width);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], y,
                               y + self->row_height);
}

/* At a point of the whole grid; not where its head or first column is. */
FfRotaCell *
ff_rota_grid_pick (FfRotaGrid *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return FF_IS_ROTA_CELL (picked) ? FF_ROTA_CELL (picked) : NULL;
}

static void
on_scrolled (FfRotaGrid *self)
{
  if (self->allocating)
    ff_rota_grid_queue_update (self);
  else
    ff_rota_grid_update_cells (self);
}

void
ff_rota_grid_set_adjustment (FfRotaGrid *self,
                             GtkOrientation orientation,
                             GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_scrolled, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ff_rota_grid_configure (FfRotaGrid *self, GtkOrientation orientation, int page, int whole, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double upper = MAX (page, whole);
  double value;

  if (adjustment == NULL)
    return;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (upper - page, 0));
  gtk_adjustment_configure (adjustment, value, 0, upper, step, page * 0.9, page);
}
