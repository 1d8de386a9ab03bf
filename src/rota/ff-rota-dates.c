/* ff-rota-dates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a rota, what the clocks of each home zone show then, and how far apart they are.
 */

#include <math.h>

#include "ff-fold.h"
#include "ff-rota-parts.h"

/* 1 January, as ff_wall_time_get_julian() counts. */
#define DAY_OF_1970 719163
#define EARTH_RADIUS_KM 6371.0
#define SAME_PLACE_KM 0.2
#define NEAR_MINUTES (4 * 60)
#define MINUTES_TO_SET_OUT 10.0
#define MINUTES_A_KM 2.0
#define MINUTES_UNKNOWN_WAY 30.0
#define MINUTES_TO_A_SCREEN 15.0
/* Two dates that start on one day by the wall lie no further apart, on the day on which the clocks go back. */
#define LONGEST_DAY_MINUTES (26 * 60)

static gint64
divide_down (gint64 number, gint64 by)
{
  return number >= 0 ? number / by : -((by - 1 - number) / by);
}

/* As ff_wall_time_get_julian() counts; 1 is a Monday. */
int
ff_rota_get_wall_day (gint64 minutes)
{
  return DAY_OF_1970 + (int) divide_down (minutes, MINUTES_A_DAY);
}

int
ff_rota_read_day (const char *text, int otherwise)
{
  g_autofree char *midnight = NULL;
  FfWallTime day;

  if (text == NULL)
    return otherwise;
  midnight = g_strconcat (text, "T00:00", NULL);
  return ff_wall_time_parse (midnight, &day, NULL) ? ff_wall_time_get_julian (&day) : otherwise;
}

static gint64
get_minutes (GDateTime *time)
{
  return divide_down (g_date_time_to_unix (time), 60);
}

static char *
make_key (const char *meeting, const FfWallTime *rule_time)
{
  return g_strdup_printf ("%s %d-%d-%d %d:%d", meeting, rule_time->year, rule_time->month,
                          rule_time->day, rule_time->hour, rule_time->minute);
}

void
ff_rota_date_clear (RotaDate *date)
{
  g_clear_object (&date->occurrence);
  g_clear_pointer (&date->address, g_free);
}

/* A date that is elsewhere says so in words: neither the usual address nor its position is where it is. */
static void
read_place (RotaDate *date)
{
  FfVenue *venue = ff_meeting_get_venue (ff_occurrence_get_meeting (date->occurrence));
  FfOverride *override = ff_occurrence_get_override (date->occurrence);
  const char *elsewhere = override != NULL ? ff_override_get_place (override) : NULL;

  date->mode = ff_venue_get_mode (venue);
  date->address
      = ff_fold (elsewhere != NULL ? elsewhere : ff_venue_get_text (venue, FF_VENUE_ADDRESS));
  date->has_position
      = elsewhere == NULL && ff_venue_get_position (venue, &date->latitude, &date->longitude);
}

static void
add_date (FfRota *self, FfOccurrence *occurrence)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  GDateTime *start = ff_occurrence_get_start (occurrence);
  const FfWallTime wall = ff_wall_time_from_date_time (start);
  gpointer group = g_hash_table_lookup (self->group_index, ff_meeting_get_group (meeting));
  RotaDate date = {
    .occurrence = g_object_ref (occurrence),
    .group = GPOINTER_TO_UINT (group) - 1,
    .start = get_minutes (start),
    .end = get_minutes (ff_occurrence_get_end (occurrence)),
    .day = ff_wall_time_get_julian (&wall),
    .held = !ff_occurrence_get_cancelled (occurrence),
    .in_stretch
    = g_date_time_compare (start, self->from) >= 0 && g_date_time_compare (start, self->until) < 0,
  };

  read_place (&date);
  g_array_append_val (self->dates, date);
  g_hash_table_insert (self->date_index,
                       make_key (ff_meeting_get_uid (meeting),
                                 ff_occurrence_get_rule_time (occurrence)),
                       GUINT_TO_POINTER (self->dates->len));
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return ff_occurrence_compare (*(FfOccurrence *const *) a, *(FfOccurrence *const *) b);
}

/* By start, each once. */
void
ff_rota_read_dates (FfRota *self, GPtrArray *occurrences)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (occurrences->len);

  g_ptr_array_extend (sorted, occurrences, NULL, NULL);
  g_ptr_array_sort (sorted, compare_dates);
  for (guint i = 0; i < sorted->len; i++)
    add_date (self, g_ptr_array_index (sorted, i));
}

/* The date of @assignment; -1 where there is none. */
int
ff_rota_find_date (FfRota *self, FfAssignment *assignment)
{
  g_autofree char *key
      = make_key (ff_assignment_get_meeting (assignment), ff_assignment_get_rule_time (assignment));

  return GPOINTER_TO_INT (g_hash_table_lookup (self->date_index, key)) - 1;
}

