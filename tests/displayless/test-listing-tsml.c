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
#include "ff-listing-tsml.h"
#include "ff-meeting-type.h"

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
        g_test_message ("%s: %u, %s; %s", step->title, step->change, step->summary,
                        step->row != NULL ? step->row->refused : "");
    }
  g_assert_cmpuint (plan->counts[FF_IMPORT_SAME], ==, 440);
  g_assert_cmpuint (plan->steps->len, ==, 440);
  g_assert_cmpuint (plan->groups->len, ==, 0);
}

static FfMeeting *
add_meeting (GPtrArray *meetings, const char *uid, const char *rule)
{
  const FfWallTime start = { 2026, 9, 1, 0, 0 };
  FfMeeting *meeting = ff_meeting_new (uid);

  ff_meeting_set_title (meeting, uid);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  g_ptr_array_add (meetings, meeting);
  return meeting;
}

static FfSchedule *
make_plain (GPtrArray *meetings)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  return ff_schedule_new (groups, meetings, NULL, NULL);
}

/* As people and spreadsheets find it: the plugin’s columns and words, a row a day, one slug. */
static void
test_words (void)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  static const char *const types[] = { "O", "X", NULL };
  FfMeeting *meeting = add_meeting (meetings, "many", "FREQ=WEEKLY;BYDAY=SU,TU");
  g_autoptr (FfSchedule) schedule = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  ff_meeting_set_types (meeting, types);
  ff_meeting_set_minutes (meeting, 780);
  schedule = make_plain (meetings);
  text = write_csv (schedule, NULL);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "Time,End Time,Day,Name,Location,Address,Region,Sub "
                                             "Region,Types,Notes,Location Notes,Timezone,Group,"));
  g_assert_true (g_str_has_suffix (lines[0], ",Author,Slug,Updated"));
  g_assert_true (g_str_has_prefix (lines[1], "12:00 am,1:00 pm,Sunday,many,"));
  g_assert_true (g_str_has_prefix (lines[2], "12:00 am,1:00 pm,Tuesday,many,"));
  g_assert_nonnull (strstr (lines[1], ",\"Open, Wheelchair Access\","));
  g_assert_nonnull (strstr (lines[1], ",many,"));
  g_assert_cmpstr (strstr (lines[1], ",many,"), ==, strstr (lines[2], ",many,"));
  g_assert_cmpstr (lines[3], ==, "");
}

static void
test_types (void)
{
  gsize n_types;
  const FfMeetingType *list = ff_meeting_types_list (&n_types);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfImport) import = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < n_types; i++)
    {
      const char *const types[] = { list[i].code, NULL };

      ff_meeting_set_types (add_meeting (meetings, list[i].code, "FREQ=WEEKLY"), types);
    }
  schedule = make_plain (meetings);
  text = write_csv (schedule, NULL);
  import = parse (text);
  g_assert_cmpuint (import->rows->len, ==, n_types);
  for (gsize i = 0; i < n_types; i++)
    {
      FfImportRow *row = get_row (import, (guint) i);

      g_assert_true (ff_meeting_has_type (row->meeting, row->title));
      g_assert_cmpuint (g_strv_length ((GStrv) ff_meeting_get_types (row->meeting)), ==, 1);
    }
}

/* What a spreadsheet would calculate is text in the file, and as it was when it comes back. */
static const struct
{
  const char *text;
  const char *cell;
} formulas[] = {
  { "=1+2", "'=1+2" },
  { "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0" },
  { "-2+3+cmd", "'-2+3+cmd" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "+1 604 555-0100", "+1 604 555-0100" },
  { "'=x", "''=x" },
  { "'+1 604 555 0100", "''+1 604 555 0100" },
  { "'tis so", "'tis so" },
  { "", "" },
};

static void
test_formulas (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *cell = ff_listing_tsml_guard (formulas[i].text);

      g_assert_cmpstr (cell, ==, formulas[i].cell);
      g_assert_cmpstr (ff_listing_tsml_unguard (cell), ==, formulas[i].text);
    }
}

/* Columns that nobody foresaw are private by their words too. */
static void
test_secrets (void)
{
  static const char text[]
      = "Name,Day,Time,Last Name,Host-Key,Author,Last Contact,Contact 1 Name,Contact 1 Phone,"
        "Admin User,Colour,Conference URL,Conference URL Notes,City,Address\n"
        "A,Monday,9:00,SECRET1,SECRET2,SECRET3,SECRET4,Jo SECRET5,SECRET6,SECRET7,Blue,"
        "https://zoom.us/j/1?pwd=SECRET8,Passcode: SECRET9,Hope,1 Main St\n";
  g_autoptr (FfImport) import = parse (text);
  FfMeeting *meeting = get_row (import, 0)->meeting;
  FfVenue *venue = ff_meeting_get_venue (meeting);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (FfSchedule) schedule = NULL;
  g_autofree char *back = NULL;

  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_PASSCODE), ==, "SECRET9");
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_ADDRESS), ==, "1 Main St, Hope");
  g_ptr_array_add (meetings, meeting);
  schedule = make_plain (meetings);
  back = write_csv (schedule, NULL);
  g_assert_null (strstr (back, "SECRET"));
  g_assert_nonnull (strstr (back, ",Jo,"));
  g_assert_nonnull (strstr (back, ",City,Colour\r\n"));
  g_assert_nonnull (strstr (back, ",Hope,Blue\r\n"));
  g_assert_nonnull (strstr (back, ",1 Main St,"));
}

