/* test-occurrence.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a meeting: in its zone, across the change of the clocks, and with what differs on them.
 */

#include "ff-model-error.h"
#include "ff-occurrence.h"

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
make_meeting (const char *rule, const char *start, const char *zone)
{
  FfMeeting *meeting = ff_meeting_new ("meeting");
  const FfWallTime first = wall (start);

  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_zone (meeting, zone);
  ff_meeting_set_place (meeting, "Library");
  ff_meeting_set_link (meeting, "https://example.org/room");
  return meeting;
}

static FfOverride *
add_override (GPtrArray *overrides, const char *meeting, const char *rule_time, const char *start)
{
  const FfWallTime time = wall (rule_time);
  FfOverride *override = ff_override_new (meeting, &time);

  if (start != NULL)
    {
      const FfWallTime moved = wall (start);

      ff_override_set_start (override, &moved);
    }
  g_ptr_array_add (overrides, override);
  return override;
}

static GPtrArray *
list (FfMeeting *meeting, GPtrArray *overrides, const char *from, const char *until)
{
  g_autoptr (GDateTime) begin = g_date_time_new_from_iso8601 (from, NULL);
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (until, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *occurrences;

  g_assert_nonnull (begin);
  g_assert_nonnull (end);
  occurrences = ff_meeting_list_occurrences (meeting, overrides, NULL, begin, end, &error);
  g_assert_no_error (error);
  return occurrences;
}

static void
assert_starts (GPtrArray *occurrences, const char *const *starts)
{
  for (guint i = 0; i < occurrences->len; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      g_autofree char *start = g_date_time_format_iso8601 (ff_occurrence_get_start (occurrence));

      g_assert_cmpstr (start, ==, starts[i]);
    }
  g_assert_cmpuint (occurrences->len, ==, g_strv_length ((GStrv) starts));
}

/* The hour on the wall stays when the clocks change. */
static void
test_across_the_change (void)
{
  const char *const starts[] = { "2026-10-27T19:00:00-07", "2026-11-03T19:00:00-08", NULL };
  const char *const moved[] = { "2026-03-08T03:30:00-07", NULL };
  const char *const skipped[]
      = { "2026-03-07T02:30:00-08", "2026-03-08T03:30:00-07", "2026-03-09T02:30:00-07", NULL };
  g_autoptr (FfMeeting) meeting
      = make_meeting ("FREQ=WEEKLY", "2026-01-06T19:00", "America/Los_Angeles");
  g_autoptr (FfMeeting) daily
      = make_meeting ("FREQ=DAILY", "2026-01-06T02:30", "America/Vancouver");
  g_autoptr (GPtrArray) week = NULL;
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GPtrArray) late = NULL;

  week = list (meeting, NULL, "2026-10-27T00:00:00-07", "2026-11-09T00:00:00-08");
  assert_starts (week, starts);

  days = list (daily, NULL, "2026-03-07T00:00:00-08", "2026-03-10T00:00:00-07");
  assert_starts (days, skipped);

  /* by the rule it is before the stretch begins, on the clock it is in it */
  late = list (daily, NULL, "2026-03-08T03:15:00-07", "2026-03-09T00:00:00-07");
  assert_starts (late, moved);
}

/* From is included, until is not, to the instant and in whatever zone they are given. */
static void
test_bounds (void)
{
  g_autoptr (FfMeeting) meeting = make_meeting ("FREQ=DAILY", "2026-06-01T19:00", "Asia/Tokyo");
  const char *const one[] = { "2026-06-10T19:00:00+09", NULL };
  const char *const none[] = { NULL };
  g_autoptr (GPtrArray) a = list (meeting, NULL, "2026-06-10T10:00:00Z", "2026-06-11T10:00:00Z");
  g_autoptr (GPtrArray) b = list (meeting, NULL, "2026-06-10T10:00:01Z", "2026-06-11T10:00:00Z");
  g_autoptr (GPtrArray) c = list (meeting, NULL, "1890-01-01T00:00:00Z", "1899-01-01T00:00:00Z");
  g_autoptr (GPtrArray) d = list (meeting, NULL, "2300-01-01T00:00:00Z", "2400-01-01T00:00:00Z");

  assert_starts (a, one);
  assert_starts (b, none);
  assert_starts (c, none);
  assert_starts (d, none);
}

