/* test-icalendar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a calendar file says of dates: rules, overrides, stretches, pauses, holidays, and the zones they are in.
 */

#include <string.h>

#include "ff-test-calendar.h"
#include "ff-vtimezone.h"

static FfOverride *
add_override (FfTestCalendar *fixture, const char *rule_time)
{
  const FfWallTime time = ff_test_calendar_wall (rule_time);
  FfOverride *override = ff_override_new ("meeting-1", &time);

  g_ptr_array_add (fixture->overrides, override);
  return override;
}

static void
test_series (FfTestCalendar *fixture, gconstpointer data)
{
  FfMeeting *meeting
      = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
  g_autofree char *text = NULL;
  icalcomponent *calendar;
  icalcomponent *event;

  ff_meeting_set_place (meeting, "Main St Church");
  ff_meeting_set_link (meeting, "https://example.org/j/1?room=a,b;c");
  text = ff_test_calendar_write (fixture);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  g_assert_true (g_str_has_suffix (text, "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));

  calendar = ff_test_calendar_read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 1);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  event = ff_test_calendar_get_event (calendar, 0);
  ff_test_calendar_check_line (event, ICAL_UID_PROPERTY, "UID:meeting-1");
  ff_test_calendar_check_line (event, ICAL_DTSTAMP_PROPERTY, "DTSTAMP:20251121T044000Z");
  ff_test_calendar_check_line (event, ICAL_LASTMODIFIED_PROPERTY, "LAST-MODIFIED:20251121T044000Z");
  ff_test_calendar_check_line (event, ICAL_SEQUENCE_PROPERTY, "SEQUENCE:3");
  ff_test_calendar_check_line (event, ICAL_DTSTART_PROPERTY,
                               "DTSTART;TZID=America/Vancouver:20261124T190000");
  ff_test_calendar_check_line (event, ICAL_DURATION_PROPERTY, "DURATION:PT1H30M");
  ff_test_calendar_check_line (event, ICAL_RRULE_PROPERTY, "RRULE:FREQ=WEEKLY;BYDAY=TU");
  ff_test_calendar_check_line (event, ICAL_SUMMARY_PROPERTY, "SUMMARY:Tuesday group");
  ff_test_calendar_check_line (event, ICAL_LOCATION_PROPERTY, "LOCATION:Main St Church");
  ff_test_calendar_check_line (event, ICAL_URL_PROPERTY, "URL:https://example.org/j/1?room=a,b;c");
  ff_test_calendar_check_line (event, ICAL_DESCRIPTION_PROPERTY,
                               "DESCRIPTION:https://example.org/j/1?room=a\\,b\\;c");
  ff_test_calendar_check_line (event, ICAL_STATUS_PROPERTY, "STATUS:CONFIRMED");
  ff_test_calendar_check_line (event, ICAL_EXDATE_PROPERTY, NULL);
  icalcomponent_free (calendar);
}

static void
test_overrides (FfTestCalendar *fixture, gconstpointer data)
{
  const FfWallTime later = ff_test_calendar_wall ("2026-12-09T20:15");
  icalcomponent *calendar;
  FfOverride *moved;

  ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
  ff_override_set_cancelled (add_override (fixture, "2026-12-01T19:00"), TRUE);
  moved = add_override (fixture, "2026-12-08T19:00");
  ff_override_set_start (moved, &later);
  ff_override_set_place (moved, "Library");
  ff_override_set_note (add_override (fixture, "2026-12-15T19:00"), "A guest; bring a cup");
  /* The rule gives no Wednesday: what was different on one matters no longer. */
  ff_override_set_note (add_override (fixture, "2026-12-16T19:00"), "Gone");
  ff_override_set_cancelled (add_override (fixture, "2026-12-17T19:00"), TRUE);

  calendar = ff_test_calendar_read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 3);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_EXDATE_PROPERTY,
                               "EXDATE;TZID=America/Vancouver:20261201T190000");
  g_assert_cmpint (icalcomponent_count_properties (ff_test_calendar_get_event (calendar, 0),
                                                   ICAL_EXDATE_PROPERTY),
                   ==, 1);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 1), ICAL_UID_PROPERTY,
                               "UID:meeting-1");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 1), ICAL_RECURRENCEID_PROPERTY,
                               "RECURRENCE-ID;TZID=America/Vancouver:20261208T190000");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 1), ICAL_DTSTART_PROPERTY,
                               "DTSTART;TZID=America/Vancouver:20261209T201500");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 1), ICAL_LOCATION_PROPERTY,
                               "LOCATION:Library");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 1), ICAL_RRULE_PROPERTY, NULL);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 2), ICAL_DTSTART_PROPERTY,
                               "DTSTART;TZID=America/Vancouver:20261215T190000");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 2), ICAL_DESCRIPTION_PROPERTY,
                               "DESCRIPTION:A guest\\; bring a cup");
  icalcomponent_free (calendar);
}

