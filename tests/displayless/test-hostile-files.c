/* test-hostile-files.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of every format, damaged at random: whatever is taken from them can be kept, written and read again, in any locale.
 */

#include <locale.h>
#include <string.h>

#include "ff-export.h"
#include "ff-import-plan.h"
#include "ff-schedule-repository.h"
#include "ff-test-schedule.h"

#define DAMAGED_FILES (g_test_thorough () ? 4000 : 100)
#define PASSCODE "Pass-4711-code"
#define REMARK "Remark-for-ourselves"

static const FfFormat formats[]
    = { FF_FORMAT_ICALENDAR, FF_FORMAT_MEETING_GUIDE, FF_FORMAT_TSML_CSV, FF_FORMAT_BMLT };

/* What breaks readers, put in anywhere. */
static const char *const hostile[] = {
  "25:00",
  "24:00",
  "-1",
  "99999999999999999999",
  "1e999",
  "NaN",
  "-0",
  "0x7f",
  "1,5",
  "\"",
  "\\",
  "\\u0000",
  "\\ud800",
  "\n",
  "\r",
  "\r\n ",
  ",",
  ";",
  "[",
  "{",
  "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
  "null",
  "true",
  "{}",
  "[]",
  "\xff\xfe",
  "\xc3",
  "\xef\xbb\xbf",
  "\xf0\x9f\x98\x80",
  "\xe2\x80\xae",
  "\x01",
  "FREQ=SECONDLY",
  "COUNT=1000000000",
  "INTERVAL=0",
  "INTERVAL=2147483648",
  "BYDAY=53MO",
  "BYMONTHDAY=31;BYMONTH=2",
  "UNTIL=99991231T235959Z",
  "UNTIL=00000000",
  "19000101T000000",
  "22001231T235900",
  "20240229T000000",
  "Eastern",
  "TZID=",
  "PT1000000H",
  "-PT1H",
  "P9999999999W",
  "<b>",
  "<script>",
  "&#x0;",
  "&#1114112;",
  "&amp;&amp;",
  "%00",
  "http://[",
  "javascript:alert(1)",
  "BEGIN:VEVENT\r\n",
  "END:VEVENT\r\n",
  "BEGIN:VALARM\r\n",
  "RDATE:20260101T000000,20260101T000000\r\n",
  "EXDATE:\r\n",
  "I",
  "İ",
  "ı",
};

static FfGroup *
make_group (void)
{
  FfGroup *group = ff_group_new ("group-1");

  ff_group_set_name (group, "İstanbul Island Group");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_set_language (group, "en");
  ff_group_set_text (group, FF_GROUP_REGION, "Island");
  ff_group_set_text (group, FF_GROUP_EMAIL, "island@example.org");
  return group;
}

static FfMeeting *
make_meeting (const char *uid, const char *start, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new (uid);
  FfVenue *venue = ff_meeting_get_venue (meeting);
  const char *const types[] = { "BE", "X", NULL };
  FfWallTime first;

  g_assert_true (ff_wall_time_parse (start, &first, NULL));
  ff_meeting_set_group (meeting, "group-1");
  ff_meeting_set_title (meeting, "Island, “Tuesday”; online");
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_minutes (meeting, 75);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_types (meeting, types);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Ring twice.\nBring a cup.");
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS, REMARK);
  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_text (venue, FF_VENUE_NAME, "Island Hall");
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, "12 Main St, Victoria, BC V8V 1A1, Canada");
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://zoom.us/j/123456789?pwd=" PASSCODE);
  ff_venue_set_text (venue, FF_VENUE_LINK_NOTE, "Ask for the host");
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, PASSCODE);
  ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 250 555 0100");
  ff_venue_set_position (venue, 48.428421, -123.365644);
  return meeting;
}

static FfSchedule *
make_schedule (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (g_object_unref);
  const FfWallTime date = { 2026, 12, 1, 19, 0 };
  FfOverride *moved = ff_override_new ("m-weekly", &date);

  g_ptr_array_add (groups, make_group ());
  g_ptr_array_add (meetings, make_meeting ("m-weekly", "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU"));
  g_ptr_array_add (meetings, make_meeting ("m-once", "2028-02-29T02:30", NULL));
  ff_override_set_note (moved, "At the other door");
  g_ptr_array_add (overrides, moved);
  return ff_schedule_new (groups, meetings, overrides, NULL);
}

