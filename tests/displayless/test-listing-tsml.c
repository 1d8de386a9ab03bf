/* test-listing-tsml.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TSML CSV as the plugin and spreadsheets write it, and the way back.
 */

#include <string.h>

#include "ff-export.h"
#include "ff-import-plan.h"

#define TODAY "2026-11-24T00:00:00Z"
#define HEADER "Time,End Time,Day,Name,Location,Address,Types,Notes,Slug\n"

static const FfImportDefaults defaults
    = { .programme = "four-points", .zone = "America/Vancouver", .language = "en" };

static FfImport *
parse_bytes (const char *text, gsize length, FfFormat format, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return ff_import_parse (bytes, "list.csv", format, &defaults, NULL, NULL, NULL, error);
}

static FfImport *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfImport *import = parse_bytes (text, strlen (text), FF_FORMAT_UNKNOWN, &error);

  g_assert_no_error (error);
  g_assert_cmpint (import->format, ==, FF_FORMAT_TSML_CSV);
  return import;
}

static FfImportRow *
get_row (FfImport *import, guint position)
{
  g_assert_cmpuint (position, <, import->rows->len);
  return g_ptr_array_index (import->rows, position);
}

/* “3 Noon TU” or “3 ! a part of the reason”, a line each. */
static void
assert_rows (FfImport *import, const char *const *expected)
{
  guint n = 0;

  for (; expected[n] != NULL; n++)
    {
      FfImportRow *row = get_row (import, n);
      g_autofree char *rule = NULL;
      g_autofree char *said = NULL;
      const char *reason = strstr (expected[n], "! ");

      if (row->meeting == NULL)
        {
          g_autofree char *line = g_strdup_printf ("%u !", row->line);

          g_test_message ("%s %s", line, row->refused);
          g_assert_nonnull (reason);
          g_assert_true (g_str_has_prefix (expected[n], line));
          g_assert_nonnull (strstr (row->refused, reason + 2));
          continue;
        }
      rule = ff_meeting_get_by_appointment (row->meeting)
                 ? NULL
                 : g_strdup (ff_meeting_get_rule (row->meeting));
      said = g_strdup_printf ("%u %s %s", row->line, row->title,
                              rule != NULL ? strrchr (rule, '=') + 1 : "-");
      g_assert_cmpstr (said, ==, expected[n]);
    }
  g_assert_cmpuint (import->rows->len, ==, n);
}

