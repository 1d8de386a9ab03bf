/* test-check-in-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One check-in as it is written: every field of its line, from field to field by keyboard, and undoing in it.
 */

#include "ff-config.h"

#include "ff-figure-entry.h"
#include "ff-figure-row.h"
#include "ff-plan-row.h"
#include "ff-session-tools.h"
#include "ff-test-check-ins.h"

static GtkWidget *
get_focus (FfTestCheckIns *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
is_focus_in (FfTestCheckIns *fixture, GtkWidget *root, GType type)
{
  GtkWidget *widget = get_focus (fixture);

  for (; widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    if (g_type_is_a (G_OBJECT_TYPE (widget), type))
      return gtk_widget_is_ancestor (widget, root);
  return FALSE;
}

static void
tab (FfTestCheckIns *fixture, GtkDirectionType direction)
{
  g_assert_true (gtk_widget_child_focus (fixture->window, direction));
}

/* Name, note, urge, and the next person: twelve times, each line on top of the others. */
static void
test_twelve_by_keyboard (FfTestCheckIns *fixture, gconstpointer data)
{
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *alias = g_strdup_printf ("Guest %u", i);
      GtkWidget *line;

      g_assert_true (is_focus_in (fixture, GTK_WIDGET (fixture->page), FF_TYPE_ALIAS_ROW)
                     || i == 1);
      ff_test_check_ins_enter_alias (fixture, alias);
      line = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
      gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, alias);
      g_assert_true (is_focus_in (fixture, line, FF_TYPE_NOTE_VIEW));
      gtk_text_buffer_insert_at_cursor (
          gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture))), alias, -1);
      tab (fixture, GTK_DIR_TAB_FORWARD);
      g_assert_true (is_focus_in (fixture, line, FF_TYPE_FIGURE_ENTRY));
      gtk_editable_set_text (GTK_EDITABLE (get_focus (fixture)), i % 2 == 0 ? "10" : "٣");
      g_signal_emit_by_name (ff_test_find (line, FF_TYPE_FIGURE_ENTRY, NULL), "activate");
    }
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (FfCheckIn) check_in = g_list_model_get_item (
          ff_session_editor_get_check_ins (ff_test_check_ins_get_editor (fixture)), i);
      g_assert_cmpstr (ff_check_in_get_note (check_in), ==, ff_check_in_get_alias (check_in));
      g_assert_cmpint (ff_check_in_get_urge (check_in), ==, i % 2 == 1 ? 10 : 3);
    }
  ff_test_check_ins_wait_until_saved (fixture);
}

/* Tab walks through what is written, and comes to the button that deletes it only then. */
static void
test_delete_is_last (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *first, *second;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_enter_alias (fixture, "Sam");
  first = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  second = gtk_widget_get_next_sibling (first);
  ff_test_until (gtk_widget_get_height (second) > 0);
  ff_test_check_ins_unfold (fixture);
  ff_test_until (gtk_widget_get_mapped (ff_test_find (first, FF_TYPE_PLAN_ROW, NULL)));

  gtk_widget_child_focus (second, GTK_DIR_TAB_FORWARD);
  gtk_test_accessible_assert_state (get_focus (fixture), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (GTK_IS_BUTTON (get_focus (fixture)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_focus (fixture)), ==,
                   "Delete the notes for Sam");
  tab (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), first));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_focus (fixture)), ==, NULL);
}

/* From line to line in the same field, and back to where the next person is written. */
static void
test_from_line_to_line (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *first, *second;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_enter_alias (fixture, "Sam");
  first = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  second = gtk_widget_get_next_sibling (first);
  gtk_widget_grab_focus (ff_test_find (first, FF_TYPE_FIGURE_ENTRY, NULL));
  g_assert_true (gtk_widget_activate_action (first, "session.line-below", NULL));
  g_assert_true (is_focus_in (fixture, second, FF_TYPE_FIGURE_ENTRY));
  gtk_widget_grab_focus (ff_test_find (second, FF_TYPE_NOTE_VIEW, NULL));
  g_assert_true (gtk_widget_activate_action (first, "session.line-above", NULL));
  g_assert_true (is_focus_in (fixture, first, FF_TYPE_NOTE_VIEW));
  g_assert_true (gtk_widget_activate_action (first, "session.line-above", NULL));
  g_assert_true (is_focus_in (fixture, GTK_WIDGET (fixture->page), FF_TYPE_ALIAS_ROW));
  g_assert_true (gtk_widget_activate_action (first, "session.line-below", NULL));
  g_assert_true (is_focus_in (fixture, first, FF_TYPE_NOTE_VIEW));
}

static void
undo (FfTestCheckIns *fixture)
{
  g_assert_true (gtk_widget_activate_action (
      ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL), "session.undo", NULL));
}

