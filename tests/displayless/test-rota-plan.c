/* test-rota-plan.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How good a plan is, what it changes, and why places stay empty, in words; and what filling in greedily comes to.
 */

#include <math.h>

#include "ff-rota-solving.h"
#include "ff-test-rota.h"

#define FIRST "2026-10-13T18:00"
#define SECOND "2026-10-20T18:00"

static FfRotaPlan *
make_plan (FfTestRota *test, FfVolunteer *const *volunteers)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < ff_rota_get_slots (test->rota)->len; i++)
    g_ptr_array_add (list, volunteers[i]);
  return ff_rota_plan_new (test->rota, list);
}

static FfRotaPlan *
fill (FfTestRota *test)
{
  FfRotaPlan *plan = ff_rota_solve (test->rota, FF_SOLVING_GREEDY, 10, NULL, NULL, NULL);

  return plan;
}

#define assert_reached(plan, level, expected)                                                      \
  g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_measure ((plan), (level)).reached, (expected),  \
                                  1e-9)

#define assert_explained(plan, slot, expected)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *explained = ff_rota_plan_explain ((plan), (slot));                            \
    g_assert_cmpstr (explained, ==, (expected));                                                   \
  }                                                                                                \
  G_STMT_END

/* Four places. Ann can have all but takes one a week, two weeks of the stretch's month: 4 of 4; Ben was here before and could have two; Cleo none. */
static void
test_measures (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *cleo = ff_test_rota_add_volunteer (test, "Cleo");
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_be_free (ann, 2, 0, 1440, FF_WISH_LIKES);
  ff_test_rota_be_free (ben, 2, 0, 1440, FF_WISH_RATHER_NOT);
  ff_test_rota_be_away (ben, "2026-10-27", "2026-11-30");
  ff_volunteer_set_serving (cleo, FF_SERVING_RESTING);
  ff_test_rota_give (test, "Ben", "tuesday", "2026-09-01T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ann", "tuesday", SECOND, FF_DUTY_ASKED);
  ff_test_rota_lay_out (test, NULL);
  plan = make_plan (test, (FfVolunteer *const[]) { ann, ben, NULL, cleo });

  assert_reached (plan, FF_LEVEL_REQUIRED, 3);
  assert_reached (plan, FF_LEVEL_OPTIONAL, 0);
  assert_reached (plan, FF_LEVEL_WORST, 1);                      /* Cleo: 1 of none, as 1 of 1 */
  assert_reached (plan, FF_LEVEL_SPREAD, 1 / 4.0 + 1 / 2.0 + 1); /* Ann, Ben, Cleo */
  assert_reached (plan, FF_LEVEL_STRANGERS, 2);                  /* all but Ben */
  assert_reached (plan, FF_LEVEL_WISHES, 0);                     /* Ben’s less Ann’s */
  assert_reached (plan, FF_LEVEL_CHANGES, 1);
  g_assert_true (
      ff_rota_plan_get_volunteer (plan, g_ptr_array_index (ff_rota_get_slots (test->rota), 1))
      == ben);
  g_assert_true (ff_rota_plan_get_rota (plan) == test->rota);
}

/* A month's cap of one: October and November make two. A week's cap counts the weeks. */
static void
test_share_under_caps (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  g_autoptr (FfRotaPlan) of_month = NULL, of_week = NULL;

  ff_test_rota_add_meeting (test, "ladner", "friday", "2026-06-05T18:00");
  ff_volunteer_set_cap (ann, FF_CAP_MONTH, 1);
  ff_volunteer_set_cap (ben, FF_CAP_WEEK, 1);
  ff_test_rota_lay_out (test, NULL);
  of_month = make_plan (test, (FfVolunteer *const[]) { ann, 0, 0, 0, 0, 0, 0, 0 });
  of_week = make_plan (test, (FfVolunteer *const[]) { ben, 0, 0, 0, 0, 0, 0, 0 });
  assert_reached (of_month, FF_LEVEL_WORST, 1 / 2.0);
  assert_reached (of_week, FF_LEVEL_WORST, 1 / 4.0);
}

