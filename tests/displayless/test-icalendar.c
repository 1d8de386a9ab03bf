/* test-icalendar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a calendar file says about meetings, their dates and their zones.
 */

#include "ff-export.h"

#include <libical/ical.h>
#include <string.h>

#include "ff-vtimezone.h"

typedef struct
{
  GPtrArray *groups;
  GPtrArray *meetings;
  GPtrArray *overrides;
  GPtrArray *holidays;
  GPtrArray *remarks; /* of the last time it was written */
  gboolean with_passcodes;
  GDateTime *from;
  GDateTime *until;
} Fixture;

static FfWallTime
wall (const char *text)
{
  FfWallTime time = { 0 };
  g_autoptr (GError) error = NULL;

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FfGroup *group = ff_group_new ("group-1");

  ff_group_set_name (group, "Tuesday group");
  fixture->groups = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->overrides = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->holidays = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (fixture->groups, group);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->groups);
  g_ptr_array_unref (fixture->meetings);
  g_ptr_array_unref (fixture->overrides);
  g_ptr_array_unref (fixture->holidays);
  g_clear_pointer (&fixture->remarks, g_ptr_array_unref);
  g_clear_pointer (&fixture->from, g_date_time_unref);
  g_clear_pointer (&fixture->until, g_date_time_unref);
}

static FfMeeting *
add_meeting (Fixture *fixture, const char *start, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new ("meeting-1");
  const FfWallTime time = wall (start);

  ff_meeting_set_group (meeting, "group-1");
  ff_meeting_set_title (meeting, "");
  ff_meeting_set_start (meeting, &time);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_place (meeting, "");
  ff_meeting_set_link (meeting, "");
  ff_meeting_set_sequence (meeting, 3);
  ff_meeting_set_modified (meeting, G_GINT64_CONSTANT (1763700000) * G_USEC_PER_SEC);
  g_ptr_array_add (fixture->meetings, meeting);
  return meeting;
}

static FfOverride *
add_override (Fixture *fixture, const char *rule_time)
{
  const FfWallTime time = wall (rule_time);
  FfOverride *override = ff_override_new ("meeting-1", &time);

  g_ptr_array_add (fixture->overrides, override);
  return override;
}

static char *
write_calendar (Fixture *fixture)
{
  const FfExportOptions options
      = { FF_FORMAT_ICALENDAR, fixture->from, fixture->until, fixture->with_passcodes };
  g_autoptr (FfSchedule) schedule
      = ff_schedule_new (fixture->groups, fixture->meetings, fixture->overrides, fixture->holidays);
  g_autoptr (GError) error = NULL;
  char *text;

  g_clear_pointer (&fixture->remarks, g_ptr_array_unref);
  text = ff_export_write (schedule, &options, &fixture->remarks, &error);
  g_assert_no_error (error);
  return text;
}

static const FfExportRemark *
get_remark (Fixture *fixture)
{
  g_assert_cmpuint (fixture->remarks->len, ==, 1);
  return g_ptr_array_index (fixture->remarks, 0);
}

/* The events as another reader sees them. */
static icalcomponent *
read_back (Fixture *fixture)
{
  g_autofree char *text = write_calendar (fixture);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

static icalcomponent *
get_event (icalcomponent *calendar, int index)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  while (index-- > 0)
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  return event;
}

/* A whole property, with its parameters, such as "SEQUENCE:3"; %NULL where there is none. */
static char *
get_line (icalcomponent *event, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  g_auto (GStrv) parts = NULL;
  char *folded;

  if (property == NULL)
    return NULL;
  folded = icalproperty_as_ical_string_r (property);
  parts = g_strsplit (folded, "\r\n ", -1);
  icalmemory_free_buffer (folded);
  return g_strchomp (g_strjoinv ("", parts));
}

