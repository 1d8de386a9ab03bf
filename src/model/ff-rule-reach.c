/* ff-rule-reach.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a rule gives a date at all: libical looks for 30 February until the year 20000, for a second
 * at a time.
 */

#include "ff-rule.h"

#define LAST_YEAR 2200

/* What a rule can ask of a day. */
typedef struct
{
  int month;
  int month_day;
  int month_days;
  int year_day;
  int year_days;
  int weekday;
} Day;

/* @value, or the same counted from the end of @length. */
static gboolean
contains (const FfRule *rule, FfList list, int value, int length)
{
  return ff_rule_contains (rule, list, value) || ff_rule_contains (rule, list, value - length - 1);
}

static gboolean
contains_weekday (const FfRule *rule, const Day *day)
{
  const gboolean in_year
      = rule->frequency == FF_FREQUENCY_YEARLY && rule->lists[FF_LIST_MONTH] == NULL;
  const int index = in_year ? day->year_day : day->month_day;
  const int length = in_year ? day->year_days : day->month_days;

  return ff_rule_contains (rule, FF_LIST_DAY, day->weekday)
         || ff_rule_contains (rule, FF_LIST_DAY, FF_DAY ((index + 6) / 7, day->weekday))
         || ff_rule_contains (rule, FF_LIST_DAY,
                              FF_DAY (-((length - index) / 7 + 1), day->weekday));
}

/* Generously: a day that is in or beside a week of that number. */
static gboolean
contains_week (const FfRule *rule, const Day *day)
{
  for (int week = day->year_day / 7 - 1; week <= day->year_day / 7 + 2; week++)
    {
      if (contains (rule, FF_LIST_WEEK, week, 52) || contains (rule, FF_LIST_WEEK, week, 53))
        return TRUE;
    }

  /* the first days of January can be in the last week of December, and the other way round */
  return day->year_day <= 7 || day->year_day > 358;
}

static gboolean
is_day_of_rule (const FfRule *rule, const FfWallTime *start, const Day *day)
{
  GArray *const *lists = rule->lists;
  const gboolean names_days = lists[FF_LIST_DAY] != NULL || lists[FF_LIST_MONTH_DAY] != NULL
                              || lists[FF_LIST_YEAR_DAY] != NULL || lists[FF_LIST_WEEK] != NULL;

  if (lists[FF_LIST_MONTH] != NULL && !ff_rule_contains (rule, FF_LIST_MONTH, day->month))
    return FALSE;
  if (lists[FF_LIST_MONTH_DAY] != NULL
      && !contains (rule, FF_LIST_MONTH_DAY, day->month_day, day->month_days))
    return FALSE;
  if (lists[FF_LIST_YEAR_DAY] != NULL
      && !contains (rule, FF_LIST_YEAR_DAY, day->year_day, day->year_days))
    return FALSE;
  if (lists[FF_LIST_DAY] != NULL && !contains_weekday (rule, day))
    return FALSE;
  if (lists[FF_LIST_WEEK] != NULL && !contains_week (rule, day))
    return FALSE;

  return names_days || rule->frequency == FF_FREQUENCY_DAILY || day->month_day == start->day;
}

/* Whether one of the positions exists among @days days. */
static gboolean
has_position (const FfRule *rule, int days)
{
  const GArray *positions = rule->lists[FF_LIST_POSITION];

  if (positions == NULL)
    return days > 0;

  for (guint i = 0; i < positions->len; i++)
    {
      if (ABS (g_array_index (positions, int, i)) <= days)
        return TRUE;
    }

  return FALSE;
}

static int
count_days_of_month (const FfRule *rule, const FfWallTime *start, int year, int month)
{
  GDate first;
  Day day = { .month = month };
  int days = 0;

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, (GDateMonth) month, (GDateYear) year);
  day.month_days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  day.year_days = g_date_is_leap_year ((GDateYear) year) ? 366 : 365;
  day.year_day = (int) g_date_get_day_of_year (&first);
  day.weekday = (int) g_date_get_weekday (&first);

  for (day.month_day = 1; day.month_day <= day.month_days; day.month_day++)
    {
      days += is_day_of_rule (rule, start, &day) ? 1 : 0;
      if (days > 0 && rule->lists[FF_LIST_POSITION] == NULL)
        break;
      day.year_day++;
      day.weekday = day.weekday % 7 + 1;
    }

  return days;
}

/* The months that are one period of the rule are counted together. */
static gboolean
gives_any_in_period (const FfRule *rule, const FfWallTime *start, int year, int month)
{
  int days = 0;

  if (rule->frequency != FF_FREQUENCY_YEARLY)
    return has_position (rule, count_days_of_month (rule, start, year, month));

  for (month = 1; month <= 12; month++)
    days += count_days_of_month (rule, start, year, month);

  return has_position (rule, days);
}

/**
 * ff_rule_gives_any:
 * @rule: a rule
 * @start: its first date
 *
 * Looks at each month or year that the rule visits before 2201. It is generous in doubt.
 *
 * Returns: whether there is any date
 */
gboolean
ff_rule_gives_any (const FfRule *rule, const FfWallTime *start)
{
  int step = 1; /* months */

  if (rule->frequency == FF_FREQUENCY_WEEKLY)
    return TRUE;
  if (rule->frequency != FF_FREQUENCY_DAILY)
    step = rule->interval * (rule->frequency == FF_FREQUENCY_YEARLY ? 12 : 1);

  for (int month = start->year * 12 + start->month - 1; month / 12 <= LAST_YEAR; month += step)
    {
      if (gives_any_in_period (rule, start, month / 12, month % 12 + 1))
        return TRUE;
    }

  return FALSE;
}
