/* test-sample.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up data: the same for the same seed, of the size it says, and ready for the next meeting.
 */

#include "ff-group-repository.h"
#include "ff-handout-repository.h"
#include "ff-meeting-repository.h"
#include "ff-programme.h"
#include "ff-session-repository.h"
#include "ff-statement.h"
#include "ff-test-sample.h"

static void
test_facilitator (FfTestSample *f, gconstpointer data)
{
  gint64 begin = g_get_monotonic_time ();

  ff_test_sample_fill (f, f->store, FF_SAMPLE_FACILITATOR, 1);
  g_test_message ("filled in %.2f s", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM groups WHERE sample = 1"),
                   ==, 2);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM participants"), ==, 30);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM sessions"), >=, 980);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM check_ins"), >=, 3000);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM plan_items"), >=, 5000);
  g_assert_cmpint (
      ff_test_sample_count (f->store, "SELECT count (DISTINCT outcome) FROM plan_items"), ==, 5);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT note) FROM check_ins"),
                   >=, 1000);
  g_assert_cmpint (
      ff_test_sample_count (f->store, "SELECT count (*) FROM participants WHERE last_seen IS NULL"),
      ==, 0);
}

/* Of all that can be said of a check-in there is something, and of what few people want little. */
static void
test_notes (FfTestSample *f, gconstpointer data)
{
  static const struct
  {
    int least, most;
    const char *where;
  } shares[] = {
    /* in per mille of the check-ins */
    { 3, 20, "newcomer = 1" },
    { 500, 900, "points <> 0" },
    { 500, 700, "balance IS NOT NULL" },
    { 300, 500, "helped <> ''" },
    { 20, 100, "goal <> ''" },
    { 1, 100, "aim = 0" },
    { 1, 100, "aim = 1" },
    { 1, 100, "aim = 2" },
    { 10, 100, "stage IS NOT NULL" },
    { 1, 20,
      "social IS NOT NULL AND physical IS NOT NULL AND human IS NOT NULL"
      " AND cultural IS NOT NULL" },
  };
  gint64 all;

  ff_test_sample_fill (f, f->store, FF_SAMPLE_FACILITATOR, 1);
  all = ff_test_sample_count (f->store, "SELECT count (*) FROM check_ins");
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *sql
          = g_strconcat ("SELECT count (*) FROM check_ins WHERE ", shares[i].where, NULL);
      gint64 share = ff_test_sample_count (f->store, sql) * 1000 / all;

      g_test_message ("%s: %d ‰", shares[i].where, (int) share);
      g_assert_cmpint (share, >=, shares[i].least);
      g_assert_cmpint (share, <=, shares[i].most);
    }
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT stage) FROM check_ins"),
                   >=, 4);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT day) FROM plan_items"),
                   ==, 7);
  g_assert_cmpint (ff_test_sample_count (f->store,
                                         "SELECT count (*) FROM plan_items WHERE day IS NULL"),
                   >=, 500);
  g_assert_cmpint (ff_test_sample_count (f->store,
                                         "SELECT count (*) FROM participants WHERE consent <> ''"
                                         " AND consent_date GLOB '20[0-9][0-9]-*'"),
                   ==, 10);
  g_assert_cmpint (
      ff_test_sample_count (f->store, "SELECT count (*) FROM sessions WHERE unnamed > 0"), >=, 300);
  g_assert_cmpint (
      ff_test_sample_count (f->store,
                            "SELECT count (*) FROM sessions WHERE unnamed_newcomers > unnamed"),
      ==, 0);
  /* Nobody is new twice. */
  g_assert_cmpint (ff_test_sample_count (
                       f->store, "SELECT max (times) FROM (SELECT count (*) AS times"
                                 " FROM check_ins WHERE newcomer = 1 GROUP BY participant_id)"),
                   ==, 1);
}