static void
check_line (icalcomponent *event, icalproperty_kind kind, const char *expected)
{
  g_autofree char *line = get_line (event, kind);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
  g_autofree char *text = NULL;
  icalcomponent *calendar;
  icalcomponent *event;

  ff_meeting_set_place (meeting, "Main St Church");
  ff_meeting_set_link (meeting, "https://example.org/j/1?room=a,b;c");
  text = write_calendar (fixture);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  g_assert_true (g_str_has_suffix (text, "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));

  calendar = read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 1);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  event = get_event (calendar, 0);
  check_line (event, ICAL_UID_PROPERTY, "UID:meeting-1");
  check_line (event, ICAL_DTSTAMP_PROPERTY, "DTSTAMP:20251121T044000Z");
  check_line (event, ICAL_LASTMODIFIED_PROPERTY, "LAST-MODIFIED:20251121T044000Z");
  check_line (event, ICAL_SEQUENCE_PROPERTY, "SEQUENCE:3");
  check_line (event, ICAL_DTSTART_PROPERTY, "DTSTART;TZID=America/Vancouver:20261124T190000");
  check_line (event, ICAL_DURATION_PROPERTY, "DURATION:PT1H30M");
  check_line (event, ICAL_RRULE_PROPERTY, "RRULE:FREQ=WEEKLY;BYDAY=TU");
  check_line (event, ICAL_SUMMARY_PROPERTY, "SUMMARY:Tuesday group");
  check_line (event, ICAL_LOCATION_PROPERTY, "LOCATION:Main St Church");
  check_line (event, ICAL_URL_PROPERTY, "URL:https://example.org/j/1?room=a,b;c");
  check_line (event, ICAL_DESCRIPTION_PROPERTY,
              "DESCRIPTION:https://example.org/j/1?room=a\\,b\\;c");
  check_line (event, ICAL_STATUS_PROPERTY, "STATUS:CONFIRMED");
  check_line (event, ICAL_EXDATE_PROPERTY, NULL);
  icalcomponent_free (calendar);
}

static void
test_overrides (Fixture *fixture, gconstpointer data)
{
  const FfWallTime later = wall ("2026-12-09T20:15");
  icalcomponent *calendar;
  FfOverride *moved;

  add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
  ff_override_set_cancelled (add_override (fixture, "2026-12-01T19:00"), TRUE);
  moved = add_override (fixture, "2026-12-08T19:00");
  ff_override_set_start (moved, &later);
  ff_override_set_place (moved, "Library");
  ff_override_set_note (add_override (fixture, "2026-12-15T19:00"), "A guest; bring a cup");
  /* The rule gives no Wednesday: what was different on one matters no longer. */
  ff_override_set_note (add_override (fixture, "2026-12-16T19:00"), "Gone");
  ff_override_set_cancelled (add_override (fixture, "2026-12-17T19:00"), TRUE);

  calendar = read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 3);
  check_line (get_event (calendar, 0), ICAL_EXDATE_PROPERTY,
              "EXDATE;TZID=America/Vancouver:20261201T190000");
  g_assert_cmpint (icalcomponent_count_properties (get_event (calendar, 0), ICAL_EXDATE_PROPERTY),
                   ==, 1);
  check_line (get_event (calendar, 1), ICAL_UID_PROPERTY, "UID:meeting-1");
  check_line (get_event (calendar, 1), ICAL_RECURRENCEID_PROPERTY,
              "RECURRENCE-ID;TZID=America/Vancouver:20261208T190000");
  check_line (get_event (calendar, 1), ICAL_DTSTART_PROPERTY,
              "DTSTART;TZID=America/Vancouver:20261209T201500");
  check_line (get_event (calendar, 1), ICAL_LOCATION_PROPERTY, "LOCATION:Library");
  check_line (get_event (calendar, 1), ICAL_RRULE_PROPERTY, NULL);
  check_line (get_event (calendar, 2), ICAL_DTSTART_PROPERTY,
              "DTSTART;TZID=America/Vancouver:20261215T190000");
  check_line (get_event (calendar, 2), ICAL_DESCRIPTION_PROPERTY,
              "DESCRIPTION:A guest\\; bring a cup");
  icalcomponent_free (calendar);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  icalcomponent *calendar;

  add_meeting (fixture, "2026-11-24T19:00", NULL);
  ff_override_set_cancelled (add_override (fixture, "2026-11-24T19:00"), TRUE);
  calendar = read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  check_line (get_event (calendar, 0), ICAL_STATUS_PROPERTY, "STATUS:CANCELLED");
  check_line (get_event (calendar, 0), ICAL_RRULE_PROPERTY, NULL);
  check_line (get_event (calendar, 0), ICAL_EXDATE_PROPERTY, NULL);
  check_line (get_event (calendar, 0), ICAL_RECURRENCEID_PROPERTY, NULL);
  icalcomponent_free (calendar);
}

