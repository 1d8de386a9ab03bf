/* test-upcoming.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which date is next, which just ended, and the words for when it is.
 */

#include "ff-upcoming.h"
#include "ff-when.h"

static FfOccurrence *
make_date (const char *uid, FfWallTime start, gboolean cancelled, const char *zone)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new (uid);
  g_autoptr (FfOverride) override = ff_override_new (uid, &start);
  g_autoptr (GError) error = NULL;
  FfOccurrence *date;

  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_zone (meeting, zone);
  ff_override_set_cancelled (override, cancelled);
  date = ff_occurrence_new (meeting, &start, override, NULL, &error);
  g_assert_no_error (error);
  return date;
}

static void
append (GListStore *dates, const char *uid, int day, int hour, gboolean cancelled)
{
  g_autoptr (FfOccurrence) date
      = make_date (uid, (FfWallTime) { 2026, 11, (guint8) day, (guint8) hour, 0 }, cancelled,
                   "America/Vancouver");

  g_list_store_append (dates, date);
}

static void
assert_next (GListStore *dates, int day, int hour, int minute, const char *expected)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, day, hour, minute, 0);
  g_autoptr (FfOccurrence) next = ff_upcoming_find_next (G_LIST_MODEL (dates), now);

  g_assert_cmpstr (next != NULL ? ff_meeting_get_uid (ff_occurrence_get_meeting (next)) : NULL, ==,
                   expected);
}

static void
test_next_stays_until_it_ends (void)
{
  g_autoptr (GListStore) dates = g_list_store_new (FF_TYPE_OCCURRENCE);

  append (dates, "a", 24, 19, FALSE);
  append (dates, "b", 26, 19, FALSE);
  assert_next (dates, 24, 9, 0, "a");
  assert_next (dates, 24, 19, 0, "a");
  assert_next (dates, 24, 20, 29, "a");
  assert_next (dates, 24, 20, 30, "b");
  assert_next (dates, 26, 20, 30, NULL);
}

static void
test_cancelled_counts_on_its_day_only (void)
{
  g_autoptr (GListStore) dates = g_list_store_new (FF_TYPE_OCCURRENCE);

  append (dates, "cancelled", 24, 19, TRUE);
  append (dates, "b", 26, 19, FALSE);
  assert_next (dates, 23, 9, 0, "b");
  assert_next (dates, 24, 9, 0, "cancelled");
  assert_next (dates, 24, 20, 31, "b");
}

static void
test_another_meeting_that_day_wins_over_a_cancelled_one (void)
{
  g_autoptr (GListStore) dates = g_list_store_new (FF_TYPE_OCCURRENCE);

  append (dates, "cancelled", 24, 12, TRUE);
  append (dates, "evening", 24, 19, FALSE);
  append (dates, "b", 26, 19, FALSE);
  assert_next (dates, 24, 9, 0, "evening");
}

static guint
count_ended (GListStore *dates, int day, int hour, int minute, guint limit)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, day, hour, minute, 0);
  g_autoptr (GPtrArray) ended = ff_upcoming_list_just_ended (G_LIST_MODEL (dates), now, limit);

  return ended->len;
}

static void
test_just_ended (void)
{
  g_autoptr (GListStore) dates = g_list_store_new (FF_TYPE_OCCURRENCE);

  append (dates, "noon", 24, 12, FALSE);
  append (dates, "cancelled", 24, 18, TRUE);
  append (dates, "evening", 24, 19, FALSE);
  g_assert_cmpuint (count_ended (dates, 24, 13, 29, 3), ==, 0);
  g_assert_cmpuint (count_ended (dates, 24, 13, 30, 3), ==, 1);
  g_assert_cmpuint (count_ended (dates, 24, 19, 30, 3), ==, 0);
  g_assert_cmpuint (count_ended (dates, 24, 23, 59, 3), ==, 1);
  g_assert_cmpuint (count_ended (dates, 25, 2, 30, 3), ==, 0);
  append (dates, "too", 24, 19, FALSE);
  g_assert_cmpuint (count_ended (dates, 24, 21, 0, 3), ==, 2);
  g_assert_cmpuint (count_ended (dates, 24, 21, 0, 1), ==, 1);
}

