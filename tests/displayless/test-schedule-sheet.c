/* test-schedule-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule on paper: whole, in order, legible to people and to cameras, with nothing private on it.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "ff-catalogue.h"
#include "ff-pdf.h"
#include "ff-schedule-sheet.h"
#include "ff-test-boxes.h"

#define SECRET "Geheimnis"

typedef struct
{
  FfScheduleForm form;
  FfPaperSize size;
  const char *language;
  gboolean large_print;
  guint n_meetings;
} Case;

/* --- Meetings --- */

static FfGroup *
make_group (const char *name, FfSetting setting)
{
  FfGroup *group = ff_group_new (NULL);

  ff_group_set_name (group, name);
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_set_open (group, TRUE);
  ff_group_set_setting (group, setting);

  return group;
}

static FfMeeting *
make_meeting (FfGroup *group, const char *title, const char *start, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new (NULL);
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (start, &time, NULL));
  ff_meeting_set_group (meeting, ff_group_get_uid (group));
  ff_meeting_set_title (meeting, title);
  ff_meeting_set_start (meeting, &time);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");

  return meeting;
}

static void
set_venue (FfMeeting *meeting, FfMode mode, const char *link)
{
  g_autoptr (FfVenue) venue = ff_venue_new ();

  ff_venue_set_mode (venue, mode);
  if (mode != FF_MODE_ONLINE && mode != FF_MODE_PHONE)
    {
      ff_venue_set_text (venue, FF_VENUE_NAME, "St. Columba’s Hall");
      ff_venue_set_text (venue, FF_VENUE_ROOM, "Room 2");
      ff_venue_set_text (venue, FF_VENUE_ADDRESS, "1200 Commercial Drive, Vancouver BC");
      ff_venue_set_text (venue, FF_VENUE_ACCESS, "Step-free by the door on the lane");
    }
  if (mode != FF_MODE_IN_PERSON)
    {
      ff_venue_set_text (venue, FF_VENUE_LINK, link);
      ff_venue_set_text (venue, FF_VENUE_PASSCODE, SECRET);
      ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 604 555 0199");
    }
  ff_meeting_set_venue (meeting, venue);
}

/* Meetings of every kind, “M000x” and so on, with what must not be read on each. */
static FfSchedule *
make_schedule (guint n)
{
  static const char *const rules[] = {
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=WE",
    "FREQ=MONTHLY;BYDAY=2TH",
    "FREQ=WEEKLY",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=WEEKLY;BYDAY=FR;INTERVAL=2",
    NULL,
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=SA",
    "FREQ=WEEKLY;BYDAY=SU",
  };
  const char *const types[] = { "BE", "D", "X", "W", NULL };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (n, 3); i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %u", i);

      g_ptr_array_add (groups, make_group (name, FF_SETTING_COMMUNITY));
    }
  for (guint i = 0; i < n; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i % groups->len);
      g_autofree char *title = g_strdup_printf ("M%03ux Harbour evening", i);
      g_autofree char *link
          = g_strdup_printf ("https://meet.example.org/j/8%07u?pwd=" SECRET "%u", i, i);
      FfMeeting *meeting
          = make_meeting (group, title, "2026-11-24T19:00", rules[i % G_N_ELEMENTS (rules)]);
      FfOverride *override
          = ff_override_new (ff_meeting_get_uid (meeting), ff_meeting_get_start (meeting));

      set_venue (meeting, (FfMode) (i % 4), link);
      ff_meeting_set_types (meeting, types);
      ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "Key with " SECRET);
      ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Bring a cup.\nBring a friend.");
      ff_meeting_set_by_appointment (meeting, i % 20 == 19);
      ff_override_set_cancelled (override, TRUE);
      ff_override_set_note (override, SECRET);
      g_ptr_array_add (meetings, meeting);
      g_ptr_array_add (overrides, override);
    }

  return ff_schedule_new (groups, meetings, overrides, NULL);
}