/* The main group's next date is this evening, and last week's plans wait for it. */
static void
test_tonight (FfTestSample *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = ff_test_sample_make_now (f, 15, 10);
  g_autoptr (GDateTime) midnight = ff_test_sample_make_now (f, 23, 59);
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (FfSession) last = NULL;
  FfWallTime start, week_before;
  FfOccurrence *tonight;
  guint from_last = 0;

  ff_test_sample_fill (f, f->store, FF_SAMPLE_FACILITATOR, 1);
  dates = ff_meeting_repository_list_occurrences (f->store, NULL, now, midnight, NULL, NULL);
  g_assert_cmpuint (dates->len, ==, 1);
  tonight = dates->pdata[0];
  g_assert_cmpint (g_date_time_get_hour (ff_occurrence_get_start (tonight)), ==, 19);

  start = *ff_occurrence_get_rule_time (tonight);
  week_before = ff_wall_time_add_days (&start, -7);
  last = ff_session_repository_find (f->store,
                                     ff_meeting_get_uid (ff_occurrence_get_meeting (tonight)),
                                     &week_before, NULL);
  g_assert_nonnull (last);
  items = ff_session_repository_list_items_to_review (f->store, ff_session_get_group (last), &start,
                                                      NULL, NULL);
  g_assert_cmpuint (items->len, >=, 3);
  g_assert_cmpuint (items->len, <=, 30);
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (ff_plan_item_get_set_at (items->pdata[i]), ff_session_get_uid (last)))
      from_last++;
  g_assert_cmpuint (from_last, >=, 3);
}

static void
test_times (FfTestSample *f, gconstpointer data)
{
  static const struct
  {
    int hour, minute, day, expected_hour, expected_minute;
  } times[] = {
    { 0, 30, 24, 19, 0 },   { 18, 0, 24, 19, 0 },  { 18, 10, 24, 19, 30 },
    { 19, 29, 24, 20, 30 }, { 19, 31, 25, 19, 0 }, { 23, 30, 25, 19, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GDateTime) now = ff_test_sample_make_now (f, times[i].hour, times[i].minute);
      g_autoptr (GDateTime) later = g_date_time_add_days (now, 2);
      g_autoptr (GPtrArray) dates = NULL;
      GAsyncResult *result = NULL;
      GDateTime *start;

      ff_sample_fill_async (f->store, FF_SAMPLE_COORDINATOR, 3, now, ff_test_on_result, &result);
      ff_test_assert_written (f->store, &result);
      {
        g_autoptr (GPtrArray) groups = ff_group_repository_list (f->store, NULL);
        const char *main_group = NULL;

        for (guint g = 0; g < groups->len; g++)
          if (g_str_equal (ff_group_get_name (groups->pdata[g]), "Kitsilano evening group"))
            main_group = ff_group_get_uid (groups->pdata[g]);
        dates
            = ff_meeting_repository_list_occurrences (f->store, main_group, now, later, NULL, NULL);
      }
      start = ff_occurrence_get_start (dates->pdata[0]);
      g_assert_cmpint (g_date_time_get_day_of_month (start), ==, times[i].day);
      g_assert_cmpint (g_date_time_get_hour (start), ==, times[i].expected_hour);
      g_assert_cmpint (g_date_time_get_minute (start), ==, times[i].expected_minute);
      ff_sample_remove_async (f->store, ff_test_on_result, &result);
      ff_test_assert_written (f->store, &result);
    }
}

static void
test_coordinator (FfTestSample *f, gconstpointer data)
{
  gint64 begin = g_get_monotonic_time ();

  ff_test_sample_fill (f, f->store, FF_SAMPLE_COORDINATOR, 1);
  g_test_message ("filled in %.2f s", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM groups"), ==, 300);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT name) FROM groups"), ==,
                   300);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM meetings"), ==, 500);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT programme) FROM groups"),
                   ==, 5);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT zone) FROM meetings"),
                   >=, 6);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM overrides"), >=, 3);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM sessions"), ==, 16);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM volunteers"), ==, 500);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT phone) FROM volunteers"),
                   ==, 500);
}

static void
assert_at_least (FfTestSample *f, gint64 expected, const char *sql)
{
  g_test_message ("%s", sql);
  g_assert_cmpint (ff_test_sample_count (f->store, sql), >=, expected);
}

