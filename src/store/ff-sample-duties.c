/* ff-sample-duties.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who does what in a sample: settled for the next days, thinner the farther ahead.
 */

#include "ff-roster-rows.h"
#include "ff-sample-roster.h"

/* How the places of a week stand, of a hundred: what is left over is empty. */
static const struct
{
  int confirmed, asked, proposed, declined;
} weeks_ahead[] = {
  { 80, 8, 2, 4 }, { 55, 20, 5, 6 }, { 30, 25, 10, 8 }, { 10, 15, 15, 5 }, { 0, 5, 15, 0 },
};

typedef struct
{
  FfSampling *sampling;
  FfSampleRoster *roster;
  GHashTable *of_group; /* (element-type utf8 GPtrArray): its volunteers */
  GHashTable
      *taken; /* (element-type utf8 guint): how many duties who has in which week and month */
  GHashTable *needs; /* (element-type utf8 GPtrArray): of each group */
} Filling;

static GHashTable *
sort_by_group (GPtrArray *volunteers)
{
  GHashTable *of_group
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < volunteers->len; i++)
    {
      const char *const *groups = ff_volunteer_get_set (volunteers->pdata[i], FF_VOLUNTEER_GROUPS);

      for (guint j = 0; groups[j] != NULL; j++)
        {
          GPtrArray *people = g_hash_table_lookup (of_group, groups[j]);

          if (people == NULL)
            {
              people = g_ptr_array_new ();
              g_hash_table_insert (of_group, (char *) groups[j], people);
            }
          g_ptr_array_add (people, volunteers->pdata[i]);
        }
    }
  return of_group;
}

static char *
write_day (const FfWallTime *time)
{
  return g_strdup_printf ("%04d-%02u-%02u", time->year, time->month, time->day);
}

static gboolean
is_trained (FfVolunteer *volunteer, FfRole *role, const char *day)
{
  const char *const *requirements = ff_role_get_requirements (role);

  for (guint i = 0; requirements[i] != NULL; i++)
    if (ff_volunteer_find_training (volunteer, requirements[i], day) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_away (FfVolunteer *volunteer, const char *day)
{
  GPtrArray *absences = ff_volunteer_get_absences (volunteer);

  for (guint i = 0; i < absences->len; i++)
    {
      const FfAbsence *absence = absences->pdata[i];

      if (g_strcmp0 (absence->from, day) <= 0 && g_strcmp0 (day, absence->until) <= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (FfVolunteer *volunteer, const FfWallTime *start, guint minutes)
{
  GArray *all = ff_volunteer_get_availability (volunteer);
  guint from = start->hour * 60u + start->minute;

  for (guint i = 0; i < all->len; i++)
    {
      const FfAvailability *hours = &g_array_index (all, FfAvailability, i);

      if (hours->weekday == (guint) ff_wall_time_get_weekday (start) && hours->from <= from
          && from + minutes <= hours->until)
        return TRUE;
    }
  return all->len == 0;
}

/* The weeks before and the month of @start in which they have something already. */
static char *
make_week_key (FfVolunteer *volunteer, const FfWallTime *start, int weeks)
{
  FfWallTime monday
      = ff_wall_time_add_days (start, 1 - ff_wall_time_get_weekday (start) + 7 * weeks);
  g_autofree char *day = write_day (&monday);

  return g_strconcat (ff_volunteer_get_uid (volunteer), " ", day, NULL);
}

static char *
make_month_key (FfVolunteer *volunteer, const FfWallTime *start)
{
  return g_strdup_printf ("%s %04d-%02u", ff_volunteer_get_uid (volunteer), start->year,
                          start->month);
}

static guint
count_taken (Filling *filling, char *key)
{
  g_autofree char *owned = key;

  return GPOINTER_TO_UINT (g_hash_table_lookup (filling->taken, owned));
}

static void
take (Filling *filling, char *key)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (filling->taken, key));

  g_hash_table_insert (filling->taken, key, GUINT_TO_POINTER (before + 1));
}

/* One duty a week at most, and no more than they want. Dates come one after the other, so nothing is known of later weeks. */
static gboolean
is_within_limits (Filling *filling, FfVolunteer *volunteer, const FfWallTime *start)
{
  guint month = ff_volunteer_get_cap (volunteer, FF_CAP_MONTH);
  guint in_row = ff_volunteer_get_cap (volunteer, FF_CAP_IN_ROW);
  guint run = 0;

  while (run < in_row
         && count_taken (filling, make_week_key (volunteer, start, -1 - (int) run)) > 0)
    run++;
  return count_taken (filling, make_week_key (volunteer, start, 0)) == 0
         && (in_row == 0 || run < in_row)
         && (month == 0 || count_taken (filling, make_month_key (volunteer, start)) < month);
}

static gboolean
may_have (Filling *filling,
          FfVolunteer *volunteer,
          FfMeeting *meeting,
          FfRole *role,
          const FfWallTime *start)
{
  g_autofree char *day = write_day (start);
  FfMode mode = ff_venue_get_mode (ff_meeting_get_venue (meeting));

  return ff_volunteer_get_serving (volunteer) == FF_SERVING_ACTIVE
         && ff_volunteer_has (volunteer, FF_VOLUNTEER_ROLES, ff_role_get_uid (role))
         && (mode != FF_MODE_IN_PERSON || !ff_volunteer_get_online_only (volunteer))
         && is_within_limits (filling, volunteer, start) && is_trained (volunteer, role, day)
         && !is_away (volunteer, day)
         && is_free (volunteer, start, ff_meeting_get_minutes (meeting));
}

/* (nullable): one after the other, as people take turns */
static FfVolunteer *
find_volunteer (Filling *filling, FfMeeting *meeting, FfRole *role, const FfWallTime *start)
{
  GPtrArray *people = g_hash_table_lookup (filling->of_group, ff_meeting_get_group (meeting));
  guint turn = (guint) ff_wall_time_get_julian (start) / 7;

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      FfVolunteer *volunteer = people->pdata[(turn + i) % people->len];

      if (may_have (filling, volunteer, meeting, role, start))
        return volunteer;
    }
  return NULL;
}

/* FALSE: nothing is said of the place. */
static gboolean
choose_status (GRand *random, int days, FfDutyStatus *status)
{
  int chance = g_rand_int_range (random, 0, 100);
  guint week = (guint) days / 7;

  if (days < 0)
    {
      *status = chance < 4 ? FF_DUTY_SWAPPED : FF_DUTY_CONFIRMED;
      return chance < 93;
    }
  if (week >= G_N_ELEMENTS (weeks_ahead))
    return FALSE;
  *status = FF_DUTY_CONFIRMED;
  if (chance < weeks_ahead[week].confirmed)
    return TRUE;
  chance -= weeks_ahead[week].confirmed;
  *status = FF_DUTY_ASKED;
  if (chance < weeks_ahead[week].asked)
    return TRUE;
  chance -= weeks_ahead[week].asked;
  *status = FF_DUTY_PROPOSED;
  if (chance < weeks_ahead[week].proposed)
    return TRUE;
  chance -= weeks_ahead[week].proposed;
  *status = FF_DUTY_DECLINED;
  return chance < weeks_ahead[week].declined;
}

static gboolean
add_duty (Filling *filling,
          FfOccurrence *occurrence,
          FfRole *role,
          guint place,
          int days,
          GError **error)
{
  FfSampling *sampling = filling->sampling;
  GRand *random = filling->roster->random;
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  const FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));
  FfVolunteer *volunteer = find_volunteer (filling, meeting, role, &start);
  g_autofree char *uid = ff_sample_make_uid (random);
  g_autoptr (FfAssignment) duty = ff_assignment_new (uid);
  const gint64 hour = (gint64) 3600 * G_USEC_PER_SEC;
  gint64 ago = hour * g_rand_int_range (random, 30, 400);
  FfDutyStatus status;

  if (volunteer == NULL || !choose_status (random, days, &status))
    return TRUE;
  ff_assignment_set_volunteer (duty, ff_volunteer_get_uid (volunteer));
  ff_assignment_set_place (duty, ff_meeting_get_uid (meeting),
                           ff_occurrence_get_rule_time (occurrence), ff_role_get_uid (role), place);
  ff_assignment_set_status (duty, status);
  if (status != FF_DUTY_PROPOSED)
    ff_assignment_set_asked (duty, sampling->modified - ago + hour * 24 * MIN (days, 0));
  if (status != FF_DUTY_DECLINED)
    {
      take (filling, make_week_key (volunteer, &start, 0));
      take (filling, make_month_key (volunteer, &start));
    }
  return ff_assignment_row_save (sampling->connection, duty, sampling->modified, error);
}

