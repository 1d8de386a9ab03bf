/* ff-solver-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a rota to its numbers, and from a way of filling it to a plan.
 */

#include "ff-solver-reading.h"

#include "ff-rota-duties.h"

#define US_A_MINUTE G_TIME_SPAN_MINUTE

typedef struct
{
  FfRota *rota;
  FfSolverProblem *problem;
  GArray *pairs;    /* (element-type FfSolverPair) */
  GArray *left_out; /* likewise */
  int week;         /* the first that is known */
  int month;
  guint most;
  const int *holders;
} Reading;

static gboolean
clash (gconstpointer data, guint volunteer, guint slot, guint other)
{
  FfRota *rota = (FfRota *) data;

  return ff_rota_find_conflict (rota, volunteer, ff_rota_get_date_of (rota, slot),
                                ff_rota_get_date_of (rota, other))
         != 0;
}

/* From the earliest to the latest, whatever zone. */
static void
read_calendar (Reading *self)
{
  guint n_dates = ff_rota_count_dates (self->rota);
  int last_week = 0;
  int last_month = 0;

  for (guint i = 0; i < self->problem->n_volunteers && n_dates > 0; i++)
    {
      int week = ff_rota_get_week (self->rota, i, 0);
      int month = ff_rota_get_month (self->rota, i, 0);

      self->week = i == 0 ? week : MIN (self->week, week);
      self->month = i == 0 ? month : MIN (self->month, month);
      week = ff_rota_get_week (self->rota, i, n_dates - 1);
      month = ff_rota_get_month (self->rota, i, n_dates - 1);
      last_week = i == 0 ? week : MAX (last_week, week);
      last_month = i == 0 ? month : MAX (last_month, month);
    }
  self->problem->n_weeks = (guint) (last_week - self->week + 1);
  self->problem->n_months = (guint) (last_month - self->month + 1);
}

static void
add_duty (Reading *self, guint volunteer, guint date)
{
  gsize week = (gsize) (ff_rota_get_week (self->rota, volunteer, date) - self->week);
  gsize month = (gsize) (ff_rota_get_month (self->rota, volunteer, date) - self->month);

  self->problem->weeks[volunteer * self->problem->n_weeks + week]++;
  self->problem->months[volunteer * self->problem->n_months + month]++;
}

static void
read_volunteer (Reading *self, guint volunteer)
{
  FfSolverVolunteer *who = &self->problem->volunteers[volunteer];
  guint n;
  const guint *outside = ff_rota_get_outside (self->rota, volunteer, &n);

  who->share = ff_rota_get_divisor (self->rota, volunteer);
  who->week_cap = ff_rota_get_cap (self->rota, volunteer, FF_CAP_WEEK);
  who->month_cap = ff_rota_get_cap (self->rota, volunteer, FF_CAP_MONTH);
  who->in_row = ff_rota_get_cap (self->rota, volunteer, FF_CAP_IN_ROW);
  for (guint i = 0; i < n; i++)
    add_duty (self, volunteer, outside[i]);
}

static FfSolverPair
make_pair (Reading *self, guint slot, guint volunteer)
{
  guint date = ff_rota_get_date_of (self->rota, slot);
  FfWish wish = ff_rota_get_wish (self->rota, volunteer, date);

  return (FfSolverPair) {
    .slot = slot,
    .volunteer = volunteer,
    .week = (guint16) (ff_rota_get_week (self->rota, volunteer, date) - self->week),
    .month = (guint16) (ff_rota_get_month (self->rota, volunteer, date) - self->month),
    .wish = (gint8) (wish == FF_WISH_RATHER_NOT ? 1
                     : wish == FF_WISH_LIKES    ? -1
                                                : 0),
    .strange = ff_rota_is_stranger (self->rota, volunteer, slot) != FALSE,
    .kept = ff_rota_get_holder (self->rota, slot) == (int) volunteer,
  };
}

static gboolean
holds_kind (Reading *self, guint slot, guint volunteer)
{
  guint kind = ff_rota_get_kind_of (self->rota, slot);

  while (slot > 0 && ff_rota_get_kind_of (self->rota, slot - 1) == kind)
    slot--;
  for (; slot < self->problem->n_slots && ff_rota_get_kind_of (self->rota, slot) == kind; slot++)
    if (ff_rota_get_holder (self->rota, slot) == (int) volunteer
        || self->holders[slot] == (int) volunteer)
      return TRUE;
  return FALSE;
}

/* Those of the group and the holders of the kind’s places always; of the others every so many, beginning with another one each time, so that all
 * come up. */
static gboolean
is_taken_along (Reading *self, guint slot, guint volunteer, guint at, guint n)
{
  guint most = self->most;
  guint turned = (at + ff_rota_get_kind_of (self->rota, slot) * 7) % MAX (1, n);

  if (most == 0 || n <= most || !ff_rota_is_stranger (self->rota, volunteer, slot)
      || holds_kind (self, slot, volunteer))
    return TRUE;
  return turned * most / n != (turned + n - 1) % n * most / n;
}

