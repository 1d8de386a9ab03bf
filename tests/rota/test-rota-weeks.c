/* test-rota-weeks.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weeks that are hard to fill: clocks that change, another zone, a training that lapses, too few people; and what is said of each.
 */

#include "ff-rota-solving.h"
#include "ff-test-rota-checker.h"
#include "ff-test-rota-written.h"

#define MINUTES(hour, minute) ((hour) * 60 + (minute))

/* In which way it is filled must make no difference here. */
static const FfSolving solvings[] = { FF_SOLVING_GREEDY, FF_SOLVING_WHOLE, FF_SOLVING_DECOMPOSED };

static void
check_rules (FfTestRotaMade *made, FfRotaPlan *plan)
{
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (checker, plan);
  g_autoptr (GPtrArray) broken = ff_test_rota_checker_list_broken (checker, own);

  g_ptr_array_add (broken, NULL);
  g_assert_cmpstr (g_ptr_array_index (broken, 0), ==, NULL);
  for (int i = 0; i < FF_N_LEVELS; i++)
    g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_measure (plan, (FfLevel) i).reached,
                                    ff_test_rota_checker_measure (checker, own, (FfLevel) i), 1e-9);
}

/* A line a place: its date, and who has it or why nobody has. */
static char *
fill (FfTestRotaMade *made, FfSolving solving)
{
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (FfRotaPlan) plan = ff_rota_solve (rota, solving, 20, NULL, NULL, NULL);
  GPtrArray *slots = ff_rota_get_slots (rota);
  GString *lines = g_string_new (NULL);

  check_rules (made, plan);
  for (guint i = 0; i < slots->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (slots, i);
      FfVolunteer *volunteer = ff_rota_plan_get_volunteer (plan, slot);
      g_autofree char *day
          = g_date_time_format (ff_occurrence_get_start (ff_slot_get_occurrence (slot)), "%m-%d");
      g_autofree char *why = volunteer == NULL ? ff_rota_plan_explain (plan, slot) : NULL;

      g_string_append_printf (lines, "%s %s\n", day,
                              volunteer != NULL ? ff_volunteer_get_name (volunteer) : why);
    }
  return g_string_free (lines, FALSE);
}

