/* ff-solver-model.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model of some of the free places, all others staying as they are.
 */

#include "ff-solver-model.h"

#include <math.h>

#include "ff-solver-rows.h"

/* What a share allows, where a worst load of 2 / 3 is 0.666…. */
#define EPSILON 1e-7

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer data)
{
  const FfSolverProblem *problem = data;
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;
  guint kind = problem->slots[one].kind;
  guint other = problem->slots[two].kind;

  if (kind != other)
    return kind < other ? -1 : 1;
  return (one > two) - (one < two);
}

static gboolean
had_place (const FfSolverModel *self, const FfSolverKind *kind, guint volunteer)
{
  for (guint i = 0; i < kind->n_slots; i++)
    if (self->problem->slots[kind->slots[i]].before == volunteer)
      return TRUE;
  return FALSE;
}

static gboolean
has_place (const FfSolverModel *self, const FfSolverKind *kind, guint volunteer)
{
  for (guint i = 0; i < kind->n_slots; i++)
    {
      guint taken = self->best->taken[kind->slots[i]];

      if (taken != FF_SOLVER_NOBODY && self->problem->pairs[taken].volunteer == volunteer)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  guint pair;
  double rank;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *two = b;

  if (one->rank < two->rank || one->rank > two->rank)
    return one->rank < two->rank ? -1 : 1;
  return (one->pair > two->pair) - (one->pair < two->pair);
}

/* Who has or had it first, then those with least for their share, strangers last. */
static double
rank (const FfSolverModel *self, const FfSolverKind *kind, const FfSolverPair *pair)
{
  if (has_place (self, kind, pair->volunteer))
    return -2;
  if (had_place (self, kind, pair->volunteer))
    return -1;
  return (self->best->loads[pair->volunteer] + 1) / self->problem->volunteers[pair->volunteer].share
         * (pair->strange ? 1.5 : 1);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;

  return (one > two) - (one < two);
}

static void
add_candidates (FfSolverModel *self, FfSolverKind *kind, guint most)
{
  const FfSolverProblem *problem = self->problem;
  const FfSolverSlot *slot = &problem->slots[kind->slots[0]];
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  kind->first = (int) self->pairs->len;
  for (guint i = slot[0].first; i < slot[1].first; i++)
    if (ff_solver_state_can_take (self->base, i, FF_SOLVER_NOBODY))
      {
        Candidate candidate = { i, 0 };

        if (most > 0)
          candidate.rank = rank (self, kind, &problem->pairs[i]);
        g_array_append_val (candidates, candidate);
      }
  if (most > 0 && candidates->len > most)
    {
      g_array_sort (candidates, compare_candidates);
      g_array_set_size (candidates, most);
    }
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (self->pairs, g_array_index (candidates, Candidate, i).pair);
  qsort (&g_array_index (self->pairs, guint, kind->first), candidates->len, sizeof (guint),
         compare_numbers);
  kind->n_columns = (int) candidates->len;
}

static void
list_kinds (FfSolverModel *self, guint most)
{
  const FfSolverProblem *problem = self->problem;

  for (guint i = 0; i < self->slots->len;)
    {
      guint *slots = &g_array_index (self->slots, guint, i);
      FfSolverKind kind = { .slots = slots };

      while (i < self->slots->len
             && problem->slots[*slots].kind
                    == problem->slots[g_array_index (self->slots, guint, i)].kind)
        {
          kind.n_slots++;
          i++;
        }
      add_candidates (self, &kind, most);
      g_array_append_val (self->kinds, kind);
    }
  self->kept = g_new0 (guint8, self->pairs->len + 1);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      FfSolverKind *kind = &g_array_index (self->kinds, FfSolverKind, i);

      for (int j = kind->first; j < kind->first + kind->n_columns; j++)
        self->kept[j] = had_place (self, kind,
                                   problem->pairs[g_array_index (self->pairs, guint, j)].volunteer);
    }
}

