/* test-check-ins.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing check-ins as a facilitator does: names, notes, marks, plans, and what is told when a save fails.
 */

#include "ff-config.h"

#include "ff-alias-row.h"
#include "ff-check-in-line.h"
#include "ff-check-ins-page.h"
#include "ff-figure-entry.h"
#include "ff-figure-row.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-note-row.h"
#include "ff-note-view.h"
#include "ff-plan-list.h"
#include "ff-plan-row.h"
#include "ff-returning-box.h"
#include "ff-review-row.h"
#include "ff-schedule-edit.h"
#include "ff-session-repository.h"
#include "ff-session-tools.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  FfGroup *group;
  FfMeeting *meeting;
  GtkWidget *window;
  FfCheckInsPage *page;
} Fixture;

static void
add_meeting (Fixture *fixture)
{
  FfWallTime start;
  gboolean is_saved = FALSE;

  g_assert_true (ff_wall_time_parse ("2026-11-17T19:00", &start, NULL));
  fixture->meeting = ff_meeting_new (NULL);
  ff_meeting_set_group (fixture->meeting, ff_group_get_uid (fixture->group));
  ff_meeting_set_start (fixture->meeting, &start);
  ff_meeting_set_minutes (fixture->meeting, 90);
  ff_meeting_set_rule (fixture->meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (fixture->meeting, "America/Vancouver");
  ff_group_repository_save_async (fixture->shell.store, fixture->group, fixture->meeting,
                                  ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static void
open_date (Fixture *fixture, const char *rule_time)
{
  g_autoptr (FfOccurrence) occurrence = NULL;
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (rule_time, &time, NULL));
  occurrence
      = ff_meeting_repository_get_occurrence (fixture->shell.store,
                                              ff_meeting_get_uid (fixture->meeting), &time, NULL);
  ff_check_ins_page_open_occurrence (fixture->page, occurrence);
}

static void
open_window (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  fixture->page = FF_CHECK_INS_PAGE (ff_check_ins_page_new (fixture->shell.context));
  ff_view_set_group (FF_VIEW (fixture->page), fixture->group);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ff_test_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
}

static void
close_window (Fixture *fixture)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (page == NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->group = ff_test_add_group (&fixture->shell, "Tuesday", FALSE);
  add_meeting (fixture);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  ff_test_shell_tear_down (&fixture->shell);
  g_assert_finalize_object (g_steal_pointer (&fixture->meeting));
  g_assert_finalize_object (g_steal_pointer (&fixture->group));
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *found;

  ff_test_until ((found = ff_test_find (GTK_WIDGET (fixture->page), type, label)) != NULL);
  return found;
}

static FfSessionEditor *
editor (Fixture *fixture)
{
  return ff_session_page_get_editor (ff_check_ins_page_get_session (fixture->page));
}

static void
wait_until_saved (Fixture *fixture)
{
  ff_test_until (ff_session_editor_get_state (editor (fixture)) == FF_SAVE_DONE);
}

static void
enter_alias (Fixture *fixture, const char *alias)
{
  GtkWidget *row = find (fixture, FF_TYPE_ALIAS_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), alias);
  g_signal_emit_by_name (row, "entry-activated");
}

/* As after Alt+Down: everything that a check-in asks is there. */
static void
unfold (Fixture *fixture)
{
  ff_check_in_line_set_unfolded (FF_CHECK_IN_LINE (find (fixture, FF_TYPE_CHECK_IN_LINE, NULL)),
                                 TRUE);
}

static void
type_note (Fixture *fixture, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static char *
dup_note (Fixture *fixture)
{
  return ff_note_view_dup_text (FF_NOTE_VIEW (find (fixture, FF_TYPE_NOTE_VIEW, NULL)));
}

static guint
count_lines (Fixture *fixture)
{
  return g_list_model_get_n_items (ff_session_editor_get_check_ins (editor (fixture)));
}

static void
test_write_and_find_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "ليلى 🌱");
  type_note (fixture, "Slept badly\nand came anyway");
  ff_figure_entry_set_figure (FF_FIGURE_ENTRY (find (fixture, FF_TYPE_FIGURE_ENTRY, NULL)), 7);
  unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Walk");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Saving…"));
  wait_until_saved (fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Saved"));

  close_window (fixture);
  open_window (fixture);
  open_date (fixture, "2026-11-24T19:00");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "ليلى 🌱"));
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "Slept badly\nand came anyway");
  g_assert_cmpint (ff_figure_entry_get_figure (
                       FF_FIGURE_ENTRY (find (fixture, FF_TYPE_FIGURE_ENTRY, NULL))),
                   ==, 7);
  unfold (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL))),
                   ==, "Walk");
}

