/* test-filling-result.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was found for a rota: how good it is in words, and its lines, however many there are.
 */

#include <math.h>

#include "ff-filling-line.h"
#include "ff-filling-result.h"
#include "ff-filling-words.h"
#include "ff-rota-reading.h"
#include "ff-rota-solving.h"
#include "ff-test-rota.h"

#define N_WEEKS 4

static FfRotaPlan *
make_plan (FfTestPage *f, int weeks)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 23, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, weeks);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRota) rota = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  f->result = NULL;
  ff_rota_reading_async (f->context, NULL, from, until, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  rota = ff_rota_reading_finish (done, &error);
  g_assert_no_error (error);
  return ff_rota_solve (rota, FF_SOLVING_GREEDY, 0, NULL, NULL, NULL);
}

/* Each level's bound, as far from what was reached as is said. */
static void
set_distances (FfRotaPlan *plan, const double *distances)
{
  for (guint i = 0; i < FF_N_LEVELS; i++)
    ff_rota_plan_set_bound (plan, (FfLevel) i,
                            ff_rota_plan_get_measure (plan, (FfLevel) i).reached
                                + (i <= FF_LEVEL_OPTIONAL ? 1 : -1) * distances[i]);
}

/* What a coordinator is told of how good it is, for each way in which that can be known or not. */
static void
test_words (FfTestPage *f, gconstpointer data)
{
  static const struct
  {
    double distances[FF_N_LEVELS];
    gboolean kept;
    const char *words;
  } cases[] = {
    { { 0, 0, 0, 0, 0, 0, 0 }, FALSE, "This is proven to be the best." },
    { { 0, 0, 0, 0, 0, 0, 0 }, TRUE, "This is proven to be the best." },
    { { 0, 0, 0, 0.03, 0, 0, 0 },
      FALSE,
      "No more places can be filled. In fairness and wishes at most 2 in 100 better can exist." },
    { { 0, 0, 0.001, 0, 0, 0, 0 },
      TRUE,
      "No more places can be filled. In fairness and wishes at most 1 in 100 better can exist." },
    { { 0, 0, 0.3, 0.1, 0, 0, 0 },
      FALSE,
      "No more places can be filled. In fairness and wishes at most 30 in 100 better can exist. "
      "More time may find better." },
    { { 0, 0, NAN, NAN, 0, 0, 0 },
      TRUE,
      "No more places can be filled. How much fairer they could be shared out is not known yet. "
      "It was stopped early: more time may find better." },
    { { 1, 0, 0, 0, 0, 0, 0 },
      FALSE,
      "At most 1 more needed place could be filled. More time may find better." },
    { { 2.5, 0, NAN, 0, 0, 0, 0 },
      TRUE,
      "At most 3 more needed places could be filled. It was stopped early: more time may find "
      "better." },
    { { 0, 2, NAN, 0, 0, 0, 0 },
      FALSE,
      "At most 2 more places could be filled. More time may find better." },
    { { NAN, NAN, NAN, NAN, NAN, NAN, NAN },
      FALSE,
      "Whether more places can be filled is not known yet. More time may find better." },
  };
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_add_volunteer (f, "ana", "Ana", "");
  ff_test_rota_add_volunteer (f, "ben", "Ben", "");
  plan = make_plan (f, N_WEEKS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      set_distances (plan, cases[i].distances);
      words = ff_filling_words_summary (plan, cases[i].kept);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (ff_filling_words_is_best (plan), ==, i < 2);
    }
}

static void
test_measures (FfTestPage *f, gconstpointer data)
{
  static const struct
  {
    FfLevel level;
    double distance;
    const char *reached;
    const char *bound;
  } cases[] = {
    { FF_LEVEL_REQUIRED, 0, "4 of 4 needed places have somebody", "Nobody could fill more" },
    { FF_LEVEL_REQUIRED, 2, "4 of 4 needed places have somebody", "At most 2 more are possible" },
    { FF_LEVEL_OPTIONAL, 0, NULL, "Nobody could fill more" },
    { FF_LEVEL_WORST, 0.25, "Nobody has more than 50 % of what they could take",
      "At most 25 in 100 better can exist" },
    { FF_LEVEL_STRANGERS, 1, "4 places go to somebody who is not of the group",
      "At most 1 fewer is possible" },
    { FF_LEVEL_SPREAD, NAN, "How evenly it is spread over everybody",
      "Whether better is possible is not known yet" },
  };
  g_autoptr (FfRotaPlan) plan = NULL;

  ff_test_rota_add_volunteer (f, "ana", "Ana", "");
  ff_test_rota_add_volunteer (f, "ben", "Ben", "");
  plan = make_plan (f, N_WEEKS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double distances[FF_N_LEVELS] = { 0 };
      g_autofree char *bound = NULL;
      g_autofree char *reached = NULL;

      distances[cases[i].level] = cases[i].distance;
      set_distances (plan, distances);
      reached = ff_filling_words_measure (plan, cases[i].level, &bound);
      g_assert_cmpstr (reached, ==, cases[i].reached);
      g_assert_cmpstr (bound, ==, cases[i].bound);
    }
}

