/* ff-meeting-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding or editing a meeting.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-time-row.h"
#include "ff-format.h"
#include "ff-group-repository.h"
#include "ff-meeting-dialog-private.h"
#include "ff-message-label.h"
#include "ff-needs-dialog.h"
#include "ff-notes-page.h"
#include "ff-pauses-page.h"
#include "ff-place-list.h"
#include "ff-recurrence.h"
#include "ff-repeat-page.h"
#include "ff-series-edit.h"
#include "ff-toast.h"
#include "ff-types-page.h"
#include "ff-where-page.h"

#define USUAL_HOUR 19
#define USUAL_MINUTES 90
#define MODES 4
#define DAYS_AHEAD 3660

typedef enum
{
  PROP_FORM = 1,
  PROP_SAVE_LABEL,
} FfMeetingDialogProps;

static GParamSpec *props[PROP_SAVE_LABEL + 1];

G_DEFINE_FINAL_TYPE (FfMeetingDialog, ff_meeting_dialog, ADW_TYPE_DIALOG)

static int
get_minutes (FfMeetingDialog *self)
{
  int minutes;

  g_object_get (self->form, "minutes", &minutes, NULL);
  return minutes;
}

static void
length_chosen_cb (FfMeetingDialog *self)
{
  const char *name = adw_toggle_group_get_active_name (self->length);
  gboolean other = g_strcmp0 (name, "other") == 0;

  gtk_widget_set_visible (self->minutes_row, other);
  if (name != NULL && !other && self->form != NULL)
    g_object_set (self->form, "minutes", atoi (name), NULL);
  else if (other && !self->filling)
    gtk_widget_grab_focus (self->minutes_row);
}

static void
fill_length (FfMeetingDialog *self)
{
  int minutes = get_minutes (self);
  g_autofree char *name = g_strdup_printf ("%d", minutes);

  self->filling = TRUE;
  adw_toggle_group_set_active_name (self->length, minutes == 60 || minutes == 75 || minutes == 90
                                                      ? name
                                                      : "other");
  self->filling = FALSE;
}

static guint
find_usual_minutes (FfContext *context, FfGroup *group)
{
  return ff_programme_get_minutes (
      ff_programme_find (ff_context_get_programmes (context), ff_group_get_programme (group)));
}

static void
group_selected_cb (FfMeetingDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->group_row);

  if (self->filling || self->groups == NULL)
    return;
  /* The first line asks to choose. */
  if (selected == 0 || selected > self->groups->len)
    {
      ff_meeting_form_set_group (self->form, NULL);
      return;
    }

  FfGroup *group = g_ptr_array_index (self->groups, selected - 1);
  ff_meeting_form_set_group (self->form, ff_group_get_uid (group));
  ff_meeting_form_set_zone (self->form, ff_group_get_zone (group));
  if (get_minutes (self) == self->usual_minutes)
    {
      self->usual_minutes = (int) find_usual_minutes (self->context, group);
      g_object_set (self->form, "minutes", self->usual_minutes, NULL);
      fill_length (self);
    }
}

/* What is wrong with a page that is not seen is said where it is opened. */
static void
show_repeat_problem (FfMeetingDialog *self)
{
  const char *const fields[] = { "interval-message", "weekdays-message", "end-message", "message" };
  FfRepeatForm *repeat = ff_meeting_form_get_repeat (self->form);
  gboolean by_appointment;

  g_object_set (self->repeat_message, "text", "", NULL);
  g_object_get (self->form, "by-appointment", &by_appointment, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fields) && !by_appointment; i++)
    {
      g_autofree char *message = NULL;

      g_object_get (repeat, fields[i], &message, NULL);
      if (message == NULL || message[0] == '\0')
        continue;
      g_object_set (self->repeat_message, "text", message, NULL);
      return;
    }
}

static void
show_repeat (FfMeetingDialog *self)
{
  g_autofree char *summary = NULL;
  gboolean by_appointment;

  g_object_get (self->form, "by-appointment", &by_appointment, NULL);
  g_object_get (ff_meeting_form_get_repeat (self->form), "summary", &summary, NULL);
  adw_action_row_set_subtitle (self->repeat_row, by_appointment ? _ ("By appointment") : summary);
  show_repeat_problem (self);
}

