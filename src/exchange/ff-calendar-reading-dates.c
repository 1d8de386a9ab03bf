/* ff-calendar-reading-dates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single dates of a series, out of its exceptions, the events that change some, and those that it has beyond its rule.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "ff-calendar-event.h"
#include "ff-calendar-reading.h"
#include "ff-listing-text.h"
#include "ff-recurrence.h"

#define MOST_EXTRA_DATES 200
#define MOST_TIMES_A_DAY 24
/* Around a change of the clocks an hour of UTC is that much off. */
#define LARGEST_SHIFT_MINUTES 90
#define LONGEST_NOTE 100000

/* The dates of a series of which something is said. */
typedef struct
{
  FfCalendarReading *reading;
  const FfCalendarPart *part;
  FfImportRow *row;
  FfMeeting *meeting;
  GHashTable *dates;   /* start by the rule, as text → FfOverride */
  GHashTable *skipped; /* the same of dates that are exceptions because of a pause */
} Dates;

static int
count_minutes (const FfWallTime *time)
{
  return time->hour * 60 + time->minute;
}

static GArray *
list_of_day (FfMeeting *meeting, const FfWallTime *day)
{
  const FfWallTime from = { day->year, day->month, day->day, 0, 0 };
  const FfWallTime until = ff_wall_time_add_days (&from, 1);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);

  if (!ff_wall_time_is_valid (&until))
    return g_array_new (FALSE, FALSE, sizeof (FfWallTime));
  return ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting),
                                       ff_meeting_get_start (meeting), zone, &from, &until,
                                       MOST_TIMES_A_DAY, NULL);
}

/* The start that the rule gives and that is meant: exactly, or where hours were written in UTC, nearly. */
static gboolean
find_rule_time (FfMeeting *meeting,
                const FfCalendarMoment *moment,
                const FfWallTime *wall,
                FfWallTime *rule_time)
{
  g_autoptr (GArray) times = list_of_day (meeting, wall);
  int nearest = moment->is_utc ? LARGEST_SHIFT_MINUTES : 0;
  gboolean found = FALSE;

  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      const FfWallTime *time = &g_array_index (times, FfWallTime, i);
      const int distance = abs (count_minutes (time) - count_minutes (wall));

      if (distance > nearest)
        continue;
      nearest = distance;
      *rule_time = *time;
      found = TRUE;
    }
  return found;
}

static const FfCalendarZone *
get_zone (const Dates *self)
{
  return ff_calendar_zones_find (self->reading->zones, ff_meeting_get_zone (self->meeting));
}

/* The zone of the file where none is named: the meeting's own may be another. */
static FfWallTime
to_wall (const Dates *self, const FfCalendarMoment *moment)
{
  FfCalendarMoment named = *moment;

  if (!named.is_utc && named.zone == NULL && !named.is_date
      && ff_calendar_part_find (self->part, "DTSTART") != NULL)
    {
      FfCalendarMoment start;
      const FfCalendarLine *line = ff_calendar_part_find (self->part, "DTSTART");

      if (ff_calendar_zones_read (self->reading->zones, line, ff_calendar_line_get_value (line),
                                  &start)
          && start.zone == NULL && !start.is_utc)
        return named.wall;
      named.zone = ff_calendar_zones_get_default (self->reading->zones);
    }
  return ff_calendar_moment_to_zone (&named, get_zone (self));
}

static FfOverride *
get_override (Dates *self, const FfWallTime *rule_time)
{
  g_autofree char *key = ff_wall_time_to_string (rule_time);
  FfOverride *override = g_hash_table_lookup (self->dates, key);

  if (override == NULL)
    {
      override = ff_override_new (ff_meeting_get_uid (self->meeting), rule_time);
      g_hash_table_insert (self->dates, g_steal_pointer (&key), override);
    }
  return override;
}

/* Without a word of its own, an exception in a pause is only there for other calendars. */
static void
cancel (Dates *self, const FfWallTime *rule_time, const char *note)
{
  if (*note == '\0' && ff_pauses_find (ff_meeting_get_pauses (self->meeting), rule_time) != NULL)
    {
      g_hash_table_add (self->skipped, ff_wall_time_to_string (rule_time));
      return;
    }
  ff_override_set_cancelled (get_override (self, rule_time), TRUE);
  ff_override_set_note (get_override (self, rule_time), note);
}

