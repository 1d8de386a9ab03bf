/* test-people.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of people and the page of one of them: what is shown, every dialog, and what is told when something fails.
 */

#include "ff-config.h"

#include "ff-consent-dialog.h"
#include "ff-merge-dialog.h"
#include "ff-participant-repository.h"
#include "ff-people-list.h"
#include "ff-person-entry-row.h"
#include "ff-person-helped.h"
#include "ff-person-history.h"
#include "ff-person-page.h"
#include "ff-person-plan.h"
#include "ff-rename-dialog.h"
#include "ff-review-row.h"
#include "ff-test-people.h"
#include "ff-weeks-chart.h"

typedef struct
{
  FfTestShell shell;
  FfGroup *group;
  GtkWidget *window;
  GtkWidget *page; /* or the list */
  GString *heard;  /* what its signals said: "signal argument; " */
  gboolean is_closed;
} Fixture;

static void
on_chosen (Fixture *fixture, const char *uid)
{
  g_string_append_printf (fixture->heard, "chosen %s; ", uid);
}

static void
on_session_chosen (Fixture *fixture, const char *uid)
{
  g_string_append_printf (fixture->heard, "session %s; ", uid);
}

static void
on_gone (Fixture *fixture, const char *instead)
{
  g_string_append_printf (fixture->heard, "gone %s; ", instead != NULL ? instead : "-");
}

static void
open_window (Fixture *fixture, GtkWidget *page)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->page = page;
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ff_test_until (gtk_widget_get_mapped (page));
}

static void
open_list (Fixture *fixture)
{
  open_window (fixture, ff_people_list_new (fixture->shell.context));
  g_signal_connect_swapped (fixture->page, "chosen", G_CALLBACK (on_chosen), fixture);
}

static GtkWidget *
get_shown (Fixture *fixture)
{
  return ff_test_find (fixture->page, GTK_TYPE_STACK, NULL);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_shown (fixture)));
}

#define until_state(fixture, name) ff_test_until (g_strcmp0 (get_state (fixture), name) == 0)

static void
open_page (Fixture *fixture, const char *person)
{
  open_window (fixture, GTK_WIDGET (ff_person_page_new (fixture->shell.context, person)));
  g_signal_connect_swapped (fixture->page, "session-chosen", G_CALLBACK (on_session_chosen),
                            fixture);
  g_signal_connect_swapped (fixture->page, "gone", G_CALLBACK (on_gone), fixture);
}

static void
open_person (Fixture *fixture, const char *person)
{
  open_page (fixture, person);
  until_state (fixture, "person");
}

static void
close_window (Fixture *fixture)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (page == NULL);
  fixture->window = NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->group = ff_test_add_group (&fixture->shell, "Tuesday", FALSE);
  fixture->heard = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    close_window (fixture);
  if (fixture->is_closed)
    {
      ff_test_settle ();
      g_assert_finalize_object (fixture->shell.context);
      g_assert_finalize_object (fixture->shell.store);
      ff_test_remove_tree (fixture->shell.folder);
      g_free (fixture->shell.folder);
    }
  else
    {
      ff_test_shell_tear_down (&fixture->shell);
    }
  g_assert_finalize_object (fixture->group);
  g_string_free (fixture->heard, TRUE);
}

static void
close_store (Fixture *fixture)
{
  ff_store_close_async (fixture->shell.store, ff_test_closed_cb, &fixture->is_closed);
  ff_test_until (fixture->is_closed);
}

/* Robin has come for some weeks, Sam once. */
static void
add_people (Fixture *fixture)
{
  FfTestShell *shell = &fixture->shell;

  ff_test_check_in (shell, fixture->group, "2026-10-27", "Robin", 7, "A hard week");
  ff_test_plan (shell, fixture->group, "2026-10-27", "Robin", "Call my sister", FF_OUTCOME_DONE);
  ff_test_check_in (shell, fixture->group, "2026-11-10", "Robin", 5, "Better");
  ff_test_plan (shell, fixture->group, "2026-11-10", "Robin", "Walk before work", FF_OUTCOME_OPEN);
  ff_test_check_in (shell, fixture->group, "2026-11-17", "Sam", -1, "Looking around");
}

/* --- The list --- */

