/* ff-repeat-rule.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a meeting repeats, in the choices that a form offers: every so many weeks or months, on which days, until when.
 */

#include "ff-config.h"

#include "ff-repeat-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"
#include "ff-rule.h"

#define ALL_WEEKDAYS 0x7fu
#define LARGEST_INTERVAL 1000

/**
 * ff_repeat_rule_new:
 *
 * Returns: every week on the weekday of the start, without end
 */
FfRepeatRule
ff_repeat_rule_new (void)
{
  return (FfRepeatRule) {
    .repeat = FF_REPEAT_WEEKLY,
    .interval = 1,
    .week_start = 1,
    .count = 1,
  };
}

static guint
get_weekdays (const FfRule *rule)
{
  guint weekdays = 0;

  for (guint i = 0; rule->lists[FF_LIST_DAY] != NULL && i < rule->lists[FF_LIST_DAY]->len; i++)
    weekdays |= FF_WEEKDAY_BIT (FF_DAY_WEEKDAY (g_array_index (rule->lists[FF_LIST_DAY], int, i)));
  return weekdays;
}

/* What is left of the rule when every so many months and its end are taken away is one of the month's patterns. */
static FfRepeat
classify_pattern (const char *text, const FfWallTime *start)
{
  g_autofree char *every = ff_rule_replace (text, "INTERVAL", NULL);
  g_autofree char *endless = ff_rule_replace (every, "COUNT", NULL);
  g_autofree char *pattern = ff_rule_replace (endless, "UNTIL", NULL);

  return ff_recurrence_classify (pattern, start);
}

static gboolean
parse_pattern (FfRepeatRule *self, const FfRule *rule, const char *text, const FfWallTime *start)
{
  self->interval = (guint) rule->interval;
  self->week_start = rule->week_start;
  switch (rule->frequency)
    {
    case FF_FREQUENCY_DAILY:
      self->weekdays = rule->lists[FF_LIST_DAY] != NULL ? get_weekdays (rule) : ALL_WEEKDAYS;
      return rule->interval == 1 && ff_rule_lists_only_days (rule);

    case FF_FREQUENCY_WEEKLY:
      self->weekdays = get_weekdays (rule);
      return ff_rule_lists_only_days (rule);

    case FF_FREQUENCY_MONTHLY:
      self->repeat = classify_pattern (text, start);
      return self->repeat != FF_REPEAT_OTHER;

    case FF_FREQUENCY_YEARLY:
    default:
      return FALSE;
    }
}

/* An UNTIL before the meeting's own hour leaves that day out. */
static FfWallTime
find_last_day (const FfRule *rule, const FfWallTime *start, GTimeZone *zone)
{
  FfWallTime until = rule->until;

  if (rule->until_is_utc && zone != NULL)
    until = ff_wall_time_from_utc (&until, zone);
  if (until.hour * 60 + until.minute < start->hour * 60 + start->minute)
    until = ff_wall_time_add_days (&until, -1);
  until.hour = until.minute = 0;
  return until;
}

/**
 * ff_repeat_rule_parse:
 * @self: (out caller-allocates): where to put it
 * @rule: (nullable): an RRULE's value; %NULL for once
 * @start: a valid first date
 * @zone: (nullable): the meeting's zone, in which an UNTIL in UTC is meant
 *
 * Building what it gives leads to the same dates as @rule.
 *
 * Returns: %FALSE where the form has no words for @rule; then its repeat is %FF_REPEAT_OTHER
 */
gboolean
ff_repeat_rule_parse (FfRepeatRule *self,
                      const char *rule,
                      const FfWallTime *start,
                      GTimeZone *zone)
{
  g_autoptr (FfRule) parsed = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (start != NULL && ff_wall_time_is_valid (start), FALSE);

  *self = ff_repeat_rule_new ();
  if (rule == NULL)
    {
      self->repeat = FF_REPEAT_NEVER;
      return TRUE;
    }

  parsed = ff_rule_parse (rule, NULL);
  if (parsed == NULL || !parse_pattern (self, parsed, rule, start))
    {
      *self = ff_repeat_rule_new ();
      self->repeat = FF_REPEAT_OTHER;
      return FALSE;
    }

  if (parsed->count > 0)
    {
      self->end = FF_REPEAT_END_COUNT;
      self->count = (guint) parsed->count;
    }
  else if (parsed->has_until)
    {
      self->end = FF_REPEAT_END_DAY;
      self->last_day = find_last_day (parsed, start, zone);
    }
  return TRUE;
}

static guint
find_weekdays (const FfRepeatRule *self, const FfWallTime *start)
{
  return self->weekdays != 0 ? self->weekdays : FF_WEEKDAY_BIT (ff_wall_time_get_weekday (start));
}

