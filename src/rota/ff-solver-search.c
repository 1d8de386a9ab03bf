/* ff-solver-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a plan better by handing places on, without a model.
 */

#include "ff-solver-search.h"

#include <math.h>

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

/* By the levels that an exchange touches. */
static gboolean
suits_more (const FfSolverPair *a,
            const FfSolverPair *b,
            const FfSolverPair *old,
            const FfSolverPair *other)
{
  int strange = a->strange + b->strange - old->strange - other->strange;
  int wish = a->wish + b->wish - old->wish - other->wish;
  int kept = a->kept + b->kept - old->kept - other->kept;

  if (strange != 0)
    return strange < 0;
  return wish != 0 ? wish < 0 : kept > 0;
}

/* Of the two that are exchanged one gets better at the least: only that one is looked for. */
static gboolean
is_better (const FfSolverPair *a, const FfSolverPair *b)
{
  if (a->strange != b->strange)
    return a->strange < b->strange;
  return a->wish != b->wish ? a->wish < b->wish : a->kept > b->kept;
}

static gboolean
exchange (Search *self, guint slot, guint pair)
{
  const FfSolverProblem *problem = self->problem;
  guint old = self->state->taken[slot];
  const GArray *duties = self->state->duties[problem->pairs[pair].volunteer];

  for (guint i = 0; i < duties->len; i++)
    {
      guint other = g_array_index (duties, guint, i);
      guint theirs = self->state->taken[other];
      guint back = ff_solver_problem_find_pair (problem, other, problem->pairs[old].volunteer);

      if (back == FF_SOLVER_NOBODY || other == slot
          || !suits_more (&problem->pairs[pair], &problem->pairs[back], &problem->pairs[old],
                          &problem->pairs[theirs])
          || !ff_solver_state_can_take (self->state, pair, other)
          || !ff_solver_state_can_take (self->state, back, slot))
        continue;
      ff_solver_state_drop (self->state, slot);
      ff_solver_state_drop (self->state, other);
      ff_solver_state_take (self->state, pair);
      ff_solver_state_take (self->state, back);
      return TRUE;
    }
  return FALSE;
}

static gboolean
exchange_some (Search *self)
{
  gboolean better = FALSE;

  for (guint i = 0; i < self->problem->n_slots; i++)
    {
      if (self->state->taken[i] == FF_SOLVER_NOBODY || ff_solver_clock_is_over (self->clock))
        continue;
      for (guint pair = self->problem->slots[i].first; pair < self->problem->slots[i + 1].first;
           pair++)
        if (is_better (&self->problem->pairs[pair], &self->problem->pairs[self->state->taken[i]])
            && exchange (self, i, pair))
          better = TRUE;
    }
  return better;
}

void
ff_solver_search_improve (FfSolverState *state, const FfSolverClock *clock)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autofree guint *seen = g_new0 (guint, state->problem->n_slots + 1);
  Search self
      = { .state = state, .problem = state->problem, .clock = clock, .steps = steps, .seen = seen };

  cover (&self);
  even_out (&self);
  for (int turn = 0; turn < 4 && exchange_some (&self); turn++)
    continue;
}