/* RFC 5545, 3.3.10: beside a start with a zone, UNTIL is in UTC. */
static void
test_until (Fixture *fixture, gconstpointer data)
{
  const char *const rules[]
      = { "FREQ=WEEKLY;UNTIL=20261208T190000;BYDAY=TU", "FREQ=WEEKLY;UNTIL=20261209;BYDAY=TU",
          "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261214T000000" };
  const char *const expected[] = { "RRULE:FREQ=WEEKLY;UNTIL=20261208T133000Z;BYDAY=TU",
                                   "RRULE:FREQ=WEEKLY;UNTIL=20261209T182900Z;BYDAY=TU",
                                   "RRULE:FREQ=WEEKLY;UNTIL=20261213T183000Z;BYDAY=TU" };
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", rules[0]);

  ff_meeting_set_zone (meeting, "Asia/Kolkata");
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      icalcomponent *calendar;

      ff_meeting_set_rule (meeting, rules[i]);
      calendar = read_back (fixture);
      check_line (get_event (calendar, 0), ICAL_RRULE_PROPERTY, expected[i]);
      icalcomponent_free (calendar);
    }
}

static void
test_first_date (Fixture *fixture, gconstpointer data)
{
  icalcomponent *calendar;

  /* A Tuesday, and a rule that gives Thursdays. */
  add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TH");
  calendar = read_back (fixture);
  check_line (get_event (calendar, 0), ICAL_DTSTART_PROPERTY,
              "DTSTART;TZID=America/Vancouver:20261126T190000");
  icalcomponent_free (calendar);
}

