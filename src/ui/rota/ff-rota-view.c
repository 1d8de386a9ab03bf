/* ff-rota-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota of a quarter: weeks by meetings and roles, who has each place, and everything that is done with it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-place.h"
#include "ff-rota-view-private.h"
#include "ff-view.h"
#include "ff-week-days.h"

#define DAYS (FF_ROTA_VIEW_WEEKS * FF_DAYS_A_WEEK)

typedef enum
{
  PROP_TITLE = 1,
  PROP_NARROW,
  PROP_PINNED,
} FfRotaViewProps;

static GParamSpec *properties[PROP_PINNED + 1];

G_DEFINE_FINAL_TYPE (FfRotaView, ff_rota_view, ADW_TYPE_BIN)

static FfWallTime
get_today (FfRotaView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return ff_wall_time_from_date_time (now);
}

/* Which of the weeks shown a day is in, -1 for none. */
static int
find_week_of (FfRotaView *self, const FfWallTime *day)
{
  int days = ff_week_count_days (&self->first, day);

  return days >= 0 && days < DAYS ? days / FF_DAYS_A_WEEK : -1;
}

/* Which of them is now. */
int
ff_rota_view_find_week (FfRotaView *self)
{
  FfWallTime today = get_today (self);

  return find_week_of (self, &today);
}

FfRota *
ff_rota_view_get_rota (FfRotaView *self)
{
  return self->rows != NULL ? ff_rota_rows_get_rota (self->rows) : NULL;
}

FfSlot *
ff_rota_view_get_slot (FfRotaView *self)
{
  return self->narrow ? ff_rota_list_get_slot (self->list) : ff_rota_grid_get_slot (self->grid);
}

GDateTime *
ff_rota_view_get_from (FfRotaView *self)
{
  return ff_week_find_midnight (&self->first, 0);
}

GDateTime *
ff_rota_view_get_until (FfRotaView *self)
{
  return ff_week_find_midnight (&self->first, DAYS);
}

const char *
ff_rota_view_get_group_uid (FfRotaView *self)
{
  return self->group != NULL ? ff_group_get_uid (self->group) : NULL;
}