static const struct
{
  const char *name;
  const char *text;
  const char *rows[8];
} files[] = {
  { "plain", HEADER "7:30 pm,8:30 pm,Tuesday,Night,Hall,,Open,,a\n", { "2 Night TU" } },
  { "mark-crlf-semicolon",
    "\xEF\xBB\xBF"
    "day;TIME;name;slug\r\nMonday;19:30;\"One; two\";a\r\nFriday;07:00;B;b\r\n",
    { "2 One; two MO", "3 B FR" } },
  { "tabs", "Name\tDay\tTime\nA\tsunday\tnoon\n", { "2 A SU" } },
  { "old-line-ends", "Name,Day,Time\rA,Sunday,9:00\rB,Monday,9:00\r", { "2 A SU", "3 B MO" } },
  { "line-breaks-in-quotes",
    "Name,Day,Time,Notes\nA,Sunday,9:00,\"one\n\ntwo, \"\"three\"\"\"\n\nB,Monday,9:00,x\n",
    { "2 A SU", "6 B MO" } },
  { "appointment",
    HEADER ",,,None,,,,,a\nAppointment,,Appointment,Word,,,,,b\n,,By Appointment,By,,,,,c\n",
    { "2 None -", "3 Word -", "4 By -" } },
  { "joined-by-slug",
    HEADER "9:00,,Wednesday,A,,,,,a\n9:00,,Monday,B,,,,,b\n9:00,,Friday,A,,,,,a\n",
    { "2 A WE,FR", "3 B MO" } },
  { "joined-without-slug",
    "Name,Location,Time,Day\nA,Hall,9:00,Monday\nA,Hall,9:00,Sunday\nA,Barn,9:00,Friday\n",
    { "2 A MO,SU", "4 A FR" } },
  { "same-slug-other-time",
    HEADER "9:00,,Monday,A,,,,,a\n9:30,,Friday,A,,,,,a\n",
    { "2 A MO", "3 ! that of line 2" } },
  { "twice-the-same",
    HEADER "9:00,,Monday,A,,,,,a\n9:00,,Monday,A,,,,,a\n",
    { "2 A MO", "3 ! that of line 2" } },
  { "bad-values",
    HEADER "25:00,,Monday,A,,,,,a\n9:00,,Blursday,B,,,,,b\n9:00,,Monday,,,,,,c\n",
    { "2 ! “25:00”", "3 ! “Blursday”", "4 ! no name" } },
  { "too-many",
    "Name,Day,Time\nA,Monday,9:00,extra\nB,Monday,9:00,,,\n",
    { "2 ! more columns", "3 B MO" } },
  { "too-few", "Name,Day,Time,Notes\nA,Monday,9:00\nB\n", { "2 A MO", "3 B -" } },
  { "quote-never-closed",
    "Name,Day,Time,Notes\nA,Monday,9:00,x\nB,Monday,9:00,\"open\nC,Tuesday,9:00,z\n",
    { "2 A MO", "3 ! no end", "4 C TU" } },
  { "quote-amid-text",
    "Name,Day,Time\nThe \"Big\" one,Monday,9:00\nC,Tuesday,9:00",
    { "2 ! no end", "3 C TU" } },
  { "quote-closed-by-another-row",
    "Name,Day,Time\n\"A,Monday,9:00\n\"B\",Monday,9:00\nC,Tuesday,9:00\n",
    { "2 ! no end", "3 B MO", "4 C TU" } },
  { "not-utf-8", "Name,Day,Time\nCaf\xE9,Monday,9:00\nB,Monday,9:00\n", { "2 ! UTF-8", "3 B MO" } },
  { "blank-rows", "Name,Day,Time\n,,\n  \n\nA,Monday,9:00\n,,,\n", { "5 A MO" } },
  { "header-alone", HEADER, { NULL } },
};

static void
test_file (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (FfImport) import = parse (files[i].text);

  assert_rows (import, files[i].rows);
}

