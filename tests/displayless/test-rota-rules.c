/* test-rota-rules.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of themselves speaks against somebody having a place: a case for each reason, and one beside it where it does not.
 */

#include "ff-test-rota.h"

/* Tuesdays at six; 13 and 20 October 2026 among them. */
#define DATE "2026-10-13T18:00"
#define NEXT "2026-10-20T18:00"

static void
test_serving (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer, "");

  ff_volunteer_set_serving (volunteer, FF_SERVING_IN_TRAINING);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);

  ff_volunteer_set_serving (volunteer, FF_SERVING_RESTING);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, FF_HINDRANCE_SERVING);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer, "Is resting for now.");

  ff_volunteer_set_serving (volunteer, FF_SERVING_INTERESTED);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer, "Does not serve yet.");
}

static void
test_role (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_GREETER, NULL });
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, FF_HINDRANCE_ROLE);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer, "Does not take this role.");
}

static void
test_programme_language_group (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_group_set_programme (test->group, "own");
  ff_group_set_language (test->group, "fr-CA");
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_PROGRAMMES,
                        (const char *const[]) { "another", NULL });
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_LANGUAGES, (const char *const[]) { "en-CA", NULL });
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_GROUPS, (const char *const[]) { "delta", NULL });
  ff_volunteer_set_only_groups (volunteer, TRUE);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer,
                       FF_HINDRANCE_PROGRAMME | FF_HINDRANCE_LANGUAGE | FF_HINDRANCE_GROUP);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer,
                             "Serves in other programmes.\n"
                             "Does not speak the language of the group.\n"
                             "Serves other groups only.");

  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_PROGRAMMES,
                        (const char *const[]) { "another", "own", NULL });
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_LANGUAGES,
                        (const char *const[]) { "en-CA", "FR", NULL });
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_GROUPS,
                        (const char *const[]) { "delta", "ladner", NULL });
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
}

/* A training that lapses in the middle of the quarter, one done late, one never done. */
static void
test_training (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *lapsing = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *late = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *never = ff_test_rota_add_volunteer (test, "Cleo");

  ff_test_rota_require (test, test->host, "course", "Host training");
  ff_test_rota_train (lapsing, "course", "2025-11-10", "2026-11-10");
  ff_test_rota_train (late, "course", "2026-11-17", NULL);
  ff_test_rota_lay_out (test, NULL);

  ff_test_rota_assert (test, "tuesday", "2026-11-10T18:00", lapsing, 0);
  ff_test_rota_assert (test, "tuesday", "2026-11-17T18:00", lapsing, FF_HINDRANCE_LAPSED);
  ff_test_rota_assert_words (test, "tuesday", "2026-11-17T18:00", lapsing,
                             "Host training holds until 10 November 2026 only.");
  ff_test_rota_assert (test, "tuesday", "2026-11-10T18:00", late, FF_HINDRANCE_LAPSED);
  ff_test_rota_assert_words (test, "tuesday", "2026-11-10T18:00", late,
                             "Host training is not done before 17 November 2026.");
  ff_test_rota_assert (test, "tuesday", "2026-11-17T18:00", late, 0);
  ff_test_rota_assert (test, "tuesday", "2026-11-17T18:00", never, FF_HINDRANCE_UNTRAINED);
  ff_test_rota_assert_words (test, "tuesday", "2026-11-17T18:00", never,
                             "Host training was never done.");
}

/* The day is the one on the meeting’s wall: at half past eleven it is the next day further east already. */
static void
test_training_by_the_meetings_day (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-12T00:00", 2);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  ff_test_rota_add_meeting (test, "ladner", "late", "2026-06-02T23:30");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "Europe/Berlin");
  ff_test_rota_require (test, test->host, "course", "Host training");
  ff_test_rota_train (volunteer, "course", "2025-10-13", "2026-10-13");
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "late", "2026-10-13T23:30", volunteer, 0);
  ff_test_rota_assert (test, "late", "2026-10-20T23:30", volunteer, FF_HINDRANCE_LAPSED);
}

