/* test-week-layout.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which days a week and a month show, where dates fall on them, and the way from one to the next.
 */

#include <locale.h>

#include "ff-month-days.h"
#include "ff-week-days.h"
#include "ff-week-layout.h"

#define SUNDAY 7
#define MONDAY 1

static const FfWallTime monday = { 2026, 11, 23, 0, 0 };

/* One date of a meeting, as it is once. */
static FfOccurrence *
make_date (const char *uid, FfWallTime start, guint minutes, const char *zone)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new (uid);
  g_autoptr (GError) error = NULL;
  FfOccurrence *occurrence;

  ff_meeting_set_group (meeting, "g");
  ff_meeting_set_title (meeting, uid);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, minutes);
  ff_meeting_set_zone (meeting, zone);
  occurrence = ff_occurrence_new (meeting, &start, NULL, NULL, &error);
  g_assert_no_error (error);
  return occurrence;
}

static void
add (GPtrArray *dates, const char *uid, int day, int hour, int minute, guint minutes)
{
  g_ptr_array_add (dates, make_date (uid,
                                     (FfWallTime) { 2026, 11, (guint8) day, (guint8) hour,
                                                    (guint8) minute },
                                     minutes, "America/Vancouver"));
}

static GPtrArray *
make_dates (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
assert_day (FfWallTime found, int year, int month, int day)
{
  g_assert_cmpint (found.year, ==, year);
  g_assert_cmpint (found.month, ==, month);
  g_assert_cmpint (found.day, ==, day);
  g_assert_cmpint (found.hour * 60 + found.minute, ==, 0);
}

static void
test_first_days (void)
{
  const FfWallTime tuesday = { 2026, 11, 24, 18, 10 };
  const FfWallTime first_of_march = { 2026, 3, 1, 8, 0 };

  assert_day (ff_week_find_first (&tuesday, 7, MONDAY), 2026, 11, 23);
  assert_day (ff_week_find_first (&tuesday, 7, SUNDAY), 2026, 11, 22);
  assert_day (ff_week_find_first (&tuesday, 3, MONDAY), 2026, 11, 24);
  assert_day (ff_month_find_first (&tuesday, MONDAY), 2026, 10, 26);
  assert_day (ff_month_find_first (&tuesday, SUNDAY), 2026, 11, 1);
  assert_day (ff_month_find_first (&first_of_march, MONDAY), 2026, 2, 23);
  g_assert_cmpint (ff_week_count_days (&first_of_march, &tuesday), ==, 268);
}

static void
test_first_weekday (void)
{
  const char *before = setlocale (LC_ALL, NULL);
  g_autofree char *kept = g_strdup (before);

  g_assert_cmpint (ff_week_first_weekday (), ==, SUNDAY); /* of "C" */
  if (setlocale (LC_ALL, "fr_FR.UTF-8") != NULL || setlocale (LC_ALL, "de_DE.UTF-8") != NULL)
    g_assert_cmpint (ff_week_first_weekday (), ==, MONDAY);
  else
    g_test_message ("no locale here whose weeks begin on Monday");
  if (setlocale (LC_ALL, "fr_CA.UTF-8") != NULL)
    g_assert_cmpint (ff_week_first_weekday (), ==, SUNDAY);
  if (setlocale (LC_ALL, "ar_EG.UTF-8") != NULL)
    g_assert_cmpint (ff_week_first_weekday (), ==, 6);
  setlocale (LC_ALL, kept);
}

static void
test_months (void)
{
  const FfWallTime end_of_january = { 2027, 1, 31, 0, 0 };

  assert_day (ff_month_shift (&end_of_january, 1), 2027, 2, 28);
  assert_day (ff_month_shift (&end_of_january, 13), 2028, 2, 29);
  assert_day (ff_month_shift (&end_of_january, -1), 2026, 12, 31);
}

static void
assert_title (FfWallTime first, guint n_days, const char *expected)
{
  g_autofree char *title = ff_week_format (&first, n_days);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_titles (void)
{
  g_autofree char *month = ff_month_format (&monday);

  assert_title (monday, 7, "23–29 November 2026");
  assert_title ((FfWallTime) { 2026, 11, 30, 0, 0 }, 7, "30 November – 6 December 2026");
  assert_title ((FfWallTime) { 2026, 12, 28, 0, 0 }, 7, "28 December 2026 – 3 January 2027");
  assert_title (monday, 1, "Monday 23 November 2026");
  g_assert_cmpstr (month, ==, "November 2026");
}

static void
assert_span (GArray *spans, guint number, const char *uid, guint day, guint from, guint until)
{
  const FfWeekSpan *span = &g_array_index (spans, FfWeekSpan, number);

  g_assert_cmpuint (number, <, spans->len);
  g_assert_cmpstr (ff_meeting_get_uid (ff_occurrence_get_meeting (span->occurrence)), ==, uid);
  g_assert_cmpuint (span->day, ==, day);
  g_assert_cmpuint (span->from, ==, from);
  g_assert_cmpuint (span->until, ==, until);
}

static void
test_spans (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (GArray) spans = NULL;

  add (dates, "late", 24, 23, 0, 120);
  add (dates, "before", 22, 23, 30, 60);
  add (dates, "after", 30, 0, 0, 60);
  add (dates, "noon", 29, 12, 0, 45);
  add (dates, "last", 29, 23, 30, 90);
  add (dates, "all-day", 26, 0, 0, 1440);
  spans = ff_week_spans_find (dates, &monday, 7, NULL);
  g_assert_cmpuint (spans->len, ==, 6);
  assert_span (spans, 0, "before", 0, 0, 30);
  assert_span (spans, 1, "late", 1, 23 * 60, 1440);
  assert_span (spans, 2, "late", 2, 0, 60);
  assert_span (spans, 3, "all-day", 3, 0, 1440);
  assert_span (spans, 4, "noon", 6, 720, 765);
  assert_span (spans, 5, "last", 6, 1410, 1440);
  g_assert_true (g_array_index (spans, FfWeekSpan, 0).continued);
  g_assert_false (g_array_index (spans, FfWeekSpan, 1).continued);
  g_assert_true (g_array_index (spans, FfWeekSpan, 2).continued);
}

/* The same dates in their own zone and in this computer's: another hour, and another day. */
static void
test_spans_in_zones (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Denver");
  g_autoptr (GArray) own = NULL;
  g_autoptr (GArray) mine = NULL;

  g_ptr_array_add (dates,
                   make_date ("london", (FfWallTime) { 2026, 11, 24, 19, 0 }, 60, "Europe/London"));
  g_ptr_array_add (dates, make_date ("sydney", (FfWallTime) { 2026, 11, 26, 9, 30 }, 60,
                                     "Australia/Sydney"));
  own = ff_week_spans_find (dates, &monday, 7, NULL);
  mine = ff_week_spans_find (dates, &monday, 7, zone);
  assert_span (own, 0, "london", 1, 19 * 60, 20 * 60);
  assert_span (own, 1, "sydney", 3, 570, 630);
  assert_span (mine, 0, "london", 1, 12 * 60, 13 * 60);
  assert_span (mine, 1, "sydney", 2, 930, 990);
}

static void
test_meeting_time (void)
{
  g_autoptr (FfOccurrence) sydney
      = make_date ("sydney", (FfWallTime) { 2026, 11, 26, 9, 30 }, 60, "Australia/Sydney");
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Denver");
  const FfWallTime shown = { 2026, 11, 25, 15, 15 };
  FfWallTime moved = ff_week_to_meeting_time (sydney, &shown, zone);
  g_autofree char *there = ff_wall_time_to_string (&moved);
  g_autofree char *here = NULL;

  g_assert_cmpstr (there, ==, "2026-11-26T09:15");
  moved = ff_week_to_meeting_time (sydney, &shown, NULL);
  here = ff_wall_time_to_string (&moved);
  g_assert_cmpstr (here, ==, "2026-11-25T15:15");
}

static void
test_snapping (void)
{
  g_assert_cmpuint (ff_week_snap (607.4), ==, 600);
  g_assert_cmpuint (ff_week_snap (607.5), ==, 615);
  g_assert_cmpuint (ff_week_snap (-40), ==, 0);
  g_assert_cmpuint (ff_week_snap (1439), ==, 1425);
}

static const FfWeekPlace *
get_place (FfWeekLayout *layout, guint number)
{
  g_assert_cmpuint (number, <, layout->places->len);
  return &g_array_index (layout->places, FfWeekPlace, number);
}

static void
assert_place (FfWeekLayout *layout,
              guint number,
              guint day,
              guint from,
              guint lane,
              guint n_lanes,
              guint count)
{
  const FfWeekPlace *place = get_place (layout, number);

  g_assert_cmpuint (place->day, ==, day);
  g_assert_cmpuint (place->from, ==, from);
  g_assert_cmpuint (place->lane, ==, lane);
  g_assert_cmpuint (place->n_lanes, ==, n_lanes);
  g_assert_cmpuint (place->count, ==, count);
}

static void
test_lanes (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (FfWeekLayout) layout = NULL;

  add (dates, "a", 24, 19, 0, 90);
  add (dates, "b", 24, 19, 30, 30);
  add (dates, "c", 24, 20, 0, 60); /* beside a, where b was */
  add (dates, "d", 24, 21, 0, 60); /* touches c, overlaps nothing */
  add (dates, "e", 25, 19, 0, 60);
  spans = ff_week_spans_find (dates, &monday, 7, NULL);
  layout = ff_week_layout_new (spans, 3);
  g_assert_cmpuint (layout->places->len, ==, 5);
  assert_place (layout, 0, 1, 1140, 0, 2, 1);
  assert_place (layout, 1, 1, 1170, 1, 2, 1);
  assert_place (layout, 2, 1, 1200, 1, 2, 1);
  assert_place (layout, 3, 1, 1260, 0, 1, 1);
  assert_place (layout, 4, 2, 1140, 0, 1, 1);
  g_assert_false (get_place (layout, 0)->crowded);
}

/* A quarter of an hour is as high as half an hour, so what follows at once stands beside it. */
static void
test_short_meetings (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (FfWeekLayout) layout = NULL;

  add (dates, "a", 24, 19, 0, 15);
  add (dates, "b", 24, 19, 15, 15);
  spans = ff_week_spans_find (dates, &monday, 7, NULL);
  layout = ff_week_layout_new (spans, 3);
  assert_place (layout, 0, 1, 1140, 0, 2, 1);
  assert_place (layout, 1, 1, 1155, 1, 2, 1);
}

static void
test_crowd (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (FfWeekLayout) layout = NULL;
  g_autoptr (FfWeekLayout) single = NULL;
  guint found = 0;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%02d", i);

      add (dates, uid, 24, 18 + i / 20, i % 2 * 30, 60);
    }
  spans = ff_week_spans_find (dates, &monday, 7, NULL);
  layout = ff_week_layout_new (spans, 3);
  for (guint i = 0; i < layout->places->len; i++)
    {
      const FfWeekPlace *place = get_place (layout, i);

      found += place->count;
      g_assert_true (place->crowded);
      g_assert_cmpuint (place->n_lanes, ==, 3);
      g_assert_cmpint (place->is_more, ==, place->lane == 2);
      if (place->is_more)
        g_assert_cmpuint (place->from % 60, ==, 0);
    }
  g_assert_cmpuint (found, ==, 40);
  g_assert_cmpuint (layout->order->len, ==, 40);
  /* Two hours of them keep the rest back. */
  g_assert_cmpuint (layout->places->len, <=, 8);
  single = ff_week_layout_new (spans, 1);
  g_assert_cmpuint (single->places->len, ==, 2);
  assert_place (single, 0, 1, 18 * 60, 0, 1, 20);
}

/* Whatever overlaps, no two places of a day are over each other, and every date has its place. */
static void
test_generated (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) dates = make_dates ();
      g_autoptr (GArray) spans = NULL;
      guint max_lanes = (guint) g_rand_int_range (random, 1, 6);
      g_autoptr (FfWeekLayout) layout = NULL;
      guint found = 0;

      for (int i = 0; i < 60; i++)
        add (dates, "m", g_rand_int_range (random, 23, 26), g_rand_int_range (random, 8, 23),
             g_rand_int_range (random, 0, 12) * 5, (guint) g_rand_int_range (random, 1, 200));
      spans = ff_week_spans_find (dates, &monday, 7, NULL);
      layout = ff_week_layout_new (spans, max_lanes);
      for (guint i = 0; i < layout->places->len; i++)
        {
          const FfWeekPlace *place = get_place (layout, i);

          found += place->count;
          g_assert_cmpuint (place->n_lanes, <=, max_lanes);
          g_assert_cmpuint (place->lane, <, place->n_lanes);
          for (guint j = 0; j < i; j++)
            {
              const FfWeekPlace *other = get_place (layout, j);

              g_assert_true (other->day != place->day || other->lane != place->lane
                             || other->until <= place->from || place->until <= other->from);
            }
        }
      g_assert_cmpuint (found, ==, spans->len);
    }
}

