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
#include "ff-rota-reading.h"
#include "ff-rota-view-private.h"
#include "ff-toast.h"
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

/* On its way through threads. */
typedef struct
{
  FfRota *rota;
  FfRotaSource *source;
  FfWallTime first;
  GPtrArray *programmes;
  FfRotaRows *rows;
  GListModel *people;
} Laying;

static void
laying_free (Laying *laying)
{
  g_clear_object (&laying->rota);
  g_clear_pointer (&laying->source, ff_rota_source_free);
  g_clear_pointer (&laying->programmes, g_ptr_array_unref);
  g_clear_object (&laying->rows);
  g_clear_object (&laying->people);
  g_free (laying);
}

static void
forget_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  laying_free (task_data);
  g_task_return_boolean (task, TRUE);
}

/* A rota of thousands of people takes a while to be freed, which nobody should wait for. */
static void
forget_later (FfRotaRows *rows, FfRotaSource *source, GListModel *people)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Laying *old = g_new0 (Laying, 1);

  old->rows = rows;
  old->source = source;
  old->people = people;
  g_task_set_source_tag (task, forget_later);
  g_task_set_task_data (task, old, NULL);
  g_task_run_in_thread (task, forget_in_thread);
}

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

  if (nobody)
    {
      adw_status_page_set_title (self->empty, _ ("Nobody to Ask Yet"));
      adw_status_page_set_description (
          self->empty, _ ("Add volunteers under “People”, then say under “Training” which roles a "
                          "meeting needs. Each of its dates appears here as a place to fill."));
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
    {
      FfRotaRow *row = ff_rota_rows_get_row (self->rows, i);
      FfSlot *slot = ff_rota_row_get_slot (row, (guint) week);

      if (slot != NULL
          && (ff_slot_get_assignment (slot) == NULL
                  ? ff_slot_get_required (slot)
                  : ff_rota_row_get_against (row, (guint) week) != 0))
        found = i;
    }
  if (!self->narrow)
    ff_rota_grid_go_to (self->grid, found, (guint) week);
  else if (ff_rota_row_get_slot (ff_rota_rows_get_row (self->rows, found), (guint) week) != NULL)
    ff_rota_list_go_to (self->list, ff_rota_row_get_slot (ff_rota_rows_get_row (self->rows, found),
                                                          (guint) week));
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfRotaView *self = FF_ROTA_VIEW (source);
  Laying *laying = g_task_get_task_data (G_TASK (result));
  FfRotaRows *rows;
  FfRotaSource *source_before;
  GListModel *people;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  rows = g_steal_pointer (&self->rows);
  people = g_steal_pointer (&self->people);
  source_before = g_steal_pointer (&self->source);
  self->rows = g_steal_pointer (&laying->rows);
  self->people = g_steal_pointer (&laying->people);
  self->source = g_steal_pointer (&laying->source);
  ff_rota_people_show (self->people_list, self->people);
  show_rows (self);
  go_to_wanted (self);
  ff_rota_view_update_actions (self);
  ff_rota_view_go_on_covering (self);
  forget_later (rows, source_before, people);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Laying *laying = task_data;

  laying->rows
      = ff_rota_rows_new (laying->rota, &laying->first, FF_ROTA_VIEW_WEEKS, laying->programmes);
  laying->people = ff_rota_people_list (laying->rota);
  g_task_return_boolean (task, TRUE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  FfRotaView *self = g_task_get_source_object (task);
  Laying *laying = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  laying->rota = ff_rota_reading_finish_source (result, &laying->source, &error);
  if (laying->rota != NULL)
    {
      g_task_run_in_thread (task, lay_out_in_thread);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  g_task_return_boolean (task, FALSE);
}

static void
reload (FfRotaView *self)
{
  Laying *laying;
  GTask *task;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  laying = g_new0 (Laying, 1);
  laying->first = self->first;
  laying->programmes = g_ptr_array_ref (ff_context_get_programmes (self->context));
  task = g_task_new (self, self->reading, on_laid_out, NULL);
  g_task_set_source_tag (task, reload);
  g_task_set_task_data (task, laying, (GDestroyNotify) laying_free);
  from = ff_rota_view_get_from (self);
  until = ff_rota_view_get_until (self);
  ff_rota_reading_async (self->context, ff_rota_view_get_group_uid (self), from, until,
                         self->reading, on_read, task);
}

static void
on_store_changed (FfRotaView *self, FfAggregate aggregate)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
    case FF_AGGREGATE_ALL:
      reload (self);
      break;

    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
    default:
      break;
    }
}

/* Thirteen weeks that begin with that of @date. */
static void
show_weeks (FfRotaView *self, const FfWallTime *date)
{
  FfWallTime first = ff_week_find (date);
  g_autofree char *title = ff_week_format (&first, DAYS);

  self->first = first;
  reload (self);
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
    reload (self);
}

/* To the place where it was; FALSE while nothing is there. */
static gboolean
ff_rota_view_grab_focus (GtkWidget *widget)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (shown, "grid") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return g_strcmp0 (shown, "list") == 0 && gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Whether the focus is nowhere, or in another part of the window. */
static gboolean
comes_from_elsewhere (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *page = gtk_widget_get_ancestor (widget, FF_TYPE_VIEW);

  return focus == NULL || (page != NULL && !gtk_widget_is_ancestor (focus, page));
}

/* Who turns to the rota wants its places, not what stands above them; Tab goes through everything. */
static gboolean
ff_rota_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (direction != GTK_DIR_TAB_FORWARD || g_strcmp0 (shown, "empty") == 0
      || !comes_from_elsewhere (widget))
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
  gtk_widget_class_bind_template_child (widget_class, FfRotaView, legend);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
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
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
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
    reload (self);
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