static void
test_changes (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  g_autoptr (FfRotaPlan) plan = NULL;
  g_autoptr (GPtrArray) changes = NULL, unfilled = NULL;
  const FfRotaChange *given, *lost;

  ff_test_rota_give (test, "Ann", "tuesday", SECOND, FF_DUTY_PROPOSED);
  ff_test_rota_give (test, "Ben", "tuesday", "2026-10-27T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  plan = make_plan (test, (FfVolunteer *const[]) { ann, NULL, ben, NULL });
  changes = ff_rota_plan_list_changes (plan);
  g_assert_cmpuint (changes->len, ==, 2);
  given = g_ptr_array_index (changes, 0);
  lost = g_ptr_array_index (changes, 1);
  g_assert_true (given->slot == ff_test_rota_slot (test, "tuesday", FIRST));
  g_assert_true (given->before == NULL && given->after == ann);
  g_assert_true (lost->slot == ff_test_rota_slot (test, "tuesday", SECOND));
  g_assert_true (lost->before == ann && lost->after == NULL);
  assert_reached (plan, FF_LEVEL_CHANGES, 1);

  unfilled = ff_rota_plan_list_unfilled (plan);
  g_assert_cmpuint (unfilled->len, ==, 2);
  g_assert_true (g_ptr_array_index (unfilled, 0) == lost->slot);
}

static void
test_required_first (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (1);
  g_autoptr (FfRotaPlan) plan = NULL;
  g_autoptr (GPtrArray) unfilled = NULL;

  ff_test_rota_add_role (test, FF_ROLE_UID_GREETER);
  ff_roster_take_need (test->roster, ff_need_new ("ladner", "tuesday", FF_ROLE_UID_HOST, 1, FALSE));
  ff_roster_take_need (test->roster,
                       ff_need_new ("ladner", "tuesday", FF_ROLE_UID_GREETER, 1, TRUE));
  ff_test_rota_lay_out (test, NULL);
  plan = make_plan (test, (FfVolunteer *const[]) { NULL, NULL });
  unfilled = ff_rota_plan_list_unfilled (plan);
  g_assert_cmpuint (unfilled->len, ==, 2);
  g_assert_true (ff_slot_get_required (g_ptr_array_index (unfilled, 0)));
  g_assert_false (ff_slot_get_required (g_ptr_array_index (unfilled, 1)));
}

static void
test_gap (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  g_autoptr (FfRotaPlan) plan = NULL, better = NULL, same = NULL;

  ff_test_rota_lay_out (test, NULL);
  plan = make_plan (test, (FfVolunteer *const[]) { ann, ann, NULL, NULL });
  better = make_plan (test, (FfVolunteer *const[]) { ann, ann, ann, NULL });
  same = make_plan (test, (FfVolunteer *const[]) { NULL, ann, ann, NULL });
  g_assert_cmpint (ff_rota_plan_compare (better, plan), <, 0);
  g_assert_cmpint (ff_rota_plan_compare (plan, better), >, 0);
  g_assert_cmpint (ff_rota_plan_compare (plan, same), ==, 0);

  g_assert_true (isnan (ff_rota_plan_get_gap (plan)));
  for (guint level = 0; level < FF_N_LEVELS; level++)
    ff_rota_plan_set_bound (plan, (FfLevel) level,
                            ff_rota_plan_get_measure (plan, (FfLevel) level).reached);
  g_assert_cmpfloat (ff_rota_plan_get_gap (plan), <, 1e-9);
  ff_rota_plan_set_bound (plan, FF_LEVEL_REQUIRED, 4);
  g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_gap (plan), 2 / 4.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_measure (plan, FF_LEVEL_REQUIRED).bound, 4,
                                  1e-9);
}

