/* test-check-ins.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Check-ins written, found again and taken back, by whom and in which session; and what is told when a save fails.
 */

#include "ff-config.h"

#include "ff-figure-entry.h"
#include "ff-plan-list.h"
#include "ff-plan-row.h"
#include "ff-returning-box.h"
#include "ff-review-row.h"
#include "ff-schedule-edit.h"
#include "ff-test-check-ins.h"

static void
test_write_and_find_again (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "ليلى 🌱");
  ff_test_check_ins_type_note (fixture, "Slept badly\nand came anyway");
  ff_figure_entry_set_figure (
      FF_FIGURE_ENTRY (ff_test_check_ins_find (fixture, FF_TYPE_FIGURE_ENTRY, NULL)), 7);
  ff_test_check_ins_unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL)),
                         "Walk");
  g_assert_nonnull (ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "Saving…"));
  ff_test_check_ins_wait_until_saved (fixture);
  g_assert_nonnull (ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "Saved"));

  ff_test_check_ins_close_window (fixture);
  ff_test_check_ins_open_window (fixture);
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  g_assert_nonnull (ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "ليلى 🌱"));
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "Slept badly\nand came anyway");
  g_assert_cmpint (ff_figure_entry_get_figure (FF_FIGURE_ENTRY (
                       ff_test_check_ins_find (fixture, FF_TYPE_FIGURE_ENTRY, NULL))),
                   ==, 7);
  ff_test_check_ins_unfold (fixture);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL))),
                   ==, "Walk");
}

/* What was typed a moment before the window closes is written. */
static void
test_closing_saves (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_wait_until_saved (fixture);
  ff_test_check_ins_type_note (fixture, "At the last moment");
  ff_test_check_ins_close_window (fixture);
  ff_test_check_ins_open_window (fixture);
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_until (!ff_store_is_busy (fixture->shell.store));
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "At the last moment");
}

static void
test_same_person_twice (FfTestCheckIns *fixture, gconstpointer data)
{
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_enter_alias (fixture, " ROBIN ");
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 1);
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_LABEL, "Robin has checked in already"));
}

static void
test_completion (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *row, *popover;

  ff_test_check_ins_open_date (fixture, "2026-11-17T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_enter_alias (fixture, "Roberta");
  ff_test_check_ins_wait_until_saved (fixture);
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  row = ff_test_check_ins_find (fixture, FF_TYPE_ALIAS_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "robe");
  popover = ff_test_find (row, GTK_TYPE_POPOVER, NULL);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_list_box_select_row (GTK_LIST_BOX (ff_test_find (popover, GTK_TYPE_LIST_BOX, NULL)),
                           GTK_LIST_BOX_ROW (ff_test_find (popover, GTK_TYPE_LIST_BOX_ROW, NULL)));
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 1);
  g_assert_nonnull (ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "Roberta"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

/* What is too long for a name stays in the line to be shortened, and keeps nothing else from being saved. */
static void
test_too_long_an_alias (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autofree char *too_long = g_strconcat (longest, "y", NULL);
  GtkWidget *row;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, too_long);
  row = ff_test_check_ins_find (fixture, FF_TYPE_ALIAS_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, too_long);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 0);
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_LABEL,
                               "A name or alias must have 1 to 200 characters."));

  ff_test_check_ins_enter_alias (fixture, longest);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  ff_test_check_ins_wait_until_saved (fixture);
  ff_test_until (
      gtk_widget_get_width (ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL)) > 0);
  g_assert_cmpint (gtk_widget_get_width (
                       ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL)),
                   <=, 760);
}

static void
test_coming_back (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *button;
  g_autoptr (FfPlanItem) item = NULL;

  ff_test_check_ins_open_date (fixture, "2026-11-17T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL)),
                         "Call my sister");
  ff_test_check_ins_wait_until_saved (fixture);

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  button = ff_test_find (ff_test_check_ins_find (fixture, FF_TYPE_RETURNING_BOX, NULL),
                         GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Robin comes back: Call my sister");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (
      gtk_widget_get_visible (ff_test_check_ins_find (fixture, FF_TYPE_RETURNING_BOX, NULL)));
  ff_test_check_ins_unfold (fixture);
  adw_toggle_group_set_active (
      ADW_TOGGLE_GROUP (ff_test_find (ff_test_check_ins_find (fixture, FF_TYPE_REVIEW_ROW, NULL),
                                      ADW_TYPE_TOGGLE_GROUP, NULL)),
      0);
  ff_test_check_ins_wait_until_saved (fixture);
  item = g_list_model_get_item (
      ff_session_editor_get_review (ff_test_check_ins_get_editor (fixture)), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_DONE);
  ff_test_check_ins_unfold (fixture);

  g_signal_emit_by_name (ff_test_find (ff_test_check_ins_find (fixture, FF_TYPE_REVIEW_ROW, NULL),
                                       GTK_TYPE_BUTTON, NULL),
                         "clicked");
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_OPEN);
}

