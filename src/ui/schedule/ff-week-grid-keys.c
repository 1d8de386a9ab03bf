/* ff-week-grid-keys.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard and the menu in the week grid: from meeting to meeting and hour to hour.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-week-days.h"
#include "ff-week-grid-private.h"
#include "ff-week-words.h"

static FfWeekBlock *
get_cursor_block (FfWeekGrid *self)
{
  if (self->cursor.place >= 0 && self->cursor.place < (int) ff_week_grid_count_blocks (self))
    return g_ptr_array_index (self->blocks, self->cursor.place);
  return self->slot;
}

/* The empty hour under the cursor is there to be focused, and to be named. */
void
ff_week_grid_show_slot (FfWeekGrid *self)
{
  FfWallTime hour;
  g_autofree char *moment = NULL;
  g_autofree char *label = NULL;

  if (self->cursor.place >= 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->slot), FALSE);
      return;
    }
  hour = ff_week_day_and_minute (&self->first, self->cursor.day, self->cursor.minute / 60 * 60);
  moment = ff_week_words_moment (&hour);
  /* Translators: an hour of a day in which there is no meeting, like “Tuesday 24 November, 15:00, no meeting” */
  label = g_strdup_printf (_ ("%s, no meeting"), moment);
  ff_week_block_show (self->slot, FF_WEEK_BLOCK_SLOT, NULL, "", "", "", label);
  gtk_widget_set_visible (GTK_WIDGET (self->slot), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The block of the grid that has the focus. */
FfWeekBlock *
ff_week_grid_get_focused (FfWeekGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !FF_IS_WEEK_BLOCK (focus)
      || gtk_widget_get_parent (focus) != GTK_WIDGET (self))
    return NULL;
  return FF_WEEK_BLOCK (focus);
}

static void
scroll_to_cursor (FfWeekGrid *self)
{
  GtkAdjustment *adjustment = ff_week_grid_get_vadjustment (self);
  double from = self->cursor.minute / 60.0 * self->hour_height;
  double until = from + self->hour_height;

  if (adjustment == NULL)
    return;
  if (self->cursor.place >= 0)
    {
      const FfWeekPlace *place
          = &g_array_index (self->layout->places, FfWeekPlace, self->cursor.place);

      from = place->from / 60.0 * self->hour_height;
      until = place->until / 60.0 * self->hour_height;
    }
  gtk_adjustment_clamp_page (adjustment, from - self->line_height, until + self->line_height);
}

void
ff_week_grid_focus_cursor (FfWeekGrid *self)
{
  ff_week_grid_show_slot (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_cursor_block (self)));
  scroll_to_cursor (self);
}

/* To the days before or after; the cursor comes to the side from which it left. */
void
ff_week_grid_turn (FfWeekGrid *self, int direction)
{
  self->turning = TRUE;
  ff_week_grid_emit_turned (self, direction);
}

static FfWeekDirection
mirror (FfWeekGrid *self, FfWeekDirection direction)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return direction;
  if (direction == FF_WEEK_EARLIER)
    return FF_WEEK_LATER;
  return direction == FF_WEEK_LATER ? FF_WEEK_EARLIER : direction;
}

static gboolean
step_moving (FfWeekGrid *self, FfWeekDirection direction)
{
  switch (direction)
    {
    case FF_WEEK_UP:
      return ff_week_grid_moving_step (self, 0, -FF_WEEK_STEP);

    case FF_WEEK_DOWN:
      return ff_week_grid_moving_step (self, 0, FF_WEEK_STEP);

    case FF_WEEK_EARLIER:
      return ff_week_grid_moving_step (self, -1, 0);

    case FF_WEEK_LATER:
      return ff_week_grid_moving_step (self, 1, 0);

    case FF_WEEK_FIRST:
    case FF_WEEK_LAST:
    default:
      return FALSE;
    }
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);
  FfWeekDirection direction = mirror (self, (FfWeekDirection) g_variant_get_int32 (arguments));

  if (self->layout == NULL)
    return FALSE;
  if (self->moving.occurrence != NULL)
    return step_moving (self, direction);
  if (ff_week_layout_step (self->layout, self->n_days, direction, &self->cursor))
    {
      ff_week_grid_focus_cursor (self);
      return TRUE;
    }
  self->cursor.day = direction == FF_WEEK_EARLIER ? self->n_days - 1 : 0;
  ff_week_grid_turn (self, direction == FF_WEEK_EARLIER ? -1 : 1);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  step_moving (self, mirror (self, (FfWeekDirection) g_variant_get_int32 (arguments)));
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  if (self->moving.occurrence == NULL)
    ff_week_grid_turn (self, g_variant_get_int32 (arguments));
  return TRUE;
}

void
ff_week_grid_create (FfWeekGrid *self, guint day, guint minute)
{
  FfWallTime start = ff_week_day_and_minute (&self->first, day, minute);

  ff_week_grid_emit_create (self, &start);
}

