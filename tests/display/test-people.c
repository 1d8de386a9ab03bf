/* test-people.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of people and the page of one of them: what is shown, and what is told when it cannot be read.
 */

#include "ff-config.h"

#include "ff-participant-repository.h"
#include "ff-person-entry-row.h"
#include "ff-person-helped.h"
#include "ff-person-history.h"
#include "ff-person-plan.h"
#include "ff-review-row.h"
#include "ff-test-people-page.h"
#include "ff-weeks-chart.h"

/* --- The list --- */

static GListModel *
get_rows (FfTestPeople *fixture)
{
  GtkListView *view = GTK_LIST_VIEW (ff_test_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL));

  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

#define until_people(fixture, n)                                                                   \
  ff_test_until (g_list_model_get_n_items (get_rows (fixture)) == (n))

#define until_laid_out(adjustment)                                                                 \
  ff_test_until (gtk_adjustment_get_page_size (adjustment) > 1                                     \
                 && gtk_adjustment_get_upper (adjustment)                                          \
                        > gtk_adjustment_get_page_size (adjustment))

static char *
dup_alias (FfTestPeople *fixture, guint position)
{
  g_autoptr (FfPerson) person = g_list_model_get_item (get_rows (fixture), position);

  return g_strdup (ff_person_get_alias (person));
}

static void
type_filter (FfTestPeople *fixture, const char *text)
{
  GtkWidget *entry = ff_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
test_list (FfTestPeople *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *found = NULL;
  GtkWidget *row, *entry;

  ff_test_people_add (fixture);
  ff_test_people_open_list (fixture);
  until_people (fixture, 2);
  first = dup_alias (fixture, 0);
  g_assert_cmpstr (first, ==, "Sam");

  ff_test_until (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Here 2 weeks ago · 1 plan item"));
  ff_test_until (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Here last week"));
  row = gtk_widget_get_parent (gtk_widget_get_parent (
      gtk_widget_get_parent (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Sam"))));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sam");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Here last week · New");
  entry = ff_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Find a person by the beginning of their name");

  type_filter (fixture, "ROB");
  until_people (fixture, 1);
  found = dup_alias (fixture, 0);
  g_assert_cmpstr (found, ==, "Robin");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->heard->str, ==, "chosen Robin; ");
  type_filter (fixture, "zz");
  ff_test_people_until_state (fixture, "nobody");
  type_filter (fixture, "");
  ff_test_people_until_state (fixture, "people");
}

static void
test_list_empty (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_people_open_list (fixture);
  ff_test_people_until_state (fixture, "empty");
  g_assert_true (
      ff_test_is_shown (ff_test_find (fixture->page, ADW_TYPE_STATUS_PAGE, "Nobody Here Yet")));
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL)));

  /* Who checks in appears. */
  ff_test_check_in (&fixture->shell, fixture->group, "2026-11-17", "Sam", -1, "");
  ff_test_people_until_state (fixture, "people");
}

/* The group that is chosen decides who is there. */
static void
test_list_of_group (FfTestPeople *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) other = ff_test_add_group (&fixture->shell, "Thursday", FALSE);

  ff_test_people_add (fixture);
  ff_test_people_open_list (fixture);
  until_people (fixture, 2);
  ff_people_list_set_group (FF_PEOPLE_LIST (fixture->page), other);
  ff_test_people_until_state (fixture, "empty");
  ff_people_list_set_group (FF_PEOPLE_LIST (fixture->page), fixture->group);
  until_people (fixture, 2);
  ff_people_list_mark (FF_PEOPLE_LIST (fixture->page), "Robin");
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_rows (fixture)), 1));
  g_assert_cmpuint (fixture->heard->len, ==, 0);
}

static void
test_list_of_many (FfTestPeople *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *alias = g_strdup_printf ("Person %03u", i);

      ff_test_check_in (&fixture->shell, fixture->group, "2026-11-17", alias, -1, "");
    }
  ff_test_people_open_list (fixture);
  until_people (fixture, 100);
  adjustment = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (ff_test_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL)));
  until_laid_out (adjustment);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  until_people (fixture, 130);
}