static gboolean
add_duties_of (Filling *filling, FfRoster *roster, FfOccurrence *occurrence, GError **error)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  const FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));
  int days = ff_wall_time_get_julian (&start) - ff_wall_time_get_julian (&filling->sampling->now);
  g_autoptr (GPtrArray) needs = NULL;

  if (ff_occurrence_get_cancelled (occurrence) || ff_meeting_get_by_appointment (meeting)
      || !g_hash_table_contains (filling->of_group, ff_meeting_get_group (meeting)))
    return TRUE;
  needs = g_hash_table_lookup (filling->needs, ff_meeting_get_group (meeting));
  if (needs != NULL)
    g_ptr_array_ref (needs);
  else
    {
      needs = ff_roster_list_needs (roster, ff_meeting_get_group (meeting),
                                    ff_meeting_get_uid (meeting));
      g_hash_table_insert (filling->needs, (char *) ff_meeting_get_group (meeting),
                           g_ptr_array_ref (needs));
    }
  for (guint i = 0; i < needs->len; i++)
    {
      const FfNeed *need = needs->pdata[i];

      for (guint place = 0; place < need->places; place++)
        if (!add_duty (filling, occurrence, ff_roster_find_role (roster, need->role), place, days,
                       error))
          return FALSE;
    }
  return TRUE;
}

gboolean
ff_sampling_add_duties (FfSampling *self, FfSampleRoster *roster, guint weeks, GError **error)
{
  g_autoptr (FfRoster) names = ff_roster_new ();
  g_autoptr (GTimeZone) zone = ff_time_zone_find (self->zone, error);
  g_autoptr (GDateTime) now = zone != NULL ? ff_wall_time_to_instant (&self->now, zone) : NULL;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GHashTable) of_group = sort_by_group (roster->volunteers);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) needs
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  Filling filling = { self, roster, of_group, taken, needs };

  if (now == NULL || !ff_roster_rows_load_names (self->connection, names, error))
    return FALSE;
  from = g_date_time_add_weeks (now, -(int) weeks);
  until = g_date_time_add_weeks (now, (int) (weeks + 1) / 2);
  occurrences = ff_schedule_list_occurrences (roster->schedule, from, until, NULL, NULL);
  for (guint i = 0; i < occurrences->len; i++)
    if (!add_duties_of (&filling, names, occurrences->pdata[i], error))
      return FALSE;
  return TRUE;
}
