/* ff-rota-rules.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks against somebody having a place, whatever else they have.
 */

#include "ff-rota-parts.h"

/* A window may run on into the next day, and a date on a Monday lie in one of Sunday. */
static gboolean
starts_within (const RotaSpan *window, int minute)
{
  return (minute >= window->from && minute < window->until)
         || (minute + MINUTES_A_WEEK >= window->from && minute + MINUTES_A_WEEK < window->until);
}

static int
get_minute_of_week (gint64 wall)
{
  const int day = ff_rota_get_wall_day (wall);
  const gint64 midnight = (gint64) (day - ff_rota_get_wall_day (0)) * MINUTES_A_DAY;

  return (day - 1) % 7 * MINUTES_A_DAY + (int) (wall - midnight);
}

static gboolean
is_free (const RotaVolunteer *who, guint date)
{
  const int from = get_minute_of_week (who->zone->start[date]);
  const int until = from + (int) (who->zone->end[date] - who->zone->start[date]);

  if (who->at_any_time)
    return TRUE;
  for (guint i = 0; i < who->free->len; i++)
    {
      const RotaSpan *span = &g_array_index (who->free, RotaSpan, i);

      if (from >= span->from && from < span->until)
        return until <= span->until;
    }
  return FALSE;
}

/* A date that ends at midnight sharp does not touch the next day. */
gboolean
ff_rota_is_touched_by (const RotaVolunteer *who, guint date, const RotaSpan *absence)
{
  const gint64 start = who->zone->start[date];
  const gint64 last = MAX (start, who->zone->end[date] - 1);

  return ff_rota_get_wall_day (start) <= absence->until
         && ff_rota_get_wall_day (last) >= absence->from;
}

static gboolean
is_away (const RotaVolunteer *who, guint date)
{
  for (guint i = 0; i < who->absences->len; i++)
    {
      if (ff_rota_is_touched_by (who, date, &g_array_index (who->absences, RotaSpan, i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_too_far (const RotaVolunteer *who, const RotaDate *date)
{
  if (who->reach <= 0 || !who->has_position || !date->has_position || date->mode == FF_MODE_ONLINE
      || date->mode == FF_MODE_PHONE)
    return FALSE;
  return ff_rota_get_distance (who->latitude, who->longitude, date->latitude, date->longitude)
         > who->reach;
}

FfHindrances
ff_rota_find_at_date (FfRota *self, guint volunteer, guint date)
{
  const RotaVolunteer *who = ff_rota_volunteer (self, volunteer);
  const RotaDate *when = ff_rota_date (self, date);
  FfHindrances found = 0;

  if (is_away (who, date))
    found |= FF_HINDRANCE_AWAY;
  if (!is_free (who, date))
    found |= FF_HINDRANCE_HOURS;
  if (who->online_only && when->mode == FF_MODE_IN_PERSON)
    found |= FF_HINDRANCE_ONLINE_ONLY;
  if (is_too_far (who, when))
    found |= FF_HINDRANCE_TOO_FAR;
  return found;
}

FfHindrances
ff_rota_find_requirement (FfRota *self, guint volunteer, guint requirement, int day)
{
  const RotaVolunteer *who = ff_rota_volunteer (self, volunteer);
  FfHindrances found = FF_HINDRANCE_UNTRAINED;

  for (guint i = 0; i < who->trainings->len; i++)
    {
      const RotaTraining *training = &g_array_index (who->trainings, RotaTraining, i);

      if (training->requirement != requirement)
        continue;
      if (training->from <= day && day <= training->until)
        return 0;
      found = FF_HINDRANCE_LAPSED;
    }
  return found;
}

FfHindrances
ff_rota_find_training (FfRota *self, guint volunteer, guint role, int day)
{
  GArray *requirements = g_ptr_array_index (self->role_requirements, role);
  FfHindrances found = 0;

  for (guint i = 0; i < requirements->len; i++)
    found
        |= ff_rota_find_requirement (self, volunteer, g_array_index (requirements, guint, i), day);
  return found;
}

gint64
ff_rota_make_declined (guint kind, guint volunteer)
{
  return ((gint64) kind << 32) | volunteer;
}

FfHindrances
ff_rota_find_lasting (FfRota *self, guint volunteer, guint slot)
{
  const RotaPlace *place = ff_rota_place (self, slot);
  const guint n_roles = ff_roster_get_roles (self->roster)->len;
  const gint64 declined = ff_rota_make_declined (place->kind, volunteer);
  guint found
      = self->standing_in_role[volunteer * n_roles + place->role]
        | (self->standing_at_group[volunteer * self->groups->len + place->group] & ~FF_OF_GROUP);

  found |= ff_rota_find_training (self, volunteer, place->role,
                                  ff_rota_date (self, place->date)->day);
  found |= ff_rota_find_at_date (self, volunteer, place->date);
  if (g_hash_table_contains (self->declined, &declined))
    found |= FF_HINDRANCE_DECLINED;
  return (FfHindrances) found;
}

FfWish
ff_rota_get_wish (FfRota *self, guint volunteer, guint date)
{
  const RotaVolunteer *who = ff_rota_volunteer (self, volunteer);
  const int minute = get_minute_of_week (who->zone->start[date]);
  FfWish best = FF_WISH_RATHER_NOT;
  gboolean found = FALSE;

  for (guint i = 0; i < who->windows->len; i++)
    {
      const RotaSpan *window = &g_array_index (who->windows, RotaSpan, i);

      if (starts_within (window, minute))
        {
          found = TRUE;
          best = MIN (best, window->wish);
        }
    }
  return found ? best : FF_WISH_FREE;
}

gboolean
ff_rota_is_stranger (FfRota *self, guint volunteer, guint slot)
{
  const guint group = ff_rota_place (self, slot)->group;

  return (self->standing_at_group[volunteer * self->groups->len + group] & FF_OF_GROUP) == 0;
}