static GListModel *
get_rows (Fixture *fixture)
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
dup_alias (Fixture *fixture, guint position)
{
  g_autoptr (FfPerson) person = g_list_model_get_item (get_rows (fixture), position);

  return g_strdup (ff_person_get_alias (person));
}

static void
type_filter (Fixture *fixture, const char *text)
{
  GtkWidget *entry = ff_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *found = NULL;
  GtkWidget *row, *entry;

  add_people (fixture);
  open_list (fixture);
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
  until_state (fixture, "nobody");
  type_filter (fixture, "");
  until_state (fixture, "people");
}

static void
test_list_empty (Fixture *fixture, gconstpointer data)
{
  open_list (fixture);
  until_state (fixture, "empty");
  g_assert_true (
      ff_test_is_shown (ff_test_find (fixture->page, ADW_TYPE_STATUS_PAGE, "Nobody Here Yet")));
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL)));

  /* Who checks in appears. */
  ff_test_check_in (&fixture->shell, fixture->group, "2026-11-17", "Sam", -1, "");
  until_state (fixture, "people");
}

/* The group that is chosen decides who is there. */
static void
test_list_of_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) other = ff_test_add_group (&fixture->shell, "Thursday", FALSE);

  add_people (fixture);
  open_list (fixture);
  until_people (fixture, 2);
  ff_people_list_set_group (FF_PEOPLE_LIST (fixture->page), other);
  until_state (fixture, "empty");
  ff_people_list_set_group (FF_PEOPLE_LIST (fixture->page), fixture->group);
  until_people (fixture, 2);
  ff_people_list_mark (FF_PEOPLE_LIST (fixture->page), "Robin");
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_rows (fixture)), 1));
  g_assert_cmpuint (fixture->heard->len, ==, 0);
}

static void
test_list_of_many (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *alias = g_strdup_printf ("Person %03u", i);

      ff_test_check_in (&fixture->shell, fixture->group, "2026-11-17", alias, -1, "");
    }
  open_list (fixture);
  until_people (fixture, 100);
  adjustment = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (ff_test_find (fixture->page, GTK_TYPE_LIST_VIEW, NULL)));
  until_laid_out (adjustment);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  until_people (fixture, 130);
}

static void
test_hidden_names (Fixture *fixture, gconstpointer data)
{
  add_people (fixture);
  open_list (fixture);
  until_people (fixture, 2);
  type_filter (fixture, "Rob");
  ff_context_set_hide_names (fixture->shell.context, TRUE);
  ff_test_until (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Person 2"));
  g_assert_null (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Robin"));
  g_assert_false (
      gtk_widget_get_sensitive (ff_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL)));
  ff_context_set_hide_names (fixture->shell.context, FALSE);
  ff_test_until (ff_test_find (fixture->page, GTK_TYPE_LABEL, "Robin"));
  close_window (fixture);

  ff_context_set_hide_names (fixture->shell.context, TRUE);
  open_person (fixture, "Robin");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Someone");
  ff_context_set_hide_names (fixture->shell.context, FALSE);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Robin");
}

static void
test_list_trouble (Fixture *fixture, gconstpointer data)
{
  open_list (fixture);
  until_state (fixture, "empty");
  close_store (fixture);
  type_filter (fixture, "Rob");
  ff_test_until (ff_test_find (fixture->window, g_type_from_name ("AdwToastWidget"), NULL));
}

/* --- The page --- */

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *found;

  ff_test_until ((found = ff_test_find (fixture->page, type, label)) != NULL);
  return found;
}