static void
test_end (void)
{
  g_autoptr (FfMeeting) meeting = make_meeting (NULL, "2025-11-02T00:30", "America/Vancouver");
  const FfWallTime start = wall ("2025-11-02T00:30");
  g_autoptr (FfOccurrence) occurrence = NULL;
  g_autofree char *end = NULL;

  /* 90 minutes, though the hour is repeated meanwhile */
  occurrence = ff_occurrence_new (meeting, &start, NULL, NULL, NULL);
  end = g_date_time_format_iso8601 (ff_occurrence_get_end (occurrence));
  g_assert_cmpstr (end, ==, "2025-11-02T01:00:00-08");
}

static void
test_overrides (void)
{
  g_autoptr (FfMeeting) meeting
      = make_meeting ("FREQ=WEEKLY", "2026-11-03T19:00", "America/Los_Angeles");
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const starts[] = { "2026-11-09T18:00:00-08", "2026-11-17T19:00:00-08",
                                 "2026-11-22T15:00:00-08", "2026-11-24T19:00:00-08", NULL };
  g_autoptr (GPtrArray) occurrences = NULL;
  FfOverride *override;
  FfOccurrence *occurrence;
  FfWallTime key;

  /* earlier by a day, with another place and a note */
  override = add_override (overrides, "meeting", "2026-11-10T19:00", "2026-11-09T18:00");
  ff_override_set_place (override, "Park");
  ff_override_set_note (override, "Bring a coat");
  /* off */
  ff_override_set_cancelled (add_override (overrides, "meeting", "2026-11-17T19:00", NULL), TRUE);
  /* into the stretch from far outside, and out of it */
  add_override (overrides, "meeting", "2027-01-19T19:00", "2026-11-22T15:00");
  add_override (overrides, "meeting", "2026-11-03T19:00", "2027-02-01T19:00");
  /* not this meeting's; of a date that the rule does not give */
  add_override (overrides, "another", "2026-11-24T19:00", "2026-11-25T19:00");
  add_override (overrides, "meeting", "2026-12-30T19:00", "2026-11-23T19:00");

  occurrences = list (meeting, overrides, "2026-11-01T00:00:00-07", "2026-11-30T00:00:00-08");
  assert_starts (occurrences, starts);

  occurrence = g_ptr_array_index (occurrences, 0);
  g_assert_true (ff_occurrence_get_moved (occurrence));
  g_assert_false (ff_occurrence_get_cancelled (occurrence));
  g_assert_cmpstr (ff_occurrence_get_place (occurrence), ==, "Park");
  g_assert_cmpstr (ff_occurrence_get_link (occurrence), ==, "https://example.org/room");
  g_assert_cmpstr (ff_occurrence_get_note (occurrence), ==, "Bring a coat");
  key = wall ("2026-11-10T19:00");
  g_assert_cmpint (ff_wall_time_compare (ff_occurrence_get_rule_time (occurrence), &key), ==, 0);

  occurrence = g_ptr_array_index (occurrences, 1);
  g_assert_false (ff_occurrence_get_moved (occurrence));
  g_assert_true (ff_occurrence_get_cancelled (occurrence));
  g_assert_cmpstr (ff_occurrence_get_place (occurrence), ==, "Library");
  g_assert_cmpstr (ff_occurrence_get_note (occurrence), ==, "");
}

/* What the views bind to says the same as the functions. */
static void
test_properties (void)
{
  g_autoptr (FfMeeting) meeting = make_meeting (NULL, "2026-11-24T19:00", "Europe/London");
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (g_object_unref);
  FfOverride *override
      = add_override (overrides, "meeting", "2026-11-24T19:00", "2026-11-24T20:00");
  const FfWallTime time = wall ("2026-11-24T19:00");
  g_autoptr (FfOccurrence) occurrence = ff_occurrence_new (meeting, &time, override, NULL, NULL);
  g_autoptr (FfMeeting) its_meeting = NULL;
  g_autoptr (FfWallTime) rule_time = NULL;
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;
  g_autofree char *place = NULL, *link = NULL, *note = NULL;
  gboolean cancelled, moved;

  g_object_get (occurrence, "meeting", &its_meeting, "rule-time", &rule_time, "start", &start,
                "end", &end, "place", &place, "link", &link, "note", &note, "cancelled", &cancelled,
                "moved", &moved, NULL);
  g_assert_true (its_meeting == meeting);
  g_assert_cmpint (ff_wall_time_compare (rule_time, &time), ==, 0);
  g_assert_true (g_date_time_equal (start, ff_occurrence_get_start (occurrence)));
  g_assert_cmpint (g_date_time_difference (end, start), ==, 90 * G_TIME_SPAN_MINUTE);
  g_assert_cmpstr (place, ==, "Library");
  g_assert_cmpstr (link, ==, "https://example.org/room");
  g_assert_cmpstr (note, ==, "");
  g_assert_false (cancelled);
  g_assert_true (moved);
}

