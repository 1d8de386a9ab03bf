/* ff-solver-flow.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many places of some sort could go to whom at the most, as a flow: each place once, nobody in two at once, nor above a cap.
 *
 * From each volunteer it goes on to weeks (or months, where only those have a cap), from there to times of which they can serve at one, from there to
 * places. A unit more never takes one from another volunteer, only moves them on: so the worthiest units first is the best of all.
 */

#include "ff-solver-flow.h"

#define NONE G_MAXUINT

/* Nothing that is two days apart is in the way of the other. */
#define NEAR (2 * G_TIME_SPAN_DAY)

/* Between two looks at the clock. */
#define UNITS 64

typedef struct
{
  guint volunteer;
  guint first; /* of its times */
  guint left;  /* places that it has room for */
  guint used;
} Period;

typedef struct
{
  guint period;
  guint first; /* of its arcs */
  guint used;  /* place, or NONE */
} Time;

typedef struct
{
  guint time;
  guint slot;
} Arc;

/* Nodes are numbered: volunteers, periods, times, places. */
struct _FfSolverFlow
{
  const FfSolverProblem *problem;
  guint *first_periods; /* of each volunteer, and one more */
  GArray *periods;      /* one more, as below */
  GArray *times;
  GArray *arcs;
  guint *holders; /* of each place a time, or NONE */
  guint *counts;
  guint n_nodes;
  guint *seen; /* of each node the search that saw it; NONE: nothing is free from there any more */
  guint *before;
  guint *queue;
  guint search;
};

#define PERIOD(i) (&g_array_index (self->periods, Period, i))
#define TIME(i) (&g_array_index (self->times, Time, i))
#define ARC(i) (&g_array_index (self->arcs, Arc, i))

/* --- From pairs to arcs --- */

static guint
get_period (const FfSolverVolunteer *who, const FfSolverPair *pair)
{
  if (who->week_cap > 0)
    return pair->week;
  return who->month_cap > 0 ? pair->month : 0;
}

static int
compare_choices (gconstpointer a, gconstpointer b, gpointer data)
{
  const FfSolverProblem *problem = data;
  const FfSolverPair *one = a;
  const FfSolverPair *two = b;
  const FfSolverSlot *slot = &problem->slots[one->slot];
  const FfSolverSlot *other = &problem->slots[two->slot];

  if (slot->start != other->start)
    return slot->start < other->start ? -1 : 1;
  if (slot->turn != other->turn)
    return slot->turn < other->turn ? -1 : 1;
  return (one->slot > two->slot) - (one->slot < two->slot);
}

static guint
get_left (const FfSolverProblem *problem, guint volunteer, guint period)
{
  const FfSolverVolunteer *who = &problem->volunteers[volunteer];
  guint used;

  if (who->week_cap > 0)
    {
      used = problem->weeks[(gsize) volunteer * problem->n_weeks + period];
      return who->week_cap - MIN (who->week_cap, used);
    }
  if (who->month_cap == 0)
    return G_MAXUINT;
  used = problem->months[(gsize) volunteer * problem->n_months + period];
  return who->month_cap - MIN (who->month_cap, used);
}

/* Whether a place is at one time with all that come before it since @first. */
static gboolean
is_at_once (FfSolverFlow *self, guint volunteer, const GPtrArray *choices, guint first, guint at)
{
  const FfSolverPair *pair = g_ptr_array_index (choices, at);
  const FfSolverSlot *slot = &self->problem->slots[pair->slot];
  guint turn = NONE;

  for (guint i = first; i < at; i++)
    {
      const FfSolverPair *other = g_ptr_array_index (choices, i);
      const FfSolverSlot *before = &self->problem->slots[other->slot];

      if (before->turn == turn || before->turn == slot->turn)
        continue;
      turn = before->turn;
      if (slot->start - before->end >= NEAR
          || !self->problem->clash (self->problem->clash_data, volunteer, pair->slot, other->slot))
        return FALSE;
    }
  return TRUE;
}

static guint
find_time_end (FfSolverFlow *self, guint volunteer, const GPtrArray *choices, guint first)
{
  const FfSolverVolunteer *who = &self->problem->volunteers[volunteer];
  guint period = get_period (who, g_ptr_array_index (choices, first));
  guint end = first + 1;

  while (end < choices->len && get_period (who, g_ptr_array_index (choices, end)) == period
         && is_at_once (self, volunteer, choices, first, end))
    end++;
  return end;
}

