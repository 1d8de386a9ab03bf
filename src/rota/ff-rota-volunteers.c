/* ff-rota-volunteers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rota knows of each volunteer, in numbers that are quick to compare.
 */

#include <string.h>

#include "ff-rota-parts.h"

void
ff_rota_volunteer_clear (RotaVolunteer *volunteer)
{
  g_clear_object (&volunteer->volunteer);
  g_clear_pointer (&volunteer->windows, g_array_unref);
  g_clear_pointer (&volunteer->free, g_array_unref);
  g_clear_pointer (&volunteer->absences, g_array_unref);
  g_clear_pointer (&volunteer->trainings, g_array_unref);
  g_clear_pointer (&volunteer->outside, g_array_unref);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return ((const RotaSpan *) a)->from - ((const RotaSpan *) b)->from;
}

/* Those that overlap or touch become one. */
static GArray *
join_spans (GArray *spans)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (RotaSpan));

  for (guint i = 0; i < spans->len; i++)
    {
      const RotaSpan span = g_array_index (spans, RotaSpan, i);
      RotaSpan *last = joined->len > 0 ? &g_array_index (joined, RotaSpan, joined->len - 1) : NULL;

      if (last != NULL && span.from <= last->until)
        last->until = MAX (last->until, span.until);
      else
        g_array_append_val (joined, span);
    }
  return joined;
}

static void
read_hours (RotaVolunteer *who, GArray *availability)
{
  g_autoptr (GArray) laid_out = g_array_new (FALSE, FALSE, sizeof (RotaSpan));

  who->at_any_time = availability->len == 0;
  who->windows = g_array_new (FALSE, FALSE, sizeof (RotaSpan));
  for (guint i = 0; i < availability->len; i++)
    {
      const FfAvailability *window = &g_array_index (availability, FfAvailability, i);
      const int midnight = (int) (window->weekday - 1) * MINUTES_A_DAY;
      const RotaSpan span
          = { midnight + (int) window->from, midnight + (int) window->until, window->wish };

      g_array_append_val (who->windows, span);
      for (int week = -1; week <= 1; week++)
        {
          const RotaSpan copy = { span.from + week * MINUTES_A_WEEK,
                                  span.until + week * MINUTES_A_WEEK, span.wish };

          g_array_append_val (laid_out, copy);
        }
    }
  g_array_sort (laid_out, compare_spans);
  who->free = join_spans (laid_out);
}

static void
read_absences (RotaVolunteer *who, GPtrArray *absences)
{
  who->absences = g_array_new (FALSE, FALSE, sizeof (RotaSpan));
  for (guint i = 0; i < absences->len; i++)
    {
      const FfAbsence *absence = g_ptr_array_index (absences, i);
      const RotaSpan span = { .from = ff_rota_read_day (absence->from, G_MAXINT),
                              .until = ff_rota_read_day (absence->until, G_MININT) };

      g_array_append_val (who->absences, span);
    }
}

static void
read_trainings (FfRota *self, RotaVolunteer *who, GPtrArray *trainings)
{
  who->trainings = g_array_new (FALSE, FALSE, sizeof (RotaTraining));
  for (guint i = 0; i < trainings->len; i++)
    {
      const FfTraining *training = g_ptr_array_index (trainings, i);
      gpointer requirement = g_hash_table_lookup (self->requirement_index, training->requirement);
      const RotaTraining row = {
        .requirement = GPOINTER_TO_UINT (requirement) - 1,
        .from = ff_rota_read_day (training->done, G_MAXINT),
        .until = ff_rota_read_day (training->until, G_MAXINT),
      };

      if (requirement != NULL)
        g_array_append_val (who->trainings, row);
    }
}

static void
add_volunteer (FfRota *self, FfVolunteer *volunteer)
{
  RotaVolunteer who = {
    .volunteer = g_object_ref (volunteer),
    .zone = ff_rota_add_zone (self, ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE)),
    .online_only = ff_volunteer_get_online_only (volunteer),
    .reach = ff_volunteer_get_reach (volunteer),
    .outside = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  who.has_position = ff_volunteer_get_position (volunteer, &who.latitude, &who.longitude);
  for (guint cap = 0; cap < FF_N_CAPS; cap++)
    who.caps[cap] = ff_volunteer_get_cap (volunteer, (FfCap) cap);
  read_hours (&who, ff_volunteer_get_availability (volunteer));
  read_absences (&who, ff_volunteer_get_absences (volunteer));
  read_trainings (self, &who, ff_volunteer_get_trainings (volunteer));
  g_array_append_val (self->volunteers, who);
  g_hash_table_insert (self->volunteer_index, (gpointer) ff_volunteer_get_uid (volunteer),
                       GUINT_TO_POINTER (self->volunteers->len));
}

