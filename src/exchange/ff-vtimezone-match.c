/* ff-vtimezone-match.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which zone a VTIMEZONE describes that has a name of its own.
 */

#include <string.h>

#include "ff-recurrence.h"
#include "ff-vtimezone.h"

/* Three years tell zones apart that differ today; older ones are history to a schedule. */
#define YEARS 3
#define FIRST_YEAR 2024
#define MOST_ONSETS 64
#define DAY (24 * 60 * 60)

/* From that moment on the clocks show that offset. */
typedef struct
{
  gint64 instant; /* seconds UTC */
  int offset;     /* seconds east */
} Onset;

/* “-0800”, “+053000” */
static gboolean
parse_offset (const FfCalendarPart *part, const char *name, int *offset)
{
  g_autofree char *text = ff_calendar_part_get_text (part, name);
  const gsize length = strlen (text);
  const int sign = *text == '-' ? -1 : 1;

  if ((length != 5 && length != 7) || (*text != '+' && *text != '-'))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  *offset = ((text[1] - '0') * 10 + text[2] - '0') * 60 * 60
            + ((text[3] - '0') * 10 + text[4] - '0') * 60;
  if (length == 7)
    *offset += (text[5] - '0') * 10 + text[6] - '0';
  *offset *= sign;
  return ABS (*offset) <= 26 * 60 * 60;
}

static gint64
to_seconds (const FfWallTime *wall, int offset)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = ff_wall_time_to_instant (wall, utc);

  return g_date_time_to_unix (instant) - offset;
}

/* Outlook begins in 1601: the rules are the same in 1901. */
static gboolean
parse_wall (const char *value, FfWallTime *wall)
{
  g_autofree char *text = NULL;

  if (strlen (value) < 13)
    return FALSE;
  text = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s",
                          strncmp (value, "1900", 4) < 0 ? "1901" : value, value + 4, value + 6,
                          value + 9, value + 11);
  return ff_wall_time_parse (text, wall, NULL);
}

static void
add_onset (GArray *onsets, const FfWallTime *wall, int from, int to)
{
  const Onset onset = { .instant = to_seconds (wall, from), .offset = to };

  g_array_append_val (onsets, onset);
}

static void
add_rule (GArray *onsets, const FfCalendarPart *part, const FfWallTime *start, int from, int to)
{
  const FfWallTime first = { FIRST_YEAR - 1, 1, 1, 0, 0 };
  const FfWallTime last = { FIRST_YEAR + YEARS, 1, 1, 0, 0 };
  const FfCalendarLine *rule = ff_calendar_part_find (part, "RRULE");
  g_autoptr (GArray) dates = NULL;

  if (rule == NULL)
    return;
  dates = ff_recurrence_expand (ff_calendar_line_get_value (rule), start, &first, &last,
                                MOST_ONSETS, NULL);
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    add_onset (onsets, &g_array_index (dates, FfWallTime, i), from, to);
}

static void
add_dates (GArray *onsets, const FfCalendarPart *part, int from, int to)
{
  for (guint i = 0; i < part->lines->len; i++)
    {
      const FfCalendarLine *line = g_ptr_array_index (part->lines, i);
      g_auto (GStrv) values = NULL;

      if (!ff_calendar_line_is (line, "RDATE"))
        continue;
      values = g_strsplit (ff_calendar_line_get_value (line), ",", -1);
      for (gsize j = 0; values[j] != NULL; j++)
        {
          FfWallTime wall;

          if (parse_wall (values[j], &wall))
            add_onset (onsets, &wall, from, to);
        }
    }
}

static gint
compare_onsets (gconstpointer a, gconstpointer b)
{
  const gint64 difference = ((const Onset *) a)->instant - ((const Onset *) b)->instant;

  return difference < 0 ? -1 : difference > 0;
}

static GArray *
list_onsets (const FfCalendarPart *zone)
{
  GArray *onsets = g_array_new (FALSE, FALSE, sizeof (Onset));

  for (guint i = 0; i < zone->inner->len; i++)
    {
      const FfCalendarPart *part = g_ptr_array_index (zone->inner, i);
      g_autofree char *start = ff_calendar_part_get_text (part, "DTSTART");
      FfWallTime wall;
      int from, to;

      if (!parse_offset (part, "TZOFFSETFROM", &from) || !parse_offset (part, "TZOFFSETTO", &to)
          || !parse_wall (start, &wall))
        continue;
      add_onset (onsets, &wall, from, to);
      add_rule (onsets, part, &wall, from, to);
      add_dates (onsets, part, from, to);
    }
  g_array_sort (onsets, compare_onsets);
  return onsets;
}

/* Every day at noon and midnight UTC: clocks change between them. */
static gboolean
has_same_hours (GArray *onsets, const char *name)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (name, NULL);
  const FfWallTime new_year = { FIRST_YEAR, 1, 1, 0, 0 };
  gint64 instant = to_seconds (&new_year, 0);
  const gint64 end = instant + (gint64) YEARS * 365 * DAY;
  guint next = 0;

  if (zone == NULL)
    return FALSE;
  for (; instant < end; instant += DAY / 2)
    {
      const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

      while (next < onsets->len && g_array_index (onsets, Onset, next).instant <= instant)
        next++;
      if (next == 0
          || g_array_index (onsets, Onset, next - 1).offset
                 != g_time_zone_get_offset (zone, interval))
        return FALSE;
    }
  return TRUE;
}

/**
 * ff_vtimezone_match:
 * @part: a VTIMEZONE
 * @preferred: (nullable): the zone to take where several have the same hours
 *
 * Compares the offsets of three years of today's rules.
 *
 * Returns: (transfer full) (nullable): the IANA name of a zone whose clocks show the same; %NULL where there is none
 */
char *
ff_vtimezone_match (const FfCalendarPart *part, const char *preferred)
{
  /* Before others that have the same hours and come first in the alphabet. */
  static const char *const large[] = { "America/Vancouver",
                                       "America/Denver",
                                       "America/Chicago",
                                       "America/Toronto",
                                       "America/Halifax",
                                       "Europe/London",
                                       "Europe/Paris",
                                       "Europe/Athens",
                                       "Australia/Sydney",
                                       "Pacific/Auckland",
                                       "Asia/Kolkata",
                                       "Asia/Tokyo",
                                       "UTC" };
  g_autoptr (GArray) onsets = list_onsets (part);
  g_auto (GStrv) names = NULL;

  if (onsets->len == 0)
    return NULL;
  if (preferred != NULL && has_same_hours (onsets, preferred))
    return g_strdup (preferred);
  for (gsize i = 0; i < G_N_ELEMENTS (large); i++)
    if (has_same_hours (onsets, large[i]))
      return g_strdup (large[i]);
  names = ff_time_zone_list ();
  for (gsize i = 0; names[i] != NULL; i++)
    if (has_same_hours (onsets, names[i]))
      return g_strdup (names[i]);
  return NULL;
}