static void
show_pauses (FfMeetingDialog *self)
{
  guint n = ff_pauses_count (ff_meeting_form_get_pauses (self->form));
  g_autofree char *text
      = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u break", "%u breaks", n), n)
              : NULL;

  adw_action_row_set_subtitle (self->breaks_row, text != NULL ? text : "");
}

static void
fill_modes (FfMeetingDialog *self)
{
  g_autoptr (GtkStringList) modes = gtk_string_list_new (NULL);

  for (guint i = 0; i < MODES; i++)
    gtk_string_list_append (modes, ff_mode_get_title ((FfMode) i));
  adw_combo_row_set_model (self->mode_row, G_LIST_MODEL (modes));
}

/* Up to as many places as there are rows that are called like what is typed. */
static void
show_places (FfMeetingDialog *self)
{
  FfSchedule *schedule = ff_clash_watch_get_schedule (self->watch);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->place_row));
  g_autoptr (GPtrArray) venues = NULL;

  if (schedule != NULL && self->asks_places)
    venues = ff_place_list_find (schedule, typed, FF_MEETING_DIALOG_PLACES);
  for (guint i = 0; i < FF_MEETING_DIALOG_PLACES; i++)
    {
      FfVenue *venue = venues != NULL && i < venues->len ? g_ptr_array_index (venues, i) : NULL;

      g_set_object (&self->venues[i], venue);
      gtk_widget_set_visible (GTK_WIDGET (self->place_rows[i]), venue != NULL);
      if (venue == NULL)
        continue;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place_rows[i]),
                                     ff_venue_get_text (venue, FF_VENUE_NAME));
      adw_action_row_set_subtitle (self->place_rows[i],
                                   ff_venue_get_text (venue, FF_VENUE_ADDRESS));
    }
}

/* What is offered is for what a person types, not for what is filled in. */
static void
place_typed (FfMeetingDialog *self)
{
  self->asks_places = gtk_widget_get_focus_child (self->place_row) != NULL;
  show_places (self);
}

static void
place_chosen_cb (FfMeetingDialog *self, AdwActionRow *row)
{
  for (guint i = 0; i < FF_MEETING_DIALOG_PLACES; i++)
    {
      if (row != self->place_rows[i] || self->venues[i] == NULL)
        continue;
      g_autoptr (FfVenue) venue = g_object_ref (self->venues[i]);
      gtk_widget_grab_focus (self->place_row);
      ff_venue_form_take_place (ff_meeting_form_get_venue (self->form), venue);
      break;
    }
  self->asks_places = FALSE;
  show_places (self);
}

