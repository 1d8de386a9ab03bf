/* ff-week-grid-moving.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving a meeting in the week grid, with the pointer or the keyboard: a ghost of it shows where it would be.
 */

#include "ff-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ff-week-days.h"
#include "ff-week-grid-private.h"
#include "ff-week-words.h"

/* Near the edge of what is on the screen, it scrolls this much a frame. */
#define EDGE 32
#define SCROLL_STEP 8
/* So much room the hint takes below what is moved by keyboard. */
#define HINT_LINES 4

/* One that is called off or rests is restored first; a holiday is what one moves away from. */
static gboolean
can_move (FfOccurrence *occurrence)
{
  FfStanding standing = ff_occurrence_get_standing (occurrence);

  return standing != FF_STANDING_CANCELLED && standing != FF_STANDING_PAUSED;
}

static FfWallTime
get_target (FfWeekGrid *self)
{
  const FfWeekMoving *moving = &self->moving;
  FfWallTime day = ff_wall_time_add_days (&self->first, moving->day);

  return ff_week_day_and_minute (&day, 0, moving->minute);
}

static void
show_ghost (FfWeekGrid *self)
{
  FfWeekMoving *moving = &self->moving;
  FfWallTime target = get_target (self);
  g_autofree char *time = ff_week_words_hour (moving->minute);
  g_autofree char *label = ff_week_words_moment (&target);
  const char *title
      = ff_schedule_get_title (self->schedule, ff_occurrence_get_meeting (moving->occurrence));

  ff_week_block_show (self->ghost, FF_WEEK_BLOCK_GHOST, NULL, time, title, "", label);
  gtk_widget_set_visible (GTK_WIDGET (self->ghost), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* All parts of the one that is moved are dimmed where it was. */
static void
dim_moved (FfWeekGrid *self, gboolean dimmed)
{
  for (guint i = 0; i < ff_week_grid_count_blocks (self); i++)
    {
      FfWeekBlock *block = g_ptr_array_index (self->blocks, i);

      if (ff_week_block_get_occurrence (block) != self->moving.occurrence)
        continue;
      if (dimmed)
        gtk_widget_add_css_class (GTK_WIDGET (block), "moving");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (block), "moving");
    }
}

static gboolean
begin (FfWeekGrid *self, FfOccurrence *occurrence, gboolean by_keyboard)
{
  FfWeekMoving *moving = &self->moving;
  FfWallTime start;
  gint64 minutes;

  if (!can_move (occurrence))
    return FALSE;
  start = ff_week_spans_find_start (occurrence, self->zone);
  minutes = g_date_time_difference (ff_occurrence_get_end (occurrence),
                                    ff_occurrence_get_start (occurrence))
            / G_TIME_SPAN_MINUTE;
  *moving = (FfWeekMoving) { .occurrence = g_object_ref (occurrence), .by_keyboard = by_keyboard };
  moving->start_day = moving->day = ff_week_count_days (&self->first, &start);
  moving->start_minute = moving->minute = start.hour * 60u + start.minute;
  moving->length = (guint) CLAMP (minutes, 1, FF_MINUTES_A_DAY);
  return TRUE;
}

/* Back to where nothing is moved; what was done so far is forgotten. */
void
ff_week_grid_moving_cancel (FfWeekGrid *self)
{
  gboolean by_keyboard = self->moving.by_keyboard;

  if (self->moving.occurrence == NULL)
    return;
  dim_moved (self, FALSE);
  if (self->moving.scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->moving.scrolling);
  g_clear_object (&self->moving.occurrence);
  self->moving = (FfWeekMoving) { 0 };
  gtk_widget_set_visible (GTK_WIDGET (self->ghost), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (by_keyboard)
    ff_week_grid_notify_moving (self);
}

/* FALSE where nothing was being moved. */
gboolean
ff_week_grid_moving_drop (FfWeekGrid *self)
{
  FfWeekMoving *moving = &self->moving;
  g_autoptr (FfOccurrence) occurrence = NULL;
  gboolean has_moved;
  FfWallTime target;

  if (moving->occurrence == NULL)
    return FALSE;
  occurrence = g_object_ref (moving->occurrence);
  target = get_target (self);
  has_moved = moving->day != moving->start_day || moving->minute != moving->start_minute;
  ff_week_grid_moving_cancel (self);
  if (has_moved)
    ff_week_grid_emit_moved (self, occurrence, &target);
  return TRUE;
}

static void
scroll_to_ghost (FfWeekGrid *self)
{
  GtkAdjustment *adjustment = ff_week_grid_get_vadjustment (self);
  double from = self->moving.minute / 60.0 * self->hour_height;

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from - self->line_height,
                               from + self->moving.length / 60.0 * self->hour_height
                                   + HINT_LINES * self->line_height);
}

/* A day or a quarter of an hour on; begins with what the keyboard is at. FALSE where that cannot be moved. */
gboolean
ff_week_grid_moving_step (FfWeekGrid *self, int days, int minutes)
{
  FfWeekMoving *moving = &self->moving;
  const char *label;

  if (moving->occurrence == NULL)
    {
      FfWeekBlock *block = ff_week_grid_get_focused (self);

      if (block == NULL || ff_week_block_get_occurrence (block) == NULL
          || !begin (self, ff_week_block_get_occurrence (block), TRUE))
        return FALSE;
      dim_moved (self, TRUE);
      ff_week_grid_notify_moving (self);
    }
  moving->day = CLAMP (moving->day + days, 0, (int) self->n_days - 1);
  if (minutes != 0)
    moving->minute = ff_week_snap (moving->minute + minutes);
  show_ghost (self);
  scroll_to_ghost (self);
  label = ff_week_block_get_label (self->ghost);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), label,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
}