static gsize
get_primary_length (const char *language)
{
  return strcspn (language, "-_");
}

static gboolean
speaks (FfVolunteer *volunteer, const char *language)
{
  const char *const *spoken = ff_volunteer_get_set (volunteer, FF_VOLUNTEER_LANGUAGES);
  const gsize length = get_primary_length (language);

  if (spoken == NULL || *spoken == NULL || length == 0)
    return TRUE;
  for (; *spoken != NULL; spoken++)
    {
      if (get_primary_length (*spoken) == length
          && g_ascii_strncasecmp (*spoken, language, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
follows (FfVolunteer *volunteer, const char *programme)
{
  const char *const *programmes = ff_volunteer_get_set (volunteer, FF_VOLUNTEER_PROGRAMMES);

  return programmes == NULL || *programmes == NULL
         || ff_volunteer_has (volunteer, FF_VOLUNTEER_PROGRAMMES, programme);
}

static guint16
find_standing_at (FfVolunteer *volunteer, FfGroup *group)
{
  const gboolean serves
      = ff_volunteer_has (volunteer, FF_VOLUNTEER_GROUPS, ff_group_get_uid (group));
  guint standing = serves ? FF_OF_GROUP : 0;

  if (!follows (volunteer, ff_group_get_programme (group)))
    standing |= FF_HINDRANCE_PROGRAMME;
  if (!speaks (volunteer, ff_group_get_language (group)))
    standing |= FF_HINDRANCE_LANGUAGE;
  if (!serves && ff_volunteer_get_only_groups (volunteer))
    standing |= FF_HINDRANCE_GROUP;
  return (guint16) standing;
}

static guint16
find_standing_in (FfVolunteer *volunteer, FfRole *role)
{
  const FfServing serving = ff_volunteer_get_serving (volunteer);
  guint standing = 0;

  if (serving != FF_SERVING_IN_TRAINING && serving != FF_SERVING_ACTIVE)
    standing |= FF_HINDRANCE_SERVING;
  if (!ff_volunteer_has (volunteer, FF_VOLUNTEER_ROLES, ff_role_get_uid (role)))
    standing |= FF_HINDRANCE_ROLE;
  return (guint16) standing;
}

static void
read_standings (FfRota *self)
{
  GPtrArray *roles = ff_roster_get_roles (self->roster);
  const guint n = self->volunteers->len;

  self->standing_at_group = g_new (guint16, MAX (1, n * self->groups->len));
  self->standing_in_role = g_new (guint16, MAX (1, n * roles->len));
  for (guint i = 0; i < n; i++)
    {
      FfVolunteer *volunteer = ff_rota_volunteer (self, i)->volunteer;

      for (guint j = 0; j < self->groups->len; j++)
        self->standing_at_group[i * self->groups->len + j]
            = find_standing_at (volunteer, g_ptr_array_index (self->groups, j));
      for (guint j = 0; j < roles->len; j++)
        self->standing_in_role[i * roles->len + j]
            = find_standing_in (volunteer, g_ptr_array_index (roles, j));
    }
}

static void
read_requirements (FfRota *self)
{
  GPtrArray *requirements = ff_roster_get_requirements (self->roster);
  GPtrArray *roles = ff_roster_get_roles (self->roster);

  for (guint i = 0; i < requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (requirements, i);

      g_hash_table_insert (self->requirement_index, (gpointer) ff_requirement_get_uid (requirement),
                           GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < roles->len; i++)
    {
      const char *const *uids = ff_role_get_requirements (g_ptr_array_index (roles, i));
      GArray *wanted = g_array_new (FALSE, FALSE, sizeof (guint));

      for (gsize j = 0; uids != NULL && uids[j] != NULL; j++)
        {
          gpointer found = g_hash_table_lookup (self->requirement_index, uids[j]);
          const guint requirement = GPOINTER_TO_UINT (found) - 1;

          if (found != NULL)
            g_array_append_val (wanted, requirement);
        }
      g_ptr_array_add (self->role_requirements, wanted);
    }
}

/* After the dates and the groups. */
void
ff_rota_read_volunteers (FfRota *self)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (self->roster);

  read_requirements (self);
  for (guint i = 0; i < volunteers->len; i++)
    add_volunteer (self, g_ptr_array_index (volunteers, i));
  read_standings (self);
}

/* Was there in the last weeks. */
void
ff_rota_mark_of_group (FfRota *self, guint volunteer, guint group)
{
  self->standing_at_group[volunteer * self->groups->len + group] |= FF_OF_GROUP;
}
