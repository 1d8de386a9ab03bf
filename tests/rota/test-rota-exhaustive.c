/* test-rota-exhaustive.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tiny rotas, each filled in every way there is: no way is better than the solver’s.
 */

#include "ff-rota-solving.h"
#include "ff-test-rota-search.h"

#include <math.h>

#define CASES 400
#define MOST_PLACES 10
#define LEAST_CHOICES 3

/* Open places that two may have, or more. */
static guint
count_choices (FfTestRotaChecker *checker)
{
  GPtrArray *volunteers = ff_test_rota_checker_get_volunteers (checker);
  guint choices = 0;

  for (guint i = 0; i < ff_test_rota_checker_count (checker); i++)
    {
      guint may = 0;

      for (guint j = 0; j < volunteers->len; j++)
        may += ff_test_rota_checker_find_lasting (checker, i, g_ptr_array_index (volunteers, j))
               == 0;
      choices += may > 1 && !ff_test_rota_checker_get (checker, i)->fixed;
    }
  return choices;
}

/* %NULL where it is not tiny, or there is little to choose. */
static FfTestRotaMade *
make_case (guint32 seed)
{
  /* The less speaks against somebody, the more there is to choose from. */
  static const FfTestRotaTraits traits[] = {
    FF_TEST_ROTA_ALL_TRAITS,
    FF_TEST_ROTA_ALL_TRAITS
        & ~(FF_TEST_ROTA_TRAININGS | FF_TEST_ROTA_LANGUAGES | FF_TEST_ROTA_GROUPS),
    FF_TEST_ROTA_CAPS | FF_TEST_ROTA_PLACES | FF_TEST_ROTA_MARGIN | FF_TEST_ROTA_ABSENCES,
    FF_TEST_ROTA_CAPS | FF_TEST_ROTA_DUTIES | FF_TEST_ROTA_HOURS | FF_TEST_ROTA_ZONES,
    FF_TEST_ROTA_PLACES | FF_TEST_ROTA_DUTIES | FF_TEST_ROTA_ABSENCES,
  };
  static const char *const mondays[] = { "2026-10-26", "2026-11-23", "2026-12-28", "2027-03-08" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (FfTestRotaMade) made = NULL;
  g_autoptr (FfTestRotaChecker) checker = NULL;
  FfTestRotaShape shape = {
    .seed = seed,
    .volunteers = (guint) g_rand_int_range (rand, 2, 6),
    .groups = (guint) g_rand_int_range (rand, 1, 3),
    .meetings = (guint) g_rand_int_range (rand, 1, 4),
    .weeks = (guint) g_rand_int_range (rand, 1, 5),
    .roles = (guint) g_rand_int_range (rand, 1, 3),
    .monday = mondays[seed % G_N_ELEMENTS (mondays)],
  };

  shape.traits = traits[seed % G_N_ELEMENTS (traits)];
  if (seed % 3 == 0)
    shape.traits |= FF_TEST_ROTA_CROWDED;
  made = ff_test_rota_made_new (&shape);
  checker = ff_test_rota_checker_new (made);
  if (ff_test_rota_checker_count (checker) > MOST_PLACES || count_choices (checker) < LEAST_CHOICES)
    return NULL;
  return g_steal_pointer (&made);
}

static FfRotaPlan *
solve (FfTestRotaMade *made, FfSolving solving)
{
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  FfRotaPlan *plan = ff_rota_solve (rota, solving, 20, NULL, NULL, NULL);

  return plan;
}

static void
report (FfTestRotaChecker *checker, GPtrArray *plan)
{
  for (guint i = 0; i < plan->len; i++)
    {
      g_autofree char *title = ff_test_rota_checker_make_title (checker, i);
      FfVolunteer *volunteer = g_ptr_array_index (plan, i);

      g_test_message ("  %s: %s", title,
                      volunteer != NULL ? ff_volunteer_get_uid (volunteer) : "nobody");
    }
}

/* Nothing better than the bound is possible, as long as what comes before is as good as it can be. */
static void
check_bounds (FfTestRotaChecker *checker, FfRotaPlan *plan, GPtrArray *best, FfLevel last)
{
  for (FfLevel level = 0; level <= last; level++)
    {
      const FfMeasure measure = ff_rota_plan_get_measure (plan, level);
      const double possible = ff_test_rota_checker_measure (checker, best, level);
      const double beyond
          = level <= FF_LEVEL_OPTIONAL ? possible - measure.bound : measure.bound - possible;

      if (!isnan (measure.bound) && beyond > 1e-6)
        {
          g_test_message ("level %u: the bound is %.9g, and %.9g is possible", level, measure.bound,
                          possible);
          g_test_fail ();
        }
    }
}

/* < 0: the search found something better, so that the solver is wrong. */
static int
compare (FfTestRotaMade *made, FfSolving solving, guint32 seed)
{
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (FfRotaPlan) plan = solve (made, solving);
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (checker, plan);
  g_autoptr (GPtrArray) best = ff_test_rota_search (checker, TRUE);
  g_autoptr (GPtrArray) broken = ff_test_rota_checker_list_broken (checker, own);
  FfLevel level;
  const int better = ff_test_rota_compare (checker, best, own, &level);

  g_assert_cmpuint (broken->len, ==, 0);
  check_bounds (checker, plan, best, level);
  if (solving != FF_SOLVING_GREEDY && better != 0)
    {
      g_test_message ("seed %u, solving %u, level %u: %.9g, and the best is %.9g", seed, solving,
                      level, ff_test_rota_checker_measure (checker, own, level),
                      ff_test_rota_checker_measure (checker, best, level));
      report (checker, own);
      g_test_message ("and the best:");
      report (checker, best);
    }
  return better;
}

static void
test_best (gconstpointer data)
{
  const FfSolving solving = (FfSolving) GPOINTER_TO_INT (data);
  guint cases = 0;

  for (guint32 seed = 1; cases < CASES; seed++)
    {
      g_autoptr (FfTestRotaMade) made = make_case (seed);

      if (made == NULL)
        continue;
      cases++;
      if (compare (made, solving, seed) != 0)
        g_test_fail ();
    }
}

/* Those in which one more place could be filled only at the price of a worse worst load. */
static void
test_once_wrong (void)
{
  static const guint32 seeds[] = { 2723, 3253, 3276, 6108, 6408, 13473, 15187, 16347 };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (FfTestRotaMade) made = make_case (seeds[i]);

      g_assert_nonnull (made);
      if (compare (made, FF_SOLVING_DECOMPOSED, seeds[i]) != 0)
        g_test_fail ();
    }
}

/* Else these would be too easy to show anything. */
static void
test_greedy (void)
{
  guint cases = 0, worse = 0;

  for (guint32 seed = 1; cases < CASES; seed++)
    {
      g_autoptr (FfTestRotaMade) made = make_case (seed);

      if (made == NULL)
        continue;
      cases++;
      worse += compare (made, FF_SOLVING_GREEDY, seed) < 0;
    }
  g_test_message ("greedy is not the best in %u of %u", worse, cases);
  g_assert_cmpuint (worse, >, CASES / 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota-exhaustive/greedy", test_greedy);
  g_test_add_data_func ("/rota-exhaustive/whole", GINT_TO_POINTER (FF_SOLVING_WHOLE), test_best);
  g_test_add_data_func ("/rota-exhaustive/decomposed", GINT_TO_POINTER (FF_SOLVING_DECOMPOSED),
                        test_best);
  g_test_add_func ("/rota-exhaustive/once-wrong", test_once_wrong);
  return g_test_run ();
}