/* Every way to meet, seasons off, holidays of each kind, and dates on which something differs. */
static void
test_listings (FfTestSample *f, gconstpointer data)
{
  static const char *const kinds[] = { "% hold %", "% cancel %", "% ask %" };

  ff_test_sample_fill (f, f->store, GPOINTER_TO_INT (data), 1);
  if (GPOINTER_TO_INT (data) == FF_SAMPLE_COORDINATOR)
    {
      assert_at_least (f, 4, "SELECT count (DISTINCT mode) FROM meetings");
      assert_at_least (f, 6, "SELECT count (DISTINCT setting) FROM groups");
      assert_at_least (f, 10, "SELECT count (DISTINCT region) FROM groups");
      assert_at_least (f, 15, "SELECT count (DISTINCT types) FROM meetings");
      assert_at_least (f, 3, "SELECT count (*) FROM overrides WHERE cancelled = 1");
      assert_at_least (f, 3, "SELECT count (*) FROM overrides WHERE held = 1");
      assert_at_least (f, 3, "SELECT count (*) FROM overrides WHERE place IS NOT NULL");
      assert_at_least (f, 3, "SELECT count (*) FROM groups WHERE language = 'fr-CA'");
    }
  assert_at_least (f, 1, "SELECT count (*) FROM meetings WHERE by_appointment = 1");
  assert_at_least (f, 1, "SELECT count (*) FROM meetings WHERE pauses <> ''");
  assert_at_least (f, 1, "SELECT count (*) FROM meetings WHERE passcode <> ''");
  assert_at_least (f, 1, "SELECT count (*) FROM meetings WHERE remarks <> '' OR notes <> ''");
  assert_at_least (f, 1, "SELECT count (*) FROM meetings WHERE address <> '' AND latitude > 40");
  assert_at_least (f, 1, "SELECT count (*) FROM overrides WHERE start IS NOT NULL");
  assert_at_least (f, 2, "SELECT count (*) FROM groups WHERE holidays_id IS NOT NULL");
  /* Up steps there is no wheelchair. */
  g_assert_cmpint (
      ff_test_sample_count (f->store,
                            "SELECT count (*) FROM meetings"
                            " WHERE ' ' || types || ' ' GLOB '* X *' AND access GLOB '*steps*'"),
      ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT count (*) FROM holiday_calendars WHERE days LIKE '%s'",
                             kinds[i]);

      assert_at_least (f, 2, sql);
    }
}

/* Of each programme's tools some were had lately, some long ago and some never, so that there is something to suggest; the own handout is
 * without a problem; and no number is anybody's. */
static void
test_handouts (FfTestSample *f, gconstpointer data)
{
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (NULL);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (FfHandout) handout = NULL;
  g_autoptr (FfProgramme) four_points
      = g_object_ref (ff_programme_find (programmes, "four-points"));
  guint offered = g_strv_length ((GStrv) ff_programme_get_handouts (four_points));

  ff_test_sample_fill (f, f->store, FF_SAMPLE_FACILITATOR, 1);
  assert_at_least (
      f, offered - offered / 4,
      "SELECT count (DISTINCT h.handout) FROM session_handouts AS h"
      " JOIN sessions AS s ON s.id = h.session_id JOIN groups AS g ON g.id = s.group_id"
      " WHERE g.programme = 'four-points'");
  g_assert_cmpint (ff_test_sample_count (
                       f->store, "SELECT count (*) FROM session_handouts WHERE copies IS NULL"),
                   ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM sessions WHERE id NOT IN"
                                                   " (SELECT session_id FROM session_handouts)"),
                   ==, 0);
  assert_at_least (f, 3, "SELECT count (*) FROM handout_marks WHERE favourite = 1");
  assert_at_least (f, 2, "SELECT count (DISTINCT group_id) FROM help_lines");
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (*) FROM help_lines"
                                                   " WHERE contact NOT GLOB '*555-01[0-9][0-9]'"
                                                   " OR name NOT GLOB 'Sample*'"),
                   ==, 0);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT sum (help_at_foot) FROM groups"), ==, 1);

  own = ff_handout_repository_list_own (f->store, NULL);
  g_assert_cmpuint (own->len, ==, 1);
  handout = ff_handout_new_from_markdown ("own-x", ((FfOwnHandout *) own->pdata[0])->markdown,
                                          catalogue, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpstr (ff_handout_get_title (handout), ==, ((FfOwnHandout *) own->pdata[0])->title);
  g_assert_cmpuint (ff_handout_get_minutes (handout), ==, 15);
}

