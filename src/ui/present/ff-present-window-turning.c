/* ff-present-window-turning.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns slides upright where the window is too narrow to read them otherwise.
 */

#include "ff-config.h"

#include "ff-present-window-private.h"

/* Where slides as wide as a screen would be too small to read. */
static gboolean
is_narrow (FfPresentWindow *self)
{
  double width, height;

  ff_paper_size_get_points (FF_PAPER_SCREEN, &width, &height);
  return gtk_widget_get_width (GTK_WIDGET (self->stack)) < width * FF_PRESENT_LEAST_SCALE;
}

/* (nullable): where the focus is, or else the first place on the page */
static const char *
find_key (FfPresentWindow *self)
{
  const char *key = ff_slide_get_key (self->slide);
  gsize n_areas;
  const FfSheetArea *areas = ff_sheet_get_areas (self->sheet, &n_areas);

  for (gsize i = 0; key == NULL && i < n_areas; i++)
    if (areas[i].page == self->page)
      key = areas[i].key;
  return key;
}

/* The same place stays in sight, and what has the focus keeps it. */
static void
turn_slides (FfPresentWindow *self)
{
  g_autofree char *key = g_strdup (find_key (self));
  guint n_pages = ff_present_window_get_n_pages (self);

  self->is_upright = !self->is_upright;
  ff_present_window_make_slides (self, key, self->page);
  if (self->is_example)
    {
      ff_present_window_make_example (self);
      self->page_of_example
          = self->page_of_example * ff_present_window_get_n_pages (self) / n_pages;
    }
  else
    g_clear_object (&self->example);
  ff_slide_set_scale (self->slide, FF_PRESENT_LEAST_SCALE);
  ff_present_window_show_page (self);
  ff_present_window_fill_overview (self);
  if (self->is_overview && !self->is_hidden)
    ff_present_window_focus_overview (self);
}

/* While a breakpoint is passed, all is out of sight for a frame or two, and the focus with it. */
static gboolean
turn_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (widget);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    return G_SOURCE_CONTINUE;
  self->turn_id = 0;
  if (is_narrow (self) != self->is_upright)
    turn_slides (self);
  return G_SOURCE_REMOVE;
}

void
ff_present_window_turn_if_narrow (FfPresentWindow *self)
{
  if (is_narrow (self) != self->is_upright && self->turn_id == 0)
    self->turn_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), turn_tick_cb, NULL, NULL);
}
