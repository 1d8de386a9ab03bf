/* test-listings-forms.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Listings as wholes: tables, other services' forms, files that are none, large ones, and damage at random.
 */

#include "ff-test-import.h"

static const struct
{
  const char *text;
  int code;
  const char *says;
} wholes[] = {
  { "", G_IO_ERROR_INVALID_DATA, "is empty" },
  { "\xEF\xBB\xBF", G_IO_ERROR_INVALID_DATA,
    "not understood|none of the formats|is empty|breaks off" },
  { "\xFF\xFE[", G_IO_ERROR_INVALID_DATA, "UTF-16" },
  { "<html>", G_IO_ERROR_NOT_SUPPORTED, "none of the formats" },
  { "A,B,C\n1,2,3\n", G_IO_ERROR_NOT_SUPPORTED, "none of the formats" },
  { "[\n{\"name\":\"A\",\"slug\"", G_IO_ERROR_PARTIAL_INPUT, "line 2, column 19" },
  { "[{\"name\":\"A", G_IO_ERROR_PARTIAL_INPUT, "breaks off at line 1" },
  { "[{\"name\":\"A\"}", G_IO_ERROR_PARTIAL_INPUT, "breaks off" },
  { "[{\"name\":\"A\"},\n", G_IO_ERROR_PARTIAL_INPUT, "line 2" },
  { "[{\"name\":\"A\"}}]", G_IO_ERROR_INVALID_DATA, "line 1, column 14" },
  { "[{}] and more", G_IO_ERROR_INVALID_DATA, "not understood" },
  { "{\"a\":1}", G_IO_ERROR_INVALID_DATA, "no list “meetings”" },
  { "{\"meetings\":{}}", G_IO_ERROR_INVALID_DATA, "no list “meetings”" },
};

static void
test_wholes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImport) import
          = ff_test_import_parse_bytes (wholes[i].text, strlen (wholes[i].text), FF_FORMAT_UNKNOWN,
                                        &error);
      g_auto (GStrv) parts = g_strsplit (wholes[i].says, "|", -1);
      gboolean said = FALSE;

      g_test_message ("%s: %s", wholes[i].text, error != NULL ? error->message : "taken");
      g_assert_null (import);
      for (char **part = parts; *part != NULL; part++)
        said = said || strstr (error->message, *part) != NULL;
      g_assert_true (said);
      if (parts[1] == NULL)
        g_assert_error (error, G_IO_ERROR, wholes[i].code);
    }
}

/* “;”, CRLF, a mark at the beginning, lines within a cell; and rows that are wrong. */
static void
test_table (void)
{
  static const char text[]
      = "\xEF\xBB\xBFTime;End Time;Day;Name;Location;Address;Types;Notes;Slug;Contact 1 "
        "Name;Own\r\n"
        "7:30 pm;9:00 pm;Tuesday;One;Hall;\"1 Main St; Upper\";\"Open, Wheelchair Access, "
        "Odd\";\"a\r\nb \"\"c\"\"\";one;Jo Smith;x\r\n"
        "25:00;;Monday;Two;;;;;two;;\r\n"
        ";;;Three\r\n"
        "\r\n"
        "19:00;20:00;Friday;Four;Hall;;;;one;;\r\n"
        "19:00;20:00;Friday;Five;Hall;;;;five;;;;surplus\r\n"
        "19:00;20:00;Friday;Six\xFF;;;;;six;;\r\n"
        "19:00;20:00;Friday;\"Seven;;;;;seven;;\r\n"
        "12:00;13:00;Sunday;Eight;;;;;eight;;\r\n";
  g_autoptr (FfImport) import = ff_test_import_parse (text);
  static const struct
  {
    guint line;
    const char *refused;
  } rows[] = {
    { 2, NULL },           { 4, "“25:00”" },      { 5, NULL },          { 7, "that of line 2" },
    { 8, "more columns" }, { 9, "not in UTF-8" }, { 10, "has no end" }, { 11, NULL },
  };
  FfImportRow *one = ff_test_import_get_row (import, 0);

  g_assert_cmpint (import->format, ==, FF_FORMAT_TSML_CSV);
  g_assert_cmpuint (import->rows->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FfImportRow *row = ff_test_import_get_row (import, i);

      g_test_message ("line %u: %s", row->line, row->refused);
      g_assert_cmpuint (row->line, ==, rows[i].line);
      g_assert_true ((row->refused == NULL) == (rows[i].refused == NULL));
      if (rows[i].refused != NULL)
        g_assert_nonnull (strstr (row->refused, rows[i].refused));
    }
  g_assert_cmpstr (ff_meeting_get_text (one->meeting, FF_MEETING_NOTES), ==, "a\nb \"c\"");
  g_assert_true (ff_meeting_has_type (one->meeting, "X"));
  g_assert_cmpstr (ff_venue_get_text (ff_meeting_get_venue (one->meeting), FF_VENUE_ADDRESS), ==,
                   "1 Main St; Upper");
  g_assert_nonnull (ff_test_import_find_remark (one, "“Odd”"));
  g_assert_nonnull (strstr (ff_meeting_get_text (one->meeting, FF_MEETING_EXTRA), "\"Own\":\"x\""));
  g_assert_true (ff_meeting_get_by_appointment (ff_test_import_get_row (import, 2)->meeting));
}

