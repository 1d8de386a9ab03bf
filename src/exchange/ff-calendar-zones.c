/* ff-calendar-zones.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which zones a calendar file means: by their names, by Windows' names, or by the hours at which their clocks change.
 */

#include "ff-calendar-zones.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-vtimezone.h"
#include "ff-windows-zone.h"

struct _FfCalendarZones
{
  const FfCalendarFile *file;
  GHashTable *found; /* identifier as written → FfCalendarZone */
  const FfCalendarZone *default_zone;
};

static void
zone_free (FfCalendarZone *zone)
{
  g_clear_pointer (&zone->zone, g_time_zone_unref);
  g_free (zone->remark);
  g_free (zone);
}

static gboolean
set_zone (FfCalendarZone *zone, const char *name)
{
  g_autoptr (GTimeZone) found = ff_time_zone_find (name, NULL);

  if (found == NULL)
    return FALSE;
  zone->name = g_intern_string (name);
  zone->zone = g_steal_pointer (&found);
  return TRUE;
}

/* “/example.org/2026a/America/Vancouver”: programs put their own name before that of the zone. */
static gboolean
set_by_end (FfCalendarZone *zone, const char *identifier)
{
  for (const char *c = strchr (identifier, '/'); c != NULL; c = strchr (c + 1, '/'))
    if (strchr (c + 1, '/') != NULL && set_zone (zone, c + 1))
      return TRUE;
  return FALSE;
}

static gboolean
set_by_name (FfCalendarZone *zone, const char *identifier)
{
  const char *windows = ff_windows_zone_find (identifier);

  return (*identifier != '\0' && set_zone (zone, identifier))
         || (windows != NULL && set_zone (zone, windows)) || set_by_end (zone, identifier);
}

static const FfCalendarPart *
find_description (const FfCalendarFile *file, const char *identifier)
{
  for (guint i = 0; i < file->zones->len; i++)
    {
      const FfCalendarPart *part = g_ptr_array_index (file->zones, i);
      g_autofree char *name = ff_calendar_part_get_text (part, "TZID");

      if (g_str_equal (name, identifier))
        return part;
    }
  return NULL;
}

/* The zone is described in the file, so one with the same hours is looked for, the person's own first. */
static gboolean
set_by_hours (FfCalendarZones *self, FfCalendarZone *zone, const char *identifier)
{
  const FfCalendarPart *part = find_description (self->file, identifier);
  g_autofree char *location = NULL;
  g_autofree char *name = NULL;

  if (part == NULL)
    return FALSE;
  location = ff_calendar_part_get_text (part, "X-LIC-LOCATION");
  if (*location != '\0' && set_zone (zone, location))
    return TRUE;
  name = ff_vtimezone_match (part, self->default_zone->name);
  if (name == NULL || !set_zone (zone, name))
    return FALSE;
  zone->remark = g_strdup_printf (
      _ ("The time zone “%.60s” was taken for %s, whose clocks show the same hours."), identifier,
      name);
  return TRUE;
}

static void
set_default (FfCalendarZones *self, const char *name)
{
  FfCalendarZone *zone = g_new0 (FfCalendarZone, 1);

  if (self->file->zone == NULL || !set_by_name (zone, self->file->zone))
    if (name == NULL || !set_zone (zone, name))
      set_zone (zone, "UTC");
  /* No identifier is empty. */
  g_hash_table_insert (self->found, g_strdup (""), zone);
  self->default_zone = zone;
}

/**
 * ff_calendar_zones_new:
 * @file: the file; has to live longer
 * @default_zone: (nullable): the zone of times without one, where the file does not say
 *
 * Returns: (transfer full): its zones
 */
FfCalendarZones *
ff_calendar_zones_new (const FfCalendarFile *file, const char *default_zone)
{
  FfCalendarZones *self = g_new0 (FfCalendarZones, 1);

  self->file = file;
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) zone_free);
  set_default (self, default_zone);
  return self;
}

/**
 * ff_calendar_zones_free:
 * @self: (transfer full) (nullable): the zones of a file
 */
void
ff_calendar_zones_free (FfCalendarZones *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->found);
  g_free (self);
}

/**
 * ff_calendar_zones_get_default:
 * @self: the zones of a file
 *
 * Returns: (transfer none): the one of times that name none
 */