static FfSchedule *
make_schedule_of (FfGroup *group, FfMeeting *meeting)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();

  g_ptr_array_add (groups, group);
  g_ptr_array_add (meetings, meeting);

  return ff_schedule_new (groups, meetings, NULL, NULL);
}

static FfSheet *
make_sheet (FfSchedule *schedule, FfScheduleStyle style)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) printed = g_date_time_new (zone, 2026, 11, 22, 10, 0, 0);

  style.printed = printed;
  if (style.language == NULL)
    style.language = "en";

  return ff_schedule_sheet_new (schedule, &style);
}

/* --- What other programs read --- */

static char *
run (const char *const *arguments, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *answer = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, NULL, &error));
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);

  return answer;
}

static char *
write_pdf (FfSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("fourfold-paper-XXXXXX", &error);
  char *path;

  g_assert_no_error (error);
  path = g_build_filename (folder, "schedule.pdf", NULL);
  g_ptr_array_add (sheets, sheet);
  g_assert_true (ff_pdf_write (sheets, 1, ff_sheet_get_title (sheet), path, &error));
  g_assert_no_error (error);

  return path;
}

static void
remove_pdf (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* All words in the order in which they were set, with one space between them. */
static char *
read_text (FfSheet *sheet)
{
  g_autofree char *path = write_pdf (sheet);
  const char *const arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  int status;
  g_autofree char *text = run (arguments, &status);
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

  g_assert_cmpint (status, ==, 0);
  remove_pdf (path);

  return g_regex_replace_literal (space, text, -1, 0, " ", 0, NULL);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    n++;

  return n;
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in: %s", words, text);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_says_not (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_test_message ("“%s” is in: %s", words, text);
  g_assert_null (strstr (text, words));
}

/* --- Tests --- */

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (FfSchedule) schedule = make_schedule (test->n_meetings);
  g_autoptr (FfSheet) sheet = make_sheet (schedule, (FfScheduleStyle) {
                                                        .form = test->form,
                                                        .size = test->size,
                                                        .language = test->language,
                                                        .large_print = test->large_print,
                                                    });
  g_autofree char *text = read_text (sheet);

  check_boxes (sheet);
  check_ink (sheet, 0);
  for (guint i = 0; i < test->n_meetings; i++)
    {
      g_autofree char *title = g_strdup_printf ("M%03ux", i);

      if (count (text, title) != 1)
        g_test_message ("%s stands there %u times", title, count (text, title));
      g_assert_cmpuint (count (text, title), ==, 1);
    }
  assert_says_not (text, SECRET);
  assert_says_not (text, "pwd");
}

/* The links that a camera reads on the pages, sorted and joined by line ends. */
static char *
scan (FfSheet *sheet)
{
  g_autofree char *path = write_pdf (sheet);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = g_build_filename (folder, "page", NULL);
  const char *const arguments[] = { "pdftoppm", "-r", "150", "-gray", path, prefix, NULL };
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  int status;
  g_autofree char *nothing = run (arguments, &status);

  g_assert_cmpint (status, ==, 0);
  dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *picture = g_build_filename (folder, name, NULL);
      const char *const reader[]
          = { "zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", picture, NULL };
      g_autofree char *read = NULL;
      g_auto (GStrv) lines = NULL;

      if (g_str_has_suffix (name, ".pdf"))
        continue;
      read = run (reader, &status);
      lines = g_strsplit (read, "\n", -1);
      for (gsize i = 0; lines[i] != NULL; i++)
        if (*lines[i] != '\0')
          g_ptr_array_add (links, g_strdup (lines[i]));
      g_unlink (picture);
    }
  remove_pdf (path);
  g_ptr_array_sort_values (links, (GCompareFunc) strcmp);
  g_ptr_array_add (links, NULL);

  return g_strjoinv ("\n", (char **) links->pdata);
}