static void
test_hidden_names (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_people_add (fixture);
  ff_test_people_open_list (fixture);
  until_people (fixture, 2);
  type_filter (fixture, "Rob");
  ff_context_set_hide_names (fixture->shell.context, TRUE);
  ff_test_until (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Person 2"));
  g_assert_null (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Robin"));
  g_assert_false (
      gtk_widget_get_sensitive (ff_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL)));
  ff_context_set_hide_names (fixture->shell.context, FALSE);
  ff_test_until (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Robin"));
  ff_test_people_close_window (fixture);

  ff_context_set_hide_names (fixture->shell.context, TRUE);
  ff_test_people_open_person (fixture, "Robin");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Someone");
  ff_context_set_hide_names (fixture->shell.context, FALSE);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Robin");
}

static void
test_list_trouble (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_people_open_list (fixture);
  ff_test_people_until_state (fixture, "empty");
  ff_test_people_close_store (fixture);
  type_filter (fixture, "Rob");
  ff_test_until (ff_test_find (fixture->window, g_type_from_name ("AdwToastWidget"), NULL));
}

/* --- The page --- */

static guint
count_rows (FfTestPeople *fixture)
{
  GtkWidget *history = ff_test_people_find (fixture, FF_TYPE_PERSON_HISTORY, NULL);
  GtkWidget *row = ff_test_find (history, FF_TYPE_PERSON_ENTRY_ROW, NULL);
  guint n = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static void
test_page (FfTestPeople *fixture, gconstpointer data)
{
  GtkWidget *chart, *helped, *row;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Robin");
  g_assert_nonnull (ff_test_find (ff_test_people_find (fixture, FF_TYPE_PERSON_PLAN, NULL),
                                  GTK_TYPE_LABEL, "Walk before work"));
  chart = ff_test_people_find (fixture, FF_TYPE_WEEKS_CHART, NULL);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Urge and balance over weeks");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Urge from 7 to 5 over 2 weeks.");
  g_assert_false (gtk_widget_get_focusable (chart));
  helped = ff_test_people_find (fixture, FF_TYPE_PERSON_HELPED, NULL);
  g_assert_true (ff_test_is_shown (helped));
  g_assert_nonnull (ff_test_find (helped, ADW_TYPE_ACTION_ROW, "Call my sister"));

  g_assert_cmpuint (count_rows (fixture), ==, 2);
  row = ff_test_people_find (fixture, FF_TYPE_PERSON_ENTRY_ROW, NULL);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Tuesday 10 November");
  g_assert_nonnull (ff_test_find (row, GTK_TYPE_LABEL, "Better"));
  g_assert_nonnull (ff_test_find (row, GTK_TYPE_LABEL, "Urge 5"));
  gtk_widget_activate (row);
  ff_test_until (fixture->heard->len > 0);
  g_assert_true (g_str_has_prefix (fixture->heard->str, "session "));
  g_assert_true (g_str_has_suffix (fixture->heard->str, "-2026-11-10; "));
}

/* Nothing is shown for what was never said. */
static void
test_page_of_newcomer (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Sam");
  g_assert_false (
      gtk_widget_get_visible (ff_test_people_find (fixture, FF_TYPE_PERSON_PLAN, NULL)));
  g_assert_false (
      gtk_widget_get_visible (ff_test_people_find (fixture, FF_TYPE_PERSON_HELPED, NULL)));
  g_assert_false (ff_test_is_shown (ff_test_people_find (fixture, FF_TYPE_WEEKS_CHART, NULL)));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static FfOutcome
read_outcome (FfTestPeople *fixture)
{
  g_autoptr (FfPersonRecord) record
      = ff_participant_repository_get_record (fixture->shell.store, "Robin", NULL);
  FfPersonEntry *entry = g_ptr_array_index (ff_person_record_get_entries (record), 0);

  return ff_plan_item_get_outcome (g_ptr_array_index (entry->plan, 0));
}

static void
test_mark_plan (FfTestPeople *fixture, gconstpointer data)
{
  GtkWidget *row, *outcomes;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  row = ff_test_people_find (fixture, FF_TYPE_REVIEW_ROW, NULL);
  outcomes = ff_test_find (row, ADW_TYPE_TOGGLE_GROUP, NULL);
  gtk_test_accessible_assert_property (outcomes, GTK_ACCESSIBLE_PROPERTY_LABEL, "Walk before work");
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (outcomes), 1);
  ff_test_until (read_outcome (fixture) == FF_OUTCOME_PARTLY);
  ff_test_until (ff_test_find (ff_test_people_find (fixture, FF_TYPE_PERSON_HISTORY, NULL),
                               GTK_TYPE_LABEL, "Walk before work · Partly"));
  /* It stays, the same row, to be marked otherwise. */
  g_assert_true (ff_test_find (fixture->page, FF_TYPE_REVIEW_ROW, NULL) == row);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (outcomes), 0);
  ff_test_until (read_outcome (fixture) == FF_OUTCOME_DONE);
  ff_test_until (ff_test_find (ff_test_people_find (fixture, FF_TYPE_PERSON_HELPED, NULL),
                               ADW_TYPE_ACTION_ROW, "Walk before work"));
}

static void
test_ten_years (FfTestPeople *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *scroller;
  guint n_first;

  for (guint week = 0; week < 520; week++)
    {
      g_autoptr (GDateTime) start = g_date_time_new_utc (2016, 11, 29, 0, 0, 0);
      g_autoptr (GDateTime) day = g_date_time_add_days (start, (int) week * 7);
      g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

      ff_test_check_in (&fixture->shell, fixture->group, date, "Robin", (int) week % 11, "Came");
    }
  ff_test_people_open_person (fixture, "Robin");
  scroller = gtk_widget_get_ancestor (ff_test_people_find (fixture, FF_TYPE_PERSON_HISTORY, NULL),
                                      GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  until_laid_out (adjustment);
  n_first = count_rows (fixture);
  g_assert_cmpuint (n_first, <=, 40);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  ff_test_until (count_rows (fixture) > n_first);
  ff_test_settle ();
  g_assert_cmpuint (count_rows (fixture), <, 200);
}

static void
test_page_trouble (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_people_add (fixture);
  ff_test_people_close_store (fixture);
  ff_test_people_open_page (fixture, "Robin");
  ff_test_people_until_state (fixture, "trouble");
  g_assert_true (*adw_status_page_get_description (ADW_STATUS_PAGE (
                     ff_test_people_find (fixture, ADW_TYPE_STATUS_PAGE, "This Could Not Be Read")))
                 != '\0');
  g_signal_emit_by_name (ff_test_people_find (fixture, GTK_TYPE_BUTTON, "Try Again"), "clicked");
  ff_test_people_until_state (fixture, "trouble");
}

static void
test_nobody (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_people_open_page (fixture, "nobody");
  ff_test_people_until_state (fixture, "gone");
  g_assert_cmpstr (fixture->heard->str, ==, "gone -; ");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test, data)                                                                      \
  g_test_add ("/people/" path, FfTestPeople, data, ff_test_people_set_up, test,                    \
              ff_test_people_tear_down)

  ADD ("list", test_list, NULL);
  ADD ("list-empty", test_list_empty, NULL);
  ADD ("list-of-group", test_list_of_group, NULL);
  ADD ("list-of-many", test_list_of_many, NULL);
  ADD ("list-trouble", test_list_trouble, NULL);
  ADD ("hidden-names", test_hidden_names, NULL);
  ADD ("page", test_page, NULL);
  ADD ("page-of-newcomer", test_page_of_newcomer, NULL);
  ADD ("mark-plan", test_mark_plan, NULL);
  ADD ("ten-years", test_ten_years, NULL);
  ADD ("page-trouble", test_page_trouble, NULL);
  ADD ("nobody", test_nobody, NULL);

  return g_test_run ();
}
