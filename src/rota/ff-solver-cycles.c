/* ff-solver-cycles.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets two or three volunteers exchange places where that suits more.
 *
 * Of the places of such a cycle at least one gets somebody who suits it more. That place comes first: from there on, who may have it
 * in the place of one of theirs, and on the other side, which places its holder may have instead; then who may go from these to those.
 */

#include "ff-solver-cycles.h"

/* So many are tried for one place. */
#define MOST_TRIES 40000

/* What one place can cost less than nothing. */
#define LEAST_COST (-9)

typedef struct
{
  guint pair; /* that is taken */
  guint slot; /* that is left, or whose holder leaves it */
  int cost;   /* so far */
} Move;

typedef struct
{
  FfSolverState *state;
  const FfSolverProblem *problem;
  const FfSolverClock *clock;
  guint *firsts;  /* of each volunteer in @own, and one more */
  guint *own;     /* pairs by volunteer */
  GArray *giving; /* (element-type Move): who could take the place, and what they would leave */
  GArray *going;  /* (element-type Move): where its holder could go */
} Cycles;

/* The sum of three is in the order of levels. */
static int
get_cost (const FfSolverPair *pair)
{
  return 64 * pair->strange + 8 * pair->wish - pair->kept;
}

static int
get_cost_of (const Cycles *self, guint pair)
{
  return get_cost (&self->problem->pairs[pair]);
}

static void
list_own (Cycles *self)
{
  const FfSolverProblem *problem = self->problem;
  g_autofree guint *next = NULL;

  self->firsts = g_new0 (guint, problem->n_volunteers + 2);
  self->own = g_new (guint, problem->n_pairs + 1);
  for (guint i = 0; i < problem->n_pairs; i++)
    self->firsts[problem->pairs[i].volunteer + 1]++;
  for (guint i = 0; i < problem->n_volunteers; i++)
    self->firsts[i + 1] += self->firsts[i];
  next = g_memdup2 (self->firsts, sizeof (guint) * (problem->n_volunteers + 1));
  for (guint i = 0; i < problem->n_pairs; i++)
    self->own[next[problem->pairs[i].volunteer]++] = i;
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const Move *one = a;
  const Move *two = b;

  if (one->cost != two->cost)
    return one->cost < two->cost ? -1 : 1;
  return (one->pair > two->pair) - (one->pair < two->pair);
}

static void
list_giving (Cycles *self, guint slot)
{
  const int old = get_cost_of (self, self->state->taken[slot]);

  g_array_set_size (self->giving, 0);
  for (guint i = self->problem->slots[slot].first; i < self->problem->slots[slot + 1].first; i++)
    {
      const GArray *duties = self->state->duties[self->problem->pairs[i].volunteer];

      if (get_cost_of (self, i) >= old)
        continue;
      for (guint j = 0; j < duties->len; j++)
        {
          guint left = g_array_index (duties, guint, j);
          Move move
              = { i, left,
                  get_cost_of (self, i) - old - get_cost_of (self, self->state->taken[left]) };

          if (left != slot && ff_solver_state_can_take (self->state, i, left))
            g_array_append_val (self->giving, move);
        }
    }
  g_array_sort (self->giving, compare_moves);
}

static void
list_going (Cycles *self, guint slot)
{
  const FfSolverState *state = self->state;
  guint holder = self->problem->pairs[state->taken[slot]].volunteer;

  g_array_set_size (self->going, 0);
  for (guint i = self->firsts[holder]; i < self->firsts[holder + 1]; i++)
    {
      guint pair = self->own[i];
      guint other = self->problem->pairs[pair].slot;
      guint theirs = state->taken[other];
      Move move = { pair, other, 0 };

      if (theirs == FF_SOLVER_NOBODY || self->problem->pairs[theirs].volunteer == holder
          || !ff_solver_state_can_take (state, pair, slot))
        continue;
      move.cost = get_cost_of (self, pair) - get_cost_of (self, theirs);
      g_array_append_val (self->going, move);
    }
  g_array_sort (self->going, compare_moves);
}