/* Whoever does all that they could do is nothing to speak of. */
static void
test_all_of_it (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfRotaPlan) plan = NULL;
  g_autofree char *bound = NULL;
  g_autofree char *fair = NULL;
  g_autofree char *measure = NULL;

  ff_test_rota_add_volunteer (f, "ana", "Ana", "");
  plan = make_plan (f, N_WEEKS);
  g_assert_cmpfloat_with_epsilon (ff_rota_plan_get_measure (plan, FF_LEVEL_WORST).reached, 1, 1e-6);
  fair = ff_filling_words_fair (plan);
  g_assert_null (fair);
  measure = ff_filling_words_measure (plan, FF_LEVEL_WORST, &bound);
  g_assert_null (measure);
}

static GPtrArray *
make_lines (FfTestPage *f, FfRotaPlan *plan)
{
  g_autoptr (GAsyncResult) done = NULL;

  f->result = NULL;
  ff_filling_lines_make_async (plan, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  return ff_filling_lines_make_finish (done, NULL);
}

/* A meeting far away is at an hour of its own clock, and it is said whose. */
static void
test_zones (FfTestPage *f, gconstpointer data)
{
  const FfWallTime start = { 2026, 11, 25, 22, 0 };
  g_autoptr (FfMeeting) far = ff_meeting_new ("meeting-2");
  g_autoptr (FfRotaPlan) plan = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  ff_test_rota_add_volunteer (f, "ana", "Ana", "");
  ff_meeting_set_group (far, "group-1");
  ff_meeting_set_start (far, &start);
  ff_meeting_set_minutes (far, 60);
  ff_meeting_set_rule (far, "FREQ=WEEKLY");
  ff_meeting_set_zone (far, "America/Toronto");
  ff_test_save_meeting (f->store, far);
  plan = make_plan (f, 1);
  lines = make_lines (f, plan);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *spoken = ff_filling_line_make_spoken (g_ptr_array_index (lines, i));

      g_string_append_printf (all, "%s; ", spoken);
    }
  g_assert_cmpstr (
      all->str, ==,
      "22–28 November 2026; Tuesday 24 November 7:00\u00a0PM, Harbour, Facilitator: Ana gets it; "
      "Wednesday 25 November 10:00\u00a0PM Toronto time, Harbour, Facilitator: Ana gets it; ");
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* Thousands of lines: only those that can be seen, and some around them, are ever put on the screen. */
static void
test_thousands (FfTestPage *f, gconstpointer data)
{
  GtkWidget *page = g_object_new (FF_TYPE_FILLING_RESULT, NULL);
  g_autoptr (FfRotaPlan) plan = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *list;
  guint n;

  for (guint i = 0; i < 22; i++)
    {
      g_autofree char *uid = g_strdup_printf ("daily-%u", i);

      ff_test_page_add_meeting (f, uid, "group-1",
                                (FfWallTime) { 2026, 11, 23, (guint8) (9 + i / 2), 0 },
                                "FREQ=DAILY");
    }
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *uid = g_strdup_printf ("daily-%u", i);

      ff_test_rota_add_volunteer (f, uid, uid, "");
    }
  plan = make_plan (f, 26);
  lines = make_lines (f, plan);
  g_assert_cmpuint (lines->len, >, 4000);

  adw_bin_set_child (ADW_BIN (ff_test_rota_get_page (f)), page);
  ff_filling_result_show (FF_FILLING_RESULT (page), plan, lines, FALSE);
  ff_test_page_run (200);
  list = ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL);
  n = count_children (list);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, <, 400);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (list), lines->len - 1, GTK_LIST_SCROLL_NONE, NULL);
  ff_test_page_run (200);
  g_assert_cmpuint (count_children (list), <, 400);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/filling-result/" path, FfTestPage, NULL, ff_test_rota_set_up, function,            \
              ff_test_page_tear_down)
  ADD ("words", test_words);
  ADD ("measures", test_measures);
  ADD ("all-of-it", test_all_of_it);
  ADD ("zones", test_zones);
  ADD ("thousands", test_thousands);
#undef ADD

  return g_test_run ();
}
