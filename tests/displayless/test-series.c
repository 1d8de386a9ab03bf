/* test-series.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splitting a series and moving it: no date is lost, none comes twice.
 */

#include <string.h>

#include "ff-model-error.h"
#include "ff-recurrence.h"
#include "ff-series.h"

#define N_RULES 600

static FfWallTime
wall (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfWallTime time = { 0 };

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static FfMeeting *
make_meeting (const char *rule, const FfWallTime *start, const char *zone)
{
  FfMeeting *meeting = ff_meeting_new ("kept");

  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_start (meeting, start);
  ff_meeting_set_zone (meeting, zone);
  return meeting;
}

static GArray *
list_dates (FfMeeting *meeting, const FfWallTime *until)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);
  g_autoptr (GError) error = NULL;
  GArray *dates
      = ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting),
                                      zone, ff_meeting_get_start (meeting), until, 5000, &error);

  g_assert_no_error (error);
  return dates;
}

static char *
to_text (GArray *dates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *date = ff_wall_time_to_string (&g_array_index (dates, FfWallTime, i));

      g_string_append_printf (text, "%s ", date);
    }
  return g_string_free_and_steal (text);
}

static void
append_days (GString *rule, GRand *random, const char *numbers)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const int n_days = g_rand_int_range (random, 1, 4);

  g_string_append (rule, ";BYDAY=");
  for (int i = 0; i < n_days; i++)
    {
      g_string_append (rule, i > 0 ? "," : "");
      if (numbers != NULL)
        g_string_append_printf (rule, "%c", numbers[g_rand_int_range (random, 0, 4)]);
      g_string_append (rule, days[g_rand_int_range (random, 0, 7)]);
    }
}

static void
append_pattern (GString *rule, GRand *random)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      g_string_append (rule, "FREQ=DAILY");
      break;
    case 1:
      g_string_append (rule, "FREQ=WEEKLY");
      break;
    case 2:
      g_string_append (rule, "FREQ=WEEKLY");
      append_days (rule, random, NULL);
      break;
    case 3:
      g_string_append (rule, "FREQ=WEEKLY;WKST=SU");
      append_days (rule, random, NULL);
      break;
    case 4:
      g_string_append (rule, "FREQ=MONTHLY");
      append_days (rule, random, "1234");
      break;
    case 5:
      g_string_append_printf (rule, "FREQ=MONTHLY;BYMONTHDAY=%d,-%d",
                              g_rand_int_range (random, 1, 29), g_rand_int_range (random, 1, 29));
      break;
    case 6:
      g_string_append (rule, "FREQ=MONTHLY;BYSETPOS=1,-1");
      append_days (rule, random, NULL);
      break;
    default:
      g_string_append (rule, "FREQ=DAILY;BYHOUR=9,18;BYMINUTE=0,30");
    }
}

/* With a fixed seed: the same rules on every run. */
static char *
make_rule (GRand *random)
{
  GString *rule = g_string_new (NULL);

  append_pattern (rule, random);
  if (g_rand_boolean (random))
    g_string_append_printf (rule, ";INTERVAL=%d", g_rand_int_range (random, 1, 5));
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      g_string_append_printf (rule, ";COUNT=%d", g_rand_int_range (random, 2, 40));
      break;
    case 1:
      g_string_append_printf (rule, ";UNTIL=2027%02d%02d", g_rand_int_range (random, 1, 13),
                              g_rand_int_range (random, 1, 29));
      break;
    case 2:
      g_string_append_printf (rule, ";UNTIL=2027%02d%02dT023000Z", g_rand_int_range (random, 1, 13),
                              g_rand_int_range (random, 1, 29));
      break;
    default:
      break;
    }
  return g_string_free_and_steal (rule);
}

static FfWallTime
make_start (GRand *random)
{
  const FfWallTime first = wall ("2026-01-01T18:30");

  return ff_wall_time_add_days (&first, g_rand_int_range (random, 0, 400));
}

