/* test-recurrence.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules: the examples of RFC 5545, old series, rules that mean harm, and rules in words.
 */

#include <string.h>

#include "ff-model-error.h"
#include "ff-recurrence.h"

static FfWallTime
wall (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfWallTime time = { 0 };

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static GArray *
expand (const char *rule, const char *start, const char *from, const char *until, guint limit)
{
  const FfWallTime first = wall (start), begin = wall (from), end = wall (until);
  g_autoptr (GError) error = NULL;
  GArray *times = ff_recurrence_expand (rule, &first, &begin, &end, limit, &error);

  g_assert_no_error (error);
  return times;
}

/* The dates as “09-02 09-03”, with the year where it changes and the hour where it is not the start's. */
static char *
to_text (GArray *times, const FfWallTime *start)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int year = start->year;

  for (guint i = 0; i < times->len; i++)
    {
      const FfWallTime *time = &g_array_index (times, FfWallTime, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (time->year != year)
        g_string_append_printf (text, "%d-", time->year);
      year = time->year;
      g_string_append_printf (text, "%02u-%02u", time->month, time->day);
      if (time->hour != start->hour || time->minute != start->minute)
        g_string_append_printf (text, "T%02u:%02u", time->hour, time->minute);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_dates (const char *rule,
              const char *start,
              const char *from,
              const char *until,
              const char *expected)
{
  g_autoptr (GArray) times = expand (rule, start, from, until, 1000);
  const FfWallTime first = wall (start);
  g_autofree char *text = to_text (times, &first);

  g_test_message ("%s", rule);
  g_assert_cmpstr (text, ==, expected);
}

/* Section 3.8.5.3, as far as a wall time can have them; beginning with the year that is asked for. */
static const struct
{
  const char *rule;
  const char *start;
  const char *until;
  const char *dates;
} rfc[] = {
  { "FREQ=DAILY;COUNT=10", "1997-09-02T09:00", "2100-01-01T00:00",
    "09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11" },
  { "FREQ=DAILY;UNTIL=19971224T000000Z", "1997-12-20T09:00", "2100-01-01T00:00",
    "12-20 12-21 12-22 12-23" },
  { "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02T09:00", "2100-01-01T00:00",
    "09-02 09-12 09-22 10-02 10-12" },
  { "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1999-01-29T09:00", "2100-01-01T00:00",
    "01-29 01-30 01-31 2000-01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 01-09 01-10 01-11 "
    "01-12 01-13 01-14 01-15 01-16 01-17 01-18 01-19 01-20 01-21 01-22 01-23 01-24 01-25 01-26 "
    "01-27 01-28 01-29 01-30 01-31" },
  { "FREQ=WEEKLY;COUNT=10", "1997-09-02T09:00", "2100-01-01T00:00",
    "09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04" },
  { "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02T09:00", "1997-11-01T00:00",
    "09-02 09-16 09-30 10-14 10-28" },
  { "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02T09:00",
    "2100-01-01T00:00", "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02" },
  { "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01T09:00",
    "1997-10-04T00:00", "09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01 10-03" },
  { "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02T09:00", "2100-01-01T00:00",
    "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16" },
  { "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05T09:00", "2100-01-01T00:00",
    "09-05 10-03 11-07 12-05 1998-01-02 02-06 03-06 04-03 05-01 06-05" },
  { "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07T09:00", "2100-01-01T00:00",
    "09-07 09-28 11-02 11-30 1998-01-04 01-25 03-01 03-29 05-03 05-31" },
  { "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22T09:00", "2100-01-01T00:00",
    "09-22 10-20 11-17 12-22 1998-01-19 02-16" },
  { "FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28T09:00", "1998-03-01T00:00",
    "09-28 10-29 11-28 12-29 1998-01-29 02-26" },
  { "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02T09:00", "2100-01-01T00:00",
    "09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15 1998-01-02 01-15" },
  { "FREQ=MONTHLY;INTERVAL=18;COUNT=4;BYMONTHDAY=10,11", "1997-09-10T09:00", "2100-01-01T00:00",
    "09-10 09-11 1999-03-10 03-11" },
  { "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02T09:00", "1998-02-01T00:00",
    "09-02 09-09 09-16 09-23 09-30 11-04 11-11 11-18 11-25 1998-01-06 01-13 01-20 01-27" },
  { "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10T09:00", "2100-01-01T00:00",
    "06-10 07-10 1998-06-10 07-10" },
  { "FREQ=YEARLY;INTERVAL=3;COUNT=5;BYYEARDAY=1,100,200", "1997-01-01T09:00", "2100-01-01T00:00",
    "01-01 04-10 07-19 2000-01-01 04-09" },
  { "FREQ=YEARLY;BYDAY=20MO", "1997-05-19T09:00", "2000-01-01T00:00",
    "05-19 1998-05-18 1999-05-17" },
  { "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12T09:00", "2000-01-01T00:00",
    "05-12 1998-05-11 1999-05-17" },
  { "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13T09:00", "1998-12-01T00:00",
    "03-13 03-20 03-27 1998-03-05 03-12 03-19 03-26" },
  { "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02T09:00", "2001-01-01T00:00",
    "1998-02-13 03-13 11-13 1999-08-13 2000-10-13" },
  { "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13T09:00", "1998-01-01T00:00",
    "09-13 10-11 11-08 12-13" },
  { "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05T09:00",
    "2005-01-01T00:00", "11-05 2000-11-07 2004-11-02" },
  { "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04T09:00", "2100-01-01T00:00",
    "09-04 10-07 11-06" },
  { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29T09:00", "1998-02-01T00:00",
    "09-29 10-30 11-27 12-30 1998-01-29" },
  { "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05T09:00", "2100-01-01T00:00",
    "08-05 08-10 08-19 08-24" },
  { "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05T09:00", "2100-01-01T00:00",
    "08-05 08-17 08-19 08-31" },
  { "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15T09:00", "2100-01-01T00:00",
    "01-15 01-30 02-15 03-15 03-30" },
  { "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40;COUNT=5", "1997-09-02T09:00", "2100-01-01T00:00",
    "09-02 09-02T09:20 09-02T09:40 09-02T10:00 09-02T10:20" },
};

static void
test_rfc (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rfc); i++)
    assert_dates (rfc[i].rule, rfc[i].start, rfc[i].start, rfc[i].until, rfc[i].dates);
}

/* The same dates wherever the stretch begins: COUNT, intervals and weeks hold from the first date on. */
static void
test_any_stretch (void)
{
  const char *const rules[] = {
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;COUNT=200",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR;COUNT=300",
    "FREQ=WEEKLY;INTERVAL=3;WKST=WE;BYDAY=SU,TU,TH;BYHOUR=18,9;COUNT=411",
    "FREQ=WEEKLY;INTERVAL=5;WKST=SA;BYDAY=MO,SU;BYMONTH=1,2,9;COUNT=50",
    "FREQ=DAILY;INTERVAL=3;COUNT=500",
    "FREQ=DAILY;INTERVAL=2;BYDAY=TU,SA;UNTIL=20240101",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1TH;COUNT=30",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3,10",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GArray) whole
          = expand (rules[i], "2016-11-16T12:30", "2016-01-01T00:00", "2027-01-01T00:00", 10000);
      guint known = 0;
      FfWallTime from = wall ("2016-01-01T00:00");

      g_assert_cmpuint (whole->len, >, 2);
      while (from.year < 2026)
        {
          const FfWallTime start = wall ("2016-11-16T12:30");
          const FfWallTime until = ff_wall_time_add_days (&from, 31);
          g_autoptr (GArray) part
              = ff_recurrence_expand (rules[i], &start, &from, &until, 1000, NULL);

          for (guint j = 0; j < part->len; j++)
            g_assert_cmpint (ff_wall_time_compare (&g_array_index (part, FfWallTime, j),
                                                   &g_array_index (whole, FfWallTime, known + j)),
                             ==, 0);
          known += part->len;
          if (known < whole->len)
            g_assert_cmpint (
                ff_wall_time_compare (&g_array_index (whole, FfWallTime, known), &until), >=, 0);
          from = until;
        }
    }
}

