/* test-roster-csv.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers as a table: there and back, and all that a table of somebody else may be.
 */

#include "ff-test-roster-files.h"

static void
test_round_trip (void)
{
  g_autoptr (FfVolunteer) dale = make_dale ();
  g_autoptr (FfVolunteer) bare = make_somebody (NULL, "Bo", "", "");
  g_autoptr (FfRosterKnown) known = make_known (g_object_ref (dale), g_object_ref (bare), NULL);
  g_autoptr (GPtrArray) all = ff_roster_export_list (known, NULL);
  g_autofree char *csv = ff_roster_csv_write (all, known, FF_ROSTER_ALL);
  g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", csv, NULL);
  g_autoptr (FfRosterImport) import = read_text (csv, NULL, known);
  g_autoptr (FfRosterImport) again = read_text (marked, NULL, known);
  FfVolunteer *back = get_volunteer (import, 0);
  GArray *hours = ff_volunteer_get_availability (back);
  const FfTraining *aid = g_ptr_array_index (ff_volunteer_get_trainings (back), 1);
  const FfStep *step = g_ptr_array_index (ff_volunteer_get_steps (back), 1);

  g_assert_cmpuint (import->rows->len, ==, 2);
  g_assert_cmpuint (import->asks, ==, 0);
  g_assert_cmpuint (import->strangers->len, ==, 0);
  assert_alike (dale, back, known);
  assert_alike (dale, get_volunteer (again, 0), known);
  assert_alike (bare, get_volunteer (import, 1), known);
  g_assert_cmpuint (hours->len, ==, 4);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 1).until, ==, 1560);
  g_assert_cmpint (g_array_index (hours, FfAvailability, 1).wish, ==, FF_WISH_RATHER_NOT);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 2).until, ==, 1440);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 3).until, ==, 2880);
  g_assert_null (aid->until);
  g_assert_cmpstr (step->title, ==, "Led a part; alone");
  g_assert_null (step->date);
  g_assert_nonnull (strstr (csv, "\"'=HYPERLINK"));
  g_assert_nonnull (strstr (csv, "Mon 09:00-12:00 (likes); Fri 22:00-02:00+1 (rather not)"));
}

static void
test_contacts_only (void)
{
  g_autoptr (FfVolunteer) dale = make_dale ();
  g_autoptr (FfRosterKnown) known = make_known (g_object_ref (dale), NULL);
  g_autoptr (GPtrArray) of_group = ff_roster_export_list (known, "group-a");
  g_autoptr (GPtrArray) of_none = ff_roster_export_list (known, "group-b");
  g_autofree char *csv = ff_roster_csv_write (of_group, known, FF_ROSTER_CONTACTS);
  g_autofree char *cards = ff_vcard_write (of_group, known, FF_ROSTER_CONTACTS);

  g_assert_cmpuint (of_group->len, ==, 1);
  g_assert_cmpuint (of_none->len, ==, 0);
  g_assert_nonnull (strstr (csv, "dale@example.org"));
  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? csv : cards;

      g_assert_null (strstr (text, "HYPERLINK"));
      g_assert_null (strstr (text, "cousin"));
      g_assert_null (strstr (text, "0199"));
      g_assert_null (strstr (text, "Background"));
      g_assert_null (strstr (text, "49.09"));
      g_assert_null (strstr (text, "2026-12-20"));
    }
}

static void
test_columns (void)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import
      = read_text ("Prénom;Nom;Courriel;Téléphone;Pronoms;Taille;background check\r\n"
                   "Zoé;Roy;zoe@example.org;514 555-0100;elle;M;2026-03-25\r\n",
                   NULL, known);
  g_autoptr (FfRosterImport) alone = read_text ("Nom,E-Mail\nZoé Roy,z@example.org\n", NULL, known);
  static const FfRosterField fields[]
      = { FF_ROSTER_FIELD_FIRST_NAME, FF_ROSTER_FIELD_LAST_NAME, FF_ROSTER_FIELD_MAIL,
          FF_ROSTER_FIELD_PHONE,      FF_ROSTER_FIELD_PRONOUNS,  FF_ROSTER_FIELD_NONE,
          FF_ROSTER_FIELD_TRAINING };
  FfVolunteer *zoe = get_volunteer (import, 0);
  const FfTraining *check = g_ptr_array_index (ff_volunteer_get_trainings (zoe), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpint (((FfRosterColumn *) g_ptr_array_index (import->columns, i))->field, ==,
                     fields[i]);
  g_assert_true (import->has_header);
  g_assert_cmpstr (ff_volunteer_get_name (zoe), ==, "Zoé Roy");
  g_assert_cmpstr (ff_volunteer_get_text (zoe, FF_VOLUNTEER_PHONE), ==, "514 555-0100");
  g_assert_cmpstr (check->requirement, ==, "req-check");
  g_assert_cmpstr (check->until, ==, "2029-03-25");
  g_assert_cmpstr (ff_volunteer_get_text (zoe, FF_VOLUNTEER_ZONE), ==, "America/Vancouver");
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (alone, 0)), ==, "Zoé Roy");
}

