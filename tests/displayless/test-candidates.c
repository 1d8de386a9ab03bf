/* test-candidates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a place may be given to, best first, and why; whom to ask for cover; who could swap.
 */

#include "ff-candidates.h"
#include "ff-test-rota.h"

#define FIRST "2026-10-13T18:00"
#define SECOND "2026-10-20T18:00"
#define THIRD "2026-10-27T18:00"

/* “Ann Ben Cleo” (transfer full) */
static char *
name_all (GPtrArray *candidates)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const FfCandidate *candidate = g_ptr_array_index (candidates, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              ff_volunteer_get_name (candidate->volunteer));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
assert_listed (FfTestRota *test, const char *date, gboolean all, const char *expected)
{
  g_autoptr (GPtrArray) candidates
      = ff_candidates_list (test->rota, ff_test_rota_slot (test, "tuesday", date), all);
  g_autofree char *names = name_all (candidates);

  g_assert_cmpstr (names, ==, expected);
}

static void
assert_described (FfTestRota *test, const char *date, const char *name, const char *expected)
{
  FfSlot *slot = ff_test_rota_slot (test, "tuesday", date);
  g_autoptr (GPtrArray) candidates = ff_candidates_list (test->rota, slot, TRUE);

  for (guint i = 0; i < candidates->len; i++)
    {
      FfCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *described = NULL;

      if (!g_str_equal (ff_volunteer_get_name (candidate->volunteer), name))
        continue;
      described = ff_candidate_describe (test->rota, slot, candidate);
      g_assert_cmpstr (described, ==, expected);
      return;
    }
  g_assert_not_reached ();
}

/* Each is better than the next in one thing alone. */
static void
test_order (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *of_group = ff_test_rota_add_volunteer (test, "Zoe");
  FfVolunteer *likes = ff_test_rota_add_volunteer (test, "Yann");

  ff_test_rota_add_volunteer (test, "Xenia");
  ff_test_rota_add_volunteer (test, "Will");
  ff_test_rota_add_volunteer (test, "Vera");
  ff_test_rota_add_volunteer (test, "Ulla");
  ff_volunteer_set_set (of_group, FF_VOLUNTEER_GROUPS, (const char *const[]) { "ladner", NULL });
  ff_test_rota_be_free (likes, 2, 0, 1440, FF_WISH_LIKES);
  ff_assignment_set_asked (ff_test_rota_give (test, "Will", "tuesday", SECOND, FF_DUTY_DECLINED),
                           1000);
  ff_assignment_set_asked (ff_test_rota_give (test, "Vera", "tuesday", SECOND, FF_DUTY_DECLINED),
                           2000);
  ff_assignment_set_asked (ff_test_rota_give (test, "Ulla", "tuesday", THIRD, FF_DUTY_ASKED), 10);
  ff_test_rota_lay_out (test, NULL);
  assert_listed (test, FIRST, FALSE, "Zoe Yann Xenia Will Vera Ulla");
}

static void
test_by_name (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);

  ff_test_rota_add_volunteer (test, "Cleo");
  ff_test_rota_add_volunteer (test, "Ann");
  ff_test_rota_add_volunteer (test, "Ben");
  ff_test_rota_lay_out (test, NULL);
  assert_listed (test, FIRST, FALSE, "Ann Ben Cleo");
}

/* One thing in the way comes before two, and what may change before what does not. */
static void
test_all (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *two = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *away = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *role = ff_test_rota_add_volunteer (test, "Cleo");

  ff_test_rota_add_volunteer (test, "Dan");
  ff_test_rota_be_away (two, "2026-10-13", "2026-10-13");
  ff_volunteer_set_online_only (two, TRUE);
  ff_test_rota_be_away (away, "2026-10-13", "2026-10-13");
  ff_volunteer_set_set (role, FF_VOLUNTEER_ROLES, NULL);
  ff_test_rota_lay_out (test, NULL);
  assert_listed (test, FIRST, FALSE, "Dan");
  assert_listed (test, FIRST, TRUE, "Dan Ben Cleo Ann");
  assert_described (test, FIRST, "Ann", "Away · online only · not asked yet");
  assert_described (test, FIRST, "Cleo", "Does not take the role · not asked yet");
}

