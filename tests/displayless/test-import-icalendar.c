/* test-import-icalendar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of the calendars of others, and of our own on their way back.
 */

#include <string.h>

#include "ff-export.h"
#include "ff-import.h"

#define EVENT(uid, body) "BEGIN:VEVENT\r\nUID:" uid "\r\n" body "\r\nEND:VEVENT\r\n"
#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"
#define IN_VANCOUVER "DTSTART;TZID=America/Vancouver:20261124T190000\r\nDURATION:PT90M\r\n"

static FfImport *
read_text (const char *text)
{
  const FfImportDefaults defaults = { .programme = "four-points", .zone = "America/Vancouver" };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FfImport *import
      = ff_import_parse (bytes, "a.ics", FF_FORMAT_UNKNOWN, &defaults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static const FfImportRow *
get_row (FfImport *import, guint position)
{
  g_assert_cmpuint (import->rows->len, >, position);
  return g_ptr_array_index (import->rows, position);
}

static void
check_wall (const FfWallTime *time, const char *expected)
{
  g_autofree char *text = ff_wall_time_to_string (time);

  g_assert_cmpstr (text, ==, expected);
}

/* A Windows name, another program's UTC, a zone that only the file describes, and one that nobody knows. */
static void
test_zones (void)
{
  g_autoptr (FfImport) import = read_text (CALENDAR (
      "BEGIN:VTIMEZONE\r\nTZID:Customized\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
      "TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT (
          "a", "SUMMARY:A\r\nDTSTART;TZID=Pacific Standard Time:20261124T190000\r\nDURATION:PT1H")
          EVENT ("b", "SUMMARY:B\r\nDTSTART:20261125T020000Z\r\nDTEND:20261125T031500Z\r\n"
                      "RRULE:FREQ=WEEKLY;BYDAY=WE")
              EVENT ("c", "SUMMARY:C\r\nDTSTART;TZID=Customized:20261124T190000\r\nDURATION:PT1H")
                  EVENT ("d", "SUMMARY:D\r\nDTSTART;TZID=Eastern:20261124T190000\r\n"
                              "DURATION:PT1H")));

  g_assert_cmpstr (ff_meeting_get_zone (get_row (import, 0)->meeting), ==, "America/Los_Angeles");
  g_assert_cmpuint (get_row (import, 0)->remarks->len, ==, 0);
  g_assert_cmpstr (ff_meeting_get_zone (get_row (import, 1)->meeting), ==, "America/Vancouver");
  g_assert_nonnull (strstr (ff_meeting_get_rule (get_row (import, 1)->meeting), "BYDAY=TU"));
  g_assert_cmpuint (ff_meeting_get_minutes (get_row (import, 1)->meeting), ==, 75);
  g_assert_cmpuint (get_row (import, 1)->remarks->len, ==, 1);
  g_assert_cmpstr (ff_meeting_get_zone (get_row (import, 2)->meeting), ==, "Asia/Kolkata");
  g_assert_cmpuint (get_row (import, 2)->remarks->len, ==, 1);
  g_assert_cmpstr (ff_meeting_get_zone (get_row (import, 3)->meeting), ==, "America/Vancouver");
  g_assert_nonnull (strstr (g_ptr_array_index (get_row (import, 3)->remarks, 0), "Eastern"));
}

static void
test_dates (void)
{
  g_autoptr (FfImport) import = read_text (CALENDAR (
      EVENT ("a", "SUMMARY:A\r\n" IN_VANCOUVER
                  "RRULE:FREQ=WEEKLY;BYDAY=TU\r\nEXDATE;TZID=America/Vancouver:20261201T190000\r\n"
                  "RDATE;TZID=America/Vancouver:20261203T190000\r\nLOCATION:Hall")
          EVENT ("a", "SUMMARY:A\r\nRECURRENCE-ID;TZID=America/Vancouver:20261208T190000\r\n"
                      "DTSTART;TZID=America/Vancouver:20261209T200000\r\nDURATION:PT90M\r\n"
                      "LOCATION:Library")));
  FfOverride *cancelled, *moved;

  g_assert_cmpuint (import->rows->len, ==, 2);
  g_assert_cmpuint (get_row (import, 0)->overrides->len, ==, 2);
  cancelled = g_ptr_array_index (get_row (import, 0)->overrides, 0);
  moved = g_ptr_array_index (get_row (import, 0)->overrides, 1);
  g_assert_true (ff_override_get_cancelled (cancelled));
  check_wall (ff_override_get_rule_time (cancelled), "2026-12-01T19:00");
  check_wall (ff_override_get_rule_time (moved), "2026-12-08T19:00");
  check_wall (ff_override_get_start (moved), "2026-12-09T20:00");
  g_assert_cmpstr (ff_override_get_place (moved), ==, "Library");
  g_assert_cmpuint (get_row (import, 1)->line, ==, 10);
  check_wall (ff_meeting_get_start (get_row (import, 1)->meeting), "2026-12-03T19:00");
}

/* Refused with the line on which it begins and a reason, and the rest goes in. */
static void
test_refused (void)
{
  static const char *const bodies[] = {
    "SUMMARY:X\r\n" IN_VANCOUVER "RRULE:FREQ=SECONDLY",
    "SUMMARY:X\r\n" IN_VANCOUVER "RRULE:FREQ=DAILY;COUNT=1000000000",
    "SUMMARY:X\r\n" IN_VANCOUVER "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "SUMMARY:X\r\n" IN_VANCOUVER "RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY",
    "SUMMARY:X\r\nDTSTART;VALUE=DATE:20261124",
    "SUMMARY:X\r\nDTSTART:2026",
    "SUMMARY:X",
    "SUMMARY:X\r\nDTSTART:20261124T190000Z\r\nDTEND:20261130T190000Z",
    "SUMMARY:X\r\n" IN_VANCOUVER "RRULE:FREQ=DAILY\r\nSTATUS:CANCELLED",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *text
          = g_strconcat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\n", bodies[i], "\nEND:VEVENT\n",
                         EVENT ("y", "SUMMARY:Y\r\n" IN_VANCOUVER "X-A:1"), "END:VCALENDAR\n",
                         NULL);
      g_autoptr (FfImport) import = read_text (text);

      g_assert_cmpuint (get_row (import, 0)->line, ==, 2);
      g_assert_nonnull (get_row (import, 0)->refused);
      g_assert_null (get_row (import, 0)->meeting);
      g_assert_nonnull (get_row (import, 1)->meeting);
    }
}