static void
test_country (FfTestSample *f, gconstpointer data)
{
  gint64 begin = g_get_monotonic_time ();

  ff_test_sample_fill (f, f->store, FF_SAMPLE_COUNTRY, 1);
  g_test_message ("filled in %.2f s", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT name) FROM groups"), ==,
                   6000);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT uid) FROM meetings"), ==,
                   10000);
  g_assert_cmpint (ff_test_sample_count (f->store, "SELECT count (DISTINCT name) FROM volunteers"),
                   ==, 5000);
  assert_at_least (f, 1000, "SELECT count (*) FROM assignments");
}

/* Of everything that can be said of a volunteer there is something, and of each way in which a duty stands. */
static void
test_roster (FfTestSample *f, gconstpointer data)
{
  ff_test_sample_fill (f, f->store, FF_SAMPLE_COORDINATOR, 1);
  g_assert_cmpint (ff_test_sample_count (f->store,
                                         "SELECT count (*) FROM volunteers WHERE sample = 1"),
                   ==, 500);
  g_assert_cmpint (
      ff_test_sample_count (f->store, "SELECT count (DISTINCT serving) FROM volunteers"), ==, 4);
  g_assert_cmpint (
      ff_test_sample_count (f->store, "SELECT count (DISTINCT status) FROM assignments"), ==, 5);
  assert_at_least (f, 5, "SELECT count (*) FROM volunteers WHERE cap_week > 0 AND reach > 0");
  assert_at_least (f, 5, "SELECT count (*) FROM volunteers WHERE emergency_name <> ''");
  assert_at_least (f, 2, "SELECT count (*) FROM volunteers WHERE online_only + only_groups > 0");
  assert_at_least (f, 2, "SELECT count (*) FROM trainings WHERE until < '2026-11-24'");
  assert_at_least (f, 2,
                   "SELECT count (*) FROM trainings"
                   " WHERE until BETWEEN '2026-11-24' AND '2027-01-24'");
  assert_at_least (f, 5, "SELECT count (*) FROM absences");
  assert_at_least (f, 3, "SELECT count (DISTINCT wish) FROM availabilities");
  assert_at_least (f, 5, "SELECT count (*) FROM volunteer_languages WHERE language = 'fr'");
  assert_at_least (f, 5, "SELECT count (*) FROM hours");
  assert_at_least (f, 25, "SELECT count (DISTINCT volunteer_id) FROM assignments");
  /* Nobody has a duty whom something speaks against, and the weeks far ahead are empty. */
  g_assert_cmpint (ff_test_sample_count (
                       f->store, "SELECT count (*) FROM assignments AS a JOIN absences AS x"
                                 " ON x.volunteer_id = a.volunteer_id"
                                 " AND substr (a.rule_time, 1, 10) BETWEEN x.first AND x.last"
                                 " WHERE NOT EXISTS (SELECT 1 FROM overrides AS o WHERE"
                                 " o.meeting_id = a.meeting_id AND o.rule_time = a.rule_time)"),
                   ==, 0);
  g_assert_cmpint (ff_test_sample_count (
                       f->store,
                       "SELECT count (*) FROM assignments AS a JOIN role_requirements AS n"
                       " ON n.role_id = a.role_id WHERE NOT EXISTS (SELECT 1 FROM trainings AS t"
                       " WHERE t.volunteer_id = a.volunteer_id"
                       " AND t.requirement_id = n.requirement_id"
                       " AND t.done <= substr (a.rule_time, 1, 10)"
                       " AND coalesce (t.until, '9') >= substr (a.rule_time, 1, 10))"),
                   ==, 0);
  g_assert_cmpint (
      ff_test_sample_count (f->store,
                            "SELECT count (*) FROM assignments WHERE rule_time > '2027-01-10'"),
      ==, 0);
  ff_test_sample_assert_sound (f);
}

