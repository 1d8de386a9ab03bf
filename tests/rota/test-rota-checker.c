/* test-rota-checker.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checker of rotas, checked: each kind of broken rule is planted, and it names it; what it measures is counted by hand.
 */

#include "ff-test-rota-checker.h"
#include "ff-test-rota-search.h"
#include "ff-test-rota-written.h"

#include <string.h>

typedef struct
{
  FfTestRotaMade *made;
  FfVolunteer *ann;
  FfMeeting *early, *late;
  GHashTable *given; /* the title of a place: uid of who gets it */
} Fixture;

/* Two meetings on Tuesdays, three kilometres and an hour apart; Ann has the first two dates of the early one. */
static void
set_up (Fixture *f, gconstpointer data)
{
  const char *const both[] = { "facilitator", "host", NULL };

  f->made = ff_test_rota_made_new_empty ("2026-10-12", 3);
  ff_group_set_language (ff_test_rota_write_group (f->made, "north"), "en-CA");
  ff_test_rota_write_group (f->made, "south");
  ff_test_rota_write_role (f->made, "facilitator", "course");
  ff_test_rota_write_role (f->made, "host", NULL);
  ff_roster_take_need (f->made->roster, ff_need_new ("north", NULL, "facilitator", 1, TRUE));
  ff_roster_take_need (f->made->roster, ff_need_new ("north", NULL, "host", 1, FALSE));
  f->early = ff_test_rota_write_meeting (f->made, "early", "north", "2026-01-06T18:00");
  f->late = ff_test_rota_write_meeting (f->made, "late", "south", "2026-01-06T20:00");
  ff_venue_set_position (ff_meeting_get_venue (f->early), 49.20, -122.9);
  ff_venue_set_position (ff_meeting_get_venue (f->late), 49.227, -122.9);
  f->ann = ff_test_rota_write_volunteer (f->made, "ann", "facilitator");
  ff_volunteer_set_set (f->ann, FF_VOLUNTEER_ROLES, both);
  ff_volunteer_set_position (f->ann, 49.20, -122.9);
  ff_test_rota_write_training (f->ann, "course", "2027-03-01");
  ff_test_rota_write_volunteer (f->made, "ben", "facilitator");
  f->given = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (f->given, (gpointer) "early 2026-10-13 18:0 facilitator 0",
                       (gpointer) "ann");
  g_hash_table_insert (f->given, (gpointer) "early 2026-10-20 18:0 facilitator 0",
                       (gpointer) "ann");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_hash_table_unref (f->given);
  ff_test_rota_made_free (f->made);
}

static GPtrArray *
make_plan (Fixture *f, FfTestRotaChecker *checker)
{
  GPtrArray *plan = g_ptr_array_new ();
  guint found = 0;

  for (guint i = 0; i < ff_test_rota_checker_count (checker); i++)
    {
      g_autofree char *title = ff_test_rota_checker_make_title (checker, i);
      const char *uid = g_hash_table_lookup (f->given, title);

      g_ptr_array_add (plan, uid != NULL ? ff_roster_find_volunteer (f->made->roster, uid) : NULL);
      found += uid != NULL;
    }
  g_assert_cmpuint (found, ==, g_hash_table_size (f->given));
  return plan;
}

static char *
list_broken (Fixture *f)
{
  g_autoptr (FfTestRotaChecker) checker = NULL;
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GPtrArray) broken = NULL;

  ff_test_rota_made_list_dates (f->made);
  checker = ff_test_rota_checker_new (f->made);
  plan = make_plan (f, checker);
  broken = ff_test_rota_checker_list_broken (checker, plan);
  g_ptr_array_add (broken, NULL);
  return g_strjoinv ("\n", (char **) broken->pdata);
}

static void
check (Fixture *f, const char *expected)
{
  g_autofree char *broken = list_broken (f);

  g_assert_cmpstr (broken, ==, expected);
}

static void
give (Fixture *f, const char *title)
{
  g_hash_table_insert (f->given, (gpointer) title, (gpointer) "ann");
}

