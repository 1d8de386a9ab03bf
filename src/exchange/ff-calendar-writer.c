/* ff-calendar-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events of a calendar being written, line by line.
 */

#include "ff-calendar-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "ff-listing-text.h"
#include "ff-meeting-type.h"

static gboolean
is_utc (const char *zone)
{
  return g_str_equal (zone, "UTC") || g_str_equal (zone, "Etc/UTC");
}

G_GNUC_PRINTF (2, 3)
static void
write_line (FfCalendarWriter *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ff_content_write (self->events, line);
}

/* A wall time in the meeting's zone; UTC is said with a Z. */
static void
write_time (FfCalendarWriter *self,
            const char *name,
            FfMeeting *meeting,
            const FfWallTime *wall,
            const char *parameters)
{
  const char *zone = ff_meeting_get_zone (meeting);
  const gboolean utc = is_utc (zone);

  write_line (self, "%s%s%s%s:%04d%02d%02dT%02d%02d00%s", name,
              utc ? "" : ";TZID=", utc ? "" : zone, parameters, wall->year, wall->month, wall->day,
              wall->hour, wall->minute, utc ? "Z" : "");
}

static void
write_instant (FfCalendarWriter *self, const char *name, gint64 microseconds)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autofree char *text = instant != NULL ? g_date_time_format (instant, "%Y%m%dT%H%M%SZ") : NULL;

  write_line (self, "%s:%s", name, text != NULL ? text : "19700101T000000Z");
}

/**
 * ff_calendar_writer_use_zone:
 * @self: the calendar
 * @meeting: a meeting in it
 * @year: when it is held
 *
 * Has the meeting's zone described from that year on.
 */
void
ff_calendar_writer_use_zone (FfCalendarWriter *self, FfMeeting *meeting, int year)
{
  const char *identifier = ff_meeting_get_zone (meeting);
  const int first = GPOINTER_TO_INT (g_hash_table_lookup (self->zones, identifier));

  if (!is_utc (identifier) && (first == 0 || year < first))
    g_hash_table_insert (self->zones, (char *) g_intern_string (identifier),
                         GINT_TO_POINTER (year));
}

/**
 * ff_calendar_writer_begin:
 * @self: the calendar
 * @meeting: a meeting
 * @rule_time: (nullable): the start that the rule gives, for an event of one date
 * @override: (nullable): what is different on that date
 *
 * Begins an event with what it is known by. A calendar passes over a date that is older than its series, so it never is.
 */
void
ff_calendar_writer_begin (FfCalendarWriter *self,
                          FfMeeting *meeting,
                          const FfWallTime *rule_time,
                          FfOverride *override)
{
  gint64 modified = ff_meeting_get_modified (meeting);
  guint sequence = ff_meeting_get_sequence (meeting);

  if (override != NULL)
    {
      modified = MAX (modified, ff_override_get_modified (override));
      sequence = MAX (sequence, ff_override_get_sequence (override));
    }
  ff_content_write (self->events, "BEGIN:VEVENT");
  ff_content_write_text (self->events, "UID", ff_meeting_get_uid (meeting));
  write_instant (self, "DTSTAMP", modified);
  write_instant (self, "LAST-MODIFIED", modified);
  write_line (self, "SEQUENCE:%u", sequence);
  if (rule_time != NULL)
    write_time (self, "RECURRENCE-ID", meeting, rule_time, "");
}

/* Hours, never days: a day is not 24 hours long where the clocks change. */
static void
write_duration (FfCalendarWriter *self, guint minutes)
{
  if (minutes % 60 == 0)
    write_line (self, "DURATION:PT%uH", minutes / 60);
  else if (minutes < 60)
    write_line (self, "DURATION:PT%uM", minutes);
  else
    write_line (self, "DURATION:PT%uH%uM", minutes / 60, minutes % 60);
}

static void
append_degrees (GString *text, double degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (digits, sizeof digits, "%.9f", degrees);
  for (end = digits + strlen (digits); end[-1] == '0' && end[-2] != '.'; end--)
    end[-1] = '\0';
  g_string_append (text, digits);
}

