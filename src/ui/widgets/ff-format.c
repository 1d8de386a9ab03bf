/* ff-format.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and lengths in words, the same everywhere.
 */

#include "ff-config.h"

#include <langinfo.h>

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-time-of-day.h"

/* From this hour on, today's meeting is tonight's. */
#define EVENING_BEGINS 17

static int
count_days_between (GDateTime *from, GDateTime *to)
{
  GDate first;
  GDate last;
  int year, month, day;

  g_date_time_get_ymd (from, &year, &month, &day);
  g_date_set_dmy (&first, day, month, year);
  g_date_time_get_ymd (to, &year, &month, &day);
  g_date_set_dmy (&last, day, month, year);

  return g_date_days_between (&first, &last);
}

/* Days from @now to @date, as they are counted where @date is. */
static int
count_days_ahead (GDateTime *date, GDateTime *now)
{
  g_autoptr (GDateTime) now_there = g_date_time_to_timezone (now, g_date_time_get_timezone (date));

  return count_days_between (now_there, date);
}

static gboolean
is_same_year (GDateTime *date, GDateTime *now)
{
  return g_date_time_get_year (date) == g_date_time_get_year (now);
}

/* Without what people put between and around the figures, and in small letters. */
static char *
normalize_time_text (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, '0' + g_unichar_digit_value (c));
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, g_unichar_tolower (c));
    }

  return g_string_free (plain, FALSE);
}

static gboolean
is_half_of_day (const char *suffix, const char *letter, const char *in_locale)
{
  g_autofree char *local = normalize_time_text (in_locale);
  g_auto (GStrv) given = g_strsplit (suffix, ".", -1);
  g_auto (GStrv) wanted = g_strsplit (local, ".", -1);
  g_autofree char *bare = g_strjoinv ("", given);
  g_autofree char *bare_local = g_strjoinv ("", wanted);
  g_autofree char *full = g_strconcat (letter, "m", NULL);

  return g_str_equal (bare, letter) || g_str_equal (bare, full)
         || (*bare_local != '\0' && g_str_equal (bare, bare_local));
}

static gboolean
apply_half_of_day (const char *suffix, guint *hour)
{
  if (*suffix == '\0')
    return *hour <= 23;

  if (*hour < 1 || *hour > 12)
    return FALSE;

  if (is_half_of_day (suffix, "a", nl_langinfo (AM_STR)))
    *hour %= 12;
  else if (is_half_of_day (suffix, "p", nl_langinfo (PM_STR)))
    *hour = *hour % 12 + 12;
  else
    return FALSE;

  return TRUE;
}

/**
 * ff_format_date:
 * @date: a date, in its own zone
 * @now: what time it is
 *
 * Returns: (transfer full): like "Tuesday 1 December", with the year where it is not @now's
 */
char *
ff_format_date (GDateTime *date, GDateTime *now)
{
  g_return_val_if_fail (date != NULL && now != NULL, NULL);

  if (is_same_year (date, now))
    /* Translators: a date in this year, like “Tuesday 1 December”; see g_date_time_format() */
    return g_date_time_format (date, C_ ("date", "%A %-d %B"));

  /* Translators: a date in another year, like “Tuesday 1 December 2026” */
  return g_date_time_format (date, C_ ("date", "%A %-d %B %Y"));
}

/**
 * ff_format_date_short:
 * @date: a date, in its own zone
 * @now: what time it is
 *
 * Returns: (transfer full): like "Tue 1 Dec", with the year where it is not @now's
 */
char *
ff_format_date_short (GDateTime *date, GDateTime *now)
{
  g_return_val_if_fail (date != NULL && now != NULL, NULL);

  if (is_same_year (date, now))
    /* Translators: a short date in this year, like “Tue 1 Dec”; see g_date_time_format() */
    return g_date_time_format (date, C_ ("date", "%a %-d %b"));

  /* Translators: a short date in another year, like “Tue 1 Dec 2026” */
  return g_date_time_format (date, C_ ("date", "%a %-d %b %Y"));
}

/**
 * ff_format_day:
 * @date: a date, in its own zone
 * @now: what time it is
 *
 * Returns: (transfer full): "Today", "Tonight", "Tomorrow" or "Yesterday" where it is that, else the date
 */
char *
ff_format_day (GDateTime *date, GDateTime *now)
{
  g_return_val_if_fail (date != NULL && now != NULL, NULL);

  switch (count_days_ahead (date, now))
    {
    case -1:
      return g_strdup (_ ("Yesterday"));

    case 0:
      if (g_date_time_get_hour (date) >= EVENING_BEGINS)
        return g_strdup (_ ("Tonight"));
      return g_strdup (_ ("Today"));

    case 1:
      return g_strdup (_ ("Tomorrow"));

    default:
      return ff_format_date (date, now);
    }
}

/**
 * ff_format_time:
 * @date: a time, in its own zone
 *
 * Returns: (transfer full): like "19:00" or "7:00 pm", as the locale has it
 */
