/* ff-solver-bounds.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What no way of filling a rota can surpass, without a model of all of it.
 */

#include "ff-solver-bounds.h"

#include <math.h>

#include "ff-solver-flow.h"

#define EPSILON 1e-9

/* What a share allows, where a worst load of 2 / 3 is 0.666…, and sums of the same costs in another order. */
#define ROUNDING 1e-7
#define SLACK 1e-6

/* What a place more costs beside a place that suits is looked for between these powers of ten, so many times. */
#define LEAST_PRICE (-1.0)
#define HIGHEST_PRICE 6.0
#define PRICES 12

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

/* What the levels before leave open. */
typedef struct
{
  const FfSolverState *best;
  const FfSolverProblem *problem;
  const guint *most;
  double last; /* what the last of the cheapest places costs */
  double more; /* by how much the spread is above its bound */
} Room;

/* By how much a place more costs more than it saves elsewhere. */
static double
get_excess (const Room *room, const FfSolverVolunteer *who, guint load)
{
  return MAX (0, (2.0 * load + 1) / who->share - room->last);
}

/* How many free places somebody can have at the most. */
static guint
find_most_within (const Room *room, guint volunteer)
{
  const FfSolverVolunteer *who = &room->problem->volunteers[volunteer];
  double more = room->more;
  guint load = who->fixed;

  while (load < room->most[volunteer])
    {
      more -= get_excess (room, who, load);
      if (more < 0)
        break;
      load++;
    }
  return load - who->fixed;
}

static gboolean
is_known (const FfSolverPair *pair)
{
  return !pair->strange;
}

static gboolean
is_liked (const FfSolverPair *pair)
{
  return pair->wish < 0;
}

static gboolean
is_kept (const FfSolverPair *pair)
{
  return pair->kept;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const FfSolverUnit *one = a;
  const FfSolverUnit *two = b;

  if (one->value > two->value || one->value < two->value)
    return one->value > two->value ? -1 : 1;
  return (one->volunteer > two->volunteer) - (one->volunteer < two->volunteer);
}

/* Each place that suits is worth 1, less what it costs more than it saves elsewhere at @price. */
static GArray *
list_units (const Room *room, const FfSolverFlow *flow, double price)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (FfSolverUnit));

  for (guint i = 0; i < room->problem->n_volunteers; i++)
    {
      const FfSolverVolunteer *who = &room->problem->volunteers[i];
      guint most = MIN (room->most[i] - who->fixed, ff_solver_flow_count (flow, i));

      for (guint j = 0; j < most; j++)
        {
          FfSolverUnit unit = { i, 1 - price * get_excess (room, who, who->fixed + j) };

          if (unit.value <= 0)
            break;
          g_array_append_val (units, unit);
        }
    }
  g_array_sort (units, compare_units);
  return units;
}

typedef struct
{
  const Room *room;
  FfSolverFlow *flow;
  const FfSolverClock *clock;
  double least; /* of all prices so far */
} Pricing;

/* At any price no plan can have more places that suit than this: what a dearer spread would cost is at most @price times what it may grow by. */
static double
try_price (Pricing *self, double power)
{
  double price = pow (10, power);
  g_autoptr (GArray) units = list_units (self->room, self->flow, price);
  double most;

  if (!ff_solver_flow_find_most (self->flow, units, self->clock, &most))
    return INFINITY;
  most += price * self->room->more;
  self->least = MIN (self->least, most);
  return most;
}

/* How many places can suit at the most, at the price that says it best; INFINITY where the time does not suffice. */
static double
find_most_suiting (const Room *room, FfSolverSuits suits, const FfSolverClock *clock)
{
  const double golden = (sqrt (5) - 1) / 2;
  g_autoptr (FfSolverFlow) flow = ff_solver_flow_new (room->problem, suits);
  Pricing self = { room, flow, clock, INFINITY };
  double low = LEAST_PRICE;
  double high = HIGHEST_PRICE;
  double one = high - golden * (high - low);
  double two = low + golden * (high - low);
  double at_one = try_price (&self, one);
  double at_two = try_price (&self, two);

  for (int i = 0; i < PRICES && !ff_solver_clock_is_over (clock); i++)
    if (at_one < at_two)
      {
        high = two;
        two = one;
        at_two = at_one;
        one = high - golden * (high - low);
        at_one = try_price (&self, one);
      }
    else
      {
        low = one;
        one = two;
        at_one = at_two;
        two = low + golden * (high - low);
        at_two = try_price (&self, two);
      }
  return floor (self.least + ROUNDING);
}