/* Columns and rows of who has what; a kind that is as full in @best as it can be stays so. Whether all of them are. */
static gboolean
add_places (FfSolverModel *self, gboolean plain)
{
  guint filled[2] = { 0 };
  guint possible[2] = { 0 };

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const FfSolverKind *kind = &g_array_index (self->kinds, FfSolverKind, i);
      gboolean required = self->problem->slots[kind->slots[0]].required;

      possible[required] += MIN (kind->n_slots, (guint) kind->n_columns);
      for (guint j = 0; j < kind->n_slots; j++)
        filled[required] += self->best->taken[kind->slots[j]] != FF_SOLVER_NOBODY;
      for (int j = 0; j < kind->n_columns; j++)
        ff_solver_highs_add_column (self->highs, 0, 1);
    }
  for (guint i = 0; i < self->kinds->len; i++)
    {
      FfSolverKind *kind = &g_array_index (self->kinds, FfSolverKind, i);
      gboolean required = self->problem->slots[kind->slots[0]].required;
      guint most = MIN (kind->n_slots, (guint) kind->n_columns);
      gboolean full = !plain && filled[required] == possible[required];

      kind->row = ff_solver_highs_begin_row (self->highs, full ? most : 0, kind->n_slots);
      for (int j = 0; j < kind->n_columns; j++)
        ff_solver_highs_add_entry (self->highs, kind->first + j, 1);
    }
  return filled[FALSE] == possible[FALSE] && filled[TRUE] == possible[TRUE];
}

/* The cost of a place more grows with each: one column for each, which are taken in their order by themselves. Where no more places can be
 * filled, the worst load of now is the most that is worth looking at; else more of them may cost a worse one. */
static void
add_steps (FfSolverModel *self,
           guint volunteer,
           const GArray *columns,
           guint n_turns,
           gboolean narrow)
{
  const FfSolverVolunteer *who = &self->problem->volunteers[volunteer];
  guint base = self->base->loads[volunteer];
  double most = floor (ff_solver_state_get_worst (self->best) * who->share + EPSILON);
  guint n_steps = narrow ? MIN (n_turns, (guint) MAX (0, most - base)) : n_turns;

  self->steps[volunteer] = (int) self->highs->cost->len;
  self->n_steps[volunteer] = n_steps;
  for (guint i = 0; i < n_steps; i++)
    ff_solver_highs_add_column (self->highs, 0, 1);
  ff_solver_highs_begin_row (self->highs, 0, 0);
  for (guint i = 0; i < columns->len; i++)
    ff_solver_highs_add_entry (self->highs, (int) g_array_index (columns, FfSolverTurn, i).column,
                               1);
  for (guint i = 0; i < n_steps; i++)
    ff_solver_highs_add_entry (self->highs, self->steps[volunteer] + (int) i, -1);
}

static void
add_worst (FfSolverModel *self)
{
  self->worst = ff_solver_highs_add_column (self->highs, 0, INFINITY);
  for (guint i = 0; i < self->problem->n_volunteers; i++)
    {
      if (self->n_steps[i] == 0 && self->base->loads[i] == 0)
        continue;
      ff_solver_highs_begin_row (self->highs, -INFINITY, -(double) self->base->loads[i]);
      for (guint j = 0; j < self->n_steps[i]; j++)
        ff_solver_highs_add_entry (self->highs, self->steps[i] + (int) j, 1);
      ff_solver_highs_add_entry (self->highs, self->worst, -self->problem->volunteers[i].share);
    }
}

static void
add_volunteers (FfSolverModel *self, gboolean narrow)
{
  guint n = self->problem->n_volunteers;
  g_autofree GArray **turns = g_new0 (GArray *, n + 1);
  g_autofree guint *n_turns = g_new0 (guint, n + 1);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const FfSolverPair *pair = &self->problem->pairs[g_array_index (self->pairs, guint, i)];
      FfSolverTurn turn = { .column = i, .pair = pair, .slot = &self->problem->slots[pair->slot] };

      if (turns[pair->volunteer] == NULL)
        turns[pair->volunteer] = g_array_new (FALSE, FALSE, sizeof (FfSolverTurn));
      g_array_append_val (turns[pair->volunteer], turn);
    }
  for (guint i = 0; i < n; i++)
    if (turns[i] != NULL)
      n_turns[i] = ff_solver_rows_add (self->highs, self->base, i, turns[i], self->weeks);
  for (guint i = 0; i < n; i++)
    if (turns[i] != NULL)
      {
        add_steps (self, i, turns[i], n_turns[i], narrow);
        g_array_unref (turns[i]);
      }
}

