/* ff-test-lock.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole program over a folder of its own, with a passphrase to set, and what a person does to lock it and come back.
 */

#pragma once

#include "ff-application.h"
#include "ff-passphrase-dialog.h"
#include "ff-recovery-page.h"
#include "ff-test-shell.h"
#include "ff-unlock-page.h"
#include "ff-views.h"

#define FF_TEST_LOCK_GROUP "Tuesday Group"
#define FF_TEST_LOCK_MEETING "c2f5d0de-0000-4000-8000-000000000001"
#define FF_TEST_LOCK_PASSPHRASE "seven quiet herons waiting"
#define FF_TEST_LOCK_OTHER "an umbrella full of Mondays"

typedef struct
{
  FfApplication *application;
  GtkWidget *window;
  const char *folder;
  void (*story) (gpointer program);
} FfTestProgram;

static inline gboolean
ff_test_lock_tell_cb (gpointer data)
{
  FfTestProgram *program = data;
  GtkApplication *application = GTK_APPLICATION (program->application);

  ff_test_until (gtk_application_get_active_window (application) != NULL);
  program->window = GTK_WIDGET (gtk_application_get_active_window (application));
  program->story (program);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static inline void
ff_test_lock_run (const char *folder, void (*story) (gpointer program))
{
  g_autoptr (FfApplication) application = ff_application_new ();
  const char *arguments[] = { "fourfold", "--data-dir", folder, "--now", "2026-11-24T16:30", NULL };
  FfTestProgram program = { application, NULL, folder, story };

  g_timeout_add (10, ff_test_lock_tell_cb, &program);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 5, (char **) arguments), ==, 0);
}

static inline void
ff_test_lock_add_meeting (FfTestShell *shell, FfGroup *group)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new (FF_TEST_LOCK_MEETING);
  const FfWallTime start = { 2026, 11, 24, 19, 0 };
  gboolean is_saved = FALSE;

  ff_meeting_set_group (meeting, ff_group_get_uid (group));
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (shell->store, group, meeting, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static inline char *
ff_test_lock_make_folder (void)
{
  char *folder = g_dir_make_tmp ("fourfold-lock-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  FfTestShell shell = { .folder = folder, .store = ff_store_open (folder, NULL, &error) };
  g_autoptr (FfGroup) group = NULL;
  gboolean is_closed = FALSE;

  g_assert_no_error (error);
  group = ff_test_add_group (&shell, FF_TEST_LOCK_GROUP, FALSE);
  ff_test_lock_add_meeting (&shell, group);
  ff_store_close_async (shell.store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  ff_test_finalize (shell.store);

  return folder;
}

static inline GtkWidget *
ff_test_lock_await (FfTestProgram *program, GType type)
{
  GtkWidget *found = NULL;

  g_test_message ("awaiting %s", g_type_name (type));
  ff_test_until ((found = ff_test_find (program->window, type, NULL)) != NULL
                 && gtk_widget_get_mapped (found));

  return found;
}

static inline void
ff_test_lock_await_gone (FfTestProgram *program, GType type)
{
  ff_test_until (ff_test_find (program->window, type, NULL) == NULL);
}

static inline void
ff_test_lock_act (FfTestProgram *program, const char *name)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (program->application), name));
  g_action_group_activate_action (G_ACTION_GROUP (program->application), name, NULL);
}

static inline void
ff_test_lock_write_in (GtkWidget *root, GType type, const char *title, const char *text)
{
  GtkWidget *row = ff_test_find (root, type, title);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_visible (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static inline GtkWidget *
ff_test_lock_find_key (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (root, "ff-recovery-key"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ff_test_lock_find_key (child);

  return found;
}

/* Prints nothing, and puts the key away. (transfer full) */
static inline char *
ff_test_lock_take_recovery_key (FfTestProgram *program)
{
  GtkWidget *page = ff_test_lock_await (program, FF_TYPE_RECOVERY_PAGE);
  GtkWidget *dialog = gtk_widget_get_ancestor (page, FF_TYPE_PASSPHRASE_DIALOG);
  GtkWidget *label = ff_test_lock_find_key (page);
  char *key;

  g_assert_nonnull (label);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)), ==,
                   GTK_ACCESSIBLE_ROLE_LABEL);
  key = g_strdup (gtk_label_get_text (GTK_LABEL (label)));

  /* Neither closing, nor leaving, nor locking takes it away. */
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  g_action_group_activate_action (G_ACTION_GROUP (program->application), "quit", NULL);
  ff_application_lock (program->application, FALSE);
  ff_test_settle ();
  g_assert_true (gtk_widget_get_mapped (page));

  ff_test_press (page, "I Have Put It _Away");
  ff_test_lock_await_gone (program, FF_TYPE_PASSPHRASE_DIALOG);

  return key;
}

static inline GtkWidget *
ff_test_lock_open_dialog (FfTestProgram *program, const char *action)
{
  ff_test_lock_act (program, action);

  return ff_test_lock_await (program, FF_TYPE_PASSPHRASE_DIALOG);
}

static inline void
ff_test_lock_write_new (GtkWidget *dialog, const char *passphrase)
{
  ff_test_lock_write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase", passphrase);
  ff_test_lock_write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "New Passphrase Again", passphrase);
}

/* (transfer full): the recovery key */
static inline char *
ff_test_lock_set_passphrase (FfTestProgram *program)
{
  GtkWidget *dialog;

  ff_test_lock_await (program, FF_TYPE_VIEWS);
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (program->application), "lock"));
  dialog = ff_test_lock_open_dialog (program, "set-passphrase");
  ff_test_lock_write_new (dialog, FF_TEST_LOCK_PASSPHRASE);
  ff_test_until (ff_test_says (dialog, "Hard to guess."));
  ff_test_press (dialog, "_Set Passphrase");

  return ff_test_lock_take_recovery_key (program);
}

static inline void
ff_test_lock_unlock (FfTestProgram *program, const char *passphrase)
{
  GtkWidget *page = ff_test_lock_await (program, FF_TYPE_UNLOCK_PAGE);
  GtkWidget *entry = ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL);

  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Passphrase");
  gtk_editable_set_text (GTK_EDITABLE (entry), passphrase);
  ff_test_press (page, "_Unlock");
}

/* Nothing is left of the views, and nothing says what is locked. */
static inline void
ff_test_lock_lock_and_look (FfTestProgram *program)
{
  GtkWidget *views = ff_test_lock_await (program, FF_TYPE_VIEWS);
  gpointer left = views;
  GtkWidget *page;
  FfContext *context;
  gpointer left_context;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (program->window);

  g_object_get (views, "context", &context, NULL);
  left_context = context;
  g_object_unref (context);
  gdk_clipboard_set_text (clipboard, "what Alex said");
  g_object_add_weak_pointer (G_OBJECT (views), &left);
  g_object_add_weak_pointer (G_OBJECT (context), &left_context);

  ff_test_lock_act (program, "lock");
  page = ff_test_lock_await (program, FF_TYPE_UNLOCK_PAGE);
  ff_test_until (left == NULL && left_context == NULL);
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (program->window)), ==, "Fourfold");
  g_assert_false (ff_test_says (program->window, FF_TEST_LOCK_GROUP));
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (program->application), "lock"));
  g_assert_true (ff_test_says (page, "Fourfold Is Locked"));
}
