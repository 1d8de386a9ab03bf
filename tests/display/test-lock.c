/* test-lock.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locking and unlocking as a whole program: what is left in sight, saved or asked, and who may lock.
 */

#include "ff-config.h"

#include "ff-check-ins-page.h"
#include "ff-passphrase.h"
#include "ff-session-page.h"
#include "ff-test-lock.h"

static void
tell_lock (gpointer data)
{
  FfTestProgram *program = data;
  g_autofree char *key = ff_test_lock_set_passphrase (program);
  GtkWidget *page, *button;

  g_assert_cmpuint (strlen (key), >, 20);
  g_assert_true (ff_passphrase_is_set (program->folder));
  gtk_widget_activate_action (program->window, "win.show-view", "s", "check-ins");
  gtk_widget_activate_action (program->window, "win.hide-names", NULL);
  ff_test_until (ff_test_says (program->window, "Names are hidden"));
  ff_test_lock_lock_and_look (program);

  /* The first tries cost nothing, then it takes a while. */
  page = ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL);
  button = ff_test_find (page, GTK_TYPE_BUTTON, "_Unlock");
  for (guint i = 0; i < 6 && !ff_test_says (page, "The next try can be made in"); i++)
    {
      GtkWidget *entry = ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL);

      ff_test_lock_unlock (program, "not this one");
      ff_test_until (gtk_widget_is_sensitive (entry));
      g_assert_true (ff_test_says (page, "That is not the passphrase."));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
    }
  g_assert_true (ff_test_says (page, "The next try can be made in"));
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (page, GTK_TYPE_PASSWORD_ENTRY, NULL)),
                         FF_TEST_LOCK_PASSPHRASE);
  g_assert_false (gtk_widget_is_sensitive (button));
  ff_test_until (gtk_widget_is_sensitive (button));
  g_assert_true (ff_test_says (page, "That is not the passphrase. Please try again."));

  /* Back where it was left, with names still hidden. */
  ff_test_lock_unlock (program, FF_TEST_LOCK_PASSPHRASE);
  ff_test_lock_await (program, FF_TYPE_CHECK_INS_PAGE);
  ff_test_until (ff_test_says (program->window, "Names are hidden"));
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
}

static void
test_lock (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();

  ff_test_lock_run (folder, tell_lock);
  ff_test_remove_tree (folder);
}

/* A dialog in which something may be filled in is asked about, and nobody is there to ask when it is idle. */
static void
tell_dialogs (gpointer data)
{
  FfTestProgram *program = data;
  g_autofree char *key = ff_test_lock_set_passphrase (program);
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (program->window);
  AdwDialog *form;

  gtk_widget_activate_action (program->window, "win.add-group", NULL);
  form = adw_application_window_get_visible_dialog (window);
  ff_test_lock_act (program, "lock");
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (window)));
  adw_dialog_close (adw_application_window_get_visible_dialog (window));
  ff_test_until (adw_application_window_get_visible_dialog (window) == form);
  g_assert_nonnull (ff_test_find (program->window, FF_TYPE_VIEWS, NULL));

  ff_application_lock (program->application, FALSE);
  ff_test_lock_await (program, FF_TYPE_UNLOCK_PAGE);
  ff_test_until (adw_application_window_get_visible_dialog (window) == NULL);
}

static void
test_dialogs (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();

  ff_test_lock_run (folder, tell_dialogs);
  ff_test_remove_tree (folder);
}

static FfSessionEditor *
open_session (FfTestProgram *program)
{
  FfSessionPage *session;
  GtkWidget *page;

  ff_test_lock_await (program, FF_TYPE_VIEWS);
  gtk_widget_activate_action (program->window, "win.write-check-ins", "(ss)", FF_TEST_LOCK_MEETING,
                              "2026-11-24T19:00");
  page = ff_test_lock_await (program, FF_TYPE_CHECK_INS_PAGE);
  session = ff_check_ins_page_get_session (FF_CHECK_INS_PAGE (page));
  g_assert_nonnull (session);

  return ff_session_page_get_editor (session);
}

/* What was written a moment ago is saved before the notes are closed. */
static void
tell_flush (gpointer data)
{
  FfTestProgram *program = data;
  g_autofree char *key = ff_test_lock_set_passphrase (program);
  FfSessionEditor *editor = open_session (program);
  g_autoptr (FfCheckIn) read = NULL;
  FfCheckIn *check_in;
  GListModel *check_ins;
  gpointer left;

  check_in = ff_session_editor_add_person (editor, "Sam", NULL, NULL);
  ff_session_editor_set_words (editor, check_in, "note", "The last word");
  check_ins = ff_session_editor_get_check_ins (editor);
  left = check_ins;
  g_object_add_weak_pointer (G_OBJECT (check_ins), &left);
  g_assert_cmpint (ff_session_editor_get_state (editor), ==, FF_SAVE_PENDING);
  ff_test_lock_act (program, "lock");
  ff_test_lock_await (program, FF_TYPE_UNLOCK_PAGE);
  ff_test_until (left == NULL);
  g_assert_false (ff_test_says (program->window, "Sam"));

  ff_test_lock_unlock (program, FF_TEST_LOCK_PASSPHRASE);
  editor = open_session (program);
  check_ins = ff_session_editor_get_check_ins (editor);
  g_assert_cmpuint (g_list_model_get_n_items (check_ins), ==, 1);
  read = g_list_model_get_item (check_ins, 0);
  g_assert_cmpstr (ff_check_in_get_alias (read), ==, "Sam");
  g_assert_cmpstr (ff_check_in_get_note (read), ==, "The last word");
}

