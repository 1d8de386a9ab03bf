/* ff-solver-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a plan better by handing places on, without a model.
 */

#include "ff-solver-search.h"

#include <math.h>

#include "ff-solver-cycles.h"
#include "ff-solver-flow.h"

#define EPSILON 1e-9

/* So many places are looked at for one chain. */
#define WIDEST 400

typedef struct
{
  guint slot;
  guint before; /* step that leads here: its place goes to the holder of this one */
  guint pair;   /* with which that holder takes the place of the step before */
} Step;

typedef struct
{
  FfSolverState *state;
  const FfSolverProblem *problem;
  const FfSolverClock *clock;
  GArray *steps; /* (element-type Step) */
  guint *seen;   /* for each place, the chain that saw it */
  guint chain;
  guint giver; /* whose load is to shrink, or FF_SOLVER_NOBODY */
  double worst;
} Search;

static double
cost_of_more (const Search *self, guint volunteer)
{
  return (2.0 * self->state->loads[volunteer] + 1) / self->problem->volunteers[volunteer].share;
}

static double
cost_of_last (const Search *self, guint volunteer)
{
  return (2.0 * self->state->loads[volunteer] - 1) / self->problem->volunteers[volunteer].share;
}

static double
get_ratio (const Search *self, guint volunteer, guint more)
{
  return (self->state->loads[volunteer] + more) / self->problem->volunteers[volunteer].share;
}

/* Whether a chain may end with one place more for somebody. */
static gboolean
may_gain (const Search *self, guint volunteer)
{
  if (self->giver == FF_SOLVER_NOBODY)
    return TRUE;
  if (volunteer == self->giver)
    return FALSE;
  if (get_ratio (self, self->giver, 0) >= self->worst - EPSILON)
    return get_ratio (self, volunteer, 1) < self->worst - EPSILON;
  /* Nobody becomes as burdened as the worst again, or two would hand a place to and fro for ever. */
  return get_ratio (self, volunteer, 1) < self->worst - EPSILON
         && cost_of_more (self, volunteer) < cost_of_last (self, self->giver) - EPSILON;
}

static void
see (Search *self, guint slot, guint before, guint pair)
{
  Step step = { slot, before, pair };

  self->seen[slot] = self->chain;
  g_array_append_val (self->steps, step);
}

/* Hands on from the end, so that every step keeps the rules; what no longer fits is undone. */
static gboolean
hand_on (Search *self, guint last, guint pair)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at = last;

  while (TRUE)
    {
      Step step = g_array_index (self->steps, Step, at);
      guint was = self->state->taken[step.slot];

      ff_solver_state_drop (self->state, step.slot);
      if (!ff_solver_state_can_take (self->state, pair, FF_SOLVER_NOBODY))
        {
          ff_solver_state_take (self->state, was);
          break;
        }
      ff_solver_state_take (self->state, pair);
      g_array_append_val (given, step.slot);
      g_array_append_val (old, was);
      if (step.before == FF_SOLVER_NOBODY)
        return TRUE;
      pair = step.pair;
      at = step.before;
    }
  for (guint i = given->len; i-- > 0;)
    {
      ff_solver_state_drop (self->state, g_array_index (given, guint, i));
      ff_solver_state_take (self->state, g_array_index (old, guint, i));
    }
  return FALSE;
}

/* The places that a candidate could hand on in order to take this one. */
static void
look_behind (Search *self, guint at, guint pair)
{
  guint volunteer = self->problem->pairs[pair].volunteer;
  const GArray *duties = self->state->duties[volunteer];

  for (guint i = 0; i < duties->len; i++)
    {
      guint other = g_array_index (duties, guint, i);

      if (self->seen[other] != self->chain && ff_solver_state_can_take (self->state, pair, other))
        see (self, other, at, pair);
    }
}

