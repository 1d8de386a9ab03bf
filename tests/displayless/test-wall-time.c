/* test-wall-time.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wall times, time zones, and what happens to an hour that the clocks skip or repeat.
 */

#include <string.h>

#include "ff-model-error.h"
#include "ff-wall-time.h"

static FfWallTime
wall (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfWallTime time = { 0 };

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static void
assert_text (const FfWallTime *time, const char *expected)
{
  g_autofree char *text = ff_wall_time_to_string (time);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  const char *const good[]
      = { "2026-11-24T19:00", "1900-01-01T00:00", "2200-12-31T23:59", "2024-02-29T12:30" };
  const char *const bad[] = { "",
                              "2026-11-24",
                              "2026-11-24 19:00",
                              "2026-11-24T19:00Z",
                              "2026-11-24T19:00:00",
                              "2026-11-24T24:00",
                              "2026-11-24T19:60",
                              "2026-02-29T10:00",
                              "1900-02-29T10:00",
                              "2026-13-01T10:00",
                              "2026-00-01T10:00",
                              "2026-01-00T10:00",
                              "1899-12-31T23:59",
                              "2201-01-01T00:00",
                              "+026-11-24T19:00",
                              "2026-11-24T-1:00",
                              "２０２６-11-24T19:00" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      const FfWallTime time = wall (good[i]);

      assert_text (&time, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      FfWallTime time = { 1, 2, 3, 4, 5 };

      g_assert_false (ff_wall_time_parse (bad[i], &time, &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME);
      g_assert_nonnull (strstr (error->message, "2026-11-24T19:00"));
      g_assert_cmpint (time.year, ==, 1);
    }
}

static void
test_compare (void)
{
  const char *const sorted[] = { "2025-12-31T23:59", "2026-01-01T00:00", "2026-01-01T00:01",
                                 "2026-01-01T01:00", "2026-01-02T00:00", "2026-02-01T00:00" };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
        {
          const FfWallTime a = wall (sorted[i]), b = wall (sorted[j]);

          g_assert_cmpint (CLAMP (ff_wall_time_compare (&a, &b), -1, 1), ==, (i > j) - (i < j));
        }
    }
}

static void
test_days (void)
{
  const struct
  {
    const char *time;
    int days;
    const char *result;
    int weekday;
  } cases[] = {
    { "2026-11-24T19:00", 0, "2026-11-24T19:00", 2 },
    { "2026-11-24T19:00", 7, "2026-12-01T19:00", 2 },
    { "2026-12-31T19:00", 1, "2027-01-01T19:00", 5 },
    { "2024-02-28T19:00", 1, "2024-02-29T19:00", 4 },
    { "2024-03-01T19:00", -1, "2024-02-29T19:00", 4 },
    { "2026-11-22T19:00", 0, "2026-11-22T19:00", 7 },
    { "2026-11-23T19:00", 0, "2026-11-23T19:00", 1 },
    { "2200-12-31T19:00", 1, "2200-12-31T19:00", 3 },
    { "2026-01-01T19:00", G_MAXINT, "2200-12-31T19:00", 3 },
    { "2026-01-01T19:00", G_MININT, "1900-01-01T19:00", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfWallTime time = wall (cases[i].time);
      const FfWallTime moved = ff_wall_time_add_days (&time, cases[i].days);

      assert_text (&moved, cases[i].result);
      g_assert_cmpint (ff_wall_time_get_weekday (&moved), ==, cases[i].weekday);
    }
}

/* What RFC 5545 says about hours that are skipped or repeated, in the zones that are odd. */
static const struct
{
  const char *zone;
  const char *wall;
  const char *instant;
} instants[] = {
  /* an hour skipped, and the minutes around it */
  { "America/Vancouver", "2026-03-08T01:59", "2026-03-08T01:59:00-08" },
  { "America/Vancouver", "2026-03-08T02:00", "2026-03-08T03:00:00-07" },
  { "America/Vancouver", "2026-03-08T02:30", "2026-03-08T03:30:00-07" },
  { "America/Vancouver", "2026-03-08T03:00", "2026-03-08T03:00:00-07" },
  { "Europe/London", "2026-03-29T01:30", "2026-03-29T02:30:00+01" },
  { "Australia/Sydney", "2026-10-04T02:30", "2026-10-04T03:30:00+11" },
  /* half an hour */
  { "Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-04T01:59:00+10:30" },
  { "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45:00+11" },
  { "Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-04T02:30:00+11" },
  /* at midnight, so that a day begins at one */
  { "America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T01:00:00-02" },
  { "America/Sao_Paulo", "2018-11-04T00:30", "2018-11-04T01:30:00-02" },
  /* winter time is the exception there, in the month of fasting */
  { "Africa/Casablanca", "2026-03-22T02:30", "2026-03-22T03:30:00+01" },
  { "Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T02:30:00+01" },
  { "Africa/Casablanca", "2026-02-20T19:00", "2026-02-20T19:00:00Z" },
  /* not daylight saving: a day that was skipped, an offset that changed for good */
  { "Pacific/Apia", "2011-12-30T19:00", "2011-12-31T19:00:00+14" },
  { "Asia/Pyongyang", "2018-05-04T23:45", "2018-05-05T00:15:00+09" },
  /* an hour repeated means the first */
  { "America/Vancouver", "2025-11-02T00:59", "2025-11-02T00:59:00-07" },
  { "America/Vancouver", "2025-11-02T01:00", "2025-11-02T01:00:00-07" },
  { "America/Vancouver", "2025-11-02T01:30", "2025-11-02T01:30:00-07" },
  { "America/Vancouver", "2025-11-02T02:00", "2025-11-02T02:00:00-08" },
  { "Europe/London", "2026-10-25T01:30", "2026-10-25T01:30:00+01" },
  { "Europe/London", "2026-10-25T02:00", "2026-10-25T02:00:00Z" },
  { "Australia/Sydney", "2026-04-05T02:30", "2026-04-05T02:30:00+11" },
  { "Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45:00+11" },
  { "America/Sao_Paulo", "2019-02-16T23:30", "2019-02-16T23:30:00-02" },
  { "Asia/Pyongyang", "2015-08-14T23:45", "2015-08-14T23:45:00+09" },
  /* far ahead of the tables */
  { "America/New_York", "2060-01-15T19:00", "2060-01-15T19:00:00-05" },
  { "America/New_York", "2060-07-15T19:00", "2060-07-15T19:00:00-04" },
  { "America/New_York", "2060-03-14T02:30", "2060-03-14T03:30:00-04" },
  { "Europe/London", "2150-07-15T19:00", "2150-07-15T19:00:00+01" },
  { "Asia/Kolkata", "2026-06-01T19:00", "2026-06-01T19:00:00+05:30" },
  { "Pacific/Kiritimati", "2026-06-01T19:00", "2026-06-01T19:00:00+14" },
  { "UTC", "2026-06-01T19:00", "2026-06-01T19:00:00Z" },
};

static void
test_instants (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GTimeZone) zone = ff_time_zone_find (instants[i].zone, &error);
      g_autoptr (GDateTime) instant = NULL;
      g_autofree char *text = NULL;
      const FfWallTime time = wall (instants[i].wall);

      g_assert_no_error (error);
      instant = ff_wall_time_to_instant (&time, zone);
      text = g_date_time_format_iso8601 (instant);
      g_test_message ("%s %s", instants[i].zone, instants[i].wall);
      g_assert_cmpstr (text, ==, instants[i].instant);
    }
}

/* Wherever the clocks neither skip nor repeat, going to the instant and back changes nothing, and
 * later on the wall is never earlier in time by more than what is repeated. */
static void
test_round_trip (void)
{
  const char *const zones[] = { "America/Vancouver", "Europe/London",    "Australia/Lord_Howe",
                                "Africa/Casablanca", "America/St_Johns", "Asia/Tehran" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = ff_time_zone_find (zones[i], NULL);
      FfWallTime day = wall ("2019-01-01T12:00");

      for (int n = 0; n < 3650; n++)
        {
          g_autoptr (GDateTime) instant = ff_wall_time_to_instant (&day, zone);
          const FfWallTime back = ff_wall_time_from_date_time (instant);

          g_assert_cmpint (ff_wall_time_compare (&day, &back), ==, 0);
          day = ff_wall_time_add_days (&day, 1);
        }
    }
}

static void
test_zones (void)
{
  const char *const bad[]
      = { "",       "Nowhere/Land", "PST8PDT7,nonsense",      "ABC5",
          "+05:00", "/etc/passwd",  "../../../etc/localtime", "Europe/../Europe/London",
          "Europe", "zone.tab",     "Europe/London\n" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ff_time_zone_find (bad[i], &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_ZONE);
      g_assert_nonnull (strstr (error->message, "America/Vancouver"));
    }
}

static void
test_zone_list (void)
{
  g_auto (GStrv) list = ff_time_zone_list ();

  g_assert_cmpuint (g_strv_length (list), >, 300);
  g_assert_true (g_strv_contains ((const char *const *) list, "UTC"));
  g_assert_true (g_strv_contains ((const char *const *) list, "America/Vancouver"));
  g_assert_true (g_strv_contains ((const char *const *) list, "Australia/Lord_Howe"));
  for (gsize i = 0; list[i] != NULL; i++)
    {
      g_autoptr (GTimeZone) zone = ff_time_zone_find (list[i], NULL);

      g_assert_nonnull (zone);
      if (i > 0)
        g_assert_cmpint (strcmp (list[i - 1], list[i]), <, 0);
    }
}

static void
test_local_zone (void)
{
  const char *const zones[][2] = { { "Europe/London", "Europe/London" },
                                   { ":America/Vancouver", "America/Vancouver" },
                                   { "Nowhere/Land", "UTC" },
                                   { "Etc/UTC", "Etc/UTC" } };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *local = NULL;

      g_setenv ("TZ", zones[i][0], TRUE);
      local = ff_time_zone_get_local ();
      g_assert_cmpstr (local, ==, zones[i][1]);
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wall-time/parse", test_parse);
  g_test_add_func ("/wall-time/compare", test_compare);
  g_test_add_func ("/wall-time/days", test_days);
  g_test_add_func ("/wall-time/instants", test_instants);
  g_test_add_func ("/wall-time/round-trip", test_round_trip);
  g_test_add_func ("/time-zone/unknown", test_zones);
  g_test_add_func ("/time-zone/list", test_zone_list);
  g_test_add_func ("/time-zone/local", test_local_zone);

  return g_test_run ();
}
