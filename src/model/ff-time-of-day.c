/* ff-time-of-day.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time of day in words, by 12 or 24 hours.
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
 * ff_time_of_day_follow_locale:
 *
 * From now on ff_time_of_day_format() counts hours as the locale does, as everything in a window does.
 */
void
ff_time_of_day_follow_locale (void)
{
  follows_locale = TRUE;
}
