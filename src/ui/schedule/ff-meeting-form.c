/* ff-meeting-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person says about a meeting, and a sentence for each thing that cannot be so.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-link.h"
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
  FfRepeat repeat;
  char *zone;
  char *place;
  char *link;

  char *group_message;
  char *start_message;
  char *minutes_message;
  char *repeat_message;
  char *zone_message;
  char *link_message;
  char *link_hint;
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
  PROP_REPEAT,
  PROP_ZONE,
  PROP_PLACE,
  PROP_LINK,
  PROP_GROUP_MESSAGE,
  PROP_START_MESSAGE,
  PROP_MINUTES_MESSAGE,
  PROP_REPEAT_MESSAGE,
  PROP_ZONE_MESSAGE,
  PROP_LINK_MESSAGE,
  PROP_LINK_HINT,
  PROP_VALID,
} FfMeetingFormProps;

static GParamSpec *props[PROP_VALID + 1];

G_DEFINE_FINAL_TYPE (FfMeetingForm, ff_meeting_form, G_TYPE_OBJECT)

static char *
dup_rule (FfMeetingForm *self)
{
  if (self->repeat == FF_REPEAT_OTHER)
    return g_strdup (ff_meeting_get_rule (self->meeting));
  return ff_recurrence_build (self->repeat, &self->start);
}

static void
take_message (FfMeetingForm *self, char **field, FfMeetingFormProps prop, const char *message)
{
  if (g_set_str (field, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
check_link (FfMeetingForm *self)
{
  g_autofree char *completed = ff_link_complete (self->link);
  g_autofree char *typed = g_strstrip (g_strdup (self->link));
  g_autofree char *hint = NULL;
  const char *message = "";

  if (completed[0] != '\0' && !ff_link_is_usable (completed))
    message = _ ("This is not a link that can be opened. It looks like "
                 "https://meet.example.org/group, or tel: and a number.");
  else if (!g_str_equal (completed, typed))
    /* Translators: %s is a link like https://meet.example.org/group */
    hint = g_strdup_printf (_ ("Will be kept as %s"), completed);
  take_message (self, &self->link_message, PROP_LINK_MESSAGE, message);
  take_message (self, &self->link_hint, PROP_LINK_HINT, hint != NULL ? hint : "");
}

/* A date that the rule itself does not give would never be shown. */
static const char *
find_repeat_problem (FfMeetingForm *self)
{
  g_autofree char *rule = NULL;
  g_autoptr (GArray) dates = NULL;
  FfWallTime next;

  if (!ff_wall_time_is_valid (&self->start) || self->repeat == FF_REPEAT_NEVER)
    return "";
  rule = dup_rule (self);
  next = ff_wall_time_add_days (&self->start, 1);
  dates = ff_recurrence_expand (rule, &self->start, &self->start, &next, 1, NULL);
  if (dates == NULL)
    return _ ("This repetition cannot be used. Choose another one.");
  if (dates->len == 0
      || ff_wall_time_compare (&g_array_index (dates, FfWallTime, 0), &self->start) != 0)
    return _ ("The first date is not one of these days. Choose another date or repetition.");
  return "";
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
  take_message (self, &self->repeat_message, PROP_REPEAT_MESSAGE, find_repeat_problem (self));
  take_message (self, &self->zone_message, PROP_ZONE_MESSAGE,
                zone_message != NULL ? zone_message : "");
  check_link (self);

  valid = self->group[0] != '\0' && self->start_message[0] == '\0'
          && self->minutes_message[0] == '\0' && self->repeat_message[0] == '\0'
          && self->zone_message[0] == '\0' && self->link_message[0] == '\0';
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
set_time_valid (FfMeetingForm *self, gboolean time_valid)
{
  if (self->time_valid == time_valid)
    return;
  self->time_valid = time_valid;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIME_VALID]);
  validate (self);
}

