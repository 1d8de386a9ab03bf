/* ff-volunteer-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of what a volunteer has several of, as it is typed: hours, an absence, a training or a step.
 */

#include "ff-config.h"

#include "ff-volunteer-line.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-volunteer-parts.h"
#include "ff-wall-time.h"

#define MINUTES_OF_DAY 1440

struct _FfVolunteerLine
{
  GObject parent_instance;

  FfLineKind kind;
  guint day;
  guint wish;
  char *requirement;
  char *from;
  char *until;
  char *text;
  char *proposed;      /* the last day that was proposed */
  const char *message; /* never NULL */
};

typedef enum
{
  PROP_DAY = 1,
  PROP_WISH,
  PROP_REQUIREMENT,
  PROP_FROM,
  PROP_UNTIL,
  PROP_TEXT,
  PROP_MESSAGE,
} FfVolunteerLineProps;

static GParamSpec *properties[PROP_MESSAGE + 1];

G_DEFINE_FINAL_TYPE (FfVolunteerLine, ff_volunteer_line, G_TYPE_OBJECT)

/* --- What is wrong with it --- */

static gboolean
read_day (const char *text, FfWallTime *day)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *midnight = g_strconcat (stripped, "T00:00", NULL);

  return ff_wall_time_parse (midnight, day, NULL);
}

static const char *
judge_days (FfVolunteerLine *self, const char *what_is_unreadable)
{
  FfWallTime from, until;

  if (!read_day (self->from, &from))
    return what_is_unreadable;
  if (*self->until == '\0' && self->kind == FF_LINE_TRAINING)
    return "";
  if (!read_day (self->until, &until))
    return _ ("The last day is not a day. Write it like 2026-11-24, or choose it from the "
              "calendar.");
  if (ff_wall_time_compare (&until, &from) >= 0)
    return "";
  return self->kind == FF_LINE_TRAINING
             ? _ ("It ends before it was done. Choose a later last day.")
             : _ ("The last day is before the first. Choose a later last day.");
}

static const char *
judge_hours (FfVolunteerLine *self)
{
  guint hour, minute, from, until;

  if (!ff_format_parse_time (self->from, &hour, &minute)
      || !ff_format_parse_time (self->until, &hour, &minute))
    return _ ("Write times like 18:00 or 6 pm.");
  if (!ff_volunteer_line_get_minutes (self, &from, &until))
    return _ ("They begin and end at the same time. Choose another end.");
  return "";
}

static const char *
judge_step (FfVolunteerLine *self)
{
  FfWallTime day;

  if (*self->text == '\0')
    return _ ("Say what the step is, like “Watched a meeting”.");
  if (*self->from != '\0' && !read_day (self->from, &day))
    return _ ("This is not a day. Write it like 2026-11-24, or leave it empty while the step is "
              "still to come.");
  return "";
}

static const char *
judge_training (FfVolunteerLine *self)
{
  if (*self->requirement == '\0')
    return _ ("Choose what they did.");
  return judge_days (self, _ ("Write the day on which it was done, like 2026-11-24."));
}

static const char *
find_message (FfVolunteerLine *self)
{
  if (ff_volunteer_line_is_empty (self))
    return "";
  switch (self->kind)
    {
    case FF_LINE_HOURS:
      return judge_hours (self);

    case FF_LINE_ABSENCE:
      return judge_days (self, _ ("The first day is not a day. Write it like 2026-11-24, or choose "
                                  "it from the calendar."));

    case FF_LINE_TRAINING:
      return judge_training (self);

    case FF_LINE_STEP:
      return judge_step (self);

    default:
      g_return_val_if_reached ("");
    }
}

