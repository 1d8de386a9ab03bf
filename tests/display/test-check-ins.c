/* test-check-ins.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing check-ins as a facilitator does: names, notes, marks, plans, and what is told when a save fails.
 */

#include "ff-config.h"

#include "ff-alias-row.h"
#include "ff-check-in-card.h"
#include "ff-check-ins-page.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-note-row.h"
#include "ff-plan-row.h"
#include "ff-returning-box.h"
#include "ff-review-row.h"
#include "ff-schedule-edit.h"
#include "ff-session-repository.h"
#include "ff-test-shell.h"
#include "ff-urge-row.h"

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

static void
type_note (Fixture *fixture, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static char *
dup_note (Fixture *fixture)
{
  return ff_note_row_dup_text (FF_NOTE_ROW (find (fixture, FF_TYPE_NOTE_ROW, NULL)));
}

static guint
count_cards (Fixture *fixture)
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
  ff_urge_row_set_urge (FF_URGE_ROW (find (fixture, FF_TYPE_URGE_ROW, NULL)), 7);
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
  g_assert_cmpint (ff_urge_row_get_urge (FF_URGE_ROW (find (fixture, FF_TYPE_URGE_ROW, NULL))), ==,
                   7);
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
  g_assert_cmpuint (count_cards (fixture), ==, 1);
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
  popover = find (fixture, GTK_TYPE_POPOVER, NULL);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_list_box_select_row (GTK_LIST_BOX (ff_test_find (popover, GTK_TYPE_LIST_BOX, NULL)),
                           GTK_LIST_BOX_ROW (ff_test_find (popover, GTK_TYPE_LIST_BOX_ROW, NULL)));
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpuint (count_cards (fixture), ==, 1);
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
  g_assert_cmpuint (count_cards (fixture), ==, 0);
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_LABEL,
                               "A name or alias must have 1 to 200 characters."));

  enter_alias (fixture, longest);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpuint (count_cards (fixture), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  wait_until_saved (fixture);
  ff_test_until (gtk_widget_get_width (find (fixture, FF_TYPE_CHECK_IN_CARD, NULL)) > 0);
  g_assert_cmpint (gtk_widget_get_width (find (fixture, FF_TYPE_CHECK_IN_CARD, NULL)), <=, 720);
}

static void
test_coming_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;
  g_autoptr (FfPlanItem) item = NULL;

  open_date (fixture, "2026-11-17T19:00");
  enter_alias (fixture, "Robin");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Call my sister");
  wait_until_saved (fixture);

  open_date (fixture, "2026-11-24T19:00");
  button = ff_test_find (find (fixture, FF_TYPE_RETURNING_BOX, NULL), GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Robin comes back: Call my sister");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_visible (find (fixture, FF_TYPE_RETURNING_BOX, NULL)));
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (
                                   ff_test_find (find (fixture, FF_TYPE_REVIEW_ROW, NULL),
                                                 ADW_TYPE_TOGGLE_GROUP, NULL)),
                               0);
  wait_until_saved (fixture);
  item = g_list_model_get_item (ff_session_editor_get_review (editor (fixture)), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_DONE);

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
  g_signal_emit_by_name (find (fixture, FF_TYPE_CHECK_IN_CARD, NULL), "delete-requested");
  g_assert_cmpuint (count_cards (fixture), ==, 0);
  ff_test_until ((undo = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (count_cards (fixture) == 1);
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
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Call my sister");
  wait_until_saved (fixture);

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  type_note (fixture, "Tired");
  ff_urge_row_set_urge (FF_URGE_ROW (find (fixture, FF_TYPE_URGE_ROW, NULL)), 6);
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL)), "Walk");
  marks = ff_test_find (find (fixture, FF_TYPE_REVIEW_ROW, NULL), ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (marks), 1);
  wait_until_saved (fixture);

  g_signal_emit_by_name (find (fixture, FF_TYPE_CHECK_IN_CARD, NULL), "delete-requested");
  wait_until_saved (fixture);
  ff_test_until ((undo = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (count_cards (fixture) == 1);
  wait_until_saved (fixture);

  close_window (fixture);
  open_window (fixture);
  open_date (fixture, "2026-11-24T19:00");
  note = dup_note (fixture);
  g_assert_cmpstr (note, ==, "Tired");
  g_assert_cmpint (ff_urge_row_get_urge (FF_URGE_ROW (find (fixture, FF_TYPE_URGE_ROW, NULL))), ==,
                   6);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, FF_TYPE_PLAN_ROW, NULL))),
                   ==, "Walk");
  marked = g_list_model_get_item (ff_session_editor_get_review (editor (fixture)), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (marked), ==, FF_OUTCOME_PARTLY);
}

/* Tab walks through what is written, and comes to the button that deletes it only then. */
static void
test_delete_is_last (Fixture *fixture, gconstpointer data)
{
  GtkWidget *delete, *focus, *first, *second;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  enter_alias (fixture, "Sam");
  first = find (fixture, FF_TYPE_CHECK_IN_CARD, NULL);
  second = gtk_widget_get_next_sibling (first);
  delete = ff_test_find (first, GTK_TYPE_BUTTON, NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (delete), ==, "Delete the notes for Sam");
  ff_test_until (gtk_widget_get_height (second) > 0);

  gtk_widget_grab_focus (ff_test_find (first, FF_TYPE_PLAN_ROW, "Add to the plan"));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == delete);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, ff_test_find (second, FF_TYPE_NOTE_ROW, NULL)));

  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == delete);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, ff_test_find (first, FF_TYPE_PLAN_ROW, NULL)));
}

static void
test_plan_lines (Fixture *fixture, gconstpointer data)
{
  GListModel *plan;
  GtkWidget *row;

  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  plan = ff_session_editor_get_plan (editor (fixture));
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
  g_assert_true (ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit"));
  delete_group (fixture);
  type_note (fixture, "Not to be lost");
  g_assert_false (ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit"));
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
  g_assert_true (ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit"));
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
  g_assert_cmpuint (count_cards (fixture), ==, 0);

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
  GtkWidget *card;

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Write check-ins for Tuesday 24 November"));
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_LIST_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Sessions, latest first");
  open_date (fixture, "2026-11-24T19:00");
  enter_alias (fixture, "Robin");
  card = find (fixture, FF_TYPE_CHECK_IN_CARD, NULL);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Robin");
  gtk_test_accessible_assert_relation (find (fixture, GTK_TYPE_TEXT_VIEW, NULL),
                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       find (fixture, GTK_TYPE_LABEL, "What Robin brings"), NULL);
  gtk_test_accessible_assert_property (ff_test_find (find (fixture, FF_TYPE_URGE_ROW, NULL),
                                                     ADW_TYPE_TOGGLE_GROUP, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Strongest urge, 0 to 10");
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
  add_test ("/check-ins/delete-is-last", test_delete_is_last);
  add_test ("/check-ins/plan-lines", test_plan_lines);
  add_test ("/check-ins/failed-save", test_failed_save);
  add_test ("/check-ins/failed-save-is-kept", test_failed_save_is_kept);
  add_test ("/check-ins/failed-save-is-found-again", test_failed_save_is_found_again);
  add_test ("/check-ins/accessible", test_accessible);
  return g_test_run ();
}