static void
write_place (FfCalendarWriter *self, FfVenue *venue, const char *place)
{
  g_autofree char *location = place != NULL ? g_strdup (place) : ff_calendar_event_locate (venue);
  g_autoptr (GString) position = g_string_new ("GEO:");
  double latitude, longitude;

  ff_content_write_text (self->events, "LOCATION", location);
  if (place != NULL || !ff_venue_get_position (venue, &latitude, &longitude))
    return;
  append_degrees (position, latitude);
  g_string_append_c (position, ';');
  append_degrees (position, longitude);
  ff_content_write (self->events, position->str);
}

/* Calendars that do not know conferences show a URL. */
static void
write_link (FfCalendarWriter *self, const char *link)
{
  if (*link == '\0' || !ff_calendar_is_uri (link))
    return;
  write_line (self, "URL:%s", link);
  write_line (self, "CONFERENCE;VALUE=URI;FEATURE=VIDEO:%s", link);
}

/* “+1 604 555-0100” is a number to ring; “ask at the desk” is not. */
static void
write_phone (FfCalendarWriter *self, const char *phone)
{
  g_autoptr (GString) number = g_string_new (NULL);

  for (const char *c = phone; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c) || (*c == '+' && number->len == 0))
        g_string_append_c (number, *c);
      else if (strchr (" -().\t", *c) == NULL)
        return;
    }
  if (number->len >= 4)
    write_line (self, "CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:%s", number->str);
}

/* As it may be seen. */
static char *
get_link (FfCalendarWriter *self, FfMeeting *meeting, FfOverride *override)
{
  g_autoptr (FfVenue) venue = ff_venue_copy (ff_meeting_get_venue (meeting));

  if (override != NULL && ff_override_get_link (override) != NULL)
    ff_venue_set_text (venue, FF_VENUE_LINK, ff_override_get_link (override));
  return self->with_passcodes ? g_strdup (ff_venue_get_text (venue, FF_VENUE_LINK))
                              : ff_venue_make_public_link (venue);
}

/**
 * ff_calendar_writer_add_particulars:
 * @self: the calendar
 * @meeting: a meeting
 * @start: of the series or the date
 * @override: (nullable): what is different on that date
 */
void
ff_calendar_writer_add_particulars (FfCalendarWriter *self,
                                    FfMeeting *meeting,
                                    const FfWallTime *start,
                                    FfOverride *override)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);
  const char *place = override != NULL ? ff_override_get_place (override) : NULL;
  const char *note = override != NULL ? ff_override_get_note (override) : "";
  g_autofree char *link = get_link (self, meeting, override);
  g_autofree char *description = ff_calendar_event_describe (meeting, note, link);

  write_time (self, "DTSTART", meeting, start, "");
  write_duration (self, ff_meeting_get_minutes (meeting));
  ff_content_write_text (self->events, "SUMMARY", ff_schedule_get_title (self->schedule, meeting));
  write_place (self, venue, place);
  write_link (self, link);
  write_phone (self, ff_venue_get_text (venue, FF_VENUE_PHONE));
  ff_content_write_text (self->events, "DESCRIPTION", description);
}

/**
 * ff_calendar_writer_add_exception:
 * @self: the calendar
 * @meeting: a meeting
 * @rule_time: a date on which it is not held
 * @note: why; "" = nobody said
 */
void
ff_calendar_writer_add_exception (FfCalendarWriter *self,
                                  FfMeeting *meeting,
                                  const FfWallTime *rule_time,
                                  const char *note)
{
  g_autofree char *quoted = ff_calendar_quote (note);
  g_autofree char *parameter
      = *note != '\0' ? g_strconcat (";" FF_CALENDAR_NOTE "=", quoted, NULL) : g_strdup ("");

  write_time (self, "EXDATE", meeting, rule_time, parameter);
}

/* In English, as finders on the web write them: any computer can read them back. */
static void
write_types (FfCalendarWriter *self, FfMeeting *meeting)
{
  g_auto (GStrv) codes = ff_schedule_list_types (self->schedule, meeting);
  g_autoptr (GString) line = g_string_new ("CATEGORIES:");

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const FfMeetingType *type = ff_meeting_type_find (codes[i]);
      g_autofree char *word = ff_content_escape (type != NULL ? type->name : codes[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? "," : "", word);
    }
  if (codes[0] != NULL)
    ff_content_write (self->events, line->str);
}