static void
test_none (Fixture *f, gconstpointer data)
{
  check (f, "");
}

static void
test_serving (Fixture *f, gconstpointer data)
{
  ff_volunteer_set_serving (f->ann, FF_SERVING_IN_TRAINING);
  check (f, "");
  ff_volunteer_set_serving (f->ann, FF_SERVING_RESTING);
  check (f, "early 2026-10-13 18:0 facilitator 0: ann does not serve now.\n"
            "early 2026-10-20 18:0 facilitator 0: ann does not serve now.");
}

static void
test_role (Fixture *f, gconstpointer data)
{
  const char *const host[] = { "host", NULL };

  g_hash_table_remove (f->given, "early 2026-10-13 18:0 facilitator 0");
  give (f, "early 2026-10-13 18:0 host 0");
  ff_volunteer_set_set (f->ann, FF_VOLUNTEER_ROLES, host);
  check (f, "early 2026-10-20 18:0 facilitator 0: ann does not take the role.");
}

static void
test_programme (Fixture *f, gconstpointer data)
{
  const char *const programmes[] = { "aa", "other", NULL };

  g_hash_table_remove (f->given, "early 2026-10-13 18:0 facilitator 0");
  ff_volunteer_set_set (f->ann, FF_VOLUNTEER_PROGRAMMES, programmes);
  check (f, "early 2026-10-20 18:0 facilitator 0: ann does not follow the programme.");
}

static void
test_language (Fixture *f, gconstpointer data)
{
  const char *const french[] = { "fr-CA", NULL };
  const char *const english[] = { "en-GB", "fr-CA", NULL };

  g_hash_table_remove (f->given, "early 2026-10-13 18:0 facilitator 0");
  ff_volunteer_set_set (f->ann, FF_VOLUNTEER_LANGUAGES, english);
  check (f, "");
  ff_volunteer_set_set (f->ann, FF_VOLUNTEER_LANGUAGES, french);
  check (f, "early 2026-10-20 18:0 facilitator 0: ann does not speak the language.");
  /* A group that says nothing takes any. */
  ff_group_set_language (g_ptr_array_index (f->made->groups, 0), "");
  check (f, "");
}

static void
test_group (Fixture *f, gconstpointer data)
{
  const char *const groups[] = { "south", NULL };

  ff_volunteer_set_set (f->ann, FF_VOLUNTEER_GROUPS, groups);
  check (f, "");
  ff_volunteer_set_only_groups (f->ann, TRUE);
  check (f, "early 2026-10-13 18:0 facilitator 0: ann serves other groups alone.\n"
            "early 2026-10-20 18:0 facilitator 0: ann serves other groups alone.");
}

static void
test_training (Fixture *f, gconstpointer data)
{
  g_ptr_array_set_size (ff_volunteer_get_trainings (f->ann), 0);
  ff_test_rota_write_training (f->ann, "course", "2026-10-20");
  check (f, "");
  g_ptr_array_set_size (ff_volunteer_get_trainings (f->ann), 0);
  ff_test_rota_write_training (f->ann, "course", "2026-10-19");
  check (f,
         "early 2026-10-20 18:0 facilitator 0: ann has a training that does not hold on that day.");
  g_ptr_array_set_size (ff_volunteer_get_trainings (f->ann), 0);
  ff_test_rota_write_training (f->ann, "another", NULL);
  check (f, "early 2026-10-13 18:0 facilitator 0: ann was never trained.\n"
            "early 2026-10-20 18:0 facilitator 0: ann was never trained.");
}

static void
test_away (Fixture *f, gconstpointer data)
{
  g_ptr_array_add (ff_volunteer_get_absences (f->ann),
                   ff_absence_new ("2026-10-14", "2026-10-19", NULL));
  check (f, "");
  g_ptr_array_add (ff_volunteer_get_absences (f->ann),
                   ff_absence_new ("2026-10-18", "2026-10-20", NULL));
  check (f, "early 2026-10-20 18:0 facilitator 0: ann is away.");
}

