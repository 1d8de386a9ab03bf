/* ff-test-rota-hindrances.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks against somebody for a place, worked out a second time.
 */

#include "ff-test-rota-checker-private.h"

#include <math.h>
#include <string.h>

#define EARTH_KM 6371.0
#define SAME_PLACE_KM 0.2

static double
measure_km (double latitude, double longitude, double other_latitude, double other_longitude)
{
  const double radian = G_PI / 180.0;
  const double a = latitude * radian, b = other_latitude * radian;
  const double across = (other_longitude - longitude) * radian;
  /* By vectors, which is exact where places lie close together too. */
  const double x = cos (b) * sin (across);
  const double y = cos (a) * sin (b) - sin (a) * cos (b) * cos (across);
  const double z = sin (a) * sin (b) + cos (a) * cos (b) * cos (across);

  return EARTH_KM * atan2 (sqrt (x * x + y * y), z);
}

static gboolean
is_remote (FfMode mode)
{
  return mode == FF_MODE_ONLINE || mode == FF_MODE_PHONE;
}

/* Of "fr-CA" the "fr". */
static gboolean
same_language (const char *a, const char *b)
{
  const gsize length = strcspn (a, "-_");

  return length == strcspn (b, "-_") && g_ascii_strncasecmp (a, b, length) == 0;
}

static gboolean
speaks (FfVolunteer *volunteer, const char *language)
{
  const char *const *spoken = ff_volunteer_get_set (volunteer, FF_VOLUNTEER_LANGUAGES);

  if (*language == '\0' || spoken[0] == NULL)
    return TRUE;
  for (guint i = 0; spoken[i] != NULL; i++)
    if (same_language (spoken[i], language))
      return TRUE;

  return FALSE;
}

static gboolean
lists (FfVolunteer *volunteer, FfVolunteerSet set, const char *value)
{
  return g_strv_contains (ff_volunteer_get_set (volunteer, set), value);
}

static FfHindrances
check_requirement (FfVolunteer *volunteer, const char *requirement, const char *day)
{
  GPtrArray *trainings = ff_volunteer_get_trainings (volunteer);
  gboolean ever = FALSE;

  for (guint i = 0; i < trainings->len; i++)
    {
      const FfTraining *training = g_ptr_array_index (trainings, i);

      if (!g_str_equal (training->requirement, requirement))
        continue;
      ever = TRUE;
      if (strcmp (training->done, day) <= 0
          && (training->until == NULL || strcmp (day, training->until) <= 0))
        return 0;
    }

  return ever ? FF_HINDRANCE_LAPSED : FF_HINDRANCE_UNTRAINED;
}

static FfHindrances
check_person (const FfTestRotaPlace *place, FfVolunteer *volunteer, const char *day)
{
  const FfServing serving = ff_volunteer_get_serving (volunteer);
  const char *const *programmes = ff_volunteer_get_set (volunteer, FF_VOLUNTEER_PROGRAMMES);
  const char *const *requirements = ff_role_get_requirements (place->role);
  FfHindrances found = 0;

  if (serving != FF_SERVING_ACTIVE && serving != FF_SERVING_IN_TRAINING)
    found |= FF_HINDRANCE_SERVING;
  if (!lists (volunteer, FF_VOLUNTEER_ROLES, ff_role_get_uid (place->role)))
    found |= FF_HINDRANCE_ROLE;
  if (programmes[0] != NULL
      && !lists (volunteer, FF_VOLUNTEER_PROGRAMMES, ff_group_get_programme (place->group)))
    found |= FF_HINDRANCE_PROGRAMME;
  if (!speaks (volunteer, ff_group_get_language (place->group)))
    found |= FF_HINDRANCE_LANGUAGE;
  if (ff_volunteer_get_only_groups (volunteer)
      && !lists (volunteer, FF_VOLUNTEER_GROUPS, ff_group_get_uid (place->group)))
    found |= FF_HINDRANCE_GROUP;
  for (guint i = 0; requirements != NULL && requirements[i] != NULL; i++)
    found |= check_requirement (volunteer, requirements[i], day);
  return found;
}

static gboolean
is_away (FfVolunteer *volunteer, const FfTestRotaAtHome *time)
{
  GPtrArray *absences = ff_volunteer_get_absences (volunteer);

  for (guint i = 0; i < absences->len; i++)
    {
      const FfAbsence *absence = g_ptr_array_index (absences, i);

      if (time->last >= ff_test_rota_parse_day (absence->from)
          && time->first <= ff_test_rota_parse_day (absence->until))
        return TRUE;
    }

  return FALSE;
}