static void
test_table_wholes (void)
{
  static const char *const texts[][2] = {
    { "\"Name,Day,Time\nA,Monday,19:00\n", "quotation mark in the first line" },
    { "Day,Time,Slug\nMonday,19:00,a\n", "no column “Name”" },
    { "Day\xFF,Name\nMonday,a\n", "not in UTF-8" },
    { "\n\n", "no first line" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImport) import = ff_test_import_parse_bytes (texts[i][0], strlen (texts[i][0]),
                                                                FF_FORMAT_TSML_CSV, &error);

      g_assert_null (import);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, texts[i][1]));
    }
}

static void
test_bmlt (void)
{
  g_autoptr (FfImport) import = ff_test_import_parse (
      "[{\"id_bigint\":\"17\",\"weekday_tinyint\":\"1\",\"venue_type\":\"2\",\"start_"
      "time\":\"23:00:00\","
      "\"duration_time\":\"01:30:00\",\"time_zone\":\"\",\"formats\":\"O,WC,VM,A,XYZ\","
      "\"meeting_name\":\"Late\","
      "\"location_text\":\"Hall\",\"location_street\":\"5 Oak "
      "St\",\"location_municipality\":\"Hope\","
      "\"location_province\":\"BC\",\"comments\":\"Note\",\"virtual_meeting_link\":"
      "\"https://zoom.us/j/5\","
      "\"phone_meeting_number\":\"\",\"latitude\":\"49.3\",\"longitude\":\"-121.4\","
      "\"worldid_mixed\":\"G1\"},\n"
      "{\"id_bigint\":18,\"weekday_tinyint\":9,\"start_time\":\"19:00:00\",\"meeting_"
      "name\":\"Bad day\"},\n"
      "{\"id_bigint\":19,\"weekday_tinyint\":2,\"start_time\":\"99:00:00\",\"meeting_"
      "name\":\"Bad time\"},\n"
      "{\"id_bigint\":20,\"weekday_tinyint\":2,\"start_time\":\"19:00\",\"duration_time\":"
      "\"x\",\"meeting_name\":\"Bad\"},\n"
      "{\"id_bigint\":21,\"weekday_tinyint\":0,\"start_time\":\"19:00\",\"meeting_name\":"
      "\"No such day\"},\n"
      "{\"id_bigint\":22,\"meeting_name\":\"Online\",\"venue_type\":2,\"virtual_meeting_"
      "link\":\"https://z.us/1\"}]");
  FfMeeting *late = ff_test_import_get_row (import, 0)->meeting;
  FfVenue *venue = ff_meeting_get_venue (late);
  g_autofree char *when = ff_test_import_describe_when (late);

  g_assert_cmpint (import->format, ==, FF_FORMAT_BMLT);
  g_assert_cmpstr (when, ==, "2024-01-07T23:00 90 FREQ=WEEKLY;BYDAY=SU");
  g_assert_cmpstr (ff_meeting_get_text (late, FF_MEETING_SLUG), ==, "bmlt-17");
  g_assert_cmpint (ff_venue_get_mode (venue), ==, FF_MODE_ONLINE);
  g_assert_cmpstr (ff_venue_get_text (venue, FF_VENUE_ADDRESS), ==, "5 Oak St, Hope, BC");
  g_assert_true (ff_meeting_has_type (late, "X") && ff_meeting_has_type (late, "O"));
  g_assert_false (ff_meeting_has_type (late, "A") || ff_meeting_has_type (late, "TC"));
  g_assert_nonnull (ff_test_import_find_remark (ff_test_import_get_row (import, 0), "“XYZ”"));
  g_assert_nonnull (strstr (ff_test_import_get_row (import, 1)->refused, "weekday_tinyint 9"));
  g_assert_nonnull (strstr (ff_test_import_get_row (import, 2)->refused, "99:00:00"));
  g_assert_nonnull (strstr (ff_test_import_get_row (import, 3)->refused, "“x”"));
  g_assert_nonnull (strstr (ff_test_import_get_row (import, 4)->refused, "weekday_tinyint 0"));
  g_assert_false (ff_meeting_has_type (ff_test_import_get_row (import, 5)->meeting, "TC"));
}