static void
test_codes (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (8);

  for (FfScheduleForm form = 0; form < FF_N_SCHEDULE_FORMS; form++)
    for (gboolean arabic = FALSE; arabic <= TRUE; arabic++)
      {
        g_autoptr (FfSheet) sheet
            = make_sheet (schedule,
                          (FfScheduleStyle) { .form = form, .language = arabic ? "ar" : "en" });
        g_autofree char *links = scan (sheet);

        g_assert_cmpstr (links, ==,
                         "https://meet.example.org/j/80000001\n"
                         "https://meet.example.org/j/80000002\n"
                         "https://meet.example.org/j/80000003\n"
                         "https://meet.example.org/j/80000005\n"
                         "https://meet.example.org/j/80000006\n"
                         "https://meet.example.org/j/80000007");
      }
}

/* Long links make larger codes, and one that nobody could scan makes none; all of it is in print. */
static void
test_long_links (void)
{
  for (guint length = 60; length <= 600; length += 180)
    {
      g_autofree char *path = g_strnfill (length, 'a');
      g_autofree char *link = g_strconcat ("https://meet.example.org/", path, NULL);
      g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
      g_autoptr (FfMeeting) meeting = make_meeting (group, "", "2026-11-24T19:00", "FREQ=WEEKLY");
      g_autoptr (FfSchedule) schedule = NULL;
      g_autoptr (FfSheet) sheet = NULL;
      g_autofree char *links = NULL;

      set_venue (meeting, FF_MODE_ONLINE, link);
      schedule = make_schedule_of (group, meeting);
      sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LEAFLET });
      links = scan (sheet);
      g_assert_cmpstr (links, ==, length < 400 ? link : "");
      check_boxes (sheet);
    }
}

static void
test_code_size (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (8);
  guint n_codes = 0;

  for (FfScheduleForm form = 0; form < FF_N_SCHEDULE_FORMS; form++)
    {
      g_autoptr (FfSheet) sheet = make_sheet (schedule, (FfScheduleStyle) { .form = form });
      gsize n;
      const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

      for (gsize i = 0; i < n; i++)
        if (boxes[i].role == FF_SHEET_BOX_CODE)
          {
            n_codes++;
            g_assert_cmpfloat (boxes[i].width, >, 18 * POINTS_PER_MM);
            g_assert_cmpfloat_with_epsilon (boxes[i].width, boxes[i].height, TOLERANCE);
          }
    }
  g_assert_cmpuint (n_codes, ==, 6 * FF_N_SCHEDULE_FORMS);
}

static void
test_passcodes (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (2);
  g_autoptr (FfSheet) sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST,
                                                                        .with_passcodes = TRUE });
  g_autofree char *text = read_text (sheet);
  g_autofree char *links = scan (sheet);

  assert_says (text, "Passcode: " SECRET);
  assert_says_not (text, "Key with");
  g_assert_cmpstr (links, ==, "https://meet.example.org/j/80000001?pwd=" SECRET "1");
}

/* No telephones and no links in custody: they are of no use there, and not allowed. */
static void
test_custody (void)
{
  g_autoptr (FfGroup) group = make_group ("Inside", FF_SETTING_CUSTODY);
  g_autoptr (FfMeeting) meeting = make_meeting (group, "", "2026-11-24T19:00", "FREQ=WEEKLY");
  g_autoptr (FfSchedule) schedule = NULL;

  ff_group_set_text (group, FF_GROUP_WEBSITE, "https://inside.example.org");
  ff_group_set_text (group, FF_GROUP_PHONE, "604 555 0123");
  set_venue (meeting, FF_MODE_HYBRID, "https://meet.example.org/inside");
  schedule = make_schedule_of (group, meeting);
  for (FfScheduleForm form = 0; form < FF_N_SCHEDULE_FORMS; form++)
    {
      g_autoptr (FfSheet) sheet
          = make_sheet (schedule, (FfScheduleStyle) { .form = form, .with_passcodes = TRUE });
      g_autofree char *text = read_text (sheet);
      g_autofree char *links = scan (sheet);

      assert_says (text, "Columba");
      assert_says_not (text, "example.org");
      assert_says_not (text, "604");
      assert_says_not (text, SECRET);
      g_assert_cmpstr (links, ==, "");
    }
}