static void
test_away (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *one_day = ff_test_rota_add_volunteer (test, "Ben");

  ff_test_rota_be_away (volunteer, "2026-10-14", "2026-10-20");
  ff_test_rota_be_away (one_day, "2026-10-20", "2026-10-20");
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
  ff_test_rota_assert (test, "tuesday", NEXT, volunteer, FF_HINDRANCE_AWAY);
  ff_test_rota_assert_words (test, "tuesday", NEXT, volunteer,
                             "Away from 14 October 2026 to 20 October 2026.");
  ff_test_rota_assert_words (test, "tuesday", NEXT, one_day, "Away on 20 October 2026.");
  ff_test_rota_assert (test, "tuesday", "2026-10-27T18:00", volunteer, 0);
}

/* One that ends at midnight sharp does not touch the next day; one a minute later does. */
static void
test_away_at_midnight (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfMeeting *sharp = ff_test_rota_add_meeting (test, "ladner", "sharp", "2026-06-03T22:30");
  FfMeeting *beyond = ff_test_rota_add_meeting (test, "ladner", "beyond", "2026-06-03T22:31");
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");

  g_assert_cmpuint (ff_meeting_get_minutes (sharp), ==, ff_meeting_get_minutes (beyond));
  ff_test_rota_be_away (volunteer, "2026-10-15", "2026-10-15");
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "sharp", "2026-10-14T22:30", volunteer, 0);
  ff_test_rota_assert (test, "beyond", "2026-10-14T22:31", volunteer, FF_HINDRANCE_AWAY);
}

static void
test_hours (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *whole = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *joined = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *early = ff_test_rota_add_volunteer (test, "Cleo");
  FfVolunteer *other_day = ff_test_rota_add_volunteer (test, "Dan");

  ff_test_rota_be_free (whole, 2, 18 * 60, 19 * 60 + 30, FF_WISH_FREE);
  ff_test_rota_be_free (joined, 2, 17 * 60, 19 * 60, FF_WISH_FREE);
  ff_test_rota_be_free (joined, 2, 19 * 60, 22 * 60, FF_WISH_RATHER_NOT);
  ff_test_rota_be_free (early, 2, 17 * 60, 19 * 60 + 29, FF_WISH_FREE);
  ff_test_rota_be_free (other_day, 3, 0, 1440, FF_WISH_FREE);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, whole, 0);
  ff_test_rota_assert (test, "tuesday", DATE, joined, 0);
  ff_test_rota_assert (test, "tuesday", DATE, early, FF_HINDRANCE_HOURS);
  ff_test_rota_assert (test, "tuesday", DATE, other_day, FF_HINDRANCE_HOURS);
  ff_test_rota_assert_words (test, "tuesday", DATE, early,
                             "Not free on Tuesday from 18:00 to 19:30.");
}

/* A window of Sunday night holds for a date that goes on, or begins, on Monday. */
static void
test_hours_past_midnight (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *night = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *evening = ff_test_rota_add_volunteer (test, "Ben");

  ff_test_rota_add_meeting (test, "ladner", "sunday", "2026-06-07T23:00");
  ff_test_rota_add_meeting (test, "ladner", "monday", "2026-06-08T00:30");
  ff_test_rota_be_free (night, 7, 22 * 60, 26 * 60, FF_WISH_FREE);
  ff_test_rota_be_free (evening, 7, 22 * 60, 24 * 60, FF_WISH_FREE);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "sunday", "2026-10-18T23:00", night, 0);
  ff_test_rota_assert (test, "monday", "2026-10-19T00:30", night, 0);
  ff_test_rota_assert (test, "sunday", "2026-10-18T23:00", evening, FF_HINDRANCE_HOURS);
}