/* A country's list; G_TEST_SLOW says how long each took. */
static char *
make_list (FfFormat format, guint n_rows)
{
  g_autoptr (GString) text = g_string_new (
      format == FF_FORMAT_TSML_CSV ? "Day,Time,End Time,Name,Slug,Location,Types,Notes,Group\r\n"
                                   : "[");

  for (guint i = 0; i < n_rows; i++)
    {
      if (format == FF_FORMAT_TSML_CSV)
        g_string_append_printf (text,
                                "Monday,19:%02u,20:30,Name %u,slug-%u,\"Hall, upper %u\",\"Open, "
                                "Discussion\",<p>Notes &amp; more</p>,Group %u\r\n",
                                i % 60, i, i, i, i / 4);
      else if (format == FF_FORMAT_BMLT)
        g_string_append_printf (
            text,
            "%s{\"id_bigint\":\"%u\",\"weekday_tinyint\":\"%u\",\"start_time\":\"19:%02u:00\","
            "\"duration_time\":\"01:00:00\",\"meeting_name\":\"Name %u\",\"formats\":\"O,D,WC\","
            "\"location_text\":\"Hall\",\"location_street\":\"%u Main St\",\"own\":\"x\"}\n",
            i > 0 ? "," : "", i, i % 7 + 1, i % 60, i, i);
      else
        g_string_append_printf (
            text,
            "%s{\"name\":\"Name "
            "%u\",\"slug\":\"slug-%u\",\"day\":[%u],\"time\":\"19:%02u\",\"end_time\":\"20:30\","
            "\"timezone\":\"America/Toronto\",\"formatted_address\":\"%u Main "
            "St\",\"types\":[\"O\",\"D\",\"X\"],"
            "\"notes\":\"<p>Notes &amp; more</p>\",\"conference_url\":\"https://zoom.us/j/1\","
            "\"conference_url_notes\":\"Password: 123%u\",\"group\":\"Group %u\",\"own\":\"x\"}\n",
            i > 0 ? "," : "", i, i, i % 7, i % 60, i, i, i / 4);
    }
  if (format != FF_FORMAT_TSML_CSV)
    g_string_append_c (text, ']');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_many (void)
{
  static const FfFormat formats[] = { FF_FORMAT_MEETING_GUIDE, FF_FORMAT_TSML_CSV, FF_FORMAT_BMLT };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = make_list (formats[i], 10000);
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (FfImport) import = ff_test_import_parse (text);
      const double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

      g_assert_cmpint (import->format, ==, formats[i]);
      g_assert_cmpuint (import->rows->len, ==, 10000);
      for (guint j = 0; j < import->rows->len; j++)
        g_assert_nonnull (ff_test_import_get_row (import, j)->meeting);
      g_test_message ("%s: 10,000 rows in %.2f s", ff_format_get_id (formats[i]), seconds);
      g_assert_cmpfloat (seconds, <, 10);
    }
}