static void
take_exception (Dates *self, const FfCalendarLine *line, const char *value)
{
  g_autofree char *given = ff_calendar_line_get_parameter (line, FF_CALENDAR_NOTE);
  const char *note = given != NULL && strlen (given) <= LONGEST_NOTE ? given : "";
  FfCalendarMoment moment;
  FfWallTime wall, rule_time;

  if (!ff_calendar_zones_read (self->reading->zones, line, value, &moment))
    {
      ff_import_row_remark (self->row, _ ("The exception “%.40s” is no date and is left out."),
                            value);
      return;
    }
  wall = to_wall (self, &moment);
  if (moment.is_date)
    {
      g_autoptr (GArray) times = list_of_day (self->meeting, &moment.wall);

      for (guint i = 0; times != NULL && i < times->len; i++)
        cancel (self, &g_array_index (times, FfWallTime, i), note);
    }
  else if (find_rule_time (self->meeting, &moment, &wall, &rule_time))
    cancel (self, &rule_time, note);
}

static void
take_exceptions (Dates *self)
{
  for (guint i = 0; i < self->part->lines->len; i++)
    {
      const FfCalendarLine *line = g_ptr_array_index (self->part->lines, i);
      g_auto (GStrv) values = NULL;

      if (!ff_calendar_line_is (line, "EXDATE"))
        continue;
      values = g_strsplit (ff_calendar_line_get_value (line), ",", -1);
      for (gsize j = 0; values[j] != NULL; j++)
        take_exception (self, line, values[j]);
    }
}

/* What the date says beyond its series: the note alone, where the description is what we make of it. */
static char *
read_note (Dates *self, const FfCalendarPart *date, const char *link)
{
  g_autofree char *own = ff_calendar_part_get_text (date, FF_CALENDAR_NOTE);
  g_autofree char *written = ff_calendar_part_get_text (date, "DESCRIPTION");
  g_autofree char *series = ff_calendar_part_get_text (self->part, "DESCRIPTION");
  g_autofree char *described = ff_calendar_event_describe (self->meeting, own, link);
  g_autofree char *passcode = NULL;
  g_autofree char *note = NULL;

  if (g_str_equal (written, described) || g_str_equal (written, series))
    return g_steal_pointer (&own);
  note = ff_calendar_read_description (date, &passcode);
  return g_utf8_substring (note, 0, MIN (g_utf8_strlen (note, -1), LONGEST_NOTE));
}

/* A date has no title of its own, so another one is said in its note. */
static char *
add_title (Dates *self, const FfCalendarPart *date, const char *note)
{
  g_autofree char *title = ff_calendar_read_title (date);
  g_autofree char *series = ff_calendar_read_title (self->part);

  if (*title == '\0' || g_str_equal (title, series) || g_str_has_prefix (note, title))
    return g_strdup (note);
  return g_strconcat (title, *note != '\0' ? "\n" : "", note, NULL);
}

static void
remark_on_length (Dates *self, const FfCalendarPart *date, const FfWallTime *rule_time)
{
  gboolean is_given;
  const guint minutes = ff_calendar_read_minutes (self->reading, date, &is_given);

  if (is_given && minutes != ff_meeting_get_minutes (self->meeting))
    ff_import_row_remark (self->row,
                          _ ("On %04d-%02d-%02d it lasts longer or shorter than else, "
                             "which is left out."),
                          rule_time->year, rule_time->month, rule_time->day);
}

static void
take_difference (Dates *self, const FfCalendarPart *date, const FfWallTime *rule_time)
{
  const FfCalendarLine *line = ff_calendar_part_find (date, "DTSTART");
  g_autofree char *place = ff_calendar_read_place (date);
  g_autofree char *series_place = ff_calendar_read_place (self->part);
  g_autofree char *link = ff_calendar_read_link (date);
  g_autofree char *series_link = ff_calendar_read_link (self->part);
  g_autofree char *said = read_note (self, date, link);
  g_autofree char *note = add_title (self, date, said);
  const gboolean is_elsewhere = !g_str_equal (place, series_place);
  const gboolean is_linked = !g_str_equal (link, series_link);
  FfCalendarMoment moment;
  FfWallTime start = *rule_time;

  if (line != NULL
      && ff_calendar_zones_read (self->reading->zones, line, ff_calendar_line_get_value (line),
                                 &moment)
      && !moment.is_date)
    start = to_wall (self, &moment);
  remark_on_length (self, date, rule_time);
  if (ff_wall_time_compare (&start, rule_time) == 0 && !is_elsewhere && !is_linked && *note == '\0')
    return;
  if (ff_wall_time_compare (&start, rule_time) != 0)
    ff_override_set_start (get_override (self, rule_time), &start);
  if (is_elsewhere)
    ff_override_set_place (get_override (self, rule_time), place);
  if (is_linked)
    ff_override_set_link (get_override (self, rule_time), link);
  ff_override_set_note (get_override (self, rule_time), note);
}

