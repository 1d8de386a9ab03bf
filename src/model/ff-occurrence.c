/* ff-occurrence.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a meeting, worked out from its rule and what is different that day.
 */

#include "ff-occurrence.h"

#include <string.h>

struct _FfOccurrence
{
  GObject parent_instance;

  FfMeeting *meeting;
  FfOverride *override;
  FfStanding standing;
  char *holiday;
  char *reason;
  FfWallTime rule_time;
  GDateTime *start;
  GDateTime *end;
};

typedef enum
{
  PROP_MEETING = 1,
  PROP_RULE_TIME,
  PROP_START,
  PROP_END,
  PROP_CANCELLED,
  PROP_MOVED,
  PROP_PLACE,
  PROP_LINK,
  PROP_NOTE,
} FfOccurrenceProps;

static GParamSpec *properties[PROP_NOTE + 1];

G_DEFINE_FINAL_TYPE (FfOccurrence, ff_occurrence, G_TYPE_OBJECT)

static void
ff_occurrence_finalize (GObject *object)
{
  FfOccurrence *self = FF_OCCURRENCE (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->override);
  g_clear_pointer (&self->holiday, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->start, g_date_time_unref);
  g_clear_pointer (&self->end, g_date_time_unref);

  G_OBJECT_CLASS (ff_occurrence_parent_class)->finalize (object);
}

static void
ff_occurrence_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfOccurrence *self = FF_OCCURRENCE (object);

  switch ((FfOccurrenceProps) prop_id)
    {
    case PROP_MEETING:
      g_value_set_object (value, self->meeting);
      break;

    case PROP_RULE_TIME:
      g_value_set_boxed (value, &self->rule_time);
      break;

    case PROP_START:
      g_value_set_boxed (value, self->start);
      break;

    case PROP_END:
      g_value_set_boxed (value, self->end);
      break;

    case PROP_CANCELLED:
      g_value_set_boolean (value, ff_occurrence_get_cancelled (self));
      break;

    case PROP_MOVED:
      g_value_set_boolean (value, ff_occurrence_get_moved (self));
      break;

    case PROP_PLACE:
      g_value_set_string (value, ff_occurrence_get_place (self));
      break;

    case PROP_LINK:
      g_value_set_string (value, ff_occurrence_get_link (self));
      break;

    case PROP_NOTE:
      g_value_set_string (value, ff_occurrence_get_note (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_occurrence_class_init (FfOccurrenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_occurrence_finalize;
  object_class->get_property = ff_occurrence_get_property;

  properties[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, FF_TYPE_MEETING, read);
  properties[PROP_RULE_TIME]
      = g_param_spec_boxed ("rule-time", NULL, NULL, FF_TYPE_WALL_TIME, read);
  properties[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE_TIME, read);
  properties[PROP_END] = g_param_spec_boxed ("end", NULL, NULL, G_TYPE_DATE_TIME, read);
  properties[PROP_CANCELLED] = g_param_spec_boolean ("cancelled", NULL, NULL, FALSE, read);
  properties[PROP_MOVED] = g_param_spec_boolean ("moved", NULL, NULL, FALSE, read);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, read);
  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL, read);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, read);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_occurrence_init (FfOccurrence *self)
{
}

/* Where the override moves it, or the rule's own time. */
static const FfWallTime *
get_wall_start (const FfWallTime *rule_time, FfOverride *override)
{
  const FfWallTime *moved = override != NULL ? ff_override_get_start (override) : NULL;

  return moved != NULL ? moved : rule_time;
}

static FfStanding
get_holiday_standing (const FfHoliday *holiday)
{
  switch (holiday->policy)
    {
    case FF_HOLIDAY_HOLD:
      return FF_STANDING_ON;

    case FF_HOLIDAY_CANCEL:
      return FF_STANDING_HOLIDAY;

    case FF_HOLIDAY_ASK:
      return FF_STANDING_UNDECIDED;

    default:
      g_return_val_if_reached (FF_STANDING_ON);
    }
}

/* What somebody said of this one date comes before a season off, and that before a holiday. */
static void
find_standing (FfOccurrence *self, const FfHoliday *holiday)
{
  const FfPause *pause = ff_pauses_find (ff_meeting_get_pauses (self->meeting), &self->rule_time);
  const gboolean decided = self->override != NULL
                           && (ff_override_get_held (self->override)
                               || ff_override_get_start (self->override) != NULL);

  if (holiday != NULL)
    self->holiday = g_strdup (holiday->name);
  if (self->override != NULL && ff_override_get_cancelled (self->override))
    self->standing = FF_STANDING_CANCELLED;
  else if (decided)
    self->standing = FF_STANDING_ON;
  else if (pause != NULL)
    {
      self->standing = FF_STANDING_PAUSED;
      self->reason = g_strdup (pause->note);
    }
  else if (holiday != NULL)
    {
      self->standing = get_holiday_standing (holiday);
      self->reason = g_strdup (holiday->name);
    }
}

/**
 * ff_occurrence_new:
 * @meeting: the series
 * @rule_time: a start that its rule gives or gave
 * @override: (nullable): what is different on that date
 * @holidays: (nullable): the holidays that its group keeps
 * @error: %FF_MODEL_ERROR_ZONE
 *
 * Works out when it starts and ends now; later changes of @meeting and @override make a new occurrence.
 *
 * Returns: (transfer full): the occurrence, or %NULL where the meeting's zone is unknown
 */
FfOccurrence *
ff_occurrence_new (FfMeeting *meeting,
                   const FfWallTime *rule_time,
                   FfOverride *override,
                   FfHolidays *holidays,
                   GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  FfOccurrence *self;

  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);
  g_return_val_if_fail (rule_time != NULL && ff_wall_time_is_valid (rule_time), NULL);
  g_return_val_if_fail (override == NULL || FF_IS_OVERRIDE (override), NULL);

  zone = ff_time_zone_find (ff_meeting_get_zone (meeting), error);
  if (zone == NULL)
    return NULL;

  self = g_object_new (FF_TYPE_OCCURRENCE, NULL);
  g_set_object (&self->meeting, meeting);
  g_set_object (&self->override, override);
  self->rule_time = *rule_time;
  self->start = ff_wall_time_to_instant (get_wall_start (rule_time, override), zone);
  self->end = g_date_time_add_minutes (self->start, (int) ff_meeting_get_minutes (meeting));
  find_standing (self, ff_holidays_find (holidays, get_wall_start (rule_time, override)));

  return self;
}

