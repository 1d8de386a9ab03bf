/* ff-agenda-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda to scroll through, with a heading over each day or week.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-agenda-list.h"
#include "ff-occurrence-row.h"
#include "ff-when.h"

/* Less than a row is high. */
#define PICK_STEP 24
/* Between a heading and the first date under it, at most. */
#define HEADING_GAP 12

/* A list view makes 200 rows where it has as many dates, which takes longer than a key in the search may: it is given a few, and
 * more as somebody scrolls. */
#define FEW_ROWS 20

struct _FfAgendaList
{
  AdwBin parent_instance;

  FfAgenda *agenda;
  GtkSliceListModel *seen; /* the dates up to a little below those that are seen */
  FfClock *clock;
  gboolean by_week;
  gboolean begun; /* it was on the screen, and showed its first heading */
  int day;        /* of the month, for which the headings were written */
  guint scrolled;
  guint layout; /* the tick callback that waits for it */
  guint n_frames;
  FfOccurrence *first; /* (nullable): to be brought to the top once it is laid out */

  GtkScrolledWindow *scroller;
  GtkListView *list;
};

enum
{
  OPENED,
  END_NEAR,
  SCROLLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfAgendaList, ff_agenda_list, ADW_TYPE_BIN)

static void
setup_row (FfAgendaList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, ff_occurrence_row_new ());
}

static void
bind_row (FfAgendaList *self, GtkListItem *item)
{
  FfOccurrence *occurrence = gtk_list_item_get_item (item);
  FfSchedule *schedule = ff_agenda_get_schedule (self->agenda);
  GTimeZone *zone = ff_agenda_get_zone (self->agenda);
  g_autofree char *label = ff_when_label (occurrence, schedule, zone);

  ff_occurrence_row_set_occurrence (FF_OCCURRENCE_ROW (gtk_list_item_get_child (item)), occurrence,
                                    schedule, zone, self->by_week);
  gtk_list_item_set_accessible_label (item, label);
}

static void
unbind_row (FfAgendaList *self, GtkListItem *item)
{
  ff_occurrence_row_set_occurrence (FF_OCCURRENCE_ROW (gtk_list_item_get_child (item)), NULL, NULL,
                                    NULL, FALSE);
}

static void
setup_heading (FfAgendaList *self, GtkListHeader *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_heading (FfAgendaList *self, GtkListHeader *header)
{
  FfOccurrence *occurrence = gtk_list_header_get_item (header);
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);
  g_autoptr (GDateTime) start = ff_when_shown (occurrence, ff_agenda_get_zone (self->agenda));
  g_autofree char *text = self->by_week ? ff_when_week (start, now) : ff_when_day (start, now);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
set_factories (FfAgendaList *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "setup", G_CALLBACK (setup_heading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "bind", G_CALLBACK (bind_heading), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headings);
}

/* "Today" and "This week" are other dates after midnight. */
static void
on_tick (FfAgendaList *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);

  if (self->day == g_date_time_get_day_of_month (now))
    return;
  self->day = g_date_time_get_day_of_month (now);
  set_factories (self);
}

static void
activate_cb (FfAgendaList *self, guint position)
{
  g_autoptr (FfOccurrence) occurrence
      = g_list_model_get_item (G_LIST_MODEL (self->agenda), position);

  if (occurrence != NULL)
    g_signal_emit (self, signals[OPENED], 0, occurrence);
}

/* Makes rows up to a little behind @position; whether there was any more. */
static gboolean
show_more (FfAgendaList *self, guint position)
{
  const guint wanted = position + FEW_ROWS;
  const guint n_seen = gtk_slice_list_model_get_size (self->seen);

  if (n_seen >= g_list_model_get_n_items (G_LIST_MODEL (self->agenda)))
    return FALSE;
  if (wanted > n_seen)
    gtk_slice_list_model_set_size (self->seen, wanted);
  return TRUE;
}

static gboolean
emit_scrolled (gpointer user_data)
{
  FfAgendaList *self = FF_AGENDA_LIST (user_data);

  self->scrolled = 0;
  g_signal_emit (self, signals[SCROLLED], 0);
  if (!ff_agenda_list_is_near_end (self))
    return G_SOURCE_REMOVE;
  if (!show_more (self, g_list_model_get_n_items (G_LIST_MODEL (self->seen))))
    g_signal_emit (self, signals[END_NEAR], 0);
  return G_SOURCE_REMOVE;
}

