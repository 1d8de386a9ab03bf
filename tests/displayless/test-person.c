/* test-person.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's course in points with gaps, when they were here in words, and all of them and of nobody else on paper.
 */

#include "ff-pdf.h"
#include "ff-person-paper.h"
#include "ff-person-sheet.h"
#include "ff-person-words.h"
#include "ff-weeks.h"

#include <glib/gstdio.h>
#include <string.h>

static FfWallTime
make_time (const char *date)
{
  g_autofree char *text = g_strconcat (date, "T19:00", NULL);
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (text, &time, NULL));
  return time;
}

/* A check-in of that day; -1 is unsaid. */
static FfPersonEntry *
make_entry (const char *date, int urge, int balance)
{
  g_autoptr (FfSession) session = ff_session_new (NULL);
  FfWallTime start = make_time (date);
  FfPersonEntry *entry;

  ff_session_set_start (session, &start);
  entry = ff_person_entry_new (session);
  entry->check_in = ff_check_in_new (NULL);
  ff_check_in_set_urge (entry->check_in, urge);
  ff_check_in_set_balance (entry->check_in, balance);
  return entry;
}

/* Takes @entries, latest first. */
static FfPersonRecord *
make_record (GPtrArray *entries)
{
  g_autoptr (FfParticipant) participant = ff_participant_new (NULL);
  g_autoptr (FfGroup) group = ff_group_new (NULL);

  ff_participant_set_alias (participant, "Robin");
  ff_group_set_name (group, "Tuesday evening");
  return ff_person_record_new (participant, group, entries);
}

static GPtrArray *
make_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_person_entry_free);
}

static const FfWeekPoint *
get_point (FfWeeks *weeks, guint i)
{
  g_assert_cmpuint (i, <, weeks->points->len);
  return &g_array_index (weeks->points, FfWeekPoint, i);
}

static void
test_points (void)
{
  GPtrArray *entries = make_entries ();
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (FfWeeks) weeks = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_add (entries, make_entry ("2026-11-17", 3, 6)); /* week 6 */
  g_ptr_array_add (entries, make_entry ("2026-11-10", -1, 5));
  g_ptr_array_add (entries, make_entry ("2026-11-03", 4, -1));
  /* Nobody came on 27 October. */
  g_ptr_array_add (entries, make_entry ("2026-10-22", 6, -1)); /* twice in a week */
  g_ptr_array_add (entries, make_entry ("2026-10-20", 5, -1));
  g_ptr_array_add (entries, make_entry ("2026-10-13", 7, 4));
  record = make_record (entries);
  weeks = ff_weeks_new (record, 0);

  g_assert_cmpuint (weeks->n, ==, 6);
  g_assert_cmpuint (weeks->each, ==, 1);
  g_assert_cmpuint (weeks->step, ==, 1);
  g_assert_cmpuint (weeks->first.day, ==, 12);
  g_assert_cmpuint (weeks->points->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (get_point (weeks, 0)->values[FF_SERIES_URGE], 7, 0.001);
  g_assert_cmpfloat_with_epsilon (get_point (weeks, 1)->values[FF_SERIES_URGE], 5.5, 0.001);
  g_assert_cmpuint (get_point (weeks, 2)->place, ==, 3);
  g_assert_true (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 0));
  /* A week without them, and one where it was not said, are gaps. */
  g_assert_false (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 1));
  g_assert_false (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 2));
  g_assert_false (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 3));
  g_assert_false (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 4));
  g_assert_false (ff_weeks_is_joined (weeks, FF_SERIES_BALANCE, 0));
  g_assert_true (ff_weeks_is_joined (weeks, FF_SERIES_BALANCE, 3));
  words = ff_weeks_describe (weeks);
  g_assert_cmpstr (words, ==, "Urge from 7 to 3 over 5 weeks. Balance from 4 to 6 over 5 weeks.");
}

/* Who comes every other week is not full of gaps. */
static void
test_fortnightly (void)
{
  GPtrArray *entries = make_entries ();
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (FfWeeks) weeks = NULL;

  g_ptr_array_add (entries, make_entry ("2026-11-17", 2, -1));
  g_ptr_array_add (entries, make_entry ("2026-10-20", 3, -1));
  g_ptr_array_add (entries, make_entry ("2026-10-06", 4, -1));
  g_ptr_array_add (entries, make_entry ("2026-09-22", 5, -1));
  record = make_record (entries);
  weeks = ff_weeks_new (record, 0);
  g_assert_cmpuint (weeks->step, ==, 2);
  g_assert_true (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 0));
  g_assert_true (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 1));
  g_assert_false (ff_weeks_is_joined (weeks, FF_SERIES_URGE, 2));
}

