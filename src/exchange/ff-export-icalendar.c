/* ff-export-icalendar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as iCalendar (RFC 5545, 7986): which events, and the zones that they need.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-calendar-series.h"
#include "ff-calendar-writer.h"
#include "ff-listing-privacy.h"
#include "ff-vtimezone.h"

static gboolean
is_given_by_rule (const FfCalendarSeries *series, const FfWallTime *rule_time)
{
  const FfWallTime end = ff_wall_time_add_days (rule_time, 1);
  g_autoptr (GArray) next = ff_calendar_series_expand (series, rule_time, &end, 1, NULL);

  return next != NULL && next->len > 0
         && ff_wall_time_compare (&g_array_index (next, FfWallTime, 0), rule_time) == 0
         && ff_wall_time_compare (rule_time, &series->first) >= 0
         && (!series->has_last || ff_wall_time_compare (rule_time, &series->last) <= 0);
}

static gboolean
is_different (FfOverride *override)
{
  return ff_override_get_start (override) != NULL || ff_override_get_place (override) != NULL
         || ff_override_get_link (override) != NULL || *ff_override_get_note (override) != '\0';
}

/* A date that differs and is held becomes an event of its own. */
static void
add_changed_dates (FfCalendarWriter *writer, const FfCalendarSeries *series)
{
  for (guint i = 0; i < series->overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (series->overrides, i);
      const FfWallTime *rule_time = ff_override_get_rule_time (override);
      const FfWallTime *start = ff_override_get_start (override);

      if (!is_different (override) || !is_given_by_rule (series, rule_time)
          || ff_calendar_series_is_cancelled (series, rule_time))
        continue;
      ff_calendar_writer_begin (writer, series->meeting, rule_time, override);
      ff_calendar_writer_add_particulars (writer, series->meeting,
                                          start != NULL ? start : rule_time, override);
      ff_calendar_writer_end (writer, series->meeting, override, "CONFIRMED");
      if (start != NULL)
        ff_calendar_writer_use_zone (writer, series->meeting, start->year);
    }
}

/* The meeting as it is on its only date. */
static FfMeeting *
merge (FfMeeting *meeting, FfOverride *override)
{
  FfMeeting *merged = ff_meeting_copy (meeting);
  FfVenue *venue = ff_meeting_get_venue (merged);
  const char *note = ff_override_get_note (override);
  const char *notes = ff_meeting_get_text (meeting, FF_MEETING_NOTES);
  g_autofree char *both
      = g_strconcat (note, *note != '\0' && *notes != '\0' ? "\n" : "", notes, NULL);

  ff_meeting_set_text (merged, FF_MEETING_NOTES, both);
  if (ff_override_get_start (override) != NULL)
    ff_meeting_set_start (merged, ff_override_get_start (override));
  if (ff_override_get_place (override) != NULL)
    {
      ff_venue_set_text (venue, FF_VENUE_NAME, ff_override_get_place (override));
      ff_venue_set_text (venue, FF_VENUE_ROOM, "");
      ff_venue_set_text (venue, FF_VENUE_ADDRESS, "");
      ff_venue_clear_position (venue);
    }
  if (ff_override_get_link (override) != NULL)
    ff_venue_set_text (venue, FF_VENUE_LINK, ff_override_get_link (override));
  return merged;
}

/* Once: what is different is said in the event itself. */
static void
add_single (FfCalendarWriter *writer, const FfCalendarSeries *series)
{
  FfOverride *override = ff_calendar_series_find_override (series, &series->first);
  const gboolean cancelled = ff_calendar_series_is_cancelled (series, &series->first);
  g_autoptr (FfMeeting) meeting
      = override != NULL ? merge (series->meeting, override) : g_object_ref (series->meeting);

  ff_calendar_writer_begin (writer, meeting, NULL, override);
  ff_calendar_writer_add_particulars (writer, meeting, ff_meeting_get_start (meeting), NULL);
  ff_calendar_writer_end (writer, meeting, NULL, cancelled ? "CANCELLED" : "CONFIRMED");
}

static void
remark_on_undecided (FfCalendarWriter *writer, const FfCalendarSeries *series)
{
  const guint undecided = ff_calendar_series_count_undecided (series);

  if (undecided == 0)
    return;
  ff_export_add_remark (writer->remarks, ff_schedule_get_title (writer->schedule, series->meeting),
                        FALSE,
                        ngettext ("Nobody has decided yet whether it is held on %u holiday; the "
                                  "calendar says that it is.",
                                  "Nobody has decided yet whether it is held on %u holidays; the "
                                  "calendar says that it is.",
                                  undecided),
                        undecided);
}

static void
add_repeated (FfCalendarWriter *writer, const FfCalendarSeries *series)
{
  g_autofree char *rule = ff_calendar_series_write_rule (series);
  g_autoptr (GPtrArray) exceptions = ff_calendar_series_list_exceptions (series);

  ff_calendar_writer_begin (writer, series->meeting, NULL, NULL);
  ff_calendar_writer_add_particulars (writer, series->meeting, &series->first, NULL);
  ff_content_write (writer->events, rule);
  for (guint i = 0; i < exceptions->len; i++)
    {
      const FfCalendarException *exception = g_ptr_array_index (exceptions, i);

      ff_calendar_writer_add_exception (writer, series->meeting, &exception->rule_time,
                                        exception->note);
    }
  ff_calendar_writer_end (writer, series->meeting, NULL, "CONFIRMED");
  add_changed_dates (writer, series);
  if (series->ends_in_pause)
    ff_export_add_remark (writer->remarks,
                          ff_schedule_get_title (writer->schedule, series->meeting), FALSE,
                          _ ("It pauses for years; the calendar says that it ends with the last "
                             "date before."));
  remark_on_undecided (writer, series);
}

