/* ff-test-rota-checker.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads what was made up: dates, the places to fill, who has them, and the duties around them.
 */

#include "ff-test-rota-checker-private.h"

#include <string.h>

static char *
make_date_key (const char *meeting, const FfWallTime *time)
{
  return g_strdup_printf ("%s %d-%d-%d %d:%d", meeting, time->year, time->month, time->day,
                          time->hour, time->minute);
}

char *
ff_test_rota_make_date_key (FfOccurrence *date)
{
  return make_date_key (ff_meeting_get_uid (ff_occurrence_get_meeting (date)),
                        ff_occurrence_get_rule_time (date));
}

char *
ff_test_rota_make_place_name (const char *date, const char *role, guint place)
{
  return g_strdup_printf ("%s %s %u", date, role, place);
}

char *
ff_test_rota_make_declined_key (FfOccurrence *date, const char *role, const char *volunteer)
{
  g_autofree char *key = ff_test_rota_make_date_key (date);

  return g_strdup_printf ("%s %s %s", key, role, volunteer);
}

static void
free_person (gpointer data)
{
  FfTestRotaPerson *person = data;

  g_array_unref (person->outer);
  g_free (person);
}

static void
read_dates (FfTestRotaChecker *self)
{
  for (guint i = 0; i < self->made->occurrences->len; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (self->made->occurrences, i);
      FfVenue *venue = ff_meeting_get_venue (ff_occurrence_get_meeting (occurrence));
      const FfStanding standing = ff_occurrence_get_standing (occurrence);
      GDateTime *start = ff_occurrence_get_start (occurrence);
      g_autofree char *day = g_date_time_format (start, "%Y-%m-%d");
      FfTestRotaDate date = {
        .occurrence = occurrence,
        .held = standing == FF_STANDING_ON || standing == FF_STANDING_UNDECIDED,
        .start = g_date_time_to_unix (start),
        .end = g_date_time_to_unix (ff_occurrence_get_end (occurrence)),
        .mode = ff_venue_get_mode (venue),
        .address = ff_venue_get_text (venue, FF_VENUE_ADDRESS),
      };

      date.known = ff_venue_get_position (venue, &date.latitude, &date.longitude);
      g_strlcpy (date.day, day, sizeof date.day);
      g_array_append_val (self->dates, date);
      g_hash_table_insert (self->by_key, ff_test_rota_make_date_key (occurrence),
                           GUINT_TO_POINTER (i + 1));
    }
}

static FfTestRotaAtHome *
look_at_all (FfTestRotaChecker *self, const char *identifier)
{
  FfTestRotaAtHome *at_home = g_hash_table_lookup (self->zones, identifier);
  g_autoptr (GTimeZone) zone = NULL;

  if (at_home != NULL)
    return at_home;

  zone = g_time_zone_new_identifier (identifier);
  g_assert_nonnull (zone);
  at_home = g_new0 (FfTestRotaAtHome, self->dates->len + 1);
  for (guint i = 0; i < self->dates->len; i++)
    {
      FfOccurrence *occurrence = ff_test_rota_date (self, i)->occurrence;

      ff_test_rota_look_from_home (ff_occurrence_get_start (occurrence),
                                   ff_occurrence_get_end (occurrence), zone, &at_home[i]);
    }
  g_hash_table_insert (self->zones, g_strdup (identifier), at_home);
  return at_home;
}

static void
read_person (FfTestRotaChecker *self, FfVolunteer *volunteer)
{
  const char *identifier = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (identifier);
  FfTestRotaPerson *person = g_new0 (FfTestRotaPerson, 1);
  FfTestRotaAtHome first, last;
  g_autoptr (GDateTime) moment = g_date_time_add (self->made->until, -1);

  ff_test_rota_look_from_home (self->made->from, self->made->from, zone, &first);
  ff_test_rota_look_from_home (moment, moment, zone, &last);
  person->volunteer = volunteer;
  person->at_home = look_at_all (self, identifier);
  person->outer = g_array_new (FALSE, FALSE, sizeof (guint));
  person->weeks = last.week - first.week + 1;
  person->months = last.month - first.month + 1;
  person->share = -1;
  g_hash_table_insert (self->persons, volunteer, person);
}