/* Half past six in Vancouver is eleven in St. John’s: until midnight sharp, and a minute more touches the next day there. */
static void
test_away_elsewhere (Fixture *f, gconstpointer data)
{
  g_hash_table_remove_all (f->given);
  ff_test_rota_write_meeting (f->made, "earlier", "south", "2026-01-06T18:30");
  give (f, "earlier 2026-10-20 18:30 facilitator 0");
  ff_volunteer_set_text (f->ann, FF_VOLUNTEER_ZONE, "America/St_Johns");
  g_ptr_array_add (ff_volunteer_get_absences (f->ann),
                   ff_absence_new ("2026-10-21", "2026-10-21", NULL));
  ff_meeting_set_minutes (g_ptr_array_index (f->made->meetings, 2), 60);
  check (f, "");
  ff_meeting_set_minutes (g_ptr_array_index (f->made->meetings, 2), 61);
  check (f, "earlier 2026-10-20 18:30 facilitator 0: ann is away.");
}

static void
test_hours (Fixture *f, gconstpointer data)
{
  ff_test_rota_write_hours (f->ann, 2, 18 * 60, 18 * 60 + 30, FF_WISH_FREE);
  ff_test_rota_write_hours (f->ann, 2, 18 * 60 + 30, 19 * 60, FF_WISH_LIKES);
  check (f, "");
  g_array_index (ff_volunteer_get_availability (f->ann), FfAvailability, 1).until--;
  check (f, "early 2026-10-13 18:0 facilitator 0: ann is not free at that hour.\n"
            "early 2026-10-20 18:0 facilitator 0: ann is not free at that hour.");
  /* What began on the evening before. */
  g_array_set_size (ff_volunteer_get_availability (f->ann), 0);
  ff_test_rota_write_hours (f->ann, 1, 23 * 60, 1440 + 19 * 60, FF_WISH_FREE);
  check (f, "");
}

static void
test_place (Fixture *f, gconstpointer data)
{
  g_hash_table_remove (f->given, "early 2026-10-13 18:0 facilitator 0");
  ff_volunteer_set_position (f->ann, 49.20 + 0.05, -122.9); /* 5.6 km */
  ff_volunteer_set_reach (f->ann, 6);
  check (f, "");
  ff_volunteer_set_reach (f->ann, 5);
  check (f, "early 2026-10-20 18:0 facilitator 0: ann lives too far away.");
  ff_volunteer_set_reach (f->ann, 0);
  ff_volunteer_set_online_only (f->ann, TRUE);
  check (f, "early 2026-10-20 18:0 facilitator 0: ann is online only.");
  ff_venue_set_mode (ff_meeting_get_venue (f->early), FF_MODE_HYBRID);
  check (f, "");
}

static void
test_declined (Fixture *f, gconstpointer data)
{
  ff_test_rota_write_duty (f->made, "ann", "early", "2026-10-20T18:00", "host", FF_DUTY_DECLINED);
  ff_test_rota_write_duty (f->made, "ben", "early", "2026-10-20T18:00", "facilitator",
                           FF_DUTY_DECLINED);
  check (f, "");
  ff_test_rota_write_duty (f->made, "ann", "early", "2026-10-20T18:00", "facilitator",
                           FF_DUTY_DECLINED);
  check (f, "early 2026-10-20 18:0 facilitator 0: ann declined it.");
}