static void
check (FfTestRotaMade *made, const char *expected)
{
  ff_test_rota_made_list_dates (made);
  for (guint i = 0; i < G_N_ELEMENTS (solvings); i++)
    {
      g_autofree char *found = fill (made, solvings[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* One group, Ladner, with the roles of facilitator and host, the latter after a course. */
static FfTestRotaMade *
make (const char *monday, guint weeks, const char *role)
{
  FfTestRotaMade *made = ff_test_rota_made_new_empty (monday, weeks);

  ff_group_set_name (ff_test_rota_write_group (made, "ladner"), "Ladner");
  ff_test_rota_write_role (made, "facilitator", NULL);
  ff_test_rota_write_role (made, "host", "course");
  ff_roster_take_need (made->roster, ff_need_new ("ladner", NULL, role, 1, TRUE));
  return made;
}

static FfMeeting *
meet_in (FfTestRotaMade *made, const char *zone, const char *start)
{
  FfMeeting *meeting = ff_test_rota_write_meeting (made, start, "ladner", start);

  ff_meeting_set_zone (meeting, zone);
  return meeting;
}

static FfVolunteer *
live_in (FfTestRotaMade *made, const char *uid, const char *zone)
{
  FfVolunteer *volunteer = ff_test_rota_write_volunteer (made, uid, "facilitator");

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, zone);
  return volunteer;
}

static void
be_away (FfVolunteer *volunteer, const char *from, const char *until)
{
  g_ptr_array_add (ff_volunteer_get_absences (volunteer), ff_absence_new (from, until, NULL));
}

/* Seven in the evening in Toronto is midnight in London, but eleven in the one week in which London's clocks are back already. */
static void
test_clocks_apart (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-10-19", 3, "facilitator");
  FfVolunteer *una = live_in (made, "Una", "Europe/London");

  meet_in (made, "America/Toronto", "2026-09-01T19:00");
  ff_test_rota_write_hours (una, 3, 0, MINUTES (1, 0), FF_WISH_FREE);
  check (made, "10-20 Una\n"
               "10-27 Tuesday 19:00 Ladner, facilitator: 1 is trained, 1 not free then.\n"
               "11-03 Una\n");
  ff_test_rota_write_hours (una, 2, MINUTES (23, 0), 1440, FF_WISH_FREE);
  check (made, "10-20 Una\n10-27 Una\n11-03 Una\n");
}

/* Half past two is skipped and becomes half past three, that Sunday alone. */
static void
test_skipped_hour (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2027-03-01", 3, "facilitator");
  FfVolunteer *early = live_in (made, "Early", "America/Toronto");

  meet_in (made, "America/Toronto", "2027-02-07T02:30");
  ff_test_rota_write_hours (early, 7, MINUTES (2, 30), MINUTES (3, 30), FF_WISH_FREE);
  check (made, "03-07 Early\n"
               "03-14 Sunday 03:30 Ladner, facilitator: 1 is trained, 1 not free then.\n"
               "03-21 Early\n");
  ff_test_rota_write_hours (live_in (made, "Late", "America/Toronto"), 7, MINUTES (3, 30),
                            MINUTES (4, 30), FF_WISH_FREE);
  check (made, "03-07 Early\n03-14 Late\n03-21 Early\n");
}

/* Two hours from half past midnight end at half past one where an hour is repeated, at half past two else. */
static void
test_repeated_hour (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-10-19", 3, "facilitator");
  FfVolunteer *una = live_in (made, "Una", "America/Toronto");

  ff_meeting_set_minutes (meet_in (made, "America/Toronto", "2026-09-06T00:30"), 120);
  ff_test_rota_write_hours (una, 7, 0, MINUTES (1, 30), FF_WISH_FREE);
  check (made, "10-25 Sunday 00:30 Ladner, facilitator: 1 is trained, 1 not free then.\n"
               "11-01 Una\n"
               "11-08 Sunday 00:30 Ladner, facilitator: 1 is trained, 1 not free then.\n");
}

/* Tuesday evening in Vancouver is Wednesday in Auckland; Sunday there is the next week already. */
static void
test_another_zone (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-10-19", 2, "facilitator");
  FfVolunteer *aroha = live_in (made, "Aroha", "Pacific/Auckland");

  meet_in (made, FF_TEST_ROTA_ZONE, "2026-09-01T18:00");
  be_away (aroha, "2026-10-20", "2026-10-20");
  be_away (aroha, "2026-10-28", "2026-10-28");
  check (made, "10-20 Aroha\n"
               "10-27 Tuesday 18:00 Ladner, facilitator: 1 is trained, 1 away.\n");
}

static void
test_week_elsewhere (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-10-19", 2, "facilitator");
  FfVolunteer *aroha = live_in (made, "Aroha", "Pacific/Auckland");

  ff_meeting_set_rule (meet_in (made, FF_TEST_ROTA_ZONE, "2026-10-25T18:00"), NULL);
  ff_meeting_set_rule (meet_in (made, FF_TEST_ROTA_ZONE, "2026-10-26T18:00"), NULL);
  ff_volunteer_set_cap (aroha, FF_CAP_WEEK, 1);
  ff_test_rota_write_duty (made, "Aroha", "2026-10-25T18:00", "2026-10-25T18:00", "facilitator",
                           FF_DUTY_CONFIRMED);
  check (made, "10-25 Aroha\n"
               "10-26 Monday 18:00 Ladner, facilitator: 1 is trained, 1 at its weekly cap.\n");
  /* At home in Vancouver each is in a week of its own. */
  ff_volunteer_set_text (aroha, FF_VOLUNTEER_ZONE, FF_TEST_ROTA_ZONE);
  check (made, "10-25 Aroha\n10-26 Aroha\n");
}

#define LAPSED                                                                                     \
  "Tuesday 18:00 Ladner, host: nobody is trained for it. Of the others who take the role: "        \
  "1 whose training does not hold on that date.\n"

/* The course holds through the seventeenth. */
static void
test_lapsing (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-10-05", 13, "host");
  FfVolunteer *ann = ff_test_rota_write_volunteer (made, "Ann", "host");

  ff_test_rota_write_meeting (made, "tuesday", "ladner", "2026-09-01T18:00");
  ff_test_rota_write_training (ann, "course", "2026-11-17");
  check (made, "10-06 Ann\n10-13 Ann\n10-20 Ann\n10-27 Ann\n11-03 Ann\n11-10 Ann\n11-17 Ann\n"
               "11-24 " LAPSED "12-01 " LAPSED "12-08 " LAPSED "12-15 " LAPSED "12-22 " LAPSED
               "12-29 " LAPSED);
  /* Renewed for the last week of the year. */
  g_ptr_array_add (ff_volunteer_get_trainings (ann),
                   ff_training_new ("course", "2026-12-29", NULL, NULL));
  check (made, "10-06 Ann\n10-13 Ann\n10-20 Ann\n10-27 Ann\n11-03 Ann\n11-10 Ann\n11-17 Ann\n"
               "11-24 " LAPSED "12-01 " LAPSED "12-08 " LAPSED "12-15 " LAPSED "12-22 " LAPSED
               "12-29 Ann\n");
}

/* The sentence that the coordinator is promised. */
static void
test_impossible_week (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-11-23", 1, "host");
  const char *const names[] = { "Ann", "Ben", "Cas" };

  ff_test_rota_write_group (made, "monday");
  ff_roster_take_need (made->roster, ff_need_new ("monday", NULL, "host", 1, TRUE));
  ff_test_rota_write_meeting (made, "monday", "monday", "2026-09-07T18:00");
  ff_test_rota_write_meeting (made, "tuesday", "ladner", "2026-09-01T18:00");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FfVolunteer *volunteer = ff_test_rota_write_volunteer (made, names[i], "host");

      ff_test_rota_write_training (volunteer, "course", NULL);
      ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, 1);
      if (i < 2)
        be_away (volunteer, "2026-11-20", "2026-11-30");
    }
  ff_test_rota_write_duty (made, "Cas", "monday", "2026-11-23T18:00", "host", FF_DUTY_CONFIRMED);
  check (made, "11-23 Cas\n"
               "11-24 Tuesday 18:00 Ladner, host: 3 are trained, 2 away, 1 at its weekly cap.\n");
}

static void
test_everybody_away (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-12-21", 2, "facilitator");
  const char *const names[] = { "Ann", "Ben", "Cas", "Dee" };

  ff_test_rota_write_meeting (made, "tuesday", "ladner", "2026-09-01T18:00");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    be_away (ff_test_rota_write_volunteer (made, names[i], "facilitator"), "2026-12-19",
             "2027-01-03");
  check (made, "12-22 Tuesday 18:00 Ladner, facilitator: 4 are trained, 4 away.\n"
               "12-29 Tuesday 18:00 Ladner, facilitator: 4 are trained, 4 away.\n");
}

static void
test_nobody (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-11-23", 1, "host");

  ff_test_rota_write_meeting (made, "tuesday", "ladner", "2026-09-01T18:00");
  ff_test_rota_write_volunteer (made, "Ann", "facilitator");
  check (made, "11-24 Tuesday 18:00 Ladner, host: nobody takes this role. Find somebody who would, "
               "and add the role to what they take on.\n");
}

static FfVolunteer *
host (FfTestRotaMade *made, const char *uid)
{
  FfVolunteer *volunteer = ff_test_rota_write_volunteer (made, uid, "host");

  ff_test_rota_write_training (volunteer, "course", NULL);
  return volunteer;
}

/* Of those who could not take it even on another day. */
static void
add_untrained (FfTestRotaMade *made)
{
  const char *const programmes[] = { "aa", NULL }, *const languages[] = { "fr", NULL };
  FfVolunteer *fay = ff_test_rota_write_volunteer (made, "Fay", "host");

  ff_volunteer_set_serving (host (made, "Ann"), FF_SERVING_RESTING);
  ff_volunteer_set_set (host (made, "Ben"), FF_VOLUNTEER_PROGRAMMES, programmes);
  ff_volunteer_set_set (host (made, "Cas"), FF_VOLUNTEER_LANGUAGES, languages);
  ff_volunteer_set_only_groups (host (made, "Dee"), TRUE);
  ff_test_rota_write_volunteer (made, "Eli", "host");
  ff_test_rota_write_training (fay, "course", "2026-11-23");
}

/* Of those whom that day, that hour or that place does not suit. */
static void
add_hindered (FfTestRotaMade *made)
{
  FfVolunteer *jon = host (made, "Jon");

  be_away (host (made, "Gil"), "2026-11-24", "2026-11-24");
  ff_test_rota_write_hours (host (made, "Hal"), 2, MINUTES (18, 1), 1440, FF_WISH_LIKES);
  ff_volunteer_set_online_only (host (made, "Ida"), TRUE);
  ff_volunteer_set_position (jon, 49.9, -119.5);
  ff_volunteer_set_reach (jon, 100);
  host (made, "Kim");
  ff_test_rota_write_duty (made, "Kim", "tuesday", "2026-11-24T18:00", "host", FF_DUTY_DECLINED);
}

/* Of those who have enough to do elsewhere. */
static void
add_busy (FfTestRotaMade *made)
{
  host (made, "Lea");
  host (made, "Max");
  ff_volunteer_set_cap (host (made, "Noa"), FF_CAP_WEEK, 1);
  ff_volunteer_set_cap (host (made, "Oli"), FF_CAP_MONTH, 1);
  ff_volunteer_set_cap (host (made, "Pam"), FF_CAP_IN_ROW, 1);
  ff_test_rota_write_duty (made, "Lea", "same", "2026-11-24T18:30", "facilitator",
                           FF_DUTY_CONFIRMED);
  ff_test_rota_write_duty (made, "Max", "next", "2026-11-24T19:20", "facilitator", FF_DUTY_ASKED);
  ff_test_rota_write_duty (made, "Noa", "later", "2026-11-25T18:00", "facilitator",
                           FF_DUTY_PROPOSED);
  ff_test_rota_write_duty (made, "Oli", "later", "2026-11-04T18:00", "facilitator",
                           FF_DUTY_SWAPPED);
  ff_test_rota_write_duty (made, "Pam", "later", "2026-11-18T18:00", "facilitator",
                           FF_DUTY_CONFIRMED);
}

/* Sixteen people take the role, and each is held back by something else. */
static void
test_all_reasons (void)
{
  g_autoptr (FfTestRotaMade) made = make ("2026-11-23", 1, "host");
  FfMeeting *tuesday = ff_test_rota_write_meeting (made, "tuesday", "ladner", "2026-09-01T18:00");

  ff_group_set_language (g_ptr_array_index (made->groups, 0), "en");
  ff_venue_set_position (ff_meeting_get_venue (tuesday), 49.09, -123.08);
  ff_test_rota_write_group (made, "other");
  ff_test_rota_write_meeting (made, "same", "other", "2026-09-01T18:30");
  ff_test_rota_write_meeting (made, "next", "other", "2026-09-01T19:20");
  ff_test_rota_write_meeting (made, "later", "other", "2026-09-02T18:00");
  add_untrained (made);
  add_hindered (made);
  add_busy (made);
  made->group = "ladner";
  check (made,
         "11-24 Tuesday 18:00 Ladner, host: 10 are trained, 1 away, 1 not free then, "
         "1 online only, 1 too far away, 1 declined, 1 at another duty, "
         "1 without the time to get there, 1 at its weekly cap, 1 at its monthly cap, "
         "1 with too many weeks in a row. Of the others who take the role: 1 not serving now, "
         "1 of another programme, 1 who speaks other languages, 1 who serves other groups only, "
         "1 not trained yet, 1 whose training does not hold on that date.\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota-weeks/clocks-apart", test_clocks_apart);
  g_test_add_func ("/rota-weeks/skipped-hour", test_skipped_hour);
  g_test_add_func ("/rota-weeks/repeated-hour", test_repeated_hour);
  g_test_add_func ("/rota-weeks/another-zone", test_another_zone);
  g_test_add_func ("/rota-weeks/week-elsewhere", test_week_elsewhere);
  g_test_add_func ("/rota-weeks/lapsing", test_lapsing);
  g_test_add_func ("/rota-weeks/impossible-week", test_impossible_week);
  g_test_add_func ("/rota-weeks/everybody-away", test_everybody_away);
  g_test_add_func ("/rota-weeks/nobody", test_nobody);
  g_test_add_func ("/rota-weeks/all-reasons", test_all_reasons);
  return g_test_run ();
}
