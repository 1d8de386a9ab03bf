/* ff-recurrence-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The repetitions that the meeting form offers, as rules and in words.
 */

#include "ff-recurrence.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rule.h"

static const char *const weekday_codes[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* 1 for the first such weekday of its month. */
static int
get_number_in_month (const FfWallTime *time)
{
  return (time->day + 6) / 7;
}

static gboolean
is_last_in_month (const FfWallTime *time)
{
  return time->day + 7
         > g_date_get_days_in_month ((GDateMonth) time->month, (GDateYear) time->year);
}

/**
 * ff_recurrence_build:
 * @repeat: a repetition that the form offers, not %FF_REPEAT_OTHER
 * @start: a valid first date, which says on which weekday and in which week
 *
 * A meeting on the fifth such weekday of the month is left out in the months that have only four.
 *
 * Returns: (transfer full) (nullable): the RRULE; %NULL for %FF_REPEAT_NEVER
 */
char *
ff_recurrence_build (FfRepeat repeat, const FfWallTime *start)
{
  const char *weekday;

  g_return_val_if_fail (start != NULL && ff_wall_time_is_valid (start), NULL);

  weekday = weekday_codes[ff_wall_time_get_weekday (start)];
  switch (repeat)
    {
    case FF_REPEAT_NEVER:
      return NULL;

    case FF_REPEAT_WEEKLY:
      return g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", weekday);

    case FF_REPEAT_FORTNIGHTLY:
      return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=2;BYDAY=%s", weekday);

    case FF_REPEAT_MONTHLY_NTH:
      return g_strdup_printf ("FREQ=MONTHLY;BYDAY=%d%s", get_number_in_month (start), weekday);

    case FF_REPEAT_MONTHLY_LAST:
      return g_strdup_printf ("FREQ=MONTHLY;BYDAY=-1%s", weekday);

    case FF_REPEAT_MONTHLY_DAY:
      return g_strdup_printf ("FREQ=MONTHLY;BYMONTHDAY=%d", start->day);

    case FF_REPEAT_OTHER:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The rule's only weekday with its number, also where that is said by BYSETPOS, as some calendars
 * do; 0 where there is not just one. */
static int
get_single_day (const FfRule *rule)
{
  const GArray *days = rule->lists[FF_LIST_DAY];
  const GArray *positions = rule->lists[FF_LIST_POSITION];
  int day;

  for (guint i = 0; i < FF_N_LISTS; i++)
    {
      if (i != FF_LIST_DAY && i != FF_LIST_POSITION && rule->lists[i] != NULL)
        return 0;
    }
  if (days == NULL || days->len != 1 || (positions != NULL && positions->len != 1))
    return 0;

  day = g_array_index (days, int, 0);
  if (positions == NULL)
    return day;

  return FF_DAY_NUMBER (day) == 0 ? FF_DAY (g_array_index (positions, int, 0), day) : 0;
}

static FfRepeat
classify_weekly (const FfRule *rule, const FfWallTime *start)
{
  if (!ff_rule_lists_only_days (rule) || rule->interval > 2
      || (rule->lists[FF_LIST_DAY] != NULL
          && get_single_day (rule) != ff_wall_time_get_weekday (start)))
    return FF_REPEAT_OTHER;

  return rule->interval == 1 ? FF_REPEAT_WEEKLY : FF_REPEAT_FORTNIGHTLY;
}

/* The rule's only day of the month, counted from either end; 0 where there is not just one. */
static int
get_single_month_day (const FfRule *rule, const FfWallTime *start)
{
  const GArray *days = rule->lists[FF_LIST_MONTH_DAY];

  for (guint i = 0; i < FF_N_LISTS; i++)
    {
      if (i != FF_LIST_MONTH_DAY && rule->lists[i] != NULL)
        return 0;
    }
  if (days == NULL)
    return start->day;

  return days->len == 1 ? g_array_index (days, int, 0) : 0;
}

static FfRepeat
classify_monthly (const FfRule *rule, const FfWallTime *start)
{
  const int weekday = ff_wall_time_get_weekday (start);
  const int day = get_single_day (rule);

  if (rule->interval != 1)
    return FF_REPEAT_OTHER;
  if (get_single_month_day (rule, start) == start->day)
    return FF_REPEAT_MONTHLY_DAY;
  if (day == FF_DAY (get_number_in_month (start), weekday))
    return FF_REPEAT_MONTHLY_NTH;
  if (day == FF_DAY (-1, weekday) && is_last_in_month (start))
    return FF_REPEAT_MONTHLY_LAST;

  return FF_REPEAT_OTHER;
}

/**
 * ff_recurrence_classify:
 * @rule: (nullable): an RRULE's value
 * @start: a valid first date
 *
 * Returns: which of the form's repetitions it is, so that building that one from @start gives the same
 *   dates; %FF_REPEAT_OTHER for any other rule, one that ends among them, and for what is no rule
 */
FfRepeat
ff_recurrence_classify (const char *rule, const FfWallTime *start)
{
  g_autoptr (FfRule) parsed = NULL;

  g_return_val_if_fail (start != NULL && ff_wall_time_is_valid (start), FF_REPEAT_OTHER);

  if (rule == NULL)
    return FF_REPEAT_NEVER;

  parsed = ff_rule_parse (rule, NULL);
  if (parsed == NULL || parsed->count > 0 || parsed->has_until)
    return FF_REPEAT_OTHER;
  if (parsed->frequency == FF_FREQUENCY_WEEKLY)
    return classify_weekly (parsed, start);
  if (parsed->frequency == FF_FREQUENCY_MONTHLY)
    return classify_monthly (parsed, start);

  return FF_REPEAT_OTHER;
}

/**
 * ff_weekday_get_name:
 * @weekday: 1 Monday to 7 Sunday
 *
 * Returns: (transfer none): its name in the person's language, as it stands within a sentence
 */
const char *
ff_weekday_get_name (int weekday)
{
  const char *const names[] = {
    /* Translators: weekdays as in “Every week on Tuesday” and “Second Tuesday of the month” */
    C_ ("in a sentence", "Monday"),    C_ ("in a sentence", "Tuesday"),
    C_ ("in a sentence", "Wednesday"), C_ ("in a sentence", "Thursday"),
    C_ ("in a sentence", "Friday"),    C_ ("in a sentence", "Saturday"),
    C_ ("in a sentence", "Sunday"),
  };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");

  return names[weekday - 1];
}

/* “Monday, Wednesday and Friday” */
static char *
describe_days (const FfRule *rule, const FfWallTime *start)
{
  const GArray *days = rule->lists[FF_LIST_DAY];
  char *text;

  if (days == NULL)
    return g_strdup (ff_weekday_get_name (ff_wall_time_get_weekday (start)));

  text = g_strdup (ff_weekday_get_name (FF_DAY_WEEKDAY (g_array_index (days, int, 0))));
  for (guint i = 1; i < days->len; i++)
    {
      g_autofree char *before = text;
      const char *name = ff_weekday_get_name (FF_DAY_WEEKDAY (g_array_index (days, int, i)));

      /* Translators: a list of weekdays: its last two, and one more in front */
      text = g_strdup_printf (i + 1 == days->len ? _ ("%s and %s") : _ ("%s, %s"), before, name);
    }

  return text;
}

static char *
describe_weekly (const FfRule *rule, const FfWallTime *start)
{
  g_autofree char *days = describe_days (rule, start);

  if (rule->interval == 1)
    /* Translators: %s is one weekday or several */
    return g_strdup_printf (_ ("Every week on %s"), days);
  if (rule->interval == 2)
    return g_strdup_printf (_ ("Every two weeks on %s"), days);

  return g_strdup_printf (ngettext ("Every %d week on %s", "Every %d weeks on %s",
                                    (gulong) rule->interval),
                          rule->interval, days);
}

/* NULL for 0, no single day, and for a number that nobody uses. */
static char *
describe_day_of_month (int day)
{
  const char *weekday;

  if (FF_DAY_NUMBER (day) == 0)
    return NULL;

  weekday = ff_weekday_get_name (FF_DAY_WEEKDAY (day));
  switch (FF_DAY_NUMBER (day))
    {
    case 1:
      /* Translators: %s is a weekday, here and in the following */
      return g_strdup_printf (_ ("First %s of the month"), weekday);
    case 2:
      return g_strdup_printf (_ ("Second %s of the month"), weekday);
    case 3:
      return g_strdup_printf (_ ("Third %s of the month"), weekday);
    case 4:
      return g_strdup_printf (_ ("Fourth %s of the month"), weekday);
    case 5:
      return g_strdup_printf (_ ("Fifth %s of the month, where there is one"), weekday);
    case -1:
      return g_strdup_printf (_ ("Last %s of the month"), weekday);
    case -2:
      return g_strdup_printf (_ ("Last but one %s of the month"), weekday);
    default:
      return NULL;
    }
}

/* NULL for 0, no single day, and for a number that nobody uses. */
static char *
describe_month_day (int day)
{
  if (day == -1)
    return g_strdup (_ ("Last day of the month"));
  if (day > 28)
    /* Translators: %d is from 29 to 31 */
    return g_strdup_printf (_ ("Day %d of the month, where there is one"), day);
  if (day > 0)
    return g_strdup_printf (_ ("Day %d of the month"), day);

  return NULL;
}

/* “First Tuesday of the month; third Tuesday of the month”; NULL where BYDAY is not the only list, or has no numbers. */
static char *
describe_days_of_month (const FfRule *rule)
{
  const GArray *days = rule->lists[FF_LIST_DAY];
  char *text = NULL;

  if (days == NULL || !ff_rule_lists_only_days (rule))
    return NULL;

  for (guint i = 0; i < days->len; i++)
    {
      const int day = g_array_index (days, int, i);
      g_autofree char *before = text;
      g_autofree char *more = FF_DAY_NUMBER (day) != 0 ? describe_day_of_month (day) : NULL;

      if (more == NULL)
        return NULL;
      /* Translators: two such as “First Tuesday of the month” */
      text
          = before == NULL ? g_steal_pointer (&more) : g_strdup_printf (_ ("%s; %s"), before, more);
    }
  return text;
}

static char *
describe_monthly (const FfRule *rule, const FfWallTime *start)
{
  g_autofree char *text = describe_month_day (get_single_month_day (rule, start));

  if (text == NULL)
    text = describe_day_of_month (get_single_day (rule));
  if (text == NULL)
    text = describe_days_of_month (rule);
  if (text == NULL || rule->interval == 1)
    return g_steal_pointer (&text);

  return g_strdup_printf (
      /* Translators: %s is such as “Second Tuesday of the month” */
      ngettext ("%s, every %d month", "%s, every %d months", (gulong) rule->interval), text,
      rule->interval);
}

/* NULL but for the same day each year. */
static char *
describe_yearly (const FfRule *rule, const FfWallTime *start)
{
  g_autoptr (GDateTime) first = NULL;
  g_autofree char *day = NULL;

  if (rule->interval != 1 || rule->lists[FF_LIST_DAY] != NULL || !ff_rule_lists_only_days (rule))
    return NULL;

  first = g_date_time_new_utc (start->year, start->month, start->day, 0, 0, 0.0);
  /* Translators: a day of the year, as g_date_time_format() takes it */
  day = g_date_time_format (first, _ ("%-d %B"));
  return g_strdup_printf (_ ("Every year on %s"), day);
}

/* NULL for a rule for which there are no simple words. */
static char *
describe_rule (const FfRule *rule, const FfWallTime *start)
{
  switch (rule->frequency)
    {
    case FF_FREQUENCY_DAILY:
      if (!ff_rule_lists_only_days (rule) || rule->lists[FF_LIST_DAY] != NULL)
        return NULL;
      if (rule->interval == 1)
        return g_strdup (_ ("Every day"));
      return g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) rule->interval),
                              rule->interval);

    case FF_FREQUENCY_WEEKLY:
      return ff_rule_lists_only_days (rule) ? describe_weekly (rule, start) : NULL;

    case FF_FREQUENCY_MONTHLY:
      return describe_monthly (rule, start);

    case FF_FREQUENCY_YEARLY:
      return describe_yearly (rule, start);

    default:
      return NULL;
    }
}