/* Groups of four meetings, with all that a coordinator knows of them. */
static FfSchedule *
make_schedule (guint n_meetings)
{
  static const char *const rules[]
      = { "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
          "FREQ=MONTHLY;BYDAY=1TU", "FREQ=DAILY" };
  static const char *const types[][4]
      = { { "BE", "X", NULL }, { "D", "FR", "LGBTQ", NULL }, { NULL }, { "C", NULL } };
  static const FfMode modes[]
      = { FF_MODE_IN_PERSON, FF_MODE_ONLINE, FF_MODE_HYBRID, FF_MODE_PHONE };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-20/2027-01-05 Winter", NULL);

  for (guint i = 0; i < n_meetings; i++)
    {
      const FfWallTime start = { 2026, 9, 1, (guint8) (7 + i % 15), 30 };
      g_autofree char *uid = g_strdup_printf ("uid-%u", i);
      g_autofree char *key = g_strdup_printf ("group-%u", i / 4);
      g_autofree char *name = g_strdup_printf ("Group %u; “upper”, old", i / 4);
      FfMeeting *meeting = ff_meeting_new (uid);
      FfVenue *venue = ff_meeting_get_venue (meeting);

      if (i % 4 == 0)
        {
          FfGroup *group = ff_group_new (key);

          ff_group_set_name (group, name);
          ff_group_set_open (group, i % 8 == 0);
          ff_group_set_text (group, FF_GROUP_REGION, "North");
          ff_group_set_text (group, FF_GROUP_DISTRICT, "District 7");
          ff_group_set_text (group, FF_GROUP_PHONE, "+1 604 555 0100");
          ff_group_set_text (group, FF_GROUP_NOTES, "@door: ring\n\n=twice");
          g_ptr_array_add (groups, group);
        }
      ff_meeting_set_group (meeting, key);
      ff_meeting_set_title (meeting, i % 3 == 0 ? "" : "-Lunch, \"quick\"");
      ff_meeting_set_start (meeting, &start);
      ff_meeting_set_minutes (meeting, i % 2 == 0 ? 60 : 90);
      ff_meeting_set_rule (meeting, rules[i % G_N_ELEMENTS (rules)]);
      ff_meeting_set_zone (meeting, "America/Vancouver");
      ff_meeting_set_by_appointment (meeting, i % 11 == 7);
      ff_meeting_set_pauses (meeting, i % 7 == 0 ? pauses : NULL);
      ff_meeting_set_types (meeting, types[i % G_N_ELEMENTS (types)]);
      ff_meeting_set_text (meeting, FF_MEETING_NOTES, i % 2 == 0 ? "=1+2\nand tea" : "");
      ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "private");
      ff_meeting_set_text (meeting, FF_MEETING_EXTRA,
                           i % 5 == 0
                               ? "{\"tsml\":{\"contact_1_name\":\"Jo Smith\",\"venmo\":\"@us\","
                                 "\"contact_1_email\":\"jo@x.ca\",\"Own Column\":\"'=x\"},"
                                 "\"ics\":[\"X-A:b\"]}"
                               : "");
      ff_venue_set_mode (venue, modes[i % 4]);
      if (i % 4 == 0 || i % 4 == 2)
        {
          ff_venue_set_text (venue, FF_VENUE_NAME, "Hall");
          ff_venue_set_text (venue, FF_VENUE_ROOM, i % 3 == 0 ? "Room 2" : "");
          ff_venue_set_text (venue, FF_VENUE_ADDRESS, "1 Main St, Hope, BC");
          ff_venue_set_position (venue, 49.25, -123.125);
        }
      if (i % 4 == 1 || i % 4 == 2)
        {
          ff_venue_set_text (venue, FF_VENUE_LINK, "https://zoom.us/j/1?pwd=secret");
          ff_venue_set_text (venue, FF_VENUE_PASSCODE, "12345");
        }
      if (i % 4 == 3)
        ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 604 555 0199");
      g_ptr_array_add (meetings, meeting);
    }
  return ff_schedule_new (groups, meetings, NULL, NULL);
}

static char *
write_csv (FfSchedule *schedule, GPtrArray **remarks)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 (TODAY, utc);
  const FfExportOptions options = { .format = FF_FORMAT_TSML_CSV, .from = today };
  g_autoptr (GError) error = NULL;
  char *text = ff_export_write (schedule, &options, remarks, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_own_file_changes_nothing (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (440);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *text = write_csv (schedule, &remarks);
  g_autofree char *again = write_csv (schedule, NULL);
  g_autoptr (FfImport) import = parse (text);
  g_autoptr (FfImportPlan) plan = ff_import_plan_new (import, schedule, &defaults, NULL);

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (remarks->len, >, 0);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FfImportStep *step = g_ptr_array_index (plan->steps, i);

      if (step->change != FF_IMPORT_SAME)
        g_test_message ("%s: %d, %s; %s", step->title, step->change, step->summary,
                        step->row != NULL ? step->row->refused : "");
    }
  g_assert_cmpuint (plan->counts[FF_IMPORT_SAME], ==, 440);
  g_assert_cmpuint (plan->steps->len, ==, 440);
  g_assert_cmpuint (plan->groups->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/listing-tsml/file/", files[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_file);
    }
  g_test_add_func ("/listing-tsml/own-file-changes-nothing", test_own_file_changes_nothing);
  return g_test_run ();
}