static void
test_limits (void)
{
  g_autoptr (GArray) few
      = expand ("FREQ=DAILY", "2020-01-01T19:00", "2026-01-01T00:00", "2027-01-01T00:00", 3);
  g_autoptr (GArray) none
      = expand ("FREQ=DAILY", "2020-01-01T19:00", "2026-01-01T00:00", "2027-01-01T00:00", 0);

  g_assert_cmpuint (few->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);

  /* from is included, until is not, and a stretch can be empty or the wrong way round */
  assert_dates ("FREQ=DAILY", "2026-01-01T19:00", "2026-01-02T19:00", "2026-01-04T19:00",
                "01-02 01-03");
  assert_dates ("FREQ=DAILY", "2026-01-01T19:00", "2026-01-02T19:01", "2026-01-04T19:01",
                "01-03 01-04");
  assert_dates ("FREQ=DAILY", "2026-01-01T19:00", "2026-01-02T19:00", "2026-01-02T19:00", "");
  assert_dates ("FREQ=DAILY", "2026-01-01T19:00", "2026-01-05T19:00", "2026-01-02T19:00", "");
  assert_dates ("FREQ=MONTHLY", "2026-01-01T19:00", "2026-05-05T19:00", "2026-01-02T19:00", "");
  assert_dates ("FREQ=DAILY", "2026-01-01T19:00", "2020-01-01T00:00", "2026-01-03T00:00",
                "01-01 01-02");

  assert_dates (NULL, "2026-01-01T19:00", "2026-01-01T00:00", "2026-01-02T00:00", "01-01");
  assert_dates (NULL, "2026-01-01T19:00", "2026-01-02T00:00", "2026-01-03T00:00", "");
}