static guint
count_rows (Fixture *fixture)
{
  GtkWidget *history = find (fixture, FF_TYPE_PERSON_HISTORY, NULL);
  GtkWidget *row = ff_test_find (history, FF_TYPE_PERSON_ENTRY_ROW, NULL);
  guint n = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart, *helped, *row;

  add_people (fixture);
  open_person (fixture, "Robin");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Robin");
  g_assert_nonnull (
      ff_test_find (find (fixture, FF_TYPE_PERSON_PLAN, NULL), GTK_TYPE_LABEL, "Walk before work"));
  chart = find (fixture, FF_TYPE_WEEKS_CHART, NULL);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Urge and balance over weeks");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Urge from 7 to 5 over 2 weeks.");
  g_assert_false (gtk_widget_get_focusable (chart));
  helped = find (fixture, FF_TYPE_PERSON_HELPED, NULL);
  g_assert_true (ff_test_is_shown (helped));
  g_assert_nonnull (ff_test_find (helped, ADW_TYPE_ACTION_ROW, "Call my sister"));

  g_assert_cmpuint (count_rows (fixture), ==, 2);
  row = find (fixture, FF_TYPE_PERSON_ENTRY_ROW, NULL);
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
test_page_of_newcomer (Fixture *fixture, gconstpointer data)
{
  add_people (fixture);
  open_person (fixture, "Sam");
  g_assert_false (gtk_widget_get_visible (find (fixture, FF_TYPE_PERSON_PLAN, NULL)));
  g_assert_false (gtk_widget_get_visible (find (fixture, FF_TYPE_PERSON_HELPED, NULL)));
  g_assert_false (ff_test_is_shown (find (fixture, FF_TYPE_WEEKS_CHART, NULL)));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static FfOutcome
read_outcome (Fixture *fixture)
{
  g_autoptr (FfPersonRecord) record
      = ff_participant_repository_get_record (fixture->shell.store, "Robin", NULL);
  FfPersonEntry *entry = g_ptr_array_index (ff_person_record_get_entries (record), 0);

  return ff_plan_item_get_outcome (g_ptr_array_index (entry->plan, 0));
}

static void
test_mark_plan (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *outcomes;

  add_people (fixture);
  open_person (fixture, "Robin");
  row = find (fixture, FF_TYPE_REVIEW_ROW, NULL);
  outcomes = ff_test_find (row, ADW_TYPE_TOGGLE_GROUP, NULL);
  gtk_test_accessible_assert_property (outcomes, GTK_ACCESSIBLE_PROPERTY_LABEL, "Walk before work");
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (outcomes), 1);
  ff_test_until (read_outcome (fixture) == FF_OUTCOME_PARTLY);
  ff_test_until (ff_test_find (find (fixture, FF_TYPE_PERSON_HISTORY, NULL), GTK_TYPE_LABEL,
                               "Walk before work · Partly"));
  /* It stays, the same row, to be marked otherwise. */
  g_assert_true (ff_test_find (fixture->page, FF_TYPE_REVIEW_ROW, NULL) == row);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (outcomes), 0);
  ff_test_until (read_outcome (fixture) == FF_OUTCOME_DONE);
  ff_test_until (ff_test_find (find (fixture, FF_TYPE_PERSON_HELPED, NULL), ADW_TYPE_ACTION_ROW,
                               "Walk before work"));
}

static void
test_ten_years (Fixture *fixture, gconstpointer data)
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
  open_person (fixture, "Robin");
  scroller = gtk_widget_get_ancestor (find (fixture, FF_TYPE_PERSON_HISTORY, NULL),
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
test_page_trouble (Fixture *fixture, gconstpointer data)
{
  add_people (fixture);
  close_store (fixture);
  open_page (fixture, "Robin");
  until_state (fixture, "trouble");
  g_assert_true (*adw_status_page_get_description (ADW_STATUS_PAGE (
                     find (fixture, ADW_TYPE_STATUS_PAGE, "This Could Not Be Read")))
                 != '\0');
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "Try Again"), "clicked");
  until_state (fixture, "trouble");
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, "nobody");
  until_state (fixture, "gone");
  g_assert_cmpstr (fixture->heard->str, ==, "gone -; ");
}

/* --- Dialogs --- */

static gpointer
find_dialog (Fixture *fixture, GType type)
{
  gpointer dialog;

  ff_test_until ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) != NULL
                 && g_type_is_a (G_OBJECT_TYPE (dialog), type));
  return dialog;
}

static void
rename_to (Fixture *fixture, const char *alias)
{
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (fixture->page, "person.rename", NULL);
  dialog = find_dialog (fixture, FF_TYPE_RENAME_DIALOG);
  row = ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Name or alias");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Robin");
  g_assert_false (gtk_widget_get_sensitive (ff_test_find (dialog, GTK_TYPE_BUTTON, "_Rename")));
  gtk_editable_set_text (GTK_EDITABLE (row), alias);
  g_signal_emit_by_name (row, "entry-activated");
}

