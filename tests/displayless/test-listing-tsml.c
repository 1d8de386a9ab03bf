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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/listing-tsml/file/", files[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_file);
    }
  return g_test_run ();
}