static void
fill_groups (FfMeetingDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->groups = ff_group_repository_list (ff_context_get_store (self->context), &error);
  if (self->groups == NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_string_list_append (names, _ ("Choose a group"));
  for (guint i = 0; i < self->groups->len; i++)
    gtk_string_list_append (names, ff_group_get_name (g_ptr_array_index (self->groups, i)));
  self->filling = TRUE;
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
  adw_combo_row_set_enable_search (self->group_row, self->groups->len > 10);
  self->filling = FALSE;
}

static void
ff_meeting_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfMeetingDialog *self = FF_MEETING_DIALOG (object);

  switch ((FfMeetingDialogProps) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;
    case PROP_SAVE_LABEL:
      g_value_set_string (value, ff_meeting_dialog_get_save_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
needs_activated_cb (FfMeetingDialog *self)
{
  adw_dialog_present (ff_needs_dialog_new_for_meeting (self->context, self->meeting),
                      GTK_WIDGET (self));
}

static void
ff_meeting_dialog_dispose (GObject *object)
{
  FfMeetingDialog *self = FF_MEETING_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_MEETING_DIALOG);
  for (guint i = 0; i < FF_MEETING_DIALOG_PLACES; i++)
    g_clear_object (&self->venues[i]);
  g_clear_pointer (&self->clash_rows, g_ptr_array_unref);
  g_clear_object (&self->watch);
  g_clear_object (&self->meeting);
  g_clear_object (&self->opened);
  g_clear_pointer (&self->begun, g_free);
  g_clear_object (&self->form);
  g_clear_object (&self->context);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_meeting_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, page);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, clashes);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, length);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, repeat_message);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, mode_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, needs_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, breaks_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, save_button);
  gtk_widget_class_bind_template_child_full (widget_class, "place_1", FALSE,
                                             G_STRUCT_OFFSET (FfMeetingDialog, place_rows[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "place_2", FALSE,
                                             G_STRUCT_OFFSET (FfMeetingDialog, place_rows[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "place_3", FALSE,
                                             G_STRUCT_OFFSET (FfMeetingDialog, place_rows[2]));
}

static void
ff_meeting_dialog_class_init (FfMeetingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_meeting_dialog_get_property;
  object_class->dispose = ff_meeting_dialog_dispose;

  props[PROP_FORM]
      = g_param_spec_object ("form", NULL, NULL, FF_TYPE_MEETING_FORM,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SAVE_LABEL]
      = g_param_spec_string ("save-label", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  g_type_ensure (FF_TYPE_MEETING_FORM);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  g_type_ensure (FF_TYPE_NOTES_PAGE);
  g_type_ensure (FF_TYPE_PAUSES_PAGE);
  g_type_ensure (FF_TYPE_REPEAT_PAGE);
  g_type_ensure (FF_TYPE_TYPES_PAGE);
  g_type_ensure (FF_TYPE_WHERE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-meeting-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, ff_meeting_dialog_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, needs_activated_cb);
}

static void
ff_meeting_dialog_init (FfMeetingDialog *self)
{
  self->clash_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_fields (FfMeetingDialog *self)
{
  FfVenueForm *venue = ff_meeting_form_get_venue (self->form);

  ff_meeting_page_bind (self->form, "title", self->title_row, "text");
  ff_meeting_page_bind (self->form, "start", self->start_row, "value");
  ff_meeting_page_bind (self->form, "minutes", self->minutes_row, "value");
  ff_meeting_page_bind (venue, "mode", self->mode_row, "selected");
  ff_meeting_page_bind (venue, "name", self->place_row, "text");
  ff_meeting_page_bind (venue, "link", self->link_row, "text");
  g_object_bind_property (self->start_row, "valid", self->form, "time-valid",
                          G_BINDING_SYNC_CREATE);
}

static void
follow_form (FfMeetingDialog *self)
{
  FfRepeatForm *repeat = ff_meeting_form_get_repeat (self->form);

  g_signal_connect_object (repeat, "notify", G_CALLBACK (show_repeat), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "notify::by-appointment", G_CALLBACK (show_repeat), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "notify::pauses", G_CALLBACK (show_pauses), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place_row, "notify::text", G_CALLBACK (place_typed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "loaded", G_CALLBACK (show_places), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "checked", G_CALLBACK (ff_meeting_dialog_show_clashes),
                           self, G_CONNECT_SWAPPED);
}

static GtkWidget *
open_form (FfContext *context, FfMeeting *opened, FfMeeting *meeting, gboolean ask_group)
{
  FfMeetingDialog *self = g_object_new (FF_TYPE_MEETING_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->opened = g_object_ref (opened);
  g_set_object (&self->meeting, meeting);
  self->form = ff_meeting_form_new (opened);
  self->watch = ff_clash_watch_new (context, self->form,
                                    meeting != NULL ? ff_meeting_get_uid (meeting) : NULL);
  self->usual_minutes = get_minutes (self);
  adw_dialog_set_title (ADW_DIALOG (self),
                        meeting == NULL ? _ ("New Meeting") : _ ("Edit Meeting"));
  gtk_widget_set_visible (GTK_WIDGET (self->group_row), ask_group);
  gtk_widget_set_visible (self->needs_row, meeting != NULL);
  if (ask_group)
    {
      fill_groups (self);
      adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->group_row));
    }
  fill_modes (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FORM]);
  ff_meeting_dialog_notify_label (self);
  bind_fields (self);
  fill_length (self);
  show_repeat (self);
  show_pauses (self);
  follow_form (self);
  ff_meeting_dialog_guard (self);
  return GTK_WIDGET (self);
}

static FfWallTime
get_usual_start (FfContext *context)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  FfWallTime start = ff_wall_time_from_date_time (now);

  start.hour = USUAL_HOUR;
  start.minute = 0;
  return start;
}

/**
 * ff_meeting_dialog_new:
 * @context: what the views share
 * @group: (nullable): the group that meets; %NULL to ask for it
 *
 * Begins with every week from today at 19:00, in the group's zone and as long as its programme's
 * meetings usually are.
 *
 * Returns: (transfer floating): a dialog that adds a meeting
 */
GtkWidget *
ff_meeting_dialog_new (FfContext *context, FfGroup *group)
{
  g_autoptr (FfMeeting) meeting = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *rule = NULL;
  FfWallTime start;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (group == NULL || FF_IS_GROUP (group), NULL);

  start = get_usual_start (context);
  zone = group != NULL ? g_strdup (ff_group_get_zone (group)) : ff_time_zone_get_local ();
  rule = ff_recurrence_build (FF_REPEAT_WEEKLY, &start);
  meeting = ff_meeting_new (NULL);
  ff_meeting_set_group (meeting, group != NULL ? ff_group_get_uid (group) : "");
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting,
                          group != NULL ? find_usual_minutes (context, group) : USUAL_MINUTES);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, zone);
  return open_form (context, meeting, NULL, group == NULL);
}

/* One whose first date cannot be used begins with today at 19:00, to be set anew. */
static GtkWidget *
open_unusable (FfContext *context, FfMeeting *meeting)
{
  g_autoptr (FfMeeting) opened = ff_meeting_copy (meeting);
  FfWallTime start = get_usual_start (context);

  if (!ff_wall_time_is_valid (ff_meeting_get_start (meeting)))
    ff_meeting_set_start (opened, &start);
  return open_form (context, opened, meeting, FALSE);
}

static GtkWidget *
open_from_date (FfContext *context, FfMeeting *meeting, const FfWallTime *at)
{
  g_autoptr (FfMeeting) opened = ff_series_edit_open (meeting, at, NULL);
  FfMeetingDialog *self;

  if (opened == NULL)
    return open_unusable (context, meeting);
  self = FF_MEETING_DIALOG (open_form (context, opened, meeting, FALSE));
  self->at = *at;
  self->has_at = TRUE;
  if (ff_meeting_get_rule (meeting) == NULL
      || ff_wall_time_compare (at, ff_meeting_get_start (meeting)) != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start_row), _ ("Date"));
  return GTK_WIDGET (self);
}

