/* ff-rota-choices.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who can have which place at all, and each one's fair share of them.
 */

#include "ff-rota-parts.h"

void
ff_rota_kind_clear (RotaKind *kind)
{
  g_clear_pointer (&kind->eligible, g_array_unref);
  g_clear_pointer (&kind->choices, g_array_unref);
}

static gboolean
is_eligible (FfRota *self, guint volunteer, guint kind, gboolean free_at_date)
{
  const RotaPlace *place = ff_rota_place (self, ff_rota_kind (self, kind)->first);
  const guint n_roles = ff_roster_get_roles (self->roster)->len;
  const gint64 declined = ff_rota_make_declined (kind, volunteer);

  return free_at_date && self->standing_in_role[volunteer * n_roles + place->role] == 0
         && ff_rota_find_training (self, volunteer, place->role,
                                   ff_rota_date (self, place->date)->day)
                == 0
         && !g_hash_table_contains (self->declined, &declined);
}

/* Kinds of one date lie next to each other, so that what depends on the date alone is looked at once. */
static guint
read_volunteer (FfRota *self, guint volunteer)
{
  guint date = G_MAXUINT, n = 0;
  gboolean free_at_date = FALSE;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      RotaKind *kind = ff_rota_kind (self, i);
      const RotaPlace *place = ff_rota_place (self, kind->first);

      if (place->date != date)
        {
          const guint standing
              = self->standing_at_group[volunteer * self->groups->len + place->group];

          date = place->date;
          free_at_date
              = (standing & ~FF_OF_GROUP) == 0 && ff_rota_find_at_date (self, volunteer, date) == 0;
        }
      if (!is_eligible (self, volunteer, i, free_at_date))
        continue;
      g_array_append_val (kind->eligible, volunteer);
      n += kind->n;
    }
  return n;
}

static gboolean
is_idle (FfRota *self, guint volunteer)
{
  const guint n_roles = ff_roster_get_roles (self->roster)->len;

  for (guint role = 0; role < n_roles; role++)
    {
      if (self->standing_in_role[volunteer * n_roles + role] == 0)
        return FALSE;
    }
  return TRUE;
}

/* Those that the stretch touches, by the volunteer's clock. */
static void
count_periods (FfRota *self, const RotaVolunteer *who, guint *weeks, guint *months)
{
  g_autoptr (GDateTime) first = g_date_time_to_timezone (self->from, who->zone->zone);
  g_autoptr (GDateTime) end = g_date_time_to_timezone (self->until, who->zone->zone);
  g_autoptr (GDateTime) last = g_date_time_add (end, -1);
  const FfWallTime from = ff_wall_time_from_date_time (first);
  const FfWallTime until = ff_wall_time_from_date_time (last);

  *weeks = (guint) ((ff_wall_time_get_julian (&until) - 1) / 7
                    - (ff_wall_time_get_julian (&from) - 1) / 7 + 1);
  *months = (guint) ((until.year - from.year) * 12 + until.month - from.month + 1);
}

static double
find_share (FfRota *self, const RotaVolunteer *who, guint eligible)
{
  guint weeks, months, share = eligible;

  if (eligible == 0)
    return 0.0;
  count_periods (self, who, &weeks, &months);
  if (who->caps[FF_CAP_WEEK] > 0)
    share = MIN (share, who->caps[FF_CAP_WEEK] * weeks);
  if (who->caps[FF_CAP_MONTH] > 0)
    share = MIN (share, who->caps[FF_CAP_MONTH] * months);
  return share;
}

/* What stays whatever the plan. */
static FfRotaDuties *
make_fixed_duties (FfRota *self)
{
  g_autofree int *holders = g_new (int, self->places->len + 1);

  for (guint i = 0; i < self->places->len; i++)
    holders[i] = ff_rota_place (self, i)->fixed ? ff_rota_place (self, i)->holder : FF_ROTA_NOBODY;
  return ff_rota_duties_new (self, holders);
}

static void
choose (FfRota *self, FfRotaDuties *fixed, RotaKind *kind)
{
  guint open = kind->first;

  while (open < kind->first + kind->n && ff_rota_place (self, open)->fixed)
    open++;
  if (open == kind->first + kind->n)
    return;
  for (guint i = 0; i < kind->eligible->len; i++)
    {
      const guint volunteer = g_array_index (kind->eligible, guint, i);

      if (ff_rota_duties_find (fixed, volunteer, open, -1) == 0)
        g_array_append_val (kind->choices, volunteer);
    }
}

/* Once the duties outside the places are known. */
void
ff_rota_make_choices (FfRota *self)
{
  g_autoptr (FfRotaDuties) fixed = make_fixed_duties (self);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      ff_rota_kind (self, i)->eligible = g_array_new (FALSE, FALSE, sizeof (guint));
      ff_rota_kind (self, i)->choices = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  for (guint i = 0; i < self->volunteers->len; i++)
    {
      RotaVolunteer *who = ff_rota_volunteer (self, i);

      if (!is_idle (self, i))
        who->share = find_share (self, who, read_volunteer (self, i));
    }
  for (guint i = 0; i < self->kinds->len; i++)
    choose (self, fixed, ff_rota_kind (self, i));
}

const guint *
ff_rota_get_choices (FfRota *self, guint slot, guint *n)
{
  RotaPlace *place = ff_rota_place (self, slot);
  GArray *choices = ff_rota_kind (self, place->kind)->choices;

  if (place->fixed)
    {
      *n = 1;
      return (const guint *) (const void *) &place->holder;
    }
  *n = choices->len;
  return (const guint *) (const void *) choices->data;
}

double
ff_rota_get_divisor (FfRota *self, guint volunteer)
{
  const double share = ff_rota_volunteer (self, volunteer)->share;

  return share > 0.0 ? share : 1.0;
}