static void
test_describe (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  FfVolunteer *cleo = ff_test_rota_add_volunteer (test, "Cleo");
  g_autoptr (GDateTime) asked = g_date_time_new_local (2026, 9, 1, 12, 0, 0);

  ff_test_rota_move (g_ptr_array_index (test->meetings, 0), FF_MODE_IN_PERSON, 49.1, -123.0);
  ff_test_rota_require (test, test->host, "course", "Host training");
  ff_test_rota_train (ann, "course", "2025-03-03", "2027-03-03");
  ff_test_rota_train (ben, "course", "2025-03-03", NULL);
  ff_test_rota_train (cleo, "course", "2025-03-03", NULL);
  ff_volunteer_set_set (ann, FF_VOLUNTEER_GROUPS, (const char *const[]) { "ladner", NULL });
  ff_volunteer_set_position (ben, 49.0, -123.0);
  ff_test_rota_be_free (ben, 2, 0, 1440, FF_WISH_RATHER_NOT);
  ff_test_rota_be_free (cleo, 2, 0, 1440, FF_WISH_LIKES);
  ff_assignment_set_asked (ff_test_rota_give (test, "Ben", "tuesday", SECOND, FF_DUTY_ASKED),
                           g_date_time_to_unix_usec (asked));
  ff_test_rota_give (test, "Cleo", "tuesday", THIRD, FF_DUTY_PROPOSED);
  ff_test_rota_give (test, "Cleo", "tuesday", "2026-11-03T18:00", FF_DUTY_PROPOSED);
  ff_test_rota_lay_out (test, NULL);
  assert_described (test, FIRST, "Ann",
                    "Free · trained until 3 March 2027 · not asked yet · of this group");
  assert_described (test, FIRST, "Ben",
                    "Free · trained · would rather not at that hour · 1 duty already · last asked "
                    "on 1 September 2026 · 12 km away");
  assert_described (test, FIRST, "Cleo",
                    "Free · trained · likes that hour · 2 duties already · not asked yet");
}

/* Who was there in the eight weeks before is of the group, who was there earlier is not. */
static void
test_of_the_group (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);

  ff_test_rota_add_volunteer (test, "Ann");
  ff_test_rota_add_volunteer (test, "Ben");
  ff_test_rota_give (test, "Ann", "tuesday", "2026-08-11T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ben", "tuesday", "2026-08-18T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  assert_listed (test, FIRST, FALSE, "Ben Ann");
  assert_described (test, FIRST, "Ann", "Free · not asked yet");
  assert_described (test, FIRST, "Ben", "Free · not asked yet · of this group");
}