static void
test_contacts (void)
{
  g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
  g_autoptr (FfMeeting) meeting = make_meeting (group, "", "2026-11-24T19:00", "FREQ=WEEKLY");
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfSheet) sheet = NULL;
  g_autofree char *text = NULL;

  ff_group_set_text (group, FF_GROUP_WEBSITE, "https://harbour.example.org");
  schedule = make_schedule_of (group, meeting);
  sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_POSTER });
  text = read_text (sheet);
  g_assert_cmpstr (ff_sheet_get_title (sheet), ==, "Harbour");
  assert_says (text, "Harbour harbour.example.org");
  assert_says (text, "Printed on 22 November 2026");
}

/* Only what is used, in the paper's words. */
static void
test_legend (void)
{
  const char *const types[] = { "BE", "X", NULL };
  g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
  g_autoptr (FfMeeting) meeting = make_meeting (group, "", "2026-11-24T19:00", "FREQ=WEEKLY");
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfCatalogue) french = ff_catalogue_new (NULL, "fr");

  ff_meeting_set_types (meeting, types);
  schedule = make_schedule_of (group, meeting);
  for (FfScheduleForm form = 0; form < FF_N_SCHEDULE_FORMS; form++)
    {
      g_autoptr (FfSheet) sheet = make_sheet (schedule, (FfScheduleStyle) { .form = form });
      g_autoptr (FfSheet) translated
          = make_sheet (schedule, (FfScheduleStyle) { .form = form, .language = "fr" });
      g_autofree char *text = read_text (sheet);
      g_autofree char *text_in_french = read_text (translated);

      assert_says (text, "BE O X");
      assert_says (text, "What the letters mean BE Newcomer O Open X Wheelchair Access");
      assert_says_not (text, "Closed");
      assert_says (text_in_french, "Mardi");
      assert_says (text_in_french,
                   ff_catalogue_lookup_context (french, "meeting type", "Wheelchair Access"));
      g_assert_cmpstr (ff_sheet_get_language (translated), ==, "fr");
    }
}