/* What was typed a moment before the window closes is written. */
static void
test_closing_saves (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  wait_until_saved (fixture);
  type_note (fixture, "At the last moment");
  close_window (fixture);
  open_window (fixture);
  open_date (fixture, "2026-11-24T19:00");
  ff_test_until (!ff_store_is_busy (fixture->shell.store));
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "At the last moment");
}

static void
test_same_person_twice (Fixture *fixture, gconstpointer data)
{
  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  enter_alias (fixture, " ROBIN ");
  g_assert_cmpuint (count_lines (fixture), ==, 1);
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_LABEL, "Robin has checked in already"));
}

static void
test_completion (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *popover;

  open_date (fixture, "2026-11-17T19:00");
  enter_alias (fixture, "Robin");
  enter_alias (fixture, "Roberta");
  wait_until_saved (fixture);
  open_date (fixture, "2026-11-24T19:00");
  row = find (fixture, FF_TYPE_ALIAS_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "robe");
  popover = ff_test_find (row, GTK_TYPE_POPOVER, NULL);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_list_box_select_row (GTK_LIST_BOX (ff_test_find (popover, GTK_TYPE_LIST_BOX, NULL)),
                           GTK_LIST_BOX_ROW (ff_test_find (popover, GTK_TYPE_LIST_BOX_ROW, NULL)));
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpuint (count_lines (fixture), ==, 1);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Roberta"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

/* What is too long for a name stays in the line to be shortened, and keeps nothing else from being saved. */
static void
test_too_long_an_alias (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autofree char *too_long = g_strconcat (longest, "y", NULL);
  GtkWidget *row;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, too_long);
  row = find (fixture, FF_TYPE_ALIAS_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, too_long);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpuint (count_lines (fixture), ==, 0);
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_LABEL,
                               "A name or alias must have 1 to 200 characters."));

  enter_alias (fixture, longest);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpuint (count_lines (fixture), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  wait_until_saved (fixture);
  ff_test_until (gtk_widget_get_width (find (fixture, FF_TYPE_CHECK_IN_LINE, NULL)) > 0);
  g_assert_cmpint (gtk_widget_get_width (find (fixture, FF_TYPE_CHECK_IN_LINE, NULL)), <=, 760);
}

static void
test_coming_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;
  g_autoptr (FfPlanItem) item = NULL;

  open_date (fixture, "2026-11-17T19:00");
  enter_alias (fixture, "Robin");
  unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Call my sister");
  wait_until_saved (fixture);

  open_date (fixture, "2026-11-24T19:00");
  button = ff_test_find (find (fixture, FF_TYPE_RETURNING_BOX, NULL), GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Robin comes back: Call my sister");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_visible (find (fixture, FF_TYPE_RETURNING_BOX, NULL)));
  unfold (fixture);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (
                                   ff_test_find (find (fixture, FF_TYPE_REVIEW_ROW, NULL),
                                                 ADW_TYPE_TOGGLE_GROUP, NULL)),
                               0);
  wait_until_saved (fixture);
  item = g_list_model_get_item (ff_session_editor_get_review (editor (fixture)), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_DONE);
  unfold (fixture);

  g_signal_emit_by_name (
      ff_test_find (find (fixture, FF_TYPE_REVIEW_ROW, NULL), GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_OPEN);
}