static void
test_cut_off (void)
{
  g_autoptr (FfImport) import
      = read_text ("BEGIN:VCALENDAR\n" EVENT ("a", "SUMMARY:A\r\n" IN_VANCOUVER
                                                   "X-A:1") "BEGIN:VEVENT\nUID:b\nSUMMARY:B\nDTST");

  g_assert_nonnull (get_row (import, 0)->meeting);
  g_assert_nonnull (get_row (import, 1)->refused);
  g_assert_cmpuint (get_row (import, 1)->line, ==, 9);
}

/* As deep as no stack is. */
static void
test_nested (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\n");
  g_autoptr (FfImport) import = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "BEGIN:X-DEEP\n");
  import = read_text (text->str);
  g_assert_cmpuint (import->rows->len, ==, 1);
  g_assert_nonnull (get_row (import, 0)->refused);
}

/* People stay out, what is not understood stays for the way back. */
static void
test_kept (void)
{
  g_autoptr (FfImport) import = read_text (CALENDAR (
      EVENT ("a", "SUMMARY:A\r\n" IN_VANCOUVER "ATTENDEE;CN=Jo Doe:mailto:jo@example.org\r\n"
                  "X-SOMETHING;A=\"b:c\":d\\,e\r\nCATEGORIES:Wheelchair Access,Wombats\r\n"
                  "X-ALT-DESC;FMTTYPE=text/html:<p>Come &amp\\; sit</p>\r\n"
                  "LOCATION:https://example.org/j/1")));
  const FfImportRow *row = get_row (import, 0);
  const char *extra = ff_meeting_get_text (row->meeting, FF_MEETING_EXTRA);

  g_assert_nonnull (strstr (extra, "X-SOMETHING"));
  g_assert_nonnull (strstr (extra, "Wombats"));
  g_assert_null (strstr (extra, "jo@"));
  g_assert_true (ff_meeting_has_type (row->meeting, "X"));
  g_assert_cmpstr (ff_meeting_get_text (row->meeting, FF_MEETING_NOTES), ==, "Come & sit");
  g_assert_cmpstr (ff_meeting_get_link (row->meeting), ==, "https://example.org/j/1");
  g_assert_cmpint (ff_venue_get_mode (ff_meeting_get_venue (row->meeting)), ==, FF_MODE_ONLINE);
}

