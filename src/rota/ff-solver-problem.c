/* ff-solver-problem.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota in numbers, as the search and the models work on it, and one way of filling it.
 */

#include "ff-solver-problem.h"

#include <math.h>

/* Nothing that is two days apart is in the way of the other. */
#define NEAR (2 * G_TIME_SPAN_DAY)

void
ff_solver_problem_free (FfSolverProblem *self)
{
  g_free (self->slots);
  g_free (self->volunteers);
  g_free (self->pairs);
  g_free (self->left_out);
  g_free (self->weeks);
  g_free (self->months);
  if (self->free_clash_data != NULL)
    self->free_clash_data (self->clash_data);
  g_free (self);
}

/* FF_SOLVER_NOBODY where they may not. */
guint
ff_solver_problem_find_pair (const FfSolverProblem *problem, guint slot, guint volunteer)
{
  guint low = problem->slots[slot].first;
  guint high = problem->slots[slot + 1].first;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (problem->pairs[middle].volunteer < volunteer)
        low = middle + 1;
      else
        high = middle;
    }
  return low < problem->slots[slot + 1].first && problem->pairs[low].volunteer == volunteer
             ? low
             : FF_SOLVER_NOBODY;
}

/* Every free place empty. */
FfSolverState *
ff_solver_state_new (FfSolverProblem *problem)
{
  FfSolverState *self = g_new0 (FfSolverState, 1);
  guint n = problem->n_volunteers;

  self->problem = problem;
  self->taken = g_new (guint, problem->n_slots + 1);
  self->duties = g_new (GArray *, n + 1);
  self->loads = g_new (guint, n + 1);
  self->weeks = g_memdup2 (problem->weeks, sizeof (guint16) * n * problem->n_weeks);
  self->months = g_memdup2 (problem->months, sizeof (guint16) * n * problem->n_months);
  for (guint i = 0; i < problem->n_slots; i++)
    self->taken[i] = FF_SOLVER_NOBODY;
  for (guint i = 0; i < n; i++)
    {
      self->duties[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->loads[i] = problem->volunteers[i].fixed;
    }
  return self;
}

void
ff_solver_state_free (FfSolverState *self)
{
  for (guint i = 0; i < self->problem->n_volunteers; i++)
    g_array_unref (self->duties[i]);
  g_free (self->duties);
  g_free (self->taken);
  g_free (self->loads);
  g_free (self->weeks);
  g_free (self->months);
  g_free (self);
}

/* Only what differs is touched. */
void
ff_solver_state_copy (FfSolverState *self, const FfSolverState *other)
{
  for (guint i = 0; i < self->problem->n_slots; i++)
    if (self->taken[i] != FF_SOLVER_NOBODY && self->taken[i] != other->taken[i])
      ff_solver_state_drop (self, i);
  for (guint i = 0; i < self->problem->n_slots; i++)
    if (self->taken[i] != other->taken[i])
      ff_solver_state_take (self, other->taken[i]);
}

/* Duties that are one less where @dropped says so: TRUE where @week would make too long a row. */
static gboolean
makes_long_row (const FfSolverState *self, guint volunteer, guint week, guint most, guint dropped)
{
  guint n_weeks = self->problem->n_weeks;
  const guint16 *weeks = self->weeks + (gsize) volunteer * n_weeks;
  guint run = 1;

  if (weeks[week] > (week == dropped ? 1 : 0))
    return FALSE;
  for (guint w = week; w > 0 && weeks[w - 1] > (w - 1 == dropped ? 1 : 0); w--)
    run++;
  for (guint w = week + 1; w < n_weeks && weeks[w] > (w == dropped ? 1 : 0); w++)
    run++;
  return run > most;
}

/* Whether a pair's volunteer may have its place beside what they have, if the slot @without (or FF_SOLVER_NOBODY) were
 * somebody else's. */
gboolean
ff_solver_state_can_take (const FfSolverState *self, guint pair, guint without)
{
  const FfSolverProblem *problem = self->problem;
  const FfSolverPair *wanted = &problem->pairs[pair];
  guint volunteer = wanted->volunteer;
  const FfSolverVolunteer *who = &problem->volunteers[volunteer];
  const FfSolverSlot *slot = &problem->slots[wanted->slot];
  const FfSolverPair *given = NULL;
  guint in_week = self->weeks[(gsize) volunteer * problem->n_weeks + wanted->week];
  guint in_month = self->months[(gsize) volunteer * problem->n_months + wanted->month];

  if (without != FF_SOLVER_NOBODY)
    given = &problem->pairs[self->taken[without]];
  if (given != NULL && given->week == wanted->week)
    in_week--;
  if (given != NULL && given->month == wanted->month)
    in_month--;
  if (who->week_cap > 0 && in_week >= who->week_cap)
    return FALSE;
  if (who->month_cap > 0 && in_month >= who->month_cap)
    return FALSE;
  if (who->in_row > 0
      && makes_long_row (self, volunteer, wanted->week, who->in_row,
                         given != NULL ? given->week : FF_SOLVER_NOBODY))
    return FALSE;
  for (guint i = 0; i < self->duties[volunteer]->len; i++)
    {
      guint other = g_array_index (self->duties[volunteer], guint, i);
      const FfSolverSlot *duty = &problem->slots[other];

      if (other == without)
        continue;
      if (other == wanted->slot || duty->turn == slot->turn)
        return FALSE;
      if (duty->start - slot->end < NEAR && slot->start - duty->end < NEAR
          && problem->clash (problem->clash_data, volunteer, wanted->slot, other))
        return FALSE;
    }
  return TRUE;
}

void
ff_solver_state_take (FfSolverState *self, guint pair)
{
  const FfSolverPair *taken;

  if (pair == FF_SOLVER_NOBODY)
    return;
  taken = &self->problem->pairs[pair];
  g_assert (self->taken[taken->slot] == FF_SOLVER_NOBODY);
  self->taken[taken->slot] = pair;
  g_array_append_val (self->duties[taken->volunteer], taken->slot);
  self->loads[taken->volunteer]++;
  self->weeks[(gsize) taken->volunteer * self->problem->n_weeks + taken->week]++;
  self->months[(gsize) taken->volunteer * self->problem->n_months + taken->month]++;
}

void
ff_solver_state_drop (FfSolverState *self, guint slot)
{
  const FfSolverPair *taken;
  GArray *duties;

  if (self->taken[slot] == FF_SOLVER_NOBODY)
    return;
  taken = &self->problem->pairs[self->taken[slot]];
  duties = self->duties[taken->volunteer];
  for (guint i = 0; i < duties->len; i++)
    if (g_array_index (duties, guint, i) == slot)
      {
        g_array_remove_index_fast (duties, i);
        break;
      }
  self->taken[slot] = FF_SOLVER_NOBODY;
  self->loads[taken->volunteer]--;
  self->weeks[(gsize) taken->volunteer * self->problem->n_weeks + taken->week]--;
  self->months[(gsize) taken->volunteer * self->problem->n_months + taken->month]--;
}

double
ff_solver_state_get_worst (const FfSolverState *self)
{
  double worst = 0;

  for (guint i = 0; i < self->problem->n_volunteers; i++)
    if (self->loads[i] > 0)
      worst = MAX (worst, self->loads[i] / self->problem->volunteers[i].share);
  return worst;
}

/* Of the places that are free to fill, and of all loads. */
FfSolverScore
ff_solver_state_score (const FfSolverState *self)
{
  const FfSolverProblem *problem = self->problem;
  FfSolverScore score = { { 0 } };

  for (guint i = 0; i < problem->n_slots; i++)
    {
      const FfSolverSlot *slot = &problem->slots[i];
      const FfSolverPair *pair;

      if (slot->fixed != FF_SOLVER_NOBODY)
        continue;
      if (self->taken[i] == FF_SOLVER_NOBODY)
        {
          score.levels[slot->required ? FF_LEVEL_REQUIRED : FF_LEVEL_OPTIONAL]++;
          score.levels[FF_LEVEL_CHANGES] += slot->before != FF_SOLVER_NOBODY;
          continue;
        }
      pair = &problem->pairs[self->taken[i]];
      score.levels[FF_LEVEL_STRANGERS] += pair->strange;
      score.levels[FF_LEVEL_WISHES] += pair->wish;
      score.levels[FF_LEVEL_CHANGES] += slot->before != FF_SOLVER_NOBODY && !pair->kept;
    }
  score.levels[FF_LEVEL_WORST] = ff_solver_state_get_worst (self);
  for (guint i = 0; i < problem->n_volunteers; i++)
    if (self->loads[i] > 0)
      score.levels[FF_LEVEL_SPREAD]
          += (double) self->loads[i] * self->loads[i] / problem->volunteers[i].share;
  return score;
}

/* Sums that differ by rounding only are alike. */
int
ff_solver_score_compare (const FfSolverScore *a, const FfSolverScore *b)
{
  for (int i = 0; i < FF_N_LEVELS; i++)
    {
      double difference = a->levels[i] - b->levels[i];

      if (fabs (difference) > 1e-9 * MAX (1, fabs (b->levels[i])))
        return difference < 0 ? -1 : 1;
    }
  return 0;
}
