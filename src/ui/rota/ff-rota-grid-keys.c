/* ff-rota-grid-keys.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard and the pointer in the rota grid: going from cell to cell, its menu, and dragging.
 */

#include "ff-config.h"

#include "ff-rota-grid-private.h"

/* Where the arrow keys and their like lead to. */
typedef enum
{
  STEP,
  EDGE,   /* of the line */
  CORNER, /* of everything */
  PAGE,
} Reach;

void
ff_rota_grid_set_cursor (FfRotaGrid *self, guint row, guint week)
{
  if (self->row == row && self->week == week)
    return;
  self->row = row;
  self->week = week;
  ff_rota_grid_notify_slot (self);
}

void
ff_rota_grid_focus_cursor (FfRotaGrid *self)
{
  if (ff_rota_grid_count_rows (self) == 0)
    return;
  ff_rota_grid_scroll_to (self, self->row, self->week);
  self->focusing = gtk_widget_get_height (self->body) <= 0;
  if (self->focusing)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (ff_rota_grid_ensure_cell (self, self->row, self->week)));
}

/**
 * ff_rota_grid_go_to:
 * @self: a grid
 * @row: a line
 * @week: a week
 *
 * Scrolls there and puts the keyboard there.
 */
void
ff_rota_grid_go_to (FfRotaGrid *self, guint row, guint week)
{
  g_return_if_fail (FF_IS_ROTA_GRID (self));
  g_return_if_fail (row < ff_rota_grid_count_rows (self));
  g_return_if_fail (week < ff_rota_grid_count_weeks (self));

  ff_rota_grid_set_cursor (self, row, week);
  if (gtk_widget_get_height (self->body) > 0)
    ff_rota_grid_focus_cursor (self);
  else
    self->showing = TRUE;
}

static int
count_page (FfRotaGrid *self)
{
  return MAX (gtk_widget_get_height (self->body) / MAX (self->row_height, 1) - 1, 1);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);
  int rows = (int) ff_rota_grid_count_rows (self);
  int weeks = (int) ff_rota_grid_count_weeks (self);
  int row = (int) self->row;
  int week = (int) self->week;
  int across;
  int down;
  int reach;

  if (rows == 0)
    return FALSE;
  g_variant_get (arguments, "(iii)", &across, &down, &reach);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && reach == STEP)
    across = -across;
  switch ((Reach) reach)
    {
    case PAGE:
      row += down * count_page (self);
      break;

    case EDGE:
      week = across > 0 ? weeks - 1 : 0;
      break;

    case CORNER:
      row = across > 0 ? rows - 1 : 0;
      week = across > 0 ? weeks - 1 : 0;
      break;

    case STEP:
    default:
      row += down;
      week += across;
    }
  ff_rota_grid_set_cursor (self, (guint) CLAMP (row, 0, rows - 1),
                           (guint) CLAMP (week, 0, weeks - 1));
  ff_rota_grid_focus_cursor (self);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  ff_rota_grid_emit_opened (FF_ROTA_GRID (widget));
  return TRUE;
}

static void
pop_up (FfRotaGrid *self, const GdkRectangle *at)
{
  if (self->menu_model == NULL || ff_rota_grid_get_slot (self) == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);
  FfRotaCell *cell = ff_rota_grid_find_cell (self, self->row, self->week);
  graphene_rect_t area;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), widget, &area))
    return FALSE;
  pop_up (self, &(GdkRectangle) { (int) area.origin.x, (int) area.origin.y, (int) area.size.width,
                                  (int) area.size.height });
  return TRUE;
}

/* Tab goes through the grid as through one thing. */
static gboolean
ff_rota_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || ff_rota_grid_count_rows (self) == 0)
    return FALSE;
  ff_rota_grid_focus_cursor (self);
  return gtk_widget_get_focus_child (widget) != NULL;
}

static gboolean
ff_rota_grid_grab_focus (GtkWidget *widget)
{
  ff_rota_grid_focus_cursor (FF_ROTA_GRID (widget));
  return gtk_widget_get_focus_child (widget) != NULL;
}

static void
bind_move (GtkWidgetClass *widget_class,
           guint key,
           GdkModifierType modifiers,
           int across,
           int down,
           Reach reach)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "(iii)", across, down,
                                (int) reach);
}

