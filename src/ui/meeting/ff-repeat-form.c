/* ff-repeat-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a person says that a meeting is held, and a sentence for each thing that cannot be so.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-repeat-form.h"

#define INTERVAL_MAX 99
#define COUNT_MAX 9999
#define USUAL_COUNT 12
#define USUAL_DAYS 91
#define N_NEXT 3
/* Far enough for three dates of a rule that gives one in four years. */
#define NEXT_YEARS 20
#define LAST_YEAR 2200

struct _FfRepeatForm
{
  GObject parent_instance;

  char *rule; /* (nullable): that the meeting came with */
  FfWallTime opened_start;
  FfRepeatRule opened;
  FfWallTime start;
  FfRepeatRule choice;

  char *interval_message;
  char *weekdays_message;
  char *end_message;
  char *message;
  char *summary;
  char *next;
  gboolean valid;
};

typedef enum
{
  PROP_START = 1,
  PROP_KIND,
  PROP_INTERVAL,
  PROP_WEEKDAYS,
  PROP_END,
  PROP_UNTIL,
  PROP_COUNT,
  PROP_INTERVAL_MESSAGE,
  PROP_WEEKDAYS_MESSAGE,
  PROP_END_MESSAGE,
  PROP_MESSAGE,
  PROP_SUMMARY,
  PROP_NEXT,
  PROP_VALID,
} FfRepeatFormProps;

static GParamSpec *props[PROP_VALID + 1];

static const FfRepeat kinds[] = {
  [FF_REPEAT_FORM_ONCE] = FF_REPEAT_NEVER,
  [FF_REPEAT_FORM_WEEKLY] = FF_REPEAT_WEEKLY,
  [FF_REPEAT_FORM_MONTHLY_NTH] = FF_REPEAT_MONTHLY_NTH,
  [FF_REPEAT_FORM_MONTHLY_LAST] = FF_REPEAT_MONTHLY_LAST,
  [FF_REPEAT_FORM_MONTHLY_DAY] = FF_REPEAT_MONTHLY_DAY,
  [FF_REPEAT_FORM_OTHER] = FF_REPEAT_OTHER,
};

G_DEFINE_FINAL_TYPE (FfRepeatForm, ff_repeat_form, G_TYPE_OBJECT)

static guint
get_bit (const FfWallTime *time)
{
  return FF_WEEKDAY_BIT (ff_wall_time_get_weekday (time));
}

static guint
find_kind (FfRepeat repeat)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (kinds) && kinds[i] != repeat)
    i++;
  return i;
}

/* As it was written where nothing was changed. */
static char *
build (FfRepeatForm *self)
{
  if (self->choice.repeat == FF_REPEAT_OTHER
      || (ff_repeat_rule_equal (&self->choice, &self->opened)
          && ff_wall_time_compare (&self->start, &self->opened_start) == 0))
    return g_strdup (self->rule);
  return ff_repeat_rule_build (&self->choice, &self->start);
}

/* The dates from the start on that @rule gives, at most @limit. */
static GArray *
expand (FfRepeatForm *self, const char *rule, guint limit)
{
  FfWallTime until = self->start;

  until.year = (gint16) MIN (until.year + NEXT_YEARS, LAST_YEAR);
  until.day = 28;
  return ff_recurrence_expand (rule, &self->start, &self->start, &until, limit, NULL);
}

static char *
join_dates (const GArray *dates)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GDateTime) first = NULL;

  for (guint i = 0; i < dates->len; i++)
    {
      g_autoptr (GDateTime) date = ff_format_from_wall_time (&g_array_index (dates, FfWallTime, i));

      if (first == NULL)
        first = g_date_time_ref (date);
      g_strv_builder_take (texts, ff_format_date_short (date, first));
    }

  g_auto (GStrv) all = g_strv_builder_end (texts);
  g_autofree char *joined = g_strjoinv (_ (" · "), all);
  /* Translators: %s are the next dates of a meeting, like “Tue 24 Nov · Tue 1 Dec · Tue 8 Dec” */
  return g_strdup_printf (_ ("Next: %s"), joined);
}