static void
add_volunteer (FfSolverFlow *self, guint volunteer, GPtrArray *choices)
{
  const FfSolverVolunteer *who = &self->problem->volunteers[volunteer];
  guint last = NONE;

  self->first_periods[volunteer] = self->periods->len;
  g_ptr_array_sort_values_with_data (choices, compare_choices, (gpointer) self->problem);
  for (guint i = 0, end; i < choices->len; i = end)
    {
      guint number = get_period (who, g_ptr_array_index (choices, i));
      Time time = { 0, self->arcs->len, NONE };

      if (number != last)
        {
          Period period
              = { volunteer, self->times->len, get_left (self->problem, volunteer, number), 0 };

          g_array_append_val (self->periods, period);
          last = number;
        }
      time.period = self->periods->len - 1;
      end = find_time_end (self, volunteer, choices, i);
      for (guint j = i; j < end; j++)
        {
          const FfSolverPair *pair = g_ptr_array_index (choices, j);
          Arc arc = { self->times->len, pair->slot };

          g_array_append_val (self->arcs, arc);
        }
      g_array_append_val (self->times, time);
    }
  self->counts[volunteer] = choices->len;
}

static void
take_pairs (const FfSolverPair *pairs, guint n, FfSolverSuits suits, GPtrArray **choices)
{
  for (guint i = 0; i < n; i++)
    if (suits (&pairs[i]))
      g_ptr_array_add (choices[pairs[i].volunteer], (gpointer) &pairs[i]);
}

static void
list_choices (FfSolverFlow *self, FfSolverSuits suits, GPtrArray **choices)
{
  const FfSolverProblem *problem = self->problem;

  for (guint i = 0; i < problem->n_slots; i++)
    {
      const FfSolverSlot *slot = &problem->slots[i];

      if (slot->fixed != FF_SOLVER_NOBODY)
        continue;
      take_pairs (problem->pairs + slot[0].first, slot[1].first - slot[0].first, suits, choices);
      take_pairs (problem->left_out + slot[0].first_left_out,
                  slot[1].first_left_out - slot[0].first_left_out, suits, choices);
    }
}

static void
close_lists (FfSolverFlow *self)
{
  Period period = { NONE, self->times->len, 0, 0 };
  Time time = { NONE, self->arcs->len, NONE };

  self->first_periods[self->problem->n_volunteers] = self->periods->len;
  self->n_nodes = self->problem->n_volunteers + self->periods->len + self->times->len
                  + self->problem->n_slots;
  g_array_append_val (self->periods, period);
  g_array_append_val (self->times, time);
  self->seen = g_new0 (guint, self->n_nodes + 1);
  self->before = g_new (guint, self->n_nodes + 1);
  self->queue = g_new (guint, self->n_nodes + 1);
}

FfSolverFlow *
ff_solver_flow_new (const FfSolverProblem *problem, FfSolverSuits suits)
{
  FfSolverFlow *self = g_new0 (FfSolverFlow, 1);
  g_autofree GPtrArray **choices = g_new (GPtrArray *, problem->n_volunteers + 1);

  self->problem = problem;
  self->first_periods = g_new (guint, problem->n_volunteers + 1);
  self->counts = g_new (guint, problem->n_volunteers + 1);
  self->periods = g_array_new (FALSE, FALSE, sizeof (Period));
  self->times = g_array_new (FALSE, FALSE, sizeof (Time));
  self->arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  self->holders = g_new (guint, problem->n_slots + 1);
  for (guint i = 0; i < problem->n_volunteers; i++)
    choices[i] = g_ptr_array_new ();
  list_choices (self, suits, choices);
  for (guint i = 0; i < problem->n_volunteers; i++)
    {
      add_volunteer (self, i, choices[i]);
      g_ptr_array_unref (choices[i]);
    }
  close_lists (self);
  return self;
}

void
ff_solver_flow_free (FfSolverFlow *self)
{
  g_free (self->first_periods);
  g_free (self->counts);
  g_array_unref (self->periods);
  g_array_unref (self->times);
  g_array_unref (self->arcs);
  g_free (self->holders);
  g_free (self->seen);
  g_free (self->before);
  g_free (self->queue);
  g_free (self);
}

guint
ff_solver_flow_count (const FfSolverFlow *self, guint volunteer)
{
  return self->counts[volunteer];
}

/* --- The flow --- */

static guint
node_of_period (const FfSolverFlow *self, guint period)
{
  return self->problem->n_volunteers + period;
}

static guint
node_of_time (const FfSolverFlow *self, guint time)
{
  return node_of_period (self, self->periods->len - 1) + time;
}

static guint
node_of_slot (const FfSolverFlow *self, guint slot)
{
  return node_of_time (self, self->times->len - 1) + slot;
}

static gboolean
see (FfSolverFlow *self, guint node, guint before, guint *end)
{
  if (self->seen[node] == self->search || self->seen[node] == NONE)
    return FALSE;
  self->seen[node] = self->search;
  self->before[node] = before;
  self->queue[(*end)++] = node;
  return TRUE;
}