static void
test_flush (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();

  ff_test_lock_run (folder, tell_flush);
  ff_test_remove_tree (folder);
}

static GtkWidget *
find_alert (FfTestProgram *program)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (program->window));

  return ADW_IS_ALERT_DIALOG (dialog) ? GTK_WIDGET (dialog) : NULL;
}

/* People in a session: the store takes no more than a hundred thousand. */
#define TOO_MANY 100001

static void
assert_still_open (FfTestProgram *program, FfSessionEditor *editor)
{
  ff_test_until (ff_session_editor_get_state (editor) == FF_SAVE_FAILED);
  ff_test_settle ();
  g_assert_nonnull (ff_test_find (program->window, FF_TYPE_VIEWS, NULL));
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
  g_assert_cmpuint (ff_session_get_unnamed (ff_session_editor_get_session (editor)), ==, TOO_MANY);
}

/* What cannot be saved is never lost by locking, whoever wants to lock, and nobody is asked whether it may be. */
static void
tell_unsaved (gpointer data)
{
  FfTestProgram *program = data;
  g_autofree char *key = ff_test_lock_set_passphrase (program);
  FfSessionEditor *editor = open_session (program);
  GtkWidget *alert;

  ff_session_editor_set_unnamed (editor, TOO_MANY);
  ff_test_lock_act (program, "lock");
  ff_test_until ((alert = find_alert (program)) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (alert)), ==, "Not Saved Yet");
  ff_test_until (ff_test_says (alert, "Your notes stay open, so that it is not lost."));
  g_assert_null (ff_test_find (alert, GTK_TYPE_BUTTON, "_Close Without Saving"));
  gtk_test_accessible_assert_role (alert, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  assert_still_open (program, editor);
  ff_test_press (alert, "_Keep Open");
  ff_test_until (find_alert (program) == NULL);

  /* Neither is another passphrase set over it, nor is it locked because nobody is there. */
  ff_test_lock_act (program, "change-passphrase");
  ff_test_until ((alert = find_alert (program)) != NULL);
  ff_test_press (alert, "_Keep Open");
  ff_test_until (find_alert (program) == NULL);
  ff_application_lock (program->application, FALSE);
  assert_still_open (program, editor);
  g_assert_null (find_alert (program));

  /* What was said of closing the window is not said of locking. */
  g_action_group_activate_action (G_ACTION_GROUP (program->application), "quit", NULL);
  ff_test_until ((alert = find_alert (program)) != NULL);
  g_assert_nonnull (ff_test_find (alert, GTK_TYPE_BUTTON, "_Close Without Saving"));
  ff_application_lock (program->application, FALSE);
  assert_still_open (program, editor);
  ff_test_press (alert, "_Keep Open");
  ff_test_until (find_alert (program) == NULL);

  /* As long as the screen is locked it is tried again. */
  ff_application_follow_session (program->application, TRUE);
  assert_still_open (program, editor);
  ff_session_editor_set_unnamed (editor, 12);
  ff_test_lock_await (program, FF_TYPE_UNLOCK_PAGE);

  ff_test_lock_unlock (program, FF_TEST_LOCK_PASSPHRASE);
  editor = open_session (program);
  g_assert_cmpuint (ff_session_get_unnamed (ff_session_editor_get_session (editor)), ==, 12);
}

static void
test_unsaved (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();

  ff_test_lock_run (folder, tell_unsaved);
  ff_test_remove_tree (folder);
}

static void
tell_session (gpointer data)
{
  FfTestProgram *program = data;
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  g_autofree char *key = ff_test_lock_set_passphrase (program);

  g_settings_set_boolean (settings, "lock-with-session", FALSE);
  ff_application_follow_session (program->application, TRUE);
  ff_test_settle ();
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
  g_settings_reset (settings, "lock-with-session");
  ff_application_follow_session (program->application, FALSE);
  ff_test_settle ();
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));

  ff_application_follow_session (program->application, TRUE);
  ff_test_lock_await (program, FF_TYPE_UNLOCK_PAGE);
  ff_application_follow_session (program->application, FALSE);
  ff_test_lock_unlock (program, FF_TEST_LOCK_PASSPHRASE);
  ff_test_lock_await (program, FF_TYPE_VIEWS);
}

static void
test_session (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();

  ff_test_lock_run (folder, tell_session);
  ff_test_remove_tree (folder);
}

static void
test_background (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *folder = ff_test_lock_make_folder ();
      g_autoptr (GError) error = NULL;
      g_autofree char *key = ff_passphrase_set (folder, FF_TEST_LOCK_PASSPHRASE, &error);
      g_autoptr (FfApplication) application = ff_application_new ();
      const char *arguments[] = { "fourfold", "--background", "--data-dir", folder, NULL };
      int status;

      g_assert_no_error (error);
      status = g_application_run (G_APPLICATION (application), 4, (char **) arguments);
      ff_test_remove_tree (folder);
      exit (status);
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*Reminders start after Fourfold was opened and unlocked*");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  if (ff_passphrase_is_supported ())
    {
      g_test_add_func ("/lock/unsaved", test_unsaved);
      g_test_add_func ("/lock/session", test_session);
      g_test_add_func ("/lock/lock", test_lock);
      g_test_add_func ("/lock/flush", test_flush);
      g_test_add_func ("/lock/dialogs", test_dialogs);
      g_test_add_func ("/lock/background", test_background);
    }

  return g_test_run ();
}