static void
take_text (FfRepeatForm *self, char **field, FfRepeatFormProps prop, const char *text)
{
  if (g_set_str (field, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static gboolean
is_offered (const FfRepeatRule *choice)
{
  return choice->repeat != FF_REPEAT_NEVER && choice->repeat != FF_REPEAT_OTHER;
}

static const char *
judge_interval (const FfRepeatRule *choice)
{
  if (!is_offered (choice) || (choice->interval >= 1 && choice->interval <= INTERVAL_MAX))
    return "";
  return _ ("Choose a number from 1 to 99.");
}

static const char *
judge_weekdays (const FfRepeatRule *choice, const FfWallTime *start)
{
  if (choice->repeat != FF_REPEAT_WEEKLY)
    return "";
  if (choice->weekdays == 0)
    return _ ("Choose at least one weekday.");
  if ((choice->weekdays & get_bit (start)) == 0)
    return _ ("The first date is on another weekday. Choose its weekday too, or another date.");
  return "";
}

static const char *
judge_end (const FfRepeatRule *choice, const FfWallTime *start)
{
  FfWallTime first = *start;
  FfWallTime last = choice->last_day;

  if (!is_offered (choice))
    return "";
  if (choice->end == FF_REPEAT_END_COUNT && (choice->count < 1 || choice->count > COUNT_MAX))
    return _ ("Choose a number of dates from 1 to 9999.");
  first.hour = first.minute = last.hour = last.minute = 0;
  if (choice->end == FF_REPEAT_END_DAY && ff_wall_time_compare (&last, &first) < 0)
    return _ ("The last date is before the first one. Choose a later last date.");
  return "";
}

/* A date that the rule itself does not give would never be shown. */
static const char *
judge_dates (FfRepeatForm *self, const GArray *dates)
{
  if (dates == NULL)
    return _ ("This repetition cannot be used. Choose another one.");
  if (dates->len == 0
      || ff_wall_time_compare (&g_array_index (dates, FfWallTime, 0), &self->start) != 0)
    return _ ("The first date is not one of these days. Choose another date or repetition.");
  return "";
}

static void
show_meaning (FfRepeatForm *self)
{
  g_autofree char *rule = build (self);
  g_autofree char *summary = ff_recurrence_describe (rule, &self->start);
  g_autofree char *next = NULL;
  g_autoptr (GArray) dates = NULL;

  if (rule != NULL)
    {
      dates = expand (self, rule, N_NEXT);
      take_text (self, &self->message, PROP_MESSAGE, judge_dates (self, dates));
    }
  if (dates != NULL && dates->len > 0 && self->message[0] == '\0')
    next = join_dates (dates);
  take_text (self, &self->summary, PROP_SUMMARY, summary);
  take_text (self, &self->next, PROP_NEXT, next != NULL ? next : "");
}

static void
validate (FfRepeatForm *self)
{
  const FfRepeatRule *choice = &self->choice;
  gboolean valid = ff_wall_time_is_valid (&self->start);

  take_text (self, &self->interval_message, PROP_INTERVAL_MESSAGE, judge_interval (choice));
  take_text (self, &self->weekdays_message, PROP_WEEKDAYS_MESSAGE,
             valid ? judge_weekdays (choice, &self->start) : "");
  take_text (self, &self->end_message, PROP_END_MESSAGE,
             valid ? judge_end (choice, &self->start) : "");
  take_text (self, &self->message, PROP_MESSAGE, "");
  valid = valid && self->interval_message[0] == '\0' && self->weekdays_message[0] == '\0'
          && self->end_message[0] == '\0';
  if (valid)
    show_meaning (self);
  else
    take_text (self, &self->next, PROP_NEXT, "");
  valid = valid && self->message[0] == '\0';
  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALID]);
    }
}

static void
set_number (FfRepeatForm *self, guint *field, guint number, FfRepeatFormProps prop)
{
  if (*field == number)
    return;
  *field = number;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
  validate (self);
}

static void
set_weekdays (FfRepeatForm *self, guint weekdays)
{
  if (self->choice.weekdays == weekdays)
    return;
  self->choice.weekdays = weekdays;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WEEKDAYS]);
  validate (self);
}

