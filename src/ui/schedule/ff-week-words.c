/* ff-week-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the blocks of a week and the lines of a month say.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-time-of-day.h"
#include "ff-week-spans.h"
#include "ff-week-words.h"
#include "ff-when.h"

/**
 * ff_week_words_time:
 * @occurrence: a date of a meeting
 * @zone: (nullable): the zone that times are shown in, the meeting's own if %NULL
 *
 * Returns: (transfer full): when it starts, with the zone where it is not what this computer's clock shows
 */
char *
ff_week_words_time (FfOccurrence *occurrence, GTimeZone *zone)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  g_autoptr (GDateTime) shown = zone != NULL ? g_date_time_to_timezone (start, zone) : NULL;
  g_autoptr (GDateTime) here = g_date_time_to_local (start);
  g_autofree char *time = ff_format_time (shown != NULL ? shown : start);
  g_autofree char *where = ff_time_of_day_format_zone (shown != NULL ? shown : start, here);

  if (where == NULL)
    return g_steal_pointer (&time);
  /* Translators: a time and the zone it is in, like “19:00 Toronto time” */
  return g_strdup_printf (C_ ("time and zone", "%1$s %2$s"), time, where);
}

static char *
with_reason (const char *standing, const char *reason)
{
  if (reason == NULL || *reason == '\0')
    return g_strdup (standing);
  /* Translators: how it is with a date and why, like “Paused: summer” */
  return g_strdup_printf (C_ ("standing", "%1$s: %2$s"), standing, reason);
}

/**
 * ff_week_words_standing:
 * @occurrence: a date of a meeting
 *
 * Returns: (transfer full) (nullable): that it is not held, or undecided, and why; %NULL where it is held
 */
char *
ff_week_words_standing (FfOccurrence *occurrence)
{
  switch (ff_occurrence_get_standing (occurrence))
    {
    case FF_STANDING_UNDECIDED:
      return with_reason (_ ("Undecided"), ff_occurrence_get_holiday (occurrence));

    case FF_STANDING_CANCELLED:
      return g_strdup (_ ("Cancelled"));

    case FF_STANDING_PAUSED:
      return with_reason (_ ("Paused"), ff_occurrence_get_reason (occurrence));

    case FF_STANDING_HOLIDAY:
      return with_reason (_ ("Holiday"), ff_occurrence_get_holiday (occurrence));

    case FF_STANDING_ON:
    default:
      return NULL;
    }
}

/**
 * ff_week_words_detail:
 * @occurrence: a date of a meeting
 *
 * Returns: (transfer full): what stands under its title: that it is not held, and where it is
 */
char *
ff_week_words_detail (FfOccurrence *occurrence)
{
  g_autofree char *standing = ff_week_words_standing (occurrence);
  g_autofree char *where = ff_when_where (occurrence);

  if (standing == NULL)
    return g_steal_pointer (&where);
  if (*where == '\0')
    return g_steal_pointer (&standing);
  return g_strdup_printf ("%s · %s", standing, where);
}

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    /* Translators: stands between the parts of a spoken description */
    g_string_append (text, _ (", "));
  g_string_append (text, part);
}

/**
 * ff_week_words_label:
 * @occurrence: a date of a meeting
 * @title: what the meeting is called
 * @zone: (nullable): the zone that times are shown in, the meeting's own if %NULL
 *
 * Returns: (transfer full): what a screen reader says for it: "Tuesday 24 November, 19:00, Harbour
 *   Group, Community Hall, cancelled"
 */
char *
ff_week_words_label (FfOccurrence *occurrence, const char *title, GTimeZone *zone)
{
  FfWallTime start = ff_week_spans_find_start (occurrence, zone);
  g_autofree char *day = ff_week_words_day (&start);
  g_autofree char *time = ff_week_words_time (occurrence, zone);
  g_autofree char *where = ff_when_where (occurrence);
  g_autofree char *standing = ff_week_words_standing (occurrence);
  g_autoptr (GString) text = g_string_new (NULL);

  add_part (text, day);
  add_part (text, time);
  add_part (text, title);
  add_part (text, where);
  add_part (text, standing);
  if (standing == NULL && ff_occurrence_get_moved (occurrence))
    add_part (text, _ ("moved"));
  add_part (text, ff_occurrence_get_note (occurrence));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ff_week_words_day:
 * @day: a day
 *
 * Returns: (transfer full): like "Tuesday 24 November"
 */
char *
ff_week_words_day (const FfWallTime *day)
{
  g_autoptr (GDateTime) date = ff_format_from_wall_time (day);

  return g_date_time_format (date, C_ ("spoken", "%A %-d %B"));
}

/**
 * ff_week_words_moment:
 * @moment: a time on a day
 *
 * Returns: (transfer full): like "Tuesday 24 November, 19:00"
 */
char *
ff_week_words_moment (const FfWallTime *moment)
{
  g_autofree char *day = ff_week_words_day (moment);
  g_autofree char *time = ff_week_words_hour (moment->hour * 60u + moment->minute);

  /* Translators: a date and a time of day, like “Tuesday 1 December, 19:00” */
  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), day, time);
}

/**
 * ff_week_words_hour:
 * @minute: minutes after midnight
 *
 * Returns: (transfer full): like "19:00"
 */
char *
ff_week_words_hour (guint minute)
{
  g_autoptr (GDateTime) time
      = g_date_time_new_utc (2000, 1, 1, (int) (minute / 60), (int) (minute % 60), 0);

  return ff_format_time (time);
}

/**
 * ff_week_words_count:
 * @count: how many
 *
 * Returns: (transfer full): like "12 meetings"
 */
char *
ff_week_words_count (guint count)
{
  return g_strdup_printf (ngettext ("%u meeting", "%u meetings", count), count);
}
