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
      int wish = problem->pruned ? -1 : 1;
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
    {
      const FfSolverVolunteer *who = &problem->volunteers[i];

      most[i] += who->fixed;
      if (problem->pruned)
        most[i] = MAX (who->fixed, (guint) who->share);
    }
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

/* The cheapest @n places, each where one more costs least. @last: what the last one costs */
static double
fill_cheapest (const FfSolverProblem *problem, const guint *most, gint64 n, double *last)
{
  g_autofree guint *loads = g_new0 (guint, problem->n_volunteers + 1);
  double sum = 0;

  *last = 0;
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
      *last = MAX (*last, least);
    }
  return sum;
}

/* How many free places somebody can have at the most, where the spread is not to be more than @more above its bound: beyond the cheapest
 * ones each costs more than it saves elsewhere, @last. */
static guint
find_most_within (const FfSolverVolunteer *who, guint most, double last, double more)
{
  guint load = who->fixed;

  while (load < most)
    {
      more -= MAX (0, (2.0 * load + 1) / who->share - last);
      if (more < 0)
        break;
      load++;
    }
  return load - who->fixed;
}

/* Of the group, or to their liking: nobody can have more of these than their load allows, while the spread stays as it is. */
static void
look_at_loads (const FfSolverState *best,
               const guint *most,
               double last,
               double more,
               double *bounds)
{
  const FfSolverProblem *problem = best->problem;
  g_autofree guint *known = g_new0 (guint, problem->n_volunteers + 1);
  g_autofree guint *liked = g_new0 (guint, problem->n_volunteers + 1);
  double strangers = 0;
  double wishes = 0;

  for (guint i = 0; i < problem->n_slots; i++)
    strangers += best->taken[i] != FF_SOLVER_NOBODY;
  for (guint i = 0; i < problem->n_pairs; i++)
    {
      known[problem->pairs[i].volunteer] += !problem->pairs[i].strange;
      liked[problem->pairs[i].volunteer] += problem->pairs[i].wish < 0;
    }
  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      guint allowed = find_most_within (&problem->volunteers[i], most[i], last, more);

      strangers -= MIN (allowed, known[i]);
      wishes -= problem->pruned ? allowed : MIN (allowed, liked[i]);
    }
  raise_to (bounds, FF_LEVEL_STRANGERS, strangers);
  raise_to (bounds, FF_LEVEL_WISHES, wishes);
}

void
ff_solver_bounds_raise (const FfSolverState *best, double *bounds)
{
  const FfSolverProblem *problem = best->problem;
  g_autofree guint *most = list_most (problem);
  double fixed = 0;
  double spread, last, more;
  gint64 n = 0;

  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      n += best->loads[i];
      if (problem->volunteers[i].fixed > 0)
        fixed = MAX (fixed, problem->volunteers[i].fixed / problem->volunteers[i].share);
    }
  look_at_places (best, bounds);
  raise_to (bounds, FF_LEVEL_WORST, MAX (fixed, find_worst (problem, most, n)));
  spread = fill_cheapest (problem, most, n, &last);
  more = ff_solver_state_score (best).levels[FF_LEVEL_SPREAD] - spread + 1e-6;
  raise_to (bounds, FF_LEVEL_SPREAD, spread * (1 - EPSILON));
  look_at_loads (best, most, last, more, bounds);
}