/* The person says what the columns are where their names do not. */
static void
test_wrong_columns (void)
{
  static const char text[] = "Who,Reach me\nBo,bo@example.org\n";
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (FfRosterImport) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (import->asks, ==, FF_ROSTER_ASKS_COLUMNS);
  g_assert_cmpuint (import->rows->len, ==, 0);
  g_assert_true (import->has_header);
  answers->columns = ff_roster_columns_copy (import->columns);
  g_assert_false (ff_roster_columns_parse (answers->columns, "Whom=name", known, &error));
  g_assert_nonnull (strstr (error->message, "“Whom”"));
  g_clear_error (&error);
  g_assert_false (ff_roster_columns_parse (answers->columns, "Who=naem", known, &error));
  g_assert_nonnull (strstr (error->message, "“naem”"));
  g_clear_error (&error);
  g_assert_false (ff_roster_columns_parse (answers->columns, "Who", known, &error));
  g_assert_nonnull (strstr (error->message, "“Who”"));
  g_assert_true (ff_roster_columns_parse (answers->columns, "Who=name,2=mail", known, NULL));
  read = read_text (text, answers, known);
  g_assert_cmpuint (read->asks, ==, 0);
  g_assert_cmpstr (ff_volunteer_get_text (get_volunteer (read, 0), FF_VOLUNTEER_MAIL), ==,
                   "bo@example.org");
  /* One column alone is a field. */
  ff_roster_columns_set (answers->columns, 1, FF_ROSTER_FIELD_NAME, NULL);
  g_assert_cmpint (((FfRosterColumn *) g_ptr_array_index (answers->columns, 0))->field, ==,
                   FF_ROSTER_FIELD_NONE);
}

static void
test_no_header (void)
{
  static const char text[] = "Bo Roy,bo@example.org,604 555 0100\nAl,al@example.org,\n";
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (FfRosterImport) read = NULL;
  const FfRosterColumn *first = g_ptr_array_index (import->columns, 0);

  g_assert_cmpuint (import->asks, ==, FF_ROSTER_ASKS_COLUMNS);
  g_assert_false (import->has_header);
  g_assert_cmpstr (first->title, ==, "Column 1");
  g_assert_cmpstr (first->examples[0], ==, "Bo Roy");
  g_assert_cmpstr (first->examples[1], ==, "Al");
  answers->columns = ff_roster_columns_copy (import->columns);
  g_assert_true (ff_roster_columns_parse (answers->columns, "1=name,2=mail,3=phone", known, NULL));
  read = read_text (text, answers, known);
  g_assert_cmpuint (read->rows->len, ==, 2);
  g_assert_cmpuint (get_row (read, 0)->line, ==, 1);
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (read, 1)), ==, "Al");
}

