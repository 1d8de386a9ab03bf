/* ff-wall-time.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date and time as a clock on the wall shows it, and the one place where it becomes an instant.
 */

#include "ff-wall-time.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-fold.h"
#include "ff-model-error.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

/* Farther from UTC than any zone has ever been. */
#define MAX_OFFSET (G_TIME_SPAN_HOUR / G_TIME_SPAN_SECOND * 16)

static void
write_value (const GValue *time, GValue *text)
{
  const FfWallTime *self = g_value_get_boxed (time);

  g_value_take_string (text, self != NULL ? ff_wall_time_to_string (self) : NULL);
}

G_DEFINE_BOXED_TYPE_WITH_CODE (FfWallTime,
                               ff_wall_time,
                               ff_wall_time_copy,
                               ff_wall_time_free,
                               g_value_register_transform_func (g_define_type_id,
                                                                G_TYPE_STRING,
                                                                write_value))

static void
get_date (const FfWallTime *time, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, time->day, (GDateMonth) time->month, (GDateYear) time->year);
}

/* The seconds from 1970 to @time if its zone were UTC. */
static gint64
get_seconds (const FfWallTime *time)
{
  GDate date;
  GDate epoch;

  get_date (time, &date);
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);

  return ((gint64) g_date_days_between (&epoch, &date) * 24 + time->hour) * 3600
         + time->minute * 60;
}

/**
 * ff_wall_time_copy:
 * @time: (nullable): a wall time
 *
 * Returns: (transfer full) (nullable): a copy, to be freed with ff_wall_time_free()
 */
FfWallTime *
ff_wall_time_copy (const FfWallTime *time)
{
  return g_memdup2 (time, sizeof *time);
}

/**
 * ff_wall_time_free:
 * @time: (transfer full) (nullable): a wall time
 */
void
ff_wall_time_free (FfWallTime *time)
{
  g_free (time);
}

/**
 * ff_wall_time_is_valid:
 * @time: a wall time
 *
 * Returns: whether there is such a day, between 1900 and 2200, and such a time of day
 */
gboolean
ff_wall_time_is_valid (const FfWallTime *time)
{
  g_return_val_if_fail (time != NULL, FALSE);

  return time->year >= FIRST_YEAR && time->year <= LAST_YEAR
         && g_date_valid_dmy (time->day, (GDateMonth) time->month, (GDateYear) time->year)
         && time->hour < 24 && time->minute < 60;
}

/* The number that the @count digits at @text make, or -1. */
static int
parse_digits (const char *text, gsize count)
{
  int number = 0;

  for (gsize i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }

  return number;
}

static gboolean
parse_form (const char *text, FfWallTime *time)
{
  const char *const form = "0000-00-00T00:00";
  int year, month, day, hour, minute;

  if (strlen (text) != strlen (form) || text[4] != '-' || text[7] != '-' || text[10] != 'T'
      || text[13] != ':')
    return FALSE;

  year = parse_digits (text, 4);
  month = parse_digits (text + 5, 2);
  day = parse_digits (text + 8, 2);
  hour = parse_digits (text + 11, 2);
  minute = parse_digits (text + 14, 2);
  if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0)
    return FALSE;

  *time = (FfWallTime) {
    .year = (gint16) year,
    .month = (guint8) month,
    .day = (guint8) day,
    .hour = (guint8) hour,
    .minute = (guint8) minute,
  };
  return ff_wall_time_is_valid (time);
}

/**
 * ff_wall_time_parse:
 * @text: a time in the form 2026-11-24T19:00, which is ISO 8601's without seconds and zone
 * @time: (out caller-allocates): where to put it; left alone when there is an error
 * @error: %FF_MODEL_ERROR_TIME
 *
 * Returns: whether @text is in that form, and there is such a time
 */
gboolean
ff_wall_time_parse (const char *text, FfWallTime *time, GError **error)
{
  FfWallTime parsed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  if (!parse_form (text, &parsed))
    {
      g_autofree char *shown = ff_shorten (text, 40);

      g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME,
                   /* Translators: 2026-11-24T19:00 is typed like this in every language */
                   _ ("There is no date and time “%.40s”. Write it like 2026-11-24T19:00, between "
                      "the years 1900 and 2200."),
                   shown);
      return FALSE;
    }

  *time = parsed;
  return TRUE;
}

/**
 * ff_wall_time_parse_date:
 * @text: a day in the form 2026-11-24
 * @time: (out caller-allocates): its midnight; left alone where there is no such day
 *
 * Returns: whether @text is in that form, and there is such a day
 */
gboolean
ff_wall_time_parse_date (const char *text, FfWallTime *time)
{
  g_autofree char *midnight = NULL;
  FfWallTime parsed;

  g_return_val_if_fail (text != NULL && time != NULL, FALSE);

  midnight = g_strconcat (text, "T00:00", NULL);
  if (!parse_form (midnight, &parsed))
    return FALSE;
  *time = parsed;
  return TRUE;
}

/**
 * ff_wall_time_to_string:
 * @time: a wall time
 *
 * Returns: (transfer full): the form that ff_wall_time_parse() reads
 */
