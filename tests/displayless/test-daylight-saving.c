/* test-daylight-saving.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A series over the days on which the clocks change, by the policy: an hour that is skipped moves forward by the gap, one that is
 * repeated means the first, and later dates keep the hour of the first one. The instants were worked out by hand.
 */

#include "ff-occurrence.h"

static const struct
{
  const char *zone;
  const char *start; /* a week before the change */
  const char *dates[3];
} series[] = {
  { "America/Vancouver",
    "2026-03-01T02:30",
    { "2026-03-01T02:30:00-08", "2026-03-08T03:30:00-07", "2026-03-15T02:30:00-07" } },
  { "America/Vancouver",
    "2025-10-26T01:30",
    { "2025-10-26T01:30:00-07", "2025-11-02T01:30:00-07", "2025-11-09T01:30:00-08" } },
  { "America/Vancouver",
    "2026-03-03T19:00",
    { "2026-03-03T19:00:00-08", "2026-03-10T19:00:00-07", "2026-03-17T19:00:00-07" } },
  { "Europe/London",
    "2026-03-22T01:30",
    { "2026-03-22T01:30:00Z", "2026-03-29T02:30:00+01", "2026-04-05T01:30:00+01" } },
  { "Europe/London",
    "2026-10-18T01:30",
    { "2026-10-18T01:30:00+01", "2026-10-25T01:30:00+01", "2026-11-01T01:30:00Z" } },
  { "Australia/Sydney",
    "2026-09-27T02:30",
    { "2026-09-27T02:30:00+10", "2026-10-04T03:30:00+11", "2026-10-11T02:30:00+11" } },
  { "Australia/Sydney",
    "2026-03-29T02:30",
    { "2026-03-29T02:30:00+11", "2026-04-05T02:30:00+11", "2026-04-12T02:30:00+10" } },
  /* at midnight, so that one day began at one and another had two last hours; the clocks have stood still since */
  { "America/Sao_Paulo",
    "2018-10-28T00:30",
    { "2018-10-28T00:30:00-03", "2018-11-04T01:30:00-02", "2018-11-11T00:30:00-02" } },
  { "America/Sao_Paulo",
    "2019-02-09T23:30",
    { "2019-02-09T23:30:00-02", "2019-02-16T23:30:00-02", "2019-02-23T23:30:00-03" } },
  { "America/Sao_Paulo",
    "2026-10-27T00:30",
    { "2026-10-27T00:30:00-03", "2026-11-03T00:30:00-03", "2026-11-10T00:30:00-03" } },
  /* half an hour */
  { "Australia/Lord_Howe",
    "2026-09-27T02:15",
    { "2026-09-27T02:15:00+10:30", "2026-10-04T02:45:00+11", "2026-10-11T02:15:00+11" } },
  { "Australia/Lord_Howe",
    "2026-03-29T01:45",
    { "2026-03-29T01:45:00+11", "2026-04-05T01:45:00+11", "2026-04-12T01:45:00+10:30" } },
  /* back for the month of fasting and forward after it */
  { "Africa/Casablanca",
    "2026-02-08T02:30",
    { "2026-02-08T02:30:00+01", "2026-02-15T02:30:00+01", "2026-02-22T02:30:00Z" } },
  { "Africa/Casablanca",
    "2026-03-15T02:30",
    { "2026-03-15T02:30:00Z", "2026-03-22T03:30:00+01", "2026-03-29T02:30:00+01" } },
  { "Africa/Casablanca",
    "2026-02-08T19:00",
    { "2026-02-08T19:00:00+01", "2026-02-15T19:00:00Z", "2026-02-22T19:00:00Z" } },
};

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
make_meeting (const char *zone, const char *start, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new ("meeting");
  const FfWallTime first = wall (start);

  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, zone);
  return meeting;
}

static GPtrArray *
list (FfMeeting *meeting, GDateTime *from, int days)
{
  g_autoptr (GDateTime) until = g_date_time_add_days (from, days);
  g_autoptr (GError) error = NULL;
  GPtrArray *dates = ff_meeting_list_occurrences (meeting, NULL, NULL, from, until, &error);

  g_assert_no_error (error);
  return dates;
}

static void
assert_start (FfOccurrence *date, const char *expected)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (expected, NULL);
  g_autofree char *start = g_date_time_format_iso8601 (ff_occurrence_get_start (date));

  g_assert_nonnull (instant);
  g_test_message ("%s is expected, %s it is", expected, start);
  g_assert_true (g_date_time_equal (ff_occurrence_get_start (date), instant));
  g_assert_cmpint (g_date_time_get_utc_offset (ff_occurrence_get_start (date)), ==,
                   g_date_time_get_utc_offset (instant));
}

static void
test_series (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (FfMeeting) meeting = make_meeting (series[i].zone, series[i].start, "FREQ=WEEKLY");
      g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (series[i].dates[0], NULL);
      g_autoptr (GPtrArray) dates = list (meeting, from, 20);

      g_test_message ("%s", series[i].zone);
      g_assert_cmpuint (dates->len, ==, 3);
      for (guint j = 0; j < dates->len; j++)
        assert_start (g_ptr_array_index (dates, j), series[i].dates[j]);
    }
}

/* A date of each day is found in the stretch that its own instant is in, and in no other. */
static void
test_edges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (FfMeeting) meeting = make_meeting (series[i].zone, series[i].start, "FREQ=WEEKLY");

      for (guint j = 0; j < G_N_ELEMENTS (series[i].dates); j++)
        {
          g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (series[i].dates[j], NULL);
          g_autoptr (GDateTime) before = g_date_time_add_days (start, -1);
          g_autoptr (GPtrArray) at = list (meeting, start, 1);
          g_autoptr (GPtrArray) until = list (meeting, before, 0);

          g_assert_cmpuint (at->len, ==, 1);
          g_assert_cmpuint (until->len, ==, 0);
        }
    }
}

/* Minutes are minutes, however the clocks go meanwhile. */
static void
test_minutes (void)
{
  g_autoptr (FfMeeting) meeting = make_meeting ("Europe/London", "2026-03-29T00:30", NULL);
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 3, 29, 0, 0, 0);
  g_autoptr (GPtrArray) dates = list (meeting, from, 1);
  g_autofree char *end = NULL;

  g_assert_cmpuint (dates->len, ==, 1);
  end = g_date_time_format_iso8601 (ff_occurrence_get_end (g_ptr_array_index (dates, 0)));
  g_assert_cmpstr (end, ==, "2026-03-29T03:00:00+01");
}

/* Two meetings in one day, of which one is skipped: they are still two, in their order. */
static void
test_twice_a_day (void)
{
  g_autoptr (FfMeeting) meeting
      = make_meeting ("Australia/Lord_Howe", "2026-10-03T02:15", "FREQ=DAILY;BYHOUR=2,14");
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 ("2026-10-04T00:00:00+10:30", NULL);
  g_autoptr (GPtrArray) dates = list (meeting, from, 1);

  g_assert_cmpuint (dates->len, ==, 2);
  assert_start (g_ptr_array_index (dates, 0), "2026-10-04T02:45:00+11");
  assert_start (g_ptr_array_index (dates, 1), "2026-10-04T14:15:00+11");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/daylight-saving/series", test_series);
  g_test_add_func ("/daylight-saving/edges", test_edges);
  g_test_add_func ("/daylight-saving/minutes", test_minutes);
  g_test_add_func ("/daylight-saving/twice-a-day", test_twice_a_day);

  return g_test_run ();
}