static void
test_refusals (void)
{
  static const char text[]
      = "Name,Email,Phone,Most a Week,Online Only,Serving,Availability,Absences,Latitude,Longitude,"
        "Training,Time Zone,UID\n"
        "\"Two\nlines\",,,,,,,,,,,,\n" /* 2: line breaks are fine … */
        ",x@example.org\n"             /* 4 */
        "Bo,not a mail\n"
        "Bo,,no number\n"
        "Bo,,,many\n"
        "Bo,,,,perhaps\n"
        "Bo,,,,,sometimes\n"
        "Bo,,,,,,Someday 18:00-20:00\n" /* 10 */
        "Bo,,,,,,Mon 18:00\n"
        "Bo,,,,,,,2026-02-30\n"
        "Bo,,,,,,,2026-05-02 to 2026-05-01\n"
        "Bo,,,,,,,,91,0\n"
        "Bo,,,,,,,,,,First aid\n"
        "Bo,,,,,,,,,,,,,one too many\n" /* 16 */
        "Bo\xEF\xBF\xBD,\n"
        "Bo,,,,,,,3 May\n"
        "Bo,,,,,,Mon 18:00-18:00\n"
        "\"Bo,never ends\n"; /* 20 */
  static const struct
  {
    guint line;
    const char *part;
  } refused[] = {
    { 4, "no name" },         { 5, "not a mail" },   { 6, "no number" }, { 7, "many" },
    { 8, "perhaps" },         { 9, "sometimes" },    { 10, "Someday" },  { 11, "Mon 18:00" },
    { 12, "2026-02-30" },     { 13, "ends before" }, { 14, "91" },       { 15, "First aid" },
    { 16, "more columns" },   { 17, "lost before" }, { 18, "3 May" },    { 19, "18:00-18:00" },
    { 20, "quotation mark" },
  };
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);

  g_assert_cmpuint (import->rows->len, ==, 1 + G_N_ELEMENTS (refused));
  g_assert_nonnull (get_row (import, 0)->volunteer);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_refused (import, (guint) i + 1, refused[i].line, refused[i].part);
}

/* Of each field as many letters as the database takes, and one more. */
static void
test_lengths (void)
{
  static const struct
  {
    const char *column, *before, *after;
    gsize most;
    const char *words;
  } fields[] = {
    { "Name", "", "", 200, "characters" },
    { "Pronouns", "", "", 100, "characters" },
    { "Email", "", "@example.org", 308, "characters" },
    { "Phone", "604 ", "", 196, "characters" },
    { "Lives Near", "", "", 1000, "characters" },
    { "Emergency Contact", "", "", 200, "characters" },
    { "Emergency Phone", "", "", 200, "characters" },
    { "Notes", "", "", 1000000, "characters" },
    { "vCard UID", "", "", 1000, "too long" },
    { "Steps", "", "", 200, "characters" },
    { "Absences", "2026-12-20 (", ")", 10000, "characters" },
    { "Training", "First aid: 2026-01-15 (", ")", 10000, "characters" },
  };
  g_autoptr (FfRosterKnown) known = make_known (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *longest = g_strnfill (fields[i].most, '5');
      g_autofree char *text
          = g_strdup_printf ("Last Name,%s\nBo,%s%s%s\nAl,%s5%s%s\nCy,\n", fields[i].column,
                             fields[i].before, longest, fields[i].after, fields[i].before, longest,
                             fields[i].after);
      g_autoptr (FfRosterImport) import = read_text (text, NULL, known);

      g_assert_cmpuint (import->rows->len, ==, 3);
      g_assert_nonnull (get_volunteer (import, 0));
      assert_refused (import, 1, 3, fields[i].words);
      g_assert_cmpuint (strlen (get_row (import, 1)->title), <=, 800);
      g_assert_nonnull (get_volunteer (import, 2));
    }
}

/* Whatever a note of somebody's way or absence ends with, it comes back; and a name is one line of what can be shown. */
static void
test_signs (void)
{
  static const char *const texts[]
      = { "ends with \\", "(\\)",    "a) b (c", ")",        "(",
          "\\n",          "x: y; z", "x to y",  "for good", "a\r\nb\rc\x1B" };
  g_autoptr (FfVolunteer) bo = make_somebody (NULL, "B\x01o\r\nRoy\x1B[31m", "", "");
  g_autoptr (FfRosterKnown) known = make_known (g_object_ref (bo), NULL);
  g_autoptr (GPtrArray) all = ff_roster_export_list (known, NULL);
  g_autofree char *csv = NULL;
  g_autofree char *cards = NULL;

  g_assert_cmpstr (ff_volunteer_get_name (bo), ==, "Bo Roy[31m");
  ff_volunteer_set_text (bo, FF_VOLUNTEER_NOTES, "one\r\ntwo\rthree\tfour");
  g_assert_cmpstr (ff_volunteer_get_text (bo, FF_VOLUNTEER_NOTES), ==, "one\ntwo\nthree\tfour");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_ptr_array_add (ff_volunteer_get_absences (bo),
                       ff_absence_new ("2026-12-20", "2027-01-03", texts[i]));
      g_ptr_array_add (ff_volunteer_get_trainings (bo),
                       ff_training_new ("req-aid", "2026-02-15", NULL, texts[i]));
      g_ptr_array_add (ff_volunteer_get_steps (bo), ff_step_new (texts[i], NULL));
      g_ptr_array_add (ff_volunteer_get_steps (bo), ff_step_new (texts[i], "2026-02-15"));
    }
  csv = ff_roster_csv_write (all, known, FF_ROSTER_ALL);
  cards = ff_vcard_write (all, known, FF_ROSTER_ALL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FfRosterImport) import = read_text (i == 0 ? csv : cards, NULL, known);

      assert_alike (bo, get_volunteer (import, 0), known);
    }
}