/* What is said of how often, and of what is different soon. */
static void
test_dates (void)
{
  static const struct
  {
    const char *start, *rule, *says;
  } cases[] = {
    { "2026-11-10T19:00", "FREQ=WEEKLY;BYDAY=TU", "Tuesday 19:00–20:30 Harbour" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
      "Every two weeks Next: 24 November, 8 December, 22 December" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "Every 3 weeks Next: 1 December" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=2TU",
      "Second Tuesday of the month Next: 8 December, 12 January 2027" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", "Last Tuesday of the month" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=1TU,3TU",
      "First Tuesday of the month, Third Tuesday of the month" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYMONTHDAY=10", "On other dates 19:00–20:30 Harbour" },
    { "2026-12-05T19:00", NULL, "Next: 5 December" },
    { "2025-12-05T19:00", NULL, "No date in the next twelve months" },
    { "2025-12-05T19:00", "FREQ=WEEKLY;COUNT=3", "No date in the next twelve months" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;UNTIL=20261231", "Until 29 December" },
    { "2027-01-05T19:00", "FREQ=WEEKLY;BYDAY=TU", "From 5 January 2027 on" },
    { "2026-11-10T19:00", "FREQ=DAILY", "Every day 19:00–20:30 Harbour" },
    { "2026-11-10T23:30", "FREQ=WEEKLY", "23:30–01:00" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;BYDAY=MO,WE",
      "Monday 19:00–20:30 Harbour O On Monday, Wednesday In person Wednesday 19:00–20:30 Harbour "
      "See Monday" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
      g_autoptr (FfMeeting) meeting = make_meeting (group, "", cases[i].start, cases[i].rule);
      g_autoptr (FfSchedule) schedule = make_schedule_of (group, meeting);
      g_autoptr (FfSheet) sheet
          = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
      g_autofree char *text = read_text (sheet);

      assert_says (text, cases[i].says);
    }
}

static void
test_changes (void)
{
  g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
  g_autoptr (FfMeeting) meeting
      = make_meeting (group, "", "2026-11-03T19:00", "FREQ=WEEKLY;BYDAY=TU");
  g_autoptr (FfPauses) pauses
      = ff_pauses_parse ("2026-12-15/2027-01-10 " SECRET "\n2026-01-01/2026-01-10 Long ago", NULL);
  g_autoptr (FfHolidays) holidays = ff_holidays_new (NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GPtrArray) overrides = g_ptr_array_new ();
  g_autoptr (GPtrArray) calendars = g_ptr_array_new ();
  g_autoptr (FfOverride) cancelled = NULL;
  g_autoptr (FfOverride) moved = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfSheet) sheet = NULL;
  g_autofree char *text = NULL;
  const FfWallTime tuesday = { 2026, 11, 24, 19, 0 }, next = { 2026, 12, 1, 19, 0 };
  const FfWallTime thursday = { 2026, 12, 3, 18, 30 }, day = { 2026, 12, 8, 0, 0 };

  ff_meeting_set_pauses (meeting, pauses);
  ff_holidays_add (holidays, &day, FF_HOLIDAY_CANCEL, "A holiday");
  ff_group_set_text (group, FF_GROUP_HOLIDAYS, ff_holidays_get_uid (holidays));
  cancelled = ff_override_new (ff_meeting_get_uid (meeting), &tuesday);
  ff_override_set_cancelled (cancelled, TRUE);
  ff_override_set_note (cancelled, SECRET);
  moved = ff_override_new (ff_meeting_get_uid (meeting), &next);
  ff_override_set_start (moved, &thursday);
  ff_override_set_place (moved, "The library");
  g_ptr_array_add (groups, group);
  g_ptr_array_add (meetings, meeting);
  g_ptr_array_add (overrides, cancelled);
  g_ptr_array_add (overrides, moved);
  g_ptr_array_add (calendars, holidays);
  schedule = ff_schedule_new (groups, meetings, overrides, calendars);
  sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_POSTER });
  text = read_text (sheet);

  assert_says (text, "No meetings from 15 December to 10 January 2027");
  assert_says (text, "1 December is moved to 3 December, 18:30");
  assert_says (text, "On 3 December: The library");
  assert_says (text, "Not on 24 November, 8 December");
  assert_says_not (text, "Long ago");
  assert_says_not (text, "January 2026");
  assert_says_not (text, SECRET);
}

static void
test_zones (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (2);
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_autoptr (FfSheet) alike = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
  g_autofree char *text = read_text (alike);
  g_autofree char *text_elsewhere = NULL;
  g_autofree char *text_of_both = NULL;
  g_autoptr (FfSheet) elsewhere = NULL;
  g_autoptr (FfSheet) both = NULL;

  assert_says_not (text, " time");
  ff_meeting_set_zone (g_ptr_array_index (meetings, 0), "America/St_Johns");
  both = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
  text_of_both = read_text (both);
  assert_says (text_of_both, "19:00–20:30 St Johns time");
  assert_says (text_of_both, "19:00–20:30 Vancouver time");
  ff_meeting_set_zone (g_ptr_array_index (meetings, 1), "America/St_Johns");
  elsewhere = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
  text_elsewhere = read_text (elsewhere);
  assert_says (text_elsewhere, "All hours are St Johns time.");
  g_assert_cmpuint (count (text_elsewhere, "St Johns"), ==, 1);
}