/* A stretch of a series keeps its rhythm, and leaves out what was different outside it. */
static void
test_stretch (Fixture *fixture, gconstpointer data)
{
  FfMeeting *meeting
      = add_meeting (fixture, "2026-11-03T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=20");
  icalcomponent *calendar;

  ff_meeting_set_zone (meeting, "Asia/Kolkata");
  ff_override_set_cancelled (add_override (fixture, "2026-11-03T19:00"), TRUE);
  ff_override_set_cancelled (add_override (fixture, "2026-12-01T19:00"), TRUE);
  ff_override_set_note (add_override (fixture, "2027-01-12T19:00"), "Later");
  fixture->from = g_date_time_new_utc (2026, 11, 17, 13, 31, 0);
  fixture->until = g_date_time_new_utc (2027, 1, 12, 13, 30, 0);
  calendar = read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  check_line (get_event (calendar, 0), ICAL_DTSTART_PROPERTY,
              "DTSTART;TZID=Asia/Kolkata:20261201T190000");
  check_line (get_event (calendar, 0), ICAL_RRULE_PROPERTY,
              "RRULE:FREQ=WEEKLY;UNTIL=20261229T133000Z;INTERVAL=2;BYDAY=TU");
  check_line (get_event (calendar, 0), ICAL_EXDATE_PROPERTY,
              "EXDATE;TZID=Asia/Kolkata:20261201T190000");
  icalcomponent_free (calendar);

  g_clear_pointer (&fixture->until, g_date_time_unref);
  fixture->until = g_date_time_new_utc (2026, 12, 1, 13, 30, 0);
  calendar = read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

static void
test_utc (Fixture *fixture, gconstpointer data)
{
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
  icalcomponent *calendar;

  ff_meeting_set_zone (meeting, "Etc/UTC");
  calendar = read_back (fixture);
  check_line (get_event (calendar, 0), ICAL_DTSTART_PROPERTY, "DTSTART:20261124T190000Z");
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

/* An hour is an hour where the clocks change, and a day is not always 24 of them. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", NULL);
  icalcomponent *calendar;

  ff_meeting_set_minutes (meeting, 1440);
  calendar = read_back (fixture);
  check_line (get_event (calendar, 0), ICAL_DURATION_PROPERTY, "DURATION:PT24H");
  icalcomponent_free (calendar);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  static const char title[] = "مجموعة 👩🏽‍🤝‍👨🏿, “soupe”; C:\\new\n"
                              "and then a good many more words, "
                              "كلمات كثيرة جدا, "
                              "🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱";
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  icalcomponent *calendar;

  ff_meeting_set_title (meeting, title);
  ff_meeting_set_place (meeting, "Room\r\n2\r3\a\x1b");
  text = write_calendar (fixture);
  lines = g_strsplit (text, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
      g_assert_null (strpbrk (*line, "\r\n"));
    }
  calendar = read_back (fixture);
  g_assert_cmpstr (icalcomponent_get_summary (get_event (calendar, 0)), ==, title);
  g_assert_cmpstr (icalcomponent_get_location (get_event (calendar, 0)), ==, "Room\n2\n3");
  icalcomponent_free (calendar);
}

/* A link cannot bring lines of its own into the file. */
static void
test_link_of_two_lines (Fixture *fixture, gconstpointer data)
{
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", NULL);
  icalcomponent *calendar;

  ff_meeting_set_link (meeting, "https://example.org/\r\nATTENDEE:mailto:x@example.org");
  calendar = read_back (fixture);
  check_line (get_event (calendar, 0), ICAL_URL_PROPERTY, NULL);
  check_line (get_event (calendar, 0), ICAL_ATTENDEE_PROPERTY, NULL);
  check_line (get_event (calendar, 0), ICAL_DESCRIPTION_PROPERTY,
              "DESCRIPTION:https://example.org/\\nATTENDEE:mailto:x@example.org");
  icalcomponent_free (calendar);
}

/* What cannot be said is left out by name, and the rest goes in. */
static void
test_unusable (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rule;
    const char *zone;
    gboolean by_appointment;
  } meetings[] = {
    { "FREQ=SOMETIMES", "America/Vancouver", FALSE },
    { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "America/Vancouver", FALSE },
    { NULL, "Mars/Olympus", FALSE },
    { "FREQ=WEEKLY", "America/Vancouver", TRUE },
  };
  FfMeeting *other = ff_meeting_new ("meeting-2");

  add_meeting (fixture, "2026-11-24T19:00", NULL);
  g_ptr_array_add (fixture->meetings, other);
  ff_meeting_set_group (other, "group-1");
  ff_meeting_set_title (other, "Other");
  ff_meeting_set_zone (other, "America/Vancouver");
  ff_meeting_set_start (other, ff_meeting_get_start (fixture->meetings->pdata[0]));
  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      FfMeeting *meeting = g_ptr_array_index (fixture->meetings, 0);
      g_autofree char *text = NULL;

      ff_meeting_set_rule (meeting, meetings[i].rule);
      ff_meeting_set_zone (meeting, meetings[i].zone);
      ff_meeting_set_by_appointment (meeting, meetings[i].by_appointment);
      text = write_calendar (fixture);
      g_assert_cmpstr (get_remark (fixture)->title, ==, "Tuesday group");
      g_assert_true (get_remark (fixture)->left_out);
      g_assert_cmpint ((int) strlen (get_remark (fixture)->reason), >, 20);
      g_assert_null (strstr (text, "UID:meeting-1"));
      g_assert_nonnull (strstr (text, "UID:meeting-2"));
    }
}

static char *
list_exceptions (icalcomponent *event)
{
  GString *list = g_string_new (NULL);

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "",
                            icaltime_as_ical_string (icalproperty_get_exdate (property)));
  return g_string_free_and_steal (list);
}