static char *
write_schedule (FfSchedule *schedule, FfFormat format)
{
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 22, 0, 0, 0);
  const FfExportOptions options = { .format = format, .from = from };
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) error = NULL;
  char *text = ff_export_write (schedule, &options, &remarks, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strstr (text, PASSCODE));
  g_assert_null (strstr (text, REMARK));
  return text;
}

static void
damage (GString *text, GRand *rand)
{
  const gsize at = text->len > 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) text->len) : 0;
  const gsize some = (gsize) g_rand_int_range (rand, 1, 60);
  const gsize length = MIN (text->len - at, some);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (text->len > 0)
        text->str[at] = (char) g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 2:
      {
        g_autofree char *piece = g_strndup (text->str + at, length);

        g_string_insert (text, g_rand_int_range (rand, 0, (gint32) text->len + 1), piece);
      }
      break;
    case 3:
      if (g_rand_int_range (rand, 0, 8) == 0)
        g_string_truncate (text, at);
      break;
    default:
      {
        const char *piece = hostile[g_rand_int_range (rand, 0, G_N_ELEMENTS (hostile))];

        if (g_rand_boolean (rand))
          g_string_erase (text, (gssize) at, (gssize) MIN (length, strlen (piece)));
        g_string_insert (text, (gssize) at, piece);
      }
    }
}

static const FfImportDefaults defaults
    = { .programme = "four-points", .zone = "Europe/London", .language = "en" };

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_meeting (FfMeeting *meeting)
{
  check_text (ff_meeting_get_uid (meeting));
  check_text (ff_meeting_get_title (meeting));
  check_text (ff_meeting_get_zone (meeting));
  check_text (ff_meeting_get_rule (meeting));
  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    check_text (ff_meeting_get_text (meeting, (FfMeetingText) i));
  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    check_text (ff_venue_get_text (ff_meeting_get_venue (meeting), (FfVenueText) i));
}

static void
check_row (FfImportRow *row)
{
  check_text (row->title);
  g_assert_true ((row->refused != NULL) != (row->meeting != NULL));
  check_text (row->refused);
  for (guint i = 0; i < row->remarks->len; i++)
    check_text (g_ptr_array_index (row->remarks, i));
  if (row->meeting != NULL)
    check_meeting (row->meeting);
  if (row->group != NULL)
    check_text (ff_group_get_name (row->group));
  for (guint i = 0; row->overrides != NULL && i < row->overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (row->overrides, i);

      check_text (ff_override_get_note (override));
      check_text (ff_override_get_place (override));
      check_text (ff_override_get_link (override));
    }
}

static FfImportPlan *
plan (GBytes *bytes, FfFormat format, FfSchedule *schedule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfImport) import
      = ff_import_parse (bytes, "hostile", format, &defaults, NULL, NULL, NULL, &error);

  if (import == NULL)
    {
      g_assert_nonnull (error);
      check_text (error->message);
      return NULL;
    }
  for (guint i = 0; i < import->rows->len; i++)
    check_row (g_ptr_array_index (import->rows, i));
  return ff_import_plan_new (import, schedule, &defaults, NULL);
}

static FfScheduleEdit *
make_edit (FfImportPlan *plan)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  for (guint i = 0; i < plan->groups->len; i++)
    ff_schedule_edit_save_group (edit, g_ptr_array_index (plan->groups, i));
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FfImportStep *step = g_ptr_array_index (plan->steps, i);

      if (step->change != FF_IMPORT_ADDED && step->change != FF_IMPORT_CHANGED)
        continue;
      ff_schedule_edit_save_meeting (edit, step->meeting);
      for (guint j = 0; step->overrides != NULL && j < step->overrides->len; j++)
        ff_schedule_edit_save_override (edit, g_ptr_array_index (step->overrides, j));
    }
  return edit;
}

/* Once more, nothing is new. */
static void
check_again (GBytes *bytes, FfFormat format, FfStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) stored = ff_schedule_repository_read (store, NULL, &error);
  g_autoptr (FfImportPlan) again = NULL;

  g_assert_no_error (error);
  again = plan (bytes, format, stored);
  g_assert_cmpuint (again->counts[FF_IMPORT_ADDED], ==, 0);
  g_assert_cmpuint (again->counts[FF_IMPORT_CHANGED], ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = write_schedule (stored, formats[i]);

      g_assert_nonnull (text);
    }
}

