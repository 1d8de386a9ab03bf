/* ff-import-holidays.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Public holidays out of a calendar.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-zones.h"
#include "ff-import.h"
#include "ff-listing-text.h"
#include "ff-recurrence.h"

/* Nobody plans further, and lists of holidays end long before. */
#define YEARS_AHEAD 10
#define MOST_DAYS 5000
#define LONGEST_HOLIDAY 31
#define LONGEST_NAME 200

static FfWallTime
get_horizon (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return (FfWallTime) { (gint16) MIN (g_date_time_get_year (now) + YEARS_AHEAD, 2200), 12, 31, 23,
                        59 };
}

/* How many days it lasts: DTEND is the day after. */
static int
count_days (FfCalendarZones *zones, const FfCalendarPart *part, const FfCalendarMoment *start)
{
  const FfCalendarLine *line = ff_calendar_part_find (part, "DTEND");
  FfCalendarMoment end;
  FfWallTime day = start->wall;
  int days = 1;

  if (line == NULL || !ff_calendar_zones_read (zones, line, ff_calendar_line_get_value (line), &end)
      || !end.is_date)
    return days;
  for (day = ff_wall_time_add_days (&day, 1);
       ff_wall_time_compare (&day, &end.wall) < 0 && days < LONGEST_HOLIDAY;
       day = ff_wall_time_add_days (&day, 1))
    days++;
  return days;
}

static char *
read_name (const FfCalendarPart *part)
{
  g_autofree char *text = ff_calendar_part_get_text (part, "SUMMARY");
  g_autofree char *plain = ff_listing_text_to_plain (text, TRUE);

  if (*plain == '\0')
    return g_strdup (_ ("Holiday"));
  return g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), LONGEST_NAME));
}

static GArray *
list_starts (const FfCalendarPart *part, const FfCalendarMoment *start)
{
  const FfCalendarLine *rule = ff_calendar_part_find (part, "RRULE");
  const FfWallTime horizon = get_horizon ();
  GArray *starts = NULL;

  if (rule != NULL)
    starts = ff_recurrence_expand (ff_calendar_line_get_value (rule), &start->wall, &start->wall,
                                   &horizon, 2 * 366, NULL);
  if (starts == NULL)
    {
      starts = g_array_new (FALSE, FALSE, sizeof (FfWallTime));
      g_array_append_val (starts, start->wall);
    }
  return starts;
}

static void
take_event (FfHolidays *holidays, FfCalendarZones *zones, const FfCalendarPart *part)
{
  const FfCalendarLine *line = ff_calendar_part_find (part, "DTSTART");
  g_autofree char *status = ff_calendar_part_get_text (part, "STATUS");
  g_autofree char *name = read_name (part);
  g_autoptr (GArray) starts = NULL;
  FfCalendarMoment start;
  int days;

  if (!part->is_event || !part->is_whole || line == NULL
      || g_ascii_strcasecmp (status, "CANCELLED") == 0
      || !ff_calendar_zones_read (zones, line, ff_calendar_line_get_value (line), &start))
    return;
  starts = list_starts (part, &start);
  days = count_days (zones, part, &start);
  for (guint i = 0; i < starts->len; i++)
    for (int day = 0; day < days && ff_holidays_count (holidays) < MOST_DAYS; day++)
      {
        const FfWallTime date = ff_wall_time_add_days (&g_array_index (starts, FfWallTime, i), day);

        if (ff_wall_time_is_valid (&date))
          ff_holidays_add (holidays, &date, FF_HOLIDAY_ASK, name);
      }
}

/**
 * ff_import_read_holidays:
 * @bytes: a calendar
 * @name: of the file, for a calendar that does not say what it is called
 * @error: return location for a #GError
 *
 * Every day that an event of it takes up is a holiday, of which somebody has to say what it means. Events that come back every year do so
 * for ten years from now.
 *
 * Returns: (transfer full): the holidays; %NULL with %G_IO_ERROR_INVALID_DATA where it is no calendar or has no days
 */
FfHolidays *
ff_import_read_holidays (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (FfCalendarFile) file = ff_calendar_file_parse (bytes, NULL, error);
  g_autoptr (FfCalendarZones) zones = NULL;
  g_autoptr (FfHolidays) holidays = NULL;

  if (file == NULL)
    return NULL;
  zones = ff_calendar_zones_new (file, NULL);
  holidays = ff_holidays_new (NULL);
  ff_holidays_set_name (holidays, file->name != NULL && *file->name != '\0' ? file->name : name);
  for (guint i = 0; i < file->events->len; i++)
    take_event (holidays, zones, g_ptr_array_index (file->events, i));
  if (ff_holidays_count (holidays) > 0)
    return g_steal_pointer (&holidays);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("There is no day in this calendar. Choose a calendar of public "
                          "holidays."));
  return NULL;
}
