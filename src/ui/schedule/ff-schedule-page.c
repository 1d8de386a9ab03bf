/* ff-schedule-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Schedule: the dates of meetings as an agenda, a week or a month, and the meetings they come from.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-appointments-dialog.h"
#include "ff-focus.h"
#include "ff-format.h"
#include "ff-import-dialog.h"
#include "ff-schedule-page-private.h"
#include "ff-schedule-print.h"
#include "ff-time-of-day.h"
#include "ff-undoable.h"

G_DEFINE_FINAL_TYPE (FfSchedulePage, ff_schedule_page, FF_TYPE_VIEW)

static FfWallTime
get_today (FfSchedulePage *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_view_get_clock (FF_VIEW (self)));

  return ff_wall_time_from_date_time (now);
}

static GtkWidget *
get_view (FfSchedulePage *self)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_visible_child (self->views));

  return adw_bin_get_child (bin);
}

static gboolean
is_searching (FfSchedulePage *self)
{
  return *ff_schedule_search_get_text (self->search) != '\0';
}

static const char *
find_state (FfSchedulePage *self)
{
  FfSchedule *schedule = ff_timetable_get_schedule (self->timetable);
  FfSchedule *shown = ff_timetable_get_shown (self->timetable);

  if (schedule == NULL || shown == NULL)
    return ff_timetable_get_problem (self->timetable) != NULL ? "views" : "loading";
  if (ff_schedule_get_meetings (schedule)->len == 0)
    return "empty";
  return ff_schedule_get_meetings (shown)->len == 0 ? "none-found" : "views";
}

/* Whether clocks elsewhere matter: some meeting is not in this computer's zone. */
static gboolean
has_other_zones (FfSchedule *shown)
{
  GPtrArray *meetings = ff_schedule_get_meetings (shown);
  g_autofree char *local = ff_time_zone_get_local ();

  for (guint i = 0; i < meetings->len; i++)
    if (!g_str_equal (ff_meeting_get_zone (g_ptr_array_index (meetings, i)), local))
      return TRUE;
  return FALSE;
}

static char *
dup_zone_words (FfSchedulePage *self)
{
  g_autofree char *local = NULL;
  g_autofree char *city = NULL;

  if (ff_timetable_get_zone (self->timetable) == NULL)
    return g_strdup (_ ("Each meeting in its own time"));
  local = ff_time_zone_get_local ();
  city = ff_time_of_day_format_city (local);
  /* Translators: %s is a city: the times shown are those of its time zone */
  return g_strdup_printf (_ ("%s time"), city);
}

/* How many meetings were found, and whose times these are. */
static void
show_detail (FfSchedulePage *self)
{
  FfSchedule *shown = ff_timetable_get_shown (self->timetable);
  g_autofree char *zone = shown != NULL && has_other_zones (shown) ? dup_zone_words (self) : NULL;
  g_autofree char *found = NULL;
  g_autofree char *both = NULL;

  if (shown != NULL && is_searching (self))
    {
      const guint number = ff_schedule_get_meetings (shown)->len;
      found = g_strdup_printf (ngettext ("%u meeting", "%u meetings", number), number);
    }
  both = found != NULL && zone != NULL ? g_strdup_printf ("%s · %s", found, zone)
                                       : g_strdup (found != NULL ? found : zone);
  gtk_label_set_label (self->detail_label, both != NULL ? both : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), both != NULL);
}

static void
show_appointments (FfSchedulePage *self)
{
  FfSchedule *shown = ff_timetable_get_shown (self->timetable);
  const guint number = shown != NULL ? ff_appointments_dialog_count (shown) : 0;

  g_menu_remove_all (self->appointments_menu);
  if (number > 0)
    {
      g_autofree char *label = g_strdup_printf (
          ngettext ("%u Meeting by A_ppointment…", "%u Meetings by A_ppointment…", number), number);
      gtk_button_set_label (self->appointments_button, label);
      g_menu_append (self->appointments_menu, label, "page.by-appointment");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->appointments_button), number > 0);
}

static void
show_unusable (FfSchedulePage *self)
{
  FfMeeting *meeting;
  g_autofree char *unusable
      = ff_agenda_describe_unusable (ff_agenda_view_get_agenda (self->agenda), &meeting);

  if (unusable != NULL)
    {
      adw_banner_set_title (self->unusable, unusable);
      adw_banner_set_button_label (self->unusable, meeting != NULL ? _ ("_Edit…") : NULL);
    }
  adw_banner_set_revealed (self->unusable, unusable != NULL);
}

static void
show_title (FfSchedulePage *self)
{
  g_autofree char *title = NULL;
  GtkWidget *view = get_view (self);

  if (view == NULL)
    return;
  g_object_get (view, "title", &title, NULL);
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
}

