/* test-format.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and lengths in words, and times as people type them.
 */

#include <locale.h>

#include "ff-format.h"
#include "ff-time-of-day.h"

static GDateTime *
make_time (const char *zone, int year, int month, int day, int hour, int minute)
{
  g_autoptr (GTimeZone) time_zone = g_time_zone_new_identifier (zone);

  g_assert_nonnull (time_zone);

  return g_date_time_new (time_zone, year, month, day, hour, minute, 0.0);
}

typedef struct
{
  int month;
  int day;
  int hour;
  const char *zone;
  const char *when;
} WhenCase;

static void
test_when (void)
{
  /* Now it is Tuesday 24 November 2026, 16:30 in Vancouver. */
  const WhenCase cases[] = {
    { 11, 24, 19, "America/Vancouver", "Tonight at 19:00" },
    { 11, 24, 10, "America/Vancouver", "Today at 10:00" },
    { 11, 25, 10, "America/Vancouver", "Tomorrow at 10:00" },
    { 11, 23, 19, "America/Vancouver", "Yesterday at 19:00" },
    { 12, 1, 19, "America/Vancouver", "Tuesday 1 December, 19:00" },
    { 11, 24, 19, "America/Toronto", "Tonight at 19:00 Toronto time" },
    /* In Auckland it is Wednesday already, half past one. */
    { 11, 25, 19, "Pacific/Auckland", "Tonight at 19:00 Auckland time" },
    { 11, 26, 9, "Etc/UTC", "Thursday 26 November, 09:00 UTC" },
  };
  g_autoptr (GDateTime) now = make_time ("America/Vancouver", 2026, 11, 24, 16, 30);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) date
          = make_time (cases[i].zone, 2026, cases[i].month, cases[i].day, cases[i].hour, 0);
      g_autofree char *when = ff_format_when (date, now);

      g_assert_cmpstr (when, ==, cases[i].when);
    }
}

static void
test_dates (void)
{
  g_autoptr (GDateTime) now = make_time ("America/Vancouver", 2026, 11, 24, 16, 30);
  g_autoptr (GDateTime) next_year = make_time ("America/Vancouver", 2027, 1, 5, 19, 0);
  g_autoptr (GDateTime) tonight = make_time ("America/Vancouver", 2026, 11, 24, 19, 0);
  g_autoptr (GDateTime) later = make_time ("America/Vancouver", 2026, 11, 24, 20, 30);
  g_autofree char *date = ff_format_date (next_year, now);
  g_autofree char *date_short = ff_format_date_short (tonight, now);
  g_autofree char *day = ff_format_day (tonight, now);
  g_autofree char *range = ff_format_range (tonight, later, now);
  g_autofree char *minute = ff_format_minutes (1);
  g_autofree char *minutes = ff_format_minutes (90);

  g_assert_cmpstr (date, ==, "Tuesday 5 January 2027");
  g_assert_cmpstr (date_short, ==, "Tue 24 Nov");
  g_assert_cmpstr (day, ==, "Tonight");
  g_assert_cmpstr (range, ==, "19:00–20:30");
  g_assert_cmpstr (minute, ==, "1 minute");
  g_assert_cmpstr (minutes, ==, "90 minutes");
}

/* A zone of another name whose clock agrees needs no word. */
static void
test_zone_agrees (void)
{
  g_autoptr (GDateTime) now = make_time ("Europe/Paris", 2026, 11, 24, 16, 30);
  g_autoptr (GDateTime) date = make_time ("Europe/Berlin", 2026, 11, 24, 19, 0);
  g_autofree char *zone = ff_time_of_day_format_zone (date, now);

  g_assert_null (zone);
}

static void
test_zone_city (void)
{
  g_autofree char *city = ff_time_of_day_format_city ("America/Argentina/Buenos_Aires");
  g_autofree char *utc = ff_time_of_day_format_city ("UTC");

  g_assert_cmpstr (city, ==, "Buenos Aires");
  g_assert_cmpstr (utc, ==, "UTC");
}

typedef struct
{
  const char *text;
  guint hour;
  guint minute;
} TimeCase;

static void
test_parse_time (void)
{
  const TimeCase cases[] = {
    { "19:00", 19, 0 },
    { "7pm", 19, 0 },
    { "7:30 p.m.", 19, 30 },
    { "7.30 PM", 19, 30 },
    { "1900", 19, 0 },
    { "730", 7, 30 },
    { "7", 7, 0 },
    { "12 am", 0, 0 },
    { "12pm", 12, 0 },
    { "19 h 30", 19, 30 },
    { "19h", 19, 0 },
    { " 0:05 ", 0, 5 },
    { "7:00\302\240pm", 19, 0 },
    { "٧:٣٠", 7, 30 },
  };
  const char *wrong[]
      = { "", "25:00", "19:60", "13pm", "0pm", "seven", "19:3", "7 xm", "12345", "-7" };
  guint hour, minute;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_true (ff_format_parse_time (cases[i].text, &hour, &minute));
      g_assert_cmpuint (hour, ==, cases[i].hour);
      g_assert_cmpuint (minute, ==, cases[i].minute);
    }

  hour = 77;
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("“%s”", wrong[i]);
      g_assert_false (ff_format_parse_time (wrong[i], &hour, &minute));
      g_assert_cmpuint (hour, ==, 77);
    }
}

/* What is shown can always be typed back, in whatever way a locale shows it. */
static void
test_time_round_trip (void)
{
  const char *locales[] = { "C.UTF-8", "en_CA.UTF-8", "fr_CA.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (setlocale (LC_TIME, locales[i]) == NULL)
        {
          g_test_message ("no locale %s here", locales[i]);
          continue;
        }

      for (int h = 0; h < 24; h++)
        {
          g_autoptr (GDateTime) date = make_time ("Etc/UTC", 2026, 11, 24, h, 5);
          g_autofree char *text = ff_format_time (date);
          guint hour, minute;

          g_test_message ("%s: “%s”", locales[i], text);
          g_assert_true (ff_format_parse_time (text, &hour, &minute));
          g_assert_cmpuint (hour, ==, h);
          g_assert_cmpuint (minute, ==, 5);
        }
    }
  setlocale (LC_TIME, "C.UTF-8");
}

/* What both a terminal and a window say counts hours like the window once there is one. The last test: it stays so. */
static void
test_time_of_day (void)
{
  g_autoptr (GDateTime) evening = make_time ("Etc/UTC", 2026, 11, 24, 18, 30);
  const gboolean twelve = setlocale (LC_TIME, "en_CA.UTF-8") != NULL;
  g_autofree char *before = ff_time_of_day_format (evening);
  g_autofree char *shown = ff_format_time (evening);
  g_autofree char *after = NULL;

  ff_time_of_day_follow_locale ();
  after = ff_time_of_day_format (evening);
  g_assert_cmpstr (before, ==, "18:30");
  g_assert_cmpstr (after, ==, shown);
  if (twelve)
    g_assert_cmpstr (after, !=, before);
  else
    g_test_message ("no locale here that counts twelve hours");
  setlocale (LC_TIME, "C.UTF-8");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/when", test_when);
  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/zone-agrees", test_zone_agrees);
  g_test_add_func ("/format/zone-city", test_zone_city);
  g_test_add_func ("/format/parse-time", test_parse_time);
  g_test_add_func ("/format/time-round-trip", test_time_round_trip);
  g_test_add_func ("/format/time-of-day", test_time_of_day);

  return g_test_run ();
}