/* All rows of all tables that hold data, in order. */
static char *
describe (FfStore *store)
{
  static const struct
  {
    const char *sql;
    int columns;
  } tables[] = {
    { "SELECT * FROM groups", 19 },
    { "SELECT * FROM meetings", 32 },
    { "SELECT * FROM overrides", 12 },
    { "SELECT * FROM sessions", 8 },
    { "SELECT * FROM participants", 7 },
    { "SELECT * FROM session_handouts", 4 },
    { "SELECT * FROM check_ins", 6 },
    { "SELECT * FROM plan_items", 9 },
    { "SELECT * FROM holiday_calendars", 6 },
    { "SELECT * FROM own_handouts", 6 },
    { "SELECT * FROM handout_marks", 4 },
    { "SELECT * FROM help_lines", 6 },
    { "SELECT * FROM volunteers", 26 },
    { "SELECT * FROM trainings", 6 },
    { "SELECT * FROM availabilities", 6 },
    { "SELECT * FROM absences", 5 },
    { "SELECT * FROM assignments", 14 },
    { "SELECT * FROM hours", 6 },
    { "SELECT * FROM needs", 6 },
    { "SELECT * FROM volunteer_steps", 4 },
  };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (FfStatement) statement
          = ff_statement_new (ff_store_get_connection (store, NULL), tables[i].sql);

      while (ff_statement_next (statement))
        for (int column = 0; column < tables[i].columns; column++)
          {
            const char *text = ff_statement_get_text (statement, column);

            g_string_append_printf (all, "%s|", text != NULL ? text : "-");
          }
      g_assert_true (ff_statement_finish (statement, NULL));
    }
  return g_string_free_and_steal (all);
}

static void
test_seed (FfTestSample *f, gconstpointer data)
{
  static const guint32 seeds[] = { 5, 5, 6 };
  char *described[3];

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s/%u", f->folder, i);
      FfStore *store = ff_test_open (folder);

      ff_test_sample_fill (f, store, FF_SAMPLE_COORDINATOR, seeds[i]);
      described[i] = describe (store);
      ff_test_close (store);
    }
  g_assert_cmpuint (strlen (described[0]), >, 50000);
  g_assert_true (g_str_equal (described[0], described[1]));
  g_assert_false (g_str_equal (described[0], described[2]));
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    g_free (described[i]);
}

/* The search index and the checks stand up to the real thing. */
static void
test_sound (FfTestSample *f, gconstpointer data)
{
  ff_test_sample_fill (f, f->store, FF_SAMPLE_FACILITATOR, 2);
  ff_test_sample_assert_sound (f);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/sample/" name, FfTestSample, NULL, ff_test_sample_set_up, func,                    \
              ff_test_sample_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("facilitator", test_facilitator);
  ADD ("notes", test_notes);
  ADD ("tonight", test_tonight);
  ADD ("times", test_times);
  ADD ("coordinator", test_coordinator);
  ADD ("handouts", test_handouts);
  ADD ("country", test_country);
  ADD ("roster", test_roster);
  g_test_add ("/sample/listings-of-facilitator", FfTestSample,
              GINT_TO_POINTER (FF_SAMPLE_FACILITATOR), ff_test_sample_set_up, test_listings,
              ff_test_sample_tear_down);
  g_test_add ("/sample/listings-of-coordinator", FfTestSample,
              GINT_TO_POINTER (FF_SAMPLE_COORDINATOR), ff_test_sample_set_up, test_listings,
              ff_test_sample_tear_down);
  ADD ("seed", test_seed);
  ADD ("sound", test_sound);

  return g_test_run ();
}