static void
show_state (FfSchedulePage *self)
{
  const char *state = find_state (self);
  const gboolean has_views = g_str_equal (state, "views");

  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_widget_set_visible (self->stretch, !g_str_equal (state, "empty"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.previous", has_views);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next", has_views);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.today", has_views);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print-schedule", has_views);
  show_detail (self);
  show_appointments (self);
}

static void
edit_unusable_cb (FfSchedulePage *self)
{
  g_autofree char *unusable = NULL;
  FfMeeting *meeting;

  unusable = ff_agenda_describe_unusable (ff_agenda_view_get_agenda (self->agenda), &meeting);
  if (meeting != NULL)
    ff_schedule_page_edit_meeting (self, meeting);
}

static void
add_view (FfSchedulePage *self, AdwBin *bin, GtkWidget *view)
{
  ff_schedule_page_connect_view (self, view);
  g_signal_connect_object (view, "notify::title", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (bin, view);
}

/* The week and the month are made when they are first looked at. */
static void
ensure_view (FfSchedulePage *self, const char *name)
{
  FfClock *clock = ff_view_get_clock (FF_VIEW (self));
  const FfWallTime today = get_today (self);

  if (g_strcmp0 (name, "week") == 0 && self->week == NULL)
    {
      self->week = FF_WEEK_VIEW (ff_week_view_new (self->timetable, clock));
      add_view (self, self->week_bin, GTK_WIDGET (self->week));
      ff_week_view_show_date (self->week, &today);
    }
  else if (g_strcmp0 (name, "month") == 0 && self->month == NULL)
    {
      self->month = FF_MONTH_VIEW (ff_month_view_new (self->timetable, clock));
      add_view (self, self->month_bin, GTK_WIDGET (self->month));
      ff_month_view_show_date (self->month, &today);
    }
}

static void
view_shown_cb (FfSchedulePage *self)
{
  if (self->timetable == NULL)
    return;
  ensure_view (self, adw_view_stack_get_visible_child_name (self->views));
  show_title (self);
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  const char *view = g_variant_get_string (parameter, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  /* Or it would go to a button when what has it is hidden. */
  if (root != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->views)) != NULL)
    gtk_root_set_focus (root, NULL);
  if (adw_view_stack_get_child_by_name (self->views, view) != NULL)
    adw_view_stack_set_visible_child_name (self->views, view);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->views)))
    ff_focus_content (adw_view_stack_get_visible_child (self->views));
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  GtkWidget *view = get_view (self);
  const FfWallTime today = get_today (self);

  if (FF_IS_WEEK_VIEW (view))
    ff_week_view_show_date (FF_WEEK_VIEW (view), &today);
  else if (FF_IS_MONTH_VIEW (view))
    ff_month_view_show_date (FF_MONTH_VIEW (view), &today);
  else
    ff_agenda_view_show_today (self->agenda);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  GtkWidget *view = get_view (self);

  if (FF_IS_WEEK_VIEW (view))
    ff_week_view_show_next (FF_WEEK_VIEW (view));
  else if (FF_IS_MONTH_VIEW (view))
    ff_month_view_show_next (FF_MONTH_VIEW (view));
  else
    ff_agenda_view_show_next (self->agenda);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  GtkWidget *view = get_view (self);

  if (FF_IS_WEEK_VIEW (view))
    ff_week_view_show_previous (FF_WEEK_VIEW (view));
  else if (FF_IS_MONTH_VIEW (view))
    ff_month_view_show_previous (FF_MONTH_VIEW (view));
  else
    ff_agenda_view_show_previous (self->agenda);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (FF_SCHEDULE_PAGE (widget)->search, "active", TRUE, NULL);
}

static void
clear_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (FF_SCHEDULE_PAGE (widget)->search, "active", FALSE, NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  FfSchedule *shown = ff_timetable_get_shown (self->timetable);
  FfGroup *group = ff_view_get_group (FF_VIEW (self));

  if (shown != NULL)
    ff_schedule_print (widget, ff_view_get_context (FF_VIEW (self)), shown,
                       group != NULL ? ff_group_get_name (group) : NULL);
}

static GMenuModel *
make_zone_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *local = ff_time_zone_get_local ();
  g_autofree char *city = ff_time_of_day_format_city (local);
  /* Translators: in a menu: show times by the clock of this computer; %s is a city */
  g_autofree char *mine = g_strdup_printf (_ ("Times in _My Zone (%s)"), city);

  g_menu_append (menu, mine, "schedule.schedule-zone::mine");
  g_menu_append (menu, _ ("Times in _Each Meeting’s Zone"), "schedule.schedule-zone::meeting");
  return G_MENU_MODEL (menu);
}

