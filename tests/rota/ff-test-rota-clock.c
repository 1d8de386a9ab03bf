/* ff-test-rota-clock.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a date looks on the wall at home: its minutes, days, week and month.
 */

#include <stdio.h>

#include "ff-test-rota-checker-private.h"

#define MINUTES_OF_DAY 1440

/* The first of January of year 1 was a Monday; it is day 0 here. */
static int
count_days (GDateTime *local)
{
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date) - 1;
}

int
ff_test_rota_parse_day (const char *day)
{
  int year = 0, month = 0, number = 0;
  GDate date;

  g_assert_cmpint (sscanf (day, "%4d-%2d-%2d", &year, &month, &number), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date) - 1;
}

static gint64
count_minutes (GDateTime *local)
{
  return (gint64) count_days (local) * MINUTES_OF_DAY + g_date_time_get_hour (local) * 60
         + g_date_time_get_minute (local);
}

void
ff_test_rota_look_from_home (GDateTime *start,
                             GDateTime *end,
                             GTimeZone *zone,
                             FfTestRotaAtHome *at_home)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (start, zone);
  g_autoptr (GDateTime) local_end = g_date_time_to_timezone (end, zone);
  g_autoptr (GDateTime) before_end = g_date_time_add (local_end, -1);

  at_home->start = count_minutes (local);
  at_home->end = count_minutes (local_end);
  at_home->first = count_days (local);
  at_home->last = count_days (before_end);
  at_home->week = at_home->first / 7;
  at_home->month = g_date_time_get_year (local) * 12 + g_date_time_get_month (local);
}
