/* test-handout-editor.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a handout of one's own, and giving and taking handouts as files.
 */

#include "ff-config.h"

#include <string.h>

#include "ff-handout-editor.h"
#include "ff-handout-examples.h"
#include "ff-handout-repository.h"
#include "ff-handout-sharing.h"
#include "ff-sheet-view.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  GtkWidget *window;
  AdwNavigationView *navigation;
  FfHandoutEditor *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  AdwNavigationPage *list = adw_navigation_page_new (adw_bin_new (), "List");

  ff_test_shell_set_up (&fixture->shell);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window),
                               data != NULL ? GPOINTER_TO_INT (data) : 1000, 700);
  fixture->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_set_animate_transitions (fixture->navigation, FALSE);
  adw_navigation_view_add (fixture->navigation, list);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->navigation));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
open_editor (Fixture *fixture, const char *id, const char *markdown)
{
  fixture->page = FF_HANDOUT_EDITOR (ff_handout_editor_new (fixture->shell.context, id, markdown));
  adw_navigation_view_push (fixture->navigation, ADW_NAVIGATION_PAGE (fixture->page));
  ff_test_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer page = fixture->page;

  if (page != NULL)
    g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (page == NULL);
  ff_test_shell_tear_down (&fixture->shell);
}

/* --- What a person does and sees --- */

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *found = ff_test_find (GTK_WIDGET (fixture->page), type, label);

  g_assert_nonnull (found);
  return found;
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW, NULL)));
}

static void
write_all (Fixture *fixture, const char *text)
{
  gtk_text_buffer_set_text (get_buffer (fixture), text, -1);
}

static char *
dup_text (Fixture *fixture)
{
  char *text;

  g_object_get (get_buffer (fixture), "text", &text, NULL);
  return text;
}

static FfDraftState
get_state (Fixture *fixture)
{
  return ff_handout_draft_get_state (ff_handout_editor_get_draft (fixture->page));
}

static void
wait_until_saved (Fixture *fixture)
{
  ff_test_until (get_state (fixture) == FF_DRAFT_SAVED);
}

static void
assert_subtitle (Fixture *fixture, const char *expected)
{
  GtkWidget *title = find (fixture, ADW_TYPE_WINDOW_TITLE, NULL);

  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), ==, expected);
}

static guint
count_own (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = ff_handout_repository_list_own (fixture->shell.store, &error);

  g_assert_no_error (error);
  return own->len;
}

static FfOwnHandout *
get_own (Fixture *fixture, guint i)
{
  g_autoptr (GPtrArray) own = ff_handout_repository_list_own (fixture->shell.store, NULL);

  g_assert_cmpuint (i, <, own->len);
  return g_ptr_array_steal_index (own, i);
}

static FfSheet *
get_sheet (Fixture *fixture)
{
  return ff_sheet_view_get_sheet (FF_SHEET_VIEW (find (fixture, FF_TYPE_SHEET_VIEW, NULL)));
}

static GtkListBoxRow *
get_problem_row (Fixture *fixture, int i)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (find (fixture, GTK_TYPE_LIST_BOX, NULL)), i);
}

static int
get_cursor_line (Fixture *fixture)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (get_buffer (fixture), &cursor,
                                    gtk_text_buffer_get_insert (get_buffer (fixture)));
  return gtk_text_iter_get_line (&cursor) + 1;
}

