/* ff-volunteer-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of a volunteer, in words.
 */

#include "ff-config.h"

#include "ff-volunteer-words.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

#define DAYS_OF_WEEK 7
#define MINUTES_OF_DAY 1440
#define QUARTER 90
#define MONTH 30

static gboolean
read_day (const char *text, FfWallTime *day)
{
  g_autofree char *midnight = g_strconcat (text, "T00:00", NULL);

  return ff_wall_time_parse (midnight, day, NULL);
}

/**
 * ff_volunteer_words_day:
 * @day: as 2026-11-24
 *
 * Returns: (transfer full): like "24 November 2026"; what is no day, as it is
 */
char *
ff_volunteer_words_day (const char *day)
{
  FfWallTime time;

  g_return_val_if_fail (day != NULL, NULL);

  if (!read_day (day, &time))
    return g_strdup (day);

  g_autoptr (GDateTime) date = ff_format_from_wall_time (&time);
  return g_date_time_format (date, C_ ("date", "%-d %B %Y"));
}

/**
 * ff_volunteer_words_days:
 * @from: the first day
 * @until: the last day
 *
 * Returns: (transfer full): like "24 November 2026 to 1 December 2026"
 */
char *
ff_volunteer_words_days (const char *from, const char *until)
{
  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  g_autofree char *first = ff_volunteer_words_day (from);
  g_autofree char *last = ff_volunteer_words_day (until);

  if (g_str_equal (from, until))
    return g_steal_pointer (&first);
  /* Translators: two dates, the first and the last day of somebody’s absence */
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

/**
 * ff_volunteer_words_weekday:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: (transfer full): its name
 */
char *
ff_volunteer_words_weekday (guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= DAYS_OF_WEEK, NULL);

  /* 1 June 2026 is a Monday. */
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 6, (int) weekday, 12, 0, 0);
  g_autofree char *name = g_date_time_format (day, "%A");
  return ff_format_capitalized (name);
}

static char *
describe_window (const FfAvailability *window)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (2026, 6, 1, 0, 0, 0);
  g_autoptr (GDateTime) start = g_date_time_add_minutes (midnight, (int) window->from);
  g_autoptr (GDateTime) end = g_date_time_add_minutes (midnight, (int) window->until);
  g_autofree char *from = ff_format_time (start);
  g_autofree char *until = ff_format_time (end);
  g_autofree char *range = g_strdup_printf ("%s–%s", from, until);

  if (window->from == 0 && window->until == MINUTES_OF_DAY)
    {
      g_free (range);
      range = g_strdup (_ ("all day"));
    }
  switch (window->wish)
    {
    case FF_WISH_LIKES:
      /* Translators: %s are hours, like 18:00–21:00, at which somebody likes to serve */
      return g_strdup_printf (_ ("%s gladly"), range);

    case FF_WISH_RATHER_NOT:
      /* Translators: %s are hours, like 18:00–21:00, at which somebody serves only if need be */
      return g_strdup_printf (_ ("%s rather not"), range);

    case FF_WISH_FREE:
    default:
      return g_steal_pointer (&range);
    }
}

/**
 * ff_volunteer_words_hours:
 * @volunteer: somebody
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: (transfer full) (nullable): when they are free on that day; %NULL where they said nothing of it
 */
char *
ff_volunteer_words_hours (FfVolunteer *volunteer, guint weekday)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);

  GArray *hours = ff_volunteer_get_availability (volunteer);
  GString *words = NULL;

  for (guint i = 0; i < hours->len; i++)
    {
      const FfAvailability *window = &g_array_index (hours, FfAvailability, i);
      g_autofree char *text = NULL;

      if (window->weekday != weekday)
        continue;
      text = describe_window (window);
      if (words == NULL)
        words = g_string_new (text);
      else
        /* Translators: between two stretches of hours on one day */
        g_string_append_printf (words, C_ ("hours", ", %s"), text);
    }
  return words != NULL ? g_string_free_and_steal (words) : NULL;
}

/**
 * ff_volunteer_words_week:
 * @volunteer: somebody
 *
 * Returns: (transfer full): when they are free, on one line
 */
char *
ff_volunteer_words_week (FfVolunteer *volunteer)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);

  GString *words = g_string_new (NULL);

  for (guint weekday = 1; weekday <= DAYS_OF_WEEK; weekday++)
    {
      g_autofree char *hours = ff_volunteer_words_hours (volunteer, weekday);
      g_autofree char *name = ff_volunteer_words_weekday (weekday);

      if (hours != NULL)
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? " · " : "", name, hours);
    }
  if (words->len == 0)
    g_string_append (words, _ ("At any time"));
  return g_string_free_and_steal (words);
}