/* The first date counts only where the rule gives it. */
static void
test_start_off_rule (void)
{
  assert_dates ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-11-25T19:00", "2026-11-01T00:00",
                "2027-01-01T00:00", "12-01 12-08 12-15");
  assert_dates ("FREQ=MONTHLY;BYDAY=1MO;COUNT=2", "2026-11-25T19:00", "2026-11-01T00:00",
                "2027-06-01T00:00", "12-07 2027-01-04");
}

static void
test_until (void)
{
  const FfWallTime start = wall ("2026-11-03T19:00"), from = wall ("2026-11-01T00:00"),
                   end = wall ("2027-01-01T00:00");
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Los_Angeles", NULL);
  const struct
  {
    const char *rule;
    guint dates;
  } cases[] = {
    { "FREQ=WEEKLY;UNTIL=20261117", 3 },         /* that whole day */
    { "FREQ=WEEKLY;UNTIL=20261116", 2 },         /* */
    { "FREQ=WEEKLY;UNTIL=20261117T190000", 3 },  /* the very minute */
    { "FREQ=WEEKLY;UNTIL=20261117T185900", 2 },  /* */
    { "FREQ=WEEKLY;UNTIL=20261118T030000Z", 3 }, /* 19:00 in winter time */
    { "FREQ=WEEKLY;UNTIL=20261118T025959Z", 2 }, /* */
    { "FREQ=WEEKLY;UNTIL=20261117T190000Z", 2 }, /* 11:00 */
    { "FREQ=MONTHLY;BYDAY=1TU,3TU;UNTIL=20261118T030000Z", 2 },
    { "FREQ=WEEKLY;UNTIL=20251117", 0 }, /* before it began */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) times
          = ff_recurrence_expand_in_zone (cases[i].rule, &start, zone, &from, &end, 100, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpuint (times->len, ==, cases[i].dates);
    }
}

