/* ff-today-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Today: the next meeting and what to prepare for it, and the coming seven days.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda.h"
#include "ff-format.h"
#include "ff-help-reminder.h"
#include "ff-keeping-reminder.h"
#include "ff-meeting-dialog.h"
#include "ff-next-meeting.h"
#include "ff-occurrence-row.h"
#include "ff-today-page.h"
#include "ff-upcoming.h"
#include "ff-when.h"

#define COMING_DAYS 7
/* A monthly meeting's next date can be five weeks away. */
#define LOOK_AHEAD_DAYS 36
/* More than these would bury the page; the schedule has them all. */
#define COMING_ROWS 12
#define JUST_ENDED_ROWS 3

struct _FfTodayPage
{
  FfView parent_instance;

  FfTimetable *timetable;
  FfAgenda *agenda;
  GTimeZone *zone;         /* this computer's, whatever the schedule shows */
  GtkCustomFilter *filter; /* owned by @coming_dates */
  GListModel *coming_dates;
  GListStore *ended_dates;
  GDateTime *week_end;

  AdwBanner *unusable;
  FfKeepingReminder *keeping_reminder;
  GtkStack *stack;
  GtkListBox *just_ended;
  FfNextMeeting *next;
  FfHelpReminder *help_reminder;
  GtkWidget *coming_group;
  GtkListBox *coming;
};

G_DEFINE_FINAL_TYPE (FfTodayPage, ff_today_page, FF_TYPE_VIEW)

static GDateTime *
dup_now (FfTodayPage *self)
{
  return ff_clock_get_now (ff_view_get_clock (FF_VIEW (self)));
}

static FfGroup *
find_group (FfTodayPage *self, FfOccurrence *occurrence)
{
  return ff_agenda_find_group (self->agenda,
                               ff_meeting_get_group (ff_occurrence_get_meeting (occurrence)));
}

static gboolean
is_coming (gpointer item, gpointer user_data)
{
  FfTodayPage *self = FF_TODAY_PAGE (user_data);
  g_autoptr (GDateTime) now = dup_now (self);

  return self->week_end != NULL
         && g_date_time_compare (ff_occurrence_get_start (item), self->week_end) < 0
         && ff_upcoming_is_ahead (item, ff_next_meeting_get_occurrence (self->next), now);
}

static GtkWidget *
make_coming_row (gpointer item, gpointer user_data)
{
  FfTodayPage *self = FF_TODAY_PAGE (user_data);
  FfSchedule *schedule = ff_agenda_get_schedule (self->agenda);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = ff_occurrence_row_new ();
  g_autofree char *label = ff_when_label (item, schedule, self->zone);

  ff_occurrence_row_set_occurrence (FF_OCCURRENCE_ROW (child), item, schedule, self->zone, TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !ff_occurrence_get_cancelled (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static GtkWidget *
make_write_button (FfOccurrence *occurrence)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Write Check-ins"));
  g_autofree char *time = ff_wall_time_to_string (ff_occurrence_get_rule_time (occurrence));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-check-ins");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)",
                                    ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
                                    time);
  return button;
}

static GtkWidget *
make_ended_row (gpointer item, gpointer user_data)
{
  FfTodayPage *self = FF_TODAY_PAGE (user_data);
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (GDateTime) start = g_date_time_to_local (ff_occurrence_get_start (item));
  g_autoptr (GDateTime) end = g_date_time_to_local (ff_occurrence_get_end (item));
  g_autofree char *range = ff_format_range (start, end, now);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_write_button (item);
  /* Translators: a meeting that is over since a short while, with its times */
  g_autofree char *subtitle = g_strdup_printf (_ ("Just ended, %s"), range);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 ff_when_title (item, find_group (self, item)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

/* The cause of most calls is a minute that has passed and changed nothing. */
static void
show_ended (FfTodayPage *self, GDateTime *now)
{
  g_autoptr (GPtrArray) ended
      = ff_upcoming_list_just_ended (G_LIST_MODEL (self->agenda), now, JUST_ENDED_ROWS);
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->ended_dates));
  gboolean same = old == ended->len;

  for (guint i = 0; same && i < old; i++)
    {
      g_autoptr (FfOccurrence) shown = g_list_model_get_item (G_LIST_MODEL (self->ended_dates), i);
      same = shown == g_ptr_array_index (ended, i);
    }
  if (!same)
    g_list_store_splice (self->ended_dates, 0, old, ended->pdata, ended->len);
  gtk_widget_set_visible (GTK_WIDGET (self->just_ended), ended->len > 0);
}

static const char *
find_state (FfTodayPage *self, FfOccurrence *next)
{
  if (next != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->ended_dates)) > 0)
    return "meetings";
  if (ff_agenda_get_loading (self->agenda))
    return "loading";
  return ff_agenda_has_meetings (self->agenda) ? "quiet" : "empty";
}