static void
test_online_only (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  FfMeeting *meeting = g_ptr_array_index (test->meetings, 0);
  const FfMode fine[] = { FF_MODE_ONLINE, FF_MODE_PHONE, FF_MODE_HYBRID };

  ff_volunteer_set_online_only (volunteer, TRUE);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, FF_HINDRANCE_ONLINE_ONLY);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer, "Serves online only.");
  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      ff_test_rota_move (meeting, fine[i], 49.0, -123.0);
      ff_test_rota_lay_out (test, NULL);
      ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
    }
}

/* A tenth of a degree north is 11.1 km. */
static void
test_too_far (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  FfMeeting *meeting = g_ptr_array_index (test->meetings, 0);

  ff_test_rota_move (meeting, FF_MODE_IN_PERSON, 49.1, -123.0);
  ff_volunteer_set_reach (volunteer, 11);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);

  ff_volunteer_set_position (volunteer, 49.0, -123.0);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, FF_HINDRANCE_TOO_FAR);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer,
                             "Lives 12 km away, and travels up to 11 km.");

  ff_volunteer_set_reach (volunteer, 12);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);

  ff_volunteer_set_reach (volunteer, 1);
  ff_test_rota_move (meeting, FF_MODE_ONLINE, 49.1, -123.0);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
}

/* A date that is elsewhere is not where the meeting usually is. */
static void
test_too_far_elsewhere (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  const FfWallTime date = ff_test_rota_wall (DATE);
  FfOverride *override = ff_override_new ("tuesday", &date);

  ff_override_set_place (override, "Library");
  g_ptr_array_add (test->overrides, override);
  ff_test_rota_move (g_ptr_array_index (test->meetings, 0), FF_MODE_IN_PERSON, 49.5, -123.0);
  ff_volunteer_set_position (volunteer, 49.0, -123.0);
  ff_volunteer_set_reach (volunteer, 20);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, 0);
  ff_test_rota_assert (test, "tuesday", NEXT, volunteer, FF_HINDRANCE_TOO_FAR);
}

/* Whatever the number of the place. */
static void
test_declined (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  FfVolunteer *volunteer = ff_test_rota_add_volunteer (test, "Ann");
  const FfWallTime date = ff_test_rota_wall (DATE);
  FfAssignment *assignment;

  assignment = ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_DECLINED);
  ff_assignment_set_place (assignment, "tuesday", &date, FF_ROLE_UID_HOST, 3);
  ff_test_rota_lay_out (test, NULL);
  ff_test_rota_assert (test, "tuesday", DATE, volunteer, FF_HINDRANCE_DECLINED);
  ff_test_rota_assert (test, "tuesday", NEXT, volunteer, 0);
  ff_test_rota_assert_words (test, "tuesday", DATE, volunteer, "Declined this date.");
  g_assert_cmpuint (ff_slot_get_declined (ff_test_rota_slot (test, "tuesday", DATE))->len, ==, 0);

  ff_assignment_set_place (assignment, "tuesday", &date, FF_ROLE_UID_HOST, 0);
  ff_test_rota_lay_out (test, NULL);
  g_assert_true (
      g_ptr_array_index (ff_slot_get_declined (ff_test_rota_slot (test, "tuesday", DATE)), 0)
      == assignment);
  g_assert_null (ff_slot_get_assignment (ff_test_rota_slot (test, "tuesday", DATE)));
}

