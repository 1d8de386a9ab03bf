/* ff-schedule-page-dates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done from the schedule with meetings and their dates.
 */

#include "ff-config.h"

#include "ff-appointments-dialog.h"
#include "ff-date-changes.h"
#include "ff-holidays-dialog.h"
#include "ff-meeting-dialog.h"
#include "ff-meeting-repository.h"
#include "ff-occurrence-dialog.h"
#include "ff-schedule-page-private.h"
#include "ff-toast.h"

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

/**
 * ff_schedule_page_edit_meeting:
 * @self: the page
 * @meeting: what to edit; nothing happens where a dialog is open
 */
void
ff_schedule_page_edit_meeting (FfSchedulePage *self, FfMeeting *meeting)
{
  if (self->dialog == NULL)
    present (self, ff_meeting_dialog_new_edit (ff_view_get_context (FF_VIEW (self)), meeting));
}

/* The dialog of the date has closed itself. */
static void
on_edit_asked (FfSchedulePage *self, FfOccurrenceDialog *dialog)
{
  present (self, ff_meeting_dialog_new_edit_date (ff_view_get_context (FF_VIEW (self)),
                                                  ff_occurrence_dialog_get_occurrence (dialog)));
}

static void
open_occurrence (FfSchedulePage *self, FfOccurrence *occurrence)
{
  const char *uid = ff_meeting_get_group (ff_occurrence_get_meeting (occurrence));
  FfSchedule *schedule = ff_timetable_get_schedule (self->timetable);
  FfGroup *group = schedule != NULL ? ff_schedule_find_group (schedule, uid) : NULL;
  GtkWidget *dialog;

  if (self->dialog != NULL)
    return;
  dialog = ff_occurrence_dialog_new (ff_view_get_context (FF_VIEW (self)), occurrence, group);
  ff_occurrence_dialog_set_schedule (FF_OCCURRENCE_DIALOG (dialog),
                                     ff_timetable_get_schedule (self->timetable));
  g_signal_connect_object (dialog, "edit", G_CALLBACK (on_edit_asked), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
on_moved (FfSchedulePage *self, FfOccurrence *occurrence, const FfWallTime *start)
{
  ff_date_move (GTK_WIDGET (self), ff_view_get_context (FF_VIEW (self)), occurrence, start, NULL,
                ff_timetable_get_schedule (self->timetable));
}

static void
on_create (FfSchedulePage *self, const FfWallTime *start)
{
  GtkWidget *dialog;

  if (self->dialog != NULL)
    return;
  dialog = ff_meeting_dialog_new (ff_view_get_context (FF_VIEW (self)),
                                  ff_view_get_group (FF_VIEW (self)));
  ff_meeting_form_set_start (ff_meeting_dialog_get_form (FF_MEETING_DIALOG (dialog)), start);
  present (self, dialog);
}

/**
 * ff_schedule_page_connect_view:
 * @self: the page
 * @view: an agenda, a week or a month in it
 */
void
ff_schedule_page_connect_view (FfSchedulePage *self, GtkWidget *view)
{
  g_signal_connect_object (view, "opened", G_CALLBACK (open_occurrence), self, G_CONNECT_SWAPPED);
  if (!FF_IS_AGENDA_VIEW (view))
    g_signal_connect_object (view, "create", G_CALLBACK (on_create), self, G_CONNECT_SWAPPED);
  if (FF_IS_WEEK_VIEW (view))
    g_signal_connect_object (view, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
}

static void
new_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);

  if (self->dialog == NULL)
    present (self, ff_meeting_dialog_new (ff_view_get_context (FF_VIEW (self)),
                                          ff_view_get_group (FF_VIEW (self))));
}

static FfMeeting *
get_meeting (FfSchedulePage *self, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  FfMeeting *meeting = ff_meeting_repository_get (ff_view_get_store (FF_VIEW (self)),
                                                  g_variant_get_string (parameter, NULL), &error);

  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  return meeting;
}

static void
edit_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  g_autoptr (FfMeeting) meeting = get_meeting (self, parameter);

  if (meeting != NULL)
    ff_schedule_page_edit_meeting (self, meeting);
}

static void
delete_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  g_autoptr (FfMeeting) meeting = get_meeting (self, parameter);

  if (meeting != NULL)
    ff_meeting_delete (widget, ff_view_get_store (FF_VIEW (self)), meeting);
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
open_occurrence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  g_autoptr (FfOccurrence) occurrence = find_date (self, parameter);

  if (occurrence != NULL)
    open_occurrence (self, occurrence);
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

static void
by_appointment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);
  FfSchedule *shown = ff_timetable_get_shown (self->timetable);

  if (shown != NULL && self->dialog == NULL)
    present (self, ff_appointments_dialog_new (shown));
}

static void
holidays_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfSchedulePage *self = FF_SCHEDULE_PAGE (widget);

  if (self->dialog == NULL)
    present (self, ff_holidays_dialog_new (ff_view_get_context (FF_VIEW (self))));
}

void
ff_schedule_page_install_dates (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new-meeting", NULL, new_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.edit-meeting", "s", edit_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.delete-meeting", "s", delete_meeting_action);
  gtk_widget_class_install_action (widget_class, "page.open-occurrence", "(ss)",
                                   open_occurrence_action);
  gtk_widget_class_install_action (widget_class, "page.cancel-date", "(ss)", cancel_date_action);
  gtk_widget_class_install_action (widget_class, "page.restore-date", "(ss)", restore_date_action);
  gtk_widget_class_install_action (widget_class, "page.holidays", NULL, holidays_action);
  gtk_widget_class_install_action (widget_class, "page.by-appointment", NULL,
                                   by_appointment_action);
}
