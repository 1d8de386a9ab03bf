/* test-listings-read.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Meetings of a listing as the world writes them: when, where, what is taken of each, and why one is refused.
 */

#include "ff-test-import.h"

/* What one object of Meeting Guide JSON says of when; or, with “!” before it, a part of why it was refused. */
static const struct
{
  const char *fields;
  const char *when;
} times[] = {
  { "\"day\":2,\"time\":\"19:30\",\"end_time\":\"20:45\"",
    "2024-01-02T19:30 75 FREQ=WEEKLY;BYDAY=TU" },
  { "\"day\":0,\"time\":\"09:00\",\"end_time\":\"10:00\"",
    "2024-01-07T09:00 60 FREQ=WEEKLY;BYDAY=SU" },
  { "\"day\":\"2\",\"time\":\"7:30 pm\",\"end_time\":\"9pm\"",
    "2024-01-02T19:30 90 FREQ=WEEKLY;BYDAY=TU" },
  { "\"day\":[4,1],\"time\":\"12:00\",\"end_time\":\"13:00\"",
    "2024-01-01T12:00 60 FREQ=WEEKLY;BYDAY=MO,TH" },
  { "\"day\":[\"0\",\"saturday\"],\"time\":\"noon\",\"end_time\":\"13:00:00\"",
    "2024-01-06T12:00 60 FREQ=WEEKLY;BYDAY=SA,SU" },
  { "\"day\":5,\"time\":\"23:30\",\"end_time\":\"00:30\"",
    "2024-01-05T23:30 60 FREQ=WEEKLY;BYDAY=FR" },
  { "\"day\":5,\"time\":\"18:00\"", "2024-01-05T18:00 60 FREQ=WEEKLY;BYDAY=FR" },
  { "\"day\":5,\"time\":\"18:00\",\"end_time\":\"18:00\"",
    "2024-01-05T18:00 60 FREQ=WEEKLY;BYDAY=FR" },
  { "\"x\":1", "appointment" },
  { "\"day\":null,\"time\":\"\"", "appointment" },
  { "\"day\":3", "appointment" },
  { "\"day\":\"\",\"time\":\"19:00\"", "appointment" },
  { "\"day\":2,\"time\":\"25:00\"", "!“25:00” in “time”" },
  { "\"day\":2,\"time\":\"19:60\"", "!“19:60” in “time”" },
  { "\"day\":2,\"time\":\"19:00\",\"end_time\":\"late\"", "!“late” in “end_time”" },
  { "\"day\":2,\"time\":{\"hour\":19}", "!no time of day" },
  { "\"day\":2,\"time\":[19,30]", "!no time of day" },
  { "\"day\":7,\"time\":\"19:00\"", "!“7” is no day" },
  { "\"day\":-1,\"time\":\"19:00\"", "!“-1” is no day" },
  { "\"day\":2.5,\"time\":\"19:00\"", "!“2.5” is no day" },
  { "\"day\":true,\"time\":\"19:00\"", "!is no day" },
  { "\"day\":\"Blursday\",\"time\":\"19:00\"", "!“Blursday” is no day" },
  { "\"day\":{\"0\":1},\"time\":\"19:00\"", "!neither a day nor a list" },
  { "\"day\":[1,[2]],\"time\":\"19:00\"", "!neither a day nor a list" },
};

static void
test_times (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("[\n{\"name\":\"A\",\"slug\":\"a\",%s}]", times[i].fields);
      g_autoptr (FfImport) import = ff_test_import_parse (text);
      FfImportRow *row = ff_test_import_get_row (import, 0);

      g_test_message ("%s", times[i].fields);
      g_assert_cmpuint (row->line, ==, 2);
      if (*times[i].when == '!')
        {
          g_assert_null (row->meeting);
          g_assert_nonnull (row->refused);
          g_assert_nonnull (strstr (row->refused, times[i].when + 1));
        }
      else
        {
          g_autofree char *when = NULL;

          g_assert_cmpstr (row->refused, ==, NULL);
          when = ff_test_import_describe_when (row->meeting);
          g_assert_cmpstr (when, ==, times[i].when);
        }
    }
}

static const struct
{
  const char *name;
  const char *zone;
  gboolean remarked;
} zones[] = {
  { "Europe/London", "Europe/London", FALSE },
  { "US/Eastern", "America/New_York", TRUE },
  { "Pacific Standard Time", "America/Los_Angeles", TRUE },
  { "Eastern", "America/Vancouver", TRUE },
  { "EST", "America/Vancouver", TRUE },
  { "Mars/Olympus_Mons", "America/Vancouver", TRUE },
  { "../../etc/passwd", "America/Vancouver", TRUE },
  { "", "America/Vancouver", FALSE },
};

