/* test-rota-solving.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling a rota with HiGHS: whole plans only, as good as the best of all where these can be tried, and true bounds.
 */

#include "ff-rota-private.h"
#include "ff-rota-solving.h"
#include "ff-solver-bounds.h"
#include "ff-solver-reading.h"
#include "ff-test-rota-checker.h"
#include "ff-test-rota-search.h"
#include "ff-test-rota-written.h"

#include <math.h>

#define PLENTY 60.0

typedef struct
{
  FfTestRotaChecker *checker;
  FfRota *rota;
  FfRotaPlan *last; /* (nullable) */
  double share;
  guint n;
} Heard;

static void
assert_whole (FfTestRotaChecker *checker, FfRotaPlan *plan)
{
  g_autoptr (GPtrArray) volunteers = ff_test_rota_checker_read_plan (checker, plan);
  g_autoptr (GPtrArray) broken = ff_test_rota_checker_list_broken (checker, volunteers);

  if (broken->len > 0)
    g_test_message ("%s", (const char *) g_ptr_array_index (broken, 0));
  g_assert_cmpuint (broken->len, ==, 0);
}

/* Each is whole, and better than the one before. */
static void
on_progress (FfRotaPlan *best, double share, gpointer user_data)
{
  Heard *heard = user_data;

  assert_whole (heard->checker, best);
  g_assert_true (ff_rota_plan_get_rota (best) == heard->rota);
  g_assert_cmpfloat (share, >=, heard->share);
  g_assert_cmpfloat (share, <=, 1);
  if (heard->last != NULL)
    g_assert_cmpint (ff_rota_plan_compare (best, heard->last), <, 0);
  g_set_object (&heard->last, best);
  heard->share = share;
  heard->n++;
}

static FfRotaPlan *
solve (FfTestRotaChecker *checker,
       FfRota *rota,
       FfSolving solving,
       double seconds,
       GCancellable *cancellable)
{
  Heard heard = { .checker = checker, .rota = rota };
  FfRotaPlan *plan = ff_rota_solve (rota, solving, seconds, on_progress, &heard, cancellable);

  assert_whole (checker, plan);
  g_assert_cmpuint (heard.n, >, 0);
  g_assert_cmpint (ff_rota_plan_compare (plan, heard.last), ==, 0);
  g_clear_object (&heard.last);
  return plan;
}

static FfTestRotaMade *
make (guint32 seed)
{
  const FfTestRotaShape shape = { .seed = seed,
                                  .volunteers = 7,
                                  .groups = 2,
                                  .meetings = 3,
                                  .weeks = 3,
                                  .roles = 2,
                                  .monday = "2026-10-12",
                                  .traits = FF_TEST_ROTA_ALL_TRAITS };

  return ff_test_rota_made_new (&shape);
}

/* No plan surpasses what another one was told to be the bound, as long as the levels before are alike. */
static void
assert_bounds_hold (FfRotaPlan *bounded, FfRotaPlan *other)
{
  for (FfLevel i = 0; i < FF_N_LEVELS; i++)
    {
      const double sign = i <= FF_LEVEL_OPTIONAL ? -1 : 1;
      const FfMeasure measure = ff_rota_plan_get_measure (bounded, i);
      const double reached = ff_rota_plan_get_measure (other, i).reached;

      g_assert_false (isnan (measure.bound));
      g_assert_cmpfloat (sign * measure.bound, <=, sign * measure.reached + 1e-6);
      g_assert_cmpfloat (sign * measure.bound, <=, sign * reached + 1e-6);
      if (fabs (measure.reached - reached) > 1e-6)
        return;
    }
}

static void
test_agreement (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (FfTestRotaMade) made = make (seed);
      g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
      g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
      g_autoptr (FfRotaPlan) greedy = solve (checker, rota, FF_SOLVING_GREEDY, PLENTY, NULL);
      g_autoptr (FfRotaPlan) whole = solve (checker, rota, FF_SOLVING_WHOLE, PLENTY, NULL);
      g_autoptr (FfRotaPlan) parts = solve (checker, rota, FF_SOLVING_DECOMPOSED, PLENTY, NULL);

      g_test_message ("seed %u: %u places", seed, ff_rota_count_slots (rota));
      g_assert_cmpint (ff_rota_plan_compare (parts, whole), ==, 0);
      g_assert_cmpint (ff_rota_plan_compare (parts, greedy), <=, 0);
      assert_bounds_hold (greedy, parts);
      assert_bounds_hold (whole, greedy);
      assert_bounds_hold (parts, greedy);
      g_assert_cmpfloat (ff_rota_plan_get_gap (parts), <=, 1e-6);
      g_assert_cmpfloat (ff_rota_plan_get_gap (whole), <=, 1e-6);
    }
}