static void
test_stretches (void)
{
  GPtrArray *entries = make_entries ();
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (FfWeeks) all = NULL;
  g_autoptr (FfWeeks) few = NULL;
  g_autofree char *words = NULL;

  for (int week = 0; week < 520; week++)
    {
      FfWallTime last = make_time ("2026-11-17");
      FfWallTime day = ff_wall_time_add_days (&last, -7 * week);
      g_autofree char *text = ff_wall_time_to_string (&day);

      text[10] = '\0';
      g_ptr_array_add (entries, make_entry (text, week % 4, -1));
    }
  record = make_record (entries);
  all = ff_weeks_new (record, 0);
  g_assert_cmpuint (all->each, ==, 4);
  g_assert_cmpuint (all->n, ==, 130);
  g_assert_cmpuint (all->points->len, ==, 130);
  g_assert_cmpfloat_with_epsilon (get_point (all, 7)->values[FF_SERIES_URGE], 1.5, 0.001);
  few = ff_weeks_new (record, 13);
  g_assert_cmpuint (few->n, ==, 13);
  words = ff_weeks_describe (few);
  g_assert_cmpstr (words, ==, "Urge from 0 to 0 over 12 weeks.");
}

static void
test_nothing_said (void)
{
  g_autoptr (FfPersonRecord) nobody = make_record (make_entries ());
  g_autoptr (FfWeeks) none = ff_weeks_new (nobody, 0);
  GPtrArray *entries = make_entries ();
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (FfWeeks) once = NULL;
  g_autofree char *nothing = ff_weeks_describe (none);
  g_autofree char *words = NULL;

  g_assert_cmpuint (none->n, ==, 0);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_false (ff_weeks_says (none, FF_SERIES_URGE));
  g_ptr_array_add (entries, make_entry ("2026-11-17", -1, -1));
  g_ptr_array_add (entries, make_entry ("2026-11-10", -1, 8));
  record = make_record (entries);
  once = ff_weeks_new (record, 0);
  words = ff_weeks_describe (once);
  g_assert_cmpstr (words, ==, "Balance 8, said once.");
}

static void
assert_last_seen (const char *date, const char *expected)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 9, 0, 0);
  FfWallTime last_seen = make_time (date);
  g_autofree char *words = ff_person_words_last_seen (&last_seen, now);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_last_seen (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 9, 0, 0);
  g_autofree char *never = ff_person_words_last_seen (NULL, now);

  g_assert_cmpstr (never, ==, "Not here yet");
  assert_last_seen ("2026-11-24", "Here today");
  assert_last_seen ("2026-11-23", "Here yesterday");
  assert_last_seen ("2026-11-18", "Here 6 days ago");
  assert_last_seen ("2026-11-17", "Here last week");
  assert_last_seen ("2026-11-10", "Here 2 weeks ago");
  assert_last_seen ("2026-09-01", "Here 2 months ago");
  assert_last_seen ("2023-11-01", "Here 3 years ago");
}

/* --- On paper --- */

static void
add_item (GPtrArray **items, const char *text, guint day, FfOutcome outcome)
{
  FfPlanItem *item = ff_plan_item_new (NULL);

  if (*items == NULL)
    *items = g_ptr_array_new_with_free_func (g_object_unref);
  ff_plan_item_set_text (item, text);
  ff_plan_item_set_day (item, day);
  ff_plan_item_review (item, outcome, "session");
  g_ptr_array_add (*items, item);
}

/* Forty weeks of many words, so that they need pages. */
static FfPersonRecord *
make_full_record (void)
{
  GPtrArray *entries = make_entries ();
  FfPersonRecord *record;
  FfParticipant *participant;

  for (int week = 39; week >= 0; week--)
    {
      FfWallTime first = make_time ("2026-02-17");
      FfWallTime day = ff_wall_time_add_days (&first, 7 * week);
      g_autofree char *date = ff_wall_time_to_string (&day);
      g_autofree char *note = g_strdup_printf ("Note%dn", week);
      FfPersonEntry *entry;

      date[10] = '\0';
      entry = make_entry (date, 7, 3);
      if (week == 5)
        {
          g_autoptr (GString) words = g_string_new (note);

          for (guint i = 0; i < 900; i++)
            g_string_append_printf (words, " word%ux", i);
          ff_check_in_set_note (entry->check_in, words->str);
        }
      else
        {
          ff_check_in_set_note (entry->check_in, note);
        }
      ff_check_in_set_goal (entry->check_in, week == 39 ? "Goalnow" : "Goalbefore");
      ff_check_in_set_helped (entry->check_in, "Walking");
      ff_check_in_set_stage (entry->check_in, FF_STAGE_GETTING_READY);
      ff_check_in_set_aim (entry->check_in, FF_AIM_LESS);
      ff_check_in_set_capital (entry->check_in, FF_CAPITAL_CULTURAL, 9);
      ff_check_in_set_points (entry->check_in, 2);
      add_item (&entry->plan, "Itemone", 2, week == 39 ? FF_OUTCOME_OPEN : FF_OUTCOME_DONE);
      g_ptr_array_add (entries, entry);
    }
  record = make_record (entries);
  participant = ff_person_record_get_participant (record);
  ff_participant_set_consent (participant, "Consentnote");
  ff_participant_set_consent_date (participant, "2026-02-17");
  return record;
}