static void
set_repeat (FfMeetingForm *self, guint repeat)
{
  if (repeat > FF_REPEAT_OTHER || self->repeat == (FfRepeat) repeat)
    return;
  self->repeat = (FfRepeat) repeat;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REPEAT]);
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
    case PROP_REPEAT:
      g_value_set_uint (value, self->repeat);
      break;
    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_LINK:
      g_value_set_string (value, self->link);
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
    case PROP_REPEAT_MESSAGE:
      g_value_set_string (value, self->repeat_message);
      break;
    case PROP_ZONE_MESSAGE:
      g_value_set_string (value, self->zone_message);
      break;
    case PROP_LINK_MESSAGE:
      g_value_set_string (value, self->link_message);
      break;
    case PROP_LINK_HINT:
      g_value_set_string (value, self->link_hint);
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
      set_time_valid (self, g_value_get_boolean (value));
      break;
    case PROP_MINUTES:
      set_minutes (self, g_value_get_int (value));
      break;
    case PROP_REPEAT:
      set_repeat (self, g_value_get_uint (value));
      break;
    case PROP_ZONE:
      ff_meeting_form_set_zone (self, g_value_get_string (value));
      break;
    case PROP_PLACE:
      take_text (self, &self->place, PROP_PLACE, g_value_get_string (value));
      break;
    case PROP_LINK:
      take_text (self, &self->link, PROP_LINK, g_value_get_string (value));
      break;
    case PROP_GROUP_MESSAGE:
    case PROP_START_MESSAGE:
    case PROP_MINUTES_MESSAGE:
    case PROP_REPEAT_MESSAGE:
    case PROP_ZONE_MESSAGE:
    case PROP_LINK_MESSAGE:
    case PROP_LINK_HINT:
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
  self->repeat = ff_recurrence_classify (ff_meeting_get_rule (self->meeting), start);
  self->zone = dup_or_empty (ff_meeting_get_zone (self->meeting));
  self->place = dup_or_empty (ff_meeting_get_place (self->meeting));
  self->link = dup_or_empty (ff_meeting_get_link (self->meeting));
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
  g_free (self->place);
  g_free (self->link);
  g_free (self->group_message);
  g_free (self->start_message);
  g_free (self->minutes_message);
  g_free (self->repeat_message);
  g_free (self->zone_message);
  g_free (self->link_message);
  g_free (self->link_hint);

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
  props[PROP_REPEAT]
      = g_param_spec_uint ("repeat", NULL, NULL, 0, FF_REPEAT_OTHER, FF_REPEAT_WEEKLY, open);
  props[PROP_VALID]
      = g_param_spec_boolean ("valid", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  install_text (PROP_TITLE, "title", G_PARAM_READWRITE);
  install_text (PROP_GROUP, "group", G_PARAM_READWRITE);
  install_text (PROP_ZONE, "zone", G_PARAM_READWRITE);
  install_text (PROP_PLACE, "place", G_PARAM_READWRITE);
  install_text (PROP_LINK, "link", G_PARAM_READWRITE);
  install_text (PROP_GROUP_MESSAGE, "group-message", G_PARAM_READABLE);
  install_text (PROP_START_MESSAGE, "start-message", G_PARAM_READABLE);
  install_text (PROP_MINUTES_MESSAGE, "minutes-message", G_PARAM_READABLE);
  install_text (PROP_REPEAT_MESSAGE, "repeat-message", G_PARAM_READABLE);
  install_text (PROP_ZONE_MESSAGE, "zone-message", G_PARAM_READABLE);
  install_text (PROP_LINK_MESSAGE, "link-message", G_PARAM_READABLE);
  install_text (PROP_LINK_HINT, "link-hint", G_PARAM_READABLE);
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

/**
 * ff_meeting_form_build:
 * @self: a form that is valid
 *
 * Gives the meeting as the form now says: the same uid, white space at the ends dropped, the link
 * completed with https:// where it had no scheme.
 *
 * Returns: (transfer full): a copy of the meeting that the form began with, changed
 */
FfMeeting *
ff_meeting_form_build (FfMeetingForm *self)
{
  g_autoptr (FfMeeting) meeting = NULL;
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *link = NULL;
  g_autofree char *rule = NULL;

  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);
  g_return_val_if_fail (self->valid, NULL);

  meeting = ff_meeting_copy (self->meeting);
  title = g_strstrip (g_strdup (self->title));
  place = g_strstrip (g_strdup (self->place));
  link = ff_link_complete (self->link);
  rule = dup_rule (self);
  ff_meeting_set_title (meeting, title);
  ff_meeting_set_group (meeting, self->group);
  ff_meeting_set_start (meeting, &self->start);
  ff_meeting_set_minutes (meeting, (guint) self->minutes);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, self->zone);
  ff_meeting_set_place (meeting, place);
  ff_meeting_set_link (meeting, link);
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
 * ff_meeting_form_list_repeats:
 * @self: a form
 *
 * Gives the repetitions to choose from in words that name the weekday of the start, in the order of
 * #FfRepeat. The last one, %FF_REPEAT_OTHER, is there only where the meeting came with such a rule.
 *
 * Returns: (transfer full): translated words
 */
GStrv
ff_meeting_form_list_repeats (FfMeetingForm *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *rule;

  g_return_val_if_fail (FF_IS_MEETING_FORM (self), NULL);

  for (FfRepeat repeat = FF_REPEAT_NEVER; repeat < FF_REPEAT_OTHER; repeat++)
    {
      g_autofree char *candidate = ff_recurrence_build (repeat, &self->start);
      g_strv_builder_take (words, ff_recurrence_describe (candidate, &self->start));
    }
  rule = ff_meeting_get_rule (self->meeting);
  if (ff_recurrence_classify (rule, ff_meeting_get_start (self->meeting)) == FF_REPEAT_OTHER)
    g_strv_builder_take (words, ff_recurrence_describe (rule, &self->start));
  return g_strv_builder_end (words);
}