/* --- Writing --- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  open_editor (fixture, NULL, NULL);
  view = find (fixture, GTK_TYPE_TEXT_VIEW, NULL);
  ff_test_until (get_sheet (fixture) != NULL);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "The handout’s text");
  ff_test_until (gtk_widget_has_focus (view));
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "My Handout");
  g_assert_null (get_problem_row (fixture, 0));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.leave", NULL);
  ff_test_until (adw_navigation_view_get_visible_page (fixture->navigation)
                 != ADW_NAVIGATION_PAGE (fixture->page));
  fixture->page = NULL;
  ff_test_settle ();
  g_assert_cmpuint (count_own (fixture), ==, 0);
}

static void
test_saved_as_typed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfOwnHandout) own = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  open_editor (fixture, NULL, NULL);
  id = g_strdup (ff_handout_editor_get_id (fixture->page));
  assert_subtitle (fixture, "");
  write_all (fixture, "# Mine\n\nFor us.\n\nText\n");
  assert_subtitle (fixture, "Saving…");
  wait_until_saved (fixture);
  assert_subtitle (fixture, "Saved");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==, "Mine");
  own = ff_handout_repository_get_own (fixture->shell.store, id, NULL);
  g_assert_cmpstr (own->title, ==, "Mine");
  g_assert_cmpstr (own->markdown, ==, "# Mine\n\nFor us.\n\nText\n");
  ff_test_until (g_strcmp0 (ff_sheet_get_title (get_sheet (fixture)), "Mine") == 0);

  adw_navigation_view_pop (fixture->navigation);
  open_editor (fixture, id, NULL);
  text = dup_text (fixture);
  g_assert_cmpstr (text, ==, own->markdown);
  g_assert_cmpint (get_state (fixture), ==, FF_DRAFT_UNTOUCHED);
}

/* What is written right before leaving is kept, too. */
static void
test_leave_at_once (Fixture *fixture, gconstpointer data)
{
  gpointer page;

  open_editor (fixture, NULL, NULL);
  page = fixture->page;
  g_object_add_weak_pointer (page, &page);
  write_all (fixture, "# Quick\n\nFor us.\n\nText\n");
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.leave", NULL);
  ff_test_until (page == NULL);
  fixture->page = NULL;
  g_assert_cmpuint (count_own (fixture), ==, 1);
}

static void
test_closed_at_once (Fixture *fixture, gconstpointer data)
{
  gpointer page;

  open_editor (fixture, NULL, NULL);
  page = fixture->page;
  g_object_add_weak_pointer (page, &page);
  write_all (fixture, "# Quick\n\nFor us.\n\nText\n");
  g_assert_false (ff_handout_editor_may_close (fixture->page, "app.quit", FF_UNSAVED_ASK));
  wait_until_saved (fixture);
  g_assert_true (ff_handout_editor_may_close (fixture->page, "app.quit", FF_UNSAVED_ASK));
  write_all (fixture, "# Quicker\n\nFor us.\n\nText\n");
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  ff_test_until (page == NULL);
  fixture->page = NULL;
  ff_test_until (!ff_store_is_busy (fixture->shell.store));
  g_autoptr (FfOwnHandout) own = get_own (fixture, 0);
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
test_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *too_long = make_too_long ();
  AdwDialog *question;
  GtkWidget *banner;

  open_editor (fixture, NULL, "# Long\n\nFor us.\n\nText\n");
  wait_until_saved (fixture);
  write_all (fixture, too_long);
  ff_test_until (get_state (fixture) == FF_DRAFT_FAILED);
  banner = find (fixture, ADW_TYPE_BANNER, NULL);
  assert_subtitle (fixture, "Not saved");
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
  g_autoptr (FfOwnHandout) own = get_own (fixture, 0);
  g_assert_cmpstr (own->title, ==, "Long");
}

static void
test_mended (Fixture *fixture, gconstpointer data)
{
  g_autofree char *too_long = make_too_long ();
  GtkWidget *banner;

  open_editor (fixture, NULL, "# Long\n\nFor us.\n\nText\n");
  banner = find (fixture, ADW_TYPE_BANNER, NULL);
  write_all (fixture, too_long);
  ff_test_until (get_state (fixture) == FF_DRAFT_FAILED);
  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_cmpint (get_state (fixture), ==, FF_DRAFT_FAILED);
  write_all (fixture, "# Short\n\nFor us.\n\nText\n");
  wait_until_saved (fixture);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_true (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));
}

