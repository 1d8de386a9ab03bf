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

/* Worst loads that are tried with whole numbers. */
#define TRIES 2

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
  guint n_rows;   /* those in which a step is a whole number: not the limits of levels */
  FfSolverOutcome outcome;
} Levels;

/* The worst of all runs is that of the whole; that there is nothing in some part is no harm. */
static FfSolverOutcome
note (Levels *self, FfSolverOutcome outcome)
{
  if (outcome < self->outcome && outcome != FF_SOLVER_INFEASIBLE)
    self->outcome = outcome;
  return outcome;
}

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

/* A column or a row whose leaving its bound, which takes a step of 1 at least, would cost more than there is to win stays there. */
static void
fix (GArray *lower, GArray *upper, guint n, const double *duals, double most)
{
  for (guint i = 0; i < n; i++)
    {
      double *low = &g_array_index (lower, double, i);
      double *high = &g_array_index (upper, double, i);

      if (duals[i] > most && isfinite (*low))
        *high = *low;
      else if (duals[i] < -most && isfinite (*high))
        *low = *high;
    }
}

/* Not in the plain model, whose worst load takes any step. */
static gboolean
fix_all (Levels *self, double reached)
{
  double most = MAX (0, reached - self->loosest) + EPSILON;

  if (self->model->worst >= 0)
    return TRUE;
  fix (self->highs->lower, self->highs->upper, self->highs->lower->len, self->highs->duals, most);
  fix (self->highs->row_lower, self->highs->row_upper, self->n_rows, self->highs->row_duals, most);
  return ff_solver_highs_set_bounds (self->highs);
}

/* Everybody has as many places as in the best plan. */
static gboolean
hold_loads (Levels *self)
{
  const FfSolverModel *model = self->model;

  get_reached (self);
  for (guint i = 0; i < model->problem->n_volunteers; i++)
    for (guint j = 0; j < model->n_steps[i]; j++)
      {
        int column = model->steps[i] + (int) j;

        g_array_index (self->highs->lower, double, column) = self->values[column];
        g_array_index (self->highs->upper, double, column) = self->values[column];
      }
  return ff_solver_highs_set_bounds (self->highs);
}

/* Where nobody asks for bounds, loads are held one by one rather than by their sum, which would take the whole numbers away. */
static gboolean
hold (Levels *self, FfLevel level, double reached)
{
  if (self->model->worst < 0 && reached - self->loosest <= EPSILON * MAX (1, fabs (reached)))
    return fix_all (self, reached);
  if (level == FF_LEVEL_SPREAD && self->bounds == NULL)
    return hold_loads (self);
  return fix_all (self, reached)
         && ff_solver_highs_limit (self->highs, self->costs, reached + EPSILON);
}

static int
count_broken (Levels *self)
{
  return (int) (self->highs->cost->len - self->model->pairs->len - self->model->weeks->len);
}

/* With whole numbers, from the best plan on; what the run without them said of costs stays. */
static FfSolverOutcome
run_whole (Levels *self, const FfSolverClock *clock)
{
  g_autofree double *duals = g_steal_pointer (&self->highs->duals);
  g_autofree double *row_duals = g_steal_pointer (&self->highs->row_duals);
  FfSolverOutcome outcome;

  self->highs->duals = g_new0 (double, self->highs->cost->len + 1);
  self->highs->row_duals = g_new0 (double, self->highs->starts->len + 1);
  get_reached (self);
  outcome = note (self, ff_solver_highs_run_whole (self->highs, self->values, count_broken (self),
                                                   clock));
  accept_values (self);
  g_free (self->highs->duals);
  g_free (self->highs->row_duals);
  self->highs->duals = g_steal_pointer (&duals);
  self->highs->row_duals = g_steal_pointer (&row_duals);
  return outcome;
}

/* Volunteers of whom not everything is whole by itself. */
static gboolean *
list_open (Levels *self, gboolean wide)
{
  gboolean *open = g_new0 (gboolean, self->model->problem->n_volunteers + 1);

  for (guint i = 0; i < self->model->pairs->len && wide; i++)
    {
      double value = self->highs->values[i];
      guint pair = g_array_index (self->model->pairs, guint, i);

      if (fabs (value - round (value)) > EPSILON)
        open[self->model->problem->pairs[pair].volunteer] = TRUE;
    }
  return open;
}