static void
assert_split_keeps_dates (const char *rule, const FfWallTime *start, GRand *random)
{
  const FfWallTime horizon = wall ("2029-01-01T00:00");
  g_autoptr (FfMeeting) meeting = make_meeting (rule, start, "America/Vancouver");
  g_autoptr (GArray) whole = list_dates (meeting, &horizon);
  g_autoptr (FfMeeting) before = NULL, after = NULL;
  g_autoptr (GArray) dates = NULL, rest = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL, *actual = NULL;
  guint position;

  if (whole->len < 2)
    return;
  position = (guint) g_rand_int_range (random, 1, (int) whole->len);
  g_assert_true (ff_series_split (meeting, &g_array_index (whole, FfWallTime, position), &before,
                                  &after, &error));
  g_assert_no_error (error);
  dates = list_dates (before, &horizon);
  rest = list_dates (after, &horizon);
  g_assert_cmpuint (dates->len, ==, position);
  g_array_append_vals (dates, rest->data, rest->len);

  expected = to_text (whole);
  actual = to_text (dates);
  if (!g_str_equal (expected, actual))
    g_test_message ("%s is split into %s and %s", rule, ff_meeting_get_rule (before),
                    ff_meeting_get_rule (after));
  g_assert_cmpstr (actual, ==, expected);
}

static void
test_split_keeps_dates (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < N_RULES; i++)
    {
      g_autofree char *rule = make_rule (random);
      const FfWallTime start = make_start (random);

      assert_split_keeps_dates (rule, &start, random);
    }
}

