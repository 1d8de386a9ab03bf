/* test-rota-large.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rotas of a region and of a country: every place is covered where that can be, and no rule is broken.
 */

#include "ff-rota-solving.h"
#include "ff-test-rota-checker.h"

#include <math.h>

static void
check_rules (FfTestRotaChecker *checker, GPtrArray *own)
{
  g_autoptr (GPtrArray) broken = ff_test_rota_checker_list_broken (checker, own);

  for (guint i = 0; i < broken->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (broken, i));
  g_assert_cmpuint (broken->len, ==, 0);
}

static void
check_measures (FfTestRotaMade *made, FfTestRotaChecker *checker, FfRotaPlan *plan, GPtrArray *own)
{
  for (FfLevel level = 0; level < FF_N_LEVELS; level++)
    {
      const FfMeasure measure = ff_rota_plan_get_measure (plan, level);
      const double expected = ff_test_rota_checker_measure (checker, own, level);
      const double slack = 1e-6 * fmax (1, fabs (expected));

      g_assert_cmpfloat_with_epsilon (measure.reached, expected, slack);
      if (level <= FF_LEVEL_OPTIONAL)
        {
          g_assert_cmpfloat_with_epsilon (
              measure.reached, ff_test_rota_checker_measure (checker, made->covering, level),
              slack);
          g_assert_cmpfloat (measure.bound, >=, measure.reached - slack);
        }
      else
        g_assert_cmpfloat (measure.bound, <=, measure.reached + slack);
    }
  /* The plan that covers all is one that the bound is true of. */
  g_assert_cmpfloat (ff_rota_plan_get_measure (plan, FF_LEVEL_WORST).bound, <=,
                     ff_test_rota_checker_measure (checker, made->covering, FF_LEVEL_WORST) + 1e-6);
}

static void
on_progress (FfRotaPlan *best, double share, gpointer data)
{
  GPtrArray *shown = data;

  g_assert_cmpfloat (share, >=, 0);
  g_assert_cmpfloat (share, <=, 1);
  if (shown->len > 0)
    g_assert_cmpint (ff_rota_plan_compare (best, g_ptr_array_index (shown, shown->len - 1)), <, 0);
  g_ptr_array_add (shown, g_object_ref (best));
}

static FfRotaPlan *
solve (FfRota *rota, FfSolving solving, double seconds, GPtrArray *shown)
{
  FfRotaPlan *plan = ff_rota_solve (rota, solving, seconds, on_progress, shown, NULL);

  return plan;
}

static void
fill (FfTestRotaMade *made)
{
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfRotaPlan) plan = solve (rota, FF_SOLVING_DECOMPOSED, 10, shown);
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (checker, plan);

  check_rules (checker, made->covering);
  check_rules (checker, own);
  check_measures (made, checker, plan, own);
  g_assert_cmpuint (shown->len, >, 0);
  for (guint i = 0; i < shown->len; i++)
    {
      g_autoptr (GPtrArray) one
          = ff_test_rota_checker_read_plan (checker, g_ptr_array_index (shown, i));

      check_rules (checker, one);
      g_assert_cmpint (ff_rota_plan_compare (plan, g_ptr_array_index (shown, i)), <=, 0);
    }
}

static void
test_middle (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_middle (11);

  fill (made);
}

static void
test_tight (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_tight (12);

  fill (made);
}

/* Too much for one model. */
static void
test_region (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_coverable (13, 150, 30, 100);

  fill (made);
}

static void
test_country (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_large (14);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfRotaPlan) plan = solve (rota, FF_SOLVING_GREEDY, 10, shown);
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (checker, plan);

  g_assert_cmpuint (own->len, >=, 500 * 13 * 3);
  check_rules (checker, own);
  for (guint i = 0; i < own->len; i++)
    g_assert_nonnull (g_ptr_array_index (own, i));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC);
  g_cancellable_cancel (data);
  return NULL;
}

/* In the midst of it, whatever HiGHS is at. Without an end of its own it goes on for hours. */
static void
test_stopped (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_coverable (15, 150, 30, 100);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);

  for (FfSolving solving = FF_SOLVING_WHOLE; solving <= FF_SOLVING_DECOMPOSED; solving++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GThread) thread = g_thread_new ("cancel", cancel_soon, cancellable);
      g_autoptr (FfRotaPlan) plan = ff_rota_solve (rota, solving, 20000, NULL, NULL, cancellable);
      g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (checker, plan);

      g_thread_join (g_steal_pointer (&thread));
      check_rules (checker, own);
      check_measures (made, checker, plan, own);
      g_assert_cmpint (ff_rota_plan_get_ending (plan), ==, FF_ROTA_ENDING_EARLY);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota-large/middle", test_middle);
  g_test_add_func ("/rota-large/tight", test_tight);
  g_test_add_func ("/rota-large/region", test_region);
  g_test_add_func ("/rota-large/country", test_country);
  g_test_add_func ("/rota-large/stopped", test_stopped);
  return g_test_run ();
}
