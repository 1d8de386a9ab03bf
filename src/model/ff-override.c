/* ff-override.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is different on one date of a meeting.
 */

#include "ff-override.h"

struct _FfOverride
{
  GObject parent_instance;

  char *meeting;
  FfWallTime rule_time;
  gboolean cancelled;
  FfWallTime *start;
  char *place;
  char *link;
  char *note;
  gboolean held;
  guint sequence;
  gint64 modified;
};

typedef enum
{
  PROP_MEETING = 1,
  PROP_RULE_TIME,
  PROP_CANCELLED,
  PROP_START,
  PROP_PLACE,
  PROP_LINK,
  PROP_NOTE,
} FfOverrideProps;

static GParamSpec *properties[PROP_NOTE + 1];

G_DEFINE_FINAL_TYPE (FfOverride, ff_override, G_TYPE_OBJECT)

static void
ff_override_finalize (GObject *object)
{
  FfOverride *self = FF_OVERRIDE (object);

  g_clear_pointer (&self->meeting, g_free);
  g_clear_pointer (&self->start, ff_wall_time_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (ff_override_parent_class)->finalize (object);
}

static void
ff_override_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfOverride *self = FF_OVERRIDE (object);

  switch ((FfOverrideProps) prop_id)
    {
    case PROP_MEETING:
      g_value_set_string (value, self->meeting);
      break;

    case PROP_RULE_TIME:
      g_value_set_boxed (value, &self->rule_time);
      break;

    case PROP_CANCELLED:
      g_value_set_boolean (value, self->cancelled);
      break;

    case PROP_START:
      g_value_set_boxed (value, self->start);
      break;

    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;

    case PROP_LINK:
      g_value_set_string (value, self->link);
      break;

    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_override_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfOverride *self = FF_OVERRIDE (object);

  switch ((FfOverrideProps) prop_id)
    {
    case PROP_MEETING:
      self->meeting = g_value_dup_string (value);
      break;

    case PROP_RULE_TIME:
      self->rule_time = *(const FfWallTime *) g_value_get_boxed (value);
      break;

    case PROP_CANCELLED:
      ff_override_set_cancelled (self, g_value_get_boolean (value));
      break;

    case PROP_START:
      ff_override_set_start (self, g_value_get_boxed (value));
      break;

    case PROP_PLACE:
      ff_override_set_place (self, g_value_get_string (value));
      break;

    case PROP_LINK:
      ff_override_set_link (self, g_value_get_string (value));
      break;

    case PROP_NOTE:
      ff_override_set_note (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_override_class_init (FfOverrideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->finalize = ff_override_finalize;
  object_class->get_property = ff_override_get_property;
  object_class->set_property = ff_override_set_property;

  properties[PROP_MEETING]
      = g_param_spec_string ("meeting", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_RULE_TIME] = g_param_spec_boxed ("rule-time", NULL, NULL, FF_TYPE_WALL_TIME,
                                                   write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_CANCELLED] = g_param_spec_boolean ("cancelled", NULL, NULL, FALSE, write);
  properties[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, FF_TYPE_WALL_TIME, write);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, write);
  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL, write);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", write);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_override_init (FfOverride *self)
{
  self->note = g_strdup ("");
}

/**
 * ff_override_new:
 * @meeting: the UUID of the meeting
 * @rule_time: the start that the meeting's rule gave
 *
 * Returns: (transfer full): an override that changes nothing yet
 */
FfOverride *
ff_override_new (const char *meeting, const FfWallTime *rule_time)
{
  g_return_val_if_fail (meeting != NULL, NULL);
  g_return_val_if_fail (rule_time != NULL && ff_wall_time_is_valid (rule_time), NULL);

  return g_object_new (FF_TYPE_OVERRIDE, "meeting", meeting, "rule-time", rule_time, NULL);
}

/**
 * ff_override_copy:
 *
 * Copies everything, the key too, so that a writer can work on it while the person goes on.
 *
 * Returns: (transfer full): another object that says the same
 */
FfOverride *
ff_override_copy (FfOverride *self)
{
  FfOverride *copy;

  g_return_val_if_fail (FF_IS_OVERRIDE (self), NULL);

  copy = ff_override_new (self->meeting, &self->rule_time);
  copy->cancelled = self->cancelled;
  copy->start = ff_wall_time_copy (self->start);
  g_set_str (&copy->place, self->place);
  g_set_str (&copy->link, self->link);
  g_set_str (&copy->note, self->note);
  copy->held = self->held;
  copy->sequence = self->sequence;
  copy->modified = self->modified;

  return copy;
}

/**
 * ff_override_get_meeting:
 *
 * Returns: (transfer none): the UUID of its meeting
 */
const char *
ff_override_get_meeting (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), NULL);

  return self->meeting;
}

/**
 * ff_override_get_rule_time:
 *
 * Returns: (transfer none): the start that the rule gave, by which the date is known
 */
const FfWallTime *
ff_override_get_rule_time (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), NULL);

  return &self->rule_time;
}

