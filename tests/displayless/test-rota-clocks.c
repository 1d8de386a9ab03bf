/* test-rota-clocks.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is free when the clocks change: here, at home, or in one of both alone. Los Angeles goes back on 1 November 2026 and forward on 14 March 2027,
 * Berlin on 25 October 2026 and 28 March 2027.
 */

#include "ff-test-rota.h"

typedef struct
{
  const char *date; /* Tuesday at six, in the meeting’s zone */
  FfHindrances expected;
} Case;

static void
assert_cases (FfTestRota *test, FfVolunteer *volunteer, const Case *cases, guint n)
{
  ff_test_rota_lay_out (test, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", cases[i].date);
      ff_test_rota_assert (test, "tuesday", cases[i].date, volunteer, cases[i].expected);
    }
}

/* Six in the evening there is three in the morning in Berlin, and two in the weeks in which only one of both has changed its clocks. */
static FfVolunteer *
add_berliner (FfTestRota *test)
{
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "Europe/Berlin");
  ff_test_rota_be_free (volunteer, 3, 3 * 60, 4 * 60 + 30, FF_WISH_FREE);
  return volunteer;
}

static void
test_autumn_abroad (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-12T00:00", 6);
  FfVolunteer *volunteer = add_berliner (test);
  const Case cases[] = {
    { "2026-10-20T18:00", 0 },
    { "2026-10-27T18:00", FF_HINDRANCE_HOURS },
    { "2026-11-03T18:00", 0 },
  };

  ff_test_rota_add_meeting (test, "ladner", "tuesday", "2026-06-02T18:00");
  assert_cases (test, volunteer, cases, G_N_ELEMENTS (cases));
  ff_test_rota_assert_words (test, "tuesday", "2026-10-27T18:00", volunteer,
                             "Not free on Wednesday from 02:00 to 03:30 Berlin time.");
}

static void
test_spring_abroad (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2027-03-01T00:00", 6);
  FfVolunteer *volunteer = add_berliner (test);
  const Case cases[] = {
    { "2027-03-09T18:00", 0 },
    { "2027-03-16T18:00", FF_HINDRANCE_HOURS },
    { "2027-03-23T18:00", FF_HINDRANCE_HOURS },
    { "2027-03-30T18:00", 0 },
  };

  ff_test_rota_add_meeting (test, "ladner", "tuesday", "2026-06-02T18:00");
  assert_cases (test, volunteer, cases, G_N_ELEMENTS (cases));
}

/* British Columbia may keep its summer time for good: what this computer's time zones say counts. */
static void
test_vancouver (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-12T00:00", 26);
  FfVolunteer *volunteer = add_berliner (test);
  FfMeeting *meeting = ff_test_rota_add_meeting (test, "ladner", "tuesday", "2026-06-02T18:00");
  const struct
  {
    const char *date;
    int offset; /* of Vancouver, in hours, at which it is three in Berlin */
  } cases[] = {
    { "2026-10-20T18:00", -7 }, { "2026-10-27T18:00", -8 }, { "2026-11-03T18:00", -8 },
    { "2027-03-09T18:00", -8 }, { "2027-03-16T18:00", -8 }, { "2027-03-30T18:00", -7 },
  };

  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_test_rota_lay_out (test, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfSlot *slot = ff_test_rota_slot (test, "tuesday", cases[i].date);
      GDateTime *start = ff_occurrence_get_start (ff_slot_get_occurrence (slot));
      const int offset = (int) (g_date_time_get_utc_offset (start) / G_TIME_SPAN_HOUR);

      g_test_message ("%s at %d", cases[i].date, offset);
      ff_test_rota_assert (test, "tuesday", cases[i].date, volunteer,
                           offset == cases[i].offset ? 0 : FF_HINDRANCE_HOURS);
    }
}

