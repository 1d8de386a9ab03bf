/* ff-meeting-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person says about a meeting, and a sentence for each thing that cannot be so.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-meeting-form.h"

#define MINUTES_MAX 1440

struct _FfMeetingForm
{
  GObject parent_instance;

  FfMeeting *meeting;
  char *title;
  char *group;
  gboolean group_touched; /* before, it only has not been chosen yet */
  FfWallTime start;
  gboolean time_valid;
  int minutes;
  char *zone;
  gboolean by_appointment;
  char *notes;
  char *remarks;
  FfPauses *pauses;
  FfRepeatForm *repeat;
  FfVenueForm *venue;
  FfTypesForm *types;

  char *group_message;
  char *start_message;
  char *minutes_message;
  char *zone_message;
  gboolean valid;
};

typedef enum
{
  PROP_MEETING = 1,
  PROP_TITLE,
  PROP_GROUP,
  PROP_START,
  PROP_TIME_VALID,
  PROP_MINUTES,
  PROP_ZONE,
  PROP_BY_APPOINTMENT,
  PROP_NOTES,
  PROP_REMARKS,
  PROP_PAUSES,
  PROP_REPEAT,
  PROP_VENUE,
  PROP_TYPES,
  PROP_GROUP_MESSAGE,
  PROP_START_MESSAGE,
  PROP_MINUTES_MESSAGE,
  PROP_ZONE_MESSAGE,
  PROP_VALID,
} FfMeetingFormProps;

static GParamSpec *props[PROP_VALID + 1];

G_DEFINE_FINAL_TYPE (FfMeetingForm, ff_meeting_form, G_TYPE_OBJECT)

static void
take_message (FfMeetingForm *self, char **field, FfMeetingFormProps prop, const char *message)
{
  if (g_set_str (field, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
validate (FfMeetingForm *self)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (self->zone, NULL);
  g_autofree char *zone_message = NULL;
  gboolean valid;

  if (zone == NULL)
    /* Translators: %s is what was given as a time zone, like Mars/Base */
    zone_message = g_strdup_printf (_ ("“%s” is not a known time zone. Choose one from the list."),
                                    self->zone);
  take_message (self, &self->group_message, PROP_GROUP_MESSAGE,
                self->group_touched && self->group[0] == '\0' ? _ ("Choose the group that meets.")
                                                              : "");
  take_message (self, &self->start_message, PROP_START_MESSAGE,
                self->time_valid && ff_wall_time_is_valid (&self->start)
                    ? ""
                    : _ ("There is no such date or time. Give a date and a time such as 19:00."));
  take_message (self, &self->minutes_message, PROP_MINUTES_MESSAGE,
                self->minutes >= 1 && self->minutes <= MINUTES_MAX
                    ? ""
                    : _ ("A meeting lasts from 1 minute to 24 hours (1440 minutes)."));
  take_message (self, &self->zone_message, PROP_ZONE_MESSAGE,
                zone_message != NULL ? zone_message : "");

  valid = self->group[0] != '\0' && self->start_message[0] == '\0'
          && self->minutes_message[0] == '\0' && self->zone_message[0] == '\0'
          && (self->by_appointment || ff_repeat_form_get_valid (self->repeat))
          && ff_venue_form_get_valid (self->venue);
  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALID]);
    }
}

static void
take_text (FfMeetingForm *self, char **field, FfMeetingFormProps prop, const char *text)
{
  if (!g_set_str (field, text != NULL ? text : ""))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
  validate (self);
}

static void
set_minutes (FfMeetingForm *self, int minutes)
{
  if (self->minutes == minutes)
    return;
  self->minutes = minutes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MINUTES]);
  validate (self);
}

static void
set_flag (FfMeetingForm *self, gboolean *field, FfMeetingFormProps prop, gboolean flag)
{
  if (*field == flag)
    return;
  *field = flag;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
  validate (self);
}