/* What was said of one date comes before a pause, and that before a holiday; each date is there once. */
static void
test_pauses_and_holidays (Fixture *fixture, gconstpointer data)
{
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
  g_autoptr (FfPauses) pauses
      = ff_pauses_parse ("2026-12-08/2026-12-29 Winter, and some sleep", NULL);
  FfHolidays *holidays = ff_holidays_new ("holidays-1");
  g_autofree char *exceptions = NULL;
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  g_ptr_array_add (fixture->holidays, holidays);
  g_assert_true (ff_holidays_parse (holidays,
                                    "2026-12-01 cancel A, \"first\" day\n2026-12-22 cancel Winter\n"
                                    "2027-01-05 hold Held\n2027-01-12 ask Asked\n2027-01-13 cancel "
                                    "Wednesday",
                                    NULL));
  ff_group_set_text (fixture->groups->pdata[0], FF_GROUP_HOLIDAYS, "holidays-1");
  ff_meeting_set_pauses (meeting, pauses);
  ff_override_set_held (add_override (fixture, "2026-12-15T19:00"), TRUE);
  ff_override_set_cancelled (add_override (fixture, "2027-01-19T19:00"), TRUE);
  ff_override_set_note (fixture->overrides->pdata[1], "Snow");

  text = write_calendar (fixture);
  g_assert_nonnull (strstr (get_remark (fixture)->reason, "1 holiday"));
  g_assert_false (get_remark (fixture)->left_out);
  calendar = read_back (fixture);
  exceptions = list_exceptions (get_event (calendar, 0));
  g_assert_cmpstr (exceptions, ==,
                   "20261201T190000 20261208T190000 20261222T190000 20261229T190000 "
                   "20270119T190000");
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  g_assert_nonnull (strstr (text, "EXDATE;TZID=America/Vancouver;X-FOURFOLD-NOTE=\"Snow\":2027"));
  g_assert_nonnull (strstr (text, "X-FOURFOLD-PAUSE:2026-12-08/2026-12-29 Winter\\, and"));
  icalcomponent_free (calendar);
}

/* Thousands of exceptions would say little more than an end. */
static void
test_long_pause (Fixture *fixture, gconstpointer data)
{
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", "FREQ=DAILY");
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-01/2199-12-31 For good", NULL);
  g_autofree char *text = NULL;

  ff_meeting_set_pauses (meeting, pauses);
  ff_meeting_set_zone (meeting, "Asia/Kolkata");
  text = write_calendar (fixture);
  g_assert_nonnull (strstr (text, "RRULE:FREQ=DAILY;UNTIL=20261130T133000Z\r\n"));
  g_assert_null (strstr (text, "EXDATE"));
  g_assert_nonnull (strstr (get_remark (fixture)->reason, "pauses for years"));
}

/* A series that is written whole keeps its own words. */
static void
test_count (Fixture *fixture, gconstpointer data)
{
  icalcomponent *calendar;

  add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;COUNT=20;BYDAY=TU");
  calendar = read_back (fixture);
  check_line (get_event (calendar, 0), ICAL_RRULE_PROPERTY, "RRULE:FREQ=WEEKLY;COUNT=20;BYDAY=TU");
  icalcomponent_free (calendar);
}

static void
fill_venue (FfVenue *venue)
{
  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_text (venue, FF_VENUE_NAME, "St James");
  ff_venue_set_text (venue, FF_VENUE_ROOM, "Hall 2");
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, "12 Main St, Vancouver");
  ff_venue_set_text (venue, FF_VENUE_ACCESS, "Ramp at the back");
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://example.org/j/1?pwd=topsecret");
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, "topsecret2");
  ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 604 555-0100");
  ff_venue_set_position (venue, 49.2608724, -123.1139529);
}