/* What is refused, and a word of the sentence that says why. */
static const char *const refused[][2] = {
  { "", "FREQ is missing" },
  { "nonsense", "nonsense" },
  { "FREQ=SECONDLY", "every day" },
  { "FREQ=MINUTELY;INTERVAL=5", "every day" },
  { "FREQ=HOURLY", "every day" },
  { "FREQ=FORTNIGHTLY", "FORTNIGHTLY" },
  { "FREQ=", "FREQ=" },
  { "BYDAY=TU", "FREQ is missing" },
  { "FREQ=WEEKLY;FREQ=DAILY", "twice" },
  { "FREQ=WEEKLY;BYDAY=TU;byday=WE", "twice" },
  { "FREQ=WEEKLY;;BYDAY=TU", "“”" },
  { "FREQ=WEEKLY;BYDAY", "BYDAY" },
  { "FREQ=WEEKLY;BYDAY=", "BYDAY" },
  { "FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX" },
  { "FREQ=WEEKLY;BYDAY=TU,", "BYDAY=TU," },
  { "FREQ=WEEKLY;BYDAY=2TU", "2TU" },
  { "FREQ=MONTHLY;BYDAY=0TU", "BYDAY=0TU" },
  { "FREQ=MONTHLY;BYDAY=300MO", "BYDAY=300MO" },
  { "FREQ=MONTHLY;BYDAY=-54MO", "BYDAY=-54MO" },
  { "FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0" },
  { "FREQ=WEEKLY;INTERVAL=-1", "INTERVAL=-1" },
  { "FREQ=WEEKLY;INTERVAL=65537", "INTERVAL=65537" },
  { "FREQ=WEEKLY;INTERVAL=1e3", "INTERVAL=1e3" },
  { "FREQ=WEEKLY;COUNT=0", "COUNT=0" },
  { "FREQ=WEEKLY;COUNT=99999999999999999999", "COUNT=9999" },
  { "FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "not by both" },
  { "FREQ=WEEKLY;UNTIL=20270230", "UNTIL=20270230" },
  { "FREQ=WEEKLY;UNTIL=soon", "UNTIL=soon" },
  { "FREQ=WEEKLY;UNTIL=20270101T190000X", "UNTIL" },
  { "FREQ=WEEKLY;WKST=XX", "WKST=XX" },
  { "FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY" },
  { "FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32" },
  { "FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0" },
  { "FREQ=YEARLY;BYMONTH=13", "BYMONTH=13" },
  { "FREQ=MONTHLY;BYYEARDAY=3", "BYYEARDAY" },
  { "FREQ=MONTHLY;BYWEEKNO=3", "BYWEEKNO" },
  { "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "BYWEEKNO" },
  { "FREQ=YEARLY;BYYEARDAY=3;BYMONTH=2", "BYYEARDAY" },
  { "FREQ=DAILY;BYHOUR=24", "BYHOUR=24" },
  { "FREQ=DAILY;BYSECOND=30", "BYSECOND=30" },
  { "FREQ=DAILY;BYHOUR=0,1,2,3,4;BYMINUTE=0,10,20,30,40", "24 times" },
  { "FREQ=DAILY;BYSETPOS=1", "BYSETPOS" },
  { "FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS" },
  { "FREQ=WEEKLY;X-ODD=1", "X-ODD" },
  { "RSCALE=CHINESE;FREQ=YEARLY", "RSCALE" },
  { "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "never" },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never" },
  { "FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=31", "never" },
  { "FREQ=MONTHLY;BYDAY=6MO", "never" },
  { "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=31", "never" },
  { "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=10", "never" },
  { "FREQ=YEARLY;BYDAY=MO,TU;BYSETPOS=366", "never" },
  { "FREQ=YEARLY;BYWEEKNO=40;BYMONTH=2;BYDAY=MO", "never" },
};

static void
test_refused (void)
{
  g_autofree char *days = g_strnfill (5000, ',');
  g_autofree char *too_long = g_strconcat ("FREQ=WEEKLY;BYDAY=TU", days, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i][0]);
      g_assert_false (ff_recurrence_check (refused[i][0], &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, refused[i][1]));
    }
  g_assert_false (ff_recurrence_check (too_long, NULL));
}

static void
test_accepted (void)
{
  const char *const good[] = { "FREQ=WEEKLY",
                               "freq=weekly;byday=tu",
                               "FREQ=WEEKLY;BYDAY=TU;",
                               "FREQ=WEEKLY;COUNT=1000000000",
                               "FREQ=YEARLY",
                               "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                               "FREQ=MONTHLY;BYDAY=5FR",
                               "FREQ=MONTHLY;BYMONTHDAY=-31;BYSETPOS=1",
                               "FREQ=MONTHLY;BYDAY=+2TU",
                               "FREQ=DAILY;INTERVAL=1000;BYSECOND=0" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      ff_recurrence_check (good[i], &error);
      g_assert_no_error (error);
    }
}

/* Rules that are valid, and made to take as long as can be. */
static void
test_hostile (void)
{
  const char *const rules[] = {
    "FREQ=WEEKLY;COUNT=1000000000",
    "FREQ=MONTHLY;COUNT=1000000000",
    "FREQ=DAILY;COUNT=2000000000;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=DAILY;INTERVAL=1000;COUNT=1000000000;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", /* from a February */
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=10",
    "FREQ=YEARLY;INTERVAL=1000;BYYEARDAY=366",
    "FREQ=MONTHLY;INTERVAL=1000;BYDAY=5WE;BYSETPOS=-1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const gint64 begun = g_get_monotonic_time ();
      g_autoptr (GArray) times
          = expand (rules[i], "1901-02-10T19:00", "2026-01-01T00:00", "2026-02-05T00:00", 1000);

      g_test_message ("%s: %u dates, %" G_GINT64_FORMAT " µs", rules[i], times->len,
                      g_get_monotonic_time () - begun);
      g_assert_cmpuint (times->len, <, 100);
      g_assert_cmpint (g_get_monotonic_time () - begun, <, G_TIME_SPAN_SECOND);
    }
}