static void
judge (FfVolunteerLine *self)
{
  const char *message = find_message (self);

  if (g_str_equal (message, self->message))
    return;
  self->message = message;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

/* --- The object --- */

static void
set_text (FfVolunteerLine *self, char **field, const char *text, GParamSpec *pspec)
{
  if (!g_set_str (field, text != NULL ? text : ""))
    return;
  judge (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_number (FfVolunteerLine *self, guint *field, guint number, GParamSpec *pspec)
{
  if (*field == number)
    return;
  *field = number;
  judge (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
ff_volunteer_line_finalize (GObject *object)
{
  FfVolunteerLine *self = FF_VOLUNTEER_LINE (object);

  g_free (self->requirement);
  g_free (self->from);
  g_free (self->until);
  g_free (self->text);
  g_free (self->proposed);

  G_OBJECT_CLASS (ff_volunteer_line_parent_class)->finalize (object);
}

static void
ff_volunteer_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfVolunteerLine *self = FF_VOLUNTEER_LINE (object);

  switch ((FfVolunteerLineProps) prop_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;

    case PROP_WISH:
      g_value_set_uint (value, self->wish);
      break;

    case PROP_REQUIREMENT:
      g_value_set_string (value, self->requirement);
      break;

    case PROP_FROM:
      g_value_set_string (value, self->from);
      break;

    case PROP_UNTIL:
      g_value_set_string (value, self->until);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_volunteer_line_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  FfVolunteerLine *self = FF_VOLUNTEER_LINE (object);

  switch ((FfVolunteerLineProps) prop_id)
    {
    case PROP_DAY:
      set_number (self, &self->day, g_value_get_uint (value), pspec);
      break;

    case PROP_WISH:
      set_number (self, &self->wish, g_value_get_uint (value), pspec);
      break;

    case PROP_REQUIREMENT:
      set_text (self, &self->requirement, g_value_get_string (value), pspec);
      break;

    case PROP_FROM:
      set_text (self, &self->from, g_value_get_string (value), pspec);
      break;

    case PROP_UNTIL:
      set_text (self, &self->until, g_value_get_string (value), pspec);
      break;

    case PROP_TEXT:
      set_text (self, &self->text, g_value_get_string (value), pspec);
      break;

    case PROP_MESSAGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_volunteer_line_class_init (FfVolunteerLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_volunteer_line_finalize;
  object_class->get_property = ff_volunteer_line_get_property;
  object_class->set_property = ff_volunteer_line_set_property;

  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, 6, 0, writable);
  properties[PROP_WISH]
      = g_param_spec_uint ("wish", NULL, NULL, 0, FF_WISH_RATHER_NOT, FF_WISH_FREE, writable);
  properties[PROP_REQUIREMENT] = g_param_spec_string ("requirement", NULL, NULL, "", writable);
  properties[PROP_FROM] = g_param_spec_string ("from", NULL, NULL, "", writable);
  properties[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, "", writable);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", writable);
  properties[PROP_MESSAGE]
      = g_param_spec_string ("message", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_volunteer_line_init (FfVolunteerLine *self)
{
  self->wish = FF_WISH_FREE;
  self->requirement = g_strdup ("");
  self->from = g_strdup ("");
  self->until = g_strdup ("");
  self->text = g_strdup ("");
  self->proposed = g_strdup ("");
  self->message = "";
}

/**
 * ff_volunteer_line_new:
 * @kind: what it is one of
 *
 * Returns: (transfer full): a line in which nothing is written yet
 */
FfVolunteerLine *
ff_volunteer_line_new (FfLineKind kind)
{
  g_return_val_if_fail (kind < FF_N_LINE_KINDS, NULL);

  FfVolunteerLine *self = g_object_new (FF_TYPE_VOLUNTEER_LINE, NULL);

  self->kind = kind;
  return self;
}

/**
 * ff_volunteer_line_get_kind:
 * @self: a line
 *
 * Returns: what it is one of
 */
FfLineKind
ff_volunteer_line_get_kind (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), FF_LINE_HOURS);

  return self->kind;
}

/**
 * ff_volunteer_line_get_day:
 * @self: a line of hours
 *
 * Returns: 0 for Monday to 6 for Sunday
 */
guint
ff_volunteer_line_get_day (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), 0);

  return self->day;
}

/**
 * ff_volunteer_line_get_wish:
 * @self: a line of hours
 *
 * Returns: an #FfWish
 */
guint
ff_volunteer_line_get_wish (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), FF_WISH_FREE);

  return self->wish;
}

/**
 * ff_volunteer_line_get_requirement:
 * @self: a line of trainings
 *
 * Returns: (transfer none): the requirement's uid, "" before one is chosen
 */
const char *
ff_volunteer_line_get_requirement (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), "");

  return self->requirement;
}

