/* ff-schedule-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Schedule: the dates of the coming weeks, and the meetings they come from.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda-list.h"
#include "ff-date-changes.h"
#include "ff-meeting-dialog.h"
#include "ff-meeting-repository.h"
#include "ff-occurrence-dialog.h"
#include "ff-schedule-page.h"
#include "ff-toast.h"

/* How much is worked out at first, and at each step on or back. */
#define STEP_WEEKS 4
/* With few dates, how far to look without being asked, and how far scrolling goes. */
#define LOOK_AHEAD_WEEKS 26
#define HORIZON_WEEKS 104

struct _FfSchedulePage
{
  FfView parent_instance;

  FfAgenda *agenda;
  AdwDialog *dialog;     /* weak: the one that is open */
  gboolean show_earlier; /* earlier dates were asked for and are being worked out */
  guint n_before;        /* how many dates there were then */

  AdwBanner *unusable;
  GtkWidget *earlier_button;
  GtkStack *stack;
  FfAgendaList *list;
};

G_DEFINE_FINAL_TYPE (FfSchedulePage, ff_schedule_page, FF_TYPE_VIEW)

static GDateTime *
dup_now (FfSchedulePage *self)
{
  return ff_clock_get_now (ff_view_get_clock (FF_VIEW (self)));
}

static GDateTime *
dup_midnight (FfSchedulePage *self)
{
  g_autoptr (GDateTime) now = dup_now (self);
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return g_date_time_new_local (year, month, day, 0, 0, 0);
}

static void
reset_span (FfSchedulePage *self)
{
  g_autoptr (GDateTime) from = dup_midnight (self);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, STEP_WEEKS);

  self->show_earlier = FALSE;
  ff_agenda_set_span (self->agenda, from, until);
}

/* Whether there is more to be had within @weeks from today; works it out if so. */
static gboolean
look_ahead (FfSchedulePage *self, int weeks)
{
  g_autoptr (GDateTime) today = dup_midnight (self);
  g_autoptr (GDateTime) horizon = g_date_time_add_weeks (today, weeks);
  GDateTime *until = ff_agenda_get_until (self->agenda);
  g_autoptr (GDateTime) further = g_date_time_add_weeks (until, STEP_WEEKS);

  if (!ff_agenda_has_meetings (self->agenda) || g_date_time_compare (until, horizon) >= 0)
    return FALSE;
  ff_agenda_set_span (self->agenda, ff_agenda_get_from (self->agenda), further);
  return TRUE;
}

static void
show_state (FfSchedulePage *self)
{
  gboolean has_dates = g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) > 0;
  FfMeeting *meeting;
  g_autofree char *unusable = ff_agenda_describe_unusable (self->agenda, &meeting);
  const char *state = "quiet";

  if (has_dates)
    state = "agenda";
  else if (ff_agenda_get_loading (self->agenda))
    state = "loading";
  else if (!ff_agenda_has_meetings (self->agenda))
    state = "empty";
  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_widget_set_visible (self->earlier_button, ff_agenda_has_meetings (self->agenda));
  if (unusable != NULL)
    {
      adw_banner_set_title (self->unusable, unusable);
      adw_banner_set_button_label (self->unusable, meeting != NULL ? _ ("_Edit…") : NULL);
    }
  adw_banner_set_revealed (self->unusable, unusable != NULL);
}

static void
reveal_earlier (FfSchedulePage *self)
{
  guint added = g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) - self->n_before;

  self->show_earlier = FALSE;
  if (added > 0)
    ff_agenda_list_scroll_to (self->list, added - 1);
  else
    ff_toast_show (GTK_WIDGET (self), _ ("No meetings in the four weeks before"));
}

/* Few dates leave room on the screen, which asks for no more by itself. */
static void
on_worked_out (FfSchedulePage *self)
{
  if (!ff_agenda_get_loading (self->agenda))
    {
      if (g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) == 0
          && look_ahead (self, LOOK_AHEAD_WEEKS))
        {
          on_worked_out (self);
          return;
        }
      if (self->show_earlier)
        reveal_earlier (self);
    }
  show_state (self);
}

