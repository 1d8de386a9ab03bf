/* ff-month-view-choosing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses a day of a month by pointer, finger or keys.
 */

#include "ff-config.h"

#include "ff-days-reading.h"
#include "ff-month-view-private.h"
#include "ff-week-spans.h"

static FfMonthCell *
find_cell (FfMonthView *self, double x, double y, double *y_in_cell)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->grid), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (!FF_IS_MONTH_CELL (picked)
      || !gtk_widget_compute_point (GTK_WIDGET (self->grid), picked,
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return NULL;
  *y_in_cell = (double) point.y;
  return FF_MONTH_CELL (picked);
}

/* Another day is chosen; one of another month brings that month. */
static void
choose_day (FfMonthView *self, const FfWallTime *day)
{
  gboolean same_month = day->month == self->date.month && day->year == self->date.year;

  if (same_month)
    {
      self->date = *day;
      ff_month_view_show_states (self);
      ff_month_view_show_day (self);
    }
  else
    ff_month_view_show_date (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (ff_month_view_get_chosen (self)));
}

void
ff_month_view_pressed (FfMonthView *self, int n_press, double x, double y)
{
  double y_in_cell;
  FfMonthCell *cell = find_cell (self, x, y, &y_in_cell);

  if (cell != NULL && n_press == 2 && ff_month_cell_find (cell, y_in_cell) == NULL
      && !ff_month_cell_is_more (cell, y_in_cell))
    ff_month_view_emit_create (self);
}

void
ff_month_view_released (FfMonthView *self, int n_press, double x, double y)
{
  double y_in_cell;
  FfMonthCell *cell = find_cell (self, x, y, &y_in_cell);
  FfOccurrence *occurrence;
  gboolean is_more;
  FfWallTime day;

  if (cell == NULL || n_press != 1)
    return;
  occurrence = ff_month_cell_find (cell, y_in_cell);
  is_more = ff_month_cell_is_more (cell, y_in_cell);
  day = *ff_month_cell_get_day (cell);
  if (occurrence != NULL)
    {
      ff_month_view_emit_opened (self, occurrence);
      return;
    }
  choose_day (self, &day);
  if (is_more)
    ff_month_view_open_day (self);
}

static void
turn (FfMonthView *self, int direction)
{
  if (direction > 0)
    ff_month_view_show_next (self);
  else
    ff_month_view_show_previous (self);
}

static gboolean
is_mirrored (FfMonthView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

void
ff_month_view_swiped (FfMonthView *self, double x, double y)
{
  int direction = ff_days_find_swipe (GTK_WIDGET (self), x, y);

  if (direction != 0)
    turn (self, direction);
}

static gboolean
has_focus (FfMonthView *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfMonthView *self = FF_MONTH_VIEW (widget);
  int days = g_variant_get_int32 (arguments);
  FfWallTime day;

  if (!has_focus (self))
    return FALSE;
  if (is_mirrored (self) && ABS (days) < FF_DAYS_A_WEEK)
    days = -days;
  day = ff_wall_time_add_days (&self->date, days);
  choose_day (self, &day);
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfMonthView *self = FF_MONTH_VIEW (widget);

  if (!has_focus (self))
    return FALSE;
  turn (self, g_variant_get_int32 (arguments));
  gtk_widget_grab_focus (GTK_WIDGET (ff_month_view_get_chosen (self)));
  return TRUE;
}

void
ff_month_view_add_keys (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key, keypad;
    int days;
  } steps[] = { { GDK_KEY_Left, GDK_KEY_KP_Left, -1 },
                { GDK_KEY_Right, GDK_KEY_KP_Right, 1 },
                { GDK_KEY_Up, GDK_KEY_KP_Up, -FF_DAYS_A_WEEK },
                { GDK_KEY_Down, GDK_KEY_KP_Down, FF_DAYS_A_WEEK } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (widget_class, steps[i].key, 0, step_cb, "i", steps[i].days);
      gtk_widget_class_add_binding (widget_class, steps[i].keypad, 0, step_cb, "i", steps[i].days);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, turn_cb, "i", 1);
}
