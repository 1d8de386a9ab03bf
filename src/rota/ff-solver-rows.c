/* ff-solver-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of one volunteer in a model: nobody in two places at once, and their caps.
 */

#include "ff-solver-rows.h"

#include <math.h>

#define NEAR (2 * G_TIME_SPAN_DAY)

#define TURN(i) (&g_array_index (self->turns, FfSolverTurn, i))
#define FIRST(i) g_array_index (self->firsts, guint, i)

typedef struct
{
  FfSolverHighs *highs;
  const FfSolverState *base;
  const FfSolverProblem *problem;
  guint volunteer;
  GArray *turns;
  GArray *firsts;    /* (element-type guint) first column of each occurrence, and one more */
  guint n;           /* occurrences */
  guint8 *clashes;   /* n × n */
  int *week_columns; /* of weeks, -1 = none */
} Rows;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const FfSolverTurn *one = a;
  const FfSolverTurn *two = b;

  if (one->slot->start != two->slot->start)
    return one->slot->start < two->slot->start ? -1 : 1;
  if (one->slot->turn != two->slot->turn)
    return one->slot->turn < two->slot->turn ? -1 : 1;
  return (one->column > two->column) - (one->column < two->column);
}

static void
number_turns (Rows *self)
{
  g_array_sort (self->turns, compare_turns);
  for (guint i = 0; i < self->turns->len; i++)
    {
      if (i == 0 || TURN (i)->slot->turn != TURN (i - 1)->slot->turn)
        g_array_append_val (self->firsts, i);
      TURN (i)->turn = self->firsts->len - 1;
    }
  self->n = self->firsts->len;
  g_array_append_val (self->firsts, self->turns->len);
}

static void
find_clashes (Rows *self)
{
  self->clashes = g_malloc0 ((gsize) self->n * self->n + 1);
  for (guint i = 0; i < self->n; i++)
    for (guint j = i + 1; j < self->n; j++)
      {
        const FfSolverTurn *one = TURN (FIRST (i));
        const FfSolverTurn *two = TURN (FIRST (j));

        if (two->slot->start - one->slot->end >= NEAR)
          break;
        if (self->problem->clash (self->problem->clash_data, self->volunteer, one->pair->slot,
                                  two->pair->slot))
          self->clashes[(gsize) i * self->n + j] = self->clashes[(gsize) j * self->n + i] = 1;
      }
}

/* At most one of these occurrences, and none in a week in which they do not serve. */
static void
add_clique (Rows *self, const guint *members, guint n)
{
  int week = self->week_columns[TURN (FIRST (members[0]))->pair->week];
  gboolean one_week = TRUE;

  for (guint i = 1; i < n; i++)
    one_week = one_week && self->week_columns[TURN (FIRST (members[i]))->pair->week] == week;
  week = one_week ? week : -1;
  ff_solver_highs_begin_row (self->highs, -INFINITY, week >= 0 ? 0 : 1);
  for (guint i = 0; i < n; i++)
    for (guint j = FIRST (members[i]); j < FIRST (members[i] + 1); j++)
      ff_solver_highs_add_entry (self->highs, (int) TURN (j)->column, 1);
  if (week >= 0)
    ff_solver_highs_add_entry (self->highs, week, -1);
}

static gboolean
clashes_with_all (const Rows *self, guint turn, const guint *members, guint n)
{
  for (guint i = 0; i < n; i++)
    if (self->clashes[(gsize) turn * self->n + members[i]] == 0)
      return FALSE;
  return TRUE;
}

/* A pair that is in a row together is marked with 2. */
static void
cover_clash (Rows *self, guint i, guint j, guint *members)
{
  guint n = 2;

  members[0] = i;
  members[1] = j;
  for (guint k = i + 1;
       k < self->n && TURN (FIRST (k))->slot->start - TURN (FIRST (i))->slot->end < NEAR; k++)
    if (k != j && clashes_with_all (self, k, members, n))
      members[n++] = k;
  for (guint k = 0; k < n; k++)
    for (guint l = 0; l < n; l++)
      if (k != l)
        self->clashes[(gsize) members[k] * self->n + members[l]] = 2;
  add_clique (self, members, n);
}