/* Nothing to fill: says what comes first. */
static void
show_empty (FfRotaView *self)
{
  gboolean nobody
      = ff_roster_get_volunteers (ff_rota_get_roster (ff_rota_view_get_rota (self)))->len == 0;

  gtk_widget_set_visible (self->add_button, nobody);
  if (nobody)
    {
      adw_status_page_set_title (self->empty, _ ("Nobody to Ask Yet"));
      adw_status_page_set_description (
          self->empty,
          _ ("Add volunteers under “People”. The dates of the meetings then appear here "
             "as places to fill; “Who Is Needed…” in the menu above says which."));
    }
  else
    {
      adw_status_page_set_title (self->empty, _ ("No Meetings in These Weeks"));
      adw_status_page_set_description (
          self->empty, _ ("Places come from the dates of meetings: add meetings to the schedule, "
                          "or look at other weeks."));
    }
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_rows (FfRotaView *self)
{
  GPtrArray *volunteers;
  int current = ff_rota_view_find_week (self);

  if (self->rows == NULL)
    return;
  volunteers = ff_roster_get_volunteers (ff_rota_get_roster (ff_rota_view_get_rota (self)));
  if (ff_rota_rows_count (self->rows) == 0 || volunteers->len == 0)
    {
      show_empty (self);
      return;
    }
  if (self->narrow)
    ff_rota_list_show (self->list, self->rows, current);
  else
    ff_rota_grid_show (self->grid, self->rows, current);
  gtk_stack_set_visible_child_name (self->stack, self->narrow ? "list" : "grid");
}

static GtkWidget *
find_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Whether the focus is in another part of the window. */
static gboolean
is_elsewhere (GtkWidget *widget)
{
  GtkWidget *focus = find_focus (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, FF_TYPE_VIEW);

  return focus != NULL && page != NULL && !gtk_widget_is_ancestor (focus, page);
}

static gboolean
is_gap (FfRotaRow *row, guint week)
{
  FfSlot *slot = ff_rota_row_get_slot (row, week);

  if (slot == NULL)
    return FALSE;
  if (ff_slot_get_assignment (slot) != NULL)
    return ff_rota_row_get_against (row, week) != 0;
  return ff_slot_get_required (slot) && ff_rota_row_get_state (row, week) != FF_ROTA_MISSED;
}

/* Goes to the first gap of the day's week that was asked for. */
static void
go_to_wanted (FfRotaView *self)
{
  int week = self->wanted.year != 0 ? find_week_of (self, &self->wanted) : -1;
  guint rows = ff_rota_rows_count (self->rows);
  guint found = 0;

  self->wanted.year = 0;
  if (week < 0 || rows == 0)
    return;
  for (guint i = rows; i-- > 0;)
    if (is_gap (ff_rota_rows_get_row (self->rows, i), (guint) week))
      found = i;
  if (!self->narrow)
    ff_rota_grid_go_to (self->grid, found, (guint) week);
  else if (ff_rota_row_get_slot (ff_rota_rows_get_row (self->rows, found), (guint) week) != NULL)
    ff_rota_list_go_to (self->list, ff_rota_row_get_slot (ff_rota_rows_get_row (self->rows, found),
                                                          (guint) week));
}

/* What was read just now. */
void
ff_rota_view_show_read (FfRotaView *self)
{
  ff_rota_people_show (self->people_list, self->people);
  ff_rota_view_show_astray (self);
  show_rows (self);
  go_to_wanted (self);
  if (self->wants_focus
      && (find_focus (GTK_WIDGET (self)) == self->focus_before
          || !is_elsewhere (GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
  ff_rota_view_update_actions (self);
  ff_rota_view_go_on_covering (self);
}

/* Thirteen weeks that begin with that of @date. */
static void
show_weeks (FfRotaView *self, const FfWallTime *date)
{
  FfWallTime first = ff_week_find (date);
  g_autofree char *title = ff_week_format (&first, DAYS);

  self->first = first;
  ff_rota_view_reload (self);
  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
turn (FfRotaView *self, int days)
{
  FfWallTime first = ff_wall_time_add_days (&self->first, days);

  show_weeks (self, &first);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (FF_ROTA_VIEW (widget), DAYS);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (FF_ROTA_VIEW (widget), -DAYS);
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_rota_view_show_date (FF_ROTA_VIEW (widget), "");
}

static void
opened_cb (FfRotaView *self, FfSlot *slot)
{
  ff_rota_view_choose_volunteer (self, slot);
}

static void
dropped_cb (FfRotaView *self, FfSlot *slot, GObject *what)
{
  ff_rota_view_drop (self, slot, what);
}

static void
person_chosen_cb (FfRotaView *self, FfVolunteer *volunteer)
{
  FfSlot *slot = ff_rota_view_get_slot (self);

  if (slot != NULL)
    ff_rota_view_assign (self, slot, volunteer, FF_DUTY_PROPOSED);
}

/* Where they cover the places they go away. */
static void
people_left_cb (FfRotaView *self)
{
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
slot_cb (FfRotaView *self)
{
  ff_rota_view_update_actions (self);
}

static void
ff_rota_view_map (GtkWidget *widget)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);

  GTK_WIDGET_CLASS (ff_rota_view_parent_class)->map (widget);
  if (self->stale)
    ff_rota_view_reload (self);
}

/* Where nothing is shown because there is nobody, the first thing to do is to add somebody. */
static gboolean
shows_adding (FfRotaView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0
         && gtk_widget_get_visible (self->add_button);
}

/* To the place where it was; as soon as there is one, unless somebody has turned to another part of the window by then. */
static gboolean
ff_rota_view_grab_focus (GtkWidget *widget)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  self->wants_focus = g_strcmp0 (shown, "grid") != 0 && g_strcmp0 (shown, "list") != 0;
  self->focus_before = find_focus (widget);
  if (shows_adding (self))
    return gtk_widget_grab_focus (self->add_button);
  if (self->wants_focus)
    return FALSE;
  return gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->list) : GTK_WIDGET (self->grid));
}

/* Who turns to the rota wants its places, not what stands above them; Tab goes through everything. */
static gboolean
ff_rota_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (direction != GTK_DIR_TAB_FORWARD || (g_strcmp0 (shown, "empty") == 0 && !shows_adding (self))
      || (find_focus (widget) != NULL && !is_elsewhere (widget)))
    return GTK_WIDGET_CLASS (ff_rota_view_parent_class)->focus (widget, direction);
  return gtk_widget_grab_focus (widget);
}

static void
ff_rota_view_dispose (GObject *object)
{
  FfRotaView *self = FF_ROTA_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_VIEW);
  g_clear_object (&self->context);
  g_clear_object (&self->group);
  g_clear_object (&self->rows);
  g_clear_object (&self->people);
  g_clear_weak_pointer (&self->astray_dialog);
  g_clear_pointer (&self->source, ff_rota_source_free);
  g_clear_pointer (&self->covered, g_free);
  g_clear_pointer (&self->skipped, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ff_rota_view_parent_class)->dispose (object);
}