/* Two more against a wish than to a liking, where ten to a liking might be possible: more than the whole of either. */
static void
test_gap_across_nothing (void)
{
  g_assert_cmpfloat_with_epsilon (ff_measure_get_gap (&(FfMeasure) { 2, -10 }), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (ff_measure_get_gap (&(FfMeasure) { -10, -12 }), 2 / 12.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ff_measure_get_gap (&(FfMeasure) { 0.25, 0.5 }), 0.25, 1e-9);
  g_assert_true (isnan (ff_measure_get_gap (&(FfMeasure) { 2, NAN })));
}

/* Two are away, and the third has a duty in that week already. */
static void
test_explain (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (2);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *cleo = ff_test_rota_add_volunteer (test, "Cleo");
  g_autoptr (FfRotaPlan) plan = NULL;
  g_autoptr (GPtrArray) unfilled = NULL;

  ff_test_rota_add_meeting (test, "ladner", "friday", "2026-06-05T18:00");
  ff_test_rota_be_away (ann, "2026-10-10", "2026-10-31");
  ff_test_rota_be_away (ben, "2026-10-13", "2026-10-13");
  ff_test_rota_be_away (cleo, "2026-10-19", "2026-11-01");
  ff_volunteer_set_cap (cleo, FF_CAP_WEEK, 1);
  ff_test_rota_give (test, "Cleo", "friday", "2026-10-16T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  unfilled = ff_rota_plan_list_unfilled (plan);
  g_assert_cmpuint (unfilled->len, ==, 1);
  assert_explained (plan, g_ptr_array_index (unfilled, 0),
                    "Tuesday 18:00 Ladner, host: 3 are trained, 2 away, 1 at its weekly cap.");
}

/* A plan that somebody else made may leave free who is free; one that was stopped says why. */
static void
test_explain_early (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (1);
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_add_volunteer (test, "Ann");
  ff_test_rota_lay_out (test, NULL);
  plan = make_plan (test, (FfVolunteer *const[]) { NULL });
  g_assert_cmpint (ff_rota_plan_get_ending (plan), ==, FF_ROTA_ENDING_DONE);
  assert_explained (plan, ff_test_rota_slot (test, "tuesday", FIRST),
                    "Tuesday 18:00 Ladner, host: 1 is trained, 1 would be free.");
  ff_rota_plan_set_ending (plan, FF_ROTA_ENDING_EARLY);
  assert_explained (plan, ff_test_rota_slot (test, "tuesday", FIRST),
                    "Tuesday 18:00 Ladner, host: 1 is trained, 1 would be free, but there was no "
                    "time left to place them.");
}

static void
test_explain_nobody (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (1);
  g_autoptr (FfRotaPlan) plan = NULL;
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");

  ff_volunteer_set_set (ann, FF_VOLUNTEER_ROLES, NULL);
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  assert_explained (plan, ff_test_rota_slot (test, "tuesday", FIRST),
                    "Tuesday 18:00 Ladner, host: nobody takes this role. Find somebody who would, "
                    "and add the role to what they take on.");
}

/* Those who are not trained are counted apart. */
static void
test_explain_untrained (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (8);
  g_autoptr (FfRotaPlan) plan = NULL;
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *cleo = ff_test_rota_add_volunteer (test, "Cleo");

  ff_meeting_set_title (g_ptr_array_index (test->meetings, 0), "Newcomers");
  ff_test_rota_require (test, test->host, "course", "Host training");
  ff_test_rota_train (ann, "course", "2025-11-10", "2026-11-10");
  ff_test_rota_train (ben, "course", "2025-11-10", NULL);
  ff_test_rota_be_free (ben, 3, 0, 1440, FF_WISH_FREE);
  ff_volunteer_set_serving (cleo, FF_SERVING_INTERESTED);
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  g_assert_true (
      ff_rota_plan_get_volunteer (plan, ff_test_rota_slot (test, "tuesday", "2026-11-10T18:00"))
      == ann);
  assert_explained (plan, ff_test_rota_slot (test, "tuesday", "2026-11-17T18:00"),
                    "Tuesday 18:00 Newcomers, host: 1 is trained, 1 not free then. Of the others "
                    "who take the role: 1 not serving now, 1 whose training does not hold on that "
                    "date.");
}

static void
test_everyone_on_holiday (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (2);
  g_autoptr (FfRotaPlan) plan = NULL;
  const char *const names[] = { "Ann", "Ben", "Cleo" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ff_test_rota_be_away (ff_test_rota_add_volunteer (test, names[i]), "2026-10-12", "2026-10-25");
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  assert_reached (plan, FF_LEVEL_REQUIRED, 0);
  assert_reached (plan, FF_LEVEL_WORST, 0);
  assert_explained (plan, ff_test_rota_slot (test, "tuesday", SECOND),
                    "Tuesday 18:00 Ladner, host: 3 are trained, 3 away.");
}

/* Three meetings at the same time and two hosts: the third stays empty whatever one does. */
static void
test_impossible_week (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (1);
  g_autoptr (FfRotaPlan) plan = NULL;
  g_autoptr (GPtrArray) unfilled = NULL;

  ff_test_rota_add_meeting (test, "ladner", "beside", "2026-06-02T18:30");
  ff_test_rota_add_meeting (test, "ladner", "too", "2026-06-02T19:00");
  ff_test_rota_add_volunteer (test, "Ann");
  ff_test_rota_add_volunteer (test, "Ben");
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  assert_reached (plan, FF_LEVEL_REQUIRED, 2);
  unfilled = ff_rota_plan_list_unfilled (plan);
  g_assert_cmpuint (unfilled->len, ==, 1);
  assert_explained (plan, g_ptr_array_index (unfilled, 0),
                    "Tuesday 19:00 Ladner, host: 2 are trained, 2 at other duties.");
}

/* One a week each. Ann, who is asked first, has to leave Tuesday to Ben, who is free then alone, as Friday and Saturday are hers and Cleo's. */
static void
test_greedy_moves_along (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (1);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *cleo = ff_test_rota_add_volunteer (test, "Cleo");
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_add_meeting (test, "ladner", "friday", "2026-06-05T18:00");
  ff_test_rota_add_meeting (test, "ladner", "saturday", "2026-06-06T18:00");
  ff_volunteer_set_cap (ann, FF_CAP_WEEK, 1);
  ff_volunteer_set_cap (cleo, FF_CAP_WEEK, 1);
  ff_test_rota_be_free (ben, 2, 0, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (cleo, 5, 0, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (cleo, 6, 0, 1440, FF_WISH_FREE);
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  assert_reached (plan, FF_LEVEL_REQUIRED, 3);
  g_assert_true (ff_rota_plan_get_volunteer (plan, ff_test_rota_slot (test, "tuesday", FIRST))
                 == ben);
}

/* A date on a Monday lies in the window of Sunday night, and is as welcome as that is. */
static void
test_wish_past_midnight (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new ("2026-10-12T00:00", 1);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_add_meeting (test, "ladner", "monday", "2026-06-08T00:30");
  ff_test_rota_be_free (ann, 7, 22 * 60, 26 * 60, FF_WISH_LIKES);
  ff_test_rota_lay_out (test, NULL);
  plan = make_plan (test, (FfVolunteer *const[]) { ann });
  assert_reached (plan, FF_LEVEL_WISHES, -1);
}

/* What is agreed stays, even where something speaks against it. */
static void
test_greedy_keeps_what_is_fixed (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (2);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_be_away (ann, "2026-10-01", "2026-10-31");
  ff_assignment_set_pinned (ff_test_rota_give (test, "Ann", "tuesday", FIRST, FF_DUTY_PROPOSED),
                            TRUE);
  ff_test_rota_give (test, "Ann", "tuesday", SECOND, FF_DUTY_PROPOSED);
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  g_assert_true (ff_rota_plan_get_volunteer (plan, ff_test_rota_slot (test, "tuesday", FIRST))
                 == ann);
  g_assert_true (ff_rota_plan_get_volunteer (plan, ff_test_rota_slot (test, "tuesday", SECOND))
                 == ben);
}

/* Four weeks and two who are equally free: two each. */
static void
test_greedy_is_fair (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_add_volunteer (test, "Ann");
  ff_test_rota_add_volunteer (test, "Ben");
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  assert_reached (plan, FF_LEVEL_WORST, 2 / 4.0);
  assert_reached (plan, FF_LEVEL_SPREAD, 2.0);
}

/* On Wednesday Ann alone is left for the later meeting, when Tuesday is hers already: that goes to Ben, who is free on three days. */
static void
test_greedy_evens_out (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (1);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *eve = ff_test_rota_add_volunteer (test, "Eve");
  FfVolunteer *fay = ff_test_rota_add_volunteer (test, "Fay");
  FfVolunteer *gus = ff_test_rota_add_volunteer (test, "Gus");
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_add_meeting (test, "ladner", "monday", "2026-06-01T18:00");
  ff_test_rota_add_meeting (test, "ladner", "wednesday", "2026-06-03T18:00");
  ff_test_rota_add_meeting (test, "ladner", "beside", "2026-06-03T18:00");
  ff_test_rota_add_meeting (test, "ladner", "later", "2026-06-03T18:30");
  ff_test_rota_add_meeting (test, "ladner", "sunday", "2026-06-07T18:00");
  ff_test_rota_be_free (ann, 2, 0, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (ann, 3, 18 * 60 + 30, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (ben, 1, 0, 2 * 1440, FF_WISH_FREE);
  ff_test_rota_be_free (ben, 7, 0, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (eve, 3, 0, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (fay, 3, 0, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (gus, 1, 0, 1440, FF_WISH_FREE);
  ff_test_rota_be_free (gus, 7, 0, 1440, FF_WISH_FREE);
  ff_test_rota_lay_out (test, NULL);
  plan = fill (test);
  assert_reached (plan, FF_LEVEL_REQUIRED, 6);
  assert_reached (plan, FF_LEVEL_WORST, 2 / 3.0);
  g_assert_true (ff_rota_plan_get_volunteer (plan, ff_test_rota_slot (test, "tuesday", FIRST))
                 == ben);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rota/plan/measures", test_measures);
  g_test_add_func ("/rota/plan/share-under-caps", test_share_under_caps);
  g_test_add_func ("/rota/plan/wish-past-midnight", test_wish_past_midnight);
  g_test_add_func ("/rota/plan/changes", test_changes);
  g_test_add_func ("/rota/plan/required-first", test_required_first);
  g_test_add_func ("/rota/plan/gap", test_gap);
  g_test_add_func ("/rota/plan/gap-across-nothing", test_gap_across_nothing);
  g_test_add_func ("/rota/plan/explain", test_explain);
  g_test_add_func ("/rota/plan/explain-early", test_explain_early);
  g_test_add_func ("/rota/plan/explain-nobody", test_explain_nobody);
  g_test_add_func ("/rota/plan/explain-untrained", test_explain_untrained);
  g_test_add_func ("/rota/plan/everyone-on-holiday", test_everyone_on_holiday);
  g_test_add_func ("/rota/plan/impossible-week", test_impossible_week);
  g_test_add_func ("/rota/greedy/moves-along", test_greedy_moves_along);
  g_test_add_func ("/rota/greedy/keeps-what-is-fixed", test_greedy_keeps_what_is_fixed);
  g_test_add_func ("/rota/greedy/evens-out", test_greedy_evens_out);
  g_test_add_func ("/rota/greedy/is-fair", test_greedy_is_fair);

  return g_test_run ();
}
