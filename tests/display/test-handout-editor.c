/* test-handout-editor.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a handout of one's own: saved as it is typed, what is wrong with it, pieces put in, and a narrow window.
 */

#include "ff-config.h"

#include <string.h>

#include "ff-handout-examples.h"
#include "ff-test-editor.h"

/* --- Writing --- */

static void
test_new (FfTestEditor *fixture, gconstpointer data)
{
  GtkWidget *view;

  ff_test_editor_open (fixture, NULL, NULL);
  view = ff_test_editor_find (fixture, GTK_TYPE_TEXT_VIEW, NULL);
  ff_test_until (ff_test_editor_get_sheet (fixture) != NULL);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "The handout’s text");
  ff_test_until (gtk_widget_has_focus (view));
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "My Handout");
  g_assert_null (ff_test_editor_get_problem_row (fixture, 0));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.leave", NULL);
  ff_test_until (adw_navigation_view_get_visible_page (fixture->navigation)
                 != ADW_NAVIGATION_PAGE (fixture->page));
  fixture->page = NULL;
  ff_test_settle ();
  g_assert_cmpuint (ff_test_editor_count_own (fixture), ==, 0);
}

static void
test_saved_as_typed (FfTestEditor *fixture, gconstpointer data)
{
  g_autoptr (FfOwnHandout) own = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  ff_test_editor_open (fixture, NULL, NULL);
  id = g_strdup (ff_handout_editor_get_id (fixture->page));
  ff_test_editor_assert_subtitle (fixture, "");
  ff_test_editor_write_all (fixture, "# Mine\n\nFor us.\n\nText\n");
  ff_test_editor_assert_subtitle (fixture, "Saving…");
  ff_test_editor_wait_until_saved (fixture);
  ff_test_editor_assert_subtitle (fixture, "Saved");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==, "Mine");
  own = ff_handout_repository_get_own (fixture->shell.store, id, NULL);
  g_assert_cmpstr (own->title, ==, "Mine");
  g_assert_cmpstr (own->markdown, ==, "# Mine\n\nFor us.\n\nText\n");
  ff_test_until (g_strcmp0 (ff_sheet_get_title (ff_test_editor_get_sheet (fixture)), "Mine") == 0);

  adw_navigation_view_pop (fixture->navigation);
  ff_test_editor_open (fixture, id, NULL);
  text = ff_test_editor_dup_text (fixture);
  g_assert_cmpstr (text, ==, own->markdown);
  g_assert_cmpint (ff_test_editor_get_state (fixture), ==, FF_DRAFT_UNTOUCHED);
}

/* What is written right before leaving is kept, too. */
static void
test_leave_at_once (FfTestEditor *fixture, gconstpointer data)
{
  gpointer page;

  ff_test_editor_open (fixture, NULL, NULL);
  page = fixture->page;
  g_object_add_weak_pointer (page, &page);
  ff_test_editor_write_all (fixture, "# Quick\n\nFor us.\n\nText\n");
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.leave", NULL);
  ff_test_until (page == NULL);
  fixture->page = NULL;
  g_assert_cmpuint (ff_test_editor_count_own (fixture), ==, 1);
}

static void
test_closed_at_once (FfTestEditor *fixture, gconstpointer data)
{
  gpointer page;

  ff_test_editor_open (fixture, NULL, NULL);
  page = fixture->page;
  g_object_add_weak_pointer (page, &page);
  ff_test_editor_write_all (fixture, "# Quick\n\nFor us.\n\nText\n");
  g_assert_false (ff_handout_editor_may_close (fixture->page, "app.quit", FF_UNSAVED_ASK));
  ff_test_editor_wait_until_saved (fixture);
  g_assert_true (ff_handout_editor_may_close (fixture->page, "app.quit", FF_UNSAVED_ASK));
  ff_test_editor_write_all (fixture, "# Quicker\n\nFor us.\n\nText\n");
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  ff_test_until (page == NULL);
  fixture->page = NULL;
  ff_test_until (!ff_store_is_busy (fixture->shell.store));
  g_autoptr (FfOwnHandout) own = ff_test_editor_get_own (fixture, 0);
  g_assert_cmpstr (own->title, ==, "Quicker");
}

