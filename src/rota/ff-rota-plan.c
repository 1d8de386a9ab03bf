/* ff-rota-plan.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A way to fill a rota’s places: who gets which, and how good it is.
 */

#include "ff-rota-plan.h"

#include <math.h>

#include "ff-rota-parts.h"

/* What two sums of the same numbers in another order may differ by. */
#define NOISE 1e-9

struct _FfRotaPlan
{
  GObject parent_instance;

  FfRota *rota;
  int *holders;         /* one a place */
  FfRotaDuties *duties; /* once they were asked for */
  FfMeasure measures[FF_N_LEVELS];
  FfRotaEnding ending;
};

G_DEFINE_FINAL_TYPE (FfRotaPlan, ff_rota_plan, G_TYPE_OBJECT)

static void
ff_rota_plan_finalize (GObject *object)
{
  FfRotaPlan *self = FF_ROTA_PLAN (object);

  g_clear_pointer (&self->duties, ff_rota_duties_free);
  g_clear_object (&self->rota);
  g_clear_pointer (&self->holders, g_free);

  G_OBJECT_CLASS (ff_rota_plan_parent_class)->finalize (object);
}

static void
ff_rota_plan_class_init (FfRotaPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_rota_plan_finalize;
}

static void
ff_rota_plan_init (FfRotaPlan *self)
{
  for (guint level = 0; level < FF_N_LEVELS; level++)
    self->measures[level].bound = NAN;
}

static void
measure_place (FfRota *rota, guint slot, int holder, double reached[FF_N_LEVELS])
{
  const int before = ff_rota_get_holder (rota, slot);

  if (before >= 0 && before != holder)
    reached[FF_LEVEL_CHANGES]++;
  if (holder < 0)
    return;
  reached[ff_rota_is_required (rota, slot) ? FF_LEVEL_REQUIRED : FF_LEVEL_OPTIONAL]++;
  if (ff_rota_is_stranger (rota, (guint) holder, slot))
    reached[FF_LEVEL_STRANGERS]++;
  switch (ff_rota_get_wish (rota, (guint) holder, ff_rota_get_date_of (rota, slot)))
    {
    case FF_WISH_LIKES:
      reached[FF_LEVEL_WISHES]--;
      break;
    case FF_WISH_RATHER_NOT:
      reached[FF_LEVEL_WISHES]++;
      break;
    case FF_WISH_FREE:
    default:
      break;
    }
}

void
ff_rota_measure (FfRota *self, const int *holders, double reached[FF_N_LEVELS])
{
  const guint n_volunteers = ff_rota_count_volunteers (self);
  g_autofree guint *loads = g_new0 (guint, n_volunteers + 1);

  for (guint level = 0; level < FF_N_LEVELS; level++)
    reached[level] = 0.0;
  for (guint i = 0; i < ff_rota_count_slots (self); i++)
    {
      measure_place (self, i, holders[i], reached);
      if (holders[i] >= 0)
        loads[holders[i]]++;
    }
  for (guint i = 0; i < n_volunteers; i++)
    {
      const double load = loads[i];
      const double divisor = ff_rota_get_divisor (self, i);

      reached[FF_LEVEL_WORST] = MAX (reached[FF_LEVEL_WORST], load / divisor);
      reached[FF_LEVEL_SPREAD] += load * load / divisor;
    }
}

static gboolean
more_is_better (FfLevel level)
{
  return level == FF_LEVEL_REQUIRED || level == FF_LEVEL_OPTIONAL;
}

int
ff_rota_compare_measures (const double a[FF_N_LEVELS], const double b[FF_N_LEVELS])
{
  for (guint level = 0; level < FF_N_LEVELS; level++)
    {
      const double more = a[level] - b[level];
      const double scale = MAX (1.0, MAX (fabs (a[level]), fabs (b[level])));

      if (fabs (more) > NOISE * scale)
        return (more > 0.0) == more_is_better ((FfLevel) level) ? -1 : 1;
    }
  return 0;
}

