/* ff-solver-bounds.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What no way of filling a rota can surpass, without solving anything.
 */

#include "ff-solver-bounds.h"

#include <math.h>

#define EPSILON 1e-9

static void
raise_to (double *bounds, FfLevel level, double bound)
{
  if (isnan (bounds[level]) || bound > bounds[level])
    bounds[level] = bound;
}

/* Each place by itself: nobody can have it, only strangers, nobody to their liking, or somebody else than before. */
static void
look_at_places (const FfSolverState *best, double *bounds)
{
  const FfSolverProblem *problem = best->problem;
  double sums[FF_N_LEVELS] = { 0 };
  double empty = 0;

  for (guint i = 0; i < problem->n_slots; i++)
    {
      const FfSolverSlot *slot = &problem->slots[i];
      const guint first = slot[0].first;
      const guint end = slot[1].first;
      int strange = 1;
      int wish = 1;
      gboolean kept = FALSE;

      if (slot->fixed != FF_SOLVER_NOBODY)
        continue;
      empty += best->taken[i] == FF_SOLVER_NOBODY;
      for (guint j = first; j < end; j++)
        {
          strange = MIN (strange, problem->pairs[j].strange);
          wish = MIN (wish, problem->pairs[j].wish);
          kept = kept || problem->pairs[j].kept;
        }
      sums[FF_LEVEL_CHANGES] += slot->before != FF_SOLVER_NOBODY && !kept;
      if (first == end)
        {
          sums[slot->required ? FF_LEVEL_REQUIRED : FF_LEVEL_OPTIONAL]++;
          empty--;
          continue;
        }
      sums[FF_LEVEL_STRANGERS] += strange;
      sums[FF_LEVEL_WISHES] += wish;
    }
  /* Any of those that stay empty may be the ones that were counted. */
  raise_to (bounds, FF_LEVEL_REQUIRED, sums[FF_LEVEL_REQUIRED]);
  raise_to (bounds, FF_LEVEL_OPTIONAL, sums[FF_LEVEL_OPTIONAL]);
  raise_to (bounds, FF_LEVEL_STRANGERS, MAX (0, sums[FF_LEVEL_STRANGERS] - empty));
  raise_to (bounds, FF_LEVEL_WISHES, sums[FF_LEVEL_WISHES] - empty);
  raise_to (bounds, FF_LEVEL_CHANGES, sums[FF_LEVEL_CHANGES]);
}

/* At most as many as their own places and caps allow. */
static guint *
list_most (const FfSolverProblem *problem)
{
  guint *most = g_new0 (guint, problem->n_volunteers + 1);

  for (guint i = 0; i < problem->n_pairs; i++)
    most[problem->pairs[i].volunteer]++;
  for (guint i = 0; i < problem->n_volunteers; i++)
    most[i] += problem->volunteers[i].fixed;
  return most;
}

static gint64
count_within (const FfSolverProblem *problem, const guint *most, double worst)
{
  gint64 n = 0;

  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      const FfSolverVolunteer *who = &problem->volunteers[i];
      guint allowed = (guint) MIN (G_MAXINT, floor (worst * who->share + EPSILON));

      n += MAX (who->fixed, MIN (most[i], allowed));
    }
  return n;
}

/* The lowest worst load that leaves room for @n places. */
static double
find_worst (const FfSolverProblem *problem, const guint *most, gint64 n)
{
  double low = 0;
  double high = 1;

  while (high < 1e6 && count_within (problem, most, high) < n)
    high *= 2;
  for (int i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2;

      if (count_within (problem, most, middle) >= n)
        high = middle;
      else
        low = middle;
    }
  return low;
}

/* The cheapest @n places, each where one more costs least. */
static double
fill_cheapest (const FfSolverProblem *problem, const guint *most, gint64 n)
{
  g_autofree guint *loads = g_new0 (guint, problem->n_volunteers + 1);
  double sum = 0;

  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      const FfSolverVolunteer *who = &problem->volunteers[i];

      loads[i] = who->fixed;
      n -= who->fixed;
      sum += (double) who->fixed * who->fixed / who->share;
    }
  for (; n > 0; n--)
    {
      double least = INFINITY;
      guint found = 0;

      for (guint i = 0; i < problem->n_volunteers; i++)
        {
          double cost = (2.0 * loads[i] + 1) / problem->volunteers[i].share;

          if (loads[i] < most[i] && cost < least)
            {
              least = cost;
              found = i;
            }
        }
      if (isinf (least))
        break;
      loads[found]++;
      sum += least;
    }
  return sum;
}

void
ff_solver_bounds_raise (const FfSolverState *best, double *bounds)
{
  const FfSolverProblem *problem = best->problem;
  g_autofree guint *most = list_most (problem);
  double fixed = 0;
  gint64 n = 0;

  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      n += best->loads[i];
      if (problem->volunteers[i].fixed > 0)
        fixed = MAX (fixed, problem->volunteers[i].fixed / problem->volunteers[i].share);
    }
  look_at_places (best, bounds);
  raise_to (bounds, FF_LEVEL_WORST, MAX (fixed, find_worst (problem, most, n)));
  raise_to (bounds, FF_LEVEL_SPREAD, fill_cheapest (problem, most, n) * (1 - EPSILON));
}