static void
test_unusable (void)
{
  const FfWallTime unset = { 0 }, from = wall ("2026-01-01T00:00"),
                   until = wall ("2026-02-01T00:00");
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_recurrence_expand ("FREQ=WEEKLY", &unset, &from, &until, 10, &error));
  g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME);
  g_clear_error (&error);

  g_assert_null (ff_recurrence_expand ("FREQ=HOURLY", &from, &from, &until, 10, &error));
  g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE);
}

/* What is built from a first date is told from others, put into words, and gives that date. */
static const struct
{
  FfRepeat repeat;
  const char *start;
  const char *rule;
  const char *words;
} offered[] = {
  { FF_REPEAT_NEVER, "2026-11-24T19:00", NULL, "Once" },
  { FF_REPEAT_WEEKLY, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU", "Every week on Tuesday" },
  { FF_REPEAT_WEEKLY, "2026-11-29T19:00", "FREQ=WEEKLY;BYDAY=SU", "Every week on Sunday" },
  { FF_REPEAT_FORTNIGHTLY, "2026-11-24T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "Every two weeks on Tuesday" },
  { FF_REPEAT_MONTHLY_NTH, "2026-11-03T19:00", "FREQ=MONTHLY;BYDAY=1TU",
    "First Tuesday of the month" },
  { FF_REPEAT_MONTHLY_NTH, "2026-11-07T19:00", "FREQ=MONTHLY;BYDAY=1SA",
    "First Saturday of the month" },
  { FF_REPEAT_MONTHLY_NTH, "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=2TU",
    "Second Tuesday of the month" },
  { FF_REPEAT_MONTHLY_NTH, "2026-11-17T19:00", "FREQ=MONTHLY;BYDAY=3TU",
    "Third Tuesday of the month" },
  { FF_REPEAT_MONTHLY_NTH, "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=4TU",
    "Fourth Tuesday of the month" },
  { FF_REPEAT_MONTHLY_NTH, "2026-11-30T19:00", "FREQ=MONTHLY;BYDAY=5MO",
    "Fifth Monday of the month, where there is one" },
  { FF_REPEAT_MONTHLY_LAST, "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=-1TU",
    "Last Tuesday of the month" },
  { FF_REPEAT_MONTHLY_DAY, "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=24",
    "Day 24 of the month" },
};

static void
test_offered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      const FfWallTime start = wall (offered[i].start);
      const FfWallTime next = ff_wall_time_add_days (&start, 1);
      g_autofree char *rule = ff_recurrence_build (offered[i].repeat, &start);
      g_autofree char *words = ff_recurrence_describe (rule, &start);
      g_autoptr (GArray) times = ff_recurrence_expand (rule, &start, &start, &next, 10, NULL);

      g_assert_cmpstr (rule, ==, offered[i].rule);
      g_assert_cmpint (ff_recurrence_classify (rule, &start), ==, offered[i].repeat);
      g_assert_cmpstr (words, ==, offered[i].words);
      g_assert_cmpuint (times->len, ==, 1);
    }
}

/* Early in the morning in UTC is still the day before in Vancouver. */
static void
test_describe_until (void)
{
  const FfWallTime start = wall ("2026-11-24T19:00");
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);
  g_autofree char *in_zone
      = ff_recurrence_describe_in_zone ("FREQ=DAILY;UNTIL=20261202T030000Z", &start, zone);
  g_autofree char *in_utc = ff_recurrence_describe ("FREQ=DAILY;UNTIL=20261202T030000Z", &start);
  g_autofree char *on_wall
      = ff_recurrence_describe_in_zone ("FREQ=DAILY;UNTIL=20261202T030000", &start, zone);

  g_assert_cmpstr (in_zone, ==, "Every day, until 1 December 2026");
  g_assert_cmpstr (in_utc, ==, "Every day, until 2 December 2026");
  g_assert_cmpstr (on_wall, ==, "Every day, until 2 December 2026");
}