static FfGroup *
find_group (FfTestRotaChecker *self, const char *uid)
{
  for (guint i = 0; i < self->made->groups->len; i++)
    if (g_str_equal (ff_group_get_uid (g_ptr_array_index (self->made->groups, i)), uid))
      return g_ptr_array_index (self->made->groups, i);

  return NULL;
}

static FfRole *
find_role (FfTestRotaChecker *self, const char *uid)
{
  GPtrArray *roles = ff_roster_get_roles (self->made->roster);

  for (guint i = 0; i < roles->len; i++)
    if (g_str_equal (ff_role_get_uid (g_ptr_array_index (roles, i)), uid))
      return g_ptr_array_index (roles, i);

  return NULL;
}

static void
add_places (FfTestRotaChecker *self,
            guint date,
            FfGroup *group,
            const char *role,
            guint count,
            gboolean required)
{
  g_autofree char *key = ff_test_rota_make_date_key (ff_test_rota_date (self, date)->occurrence);

  for (guint i = 0; i < count; i++)
    {
      const FfTestRotaPlace place = {
        .date = date,
        .group = group,
        .role = find_role (self, role),
        .place = i,
        .required = required,
      };

      g_assert_nonnull (place.role);
      g_array_append_val (self->places, place);
      g_hash_table_insert (self->by_name, ff_test_rota_make_place_name (key, role, i),
                           GUINT_TO_POINTER (self->places->len));
    }
}

/* How many needs there were: the meeting's own, or else, with @meeting %NULL, the group's. */
static guint
add_needs (FfTestRotaChecker *self, guint date, FfGroup *group, const char *meeting)
{
  GPtrArray *needs = ff_roster_get_needs (self->made->roster);
  guint count = 0;

  for (guint i = 0; i < needs->len; i++)
    {
      const FfNeed *need = g_ptr_array_index (needs, i);

      if (!g_str_equal (need->group, ff_group_get_uid (group))
          || g_strcmp0 (need->meeting, meeting) != 0)
        continue;
      add_places (self, date, group, need->role, need->places, need->required);
      count++;
    }

  return count;
}

static gboolean
is_within (FfTestRotaChecker *self, FfOccurrence *occurrence)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  const char *group = ff_meeting_get_group (ff_occurrence_get_meeting (occurrence));

  return g_date_time_compare (start, self->made->from) >= 0
         && g_date_time_compare (start, self->made->until) < 0
         && (self->made->group == NULL || g_str_equal (self->made->group, group));
}

static void
read_places (FfTestRotaChecker *self)
{
  for (guint i = 0; i < self->dates->len; i++)
    {
      FfTestRotaDate *date = ff_test_rota_date (self, i);
      FfMeeting *meeting = ff_occurrence_get_meeting (date->occurrence);
      FfGroup *group = find_group (self, ff_meeting_get_group (meeting));

      if (!date->held || group == NULL || !is_within (self, date->occurrence))
        continue;
      if (add_needs (self, i, group, ff_meeting_get_uid (meeting)) == 0
          && add_needs (self, i, group, NULL) == 0)
        add_places (self, i, group, FF_ROLE_UID_FACILITATOR, 1, TRUE);
    }
}

/* In the eight weeks before, a duty that was held. */
static void
note_familiar (FfTestRotaChecker *self, FfVolunteer *volunteer, guint date)
{
  g_autoptr (GDateTime) earliest = g_date_time_add_days (self->made->from, -56);
  FfOccurrence *occurrence = ff_test_rota_date (self, date)->occurrence;
  GDateTime *start = ff_occurrence_get_start (occurrence);

  if (g_date_time_compare (start, earliest) >= 0
      && g_date_time_compare (start, self->made->from) < 0)
    g_hash_table_add (
        self->familiar,
        g_strdup_printf ("%s %s", ff_meeting_get_group (ff_occurrence_get_meeting (occurrence)),
                         ff_volunteer_get_uid (volunteer)));
}