/* Half past one and an hour later, on the night in which the hour from two is skipped. */
static void
test_skipped_hour (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2027-03-08T00:00", 2);
  FfMeeting *meeting = ff_test_rota_add_meeting (test, "ladner", "night", "2026-06-07T01:30");
  FfVolunteer *until_three = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *until_four = ff_test_rota_add_volunteer (test, "Ben");

  ff_meeting_set_minutes (meeting, 60);
  ff_test_rota_be_free (until_three, 7, 60, 3 * 60, FF_WISH_FREE);
  ff_test_rota_be_free (until_four, 7, 60, 4 * 60, FF_WISH_FREE);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "night", "2027-03-14T01:30", until_three, FF_HINDRANCE_HOURS);
  ff_test_rota_assert (test, "night", "2027-03-14T01:30", until_four, 0);
  ff_test_rota_assert (test, "night", "2027-03-21T01:30", until_three, 0);
}

/* Half past midnight for two hours: it is half past one when it ends, for the second time. */
static void
test_repeated_hour (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-26T00:00", 2);
  FfMeeting *meeting = ff_test_rota_add_meeting (test, "ladner", "night", "2026-06-07T00:30");
  FfVolunteer *until_two = ff_test_rota_add_volunteer (test, "Ann");

  ff_meeting_set_minutes (meeting, 120);
  ff_test_rota_be_free (until_two, 7, 0, 2 * 60, FF_WISH_FREE);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "night", "2026-11-01T00:30", until_two, 0);
  ff_test_rota_assert (test, "night", "2026-11-08T00:30", until_two, FF_HINDRANCE_HOURS);
}

/* The day of an absence is the one at home. */
static void
test_absence_abroad (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-12T00:00", 2);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_add_meeting (test, "ladner", "tuesday", "2026-06-02T18:00");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "Europe/Berlin");
  ff_test_rota_be_away (volunteer, "2026-10-13", "2026-10-13");
  ff_test_rota_be_away (volunteer, "2026-10-21", "2026-10-21");
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", "2026-10-13T18:00", volunteer, 0);
  ff_test_rota_assert (test, "tuesday", "2026-10-20T18:00", volunteer, FF_HINDRANCE_AWAY);
}

/* Sunday at six is Monday in Berlin, and of the next week there. */
static void
test_week_abroad (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-12T00:00", 3);
  FfVolunteer *here = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *abroad = ff_test_rota_add_volunteer (test, "Ben");

  ff_test_rota_add_meeting (test, "ladner", "sunday", "2026-06-07T18:00");
  ff_test_rota_add_meeting (test, "ladner", "tuesday", "2026-06-02T18:00");
  ff_volunteer_set_text (abroad, FF_VOLUNTEER_ZONE, "Europe/Berlin");
  ff_volunteer_set_cap (here, FF_CAP_WEEK, 1);
  ff_volunteer_set_cap (abroad, FF_CAP_WEEK, 1);
  ff_test_rota_give (test, "Ann", "tuesday", "2026-10-13T18:00", FF_DUTY_ASKED);
  ff_test_rota_give (test, "Ben", "tuesday", "2026-10-20T18:00", FF_DUTY_ASKED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "sunday", "2026-10-18T18:00", here, FF_HINDRANCE_WEEK);
  ff_test_rota_assert (test, "sunday", "2026-10-18T18:00", abroad, FF_HINDRANCE_WEEK);
  ff_test_rota_assert (test, "sunday", "2026-10-25T18:00", here, 0);
  ff_test_rota_assert (test, "sunday", "2026-10-25T18:00", abroad, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rota/clocks/autumn-abroad", test_autumn_abroad);
  g_test_add_func ("/rota/clocks/spring-abroad", test_spring_abroad);
  g_test_add_func ("/rota/clocks/vancouver", test_vancouver);
  g_test_add_func ("/rota/clocks/skipped-hour", test_skipped_hour);
  g_test_add_func ("/rota/clocks/repeated-hour", test_repeated_hour);
  g_test_add_func ("/rota/clocks/absence-abroad", test_absence_abroad);
  g_test_add_func ("/rota/clocks/week-abroad", test_week_abroad);

  return g_test_run ();
}