void
ff_rota_grid_keys_class_init (GtkWidgetClass *widget_class)
{
  const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  widget_class->focus = ff_rota_grid_focus;
  widget_class->grab_focus = ff_rota_grid_grab_focus;
  bind_move (widget_class, GDK_KEY_Left, 0, -1, 0, STEP);
  bind_move (widget_class, GDK_KEY_Right, 0, 1, 0, STEP);
  bind_move (widget_class, GDK_KEY_Up, 0, 0, -1, STEP);
  bind_move (widget_class, GDK_KEY_Down, 0, 0, 1, STEP);
  bind_move (widget_class, GDK_KEY_Page_Up, 0, 0, -1, PAGE);
  bind_move (widget_class, GDK_KEY_Page_Down, 0, 0, 1, PAGE);
  bind_move (widget_class, GDK_KEY_Home, 0, -1, 0, EDGE);
  bind_move (widget_class, GDK_KEY_End, 0, 1, 0, EDGE);
  bind_move (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, -1, 0, CORNER);
  bind_move (widget_class, GDK_KEY_End, GDK_CONTROL_MASK, 1, 0, CORNER);
  for (guint i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding (widget_class, enter[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

static void
go_to_cell (FfRotaGrid *self, FfRotaCell *cell)
{
  ff_rota_grid_set_cursor (self, ff_rota_cell_get_row (cell), ff_rota_cell_get_week (cell));
  gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
on_pressed (FfRotaGrid *self, int n_press, double x, double y)
{
  FfRotaCell *cell = ff_rota_grid_pick (self, x, y);

  if (cell == NULL)
    return;
  go_to_cell (self, cell);
  if (n_press == 2)
    ff_rota_grid_emit_opened (self);
}

static void
on_menu_pressed (FfRotaGrid *self, int n_press, double x, double y)
{
  FfRotaCell *cell = ff_rota_grid_pick (self, x, y);

  if (cell == NULL)
    return;
  go_to_cell (self, cell);
  pop_up (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
on_long_pressed (FfRotaGrid *self, double x, double y)
{
  on_menu_pressed (self, 1, x, y);
}

static void
add_clicks (FfRotaGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (on_menu_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* A place that nobody has is nothing to drag. */
static GdkContentProvider *
on_prepare (FfRotaGrid *self, double x, double y)
{
  FfRotaCell *cell = ff_rota_grid_pick (self, x, y);
  FfSlot *slot = cell != NULL ? ff_rota_cell_get_slot (cell) : NULL;

  if (slot == NULL || ff_slot_get_assignment (slot) == NULL)
    return NULL;
  return gdk_content_provider_new_typed (FF_TYPE_SLOT, slot);
}

static void
on_drag_begin (FfRotaGrid *self, GdkDrag *drag, GtkDragSource *source)
{
  FfRotaCell *cell = ff_rota_grid_find_cell (self, self->row, self->week);
  g_autoptr (GdkPaintable) picture = NULL;

  if (cell == NULL)
    return;
  picture = gtk_widget_paintable_new (GTK_WIDGET (cell));
  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
set_target (FfRotaGrid *self, FfRotaCell *cell)
{
  if (self->target == cell)
    return;
  if (self->target != NULL)
    gtk_widget_unset_state_flags (GTK_WIDGET (self->target), GTK_STATE_FLAG_DROP_ACTIVE);
  self->target = cell;
  if (cell != NULL)
    gtk_widget_set_state_flags (GTK_WIDGET (cell), GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
}

static GdkDragAction
on_drag_motion (FfRotaGrid *self, double x, double y)
{
  FfRotaCell *cell = ff_rota_grid_pick (self, x, y);

  if (cell != NULL && ff_rota_cell_get_slot (cell) == NULL)
    cell = NULL;
  set_target (self, cell);
  return cell != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_drag_leave (FfRotaGrid *self)
{
  set_target (self, NULL);
}

static gboolean
on_drop (FfRotaGrid *self, const GValue *value, double x, double y)
{
  FfRotaCell *cell = ff_rota_grid_pick (self, x, y);
  FfSlot *slot = cell != NULL ? ff_rota_cell_get_slot (cell) : NULL;

  set_target (self, NULL);
  if (slot == NULL || g_value_get_object (value) == (gpointer) slot)
    return FALSE;
  go_to_cell (self, cell);
  ff_rota_grid_emit_dropped (self, slot, g_value_get_object (value));
  return TRUE;
}

static void
add_dragging (FfRotaGrid *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE);
  GType types[] = { FF_TYPE_SLOT, FF_TYPE_VOLUNTEER };

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "motion", G_CALLBACK (on_drag_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_drag_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
ff_rota_grid_pointer_init (FfRotaGrid *self)
{
  add_clicks (self);
  add_dragging (self);
}