static char *
make_too_long (void)
{
  GString *text = g_string_new (NULL);

  while (text->len <= FF_HANDOUT_MAX_BYTES)
    g_string_append (text, "These are the words of one line of it.\n");
  return g_string_free_and_steal (text);
}

static void
test_not_saved (FfTestEditor *fixture, gconstpointer data)
{
  g_autofree char *too_long = make_too_long ();
  AdwDialog *question;
  GtkWidget *banner;

  ff_test_editor_open (fixture, NULL, "# Long\n\nFor us.\n\nText\n");
  ff_test_editor_wait_until_saved (fixture);
  ff_test_editor_write_all (fixture, too_long);
  ff_test_until (ff_test_editor_get_state (fixture) == FF_DRAFT_FAILED);
  banner = ff_test_editor_find (fixture, ADW_TYPE_BANNER, NULL);
  ff_test_editor_assert_subtitle (fixture, "Not saved");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_nonnull (strstr (adw_banner_get_title (ADW_BANNER (banner)), "too long"));

  g_assert_false (ff_handout_editor_may_close (fixture->page, "app.quit", FF_UNSAVED_ASK));
  question = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  adw_dialog_close (question);
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
  g_assert_true (adw_navigation_view_get_visible_page (fixture->navigation)
                 == ADW_NAVIGATION_PAGE (fixture->page));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.leave", NULL);
  question = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_signal_emit_by_name (question, "response::close", "close");
  adw_dialog_force_close (question);
  ff_test_until (adw_navigation_view_get_visible_page (fixture->navigation)
                 != ADW_NAVIGATION_PAGE (fixture->page));
  fixture->page = NULL;
  g_autoptr (FfOwnHandout) own = ff_test_editor_get_own (fixture, 0);
  g_assert_cmpstr (own->title, ==, "Long");
}

static void
test_mended (FfTestEditor *fixture, gconstpointer data)
{
  g_autofree char *too_long = make_too_long ();
  GtkWidget *banner;

  ff_test_editor_open (fixture, NULL, "# Long\n\nFor us.\n\nText\n");
  banner = ff_test_editor_find (fixture, ADW_TYPE_BANNER, NULL);
  ff_test_editor_write_all (fixture, too_long);
  ff_test_until (ff_test_editor_get_state (fixture) == FF_DRAFT_FAILED);
  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_cmpint (ff_test_editor_get_state (fixture), ==, FF_DRAFT_FAILED);
  ff_test_editor_write_all (fixture, "# Short\n\nFor us.\n\nText\n");
  ff_test_editor_wait_until_saved (fixture);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));
}

/* The store says no; what is written is kept, and tried again. */
static void
test_refused_by_store (FfTestEditor *fixture, gconstpointer data)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (FfHandoutDraft) draft
      = ff_handout_draft_new (fixture->shell.store, catalogue, "own-no such id", "");

  ff_handout_draft_set_markdown (draft, "# T\n\nS\n\nText\n");
  ff_test_until (ff_handout_draft_get_state (draft) == FF_DRAFT_FAILED);
  g_assert_nonnull (ff_handout_draft_get_message (draft));
  g_assert_cmpstr (ff_handout_draft_get_markdown (draft), ==, "# T\n\nS\n\nText\n");
  ff_handout_draft_flush (draft);
  g_assert_cmpint (ff_handout_draft_get_state (draft), ==, FF_DRAFT_WAITING);
  ff_test_until (ff_handout_draft_get_state (draft) == FF_DRAFT_FAILED);
  ff_test_until (!ff_store_is_busy (fixture->shell.store));
}

static void
test_blank (FfTestEditor *fixture, gconstpointer data)
{
  GtkWidget *sheet_view;

  ff_test_editor_open (fixture, NULL, "# Kept\n\nFor us.\n\nText\n");
  ff_test_editor_wait_until_saved (fixture);
  sheet_view = ff_test_editor_find (fixture, FF_TYPE_SHEET_VIEW, NULL);
  ff_test_until (ff_test_editor_get_sheet (fixture) != NULL);
  ff_test_editor_write_all (fixture, " \n");
  ff_test_until (ff_test_editor_get_state (fixture) == FF_DRAFT_BLANK);
  g_assert_true (gtk_widget_has_css_class (sheet_view, "stale"));
  g_assert_cmpstr (ff_sheet_get_title (ff_test_editor_get_sheet (fixture)), ==, "Kept");
  g_assert_true (ff_test_is_shown (
      ff_test_editor_find (fixture, GTK_TYPE_LABEL,
                           "There is nothing here yet: begin with a line like “# My Handout”.")));
  g_autoptr (FfOwnHandout) own = ff_test_editor_get_own (fixture, 0);
  g_assert_cmpstr (own->title, ==, "Kept");
}