static gboolean
follow (Search *self)
{
  for (guint at = 0; at < self->steps->len && at < WIDEST; at++)
    {
      guint slot = g_array_index (self->steps, Step, at).slot;
      guint first = self->problem->slots[slot].first;
      guint end = self->problem->slots[slot + 1].first;

      for (guint pair = first; pair < end; pair++)
        if (may_gain (self, self->problem->pairs[pair].volunteer)
            && ff_solver_state_can_take (self->state, pair, FF_SOLVER_NOBODY)
            && hand_on (self, at, pair))
          return TRUE;
      for (guint pair = first; pair < end; pair++)
        if (self->problem->pairs[pair].volunteer != self->giver && self->steps->len < WIDEST)
          look_behind (self, at, pair);
    }
  return FALSE;
}

static void
begin_chain (Search *self, guint giver)
{
  self->giver = giver;
  self->chain++;
  g_array_set_size (self->steps, 0);
}

/* A required place that nobody can be made free for may take the holder of another one. */
static gboolean
take_from_optional (Search *self, guint slot)
{
  for (guint pair = self->problem->slots[slot].first; pair < self->problem->slots[slot + 1].first;
       pair++)
    {
      const GArray *duties = self->state->duties[self->problem->pairs[pair].volunteer];

      for (guint i = 0; i < duties->len; i++)
        {
          guint other = g_array_index (duties, guint, i);

          if (self->problem->slots[other].required
              || !ff_solver_state_can_take (self->state, pair, other))
            continue;
          ff_solver_state_drop (self->state, other);
          ff_solver_state_take (self->state, pair);
          return TRUE;
        }
    }
  return FALSE;
}

static void
cover (Search *self)
{
  for (int required = 1; required >= 0; required--)
    for (guint i = 0; i < self->problem->n_slots; i++)
      {
        const FfSolverSlot *slot = &self->problem->slots[i];

        if (slot->required != required || slot->fixed != FF_SOLVER_NOBODY
            || self->state->taken[i] != FF_SOLVER_NOBODY || ff_solver_clock_is_over (self->clock))
          continue;
        begin_chain (self, FF_SOLVER_NOBODY);
        see (self, i, FF_SOLVER_NOBODY, FF_SOLVER_NOBODY);
        if (!follow (self) && required)
          take_from_optional (self, i);
      }
}

static gboolean
relieve (Search *self, guint volunteer)
{
  const GArray *duties = self->state->duties[volunteer];

  begin_chain (self, volunteer);
  for (guint i = 0; i < duties->len; i++)
    see (self, g_array_index (duties, guint, i), FF_SOLVER_NOBODY, FF_SOLVER_NOBODY);
  return follow (self);
}

static int
compare_givers (gconstpointer a, gconstpointer b, gpointer data)
{
  const Search *self = data;
  double one = cost_of_last (self, *(const guint *) a);
  double two = cost_of_last (self, *(const guint *) b);

  return (one < two) - (one > two);
}

/* Those who have most for their share first, again and again until nobody can be relieved. */
static void
even_out (Search *self)
{
  g_autofree guint *order = g_new (guint, self->problem->n_volunteers + 1);
  gboolean better = TRUE;

  for (guint i = 0; i < self->problem->n_volunteers; i++)
    order[i] = i;
  while (better && !ff_solver_clock_is_over (self->clock))
    {
      better = FALSE;
      g_sort_array (order, self->problem->n_volunteers, sizeof (guint), compare_givers, self);
      self->worst = ff_solver_state_get_worst (self->state);
      for (guint i = 0; i < self->problem->n_volunteers; i++)
        while (!ff_solver_clock_is_over (self->clock) && relieve (self, order[i]))
          {
            self->worst = ff_solver_state_get_worst (self->state);
            better = TRUE;
          }
    }
}

static gboolean
is_known (const FfSolverPair *pair)
{
  return !pair->strange;
}