void
ff_rota_zone_free (RotaZone *zone)
{
  g_free (zone->name);
  g_time_zone_unref (zone->zone);
  g_free (zone->start);
  g_free (zone->end);
  g_free (zone->week);
  g_free (zone->month);
  g_free (zone);
}

static gint64
get_wall_minutes (GTimeZone *zone, gint64 minutes)
{
  const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, minutes * 60);

  return minutes + divide_down (g_time_zone_get_offset (zone, interval), 60);
}

static int
get_month (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
}

static void
fill_zone (FfRota *self, RotaZone *zone)
{
  const guint n = self->dates->len;

  zone->start = g_new (gint64, n);
  zone->end = g_new (gint64, n);
  zone->week = g_new (int, n);
  zone->month = g_new (int, n);
  for (guint i = 0; i < n; i++)
    {
      const RotaDate *date = ff_rota_date (self, i);
      int day;

      zone->start[i] = get_wall_minutes (zone->zone, date->start);
      zone->end[i] = get_wall_minutes (zone->zone, date->end);
      day = ff_rota_get_wall_day (zone->start[i]);
      zone->week[i] = (day - 1) / 7;
      zone->month[i] = get_month (day);
    }
}

/* The one of that name; UTC stands in for one that this computer does not know. */
RotaZone *
ff_rota_add_zone (FfRota *self, const char *name)
{
  RotaZone *zone;

  for (guint i = 0; i < self->zones->len; i++)
    {
      zone = g_ptr_array_index (self->zones, i);
      if (g_str_equal (zone->name, name))
        return zone;
    }

  zone = g_new0 (RotaZone, 1);
  zone->name = g_strdup (name);
  zone->zone = ff_time_zone_find (name, NULL);
  if (zone->zone == NULL)
    zone->zone = g_time_zone_new_utc ();
  fill_zone (self, zone);
  g_ptr_array_add (self->zones, zone);
  return zone;
}

/* As the crow flies, in kilometres. */
double
ff_rota_get_distance (double latitude,
                      double longitude,
                      double other_latitude,
                      double other_longitude)
{
  const double radians = G_PI / 180.0;
  const double north = sin ((other_latitude - latitude) * radians / 2.0);
  const double east = sin ((other_longitude - longitude) * radians / 2.0);
  const double chord
      = north * north + cos (latitude * radians) * cos (other_latitude * radians) * east * east;

  return 2.0 * EARTH_RADIUS_KM * asin (sqrt (CLAMP (chord, 0.0, 1.0)));
}

static gboolean
is_online_for (const RotaVolunteer *volunteer, const RotaDate *date)
{
  switch (date->mode)
    {
    case FF_MODE_ONLINE:
    case FF_MODE_PHONE:
      return TRUE;
    case FF_MODE_HYBRID:
      return volunteer->online_only;
    case FF_MODE_IN_PERSON:
    default:
      return FALSE;
    }
}

/* How long somebody needs from one to the other, in minutes. */
static double
get_way (const RotaVolunteer *volunteer, const RotaDate *a, const RotaDate *b)
{
  const gboolean a_online = is_online_for (volunteer, a);
  const gboolean b_online = is_online_for (volunteer, b);
  double distance;

  if (a_online && b_online)
    return 0.0;
  if (a_online != b_online)
    return MINUTES_TO_A_SCREEN;
  if (*a->address != '\0' && g_str_equal (a->address, b->address))
    return 0.0;
  if (!a->has_position || !b->has_position)
    return MINUTES_UNKNOWN_WAY;

  distance = ff_rota_get_distance (a->latitude, a->longitude, b->latitude, b->longitude);
  return distance < SAME_PLACE_KM ? 0.0 : MINUTES_TO_SET_OUT + MINUTES_A_KM * distance;
}

FfHindrances
ff_rota_find_conflict (FfRota *self, guint volunteer, guint a, guint b)
{
  const RotaVolunteer *who = ff_rota_volunteer (self, volunteer);
  const guint earlier = MIN (a, b), later = MAX (a, b);
  const RotaDate *first = ff_rota_date (self, earlier);
  const RotaDate *second = ff_rota_date (self, later);
  const gint64 gap = second->start - first->end;

  if (a == b || (second->start < first->end && first->start < second->end))
    return FF_HINDRANCE_OVERLAP;
  if (gap > NEAR_MINUTES
      && (second->start - first->start > LONGEST_DAY_MINUTES
          || ff_rota_get_wall_day (who->zone->start[earlier])
                 != ff_rota_get_wall_day (who->zone->start[later])))
    return 0;
  return (double) gap < get_way (who, first, second) ? FF_HINDRANCE_TRAVEL : 0;
}