/* --- What is wrong --- */

static gboolean
is_marked (FfTestEditor *fixture, int line)
{
  GtkTextBuffer *buffer = ff_test_editor_get_buffer (fixture);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "problem");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, line - 1);
  return gtk_text_iter_has_tag (&iter, tag);
}

static void
test_problems (FfTestEditor *fixture, gconstpointer data)
{
  GtkListBoxRow *row;

  ff_test_editor_open (fixture, NULL, "# T\n\nFor us.\n\n<b>no</b>\n\n```nothing\n```\n\nText\n");
  row = ff_test_editor_get_problem_row (fixture, 1);
  ff_test_until (ff_test_is_shown (GTK_WIDGET (row)));
  gtk_test_accessible_assert_property (
      row, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Line 7: There is no block “nothing”. There are: fields, lines, checklist, table, grid, "
      "scale, week, wheel, wave, cycle, help-lines.");
  gtk_test_accessible_assert_property (ff_test_editor_find (fixture, GTK_TYPE_LIST_BOX, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What is to be mended");
  g_assert_true (is_marked (fixture, 7));
  g_assert_false (is_marked (fixture, 8));

  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_cmpint (ff_test_editor_get_cursor_line (fixture), ==, 7);
  ff_test_until (gtk_widget_has_focus (ff_test_editor_find (fixture, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.next-problem", NULL);
  g_assert_cmpint (ff_test_editor_get_cursor_line (fixture), ==, 5);

  ff_test_editor_write_all (fixture, "# T\n\nFor us.\n\nText\n");
  ff_test_until (ff_test_editor_get_problem_row (fixture, 0) == NULL);
  g_assert_false (is_marked (fixture, 5));
  g_assert_false (ff_test_is_shown (ff_test_editor_find (fixture, GTK_TYPE_LIST_BOX, NULL)));
}

/* --- Inserting --- */

static void
insert (FfTestEditor *fixture, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.insert-block", "s", name);
}

static void
place_cursor (FfTestEditor *fixture, int line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (ff_test_editor_get_buffer (fixture), &iter, line - 1);
  gtk_text_buffer_place_cursor (ff_test_editor_get_buffer (fixture), &iter);
}

static void
test_every_example (FfTestEditor *fixture, gconstpointer data)
{
  g_auto (GStrv) names = ff_handout_examples_list ();

  g_assert_cmpuint (g_strv_length (names), ==, 16);
  ff_test_editor_open (fixture, NULL, "# T\n\nFor us.\n\nText\n");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      FfHandout *handout;

      place_cursor (fixture, 5);
      before = ff_test_editor_dup_text (fixture);
      insert (fixture, names[i]);
      ff_handout_draft_flush (ff_handout_editor_get_draft (fixture->page));
      handout = ff_handout_draft_get_handout (ff_handout_editor_get_draft (fixture->page));
      g_test_message ("%s", names[i]);
      g_assert_null (ff_test_editor_get_problem_row (fixture, 0));
      g_assert_cmpuint (ff_handout_get_blocks (handout)->len, ==, 2);
      g_assert_cmpint (((FfBlock *) g_ptr_array_index (ff_handout_get_blocks (handout), 1))->kind,
                       ==, ff_block_form_find (names[i])->kind);
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.undo", NULL);
      after = ff_test_editor_dup_text (fixture);
      g_assert_cmpstr (after, ==, before);
    }
  ff_test_editor_wait_until_saved (fixture);
  ff_test_until (ff_test_editor_get_sheet (fixture) != NULL);
}

static void
test_insert_beside (FfTestEditor *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  g_autofree char *chosen = NULL;

  ff_test_editor_open (fixture, NULL, "# T\n\nFor us.\n\n```lines 2\nWhat\n\n```\nText");
  place_cursor (fixture, 6); /* inside of a block */
  insert (fixture, "lines");
  text = ff_test_editor_dup_text (fixture);
  g_assert_cmpstr (text, ==,
                   "# T\n\nFor us.\n\n```lines 2\nWhat\n\n```\nText\n\n```lines 3\nWhat stands out "
                   "for me\n```\n");
  g_assert_true (
      gtk_text_buffer_get_selection_bounds (ff_test_editor_get_buffer (fixture), &start, &end));
  chosen = gtk_text_buffer_get_text (ff_test_editor_get_buffer (fixture), &start, &end, TRUE);
  g_assert_cmpstr (chosen, ==, "What stands out for me");
  ff_test_until (gtk_widget_has_focus (ff_test_editor_find (fixture, GTK_TYPE_TEXT_VIEW, NULL)));

  place_cursor (fixture, 4); /* an empty line */
  insert (fixture, "break");
  g_clear_pointer (&text, g_free);
  text = ff_test_editor_dup_text (fixture);
  g_assert_true (g_str_has_prefix (text, "# T\n\nFor us.\n\n---\n\n```lines 2"));
  ff_test_editor_wait_until_saved (fixture);
}

/* --- Narrow --- */

static void
test_wide (FfTestEditor *fixture, gconstpointer data)
{
  GtkWidget *text, *paper;
  AdwToggleGroup *sides;
  int least;

  ff_test_editor_open (fixture, NULL, "# T\n\nFor us.\n\nText\n");
  text = ff_test_editor_find (fixture, GTK_TYPE_TEXT_VIEW, NULL);
  paper = ff_test_editor_find (fixture, FF_TYPE_SHEET_VIEW, NULL);
  sides = ADW_TOGGLE_GROUP (ff_test_editor_find (fixture, ADW_TYPE_TOGGLE_GROUP, NULL));
  ff_test_until (ff_test_is_shown (text) && ff_test_is_shown (paper));
  g_assert_false (ff_test_is_shown (GTK_WIDGET (sides)));
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, 360);

  ff_test_editor_wait_until_saved (fixture);
}

static void
test_narrow (FfTestEditor *fixture, gconstpointer data)
{
  GtkWidget *text, *paper;
  AdwToggleGroup *sides;

  ff_test_editor_open (fixture, NULL, "# T\n\nFor us.\n\nText\n");
  text = ff_test_editor_find (fixture, GTK_TYPE_TEXT_VIEW, NULL);
  paper = ff_test_editor_find (fixture, FF_TYPE_SHEET_VIEW, NULL);
  sides = ADW_TOGGLE_GROUP (ff_test_editor_find (fixture, ADW_TYPE_TOGGLE_GROUP, NULL));
  ff_test_until (ff_test_is_shown (GTK_WIDGET (sides)));
  ff_test_until (ff_test_is_shown (text) && !ff_test_is_shown (paper));
  adw_toggle_group_set_active_name (sides, "paper");
  ff_test_until (!ff_test_is_shown (text) && ff_test_is_shown (paper));
  insert (fixture, "scale");
  ff_test_until (ff_test_is_shown (text) && !ff_test_is_shown (paper));
  ff_test_editor_wait_until_saved (fixture);
}

#define add(name, function)                                                                        \
  g_test_add (name, FfTestEditor, NULL, ff_test_editor_set_up, function, ff_test_editor_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/handout-editor/new", test_new);
  add ("/handout-editor/saved-as-typed", test_saved_as_typed);
  add ("/handout-editor/leave-at-once", test_leave_at_once);
  add ("/handout-editor/closed-at-once", test_closed_at_once);
  add ("/handout-editor/not-saved", test_not_saved);
  add ("/handout-editor/mended", test_mended);
  add ("/handout-editor/refused-by-store", test_refused_by_store);
  add ("/handout-editor/blank", test_blank);
  add ("/handout-editor/problems", test_problems);
  add ("/handout-editor/every-example", test_every_example);
  add ("/handout-editor/insert-beside", test_insert_beside);
  add ("/handout-editor/wide", test_wide);
  g_test_add ("/handout-editor/narrow", FfTestEditor, GINT_TO_POINTER (360), ff_test_editor_set_up,
              test_narrow, ff_test_editor_tear_down);

  return g_test_run ();
}