static void
test_delete_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  GtkWidget *undo;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  type_note (fixture, "Tired");
  g_signal_emit_by_name (find (fixture, FF_TYPE_CHECK_IN_LINE, NULL), "delete-requested");
  g_assert_cmpuint (count_lines (fixture), ==, 0);
  ff_test_until ((undo = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (count_lines (fixture) == 1);
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "Tired");
}

/* Deleting a person's check-in takes their plan and marks along, and undoing it brings all back. */
static void
test_undo_brings_all_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  g_autoptr (FfPlanItem) marked = NULL;
  GtkWidget *undo, *marks;

  open_date (fixture, "2026-11-17T19:00");
  enter_alias (fixture, "Robin");
  unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Call my sister");
  wait_until_saved (fixture);

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  type_note (fixture, "Tired");
  ff_figure_entry_set_figure (FF_FIGURE_ENTRY (find (fixture, FF_TYPE_FIGURE_ENTRY, NULL)), 6);
  unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Walk");
  marks = ff_test_find (find (fixture, FF_TYPE_REVIEW_ROW, NULL), ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (marks), 1);
  wait_until_saved (fixture);

  g_signal_emit_by_name (find (fixture, FF_TYPE_CHECK_IN_LINE, NULL), "delete-requested");
  wait_until_saved (fixture);
  ff_test_until ((undo = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (count_lines (fixture) == 1);
  wait_until_saved (fixture);

  close_window (fixture);
  open_window (fixture);
  open_date (fixture, "2026-11-24T19:00");
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "Tired");
  g_assert_cmpint (ff_figure_entry_get_figure (
                       FF_FIGURE_ENTRY (find (fixture, FF_TYPE_FIGURE_ENTRY, NULL))),
                   ==, 6);
  unfold (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL))),
                   ==, "Walk");
  marked = g_list_model_get_item (ff_session_editor_get_review (editor (fixture)), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (marked), ==, FF_OUTCOME_PARTLY);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
is_focus_in (Fixture *fixture, GtkWidget *root, GType type)
{
  GtkWidget *widget = get_focus (fixture);

  for (; widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    if (g_type_is_a (G_OBJECT_TYPE (widget), type))
      return gtk_widget_is_ancestor (widget, root);
  return FALSE;
}

static void
tab (Fixture *fixture, GtkDirectionType direction)
{
  g_assert_true (gtk_widget_child_focus (fixture->window, direction));
}

/* Name, note, urge, and the next person: twelve times, each line on top of the others. */
static void
test_twelve_by_keyboard (Fixture *fixture, gconstpointer data)
{
  open_date (fixture, "2026-11-24T19:00");
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *alias = g_strdup_printf ("Guest %u", i);
      GtkWidget *line;

      g_assert_true (is_focus_in (fixture, GTK_WIDGET (fixture->page), FF_TYPE_ALIAS_ROW)
                     || i == 1);
      enter_alias (fixture, alias);
      line = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
      gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, alias);
      g_assert_true (is_focus_in (fixture, line, FF_TYPE_NOTE_VIEW));
      gtk_text_buffer_insert_at_cursor (
          gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture))), alias, -1);
      tab (fixture, GTK_DIR_TAB_FORWARD);
      g_assert_true (is_focus_in (fixture, line, FF_TYPE_FIGURE_ENTRY));
      gtk_editable_set_text (GTK_EDITABLE (get_focus (fixture)), i % 2 == 0 ? "10" : "٣");
      g_signal_emit_by_name (ff_test_find (line, FF_TYPE_FIGURE_ENTRY, NULL), "activate");
    }
  g_assert_cmpuint (count_lines (fixture), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (FfCheckIn) check_in
          = g_list_model_get_item (ff_session_editor_get_check_ins (editor (fixture)), i);
      g_assert_cmpstr (ff_check_in_get_note (check_in), ==, ff_check_in_get_alias (check_in));
      g_assert_cmpint (ff_check_in_get_urge (check_in), ==, i % 2 == 1 ? 10 : 3);
    }
  wait_until_saved (fixture);
}