static GDateTime *
dup_midnight (FfTodayPage *self)
{
  g_autoptr (GDateTime) now = dup_now (self);
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return g_date_time_new_local (year, month, day, 0, 0, 0);
}

/* From yesterday, for a meeting across midnight and those that just ended. */
static void
set_span (FfTodayPage *self, int days)
{
  g_autoptr (GDateTime) midnight = dup_midnight (self);
  g_autoptr (GDateTime) from = g_date_time_add_days (midnight, -1);
  g_autoptr (GDateTime) until = g_date_time_add_days (midnight, days);

  g_clear_pointer (&self->week_end, g_date_time_unref);
  self->week_end = g_date_time_add_days (midnight, COMING_DAYS);
  ff_agenda_set_span (self->agenda, from, until);
}

/* The next date, looked for further away where the coming days have none. */
static FfOccurrence *
find_next (FfTodayPage *self, GDateTime *now)
{
  FfOccurrence *next = ff_upcoming_find_next (G_LIST_MODEL (self->agenda), now);
  g_autoptr (GDateTime) far = NULL;

  if (next != NULL || ff_agenda_get_loading (self->agenda)
      || !ff_agenda_has_meetings (self->agenda))
    return next;
  far = g_date_time_add_days (self->week_end, LOOK_AHEAD_DAYS - COMING_DAYS);
  if (g_date_time_compare (ff_agenda_get_until (self->agenda), far) >= 0)
    return NULL;
  set_span (self, LOOK_AHEAD_DAYS);
  return ff_upcoming_find_next (G_LIST_MODEL (self->agenda), now);
}

/* Of the group that is chosen, or else that meets next. */
static void
show_help_reminder (FfTodayPage *self, FfOccurrence *next)
{
  FfGroup *group = ff_view_get_group (FF_VIEW (self));

  if (group == NULL && next != NULL)
    group = find_group (self, next);
  ff_help_reminder_set_group (self->help_reminder, ff_view_get_store (FF_VIEW (self)), group);
}

static void
refresh (FfTodayPage *self)
{
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (FfOccurrence) next = find_next (self, now);
  g_autofree char *unusable = ff_agenda_describe_unusable (self->agenda, NULL);

  if (unusable != NULL)
    adw_banner_set_title (self->unusable, unusable);
  adw_banner_set_revealed (self->unusable, unusable != NULL);
  show_ended (self, now);
  ff_next_meeting_set_occurrence (self->next, ff_view_get_context (FF_VIEW (self)), next,
                                  next != NULL ? find_group (self, next) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->next), next != NULL);
  show_help_reminder (self, next);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->coming_group, g_list_model_get_n_items (self->coming_dates) > 0);
  gtk_stack_set_visible_child_name (self->stack, find_state (self, next));
}

static void
on_tick (FfTodayPage *self)
{
  g_autoptr (GDateTime) midnight = dup_midnight (self);
  g_autoptr (GDateTime) week_end = g_date_time_add_days (midnight, COMING_DAYS);

  if (!g_date_time_equal (week_end, self->week_end))
    set_span (self, COMING_DAYS + 1);
  refresh (self);
  ff_next_meeting_tick (self->next);
}

static void
row_activated_cb (FfTodayPage *self, GtkListBoxRow *row)
{
  FfOccurrenceRow *child = FF_OCCURRENCE_ROW (gtk_list_box_row_get_child (row));
  FfOccurrence *occurrence = ff_occurrence_row_get_occurrence (child);
  g_autofree char *time = ff_wall_time_to_string (ff_occurrence_get_rule_time (occurrence));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.write-check-ins", "(ss)",
                              ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)), time);
}

static void
new_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfTodayPage *self = FF_TODAY_PAGE (widget);

  adw_dialog_present (ADW_DIALOG (ff_meeting_dialog_new (ff_view_get_context (FF_VIEW (self)),
                                                         ff_view_get_group (FF_VIEW (self)))),
                      widget);
}