/**
 * ff_occurrence_get_meeting:
 *
 * Returns: (transfer none): the series
 */
FfMeeting *
ff_occurrence_get_meeting (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return self->meeting;
}

/**
 * ff_occurrence_get_rule_time:
 *
 * Returns: (transfer none): the start that the rule gave; with the meeting's UUID it is the key
 */
const FfWallTime *
ff_occurrence_get_rule_time (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return &self->rule_time;
}

/**
 * ff_occurrence_get_start:
 *
 * Returns: (transfer none): when it starts, moved or not, in the meeting's zone
 */
GDateTime *
ff_occurrence_get_start (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return self->start;
}

/**
 * ff_occurrence_get_end:
 *
 * Returns: (transfer none): when its minutes are over, in the meeting's zone
 */
GDateTime *
ff_occurrence_get_end (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return self->end;
}

/**
 * ff_occurrence_get_override:
 *
 * Returns: (transfer none) (nullable): what is different on this date
 */
FfOverride *
ff_occurrence_get_override (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return self->override;
}

/**
 * ff_occurrence_get_standing:
 *
 * Returns: whether it is held, and if not, why
 */
FfStanding
ff_occurrence_get_standing (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), FF_STANDING_ON);

  return self->standing;
}

/**
 * ff_occurrence_get_cancelled:
 *
 * Returns: whether it is not held, for whatever reason
 */
gboolean
ff_occurrence_get_cancelled (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), FALSE);

  return self->standing >= FF_STANDING_CANCELLED;
}

/**
 * ff_occurrence_get_holiday:
 *
 * Returns: (transfer none) (nullable): the name of the holiday on that day, whatever the group does on it
 */
const char *
ff_occurrence_get_holiday (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return self->holiday;
}

/**
 * ff_occurrence_get_reason:
 *
 * Returns: (transfer none): the name of the pause or holiday for which it is not held or not decided; "" for none
 */
const char *
ff_occurrence_get_reason (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return self->reason != NULL ? self->reason : "";
}

/**
 * ff_occurrence_get_moved:
 *
 * Returns: whether it starts at another time than the rule gave
 */
gboolean
ff_occurrence_get_moved (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), FALSE);

  return ff_wall_time_compare (get_wall_start (&self->rule_time, self->override), &self->rule_time)
         != 0;
}