/* What stands within quotes is no border between columns. */
static void
test_separators (void)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import
      = read_text ("\"Name\";\"Mail, if any,\nor not\"\nBo;bo@example.org\n", NULL, known);

  g_assert_cmpuint (import->columns->len, ==, 2);
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (import, 0)), ==, "Bo");
}

static void
test_short_rows (void)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text ("Name,Email,Phone\nBo\n", NULL, known);

  g_assert_nonnull (get_volunteer (import, 0));
  assert_remark (import, 0, "1 of 3");
}

static void
assert_dates (const char *cells, FfRosterDates settled, const char *first)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autofree char *text = g_strconcat ("Name,Absences\n", cells, NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);

  if (settled == FF_ROSTER_DATES_ASK)
    {
      g_assert_cmpuint (import->asks, ==, FF_ROSTER_ASKS_DATES);
      g_assert_cmpstr (import->date_sample, ==, first);
      return;
    }
  g_assert_cmpuint (import->asks, ==, 0);
  g_assert_cmpstr (
      ((FfAbsence *) g_ptr_array_index (ff_volunteer_get_absences (get_volunteer (import, 0)), 0))
          ->from,
      ==, first);
}

static void
test_dates (void)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  static const char *const read[FF_N_ROSTER_DATES]
      = { NULL, "2005-04-03", "2005-03-04", "2003-04-05" };

  assert_dates ("Bo,03/04/05\n", FF_ROSTER_DATES_ASK, "03/04/05");
  assert_dates ("Bo,03/04/2005\n", FF_ROSTER_DATES_ASK, "03/04/2005");
  /* Twenty-fifth of December, or fourth of December 2025: asked as well. */
  assert_dates ("Bo,25/12/04\n", FF_ROSTER_DATES_ASK, "25/12/04");
  assert_dates ("Bo,2005-04-03\n", FF_ROSTER_DATES_YEAR_FIRST, "2005-04-03");
  assert_dates ("Bo,04/04/2005\n", FF_ROSTER_DATES_DAY_FIRST, "2005-04-04");
  assert_dates ("Bo,03/04/2005\nAl,25/12/2004\n", FF_ROSTER_DATES_DAY_FIRST, "2005-04-03");
  assert_dates ("Bo,03/04/2005\nAl,12/25/2004\n", FF_ROSTER_DATES_MONTH_FIRST, "2005-03-04");
  assert_dates ("Bo,03/04/05\nAl,99/04/03\n", FF_ROSTER_DATES_YEAR_FIRST, "2003-04-05");
  /* One says so, the other the opposite. */
  assert_dates ("Bo,25/12/2004\nAl,12/25/2004\n", FF_ROSTER_DATES_ASK, "12/25/2004");
  for (guint i = FF_ROSTER_DATES_DAY_FIRST; i < FF_N_ROSTER_DATES; i++)
    {
      g_autoptr (FfRosterImport) import = NULL;
      const FfAbsence *absence;

      answers->dates = (FfRosterDates) i;
      import = read_text ("Name,Absences\nBo,03/04/05 to 03/04/05\n", answers, known);
      absence = g_ptr_array_index (ff_volunteer_get_absences (get_volunteer (import, 0)), 0);
      g_assert_cmpstr (absence->from, ==, read[i]);
      g_assert_cmpstr (absence->until, ==, read[i]);
    }
}