static void
make_models (FfTodayPage *self)
{
  GtkFilterListModel *filtered;

  self->zone = g_time_zone_new_local ();
  self->timetable = ff_timetable_new (ff_view_get_context (FF_VIEW (self)));
  self->agenda = ff_agenda_new (self->timetable);
  ff_agenda_set_zone (self->agenda, self->zone);
  self->filter = gtk_custom_filter_new (is_coming, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->agenda)),
                                        GTK_FILTER (self->filter));
  self->coming_dates
      = G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (filtered), 0, COMING_ROWS));
  self->ended_dates = g_list_store_new (FF_TYPE_OCCURRENCE);
  gtk_list_box_bind_model (self->coming, self->coming_dates, make_coming_row, self, NULL);
  gtk_list_box_bind_model (self->just_ended, G_LIST_MODEL (self->ended_dates), make_ended_row, self,
                           NULL);
}

static void
ff_today_page_constructed (GObject *object)
{
  FfTodayPage *self = FF_TODAY_PAGE (object);

  G_OBJECT_CLASS (ff_today_page_parent_class)->constructed (object);

  make_models (self);
  ff_keeping_reminder_set_context (self->keeping_reminder, ff_view_get_context (FF_VIEW (self)));
  g_signal_connect_object (self->agenda, "listed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_view_get_clock (FF_VIEW (self)), "tick", G_CALLBACK (on_tick), self,
                           G_CONNECT_SWAPPED);
  set_span (self, COMING_DAYS + 1);
  refresh (self);
}

static void
ff_today_page_dispose (GObject *object)
{
  FfTodayPage *self = FF_TODAY_PAGE (object);

  if (self->coming != NULL)
    gtk_list_box_bind_model (self->coming, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_TODAY_PAGE);
  g_clear_object (&self->coming_dates);
  g_clear_object (&self->ended_dates);
  g_clear_object (&self->agenda);
  g_clear_object (&self->timetable);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->week_end, g_date_time_unref);

  G_OBJECT_CLASS (ff_today_page_parent_class)->dispose (object);
}

static void
ff_today_page_group_changed (FfView *view, FfGroup *before)
{
  FfTodayPage *self = FF_TODAY_PAGE (view);
  FfGroup *group = ff_view_get_group (view);

  ff_timetable_set_group (self->timetable, group != NULL ? ff_group_get_uid (group) : NULL);
  set_span (self, COMING_DAYS + 1);
  refresh (self);
}

static void
ff_today_page_class_init (FfTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfViewClass *view_class = FF_VIEW_CLASS (klass);

  object_class->constructed = ff_today_page_constructed;
  object_class->dispose = ff_today_page_dispose;
  view_class->group_changed = ff_today_page_group_changed;

  gtk_widget_class_install_action (widget_class, "page.new-meeting", NULL, new_meeting_action);

  g_type_ensure (FF_TYPE_HELP_REMINDER);
  g_type_ensure (FF_TYPE_KEEPING_REMINDER);
  g_type_ensure (FF_TYPE_NEXT_MEETING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, unusable);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, keeping_reminder);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, just_ended);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, next);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, help_reminder);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, coming_group);
  gtk_widget_class_bind_template_child (widget_class, FfTodayPage, coming);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ff_today_page_init (FfTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_today_page_new:
 * @context: what the views share
 *
 * Returns: (transfer floating): today for all groups
 */
GtkWidget *
ff_today_page_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_TODAY_PAGE, "context", context, NULL);
}

/**
 * ff_today_page_get_next:
 * @self: the page
 *
 * Returns: (nullable) (transfer none): the date shown large
 */
FfOccurrence *
ff_today_page_get_next (FfTodayPage *self)
{
  g_return_val_if_fail (FF_IS_TODAY_PAGE (self), NULL);

  return ff_next_meeting_get_occurrence (self->next);
}

/**
 * ff_today_page_get_coming:
 * @self: the page
 *
 * Returns: (transfer none): a list of the other #FfOccurrence of the coming seven days
 */
GListModel *
ff_today_page_get_coming (FfTodayPage *self)
{
  g_return_val_if_fail (FF_IS_TODAY_PAGE (self), NULL);

  return self->coming_dates;
}