static void
take_changed_date (Dates *self, const FfCalendarPart *date)
{
  const FfCalendarLine *line = ff_calendar_part_find (date, "RECURRENCE-ID");
  g_autofree char *status = ff_calendar_part_get_text (date, "STATUS");
  g_autofree char *range = ff_calendar_line_get_parameter (line, "RANGE");
  g_autofree char *key = NULL;
  FfCalendarMoment moment = { 0 };
  FfWallTime wall = { 0 }, rule_time;
  FfOverride *override;
  guint sequence;
  gint64 modified;

  if (ff_calendar_zones_read (self->reading->zones, line, ff_calendar_line_get_value (line),
                              &moment))
    wall = to_wall (self, &moment);
  if (!ff_wall_time_is_valid (&wall) || !find_rule_time (self->meeting, &moment, &wall, &rule_time))
    {
      ff_import_row_remark (self->row,
                            _ ("Line %u changes the date “%.40s”, which its rule does not give; "
                               "that is left out."),
                            date->line, ff_calendar_line_get_value (line));
      return;
    }
  if (range != NULL)
    ff_import_row_remark (self->row,
                          _ ("Line %u changes a date and all after it; only the one "
                             "date was changed."),
                          date->line);
  key = ff_wall_time_to_string (&rule_time);
  g_hash_table_remove (self->dates, key);
  if (g_ascii_strcasecmp (status, "CANCELLED") == 0)
    cancel (self, &rule_time, "");
  else
    take_difference (self, date, &rule_time);
  override = g_hash_table_lookup (self->dates, key);
  if (override == NULL)
    return;
  ff_calendar_read_version (date, &sequence, &modified);
  ff_override_set_sequence (override, sequence);
  ff_override_set_modified (override, modified);
}

/* In a pause all dates are exceptions but those that are held all the same. */
static void
hold_in_pauses (Dates *self)
{
  FfPauses *pauses = ff_meeting_get_pauses (self->meeting);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (self->meeting), NULL);

  for (guint i = 0; i < ff_pauses_count (pauses); i++)
    {
      const FfPause *pause = ff_pauses_get (pauses, i);
      const FfWallTime from = { pause->first.year, pause->first.month, pause->first.day, 0, 0 };
      const FfWallTime last = { pause->last.year, pause->last.month, pause->last.day, 0, 0 };
      const FfWallTime until = ff_wall_time_add_days (&last, 1);
      g_autoptr (GArray) times = NULL;

      /* As far as the writer names dates one by one. */
      times = ff_recurrence_expand_in_zone (ff_meeting_get_rule (self->meeting),
                                            ff_meeting_get_start (self->meeting), zone, &from,
                                            &until, 3 * 366, NULL);
      for (guint j = 0; times != NULL && j < times->len; j++)
        {
          g_autofree char *key = ff_wall_time_to_string (&g_array_index (times, FfWallTime, j));

          if (!g_hash_table_contains (self->skipped, key)
              && !g_hash_table_contains (self->dates, key))
            ff_override_set_held (get_override (self, &g_array_index (times, FfWallTime, j)), TRUE);
        }
    }
}

static int
compare_overrides (gconstpointer a, gconstpointer b)
{
  return ff_wall_time_compare (ff_override_get_rule_time (*(FfOverride *const *) a),
                               ff_override_get_rule_time (*(FfOverride *const *) b));
}

static GPtrArray *
list_overrides (Dates *self)
{
  GPtrArray *overrides = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer override;

  g_hash_table_iter_init (&iter, self->dates);
  while (g_hash_table_iter_next (&iter, NULL, &override))
    g_ptr_array_add (overrides, g_object_ref (override));
  g_ptr_array_sort (overrides, compare_overrides);
  return overrides;
}

/**
 * ff_calendar_read_overrides:
 * @self: a file
 * @part: the event of a series
 * @row: gets remarks
 * @meeting: the meeting that it becomes
 *
 * Returns: (transfer full) (element-type FfOverride): what is different on some of its dates, in order
 */