static void
assert_step (FfWeekLayout *layout,
             FfWeekDirection direction,
             FfWeekCursor *cursor,
             int place,
             guint day,
             guint minute)
{
  g_assert_true (ff_week_layout_step (layout, 7, direction, cursor));
  g_assert_cmpint (cursor->place, ==, place);
  g_assert_cmpuint (cursor->day, ==, day);
  g_assert_cmpuint (cursor->minute, ==, minute);
}

static void
test_steps (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (FfWeekLayout) layout = NULL;
  FfWeekCursor cursor;

  add (dates, "a", 23, 19, 0, 60);
  add (dates, "b", 24, 19, 0, 90);
  add (dates, "c", 24, 19, 15, 60);
  add (dates, "d", 24, 21, 30, 60);
  spans = ff_week_spans_find (dates, &monday, 7, NULL);
  layout = ff_week_layout_new (spans, 2);
  cursor = ff_week_layout_find_first (layout);
  g_assert_cmpint (cursor.place, ==, 0);
  assert_step (layout, FF_WEEK_UP, &cursor, -1, 0, 18 * 60);
  assert_step (layout, FF_WEEK_DOWN, &cursor, 0, 0, 19 * 60);
  assert_step (layout, FF_WEEK_LATER, &cursor, 1, 1, 19 * 60);
  assert_step (layout, FF_WEEK_LATER, &cursor, 2, 1, 19 * 60); /* beside it */
  assert_step (layout, FF_WEEK_DOWN, &cursor, 3, 1, 21 * 60 + 30);
  assert_step (layout, FF_WEEK_DOWN, &cursor, -1, 1, 23 * 60);
  assert_step (layout, FF_WEEK_DOWN, &cursor, -1, 1, 23 * 60); /* the day ends */
  assert_step (layout, FF_WEEK_FIRST, &cursor, 1, 1, 19 * 60);
  assert_step (layout, FF_WEEK_LAST, &cursor, 3, 1, 21 * 60 + 30);
  assert_step (layout, FF_WEEK_EARLIER, &cursor, -1, 0, 21 * 60 + 30);
  g_assert_false (ff_week_layout_step (layout, 7, FF_WEEK_EARLIER, &cursor));
  g_assert_cmpuint (cursor.day, ==, 0);
  cursor = (FfWeekCursor) { -1, 6, 600 };
  g_assert_false (ff_week_layout_step (layout, 7, FF_WEEK_LATER, &cursor));
}