/* The pointer is at @x, @y: the meeting goes as far as it went, in whole quarters of an hour. */
static void
drag_to (FfWeekGrid *self, double x, double y)
{
  FfWeekMoving *moving = &self->moving;
  guint day_before, day;
  double minute_before, minute, away;

  ff_week_grid_find_time (self, moving->x, moving->y, &day_before, &minute_before);
  ff_week_grid_find_time (self, x, y, &day, &minute);
  away = minute - minute_before;
  moving->day = CLAMP (moving->start_day + (int) day - (int) day_before, 0, (int) self->n_days - 1);
  if (fabs (away) < FF_WEEK_STEP / 2.0)
    moving->minute = moving->start_minute;
  else
    moving->minute = ff_week_snap (moving->start_minute + away);
  show_ghost (self);
}

static gboolean
scroll_at_edge (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);
  GtkAdjustment *adjustment = ff_week_grid_get_vadjustment (self);
  double value, top, before, x, y;

  if (adjustment == NULL)
    return G_SOURCE_CONTINUE;
  before = gtk_adjustment_get_value (adjustment);
  value = before;
  top = self->moving.pointer;
  if (top < EDGE)
    value -= SCROLL_STEP;
  else if (top > gtk_adjustment_get_page_size (adjustment) - EDGE)
    value += SCROLL_STEP;
  gtk_adjustment_set_value (adjustment, value);
  if (!G_APPROX_VALUE (gtk_adjustment_get_value (adjustment), before, 0.5)
      && gtk_gesture_drag_get_offset (GTK_GESTURE_DRAG (self->drag), &x, &y))
    drag_to (self, self->moving.x + x, top + gtk_adjustment_get_value (adjustment));
  return G_SOURCE_CONTINUE;
}

static void
on_drag_begin (FfWeekGrid *self, double x, double y, GtkGesture *gesture)
{
  FfWeekBlock *block = ff_week_grid_find_block (self, x, y);
  GdkDevice *device = gtk_gesture_get_device (gesture);

  ff_week_grid_moving_cancel (self);
  /* A finger that is drawn over the grid scrolls it; the menu has Move…. */
  if (block == NULL || ff_week_block_get_occurrence (block) == NULL
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
      || !begin (self, ff_week_block_get_occurrence (block), FALSE))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->moving.x = x;
  self->moving.y = y;
}

static void
on_drag_update (FfWeekGrid *self, double x, double y, GtkGesture *gesture)
{
  FfWeekMoving *moving = &self->moving;
  GtkAdjustment *adjustment = ff_week_grid_get_vadjustment (self);

  if (moving->occurrence == NULL)
    return;
  if (!moving->begun)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
        return;
      moving->begun = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      dim_moved (self, TRUE);
      moving->scrolling
          = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_at_edge, NULL, NULL);
    }
  moving->pointer
      = moving->y + y - (adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0);
  drag_to (self, moving->x + x, moving->y + y);
}

static void
on_drag_end (FfWeekGrid *self, double x, double y)
{
  if (self->moving.by_keyboard)
    return;
  if (self->moving.begun)
    ff_week_grid_moving_drop (self);
  else
    ff_week_grid_moving_cancel (self);
}

static void
on_drag_cancelled (FfWeekGrid *self)
{
  if (!self->moving.by_keyboard)
    ff_week_grid_moving_cancel (self);
}

static gboolean
cancel_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  if (self->moving.occurrence == NULL)
    return FALSE;
  ff_week_grid_moving_cancel (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  return TRUE;
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  ff_week_grid_focus_cursor (self);
  ff_week_grid_moving_step (self, 0, 0);
}

void
ff_week_grid_moving_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "week.move", NULL, move_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, cancel_cb, NULL);
}

void
ff_week_grid_moving_init (FfWeekGrid *self)
{
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (on_drag_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (on_drag_end), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (on_drag_cancelled), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}