FfRotaPlan *
ff_rota_plan_new_for (FfRota *rota, const int *holders)
{
  FfRotaPlan *self = g_object_new (FF_TYPE_ROTA_PLAN, NULL);
  const guint n = ff_rota_count_slots (rota);
  double reached[FF_N_LEVELS];

  self->rota = g_object_ref (rota);
  self->holders = g_new (int, n + 1);
  for (guint i = 0; i < n; i++)
    self->holders[i] = holders[i];
  ff_rota_measure (rota, holders, reached);
  for (guint level = 0; level < FF_N_LEVELS; level++)
    self->measures[level].reached = reached[level];
  return self;
}

const int *
ff_rota_plan_get_holders (FfRotaPlan *self)
{
  return self->holders;
}

FfRotaDuties *
ff_rota_plan_get_duties (FfRotaPlan *self)
{
  if (g_once_init_enter_pointer (&self->duties))
    g_once_init_leave_pointer (&self->duties, ff_rota_duties_new (self->rota, self->holders));
  return self->duties;
}

/**
 * ff_rota_plan_new:
 * @rota: a rota
 * @volunteers: (element-type FfVolunteer): one a place, %NULL where it stays empty
 *
 * Returns: (transfer full): the plan that gives these places to these people, whatever speaks against it
 */
FfRotaPlan *
ff_rota_plan_new (FfRota *rota, GPtrArray *volunteers)
{
  g_autofree int *holders = NULL;
  guint n;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);
  n = ff_rota_count_slots (rota);
  g_return_val_if_fail (volunteers != NULL && volunteers->len == n, NULL);

  holders = g_new (int, n + 1);
  for (guint i = 0; i < n; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (volunteers, i);

      holders[i] = volunteer != NULL ? ff_rota_find_volunteer (rota, volunteer) : FF_ROTA_NOBODY;
    }
  return ff_rota_plan_new_for (rota, holders);
}

/**
 * ff_rota_plan_get_rota:
 * @self: a plan
 *
 * Returns: (transfer none): what it fills
 */
FfRota *
ff_rota_plan_get_rota (FfRotaPlan *self)
{
  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), NULL);
  return self->rota;
}

static FfVolunteer *
get_volunteer (FfRota *rota, int holder)
{
  return holder >= 0 ? ff_rota_get_volunteer (rota, (guint) holder) : NULL;
}

/**
 * ff_rota_plan_get_volunteer:
 * @self: a plan
 * @slot: a place of its rota
 *
 * Returns: (transfer none) (nullable): who gets it
 */
FfVolunteer *
ff_rota_plan_get_volunteer (FfRotaPlan *self, FfSlot *slot)
{
  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);
  return get_volunteer (self->rota, self->holders[ff_slot_get_index (slot)]);
}

/**
 * ff_rota_plan_get_measure:
 * @self: a plan
 * @level: what is measured
 *
 * Returns: what the plan comes to, and what ff_rota_plan_set_bound() was told
 */
FfMeasure
ff_rota_plan_get_measure (FfRotaPlan *self, FfLevel level)
{
  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), ((FfMeasure) { NAN, NAN }));
  g_return_val_if_fail (level < FF_N_LEVELS, ((FfMeasure) { NAN, NAN }));
  return self->measures[level];
}

/**
 * ff_rota_plan_set_bound:
 * @self: a plan that nobody else has yet
 * @level: what was bounded
 * @bound: nothing better is possible while the levels before stay as they are; NAN = not known
 */
void
ff_rota_plan_set_bound (FfRotaPlan *self, FfLevel level, double bound)
{
  g_return_if_fail (FF_IS_ROTA_PLAN (self));
  g_return_if_fail (level < FF_N_LEVELS);
  self->measures[level].bound = bound;
}

/**
 * ff_measure_get_gap:
 * @self: what a plan comes to in one level
 *
 * The distance from the bound as a part of the larger of the two. A sum that may be above or below nothing, as wishes, can have the bound on the other side:
 * then the distance is larger than both, and a part of them says nothing, so it counts as all of it.
 *
 * Returns: |reached − bound| / max (|reached|, |bound|, |reached − bound|, 1), from 0 to 1; NAN where the bound is not known
 */