static void
ff_meeting_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfMeetingForm *self = FF_MEETING_FORM (object);

  switch ((FfMeetingFormProps) prop_id)
    {
    case PROP_MEETING:
      g_value_set_object (value, self->meeting);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;
    case PROP_START:
      g_value_set_boxed (value, &self->start);
      break;
    case PROP_TIME_VALID:
      g_value_set_boolean (value, self->time_valid);
      break;
    case PROP_MINUTES:
      g_value_set_int (value, self->minutes);
      break;
    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;
    case PROP_BY_APPOINTMENT:
      g_value_set_boolean (value, self->by_appointment);
      break;
    case PROP_NOTES:
      g_value_set_string (value, self->notes);
      break;
    case PROP_REMARKS:
      g_value_set_string (value, self->remarks);
      break;
    case PROP_PAUSES:
      g_value_set_boxed (value, self->pauses);
      break;
    case PROP_REPEAT:
      g_value_set_object (value, self->repeat);
      break;
    case PROP_VENUE:
      g_value_set_object (value, self->venue);
      break;
    case PROP_TYPES:
      g_value_set_object (value, self->types);
      break;
    case PROP_GROUP_MESSAGE:
      g_value_set_string (value, self->group_message);
      break;
    case PROP_START_MESSAGE:
      g_value_set_string (value, self->start_message);
      break;
    case PROP_MINUTES_MESSAGE:
      g_value_set_string (value, self->minutes_message);
      break;
    case PROP_ZONE_MESSAGE:
      g_value_set_string (value, self->zone_message);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_meeting_form_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  FfMeetingForm *self = FF_MEETING_FORM (object);

  switch ((FfMeetingFormProps) prop_id)
    {
    case PROP_MEETING:
      self->meeting = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      take_text (self, &self->title, PROP_TITLE, g_value_get_string (value));
      break;
    case PROP_GROUP:
      ff_meeting_form_set_group (self, g_value_get_string (value));
      break;
    case PROP_START:
      ff_meeting_form_set_start (self, g_value_get_boxed (value));
      break;
    case PROP_TIME_VALID:
      set_flag (self, &self->time_valid, PROP_TIME_VALID, g_value_get_boolean (value));
      break;
    case PROP_MINUTES:
      set_minutes (self, g_value_get_int (value));
      break;
    case PROP_ZONE:
      ff_meeting_form_set_zone (self, g_value_get_string (value));
      break;
    case PROP_BY_APPOINTMENT:
      set_flag (self, &self->by_appointment, PROP_BY_APPOINTMENT, g_value_get_boolean (value));
      break;
    case PROP_NOTES:
      take_text (self, &self->notes, PROP_NOTES, g_value_get_string (value));
      break;
    case PROP_REMARKS:
      take_text (self, &self->remarks, PROP_REMARKS, g_value_get_string (value));
      break;
    case PROP_PAUSES:
      ff_meeting_form_set_pauses (self, g_value_get_boxed (value));
      break;
    case PROP_REPEAT:
    case PROP_VENUE:
    case PROP_TYPES:
    case PROP_GROUP_MESSAGE:
    case PROP_START_MESSAGE:
    case PROP_MINUTES_MESSAGE:
    case PROP_ZONE_MESSAGE:
    case PROP_VALID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static void
ff_meeting_form_constructed (GObject *object)
{
  FfMeetingForm *self = FF_MEETING_FORM (object);
  const FfWallTime *start = ff_meeting_get_start (self->meeting);

  G_OBJECT_CLASS (ff_meeting_form_parent_class)->constructed (object);

  self->title = dup_or_empty (ff_meeting_get_title (self->meeting));
  self->group = dup_or_empty (ff_meeting_get_group (self->meeting));
  self->start = *start;
  self->minutes = (int) ff_meeting_get_minutes (self->meeting);
  self->zone = dup_or_empty (ff_meeting_get_zone (self->meeting));
  self->by_appointment = ff_meeting_get_by_appointment (self->meeting);
  self->notes = dup_or_empty (ff_meeting_get_text (self->meeting, FF_MEETING_NOTES));
  self->remarks = dup_or_empty (ff_meeting_get_text (self->meeting, FF_MEETING_REMARKS));
  if (ff_meeting_get_pauses (self->meeting) != NULL)
    self->pauses = ff_pauses_ref (ff_meeting_get_pauses (self->meeting));
  self->repeat = ff_repeat_form_new (self->meeting);
  self->venue = ff_venue_form_new (ff_meeting_get_venue (self->meeting));
  self->types = ff_types_form_new (ff_meeting_get_types (self->meeting));
  g_object_bind_property (self, "start", self->repeat, "start", G_BINDING_DEFAULT);
  g_signal_connect_object (self->repeat, "notify::valid", G_CALLBACK (validate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->venue, "notify::valid", G_CALLBACK (validate), self,
                           G_CONNECT_SWAPPED);
  validate (self);
}

static void
ff_meeting_form_finalize (GObject *object)
{
  FfMeetingForm *self = FF_MEETING_FORM (object);

  g_clear_object (&self->meeting);
  g_free (self->title);
  g_free (self->group);
  g_free (self->zone);
  g_free (self->notes);
  g_free (self->remarks);
  g_clear_pointer (&self->pauses, ff_pauses_unref);
  g_clear_object (&self->repeat);
  g_clear_object (&self->venue);
  g_clear_object (&self->types);
  g_free (self->group_message);
  g_free (self->start_message);
  g_free (self->minutes_message);
  g_free (self->zone_message);

  G_OBJECT_CLASS (ff_meeting_form_parent_class)->finalize (object);
}

static void
install_text (FfMeetingFormProps prop, const char *name, GParamFlags flags)
{
  props[prop] = g_param_spec_string (name, NULL, NULL, NULL,
                                     flags | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
ff_meeting_form_class_init (FfMeetingFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags open = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ff_meeting_form_get_property;
  object_class->set_property = ff_meeting_form_set_property;
  object_class->constructed = ff_meeting_form_constructed;
  object_class->finalize = ff_meeting_form_finalize;

  props[PROP_MEETING]
      = g_param_spec_object ("meeting", NULL, NULL, FF_TYPE_MEETING,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, FF_TYPE_WALL_TIME, open);
  props[PROP_TIME_VALID] = g_param_spec_boolean ("time-valid", NULL, NULL, TRUE, open);
  props[PROP_MINUTES] = g_param_spec_int ("minutes", NULL, NULL, G_MININT, G_MAXINT, 90, open);
  props[PROP_BY_APPOINTMENT] = g_param_spec_boolean ("by-appointment", NULL, NULL, FALSE, open);
  props[PROP_PAUSES] = g_param_spec_boxed ("pauses", NULL, NULL, FF_TYPE_PAUSES, open);
  props[PROP_REPEAT] = g_param_spec_object ("repeat", NULL, NULL, FF_TYPE_REPEAT_FORM, readable);
  props[PROP_VENUE] = g_param_spec_object ("venue", NULL, NULL, FF_TYPE_VENUE_FORM, readable);
  props[PROP_TYPES] = g_param_spec_object ("types", NULL, NULL, FF_TYPE_TYPES_FORM, readable);
  props[PROP_VALID]
      = g_param_spec_boolean ("valid", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  install_text (PROP_TITLE, "title", G_PARAM_READWRITE);
  install_text (PROP_GROUP, "group", G_PARAM_READWRITE);
  install_text (PROP_ZONE, "zone", G_PARAM_READWRITE);
  install_text (PROP_NOTES, "notes", G_PARAM_READWRITE);
  install_text (PROP_REMARKS, "remarks", G_PARAM_READWRITE);
  install_text (PROP_GROUP_MESSAGE, "group-message", G_PARAM_READABLE);
  install_text (PROP_START_MESSAGE, "start-message", G_PARAM_READABLE);
  install_text (PROP_MINUTES_MESSAGE, "minutes-message", G_PARAM_READABLE);
  install_text (PROP_ZONE_MESSAGE, "zone-message", G_PARAM_READABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_meeting_form_init (FfMeetingForm *self)
{
  self->time_valid = TRUE;
}

/**
 * ff_meeting_form_new:
 * @meeting: what to begin with; kept for what the form does not ask for, and never changed
 *
 * Returns: (transfer full): a form filled in from @meeting
 */
FfMeetingForm *
ff_meeting_form_new (FfMeeting *meeting)
{
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  return g_object_new (FF_TYPE_MEETING_FORM, "meeting", meeting, NULL);
}

static void
put_rule (FfMeetingForm *self, FfMeeting *meeting)
{
  g_autofree char *rule = NULL;

  if (!ff_repeat_form_get_valid (self->repeat))
    return;
  rule = ff_repeat_form_build (self->repeat);
  ff_meeting_set_rule (meeting, rule);
}

/**
 * ff_meeting_form_build:
 * @self: a form that is valid
 *
 * Gives the meeting as the form now says: the same uid, white space at the ends dropped, and step-free
 * access only where people come to a place.
 *
 * Returns: (transfer full): a copy of the meeting that the form began with, changed
 */
FfMeeting *
ff_meeting_form_build (FfMeetingForm *self)
{
  g_autoptr (FfMeeting) meeting = NULL;
  g_autoptr (FfVenue) venue = NULL;
  g_autofree char *title = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *remarks = NULL;
  g_auto (GStrv) types = NULL;
  FfMode mode;

  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);
  g_return_val_if_fail (self->valid, NULL);

  mode = ff_venue_form_get_mode (self->venue);
  types = ff_types_form_build (self->types, mode == FF_MODE_IN_PERSON || mode == FF_MODE_HYBRID);

  meeting = ff_meeting_copy (self->meeting);
  title = g_strstrip (g_strdup (self->title));
  notes = g_strstrip (g_strdup (self->notes));
  remarks = g_strstrip (g_strdup (self->remarks));
  venue = ff_venue_form_build (self->venue);
  ff_meeting_set_title (meeting, title);
  ff_meeting_set_group (meeting, self->group);
  ff_meeting_set_start (meeting, &self->start);
  ff_meeting_set_minutes (meeting, (guint) self->minutes);
  ff_meeting_set_zone (meeting, self->zone);
  ff_meeting_set_by_appointment (meeting, self->by_appointment);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, notes);
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS, remarks);
  ff_meeting_set_pauses (meeting, self->pauses);
  ff_meeting_set_venue (meeting, venue);
  put_rule (self, meeting);
  ff_meeting_set_types (meeting, (const char *const *) types);
  return g_steal_pointer (&meeting);
}

/**
 * ff_meeting_form_get_valid:
 * @self: a form
 *
 * Returns: whether a group is chosen and no field has a message, so that ff_meeting_form_build() may be
 *   called
 */
gboolean
ff_meeting_form_get_valid (FfMeetingForm *self)
{
  g_return_val_if_fail (FF_IS_MEETING_FORM (self), FALSE);

  return self->valid;
}

/**
 * ff_meeting_form_set_group:
 * @self: a form
 * @group: (nullable): the uid of the group that meets; none chosen yet where it is %NULL or ""
 */
void
ff_meeting_form_set_group (FfMeetingForm *self, const char *group)
{
  g_return_if_fail (FF_IS_MEETING_FORM (self));

  self->group_touched = TRUE;
  take_text (self, &self->group, PROP_GROUP, group);
}

/**
 * ff_meeting_form_get_start:
 * @self: a form
 *
 * Returns: (transfer none): the first date and its time, valid or not
 */
const FfWallTime *
ff_meeting_form_get_start (FfMeetingForm *self)
{
  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);

  return &self->start;
}

/**
 * ff_meeting_form_set_start:
 * @self: a form
 * @start: the first date and its time, in wall time; an impossible one is taken, with a message
 */
void
ff_meeting_form_set_start (FfMeetingForm *self, const FfWallTime *start)
{
  g_return_if_fail (FF_IS_MEETING_FORM (self));
  g_return_if_fail (start != NULL);

  if (ff_wall_time_compare (&self->start, start) == 0)
    return;
  self->start = *start;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START]);
  validate (self);
}

/**
 * ff_meeting_form_set_zone:
 * @self: a form
 * @zone: an IANA name like "America/Vancouver"
 */
void
ff_meeting_form_set_zone (FfMeetingForm *self, const char *zone)
{
  g_return_if_fail (FF_IS_MEETING_FORM (self));

  take_text (self, &self->zone, PROP_ZONE, zone);
}

/**
 * ff_meeting_form_get_repeat:
 * @self: a form
 *
 * Returns: (transfer none): how often it is held
 */
FfRepeatForm *
ff_meeting_form_get_repeat (FfMeetingForm *self)
{
  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);

  return self->repeat;
}

/**
 * ff_meeting_form_get_venue:
 * @self: a form
 *
 * Returns: (transfer none): where it is held
 */
FfVenueForm *
ff_meeting_form_get_venue (FfMeetingForm *self)
{
  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);

  return self->venue;
}

/**
 * ff_meeting_form_get_types:
 * @self: a form
 *
 * Returns: (transfer none): whom it is for and what happens there
 */
FfTypesForm *
ff_meeting_form_get_types (FfMeetingForm *self)
{
  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);

  return self->types;
}

/**
 * ff_meeting_form_get_pauses:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): when it rests
 */
FfPauses *
ff_meeting_form_get_pauses (FfMeetingForm *self)
{
  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);

  return self->pauses;
}

/**
 * ff_meeting_form_set_pauses:
 * @self: a form
 * @pauses: (nullable): when it rests
 */
void
ff_meeting_form_set_pauses (FfMeetingForm *self, FfPauses *pauses)
{
  g_return_if_fail (FF_IS_MEETING_FORM (self));

  if (self->pauses == pauses)
    return;
  g_clear_pointer (&self->pauses, ff_pauses_unref);
  if (pauses != NULL)
    self->pauses = ff_pauses_ref (pauses);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSES]);
}