static char *
add_end (const FfRule *rule, const char *text, GTimeZone *zone)
{
  if (rule->count > 0)
    return g_strdup_printf (
        /* Translators: %s is a repetition such as “Every week on Tuesday” */
        ngettext ("%s, %d time", "%s, %d times", (gulong) rule->count), text, rule->count);

  if (rule->has_until)
    {
      /* An instant in UTC may be on another day where the meeting is. */
      const FfWallTime last = rule->until_is_utc && zone != NULL
                                  ? ff_wall_time_from_utc (&rule->until, zone)
                                  : rule->until;
      g_autoptr (GDateTime) until
          = g_date_time_new_utc (last.year, last.month, last.day, 0, 0, 0.0);
      /* Translators: the last date of a meeting, as g_date_time_format() takes it */
      g_autofree char *date = g_date_time_format (until, _ ("%-d %B %Y"));

      /* Translators: the first %s is a repetition such as “Every week on Tuesday”, the second a date */
      return g_strdup_printf (_ ("%s, until %s"), text, date);
    }

  return g_strdup (text);
}

/**
 * ff_recurrence_describe_in_zone:
 * @rule: (nullable): an RRULE's value
 * @start: a valid first date
 * @zone: (nullable): of the clock on the wall, by which the day of an UNTIL in UTC is said; %NULL says its day in UTC
 *
 * Returns: (transfer full): how often, translated: “Every week on Tuesday”, “Second Tuesday of the
 *   month”, “Once”; “By a rule of its own” where there are no simple words for it
 */
char *
ff_recurrence_describe_in_zone (const char *rule, const FfWallTime *start, GTimeZone *zone)
{
  g_autoptr (FfRule) parsed = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (start != NULL && ff_wall_time_is_valid (start), NULL);

  if (rule == NULL)
    return g_strdup (C_ ("repetition", "Once"));

  parsed = ff_rule_parse (rule, NULL);
  if (parsed == NULL)
    return g_strdup (_ ("By a rule that cannot be used"));

  text = describe_rule (parsed, start);
  return add_end (parsed, text != NULL ? text : _ ("By a rule of its own"), zone);
}

/**
 * ff_recurrence_describe:
 * @rule: (nullable): an RRULE's value
 * @start: a valid first date
 *
 * As ff_recurrence_describe_in_zone(), for a rule without an UNTIL in UTC.
 *
 * Returns: (transfer full): how often, translated
 */
char *
ff_recurrence_describe (const char *rule, const FfWallTime *start)
{
  return ff_recurrence_describe_in_zone (rule, start, NULL);
}