/* Each column has its own order, and what the file settles nobody is asked. */
static void
test_dates_by_column (void)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (FfRosterImport) import = NULL;
  g_autoptr (FfRosterImport) wrong = NULL;

  answers->dates = FF_ROSTER_DATES_MONTH_FIRST;
  import = read_text ("Name,Absences,First aid\nBo,25/12/2004,03/04/2005\n", answers, known);
  g_assert_cmpstr (
      ((FfAbsence *) g_ptr_array_index (ff_volunteer_get_absences (get_volunteer (import, 0)), 0))
          ->from,
      ==, "2004-12-25");
  g_assert_cmpstr (
      ((FfTraining *) g_ptr_array_index (ff_volunteer_get_trainings (get_volunteer (import, 0)), 0))
          ->done,
      ==, "2005-03-04");
  wrong = read_text ("Name,Absences\nBo,25/12/2004\nAl,12/25/2004\n", answers, known);
  assert_refused (wrong, 0, 2, "25/12/2004");
  g_assert_nonnull (get_row (wrong, 1)->volunteer);
}

static void
test_strangers (void)
{
  static const char text[] = "Name,Roles,Groups,Programmes,Time Zone,Training,Languages\n"
                             "Bo,Host; Usher,Delta,Knitting,Mars/Base,Juggling: 2026-01-01,"
                             "\"French, Klingon\"\n"
                             "Al,usher,ladner  TUESDAY,,,,\n";
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (FfRosterImport) mapped = NULL;
  const FfRosterStranger *usher = g_ptr_array_index (import->strangers, 0);
  FfVolunteer *bo = get_volunteer (import, 0);

  g_assert_cmpuint (import->strangers->len, ==, 5);
  g_assert_cmpstr (usher->value, ==, "Usher");
  g_assert_cmpuint (usher->line, ==, 2);
  g_assert_cmpuint (usher->n_rows, ==, 2);
  assert_remark (import, 0, "“Usher”");
  assert_remark (import, 0, "“Delta”");
  assert_remark (import, 0, "“Knitting”");
  assert_remark (import, 0, "“Mars/Base”");
  assert_remark (import, 0, "“Juggling”");
  assert_remark (import, 0, "“Klingon”");
  g_assert_true (ff_volunteer_has (bo, FF_VOLUNTEER_ROLES, "host"));
  g_assert_true (ff_volunteer_has (bo, FF_VOLUNTEER_LANGUAGES, "fr"));
  g_assert_cmpstr (ff_volunteer_get_text (get_volunteer (import, 1), FF_VOLUNTEER_ZONE), ==,
                   "America/Halifax");
  ff_roster_answers_map (answers, FF_ROSTER_NAMES_ROLE, "Usher", "role-tea");
  ff_roster_answers_map (answers, FF_ROSTER_NAMES_ZONE, "Mars/Base", "Europe/Paris");
  ff_roster_answers_map (answers, FF_ROSTER_NAMES_GROUP, "Delta", NULL);
  mapped = read_text (text, answers, known);
  g_assert_true (ff_volunteer_has (get_volunteer (mapped, 1), FF_VOLUNTEER_ROLES, "role-tea"));
  g_assert_cmpstr (ff_volunteer_get_text (get_volunteer (mapped, 0), FF_VOLUNTEER_ZONE), ==,
                   "Europe/Paris");
  g_assert_cmpuint (mapped->strangers->len, ==, 2);
}

static void
test_charset (void)
{
  static const char text[] = "Name,Email\nBo,bo@example.org\nZo\xE9 \x80,z@example.org\n";
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();

  g_assert_cmpuint (import->asks, ==, FF_ROSTER_ASKS_CHARSET);
  g_assert_cmpuint (import->rows->len, ==, 0);
  g_assert_cmpuint (import->charset_sample.line, ==, 3);
  g_assert_cmpstr (import->charset_sample.previews[FF_ROSTER_CHARSET_WINDOWS_1252], ==,
                   "Zoé €,z@example.org");
  g_assert_cmpstr (import->charset_sample.previews[FF_ROSTER_CHARSET_LATIN_1], ==, NULL);
  for (guint i = FF_ROSTER_CHARSET_UTF_8; i <= FF_ROSTER_CHARSET_WINDOWS_1252; i++)
    {
      g_autoptr (FfRosterImport) read = NULL;

      answers->charset = (FfRosterCharset) i;
      read = read_text (text, answers, known);
      g_assert_cmpuint (read->rows->len, ==, 2);
      if (i == FF_ROSTER_CHARSET_UTF_8)
        assert_refused (read, 1, 3, "UTF-8");
      else
        g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (read, 1)), ==, "Zoé €");
    }
}

