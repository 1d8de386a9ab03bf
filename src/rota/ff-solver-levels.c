/* ff-solver-levels.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through the levels of a model in their order, each held while the next ones are made better.
 *
 * A level is solved without whole numbers first. Where the plan reaches that value, all plans as good are those that cost nothing in
 * reduced costs, so that columns and rows are fixed in the place of a row of the whole level: what is left is as easy as
 * before, and mostly has whole numbers by itself. Else HiGHS branches, and what costs more than the distance is fixed.
 */

#include "ff-solver-levels.h"

#include <math.h>

#define EPSILON 1e-6

typedef struct
{
  FfSolverModel *model;
  FfSolverHighs *highs;
  FfSolverClock clock;
  const FfSolverTold *told;
  double *bounds;
  double *costs;
  double *values;
  FfSolverState *scratch;
  double loosest; /* without whole numbers */
} Levels;

static gboolean
accept_values (Levels *self)
{
  FfSolverScore found;
  FfSolverScore best = ff_solver_state_score (self->model->best);

  if (!ff_solver_model_read (self->model, self->scratch))
    return FALSE;
  found = ff_solver_state_score (self->scratch);
  if (ff_solver_score_compare (&found, &best) >= 0)
    return FALSE;
  ff_solver_state_copy (self->model->best, self->scratch);
  if (self->told->found != NULL)
    self->told->found (self->model->best, self->told->user_data);
  return TRUE;
}

/* What the best plan costs by the costs of now. */
static double
get_reached (Levels *self)
{
  double sum = 0;

  ff_solver_model_fill_values (self->model, self->model->best, self->values);
  for (guint i = 0; i < self->highs->cost->len; i++)
    sum += self->costs[i] * self->values[i];
  return sum;
}

static gboolean
is_counted (FfLevel level)
{
  return level != FF_LEVEL_WORST && level != FF_LEVEL_SPREAD;
}

static double
round_bound (FfLevel level, double bound)
{
  return is_counted (level) ? ceil (bound - EPSILON) : bound;
}

static void
tell_bound (Levels *self, FfLevel level, double distance)
{
  FfSolverScore best = ff_solver_state_score (self->model->best);
  double bound = best.levels[level] - MAX (0, distance);

  if (self->bounds != NULL && (isnan (self->bounds[level]) || bound > self->bounds[level]))
    self->bounds[level] = bound;
}

/* A column or a row whose leaving its bound would cost more than there is to win stays there. */
static void
fix (GArray *lower, GArray *upper, const double *duals, double most)
{
  for (guint i = 0; i < lower->len; i++)
    {
      double *low = &g_array_index (lower, double, i);
      double *high = &g_array_index (upper, double, i);

      if (duals[i] > most && isfinite (*low))
        *high = *low;
      else if (duals[i] < -most && isfinite (*high))
        *low = *high;
    }
}

static gboolean
hold (Levels *self, double reached)
{
  double distance = MAX (0, reached - self->loosest);
  gboolean met = distance <= EPSILON * MAX (1, fabs (reached));

  fix (self->highs->lower, self->highs->upper, self->highs->duals, distance + EPSILON);
  fix (self->highs->row_lower, self->highs->row_upper, self->highs->row_duals, distance + EPSILON);
  return ff_solver_highs_set_bounds (self->highs)
         && (met || ff_solver_highs_limit (self->highs, self->costs, reached + EPSILON));
}

static double
branch (Levels *self, FfLevel level)
{
  FfSolverClock clock
      = ff_solver_clock_cut (&self->clock, 1.0 / (FF_N_LEVELS - level + 1), G_MAXDOUBLE);
  g_autofree double *duals = g_steal_pointer (&self->highs->duals);
  g_autofree double *row_duals = g_steal_pointer (&self->highs->row_duals);
  int n_broken = (int) (self->highs->cost->len - self->model->pairs->len - self->model->weeks->len);

  self->highs->duals = g_new0 (double, self->highs->cost->len + 1);
  self->highs->row_duals = g_new0 (double, self->highs->starts->len + 1);
  get_reached (self);
  ff_solver_highs_run_whole (self->highs, self->values, n_broken, &clock);
  accept_values (self);
  g_free (self->highs->duals);
  g_free (self->highs->row_duals);
  self->highs->duals = g_steal_pointer (&duals);
  self->highs->row_duals = g_steal_pointer (&row_duals);
  return self->highs->bound;
}