/* Private things leave only where somebody ticked it, and remarks never. */
static void
test_venue (Fixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "BE", "X", NULL };
  FfMeeting *meeting = add_meeting (fixture, "2026-11-24T19:00", NULL);
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  fill_venue (ff_meeting_get_venue (meeting));
  ff_meeting_set_types (meeting, types);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Bring a cup");
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "topsecret3");
  ff_meeting_set_text (meeting, FF_MEETING_EXTRA,
                       "{\"ics\": [\"TRANSP:TRANSPARENT\", \"ATTENDEE:mailto:topsecret4\", "
                       "\"X-A:1\\r\\nX-B:topsecret5\", 7, \"UID:other\"], \"bmlt\": {}}");
  text = write_calendar (fixture);
  g_assert_null (strstr (text, "topsecret"));
  g_assert_nonnull (
      strstr (text, "\r\nLOCATION:St James\\, Hall 2\\, 12 Main St\\, Vancouver\r\n"));
  g_assert_nonnull (strstr (text, "\r\nGEO:49.2608724;-123.1139529\r\n"));
  g_assert_nonnull (strstr (text, "\r\nURL:https://example.org/j/1\r\n"));
  g_assert_nonnull (
      strstr (text, "\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO:https://example.org/j/1"));
  g_assert_nonnull (strstr (text, "\r\nCONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+16045550100\r\n"));
  g_assert_nonnull (strstr (text, "Newcomer,"));
  g_assert_nonnull (strstr (text, "Wheelchair Access"));
  g_assert_nonnull (strstr (text, "\r\nTRANSP:TRANSPARENT\r\n"));
  g_assert_nonnull (strstr (text, "\r\nX-WR-CALNAME:Tuesday group\r\n"));
  g_assert_null (strstr (text, "UID:other"));

  fixture->with_passcodes = TRUE;
  whole = write_calendar (fixture);
  g_assert_nonnull (strstr (whole, "pwd=topsecret"));
  g_assert_nonnull (strstr (whole, "X-FOURFOLD-PASSCODE:topsecret2"));
  g_assert_null (strstr (whole, "topsecret3"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  icalcomponent *calendar = read_back (fixture);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

/* Another reader comes to the same offset at any time from the first year on. */
static void
test_zone (gconstpointer data)
{
  const char *identifier = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (identifier);
  icaltimezone *reader = icaltimezone_new ();
  g_autoptr (GDateTime) first = g_date_time_new_utc (2025, 1, 1, 0, 30, 0);
  const gint64 begin = g_date_time_to_unix (first);

  g_assert_nonnull (zone);
  g_assert_true (icaltimezone_set_component (reader, ff_vtimezone_build (zone, identifier, 2025)));
  g_assert_cmpstr (icaltimezone_get_tzid (reader), ==, identifier);
  for (gint64 instant = begin; instant < begin + G_GINT64_CONSTANT (30) * 366 * 86400;
       instant += 11 * 3600)
    {
      struct icaltimetype time = icaltime_from_timet_with_zone ((time_t) instant, FALSE,
                                                                icaltimezone_get_utc_timezone ());
      const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
      int is_daylight;

      g_assert_cmpint (icaltimezone_get_utc_offset_of_utc_time (reader, &time, &is_daylight), ==,
                       g_time_zone_get_offset (zone, interval));
    }
  icaltimezone_free (reader, 1);
}

int
main (int argc, char **argv)
{
  static const char *const zones[] = {
    "America/Vancouver",   "America/St_Johns", "Europe/London",     "Europe/Paris",
    "Australia/Lord_Howe", "Australia/Sydney", "America/Sao_Paulo", "Africa/Casablanca",
    "Africa/Cairo",        "America/Nuuk",     "Asia/Kolkata",      "Asia/Gaza",
  };

  g_test_init (&argc, &argv, NULL);
#define TEST(path, function)                                                                       \
  g_test_add ("/icalendar/" path, Fixture, NULL, set_up, function, tear_down)
  TEST ("series", test_series);
  TEST ("overrides", test_overrides);
  TEST ("once", test_once);
  TEST ("until", test_until);
  TEST ("first-date", test_first_date);
  TEST ("stretch", test_stretch);
  TEST ("utc", test_utc);
  TEST ("long", test_long);
  TEST ("text", test_text);
  TEST ("link-of-two-lines", test_link_of_two_lines);
  TEST ("unusable", test_unusable);
  TEST ("empty", test_empty);
  TEST ("pauses-and-holidays", test_pauses_and_holidays);
  TEST ("long-pause", test_long_pause);
  TEST ("count", test_count);
  TEST ("venue", test_venue);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strconcat ("/icalendar/zone/", zones[i], NULL);

      g_test_add_data_func (path, zones[i], test_zone);
    }
  return g_test_run ();
}