static void
test_zones (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("[{\"name\":\"A\",\"slug\":\"a\",\"day\":1,\"time\":\"19:00\","
                             "\"end_time\":\"20:00\",\"timezone\":\"%s\"}]",
                             zones[i].name);
      g_autoptr (FfImport) import = ff_test_import_parse (text);
      FfImportRow *row = ff_test_import_get_row (import, 0);

      g_test_message ("%s", zones[i].name);
      g_assert_nonnull (row->meeting);
      g_assert_cmpstr (ff_meeting_get_zone (row->meeting), ==, zones[i].zone);
      g_assert_cmpuint (row->remarks->len, ==, zones[i].remarked ? 1 : 0);
    }
}

/* One object with nearly all fields that the format has. */
static void
test_fields (void)
{
  g_autoptr (FfImport) import = ff_test_import_parse (
      "{\"meetings\":[{\"name\":\"Morning &amp; "
      "Tea\",\"slug\":\"morning\",\"day\":1,\"time\":\"07:00\","
      "\"end_time\":\"08:15\",\"timezone\":\"America/Toronto\",\"location\":\"Hall \u00b7 Room 4\","
      "\"location_notes\":\"<p>Ring the <b>bell</b></p><p>Lift at the back</p>\",\"address\":\"12 "
      "King St\","
      "\"city\":\"Toronto\",\"state\":\"ON\",\"postal_code\":\"M5V 1A1\",\"country\":\"Canada\","
      "\"region\":\"Downtown\",\"sub_region\":\"West\",\"latitude\":\"43.65\",\"longitude\":-79.38,"
      "\"approximate\":\"no\",\"conference_url\":\"https://zoom.us/j/9\","
      "\"conference_url_notes\":\"Passcode: 4321. Wait to be let in.\",\"conference_phone\":\"+1 "
      "416 555 0100\","
      "\"types\":[\"O\",\"X\",\"ZZZ\",\"ONL\"],\"notes\":\"Caf\u00e9<br>open<script>x()</script>\","
      "\"updated\":\"2026-02-03 04:05:06\",\"group\":\"Downtown group\",\"group_notes\":\"Since "
      "1999\","
      "\"website\":\"https://example.org\",\"email\":\"group@example.org\",\"phone\":\"555\","
      "\"district\":\"7\",\"contact_1_name\":\"Jo Smith\",\"contact_1_email\":\"jo@example.org\","
      "\"feedback_emails\":[\"web@example.org\"],\"venmo\":\"@tea\"}]}");
  FfImportRow *row = ff_test_import_get_row (import, 0);
  FfMeeting *meeting = row->meeting;
  FfVenue *venue;
  double latitude, longitude;
  const char *extra;

  g_assert_cmpstr (row->refused, ==, NULL);
  g_assert_cmpstr (row->title, ==, "Morning & Tea");
  venue = ff_meeting_get_venue (meeting);
  g_assert_cmpint (ff_venue_get_mode (venue), ==, FF_MODE_HYBRID);
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_NAME), ==, "Hall");
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_ROOM), ==, "Room 4");
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_ACCESS), ==,
                   "Ring the bell\nLift at the back");
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_ADDRESS), ==,
                   "12 King St, Toronto, ON M5V 1A1, Canada");
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_REGION), ==, "Downtown");
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_PASSCODE), ==, "4321");
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_LINK_NOTE), ==, "Wait to be let in.");
  g_assert_true (ff_venue_get_position (venue, &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (latitude, 43.65, 1e-9);
  g_assert_cmpfloat_with_epsilon (longitude, -79.38, 1e-9);
  g_assert_cmpstr (ff_meeting_get_text (meeting, FF_MEETING_NOTES), ==, "Café\nopen");
  g_assert_cmpstr (ff_meeting_get_types (meeting)[0], ==, "O");
  g_assert_cmpstr (ff_meeting_get_types (meeting)[1], ==, "X");
  g_assert_null (ff_meeting_get_types (meeting)[2]);
  g_assert_cmpint (ff_meeting_get_modified (meeting), ==, G_GINT64_CONSTANT (1770091506000000));
  g_assert_cmpstr (ff_group_get_text (row->group, FF_GROUP_PHONE), ==, "555");
  g_assert_cmpstr (ff_group_get_text (row->group, FF_GROUP_DISTRICT), ==, "7");
  g_assert_cmpuint (row->remarks->len, ==, 1);
  g_assert_nonnull (ff_test_import_find_remark (row, "“ZZZ”"));
  extra = ff_meeting_get_text (meeting, FF_MEETING_EXTRA);
  g_assert_nonnull (strstr (extra, "\"ZZZ\""));
  g_assert_nonnull (strstr (extra, "jo@example.org"));
  g_assert_nonnull (strstr (extra, "web@example.org"));
  g_assert_nonnull (strstr (extra, "@tea"));
  g_assert_nonnull (strstr (extra, "West"));
  g_assert_null (strstr (extra, "4321"));
}

/* The room is closed, and people meet online. */
static void
test_closed_room (void)
{
  g_autoptr (FfImport) import = ff_test_import_parse (
      "[{\"name\":\"A\",\"slug\":\"a\",\"location\":\"Hall\",\"types\":[\"TC\",\"D\"],"
      "\"conference_url\":\"https://zoom.us/j/9\"}]");
  FfMeeting *meeting = ff_test_import_get_row (import, 0)->meeting;

  g_assert_cmpint (ff_venue_get_mode (ff_meeting_get_venue (meeting)), ==, FF_MODE_ONLINE);
  g_assert_false (ff_meeting_has_type (meeting, "TC"));
  g_assert_true (ff_meeting_has_type (meeting, "D"));
}

/* One is wrong, and the others go in. */
static void
test_bad_rows (void)
{
  g_autofree char *deep = g_strnfill (200, '[');
  g_autofree char *deep_end = g_strnfill (200, ']');
  g_autofree char *huge = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (GString) text = g_string_new ("\xEF\xBB\xBF[\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfImport) import = NULL;
  const struct
  {
    guint line;
    const char *refused; /* (nullable): a part */
    const char *remark;  /* (nullable) */
  } rows[] = {
    { 2, NULL, NULL },
    { 3, "no name", NULL },
    { 4, "as is that of line 2", NULL },
    { 5, "no object", NULL },
    { 6, "nested too deeply", NULL },
    { 7, "not in UTF-8", NULL },
    { 8, "not in UTF-8", NULL },
    { 9, "is no JSON", NULL },
    { 10, NULL, "“notes” is no text" },
    { 11, NULL, "was cut there" },
    { 12, NULL, "was cut there" },
    { 13, "longer than 255", NULL },
    { 14, NULL, "no place on the earth" },
    { 15, NULL, "more in fields of its own" },
    { 16, "no name", NULL },
    { 17, NULL, NULL },
  };

  g_string_append (text, "{\"name\":\"A\",\"slug\":\"a\"},\r\n");
  g_string_append (text, "{\"slug\":\"b\"},\r\n");
  g_string_append (text, "{\"name\":\"C\",\"slug\":\"a\"},\r\n");
  g_string_append (text, "17,\r\n");
  g_string_append_printf (text, "{\"name\":\"D\",\"x\":%s%s},\r\n", deep, deep_end);
  g_string_append (text, "{\"name\":\"E\xFF\xFE\"},\r\n");
  g_string_append_len (text, "{\"name\":\"F\0G\"},\r\n", 17);
  g_string_append (text, "{\"name\" \"H\"},\r\n");
  g_string_append (
      text, "{\"name\":\"I\",\"slug\":\"i\",\"notes\":{\"a\":1},\"region\":[1],\"types\":7},\r\n");
  g_string_append_printf (text, "{\"name\":\"%.300s\",\"slug\":\"j\"},\r\n", huge);
  g_string_append_printf (text, "{\"name\":\"K\",\"slug\":\"k\",\"notes\":\"%s\"},\r\n", huge);
  g_string_append_printf (text, "{\"name\":\"L\",\"slug\":\"%.300s\"},\r\n", huge);
  g_string_append (text,
                   "{\"name\":\"M\",\"slug\":\"m\",\"latitude\":91,\"longitude\":\"x\"},\r\n");
  g_string_append_printf (text, "{\"name\":\"N\",\"slug\":\"n\",\"own\":\"%s\"},\r\n", huge);
  g_string_append (text, "{\"name\":[\"O\"],\"slug\":\"o\"},\r\n");
  g_string_append (text, "{\"name\":\"P\"}\r\n]\r\n");
  import = ff_test_import_parse_bytes (text->str, text->len, FF_FORMAT_UNKNOWN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->rows->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FfImportRow *row = ff_test_import_get_row (import, i);

      g_test_message ("line %u: %s", row->line, row->refused);
      g_assert_cmpuint (row->line, ==, rows[i].line);
      g_assert_nonnull (row->title);
      g_assert_true ((row->refused == NULL) == (rows[i].refused == NULL));
      g_assert_true ((row->meeting == NULL) == (rows[i].refused != NULL));
      if (rows[i].refused != NULL)
        g_assert_nonnull (strstr (row->refused, rows[i].refused));
      if (rows[i].remark != NULL)
        g_assert_nonnull (ff_test_import_find_remark (row, rows[i].remark));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/listings-read/times", test_times);
  g_test_add_func ("/listings-read/zones", test_zones);
  g_test_add_func ("/listings-read/fields", test_fields);
  g_test_add_func ("/listings-read/closed-room", test_closed_room);
  g_test_add_func ("/listings-read/bad-rows", test_bad_rows);

  return g_test_run ();
}