/* Every meeting is come to from the top of its day with one key. */
static void
test_steps_reach_all (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (GArray) spans = NULL;
  g_autoptr (FfWeekLayout) layout = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  FfWeekCursor cursor;
  guint found = 0;

  for (int i = 0; i < 50; i++)
    add (dates, "m", 23, g_rand_int_range (random, 0, 24), g_rand_int_range (random, 0, 60), 45);
  spans = ff_week_spans_find (dates, &monday, 1, NULL);
  layout = ff_week_layout_new (spans, 3);
  cursor = ff_week_layout_find (layout, 0, 0);
  for (guint i = 0; i < 200; i++)
    {
      int before = cursor.place;

      found += cursor.place >= 0;
      ff_week_layout_step (layout, 1, FF_WEEK_DOWN, &cursor);
      if (cursor.place >= 0 && cursor.place == before)
        break;
    }
  g_assert_cmpuint (found, >=, layout->places->len);
}

static FfSchedule *
make_schedule (GPtrArray *dates)
{
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();

  g_ptr_array_add (groups, group);
  for (guint i = 0; i < dates->len; i++)
    g_ptr_array_add (meetings, ff_occurrence_get_meeting (g_ptr_array_index (dates, i)));
  return ff_schedule_new (groups, meetings, NULL, NULL);
}