static void
test_classify_others (void)
{
  const FfWallTime start = wall ("2026-11-24T19:00"); /* the fourth and last Tuesday */
  const struct
  {
    const char *rule;
    FfRepeat repeat;
  } cases[] = {
    { "FREQ=WEEKLY", FF_REPEAT_WEEKLY },
    { "INTERVAL=1;WKST=SU;FREQ=WEEKLY;BYDAY=TU", FF_REPEAT_WEEKLY },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=4", FF_REPEAT_MONTHLY_NTH },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", FF_REPEAT_MONTHLY_LAST },
    { "FREQ=WEEKLY;BYDAY=WE", FF_REPEAT_OTHER },
    { "FREQ=WEEKLY;BYDAY=TU,TH", FF_REPEAT_OTHER },
    { "FREQ=WEEKLY;INTERVAL=3", FF_REPEAT_OTHER },
    { "FREQ=WEEKLY;COUNT=5", FF_REPEAT_OTHER },
    { "FREQ=WEEKLY;UNTIL=20270101", FF_REPEAT_OTHER },
    { "FREQ=WEEKLY;BYMONTH=1", FF_REPEAT_OTHER },
    { "FREQ=WEEKLY;BYHOUR=20", FF_REPEAT_OTHER },
    { "FREQ=MONTHLY;BYDAY=3TU", FF_REPEAT_OTHER },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=4,-1", FF_REPEAT_OTHER },
    { "FREQ=MONTHLY;BYMONTHDAY=24", FF_REPEAT_MONTHLY_DAY },
    { "FREQ=MONTHLY;BYMONTHDAY=25", FF_REPEAT_OTHER },
    { "FREQ=MONTHLY;INTERVAL=2;BYDAY=4TU", FF_REPEAT_OTHER },
    { "FREQ=MONTHLY", FF_REPEAT_MONTHLY_DAY },
    { "FREQ=DAILY", FF_REPEAT_OTHER },
    { "FREQ=YEARLY", FF_REPEAT_OTHER },
    { "nonsense", FF_REPEAT_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (ff_recurrence_classify (cases[i].rule, &start), ==, cases[i].repeat);
    }
}

static void
test_describe_others (void)
{
  const FfWallTime start = wall ("2026-11-24T19:00");
  const char *const cases[][2] = {
    { "FREQ=DAILY", "Every day" },
    { "FREQ=DAILY;INTERVAL=3", "Every 3 days" },
    { "FREQ=WEEKLY;BYDAY=FR,MO,WE", "Every week on Monday, Wednesday and Friday" },
    { "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH", "Every 3 weeks on Tuesday and Thursday" },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "Second Tuesday of the month" },
    { "FREQ=MONTHLY;BYDAY=-2TU", "Last but one Tuesday of the month" },
    { "FREQ=WEEKLY;COUNT=12", "Every week on Tuesday, 12 times" },
    { "FREQ=WEEKLY;COUNT=1", "Every week on Tuesday, 1 time" },
    { "FREQ=WEEKLY;UNTIL=20270309T190000", "Every week on Tuesday, until 9 March 2027" },
    { "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TU", "Last Tuesday of the month, every 2 months" },
    { "FREQ=MONTHLY;BYDAY=1TU,3TU", "First Tuesday of the month; Third Tuesday of the month" },
    { "FREQ=MONTHLY", "Day 24 of the month" },
    { "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "Day 31 of the month, where there is one, 3 times" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "Last day of the month" },
    { "FREQ=MONTHLY;BYMONTHDAY=1,15", "By a rule of its own" },
    { "FREQ=YEARLY", "Every year on 24 November" },
    { "FREQ=YEARLY;BYMONTH=2", "By a rule of its own" },
    { "FREQ=WEEKLY;BYMONTH=2", "By a rule of its own" },
    { "FREQ=MONTHLY;BYDAY=MO,TU", "By a rule of its own" },
    { "FREQ=HOURLY", "By a rule that cannot be used" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ff_recurrence_describe (cases[i][0], &start);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recurrence/rfc", test_rfc);
  g_test_add_func ("/recurrence/any-stretch", test_any_stretch);
  g_test_add_func ("/recurrence/limits", test_limits);
  g_test_add_func ("/recurrence/start-off-rule", test_start_off_rule);
  g_test_add_func ("/recurrence/until", test_until);
  g_test_add_func ("/recurrence/refused", test_refused);
  g_test_add_func ("/recurrence/accepted", test_accepted);
  g_test_add_func ("/recurrence/hostile", test_hostile);
  g_test_add_func ("/recurrence/unusable", test_unusable);
  g_test_add_func ("/recurrence/offered", test_offered);
  g_test_add_func ("/recurrence/classify-others", test_classify_others);
  g_test_add_func ("/recurrence/describe-until", test_describe_until);
  g_test_add_func ("/recurrence/describe-others", test_describe_others);

  return g_test_run ();
}