static void
look_from_volunteer (FfSolverFlow *self, guint volunteer, guint *end)
{
  for (guint i = self->first_periods[volunteer]; i < self->first_periods[volunteer + 1]; i++)
    if (PERIOD (i)->used < PERIOD (i)->left)
      see (self, node_of_period (self, i), volunteer, end);
}

static void
look_from_period (FfSolverFlow *self, guint period, guint *end)
{
  guint node = node_of_period (self, period);

  for (guint i = PERIOD (period)->first; i < PERIOD (period + 1)->first; i++)
    if (TIME (i)->used == NONE)
      see (self, node_of_time (self, i), node, end);
  if (PERIOD (period)->used > 0)
    see (self, PERIOD (period)->volunteer, node, end);
}

/* A place that nobody has, or NONE. */
static guint
look_from_time (FfSolverFlow *self, guint time, guint *end)
{
  guint node = node_of_time (self, time);

  for (guint i = TIME (time)->first; i < TIME (time + 1)->first; i++)
    {
      guint slot = ARC (i)->slot;

      if (slot == TIME (time)->used || !see (self, node_of_slot (self, slot), node, end))
        continue;
      if (self->holders[slot] == NONE)
        return slot;
    }
  if (TIME (time)->used != NONE)
    see (self, node_of_period (self, TIME (time)->period), node, end);
  return NONE;
}

/* The step from @before to @node, of which the later ones have been taken: who gave a place up has got another one by then. */
static void
take_step (FfSolverFlow *self, guint before, guint node)
{
  const guint periods = node_of_period (self, 0);
  const guint times = node_of_time (self, 0);
  const guint slots = node_of_slot (self, 0);

  if (before < periods)
    PERIOD (node - periods)->used++;
  else if (node < periods)
    PERIOD (before - periods)->used--;
  else if (node >= slots)
    {
      TIME (before - times)->used = node - slots;
      self->holders[node - slots] = before - times;
    }
  else if (before >= times && before < slots)
    TIME (before - times)->used = NONE;
}

static void
take_path (FfSolverFlow *self, guint volunteer, guint slot)
{
  guint node = node_of_slot (self, slot);

  while (node != volunteer)
    {
      take_step (self, self->before[node], node);
      node = self->before[node];
    }
}

/* What a search without a find has seen leads nowhere for good. */
static gboolean
add_unit (FfSolverFlow *self, guint volunteer)
{
  const guint periods = node_of_period (self, 0);
  const guint times = node_of_time (self, 0);
  const guint slots = node_of_slot (self, 0);
  guint end = 0;

  self->search++;
  see (self, volunteer, NONE, &end);
  for (guint at = 0; at < end; at++)
    {
      guint node = self->queue[at];
      guint found = NONE;

      if (node < periods)
        look_from_volunteer (self, node, &end);
      else if (node < times)
        look_from_period (self, node - periods, &end);
      else if (node < slots)
        found = look_from_time (self, node - times, &end);
      else
        see (self, node_of_time (self, self->holders[node - slots]), node, &end);
      if (found != NONE)
        {
          take_path (self, volunteer, found);
          return TRUE;
        }
    }
  for (guint at = 0; at < end; at++)
    self->seen[self->queue[at]] = NONE;
  return FALSE;
}

static void
clear (FfSolverFlow *self)
{
  for (guint i = 0; i < self->periods->len; i++)
    PERIOD (i)->used = 0;
  for (guint i = 0; i < self->times->len; i++)
    TIME (i)->used = NONE;
  for (guint i = 0; i < self->problem->n_slots; i++)
    self->holders[i] = NONE;
  for (guint i = 0; i < self->n_nodes; i++)
    self->seen[i] = 0;
  self->search = 0;
}

gboolean
ff_solver_flow_find_most (FfSolverFlow *self,
                          const GArray *units,
                          const FfSolverClock *clock,
                          double *most)
{
  clear (self);
  *most = 0;
  for (guint i = 0; i < units->len; i++)
    {
      const FfSolverUnit *unit = &g_array_index (units, FfSolverUnit, i);

      if (i % UNITS == 0 && ff_solver_clock_is_over (clock))
        return FALSE;
      if (unit->value > 0 && self->seen[unit->volunteer] != NONE
          && add_unit (self, unit->volunteer))
        *most += unit->value;
    }
  return TRUE;
}

guint
ff_solver_flow_get_holder (const FfSolverFlow *self, guint slot)
{
  guint time = self->holders[slot];

  return time != NONE ? PERIOD (TIME (time)->period)->volunteer : FF_SOLVER_NOBODY;
}