static void
assert_words (FfOccurrence *date,
              int day,
              int hour,
              int minute,
              const char *when,
              const char *distance)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, day, hour, minute, 0);
  g_autofree char *when_text = ff_when_describe (date, now);
  g_autofree char *distance_text = ff_when_distance (date, now);

  g_assert_cmpstr (when_text, ==, when);
  g_assert_cmpstr (distance_text, ==, distance);
}

static void
test_words (void)
{
  g_autoptr (FfOccurrence) date
      = make_date ("a", (FfWallTime) { 2026, 11, 24, 19, 0 }, FALSE, "America/Vancouver");

  assert_words (date, 24, 18, 10, "Tonight at 19:00", "in 50 minutes");
  assert_words (date, 24, 18, 59, "Tonight at 19:00", "in 1 minute");
  assert_words (date, 24, 15, 0, "Tonight at 19:00", "in 4 hours");
  assert_words (date, 23, 9, 0, "Tomorrow at 19:00", "in 1 day");
  assert_words (date, 23, 23, 0, "Tomorrow at 19:00", "in 20 hours");
  assert_words (date, 24, 19, 0, "Now, since 19:00", "until 20:30");
  assert_words (date, 24, 20, 29, "Now, since 19:00", "until 20:30");
}

static void
test_weeks (void)
{
  const struct
  {
    int month, day;
    const char *words;
  } cases[] = {
    { 11, 23, "This week" },
    { 11, 29, "This week" },
    { 11, 30, "Next week" },
    { 11, 22, "Last week" },
    { 12, 8, "7 – 13 December" },
    { 11, 2, "2 – 8 November" },
    { 10, 27, "26 October – 1 November" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 24, 12, 0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) time
          = g_date_time_new_local (2026, cases[i].month, cases[i].day, 19, 0, 0);
      g_autofree char *words = ff_when_week (time, now);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_other_zone (void)
{
  g_autoptr (FfOccurrence) here
      = make_date ("a", (FfWallTime) { 2026, 7, 7, 19, 0 }, FALSE, "America/Los_Angeles");
  g_autoptr (FfOccurrence) toronto
      = make_date ("b", (FfWallTime) { 2026, 11, 24, 22, 0 }, FALSE, "America/Toronto");
  g_autoptr (FfOccurrence) london
      = make_date ("c", (FfWallTime) { 2026, 11, 25, 3, 0 }, FALSE, "Europe/London");
  g_autofree char *none = ff_when_zone (here);
  g_autofree char *east = ff_when_zone (toronto);
  g_autofree char *tomorrow = ff_when_zone (london);

  g_assert_null (none);
  g_assert_cmpstr (east, ==, "22:00 Toronto time");
  g_assert_cmpstr (tomorrow, ==, "Wednesday 03:00 London time");
}

static void
test_label (void)
{
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfOccurrence) date
      = make_date ("a", (FfWallTime) { 2026, 11, 24, 19, 0 }, TRUE, "America/Vancouver");
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (FfSchedule) schedule = NULL;
  g_autofree char *label = NULL;

  ff_group_set_name (group, "Harbour group");
  ff_group_set_open (group, TRUE);
  ff_meeting_set_group (ff_occurrence_get_meeting (date), "g");
  g_ptr_array_add (groups, group);
  schedule = ff_schedule_new (groups, none, NULL, NULL);
  label = ff_when_label (date, schedule, NULL);
  g_assert_cmpstr (label, ==,
                   "Tuesday 24 November, 19:00, Harbour group, Cancelled, 90 minutes, Open");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/upcoming/next-stays-until-it-ends", test_next_stays_until_it_ends);
  g_test_add_func ("/upcoming/cancelled-counts-on-its-day-only",
                   test_cancelled_counts_on_its_day_only);
  g_test_add_func ("/upcoming/another-meeting-that-day-wins",
                   test_another_meeting_that_day_wins_over_a_cancelled_one);
  g_test_add_func ("/upcoming/just-ended", test_just_ended);
  g_test_add_func ("/upcoming/words", test_words);
  g_test_add_func ("/upcoming/weeks", test_weeks);
  g_test_add_func ("/upcoming/other-zone", test_other_zone);
  g_test_add_func ("/upcoming/label", test_label);
  return g_test_run ();
}