static void
test_regions (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (3);
  GPtrArray *groups = ff_schedule_get_groups (schedule);
  g_autoptr (FfSheet) sheet = NULL;
  g_autofree char *text = NULL;
  const char *first, *second, *third;

  ff_group_set_text (g_ptr_array_index (groups, 0), FF_GROUP_REGION, "Zealandia");
  ff_group_set_text (g_ptr_array_index (groups, 2), FF_GROUP_REGION, "Burnaby");
  sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST, .by_region = TRUE });
  text = read_text (sheet);
  first = strstr (text, "Burnaby Thursday");
  second = strstr (text, "Zealandia Tuesday");
  third = strstr (text, "Without a region Wednesday");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_nonnull (third);
  g_assert_true (first < second && second < third);
}

/* The words in a part of a page, in points of the page. */
static char *
read_part (const char *path, const char *page, double x, double width, double height)
{
  g_autofree char *left = g_strdup_printf ("%.0f", x);
  g_autofree char *across = g_strdup_printf ("%.0f", width);
  g_autofree char *down = g_strdup_printf ("%.0f", height);
  const char *const arguments[] = { "pdftotext", "-r", "72", "-f",   page, "-l", page, "-x", left,
                                    "-y",        "0",  "-W", across, "-H", down, path, "-",  NULL };
  int status;
  char *text = run (arguments, &status);

  g_assert_cmpint (status, ==, 0);

  return text;
}

static void
check_panel (const char *path,
             FfSheet *sheet,
             guint n,
             guint panel,
             const char *page,
             const char *words)
{
  double width, height;
  g_autofree char *text = NULL;

  ff_sheet_get_page_size (sheet, &width, &height);
  g_assert_cmpfloat (width, >, height);
  text = read_part (path, page, width / n * panel, width / n, height);
  assert_says (text, words);
}

/* From left to right: outside the flap, the back and the front; inside the days in their order. */
static void
test_thirds (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (6);
  g_autoptr (FfSheet) sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LEAFLET,
                                                                        .title = "Six Evenings" });
  g_autofree char *path = write_pdf (sheet);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), ==, 2);
  check_panel (path, sheet, 3, 2, "1", "Six Evenings");
  check_panel (path, sheet, 3, 1, "1", "What the letters mean");
  check_panel (path, sheet, 3, 1, "1", "Printed on 22 November 2026");
  check_panel (path, sheet, 3, 0, "2", "Tuesday");
  check_panel (path, sheet, 3, 1, "2", "Thursday");
  check_panel (path, sheet, 3, 2, "2", "On other dates");
  remove_pdf (path);
}

/* Each sheet's outside has the later panel first. */
static void
test_booklet (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (40);
  g_autoptr (FfSheet) sheet
      = make_sheet (schedule,
                    (FfScheduleStyle) { .form = FF_SCHEDULE_LEAFLET, .title = "Forty Evenings" });
  g_autofree char *path = write_pdf (sheet);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet) % 2, ==, 0);
  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), >, 2);
  check_panel (path, sheet, 2, 1, "1", "Forty Evenings");
  check_panel (path, sheet, 2, 0, "1", "What the letters mean");
  check_panel (path, sheet, 2, 0, "2", "Every day");
  check_panel (path, sheet, 2, 1, "3", "Tuesday");
  check_panel (path, sheet, 2, 0, "4", "Wednesday");
  remove_pdf (path);
}

/* In Arabic the front is where a book in Arabic has it. */
static void
test_mirrored (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (6);
  g_autoptr (FfSheet) sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LEAFLET,
                                                                        .title = "Six Evenings",
                                                                        .language = "ar" });
  g_autofree char *path = write_pdf (sheet);

  check_panel (path, sheet, 3, 0, "1", "Six Evenings");
  check_panel (path, sheet, 3, 2, "2", "M000x");
  remove_pdf (path);
}