/* One order for all fields; the focus goes to what was undone. */
static void
test_undo (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *first, *second;
  g_autofree char *note = NULL;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_type_note (fixture, "Tired");
  ff_test_check_ins_enter_alias (fixture, "Sam");
  first = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  second = gtk_widget_get_next_sibling (first);
  ff_figure_entry_set_figure (FF_FIGURE_ENTRY (ff_test_find (first, FF_TYPE_FIGURE_ENTRY, NULL)),
                              7);
  undo (fixture);
  g_assert_true (is_focus_in (fixture, first, FF_TYPE_FIGURE_ENTRY));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_focus (fixture))), ==, "");
  undo (fixture);
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 1);
  undo (fixture);
  g_assert_true (is_focus_in (fixture, second, FF_TYPE_NOTE_VIEW));
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "");
  g_assert_true (gtk_widget_activate_action (second, "session.redo", NULL));
  g_clear_pointer (&note, g_free);
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "Tired");
  ff_test_check_ins_wait_until_saved (fixture);
}

/* What is asked, what was said, and how it stands on the folded line. */
static void
test_details (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autoptr (FfCheckIn) robin = NULL;
  GtkWidget *line, *toggle;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  line = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  robin = g_list_model_get_item (
      ff_session_editor_get_check_ins (ff_test_check_ins_get_editor (fixture)), 0);
  ff_test_check_ins_unfold (fixture);
  toggle = ff_test_check_ins_find (fixture, GTK_TYPE_TOGGLE_BUTTON, "2. Coping with urges");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_cmpuint (ff_check_in_get_points (robin), ==, 2);
  adw_switch_row_set_active (ADW_SWITCH_ROW (ff_test_check_ins_find (fixture, ADW_TYPE_SWITCH_ROW,
                                                                     "Here for the first time")),
                             TRUE);
  g_assert_true (ff_check_in_get_newcomer (robin));
  g_assert_nonnull (
      ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "1 person came, 1 of them new"));
  ff_figure_row_set_figure (
      FF_FIGURE_ROW (ff_test_check_ins_find (fixture, FF_TYPE_FIGURE_ROW, "Balance, 0 to 10")), 6);
  g_assert_cmpint (ff_check_in_get_balance (robin), ==, 6);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (ff_test_check_ins_find (fixture, ADW_TYPE_COMBO_ROW, "The goal is")), 2);
  g_assert_cmpint (ff_check_in_get_aim (robin), ==, FF_AIM_LESS);
  gtk_editable_set_text (GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL)),
                         "Walk");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (ff_test_find (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL),
                                   GTK_TYPE_DROP_DOWN, NULL)),
      1);
  ff_test_check_ins_wait_until_saved (fixture);

  /* The meeting is on a Tuesday: the first day after it is a Wednesday. */
  g_autoptr (FfPlanItem) item
      = g_list_model_get_item (ff_session_editor_get_plan (ff_test_check_ins_get_editor (fixture)),
                               0);
  g_assert_cmpuint (ff_plan_item_get_day (item), ==, 3);
  ff_check_in_line_set_unfolded (FF_CHECK_IN_LINE (line), FALSE);
  g_assert_nonnull (
      ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "2. Coping with urges · 1 thing planned"));
  undo (fixture);
  g_assert_cmpuint (ff_plan_item_get_day (item), ==, 0);
}

/* A group need not ask what its programme does; what was said before stays to be seen. */
static void
test_parts (FfTestCheckIns *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *line, *row;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  line = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  ff_test_check_ins_unfold (fixture);
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (line, ADW_TYPE_COMBO_ROW, "Stage of change")));
  g_assert_true (gtk_widget_activate_action (line, "session.parts", NULL));
  ff_test_until ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) != NULL);
  row = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, "Stage of change");
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  row = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, "Strongest urge, 0 to 10");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  g_assert_true (
      gtk_widget_get_visible (ff_test_find (line, ADW_TYPE_COMBO_ROW, "Stage of change")));
  g_assert_false (gtk_widget_get_visible (ff_test_find (line, FF_TYPE_FIGURE_ENTRY, NULL)));
  ff_test_settle ();
  ff_test_until (!ff_store_is_busy (fixture->shell.store));

  g_autoptr (GPtrArray) groups = ff_group_repository_list (fixture->shell.store, NULL);
  FfGroup *stored = g_ptr_array_index (groups, 0);
  g_assert_cmpint (ff_group_get_own_check_in_parts (stored) & FF_CHECK_IN_PART_STAGE, !=, 0);
  g_assert_cmpint (ff_group_get_own_check_in_parts (stored) & FF_CHECK_IN_PART_URGE, ==, 0);
  g_signal_emit_by_name (ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, NULL),
                         "activated");
  g_assert_cmpint (ff_group_get_own_check_in_parts (fixture->group), ==, FF_GROUP_AS_PROGRAMME);
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (line, ADW_TYPE_COMBO_ROW, "Stage of change")));
  adw_dialog_force_close (dialog);
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
}

