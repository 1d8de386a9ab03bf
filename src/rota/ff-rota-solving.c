/* ff-rota-solving.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills a rota’s places as well as the time allows.
 */

#include "ff-rota-solving.h"

#include <math.h>

#include "ff-solver-bounds.h"
#include "ff-solver-levels.h"
#include "ff-solver-reading.h"
#include "ff-solver-search.h"

/* So many candidates of all places are one model; more are solved a block after the other. */
#define ONE_MODEL 60000

/* Above that, each place has so many candidates less. */
#define MOST_PAIRS 2000000

/* Candidates of a block, and of each place in it. */
#define ONE_BLOCK 8000
#define MOST_IN_BLOCK 30

/* Of the time, what is left for bounds that need no model. */
#define FOR_BOUNDS 0.08

/* Between two plans that the main thread hears of. */
#define QUIET (G_USEC_PER_SEC / 4)

typedef struct
{
  FfRota *rota;
  FfRotaPlan *best; /* every rule kept */
  FfSolverProblem *problem;
  FfSolverState *state;
  FfSolverClock whole;
  FfSolverClock clock; /* less what is left to find bounds in */
  gint64 begin;
  FfRotaProgress progress;
  gpointer progress_data;
  double bounds[FF_N_LEVELS]; /* of FfSolverScore */
  int turn;
  guint n_runs; /* of HiGHS */
  guint n_failed;
} Solving;

static void
tell (Solving *self)
{
  double length = (double) (self->whole.end - self->begin);
  double over = (double) (g_get_monotonic_time () - self->begin);

  if (self->progress != NULL)
    self->progress (self->best, length > 0 ? MIN (1, over / length) : 1, self->progress_data);
}

/* Only what the rota itself says keeps every rule, and is better, becomes the best so far. */
static void
publish (Solving *self, const FfSolverState *state)
{
  g_autofree int *holders = ff_solver_list_holders (state);
  g_autoptr (FfRotaPlan) plan = NULL;

  if (!ff_solver_keeps_rules (self->rota, holders))
    {
      g_warning ("A plan that breaks a rule was left aside");
      return;
    }
  plan = ff_rota_plan_new_for (self->rota, holders);
  if (ff_rota_plan_compare (plan, self->best) >= 0)
    return;
  g_set_object (&self->best, plan);
  tell (self);
}

static void
on_found (const FfSolverState *best, gpointer user_data)
{
  publish (user_data, best);
}

static const FfSolverTold *
get_told (Solving *self, FfSolverTold *told)
{
  *told = (FfSolverTold) { on_found, self };
  return told;
}

static guint *
list_free (const FfSolverProblem *problem, guint *n)
{
  guint *slots = g_new (guint, problem->n_slots + 1);

  *n = 0;
  for (guint i = 0; i < problem->n_slots; i++)
    if (problem->slots[i].fixed == FF_SOLVER_NOBODY
        && problem->slots[i].first < problem->slots[i + 1].first)
      slots[(*n)++] = i;
  return slots;
}

static FfSolverOutcome
run (Solving *self,
     FfSolverModel *model,
     const FfSolverClock *clock,
     const FfSolverTold *told,
     double *bounds)
{
  FfSolverOutcome outcome = ff_solver_levels_run (model, clock, told, bounds);

  self->n_runs++;
  self->n_failed += outcome == FF_SOLVER_FAILED;
  return outcome;
}

/* As good as can be while nobody serves in other weeks than now. */
static void
solve_within_weeks (Solving *self, const guint *slots, guint n, double share)
{
  g_autoptr (FfSolverModel) model = ff_solver_model_new (self->state, slots, n, 0, FALSE);
  FfSolverClock clock = ff_solver_clock_cut (&self->clock, share, G_MAXDOUBLE);
  FfSolverTold told;

  ff_solver_model_hold_weeks (model);
  run (self, model, &clock, get_told (self, &told), NULL);
}