static void
test_overlap (Fixture *f, gconstpointer data)
{
  const FfWallTime touching = ff_test_rota_wall ("2026-01-06T19:00");
  const FfWallTime within = ff_test_rota_wall ("2026-01-06T18:59");

  give (f, "early 2026-10-20 18:0 host 0");
  check (f, "early 2026-10-20 18:0 facilitator 0: ann has another duty at that time.\n"
            "early 2026-10-20 18:0 host 0: ann has another duty at that time.");
  g_hash_table_remove (f->given, "early 2026-10-20 18:0 host 0");
  ff_venue_set_text (ff_meeting_get_venue (f->late), FF_VENUE_ADDRESS, "1 Elm Street");
  ff_venue_set_text (ff_meeting_get_venue (f->early), FF_VENUE_ADDRESS, "1 Elm Street");
  ff_meeting_set_start (f->late, &touching);
  give (f, "late 2026-10-20 19:0 facilitator 0");
  check (f, "");
  g_hash_table_remove (f->given, "late 2026-10-20 19:0 facilitator 0");
  ff_meeting_set_start (f->late, &within);
  give (f, "late 2026-10-20 18:59 facilitator 0");
  check (f, "early 2026-10-20 18:0 facilitator 0: ann has another duty at that time.\n"
            "late 2026-10-20 18:59 facilitator 0: ann has another duty at that time.");
}

/* Three kilometres: sixteen minutes. */
static void
test_travel (Fixture *f, gconstpointer data)
{
  const FfWallTime soon = ff_test_rota_wall ("2026-01-06T19:17");
  const FfWallTime sooner = ff_test_rota_wall ("2026-01-06T19:16");

  ff_meeting_set_start (f->late, &soon);
  give (f, "late 2026-10-20 19:17 facilitator 0");
  check (f, "");
  g_hash_table_remove (f->given, "late 2026-10-20 19:17 facilitator 0");
  ff_meeting_set_start (f->late, &sooner);
  give (f, "late 2026-10-20 19:16 facilitator 0");
  check (f, "early 2026-10-20 18:0 facilitator 0: ann has too little time to travel.\n"
            "late 2026-10-20 19:16 facilitator 0: ann has too little time to travel.");
  ff_venue_set_mode (ff_meeting_get_venue (f->late), FF_MODE_PHONE);
  check (f, "");
  ff_venue_set_mode (ff_meeting_get_venue (f->late), FF_MODE_HYBRID);
  ff_venue_clear_position (ff_meeting_get_venue (f->late));
  check (f, "early 2026-10-20 18:0 facilitator 0: ann has too little time to travel.\n"
            "late 2026-10-20 19:16 facilitator 0: ann has too little time to travel.");
}

static void
test_week (Fixture *f, gconstpointer data)
{
  ff_volunteer_set_cap (f->ann, FF_CAP_WEEK, 1);
  check (f, "");
  give (f, "late 2026-10-20 20:0 facilitator 0");
  check (f, "ann has 2 duties in week 105701, and takes 1.");
  /* Both were agreed: then it is nobody’s mistake here. */
  ff_test_rota_write_duty (f->made, "ann", "late", "2026-10-20T20:00", "facilitator",
                           FF_DUTY_CONFIRMED);
  ff_test_rota_write_duty (f->made, "ann", "early", "2026-10-20T18:00", "facilitator",
                           FF_DUTY_SWAPPED);
  check (f, "");
}

static void
test_month (Fixture *f, gconstpointer data)
{
  ff_volunteer_set_cap (f->ann, FF_CAP_MONTH, 3);
  give (f, "early 2026-10-27 18:0 facilitator 0");
  check (f, "");
  /* In the margin. */
  ff_test_rota_write_duty (f->made, "ann", "late", "2026-10-06T20:00", "facilitator",
                           FF_DUTY_PROPOSED);
  check (f, "ann has 4 duties in month 24322, and takes 3.");
}

static void
test_in_row (Fixture *f, gconstpointer data)
{
  ff_volunteer_set_cap (f->ann, FF_CAP_IN_ROW, 2);
  ff_test_rota_write_duty (f->made, "ann", "late", "2026-09-29T20:00", "facilitator",
                           FF_DUTY_CONFIRMED);
  check (f, "");
  ff_test_rota_write_duty (f->made, "ann", "late", "2026-10-06T20:00", "facilitator",
                           FF_DUTY_CONFIRMED);
  check (f, "ann has a duty in 4 weeks in a row from 105698, and takes 2.");
}

