/* ff-listing-times.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days of the week, times of day and time zones as listings write them.
 */

#include "ff-listing-times.h"

#include <string.h>

#include "ff-rule.h"
#include "ff-windows-zone.h"

#define MINUTES_OF_DAY 1440

static const char *const day_names[]
    = { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" };
static const char *const rule_days[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static int
from_sunday (gsize number)
{
  return number == 0 ? 7 : (int) number;
}

/* In the person's own language: 2023-01-01 was a Sunday. */
static gboolean
is_local_name (const char *folded, gsize number)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2023, 1, 1 + (int) number, 12, 0, 0);
  g_autofree char *name = g_date_time_format (day, "%A");
  g_autofree char *other = g_utf8_casefold (name, -1);

  return g_str_equal (folded, other);
}

/**
 * ff_listing_parse_day:
 * @text: such as “2”, “Tuesday”, “tues”
 *
 * Returns: 1 Monday to 7 Sunday; 0 where it is no day of the week
 */
int
ff_listing_parse_day (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);
  const gsize length = strlen (folded);

  if (length == 1 && *folded >= '0' && *folded <= '6')
    return from_sunday ((gsize) (*folded - '0'));
  for (gsize i = 0; length >= 3 && i < G_N_ELEMENTS (day_names); i++)
    {
      if (strncmp (day_names[i], folded, length - (folded[length - 1] == '.' ? 1 : 0)) == 0)
        return from_sunday (i);
    }
  for (gsize i = 0; length > 0 && i < G_N_ELEMENTS (day_names); i++)
    {
      if (is_local_name (folded, i))
        return from_sunday (i);
    }
  return 0;
}

static gboolean
take_number (const char **text, guint max_digits, int *number)
{
  guint n_digits = 0;

  for (*number = 0; g_ascii_isdigit (**text) && n_digits < max_digits; (*text)++, n_digits++)
    *number = *number * 10 + g_ascii_digit_value (**text);
  return n_digits > 0;
}

/* “am” or “p.m.”: the hour by the 24-hour clock. */
static gboolean
take_half (const char **text, int *hour)
{
  g_autofree char *rest = g_ascii_strdown (*text, -1);
  g_autoptr (GString) half = g_string_new (NULL);

  for (const char *c = rest; *c != '\0'; c++)
    if (*c != '.' && !g_ascii_isspace (*c))
      g_string_append_c (half, *c);
  *text += strlen (*text);
  if (half->len == 0)
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  if (g_str_equal (half->str, "am") || g_str_equal (half->str, "a"))
    *hour = *hour == 12 ? 0 : *hour;
  else if (g_str_equal (half->str, "pm") || g_str_equal (half->str, "p"))
    *hour = *hour == 12 ? 12 : *hour + 12;
  else
    return FALSE;
  return TRUE;
}

/**
 * ff_listing_parse_time:
 * @text: such as “19:30”, “19:30:00”, “7:30 pm”, “7pm”, “noon”
 *
 * Returns: minutes after midnight, 1440 for the midnight after; −1 where it is no time of day
 */
int
ff_listing_parse_time (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *c = stripped;
  int hour, minute = 0, second = 0;

  if (g_ascii_strcasecmp (c, "noon") == 0)
    return MINUTES_OF_DAY / 2;
  if (g_ascii_strcasecmp (c, "midnight") == 0)
    return 0;
  if (!take_number (&c, 2, &hour))
    return -1;
  if (*c == ':' && (++c, !take_number (&c, 2, &minute)))
    return -1;
  if (*c == ':' && (++c, !take_number (&c, 2, &second)))
    return -1;
  if (c == stripped + strlen (stripped) && strchr (stripped, ':') == NULL)
    return -1;
  if (!take_half (&c, &hour) || minute > 59 || second > 59)
    return -1;
  return hour < 24 || (hour == 24 && minute == 0) ? hour * 60 + minute : -1;
}

/* Older names, and those that programs for the web use. */
static const struct
{
  const char *name;
  const char *zone;
} zones[] = {
  { "US/Eastern", "America/New_York" },
  { "US/Central", "America/Chicago" },
  { "US/Mountain", "America/Denver" },
  { "US/Pacific", "America/Los_Angeles" },
  { "US/Arizona", "America/Phoenix" },
  { "US/Alaska", "America/Anchorage" },
  { "US/Hawaii", "Pacific/Honolulu" },
  { "US/Michigan", "America/Detroit" },
  { "US/East-Indiana", "America/Indiana/Indianapolis" },
  { "Canada/Atlantic", "America/Halifax" },
  { "Canada/Central", "America/Winnipeg" },
  { "Canada/Eastern", "America/Toronto" },
  { "Canada/Mountain", "America/Edmonton" },
  { "Canada/Newfoundland", "America/St_Johns" },
  { "Canada/Pacific", "America/Vancouver" },
  { "Canada/Saskatchewan", "America/Regina" },
  { "Australia/NSW", "Australia/Sydney" },
  { "Australia/Victoria", "Australia/Melbourne" },
  { "Australia/Queensland", "Australia/Brisbane" },
  { "Australia/South", "Australia/Adelaide" },
  { "Australia/West", "Australia/Perth" },
  { "Australia/Tasmania", "Australia/Hobart" },
  { "Eastern Time (US & Canada)", "America/New_York" },
  { "Central Time (US & Canada)", "America/Chicago" },
  { "Mountain Time (US & Canada)", "America/Denver" },
  { "Pacific Time (US & Canada)", "America/Los_Angeles" },
  { "GB", "Europe/London" },
  { "Eire", "Europe/Dublin" },
  { "NZ", "Pacific/Auckland" },
  { "Japan", "Asia/Tokyo" },
  { "GMT", "Etc/GMT" },
  { "UTC", "UTC" },
  { "Z", "UTC" },
};