static void
end_near_cb (FfSchedulePage *self)
{
  if (!ff_agenda_get_loading (self->agenda))
    look_ahead (self, HORIZON_WEEKS);
}

static void
forget_dialog (FfSchedulePage *self)
{
  g_clear_weak_pointer (&self->dialog);
}

static void
present (FfSchedulePage *self, GtkWidget *dialog)
{
  g_set_weak_pointer (&self->dialog, ADW_DIALOG (dialog));
  g_signal_connect_object (dialog, "closed", G_CALLBACK (forget_dialog), self, G_CONNECT_SWAPPED);
  adw_dialog_present (self->dialog, GTK_WIDGET (self));
}

static void
edit_meeting (FfSchedulePage *self, FfMeeting *meeting)
{
  present (self, ff_meeting_dialog_new_edit (ff_view_get_context (FF_VIEW (self)), meeting));
}

static void
on_edit_asked (FfSchedulePage *self, FfOccurrenceDialog *dialog)
{
  edit_meeting (self, ff_occurrence_get_meeting (ff_occurrence_dialog_get_occurrence (dialog)));
}

static void
edit_unusable_cb (FfSchedulePage *self)
{
  g_autofree char *unusable = NULL;
  FfMeeting *meeting;

  unusable = ff_agenda_describe_unusable (self->agenda, &meeting);
  if (meeting != NULL && self->dialog == NULL)
    edit_meeting (self, meeting);
}

static void
opened_cb (FfSchedulePage *self, FfOccurrence *occurrence)
{
  g_autoptr (GDateTime) now = dup_now (self);
  FfGroup *group
      = ff_agenda_find_group (self->agenda,
                              ff_meeting_get_group (ff_occurrence_get_meeting (occurrence)));
  GtkWidget *dialog;

  if (self->dialog != NULL)
    return;
  dialog = ff_occurrence_dialog_new (ff_view_get_store (FF_VIEW (self)), now, occurrence, group);
  g_signal_connect_object (dialog, "edit", G_CALLBACK (on_edit_asked), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
new_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);

  if (self->dialog == NULL)
    present (self, ff_meeting_dialog_new (ff_view_get_context (FF_VIEW (self)),
                                          ff_view_get_group (FF_VIEW (self))));
}

static void
edit_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMeeting) meeting
      = ff_meeting_repository_get (ff_view_get_store (FF_VIEW (self)),
                                   g_variant_get_string (parameter, NULL), &error);

  if (error != NULL)
    ff_toast_error (widget, error);
  else if (meeting != NULL && self->dialog == NULL)
    edit_meeting (self, meeting);
}

static void
delete_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  FfStore *store = ff_view_get_store (FF_VIEW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMeeting) meeting
      = ff_meeting_repository_get (store, g_variant_get_string (parameter, NULL), &error);

  if (error != NULL)
    ff_toast_error (widget, error);
  else if (meeting != NULL)
    ff_meeting_delete (widget, store, meeting);
}

/* The date with the key that an action carries. */
static FfOccurrence *
find_date (FfSchedulePage *self, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  FfOccurrence *occurrence;
  const char *uid, *time;
  FfWallTime rule_time;

  g_variant_get (parameter, "(&s&s)", &uid, &time);
  if (!ff_wall_time_parse (time, &rule_time, NULL))
    return NULL;
  occurrence = ff_meeting_repository_get_occurrence (ff_view_get_store (FF_VIEW (self)), uid,
                                                     &rule_time, &error);
  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  return occurrence;
}

static void
cancel_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  g_autoptr (FfOccurrence) occurrence = find_date (self, parameter);

  if (occurrence != NULL)
    ff_date_cancel (widget, ff_view_get_store (FF_VIEW (self)), occurrence, NULL);
}

