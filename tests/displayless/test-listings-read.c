/* test-listings-read.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Listings as the world writes them: what is taken, what is refused and why.
 */

#include <string.h>

#include "ff-import.h"

static const FfImportDefaults defaults
    = { .programme = "four-point", .zone = "America/Vancouver", .language = "en" };

static FfImport *
parse_bytes (const char *text, gsize length, FfFormat format, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return ff_import_parse (bytes, "list.json", format, &defaults, NULL, NULL, NULL, error);
}

static FfImport *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfImport *import = parse_bytes (text, strlen (text), FF_FORMAT_UNKNOWN, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

static FfImportRow *
get_row (FfImport *import, guint position)
{
  g_assert_cmpuint (position, <, import->rows->len);
  return g_ptr_array_index (import->rows, position);
}

static char *
describe_when (FfMeeting *meeting)
{
  g_autofree char *start = ff_wall_time_to_string (ff_meeting_get_start (meeting));

  if (ff_meeting_get_by_appointment (meeting))
    return g_strdup ("appointment");
  return g_strdup_printf ("%s %u %s", start, ff_meeting_get_minutes (meeting),
                          ff_meeting_get_rule (meeting));
}

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
      g_autoptr (FfImport) import = parse (text);
      FfImportRow *row = get_row (import, 0);

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
          when = describe_when (row->meeting);
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
      g_autoptr (FfImport) import = parse (text);
      FfImportRow *row = get_row (import, 0);

      g_test_message ("%s", zones[i].name);
      g_assert_nonnull (row->meeting);
      g_assert_cmpstr (ff_meeting_get_zone (row->meeting), ==, zones[i].zone);
      g_assert_cmpuint (row->remarks->len, ==, zones[i].remarked ? 1 : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/listings-read/times", test_times);
  g_test_add_func ("/listings-read/zones", test_zones);

  return g_test_run ();
}