/**
 * ff_volunteer_line_get_from:
 * @self: a line
 *
 * Returns: (transfer none): the beginning, as it was typed
 */
const char *
ff_volunteer_line_get_from (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), "");

  return self->from;
}

/**
 * ff_volunteer_line_get_until:
 * @self: a line
 *
 * Returns: (transfer none): the end, as it was typed
 */
const char *
ff_volunteer_line_get_until (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), "");

  return self->until;
}

/**
 * ff_volunteer_line_get_text:
 * @self: a line
 *
 * Returns: (transfer none): the reason, the document or the step
 */
const char *
ff_volunteer_line_get_text (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), "");

  return self->text;
}

/**
 * ff_volunteer_line_get_message:
 * @self: a line
 *
 * Returns: (transfer none): what is wrong with it and what to do, translated; "" where nothing is
 */
const char *
ff_volunteer_line_get_message (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), "");

  return self->message;
}

/**
 * ff_volunteer_line_is_empty:
 * @self: a line
 *
 * Returns: whether nothing was written in it, so that it is left out
 */
gboolean
ff_volunteer_line_is_empty (FfVolunteerLine *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), TRUE);

  return *self->from == '\0' && *self->until == '\0' && *self->text == '\0'
         && *self->requirement == '\0';
}

/**
 * ff_volunteer_line_get_minutes:
 * @self: a line of hours
 * @from: (out): minutes of the day
 * @until: (out): minutes, more than @from; beyond 1440 it ends on the next day
 *
 * Returns: whether both are times, and not the same one
 */
gboolean
ff_volunteer_line_get_minutes (FfVolunteerLine *self, guint *from, guint *until)
{
  guint from_hour, from_minute, until_hour, until_minute;

  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (self), FALSE);
  g_return_val_if_fail (from != NULL && until != NULL, FALSE);

  if (!ff_format_parse_time (self->from, &from_hour, &from_minute)
      || !ff_format_parse_time (self->until, &until_hour, &until_minute))
    return FALSE;
  *from = from_hour * 60 + from_minute;
  *until = until_hour * 60 + until_minute;
  /* A whole day, from midnight to midnight, is meant. */
  if (*from == *until && *from != 0)
    return FALSE;
  if (*until <= *from)
    *until += MINUTES_OF_DAY;
  return TRUE;
}

/**
 * ff_volunteer_line_propose:
 * @self: a line of trainings
 * @months: how long it holds from the day it was done; 0 = for good
 *
 * Fills in the last day on which it holds, unless somebody wrote another one.
 */
void
ff_volunteer_line_propose (FfVolunteerLine *self, guint months)
{
  g_autofree char *proposed = NULL;
  FfWallTime done;

  g_return_if_fail (FF_IS_VOLUNTEER_LINE (self));

  if (!read_day (self->from, &done))
    return;
  if (months > 0)
    {
      g_autoptr (GDateTime) day = ff_format_from_wall_time (&done);
      g_autoptr (GDateTime) last = g_date_time_add_months (day, (int) months);

      proposed = g_date_time_format (last, "%Y-%m-%d");
    }
  else
    {
      proposed = g_strdup ("");
    }
  if (g_str_equal (self->until, self->proposed))
    set_text (self, &self->until, proposed, properties[PROP_UNTIL]);
  g_set_str (&self->proposed, proposed);
}

/**
 * ff_volunteer_line_is_day:
 * @text: what was typed
 *
 * Returns: whether it is a day like 2026-11-24
 */
gboolean
ff_volunteer_line_is_day (const char *text)
{
  FfWallTime day;

  g_return_val_if_fail (text != NULL, FALSE);

  return read_day (text, &day);
}