static void
test_agreed (Fixture *f, gconstpointer data)
{
  FfAssignment *duty = ff_test_rota_write_duty (f->made, "ben", "early", "2026-10-20T18:00",
                                                "facilitator", FF_DUTY_ASKED);

  check (f, "");
  ff_assignment_set_pinned (duty, TRUE);
  check (f, "early 2026-10-20 18:0 facilitator 0: what was agreed is changed.");
}

/* Ben and Ann could take the six of facilitating and Ann the three of hosting; Ann takes one a week, hence three. */
static void
test_measures (Fixture *f, gconstpointer data)
{
  const char *const north[] = { "north", NULL };
  g_autoptr (FfTestRotaChecker) checker = NULL;
  g_autoptr (GPtrArray) plan = NULL;
  FfVolunteer *ben = ff_roster_find_volunteer (f->made->roster, "ben");

  ff_test_rota_write_training (ben, "course", NULL);
  ff_test_rota_write_hours (ben, 2, 19 * 60, 1440, FF_WISH_RATHER_NOT);
  ff_test_rota_write_hours (f->ann, 2, 17 * 60, 1440, FF_WISH_LIKES);
  ff_test_rota_write_hours (f->ann, 2, 0, 1440, FF_WISH_RATHER_NOT);
  ff_volunteer_set_cap (f->ann, FF_CAP_WEEK, 1);
  ff_volunteer_set_set (f->ann, FF_VOLUNTEER_GROUPS, north);
  ff_test_rota_write_duty (f->made, "ben", "late", "2026-08-25T20:00", "facilitator",
                           FF_DUTY_CONFIRMED);
  ff_test_rota_write_duty (f->made, "ann", "late", "2026-08-11T20:00", "facilitator",
                           FF_DUTY_CONFIRMED);
  ff_test_rota_write_duty (f->made, "ben", "early", "2026-10-20T18:00", "facilitator",
                           FF_DUTY_ASKED);
  ff_test_rota_write_duty (f->made, "ben", "late", "2026-10-27T20:00", "facilitator",
                           FF_DUTY_ASKED);
  give (f, "late 2026-10-27 20:0 facilitator 0");
  g_hash_table_insert (f->given, (gpointer) "late 2026-10-20 20:0 facilitator 0", (gpointer) "ben");
  ff_test_rota_made_list_dates (f->made);
  checker = ff_test_rota_checker_new (f->made);
  plan = make_plan (f, checker);

  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_get_share (checker, f->ann), 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_get_share (checker, ben), 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_measure (checker, plan, FF_LEVEL_REQUIRED),
                                  4, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_measure (checker, plan, FF_LEVEL_OPTIONAL),
                                  0, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_measure (checker, plan, FF_LEVEL_WORST), 1,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_measure (checker, plan, FF_LEVEL_SPREAD),
                                  10.0 / 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_measure (checker, plan, FF_LEVEL_STRANGERS),
                                  1, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_measure (checker, plan, FF_LEVEL_WISHES), -2,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (ff_test_rota_checker_measure (checker, plan, FF_LEVEL_CHANGES), 2,
                                  1e-12);
}

/* Passing over what cannot win loses nothing. */
static void
test_search (void)
{
  guint places = 0;

  for (guint32 seed = 1; seed <= 60; seed++)
    {
      const FfTestRotaShape shape = {
        .seed = seed,
        .volunteers = 3,
        .groups = 2,
        .meetings = 2,
        .weeks = 2,
        .roles = 1 + seed % 2,
        .monday = "2026-10-26",
        .traits = FF_TEST_ROTA_ALL_TRAITS & ~(seed % 3 == 0 ? FF_TEST_ROTA_TRAININGS : 0),
      };
      g_autoptr (FfTestRotaMade) made = ff_test_rota_made_new (&shape);
      g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
      g_autoptr (GPtrArray) pruned = NULL;
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (GPtrArray) broken = NULL;
      FfLevel level;

      if (ff_test_rota_checker_count (checker) > 8)
        continue;
      places += ff_test_rota_checker_count (checker);
      pruned = ff_test_rota_search (checker, TRUE);
      all = ff_test_rota_search (checker, FALSE);
      broken = ff_test_rota_checker_list_broken (checker, pruned);
      g_assert_cmpuint (broken->len, ==, 0);
      g_assert_cmpint (ff_test_rota_compare (checker, pruned, all, &level), ==, 0);
    }
  g_assert_cmpuint (places, >, 100);
}