char *
ff_format_time (GDateTime *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return ff_time_of_day_format_local (date);
}

/**
 * ff_format_time_and_zone:
 * @date: a time, in its own zone
 * @now: what time it is, in the computer's zone
 *
 * Returns: (transfer full): like "19:00", or "19:00 Toronto time" where somebody at the computer needs to be told
 */
char *
ff_format_time_and_zone (GDateTime *date, GDateTime *now)
{
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;

  g_return_val_if_fail (date != NULL && now != NULL, NULL);

  time = ff_format_time (date);
  zone = ff_time_of_day_format_zone (date, now);
  if (zone == NULL)
    return g_steal_pointer (&time);

  /* Translators: a time and the zone it is in, like “19:00 Toronto time” */
  return g_strdup_printf (C_ ("time and zone", "%1$s %2$s"), time, zone);
}

/**
 * ff_format_when:
 * @date: when something begins, in its own zone
 * @now: what time it is, in the computer's zone
 *
 * Returns: (transfer full): like "Tonight at 19:00" or "Tuesday 1 December, 19:00 Toronto time"
 */
char *
ff_format_when (GDateTime *date, GDateTime *now)
{
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (date != NULL && now != NULL, NULL);

  time = ff_format_time_and_zone (date, now);
  switch (count_days_ahead (date, now))
    {
    case -1:
      /* Translators: a time of day, as in all of these */
      return g_strdup_printf (_ ("Yesterday at %s"), time);

    case 0:
      if (g_date_time_get_hour (date) >= EVENING_BEGINS)
        return g_strdup_printf (_ ("Tonight at %s"), time);
      return g_strdup_printf (_ ("Today at %s"), time);

    case 1:
      return g_strdup_printf (_ ("Tomorrow at %s"), time);

    default:
      words = ff_format_date (date, now);
      day = ff_format_capitalized (words);
      /* Translators: a date and a time of day, like “Tuesday 1 December, 19:00” */
      return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), day, time);
    }
}

/**
 * ff_format_range:
 * @start: when something begins, in its own zone
 * @end: when it ends
 * @now: what time it is, in the computer's zone
 *
 * Returns: (transfer full): like "19:00–20:30" or "19:00–20:30 Toronto time"
 */
char *
ff_format_range (GDateTime *start, GDateTime *end, GDateTime *now)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (start != NULL && end != NULL && now != NULL, NULL);

  from = ff_format_time (start);
  until = ff_format_time_and_zone (end, now);

  /* Translators: from when until when, like “19:00–20:30” */
  return g_strdup_printf (C_ ("time range", "%1$s–%2$s"), from, until);
}

/**
 * ff_format_minutes:
 * @minutes: a length of time
 *
 * Returns: (transfer full): like "90 minutes"
 */
char *
ff_format_minutes (guint minutes)
{
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

/**
 * ff_format_from_wall_time:
 * @time: a wall time
 *
 * Only to be put into words: it says nothing of the moment.
 *
 * Returns: (transfer full): the same figures in UTC
 */
GDateTime *
ff_format_from_wall_time (const FfWallTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  return g_date_time_new_utc (time->year, time->month, time->day, time->hour, time->minute, 0.0);
}

/**
 * ff_format_parse_time:
 * @text: what a person typed
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * Reads a time of day as people write it: "19:00", "7pm", "7.30 p.m.", "1900", "19 h 30", "٧:٣٠ م" where the
 * locale says so.
 *
 * Returns: whether it is a time of day; where it is not, nothing is set
 */
gboolean
ff_format_parse_time (const char *text, guint *hour, guint *minute)
{
  g_autofree char *plain = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *suffix = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  guint h, m;

  g_return_val_if_fail (text != NULL && hour != NULL && minute != NULL, FALSE);

  plain = normalize_time_text (text);
  regex = g_regex_new ("^(\\d{1,2})(?:[:.,h]?(\\d{2}))?h?(\\D*)$", 0, 0, NULL);
  if (!g_regex_match (regex, plain, 0, &match))
    return FALSE;

  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  suffix = g_match_info_fetch (match, 3);
  h = (guint) g_ascii_strtoull (hours, NULL, 10);
  m = (guint) g_ascii_strtoull (minutes, NULL, 10);
  if (m > 59 || !apply_half_of_day (suffix, &h))
    return FALSE;

  *hour = h;
  *minute = m;

  return TRUE;
}

/**
 * ff_format_capitalized:
 * @words: one of a programme's words
 *
 * Returns: (transfer full): @words with its first letter as it begins a line; scripts without capitals are left as they are
 */
char *
ff_format_capitalized (const char *words)
{
  g_autofree char *rest = NULL;
  char first[7] = "";

  g_return_val_if_fail (words != NULL, NULL);

  if (*words == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);
  rest = g_strdup (g_utf8_next_char (words));

  return g_strconcat (first, rest, NULL);
}
