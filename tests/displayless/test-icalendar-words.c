/* test-icalendar-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a calendar file says in words: titles, links and places as they are, and meetings that no calendar can say.
 */

#include <string.h>

#include "ff-test-calendar.h"

static void
test_text (FfTestCalendar *fixture, gconstpointer data)
{
  static const char title[] = "مجموعة 👩🏽‍🤝‍👨🏿, “soupe”; C:\\new\n"
                              "and then a good many more words, "
                              "كلمات كثيرة جدا, "
                              "🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱";
  FfMeeting *meeting = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  icalcomponent *calendar;

  ff_meeting_set_title (meeting, title);
  ff_meeting_set_place (meeting, "Room\r\n2\r3\a\x1b");
  text = ff_test_calendar_write (fixture);
  lines = g_strsplit (text, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
      g_assert_null (strpbrk (*line, "\r\n"));
    }
  calendar = ff_test_calendar_read_back (fixture);
  g_assert_cmpstr (icalcomponent_get_summary (ff_test_calendar_get_event (calendar, 0)), ==, title);
  g_assert_cmpstr (icalcomponent_get_location (ff_test_calendar_get_event (calendar, 0)), ==,
                   "Room\n2\n3");
  icalcomponent_free (calendar);
}

/* A link cannot bring lines of its own into the file. */
static void
test_link_of_two_lines (FfTestCalendar *fixture, gconstpointer data)
{
  FfMeeting *meeting = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", NULL);
  icalcomponent *calendar;

  ff_meeting_set_link (meeting, "https://example.org/\r\nATTENDEE:mailto:x@example.org");
  calendar = ff_test_calendar_read_back (fixture);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_URL_PROPERTY, NULL);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_ATTENDEE_PROPERTY,
                               NULL);
  ff_test_calendar_check_line (ff_test_calendar_get_event (calendar, 0), ICAL_DESCRIPTION_PROPERTY,
                               "DESCRIPTION:https://example.org/\\nATTENDEE:mailto:x@example.org");
  icalcomponent_free (calendar);
}

/* What cannot be said is left out by name, and the rest goes in. */
static void
test_unusable (FfTestCalendar *fixture, gconstpointer data)
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

  ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", NULL);
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
      text = ff_test_calendar_write (fixture);
      g_assert_cmpstr (ff_test_calendar_get_remark (fixture)->title, ==, "Tuesday group");
      g_assert_true (ff_test_calendar_get_remark (fixture)->left_out);
      g_assert_cmpint ((int) strlen (ff_test_calendar_get_remark (fixture)->reason), >, 20);
      g_assert_null (strstr (text, "UID:meeting-1"));
      g_assert_nonnull (strstr (text, "UID:meeting-2"));
    }
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
test_venue (FfTestCalendar *fixture, gconstpointer data)
{
  static const char *const types[] = { "BE", "X", NULL };
  FfMeeting *meeting = ff_test_calendar_add_meeting (fixture, "2026-11-24T19:00", NULL);
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  fill_venue (ff_meeting_get_venue (meeting));
  ff_meeting_set_types (meeting, types);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Bring a cup");
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "topsecret3");
  ff_meeting_set_text (meeting, FF_MEETING_EXTRA,
                       "{\"ics\": [\"TRANSP:TRANSPARENT\", \"ATTENDEE:mailto:topsecret4\", "
                       "\"X-A:1\\r\\nX-B:topsecret5\", 7, \"UID:other\"], \"bmlt\": {}}");
  text = ff_test_calendar_write (fixture);
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
  whole = ff_test_calendar_write (fixture);
  g_assert_nonnull (strstr (whole, "pwd=topsecret"));
  g_assert_nonnull (strstr (whole, "X-FOURFOLD-PASSCODE:topsecret2"));
  g_assert_null (strstr (whole, "topsecret3"));
}

static void
test_empty (FfTestCalendar *fixture, gconstpointer data)
{
  icalcomponent *calendar = ff_test_calendar_read_back (fixture);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_ANY_COMPONENT), ==, 0);
  icalcomponent_free (calendar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function)                                                                       \
  g_test_add ("/icalendar-words/" path, FfTestCalendar, NULL, ff_test_calendar_set_up, function,   \
              ff_test_calendar_tear_down)
  TEST ("text", test_text);
  TEST ("link-of-two-lines", test_link_of_two_lines);
  TEST ("unusable", test_unusable);
  TEST ("empty", test_empty);
  TEST ("venue", test_venue);
  return g_test_run ();
}