static void
test_once (FfTestCalendar *fixture, gconstpointer data)
{
  icalcomponent *calendar;

  ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", NULL);
  ff_override_set_cancelled (add_override (fixture, "2026-11-24T19:00"), TRUE);
  calendar = ff_test_calendar_read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_STATUS_PROPERTY,
                               "STATUS:CANCELLED");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_RRULE_PROPERTY, NULL);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_EXDATE_PROPERTY,
                               NULL);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_RECURRENCEID_PROPERTY,
                               NULL);
  icalcomponent_free (calendar);
}

/* RFC 5545, 3.3.10: beside a start with a zone, UNTIL is in UTC. */
static void
test_until (FfTestCalendar *fixture, gconstpointer data)
{
  const char *const rules[]
      = { "FREQ=WEEKLY;UNTIL=20261208T190000;BYDAY=TU", "FREQ=WEEKLY;UNTIL=20261209;BYDAY=TU",
          "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261214T000000" };
  const char *const expected[] = { "RRULE:FREQ=WEEKLY;UNTIL=20261208T133000Z;BYDAY=TU",
                                   "RRULE:FREQ=WEEKLY;UNTIL=20261209T182900Z;BYDAY=TU",
                                   "RRULE:FREQ=WEEKLY;UNTIL=20261213T183000Z;BYDAY=TU" };
  FfMeeting *meeting = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", rules[0]);

  ff_meeting_set_zone (meeting, "Asia/Kolkata");
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      icalcomponent *calendar;

      ff_meeting_set_rule (meeting, rules[i]);
      calendar = ff_test_calendar_read_back (fixture);
      ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_RRULE_PROPERTY,
                                   expected[i]);
      icalcomponent_free (calendar);
    }
}

static void
test_first_date (FfTestCalendar *fixture, gconstpointer data)
{
  icalcomponent *calendar;

  /* A Tuesday, and a rule that gives Thursdays. */
  ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TH");
  calendar = ff_test_calendar_read_back (fixture);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_DTSTART_PROPERTY,
                               "DTSTART;TZID=America/Vancouver:20261126T190000");
  icalcomponent_free (calendar);
}

/* A stretch of a series keeps its rhythm, and leaves out what was different outside it. */
static void
test_stretch (FfTestCalendar *fixture, gconstpointer data)
{
  FfMeeting *meeting = ff_test_calendar_add_meeting (fixture, "2026-11-03T19:00",
                                                     "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=20");
  icalcomponent *calendar;

  ff_meeting_set_zone (meeting, "Asia/Kolkata");
  ff_override_set_cancelled (add_override (fixture, "2026-11-03T19:00"), TRUE);
  ff_override_set_cancelled (add_override (fixture, "2026-12-01T19:00"), TRUE);
  ff_override_set_note (add_override (fixture, "2027-01-12T19:00"), "Later");
  fixture->from = g_date_time_new_utc (2026, 11, 17, 13, 31, 0);
  fixture->until = g_date_time_new_utc (2027, 1, 12, 13, 30, 0);
  calendar = ff_test_calendar_read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_DTSTART_PROPERTY,
                               "DTSTART;TZID=Asia/Kolkata:20261201T190000");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_RRULE_PROPERTY,
                               "RRULE:FREQ=WEEKLY;UNTIL=20261229T133000Z;INTERVAL=2;BYDAY=TU");
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_EXDATE_PROPERTY,
                               "EXDATE;TZID=Asia/Kolkata:20261201T190000");
  icalcomponent_free (calendar);

  g_clear_pointer (&fixture->until, g_date_time_unref);
  fixture->until = g_date_time_new_utc (2026, 12, 1, 13, 30, 0);
  calendar = ff_test_calendar_read_back (fixture);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