static void
test_month_days (void)
{
  g_autoptr (GPtrArray) dates = make_dates ();
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfMonthDays) days = NULL;
  g_autoptr (GPtrArray) picked = NULL;
  const FfWallTime first = { 2026, 10, 26, 0, 0 };
  const FfWallTime tuesday = { 2026, 11, 24, 0, 0 };

  add (dates, "Second", 24, 20, 0, 60);
  add (dates, "First", 24, 19, 0, 60);
  for (int i = 0; i < 30; i++)
    add (dates, "Many", 25, 10, i, 60);
  g_ptr_array_add (dates, make_date ("too early", (FfWallTime) { 2026, 10, 25, 10, 0 }, 60, "UTC"));
  g_ptr_array_add (dates, make_date ("too late", (FfWallTime) { 2026, 12, 7, 10, 0 }, 60, "UTC"));
  schedule = make_schedule (dates);
  days = ff_month_days_find (schedule, dates, &first, NULL);
  g_assert_cmpuint (days->days[0].count, ==, 0);
  g_assert_cmpuint (days->days[29].count, ==, 2);
  g_assert_cmpstr (g_array_index (days->days[29].lines, FfMonthLine, 0).text, ==, "19:00 First");
  g_assert_cmpstr (g_array_index (days->days[29].lines, FfMonthLine, 1).text, ==, "20:00 Second");
  g_assert_cmpuint (days->days[30].count, ==, 30);
  g_assert_cmpuint (days->days[30].lines->len, ==, FF_MONTH_LINES);
  g_assert_cmpuint (days->days[41].count, ==, 0);
  picked = ff_month_days_pick (dates, &tuesday, NULL);
  g_assert_cmpuint (picked->len, ==, 2);
  g_assert_true (g_ptr_array_index (picked, 0) == g_ptr_array_index (dates, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/week/first-days", test_first_days);
  g_test_add_func ("/week/first-weekday", test_first_weekday);
  g_test_add_func ("/week/months", test_months);
  g_test_add_func ("/week/titles", test_titles);
  g_test_add_func ("/week/spans", test_spans);
  g_test_add_func ("/week/spans-in-zones", test_spans_in_zones);
  g_test_add_func ("/week/meeting-time", test_meeting_time);
  g_test_add_func ("/week/snapping", test_snapping);
  g_test_add_func ("/week/lanes", test_lanes);
  g_test_add_func ("/week/short-meetings", test_short_meetings);
  g_test_add_func ("/week/crowd", test_crowd);
  g_test_add_func ("/week/generated", test_generated);
  g_test_add_func ("/week/steps", test_steps);
  g_test_add_func ("/week/steps-reach-all", test_steps_reach_all);
  g_test_add_func ("/month/days", test_month_days);

  return g_test_run ();
}