static void
check_file (const GString *text, FfFormat format, FfStore *store)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (FfSchedule) empty = ff_schedule_repository_read (store, NULL, NULL);
  g_autoptr (FfImportPlan) planned = plan (bytes, format, empty);
  FfScheduleEdit *edit;
  guint64 step;

  if (planned == NULL)
    return;
  edit = make_edit (planned);
  step = ff_test_apply (store, edit);
  check_again (bytes, format, store);
  ff_test_undo (store, step);
}

static void
test_damaged (gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_UINT (data);
  g_autofree char *folder = ff_test_make_folder ();
  FfStore *store = ff_test_open (folder);
  g_autoptr (FfSchedule) schedule = make_schedule ();
  g_autofree char *whole = write_schedule (schedule, format);
  const char *one = g_getenv ("FF_TEST_FILE");

  for (int i = one != NULL ? atoi (one) : 0; i < (one != NULL ? atoi (one) + 1 : DAMAGED_FILES);
       i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) i);
      g_autoptr (GString) text = g_string_new (whole);

      for (int times = g_rand_int_range (rand, 0, 6); times > 0; times--)
        damage (text, rand);
      g_test_message ("file %d", i);
      if (one != NULL)
        g_test_message ("%s", text->str);
      check_file (text, format, store);
    }
  ff_test_close (store);
  ff_test_remove_folder (folder);
}

#define LONE_DATE(date)                                                                            \
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261124T190000Z\r\n"                       \
  "RECURRENCE-ID:" date "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

/* Where only the beginning of a text is taken, it does not end in half a letter. */
static void
test_half_letters (void)
{
  static const struct
  {
    FfFormat format;
    const char *text;
  } files[] = {
    { FF_FORMAT_ICALENDAR, LONE_DATE ("2026112T190000-day-é") },
    { FF_FORMAT_ICALENDAR, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n"
                           "DTSTART:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé\r\n"
                           "END:VEVENT\r\nEND:VCALENDAR\r\n" },
    { FF_FORMAT_ICALENDAR,
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261124T190000Z\r\n"
      "RRULE:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé\r\n"
      "END:VEVENT\r\nEND:VCALENDAR\r\n" },
    { FF_FORMAT_MEETING_GUIDE,
      "[{\"name\": \"x\"é}, {\"name\": \"Ü\", \"day\": 1, \"time\": \"19:00\"é: 1}]" },
  };
  g_autofree char *folder = ff_test_make_folder ();
  FfStore *store = ff_test_open (folder);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GString) text = g_string_new (files[i].text);

      check_file (text, files[i].format, store);
    }
  ff_test_close (store);
  ff_test_remove_folder (folder);
}

/* A comma is no decimal point in a file, and “I” is no “ı”. */
static void
test_locales (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "tr_TR.UTF-8" };
  g_autoptr (FfSchedule) schedule = make_schedule ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *plain = write_schedule (schedule, formats[i]);

      for (guint j = 0; j < G_N_ELEMENTS (locales); j++)
        {
          g_autofree char *text = NULL;
          g_autoptr (GBytes) bytes = g_bytes_new (plain, strlen (plain));
          g_autoptr (FfImport) import = NULL;
          FfImportRow *row;
          double latitude, longitude;

          if (setlocale (LC_ALL, locales[j]) == NULL)
            {
              g_test_message ("no %s here", locales[j]);
              continue;
            }
          text = write_schedule (schedule, formats[i]);
          import
              = ff_import_parse (bytes, "x", FF_FORMAT_UNKNOWN, &defaults, NULL, NULL, NULL, NULL);
          setlocale (LC_ALL, "C.UTF-8");
          g_assert_cmpstr (text, ==, plain);
          g_assert_cmpint (import->format, ==, formats[i]);
          row = g_ptr_array_index (import->rows, 0);
          g_assert_cmpstr (row->refused, ==, NULL);
          g_assert_true (
              ff_venue_get_position (ff_meeting_get_venue (row->meeting), &latitude, &longitude));
          g_assert_cmpfloat_with_epsilon (latitude, 48.428421, 1e-6);
          g_assert_cmpfloat_with_epsilon (longitude, -123.365644, 1e-6);
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strdup_printf ("/hostile-files/%s", ff_format_get_id (formats[i]));

      g_test_add_data_func (name, GUINT_TO_POINTER (formats[i]), test_damaged);
    }
  g_test_add_func ("/hostile-files/half-letters", test_half_letters);
  g_test_add_func ("/hostile-files/locales", test_locales);
  return g_test_run ();
}