static void
read_duty (FfTestRotaChecker *self, FfAssignment *duty)
{
  g_autofree char *key
      = make_date_key (ff_assignment_get_meeting (duty), ff_assignment_get_rule_time (duty));
  g_autofree char *name = ff_test_rota_make_place_name (key, ff_assignment_get_role (duty),
                                                        ff_assignment_get_place (duty));
  const guint date = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name));
  const FfDutyStatus status = ff_assignment_get_status (duty);
  FfVolunteer *volunteer
      = ff_roster_find_volunteer (self->made->roster, ff_assignment_get_volunteer (duty));

  if (volunteer == NULL || date == 0)
    return;

  if (status == FF_DUTY_DECLINED)
    g_hash_table_add (self->declined,
                      g_strdup_printf ("%s %s %s", key, ff_assignment_get_role (duty),
                                       ff_volunteer_get_uid (volunteer)));
  else if (place > 0)
    {
      ff_test_rota_place (self, place - 1)->before = volunteer;
      ff_test_rota_place (self, place - 1)->fixed = status == FF_DUTY_CONFIRMED
                                                    || status == FF_DUTY_SWAPPED
                                                    || ff_assignment_get_pinned (duty);
    }
  else if (ff_test_rota_date (self, date - 1)->held)
    {
      const guint index = date - 1;

      g_array_append_val (ff_test_rota_person (self, volunteer)->outer, index);
      note_familiar (self, volunteer, index);
    }
}

FfTestRotaChecker *
ff_test_rota_checker_new (FfTestRotaMade *made)
{
  FfTestRotaChecker *self = g_new0 (FfTestRotaChecker, 1);
  GPtrArray *volunteers = ff_roster_get_volunteers (made->roster);

  self->made = made;
  self->dates = g_array_new (FALSE, FALSE, sizeof (FfTestRotaDate));
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (FfTestRotaPlace));
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->persons = g_hash_table_new_full (NULL, NULL, NULL, free_person);
  self->declined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->familiar = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  read_dates (self);
  read_places (self);
  for (guint i = 0; i < volunteers->len; i++)
    read_person (self, g_ptr_array_index (volunteers, i));
  for (guint i = 0; i < made->assignments->len; i++)
    read_duty (self, g_ptr_array_index (made->assignments, i));
  return self;
}

void
ff_test_rota_checker_free (FfTestRotaChecker *self)
{
  g_array_unref (self->dates);
  g_array_unref (self->places);
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->zones);
  g_hash_table_unref (self->persons);
  g_hash_table_unref (self->declined);
  g_hash_table_unref (self->familiar);
  g_free (self);
}

void
ff_test_rota_checker_read_again (FfTestRotaChecker *self, FfVolunteer *volunteer)
{
  ff_test_rota_person (self, volunteer)->share = -1;
}

GPtrArray *
ff_test_rota_checker_get_volunteers (FfTestRotaChecker *self)
{
  return ff_roster_get_volunteers (self->made->roster);
}

guint
ff_test_rota_checker_count (FfTestRotaChecker *self)
{
  return self->places->len;
}

const FfTestRotaPlace *
ff_test_rota_checker_get (FfTestRotaChecker *self, guint place)
{
  g_assert_cmpuint (place, <, self->places->len);
  return ff_test_rota_place (self, place);
}

FfOccurrence *
ff_test_rota_checker_get_date (FfTestRotaChecker *self, guint date)
{
  return ff_test_rota_date (self, date)->occurrence;
}

char *
ff_test_rota_checker_make_title (FfTestRotaChecker *self, guint place)
{
  const FfTestRotaPlace *one = ff_test_rota_place (self, place);
  g_autofree char *key
      = ff_test_rota_make_date_key (ff_test_rota_date (self, one->date)->occurrence);

  return ff_test_rota_make_place_name (key, ff_role_get_uid (one->role), one->place);
}

GArray *
ff_test_rota_checker_get_outer (FfTestRotaChecker *self, FfVolunteer *volunteer)
{
  return ff_test_rota_person (self, volunteer)->outer;
}

GPtrArray *
ff_test_rota_checker_list_before (FfTestRotaChecker *self)
{
  GPtrArray *plan = g_ptr_array_new ();

  for (guint i = 0; i < self->places->len; i++)
    g_ptr_array_add (plan, ff_test_rota_place (self, i)->before);
  return plan;
}