static void
test_split_keys (void)
{
  const FfWallTime start = wall ("2026-11-03T19:00");
  const FfWallTime at = wall ("2026-11-17T19:00");
  g_autoptr (FfMeeting) meeting = make_meeting ("FREQ=WEEKLY;COUNT=5", &start, "Europe/London");
  g_autoptr (FfMeeting) before = NULL, after = NULL;
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-20/2027-01-04 Winter", NULL);
  g_autoptr (GError) error = NULL;

  ff_meeting_set_pauses (meeting, pauses);
  ff_meeting_set_sequence (meeting, 4);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Ring twice");
  ff_series_split (meeting, &at, &before, &after, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (ff_meeting_get_uid (before), ==, "kept");
  g_assert_cmpstr (ff_meeting_get_uid (after), !=, "kept");
  g_assert_cmpstr (ff_meeting_get_rule (before), ==, "FREQ=WEEKLY;COUNT=2");
  g_assert_cmpstr (ff_meeting_get_rule (after), ==, "FREQ=WEEKLY;COUNT=3");
  g_assert_cmpuint (ff_meeting_get_sequence (before), ==, 4);
  g_assert_cmpuint (ff_meeting_get_sequence (after), ==, 0);
  g_assert_cmpuint (ff_pauses_count (ff_meeting_get_pauses (before)), ==, 1);
  g_assert_cmpuint (ff_pauses_count (ff_meeting_get_pauses (after)), ==, 1);
  g_assert_cmpstr (ff_meeting_get_text (after, FF_MEETING_NOTES), ==, "Ring twice");
  g_assert_cmpstr (ff_meeting_get_rule (meeting), ==, "FREQ=WEEKLY;COUNT=5");
}

/* A listing goes on listing what goes on; a calendar file knows the meeting by the key that the first part keeps. */
static void
test_split_origin (void)
{
  const FfWallTime start = wall ("2026-11-03T19:00");
  const FfWallTime at = wall ("2026-11-17T19:00");
  g_autoptr (FfMeeting) listed = make_meeting ("FREQ=WEEKLY", &start, "Europe/London");
  g_autoptr (FfMeeting) from_file = make_meeting ("FREQ=WEEKLY", &start, "Europe/London");
  g_autoptr (FfMeeting) before = NULL, after = NULL, first = NULL, rest = NULL;

  ff_meeting_set_text (listed, FF_MEETING_SLUG, "tuesday");
  ff_meeting_set_text (listed, FF_MEETING_SOURCE, "meeting-guide:feed.json");
  g_assert_true (ff_series_split (listed, &at, &before, &after, NULL));
  g_assert_cmpstr (ff_meeting_get_text (before, FF_MEETING_SLUG), ==, "");
  g_assert_cmpstr (ff_meeting_get_text (before, FF_MEETING_SOURCE), ==, "");
  g_assert_cmpstr (ff_meeting_get_text (after, FF_MEETING_SLUG), ==, "tuesday");
  g_assert_cmpstr (ff_meeting_get_text (after, FF_MEETING_SOURCE), ==, "meeting-guide:feed.json");

  ff_meeting_set_text (from_file, FF_MEETING_SOURCE, "ics:group.ics");
  g_assert_true (ff_series_split (from_file, &at, &first, &rest, NULL));
  g_assert_cmpstr (ff_meeting_get_text (first, FF_MEETING_SOURCE), ==, "ics:group.ics");
  g_assert_cmpstr (ff_meeting_get_text (rest, FF_MEETING_SOURCE), ==, "");
}

static void
test_split_at_first (void)
{
  const FfWallTime start = wall ("2026-11-02T19:00");
  const FfWallTime first = wall ("2026-11-03T19:00");
  g_autoptr (FfMeeting) series = make_meeting ("FREQ=WEEKLY;BYDAY=TU", &start, "UTC");
  g_autoptr (FfMeeting) once = make_meeting (NULL, &start, "UTC");
  g_autoptr (FfMeeting) before = NULL, after = NULL, alone = NULL;

  g_assert_true (ff_series_split (series, &first, &before, &after, NULL));
  g_assert_null (before);
  g_assert_cmpstr (ff_meeting_get_uid (after), ==, "kept");
  g_assert_cmpstr (ff_meeting_get_rule (after), ==, "FREQ=WEEKLY;BYDAY=TU");

  g_assert_true (ff_series_split (once, &start, &before, &alone, NULL));
  g_assert_null (before);
  g_assert_null (ff_meeting_get_rule (alone));
}

static void
test_split_refused (void)
{
  const FfWallTime start = wall ("2026-11-03T19:00");
  const FfWallTime other = wall ("2026-11-18T19:00");
  const struct
  {
    const char *rule;
    const char *zone;
    int code;
  } cases[] = {
    { "FREQ=WEEKLY", "UTC", FF_MODEL_ERROR_TIME },
    { NULL, "UTC", FF_MODEL_ERROR_TIME },
    { "FREQ=WEEKLY", "Nowhere/Else", FF_MODEL_ERROR_ZONE },
    { "FREQ=OFTEN", "UTC", FF_MODEL_ERROR_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeeting) meeting = make_meeting (cases[i].rule, &start, cases[i].zone);
      g_autoptr (FfMeeting) before = NULL, after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (ff_series_split (meeting, &other, &before, &after, &error));
      g_assert_error (error, FF_MODEL_ERROR, cases[i].code);
      g_assert_null (before);
      g_assert_null (after);
    }
}

static void
test_move (void)
{
  const struct
  {
    const char *rule;
    const char *start;
    const char *from;
    const char *to;
    const char *moved_rule;
    const char *moved_start;
  } cases[] = {
    { NULL, "2026-11-03T19:00", "2026-11-03T19:00", "2026-11-05T18:00", NULL, "2026-11-05T18:00" },
    { "FREQ=WEEKLY", "2026-11-03T19:00", "2026-11-17T19:00", "2026-11-18T20:15", "FREQ=WEEKLY",
      "2026-11-04T20:15" },
    { "FREQ=WEEKLY;BYDAY=TU", "2026-11-03T19:00", "2026-11-17T19:00", "2026-11-16T19:00",
      "FREQ=WEEKLY;BYDAY=MO", "2026-11-02T19:00" },
    /* only the Mondays go; the hour is one for all */
    { "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-02T19:00", "2026-11-09T19:00", "2026-11-10T18:00",
      "FREQ=WEEKLY;BYDAY=TU,WE", "2026-11-03T18:00" },
    { "FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-02T19:00", "2026-11-09T19:00", "2026-11-12T19:00",
      "FREQ=WEEKLY;BYDAY=WE,TH", "2026-11-04T19:00" },
    /* the Monday of every second week, moved over the turn of the week */
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-11-02T19:00", "2026-11-16T19:00",
      "2026-11-15T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU;WKST=SU", "2026-11-01T19:00" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-03T19:00", "2026-11-17T19:00", "2026-11-24T19:00",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-10T19:00" },
    { "FREQ=DAILY;BYHOUR=9,18", "2026-11-03T09:00", "2026-11-05T18:00", "2026-11-05T19:00",
      "FREQ=DAILY;BYHOUR=9,19", "2026-11-03T09:00" },
    { "FREQ=DAILY;BYHOUR=9;BYMINUTE=0,30", "2026-11-03T09:00", "2026-11-05T09:30",
      "2026-11-05T09:45", "FREQ=DAILY;BYHOUR=9;BYMINUTE=0,45", "2026-11-03T09:00" },
    { "FREQ=DAILY;INTERVAL=3", "2026-11-03T09:00", "2026-11-06T09:00", "2026-11-07T09:00",
      "FREQ=DAILY;INTERVAL=3", "2026-11-04T09:00" },
    { "FREQ=MONTHLY;BYDAY=2TU", "2026-11-10T19:00", "2026-12-08T19:00", "2026-12-17T19:00",
      "FREQ=MONTHLY;BYDAY=3TH", "2026-11-19T19:00" },
    { "FREQ=MONTHLY;BYDAY=1TU,3TU", "2026-11-03T19:00", "2026-11-17T19:00", "2026-11-18T19:00",
      "FREQ=MONTHLY;BYDAY=1TU,3WE", "2026-11-03T19:00" },
    { "FREQ=MONTHLY;BYDAY=1TU", "2026-11-03T19:00", "2026-12-01T19:00", "2026-11-30T19:00",
      "FREQ=MONTHLY;BYDAY=-1MO", "2026-10-26T19:00" },
    { "FREQ=MONTHLY;BYDAY=5MO", "2026-11-30T19:00", "2027-03-29T19:00", "2027-03-30T19:00",
      "FREQ=MONTHLY;BYDAY=5TU", "2027-03-30T19:00" },
    { "FREQ=MONTHLY;BYDAY=-1TU", "2026-11-24T19:00", "2026-11-24T19:00", "2026-11-26T19:00",
      "FREQ=MONTHLY;BYDAY=-1TH", "2026-11-26T19:00" },
    { "FREQ=MONTHLY;BYDAY=-1TU", "2026-11-24T19:00", "2026-11-24T19:00", "2026-11-11T19:00",
      "FREQ=MONTHLY;BYDAY=2WE", "2026-11-11T19:00" },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "2026-11-10T19:00", "2026-11-10T19:00",
      "2026-11-11T19:00", "FREQ=MONTHLY;BYDAY=2WE", "2026-11-11T19:00" },
    { "FREQ=MONTHLY;BYDAY=TU", "2026-11-03T19:00", "2026-11-10T19:00", "2026-11-11T19:00",
      "FREQ=MONTHLY;BYDAY=WE", "2026-11-04T19:00" },
    { "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-11-01T19:00", "2026-11-15T19:00", "2026-11-20T19:00",
      "FREQ=MONTHLY;BYMONTHDAY=1,20", "2026-11-01T19:00" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30T19:00", "2026-12-31T19:00", "2026-12-30T19:00",
      "FREQ=MONTHLY;BYMONTHDAY=-2", "2026-11-29T19:00" },
    { "FREQ=MONTHLY", "2026-11-15T19:00", "2027-01-15T19:00", "2027-01-31T19:00", "FREQ=MONTHLY",
      "2026-12-31T19:00" },
    { "FREQ=MONTHLY;INTERVAL=2", "2026-11-30T19:00", "2027-01-30T19:00", "2027-02-01T19:00",
      "FREQ=MONTHLY;INTERVAL=2", "2026-12-01T19:00" },
    { "FREQ=YEARLY", "2026-11-30T19:00", "2027-11-30T19:00", "2027-12-02T19:00", "FREQ=YEARLY",
      "2026-12-02T19:00" },
    { "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26T19:00", "2026-11-26T19:00",
      "2026-12-01T19:00", "FREQ=YEARLY;BYMONTH=12;BYDAY=1TU", "2026-12-01T19:00" },
    { "FREQ=WEEKLY;COUNT=3", "2026-11-03T19:00", "2026-11-03T19:00", "2026-11-04T19:00",
      "FREQ=WEEKLY;COUNT=3", "2026-11-04T19:00" },
    /* as many dates as before: the last one is what it ends with */
    { "FREQ=WEEKLY;UNTIL=20261124", "2026-11-03T19:00", "2026-11-03T19:00", "2026-11-05T21:00",
      "FREQ=WEEKLY;UNTIL=20261126T210000", "2026-11-05T21:00" },
    { "FREQ=YEARLY;INTERVAL=7;UNTIL=20600101", "2026-11-03T19:00", "2026-11-03T19:00",
      "2026-11-05T19:00", "FREQ=YEARLY;INTERVAL=7;UNTIL=20541105T190000", "2026-11-05T19:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfWallTime start = wall (cases[i].start);
      const FfWallTime from = wall (cases[i].from);
      const FfWallTime to = wall (cases[i].to);
      g_autoptr (FfMeeting) meeting = make_meeting (cases[i].rule, &start, "America/Vancouver");
      g_autoptr (GError) error = NULL;
      g_autofree char *moved = NULL;

      ff_series_move (meeting, &from, &to, &error);
      g_assert_no_error (error);
      moved = ff_wall_time_to_string (ff_meeting_get_start (meeting));
      g_assert_cmpstr (ff_meeting_get_rule (meeting), ==, cases[i].moved_rule);
      g_assert_cmpstr (moved, ==, cases[i].moved_start);
    }
}