static char *
read_paper (FfPersonRecord *record, FfPaperSize size, guint *n_pages)
{
  const char *const points[] = { "Pointone", "Pointtwo", NULL };
  const FfPersonSheetStyle style = { .size = size, .language = "en", .points = points };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfSheet *sheet = ff_person_sheet_new (record, &style);
  g_autofree char *folder = g_dir_make_tmp ("fourfold-person-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notes.pdf", NULL);
  const char *const arguments[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_ptr_array_add (sheets, sheet);
  *n_pages = ff_sheet_get_n_pages (sheet);
  /* The title becomes that of a file or a print job. */
  g_assert_cmpstr (ff_sheet_get_title (sheet), ==, "Check-ins and plans");
  g_assert_cmpstr (ff_sheet_get_summary (sheet), ==, "Check-ins and plans");
  ff_pdf_write (sheets, 1, ff_sheet_get_title (sheet), path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p += strlen (word))
    n++;
  return n;
}

static void
test_paper (gconstpointer data)
{
  g_autoptr (FfPersonRecord) record = make_full_record ();
  const char *const said[] = {
    "Robin",
    "Tuesday evening",
    "17 February 2026",
    "17 November 2026",
    "Consentnote · 17 February 2026",
    "Plan now",
    "Goalnow",
    "word899x",
    "Tuesday: Itemone",
    "Pointtwo",
    "Less, or differently · Getting ready",
    "Community 9",
    "Urge 7 · Balance 3",
  };
  guint n_pages;
  g_autofree char *text = read_paper (record, GPOINTER_TO_UINT (data), &n_pages);

  g_assert_cmpuint (n_pages, >, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (text, said[i]) == NULL)
      g_error ("“%s” is not on the paper", said[i]);
  for (guint week = 0; week < 40; week++)
    {
      g_autofree char *note = g_strdup_printf ("Note%un", week);

      g_assert_cmpuint (count (text, note), ==, 1);
    }
  for (guint i = 0; i < 900; i++)
    {
      g_autofree char *word = g_strdup_printf (" word%ux", i);

      g_strstrip (word);
      g_assert_cmpuint (count (text, word), ==, 1);
    }
  g_assert_cmpuint (count (text, "Walking"), ==, 40);
  g_assert_null (strstr (text, "Pointone"));
  /* In time: the first comes first. */
  g_assert_true (strstr (text, "Note0n") < strstr (text, "Note39n"));
}

/* A person of whom only the name is kept. */
static void
test_empty_paper (void)
{
  g_autoptr (FfPersonRecord) record = make_record (make_entries ());
  guint n_pages;
  g_autofree char *text = read_paper (record, FF_PAPER_A4, &n_pages);

  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_nonnull (strstr (text, "Robin · Tuesday evening"));
}

/* --- Files --- */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  if (ff_paper_job_write_finish (FF_PAPER_JOB (source), result, error))
    *error = g_error_new_literal (G_FILE_ERROR, -1, "written");
}

static GError *
write_file (FfPersonPaperForm form, const char *path)
{
  g_autoptr (FfPersonRecord) record = make_full_record ();
  const FfPersonSheetStyle style = { .size = FF_PAPER_A4, .language = "en" };
  g_autoptr (FfPaperJob) paper = ff_person_paper_new (record, &style, form);
  GError *error = NULL;

  ff_paper_job_write_async (paper, path, on_written, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  return error;
}

/* The path may hold a name that people know; an error does not repeat it. */
static void
test_refused_files (void)
{
  g_autoptr (GError) json = write_file (FF_PERSON_PAPER_JSON, "/nonexistent/Robin.json");
  g_autoptr (GError) pdf = write_file (FF_PERSON_PAPER_PDF, "/nonexistent/Robin.pdf");

  g_assert_nonnull (strstr (json->message, "Please choose another one."));
  g_assert_null (strstr (json->message, "Robin"));
  g_assert_cmpstr (pdf->message, !=, "written");
}

static void
test_private_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-person-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notes.json", NULL);
  g_autoptr (GError) outcome = write_file (FF_PERSON_PAPER_JSON, path);
  g_autofree char *text = NULL;
  GStatBuf status;

  g_assert_cmpstr (outcome->message, ==, "written");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Note39n"));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person/points", test_points);
  g_test_add_func ("/person/fortnightly", test_fortnightly);
  g_test_add_func ("/person/stretches", test_stretches);
  g_test_add_func ("/person/nothing-said", test_nothing_said);
  g_test_add_func ("/person/last-seen", test_last_seen);
  g_test_add_data_func ("/person/paper-a4", GUINT_TO_POINTER (FF_PAPER_A4), test_paper);
  g_test_add_data_func ("/person/paper-letter", GUINT_TO_POINTER (FF_PAPER_LETTER), test_paper);
  g_test_add_func ("/person/empty-paper", test_empty_paper);
  g_test_add_func ("/person/refused-files", test_refused_files);
  g_test_add_func ("/person/private-file", test_private_file);

  return g_test_run ();
}