GPtrArray *
ff_calendar_read_overrides (FfCalendarReading *self,
                            const FfCalendarPart *part,
                            FfImportRow *row,
                            FfMeeting *meeting)
{
  g_autoptr (GHashTable) dates
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Dates all = { self, part, row, meeting, dates, skipped };
  g_autofree char *uid = ff_calendar_get_uid (part);
  g_autofree char *status = ff_calendar_part_get_text (part, "STATUS");
  GPtrArray *changed = g_hash_table_lookup (self->changed, uid);

  if (ff_meeting_get_rule (meeting) == NULL)
    {
      if (g_ascii_strcasecmp (status, "CANCELLED") == 0)
        cancel (&all, ff_meeting_get_start (meeting), "");
      return list_overrides (&all);
    }
  take_exceptions (&all);
  /* A lone date has the same UID as others of its series, and is none of them. */
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    if (g_ptr_array_index (changed, i) != part)
      take_changed_date (&all, g_ptr_array_index (changed, i));
  hold_in_pauses (&all);
  return list_overrides (&all);
}

/* A meeting of its own, held once. */
static void
add_extra_date (FfCalendarReading *self,
                const FfCalendarPart *part,
                const FfCalendarLine *line,
                const FfWallTime *start,
                FfMeeting *series)
{
  g_autofree char *date = ff_wall_time_to_string (start);
  g_autofree char *uid = g_strdup_printf ("%s/%s", ff_meeting_get_uid (series), date);
  g_autofree char *title = ff_calendar_read_title (part);
  g_autoptr (FfMeeting) meeting = ff_meeting_new (uid);
  FfImportRow *row = ff_import_add (self->import, ff_calendar_line_get_number (line),
                                    *title != '\0' ? title : _ ("Untitled event"));

  ff_meeting_set_start (meeting, start);
  ff_meeting_set_zone (meeting, ff_meeting_get_zone (series));
  ff_meeting_set_minutes (meeting, ff_meeting_get_minutes (series));
  ff_calendar_read_words (self, part, row, meeting);
  ff_import_row_remark (row,
                        _ ("It is a date that the series has beyond its rule, and is taken as a "
                           "meeting that is held once."));
  row->meeting = g_object_ref (meeting);
}

static void
take_extra_date (FfCalendarReading *self,
                 const FfCalendarPart *part,
                 const FfCalendarLine *line,
                 const char *value,
                 FfMeeting *meeting)
{
  /* A period is a start and an end. */
  g_autofree char *start = g_strndup (value, strcspn (value, "/"));
  Dates dates = { self, part, NULL, meeting, NULL, NULL };
  FfCalendarMoment moment;
  FfWallTime wall;

  if (ff_calendar_zones_read (self->zones, line, start, &moment) && !moment.is_date)
    {
      wall = to_wall (&dates, &moment);
      if (!ff_calendar_gives (meeting, &wall))
        add_extra_date (self, part, line, &wall, meeting);
    }
  else
    {
      g_autofree char *title = ff_calendar_read_title (part);

      ff_import_row_refuse (ff_import_add (self->import, ff_calendar_line_get_number (line), title),
                            _ ("Its extra date “%.40s” has no hour, or is no date between 1900 and "
                               "2200."),
                            value);
    }
}

/**
 * ff_calendar_read_extra_dates:
 * @self: a file
 * @part: the event of a series
 * @meeting: the meeting that it became
 *
 * Makes a row of its own of each date that the event has beyond its rule (RDATE); refuses those that are too many.
 */
void
ff_calendar_read_extra_dates (FfCalendarReading *self,
                              const FfCalendarPart *part,
                              FfMeeting *meeting)
{
  guint n = 0;

  for (guint i = 0; i < part->lines->len; i++)
    {
      const FfCalendarLine *line = g_ptr_array_index (part->lines, i);
      g_auto (GStrv) values = NULL;

      if (!ff_calendar_line_is (line, "RDATE"))
        continue;
      values = g_strsplit (ff_calendar_line_get_value (line), ",", -1);
      for (gsize j = 0; values[j] != NULL; j++)
        {
          if (++n <= MOST_EXTRA_DATES)
            {
              take_extra_date (self, part, line, values[j], meeting);
              continue;
            }
          ff_import_row_refuse (ff_import_add (self->import, ff_calendar_line_get_number (line),
                                               ff_meeting_get_title (meeting)),
                                _ ("It has more than %d dates beyond its rule; the others are left "
                                   "out."),
                                MOST_EXTRA_DATES);
          return;
        }
    }
}