/* How far a window reaches that has @minute in it; @minute where none has. @wish: the best of those, where there is one */
static gint64
reach_from (GArray *windows, gint64 minute, FfWish *wish)
{
  const gint64 today = minute / 1440;
  gint64 furthest = minute;

  for (guint i = 0; i < windows->len; i++)
    for (gint64 day = today - 1; day <= today; day++)
      {
        const FfAvailability *window = &g_array_index (windows, FfAvailability, i);
        const gint64 from = day * 1440 + window->from;
        const gint64 until = day * 1440 + window->until;

        if (day % 7 + 1 != window->weekday || minute < from || minute >= until)
          continue;
        if (wish != NULL && (furthest == minute || window->wish < *wish))
          *wish = window->wish;
        furthest = MAX (furthest, until);
      }

  return furthest;
}

static gboolean
is_free (FfVolunteer *volunteer, const FfTestRotaAtHome *time)
{
  GArray *windows = ff_volunteer_get_availability (volunteer);
  gint64 minute = time->start;

  if (windows->len == 0)
    return TRUE;
  do
    {
      const gint64 next = reach_from (windows, minute, NULL);

      if (next == minute)
        return FALSE;
      minute = next;
    }
  while (minute < time->end);
  return TRUE;
}

FfWish
ff_test_rota_checker_find_wish (FfTestRotaChecker *self, guint place, FfVolunteer *volunteer)
{
  const FfTestRotaPlace *one = ff_test_rota_place (self, place);
  FfWish wish = FF_WISH_FREE;

  reach_from (ff_volunteer_get_availability (volunteer),
              ff_test_rota_at_home (self, volunteer, one->date)->start, &wish);
  return wish;
}

static FfHindrances
check_place (FfVolunteer *volunteer, const FfTestRotaDate *date)
{
  double latitude, longitude;
  FfHindrances found = 0;

  if (ff_volunteer_get_online_only (volunteer) && date->mode == FF_MODE_IN_PERSON)
    found |= FF_HINDRANCE_ONLINE_ONLY;
  if (ff_volunteer_get_reach (volunteer) > 0 && !is_remote (date->mode) && date->known
      && ff_volunteer_get_position (volunteer, &latitude, &longitude)
      && measure_km (latitude, longitude, date->latitude, date->longitude)
             > ff_volunteer_get_reach (volunteer))
    found |= FF_HINDRANCE_TOO_FAR;
  return found;
}

FfHindrances
ff_test_rota_checker_find_lasting (FfTestRotaChecker *self, guint place, FfVolunteer *volunteer)
{
  const FfTestRotaPlace *one = ff_test_rota_place (self, place);
  const FfTestRotaDate *date = ff_test_rota_date (self, one->date);
  const FfTestRotaAtHome *time = ff_test_rota_at_home (self, volunteer, one->date);
  FfHindrances found = check_person (one, volunteer, date->day) | check_place (volunteer, date);

  if (is_away (volunteer, time))
    found |= FF_HINDRANCE_AWAY;
  if (!is_free (volunteer, time))
    found |= FF_HINDRANCE_HOURS;
  if (g_hash_table_size (self->declined) > 0)
    {
      g_autofree char *key
          = ff_test_rota_make_declined_key (date->occurrence, ff_role_get_uid (one->role),
                                            ff_volunteer_get_uid (volunteer));

      if (g_hash_table_contains (self->declined, key))
        found |= FF_HINDRANCE_DECLINED;
    }
  return found;
}

gboolean
ff_test_rota_clash (FfTestRotaChecker *self, FfVolunteer *volunteer, guint a, guint b)
{
  const FfTestRotaDate *one = ff_test_rota_date (self, a);
  const FfTestRotaDate *other = ff_test_rota_date (self, b);

  return a == b || (one->start < other->end && other->start < one->end);
}

static double
count_minutes_between (FfVolunteer *volunteer, const FfTestRotaDate *a, const FfTestRotaDate *b)
{
  const gboolean stays_in = ff_volunteer_get_online_only (volunteer);
  const gboolean a_remote = is_remote (a->mode) || (stays_in && a->mode == FF_MODE_HYBRID);
  const gboolean b_remote = is_remote (b->mode) || (stays_in && b->mode == FF_MODE_HYBRID);
  double km;

  if (a_remote && b_remote)
    return 0;
  if (a_remote || b_remote)
    return 15;
  if (*a->address != '\0' && g_str_equal (a->address, b->address))
    return 0;
  if (!a->known || !b->known)
    return 30;
  km = measure_km (a->latitude, a->longitude, b->latitude, b->longitude);
  return km < SAME_PLACE_KM ? 0 : 10 + 2 * km;
}