static void
write_venue (FfCalendarWriter *self, FfVenue *venue)
{
  g_autofree char *location = ff_calendar_event_locate (venue);
  const gboolean is_plain = g_str_equal (location, ff_venue_get_text (venue, FF_VENUE_NAME));
  gsize n_fields;
  const FfCalendarField *fields = ff_calendar_event_list_fields (&n_fields);

  if (ff_venue_get_mode (venue) != ff_venue_guess_mode (venue))
    write_line (self, FF_CALENDAR_MODE ":%s", ff_calendar_mode_get_id (ff_venue_get_mode (venue)));
  for (gsize i = 0; i < n_fields; i++)
    if ((fields[i].text != FF_VENUE_NAME || !is_plain)
        && (fields[i].text != FF_VENUE_PASSCODE || self->with_passcodes))
      ff_content_write_text (self->events, fields[i].name,
                             ff_venue_get_text (venue, fields[i].text));
}

static void
write_pauses (FfCalendarWriter *self, FfPauses *pauses)
{
  g_autofree char *text = ff_pauses_to_string (pauses);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    ff_content_write_text (self->events, FF_CALENDAR_PAUSE, lines[i]);
}

/* Lines that came with an import and that nothing was made of. */
static void
write_kept_lines (FfCalendarWriter *self, FfMeeting *meeting)
{
  const char *extra = ff_meeting_get_text (meeting, FF_MEETING_EXTRA);
  g_autoptr (JsonNode) root = *extra != '\0' ? json_from_string (extra, NULL) : NULL;
  JsonNode *member = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
                         ? json_object_get_member (json_node_get_object (root), "ics")
                         : NULL;
  JsonArray *lines
      = member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;

  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    {
      JsonNode *element = json_array_get_element (lines, i);
      const char *text = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_string (element) : NULL;
      g_autoptr (FfCalendarLine) line = text != NULL ? ff_calendar_line_parse (text) : NULL;

      if (line != NULL && !ff_calendar_event_is_private (line)
          && (!ff_calendar_event_knows (line) || ff_calendar_line_is (line, "CATEGORIES")))
        {
          g_autofree char *kept
              = self->with_passcodes ? g_strdup (text) : ff_listing_text_hide_passcodes (text);

          ff_content_write (self->events, kept);
        }
    }
}

/* What a calendar has no words for, for the way back. */
static void
write_own (FfCalendarWriter *self, FfMeeting *meeting)
{
  FfGroup *group = ff_schedule_find_group (self->schedule, ff_meeting_get_group (meeting));
  const char *notes = ff_meeting_get_text (meeting, FF_MEETING_NOTES);
  g_autofree char *link = get_link (self, meeting, NULL);
  g_autofree char *description = ff_calendar_event_describe (meeting, "", link);

  if (group != NULL)
    {
      ff_content_write_text (self->events, FF_CALENDAR_GROUP, ff_group_get_name (group));
      ff_content_write_text (self->events, FF_CALENDAR_PROGRAMME, ff_group_get_programme (group));
    }
  if (!g_str_equal (notes, description))
    ff_content_write_text (self->events, FF_CALENDAR_NOTES, notes);
  write_venue (self, ff_meeting_get_venue (meeting));
  write_pauses (self, ff_meeting_get_pauses (meeting));
}

/**
 * ff_calendar_writer_end:
 * @self: the calendar
 * @meeting: a meeting
 * @override: (nullable): what is different, where the event is of one date of a series
 * @status: CONFIRMED or CANCELLED
 *
 * Ends the event with its types and, in that of the series, what is for the way back.
 */
void
ff_calendar_writer_end (FfCalendarWriter *self,
                        FfMeeting *meeting,
                        FfOverride *override,
                        const char *status)
{
  write_types (self, meeting);
  write_line (self, "STATUS:%s", status);
  if (override != NULL)
    ff_content_write_text (self->events, FF_CALENDAR_NOTE, ff_override_get_note (override));
  else
    {
      write_own (self, meeting);
      write_kept_lines (self, meeting);
    }
  ff_content_write (self->events, "END:VEVENT");
}