static FfSolverOutcome
solve_freely (Solving *self, const guint *slots, guint n, double share, gboolean plain)
{
  g_autoptr (FfSolverModel) model = ff_solver_model_new (self->state, slots, n, 0, plain);
  FfSolverClock clock = ff_solver_clock_cut (&self->clock, share, G_MAXDOUBLE);
  FfSolverTold told;

  model->highs->seed = self->turn;
  return run (self, model, &clock, get_told (self, &told), self->bounds);
}

static gboolean
is_best (Solving *self)
{
  FfSolverScore score = ff_solver_state_score (self->state);

  for (int i = 0; i < FF_N_LEVELS; i++)
    if (isnan (self->bounds[i])
        || score.levels[i] - self->bounds[i] > 1e-6 * MAX (1, fabs (score.levels[i])))
      return FALSE;
  return TRUE;
}

/* The bounds come from the free model; what it has no time for, the other one often settles. As long as there is time, again, from the best plan and the bounds
 * so far, which leave less to do each time. */
static void
solve_at_once (Solving *self)
{
  guint n;
  g_autofree guint *slots = list_free (self->problem, &n);
  FfSolverOutcome outcome = FF_SOLVER_STOPPED;

  while (outcome == FF_SOLVER_STOPPED && !is_best (self) && !ff_solver_clock_is_over (&self->clock))
    {
      outcome = solve_freely (self, slots, n, self->turn == 0 ? 0.6 : 1, FALSE);
      if (!is_best (self))
        solve_within_weeks (self, slots, n, 0.2);
      self->turn++;
    }
}

static void
solve_plainly (Solving *self)
{
  guint n;
  g_autofree guint *slots = list_free (self->problem, &n);

  solve_freely (self, slots, n, 1, TRUE);
}

/* From one place on, by time, as many as make one model. */
static guint
find_block_end (const FfSolverProblem *problem, const guint *slots, guint n, guint first)
{
  guint pairs = 0;
  guint end = first;

  while (end < n && pairs < ONE_BLOCK)
    {
      pairs += MIN (MOST_IN_BLOCK,
                    problem->slots[slots[end] + 1].first - problem->slots[slots[end]].first);
      end++;
    }
  return end;
}

static gboolean
solve_block (Solving *self, const guint *slots, guint n)
{
  FfSolverScore before = ff_solver_state_score (self->state);
  FfSolverScore after;
  g_autoptr (FfSolverModel) model
      = ff_solver_model_new (self->state, slots, n, MOST_IN_BLOCK, FALSE);
  FfSolverTold told = { 0 };

  ff_solver_model_hold_weeks (model);
  run (self, model, &self->clock, &told, NULL);
  after = ff_solver_state_score (self->state);
  publish (self, self->state);
  return ff_solver_score_compare (&after, &before) < 0;
}

/* A block of dates after the other while the rest stays, again and again with other borders until no block becomes better. */
static void
solve_in_blocks (Solving *self)
{
  guint n;
  g_autofree guint *slots = list_free (self->problem, &n);
  gboolean better = TRUE;

  for (guint turn = 0; better && !ff_solver_clock_is_over (&self->clock); turn++)
    {
      guint end;

      better = FALSE;
      end = turn % 2 == 0 ? 0 : find_block_end (self->problem, slots, n, 0) / 2;
      if (end > 0)
        better = solve_block (self, slots, end);
      for (guint first = end; first < n && !ff_solver_clock_is_over (&self->clock); first = end)
        {
          end = find_block_end (self->problem, slots, n, first);
          better = solve_block (self, slots + first, end - first) || better;
        }
    }
}