/* Of the group, or to their liking: nobody can have more of these than their load allows. */
static void
look_at_loads (const Room *room, double filled, double *bounds)
{
  const FfSolverProblem *problem = room->problem;
  g_autofree guint *known = g_new0 (guint, problem->n_volunteers + 1);
  g_autofree guint *liked = g_new0 (guint, problem->n_volunteers + 1);
  double strangers = filled;
  double wishes = 0;

  for (guint i = 0; i < problem->n_pairs; i++)
    {
      known[problem->pairs[i].volunteer] += !problem->pairs[i].strange;
      liked[problem->pairs[i].volunteer] += problem->pairs[i].wish < 0;
    }
  for (guint i = 0; i < problem->n_left_out; i++)
    liked[problem->left_out[i].volunteer]++;
  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      guint allowed = find_most_within (room, i);

      strangers -= MIN (allowed, known[i]);
      wishes -= MIN (allowed, liked[i]);
    }
  raise_to (bounds, FF_LEVEL_STRANGERS, strangers);
  raise_to (bounds, FF_LEVEL_WISHES, wishes);
}

static gboolean
is_open (const FfSolverScore *score, const double *bounds, FfLevel level)
{
  return bounds[level] < score->levels[level] - 0.5;
}

/* The same together, as far as the time suffices, where nothing as good is known. */
static void
look_at_flows (const Room *room, double filled, const FfSolverClock *clock, double *bounds)
{
  FfSolverScore score = ff_solver_state_score (room->best);
  FfSolverClock third = ff_solver_clock_cut (clock, 1 / 3.0, G_MAXDOUBLE);
  FfSolverClock most = ff_solver_clock_cut (clock, 5 / 6.0, G_MAXDOUBLE);
  double before = 0;

  if (ff_solver_clock_is_over (clock))
    return;
  for (guint i = 0; i < room->problem->n_slots; i++)
    before += room->problem->slots[i].fixed == FF_SOLVER_NOBODY
              && room->problem->slots[i].before != FF_SOLVER_NOBODY;
  if (is_open (&score, bounds, FF_LEVEL_STRANGERS))
    raise_to (bounds, FF_LEVEL_STRANGERS, filled - find_most_suiting (room, is_known, &third));
  if (is_open (&score, bounds, FF_LEVEL_WISHES))
    raise_to (bounds, FF_LEVEL_WISHES, -find_most_suiting (room, is_liked, &most));
  if (is_open (&score, bounds, FF_LEVEL_CHANGES))
    raise_to (bounds, FF_LEVEL_CHANGES, before - find_most_suiting (room, is_kept, clock));
}

/* Nobody has more than the worst load of now allows. */
static void
keep_worst (const FfSolverState *best, guint *most)
{
  double worst = ff_solver_state_get_worst (best);

  for (guint i = 0; i < best->problem->n_volunteers; i++)
    {
      const FfSolverVolunteer *who = &best->problem->volunteers[i];

      most[i] = MAX (who->fixed, MIN (most[i], (guint) floor (worst * who->share + ROUNDING)));
    }
}

void
ff_solver_bounds_raise (const FfSolverState *best, const FfSolverClock *clock, double *bounds)
{
  const FfSolverProblem *problem = best->problem;
  g_autofree guint *most = list_most (problem);
  Room room = { .best = best, .problem = problem, .most = most };
  double fixed = 0;
  double filled = 0;
  double spread;
  gint64 n = 0;

  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      n += best->loads[i];
      filled += best->loads[i] - problem->volunteers[i].fixed;
      if (problem->volunteers[i].fixed > 0)
        fixed = MAX (fixed, problem->volunteers[i].fixed / problem->volunteers[i].share);
    }
  look_at_places (best, bounds);
  raise_to (bounds, FF_LEVEL_WORST, MAX (fixed, find_worst (problem, most, n)));
  keep_worst (best, most);
  spread = fill_cheapest (problem, most, n, &room.last);
  raise_to (bounds, FF_LEVEL_SPREAD, spread * (1 - EPSILON));
  room.more = ff_solver_state_score (best).levels[FF_LEVEL_SPREAD] - spread + SLACK;
  look_at_loads (&room, filled, bounds);
  look_at_flows (&room, filled, clock, bounds);
}
