/* ff-test-keeping.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window beside a store and a folder elsewhere, with notes, backups and dialogs to let go of.
 */

#pragma once

#include "ff-backups-dialog.h"
#include "ff-session-repository.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  GtkWidget *window;
  char *elsewhere; /* a folder outside the data folder */
} FfTestKeeping;

static inline GSettings *
ff_test_keeping_get_settings (FfTestKeeping *fixture)
{
  return ff_context_get_settings (fixture->shell.context);
}

static inline gint64
ff_test_keeping_get_now (FfTestKeeping *fixture)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (fixture->shell.context));

  return g_date_time_to_unix (now);
}

static inline void
ff_test_keeping_set_up (FfTestKeeping *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  ff_test_shell_set_up (&fixture->shell);
  g_settings_reset (ff_test_keeping_get_settings (fixture), "copy-elsewhere");
  g_settings_reset (ff_test_keeping_get_settings (fixture), "copy-reminded");
  g_settings_reset (ff_test_keeping_get_settings (fixture), "retention-reminded");
  fixture->elsewhere = g_dir_make_tmp ("fourfold-elsewhere-XXXXXX", NULL);
  fixture->window = g_object_ref_sink (adw_window_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay),
                               gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static inline void
ff_test_keeping_tear_down (FfTestKeeping *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->window));
  if (fixture->shell.context != NULL)
    ff_test_shell_tear_down (&fixture->shell);
  ff_test_remove_tree (fixture->elsewhere);
  g_free (fixture->elsewhere);
}

/* Where the store is no longer wanted; the folder stays. */
static inline char *
ff_test_keeping_close_store (FfTestKeeping *fixture)
{
  gboolean is_closed = FALSE;

  ff_test_settle ();
  ff_store_close_async (fixture->shell.store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  ff_test_finalize (fixture->shell.context);
  fixture->shell.context = NULL;
  ff_test_finalize (fixture->shell.store);
  fixture->shell.store = NULL;
  return g_steal_pointer (&fixture->shell.folder);
}

/* (transfer full): its path */
static inline char *
ff_test_keeping_back_up (FfTestKeeping *fixture, const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  ff_test_back_up (fixture->shell.store, path);
  return path;
}

static inline char *
ff_test_keeping_back_up_today (FfTestKeeping *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->shell.folder, "backups", NULL);

  return ff_test_keeping_back_up (fixture, folder, "fourfold-2026-11-24.tar.gz");
}

static inline void
ff_test_keeping_add_check_in (FfTestKeeping *fixture,
                              FfGroup *group,
                              const char *alias,
                              const FfWallTime *start)
{
  g_autoptr (FfSession) session = ff_session_new (NULL);
  g_autoptr (FfParticipant) participant = ff_participant_new (NULL);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (NULL);
  gboolean is_saved = FALSE;

  ff_session_set_group (session, ff_group_get_uid (group));
  ff_session_set_rule_time (session, start);
  ff_session_set_start (session, start);
  ff_participant_set_group (participant, ff_group_get_uid (group));
  ff_participant_set_alias (participant, alias);
  ff_check_in_set_session (check_in, ff_session_get_uid (session));
  ff_check_in_set_participant (check_in, ff_participant_get_uid (participant));
  ff_check_in_set_note (check_in, "Slept better");
  ff_session_repository_save_check_in_async (fixture->shell.store, check_in, session, participant,
                                             ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static inline void
ff_test_keeping_add_note (FfTestKeeping *fixture,
                          FfGroup *group,
                          const char *alias,
                          int year,
                          int month)
{
  FfWallTime start = { .year = year, .month = month, .day = 3, .hour = 19, .minute = 30 };

  ff_test_keeping_add_check_in (fixture, group, alias, &start);
}

static inline FfBackupsDialog *
ff_test_keeping_present_backups (FfTestKeeping *fixture)
{
  AdwDialog *dialog = g_object_ref_sink (ff_backups_dialog_new (fixture->shell.context));

  adw_dialog_present (dialog, fixture->window);
  ff_test_settle ();
  return FF_BACKUPS_DIALOG (dialog);
}

/* What it still waited for may hold on to it for a moment. */
static inline void
ff_test_keeping_let_go_of (AdwDialog *dialog)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  g_object_unref (dialog);
  ff_test_until (weak == NULL);
}

static inline void
ff_test_keeping_close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  ff_test_until (!gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  ff_test_keeping_let_go_of (dialog);
}