static void
test_move_refused (void)
{
  const struct
  {
    const char *rule;
    const char *zone;
    const char *from;
    const char *to;
    int code;
  } cases[] = {
    { "FREQ=WEEKLY", "UTC", "2026-11-04T19:00", "2026-11-05T19:00", FF_MODEL_ERROR_TIME },
    { "FREQ=WEEKLY", "Nowhere/Else", "2026-11-03T19:00", "2026-11-05T19:00", FF_MODEL_ERROR_ZONE },
    { "FREQ=OFTEN", "UTC", "2026-11-03T19:00", "2026-11-05T19:00", FF_MODEL_ERROR_RULE },
    { "FREQ=WEEKLY;BYDAY=TU,TH", "UTC", "2026-11-03T19:00", "2026-11-05T19:00",
      FF_MODEL_ERROR_RULE },
    { "FREQ=DAILY;BYHOUR=9,19", "UTC", "2026-11-03T19:00", "2026-11-03T09:00",
      FF_MODEL_ERROR_RULE },
    { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2", "UTC", "2026-11-03T19:00", "2026-11-04T19:00",
      FF_MODEL_ERROR_RULE },
    { "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=3", "UTC", "2026-11-03T19:00", "2026-11-04T19:00",
      FF_MODEL_ERROR_RULE },
    { "FREQ=DAILY;BYMONTHDAY=3", "UTC", "2026-11-03T19:00", "2026-11-04T19:00",
      FF_MODEL_ERROR_RULE },
    { "FREQ=YEARLY;BYDAY=44TU", "UTC", "2026-11-03T19:00", "2026-11-04T19:00",
      FF_MODEL_ERROR_RULE },
    { "FREQ=YEARLY;BYMONTHDAY=3", "UTC", "2026-11-03T19:00", "2026-11-04T19:00",
      FF_MODEL_ERROR_RULE },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA", "UTC", "2026-11-03T19:00", "2026-10-28T19:00",
      FF_MODEL_ERROR_RULE },
    /* a month that the rule leaves out */
    { "FREQ=MONTHLY;BYMONTH=11;BYMONTHDAY=3", "UTC", "2026-11-03T19:00", "2026-12-04T19:00",
      FF_MODEL_ERROR_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfWallTime start = wall ("2026-11-03T19:00");
      const FfWallTime from = wall (cases[i].from);
      const FfWallTime to = wall (cases[i].to);
      g_autoptr (FfMeeting) meeting = make_meeting (cases[i].rule, &start, cases[i].zone);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].rule);
      g_assert_false (ff_series_move (meeting, &from, &to, &error));
      g_assert_error (error, FF_MODEL_ERROR, cases[i].code);
      g_assert_cmpstr (ff_meeting_get_rule (meeting), ==, cases[i].rule);
      g_assert_cmpint (ff_wall_time_compare (ff_meeting_get_start (meeting), &start), ==, 0);
    }
}