/* Dates that are not held have no places, and who had one there is astray. */
static void
test_places (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (13);
  const FfWallTime date = ff_test_rota_wall (DATE), next = ff_test_rota_wall (NEXT);
  FfOverride *override = ff_override_new ("tuesday", &date);
  FfAssignment *cancelled, *too_many;
  GPtrArray *slots, *astray;

  ff_test_rota_add_volunteer (test, "Ann");
  ff_override_set_cancelled (override, TRUE);
  g_ptr_array_add (test->overrides, override);
  ff_roster_take_need (test->roster, ff_need_new ("ladner", NULL, "unknown", 1, TRUE));
  cancelled = ff_test_rota_give (test, "Ann", "tuesday", DATE, FF_DUTY_CONFIRMED);
  too_many = ff_test_rota_give (test, "Ann", "tuesday", NEXT, FF_DUTY_CONFIRMED);
  ff_assignment_set_place (too_many, "tuesday", &next, FF_ROLE_UID_HOST, 1);
  ff_test_rota_give (test, "Ann", "tuesday", "2026-10-27T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);

  slots = ff_rota_get_slots (test->rota);
  g_assert_cmpuint (slots->len, ==, 12);
  for (guint i = 0; i < slots->len; i++)
    g_assert_cmpuint (ff_slot_get_index (g_ptr_array_index (slots, i)), ==, i);
  astray = ff_rota_get_astray (test->rota);
  g_assert_cmpuint (astray->len, ==, 2);
  g_assert_true (g_ptr_array_find (astray, cancelled, NULL));
  g_assert_true (g_ptr_array_find (astray, too_many, NULL));
  g_assert_nonnull (
      ff_slot_get_assignment (ff_test_rota_slot (test, "tuesday", "2026-10-27T18:00")));
}

static void
test_order_of_places (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-12T00:00", 1);
  FfSlot *first, *second, *third;

  ff_test_rota_add_role (test, FF_ROLE_UID_GREETER);
  ff_test_rota_add_meeting (test, "ladner", "tuesday", "2026-06-02T18:00");
  ff_roster_take_need (test->roster,
                       ff_need_new ("ladner", "tuesday", FF_ROLE_UID_GREETER, 1, FALSE));
  ff_roster_take_need (test->roster, ff_need_new ("ladner", "tuesday", FF_ROLE_UID_HOST, 2, TRUE));
  ff_test_rota_lay_out (test, NULL);
  g_assert_cmpuint (ff_rota_get_slots (test->rota)->len, ==, 3);
  first = g_ptr_array_index (ff_rota_get_slots (test->rota), 0);
  second = g_ptr_array_index (ff_rota_get_slots (test->rota), 1);
  third = g_ptr_array_index (ff_rota_get_slots (test->rota), 2);
  g_assert_true (ff_slot_get_role (first) == test->host);
  g_assert_true (ff_slot_get_role (second) == test->host);
  g_assert_cmpuint (ff_slot_get_place (first), ==, 0);
  g_assert_cmpuint (ff_slot_get_place (second), ==, 1);
  g_assert_true (ff_slot_get_required (second));
  g_assert_cmpstr (ff_role_get_uid (ff_slot_get_role (third)), ==, FF_ROLE_UID_GREETER);
  g_assert_false (ff_slot_get_required (third));
  g_assert_true (ff_slot_get_group (third) == test->group);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rota/rules/serving", test_serving);
  g_test_add_func ("/rota/rules/role", test_role);
  g_test_add_func ("/rota/rules/programme-language-group", test_programme_language_group);
  g_test_add_func ("/rota/rules/training", test_training);
  g_test_add_func ("/rota/rules/training-by-the-meetings-day", test_training_by_the_meetings_day);
  g_test_add_func ("/rota/rules/away", test_away);
  g_test_add_func ("/rota/rules/away-at-midnight", test_away_at_midnight);
  g_test_add_func ("/rota/rules/hours", test_hours);
  g_test_add_func ("/rota/rules/hours-past-midnight", test_hours_past_midnight);
  g_test_add_func ("/rota/rules/online-only", test_online_only);
  g_test_add_func ("/rota/rules/too-far", test_too_far);
  g_test_add_func ("/rota/rules/too-far-elsewhere", test_too_far_elsewhere);
  g_test_add_func ("/rota/rules/declined", test_declined);
  g_test_add_func ("/rota/rules/places", test_places);
  g_test_add_func ("/rota/rules/order-of-places", test_order_of_places);

  return g_test_run ();
}
