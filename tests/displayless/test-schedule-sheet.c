/* test-schedule-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule on paper: whole, in order, legible to people and to cameras, with nothing private on it.
 */

#include "ff-catalogue.h"
#include "ff-test-boxes.h"
#include "ff-test-paper.h"

typedef struct
{
  FfScheduleForm form;
  FfPaperSize size;
  const char *language;
  gboolean large_print;
  guint n_meetings;
} Case;

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

/* What the telephone dials after the star is a passcode too. */
static void
test_passcode_to_dial (void)
{
  g_autoptr (FfGroup) group = make_group ("Outside", FF_SETTING_COMMUNITY);
  g_autoptr (FfMeeting) meeting = make_meeting (group, "", "2026-11-24T19:00", "FREQ=WEEKLY");
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfSheet) sheet = NULL;
  g_autofree char *text = NULL;

  set_venue (meeting, FF_MODE_PHONE, "");
  ff_venue_set_text (ff_meeting_get_venue (meeting), FF_VENUE_PHONE,
                     "604 555 0123,,777#,,*987654#");
  schedule = make_schedule_of (group, meeting);
  sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
  text = read_text (sheet);
  assert_says (text, "604 555 0123,,777#");
  assert_says_not (text, "987654");
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
  g_test_add_func ("/schedule-sheet/passcode-to-dial", test_passcode_to_dial);
  g_test_add_func ("/schedule-sheet/custody", test_custody);
  g_test_add_func ("/schedule-sheet/contacts", test_contacts);
  g_test_add_func ("/schedule-sheet/legend", test_legend);
  g_test_add_func ("/schedule-sheet/regions", test_regions);
  g_test_add_func ("/schedule-sheet/thirds", test_thirds);
  g_test_add_func ("/schedule-sheet/booklet", test_booklet);
  g_test_add_func ("/schedule-sheet/mirrored", test_mirrored);
  g_test_add_func ("/schedule-sheet/long-words", test_long_words);
  g_test_add_func ("/schedule-sheet/nothing", test_nothing);

  return g_test_run ();
}