static char *
write_rows (FfImport *import)
{
  const FfExportOptions options = { .format = FF_FORMAT_ICALENDAR };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfSchedule) schedule = NULL;

  for (guint i = 0; i < import->rows->len; i++)
    {
      const FfImportRow *row = get_row (import, i);

      ff_meeting_set_group (row->meeting, ff_group_get_uid (row->group));
      g_ptr_array_add (groups, g_object_ref (row->group));
      g_ptr_array_add (meetings, g_object_ref (row->meeting));
      for (guint j = 0; row->overrides != NULL && j < row->overrides->len; j++)
        g_ptr_array_add (overrides, g_object_ref (g_ptr_array_index (row->overrides, j)));
    }
  schedule = ff_schedule_new (groups, meetings, overrides, NULL);
  return ff_export_write (schedule, &options, NULL, NULL);
}

/* What we wrote, read and written again, is the same to the byte. */
static void
test_way_back (void)
{
  g_autoptr (FfImport) first = read_text (CALENDAR (EVENT (
      "a", "SUMMARY:A\r\n" IN_VANCOUVER "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T000000Z\r\n"
           "EXDATE;TZID=America/Vancouver;X-FOURFOLD-NOTE=\"Snow^nand ^'ice^'\":20261201T190000\r\n"
           "X-FOURFOLD-GROUP:Group\r\nX-FOURFOLD-PROGRAMME:four-points\r\n"
           "X-FOURFOLD-PAUSE:2026-12-15/2026-12-29 Winter\r\n"
           "EXDATE;TZID=America/Vancouver:20261215T190000\r\n"
           "EXDATE;TZID=America/Vancouver:20261229T190000\r\nDESCRIPTION:Bring a cup\r\n"
           "LOCATION:St James\\, Hall 2\r\nX-FOURFOLD-PLACE:St James\r\nX-FOURFOLD-ROOM:Hall 2\r\n"
           "CATEGORIES:Open\\, or not,Newcomer\r\nURL:https://example.org/j/1\r\nX-A:b")));
  g_autofree char *text = write_rows (first);
  g_autoptr (FfImport) second = read_text (text);
  g_autofree char *again = write_rows (second);

  g_assert_cmpstr (again, ==, text);
  g_assert_nonnull (strstr (text, "UNTIL=20270630T"));
  g_assert_nonnull (strstr (text, "X-FOURFOLD-ROOM:Hall 2"));
  /* One date in the pause is no exception: it is held. */
  g_assert_cmpuint (get_row (second, 0)->overrides->len, ==, 2);
  g_assert_true (ff_override_get_held (g_ptr_array_index (get_row (second, 0)->overrides, 1)));
}

static void
test_holidays (void)
{
  static const char text[] = CALENDAR (
      "X-WR-CALNAME:Days\r\n" EVENT ("a", "SUMMARY:New Year\r\nDTSTART;VALUE=DATE:20270101")
          EVENT ("b",
                 "SUMMARY:Two days\r\nDTSTART;VALUE=DATE:20271225\r\nDTEND;VALUE=DATE:20271227"));
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GBytes) empty = g_bytes_new_static ("BEGIN:VCALENDAR\n", 16);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHolidays) holidays = ff_import_read_holidays (bytes, "name", &error);
  g_autofree char *days = NULL;

  g_assert_no_error (error);
  days = ff_holidays_to_string (holidays);
  g_assert_cmpstr (ff_holidays_get_name (holidays), ==, "Days");
  g_assert_cmpstr (days, ==,
                   "2027-01-01 ask New Year\n2027-12-25 ask Two days\n2027-12-26 ask Two days");
  g_assert_null (ff_import_read_holidays (empty, "name", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-icalendar/zones", test_zones);
  g_test_add_func ("/import-icalendar/dates", test_dates);
  g_test_add_func ("/import-icalendar/refused", test_refused);
  g_test_add_func ("/import-icalendar/cut-off", test_cut_off);
  g_test_add_func ("/import-icalendar/nested", test_nested);
  g_test_add_func ("/import-icalendar/kept", test_kept);
  g_test_add_func ("/import-icalendar/way-back", test_way_back);
  g_test_add_func ("/import-icalendar/holidays", test_holidays);
  return g_test_run ();
}
