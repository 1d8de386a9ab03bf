/* ff-calendar-reading-when.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a meeting is held, out of an event: its first date, how long it lasts, and its rule.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-calendar-event.h"
#include "ff-calendar-reading.h"
#include "ff-recurrence.h"
#include "ff-rule.h"
#include "ff-series.h"

#define LONGEST_MINUTES (24 * 60)
#define USUAL_MINUTES 60
/* More dates than there are days in the years that a schedule knows. */
#define MOST_DATES 120000

static const FfWallTime end_of_time
    = { .year = 2200, .month = 12, .day = 31, .hour = 23, .minute = 59 };

/**
 * ff_calendar_read_version:
 * @part: an event
 * @sequence: (out): which version of it that is
 * @modified: (out): microseconds UTC
 */
void
ff_calendar_read_version (const FfCalendarPart *part, guint *sequence, gint64 *modified)
{
  g_autofree char *number = ff_calendar_part_get_text (part, "SEQUENCE");
  g_autofree char *time = ff_calendar_part_get_text (part, "LAST-MODIFIED");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = NULL;

  *sequence = (guint) CLAMP (g_ascii_strtoll (number, NULL, 10), 0, G_MAXINT);
  if (*time == '\0')
    {
      g_free (time);
      time = ff_calendar_part_get_text (part, "DTSTAMP");
    }
  instant = g_date_time_new_from_iso8601 (time, utc);
  *modified = instant != NULL ? g_date_time_to_unix_usec (instant) : 0;
}

/* Weeks, days, hours, minutes and seconds (RFC 5545, 3.3.6), in minutes; -1 where it is none. */
static gint64
parse_duration (const char *text)
{
  gint64 seconds = 0;

  if (*text == '+')
    text++;
  if (g_ascii_toupper (*text++) != 'P' || *text == '\0')
    return -1;
  while (*text != '\0')
    {
      char *end;
      guint64 number;

      if (g_ascii_toupper (*text) == 'T')
        {
          text++;
          continue;
        }
      number = g_ascii_strtoull (text, &end, 10);
      if (end == text || !g_ascii_isdigit (*text) || number > G_MAXINT)
        return -1;
      switch (g_ascii_toupper (*end))
        {
        case 'W':
          seconds += (gint64) number * 7 * 24 * 60 * 60;
          break;
        case 'D':
          seconds += (gint64) number * 24 * 60 * 60;
          break;
        case 'H':
          seconds += (gint64) number * 60 * 60;
          break;
        case 'M':
          seconds += (gint64) number * 60;
          break;
        case 'S':
          seconds += (gint64) number;
          break;
        default:
          return -1;
        }
      text = end + 1;
    }
  return (seconds + 59) / 60;
}

static gboolean
read_moment (FfCalendarReading *self,
             const FfCalendarPart *part,
             const char *name,
             FfCalendarMoment *moment)
{
  const FfCalendarLine *line = ff_calendar_part_find (part, name);

  return line != NULL
         && ff_calendar_zones_read (self->zones, line, ff_calendar_line_get_value (line), moment);
}

/**
 * ff_calendar_read_minutes:
 * @self: a file
 * @part: an event that has a start
 * @is_given: (out): whether it says so itself
 *
 * Returns: how long it lasts; 0 where a meeting cannot last so long or so short
 */
guint
ff_calendar_read_minutes (FfCalendarReading *self, const FfCalendarPart *part, gboolean *is_given)
{
  const FfCalendarZone *floating = ff_calendar_zones_get_default (self->zones);
  g_autofree char *duration = ff_calendar_part_get_text (part, "DURATION");
  FfCalendarMoment start, end;
  gint64 minutes = USUAL_MINUTES;

  *is_given = TRUE;
  if (*duration != '\0')
    minutes = parse_duration (duration);
  else if (read_moment (self, part, "DTSTART", &start) && read_moment (self, part, "DTEND", &end))
    {
      g_autoptr (GDateTime) first = ff_calendar_moment_to_instant (&start, floating);
      g_autoptr (GDateTime) last = ff_calendar_moment_to_instant (&end, floating);

      minutes = g_date_time_difference (last, first) / G_TIME_SPAN_MINUTE;
    }
  else
    *is_given = FALSE;
  return minutes >= 1 && minutes <= LONGEST_MINUTES ? (guint) minutes : 0;
}

static gboolean
set_minutes (FfCalendarReading *self,
             const FfCalendarPart *part,
             FfImportRow *row,
             FfMeeting *meeting)
{
  gboolean is_given;
  const guint minutes = ff_calendar_read_minutes (self, part, &is_given);

  if (minutes == 0)
    {
      ff_import_row_refuse (row, _ ("A meeting lasts from one minute to 24 hours; this ends before "
                                    "it starts, at once, or days later."));
      return FALSE;
    }
  if (!is_given)
    ff_import_row_remark (row, _ ("It does not say how long it lasts; 60 minutes were taken."));
  ff_meeting_set_minutes (meeting, minutes);
  return TRUE;
}