char *
ff_wall_time_to_string (const FfWallTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  return g_strdup_printf ("%04d-%02u-%02uT%02u:%02u", time->year, time->month, time->day,
                          time->hour, time->minute);
}

/**
 * ff_wall_time_compare:
 * @a: a wall time
 * @b: another, of the same zone
 *
 * Returns: below 0 when @a comes first, 0 when they are the same, above 0 when @b comes first
 */
int
ff_wall_time_compare (const FfWallTime *a, const FfWallTime *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->year != b->year)
    return a->year - b->year;
  if (a->month != b->month)
    return a->month - b->month;
  if (a->day != b->day)
    return a->day - b->day;
  if (a->hour != b->hour)
    return a->hour - b->hour;

  return a->minute - b->minute;
}

/**
 * ff_wall_time_get_julian:
 * @time: a wall time
 *
 * Returns: the number of its day, one more than that of the day before
 */
int
ff_wall_time_get_julian (const FfWallTime *time)
{
  GDate date;

  g_return_val_if_fail (time != NULL, 0);

  get_date (time, &date);
  return (int) g_date_get_julian (&date);
}

/**
 * ff_wall_time_add_days:
 * @time: a valid wall time
 * @days: how many days later; below 0 for earlier
 *
 * Returns: the same time of day, @days later; the first or last day that a wall time can have, where
 *   it would be outside
 */
FfWallTime
ff_wall_time_add_days (const FfWallTime *time, int days)
{
  FfWallTime moved = *time;
  GDate date, first, last;
  gint64 julian;

  g_return_val_if_fail (ff_wall_time_is_valid (time), moved);

  get_date (time, &date);
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, G_DATE_JANUARY, FIRST_YEAR);
  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 31, G_DATE_DECEMBER, LAST_YEAR);

  julian = (gint64) g_date_get_julian (&date) + days;
  julian = CLAMP (julian, g_date_get_julian (&first), g_date_get_julian (&last));
  g_date_set_julian (&date, (guint32) julian);

  moved.year = (gint16) g_date_get_year (&date);
  moved.month = (guint8) g_date_get_month (&date);
  moved.day = g_date_get_day (&date);
  return moved;
}

/**
 * ff_wall_time_get_weekday:
 * @time: a valid wall time
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
ff_wall_time_get_weekday (const FfWallTime *time)
{
  GDate date;

  g_return_val_if_fail (time != NULL && ff_wall_time_is_valid (time), 1);

  get_date (time, &date);
  return (int) g_date_get_weekday (&date);
}

/* GLib's own conversions from local time are left aside: they pick a side of a skipped or repeated
 * hour by its daylight-saving flag, which is the wrong way round in some zones and absent where a zone
 * changes its offset for good. Going from UTC to an offset is never ambiguous, so each offset that
 * the zone has around that day is tried. */
static gint64
find_instant (gint64 seconds, GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds - MAX_OFFSET);
  int last = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds + MAX_OFFSET);
  gint64 after_gap = seconds;

  for (; interval <= last; interval++)
    {
      gint64 instant = seconds - g_time_zone_get_offset (zone, interval);
      int actual = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

      if (actual == interval)
        return instant;
      /* By the offset before the gap, it would be after the gap's beginning. */
      if (actual > interval)
        after_gap = instant;
    }

  return after_gap;
}

/**
 * ff_wall_time_to_instant:
 * @time: a valid wall time
 * @zone: the zone of the clock on the wall
 *
 * The daylight-saving policy, which is that of RFC 5545, section 3.3.5: an hour that the clocks skip
 * moves forward by the gap (02:30 becomes 03:30), one that they repeat means the first.
 *
 * Returns: (transfer full): the instant, in @zone
 */
GDateTime *
ff_wall_time_to_instant (const FfWallTime *time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (time != NULL && ff_wall_time_is_valid (time), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  utc = g_date_time_new_from_unix_utc (find_instant (get_seconds (time), zone));
  return g_date_time_to_timezone (utc, zone);
}

/**
 * ff_wall_time_from_date_time:
 * @date_time: an instant, in the zone of the clock on the wall, between the years 1900 and 2200
 *
 * Returns: what that clock shows
 */
FfWallTime
ff_wall_time_from_date_time (GDateTime *date_time)
{
  FfWallTime time = { 0 };

  g_return_val_if_fail (date_time != NULL, time);

  time.year = (gint16) g_date_time_get_year (date_time);
  time.month = (guint8) g_date_time_get_month (date_time);
  time.day = (guint8) g_date_time_get_day_of_month (date_time);
  time.hour = (guint8) g_date_time_get_hour (date_time);
  time.minute = (guint8) g_date_time_get_minute (date_time);
  return time;
}

/**
 * ff_wall_time_from_utc:
 * @time: a valid time in UTC
 * @zone: the zone of the clock on the wall
 *
 * Returns: what that clock shows then
 */
FfWallTime
ff_wall_time_from_utc (const FfWallTime *time, GTimeZone *zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = ff_wall_time_to_instant (time, utc);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (instant, zone);

  return ff_wall_time_from_date_time (local);
}