/**
 * ff_override_get_cancelled:
 *
 * Returns: whether the meeting is off that day
 */
gboolean
ff_override_get_cancelled (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), FALSE);

  return self->cancelled;
}

void
ff_override_set_cancelled (FfOverride *self, gboolean cancelled)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));

  cancelled = !!cancelled;
  if (self->cancelled == cancelled)
    return;

  self->cancelled = cancelled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANCELLED]);
}

/**
 * ff_override_get_start:
 *
 * Returns: (transfer none) (nullable): when it is instead; %NULL = when the rule says
 */
const FfWallTime *
ff_override_get_start (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), NULL);

  return self->start;
}

void
ff_override_set_start (FfOverride *self, const FfWallTime *start)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));
  g_return_if_fail (start == NULL || ff_wall_time_is_valid (start));

  if (self->start == NULL ? start == NULL
                          : start != NULL && ff_wall_time_compare (self->start, start) == 0)
    return;

  g_clear_pointer (&self->start, ff_wall_time_free);
  self->start = ff_wall_time_copy (start);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
}

/**
 * ff_override_get_place:
 *
 * Returns: (transfer none) (nullable): where it is instead; %NULL = where the series is
 */
const char *
ff_override_get_place (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), NULL);

  return self->place;
}

void
ff_override_set_place (FfOverride *self, const char *place)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));

  if (g_set_str (&self->place, place))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/**
 * ff_override_get_link:
 *
 * Returns: (transfer none) (nullable): the link instead; %NULL = the series' link
 */
const char *
ff_override_get_link (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), NULL);

  return self->link;
}

void
ff_override_set_link (FfOverride *self, const char *link)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));

  if (g_set_str (&self->link, link))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINK]);
}

/**
 * ff_override_get_note:
 *
 * Returns: (transfer none): what to show with the date; "" = nothing
 */
const char *
ff_override_get_note (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), NULL);

  return self->note;
}

void
ff_override_set_note (FfOverride *self, const char *note)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));

  if (g_set_str (&self->note, note != NULL ? note : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

/**
 * ff_override_get_held:
 *
 * Returns: whether somebody decided that it takes place although a pause or a holiday says otherwise, or asks
 */
gboolean
ff_override_get_held (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), FALSE);

  return self->held;
}

void
ff_override_set_held (FfOverride *self, gboolean held)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));

  self->held = !!held;
}

/**
 * ff_override_get_sequence:
 *
 * Returns: how often it was changed since it was made (RFC 5545, SEQUENCE)
 */
guint
ff_override_get_sequence (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), 0);

  return self->sequence;
}

void
ff_override_set_sequence (FfOverride *self, guint sequence)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));

  self->sequence = sequence;
}

/**
 * ff_override_get_modified:
 *
 * Returns: when it was last changed, in microseconds since 1970 UTC
 */
gint64
ff_override_get_modified (FfOverride *self)
{
  g_return_val_if_fail (FF_IS_OVERRIDE (self), 0);

  return self->modified;
}

void
ff_override_set_modified (FfOverride *self, gint64 modified)
{
  g_return_if_fail (FF_IS_OVERRIDE (self));

  self->modified = modified;
}