static char *
build_weekly (const FfRepeatRule *self, const FfWallTime *start)
{
  const guint weekdays = find_weekdays (self, start);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) week_start = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *text = NULL;
  g_autofree char *code = NULL;

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      if ((weekdays & FF_WEEKDAY_BIT (weekday)) != 0)
        g_array_append_val (days, weekday);
    }
  text = ff_rule_replace_list ("FREQ=WEEKLY", FF_LIST_DAY, days);
  if (self->week_start == 1 || self->interval == 1 || days->len == 1)
    return g_steal_pointer (&text);

  g_array_append_val (week_start, self->week_start);
  code = ff_list_to_string (FF_LIST_DAY, week_start);
  return ff_rule_replace (text, "WKST", code);
}

static char *
add_end (const FfRepeatRule *self, const char *text)
{
  g_autofree char *value = NULL;

  switch (self->end)
    {
    case FF_REPEAT_END_NEVER:
      return g_strdup (text);

    case FF_REPEAT_END_DAY:
      value = g_strdup_printf ("%04d%02d%02d", self->last_day.year, self->last_day.month,
                               self->last_day.day);
      return ff_rule_replace (text, "UNTIL", value);

    case FF_REPEAT_END_COUNT:
      value = g_strdup_printf ("%u", self->count);
      return ff_rule_replace (text, "COUNT", value);

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ff_repeat_rule_build:
 * @self: a repetition other than %FF_REPEAT_OTHER
 * @start: a valid first date, which says which weekday or day of the month where @self does not
 *
 * Returns: (transfer full) (nullable): the RRULE; %NULL for %FF_REPEAT_NEVER
 */
char *
ff_repeat_rule_build (const FfRepeatRule *self, const FfWallTime *start)
{
  g_autofree char *text = NULL;
  g_autofree char *every = NULL;

  g_return_val_if_fail (self != NULL && self->repeat != FF_REPEAT_OTHER, NULL);
  g_return_val_if_fail (start != NULL && ff_wall_time_is_valid (start), NULL);

  if (self->repeat == FF_REPEAT_NEVER)
    return NULL;

  text = self->repeat == FF_REPEAT_WEEKLY ? build_weekly (self, start)
                                          : ff_recurrence_build (self->repeat, start);
  if (self->interval > 1)
    {
      g_autofree char *interval = g_strdup_printf ("%u", self->interval);

      every = ff_rule_replace (text, "INTERVAL", interval);
    }
  return add_end (self, every != NULL ? every : text);
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE, reason);
  return FALSE;
}

/**
 * ff_repeat_rule_check:
 * @self: a repetition
 * @start: a valid first date
 * @error: %FF_MODEL_ERROR_RULE, with a sentence for the form
 *
 * Returns: whether a meeting that starts then can repeat like that
 */
gboolean
ff_repeat_rule_check (const FfRepeatRule *self, const FfWallTime *start, GError **error)
{
  FfWallTime begin;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (start != NULL && ff_wall_time_is_valid (start), FALSE);

  if (self->repeat == FF_REPEAT_NEVER || self->repeat == FF_REPEAT_OTHER)
    return TRUE;
  if (self->interval < 1 || self->interval > LARGEST_INTERVAL)
    return refuse (error, _ ("A meeting can repeat every 1 to 1000 weeks or months."));
  if (self->end == FF_REPEAT_END_COUNT && (self->count < 1 || self->count > G_MAXINT))
    return refuse (error, _ ("A meeting takes place at least once. Set how often."));
  if (self->end != FF_REPEAT_END_DAY)
    return TRUE;

  begin = ff_repeat_rule_begin (self, start);
  begin.hour = begin.minute = 0;
  if (!ff_wall_time_is_valid (&self->last_day)
      || ff_wall_time_compare (&self->last_day, &begin) < 0)
    return refuse (error, _ ("The meeting would end before its first date. Choose a later day."));

  return TRUE;
}

/**
 * ff_repeat_rule_begin:
 * @self: a repetition
 * @start: a valid first date, of which only the weekday may not fit
 *
 * Returns: the first date on or after @start on one of the weekdays of @self
 */
FfWallTime
ff_repeat_rule_begin (const FfRepeatRule *self, const FfWallTime *start)
{
  FfWallTime begin = *start;

  g_return_val_if_fail (self != NULL, begin);
  g_return_val_if_fail (ff_wall_time_is_valid (start), begin);

  if (self->repeat != FF_REPEAT_WEEKLY || (self->weekdays & ALL_WEEKDAYS) == 0)
    return begin;

  while ((self->weekdays & FF_WEEKDAY_BIT (ff_wall_time_get_weekday (&begin))) == 0)
    begin = ff_wall_time_add_days (&begin, 1);
  return begin;
}

/**
 * ff_repeat_rule_equal:
 * @a: a repetition
 * @b: another
 *
 * Returns: whether both say the same
 */
gboolean
ff_repeat_rule_equal (const FfRepeatRule *a, const FfRepeatRule *b)
{
  return a->repeat == b->repeat && a->interval == b->interval && a->weekdays == b->weekdays
         && a->week_start == b->week_start && a->end == b->end
         && (a->end != FF_REPEAT_END_DAY || ff_wall_time_compare (&a->last_day, &b->last_day) == 0)
         && (a->end != FF_REPEAT_END_COUNT || a->count == b->count);
}