/* The store says no; what is written is kept, and tried again. */
static void
test_refused_by_store (Fixture *fixture, gconstpointer data)
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
test_blank (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheet_view;

  open_editor (fixture, NULL, "# Kept\n\nFor us.\n\nText\n");
  wait_until_saved (fixture);
  sheet_view = find (fixture, FF_TYPE_SHEET_VIEW, NULL);
  ff_test_until (get_sheet (fixture) != NULL);
  write_all (fixture, " \n");
  ff_test_until (get_state (fixture) == FF_DRAFT_BLANK);
  g_assert_true (gtk_widget_has_css_class (sheet_view, "stale"));
  g_assert_cmpstr (ff_sheet_get_title (get_sheet (fixture)), ==, "Kept");
  g_assert_true (ff_test_is_shown (
      find (fixture, GTK_TYPE_LABEL,
            "There is nothing here yet: begin with a line like “# My Handout”.")));
  g_autoptr (FfOwnHandout) own = get_own (fixture, 0);
  g_assert_cmpstr (own->title, ==, "Kept");
}

/* --- What is wrong --- */

static gboolean
is_marked (Fixture *fixture, int line)
{
  GtkTextBuffer *buffer = get_buffer (fixture);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "problem");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, line - 1);
  return gtk_text_iter_has_tag (&iter, tag);
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row;

  open_editor (fixture, NULL, "# T\n\nFor us.\n\n<b>no</b>\n\n```nothing\n```\n\nText\n");
  row = get_problem_row (fixture, 1);
  ff_test_until (ff_test_is_shown (GTK_WIDGET (row)));
  gtk_test_accessible_assert_property (
      row, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Line 7: There is no block “nothing”. There are: fields, lines, checklist, table, grid, "
      "scale, week, wheel, wave, cycle, help-lines.");
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_LIST_BOX, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "What is to be mended");
  g_assert_true (is_marked (fixture, 7));
  g_assert_false (is_marked (fixture, 8));

  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_cmpint (get_cursor_line (fixture), ==, 7);
  ff_test_until (gtk_widget_has_focus (find (fixture, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.next-problem", NULL);
  g_assert_cmpint (get_cursor_line (fixture), ==, 5);

  write_all (fixture, "# T\n\nFor us.\n\nText\n");
  ff_test_until (get_problem_row (fixture, 0) == NULL);
  g_assert_false (is_marked (fixture, 5));
  g_assert_false (ff_test_is_shown (find (fixture, GTK_TYPE_LIST_BOX, NULL)));
}

/* --- Inserting --- */

static void
insert (Fixture *fixture, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.insert-block", "s", name);
}

static void
place_cursor (Fixture *fixture, int line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (get_buffer (fixture), &iter, line - 1);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &iter);
}

static void
test_every_example (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) names = ff_handout_examples_list ();

  g_assert_cmpuint (g_strv_length (names), ==, 16);
  open_editor (fixture, NULL, "# T\n\nFor us.\n\nText\n");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      FfHandout *handout;

      place_cursor (fixture, 5);
      before = dup_text (fixture);
      insert (fixture, names[i]);
      ff_handout_draft_flush (ff_handout_editor_get_draft (fixture->page));
      handout = ff_handout_draft_get_handout (ff_handout_editor_get_draft (fixture->page));
      g_test_message ("%s", names[i]);
      g_assert_null (get_problem_row (fixture, 0));
      g_assert_cmpuint (ff_handout_get_blocks (handout)->len, ==, 2);
      g_assert_cmpint (((FfBlock *) g_ptr_array_index (ff_handout_get_blocks (handout), 1))->kind,
                       ==, ff_block_form_find (names[i])->kind);
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "page.undo", NULL);
      after = dup_text (fixture);
      g_assert_cmpstr (after, ==, before);
    }
  wait_until_saved (fixture);
  ff_test_until (get_sheet (fixture) != NULL);
}