/* What is said without a model is true of the best plan of all, in every level. */
static void
test_bounds (void)
{
  const FfSolverClock clock = { G_MAXINT64, NULL };

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (FfTestRotaMade) made = make (seed);
      g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
      g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
      g_autoptr (FfRotaPlan) best = solve (checker, rota, FF_SOLVING_DECOMPOSED, PLENTY, NULL);
      g_autoptr (FfSolverProblem) problem
          = ff_solver_read_rota (rota, seed % 2 * 2, ff_rota_plan_get_holders (best));
      g_autoptr (FfSolverState) state = ff_solver_state_new (problem);
      double bounds[FF_N_LEVELS] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN };
      FfSolverScore score;

      g_test_message ("seed %u: %u pairs, %u left out", seed, problem->n_pairs,
                      problem->n_left_out);
      ff_solver_read_holders (state, ff_rota_plan_get_holders (best));
      score = ff_solver_state_score (state);
      ff_solver_bounds_raise (state, &clock, bounds);
      for (FfLevel i = 0; i < FF_N_LEVELS; i++)
        g_assert_cmpfloat (bounds[i], <=, score.levels[i] + 1e-6);
    }
}

static void
test_exhaustive (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      const FfTestRotaShape shape = { .seed = seed,
                                      .volunteers = 4,
                                      .groups = 1,
                                      .meetings = 2,
                                      .weeks = 2,
                                      .roles = 2,
                                      .monday = "2026-10-26",
                                      .traits = FF_TEST_ROTA_ALL_TRAITS };
      g_autoptr (FfTestRotaMade) made = ff_test_rota_made_new (&shape);
      g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
      g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
      g_autoptr (GPtrArray) best = ff_test_rota_search (checker, TRUE);
      g_autoptr (FfRotaPlan) plan = solve (checker, rota, FF_SOLVING_DECOMPOSED, PLENTY, NULL);
      g_autoptr (GPtrArray) found = ff_test_rota_checker_read_plan (checker, plan);
      FfLevel level = 0;

      g_test_message ("seed %u: %u places", seed, ff_rota_count_slots (rota));
      g_assert_cmpint (ff_test_rota_compare (checker, found, best, &level), ==, 0);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (FfTestRotaMade) made = make (3);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FfRotaPlan) greedy = ff_greedy_fill (rota);

  g_cancellable_cancel (cancellable);
  for (FfSolving solving = FF_SOLVING_GREEDY; solving <= FF_SOLVING_DECOMPOSED; solving++)
    {
      g_autoptr (FfRotaPlan) plan = solve (checker, rota, solving, PLENTY, cancellable);

      g_assert_cmpint (ff_rota_plan_compare (plan, greedy), ==, 0);
      assert_bounds_hold (plan, greedy);
    }
}

static void
test_no_time (void)
{
  g_autoptr (FfTestRotaMade) made = make (4);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (FfRotaPlan) greedy = ff_greedy_fill (rota);
  g_autoptr (FfRotaPlan) plan = solve (checker, rota, FF_SOLVING_DECOMPOSED, 0, NULL);
  g_autoptr (FfRotaPlan) before = solve (checker, rota, FF_SOLVING_WHOLE, -1, NULL);

  g_assert_cmpint (ff_rota_plan_compare (plan, greedy), ==, 0);
  g_assert_cmpint (ff_rota_plan_compare (before, greedy), ==, 0);
}

/* Ann is at her cap with a place that Ben could have, and free for the one that stays open. */
static void
test_top_up (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_new_empty ("2026-10-12", 1);
  g_autoptr (FfRota) rota = NULL;
  g_autoptr (FfRotaPlan) plan = NULL, full = NULL;
  FfVolunteer *ann, *ben;

  ff_test_rota_write_group (made, "north");
  ff_test_rota_write_role (made, "facilitator", NULL);
  ff_roster_take_need (made->roster, ff_need_new ("north", NULL, "facilitator", 1, TRUE));
  ff_test_rota_write_meeting (made, "early", "north", "2026-01-06T18:00");
  ff_test_rota_write_meeting (made, "late", "north", "2026-01-07T18:00");
  ann = ff_test_rota_write_volunteer (made, "ann", "facilitator");
  ben = ff_test_rota_write_volunteer (made, "ben", "facilitator");
  ff_volunteer_set_cap (ann, FF_CAP_WEEK, 1);
  ff_test_rota_write_hours (ben, 2, 0, 1440, FF_WISH_FREE);
  ff_test_rota_made_list_dates (made);
  rota = ff_test_rota_made_lay_out (made);
  plan = ff_rota_plan_new_for (rota, (const int[]) { ff_rota_find_volunteer (rota, ann),
                                                     FF_ROTA_NOBODY });
  full = ff_greedy_top_up (plan);
  g_assert_cmpint (ff_rota_plan_get_holders (full)[0], ==, ff_rota_find_volunteer (rota, ben));
  g_assert_cmpint (ff_rota_plan_get_holders (full)[1], ==, ff_rota_find_volunteer (rota, ann));
}

static void
cancel_at_second (FfRotaPlan *best, double share, gpointer user_data)
{
  static guint n;

  if (++n == 2)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled_in_between (void)
{
  g_autoptr (FfTestRotaMade) made = ff_test_rota_made_middle (2);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FfRotaPlan) greedy = ff_greedy_fill (rota);
  g_autoptr (FfRotaPlan) plan = ff_rota_solve (rota, FF_SOLVING_DECOMPOSED, 3600, cancel_at_second,
                                               cancellable, cancellable);

  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_cmpint (ff_rota_plan_compare (plan, greedy), <, 0);
  assert_whole (checker, plan);
}

