/* test-rota-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota for a wall: everybody's place is there once, empty ones can be written on, and nothing private is on it.
 */

#include "ff-rota-sheet.h"

#include "ff-catalogue.h"
#include "ff-test-boxes.h"
#include "ff-test-duties.h"
#include "ff-test-paper.h"

#define N_WEEKS 13

typedef struct
{
  FfPaperSize size;
  const char *language;
  gboolean large_print;
  guint n_meetings;
  int first_weekday; /* 0 = Monday */
  const char *zone;  /* (nullable): of every other meeting */
} Case;

static FfRoster *
make_roster (void)
{
  FfRoster *roster = ff_roster_new ();
  const char *const names[] = { "Ana Li", "Björn Ågren-Featherstonehaugh", "Chidi" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *uid = g_strdup_printf ("volunteer-%u", i);
      FfVolunteer *volunteer = make_volunteer (uid, names[i], "America/Toronto");

      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NOTES, SECRET);
      ff_roster_take_volunteer (roster, volunteer);
    }
  ff_roster_take_role (roster, ff_role_new (FF_ROLE_UID_FACILITATOR));
  ff_roster_take_role (roster, ff_role_new (FF_ROLE_UID_HOST));
  ff_roster_take_need (roster, ff_need_new ("group-1", NULL, FF_ROLE_UID_FACILITATOR, 1, TRUE));
  ff_roster_take_need (roster, ff_need_new ("group-1", NULL, FF_ROLE_UID_HOST, 2, FALSE));
  return roster;
}

/* The facilitator of each date in turn: agreed, asked, and nobody; of hosts the first place alone. */
static void
add_duties (GPtrArray *assignments, FfOccurrence *occurrence, guint number)
{
  const FfDutyStatus statuses[] = { FF_DUTY_CONFIRMED, FF_DUTY_ASKED };
  const char *meeting = ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence));
  const FfWallTime *rule_time = ff_occurrence_get_rule_time (occurrence);

  if (number % 3 < 2)
    {
      FfAssignment *assignment = ff_assignment_new (NULL);

      ff_assignment_set_volunteer (assignment, number % 3 == 0 ? "volunteer-0" : "volunteer-1");
      ff_assignment_set_place (assignment, meeting, rule_time, FF_ROLE_UID_FACILITATOR, 0);
      ff_assignment_set_status (assignment, statuses[number % 3]);
      g_ptr_array_add (assignments, assignment);
    }
  FfAssignment *host = ff_assignment_new (NULL);
  ff_assignment_set_volunteer (host, "volunteer-2");
  ff_assignment_set_place (host, meeting, rule_time, FF_ROLE_UID_HOST, 0);
  ff_assignment_set_status (host, FF_DUTY_CONFIRMED);
  g_ptr_array_add (assignments, host);
}

static FfRota *
make_rota (guint n_meetings, const char *other_zone)
{
  g_autoptr (FfRoster) roster = make_roster ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) assignments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Toronto");
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 23, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, N_WEEKS);

  g_ptr_array_add (groups, make_duty_group ());
  for (guint i = 0; i < n_meetings; i++)
    {
      g_autofree char *uid = g_strdup_printf ("meeting-%02u", i);
      g_autofree char *title = g_strdup_printf ("M%02ux evening at the harbour", i);
      g_autofree char *start = g_strdup_printf ("2026-11-%02uT19:00", 23 + i % 7);
      g_autoptr (FfMeeting) meeting = make_duty_meeting (
          uid, other_zone != NULL && i % 2 == 1 ? other_zone : "America/Toronto", start);
      g_autoptr (GPtrArray) dates = NULL;

      ff_meeting_set_title (meeting, title);
      dates = ff_meeting_list_occurrences (meeting, NULL, NULL, from, until, NULL);
      for (guint j = 0; j < dates->len; j++)
        add_duties (assignments, g_ptr_array_index (dates, j), j);
      g_ptr_array_extend_and_steal (occurrences, g_steal_pointer (&dates));
    }
  return ff_rota_new (roster, groups, occurrences, assignments, NULL, from, until);
}

static FfSheet *
make_rota_sheet (const Case *test)
{
  g_autoptr (FfRota) rota = make_rota (test->n_meetings, test->zone);
  g_autoptr (GDateTime) printed = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);
  const FfRotaSheetStyle style = {
    .size = test->size,
    .large_print = test->large_print,
    .language = test->language,
    .title = "Ladner",
    .first_weekday = test->first_weekday,
    .printed = printed,
  };

  return ff_rota_sheet_new (rota, &style);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (FfSheet) sheet = make_rota_sheet (test);
  g_autofree char *text = read_text (sheet);

  check_boxes (sheet);
  check_ink (sheet, 0);
  for (guint i = 0; i < test->n_meetings; i++)
    {
      g_autofree char *title = g_strdup_printf ("M%02ux", i);

      g_assert_cmpuint (count (text, title), ==, N_WEEKS);
    }
  /* Of thirteen dates five have the first one, four the second; hosts are there on all. */
  g_assert_cmpuint (count (text, "Ana Li"), ==, 5 * test->n_meetings);
  g_assert_cmpuint (count (text, "Chidi"), ==, 13 * test->n_meetings);
  g_assert_cmpuint (count (text, "(Chidi)"), ==, 0);
  assert_says_not (text, SECRET);
  assert_says_not (text, "secret@example.org");
  assert_says_not (text, "604");
  assert_says_not (text, "meet.example.org");
}