/* The wall clock's own words, without a time of day where the whole day is meant. */
static char *
write_until (const FfWallTime *until)
{
  if (until->hour == 23 && until->minute == 59)
    return g_strdup_printf ("%04d%02d%02d", until->year, until->month, until->day);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d00", until->year, until->month, until->day,
                          until->hour, until->minute);
}

/* UNTIL in UTC as the clock on the wall shows it there. */
static char *
put_until_on_the_wall (const char *text, const FfRule *rule, const FfCalendarZone *zone)
{
  FfCalendarMoment moment = { .wall = rule->until, .is_utc = rule->until_is_utc };
  FfWallTime wall;
  g_autofree char *value = NULL;

  if (!rule->has_until)
    return g_strdup (text);
  wall = ff_calendar_moment_to_zone (&moment, zone);
  value = write_until (&wall);
  return ff_rule_replace (text, "UNTIL", value);
}

static char *
check_rule (const char *text, const FfCalendarZone *zone, FfImportRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRule) rule = ff_rule_parse (text, &error);

  if (rule == NULL || !ff_recurrence_check (text, &error))
    {
      ff_import_row_refuse (row, "%s", error->message);
      return NULL;
    }
  if (rule->count > MOST_DATES)
    {
      ff_import_row_refuse (row,
                            _ ("It repeats %d times, which is longer than any schedule lasts. "
                               "Let it repeat without an end."),
                            rule->count);
      return NULL;
    }
  return put_until_on_the_wall (text, rule, zone);
}

static guint
count_lines (const FfCalendarPart *part, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < part->lines->len; i++)
    n += ff_calendar_line_is (g_ptr_array_index (part->lines, i), name) ? 1 : 0;
  return n;
}

/* Empty where it is held once; %NULL where it was refused. */
static char *
read_rule (const FfCalendarPart *part, const FfCalendarZone *zone, FfImportRow *row)
{
  g_autofree char *text = NULL;
  gsize length;

  if (count_lines (part, "RRULE") > 1 || count_lines (part, "EXRULE") > 0)
    {
      ff_import_row_refuse (row, _ ("It repeats by several rules at once. Make an event of each in "
                                    "the other calendar and export it again."));
      return NULL;
    }
  if (count_lines (part, "RRULE") == 0)
    return g_strdup ("");
  text = g_strstrip (
      g_ascii_strup (ff_calendar_line_get_value (ff_calendar_part_find (part, "RRULE")), -1));
  length = strlen (text);
  if (length > 0 && text[length - 1] == ';')
    text[length - 1] = '\0';
  return check_rule (text, zone, row);
}

/* The weekdays of a rule go with the day: Wednesday at 3:00 UTC is Tuesday evening in Vancouver. An UNTIL is already on the wall there. */
static gboolean
move_to_zone (FfMeeting *meeting, const FfCalendarZone *zone, const FfWallTime *local)
{
  const FfWallTime utc = *ff_meeting_get_start (meeting);
  g_autoptr (FfRule) rule = ff_rule_parse (ff_meeting_get_rule (meeting), NULL);
  g_autofree char *endless = ff_rule_replace (ff_meeting_get_rule (meeting), "UNTIL", NULL);
  g_autoptr (FfMeeting) moved = ff_meeting_copy (meeting);

  ff_meeting_set_zone (moved, zone->name);
  ff_meeting_set_rule (moved, endless);
  if (!ff_series_move (moved, &utc, local, NULL))
    return FALSE;
  ff_meeting_set_zone (meeting, zone->name);
  ff_meeting_set_start (meeting, ff_meeting_get_start (moved));
  if (rule->has_until)
    {
      /* The whole day: in the other half of the year the last date is an hour later than UTC says. */
      const FfWallTime last = { rule->until.year, rule->until.month, rule->until.day, 23, 59 };
      g_autofree char *until = write_until (&last);
      g_autofree char *ended = ff_rule_replace (ff_meeting_get_rule (moved), "UNTIL", until);

      ff_meeting_set_rule (meeting, ended);
    }
  else
    ff_meeting_set_rule (meeting, ff_meeting_get_rule (moved));
  return TRUE;
}

