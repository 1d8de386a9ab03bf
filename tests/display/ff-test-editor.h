/* ff-test-editor.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page on which a handout of one's own is written, and what a person does and sees there.
 */

#pragma once

#include "ff-handout-editor.h"
#include "ff-handout-repository.h"
#include "ff-sheet-view.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  GtkWidget *window;
  AdwNavigationView *navigation;
  FfHandoutEditor *page;
} FfTestEditor;

static inline void
ff_test_editor_set_up (FfTestEditor *fixture, gconstpointer data)
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

static inline void
ff_test_editor_open (FfTestEditor *fixture, const char *id, const char *markdown)
{
  fixture->page = FF_HANDOUT_EDITOR (ff_handout_editor_new (fixture->shell.context, id, markdown));
  adw_navigation_view_push (fixture->navigation, ADW_NAVIGATION_PAGE (fixture->page));
  ff_test_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
}

static inline void
ff_test_editor_tear_down (FfTestEditor *fixture, gconstpointer data)
{
  gpointer page = fixture->page;

  if (page != NULL)
    g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (page == NULL);
  ff_test_shell_tear_down (&fixture->shell);
}

/* --- What a person does and sees --- */

static inline GtkWidget *
ff_test_editor_find (FfTestEditor *fixture, GType type, const char *label)
{
  GtkWidget *found = ff_test_find (GTK_WIDGET (fixture->page), type, label);

  g_assert_nonnull (found);
  return found;
}

static inline GtkTextBuffer *
ff_test_editor_get_buffer (FfTestEditor *fixture)
{
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (ff_test_editor_find (fixture, GTK_TYPE_TEXT_VIEW, NULL)));
}

static inline void
ff_test_editor_write_all (FfTestEditor *fixture, const char *text)
{
  gtk_text_buffer_set_text (ff_test_editor_get_buffer (fixture), text, -1);
}

static inline char *
ff_test_editor_dup_text (FfTestEditor *fixture)
{
  char *text;

  g_object_get (ff_test_editor_get_buffer (fixture), "text", &text, NULL);
  return text;
}

static inline FfDraftState
ff_test_editor_get_state (FfTestEditor *fixture)
{
  return ff_handout_draft_get_state (ff_handout_editor_get_draft (fixture->page));
}

static inline void
ff_test_editor_wait_until_saved (FfTestEditor *fixture)
{
  ff_test_until (ff_test_editor_get_state (fixture) == FF_DRAFT_SAVED);
}

static inline void
ff_test_editor_assert_subtitle (FfTestEditor *fixture, const char *expected)
{
  GtkWidget *title = ff_test_editor_find (fixture, ADW_TYPE_WINDOW_TITLE, NULL);

  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), ==, expected);
}

static inline guint
ff_test_editor_count_own (FfTestEditor *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = ff_handout_repository_list_own (fixture->shell.store, &error);

  g_assert_no_error (error);
  return own->len;
}

static inline FfOwnHandout *
ff_test_editor_get_own (FfTestEditor *fixture, guint i)
{
  g_autoptr (GPtrArray) own = ff_handout_repository_list_own (fixture->shell.store, NULL);

  g_assert_cmpuint (i, <, own->len);
  return g_ptr_array_steal_index (own, i);
}

static inline FfSheet *
ff_test_editor_get_sheet (FfTestEditor *fixture)
{
  return ff_sheet_view_get_sheet (
      FF_SHEET_VIEW (ff_test_editor_find (fixture, FF_TYPE_SHEET_VIEW, NULL)));
}

static inline GtkListBoxRow *
ff_test_editor_get_problem_row (FfTestEditor *fixture, int i)
{
  return gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (ff_test_editor_find (fixture, GTK_TYPE_LIST_BOX, NULL)), i);
}

static inline int
ff_test_editor_get_cursor_line (FfTestEditor *fixture)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (ff_test_editor_get_buffer (fixture), &cursor,
                                    gtk_text_buffer_get_insert (
                                        ff_test_editor_get_buffer (fixture)));
  return gtk_text_iter_get_line (&cursor) + 1;
}