/* On a screen that others see nobody is named, and nobody is offered. */
static void
test_hidden_names (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *row, *popover, *line;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_enter_alias (fixture, "Sam");
  ff_test_check_ins_type_note (fixture, "Tired");
  ff_context_set_hide_names (fixture->shell.context, TRUE);
  line = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "Person 2");
  g_assert_null (ff_test_find (fixture->window, GTK_TYPE_LABEL, "Sam"));
  g_assert_null (ff_test_find (fixture->window, GTK_TYPE_LABEL, "What Sam brings"));
  g_assert_nonnull (ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "Person 1"));
  row = ff_test_check_ins_find (fixture, FF_TYPE_ALIAS_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "ro");
  popover = ff_test_find (row, GTK_TYPE_POPOVER, NULL);
  g_assert_true (popover == NULL || !gtk_widget_get_visible (popover));
  g_assert_false (
      gtk_text_get_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row)))));
  ff_context_set_hide_names (fixture->shell.context, FALSE);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sam");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
}

static void
test_openings (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  GtkWidget *line, *button;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  line = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  button = ff_test_find (line, GTK_TYPE_MENU_BUTTON, NULL);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_activate_action (button, "line.open", "s", "What went well:"));
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "What went well: ");
  g_assert_true (is_focus_in (fixture, line, FF_TYPE_NOTE_VIEW));
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_tools (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *tools, *remove;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  tools = ff_test_check_ins_find (fixture, FF_TYPE_SESSION_TOOLS, NULL);
  ff_test_until (gtk_widget_get_sensitive (ff_test_find (tools, GTK_TYPE_MENU_BUTTON, NULL)));
  ff_session_editor_set_handout (ff_test_check_ins_get_editor (fixture), "urge-log", TRUE);
  ff_session_tools_refresh (FF_SESSION_TOOLS (tools));
  g_assert_nonnull (ff_test_find (tools, GTK_TYPE_LABEL, "Urge log"));
  ff_test_check_ins_wait_until_saved (fixture);
  remove = gtk_widget_get_next_sibling (ff_test_find (tools, GTK_TYPE_LABEL, "Urge log"));
  gtk_test_accessible_assert_property (remove, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Take out “Urge log”");
  g_signal_emit_by_name (remove, "clicked");
  g_assert_null (ff_test_find (tools, GTK_TYPE_LABEL, "Urge log"));
  undo (fixture);
  g_assert_nonnull (ff_test_find (tools, GTK_TYPE_LABEL, "Urge log"));
}

/* What is no figure from 0 to 10 is marked, and changes nothing. */
static void
test_no_figure (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autoptr (FfCheckIn) robin = NULL;
  GtkWidget *entry;
  int end = 1;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  robin = g_list_model_get_item (
      ff_session_editor_get_check_ins (ff_test_check_ins_get_editor (fixture)), 0);
  entry = ff_test_check_ins_find (fixture, FF_TYPE_FIGURE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "4");
  gtk_editable_insert_text (GTK_EDITABLE (entry), "1", -1, &end);
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpint (ff_check_in_get_urge (robin), ==, 4);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpint (ff_check_in_get_urge (robin), ==, FF_CHECK_IN_UNSAID);
}

static void
test_plan_lines (FfTestCheckIns *fixture, gconstpointer data)
{
  GListModel *plan;
  GtkWidget *row;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  plan = ff_session_editor_get_plan (ff_test_check_ins_get_editor (fixture));
  ff_test_check_ins_unfold (fixture);
  row = ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "W");
  gtk_editable_set_text (GTK_EDITABLE (row), "Walk");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 1);
  g_assert_true (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL) == row);
  gtk_editable_set_text (GTK_EDITABLE (
                             ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, "Add to the plan")),
                         "Sleep");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 2);

  g_signal_emit_by_name (row, "delete-requested");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL)),
                         " ");
  g_signal_emit_by_name (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL), "left");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 0);
}

static void
add_test (const char *path, void (*test) (FfTestCheckIns *, gconstpointer))
{
  g_test_add (path, FfTestCheckIns, NULL, ff_test_check_ins_set_up, test,
              ff_test_check_ins_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add_test ("/check-in-line/twelve-by-keyboard", test_twelve_by_keyboard);
  add_test ("/check-in-line/delete-is-last", test_delete_is_last);
  add_test ("/check-in-line/from-line-to-line", test_from_line_to_line);
  add_test ("/check-in-line/undo", test_undo);
  add_test ("/check-in-line/details", test_details);
  add_test ("/check-in-line/parts", test_parts);
  add_test ("/check-in-line/hidden-names", test_hidden_names);
  add_test ("/check-in-line/openings", test_openings);
  add_test ("/check-in-line/tools", test_tools);
  add_test ("/check-in-line/no-figure", test_no_figure);
  add_test ("/check-in-line/plan-lines", test_plan_lines);
  return g_test_run ();
}