static void
test_insert_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  g_autofree char *chosen = NULL;

  open_editor (fixture, NULL, "# T\n\nFor us.\n\n```lines 2\nWhat\n\n```\nText");
  place_cursor (fixture, 6); /* inside of a block */
  insert (fixture, "lines");
  text = dup_text (fixture);
  g_assert_cmpstr (text, ==,
                   "# T\n\nFor us.\n\n```lines 2\nWhat\n\n```\nText\n\n```lines 3\nWhat stands out "
                   "for me\n```\n");
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &start, &end));
  chosen = gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, TRUE);
  g_assert_cmpstr (chosen, ==, "What stands out for me");
  ff_test_until (gtk_widget_has_focus (find (fixture, GTK_TYPE_TEXT_VIEW, NULL)));

  place_cursor (fixture, 4); /* an empty line */
  insert (fixture, "break");
  g_clear_pointer (&text, g_free);
  text = dup_text (fixture);
  g_assert_true (g_str_has_prefix (text, "# T\n\nFor us.\n\n---\n\n```lines 2"));
  wait_until_saved (fixture);
}

/* --- Narrow --- */

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text, *paper;
  AdwToggleGroup *sides;
  int least;

  open_editor (fixture, NULL, "# T\n\nFor us.\n\nText\n");
  text = find (fixture, GTK_TYPE_TEXT_VIEW, NULL);
  paper = find (fixture, FF_TYPE_SHEET_VIEW, NULL);
  sides = ADW_TOGGLE_GROUP (find (fixture, ADW_TYPE_TOGGLE_GROUP, NULL));
  ff_test_until (ff_test_is_shown (text) && ff_test_is_shown (paper));
  g_assert_false (ff_test_is_shown (GTK_WIDGET (sides)));
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, 360);

  wait_until_saved (fixture);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text, *paper;
  AdwToggleGroup *sides;

  open_editor (fixture, NULL, "# T\n\nFor us.\n\nText\n");
  text = find (fixture, GTK_TYPE_TEXT_VIEW, NULL);
  paper = find (fixture, FF_TYPE_SHEET_VIEW, NULL);
  sides = ADW_TOGGLE_GROUP (find (fixture, ADW_TYPE_TOGGLE_GROUP, NULL));
  ff_test_until (ff_test_is_shown (GTK_WIDGET (sides)));
  ff_test_until (ff_test_is_shown (text) && !ff_test_is_shown (paper));
  adw_toggle_group_set_active_name (sides, "paper");
  ff_test_until (!ff_test_is_shown (text) && ff_test_is_shown (paper));
  insert (fixture, "scale");
  ff_test_until (ff_test_is_shown (text) && !ff_test_is_shown (paper));
  wait_until_saved (fixture);
}

/* --- Duplicate, share and import --- */

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first
      = ff_handout_sharing_duplicate (fixture->shell.context, "urge-log", &error);
  g_autofree char *second = NULL;
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  open_editor (fixture, NULL, first);
  g_assert_null (get_problem_row (fixture, 0));
  wait_until_saved (fixture);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Urge log (copy)");
  second = ff_handout_sharing_duplicate (fixture->shell.context, "urge-log", &error);
  g_assert_nonnull (strstr (second, "\n# Urge log (copy 2)\n"));

  g_assert_null (ff_handout_sharing_duplicate (fixture->shell.context, "no-such", &error));
  g_assert_nonnull (strstr (error->message, "no-such"));
}

static GFile *
make_file (Fixture *fixture, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return g_file_new_for_path (path);
}

static void
import (Fixture *fixture, ...)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  va_list arguments;
  GFile *file;

  va_start (arguments, fixture);
  while ((file = va_arg (arguments, GFile *)) != NULL)
    {
      g_list_store_append (files, file);
      g_object_unref (file);
    }
  va_end (arguments);
  ff_handout_sharing_import_files (GTK_WIDGET (fixture->navigation), fixture->shell.context,
                                   G_LIST_MODEL (files));
}