/* Tab walks through what is written, and comes to the button that deletes it only then. */
static void
test_delete_is_last (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first, *second;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  enter_alias (fixture, "Sam");
  first = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  second = gtk_widget_get_next_sibling (first);
  ff_test_until (gtk_widget_get_height (second) > 0);
  unfold (fixture);
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
test_from_line_to_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first, *second;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  enter_alias (fixture, "Sam");
  first = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
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
undo (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (find (fixture, FF_TYPE_CHECK_IN_LINE, NULL),
                                             "session.undo", NULL));
}

/* One order for all fields; the focus goes to what was undone. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first, *second;
  g_autofree char *note = NULL;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  type_note (fixture, "Tired");
  enter_alias (fixture, "Sam");
  first = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  second = gtk_widget_get_next_sibling (first);
  ff_figure_entry_set_figure (FF_FIGURE_ENTRY (ff_test_find (first, FF_TYPE_FIGURE_ENTRY, NULL)),
                              7);
  undo (fixture);
  g_assert_true (is_focus_in (fixture, first, FF_TYPE_FIGURE_ENTRY));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_focus (fixture))), ==, "");
  undo (fixture);
  g_assert_cmpuint (count_lines (fixture), ==, 1);
  undo (fixture);
  g_assert_true (is_focus_in (fixture, second, FF_TYPE_NOTE_VIEW));
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "");
  g_assert_true (gtk_widget_activate_action (second, "session.redo", NULL));
  g_clear_pointer (&note, g_free);
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "Tired");
  wait_until_saved (fixture);
}

/* What is asked, what was said, and how it stands on the folded line. */
static void
test_details (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfCheckIn) robin = NULL;
  GtkWidget *line, *toggle;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  line = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  robin = g_list_model_get_item (ff_session_editor_get_check_ins (editor (fixture)), 0);
  unfold (fixture);
  toggle = find (fixture, GTK_TYPE_TOGGLE_BUTTON, "2. Coping with urges");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_cmpuint (ff_check_in_get_points (robin), ==, 2);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "Here for the first time")), TRUE);
  g_assert_true (ff_check_in_get_newcomer (robin));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 person came, 1 of them new"));
  ff_figure_row_set_figure (FF_FIGURE_ROW (find (fixture, FF_TYPE_FIGURE_ROW, "Balance, 0 to 10")),
                            6);
  g_assert_cmpint (ff_check_in_get_balance (robin), ==, 6);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "The goal is")), 2);
  g_assert_cmpint (ff_check_in_get_aim (robin), ==, FF_AIM_LESS);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Walk");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ff_test_find (find (fixture, FF_TYPE_PLAN_ROW, NULL),
                                                           GTK_TYPE_DROP_DOWN, NULL)),
                              1);
  wait_until_saved (fixture);

  /* The meeting is on a Tuesday: the first day after it is a Wednesday. */
  g_autoptr (FfPlanItem) item
      = g_list_model_get_item (ff_session_editor_get_plan (editor (fixture)), 0);
  g_assert_cmpuint (ff_plan_item_get_day (item), ==, 3);
  ff_check_in_line_set_unfolded (FF_CHECK_IN_LINE (line), FALSE);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "2. Coping with urges · 1 thing planned"));
  undo (fixture);
  g_assert_cmpuint (ff_plan_item_get_day (item), ==, 0);
}