/* Places at one time as rows that hold as many of them as go together, rather than two each. */
static void
add_cliques (Rows *self)
{
  g_autofree guint *members = g_new (guint, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      gboolean alone = TRUE;

      for (guint j = i + 1; j < self->n; j++)
        if (self->clashes[(gsize) i * self->n + j] == 1)
          cover_clash (self, i, j, members);
      for (guint j = 0; j < self->n && alone; j++)
        alone = self->clashes[(gsize) i * self->n + j] == 0;
      if ((alone && FIRST (i + 1) - FIRST (i) > 1)
          || self->week_columns[TURN (FIRST (i))->pair->week] >= 0)
        add_clique (self, &i, 1);
    }
}

static guint
period_of (const FfSolverTurn *turn, gboolean month)
{
  return month ? turn->pair->month : turn->pair->week;
}

static void
add_cap (Rows *self, gboolean month)
{
  const FfSolverVolunteer *who = &self->problem->volunteers[self->volunteer];
  guint n = month ? self->problem->n_months : self->problem->n_weeks;
  const guint16 *used
      = (month ? self->base->months : self->base->weeks) + (gsize) self->volunteer * n;
  guint cap = month ? who->month_cap : who->week_cap;
  guint first = 0;

  if (cap == 0)
    return;
  for (guint i = 1; i <= self->n; i++)
    {
      guint period = period_of (TURN (FIRST (first)), month);
      guint left = cap - MIN (cap, used[period]);

      if (i < self->n && period_of (TURN (FIRST (i)), month) == period)
        continue;
      if (i - first > left)
        {
          int column = month ? -1 : self->week_columns[period];

          ff_solver_highs_begin_row (self->highs, -INFINITY, column >= 0 ? 0 : left);
          for (guint j = FIRST (first); j < FIRST (i); j++)
            ff_solver_highs_add_entry (self->highs, (int) TURN (j)->column, 1);
          if (column >= 0)
            ff_solver_highs_add_entry (self->highs, column, -(double) left);
        }
      first = i;
    }
}

/* A column for each week in which they may serve and do not anyway. */
static void
add_weeks (Rows *self, GArray *weeks)
{
  gsize first = (gsize) self->volunteer * self->problem->n_weeks;

  for (guint i = 0; i < self->problem->n_weeks; i++)
    self->week_columns[i] = -1;
  if (self->problem->volunteers[self->volunteer].in_row == 0)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      guint16 week = TURN (FIRST (i))->pair->week;
      guint64 index = first + week;

      if (self->week_columns[week] >= 0 || self->base->weeks[index] > 0)
        continue;
      self->week_columns[week] = ff_solver_highs_add_column (self->highs, 0, 1);
      g_array_append_val (weeks, index);
    }
}

/* Of one week more than the longest row, one is without a duty. */
static void
add_in_row (Rows *self)
{
  guint most = self->problem->volunteers[self->volunteer].in_row;
  const guint16 *used = self->base->weeks + (gsize) self->volunteer * self->problem->n_weeks;

  if (most == 0)
    return;
  for (guint i = 0; i + most < self->problem->n_weeks; i++)
    {
      guint sure = 0;
      guint open = 0;

      for (guint j = i; j <= i + most; j++)
        {
          sure += used[j] > 0;
          open += self->week_columns[j] >= 0;
        }
      if (open == 0 || sure + open <= most)
        continue;
      ff_solver_highs_begin_row (self->highs, -INFINITY, (double) most - sure);
      for (guint j = i; j <= i + most; j++)
        if (self->week_columns[j] >= 0)
          ff_solver_highs_add_entry (self->highs, self->week_columns[j], 1);
    }
}

guint
ff_solver_rows_add (FfSolverHighs *highs,
                    const FfSolverState *base,
                    guint volunteer,
                    GArray *turns,
                    GArray *weeks)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree int *week_columns = g_new (int, base->problem->n_weeks + 1);
  Rows self = { .highs = highs,
                .base = base,
                .problem = base->problem,
                .volunteer = volunteer,
                .turns = turns,
                .firsts = firsts,
                .week_columns = week_columns };

  number_turns (&self);
  find_clashes (&self);
  add_weeks (&self, weeks);
  add_cliques (&self);
  add_cap (&self, FALSE);
  add_cap (&self, TRUE);
  add_in_row (&self);
  g_free (self.clashes);
  return self.n;
}