/* Two meetings a week, and as many people as are asked for. */
static FfTestRotaMade *
write_made (guint n_volunteers, gboolean meetings)
{
  FfTestRotaMade *made = ff_test_rota_made_new_empty ("2026-10-12", 3);

  ff_test_rota_write_group (made, "north");
  ff_test_rota_write_role (made, "facilitator", NULL);
  ff_roster_take_need (made->roster, ff_need_new ("north", NULL, "facilitator", 1, TRUE));
  if (meetings)
    {
      ff_test_rota_write_meeting (made, "early", "north", "2026-01-06T18:00");
      ff_test_rota_write_meeting (made, "late", "north", "2026-01-07T18:00");
    }
  for (guint i = 0; i < n_volunteers; i++)
    {
      g_autofree char *uid = g_strdup_printf ("v%u", i);

      ff_test_rota_write_volunteer (made, uid, "facilitator");
    }
  ff_test_rota_made_list_dates (made);
  return made;
}

static void
assert_filled (guint n_volunteers, gboolean meetings, guint filled, double worst)
{
  g_autoptr (FfTestRotaMade) made = write_made (n_volunteers, meetings);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);

  for (FfSolving solving = FF_SOLVING_GREEDY; solving <= FF_SOLVING_DECOMPOSED; solving++)
    {
      g_autoptr (FfRotaPlan) plan = solve (checker, rota, solving, PLENTY, NULL);

      g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_measure (plan, FF_LEVEL_REQUIRED).reached,
                                      filled, 1e-9);
      g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_measure (plan, FF_LEVEL_REQUIRED).bound,
                                      filled, 1e-9);
      g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_measure (plan, FF_LEVEL_WORST).reached,
                                      worst, 1e-9);
      g_assert_cmpfloat (ff_rota_plan_get_gap (plan), <=, 1e-6);
    }
}

static void
test_nobody (void)
{
  assert_filled (0, TRUE, 0, 0);
}

static void
test_nothing_to_fill (void)
{
  assert_filled (2, FALSE, 0, 0);
}

/* Six dates, each of two people may have all six: three each. */
static void
test_fair (void)
{
  assert_filled (2, TRUE, 6, 0.5);
}

typedef struct
{
  GMainLoop *loop;
  FfTestRotaChecker *checker;
  FfRotaPlan *plan;
  GThread *thread;
  guint heard;
} Waiting;

static void
on_told (FfRotaPlan *best, double share, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_true (g_thread_self () == waiting->thread);
  g_assert_null (waiting->plan);
  assert_whole (waiting->checker, best);
  waiting->heard++;
}

static void
on_solved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_true (g_thread_self () == waiting->thread);
  waiting->plan = ff_rota_solve_finish (result);
  g_main_loop_quit (waiting->loop);
}

static void
solve_in_thread (gboolean cancelled)
{
  g_autoptr (FfTestRotaMade) made = make (5);
  g_autoptr (FfRota) rota = ff_test_rota_made_lay_out (made);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FfRotaPlan) alone = NULL;
  Waiting waiting = { .loop = loop, .checker = checker, .thread = g_thread_self () };

  if (cancelled)
    g_cancellable_cancel (cancellable);
  ff_rota_solve_async (rota, FF_SOLVING_DECOMPOSED, PLENTY, on_told, &waiting, cancellable,
                       on_solved, &waiting);
  g_main_loop_run (loop);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  assert_whole (checker, waiting.plan);
  g_assert_cmpuint (waiting.heard, >, 0);
  alone = cancelled ? ff_greedy_fill (rota)
                    : solve (checker, rota, FF_SOLVING_DECOMPOSED, PLENTY, NULL);
  g_assert_cmpint (ff_rota_plan_compare (waiting.plan, alone), ==, 0);
  g_clear_object (&waiting.plan);
}

static void
test_in_thread (void)
{
  solve_in_thread (FALSE);
}

static void
test_cancelled_in_thread (void)
{
  solve_in_thread (TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota-solving/agreement", test_agreement);
  g_test_add_func ("/rota-solving/bounds", test_bounds);
  g_test_add_func ("/rota-solving/exhaustive", test_exhaustive);
  g_test_add_func ("/rota-solving/top-up", test_top_up);
  g_test_add_func ("/rota-solving/cancelled", test_cancelled);
  g_test_add_func ("/rota-solving/cancelled-in-between", test_cancelled_in_between);
  g_test_add_func ("/rota-solving/no-time", test_no_time);
  g_test_add_func ("/rota-solving/nobody", test_nobody);
  g_test_add_func ("/rota-solving/nothing-to-fill", test_nothing_to_fill);
  g_test_add_func ("/rota-solving/fair", test_fair);
  g_test_add_func ("/rota-solving/in-thread", test_in_thread);
  g_test_add_func ("/rota-solving/cancelled-in-thread", test_cancelled_in_thread);
  return g_test_run ();
}