/**
 * ff_occurrence_get_place:
 *
 * Returns: (transfer none): where it is that day; "" = nowhere but online
 */
const char *
ff_occurrence_get_place (FfOccurrence *self)
{
  const char *place;

  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  place = self->override != NULL ? ff_override_get_place (self->override) : NULL;
  return place != NULL ? place : ff_meeting_get_place (self->meeting);
}

/**
 * ff_occurrence_get_link:
 *
 * Returns: (transfer none): where to join it online; "" = in person only
 */
const char *
ff_occurrence_get_link (FfOccurrence *self)
{
  const char *link;

  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  link = self->override != NULL ? ff_override_get_link (self->override) : NULL;
  return link != NULL ? link : ff_meeting_get_link (self->meeting);
}

/**
 * ff_occurrence_get_note:
 *
 * Returns: (transfer none): what to show with the date; "" = nothing
 */
const char *
ff_occurrence_get_note (FfOccurrence *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE (self), NULL);

  return self->override != NULL ? ff_override_get_note (self->override) : "";
}

/**
 * ff_occurrence_compare:
 * @a: an occurrence
 * @b: another
 *
 * Returns: below 0 when @a comes first, above 0 when @b does: by start, then by the meeting's UUID,
 *   then by the time that the rule gave
 */
int
ff_occurrence_compare (FfOccurrence *a, FfOccurrence *b)
{
  int order;

  g_return_val_if_fail (FF_IS_OCCURRENCE (a), 0);
  g_return_val_if_fail (FF_IS_OCCURRENCE (b), 0);

  order = g_date_time_compare (a->start, b->start);
  if (order == 0)
    order = strcmp (ff_meeting_get_uid (a->meeting), ff_meeting_get_uid (b->meeting));
  if (order == 0)
    order = ff_wall_time_compare (&a->rule_time, &b->rule_time);

  return order;
}

/**
 * ff_occurrence_equal:
 * @a: a date of a meeting
 * @b: another, or the same one read at another time
 *
 * Returns: whether all that is shown of both is the same: when, where, and what the meeting is called
 */
gboolean
ff_occurrence_equal (FfOccurrence *a, FfOccurrence *b)
{
  FfMeeting *meeting_a = ff_occurrence_get_meeting (a);
  FfMeeting *meeting_b = ff_occurrence_get_meeting (b);

  return g_str_equal (ff_meeting_get_uid (meeting_a), ff_meeting_get_uid (meeting_b))
         && ff_wall_time_compare (ff_occurrence_get_rule_time (a), ff_occurrence_get_rule_time (b))
                == 0
         && g_date_time_equal (ff_occurrence_get_start (a), ff_occurrence_get_start (b))
         && g_date_time_equal (ff_occurrence_get_end (a), ff_occurrence_get_end (b))
         && a->standing == b->standing && g_strcmp0 (a->holiday, b->holiday) == 0
         && g_strcmp0 (a->reason, b->reason) == 0
         && ff_venue_equal (ff_meeting_get_venue (meeting_a), ff_meeting_get_venue (meeting_b))
         && g_strv_equal (ff_meeting_get_types (meeting_a), ff_meeting_get_types (meeting_b))
         && g_strcmp0 (ff_meeting_get_text (meeting_a, FF_MEETING_NOTES),
                       ff_meeting_get_text (meeting_b, FF_MEETING_NOTES))
                == 0
         && ff_occurrence_get_moved (a) == ff_occurrence_get_moved (b)
         && g_strcmp0 (ff_occurrence_get_place (a), ff_occurrence_get_place (b)) == 0
         && g_strcmp0 (ff_occurrence_get_link (a), ff_occurrence_get_link (b)) == 0
         && g_strcmp0 (ff_occurrence_get_note (a), ff_occurrence_get_note (b)) == 0
         && g_strcmp0 (ff_meeting_get_group (meeting_a), ff_meeting_get_group (meeting_b)) == 0
         && g_strcmp0 (ff_meeting_get_title (meeting_a), ff_meeting_get_title (meeting_b)) == 0
         && g_strcmp0 (ff_meeting_get_rule (meeting_a), ff_meeting_get_rule (meeting_b)) == 0
         && g_strcmp0 (ff_meeting_get_zone (meeting_a), ff_meeting_get_zone (meeting_b)) == 0;
}