/* Dates that came while the list was not on the screen leave it at the first one, under its heading. */
static gboolean
begin_at_heading (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  FfAgendaList *self = FF_AGENDA_LIST (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  /* Before the first layout. */
  if (gtk_adjustment_get_page_size (adjustment) < 1)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  return G_SOURCE_REMOVE;
}

static void
ff_agenda_list_map (GtkWidget *widget)
{
  FfAgendaList *self = FF_AGENDA_LIST (widget);

  GTK_WIDGET_CLASS (ff_agenda_list_parent_class)->map (widget);
  if (!self->begun)
    gtk_widget_add_tick_callback (widget, begin_at_heading, NULL, NULL);
  self->begun = TRUE;
}

/* Not at once: the adjustment changes while the list is being laid out. */
static void
on_adjusted (FfAgendaList *self)
{
  if (self->scrolled == 0)
    self->scrolled = g_idle_add (emit_scrolled, self);
}

/* Where a date is below the top, with its heading where it has one right above it; 0 where it is not laid out. */
static double
find_offset (FfAgendaList *self, FfOccurrence *occurrence)
{
  float heading = 0, heading_end = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self->list), &bounds))
        continue;
      if (g_str_equal (gtk_widget_get_css_name (child), "header"))
        {
          heading = bounds.origin.y;
          heading_end = bounds.origin.y + bounds.size.height;
        }
      else if (FF_IS_OCCURRENCE_ROW (row)
               && ff_occurrence_row_get_occurrence (FF_OCCURRENCE_ROW (row)) == occurrence)
        return (double) (fabsf (bounds.origin.y - heading_end) < HEADING_GAP ? heading
                                                                             : bounds.origin.y);
    }
  return 0;
}

static void
bring_to_top (FfAgendaList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_autoptr (FfOccurrence) first = g_steal_pointer (&self->first);

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + find_offset (self, first));
}

/* In the frame after the one that laid them out. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  FfAgendaList *self = FF_AGENDA_LIST (widget);

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->layout = 0;
  if (self->first != NULL)
    bring_to_top (self);
  on_adjusted (self);
  return G_SOURCE_REMOVE;
}

/* Also because dates that leave room on the screen change nothing that can be scrolled. */
static void
wait_for_layout (FfAgendaList *self)
{
  self->n_frames = 0;
  if (self->layout == 0)
    self->layout = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
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

  if (ff_occurrence_get_cancelled (occurrence))
    append_item (date, _ ("_Restore This Date"), "page.restore-date",
                 g_variant_new ("(ss)", uid, time));
  else
    {
      append_item (date, _ ("_Write Check-ins"), "win.write-check-ins",
                   g_variant_new ("(ss)", uid, time));
      append_item (date, _ ("_Cancel This Date"), "page.cancel-date",
                   g_variant_new ("(ss)", uid, time));
    }
  append_item (meeting, _ ("_Edit Meeting…"), "page.edit-meeting", g_variant_new ("s", uid));
  append_item (meeting, _ ("_Delete Meeting"), "page.delete-meeting", g_variant_new ("s", uid));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (date));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (meeting));
  return G_MENU_MODEL (menu);
}

static gboolean
unparent_in_idle (gpointer popover)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
  return G_SOURCE_REMOVE;
}

/* The chosen item's action is activated after the popover has closed. */
static void
on_menu_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_in_idle, g_object_ref (popover),
                   g_object_unref);
}

static void
show_menu (FfOccurrenceRow *row, const GdkRectangle *at)
{
  FfOccurrence *occurrence = ff_occurrence_row_get_occurrence (row);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (occurrence == NULL)
    return;
  menu = make_menu (occurrence);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (popover, GTK_WIDGET (row));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), at == NULL);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (on_menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
show_menu_at (FfAgendaList *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, FF_TYPE_OCCURRENCE_ROW) : NULL;
  graphene_point_t point;

  if (row == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->list), row,
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  show_menu (FF_OCCURRENCE_ROW (row), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
}

static void
pressed_cb (FfAgendaList *self, int n_press, double x, double y)
{
  show_menu_at (self, x, y);
}

static void
long_pressed_cb (FfAgendaList *self, double x, double y)
{
  show_menu_at (self, x, y);
}

/* The focus is on the item around a row. */
static FfOccurrenceRow *
find_focused_row (FfAgendaList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *row = child != NULL ? gtk_widget_get_first_child (child) : NULL;

  return FF_IS_OCCURRENCE_ROW (row) ? FF_OCCURRENCE_ROW (row) : NULL;
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfOccurrenceRow *row = find_focused_row (FF_AGENDA_LIST (widget));

  if (row != NULL)
    show_menu (row, NULL);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfOccurrenceRow *row = find_focused_row (FF_AGENDA_LIST (widget));
  FfOccurrence *occurrence = row != NULL ? ff_occurrence_row_get_occurrence (row) : NULL;

  if (occurrence == NULL || ff_occurrence_get_cancelled (occurrence))
    return;

  g_autofree char *time = ff_wall_time_to_string (ff_occurrence_get_rule_time (occurrence));
  gtk_widget_activate_action (widget, "page.cancel-date", "(ss)",
                              ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)), time);
}

