/* ff-rota-duties.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has which duties while places are given out, and what these leave room for.
 */

#include "ff-rota-duties.h"

#include "ff-rota-parts.h"

struct _FfRotaDuties
{
  FfRota *rota;     /* unowned: it may own this */
  GPtrArray *lists; /* (element-type GArray of FfRotaDuty), one a volunteer */
  guint *counts;
};

static void
insert (FfRotaDuties *self, guint volunteer, FfRotaDuty duty)
{
  GArray *list = g_ptr_array_index (self->lists, volunteer);
  guint at = list->len;

  while (at > 0 && g_array_index (list, FfRotaDuty, at - 1).date > duty.date)
    at--;
  g_array_insert_val (list, at, duty);
}

FfRotaDuties *
ff_rota_duties_new (FfRota *rota, const int *holders)
{
  FfRotaDuties *self = g_new0 (FfRotaDuties, 1);

  self->rota = rota;
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->counts = g_new0 (guint, rota->volunteers->len + 1);
  for (guint i = 0; i < rota->volunteers->len; i++)
    {
      GArray *outside = ff_rota_volunteer (rota, i)->outside;

      g_ptr_array_add (self->lists, g_array_new (FALSE, FALSE, sizeof (FfRotaDuty)));
      for (guint j = 0; j < outside->len; j++)
        insert (self, i, (FfRotaDuty) { g_array_index (outside, guint, j), -1 });
    }
  for (guint i = 0; holders != NULL && i < rota->places->len; i++)
    {
      if (holders[i] >= 0)
        ff_rota_duties_add (self, (guint) holders[i], i);
    }
  return self;
}

void
ff_rota_duties_free (FfRotaDuties *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lists);
  g_free (self->counts);
  g_free (self);
}

void
ff_rota_duties_add (FfRotaDuties *self, guint volunteer, guint slot)
{
  insert (self, volunteer, (FfRotaDuty) { ff_rota_place (self->rota, slot)->date, (int) slot });
  self->counts[volunteer]++;
}

void
ff_rota_duties_remove (FfRotaDuties *self, guint volunteer, guint slot)
{
  GArray *list = g_ptr_array_index (self->lists, volunteer);

  for (guint i = 0; i < list->len; i++)
    {
      if (g_array_index (list, FfRotaDuty, i).slot != (int) slot)
        continue;
      g_array_remove_index (list, i);
      self->counts[volunteer]--;
      return;
    }
  g_return_if_reached ();
}

guint
ff_rota_duties_count (FfRotaDuties *self, guint volunteer)
{
  return self->counts[volunteer];
}

GArray *
ff_rota_duties_list (FfRotaDuties *self, guint volunteer)
{
  return g_ptr_array_index (self->lists, volunteer);
}

/* What counts beside @slot: the duties of one volunteer without one or two of them. */
typedef struct
{
  GArray *list;
  const int *week, *month;
  int slot, without;
} Others;

static gboolean
is_counted (const Others *others, const FfRotaDuty *duty)
{
  return duty->slot < 0 || (duty->slot != others->slot && duty->slot != others->without);
}

static guint
count_in (const Others *others, const int *periods, int period)
{
  guint n = 0;

  for (guint i = 0; i < others->list->len; i++)
    {
      const FfRotaDuty *duty = &g_array_index (others->list, FfRotaDuty, i);

      if (periods[duty->date] == period && is_counted (others, duty))
        n++;
    }
  return n;
}

/* How many weeks in a row that one would be, with its neighbours before and after. */
static guint
count_row (const Others *others, int week, guint most)
{
  guint n = 1;

  for (int step = -1; step <= 1; step += 2)
    {
      for (int next = week + step; n <= most && count_in (others, others->week, next) > 0;
           next += step)
        n++;
    }
  return n;
}

static FfHindrances
find_conflicts (FfRotaDuties *self, guint volunteer, const Others *others, guint date)
{
  const RotaDate *when = ff_rota_date (self->rota, date);
  FfHindrances found = 0;

  for (guint i = 0; i < others->list->len; i++)
    {
      const FfRotaDuty *duty = &g_array_index (others->list, FfRotaDuty, i);
      const RotaDate *other = ff_rota_date (self->rota, duty->date);

      /* Nothing two days apart is in the way of the other. */
      if (is_counted (others, duty) && other->start < when->end + 2 * MINUTES_A_DAY
          && when->start < other->end + 2 * MINUTES_A_DAY)
        found |= ff_rota_find_conflict (self->rota, volunteer, date, duty->date);
    }
  return found;
}

FfHindrances
ff_rota_duties_find (FfRotaDuties *self, guint volunteer, guint slot, int without)
{
  const RotaVolunteer *who = ff_rota_volunteer (self->rota, volunteer);
  const guint date = ff_rota_place (self->rota, slot)->date;
  const Others others = {
    .list = g_ptr_array_index (self->lists, volunteer),
    .week = who->zone->week,
    .month = who->zone->month,
    .slot = (int) slot,
    .without = without,
  };
  const guint *caps = who->caps;
  const int week = who->zone->week[date];
  FfHindrances found;
  guint in_week;

  if (others.list->len == 0)
    return 0;
  found = find_conflicts (self, volunteer, &others, date);
  in_week = count_in (&others, others.week, week);
  if (caps[FF_CAP_WEEK] > 0 && in_week >= caps[FF_CAP_WEEK])
    found |= FF_HINDRANCE_WEEK;
  if (caps[FF_CAP_MONTH] > 0
      && count_in (&others, others.month, who->zone->month[date]) >= caps[FF_CAP_MONTH])
    found |= FF_HINDRANCE_MONTH;
  if (caps[FF_CAP_IN_ROW] > 0 && in_week == 0
      && count_row (&others, week, caps[FF_CAP_IN_ROW]) > caps[FF_CAP_IN_ROW])
    found |= FF_HINDRANCE_IN_ROW;
  return found;
}
