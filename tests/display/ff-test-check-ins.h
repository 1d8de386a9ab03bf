/* ff-test-check-ins.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of check-ins of a group that meets on Tuesdays, and what a facilitator does there.
 */

#pragma once

#include "ff-alias-row.h"
#include "ff-check-in-line.h"
#include "ff-check-ins-page.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-note-view.h"
#include "ff-session-editor.h"
#include "ff-session-page.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  FfGroup *group;
  FfMeeting *meeting;
  GtkWidget *window;
  FfCheckInsPage *page;
} FfTestCheckIns;

static inline void
ff_test_check_ins_add_meeting (FfTestCheckIns *fixture)
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

static inline void
ff_test_check_ins_open_date (FfTestCheckIns *fixture, const char *rule_time)
{
  g_autoptr (FfOccurrence) occurrence = NULL;
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (rule_time, &time, NULL));
  occurrence
      = ff_meeting_repository_get_occurrence (fixture->shell.store,
                                              ff_meeting_get_uid (fixture->meeting), &time, NULL);
  ff_check_ins_page_open_occurrence (fixture->page, occurrence);
}

static inline void
ff_test_check_ins_open_window (FfTestCheckIns *fixture)
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

static inline void
ff_test_check_ins_close_window (FfTestCheckIns *fixture)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (page == NULL);
}

static inline void
ff_test_check_ins_set_up (FfTestCheckIns *fixture, gconstpointer data)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->group = ff_test_add_group (&fixture->shell, "Tuesday", FALSE);
  ff_test_check_ins_add_meeting (fixture);
  ff_test_check_ins_open_window (fixture);
}

static inline void
ff_test_check_ins_tear_down (FfTestCheckIns *fixture, gconstpointer data)
{
  ff_test_check_ins_close_window (fixture);
  ff_test_shell_tear_down (&fixture->shell);
  g_assert_finalize_object (g_steal_pointer (&fixture->meeting));
  g_assert_finalize_object (g_steal_pointer (&fixture->group));
}

static inline GtkWidget *
ff_test_check_ins_find (FfTestCheckIns *fixture, GType type, const char *label)
{
  GtkWidget *found;

  ff_test_until ((found = ff_test_find (GTK_WIDGET (fixture->page), type, label)) != NULL);
  return found;
}

static inline FfSessionEditor *
ff_test_check_ins_get_editor (FfTestCheckIns *fixture)
{
  return ff_session_page_get_editor (ff_check_ins_page_get_session (fixture->page));
}

static inline void
ff_test_check_ins_wait_until_saved (FfTestCheckIns *fixture)
{
  ff_test_until (ff_session_editor_get_state (ff_test_check_ins_get_editor (fixture))
                 == FF_SAVE_DONE);
}

static inline void
ff_test_check_ins_enter_alias (FfTestCheckIns *fixture, const char *alias)
{
  GtkWidget *row = ff_test_check_ins_find (fixture, FF_TYPE_ALIAS_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), alias);
  g_signal_emit_by_name (row, "entry-activated");
}

/* As after Alt+Down: everything that a check-in asks is there. */
static inline void
ff_test_check_ins_unfold (FfTestCheckIns *fixture)
{
  ff_check_in_line_set_unfolded (
      FF_CHECK_IN_LINE (ff_test_check_ins_find (fixture, FF_TYPE_CHECK_IN_LINE, NULL)), TRUE);
}

static inline void
ff_test_check_ins_type_note (FfTestCheckIns *fixture, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (ff_test_check_ins_find (fixture, GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static inline char *
ff_test_check_ins_dup_note (FfTestCheckIns *fixture)
{
  return ff_note_view_dup_text (
      FF_NOTE_VIEW (ff_test_check_ins_find (fixture, FF_TYPE_NOTE_VIEW, NULL)));
}

static inline guint
ff_test_check_ins_count_lines (FfTestCheckIns *fixture)
{
  return g_list_model_get_n_items (
      ff_session_editor_get_check_ins (ff_test_check_ins_get_editor (fixture)));
}