/* What pressing a block, or Enter on it, does. */
void
ff_week_grid_activate (FfWeekGrid *self, FfWeekBlock *block)
{
  int number;

  if (ff_week_grid_moving_drop (self))
    return;
  switch (ff_week_block_get_kind (block))
    {
    case FF_WEEK_BLOCK_MEETING:
      ff_week_grid_emit_opened (self, ff_week_block_get_occurrence (block));
      break;

    case FF_WEEK_BLOCK_MORE:
      number = ff_week_grid_get_number (self, block);
      if (number >= 0)
        ff_week_grid_emit_crowd (self, (guint) number);
      break;

    case FF_WEEK_BLOCK_SLOT:
      ff_week_grid_create (self, self->cursor.day, self->cursor.minute / 60 * 60);
      break;

    case FF_WEEK_BLOCK_GHOST:
    default:
      break;
    }
}

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (FfOccurrence *occurrence)
{
  const char *uid = ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence));
  g_autofree char *time = ff_wall_time_to_string (ff_occurrence_get_rule_time (occurrence));
  g_autoptr (GMenu) date = g_menu_new ();
  g_autoptr (GMenu) meeting = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_item (date, _ ("_Open"), "week.open", NULL);
  append_item (date, _ ("_Move…"), "week.move", NULL);
  if (ff_occurrence_get_cancelled (occurrence))
    append_item (date, _ ("_Restore This Date"), "page.restore-date",
                 g_variant_new ("(ss)", uid, time));
  else
    append_item (date, _ ("_Cancel This Date"), "page.cancel-date",
                 g_variant_new ("(ss)", uid, time));
  append_item (meeting, _ ("_Edit Meeting…"), "page.edit-meeting", g_variant_new ("s", uid));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (date));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (meeting));
  return G_MENU_MODEL (menu);
}

/* The chosen item's action is activated after the popover has closed. */
static gboolean
drop_menu (gpointer user_data)
{
  FfWeekGrid *self = FF_WEEK_GRID (user_data);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (FfWeekGrid *self)
{
  ff_week_grid_focus_cursor (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu, g_object_ref (self), g_object_unref);
}

static void
show_menu (FfWeekGrid *self, FfWeekBlock *block, const GdkRectangle *at)
{
  FfOccurrence *occurrence = ff_week_block_get_occurrence (block);
  g_autoptr (GMenuModel) menu = NULL;

  if (occurrence == NULL || self->menu != NULL)
    return;
  menu = make_menu (occurrence);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (block));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), at == NULL);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  if (self->cursor.place >= 0)
    show_menu (self, get_cursor_block (self), NULL);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  if (self->cursor.place >= 0)
    ff_week_grid_activate (self, get_cursor_block (self));
}

/* The cursor goes where the focus goes, by whatever way. */
static void
point_at (FfWeekGrid *self, FfWeekBlock *block)
{
  int number = ff_week_grid_get_number (self, block);
  const FfWeekPlace *place;

  if (number < 0)
    return;
  place = &g_array_index (self->layout->places, FfWeekPlace, number);
  self->cursor = (FfWeekCursor) { number, place->day, place->from };
  ff_week_grid_focus_cursor (self);
}

static void
show_menu_at (FfWeekGrid *self, double x, double y)
{
  FfWeekBlock *block = ff_week_grid_find_block (self, x, y);
  graphene_point_t point;

  if (block == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (block),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  point_at (self, block);
  show_menu (self, block, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
}

static void
on_secondary_pressed (FfWeekGrid *self, int n_press, double x, double y)
{
  show_menu_at (self, x, y);
}

static void
on_pressed (FfWeekGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  FfWeekBlock *block = ff_week_grid_find_block (self, x, y);
  guint day;
  double minute;

  if (block != NULL)
    {
      point_at (self, block);
      return;
    }
  if (self->layout == NULL || !ff_week_grid_find_time (self, x, y, &day, &minute))
    return;
  if (n_press == 2)
    {
      ff_week_grid_create (self, day, (guint) minute / 30 * 30);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  self->cursor = ff_week_layout_find (self->layout, day, (guint) minute);
  if (self->cursor.place < 0)
    ff_week_grid_focus_cursor (self);
}

static void
on_released (FfWeekGrid *self, int n_press, double x, double y)
{
  FfWeekBlock *block = ff_week_grid_find_block (self, x, y);

  if (block == NULL || n_press != 1 || self->moving.begun)
    return;
  /* Where it was pressed it might have been moved from. */
  ff_week_grid_moving_cancel (self);
  ff_week_grid_activate (self, block);
}

/* Tab comes to one block and leaves from it; the arrow keys do the rest. */
static gboolean
ff_week_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  if (ff_week_grid_get_focused (self) != NULL || self->layout == NULL)
    return FALSE;
  ff_week_grid_focus_cursor (self);
  return TRUE;
}

static gboolean
ff_week_grid_grab_focus (GtkWidget *widget)
{
  FfWeekGrid *self = FF_WEEK_GRID (widget);

  if (self->layout == NULL)
    return FALSE;
  ff_week_grid_focus_cursor (self);
  return TRUE;
}

static void
add_step (GtkWidgetClass *widget_class, guint key, guint keypad, FfWeekDirection direction)
{
  gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "i", (int) direction);
  gtk_widget_class_add_binding (widget_class, keypad, 0, step_cb, "i", (int) direction);
  if (direction == FF_WEEK_FIRST || direction == FF_WEEK_LAST)
    return;
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, move_cb, "i", (int) direction);
  gtk_widget_class_add_binding (widget_class, keypad, GDK_CONTROL_MASK, move_cb, "i",
                                (int) direction);
}

void
ff_week_grid_keys_class_init (GtkWidgetClass *widget_class)
{
  widget_class->focus = ff_week_grid_focus;
  widget_class->grab_focus = ff_week_grid_grab_focus;

  add_step (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, FF_WEEK_UP);
  add_step (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, FF_WEEK_DOWN);
  add_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, FF_WEEK_EARLIER);
  add_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, FF_WEEK_LATER);
  add_step (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, FF_WEEK_FIRST);
  add_step (widget_class, GDK_KEY_End, GDK_KEY_KP_End, FF_WEEK_LAST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, turn_cb, "i", 1);
  gtk_widget_class_install_action (widget_class, "week.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "week.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "week.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "week.menu",
                                       NULL);
}

void
ff_week_grid_keys_init (FfWeekGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (show_menu_at), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}