static void
test_words (void)
{
  const Case test = { FF_PAPER_A4, "en", FALSE, 1 };
  g_autoptr (FfSheet) sheet = make_rota_sheet (&test);
  g_autofree char *text = read_text (sheet);
  double width, height;

  g_assert_cmpstr (ff_sheet_get_title (sheet), ==, "Ladner");
  assert_says (text, "Ladner 23 November 2026 to 15 February 2027");
  assert_says (text, "Week of 23 November 2026 Meeting Role Who");
  assert_says (text, "Week of 15 February 2027");
  assert_says (text, "Facilitator Ana Li");
  assert_says (text, "(Björn Ågren-");
  assert_says (text, "Monday 23 November 19:00–20:30 M00x");
  assert_says (text, "Monday 4 January 19:00–20:30 M00x");
  assert_says_not (text, "Toronto");
  ff_sheet_get_page_size (sheet, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.1);
}

/* As the calendars on that wall have it. */
static void
test_from_sunday (void)
{
  const Case test = { FF_PAPER_A4, "en", FALSE, 1, 7 };
  g_autoptr (FfSheet) sheet = make_rota_sheet (&test);
  g_autofree char *text = read_text (sheet);

  assert_says (text, "Week of 22 November 2026 Meeting Role Who");
  assert_says (text, "Week of 14 February 2027");
  assert_says (text, "Monday 23 November 19:00–20:30");
}

/* Each page is as it came from the wall: whoever looks at it sees what brackets mean, where there are any. */
static void
test_brackets (void)
{
  const Case test = { FF_PAPER_LETTER, "en", FALSE, 12 };
  g_autoptr (FfSheet) sheet = make_rota_sheet (&test);
  g_autofree char *path = write_pdf (sheet);
  const char *const arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  int status;
  g_autofree char *text = run (arguments, &status);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  guint n[2] = { 0 };

  g_assert_cmpint (status, ==, 0);
  remove_pdf (path);
  for (guint i = 0; i < ff_sheet_get_n_pages (sheet); i++)
    {
      const gboolean has_open = strstr (pages[i], "(Björn") != NULL;

      g_assert_cmpuint (count (pages[i], "In brackets: not agreed yet"), ==, has_open ? 1 : 0);
      n[has_open]++;
    }
  g_assert_cmpuint (n[FALSE], >, 0);
  g_assert_cmpuint (n[TRUE], >, 0);
}

/* However much room the day and the meeting's name take. */
static void
test_even_rows (void)
{
  const Case test = { FF_PAPER_A4, "en", FALSE, 1 };
  g_autoptr (FfSheet) sheet = make_rota_sheet (&test);
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < n; i++)
    if (boxes[i].role == FF_SHEET_BOX_BLOCK && boxes[i].kind == FF_BLOCK_TABLE
        && boxes[i].page == 0)
      g_array_append_val (heights, boxes[i].height);
  /* The head of the week, a facilitator with a short name, a host, and nobody yet. */
  g_assert_cmpuint (heights->len, >, 4);
  g_assert_cmpfloat_with_epsilon (g_array_index (heights, double, 1),
                                  g_array_index (heights, double, 2), TOLERANCE);
}

static void
test_zones (void)
{
  const Case test = { FF_PAPER_A4, "en", FALSE, 2, 0, "Europe/Paris" };
  g_autoptr (FfSheet) sheet = make_rota_sheet (&test);
  g_autofree char *text = read_text (sheet);

  assert_says (text, "Monday 23 November 19:00–20:30 Toronto time M00x");
  assert_says (text, "Tuesday 24 November 19:00–20:30 Paris time M01x");
}

static void
test_none (void)
{
  const Case test = { FF_PAPER_LETTER, "en", FALSE, 0 };
  g_autoptr (FfSheet) sheet = make_rota_sheet (&test);
  g_autofree char *text = read_text (sheet);

  assert_says (text, "No meeting is held in this time.");
  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), ==, 1);
}

static void
test_tags (void)
{
  const Case test = { FF_PAPER_A4, "en", FALSE, 1 };
  g_autoptr (FfSheet) sheet = make_rota_sheet (&test);
  g_autofree char *path = write_pdf (sheet);
  const char *const arguments[] = { "pdfinfo", "-struct-text", path, NULL };
  int status;
  g_autofree char *structure = run (arguments, &status);

  g_assert_cmpint (status, ==, 0);
  assert_says (structure, "H1");
  assert_says (structure, "Table");
  /* Three places on each date, and the head of each week. */
  g_assert_cmpuint (count (structure, " TR\n"), ==, N_WEEKS * 4);
  /* Four cells in each row, of which the head has four titles and each other row one. */
  g_assert_cmpuint (count (structure, " TH:\n"), ==, N_WEEKS * (4 + 3));
  g_assert_cmpuint (count (structure, " TD\n"), ==, N_WEEKS * 3 * 3);
  remove_pdf (path);
}

int
main (int argc, char *argv[])
{
  static const Case cases[] = {
    { FF_PAPER_A4, "en", FALSE, 1 },    { FF_PAPER_LETTER, "en", FALSE, 12 },
    { FF_PAPER_A4, "fr", TRUE, 3 },     { FF_PAPER_A4, "ar", FALSE, 3 },
    { FF_PAPER_LETTER, "ar", TRUE, 2 },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rota-sheet/case/%zu", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rota-sheet/words", test_words);
  g_test_add_func ("/rota-sheet/from-sunday", test_from_sunday);
  g_test_add_func ("/rota-sheet/brackets", test_brackets);
  g_test_add_func ("/rota-sheet/even-rows", test_even_rows);
  g_test_add_func ("/rota-sheet/zones", test_zones);
  g_test_add_func ("/rota-sheet/none", test_none);
  g_test_add_func ("/rota-sheet/tags", test_tags);

  return g_test_run ();
}