gboolean
ff_test_rota_is_too_close (FfTestRotaChecker *self, FfVolunteer *volunteer, guint a, guint b)
{
  const gboolean in_order = ff_test_rota_date (self, a)->start < ff_test_rota_date (self, b)->start;
  const guint earlier = in_order ? a : b, later = in_order ? b : a;
  const double gap
      = (double) (ff_test_rota_date (self, later)->start - ff_test_rota_date (self, earlier)->end)
        / 60.0;
  const gboolean same_day = ff_test_rota_at_home (self, volunteer, earlier)->first
                            == ff_test_rota_at_home (self, volunteer, later)->first;

  if (ff_test_rota_clash (self, volunteer, a, b) || (!same_day && gap > 4 * 60))
    return FALSE;

  return gap < count_minutes_between (volunteer, ff_test_rota_date (self, a),
                                      ff_test_rota_date (self, b));
}

/* How many weeks in a row there are around @week once it is one of them. */
static guint
count_in_row (FfTestRotaChecker *self, FfVolunteer *volunteer, GArray *duties, int week)
{
  int first = week, last = week;
  gboolean grown = TRUE;

  while (grown)
    {
      grown = FALSE;
      for (guint i = 0; i < duties->len; i++)
        {
          const int other
              = ff_test_rota_at_home (self, volunteer, g_array_index (duties, guint, i))->week;

          if (other == first - 1 || other == last + 1)
            {
              first = MIN (first, other);
              last = MAX (last, other);
              grown = TRUE;
            }
        }
    }
  return (guint) (last - first + 1);
}

static FfHindrances
check_caps (FfTestRotaChecker *self, FfVolunteer *volunteer, guint date, GArray *duties)
{
  const FfTestRotaAtHome *time = ff_test_rota_at_home (self, volunteer, date);
  const guint most_of_week = ff_volunteer_get_cap (volunteer, FF_CAP_WEEK);
  const guint most_of_month = ff_volunteer_get_cap (volunteer, FF_CAP_MONTH);
  const guint most_in_row = ff_volunteer_get_cap (volunteer, FF_CAP_IN_ROW);
  guint of_week = 0, of_month = 0;
  FfHindrances found = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      const FfTestRotaAtHome *other
          = ff_test_rota_at_home (self, volunteer, g_array_index (duties, guint, i));

      of_week += other->week == time->week;
      of_month += other->month == time->month;
    }
  if (most_of_week > 0 && of_week + 1 > most_of_week)
    found |= FF_HINDRANCE_WEEK;
  if (most_of_month > 0 && of_month + 1 > most_of_month)
    found |= FF_HINDRANCE_MONTH;
  /* A week that has a duty already makes no row longer. */
  if (most_in_row > 0 && of_week == 0
      && count_in_row (self, volunteer, duties, time->week) > most_in_row)
    found |= FF_HINDRANCE_IN_ROW;
  return found;
}

FfHindrances
ff_test_rota_checker_find_among (FfTestRotaChecker *self,
                                 guint place,
                                 FfVolunteer *volunteer,
                                 GArray *duties)
{
  const guint date = ff_test_rota_place (self, place)->date;
  FfHindrances found = ff_test_rota_checker_find_lasting (self, place, volunteer)
                       | check_caps (self, volunteer, date, duties);

  for (guint i = 0; i < duties->len; i++)
    {
      const guint other = g_array_index (duties, guint, i);

      if (ff_test_rota_clash (self, volunteer, date, other))
        found |= FF_HINDRANCE_OVERLAP;
      else if (ff_test_rota_is_too_close (self, volunteer, date, other))
        found |= FF_HINDRANCE_TRAVEL;
    }
  return found;
}

FfHindrances
ff_test_rota_checker_find_hindrances (FfTestRotaChecker *self,
                                      guint place,
                                      FfVolunteer *volunteer,
                                      GPtrArray *plan)
{
  GArray *outer = ff_test_rota_person (self, volunteer)->outer;
  g_autoptr (GArray) duties = g_array_copy (outer);

  for (guint i = 0; i < plan->len; i++)
    if (i != place && g_ptr_array_index (plan, i) == volunteer)
      g_array_append_val (duties, ff_test_rota_place (self, i)->date);
  return ff_test_rota_checker_find_among (self, place, volunteer, duties);
}