/* A word of hundreds of letters breaks, and a text of thousands goes on on the next page. */
static void
test_long_words (void)
{
  g_autofree char *word = g_strnfill (300, 'W');
  g_autoptr (GString) essay = g_string_new (NULL);
  g_autoptr (FfGroup) group = make_group (word, FF_SETTING_COMMUNITY);
  g_autoptr (FfMeeting) meeting = make_meeting (group, "", "2026-11-24T19:00", "FREQ=WEEKLY");
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfVenue) venue = ff_venue_new ();

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (essay, "word%04u ", i);
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, word);
  ff_meeting_set_venue (meeting, venue);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, essay->str);
  schedule = make_schedule_of (group, meeting);
  for (FfScheduleForm form = 0; form < FF_N_SCHEDULE_FORMS; form++)
    for (gboolean large = FALSE; large <= TRUE; large++)
      {
        g_autoptr (FfSheet) sheet
            = make_sheet (schedule, (FfScheduleStyle) { .form = form, .large_print = large });
        g_autofree char *text = read_text (sheet);

        check_boxes (sheet);
        check_ink (sheet, 0);
        for (guint i = 0; i < 2000; i++)
          {
            g_autofree char *one = g_strdup_printf ("word%04u", i);

            g_assert_cmpuint (count (text, one), ==, 1);
          }
      }
}

static void
test_nothing (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (0);

  for (FfScheduleForm form = 0; form < FF_N_SCHEDULE_FORMS; form++)
    {
      g_autoptr (FfSheet) sheet = make_sheet (schedule, (FfScheduleStyle) { .form = form });

      g_assert_cmpuint (ff_sheet_get_n_pages (sheet), >=, 1);
      g_assert_cmpstr (ff_sheet_get_title (sheet), ==, "Meetings");
    }
}

static void
add_case (Case test)
{
  static const char *const forms[] = { "poster", "list", "leaflet" };
  g_autofree char *path
      = g_strdup_printf ("/schedule-sheet/%s/%u/%s/%s/%s", forms[test.form], test.n_meetings,
                         test.size == FF_PAPER_A4 ? "a4" : "letter", test.language,
                         test.large_print ? "large" : "normal");

  g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), test_case, g_free);
}

int
main (int argc, char *argv[])
{
  const char *const languages[] = { "en", "fr", "ar" };
  const guint sizes[] = { 1, 40 };

  g_test_init (&argc, &argv, NULL);

  for (FfScheduleForm form = 0; form < FF_N_SCHEDULE_FORMS; form++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
          {
            add_case ((Case) { form, FF_PAPER_A4, languages[j], FALSE, sizes[i] });
            add_case ((Case) { form, FF_PAPER_LETTER, languages[j], TRUE, sizes[i] });
          }
      add_case ((Case) { form, FF_PAPER_LETTER, "en", FALSE, 500 });
    }
  g_test_add_func ("/schedule-sheet/codes", test_codes);
  g_test_add_func ("/schedule-sheet/code-size", test_code_size);
  g_test_add_func ("/schedule-sheet/long-links", test_long_links);
  g_test_add_func ("/schedule-sheet/passcodes", test_passcodes);
  g_test_add_func ("/schedule-sheet/custody", test_custody);
  g_test_add_func ("/schedule-sheet/contacts", test_contacts);
  g_test_add_func ("/schedule-sheet/legend", test_legend);
  g_test_add_func ("/schedule-sheet/dates", test_dates);
  g_test_add_func ("/schedule-sheet/changes", test_changes);
  g_test_add_func ("/schedule-sheet/zones", test_zones);
  g_test_add_func ("/schedule-sheet/regions", test_regions);
  g_test_add_func ("/schedule-sheet/thirds", test_thirds);
  g_test_add_func ("/schedule-sheet/booklet", test_booklet);
  g_test_add_func ("/schedule-sheet/mirrored", test_mirrored);
  g_test_add_func ("/schedule-sheet/long-words", test_long_words);
  g_test_add_func ("/schedule-sheet/nothing", test_nothing);

  return g_test_run ();
}