static void
read_slot (Reading *self, guint i)
{
  FfSolverSlot *slot = &self->problem->slots[i];
  guint date = ff_rota_get_date_of (self->rota, i);
  int holder = ff_rota_get_holder (self->rota, i);
  guint n;
  const guint *choices = ff_rota_get_choices (self->rota, i, &n);

  slot->required = ff_rota_is_required (self->rota, i);
  slot->turn = date;
  slot->kind = 2 * ff_rota_get_kind_of (self->rota, i) + (slot->required ? 1 : 0);
  slot->start = ff_rota_get_date_start (self->rota, date) * US_A_MINUTE;
  slot->end = ff_rota_get_date_end (self->rota, date) * US_A_MINUTE;
  slot->first = self->pairs->len;
  slot->first_left_out = self->left_out->len;
  slot->fixed = FF_SOLVER_NOBODY;
  slot->before = holder >= 0 ? (guint) holder : FF_SOLVER_NOBODY;
  if (ff_rota_is_fixed (self->rota, i))
    {
      slot->fixed = (guint) holder;
      self->problem->volunteers[holder].fixed++;
      add_duty (self, (guint) holder, date);
      return;
    }
  for (guint j = 0; j < n; j++)
    {
      FfSolverPair pair = make_pair (self, i, choices[j]);

      if (is_taken_along (self, i, choices[j], j, n))
        g_array_append_val (self->pairs, pair);
      else if (pair.wish < 0)
        g_array_append_val (self->left_out, pair);
    }
}

FfSolverProblem *
ff_solver_read_rota (FfRota *rota, guint most, const int *holders)
{
  FfSolverProblem *problem = g_new0 (FfSolverProblem, 1);
  Reading self = { .rota = rota, .problem = problem, .most = most, .holders = holders };

  problem->n_slots = ff_rota_count_slots (rota);
  problem->pruned = most > 0;
  problem->n_volunteers = ff_rota_count_volunteers (rota);
  read_calendar (&self);
  self.pairs = g_array_new (FALSE, FALSE, sizeof (FfSolverPair));
  self.left_out = g_array_new (FALSE, FALSE, sizeof (FfSolverPair));
  problem->slots = g_new0 (FfSolverSlot, problem->n_slots + 1);
  problem->volunteers = g_new0 (FfSolverVolunteer, problem->n_volunteers + 1);
  problem->weeks = g_new0 (guint16, (gsize) problem->n_volunteers * problem->n_weeks + 1);
  problem->months = g_new0 (guint16, (gsize) problem->n_volunteers * problem->n_months + 1);
  problem->clash = clash;
  problem->clash_data = g_object_ref (rota);
  problem->free_clash_data = g_object_unref;
  for (guint i = 0; i < problem->n_volunteers; i++)
    read_volunteer (&self, i);
  for (guint i = 0; i < problem->n_slots; i++)
    read_slot (&self, i);
  problem->n_pairs = self.pairs->len;
  problem->slots[problem->n_slots].first = problem->n_pairs;
  problem->pairs = (FfSolverPair *) (void *) g_array_free (self.pairs, FALSE);
  problem->n_left_out = self.left_out->len;
  problem->slots[problem->n_slots].first_left_out = problem->n_left_out;
  problem->left_out = (FfSolverPair *) (void *) g_array_free (self.left_out, FALSE);
  return problem;
}

void
ff_solver_read_holders (FfSolverState *state, const int *holders)
{
  for (guint i = 0; i < state->problem->n_slots; i++)
    {
      guint pair = FF_SOLVER_NOBODY;

      ff_solver_state_drop (state, i);
      if (holders[i] >= 0)
        pair = ff_solver_problem_find_pair (state->problem, i, (guint) holders[i]);
      if (pair != FF_SOLVER_NOBODY)
        ff_solver_state_take (state, pair);
    }
}

int *
ff_solver_list_holders (const FfSolverState *state)
{
  const FfSolverProblem *problem = state->problem;
  int *holders = g_new (int, problem->n_slots + 1);

  for (guint i = 0; i < problem->n_slots; i++)
    {
      guint taken = state->taken[i];

      holders[i] = FF_ROTA_NOBODY;
      if (taken != FF_SOLVER_NOBODY)
        holders[i] = (int) problem->pairs[taken].volunteer;
      else if (problem->slots[i].fixed != FF_SOLVER_NOBODY)
        holders[i] = (int) problem->slots[i].fixed;
    }
  return holders;
}

static gboolean
may_have (FfRota *rota, guint slot, guint volunteer)
{
  guint n;
  const guint *choices = ff_rota_get_choices (rota, slot, &n);

  for (guint i = 0; i < n; i++)
    if (choices[i] == volunteer)
      return TRUE;
  return FALSE;
}

gboolean
ff_solver_keeps_rules (FfRota *rota, const int *holders)
{
  g_autoptr (FfRotaDuties) duties = ff_rota_duties_new (rota, holders);

  for (guint i = 0; i < ff_rota_count_slots (rota); i++)
    {
      if (ff_rota_is_fixed (rota, i) && holders[i] != ff_rota_get_holder (rota, i))
        return FALSE;
      if (ff_rota_is_fixed (rota, i) || holders[i] < 0)
        continue;
      if (!may_have (rota, i, (guint) holders[i])
          || ff_rota_duties_find (duties, (guint) holders[i], i, -1) != 0)
        return FALSE;
    }
  return TRUE;
}
