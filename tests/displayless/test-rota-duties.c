/* test-rota-duties.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What other duties of theirs speak against somebody having a place: at one time, too short a way between two, and their limits.
 */

#include "ff-test-rota.h"

/* Tuesdays at six; 13 and 20 October 2026 among them. */
#define DATE "2026-10-13T18:00"
#define NEXT "2026-10-20T18:00"
static void
test_overlap (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_add_group (test, "delta", "Delta");
  ff_test_rota_add_role (test, FF_ROLE_UID_GREETER);
  ff_test_rota_add_meeting (test, "delta", "other", "2026-06-02T19:29");
  ff_roster_take_need (test->roster, ff_need_new ("ladner", NULL, FF_ROLE_UID_GREETER, 1, FALSE));
  ff_roster_take_need (test->roster, ff_need_new ("delta", NULL, FF_ROLE_UID_HOST, 1, TRUE));
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_GREETER, FF_ROLE_UID_HOST, NULL });
  ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_ASKED);
  ff_test_rota_lay_out (test, NULL);

  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
  ff_test_rota_assert (test, "other", "2026-10-13T19:29", volunteer, FF_HINDRANCE_OVERLAP);
  ff_test_rota_assert (test, "other", "2026-10-20T19:29", volunteer, 0);
  ff_test_rota_assert_words (test, "other", "2026-10-13T19:29", volunteer,
                             "Has another duty at that time: Tuesday 18:00 Ladner, host.");
  g_assert_cmphex (ff_rota_find_hindrances (test->rota,
                                            ff_test_rota_slot_of (test, "tuesday", DATE,
                                                                  FF_ROLE_UID_GREETER),
                                            volunteer),
                   ==, FF_HINDRANCE_OVERLAP);

  /* The places of the other group alone: the duty counts all the same. */
  ff_test_rota_lay_out (test, "delta");
  ff_test_rota_assert (test, "other", "2026-10-13T19:29", volunteer, FF_HINDRANCE_OVERLAP);
  ff_test_rota_assert_words (test, "other", "2026-10-13T19:29", volunteer,
                             "Has another duty at that time: Tuesday 18:00 Ladner.");
}

/* At the same moment by two clocks: each is read beside the other’s. */
static void
test_overlap_abroad (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  FfMeeting *meeting;

  ff_test_rota_add_group (test, "delta", "Delta");
  ff_roster_take_need (test->roster, ff_need_new ("delta", NULL, FF_ROLE_UID_HOST, 1, TRUE));
  meeting = ff_test_rota_add_meeting (test, "delta", "other", "2026-06-03T03:00");
  ff_meeting_set_zone (meeting, "Europe/Berlin");
  ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_ASKED);
  ff_test_rota_give (test, "Ann", "other", "2026-10-21T03:00", FF_DUTY_ASKED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert_words (
      test, "other", "2026-10-14T03:00", volunteer,
      "Has another duty at that time: Tuesday 18:00 Los Angeles time Ladner, host.");
  ff_test_rota_assert_words (
      test, "tuesday", NEXT, volunteer,
      "Has another duty at that time: Wednesday 03:00 Berlin time Delta, host.");

  /* Where the duty is at no place of this rota. */
  ff_test_rota_lay_out (test, "delta");
  ff_test_rota_assert_words (
      test, "other", "2026-10-14T03:00", volunteer,
      "Has another duty at that time: Tuesday 18:00 Los Angeles time Ladner.");
}

/* The duty is at six, for an hour and a half; the other at @start. */
static FfTestRota *
set_up_travel (const char *start)
{
  FfTestRota *test = ff_test_rota_new_tuesdays (13);

  ff_test_rota_add_meeting (test, "ladner", "other", start);
  ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_CONFIRMED);
  return test;
}

static void
set_address (FfMeeting *meeting, const char *address)
{
  g_autoptr (FfVenue) venue = ff_venue_copy (ff_meeting_get_venue (meeting));

  ff_venue_set_text (venue, FF_VENUE_ADDRESS, address);
  ff_meeting_set_venue (meeting, venue);
}