double
ff_measure_get_gap (const FfMeasure *self)
{
  const double distance = fabs (self->reached - self->bound);

  if (isnan (self->bound))
    return NAN;
  return distance / MAX (MAX (1.0, distance), MAX (fabs (self->reached), fabs (self->bound)));
}

/**
 * ff_rota_plan_get_gap:
 * @self: a plan
 *
 * Returns: the largest ff_measure_get_gap() of all levels; NAN where one is not known
 */
double
ff_rota_plan_get_gap (FfRotaPlan *self)
{
  double gap = 0.0;

  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), NAN);

  for (guint level = 0; level < FF_N_LEVELS; level++)
    {
      const double one = ff_measure_get_gap (&self->measures[level]);

      if (isnan (one))
        return NAN;
      gap = MAX (gap, one);
    }
  return gap;
}

/**
 * ff_rota_plan_get_ending:
 * @self: a plan
 *
 * Returns: whether more was to be tried when it was left, %FF_ROTA_ENDING_DONE unless ff_rota_plan_set_ending() was told
 */
FfRotaEnding
ff_rota_plan_get_ending (FfRotaPlan *self)
{
  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), FF_ROTA_ENDING_DONE);
  return self->ending;
}

/**
 * ff_rota_plan_set_ending:
 * @self: a plan that nobody else has yet
 * @ending: how it was left
 */
void
ff_rota_plan_set_ending (FfRotaPlan *self, FfRotaEnding ending)
{
  g_return_if_fail (FF_IS_ROTA_PLAN (self));
  self->ending = ending;
}

/**
 * ff_rota_plan_compare:
 * @a: a plan
 * @b: another of the same rota
 *
 * Returns: < 0 where @a is better, > 0 where @b is, 0 where neither
 */
int
ff_rota_plan_compare (FfRotaPlan *a, FfRotaPlan *b)
{
  double first[FF_N_LEVELS], second[FF_N_LEVELS];

  g_return_val_if_fail (FF_IS_ROTA_PLAN (a) && FF_IS_ROTA_PLAN (b), 0);

  for (guint level = 0; level < FF_N_LEVELS; level++)
    {
      first[level] = a->measures[level].reached;
      second[level] = b->measures[level].reached;
    }
  return ff_rota_compare_measures (first, second);
}

/**
 * ff_rota_plan_list_changes:
 * @self: a plan
 *
 * Returns: (element-type FfRotaChange) (transfer full): the places whose holder is another than before, somebody for nobody included, by the order of places
 */
GPtrArray *
ff_rota_plan_list_changes (FfRotaPlan *self)
{
  GPtrArray *changes;

  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), NULL);

  changes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < ff_rota_count_slots (self->rota); i++)
    {
      const int before = ff_rota_get_holder (self->rota, i);
      FfRotaChange *change;

      if (before == self->holders[i])
        continue;
      change = g_new0 (FfRotaChange, 1);
      change->slot = ff_rota_get_slot (self->rota, i);
      change->before = get_volunteer (self->rota, before);
      change->after = get_volunteer (self->rota, self->holders[i]);
      g_ptr_array_add (changes, change);
    }
  return changes;
}

/**
 * ff_rota_plan_list_unfilled:
 * @self: a plan
 *
 * Returns: (element-type FfSlot) (transfer container): places that stay empty, required ones first, each by the order of places
 */
GPtrArray *
ff_rota_plan_list_unfilled (FfRotaPlan *self)
{
  GPtrArray *unfilled;

  g_return_val_if_fail (FF_IS_ROTA_PLAN (self), NULL);

  unfilled = g_ptr_array_new ();
  for (int required = 1; required >= 0; required--)
    {
      for (guint i = 0; i < ff_rota_count_slots (self->rota); i++)
        {
          if (self->holders[i] < 0 && ff_rota_is_required (self->rota, i) == required)
            g_ptr_array_add (unfilled, ff_rota_get_slot (self->rota, i));
        }
    }
  return unfilled;
}
