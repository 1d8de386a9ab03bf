/* ff-rota-numbers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota by numbers, for those who fill it.
 */

#include "ff-rota-parts.h"

guint
ff_rota_count_slots (FfRota *self)
{
  return self->places->len;
}

guint
ff_rota_count_volunteers (FfRota *self)
{
  return self->volunteers->len;
}

guint
ff_rota_count_dates (FfRota *self)
{
  return self->dates->len;
}

FfSlot *
ff_rota_get_slot (FfRota *self, guint slot)
{
  return g_ptr_array_index (self->slots, slot);
}

FfVolunteer *
ff_rota_get_volunteer (FfRota *self, guint volunteer)
{
  return ff_rota_volunteer (self, volunteer)->volunteer;
}

/* By uid, so that a copy is found too. */
int
ff_rota_find_volunteer (FfRota *self, FfVolunteer *volunteer)
{
  return GPOINTER_TO_INT (
             g_hash_table_lookup (self->volunteer_index, ff_volunteer_get_uid (volunteer)))
         - 1;
}

guint
ff_rota_get_date_of (FfRota *self, guint slot)
{
  return ff_rota_place (self, slot)->date;
}

guint
ff_rota_get_kind_of (FfRota *self, guint slot)
{
  return ff_rota_place (self, slot)->kind;
}

gboolean
ff_rota_is_required (FfRota *self, guint slot)
{
  return ff_slot_get_required (ff_rota_place (self, slot)->slot);
}

int
ff_rota_get_holder (FfRota *self, guint slot)
{
  return ff_rota_place (self, slot)->holder;
}

gboolean
ff_rota_is_fixed (FfRota *self, guint slot)
{
  return ff_rota_place (self, slot)->fixed;
}

gint64
ff_rota_get_date_start (FfRota *self, guint date)
{
  return ff_rota_date (self, date)->start;
}

gint64
ff_rota_get_date_end (FfRota *self, guint date)
{
  return ff_rota_date (self, date)->end;
}

int
ff_rota_get_week (FfRota *self, guint volunteer, guint date)
{
  return ff_rota_volunteer (self, volunteer)->zone->week[date];
}

int
ff_rota_get_month (FfRota *self, guint volunteer, guint date)
{
  return ff_rota_volunteer (self, volunteer)->zone->month[date];
}

guint
ff_rota_get_cap (FfRota *self, guint volunteer, FfCap cap)
{
  return ff_rota_volunteer (self, volunteer)->caps[cap];
}

const guint *
ff_rota_get_outside (FfRota *self, guint volunteer, guint *n)
{
  GArray *outside = ff_rota_volunteer (self, volunteer)->outside;

  *n = outside->len;
  return (const guint *) (const void *) outside->data;
}
