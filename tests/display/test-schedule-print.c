/* test-schedule-print.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing how and which meetings come onto paper.
 */

#include "ff-config.h"

#include "ff-paper-proof.h"
#include "ff-schedule-print.h"
#include "ff-sheet-view.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  FfSchedule *schedule;
  GtkWidget *window;
  AdwDialog *dialog; /* weak */
  GtkWidget *proof;  /* weak */
  FfSheetView *view;
} Fixture;

static FfSchedule *
make_schedule (guint n)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  FfGroup *group = ff_group_new (NULL);
  const FfWallTime start = { 2026, 11, 24, 19, 0 };

  ff_group_set_name (group, "Harbour");
  g_ptr_array_add (groups, group);
  for (guint i = 0; i < n; i++)
    {
      FfMeeting *meeting = ff_meeting_new (NULL);
      g_autofree char *title = g_strdup_printf ("Evening %u", i);

      ff_meeting_set_group (meeting, ff_group_get_uid (group));
      ff_meeting_set_title (meeting, title);
      ff_meeting_set_start (meeting, &start);
      ff_meeting_set_minutes (meeting, 90);
      ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
      ff_meeting_set_zone (meeting, "America/Vancouver");
      g_ptr_array_add (meetings, meeting);
    }

  return ff_schedule_new (groups, meetings, NULL, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GSettings *settings;

  ff_test_shell_set_up (&fixture->shell);
  settings = ff_context_get_settings (fixture->shell.context);
  g_settings_set_string (settings, "paper", "a4");
  g_settings_reset (settings, "large-print");
  g_settings_reset (settings, "handout-language");
  fixture->schedule = make_schedule (GPOINTER_TO_UINT (data));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  ff_schedule_print (adw_window_get_content (ADW_WINDOW (fixture->window)), fixture->shell.context,
                     fixture->schedule, NULL);
  g_set_weak_pointer (&fixture->dialog,
                      adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_set_weak_pointer (&fixture->proof,
                      ff_test_find (GTK_WIDGET (fixture->dialog), FF_TYPE_PAPER_PROOF, NULL));
  fixture->view
      = FF_SHEET_VIEW (ff_test_find (GTK_WIDGET (fixture->dialog), FF_TYPE_SHEET_VIEW, NULL));
  ff_test_until (ff_sheet_view_get_sheet (fixture->view) != NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (fixture->dialog == NULL);
  /* A thread may lay it out still: the program does not end under it. */
  ff_test_until (fixture->proof == NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->schedule));
  ff_test_shell_tear_down (&fixture->shell);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *widget = ff_test_find (GTK_WIDGET (fixture->dialog), type, label);

  g_assert_nonnull (widget);
  return widget;
}

/* Waits until another sheet than @before is shown. */
static FfSheet *
wait_for_another (Fixture *fixture, FfSheet *before)
{
  ff_test_until (ff_sheet_view_get_sheet (fixture->view) != before);

  return ff_sheet_view_get_sheet (fixture->view);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  FfSheet *sheet = ff_sheet_view_get_sheet (fixture->view);
  double width, height;

  ff_sheet_get_page_size (sheet, &width, &height);
  g_assert_cmpfloat (height, >, width);
  g_assert_cmpstr (ff_sheet_get_title (sheet), ==, "Harbour");
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Harbour");
  g_assert_nonnull (ff_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, "1 page"));
  gtk_test_accessible_assert_role (find (fixture, GTK_TYPE_BUTTON, "Print…"),
                                   GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "Print…")));
  g_assert_true (gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "Save as PDF…")));
  g_assert_false (adw_switch_row_get_active (
      ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "Passcodes"))));
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *form = ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "Form"));
  GtkWidget *region = find (fixture, ADW_TYPE_SWITCH_ROW, "By Region");
  g_autoptr (FfSheet) first = g_object_ref (ff_sheet_view_get_sheet (fixture->view));
  g_autoptr (FfSheet) second = NULL;
  FfSheet *sheet;
  double width, height;

  g_assert_false (gtk_widget_get_visible (region));
  adw_combo_row_set_selected (form, 2);
  sheet = wait_for_another (fixture, first);
  second = g_object_ref (sheet);
  ff_sheet_get_page_size (sheet, &width, &height);
  g_assert_cmpfloat (width, >, height);
  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), ==, 2);
  /* Two choices at once: the last one holds. */
  adw_combo_row_set_selected (form, 0);
  adw_combo_row_set_selected (form, 1);
  g_settings_set_string (ff_context_get_settings (fixture->shell.context), "paper", "letter");
  sheet = wait_for_another (fixture, second);
  g_assert_true (gtk_widget_get_visible (region));
  ff_sheet_get_page_size (sheet, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 612, 1);
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find (fixture, ADW_TYPE_ACTION_ROW, "Meetings");
  AdwNavigationView *navigation
      = ADW_NAVIGATION_VIEW (find (fixture, ADW_TYPE_NAVIGATION_VIEW, NULL));
  GtkWidget *print = find (fixture, GTK_TYPE_BUTTON, "Print…");
  GtkWidget *list, *button;
  const char *text;

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "3 of 3");
  g_signal_emit_by_name (row, "activated");
  list = ff_test_find (GTK_WIDGET (adw_navigation_view_find_page (navigation, "meetings")),
                       GTK_TYPE_LIST_VIEW, NULL);
  ff_test_until (ff_test_find (list, GTK_TYPE_CHECK_BUTTON, NULL) != NULL);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Meetings to put on paper");
  button = ff_test_find (list, GTK_TYPE_CHECK_BUTTON, NULL);
  text = gtk_label_get_text (GTK_LABEL (ff_test_find (button, GTK_TYPE_LABEL, NULL)));
  g_assert_true (g_str_has_prefix (text, "Evening 0 · Every week on Tuesday, "));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), FALSE);
  adw_navigation_view_pop (navigation);
  ff_test_until (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "2 of 3") == 0);
  ff_test_until (gtk_widget_is_sensitive (print));

  g_signal_emit_by_name (row, "activated");
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "None"), "clicked");
  adw_navigation_view_pop (navigation);
  ff_test_until (ff_test_is_shown (find (fixture, ADW_TYPE_STATUS_PAGE, "No Meeting Chosen")));
  g_assert_false (gtk_widget_is_sensitive (print));

  g_signal_emit_by_name (row, "activated");
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "All"), "clicked");
  adw_navigation_view_pop (navigation);
  ff_test_until (gtk_widget_is_sensitive (print));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "3 of 3");
}

/* Thousands of meetings are laid out while the window goes on. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  FfSheet *sheet = ff_sheet_view_get_sheet (fixture->view);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), >, ff_sheet_view_get_n_shown (fixture->view));
}

/* Closed while it is laid out. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "Form")), 2);
  adw_dialog_force_close (fixture->dialog);
}

#define add(name, n, test)                                                                         \
  g_test_add ("/schedule-print/" name, Fixture, GUINT_TO_POINTER (n), set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("shown", 3, test_shown);
  add ("forms", 3, test_forms);
  add ("chosen", 3, test_chosen);
  add ("many", 2000, test_many);
  add ("closed", 100, test_closed);

  return g_test_run ();
}