static char *
dup_alias_of (Fixture *fixture, const char *uid)
{
  g_autoptr (FfParticipant) participant
      = ff_participant_repository_get (fixture->shell.store, uid, NULL);

  return participant != NULL ? g_strdup (ff_participant_get_alias (participant)) : NULL;
}

static void
undo (Fixture *fixture)
{
  GtkWidget *button;

  ff_test_until ((button = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_called (Fixture *fixture, const char *alias)
{
  return g_strcmp0 (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), alias)
         == 0;
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autofree char *alias = NULL;

  add_people (fixture);
  open_person (fixture, "Robin");
  rename_to (fixture, " Robyn ");
  ff_test_until (is_called (fixture, "Robyn"));
  alias = dup_alias_of (fixture, "Robin");
  g_assert_cmpstr (alias, ==, "Robyn");
  undo (fixture);
  ff_test_until (is_called (fixture, "Robin"));
}

/* Where the name is somebody else's, the two may be one. */
static void
test_rename_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *row, *merge;

  add_people (fixture);
  open_person (fixture, "Robin");
  rename_to (fixture, "SAM");
  dialog = find_dialog (fixture, FF_TYPE_RENAME_DIALOG);
  row = ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Name or alias");
  ff_test_until ((merge = ff_test_find (dialog, GTK_TYPE_BUTTON, "They Are One _Person…")) != NULL
                 && gtk_widget_get_visible (merge));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_signal_emit_by_name (merge, "clicked");
  dialog = find_dialog (fixture, FF_TYPE_MERGE_DIALOG);
  ff_test_until (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "Sam") != NULL);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *people, *second;
  g_autofree char *gone = NULL;

  add_people (fixture);
  open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.merge", NULL);
  dialog = find_dialog (fixture, FF_TYPE_MERGE_DIALOG);
  people = ff_test_find (dialog, FF_TYPE_PEOPLE_LIST, NULL);
  /* Nobody is merged with themselves. */
  ff_test_until (ff_test_find (people, GTK_TYPE_LABEL, "Sam") != NULL);
  g_assert_null (ff_test_find (people, GTK_TYPE_LABEL, "Robin"));
  g_signal_emit_by_name (ff_test_find (people, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  ff_test_until (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "Robin") != NULL);
  ff_test_until ((second = ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "Sam")) != NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (second)), ==,
                   "1 check-in · 17 November 2026");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ff_test_find (second, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  g_signal_emit_by_name (ff_test_find (dialog, GTK_TYPE_BUTTON, "_Merge"), "clicked");
  ff_test_until (g_str_equal (fixture->heard->str, "gone Sam; "));
  until_state (fixture, "gone");
  g_assert_null (dup_alias_of (fixture, "Robin"));
  undo (fixture);
  ff_test_until ((gone = dup_alias_of (fixture, "Robin")) != NULL);
}

static void
test_consent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfParticipant) participant = NULL;
  GtkWidget *dialog, *view, *row;

  add_people (fixture);
  open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.consent", NULL);
  dialog = find_dialog (fixture, FF_TYPE_CONSENT_DIALOG);
  view = ff_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "What they agreed to");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Notes for a year",
                            -1);
  g_signal_emit_by_name (ff_test_find (dialog, GTK_TYPE_CALENDAR, NULL), "day-selected");
  ff_test_until (ff_test_find (dialog, GTK_TYPE_LABEL, "Saved") != NULL);
  participant = ff_participant_repository_get (fixture->shell.store, "Robin", NULL);
  g_assert_cmpstr (ff_participant_get_consent (participant), ==, "Notes for a year");
  g_assert_cmpstr (ff_participant_get_consent_date (participant), ==, "2026-11-24");
  adw_dialog_close (ADW_DIALOG (dialog));
  row = find (fixture, ADW_TYPE_ACTION_ROW, "Notes for a year");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "24 November 2026");
}