static void
test_delete_and_undo (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  GtkWidget *undo;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_type_note (fixture, "Tired");
  g_signal_emit_by_name (ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL),
                         "delete-requested");
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 0);
  ff_test_until ((undo = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (ff_test_check_ins_count_lines (fixture) == 1);
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "Tired");
}

/* Deleting a person's check-in takes their plan and marks along, and undoing it brings all back. */
static void
test_undo_brings_all_back (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  g_autoptr (FfPlanItem) marked = NULL;
  GtkWidget *undo, *marks;

  ff_test_check_ins_open_date (fixture, "2026-11-17T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL)),
                         "Call my sister");
  ff_test_check_ins_wait_until_saved (fixture);

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_type_note (fixture, "Tired");
  ff_figure_entry_set_figure (
      FF_FIGURE_ENTRY (ff_test_check_ins_find (fixture, FF_TYPE_FIGURE_ENTRY, NULL)), 6);
  ff_test_check_ins_unfold (fixture);
  gtk_editable_set_text (GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL)),
                         "Walk");
  marks = ff_test_find (ff_test_check_ins_find (fixture, FF_TYPE_REVIEW_ROW, NULL),
                        ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (marks), 1);
  ff_test_check_ins_wait_until_saved (fixture);

  g_signal_emit_by_name (ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL),
                         "delete-requested");
  ff_test_check_ins_wait_until_saved (fixture);
  ff_test_until ((undo = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (ff_test_check_ins_count_lines (fixture) == 1);
  ff_test_check_ins_wait_until_saved (fixture);

  ff_test_check_ins_close_window (fixture);
  ff_test_check_ins_open_window (fixture);
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "Tired");
  g_assert_cmpint (ff_figure_entry_get_figure (FF_FIGURE_ENTRY (
                       ff_test_check_ins_find (fixture, FF_TYPE_FIGURE_ENTRY, NULL))),
                   ==, 6);
  ff_test_check_ins_unfold (fixture);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_ROW, NULL))),
                   ==, "Walk");
  marked = g_list_model_get_item (
      ff_session_editor_get_review (ff_test_check_ins_get_editor (fixture)), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (marked), ==, FF_OUTCOME_PARTLY);
}

/* Where the session belongs goes while it is being written: what is typed after that cannot be saved. */
static void
delete_group (FfTestCheckIns *fixture)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_delete_group (edit, ff_group_get_uid (fixture->group));
  ff_schedule_edit_apply_async (edit, fixture->shell.store, NULL, NULL, NULL, NULL, NULL);
}

static void
test_failed_save (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  gboolean is_saved = FALSE;
  GtkWidget *banner;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_wait_until_saved (fixture);
  delete_group (fixture);
  ff_test_check_ins_type_note (fixture, "Not to be lost");
  ff_session_editor_flush (ff_test_check_ins_get_editor (fixture));
  ff_test_until (ff_session_editor_get_state (ff_test_check_ins_get_editor (fixture))
                 == FF_SAVE_FAILED);
  banner = ff_test_check_ins_find (fixture, ADW_TYPE_BANNER, NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_nonnull (strstr (adw_banner_get_title (ADW_BANNER (banner)), "your text is kept"));
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "Not to be lost");

  ff_group_repository_save_async (fixture->shell.store, fixture->group, NULL, ff_test_saved_cb,
                                  &is_saved);
  ff_test_until (is_saved);
  g_signal_emit_by_name (banner, "button-clicked");
  ff_test_check_ins_wait_until_saved (fixture);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
}