static void
ff_rota_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRotaView *self = FF_ROTA_VIEW (object);
  FfSlot *slot;

  switch ((FfRotaViewProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    case PROP_PINNED:
      slot = self->grid != NULL ? ff_rota_view_get_slot (self) : NULL;
      g_value_set_boolean (value, slot != NULL && ff_slot_get_assignment (slot) != NULL
                                      && ff_assignment_get_pinned (ff_slot_get_assignment (slot)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_narrow (FfRotaView *self, gboolean narrow, GParamSpec *pspec)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  show_rows (self);
  ff_rota_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
ff_rota_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfRotaView *self = FF_ROTA_VIEW (object);

  switch ((FfRotaViewProps) prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value), pspec);
      break;

    case PROP_PINNED:
      ff_rota_view_set_pinned (self, g_value_get_boolean (value));
      break;

    case PROP_TITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_PINNED]
      = g_param_spec_boolean ("pinned", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (FF_TYPE_ROTA_GRID);
  g_type_ensure (FF_TYPE_ROTA_LIST);
  g_type_ensure (FF_TYPE_ROTA_PEOPLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, grid);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, list);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, people_list);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, split);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, empty);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, add_button);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, astray_banner);
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, legend);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, slot_cb);
}

static void
ff_rota_view_class_init (FfRotaViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_rota_view_dispose;
  object_class->get_property = ff_rota_view_get_property;
  object_class->set_property = ff_rota_view_set_property;
  widget_class->map = ff_rota_view_map;
  widget_class->focus = ff_rota_view_focus;
  widget_class->grab_focus = ff_rota_view_grab_focus;

  install_properties (object_class);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "rota.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "rota.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "rota.today", NULL, today_action);
  gtk_widget_class_install_property_action (widget_class, "rota.pin", "pinned");
  ff_rota_view_acts_class_init (widget_class);
  ff_rota_view_astray_class_init (widget_class);
  ff_rota_view_choosing_class_init (widget_class);
  ff_rota_view_whole_class_init (widget_class);
}

static void
add_legend (FfRotaView *self, const char *icon, const char *title, const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (box, "rota-legend");
  if (style != NULL)
    gtk_widget_add_css_class (box, style);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (self->legend, box);
}

static void
ff_rota_view_init (FfRotaView *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FF_N_ROTA_STATES; i++)
    add_legend (self, ff_rota_place_state_icon (i), ff_rota_place_state_title (i),
                ff_rota_place_state_class (i));
  add_legend (self, "view-pin-symbolic", _ ("Pinned: filling in leaves it"), NULL);
  add_legend (self, "dialog-warning-symbolic", _ ("Needs a look"), NULL);
  ff_rota_view_update_actions (self);
}

void
ff_rota_view_notify_pinned (FfRotaView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PINNED]);
}

/**
 * ff_rota_view_new:
 * @context: the store and the clock
 *
 * Returns: (transfer floating): the thirteen weeks from this one
 */
GtkWidget *
ff_rota_view_new (FfContext *context)
{
  FfRotaView *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_ROTA_VIEW, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (ff_context_get_store (context), "changed",
                           G_CALLBACK (ff_rota_view_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (ff_rota_view_show_astray),
                           self, G_CONNECT_SWAPPED);
  ff_rota_view_show_date (self, "");
  return GTK_WIDGET (self);
}

/**
 * ff_rota_view_set_group:
 * @self: a rota
 * @group: (nullable): whose meetings are shown; %NULL all groups'
 *
 * Duties elsewhere count all the same.
 */
void
ff_rota_view_set_group (FfRotaView *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_ROTA_VIEW (self));
  g_return_if_fail (group == NULL || FF_IS_GROUP (group));

  if (g_set_object (&self->group, group))
    ff_rota_view_reload (self);
}

/**
 * ff_rota_view_show_date:
 * @self: a rota
 * @date: a day like "2026-11-24"; anything else is today
 *
 * Shows the week of @date: where it is, if it is among those shown, else thirteen weeks from it.
 */
void
ff_rota_view_show_date (FfRotaView *self, const char *date)
{
  g_autofree char *time = NULL;
  FfWallTime day;

  g_return_if_fail (FF_IS_ROTA_VIEW (self) && date != NULL);

  time = g_strdup_printf ("%sT00:00", date);
  if (ff_wall_time_parse (time, &day, NULL))
    self->wanted = day;
  else
    day = get_today (self);
  if (self->wanted.year == 0 || self->rows == NULL || find_week_of (self, &day) < 0)
    show_weeks (self, &day);
  else
    go_to_wanted (self);
}