static void
make_menu (FfSchedulePage *self)
{
  GSettings *settings = ff_context_get_settings (ff_view_get_context (FF_VIEW (self)));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GAction) zone = g_settings_create_action (settings, "schedule-zone");
  g_autoptr (GMenuModel) zones = make_zone_menu ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) whole = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  g_action_map_add_action (G_ACTION_MAP (actions), zone);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "schedule", G_ACTION_GROUP (actions));
  g_menu_append_section (menu, NULL, zones);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->appointments_menu));
  g_menu_append (whole, _ ("_Holidays…"), "page.holidays");
  g_menu_append (whole, _ ("_Print Schedule…"), "page.print-schedule");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (whole));
  g_menu_append (files, _ ("_Import…"), "win.import");
  g_menu_append (files, _ ("_Export…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
ff_schedule_page_constructed (GObject *object)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (object);
  FfContext *context = ff_view_get_context (FF_VIEW (self));

  G_OBJECT_CLASS (ff_schedule_page_parent_class)->constructed (object);

  self->timetable = ff_timetable_new (context);
  self->agenda
      = FF_AGENDA_VIEW (ff_agenda_view_new (self->timetable, ff_context_get_clock (context)));
  add_view (self, self->agenda_bin, GTK_WIDGET (self->agenda));
  ff_schedule_search_set_timetable (self->search, self->timetable, GTK_WIDGET (self));
  make_menu (self);
  g_signal_connect_object (self->search, "searched", G_CALLBACK (ff_agenda_view_start_over),
                           self->agenda, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timetable, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "listed", G_CALLBACK (show_unusable), self,
                           G_CONNECT_SWAPPED);
  g_settings_bind (ff_context_get_settings (context), "schedule-view", self->views,
                   "visible-child-name", G_SETTINGS_BIND_DEFAULT);
  view_shown_cb (self);
  show_state (self);
}

static void
ff_schedule_page_dispose (GObject *object)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (object);

  if (self->views != NULL)
    g_settings_unbind (self->views, "visible-child-name");
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SCHEDULE_PAGE);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->appointments_menu);
  g_clear_object (&self->timetable);

  G_OBJECT_CLASS (ff_schedule_page_parent_class)->dispose (object);
}

/* One group's few dates are shown by week, those of all groups by day. */
static void
ff_schedule_page_group_changed (FfView *view, FfGroup *before)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (view);
  FfGroup *group = ff_view_get_group (view);

  ff_timetable_set_group (self->timetable, group != NULL ? ff_group_get_uid (group) : NULL);
  ff_agenda_view_set_by_week (self->agenda, group != NULL);
  if (before == NULL || group == NULL
      || !g_str_equal (ff_group_get_uid (before), ff_group_get_uid (group)))
    ff_agenda_view_start_over (self->agenda);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, search);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, stretch);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, detail_label);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, unusable);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, views);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, agenda_bin);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, week_bin);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, month_bin);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, appointments_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_unusable_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_shown_cb);
}

static void
ff_schedule_page_class_init (FfSchedulePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_schedule_page_constructed;
  object_class->dispose = ff_schedule_page_dispose;
  FF_VIEW_CLASS (klass)->group_changed = ff_schedule_page_group_changed;

  ff_schedule_page_install_dates (widget_class);
  gtk_widget_class_install_action (widget_class, "page.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "page.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "page.print-schedule", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.clear-search", NULL, clear_search_action);
  ff_undoable_install_action (widget_class);

  g_type_ensure (FF_TYPE_SCHEDULE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-schedule-page.ui");
  bind_children (widget_class);
}

static gboolean
on_drop (FfSchedulePage *self, const GValue *value)
{
  FfGroup *group = ff_view_get_group (FF_VIEW (self));

  ff_import_dialog_open (GTK_WIDGET (self), ff_view_get_context (FF_VIEW (self)),
                         group != NULL ? ff_group_get_name (group) : NULL,
                         g_value_get_object (value));
  return TRUE;
}

static void
ff_schedule_page_init (FfSchedulePage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->appointments_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_undoable_add_view (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * ff_schedule_page_new:
 * @context: what the views share
 *
 * Returns: (transfer floating): the schedule of all groups
 */
GtkWidget *
ff_schedule_page_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_SCHEDULE_PAGE, "context", context, NULL);
}

/**
 * ff_schedule_page_get_agenda:
 * @self: the page
 *
 * Returns: (transfer none): the dates that it lists
 */
FfAgenda *
ff_schedule_page_get_agenda (FfSchedulePage *self)
{
  g_return_val_if_fail (FF_IS_SCHEDULE_PAGE (self), NULL);

  return ff_agenda_view_get_agenda (self->agenda);
}