/* Half an hour where nobody knows the way. */
static void
test_travel_unknown (void)
{
  g_autoptr (FfTestRota) test = set_up_travel ("2026-06-02T19:59");
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "other", "2026-10-13T19:59", volunteer, FF_HINDRANCE_TRAVEL);
  ff_test_rota_assert_words (test, "other", "2026-10-13T19:59", volunteer,
                             "Too little time between this and Tuesday 18:00 Ladner, host.");

  set_address (g_ptr_array_index (test->meetings, 0), "1 Main Street");
  set_address (g_ptr_array_index (test->meetings, 1), "1 MAIN STREET");
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "other", "2026-10-13T19:59", volunteer, 0);
}

/* Ten minutes and two for each of 11.1 km: 32.2 minutes. */
static void
test_travel_known (void)
{
  const struct
  {
    const char *start;
    FfHindrances expected;
  } cases[] = { { "T20:02", FF_HINDRANCE_TRAVEL }, { "T20:03", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = g_strconcat ("2026-06-02", cases[i].start, NULL);
      g_autofree char *date = g_strconcat ("2026-10-13", cases[i].start, NULL);
      g_autoptr (FfTestRota) test = set_up_travel (first);
      FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

      ff_test_rota_move (g_ptr_array_index (test->meetings, 0), FF_MODE_IN_PERSON, 49.0, -123.0);
      ff_test_rota_move (g_ptr_array_index (test->meetings, 1), FF_MODE_IN_PERSON, 49.1, -123.0);
      ff_test_rota_lay_out (test, NULL);
      ff_test_rota_assert (test, "other", date, volunteer, cases[i].expected);
      ff_test_rota_move (g_ptr_array_index (test->meetings, 1), FF_MODE_IN_PERSON, 49.001, -123.0);
      ff_test_rota_lay_out (test, NULL);
      ff_test_rota_assert (test, "other", date, volunteer, 0);
    }
}

static void
test_travel_online (void)
{
  g_autoptr (FfTestRota) test = set_up_travel ("2026-06-02T19:44");
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  FfMeeting *first = g_ptr_array_index (test->meetings, 0);
  FfMeeting *second = g_ptr_array_index (test->meetings, 1);

  /* A quarter of an hour from a room to a screen. */
  ff_test_rota_move (second, FF_MODE_ONLINE, 49.1, -123.0);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "other", "2026-10-13T19:44", volunteer, FF_HINDRANCE_TRAVEL);

  ff_test_rota_move (first, FF_MODE_PHONE, 49.1, -123.0);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "other", "2026-10-13T19:44", volunteer, 0);

  /* In both: in the room, unless somebody is online only. */
  ff_test_rota_move (first, FF_MODE_HYBRID, 49.1, -123.0);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "other", "2026-10-13T19:44", volunteer, FF_HINDRANCE_TRAVEL);
  ff_volunteer_set_online_only (volunteer, TRUE);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "other", "2026-10-13T19:44", volunteer, 0);
}

/* Three hundred kilometres take more than ten hours, and longer than from morning to evening of one day; the next day is another matter. */
static void
test_travel_of_a_day (void)
{
  g_autoptr (FfTestRota) test = set_up_travel ("2026-06-02T08:00");
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_add_meeting (test, "ladner", "wednesday", "2026-06-03T00:30");
  ff_test_rota_move (g_ptr_array_index (test->meetings, 0), FF_MODE_IN_PERSON, 49.0, -123.0);
  ff_test_rota_move (g_ptr_array_index (test->meetings, 1), FF_MODE_IN_PERSON, 51.7, -123.0);
  ff_test_rota_move (g_ptr_array_index (test->meetings, 2), FF_MODE_IN_PERSON, 51.7, -123.0);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "other", "2026-10-13T08:00", volunteer, FF_HINDRANCE_TRAVEL);
  ff_test_rota_assert (test, "wednesday", "2026-10-14T00:30", volunteer, 0);
}

/* The stretch begins on a Wednesday: the Monday before it is of the same week. */
static void
test_week_cap (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-14T00:00", 4);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_add_meeting (test, "ladner", "monday", "2026-06-01T18:00");
  ff_test_rota_add_meeting (test, "ladner", "thursday", "2026-06-04T18:00");
  ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, 1);
  ff_test_rota_give (test, "Ann", "monday", "2026-10-12T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "thursday", "2026-10-15T18:00", volunteer, FF_HINDRANCE_WEEK);
  ff_test_rota_assert (test, "monday", "2026-10-19T18:00", volunteer, 0);
  ff_test_rota_assert_words (test, "thursday", "2026-10-15T18:00", volunteer,
                             "Takes on 1 duty a week, and has it already.");

  ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, 2);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "thursday", "2026-10-15T18:00", volunteer, 0);
}