/* A name without a place, such as “EST”, may be in the database as an offset without summer time: never what a listing means. */
static char *
find_known (const char *name)
{
  g_autofree char *underlined = g_strdelimit (g_strdup (name), " ", '_');
  g_autoptr (GTimeZone) zone = NULL;

  if (strchr (underlined, '/') == NULL)
    return NULL;
  zone = ff_time_zone_find (underlined, NULL);
  return zone != NULL ? g_steal_pointer (&underlined) : NULL;
}

/**
 * ff_listing_find_zone:
 * @name: such as “America/Vancouver”, “US/Eastern”, “Pacific Standard Time”
 *
 * Returns: (transfer full) (nullable): its IANA name; %NULL where it may mean several (“Eastern”) or none
 */
char *
ff_listing_find_zone (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  const char *windows;

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      if (g_ascii_strcasecmp (zones[i].name, stripped) == 0)
        return g_strdup (zones[i].zone);
    }
  windows = ff_windows_zone_find (stripped);
  return windows != NULL ? g_strdup (windows) : find_known (stripped);
}

/**
 * ff_listing_set_weekly:
 * @days: FF_LISTING_DAY_BIT() of each day; 0 = by appointment
 * @start: minutes after midnight, 0 to 1439
 *
 * Listings know no first date. The first such day of 2024 stands for it, so that the same file always says the same.
 */
void
ff_listing_set_weekly (FfMeeting *meeting, guint days, int start)
{
  FfWallTime first = { 2024, 1, 1, 0, 0 }; /* a Monday */
  g_autoptr (GString) rule = g_string_new ("FREQ=WEEKLY");
  const char *separator = ";BYDAY=";

  first.hour = (guint8) (start / 60);
  first.minute = (guint8) (start % 60);
  for (int day = 1; day <= 7; day++)
    {
      if ((days & FF_LISTING_DAY_BIT (day)) == 0)
        continue;
      g_string_append (rule, separator);
      g_string_append (rule, rule_days[day]);
      separator = ",";
    }
  while (days != 0 && (days & FF_LISTING_DAY_BIT (ff_wall_time_get_weekday (&first))) == 0)
    first = ff_wall_time_add_days (&first, 1);
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_rule (meeting, rule->str);
  ff_meeting_set_by_appointment (meeting, days == 0);
}

static gboolean
lists_other_than_days (const FfRule *rule)
{
  for (guint i = 0; i < FF_N_LISTS; i++)
    {
      if (i != FF_LIST_DAY && rule->lists[i] != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * ff_listing_get_weekly:
 * @days: (out): FF_LISTING_DAY_BIT() of each day that the rule names, or else of the first date's; also where it is not weekly
 *
 * Returns: whether a listing of weekly meetings says all of its rule
 */
gboolean
ff_listing_get_weekly (FfMeeting *meeting, guint *days)
{
  const char *text = ff_meeting_get_rule (meeting);
  g_autoptr (FfRule) rule = text != NULL ? ff_rule_parse (text, NULL) : NULL;
  GArray *list = rule != NULL ? rule->lists[FF_LIST_DAY] : NULL;
  gboolean weekly
      = rule != NULL && rule->interval == 1 && rule->count == 0 && !rule->has_until
        && !lists_other_than_days (rule)
        && (rule->frequency == FF_FREQUENCY_WEEKLY || rule->frequency == FF_FREQUENCY_DAILY);

  *days = 0;
  for (guint i = 0; list != NULL && i < list->len; i++)
    *days |= FF_LISTING_DAY_BIT (FF_DAY_WEEKDAY (g_array_index (list, int, i)));
  if (*days == 0 && weekly && rule->frequency == FF_FREQUENCY_DAILY)
    *days = 0xFE;
  if (*days == 0)
    *days = FF_LISTING_DAY_BIT (ff_wall_time_get_weekday (ff_meeting_get_start (meeting)));
  return weekly;
}