/* A series in UTC would be at another hour in winter than in summer, which nobody means. */
static void
leave_utc (const FfCalendarZone *zone,
           const FfCalendarMoment *start,
           FfImportRow *row,
           FfMeeting *meeting)
{
  const FfWallTime local = ff_calendar_moment_to_zone (start, zone);

  if (ff_meeting_get_rule (meeting) == NULL)
    {
      ff_meeting_set_zone (meeting, zone->name);
      ff_meeting_set_start (meeting, &local);
    }
  else if (move_to_zone (meeting, zone, &local))
    ff_import_row_remark (row,
                          _ ("It repeats at an hour of UTC; it was taken as repeating at the "
                             "same hour in %s all year."),
                          zone->name);
  else
    ff_import_row_remark (row,
                          _ ("It repeats at an hour of UTC and stays so: in %s it will be an "
                             "hour earlier or later for a part of the year."),
                          zone->name);
}

static gboolean
check_first_date (FfImportRow *row, FfMeeting *meeting)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);
  g_autoptr (GArray) dates = ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting), start,
                                                           zone, start, &end_of_time, 1, NULL);

  if (dates == NULL || dates->len == 0)
    {
      ff_import_row_refuse (row, _ ("Its rule gives no date on which it is held."));
      return FALSE;
    }
  if (ff_wall_time_compare (&g_array_index (dates, FfWallTime, 0), start) != 0)
    ff_import_row_remark (row,
                          _ ("Its first date, %04d-%02d-%02d, is not one that its rule gives, "
                             "and is left out."),
                          start->year, start->month, start->day);
  return TRUE;
}

static gboolean
read_start (FfCalendarReading *self,
            const FfCalendarPart *part,
            FfImportRow *row,
            FfCalendarMoment *start)
{
  const FfCalendarLine *line = ff_calendar_part_find (part, "DTSTART");

  if (line == NULL)
    ff_import_row_refuse (row, _ ("It does not say when it starts."));
  else if (!ff_calendar_zones_read (self->zones, line, ff_calendar_line_get_value (line), start))
    ff_import_row_refuse (row, _ ("Its start “%.40s” is no date and time between 1900 and 2200."),
                          ff_calendar_line_get_value (line));
  else if (start->is_date)
    ff_import_row_refuse (row, _ ("It lasts whole days, and a meeting needs an hour. If it is a "
                                  "holiday, import the file as holidays."));
  else
    return TRUE;
  return FALSE;
}

/* Another program's UTC is only how it writes an hour; ours is a zone. */
static gboolean
is_ours (const FfCalendarPart *part)
{
  return ff_calendar_part_find (part, FF_CALENDAR_GROUP) != NULL;
}

/**
 * ff_calendar_read_when:
 * @self: a file
 * @part: an event
 * @row: is refused where it says no time at which people can meet
 * @meeting: gets a start, a zone, minutes and a rule
 *
 * Returns: whether it was taken
 */
gboolean
ff_calendar_read_when (FfCalendarReading *self,
                       const FfCalendarPart *part,
                       FfImportRow *row,
                       FfMeeting *meeting)
{
  const FfCalendarZone *zone = ff_calendar_zones_get_default (self->zones);
  FfCalendarMoment start;
  g_autofree char *rule = NULL;

  if (!read_start (self, part, row, &start) || !set_minutes (self, part, row, meeting))
    return FALSE;
  if (start.zone != NULL)
    zone = start.zone;
  else if (!start.is_utc && self->file->zone == NULL)
    ff_import_row_remark (row, _ ("It names no time zone; %s was taken."), zone->name);
  if (zone->remark != NULL)
    ff_import_row_remark (row, "%s", zone->remark);
  if (start.is_utc && is_ours (part))
    zone = ff_calendar_zones_find (self->zones, "UTC");
  rule = read_rule (part, zone, row);
  if (rule == NULL)
    return FALSE;
  ff_meeting_set_start (meeting, &start.wall);
  ff_meeting_set_zone (meeting, start.is_utc ? "UTC" : zone->name);
  ff_meeting_set_rule (meeting, *rule != '\0' ? rule : NULL);
  if (start.is_utc && !is_ours (part))
    leave_utc (zone, &start, row, meeting);
  return check_first_date (row, meeting);
}

/**
 * ff_calendar_gives:
 * @meeting: a meeting with a start, a zone and a rule
 * @time: a wall time there
 *
 * Returns: whether its rule gives that start
 */
gboolean
ff_calendar_gives (FfMeeting *meeting, const FfWallTime *time)
{
  const FfWallTime end = ff_wall_time_add_days (time, 1);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);
  g_autoptr (GArray) dates = NULL;

  if (!ff_wall_time_is_valid (&end))
    return FALSE;
  dates = ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting),
                                        ff_meeting_get_start (meeting), zone, time, &end, 1, NULL);
  return dates != NULL && dates->len > 0
         && ff_wall_time_compare (&g_array_index (dates, FfWallTime, 0), time) == 0;
}
