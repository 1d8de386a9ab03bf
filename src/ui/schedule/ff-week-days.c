/* ff-week-days.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which days a week or a month shows, and what they are called.
 */

#include "ff-config.h"

#include <langinfo.h>

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-week-days.h"

/* What glibc means by a week that begins on the day of 30 November 1997 or 1 December 1997. */
#define WEEK_FROM_SUNDAY 19971130

static void
to_date (const FfWallTime *time, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, time->day, (GDateMonth) time->month, (GDateYear) time->year);
}

static FfWallTime
to_midnight (const FfWallTime *time)
{
  return (FfWallTime) { .year = time->year, .month = time->month, .day = time->day };
}

/**
 * ff_week_first_weekday:
 *
 * Returns: the weekday that the locale's calendars begin with, 1 Monday to 7 Sunday
 */
int
ff_week_first_weekday (void)
{
  const union
  {
    const char *text;
    guint number;
  } week = { .text = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int nth = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];

  if (week.number == WEEK_FROM_SUNDAY)
    nth--;
  return (nth + FF_DAYS_A_WEEK - 1) % FF_DAYS_A_WEEK + 1;
}

/**
 * ff_week_find_first:
 * @date: a date
 * @n_days: how many days are shown
 * @first_weekday: 1 Monday to 7 Sunday
 *
 * Returns: midnight of the first day to show: of the week around @date, or @date's own where fewer days are shown
 */
FfWallTime
ff_week_find_first (const FfWallTime *date, guint n_days, int first_weekday)
{
  FfWallTime first;
  int behind;

  g_return_val_if_fail (date != NULL, (FfWallTime) { 0 });

  first = to_midnight (date);
  if (n_days < FF_DAYS_A_WEEK)
    return first;
  behind = (ff_wall_time_get_weekday (date) - first_weekday + FF_DAYS_A_WEEK) % FF_DAYS_A_WEEK;
  return ff_wall_time_add_days (&first, -behind);
}

/**
 * ff_week_find:
 * @date: a date
 *
 * Returns: midnight of the day that the week around @date begins with, as the locale has it
 */
FfWallTime
ff_week_find (const FfWallTime *date)
{
  return ff_week_find_first (date, FF_DAYS_A_WEEK, ff_week_first_weekday ());
}

/**
 * ff_month_find_first:
 * @date: a date
 * @first_weekday: 1 Monday to 7 Sunday
 *
 * Returns: midnight of the first of the six weeks' days that show @date's month
 */
FfWallTime
ff_month_find_first (const FfWallTime *date, int first_weekday)
{
  FfWallTime first;

  g_return_val_if_fail (date != NULL, (FfWallTime) { 0 });

  first = to_midnight (date);
  first.day = 1;
  return ff_week_find_first (&first, FF_DAYS_A_WEEK, first_weekday);
}

/**
 * ff_month_shift:
 * @date: a date
 * @months: how many months later, or earlier where it is negative
 *
 * Returns: the same day of that month, or its last where it is shorter
 */
FfWallTime
ff_month_shift (const FfWallTime *date, int months)
{
  FfWallTime shifted;
  GDate day;

  g_return_val_if_fail (date != NULL, (FfWallTime) { 0 });

  to_date (date, &day);
  if (months >= 0)
    g_date_add_months (&day, (guint) months);
  else
    g_date_subtract_months (&day, (guint) -months);
  shifted = *date;
  shifted.year = (gint16) g_date_get_year (&day);
  shifted.month = (guint8) g_date_get_month (&day);
  shifted.day = g_date_get_day (&day);
  return shifted;
}

/**
 * ff_week_count_days:
 * @from: a date
 * @to: another
 *
 * Returns: how many days later @to is
 */
int
ff_week_count_days (const FfWallTime *from, const FfWallTime *to)
{
  g_return_val_if_fail (from != NULL && to != NULL, 0);

  return ff_wall_time_get_julian (to) - ff_wall_time_get_julian (from);
}

static char *
format_day (const FfWallTime *day, const char *format)
{
  g_autoptr (GDateTime) date = ff_format_from_wall_time (day);

  return g_date_time_format (date, format);
}

/**
 * ff_week_format:
 * @first: the first day shown
 * @n_days: how many are shown
 *
 * Returns: (transfer full): a heading like "23–29 November 2026"
 */
char *
ff_week_format (const FfWallTime *first, guint n_days)
{
  FfWallTime end;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (first != NULL, NULL);

  if (n_days <= 1)
    /* Translators: the one day that is shown, like “Tuesday 24 November 2026”; see g_date_time_format() */
    return format_day (first, C_ ("week heading", "%A %-d %B %Y"));
  end = ff_wall_time_add_days (first, (int) n_days - 1);
  /* Translators: the last day of a stretch, as in “23–29 November 2026” */
  to = format_day (&end, C_ ("week heading, last day", "%-d %B %Y"));
  if (first->month == end.month)
    {
      /* Translators: the first day of a stretch within a month, as in “23–29 November 2026” */
      from = format_day (first, C_ ("week heading, first day", "%-d"));
      /* Translators: days within a month, like “23–29 November 2026” */
      return g_strdup_printf (C_ ("week heading", "%1$s–%2$s"), from, to);
    }
  if (first->year == end.year)
    /* Translators: the first day of a stretch that ends in another month, as in “30 November – 6 December 2026” */
    from = format_day (first, C_ ("week heading, first day", "%-d %B"));
  else
    /* Translators: the first day of a stretch that ends in another year, as in “28 December 2026 – 3 January 2027” */
    from = format_day (first, C_ ("week heading, first day", "%-d %B %Y"));
  /* Translators: days of two months, like “30 November – 6 December 2026” */
  return g_strdup_printf (C_ ("week heading", "%1$s – %2$s"), from, to);
}

/**
 * ff_month_format:
 * @date: a date in the month
 *
 * Returns: (transfer full): a heading like "November 2026"
 */
char *
ff_month_format (const FfWallTime *date)
{
  g_autofree char *month = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  /* Translators: a month, like “November 2026”; see g_date_time_format() */
  month = format_day (date, C_ ("month heading", "%OB %Y"));
  return ff_format_capitalized (month);
}

/**
 * ff_week_find_midnight:
 * @first: a day
 * @days: how many days later
 *
 * Returns: (transfer full): when that day begins in this computer's zone
 */
GDateTime *
ff_week_find_midnight (const FfWallTime *first, int days)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  FfWallTime midnight;

  g_return_val_if_fail (first != NULL, NULL);

  midnight = to_midnight (first);
  midnight = ff_wall_time_add_days (&midnight, days);
  return ff_wall_time_to_instant (&midnight, zone);
}