static void
ff_agenda_list_dispose (GObject *object)
{
  FfAgendaList *self = FF_AGENDA_LIST (object);

  g_clear_handle_id (&self->scrolled, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_AGENDA_LIST);
  g_clear_object (&self->first);
  g_clear_object (&self->seen);
  g_clear_object (&self->agenda);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (ff_agenda_list_parent_class)->dispose (object);
}

static void
ff_agenda_list_class_init (FfAgendaListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_agenda_list_dispose;
  widget_class->map = ff_agenda_list_map;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  signals[END_NEAR] = g_signal_new ("end-near", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SCROLLED] = g_signal_new ("scrolled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "list.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "list.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAgendaList, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfAgendaList, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}

static void
ff_agenda_list_init (FfAgendaList *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_adjusted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_adjusted), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_agenda_list_set_agenda:
 * @self: a list
 * @agenda: what to show; set once
 * @clock: what says which day is today
 */
void
ff_agenda_list_set_agenda (FfAgendaList *self, FfAgenda *agenda, FfClock *clock)
{
  g_autoptr (GtkSelectionModel) model = NULL;
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (FF_IS_AGENDA_LIST (self));
  g_return_if_fail (FF_IS_AGENDA (agenda));
  g_return_if_fail (FF_IS_CLOCK (clock));
  g_return_if_fail (self->agenda == NULL);

  self->agenda = g_object_ref (agenda);
  self->clock = g_object_ref (clock);
  now = ff_clock_get_now (clock);
  self->day = g_date_time_get_day_of_month (now);
  g_signal_connect_object (clock, "tick", G_CALLBACK (on_tick), self, G_CONNECT_SWAPPED);
  set_factories (self);
  g_signal_connect_object (agenda, "items-changed", G_CALLBACK (wait_for_layout), self,
                           G_CONNECT_SWAPPED);
  self->seen = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (agenda)), 0, FEW_ROWS);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->seen))));
  gtk_list_view_set_model (self->list, model);
}

/**
 * ff_agenda_list_set_by_week:
 * @self: a list
 * @by_week: whether each heading is a week, and rows say their day, rather than a heading a day
 */
void
ff_agenda_list_set_by_week (FfAgendaList *self, gboolean by_week)
{
  g_return_if_fail (FF_IS_AGENDA_LIST (self));

  if (self->by_week == by_week)
    return;
  self->by_week = by_week;
  ff_agenda_set_by_week (self->agenda, by_week);
  set_factories (self);
}

/**
 * ff_agenda_list_start_over:
 * @self: a list
 *
 * Lets go of the rows that scrolling brought: other dates are to come.
 */
void
ff_agenda_list_start_over (FfAgendaList *self)
{
  g_return_if_fail (FF_IS_AGENDA_LIST (self));

  gtk_slice_list_model_set_size (self->seen, FEW_ROWS);
}

/**
 * ff_agenda_list_scroll_to:
 * @self: a list
 * @position: a position in the agenda; nothing happens where there is none
 *
 * Shows a date and moves the focus to it.
 */
void
ff_agenda_list_scroll_to (FfAgendaList *self, guint position)
{
  g_return_if_fail (FF_IS_AGENDA_LIST (self));

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->agenda)))
    return;
  show_more (self, position);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

/**
 * ff_agenda_list_show_first:
 * @self: a list
 * @position: a position in the agenda; nothing happens where there is none
 *
 * Shows a date as the first one under its heading, where there is enough below it. The focus stays where it is.
 */
void
ff_agenda_list_show_first (FfAgendaList *self, guint position)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));

  g_return_if_fail (FF_IS_AGENDA_LIST (self));

  if (position >= n_items)
    return;
  g_clear_object (&self->first);
  self->first = g_list_model_get_item (G_LIST_MODEL (self->agenda), position);
  show_more (self, position);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  wait_for_layout (self);
}

/**
 * ff_agenda_list_get_first:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): the first date that is seen
 */
FfOccurrence *
ff_agenda_list_get_first (FfAgendaList *self)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self->list));
  const double x = gtk_widget_get_width (GTK_WIDGET (self->list)) / 2.0;

  g_return_val_if_fail (FF_IS_AGENDA_LIST (self), NULL);

  for (int y = 0; y < height; y += PICK_STEP)
    {
      GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
      GtkWidget *row
          = picked != NULL ? gtk_widget_get_ancestor (picked, FF_TYPE_OCCURRENCE_ROW) : NULL;

      if (row != NULL)
        return ff_occurrence_row_get_occurrence (FF_OCCURRENCE_ROW (row));
    }
  return NULL;
}

/**
 * ff_agenda_list_is_near_end:
 * @self: a list
 *
 * Returns: whether less than one more screen is left below what is seen
 */
gboolean
ff_agenda_list_is_near_end (FfAgendaList *self)
{
  GtkAdjustment *adjustment;
  double page;

  g_return_val_if_fail (FF_IS_AGENDA_LIST (self), FALSE);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  page = gtk_adjustment_get_page_size (adjustment);
  return page > 0
         && gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page
                < page;
}