FfSolverModel *
ff_solver_model_new (FfSolverState *best,
                     const guint *slots,
                     guint n_slots,
                     guint most,
                     gboolean plain)
{
  FfSolverModel *self = g_new0 (FfSolverModel, 1);
  gboolean full;

  self->problem = best->problem;
  self->best = best;
  self->base = ff_solver_state_new (best->problem);
  self->highs = ff_solver_highs_new ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (FfSolverKind));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  self->weeks = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->steps = g_new0 (int, best->problem->n_volunteers + 1);
  self->n_steps = g_new0 (guint, best->problem->n_volunteers + 1);
  self->worst = -1;
  ff_solver_state_copy (self->base, best);
  g_array_append_vals (self->slots, slots, n_slots);
  g_array_sort_with_data (self->slots, compare_slots, best->problem);
  for (guint i = 0; i < n_slots; i++)
    ff_solver_state_drop (self->base, slots[i]);
  list_kinds (self, most);
  full = add_places (self, plain);
  add_volunteers (self, full && !plain);
  if (plain)
    add_worst (self);
  return self;
}

void
ff_solver_model_free (FfSolverModel *self)
{
  ff_solver_state_free (self->base);
  ff_solver_highs_free (self->highs);
  g_array_unref (self->slots);
  g_array_unref (self->kinds);
  g_array_unref (self->pairs);
  g_array_unref (self->weeks);
  g_free (self->kept);
  g_free (self->steps);
  g_free (self->n_steps);
  g_free (self);
}

static void
fill_costs_of_steps (FfSolverModel *self, double *costs)
{
  for (guint i = 0; i < self->problem->n_volunteers; i++)
    for (guint j = 0; j < self->n_steps[i]; j++)
      costs[self->steps[i] + (int) j]
          = (2.0 * (self->base->loads[i] + j) + 1) / self->problem->volunteers[i].share;
}

/* Less is better, as in FfSolverScore. */
void
ff_solver_model_fill_costs (FfSolverModel *self, FfLevel level, double *costs)
{
  const FfSolverProblem *problem = self->problem;

  for (guint i = 0; i < self->highs->cost->len; i++)
    costs[i] = 0;
  if (level == FF_LEVEL_SPREAD)
    fill_costs_of_steps (self, costs);
  else if (level == FF_LEVEL_WORST && self->worst >= 0)
    costs[self->worst] = 1;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const FfSolverPair *pair = &problem->pairs[g_array_index (self->pairs, guint, i)];
      gboolean required = problem->slots[pair->slot].required;

      if (level == (required ? FF_LEVEL_REQUIRED : FF_LEVEL_OPTIONAL))
        costs[i] = -1;
      else if (level == FF_LEVEL_STRANGERS)
        costs[i] = pair->strange;
      else if (level == FF_LEVEL_WISHES)
        costs[i] = pair->wish;
      else if (level == FF_LEVEL_CHANGES)
        costs[i] = -(double) self->kept[i];
    }
}

void
ff_solver_model_fill_values (FfSolverModel *self, const FfSolverState *state, double *values)
{
  const FfSolverProblem *problem = self->problem;
  g_autofree guint *loads = g_memdup2 (self->base->loads, sizeof (guint) * problem->n_volunteers);

  for (guint i = 0; i < self->highs->cost->len; i++)
    values[i] = 0;
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const FfSolverKind *kind = &g_array_index (self->kinds, FfSolverKind, i);

      for (int j = kind->first; j < kind->first + kind->n_columns; j++)
        {
          guint who = problem->pairs[g_array_index (self->pairs, guint, j)].volunteer;

          for (guint k = 0; k < kind->n_slots && values[j] < 0.5; k++)
            {
              guint taken = state->taken[kind->slots[k]];

              if (taken != FF_SOLVER_NOBODY && problem->pairs[taken].volunteer == who)
                values[j] = 1;
            }
        }
    }
  for (guint i = 0; i < self->weeks->len; i++)
    {
      guint64 week = g_array_index (self->weeks, guint64, i);

      values[self->pairs->len + i]
          = state->weeks[week] > 0
            || g_array_index (self->highs->lower, double, self->pairs->len + i) > 0.5;
    }
  for (guint i = 0; i < problem->n_volunteers; i++)
    for (guint j = 0; j < self->n_steps[i] && j + loads[i] < state->loads[i]; j++)
      values[self->steps[i] + (int) j] = 1;
  if (self->worst >= 0)
    values[self->worst] = ff_solver_state_get_worst (state);
}