static void
restore_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  g_autoptr (FfOccurrence) occurrence = find_date (self, parameter);

  if (occurrence != NULL)
    ff_date_restore (widget, ff_view_get_store (FF_VIEW (self)), occurrence, NULL);
}

/* The first date that has not ended. */
static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  GListModel *dates = G_LIST_MODEL (self->agenda);
  g_autoptr (GDateTime) today = dup_midnight (self);

  for (guint i = 0; i < g_list_model_get_n_items (dates); i++)
    {
      g_autoptr (FfOccurrence) occurrence = g_list_model_get_item (dates, i);

      if (g_date_time_compare (ff_occurrence_get_start (occurrence), today) >= 0)
        {
          ff_agenda_list_scroll_to (self->list, i);
          return;
        }
    }
}

static void
show_earlier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  GDateTime *from = ff_agenda_get_from (self->agenda);
  g_autoptr (GDateTime) earlier = NULL;

  if (ff_agenda_get_loading (self->agenda) || from == NULL)
    return;
  self->show_earlier = TRUE;
  self->n_before = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));
  earlier = g_date_time_add_weeks (from, -STEP_WEEKS);
  ff_agenda_set_span (self->agenda, earlier, ff_agenda_get_until (self->agenda));
  if (!ff_agenda_get_loading (self->agenda))
    on_worked_out (self);
}

static void
ff_schedule_page_constructed (GObject *object)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (object);

  G_OBJECT_CLASS (ff_schedule_page_parent_class)->constructed (object);

  self->agenda = ff_agenda_new (ff_view_get_store (FF_VIEW (self)));
  ff_agenda_list_set_agenda (self->list, self->agenda, ff_view_get_clock (FF_VIEW (self)));
  g_signal_connect_object (self->agenda, "notify::loading", G_CALLBACK (on_worked_out), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  /* After the agenda's own handler: a first meeting, or the last one gone, may have no dates here. */
  g_signal_connect_object (ff_view_get_store (FF_VIEW (self)), "changed",
                           G_CALLBACK (on_worked_out), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  reset_span (self);
  on_worked_out (self);
}

static void
ff_schedule_page_dispose (GObject *object)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SCHEDULE_PAGE);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->agenda);

  G_OBJECT_CLASS (ff_schedule_page_parent_class)->dispose (object);
}

/* One group's few dates are shown by week, those of all groups by day. */
static void
ff_schedule_page_group_changed (FfView *view, FfGroup *before)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (view);
  FfGroup *group = ff_view_get_group (view);

  ff_agenda_set_group (self->agenda, group != NULL ? ff_group_get_uid (group) : NULL);
  ff_agenda_list_set_by_week (self->list, group != NULL);
  reset_span (self);
  on_worked_out (self);
}

static void
ff_schedule_page_class_init (FfSchedulePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfViewClass *view_class = FF_VIEW_CLASS (klass);

  object_class->constructed = ff_schedule_page_constructed;
  object_class->dispose = ff_schedule_page_dispose;
  view_class->group_changed = ff_schedule_page_group_changed;

  gtk_widget_class_install_action (widget_class, "page.new-meeting", NULL, new_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.edit-meeting", "s", edit_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.delete-meeting", "s", delete_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.cancel-date", "(ss)", cancel_date_action);
  gtk_widget_class_install_action (widget_class, "page.restore-date", "(ss)", restore_date_action);
  gtk_widget_class_install_action (widget_class, "page.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "page.show-earlier", NULL, show_earlier_action);

  g_type_ensure (FF_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, unusable);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfSchedulePage, list);
  gtk_widget_class_bind_template_callback (widget_class, edit_unusable_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_near_cb);
}

static void
ff_schedule_page_init (FfSchedulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
 * Returns: (transfer none): the dates that it shows
 */
FfAgenda *
ff_schedule_page_get_agenda (FfSchedulePage *self)
{
  g_return_val_if_fail (FF_IS_SCHEDULE_PAGE (self), NULL);

  return self->agenda;
}