/* Of two lists put together each line is read as it is written. */
static void
test_two_charsets (void)
{
  static const char text[] = "Name,Email\nZo\xC3\xA9,z@example.org\nAndr\xE9,a@example.org\n";
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (FfRosterImport) import = NULL;

  answers->charset = FF_ROSTER_CHARSET_LATIN_1;
  import = read_text (text, answers, known);
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (import, 0)), ==, "Zoé");
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (import, 1)), ==, "André");
}

static void
test_utf_16 (void)
{
  gsize length;
  g_autofree char *text = g_convert ("\xEF\xBB\xBFName\tEmail\nZoé\tz@example.org\n", -1,
                                     "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_bytes (text, length, NULL, known, NULL);

  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (import, 0)), ==, "Zoé");
}

static void
test_nul (void)
{
  static const char text[] = "Name,Email\nB\0o,x\nAl,al@example.org\n";
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (FfRosterImport) import = read_bytes (text, sizeof text - 1, NULL, known, NULL);

  g_assert_cmpuint (import->asks, ==, 0);
  assert_refused (import, 0, 2, "nul");
  g_assert_cmpstr (ff_volunteer_get_name (get_volunteer (import, 1)), ==, "Al");
}

static void
assert_no_file (const char *text, gsize length, const char *part)
{
  g_autoptr (FfRosterKnown) known = make_known (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (text, length, NULL, known, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_no_table (void)
{
  assert_no_file ("", 0, "empty");
  assert_no_file ("\n\n", 2, "no row");
  assert_no_file ("\"Name,x\n", 8, "Line 1");
}

static void
on_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static char *
make_table (guint n)
{
  GString *text = g_string_new ("Name,Email,Phone,Roles\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Person %u,p%u@example.org,+1 604 %07u,host\n", i, i, i);
  return g_string_free_and_steal (text);
}

static void
test_large (void)
{
  g_autofree char *text = make_table (50000);
  g_autofree char *too_large = make_table (FF_IMPORT_FILE_MAX_ROWS + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (FfRosterKnown) known = make_known (make_dale (), NULL);
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FfRosterImport) import = NULL;
  g_autoptr (FfRosterPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  double last = 0;

  import = ff_roster_import_parse (bytes, "all.csv", FF_ROSTER_UNKNOWN, answers, known, NULL,
                                   on_progress, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, >=, 1);
  g_assert_cmpuint (import->rows->len, ==, 50000);
  plan = ff_roster_plan_new (import, known);
  g_assert_cmpuint (plan->counts[FF_ROSTER_STEP_ADDED], ==, 50000);
  g_cancellable_cancel (cancellable);
  g_assert_null (ff_roster_import_parse (bytes, "all.csv", FF_ROSTER_UNKNOWN, answers, known,
                                         cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_no_file (too_large, strlen (too_large), "100000 rows");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-csv/round-trip", test_round_trip);
  g_test_add_func ("/roster-csv/contacts-only", test_contacts_only);
  g_test_add_func ("/roster-csv/columns", test_columns);
  g_test_add_func ("/roster-csv/wrong-columns", test_wrong_columns);
  g_test_add_func ("/roster-csv/no-header", test_no_header);
  g_test_add_func ("/roster-csv/refusals", test_refusals);
  g_test_add_func ("/roster-csv/lengths", test_lengths);
  g_test_add_func ("/roster-csv/signs", test_signs);
  g_test_add_func ("/roster-csv/separators", test_separators);
  g_test_add_func ("/roster-csv/short-rows", test_short_rows);
  g_test_add_func ("/roster-csv/dates", test_dates);
  g_test_add_func ("/roster-csv/dates-by-column", test_dates_by_column);
  g_test_add_func ("/roster-csv/strangers", test_strangers);
  g_test_add_func ("/roster-csv/charset", test_charset);
  g_test_add_func ("/roster-csv/two-charsets", test_two_charsets);
  g_test_add_func ("/roster-csv/utf-16", test_utf_16);
  g_test_add_func ("/roster-csv/nul", test_nul);
  g_test_add_func ("/roster-csv/no-table", test_no_table);
  g_test_add_func ("/roster-csv/large", test_large);
  return g_test_run ();
}