/* A group need not ask what its programme does; what was said before stays to be seen. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *line, *row;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  line = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  unfold (fixture);
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
test_hidden_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *popover, *line;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  enter_alias (fixture, "Sam");
  type_note (fixture, "Tired");
  ff_context_set_hide_names (fixture->shell.context, TRUE);
  line = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "Person 2");
  g_assert_null (ff_test_find (fixture->window, GTK_TYPE_LABEL, "Sam"));
  g_assert_null (ff_test_find (fixture->window, GTK_TYPE_LABEL, "What Sam brings"));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Person 1"));
  row = find (fixture, FF_TYPE_ALIAS_ROW, NULL);
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
test_openings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  GtkWidget *line, *button;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  line = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  button = ff_test_find (line, GTK_TYPE_MENU_BUTTON, NULL);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_activate_action (button, "line.open", "s", "What went well:"));
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "What went well: ");
  g_assert_true (is_focus_in (fixture, line, FF_TYPE_NOTE_VIEW));
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_tools (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tools, *remove;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  tools = find (fixture, FF_TYPE_SESSION_TOOLS, NULL);
  ff_test_until (gtk_widget_get_sensitive (ff_test_find (tools, GTK_TYPE_MENU_BUTTON, NULL)));
  ff_session_editor_set_handout (editor (fixture), "urge-log", TRUE);
  ff_session_tools_refresh (FF_SESSION_TOOLS (tools));
  g_assert_nonnull (ff_test_find (tools, GTK_TYPE_LABEL, "Urge log"));
  wait_until_saved (fixture);
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
test_no_figure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfCheckIn) robin = NULL;
  GtkWidget *entry;
  int end = 1;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  robin = g_list_model_get_item (ff_session_editor_get_check_ins (editor (fixture)), 0);
  entry = find (fixture, FF_TYPE_FIGURE_ENTRY, NULL);
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
test_plan_lines (Fixture *fixture, gconstpointer data)
{
  GListModel *plan;
  GtkWidget *row;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  plan = ff_session_editor_get_plan (editor (fixture));
  unfold (fixture);
  row = find (fixture, FF_TYPE_PLAN_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "W");
  gtk_editable_set_text (GTK_EDITABLE (row), "Walk");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 1);
  g_assert_true (find (fixture, FF_TYPE_PLAN_ROW, NULL) == row);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, "Add to the plan")),
                         "Sleep");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 2);

  g_signal_emit_by_name (row, "delete-requested");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), " ");
  g_signal_emit_by_name (find (fixture, FF_TYPE_PLAN_ROW, NULL), "left");
  g_assert_cmpuint (g_list_model_get_n_items (plan), ==, 0);
}

/* Where the session belongs goes while it is being written: what is typed after that cannot be saved. */
static void
delete_group (Fixture *fixture)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_delete_group (edit, ff_group_get_uid (fixture->group));
  ff_schedule_edit_apply_async (edit, fixture->shell.store, NULL, NULL, NULL, NULL, NULL);
}

static void
test_failed_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  gboolean is_saved = FALSE;
  GtkWidget *banner;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  wait_until_saved (fixture);
  delete_group (fixture);
  type_note (fixture, "Not to be lost");
  ff_session_editor_flush (editor (fixture));
  ff_test_until (ff_session_editor_get_state (editor (fixture)) == FF_SAVE_FAILED);
  banner = find (fixture, ADW_TYPE_BANNER, NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_nonnull (strstr (adw_banner_get_title (ADW_BANNER (banner)), "your text is kept"));
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "Not to be lost");

  ff_group_repository_save_async (fixture->shell.store, fixture->group, NULL, ff_test_saved_cb,
                                  &is_saved);
  ff_test_until (is_saved);
  g_signal_emit_by_name (banner, "button-clicked");
  wait_until_saved (fixture);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
}

/* What could not be saved waits while another session is read, and holds the closing back. */
static void
test_failed_save_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  gboolean is_done = FALSE;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  wait_until_saved (fixture);
  g_assert_true (
      ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit", FF_UNSAVED_ASK));
  delete_group (fixture);
  type_note (fixture, "Not to be lost");
  g_assert_false (
      ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit", FF_UNSAVED_ASK));
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != NULL);
  g_assert_true (
      ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);

  ff_group_repository_save_async (fixture->shell.store, fixture->group, NULL, ff_test_saved_cb,
                                  &is_done);
  ff_test_until (is_done);
  wait_until_saved (fixture); /* tried again by itself */
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "Not to be lost");
  g_assert_true (
      ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit", FF_UNSAVED_ASK));
}