static void
set_bounds (Solving *self)
{
  const double sign[FF_N_LEVELS] = { -1, -1, 1, 1, 1, 1, 1 };
  FfSolverScore score;

  ff_solver_read_holders (self->state, ff_rota_plan_get_holders (self->best));
  score = ff_solver_state_score (self->state);
  ff_solver_bounds_raise (self->state, &self->whole, self->bounds);
  for (FfLevel i = 0; i < FF_N_LEVELS; i++)
    {
      double distance = MAX (0, score.levels[i] - self->bounds[i]);

      ff_rota_plan_set_bound (
          self->best, i, ff_rota_plan_get_measure (self->best, i).reached - sign[i] * distance);
    }
}

/* Where no place is free, there is one way only. */
static gboolean
is_settled (Solving *self)
{
  guint n;
  g_autofree guint *slots = list_free (self->problem, &n);
  FfSolverScore score = ff_solver_state_score (self->state);

  if (n == 0)
    memcpy (self->bounds, score.levels, sizeof self->bounds);
  return n == 0;
}

static void
solve (Solving *self, FfSolving solving)
{
  gboolean large = self->problem->n_pairs > ONE_MODEL;
  FfSolverClock search = ff_solver_clock_cut (&self->clock, large ? 0.4 : 0.1, large ? 60 : 3);

  switch (solving)
    {
    case FF_SOLVING_WHOLE:
      solve_plainly (self);
      break;
    case FF_SOLVING_DECOMPOSED:
      ff_solver_search_improve (self->state, &search);
      publish (self, self->state);
      if (large)
        solve_in_blocks (self);
      else
        solve_at_once (self);
      break;
    case FF_SOLVING_GREEDY:
    default:
      break;
    }
}

static FfRotaEnding
get_ending (Solving *self)
{
  if (self->n_runs > 0 && self->n_failed == self->n_runs)
    return FF_ROTA_ENDING_FAILED;
  return ff_solver_clock_is_over (&self->clock) && !is_best (self) ? FF_ROTA_ENDING_EARLY
                                                                   : FF_ROTA_ENDING_DONE;
}

static guint
count_most (FfRota *rota)
{
  guint64 pairs = 0;
  guint n_slots = ff_rota_count_slots (rota);

  for (guint i = 0; i < n_slots; i++)
    {
      guint n;

      ff_rota_get_choices (rota, i, &n);
      pairs += n;
    }
  return pairs > MOST_PAIRS ? MOST_PAIRS / n_slots : 0;
}

/* With whom the best so far has, whoever else is left out. */
static void
read_problem (Solving *self)
{
  const int *holders = ff_rota_plan_get_holders (self->best);

  self->problem = ff_solver_read_rota (self->rota, count_most (self->rota), holders);
  self->state = ff_solver_state_new (self->problem);
  ff_solver_read_holders (self->state, holders);
}

static void
forget_problem (Solving *self)
{
  g_clear_pointer (&self->state, ff_solver_state_free);
  g_clear_pointer (&self->problem, ff_solver_problem_free);
}

/* Stopped halfway, a plan with one more required place may have places open that somebody is free for; these may have been left out. */
static void
top_up (Solving *self)
{
  g_autoptr (FfRotaPlan) full = ff_greedy_top_up (self->best);

  if (ff_rota_plan_compare (full, self->best) >= 0)
    return;
  g_set_object (&self->best, full);
  if (self->problem->pruned)
    {
      forget_problem (self);
      read_problem (self);
    }
  tell (self);
}

/**
 * ff_rota_solve:
 * @rota: what is to be filled
 * @solving: how
 * @seconds: how long it may take; 0 gives the greedy plan
 * @progress: (nullable) (scope call): hears of each better plan, on this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it early, with the best plan so far
 *
 * Fills the places that are free; what is fixed stays. Not on a thread that may not wait. Where HiGHS fails the plan is what was found without it, which
 * ff_rota_plan_get_ending() tells.
 *
 * Returns: (transfer full): the best plan that was found, with what is known of how good one can be at all
 */