const FfCalendarZone *
ff_calendar_zones_get_default (FfCalendarZones *self)
{
  return self->default_zone;
}

/**
 * ff_calendar_zones_find:
 * @self: the zones of a file
 * @identifier: a TZID as it is written there
 *
 * Returns: (transfer none): the zone that is meant, or with a remark the one that it was taken for
 */
const FfCalendarZone *
ff_calendar_zones_find (FfCalendarZones *self, const char *identifier)
{
  FfCalendarZone *zone = g_hash_table_lookup (self->found, identifier);

  if (zone != NULL)
    return zone;
  zone = g_new0 (FfCalendarZone, 1);
  if (!set_by_name (zone, identifier) && !set_by_hours (self, zone, identifier))
    {
      set_zone (zone, self->default_zone->name);
      zone->remark = g_strdup_printf (_ ("The time zone “%.60s” is not known and was taken for %s; "
                                         "look whether the hours are right."),
                                      identifier, zone->name);
    }
  g_hash_table_insert (self->found, g_strdup (identifier), zone);
  return zone;
}

/* “20261124”, “20261124T190000” or with a Z at the end. */
static gboolean
parse_moment (const char *value, FfCalendarMoment *moment)
{
  const gsize length = strlen (value);
  g_autofree char *text = NULL;

  moment->is_date = length == 8;
  moment->is_utc = length == 16 && g_ascii_toupper (value[15]) == 'Z';
  if (length != 8 && !((length == 15 || moment->is_utc) && g_ascii_toupper (value[8]) == 'T'))
    return FALSE;
  for (gsize i = 0; i < MIN (length, 15); i++)
    if (i != 8 && !g_ascii_isdigit (value[i]))
      return FALSE;
  text = moment->is_date ? g_strdup_printf ("%.4s-%.2s-%.2sT00:00", value, value + 4, value + 6)
                         : g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s", value, value + 4, value + 6,
                                            value + 9, value + 11);
  return ff_wall_time_parse (text, &moment->wall, NULL);
}

/**
 * ff_calendar_zones_read:
 * @self: the zones of a file
 * @line: a property
 * @value: its value, or one of them
 * @moment: (out caller-allocates): what it says
 *
 * Returns: whether it is a date, with or without a time, between 1900 and 2200
 */
gboolean
ff_calendar_zones_read (FfCalendarZones *self,
                        const FfCalendarLine *line,
                        const char *value,
                        FfCalendarMoment *moment)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (value));
  g_autofree char *identifier = ff_calendar_line_get_parameter (line, "TZID");

  *moment = (FfCalendarMoment) { 0 };
  if (!parse_moment (trimmed, moment))
    return FALSE;
  if (!moment->is_date && !moment->is_utc && identifier != NULL && *identifier != '\0')
    moment->zone = ff_calendar_zones_find (self, identifier);
  return TRUE;
}

/**
 * ff_calendar_moment_to_instant:
 * @self: a moment
 * @floating: the zone that it is in where it names none
 *
 * Returns: (transfer full): when that is
 */
GDateTime *
ff_calendar_moment_to_instant (const FfCalendarMoment *self, const FfCalendarZone *floating)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (self->is_utc)
    return ff_wall_time_to_instant (&self->wall, utc);
  return ff_wall_time_to_instant (&self->wall,
                                  self->zone != NULL ? self->zone->zone : floating->zone);
}

/**
 * ff_calendar_moment_to_zone:
 * @self: a moment
 * @zone: a zone
 *
 * Returns: what the clock on the wall shows there; a moment that names no zone is meant there
 */
FfWallTime
ff_calendar_moment_to_zone (const FfCalendarMoment *self, const FfCalendarZone *zone)
{
  g_autoptr (GDateTime) instant = NULL;
  g_autoptr (GDateTime) there = NULL;

  /* The wall time itself where it can be: an hour that the clocks skip would come back as another. */
  if (!self->is_utc && (self->zone == NULL || self->zone->name == zone->name))
    return self->wall;
  instant = ff_calendar_moment_to_instant (self, zone);
  there = g_date_time_to_timezone (instant, zone->zone);
  return ff_wall_time_from_date_time (there);
}
