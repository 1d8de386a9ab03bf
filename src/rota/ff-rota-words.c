/* ff-rota-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks against somebody, in a word or two, alone or counted.
 */

#include "ff-rota-words.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-time-of-day.h"

/* Given by ff_wall_time_get_julian(). */
char *
ff_rota_format_day (int julian)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  return g_date_time_format (time, C_ ("day in a sentence", "%-d %B %Y"));
}

char *
ff_rota_format_hour (GDateTime *time, GDateTime *beside)
{
  g_autofree char *hour = ff_time_of_day_format (time);
  g_autofree char *zone = beside != NULL ? ff_time_of_day_format_zone (time, beside) : NULL;

  if (zone == NULL)
    return g_steal_pointer (&hour);
  /* Translators: a time and the zone it is in, like “19:00 Toronto time” */
  return g_strdup_printf (C_ ("time and zone", "%1$s %2$s"), hour, zone);
}

char *
ff_rota_format_weekly (GDateTime *start, GDateTime *beside)
{
  g_autofree char *day = g_date_time_format (start, "%A");
  g_autofree char *hour = ff_rota_format_hour (start, beside);

  /* Translators: a day of the week and a time, like “Tuesday 18:00” */
  return g_strdup_printf (C_ ("weekly", "%1$s %2$s"), day, hour);
}

char *
ff_rota_join_words (GPtrArray *words)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        /* Translators: what stands between the parts of “2 away, 1 not free then” */
        g_string_append (joined, C_ ("between the parts of a list", ", "));
      g_string_append (joined, g_ptr_array_index (words, i));
    }
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

const char *
ff_rota_name_hindrance (FfHindrances hindrance)
{
  switch (hindrance)
    {
    case FF_HINDRANCE_SERVING:
      return _ ("not serving now");
    case FF_HINDRANCE_ROLE:
      return _ ("does not take the role");
    case FF_HINDRANCE_PROGRAMME:
      return _ ("of another programme");
    case FF_HINDRANCE_LANGUAGE:
      return _ ("speaks other languages");
    case FF_HINDRANCE_GROUP:
      return _ ("serves other groups only");
    case FF_HINDRANCE_UNTRAINED:
      return _ ("not trained yet");
    case FF_HINDRANCE_LAPSED:
      return _ ("training does not hold on that date");
    case FF_HINDRANCE_AWAY:
      return _ ("away");
    case FF_HINDRANCE_HOURS:
      return _ ("not free then");
    case FF_HINDRANCE_ONLINE_ONLY:
      return _ ("online only");
    case FF_HINDRANCE_TOO_FAR:
      return _ ("lives too far away");
    case FF_HINDRANCE_DECLINED:
      return _ ("declined");
    case FF_HINDRANCE_OVERLAP:
      return _ ("has another duty at that time");
    case FF_HINDRANCE_TRAVEL:
      return _ ("too little time to get there");
    case FF_HINDRANCE_WEEK:
      return _ ("at the weekly cap");
    case FF_HINDRANCE_MONTH:
      return _ ("at the monthly cap");
    case FF_HINDRANCE_IN_ROW:
      return _ ("too many weeks in a row");
    default:
      g_return_val_if_reached ("");
    }
}

/* Translators: the forms below follow “Tuesday 18:00 Ladner, host: 3 are trained, ” */
char *
ff_rota_count_hindered (FfHindrances hindrance, guint n)
{
  switch (hindrance)
    {
    case FF_HINDRANCE_SERVING:
      return g_strdup_printf (ngettext ("%u not serving now", "%u not serving now", n), n);
    case FF_HINDRANCE_PROGRAMME:
      return g_strdup_printf (ngettext ("%u of another programme", "%u of another programme", n),
                              n);
    case FF_HINDRANCE_LANGUAGE:
      return g_strdup_printf (
          ngettext ("%u who speaks other languages", "%u who speak other languages", n), n);
    case FF_HINDRANCE_GROUP:
      return g_strdup_printf (
          ngettext ("%u who serves other groups only", "%u who serve other groups only", n), n);
    case FF_HINDRANCE_UNTRAINED:
      return g_strdup_printf (ngettext ("%u not trained yet", "%u not trained yet", n), n);
    case FF_HINDRANCE_LAPSED:
      return g_strdup_printf (ngettext ("%u whose training does not hold on that date",
                                        "%u whose training does not hold on that date", n),
                              n);
    case FF_HINDRANCE_AWAY:
      return g_strdup_printf (ngettext ("%u away", "%u away", n), n);
    case FF_HINDRANCE_HOURS:
      return g_strdup_printf (ngettext ("%u not free then", "%u not free then", n), n);
    case FF_HINDRANCE_ONLINE_ONLY:
      return g_strdup_printf (ngettext ("%u online only", "%u online only", n), n);
    case FF_HINDRANCE_TOO_FAR:
      return g_strdup_printf (ngettext ("%u too far away", "%u too far away", n), n);
    case FF_HINDRANCE_DECLINED:
      return g_strdup_printf (ngettext ("%u declined", "%u declined", n), n);
    case FF_HINDRANCE_OVERLAP:
      return g_strdup_printf (ngettext ("%u at another duty", "%u at other duties", n), n);
    case FF_HINDRANCE_TRAVEL:
      return g_strdup_printf (
          ngettext ("%u without the time to get there", "%u without the time to get there", n), n);
    case FF_HINDRANCE_WEEK:
      return g_strdup_printf (ngettext ("%u at its weekly cap", "%u at their weekly cap", n), n);
    case FF_HINDRANCE_MONTH:
      return g_strdup_printf (ngettext ("%u at its monthly cap", "%u at their monthly cap", n), n);
    case FF_HINDRANCE_IN_ROW:
      return g_strdup_printf (
          ngettext ("%u with too many weeks in a row", "%u with too many weeks in a row", n), n);
    case FF_HINDRANCE_ROLE:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