FfRotaPlan *
ff_rota_solve (FfRota *rota,
               FfSolving solving,
               double seconds,
               FfRotaProgress progress,
               gpointer progress_data,
               GCancellable *cancellable)
{
  gint64 begin = g_get_monotonic_time ();
  Solving self = { .rota = rota,
                   .whole = { begin + (gint64) (MAX (0, seconds) * G_USEC_PER_SEC), cancellable },
                   .begin = begin,
                   .progress = progress,
                   .progress_data = progress_data };

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);

  for (int i = 0; i < FF_N_LEVELS; i++)
    self.bounds[i] = NAN;
  self.best = ff_greedy_fill (rota);
  tell (&self);
  read_problem (&self);
  self.clock = ff_solver_clock_cut (&self.whole, 1 - FOR_BOUNDS, G_MAXDOUBLE);
  if (!is_settled (&self) && !ff_solver_clock_is_over (&self.clock))
    solve (&self, solving);
  top_up (&self);
  set_bounds (&self);
  ff_rota_plan_set_ending (self.best, get_ending (&self));
  forget_problem (&self);
  return self.best;
}

typedef struct
{
  FfRota *rota;
  FfSolving solving;
  double seconds;
  FfRotaProgress progress;
  gpointer progress_data;
  gint64 told;
} Task;

typedef struct
{
  GTask *task;
  FfRotaPlan *plan;
  double share;
} Telling;

static void
task_free (Task *self)
{
  g_object_unref (self->rota);
  g_free (self);
}

static void
telling_free (Telling *self)
{
  g_object_unref (self->task);
  g_object_unref (self->plan);
  g_free (self);
}

static gboolean
tell_on_main_thread (gpointer user_data)
{
  Telling *telling = user_data;
  Task *task = g_task_get_task_data (telling->task);

  task->progress (telling->plan, telling->share, task->progress_data);
  return G_SOURCE_REMOVE;
}

static void
on_progress (FfRotaPlan *best, double share, gpointer user_data)
{
  GTask *gtask = user_data;
  Task *task = g_task_get_task_data (gtask);
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Telling *telling;

  if (task->progress == NULL || (task->told > 0 && now - task->told < QUIET))
    return;
  task->told = now;
  telling = g_new (Telling, 1);
  *telling = (Telling) { g_object_ref (gtask), g_object_ref (best), share };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_on_main_thread, telling, (GDestroyNotify) telling_free);
  g_source_attach (source, g_task_get_context (gtask));
}

static void
solve_in_thread (GTask *gtask, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Task *task = task_data;

  g_task_return_pointer (gtask,
                         ff_rota_solve (task->rota, task->solving, task->seconds, on_progress,
                                        gtask, cancellable),
                         g_object_unref);
}

/**
 * ff_rota_solve_async:
 * @rota: what is to be filled
 * @solving: how
 * @seconds: how long it may take
 * @progress: (nullable) (scope notified): hears of better plans on the thread that called this, a few times a second at most, and not after @callback
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it early, with the best plan so far
 * @callback: calls ff_rota_solve_finish()
 * @user_data: for @callback
 *
 * As ff_rota_solve(), in a thread.
 */
void
ff_rota_solve_async (FfRota *rota,
                     FfSolving solving,
                     double seconds,
                     FfRotaProgress progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) gtask = g_task_new (NULL, cancellable, callback, user_data);
  Task *task = g_new0 (Task, 1);

  g_return_if_fail (FF_IS_ROTA (rota));

  *task = (Task) { .rota = g_object_ref (rota),
                   .solving = solving,
                   .seconds = seconds,
                   .progress = progress,
                   .progress_data = progress_data };
  g_task_set_source_tag (gtask, ff_rota_solve_async);
  g_task_set_task_data (gtask, task, (GDestroyNotify) task_free);
  g_task_set_check_cancellable (gtask, FALSE);
  g_task_run_in_thread (gtask, solve_in_thread);
}

/**
 * ff_rota_solve_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): the best plan that was found, as of ff_rota_solve()
 */
FfRotaPlan *
ff_rota_solve_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