static gboolean
give (FfSolverState *state, guint slot, guint volunteer)
{
  guint pair = ff_solver_problem_find_pair (state->problem, slot, volunteer);

  if (pair == FF_SOLVER_NOBODY || !ff_solver_state_can_take (state, pair, FF_SOLVER_NOBODY))
    return FALSE;
  ff_solver_state_take (state, pair);
  return TRUE;
}

/* Who had one of the places gets that one. */
static gboolean
give_kind (FfSolverModel *self, const FfSolverKind *kind, FfSolverState *state)
{
  for (int turn = 0; turn < 2; turn++)
    for (int j = kind->first; j < kind->first + kind->n_columns; j++)
      {
        guint who = self->problem->pairs[g_array_index (self->pairs, guint, j)].volunteer;
        guint k = 0;

        if (self->highs->values[j] < 0.5 || (turn == 0) != (self->kept[j] != 0))
          continue;
        while (k < kind->n_slots
               && (turn == 0 ? self->problem->slots[kind->slots[k]].before != who
                             : state->taken[kind->slots[k]] != FF_SOLVER_NOBODY))
          k++;
        if (k == kind->n_slots || !give (state, kind->slots[k], who))
          return FALSE;
      }
  return TRUE;
}

gboolean
ff_solver_model_read (FfSolverModel *self, FfSolverState *state)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (fabs (self->highs->values[i] - round (self->highs->values[i])) > 1e-5)
      return FALSE;
  ff_solver_state_copy (state, self->base);
  for (guint i = 0; i < self->kinds->len; i++)
    if (!give_kind (self, &g_array_index (self->kinds, FfSolverKind, i), state))
      return FALSE;
  return TRUE;
}

gboolean
ff_solver_model_set_worst (FfSolverModel *self, double worst)
{
  for (guint i = 0; i < self->problem->n_volunteers; i++)
    {
      double most = floor (worst * self->problem->volunteers[i].share + EPSILON);

      for (guint j = 0; j < self->n_steps[i]; j++)
        g_array_index (self->highs->upper, double, self->steps[i] + (int) j)
            = self->base->loads[i] + j + 1 <= most ? 1 : 0;
    }
  return ff_solver_highs_set_bounds (self->highs);
}

/* Whether a week may be served in beside those that @held says. */
static gboolean
fits_in_row (FfSolverModel *self, const guint8 *held, guint64 index)
{
  guint n_weeks = self->problem->n_weeks;
  guint64 first = index / n_weeks * n_weeks;
  guint most = self->problem->volunteers[index / n_weeks].in_row;
  guint run = 1;

  for (guint64 i = index; i > first && held[i - 1]; i--)
    run++;
  for (guint64 i = index + 1; i < first + n_weeks && held[i]; i++)
    run++;
  return run <= most;
}

gboolean
ff_solver_model_hold_weeks (FfSolverModel *self)
{
  gsize n = (gsize) self->problem->n_volunteers * self->problem->n_weeks;
  g_autofree guint8 *held = g_new0 (guint8, n + 1);

  for (gsize i = 0; i < n; i++)
    held[i] = self->best->weeks[i] > 0;
  for (guint i = 0; i < self->weeks->len; i++)
    {
      guint64 index = g_array_index (self->weeks, guint64, i);

      if (!held[index] && fits_in_row (self, held, index))
        held[index] = 1;
      if (!held[index])
        g_array_index (self->highs->upper, double, self->pairs->len + i) = 0;
      else
        g_array_index (self->highs->lower, double, self->pairs->len + i) = 1;
    }
  return self->weeks->len > 0;
}