static void
leave_out (FfCalendarWriter *writer, FfMeeting *meeting, const char *reason)
{
  ff_export_add_remark (writer->remarks, ff_schedule_get_title (writer->schedule, meeting), TRUE,
                        "%s", reason);
}

static void
publish_dates (FfCalendarSeries *series, FfMeeting *meeting)
{
  for (guint i = 0; i < series->overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (series->overrides, i);

      series->overrides->pdata[i] = ff_listing_privacy_publish_override (meeting, override);
      g_object_unref (override);
    }
}

static void
add_meeting (FfCalendarWriter *writer, FfMeeting *whole, const FfExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMeeting) meeting
      = options->with_passcodes ? g_object_ref (whole) : ff_listing_privacy_publish_meeting (whole);
  g_autoptr (FfCalendarSeries) series = NULL;

  if (ff_meeting_get_by_appointment (meeting))
    {
      leave_out (writer, meeting,
                 _ ("It is held by appointment, so it has no dates for a calendar."));
      return;
    }
  series
      = ff_calendar_series_new (writer->schedule, meeting, options->from, options->until, &error);
  if (series == NULL && error != NULL)
    leave_out (writer, meeting, error->message);
  if (series == NULL)
    return;
  if (!options->with_passcodes)
    publish_dates (series, whole);
  /* One year early, for a date moved ahead of the first. */
  ff_calendar_writer_use_zone (writer, meeting, series->first.year - 1);
  if (ff_meeting_get_rule (meeting) == NULL)
    add_single (writer, series);
  else
    add_repeated (writer, series);
}

/* The name of the only group; a calendar of several has none. */
static const char *
find_name (FfSchedule *schedule)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  const char *uid = NULL;
  FfGroup *group;

  for (guint i = 0; i < meetings->len; i++)
    {
      const char *other = ff_meeting_get_group (g_ptr_array_index (meetings, i));

      if (uid != NULL && !g_str_equal (uid, other))
        return "";
      uid = other;
    }
  group = uid != NULL ? ff_schedule_find_group (schedule, uid) : NULL;
  return group != NULL ? ff_group_get_name (group) : "";
}

/* The zones stand before the events that use them. */
static char *
assemble (FfCalendarWriter *writer)
{
  GString *file = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  g_autoptr (GList) identifiers
      = g_list_sort (g_hash_table_get_keys (writer->zones), (GCompareFunc) g_strcmp0);
  const char *name = find_name (writer->schedule);

  ff_content_write (file, "PRODID:-//Fourfold//Fourfold " FF_VERSION "//EN");
  ff_content_write_text (file, "NAME", name);
  ff_content_write_text (file, "X-WR-CALNAME", name);
  /* How often those who subscribe to it look for a newer one (RFC 7986, 5.7). */
  ff_content_write (file, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
  ff_content_write (file, "X-PUBLISHED-TTL:P1D");
  for (GList *item = identifiers; item != NULL; item = item->next)
    ff_vtimezone_write (file, item->data,
                        GPOINTER_TO_INT (g_hash_table_lookup (writer->zones, item->data)));
  g_string_append_len (file, writer->events->str, (gssize) writer->events->len);
  g_string_append (file, "END:VCALENDAR\r\n");
  return g_string_free_and_steal (file);
}

/**
 * ff_export_write_icalendar:
 * @schedule: what to write
 * @options: from when to when, by the dates that the rules give; whether with passcodes
 * @remarks: (element-type FfExportRemark): gets what is not in the file or otherwise, by name
 * @error: return location for a #GError
 *
 * Writes one VEVENT for each series, with its rule; an EXDATE for each date that is not held, whether it was cancelled or is in a pause or on a
 * holiday; a VEVENT with RECURRENCE-ID for each that is moved or has a place, link or note of its own; and a VTIMEZONE for each
 * zone used. A meeting that is held once and cancelled keeps its VEVENT, with the status CANCELLED. Remarks for those who run a meeting
 * are never in it. The same schedule gives the same text.
 *
 * Returns: (transfer full): the text, lines ended by CRLF
 */
char *
ff_export_write_icalendar (FfSchedule *schedule,
                           const FfExportOptions *options,
                           GPtrArray *remarks,
                           GError **error)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  FfCalendarWriter writer = {
    .schedule = schedule,
    .remarks = remarks,
    .events = g_string_new (NULL),
    .zones = g_hash_table_new (g_str_hash, g_str_equal),
    .with_passcodes = options->with_passcodes,
  };
  char *text;

  for (guint i = 0; i < meetings->len; i++)
    add_meeting (&writer, g_ptr_array_index (meetings, i), options);
  text = assemble (&writer);
  g_hash_table_unref (writer.zones);
  g_string_free (writer.events, TRUE);
  return text;
}
