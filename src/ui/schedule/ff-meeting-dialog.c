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
#include "ff-group-repository.h"
#include "ff-meeting-dialog.h"
#include "ff-meeting-repository.h"
#include "ff-message-label.h"
#include "ff-toast.h"

#define USUAL_HOUR 19
#define USUAL_MINUTES 90

struct _FfMeetingDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfMeetingForm *form;
  gboolean is_new;
  int usual_minutes; /* of the programme, for as long as no other length was chosen */
  gboolean filling;  /* lists are being filled: what is selected meanwhile was not chosen */
  GPtrArray *groups; /* in the order of the group row; NULL where it is not asked for */

  AdwComboRow *group_row;
  GtkWidget *title_row;
  FfDateTimeRow *start_row;
  AdwToggleGroup *length;
  GtkWidget *minutes_row;
  AdwComboRow *repeat_row;
  GtkStringList *repeats;
  AdwComboRow *zone_row;
  GtkStringList *zones;
  GtkWidget *place_row;
  GtkWidget *link_row;
  GtkWidget *save_button;
};

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

static void
repeat_selected_cb (FfMeetingDialog *self)
{
  if (!self->filling && self->form != NULL)
    g_object_set (self->form, "repeat", adw_combo_row_get_selected (self->repeat_row), NULL);
}

static void
zone_selected_cb (FfMeetingDialog *self)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (self->zone_row);

  if (!self->filling && self->form != NULL && selected != NULL)
    ff_meeting_form_set_zone (self->form, gtk_string_object_get_string (selected));
}

/* The words name the weekday of the first date. */
static void
fill_repeats (FfMeetingDialog *self)
{
  g_auto (GStrv) words = NULL;
  guint repeat;

  if (!ff_wall_time_is_valid (ff_meeting_form_get_start (self->form)))
    return;
  words = ff_meeting_form_list_repeats (self->form);
  g_object_get (self->form, "repeat", &repeat, NULL);
  self->filling = TRUE;
  gtk_string_list_splice (self->repeats, 0, g_list_model_get_n_items (G_LIST_MODEL (self->repeats)),
                          (const char *const *) words);
  adw_combo_row_set_selected (self->repeat_row, repeat);
  self->filling = FALSE;
}

static void
select_zone (FfMeetingDialog *self)
{
  g_autofree char *zone = NULL;
  guint position;

  g_object_get (self->form, "zone", &zone, NULL);
  self->filling = TRUE;
  position = gtk_string_list_find (self->zones, zone);
  /* A zone that is not known here stays to be seen, with what is wrong under it. */
  if (position == G_MAXUINT && zone[0] != '\0')
    {
      gtk_string_list_append (self->zones, zone);
      position = gtk_string_list_find (self->zones, zone);
    }
  adw_combo_row_set_selected (self->zone_row, position);
  self->filling = FALSE;
}

static void
fill_zones (FfMeetingDialog *self)
{
  g_auto (GStrv) zones = ff_time_zone_list ();

  self->filling = TRUE;
  gtk_string_list_splice (self->zones, 0, 0, (const char *const *) zones);
  self->filling = FALSE;
  select_zone (self);
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

/* What has the focus lets go of it first: a text field would go on blinking. */
static void
set_busy (FfMeetingDialog *self, gboolean busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (busy && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfMeetingDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  set_busy (self, FALSE);
  ff_toast_error (self->title_row, error);
}

static void
save_cb (FfMeetingDialog *self)
{
  g_autoptr (FfMeeting) meeting = NULL;

  if (!ff_meeting_form_get_valid (self->form))
    return;
  meeting = ff_meeting_form_build (self->form);
  set_busy (self, TRUE);
  ff_meeting_repository_save_async (ff_context_get_store (self->context), meeting, on_saved,
                                    g_object_ref (self));
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
      g_value_set_string (value, self->is_new ? _ ("_Add") : _ ("_Save"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_meeting_dialog_dispose (GObject *object)
{
  FfMeetingDialog *self = FF_MEETING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_MEETING_DIALOG);
  g_clear_object (&self->form);
  g_clear_object (&self->context);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_meeting_dialog_parent_class)->dispose (object);
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-meeting-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, length);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, repeats);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, zones);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, FfMeetingDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeat_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_selected_cb);
}

static void
ff_meeting_dialog_init (FfMeetingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_field (FfMeetingDialog *self, const char *field, gpointer row, const char *property)
{
  g_object_bind_property (self->form, field, row, property,
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
bind_fields (FfMeetingDialog *self)
{
  bind_field (self, "title", self->title_row, "text");
  bind_field (self, "start", self->start_row, "value");
  bind_field (self, "minutes", self->minutes_row, "value");
  bind_field (self, "place", self->place_row, "text");
  bind_field (self, "link", self->link_row, "text");
  g_object_bind_property (self->start_row, "valid", self->form, "time-valid",
                          G_BINDING_SYNC_CREATE);
}

static GtkWidget *
open_form (FfContext *context, FfMeeting *meeting, gboolean is_new, gboolean ask_group)
{
  FfMeetingDialog *self = g_object_new (FF_TYPE_MEETING_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->is_new = is_new;
  self->form = ff_meeting_form_new (meeting);
  self->usual_minutes = get_minutes (self);
  adw_dialog_set_title (ADW_DIALOG (self), is_new ? _ ("New Meeting") : _ ("Edit Meeting"));
  gtk_widget_set_visible (GTK_WIDGET (self->group_row), ask_group);
  if (ask_group)
    {
      fill_groups (self);
      adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->group_row));
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FORM]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_LABEL]);
  bind_fields (self);
  fill_repeats (self);
  fill_zones (self);
  fill_length (self);
  g_signal_connect_object (self->form, "notify::start", G_CALLBACK (fill_repeats), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "notify::zone", G_CALLBACK (select_zone), self,
                           G_CONNECT_SWAPPED);
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
  return open_form (context, meeting, TRUE, group == NULL);
}

/**
 * ff_meeting_dialog_new_edit:
 * @context: what the views share
 * @meeting: the meeting to change
 *
 * One whose first date cannot be used begins with today at 19:00, to be set anew.
 *
 * Returns: (transfer floating): a dialog that edits @meeting
 */
GtkWidget *
ff_meeting_dialog_new_edit (FfContext *context, FfMeeting *meeting)
{
  g_autoptr (FfMeeting) copy = NULL;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  copy = ff_meeting_copy (meeting);
  if (!ff_wall_time_is_valid (ff_meeting_get_start (copy)))
    {
      const FfWallTime start = get_usual_start (context);

      ff_meeting_set_start (copy, &start);
    }
  return open_form (context, copy, FALSE, FALSE);
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