/* What is whole without asking stays as it is, but for volunteers of whom something is not where that is @wide: the rest is little, and mostly a plan
 * nearly as good comes of it. */
static void
look_nearby (Levels *self, const double *values, gboolean wide)
{
  FfSolverClock clock = ff_solver_clock_cut (&self->clock, 0.2, G_MAXDOUBLE);
  GArray *lower = self->highs->lower;
  g_autoptr (GArray) before = g_array_copy (lower);
  g_autofree gboolean *open = NULL;

  memcpy (self->highs->values, values, sizeof (double) * self->highs->cost->len);
  open = list_open (self, wide);
  for (guint i = 0; i < self->model->pairs->len; i++)
    {
      guint pair = g_array_index (self->model->pairs, guint, i);

      if (values[i] > 1 - EPSILON && !open[self->model->problem->pairs[pair].volunteer])
        g_array_index (lower, double, i) = 1;
    }
  if (ff_solver_highs_set_bounds (self->highs))
    run_whole (self, &clock);
  memcpy (lower->data, before->data, sizeof (double) * lower->len);
  ff_solver_highs_set_bounds (self->highs);
}

static double
branch (Levels *self, FfLevel level)
{
  FfSolverClock clock
      = ff_solver_clock_cut (&self->clock, self->highs->seed == 0 ? 0.3 : 0.6, G_MAXDOUBLE);

  run_whole (self, &clock);
  return round_bound (level, self->highs->bound);
}

static gboolean
is_met (Levels *self, double bound)
{
  return get_reached (self) - bound <= EPSILON * MAX (1, fabs (bound));
}

static void
look_at_rest (Levels *self, double bound)
{
  g_autofree double *values
      = g_memdup2 (self->highs->values, sizeof (double) * self->highs->cost->len);

  look_nearby (self, values, FALSE);
  if (!is_met (self, bound))
    look_nearby (self, values, TRUE);
}

/* From the last run with whole numbers or without, or from before. */
static double
raise_bound (Levels *self, FfLevel level, double bound)
{
  FfSolverScore best = ff_solver_state_score (self->model->best);

  if (self->bounds == NULL || isnan (self->bounds[level]))
    return bound;
  return MAX (bound, get_reached (self) - MAX (0, best.levels[level] - self->bounds[level]));
}

static gboolean
run_loosely (Levels *self)
{
  return note (self, ff_solver_highs_run (self->highs, &self->clock)) == FF_SOLVER_OPTIMAL;
}

