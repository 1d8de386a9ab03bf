/* ff-meeting.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting: a series of dates by a rule, at a place, on a link, or both.
 */

#include "ff-meeting-private.h"

typedef enum
{
  PROP_UID = 1,
  PROP_GROUP,
  PROP_TITLE,
  PROP_START,
  PROP_MINUTES,
  PROP_RULE,
  PROP_ZONE,
  PROP_PLACE,
  PROP_LINK,
  PROP_SEQUENCE,
  PROP_MODIFIED,
} FfMeetingProps;

static GParamSpec *properties[PROP_MODIFIED + 1];

G_DEFINE_FINAL_TYPE (FfMeeting, ff_meeting, G_TYPE_OBJECT)

static void
ff_meeting_constructed (GObject *object)
{
  FfMeeting *self = FF_MEETING (object);

  if (self->uid == NULL)
    self->uid = g_uuid_string_random ();

  G_OBJECT_CLASS (ff_meeting_parent_class)->constructed (object);
}

static void
ff_meeting_finalize (GObject *object)
{
  FfMeeting *self = FF_MEETING (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_object (&self->venue);
  g_clear_pointer (&self->pauses, ff_pauses_unref);
  g_clear_pointer (&self->types, g_strfreev);
  for (gsize i = 0; i < FF_N_MEETING_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (ff_meeting_parent_class)->finalize (object);
}

static void
ff_meeting_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfMeeting *self = FF_MEETING (object);

  switch ((FfMeetingProps) prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;

    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_START:
      g_value_set_boxed (value, &self->start);
      break;

    case PROP_MINUTES:
      g_value_set_uint (value, self->minutes);
      break;

    case PROP_RULE:
      g_value_set_string (value, self->rule);
      break;

    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;

    case PROP_PLACE:
      g_value_set_string (value, ff_meeting_get_place (self));
      break;

    case PROP_LINK:
      g_value_set_string (value, ff_meeting_get_link (self));
      break;

    case PROP_SEQUENCE:
      g_value_set_uint (value, self->sequence);
      break;

    case PROP_MODIFIED:
      g_value_set_int64 (value, self->modified);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_meeting_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfMeeting *self = FF_MEETING (object);

  switch ((FfMeetingProps) prop_id)
    {
    case PROP_UID:
      self->uid = g_value_dup_string (value);
      break;

    case PROP_GROUP:
      ff_meeting_set_group (self, g_value_get_string (value));
      break;

    case PROP_TITLE:
      ff_meeting_set_title (self, g_value_get_string (value));
      break;

    case PROP_START:
      ff_meeting_set_start (self, g_value_get_boxed (value));
      break;

    case PROP_MINUTES:
      ff_meeting_set_minutes (self, g_value_get_uint (value));
      break;

    case PROP_RULE:
      ff_meeting_set_rule (self, g_value_get_string (value));
      break;

    case PROP_ZONE:
      ff_meeting_set_zone (self, g_value_get_string (value));
      break;

    case PROP_PLACE:
      ff_meeting_set_place (self, g_value_get_string (value));
      break;

    case PROP_LINK:
      ff_meeting_set_link (self, g_value_get_string (value));
      break;

    case PROP_SEQUENCE:
      ff_meeting_set_sequence (self, g_value_get_uint (value));
      break;

    case PROP_MODIFIED:
      ff_meeting_set_modified (self, g_value_get_int64 (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_meeting_class_init (FfMeetingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->constructed = ff_meeting_constructed;
  object_class->finalize = ff_meeting_finalize;
  object_class->get_property = ff_meeting_get_property;
  object_class->set_property = ff_meeting_set_property;

  properties[PROP_UID]
      = g_param_spec_string ("uid", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "", write);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", write);
  properties[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, FF_TYPE_WALL_TIME, write);
  properties[PROP_MINUTES] = g_param_spec_uint ("minutes", NULL, NULL, 1, 1440, 90, write);
  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, write);
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, "UTC", write);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, "", write);
  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, "", write);
  properties[PROP_SEQUENCE] = g_param_spec_uint ("sequence", NULL, NULL, 0, G_MAXUINT, 0, write);
  properties[PROP_MODIFIED] = g_param_spec_int64 ("modified", NULL, NULL, 0, G_MAXINT64, 0, write);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_meeting_init (FfMeeting *self)
{
  self->group = g_strdup ("");
  self->title = g_strdup ("");
  self->minutes = 90;
  self->zone = g_strdup ("UTC");
  self->venue = ff_venue_new ();
  self->types = g_new0 (char *, 1);
  for (gsize i = 0; i < FF_N_MEETING_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * ff_meeting_new:
 * @uid: (nullable): the UUID it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a meeting of 90 minutes, whose start is not valid until it is set
 */
FfMeeting *
ff_meeting_new (const char *uid)
{
  return g_object_new (FF_TYPE_MEETING, "uid", uid, NULL);
}

/**
 * ff_meeting_copy:
 *
 * Copies everything, the key too, so that a writer can work on it while the person goes on.
 *
 * Returns: (transfer full): another object that says the same
 */
FfMeeting *
ff_meeting_copy (FfMeeting *self)
{
  FfMeeting *copy;

  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  copy = ff_meeting_copy_as (self, self->uid);
  copy->sequence = self->sequence;
  copy->modified = self->modified;

  return copy;
}

/**
 * ff_meeting_copy_as:
 * @uid: (nullable): the key of the copy; %NULL makes a new one up
 *
 * Returns: (transfer full): another meeting that says the same and has no history yet
 */
FfMeeting *
ff_meeting_copy_as (FfMeeting *self, const char *uid)
{
  FfMeeting *copy;

  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  copy = ff_meeting_new (uid);
  g_set_str (&copy->group, self->group);
  g_set_str (&copy->title, self->title);
  copy->start = self->start;
  copy->minutes = self->minutes;
  g_set_str (&copy->rule, self->rule);
  g_set_str (&copy->zone, self->zone);
  copy->by_appointment = self->by_appointment;
  ff_meeting_set_pauses (copy, self->pauses);
  ff_meeting_set_venue (copy, self->venue);
  ff_meeting_set_types (copy, (const char *const *) self->types);
  for (gsize i = 0; i < FF_N_MEETING_TEXTS; i++)
    g_set_str (&copy->texts[i], self->texts[i]);

  return copy;
}

/**
 * ff_meeting_get_uid:
 *
 * Returns: (transfer none): its UUID
 */
const char *
ff_meeting_get_uid (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return self->uid;
}

/**
 * ff_meeting_get_group:
 *
 * Returns: (transfer none): the UUID of its group
 */
const char *
ff_meeting_get_group (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return self->group;
}

void
ff_meeting_set_group (FfMeeting *self, const char *group)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (g_set_str (&self->group, group != NULL ? group : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

/**
 * ff_meeting_get_title:
 *
 * Returns: (transfer none): its own name; "" = the group's
 */
const char *
ff_meeting_get_title (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return self->title;
}

void
ff_meeting_set_title (FfMeeting *self, const char *title)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (g_set_str (&self->title, title != NULL ? title : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * ff_meeting_get_start:
 *
 * Returns: (transfer none): its first date, in the wall time of its zone
 */
const FfWallTime *
ff_meeting_get_start (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return &self->start;
}

void
ff_meeting_set_start (FfMeeting *self, const FfWallTime *start)
{
  g_return_if_fail (FF_IS_MEETING (self));
  g_return_if_fail (start != NULL && ff_wall_time_is_valid (start));

  if (ff_wall_time_compare (&self->start, start) == 0)
    return;

  self->start = *start;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
}

/**
 * ff_meeting_get_minutes:
 *
 * Returns: how long it takes, 1 to 1440
 */
guint
ff_meeting_get_minutes (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), 0);

  return self->minutes;
}

void
ff_meeting_set_minutes (FfMeeting *self, guint minutes)
{
  g_return_if_fail (FF_IS_MEETING (self));
  g_return_if_fail (minutes >= 1 && minutes <= 1440);

  if (self->minutes == minutes)
    return;

  self->minutes = minutes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES]);
}

/**
 * ff_meeting_get_rule:
 *
 * Returns: (transfer none) (nullable): its RRULE (RFC 5545); %NULL = it happens once
 */
const char *
ff_meeting_get_rule (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return self->rule;
}

void
ff_meeting_set_rule (FfMeeting *self, const char *rule)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (g_set_str (&self->rule, rule))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RULE]);
}

/**
 * ff_meeting_get_zone:
 *
 * Returns: (transfer none): its IANA time zone; "UTC" until it is set
 */
const char *
ff_meeting_get_zone (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return self->zone;
}

void
ff_meeting_set_zone (FfMeeting *self, const char *zone)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (g_set_str (&self->zone, zone != NULL ? zone : "UTC"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

/**
 * ff_meeting_get_sequence:
 *
 * Returns: how often it was changed since it was first shared (RFC 5545, SEQUENCE)
 */
guint
ff_meeting_get_sequence (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), 0);

  return self->sequence;
}

void
ff_meeting_set_sequence (FfMeeting *self, guint sequence)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (self->sequence == sequence)
    return;

  self->sequence = sequence;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEQUENCE]);
}

/**
 * ff_meeting_get_modified:
 *
 * Returns: when it was last changed, in microseconds since 1970 UTC
 */
gint64
ff_meeting_get_modified (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), 0);

  return self->modified;
}

void
ff_meeting_set_modified (FfMeeting *self, gint64 modified)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (self->modified == modified)
    return;

  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}