/* As many places as possible to people of the group, nobody having more than in @loads. */
static void
seat_known (FfSolverState *state, const guint *loads, const FfSolverClock *clock)
{
  const FfSolverProblem *problem = state->problem;
  g_autoptr (FfSolverFlow) flow = ff_solver_flow_new (problem, is_known);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (FfSolverUnit));
  double most;

  for (guint i = 0; i < problem->n_volunteers; i++)
    for (guint j = problem->volunteers[i].fixed; j < loads[i]; j++)
      {
        FfSolverUnit unit = { i, 1 };

        g_array_append_val (units, unit);
      }
  ff_solver_flow_find_most (flow, units, clock, &most);
  for (guint i = 0; i < problem->n_slots; i++)
    {
      guint holder = ff_solver_flow_get_holder (flow, i);
      guint pair = FF_SOLVER_NOBODY;

      if (holder != FF_SOLVER_NOBODY)
        pair = ff_solver_problem_find_pair (problem, i, holder);
      if (pair != FF_SOLVER_NOBODY && ff_solver_state_can_take (state, pair, FF_SOLVER_NOBODY))
        ff_solver_state_take (state, pair);
    }
}

/* Who has least of what they are to have. */
static guint
find_taker (const FfSolverState *state, const guint *loads, guint slot)
{
  const FfSolverProblem *problem = state->problem;
  guint found = FF_SOLVER_NOBODY;
  double least = 1;

  for (guint i = problem->slots[slot].first; i < problem->slots[slot + 1].first; i++)
    {
      guint volunteer = problem->pairs[i].volunteer;
      double part = loads[volunteer] > 0 ? (double) state->loads[volunteer] / loads[volunteer] : 1;

      if (part < least && ff_solver_state_can_take (state, i, FF_SOLVER_NOBODY))
        {
          least = part;
          found = i;
        }
    }
  return found;
}

static int
compare_choices (gconstpointer a, gconstpointer b, gpointer data)
{
  const FfSolverProblem *problem = data;
  const FfSolverSlot *one = &problem->slots[*(const guint *) a];
  const FfSolverSlot *two = &problem->slots[*(const guint *) b];
  guint n = one[1].first - one[0].first;
  guint other = two[1].first - two[0].first;

  return (n > other) - (n < other);
}

/* What is open, to those who have less than in @loads, the hardest first. */
static void
seat_rest (FfSolverState *state, const guint *loads, const FfSolverClock *clock)
{
  FfSolverProblem *problem = state->problem;
  g_autofree guint *order = g_new (guint, problem->n_slots + 1);

  for (guint i = 0; i < problem->n_slots; i++)
    order[i] = i;
  g_sort_array (order, problem->n_slots, sizeof (guint), compare_choices, problem);
  for (guint i = 0; i < problem->n_slots && !ff_solver_clock_is_over (clock); i++)
    {
      guint pair = FF_SOLVER_NOBODY;

      if (state->taken[order[i]] == FF_SOLVER_NOBODY)
        pair = find_taker (state, loads, order[i]);
      if (pair != FF_SOLVER_NOBODY)
        ff_solver_state_take (state, pair);
    }
}

static void
fill_evenly (FfSolverState *state, const FfSolverClock *clock)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autofree guint *seen = g_new0 (guint, state->problem->n_slots + 1);
  Search self
      = { .state = state, .problem = state->problem, .clock = clock, .steps = steps, .seen = seen };

  cover (&self);
  even_out (&self);
}

/* The loads that come of filling evenly are nearly always the best there are: from there it is filled anew, by people of the group first. */
void
ff_solver_search_improve (FfSolverState *state, const FfSolverClock *clock)
{
  g_autoptr (FfSolverState) other = ff_solver_state_new (state->problem);
  FfSolverScore score, found;

  fill_evenly (state, clock);
  seat_known (other, state->loads, clock);
  seat_rest (other, state->loads, clock);
  fill_evenly (other, clock);
  score = ff_solver_state_score (state);
  found = ff_solver_state_score (other);
  if (ff_solver_score_compare (&found, &score) < 0)
    ff_solver_state_copy (state, other);
  ff_solver_cycles_improve (state, clock);
}