/* What was typed a moment before is not lost; what cannot be saved is shown again. */
static void
test_consent_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *view;

  add_people (fixture);
  open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.consent", NULL);
  dialog = find_dialog (fixture, FF_TYPE_CONSENT_DIALOG);
  view = ff_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Agreed", -1);
  adw_dialog_close (ADW_DIALOG (dialog));
  find (fixture, ADW_TYPE_ACTION_ROW, "Agreed");

  gtk_widget_activate_action (fixture->page, "person.consent", NULL);
  dialog = find_dialog (fixture, FF_TYPE_CONSENT_DIALOG);
  close_store (fixture);
  view = ff_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Not any more", -1);
  adw_dialog_close (ADW_DIALOG (dialog));
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_LABEL, "Not saved") != NULL);
  adw_dialog_force_close (find_dialog (fixture, FF_TYPE_CONSENT_DIALOG));
}

static void
answer (Fixture *fixture, const char *response)
{
  gpointer dialog = find_dialog (fixture, ADW_TYPE_ALERT_DIALOG);

  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != dialog);
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *check;
  const char *body;
  g_autofree char *alias = NULL;

  add_people (fixture);
  open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.forget", NULL);
  dialog = find_dialog (fixture, ADW_TYPE_ALERT_DIALOG);
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Forget “Robin”?");
  body = adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (body, "2 check-ins and 2 plan items"));
  check = ff_test_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Delete the backups in the folder too, and make a new one");
  g_assert_cmpint (adw_alert_dialog_get_response_appearance (ADW_ALERT_DIALOG (dialog), "forget"),
                   ==, ADW_RESPONSE_DESTRUCTIVE);
  answer (fixture, "cancel");
  alias = dup_alias_of (fixture, "Robin");
  g_assert_cmpstr (alias, ==, "Robin");

  gtk_widget_activate_action (fixture->page, "person.forget", NULL);
  answer (fixture, "forget");
  ff_test_until (g_str_equal (fixture->heard->str, "gone -; "));
  until_state (fixture, "gone");
  g_assert_null (dup_alias_of (fixture, "Robin"));
  ff_test_until (
      ff_test_find (fixture->window, GTK_TYPE_LABEL, "Forgotten. Only the counts stay."));
}

/* What could not be forgotten is still there, and can be asked for again. */
static void
test_forget_fails (Fixture *fixture, gconstpointer data)
{
  add_people (fixture);
  open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.forget", NULL);
  find_dialog (fixture, ADW_TYPE_ALERT_DIALOG);
  close_store (fixture);
  answer (fixture, "forget");
  until_state (fixture, "person");
  g_assert_cmpuint (fixture->heard->len, ==, 0);
}

/* --- Files --- */

static gpointer
find_chooser (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), g_type_from_name ("GtkFileChooserDialog"))
          && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
test_export (Fixture *fixture, gconstpointer form)
{
  const char *ending = form;
  g_autofree char *name = g_strconcat ("Check-ins and plans.", ending, NULL);
  g_autofree char *path = g_build_filename (fixture->shell.folder, name, NULL);
  g_autofree char *contents = NULL;
  gpointer chooser;
  GtkWidget *entry;
  gsize length;

  add_people (fixture);
  open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.export", NULL);
  g_assert_nonnull (
      strstr (adw_alert_dialog_get_body (find_dialog (fixture, ADW_TYPE_ALERT_DIALOG)),
              "whoever has the file can read it"));
  answer (fixture, ending);
  ff_test_until ((chooser = find_chooser ()) != NULL);
  ff_test_until ((entry = ff_test_find (chooser, GTK_TYPE_ENTRY, NULL)) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, name);
  gtk_editable_set_text (GTK_EDITABLE (entry), path);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  ff_test_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  if (g_str_equal (ending, "json"))
    {
      g_assert_nonnull (strstr (contents, "A hard week"));
      g_assert_null (strstr (contents, "Looking around"));
    }
  else
    {
      g_assert_true (g_str_has_prefix (contents, "%PDF"));
    }
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Open"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test, data) g_test_add ("/people/" path, Fixture, data, set_up, test, tear_down)

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
  ADD ("rename", test_rename, NULL);
  ADD ("rename-refused", test_rename_refused, NULL);
  ADD ("merge", test_merge, NULL);
  ADD ("consent", test_consent, NULL);
  ADD ("consent-kept", test_consent_kept, NULL);
  ADD ("forget", test_forget, NULL);
  ADD ("forget-fails", test_forget_fails, NULL);
  ADD ("export-pdf", test_export, "pdf");
  ADD ("export-json", test_export, "json");

  return g_test_run ();
}