/* FALSE where there is no time for more. */
static gboolean
solve_level (Levels *self, FfLevel level)
{
  double bound;

  ff_solver_model_fill_costs (self->model, level, self->costs);
  if (!ff_solver_highs_set_costs (self->highs, self->costs) || !run_loosely (self))
    return FALSE;
  self->loosest = self->highs->objective;
  accept_values (self);
  bound = raise_bound (self, level, round_bound (level, self->loosest));
  if (!is_met (self, bound) && self->model->worst < 0)
    look_at_rest (self, bound);
  if (!is_met (self, bound) && (self->bounds != NULL || level != FF_LEVEL_SPREAD)
      && fix_all (self, get_reached (self)))
    {
      double better = branch (self, level);

      bound = MAX (bound, better);
    }
  tell_bound (self, level, get_reached (self) - bound);
  /* The rows of the worst load slide by less than one, so that prices say nothing of leaving them; what each may have at the most says it all. */
  if (level == FF_LEVEL_WORST)
    return ff_solver_model_set_worst (self->model, ff_solver_state_get_worst (self->model->best))
           && !ff_solver_clock_is_over (&self->clock);
  return hold (self, level, get_reached (self)) && !ff_solver_clock_is_over (&self->clock);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

/* Below the worst of now, what a worst load against a share can be at all, from what is proven on. */
static GArray *
list_worsts (Levels *self)
{
  GArray *worsts = g_array_new (FALSE, FALSE, sizeof (double));
  const FfSolverState *base = self->model->base;
  double least = ff_solver_state_get_worst (base);
  double most = ff_solver_state_get_worst (self->model->best);
  double proven = 0;

  if (self->bounds != NULL && !isnan (self->bounds[FF_LEVEL_WORST]))
    proven = self->bounds[FF_LEVEL_WORST];
  if (least > 0 && least > proven - EPSILON)
    g_array_append_val (worsts, least);
  for (guint i = 0; i < base->problem->n_volunteers; i++)
    for (guint j = 1; j <= self->model->n_steps[i]; j++)
      {
        double worst = (base->loads[i] + j) / base->problem->volunteers[i].share;

        if (worst > least && worst > proven - EPSILON && worst < most - EPSILON * most)
          g_array_append_val (worsts, worst);
      }
  g_array_sort (worsts, compare_numbers);
  while (worsts->len > 0
         && g_array_index (worsts, double, worsts->len - 1) >= most - EPSILON * most)
    g_array_set_size (worsts, worsts->len - 1);
  return worsts;
}

/* How many of @worsts are below the worst of now. */
static guint
count_below (Levels *self, const GArray *worsts)
{
  double most = ff_solver_state_get_worst (self->model->best);
  guint n = worsts->len;

  while (n > 0 && g_array_index (worsts, double, n - 1) >= most - EPSILON * most)
    n--;
  return n;
}

/* The least worst load that is possible without whole numbers; the value below that of now first: where that cannot be, nothing more is to be done. */
static guint
find_least (Levels *self, const GArray *worsts)
{
  guint low = 0;
  guint high = worsts->len;

  for (guint next = high - 1; low < high; next = low + (high - low) / 2)
    {
      FfSolverOutcome outcome;

      if (!ff_solver_model_set_worst (self->model, g_array_index (worsts, double, next)))
        break;
      outcome = note (self, ff_solver_highs_run (self->highs, &self->clock));
      if (outcome == FF_SOLVER_INFEASIBLE)
        low = next + 1;
      else if (outcome == FF_SOLVER_OPTIMAL)
        {
          accept_values (self);
          high = MIN (next, count_below (self, worsts));
          low = MIN (low, high);
        }
      else
        break;
    }
  return low;
}

/* Whether a worst load of at most @worst is impossible, as far as it can be told; where it is possible, the plan may have become one. */
static gboolean
is_impossible (Levels *self, double worst)
{
  FfSolverClock all = self->clock;
  FfSolverOutcome outcome = FF_SOLVER_STOPPED;

  if (!ff_solver_model_set_worst (self->model, worst) || !run_loosely (self))
    return FALSE;
  self->loosest = self->highs->objective;
  self->clock = ff_solver_clock_cut (&all, 0.12, G_MAXDOUBLE);
  if (!accept_values (self))
    look_at_rest (self, -INFINITY);
  if (ff_solver_state_get_worst (self->model->best) > worst * (1 + EPSILON))
    outcome = run_whole (self, &self->clock);
  self->clock = all;
  return outcome == FF_SOLVER_INFEASIBLE;
}

/* The costs are those of the next level, which has whole numbers more often than none. The least first, as nothing is better than that; then what lies
 * between it and that of now. */
static gboolean
search_worst (Levels *self)
{
  g_autoptr (GArray) worsts = NULL;
  guint low, high;

  ff_solver_model_fill_costs (self->model, FF_LEVEL_SPREAD, self->costs);
  if (!ff_solver_highs_set_costs (self->highs, self->costs) || !run_loosely (self))
    return FALSE;
  accept_values (self);
  worsts = list_worsts (self);
  low = find_least (self, worsts);
  high = count_below (self, worsts);
  for (guint tries = 0, next = low;
       tries < TRIES && low < high && !ff_solver_clock_is_over (&self->clock); tries++)
    {
      if (is_impossible (self, g_array_index (worsts, double, next)))
        low = next + 1;
      high = count_below (self, worsts);
      next = low + (high - low) / 2;
    }
  tell_bound (self, FF_LEVEL_WORST,
              low < high ? ff_solver_state_get_worst (self->model->best)
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
          if (self->bounds != NULL && !search_worst (self))
            return FALSE;
          continue;
        }
      if (!solve_level (self, level))
        return FALSE;
    }
  return TRUE;
}

FfSolverOutcome
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
                  .scratch = scratch,
                  .n_rows = model->highs->starts->len,
                  .outcome = FF_SOLVER_OPTIMAL };

  if (!ff_solver_highs_pass (model->highs))
    return FF_SOLVER_FAILED;
  run_levels (&self);
  return self.outcome;
}