/* What could not be saved waits while another session is read, and holds the closing back. */
static void
test_failed_save_is_kept (FfTestCheckIns *fixture, gconstpointer data)
{
  g_autofree char *note = NULL;
  gboolean is_done = FALSE;

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_wait_until_saved (fixture);
  g_assert_true (
      ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit", FF_UNSAVED_ASK));
  delete_group (fixture);
  ff_test_check_ins_type_note (fixture, "Not to be lost");
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
  ff_test_check_ins_wait_until_saved (fixture); /* tried again by itself */
  note = ff_test_check_ins_dup_note (fixture);
  g_assert_cmpstr (note, ==, "Not to be lost");
  g_assert_true (
      ff_check_ins_page_may_close (fixture->page, fixture->window, "app.quit", FF_UNSAVED_ASK));
}

/* Whoever comes back to a session that could not be saved finds it as they left it. */
static void
test_failed_save_is_found_again (FfTestCheckIns *fixture, gconstpointer data)
{
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  ff_test_check_ins_wait_until_saved (fixture);
  ff_session_editor_set_unnamed (ff_test_check_ins_get_editor (fixture), 100001);
  ff_session_editor_flush (ff_test_check_ins_get_editor (fixture));
  ff_test_until (ff_session_editor_get_state (ff_test_check_ins_get_editor (fixture))
                 == FF_SAVE_FAILED);

  ff_test_check_ins_open_date (fixture, "2026-11-17T19:00");
  g_assert_cmpint (ff_session_editor_get_state (ff_test_check_ins_get_editor (fixture)), ==,
                   FF_SAVE_NOTHING);
  g_assert_cmpuint (ff_test_check_ins_count_lines (fixture), ==, 0);

  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  g_assert_cmpint (ff_session_get_unnamed (
                       ff_session_editor_get_session (ff_test_check_ins_get_editor (fixture))),
                   ==, 100001);
  ff_test_until (ff_session_editor_get_state (ff_test_check_ins_get_editor (fixture))
                 == FF_SAVE_FAILED);
  g_assert_true (adw_banner_get_revealed (
      ADW_BANNER (ff_test_check_ins_find (fixture, ADW_TYPE_BANNER, NULL))));
  ff_session_editor_set_unnamed (ff_test_check_ins_get_editor (fixture), 12);
  ff_test_check_ins_wait_until_saved (fixture);
  g_assert_false (adw_banner_get_revealed (
      ADW_BANNER (ff_test_check_ins_find (fixture, ADW_TYPE_BANNER, NULL))));
}

static void
test_accessible (FfTestCheckIns *fixture, gconstpointer data)
{
  GtkWidget *line;

  g_assert_nonnull (
      ff_test_check_ins_find (fixture, GTK_TYPE_LABEL, "Write check-ins for Tue 24 Nov"));
  gtk_test_accessible_assert_property (ff_test_check_ins_find (fixture, GTK_TYPE_LIST_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Sessions, latest first");
  ff_test_check_ins_open_date (fixture, "2026-11-24T19:00");
  ff_test_check_ins_enter_alias (fixture, "Robin");
  line = ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL);
  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "Robin");
  gtk_test_accessible_assert_property (ff_test_check_ins_find (fixture, GTK_TYPE_TEXT_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What Robin brings");
  gtk_test_accessible_assert_property (ff_test_check_ins_find (fixture, FF_TYPE_FIGURE_ENTRY, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Strongest urge, 0 to 10");
  gtk_test_accessible_assert_state (ff_test_find (line, GTK_TYPE_BUTTON, NULL),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  ff_test_check_ins_unfold (fixture);
  gtk_test_accessible_assert_state (ff_test_find (line, GTK_TYPE_BUTTON, NULL),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_property (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_LIST, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Seven-day plan");
  gtk_test_accessible_assert_role (ff_test_check_ins_find (fixture, FF_TYPE_PLAN_LIST, NULL),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
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
  add_test ("/check-ins/write-and-find-again", test_write_and_find_again);
  add_test ("/check-ins/closing-saves", test_closing_saves);
  add_test ("/check-ins/same-person-twice", test_same_person_twice);
  add_test ("/check-ins/completion", test_completion);
  add_test ("/check-ins/too-long-an-alias", test_too_long_an_alias);
  add_test ("/check-ins/coming-back", test_coming_back);
  add_test ("/check-ins/delete-and-undo", test_delete_and_undo);
  add_test ("/check-ins/undo-brings-all-back", test_undo_brings_all_back);
  add_test ("/check-ins/failed-save", test_failed_save);
  add_test ("/check-ins/failed-save-is-kept", test_failed_save_is_kept);
  add_test ("/check-ins/failed-save-is-found-again", test_failed_save_is_found_again);
  add_test ("/check-ins/accessible", test_accessible);
  return g_test_run ();
}