static void
test_order (void)
{
  g_autoptr (FfMeeting) a = make_meeting (NULL, "2026-11-24T19:00", "Europe/London");
  g_autoptr (FfMeeting) b = make_meeting (NULL, "2026-11-24T13:00", "America/New_York");
  const FfWallTime at_a = wall ("2026-11-24T19:00"), at_b = wall ("2026-11-24T13:00");
  g_autoptr (FfOccurrence) first = ff_occurrence_new (b, &at_b, NULL, NULL, NULL);  /* 18:00 UTC */
  g_autoptr (FfOccurrence) second = ff_occurrence_new (a, &at_a, NULL, NULL, NULL); /* 19:00 UTC */

  g_assert_cmpint (ff_occurrence_compare (first, second), <, 0);
  g_assert_cmpint (ff_occurrence_compare (second, first), >, 0);
  g_assert_cmpint (ff_occurrence_compare (first, first), ==, 0);
}

static void
test_errors (void)
{
  const struct
  {
    const char *rule;
    const char *zone;
    int code;
  } cases[] = { { "FREQ=WEEKLY", "Nowhere/Land", FF_MODEL_ERROR_ZONE },
                { "FREQ=HOURLY", "UTC", FF_MODEL_ERROR_RULE } };
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2027, 1, 1, 0, 0, 0);
  g_autoptr (FfMeeting) unset = ff_meeting_new (NULL);
  g_autoptr (GError) unset_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeeting) meeting
          = make_meeting (cases[i].rule, "2026-01-01T19:00", cases[i].zone);
      g_autoptr (GError) error = NULL;

      g_assert_null (ff_meeting_list_occurrences (meeting, NULL, NULL, from, until, &error));
      g_assert_error (error, FF_MODEL_ERROR, cases[i].code);
    }

  g_assert_null (ff_meeting_list_occurrences (unset, NULL, NULL, from, until, &unset_error));
  g_assert_error (unset_error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME);
}

/* 500 ten-year-old series, five weeks ahead, as a coordinator's agenda asks for. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 begun;
  guint dates = 0;

  for (int i = 0; i < 500; i++)
    g_ptr_array_add (meetings,
                     make_meeting (i % 10 == 0  ? "FREQ=MONTHLY;BYDAY=1TU"
                                   : i % 3 == 0 ? "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=1000"
                                                : "FREQ=WEEKLY;BYDAY=TU",
                                   "2016-11-01T19:00", "America/Vancouver"));

  begun = g_get_monotonic_time ();
  for (guint i = 0; i < meetings->len; i++)
    {
      g_autoptr (GPtrArray) occurrences = list (g_ptr_array_index (meetings, i), NULL,
                                                "2026-11-22T00:00:00-08", "2026-12-27T00:00:00-08");

      dates += occurrences->len;
    }
  g_test_message ("%u dates in %" G_GINT64_FORMAT " µs", dates, g_get_monotonic_time () - begun);
  g_assert_cmpuint (dates, >, 1500);
  /* a few milliseconds, but a test machine may be busy or watch every access */
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_TIME_SPAN_SECOND / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/occurrence/across-the-change", test_across_the_change);
  g_test_add_func ("/occurrence/bounds", test_bounds);
  g_test_add_func ("/occurrence/end", test_end);
  g_test_add_func ("/occurrence/overrides", test_overrides);
  g_test_add_func ("/occurrence/properties", test_properties);
  g_test_add_func ("/occurrence/order", test_order);
  g_test_add_func ("/occurrence/errors", test_errors);
  g_test_add_func ("/occurrence/many", test_many);

  return g_test_run ();
}