static void
test_cover (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *of_group = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *away = ff_test_rota_add_volunteer (test, "Dan");
  g_autoptr (GPtrArray) candidates = NULL;
  g_autofree char *names = NULL;

  ff_test_rota_add_volunteer (test, "Ben");
  ff_test_rota_add_volunteer (test, "Cleo");
  ff_volunteer_set_set (of_group, FF_VOLUNTEER_GROUPS, (const char *const[]) { "ladner", NULL });
  ff_test_rota_be_away (away, "2026-10-13", "2026-10-13");
  ff_assignment_set_asked (ff_test_rota_give (test, "Ann", "tuesday", SECOND, FF_DUTY_ASKED), 30);
  ff_assignment_set_asked (ff_test_rota_give (test, "Ben", "tuesday", THIRD, FF_DUTY_ASKED), 20);
  ff_test_rota_give (test, "Cleo", "tuesday", FIRST, FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  candidates
      = ff_candidates_list_for_cover (test->rota, ff_test_rota_slot (test, "tuesday", FIRST));
  names = name_all (candidates);
  g_assert_cmpstr (names, ==, "Ben Ann");
}

/* For a date that nothing else is known of. */
static void
test_asked_long_ago (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  g_autoptr (GDateTime) asked = g_date_time_new_local (2025, 12, 1, 12, 0, 0);

  ff_test_rota_add_volunteer (test, "Ann");
  ff_assignment_set_asked (ff_test_rota_give (test, "Ann", "gone", "2026-01-06T18:00",
                                              FF_DUTY_CONFIRMED),
                           g_date_time_to_unix_usec (asked));
  ff_test_rota_lay_out (test, NULL);
  assert_described (test, FIRST, "Ann", "Free · last asked on 1 December 2025");
  g_assert_cmpuint (ff_rota_get_astray (test->rota)->len, ==, 0);
}

/* Ann cannot come on the third Tuesday, Ben not on the first: of the second, third and fourth, only the second is one that both could do. */
static void
test_swaps (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *cleo = ff_test_rota_add_volunteer (test, "Cleo");
  g_autoptr (GPtrArray) swaps = NULL, none = NULL;

  ff_test_rota_add_volunteer (test, "Ben");
  ff_test_rota_be_away (ann, "2026-10-27", "2026-10-27");
  ff_test_rota_be_away (cleo, "2026-10-13", "2026-10-13");
  ff_test_rota_give (test, "Ann", "tuesday", FIRST, FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ben", "tuesday", SECOND, FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ben", "tuesday", THIRD, FF_DUTY_ASKED);
  ff_test_rota_give (test, "Cleo", "tuesday", "2026-11-03T18:00", FF_DUTY_ASKED);
  ff_test_rota_lay_out (test, NULL);
  swaps = ff_candidates_list_swaps (test->rota, ff_test_rota_slot (test, "tuesday", FIRST),
                                    test->from);
  g_assert_cmpuint (swaps->len, ==, 1);
  g_assert_true (g_ptr_array_index (swaps, 0) == ff_test_rota_slot (test, "tuesday", SECOND));

  g_ptr_array_set_size (test->assignments, 0);
  ff_test_rota_give (test, "Ben", "tuesday", SECOND, FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  none = ff_candidates_list_swaps (test->rota, ff_test_rota_slot (test, "tuesday", FIRST),
                                   test->from);
  g_assert_cmpuint (none->len, ==, 0);
}

static guint
count_swaps (FfTestRota *test, const char *date, const char *now)
{
  g_autoptr (GDateTime) time = ff_test_rota_instant (now);
  g_autoptr (GPtrArray) swaps
      = ff_candidates_list_swaps (test->rota, ff_test_rota_slot (test, "tuesday", date), time);

  return swaps->len;
}

/* What was held is nobody's to take any more. */
static void
test_swap_to_come (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);

  ff_test_rota_add_volunteer (test, "Ann");
  ff_test_rota_add_volunteer (test, "Ben");
  ff_test_rota_give (test, "Ann", "tuesday", FIRST, FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ben", "tuesday", SECOND, FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  g_assert_cmpuint (count_swaps (test, SECOND, "2026-10-13T17:59"), ==, 1);
  g_assert_cmpuint (count_swaps (test, SECOND, FIRST), ==, 0);
  g_assert_cmpuint (count_swaps (test, FIRST, FIRST), ==, 0);
}

/* One a week: each leaves that week's duty to the other, so the cap is kept. */
static void
test_swap_within_a_cap (void)
{
  g_autoptr (FfTestRota) test = ff_test_rota_new_tuesdays (4);
  FfVolunteer *ann = ff_test_rota_add_volunteer (test, "Ann");
  FfVolunteer *ben = ff_test_rota_add_volunteer (test, "Ben");
  g_autoptr (GPtrArray) swaps = NULL;

  ff_test_rota_add_meeting (test, "ladner", "friday", "2026-06-05T18:00");
  ff_volunteer_set_cap (ann, FF_CAP_WEEK, 1);
  ff_volunteer_set_cap (ben, FF_CAP_WEEK, 1);
  ff_test_rota_give (test, "Ann", "tuesday", FIRST, FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ben", "friday", "2026-10-16T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_give (test, "Ben", "friday", "2026-10-23T18:00", FF_DUTY_CONFIRMED);
  ff_test_rota_lay_out (test, NULL);
  swaps = ff_candidates_list_swaps (test->rota, ff_test_rota_slot (test, "tuesday", FIRST),
                                    test->from);
  g_assert_cmpuint (swaps->len, ==, 1);
  g_assert_true (g_ptr_array_index (swaps, 0)
                 == ff_test_rota_slot (test, "friday", "2026-10-16T18:00"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/candidates/order", test_order);
  g_test_add_func ("/candidates/by-name", test_by_name);
  g_test_add_func ("/candidates/all", test_all);
  g_test_add_func ("/candidates/describe", test_describe);
  g_test_add_func ("/candidates/of-the-group", test_of_the_group);
  g_test_add_func ("/candidates/cover", test_cover);
  g_test_add_func ("/candidates/asked-long-ago", test_asked_long_ago);
  g_test_add_func ("/candidates/swaps", test_swaps);
  g_test_add_func ("/candidates/swap-within-a-cap", test_swap_within_a_cap);
  g_test_add_func ("/candidates/swap-to-come", test_swap_to_come);

  return g_test_run ();
}