/* Its next date, the first where there is none. */
static FfWallTime
find_next_date (FfContext *context, FfMeeting *meeting, GTimeZone *zone)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autoptr (GDateTime) there = g_date_time_to_timezone (now, zone);
  FfWallTime from = ff_wall_time_from_date_time (there);
  FfWallTime until = ff_wall_time_add_days (&from, DAYS_AHEAD);
  g_autoptr (GArray) dates
      = ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting),
                                      zone, &from, &until, 1, NULL);

  return dates != NULL && dates->len > 0 ? g_array_index (dates, FfWallTime, 0)
                                         : *ff_meeting_get_start (meeting);
}

/**
 * ff_meeting_dialog_new_edit:
 * @context: what the views share
 * @meeting: the meeting to change
 *
 * Begins with its next date, from which on a change can be meant.
 *
 * Returns: (transfer floating): a dialog that edits @meeting
 */
GtkWidget *
ff_meeting_dialog_new_edit (FfContext *context, FfMeeting *meeting)
{
  g_autoptr (GTimeZone) zone = NULL;
  FfWallTime at;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  zone = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);
  if (zone == NULL || !ff_wall_time_is_valid (ff_meeting_get_start (meeting)))
    return open_unusable (context, meeting);
  at = find_next_date (context, meeting, zone);
  return open_from_date (context, meeting, &at);
}

/**
 * ff_meeting_dialog_new_edit_date:
 * @context: what the views share
 * @occurrence: a date of the meeting to change
 *
 * Returns: (transfer floating): a dialog that edits its meeting, from that date on or as a whole
 */
GtkWidget *
ff_meeting_dialog_new_edit_date (FfContext *context, FfOccurrence *occurrence)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_OCCURRENCE (occurrence), NULL);

  return open_from_date (context, ff_occurrence_get_meeting (occurrence),
                         ff_occurrence_get_rule_time (occurrence));
}

/**
 * ff_meeting_dialog_get_form:
 * @self: a dialog
 *
 * Returns: (transfer none): what is filled in
 */
FfMeetingForm *
ff_meeting_dialog_get_form (FfMeetingDialog *self)
{
  g_return_val_if_fail (FF_IS_MEETING_DIALOG (self), NULL);

  return self->form;
}

/* Of the button: it may have to be pressed although something clashes. */
void
ff_meeting_dialog_notify_label (FfMeetingDialog *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_LABEL]);
}