static void
count (double fraction, gpointer user_data)
{
  guint *n_calls = user_data;

  g_assert_true (fraction >= 0 && fraction <= 1);
  (*n_calls)++;
}

static void
cancel (double fraction, gpointer user_data)
{
  if (fraction > 0.25)
    g_cancellable_cancel (user_data);
}

static void
test_progress (void)
{
  g_autofree char *text = make_list (FF_FORMAT_MEETING_GUIDE, 1000);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FfImport) import = NULL;
  g_autoptr (FfImport) cancelled = NULL;
  guint n_calls = 0;

  import = ff_import_parse (bytes, "a", FF_FORMAT_UNKNOWN, &ff_test_import_defaults, cancellable,
                            count, &n_calls, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_calls, >, 10);
  cancelled = ff_import_parse (bytes, "a", FF_FORMAT_UNKNOWN, &ff_test_import_defaults, cancellable,
                               cancel, cancellable, &error);
  g_assert_null (cancelled);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The same file always says the same. */
static void
test_slugs_made_up (void)
{
  static const char text[]
      = "[{\"name\":\"Tee für alle\",\"day\":2,\"time\":\"19:00\",\"end_time\":\"20:00\"},"
        "{\"name\":\"Tee für alle\",\"day\":2,\"time\":\"19:00\",\"end_time\":\"20:00\"}]";
  g_autoptr (FfImport) import = ff_test_import_parse (text);

  g_assert_cmpstr (ff_meeting_get_text (ff_test_import_get_row (import, 0)->meeting,
                                        FF_MEETING_SLUG),
                   ==, "tee-fur-alle-2-1900");
  g_assert_cmpstr (ff_meeting_get_text (ff_test_import_get_row (import, 1)->meeting,
                                        FF_MEETING_SLUG),
                   ==, "tee-fur-alle-2-1900-2");
}

/* Whatever happens to a file on its way, it is read or refused, and every row says why. */
static void
test_mutations (void)
{
  static const FfFormat formats[] = { FF_FORMAT_MEETING_GUIDE, FF_FORMAT_TSML_CSV, FF_FORMAT_BMLT };
  static const char bytes[] = "\"\\[]{},:;\n\r\t\0\xFF<&0-9e.x";
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_taken = 0, n_refused = 0;

  for (guint i = 0; i < 900; i++)
    {
      const FfFormat format = formats[i % G_N_ELEMENTS (formats)];
      g_autofree char *text = make_list (format, 12);
      gsize length = strlen (text);
      const int n_changes = g_rand_int_range (rand, 1, 8);
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImport) import = NULL;

      for (int j = 0; j < n_changes; j++)
        text[g_rand_int_range (rand, 0, (gint32) length)]
            = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];
      if (i % 5 == 0)
        length = (gsize) g_rand_int_range (rand, 1, (gint32) length);
      import = ff_test_import_parse_bytes (text, length, format, &error);
      g_assert_true ((import == NULL) == (error != NULL));
      for (guint j = 0; import != NULL && j < import->rows->len; j++)
        {
          FfImportRow *row = ff_test_import_get_row (import, j);

          g_assert_true ((row->meeting == NULL) == (row->refused != NULL));
          g_assert_cmpuint (row->line, >, 0);
          n_taken += row->meeting != NULL ? 1 : 0;
          n_refused += row->meeting == NULL ? 1 : 0;
        }
    }
  g_test_message ("%u rows taken, %u refused", n_taken, n_refused);
  g_assert_cmpuint (n_taken, >, 1000);
  g_assert_cmpuint (n_refused, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/listings-forms/wholes", test_wholes);
  g_test_add_func ("/listings-forms/table", test_table);
  g_test_add_func ("/listings-forms/table-wholes", test_table_wholes);
  g_test_add_func ("/listings-forms/bmlt", test_bmlt);
  g_test_add_func ("/listings-forms/many", test_many);
  g_test_add_func ("/listings-forms/progress", test_progress);
  g_test_add_func ("/listings-forms/slugs-made-up", test_slugs_made_up);
  g_test_add_func ("/listings-forms/mutations", test_mutations);

  return g_test_run ();
}