/* One that was cancelled does not count. */
static void
test_cap_of_cancelled (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-14T00:00", 4);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  const FfWallTime date = ff_test_rota_wall ("2026-10-12T18:00");
  FfOverride *override = ff_override_new ("monday", &date);

  ff_override_set_cancelled (override, TRUE);
  g_ptr_array_add (test->overrides, override);
  ff_test_rota_add_meeting (test, "ladner", "monday", "2026-06-01T18:00");
  ff_test_rota_add_meeting (test, "ladner", "thursday", "2026-06-04T18:00");
  ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, 1);
  ff_test_rota_give (test, "Ann", "monday", "2026-10-12T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "thursday", "2026-10-15T18:00", volunteer, 0);
}

static void
test_month_cap (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_volunteer_set_cap (volunteer, FF_CAP_MONTH, 2);
  ff_test_rota_give (test, "Ann", "tuesday", "2026-10-06T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_PROPOSED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
  ff_test_rota_assert (test, "tuesday", NEXT, volunteer, FF_HINDRANCE_MONTH);
  ff_test_rota_assert (test, "tuesday", "2026-11-03T18:00", volunteer, 0);
  ff_test_rota_assert_words (test, "tuesday", NEXT, volunteer,
                             "Takes on 2 duties a month, and has them already.");
}

/* The last week before the stretch, the first in it, and the third: the second would make four in a row. */
static void
test_in_row (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_volunteer_set_cap (volunteer, FF_CAP_IN_ROW, 3);
  ff_test_rota_add_meeting (test, "ladner", "friday", "2026-06-05T18:00");
  ff_test_rota_give (test, "Ann", "tuesday", "2026-10-06T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ann", "tuesday", "2026-10-27T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", NEXT, volunteer, FF_HINDRANCE_IN_ROW);
  /* A second duty in a week that has one makes no row longer. */
  ff_test_rota_assert (test, "friday", "2026-10-16T18:00", volunteer, 0);
  ff_test_rota_assert (test, "friday", "2026-11-06T18:00", volunteer, 0);
  ff_test_rota_assert_words (test, "tuesday", NEXT, volunteer,
                             "Serves in no more than 3 weeks in a row.");
}

/* It is too long already, and nothing makes it longer. */
static void
test_in_row_already (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_volunteer_set_cap (volunteer, FF_CAP_IN_ROW, 1);
  ff_test_rota_add_meeting (test, "ladner", "friday", "2026-06-05T18:00");
  ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ann", "tuesday", NEXT, FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "friday", "2026-10-16T18:00", volunteer, 0);
  ff_test_rota_assert (test, "friday", "2026-10-30T18:00", volunteer, FF_HINDRANCE_IN_ROW);
}

/* A new year: week 53 of 2026 and week 1 of 2027 follow each other. */
static void
test_in_row_over_new_year (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-12-21T00:00", 4);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_add_meeting (test, "ladner", "tuesday", "2026-06-02T18:00");
  ff_volunteer_set_cap (volunteer, FF_CAP_IN_ROW, 2);
  ff_test_rota_give (test, "Ann", "tuesday", "2026-12-22T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ann", "tuesday", "2026-12-29T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", "2027-01-05T18:00", volunteer, FF_HINDRANCE_IN_ROW);
  ff_test_rota_assert (test, "tuesday", "2027-01-12T18:00", volunteer, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rota/duties/overlap", test_overlap);
  g_test_add_func ("/rota/duties/overlap-abroad", test_overlap_abroad);
  g_test_add_func ("/rota/duties/travel-unknown", test_travel_unknown);
  g_test_add_func ("/rota/duties/travel-known", test_travel_known);
  g_test_add_func ("/rota/duties/travel-online", test_travel_online);
  g_test_add_func ("/rota/duties/travel-of-a-day", test_travel_of_a_day);
  g_test_add_func ("/rota/duties/week-cap", test_week_cap);
  g_test_add_func ("/rota/duties/cap-of-cancelled", test_cap_of_cancelled);
  g_test_add_func ("/rota/duties/month-cap", test_month_cap);
  g_test_add_func ("/rota/duties/in-row", test_in_row);
  g_test_add_func ("/rota/duties/in-row-already", test_in_row_already);
  g_test_add_func ("/rota/duties/in-row-over-new-year", test_in_row_over_new_year);

  return g_test_run ();
}