/* Whoever comes back to a session that could not be saved finds it as they left it. */
static void
test_failed_save_is_found_again (Fixture *fixture, gconstpointer data)
{
  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  wait_until_saved (fixture);
  ff_session_editor_set_unnamed (editor (fixture), 100001);
  ff_session_editor_flush (editor (fixture));
  ff_test_until (ff_session_editor_get_state (editor (fixture)) == FF_SAVE_FAILED);

  open_date (fixture, "2026-11-17T19:00");
  g_assert_cmpint (ff_session_editor_get_state (editor (fixture)), ==, FF_SAVE_NOTHING);
  g_assert_cmpuint (count_lines (fixture), ==, 0);

  open_date (fixture, "2026-11-24T19:00");
  g_assert_cmpint (ff_session_get_unnamed (ff_session_editor_get_session (editor (fixture))), ==,
                   100001);
  ff_test_until (ff_session_editor_get_state (editor (fixture)) == FF_SAVE_FAILED);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (find (fixture, ADW_TYPE_BANNER, NULL))));
  ff_session_editor_set_unnamed (editor (fixture), 12);
  wait_until_saved (fixture);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (find (fixture, ADW_TYPE_BANNER, NULL))));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line;

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Write check-ins for Tuesday 24 November"));
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_LIST_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Sessions, latest first");
  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  line = find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "Robin");
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_TEXT_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What Robin brings");
  gtk_test_accessible_assert_property (find (fixture, FF_TYPE_FIGURE_ENTRY, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Strongest urge, 0 to 10");
  gtk_test_accessible_assert_state (ff_test_find (line, GTK_TYPE_BUTTON, NULL),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  unfold (fixture);
  gtk_test_accessible_assert_state (ff_test_find (line, GTK_TYPE_BUTTON, NULL),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_property (find (fixture, FF_TYPE_PLAN_LIST, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Seven-day plan");
  gtk_test_accessible_assert_role (find (fixture, FF_TYPE_PLAN_LIST, NULL),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add_test ("/check-ins/write-and-find-again", test_write_and_find_again);
  add_test ("/check-ins/closing-saves", test_closing_saves);
  add_test ("/check-ins/same-person-twice", test_same_person_twice);
  add_test ("/check-ins/completion", test_completion);
  add_test ("/check-ins/too-long-an-alias", test_too_long_an_alias);
  add_test ("/check-ins/coming-back", test_coming_back);
  add_test ("/check-ins/delete-and-undo", test_delete_and_undo);
  add_test ("/check-ins/undo-brings-all-back", test_undo_brings_all_back);
  add_test ("/check-ins/twelve-by-keyboard", test_twelve_by_keyboard);
  add_test ("/check-ins/delete-is-last", test_delete_is_last);
  add_test ("/check-ins/from-line-to-line", test_from_line_to_line);
  add_test ("/check-ins/undo", test_undo);
  add_test ("/check-ins/details", test_details);
  add_test ("/check-ins/parts", test_parts);
  add_test ("/check-ins/hidden-names", test_hidden_names);
  add_test ("/check-ins/openings", test_openings);
  add_test ("/check-ins/tools", test_tools);
  add_test ("/check-ins/no-figure", test_no_figure);
  add_test ("/check-ins/plan-lines", test_plan_lines);
  add_test ("/check-ins/failed-save", test_failed_save);
  add_test ("/check-ins/failed-save-is-kept", test_failed_save_is_kept);
  add_test ("/check-ins/failed-save-is-found-again", test_failed_save_is_found_again);
  add_test ("/check-ins/accessible", test_accessible);
  return g_test_run ();
}