/* Whatever rule: the date that was moved is where it was put, and there are about as many as before; but not
 * every month has a 30th. */
static void
test_move_any (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  const FfWallTime horizon = wall ("2027-06-01T00:00");
  guint n_moved = 0;

  for (guint i = 0; i < N_RULES; i++)
    {
      g_autofree char *rule = make_rule (random);
      const FfWallTime start = make_start (random);
      g_autoptr (FfMeeting) meeting = make_meeting (rule, &start, "America/Vancouver");
      g_autoptr (GArray) dates = list_dates (meeting, &horizon);
      g_autoptr (GArray) moved = NULL;
      FfWallTime from, to;
      gboolean is_there = FALSE;

      if (dates->len == 0)
        continue;
      from = g_array_index (dates, FfWallTime,
                            (guint) g_rand_int_range (random, 0, (int) dates->len));
      to = ff_wall_time_add_days (&from, g_rand_int_range (random, -8, 9));
      to.hour = (guint8) g_rand_int_range (random, 0, 24);
      if (!ff_series_move (meeting, &from, &to, NULL))
        continue;
      n_moved++;
      moved = list_dates (meeting, &horizon);
      for (guint j = 0; j < moved->len; j++)
        is_there |= ff_wall_time_compare (&g_array_index (moved, FfWallTime, j), &to) == 0;
      g_test_message ("%s became %s", rule, ff_meeting_get_rule (meeting));
      g_assert_true (is_there || ff_wall_time_compare (&to, &horizon) >= 0);
      g_assert_cmpuint (moved->len, <=, dates->len + dates->len / 5 + 3);
      if (strstr (rule, "BYMONTHDAY") == NULL)
        g_assert_cmpuint (dates->len, <=, moved->len + moved->len / 5 + 3);
    }
  g_assert_cmpuint (n_moved, >, N_RULES / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/split-keeps-dates", test_split_keeps_dates);
  g_test_add_func ("/series/split-keys", test_split_keys);
  g_test_add_func ("/series/split-origin", test_split_origin);
  g_test_add_func ("/series/split-at-first", test_split_at_first);
  g_test_add_func ("/series/split-refused", test_split_refused);
  g_test_add_func ("/series/move", test_move);
  g_test_add_func ("/series/move-refused", test_move_refused);
  g_test_add_func ("/series/move-any", test_move_any);

  return g_test_run ();
}