static void
test_utc (FfTestCalendar *fixture, gconstpointer data)
{
  FfMeeting *meeting
      = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
  icalcomponent *calendar;

  ff_meeting_set_zone (meeting, "Etc/UTC");
  calendar = ff_test_calendar_read_back (fixture);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_DTSTART_PROPERTY,
                               "DTSTART:20261124T190000Z");
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

/* An hour is an hour where the clocks change, and a day is not always 24 of them. */
static void
test_long (FfTestCalendar *fixture, gconstpointer data)
{
  FfMeeting *meeting = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", NULL);
  icalcomponent *calendar;

  ff_meeting_set_minutes (meeting, 1440);
  calendar = ff_test_calendar_read_back (fixture);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_DURATION_PROPERTY,
                               "DURATION:PT24H");
  icalcomponent_free (calendar);
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
test_pauses_and_holidays (FfTestCalendar *fixture, gconstpointer data)
{
  FfMeeting *meeting
      = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU");
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

  text = ff_test_calendar_write (fixture);
  g_assert_nonnull (strstr (ff_test_calendar_get_remark (fixture)->reason, "1 holiday"));
  g_assert_false (ff_test_calendar_get_remark (fixture)->left_out);
  calendar = ff_test_calendar_read_back (fixture);
  exceptions = list_exceptions (ff_test_calendar_get_event (calendar, 0));
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
test_long_pause (FfTestCalendar *fixture, gconstpointer data)
{
  FfMeeting *meeting = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", "FREQ=DAILY");
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-01/2199-12-31 For good", NULL);
  g_autofree char *text = NULL;

  ff_meeting_set_pauses (meeting, pauses);
  ff_meeting_set_zone (meeting, "Asia/Kolkata");
  text = ff_test_calendar_write (fixture);
  g_assert_nonnull (strstr (text, "RRULE:FREQ=DAILY;UNTIL=20261130T133000Z\r\n"));
  g_assert_null (strstr (text, "EXDATE"));
  g_assert_nonnull (strstr (ff_test_calendar_get_remark (fixture)->reason, "pauses for years"));
}

/* A series that is written whole keeps its own words. */
static void
test_count (FfTestCalendar *fixture, gconstpointer data)
{
  icalcomponent *calendar;

  ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", "FREQ=WEEKLY;COUNT=20;BYDAY=TU");
  calendar = ff_test_calendar_read_back (fixture);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_RRULE_PROPERTY,
                               "RRULE:FREQ=WEEKLY;COUNT=20;BYDAY=TU");
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
  g_test_add ("/icalendar/" path, FfTestCalendar, NULL, ff_test_calendar_set_up, function,         \
              ff_test_calendar_tear_down)
  TEST ("series", test_series);
  TEST ("overrides", test_overrides);
  TEST ("once", test_once);
  TEST ("until", test_until);
  TEST ("first-date", test_first_date);
  TEST ("stretch", test_stretch);
  TEST ("utc", test_utc);
  TEST ("long", test_long);
  TEST ("pauses-and-holidays", test_pauses_and_holidays);
  TEST ("long-pause", test_long_pause);
  TEST ("count", test_count);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strconcat ("/icalendar/zone/", zones[i], NULL);

      g_test_add_data_func (path, zones[i], test_zone);
    }
  return g_test_run ();
}