static AdwDialog *
wait_for_dialog (Fixture *fixture)
{
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != NULL);
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
answer (Fixture *fixture, const char *label)
{
  GtkWidget *button = ff_test_find (GTK_WIDGET (wait_for_dialog (fixture)), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  ff_test_until (ff_test_is_shown (button));
  g_signal_emit_by_name (button, "clicked");
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
}

static gboolean
is_told (Fixture *fixture, const char *text)
{
  return ff_test_find (fixture->window, GTK_TYPE_LABEL, text) != NULL;
}

/* A toast for trouble, wherever its words come from. */
static gboolean
is_told_of (Fixture *fixture, const char *words)
{
  GtkWidget *toast = ff_test_find (fixture->window, g_type_from_name ("AdwToastWidget"), NULL);
  GtkWidget *label = toast != NULL ? ff_test_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL;
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  import (fixture, make_file (fixture, "a.md", "# A\n\nFor us.\n\nText\n", -1),
          make_file (fixture, "wrong.md", "# W\n\nFor us.\n\n<b>no</b>\n", -1),
          make_file (fixture, "nul.md", "# N\n\nFor\0us.\n", 12),
          make_file (fixture, "b.md", "# B\n\nFor us.\n\nText\n", -1),
          g_file_new_for_path ("/nonexistent/c.md"), NULL);
  ff_test_until (count_own (fixture) == 2);
  dialog = wait_for_dialog (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "3 Files Were Not Imported");
  ff_test_until (is_told (fixture, "2 handouts imported"));
  g_assert_nonnull (ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "wrong.md"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (
                                ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "nul.md"))),
                            "Line 3: "));
  gtk_test_accessible_assert_property (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "3 Files Were Not Imported");
  answer (fixture, "_Close");
}

static gboolean
is_first (Fixture *fixture, const char *markdown)
{
  g_autoptr (FfOwnHandout) own = get_own (fixture, 0);

  return g_str_equal (own->markdown, markdown);
}

static void
test_import_same (Fixture *fixture, gconstpointer data)
{
  const char *const mine = "# A\n\nFor us.\n\nMine\n";
  const char *const theirs = "# A\n\nFor us.\n\nTheirs\n";

  import (fixture, make_file (fixture, "a.md", mine, -1), NULL);
  ff_test_until (count_own (fixture) == 1);
  import (fixture, make_file (fixture, "a.md", mine, -1), make_file (fixture, "b.md", theirs, -1),
          NULL);
  answer (fixture, "_Skip");
  g_assert_cmpuint (count_own (fixture), ==, 1);

  import (fixture, make_file (fixture, "b.md", theirs, -1), NULL);
  answer (fixture, "Keep _Both");
  ff_test_until (count_own (fixture) == 2);
  g_autoptr (FfOwnHandout) both = get_own (fixture, 1);
  g_assert_cmpstr (both->title, ==, "A (copy)");
  g_assert_cmpstr (both->markdown, ==, "# A (copy)\n\nFor us.\n\nTheirs\n");

  import (fixture, make_file (fixture, "b.md", theirs, -1), NULL);
  answer (fixture, "_Replace Mine");
  ff_test_until (is_first (fixture, theirs));
  g_assert_cmpuint (count_own (fixture), ==, 2);
}

static void
test_share (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, "shared.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/x.md");
  g_autofree char *text = NULL;

  ff_handout_sharing_share_to (GTK_WIDGET (fixture->navigation), fixture->shell.context, "urge-log",
                               file);
  ff_test_until (is_told (fixture, "Saved as “shared.md”"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\n# Urge log\n"));
  import (fixture, g_object_ref (file), NULL);
  ff_test_until (count_own (fixture) == 1);
  ff_handout_sharing_share_to (GTK_WIDGET (fixture->navigation), fixture->shell.context, "urge-log",
                               nowhere);
  ff_test_until (is_told_of (fixture, "/nonexistent"));
}

#define add(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

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
  g_test_add ("/handout-editor/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_narrow,
              tear_down);
  add ("/handout-editor/duplicate", test_duplicate);
  add ("/handout-editor/import", test_import);
  add ("/handout-editor/import-same", test_import_same);
  add ("/handout-editor/share", test_share);

  return g_test_run ();
}