/* The only weekday goes with the first date. */
static void
set_start (FfRepeatForm *self, const FfWallTime *start)
{
  gboolean only
      = ff_wall_time_is_valid (&self->start) && self->choice.weekdays == get_bit (&self->start);

  if (ff_wall_time_compare (&self->start, start) == 0)
    return;
  self->start = *start;
  if (only && ff_wall_time_is_valid (start))
    {
      self->choice.weekdays = get_bit (start);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WEEKDAYS]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START]);
  validate (self);
}

static void
set_until (FfRepeatForm *self, const FfWallTime *until)
{
  if (ff_wall_time_compare (&self->choice.last_day, until) == 0)
    return;
  self->choice.last_day = *until;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNTIL]);
  validate (self);
}

static void
set_kind (FfRepeatForm *self, guint kind)
{
  if (kind >= G_N_ELEMENTS (kinds) || self->choice.repeat == kinds[kind])
    return;
  self->choice.repeat = kinds[kind];
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
  validate (self);
}

static void
set_end (FfRepeatForm *self, guint end)
{
  if (end > FF_REPEAT_END_COUNT || self->choice.end == (FfRepeatEnd) end)
    return;
  self->choice.end = (FfRepeatEnd) end;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_END]);
  validate (self);
}

static void
ff_repeat_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRepeatForm *self = FF_REPEAT_FORM (object);

  switch ((FfRepeatFormProps) prop_id)
    {
    case PROP_START:
      g_value_set_boxed (value, &self->start);
      break;
    case PROP_KIND:
      g_value_set_uint (value, find_kind (self->choice.repeat));
      break;
    case PROP_INTERVAL:
      g_value_set_uint (value, self->choice.interval);
      break;
    case PROP_WEEKDAYS:
      g_value_set_uint (value, self->choice.weekdays);
      break;
    case PROP_END:
      g_value_set_uint (value, self->choice.end);
      break;
    case PROP_UNTIL:
      g_value_set_boxed (value, &self->choice.last_day);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->choice.count);
      break;
    case PROP_INTERVAL_MESSAGE:
      g_value_set_string (value, self->interval_message);
      break;
    case PROP_WEEKDAYS_MESSAGE:
      g_value_set_string (value, self->weekdays_message);
      break;
    case PROP_END_MESSAGE:
      g_value_set_string (value, self->end_message);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_NEXT:
      g_value_set_string (value, self->next);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_repeat_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfRepeatForm *self = FF_REPEAT_FORM (object);

  switch ((FfRepeatFormProps) prop_id)
    {
    case PROP_START:
      set_start (self, g_value_get_boxed (value));
      break;
    case PROP_KIND:
      set_kind (self, g_value_get_uint (value));
      break;
    case PROP_INTERVAL:
      set_number (self, &self->choice.interval, g_value_get_uint (value), PROP_INTERVAL);
      break;
    case PROP_WEEKDAYS:
      set_weekdays (self, g_value_get_uint (value));
      break;
    case PROP_END:
      set_end (self, g_value_get_uint (value));
      break;
    case PROP_UNTIL:
      set_until (self, g_value_get_boxed (value));
      break;
    case PROP_COUNT:
      set_number (self, &self->choice.count, g_value_get_uint (value), PROP_COUNT);
      break;
    case PROP_INTERVAL_MESSAGE:
    case PROP_WEEKDAYS_MESSAGE:
    case PROP_END_MESSAGE:
    case PROP_MESSAGE:
    case PROP_SUMMARY:
    case PROP_NEXT:
    case PROP_VALID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_repeat_form_finalize (GObject *object)
{
  FfRepeatForm *self = FF_REPEAT_FORM (object);

  g_free (self->rule);
  g_free (self->interval_message);
  g_free (self->weekdays_message);
  g_free (self->end_message);
  g_free (self->message);
  g_free (self->summary);
  g_free (self->next);

  G_OBJECT_CLASS (ff_repeat_form_parent_class)->finalize (object);
}

static void
install_text (FfRepeatFormProps prop, const char *name)
{
  props[prop]
      = g_param_spec_string (name, NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
ff_repeat_form_class_init (FfRepeatFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags open = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ff_repeat_form_get_property;
  object_class->set_property = ff_repeat_form_set_property;
  object_class->finalize = ff_repeat_form_finalize;

  props[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, FF_TYPE_WALL_TIME, open);
  props[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, open);
  props[PROP_INTERVAL] = g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT, 1, open);
  props[PROP_WEEKDAYS] = g_param_spec_uint ("weekdays", NULL, NULL, 0, G_MAXUINT, 0, open);
  props[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, open);
  props[PROP_UNTIL] = g_param_spec_boxed ("until", NULL, NULL, FF_TYPE_WALL_TIME, open);
  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 1, open);
  props[PROP_VALID]
      = g_param_spec_boolean ("valid", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  install_text (PROP_INTERVAL_MESSAGE, "interval-message");
  install_text (PROP_WEEKDAYS_MESSAGE, "weekdays-message");
  install_text (PROP_END_MESSAGE, "end-message");
  install_text (PROP_MESSAGE, "message");
  install_text (PROP_SUMMARY, "summary");
  install_text (PROP_NEXT, "next");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
ff_repeat_form_init (FfRepeatForm *self)
{
  self->choice = ff_repeat_rule_new ();
}

/* What is not in the rule begins with something that can be kept. */
static void
read_rule (FfRepeatForm *self, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (zone_name, NULL);
  FfRepeatRule *choice = &self->choice;

  if (!ff_wall_time_is_valid (&self->start))
    {
      choice->repeat = self->rule != NULL ? FF_REPEAT_OTHER : FF_REPEAT_NEVER;
      return;
    }
  if (!ff_repeat_rule_parse (choice, self->rule, &self->start, zone))
    choice->repeat = FF_REPEAT_OTHER;
  if (choice->weekdays == 0)
    choice->weekdays = get_bit (&self->start);
  if (choice->end != FF_REPEAT_END_COUNT)
    choice->count = USUAL_COUNT;
  if (choice->end != FF_REPEAT_END_DAY)
    choice->last_day = ff_wall_time_add_days (&self->start, USUAL_DAYS);
}

/**
 * ff_repeat_form_new:
 * @meeting: what to begin with
 *
 * Returns: (transfer full): a form filled in from the meeting's start and rule
 */
FfRepeatForm *
ff_repeat_form_new (FfMeeting *meeting)
{
  FfRepeatForm *self;

  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  self = g_object_new (FF_TYPE_REPEAT_FORM, NULL);
  self->rule = g_strdup (ff_meeting_get_rule (meeting));
  self->start = *ff_meeting_get_start (meeting);
  read_rule (self, ff_meeting_get_zone (meeting));
  self->opened_start = self->start;
  self->opened = self->choice;
  validate (self);
  return self;
}

/**
 * ff_repeat_form_get_valid:
 * @self: a form
 *
 * Returns: whether nothing is wrong with it
 */
gboolean
ff_repeat_form_get_valid (FfRepeatForm *self)
{
  g_return_val_if_fail (FF_IS_REPEAT_FORM (self), FALSE);

  return self->valid;
}

/**
 * ff_repeat_form_build:
 * @self: a form that is valid
 *
 * Returns: (nullable) (transfer full): the rule; %NULL for a meeting that is held once
 */
char *
ff_repeat_form_build (FfRepeatForm *self)
{
  g_return_val_if_fail (FF_IS_REPEAT_FORM (self), NULL);
  g_return_val_if_fail (self->valid, NULL);

  return build (self);
}

/**
 * ff_repeat_form_list_kinds:
 * @self: a form with a valid start
 *
 * Returns: (transfer full): the repetitions to choose from, translated, in the order of
 *   #FfRepeatFormKind; the last only where the meeting came with a rule that is none of the others
 */
GStrv
ff_repeat_form_list_kinds (FfRepeatForm *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_return_val_if_fail (FF_IS_REPEAT_FORM (self), NULL);
  g_return_val_if_fail (ff_wall_time_is_valid (&self->start), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *rule = NULL;

      if (kinds[i] == FF_REPEAT_OTHER && self->opened.repeat != FF_REPEAT_OTHER)
        continue;
      if (kinds[i] == FF_REPEAT_WEEKLY)
        {
          g_strv_builder_add (words, C_ ("repetition", "On Chosen Weekdays"));
          continue;
        }
      rule = kinds[i] == FF_REPEAT_OTHER ? g_strdup (self->rule)
                                         : ff_recurrence_build (kinds[i], &self->start);
      g_strv_builder_take (words, ff_recurrence_describe (rule, &self->start));
    }
  return g_strv_builder_end (words);
}