/* A middle-sized rota that was made roomy enough: the plan that says so breaks nothing and fills all. */
static void
test_planted (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_middle (7);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  GPtrArray *plan = made->covering;
  g_autoptr (GPtrArray) broken = ff_test_rota_checker_list_broken (checker, plan);

  g_assert_cmpuint (plan->len, >, 40 * 13 * 2);
  for (guint i = 0; i < plan->len; i++)
    g_assert_nonnull (g_ptr_array_index (plan, i));
  for (guint i = 0; i < broken->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (broken, i));
  g_assert_cmpuint (broken->len, ==, 0);
}

/* The same seed makes the same, and over some seeds there is something of everything. */
static void
test_variety (void)
{
  FfHindrances seen = 0;
  guint may = 0;

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      const FfTestRotaShape shape = {
        .seed = seed,
        .volunteers = 14,
        .groups = 4,
        .meetings = 8,
        .weeks = 6,
        .roles = 3,
        .monday = "2026-10-05",
        .traits = FF_TEST_ROTA_ALL_TRAITS | (seed % 2 == 0 ? FF_TEST_ROTA_CROWDED : 0),
      };
      g_autoptr (FfTestRotaMade) made = ff_test_rota_made_new (&shape);
      g_autoptr (FfTestRotaMade) again = ff_test_rota_made_new (&shape);
      g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
      g_autoptr (FfTestRotaChecker) other = ff_test_rota_checker_new (again);
      g_autoptr (GPtrArray) before = ff_test_rota_checker_list_before (checker);
      g_autoptr (GPtrArray) before_again = ff_test_rota_checker_list_before (other);
      GPtrArray *volunteers = ff_test_rota_checker_get_volunteers (checker);
      GPtrArray *same = ff_test_rota_checker_get_volunteers (other);

      g_assert_cmpuint (before->len, ==, before_again->len);
      for (guint i = 0; i < before->len; i++)
        for (guint j = 0; j < volunteers->len; j++)
          {
            const FfHindrances found
                = ff_test_rota_checker_find_hindrances (checker, i,
                                                        g_ptr_array_index (volunteers, j), before);

            g_assert_cmpint (found, ==,
                             ff_test_rota_checker_find_hindrances (
                                 other, i, g_ptr_array_index (same, j), before_again));
            seen |= found;
            may += found == 0;
          }
    }
  g_assert_cmpint (seen, ==, (FF_HINDRANCE_IN_ROW << 1) - 1);
  g_assert_cmpuint (may, >, 500);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/rota-checker/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("none", test_none);
  ADD ("serving", test_serving);
  ADD ("role", test_role);
  ADD ("programme", test_programme);
  ADD ("language", test_language);
  ADD ("group", test_group);
  ADD ("training", test_training);
  ADD ("away", test_away);
  ADD ("away-elsewhere", test_away_elsewhere);
  ADD ("hours", test_hours);
  ADD ("place", test_place);
  ADD ("declined", test_declined);
  ADD ("overlap", test_overlap);
  ADD ("travel", test_travel);
  ADD ("week", test_week);
  ADD ("month", test_month);
  ADD ("in-row", test_in_row);
  ADD ("agreed", test_agreed);
  ADD ("measures", test_measures);
  g_test_add_func ("/rota-checker/search", test_search);
  g_test_add_func ("/rota-checker/planted", test_planted);
  g_test_add_func ("/rota-checker/variety", test_variety);
  return g_test_run ();
}