static void
add (GString *words, char *text)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
  g_free (text);
}

/**
 * ff_volunteer_words_limits:
 * @volunteer: somebody
 *
 * Returns: (transfer full): how much and how far, like "At most 1 a week · Online only"; "" where there are no limits
 */
char *
ff_volunteer_words_limits (FfVolunteer *volunteer)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);

  GString *words = g_string_new (NULL);
  guint week = ff_volunteer_get_cap (volunteer, FF_CAP_WEEK);
  guint month = ff_volunteer_get_cap (volunteer, FF_CAP_MONTH);
  guint in_row = ff_volunteer_get_cap (volunteer, FF_CAP_IN_ROW);
  guint reach = ff_volunteer_get_reach (volunteer);

  if (week > 0)
    add (words, g_strdup_printf (_ ("At most %u a week"), week));
  if (month > 0)
    add (words, g_strdup_printf (_ ("At most %u a month"), month));
  if (in_row > 0)
    add (words, g_strdup_printf (ngettext ("At most %u week in a row", "At most %u weeks in a row",
                                           in_row),
                                 in_row));
  if (ff_volunteer_get_online_only (volunteer))
    add (words, g_strdup (_ ("Online only")));
  else if (reach > 0)
    /* Translators: how far somebody travels */
    add (words, g_strdup_printf (_ ("Up to %u km from home"), reach));
  if (ff_volunteer_get_only_groups (volunteer))
    add (words, g_strdup (_ ("Only in their own groups")));
  return g_string_free_and_steal (words);
}

/**
 * ff_volunteer_words_holding:
 * @training: (nullable): what was done last; %NULL where nothing was
 * @today: as 2026-11-24
 *
 * Returns: how it stands with it
 */
FfHolding
ff_volunteer_words_holding (const FfTraining *training, const char *today)
{
  FfWallTime now, until;
  int days;

  g_return_val_if_fail (today != NULL && read_day (today, &now), FF_HOLDING_GOOD);

  if (training == NULL)
    return FF_HOLDING_MISSING;
  if (training->until == NULL || !read_day (training->until, &until))
    return FF_HOLDING_GOOD;
  days = ff_wall_time_get_julian (&until) - ff_wall_time_get_julian (&now);
  if (days < 0)
    return FF_HOLDING_LAPSED;
  if (days <= MONTH)
    return FF_HOLDING_MONTH;
  return days <= QUARTER ? FF_HOLDING_QUARTER : FF_HOLDING_GOOD;
}

/**
 * ff_volunteer_words_training:
 * @training: (nullable): what was done last; %NULL where nothing was
 * @today: as 2026-11-24
 *
 * Returns: (transfer full): like "Done 3 March 2026 · until 3 March 2027"
 */
char *
ff_volunteer_words_training (const FfTraining *training, const char *today)
{
  g_autofree char *done = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (today != NULL, NULL);

  if (training == NULL)
    return g_strdup (_ ("Not done yet"));
  done = ff_volunteer_words_day (training->done);
  if (training->until == NULL)
    return g_strdup_printf (_ ("Done %s · for good"), done);
  until = ff_volunteer_words_day (training->until);
  if (ff_volunteer_words_holding (training, today) == FF_HOLDING_LAPSED)
    return g_strdup_printf (_ ("Done %1$s · lapsed after %2$s"), done, until);
  return g_strdup_printf (_ ("Done %1$s · until %2$s"), done, until);
}

/**
 * ff_volunteer_words_role:
 * @role: one that somebody takes
 *
 * Returns: (transfer full): what it is called, and that it is offered no more where it is so
 */
char *
ff_volunteer_words_role (FfRole *role)
{
  g_return_val_if_fail (FF_IS_ROLE (role), NULL);

  if (!ff_role_get_retired (role))
    return g_strdup (ff_role_get_title (role));
  /* Translators: a role that is offered no more, and that somebody has still */
  return g_strdup_printf (_ ("%s (Retired)"), ff_role_get_title (role));
}

/**
 * ff_volunteer_words_contact:
 * @text: a telephone number or an address for mail
 *
 * Returns: (transfer full): the same, isolated, so that it reads left to right where the words around it read right to left
 */
char *
ff_volunteer_words_contact (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return *text != '\0' ? g_strdup_printf ("\u2066%s\u2069", text) : g_strdup ("");
}

/**
 * ff_volunteer_words_today:
 * @now: what time it is
 *
 * Returns: (transfer full): the day, as 2026-11-24
 */
char *
ff_volunteer_words_today (GDateTime *now)
{
  g_return_val_if_fail (now != NULL, NULL);

  return g_date_time_format (now, "%Y-%m-%d");
}