/* All at once: on the way there some would have a place too many. */
static void
take_all (Cycles *self, const guint *pairs, guint n)
{
  for (guint i = 0; i < n; i++)
    ff_solver_state_drop (self->state, self->problem->pairs[pairs[i]].slot);
  for (guint i = 0; i < n; i++)
    ff_solver_state_take (self->state, pairs[i]);
}

/* With somebody who takes the place in exchange for one of theirs. */
static gboolean
exchange_two (Cycles *self, guint slot, guint pair)
{
  const FfSolverProblem *problem = self->problem;
  const GArray *duties = self->state->duties[problem->pairs[pair].volunteer];
  guint old = self->state->taken[slot];

  for (guint i = 0; i < duties->len; i++)
    {
      guint other = g_array_index (duties, guint, i);
      guint back = ff_solver_problem_find_pair (problem, other, problem->pairs[old].volunteer);

      if (back == FF_SOLVER_NOBODY || other == slot
          || get_cost_of (self, pair) + get_cost_of (self, back)
                 >= get_cost_of (self, old) + get_cost_of (self, self->state->taken[other])
          || !ff_solver_state_can_take (self->state, pair, other)
          || !ff_solver_state_can_take (self->state, back, slot))
        continue;
      take_all (self, (const guint[]) { pair, back }, 2);
      return TRUE;
    }
  return FALSE;
}

static gboolean
exchange_with_any (Cycles *self, guint slot)
{
  gboolean better = FALSE;

  for (guint i = self->problem->slots[slot].first; i < self->problem->slots[slot + 1].first; i++)
    if (get_cost_of (self, i) < get_cost_of (self, self->state->taken[slot])
        && exchange_two (self, slot, i))
      better = TRUE;
  return better;
}

/* Whether the holder of the place that @going leads to can have the one that @giving leaves. */
static gboolean
try_third (Cycles *self, const Move *giving, const Move *going)
{
  guint third = self->problem->pairs[self->state->taken[going->slot]].volunteer;
  guint pair;

  if (third == self->problem->pairs[giving->pair].volunteer)
    return FALSE;
  pair = ff_solver_problem_find_pair (self->problem, giving->slot, third);
  if (pair == FF_SOLVER_NOBODY || giving->cost + going->cost + get_cost_of (self, pair) >= 0
      || !ff_solver_state_can_take (self->state, pair, going->slot))
    return FALSE;
  take_all (self, (const guint[]) { giving->pair, going->pair, pair }, 3);
  return TRUE;
}

static gboolean
exchange_three (Cycles *self, guint slot)
{
  guint tries = 0;

  list_giving (self, slot);
  if (self->giving->len == 0)
    return FALSE;
  list_going (self, slot);
  for (guint i = 0; i < self->giving->len && tries < MOST_TRIES; i++)
    {
      const Move *giving = &g_array_index (self->giving, Move, i);

      for (guint j = 0; j < self->going->len && tries < MOST_TRIES; j++, tries++)
        {
          const Move *going = &g_array_index (self->going, Move, j);

          if (giving->cost + going->cost + LEAST_COST >= 0)
            break;
          if (try_third (self, giving, going))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
exchange_some (Cycles *self, gboolean three)
{
  gboolean better = FALSE;

  for (guint i = 0; i < self->problem->n_slots && !ff_solver_clock_is_over (self->clock); i++)
    if (self->state->taken[i] != FF_SOLVER_NOBODY
        && (exchange_with_any (self, i) || (three && exchange_three (self, i))))
      better = TRUE;
  return better;
}

gboolean
ff_solver_cycles_improve (FfSolverState *state, const FfSolverClock *clock)
{
  g_autoptr (GArray) giving = g_array_new (FALSE, FALSE, sizeof (Move));
  g_autoptr (GArray) going = g_array_new (FALSE, FALSE, sizeof (Move));
  Cycles self = {
    .state = state, .problem = state->problem, .clock = clock, .giving = giving, .going = going
  };
  gboolean better = FALSE;

  list_own (&self);
  while (exchange_some (&self, FALSE))
    better = TRUE;
  while (exchange_some (&self, TRUE))
    better = TRUE;
  g_free (self.firsts);
  g_free (self.own);
  return better;
}
