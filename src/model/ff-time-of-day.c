/* ff-time-of-day.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time of day in words, by 12 or 24 hours, and the zone whose clocks show it.
 */

#include "ff-config.h"

#include "ff-time-of-day.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Like the locale itself: set when the program starts, the same for all of it. */
static gboolean follows_locale;

static gboolean
locale_has_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL
         || strstr (format, "%l") != NULL || strstr (format, "%p") != NULL;
}

/**
 * ff_time_of_day_format_local:
 * @time: a time, in its own zone
 *
 * Returns: (transfer full): like "19:00" or "7:00 pm", as the locale has it
 */
char *
ff_time_of_day_format_local (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  if (locale_has_twelve_hours ())
    /* Translators: a time of day where the locale counts twelve hours, like “7:00 pm”; the space is a no-break space */
    return g_date_time_format (time, C_ ("time", "%-I:%M\302\240%p"));

  /* Translators: a time of day where the locale counts 24 hours, like “19:00” */
  return g_date_time_format (time, C_ ("time", "%H:%M"));
}

/**
 * ff_time_of_day_format:
 * @time: a time, in its own zone
 *
 * For sentences that are read in a window and in a terminal.
 *
 * Returns: (transfer full): like "19:00"; as the locale has it after ff_time_of_day_follow_locale()
 */
char *
ff_time_of_day_format (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  return follows_locale ? ff_time_of_day_format_local (time) : g_date_time_format (time, "%H:%M");
}

/**
 * ff_time_of_day_format_city:
 * @identifier: an IANA time zone
 *
 * Returns: (transfer full): the city that it is named after, like "Buenos Aires"
 */
char *
ff_time_of_day_format_city (const char *identifier)
{
  const char *slash;

  g_return_val_if_fail (identifier != NULL, NULL);

  slash = strrchr (identifier, '/');

  return g_strdelimit (g_strdup (slash != NULL ? slash + 1 : identifier), "_", ' ');
}

/**
 * ff_time_of_day_format_zone:
 * @date: a time, in its own zone
 * @beside: a time in the zone of whoever reads it
 *
 * Returns: (transfer full) (nullable): like "Toronto time", or %NULL where both clocks show the same at that moment
 */
char *
ff_time_of_day_format_zone (GDateTime *date, GDateTime *beside)
{
  g_autoptr (GDateTime) here = NULL;
  g_autofree char *city = NULL;
  const char *identifier;

  g_return_val_if_fail (date != NULL && beside != NULL, NULL);

  here = g_date_time_to_timezone (date, g_date_time_get_timezone (beside));
  if (g_date_time_get_utc_offset (here) == g_date_time_get_utc_offset (date))
    return NULL;

  identifier = g_time_zone_get_identifier (g_date_time_get_timezone (date));
  city = ff_time_of_day_format_city (identifier);
  if (strchr (identifier, '/') == NULL || g_str_equal (city, "UTC"))
    return g_steal_pointer (&city);

  /* Translators: the time that the clocks of a city show, like “Toronto time” */
  return g_strdup_printf (C_ ("time zone", "%s time"), city);
}

/**
 * ff_time_of_day_follow_locale:
 *
 * From now on ff_time_of_day_format() counts hours as the locale does, as everything in a window does.
 */
void
ff_time_of_day_follow_locale (void)
{
  follows_locale = TRUE;
}
