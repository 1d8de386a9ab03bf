/* test-rota-failing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota is filled where HiGHS fails too, and says so.
 */

#include "ff-rota-private.h"
#include "ff-rota-solving.h"
#include "ff-solver-highs.h"
#include "ff-test-rota-checker.h"

/* The first run settles for the whole program how many threads there are; every run that asks for another number fails. */
static void
break_highs (void)
{
  const FfSolverClock clock = { G_MAXINT64, NULL };
  g_autoptr (FfSolverHighs) highs = ff_solver_highs_new ();

  highs->threads = 1;
  ff_solver_highs_add_column (highs, 0, 1);
  ff_solver_highs_begin_row (highs, 0, 1);
  ff_solver_highs_add_entry (highs, 0, 1);
  g_assert_true (ff_solver_highs_pass (highs));
  g_assert_cmpint (ff_solver_highs_run (highs, &clock), ==, FF_SOLVER_OPTIMAL);
}

static void
on_progress (FfRotaPlan *best, double share, gpointer data)
{
  g_set_object ((FfRotaPlan **) data, best);
}

static void
fill (FfTestRotaMade *made, FfSolving solving, FfRotaEnding expected)
{
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (FfRotaPlan) greedy = ff_greedy_fill (rota);
  g_autoptr (FfRotaPlan) told = NULL;
  g_autoptr (FfRotaPlan) plan = ff_rota_solve (rota, solving, 20, on_progress, &told, NULL);
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (checker, plan);
  g_autoptr (GPtrArray) broken = ff_test_rota_checker_list_broken (checker, own);

  g_assert_cmpuint (broken->len, ==, 0);
  g_assert_cmpint (ff_rota_plan_compare (plan, greedy), <=, 0);
  g_assert_cmpint (ff_rota_plan_compare (plan, told), ==, 0);
  g_assert_cmpint (ff_rota_plan_get_ending (plan), ==, expected);
  g_assert_cmpfloat (ff_rota_plan_get_measure (plan, FF_LEVEL_REQUIRED).reached, >, 0);
}

/* One model, and blocks one after the other. */
static void
test_failing (void)
{
  g_autoptr (FfTestRotaMade) middle = ff_test_rota_made_middle (21);
  g_autoptr (FfTestRotaMade) region = ff_test_rota_made_coverable (22, 150, 30, 100);

  fill (middle, FF_SOLVING_DECOMPOSED, FF_ROTA_ENDING_FAILED);
  fill (middle, FF_SOLVING_WHOLE, FF_ROTA_ENDING_FAILED);
  fill (region, FF_SOLVING_DECOMPOSED, FF_ROTA_ENDING_FAILED);
  fill (middle, FF_SOLVING_GREEDY, FF_ROTA_ENDING_DONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  break_highs ();
  g_test_add_func ("/rota-failing/failing", test_failing);
  return g_test_run ();
}