/* Neither cells nor rows nor open quotation marks without end take memory or time without end. */
static void
test_hostile_sizes (void)
{
  static const struct
  {
    const char *header;
    const char *piece;
    guint n_pieces;
    guint n_rows;
    int error;
  } wholes[] = {
    { "Name,Day,Time\nA,Monday,9:00", ",", 20000000, 1, -1 },
    { "Name,Day,Time\nA,Monday,9:00,", "x,", 5000000, 1, -1 },
    { "Name,Day,Time\n", "\"A\n", 60000, 60000, -1 },
    { "Name,Day,Time\n", "A,\"\"\"\n", 60000, 0, -1 },
    { "Name,Day,Time\n", "A\n", 100001, 0, G_IO_ERROR_MESSAGE_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autoptr (GString) text = g_string_new (wholes[i].header);
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImport) import = NULL;
      const gint64 start = g_get_monotonic_time ();

      for (guint j = 0; j < wholes[i].n_pieces; j++)
        g_string_append (text, wholes[i].piece);
      import = parse_bytes (text->str, text->len, FF_FORMAT_UNKNOWN, &error);
      g_test_message ("%u pieces of %zu: %.2f s", wholes[i].n_pieces, i,
                      (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      if (wholes[i].error >= 0)
        g_assert_error (error, G_IO_ERROR, wholes[i].error);
      else
        g_assert_no_error (error);
      if (wholes[i].n_rows > 0)
        g_assert_cmpuint (import->rows->len, ==, wholes[i].n_rows);
    }
}

static void
test_wholes (void)
{
  static const char with_nul[] = "Name,Day,Time\nA\0B,Monday,9:00\nC,Monday,9:00\n";
  static const struct
  {
    const char *text;
    gsize length;
    int code;
    const char *reason;
  } wholes[] = {
    { "\xFF\xFEN\0a\0m\0e\0", 10, G_IO_ERROR_INVALID_DATA, "UTF-16" },
    { "Name;Colour\nA;b\n", 16, G_IO_ERROR_NOT_SUPPORTED, "none of the formats" },
    { "Dear Name, the day and time", 27, G_IO_ERROR_NOT_SUPPORTED, "none of the formats" },
    { "BEGIN:VCARD\r\nVERSION:4.0\r\n", 26, G_IO_ERROR_NOT_SUPPORTED,
      "holds people and no meetings" },
  };
  g_autoptr (FfImport) import = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse_bytes (wholes[i].text, wholes[i].length, FF_FORMAT_UNKNOWN, &error));
      g_assert_error (error, G_IO_ERROR, wholes[i].code);
      g_assert_nonnull (strstr (error->message, wholes[i].reason));
    }
  import = parse_bytes (with_nul, sizeof with_nul - 1, FF_FORMAT_UNKNOWN, NULL);
  assert_rows (import, (const char *const[]) { "2 ! nul character", "3 C MO", NULL });
}

/* A country’s schedule, written and read; says how long it took. */
static void
test_many (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (10000);
  const gint64 start = g_get_monotonic_time ();
  g_autofree char *text = write_csv (schedule, NULL);
  const gint64 written = g_get_monotonic_time ();
  g_autoptr (FfImport) import = parse (text);

  g_test_message ("10,000 meetings: written in %.2f s, read in %.2f s",
                  (double) (written - start) / G_USEC_PER_SEC,
                  (double) (g_get_monotonic_time () - written) / G_USEC_PER_SEC);
  g_assert_cmpuint (import->rows->len, ==, 10000);
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
  g_test_add_func ("/listing-tsml/words", test_words);
  g_test_add_func ("/listing-tsml/types", test_types);
  g_test_add_func ("/listing-tsml/formulas", test_formulas);
  g_test_add_func ("/listing-tsml/secrets", test_secrets);
  g_test_add_func ("/listing-tsml/wholes", test_wholes);
  g_test_add_func ("/listing-tsml/hostile-sizes", test_hostile_sizes);
  g_test_add_func ("/listing-tsml/many", test_many);
  return g_test_run ();
}