/* FALSE where there is no time for more. */
static gboolean
solve_level (Levels *self, FfLevel level)
{
  double bound;

  ff_solver_model_fill_costs (self->model, level, self->costs);
  if (!ff_solver_highs_set_costs (self->highs, self->costs)
      || ff_solver_highs_run (self->highs, &self->clock) != FF_SOLVER_OPTIMAL)
    return FALSE;
  self->loosest = self->highs->objective;
  bound = round_bound (level, self->loosest);
  accept_values (self);
  if (get_reached (self) - bound > EPSILON * MAX (1, fabs (bound)))
    bound = MAX (bound, round_bound (level, branch (self, level)));
  tell_bound (self, level, get_reached (self) - bound);
  /* The rows of the worst load slide by less than one, so that prices say nothing of leaving them; what each may have at the most says it all. */
  if (level == FF_LEVEL_WORST)
    return ff_solver_model_set_worst (self->model, ff_solver_state_get_worst (self->model->best))
           && !ff_solver_clock_is_over (&self->clock);
  return hold (self, get_reached (self)) && !ff_solver_clock_is_over (&self->clock);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

/* Below the worst of now, what a worst load against a share can be at all, from least on. */
static GArray *
list_worsts (Levels *self)
{
  GArray *worsts = g_array_new (FALSE, FALSE, sizeof (double));
  const FfSolverState *base = self->model->base;
  double least = ff_solver_state_get_worst (base);
  double most = ff_solver_state_get_worst (self->model->best);

  if (least > 0)
    g_array_append_val (worsts, least);
  for (guint i = 0; i < base->problem->n_volunteers; i++)
    for (guint j = 1; j <= self->model->n_steps[i]; j++)
      {
        double worst = (base->loads[i] + j) / base->problem->volunteers[i].share;

        if (worst > least && worst < most - EPSILON * most)
          g_array_append_val (worsts, worst);
      }
  g_array_sort (worsts, compare_numbers);
  while (worsts->len > 0
         && g_array_index (worsts, double, worsts->len - 1) >= most - EPSILON * most)
    g_array_set_size (worsts, worsts->len - 1);
  return worsts;
}

/* Whether a worst load of at most @worst is possible, as far as it can be told. */
static FfSolverOutcome
try_worst (Levels *self, double worst, gboolean branches)
{
  FfSolverClock clock = ff_solver_clock_cut (&self->clock, 0.1, G_MAXDOUBLE);
  int n_broken = (int) (self->highs->cost->len - self->model->pairs->len - self->model->weeks->len);
  FfSolverOutcome outcome;

  if (!ff_solver_model_set_worst (self->model, worst))
    return FF_SOLVER_FAILED;
  outcome = ff_solver_highs_run (self->highs, &self->clock);
  if (outcome != FF_SOLVER_OPTIMAL || accept_values (self) || !branches)
    return outcome;
  get_reached (self);
  outcome = ff_solver_highs_run_whole (self->highs, self->values, n_broken, &clock);
  if (outcome != FF_SOLVER_INFEASIBLE && !accept_values (self))
    return FF_SOLVER_STOPPED;
  return outcome;
}

/* The value below that of now first: where that cannot be, nothing more is to be done. The costs are those of the next level, which has whole
 * numbers more often than none. */
static gboolean
search_worst (Levels *self)
{
  g_autoptr (GArray) worsts = NULL;
  FfSolverOutcome outcome = FF_SOLVER_OPTIMAL;
  guint low = 0;
  guint high;

  ff_solver_model_fill_costs (self->model, FF_LEVEL_SPREAD, self->costs);
  if (!ff_solver_highs_set_costs (self->highs, self->costs)
      || ff_solver_highs_run (self->highs, &self->clock) != FF_SOLVER_OPTIMAL)
    return FALSE;
  accept_values (self);
  worsts = list_worsts (self);
  high = worsts->len;
  for (guint next = high - 1; low < high; next = low + (high - low) / 2)
    {
      outcome = try_worst (self, g_array_index (worsts, double, next), high == worsts->len);
      if (outcome == FF_SOLVER_INFEASIBLE)
        low = next + 1;
      else if (outcome == FF_SOLVER_FAILED || ff_solver_clock_is_over (&self->clock))
        break;
      else
        high = next;
    }
  tell_bound (self, FF_LEVEL_WORST,
              low < worsts->len ? ff_solver_state_get_worst (self->model->best)
                                      - g_array_index (worsts, double, low)
                                : 0);
  return ff_solver_model_set_worst (self->model, ff_solver_state_get_worst (self->model->best));
}

/* What is full in the model’s rows cannot be fuller. */
static gboolean
is_full (Levels *self, FfLevel level)
{
  for (guint i = 0; i < self->model->kinds->len; i++)
    {
      const FfSolverKind *kind = &g_array_index (self->model->kinds, FfSolverKind, i);
      gboolean required = self->model->problem->slots[kind->slots[0]].required;
      guint filled = 0;

      for (guint j = 0; j < kind->n_slots; j++)
        filled += self->model->best->taken[kind->slots[j]] != FF_SOLVER_NOBODY;
      if (required == (level == FF_LEVEL_REQUIRED)
          && filled < MIN (kind->n_slots, (guint) kind->n_columns))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_levels (Levels *self)
{
  gboolean plain = self->model->worst >= 0;

  for (FfLevel level = 0; level < FF_N_LEVELS; level++)
    {
      if (!plain && level <= FF_LEVEL_OPTIONAL && is_full (self, level))
        {
          tell_bound (self, level, 0);
          continue;
        }
      if (!plain && level == FF_LEVEL_WORST)
        {
          if (!search_worst (self))
            return FALSE;
          continue;
        }
      if (!solve_level (self, level))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_solver_levels_run (FfSolverModel *model,
                      const FfSolverClock *clock,
                      const FfSolverTold *told,
                      double *bounds)
{
  g_autoptr (FfSolverState) scratch = ff_solver_state_new (model->problem);
  g_autofree double *costs = g_new0 (double, model->highs->cost->len + 1);
  g_autofree double *values = g_new0 (double, model->highs->cost->len + 1);
  Levels self = { .model = model,
                  .highs = model->highs,
                  .clock = *clock,
                  .told = told,
                  .bounds = bounds,
                  .costs = costs,
                  .values = values,
                  .scratch = scratch };

  if (!ff_solver_highs_pass (model->highs))
    return FALSE;
  run_levels (&self);
  return TRUE;
}
