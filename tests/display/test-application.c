/* test-application.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starting, being told to stop, and starting again, as a whole program.
 */

#include "ff-config.h"

#include <signal.h>

#include "ff-application.h"
#include "ff-group-dialog.h"
#include "ff-handouts-page.h"
#include "ff-present-window.h"
#include "ff-slide-text.h"
#include "ff-test-shell.h"
#include "ff-trouble-page.h"
#include "ff-views.h"
#include "ff-welcome.h"

typedef struct
{
  FfApplication *application;
  GType awaited;
  void (*stop) (FfApplication *application);
  guint n_looks;
} Run;

static void
stop_by_action (FfApplication *application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
}

static void
stop_by_signal (FfApplication *application)
{
  raise (SIGTERM);
}

static void
stop_by_closing (FfApplication *application)
{
  gtk_window_close (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static gboolean
look_cb (gpointer data)
{
  Run *run = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (run->application));

  g_assert_cmpuint (run->n_looks++, <, 3000);
  if (window == NULL)
    return G_SOURCE_CONTINUE;
  if (run->awaited != G_TYPE_NONE && ff_test_find (GTK_WIDGET (window), run->awaited, NULL) == NULL)
    return G_SOURCE_CONTINUE;

  run->stop (run->application);

  return G_SOURCE_REMOVE;
}

static void
run_until (const char *folder, GType awaited, void (*stop) (FfApplication *application))
{
  g_autoptr (FfApplication) application = ff_application_new ();
  const char *arguments[] = { "fourfold", "--data-dir", folder, "--now", "2026-11-24T16:30", NULL };
  Run run = { application, awaited, stop, 0 };

  /* Awaiting nothing, it is told to stop while the store still opens. */
  if (awaited == G_TYPE_NONE)
    g_idle_add (look_cb, &run);
  else
    g_timeout_add (10, look_cb, &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 5, (char **) arguments), ==, 0);
}

static void
add_group (const char *folder)
{
  g_autoptr (GError) error = NULL;
  FfTestShell shell = { .folder = (char *) folder, .store = ff_store_open (folder, NULL, &error) };
  g_autoptr (FfGroup) group = NULL;
  gboolean is_closed = FALSE;

  g_assert_no_error (error);
  group = ff_test_add_group (&shell, "Tuesday Group", FALSE);
  ff_store_close_async (shell.store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  ff_test_finalize (shell.store);
}

/* However it is stopped, the folder is given back: the next start finds it free. */
static void
test_stop_and_start (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);

  run_until (folder, FF_TYPE_WELCOME, stop_by_action);
  run_until (folder, FF_TYPE_WELCOME, stop_by_closing);
  add_group (folder);
  run_until (folder, FF_TYPE_VIEWS, stop_by_signal);
  run_until (folder, FF_TYPE_VIEWS, stop_by_closing);
  ff_test_remove_tree (folder);
}

/* (transfer none) (nullable) */
static GtkWidget *
find_presented (FfApplication *application)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (FF_IS_PRESENT_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* What a meeting wrote is not lost by leaving the program. */
static GtkWidget *
write_and_try_to_leave (FfApplication *application)
{
  GtkWidget *window
      = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  GtkWidget *presented, *place;

  gtk_widget_activate_action (window, "win.show-view", "s", "handouts");
  gtk_widget_activate_action (ff_test_find (window, FF_TYPE_HANDOUTS_PAGE, NULL), "page.present",
                              "s", "cost-benefit");
  presented = find_presented (application);
  g_assert_nonnull (presented);
  place = ff_test_find (presented, FF_TYPE_SLIDE_TEXT, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (place)), "Fridays", -1);
  stop_by_action (application);
  g_assert_true (find_presented (application) == presented);
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (presented)));
  return presented;
}

static void
stop_after_discarding (FfApplication *application)
{
  GtkWidget *presented = write_and_try_to_leave (application);

  g_signal_emit_by_name (adw_window_get_visible_dialog (ADW_WINDOW (presented)), "response",
                         "discard");
  g_assert_null (find_presented (application));
  stop_by_action (application);
}

static void
stop_by_signal_after_all (FfApplication *application)
{
  write_and_try_to_leave (application);
  stop_by_signal (application);
}

static void
test_stop_while_presenting (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);

  add_group (folder);
  run_until (folder, FF_TYPE_VIEWS, stop_after_discarding);
  run_until (folder, FF_TYPE_VIEWS, stop_by_signal_after_all);
  ff_test_remove_tree (folder);
}

/* A form that is filled in asks first, once, and waits for the answer. */
static void
stop_with_a_form_open (FfApplication *application)
{
  GtkWidget *window
      = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  AdwDialog *form, *question;

  gtk_widget_activate_action (window, "win.add-group", NULL);
  form = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (FF_IS_GROUP_DIALOG (form));
  stop_by_action (application);
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  stop_by_action (application);
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))
                 == question);
  adw_dialog_force_close (question);
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))
                 == form);

  stop_by_action (application);
  question = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_signal_emit_by_name (question, "response::close", "close");
}

static gboolean
is_in_entry (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW) != NULL;
}

/* What is typed at once is written into the first field. */
static void
open_a_form_where_it_is_narrow (FfApplication *application)
{
  GtkWidget *window
      = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  AdwDialog *form;

  gtk_widget_activate_action (window, "win.add-group", NULL);
  form = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  ff_test_until (gtk_widget_has_css_class (GTK_WIDGET (form), "bottom-sheet")
                 && is_in_entry (window));
  adw_dialog_force_close (form);
  stop_by_action (application);
}

static void
test_narrow_form (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");

  add_group (folder);
  g_settings_set_int (settings, "window-width", 360);
  run_until (folder, FF_TYPE_VIEWS, open_a_form_where_it_is_narrow);
  g_settings_reset (settings, "window-width");
  ff_test_remove_tree (folder);
}

static void
test_stop_with_a_form (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);

  add_group (folder);
  run_until (folder, FF_TYPE_VIEWS, stop_with_a_form_open);
  ff_test_remove_tree (folder);
}

static void
test_in_use (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStore) store = ff_store_open (folder, NULL, &error);
  gboolean is_closed = FALSE;

  g_assert_no_error (error);
  run_until (folder, FF_TYPE_TROUBLE_PAGE, stop_by_action);

  ff_store_close_async (store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  ff_test_remove_tree (folder);
}

static void
stop_after_trying_again (FfApplication *application)
{
  Run *run = g_object_get_data (G_OBJECT (application), "run");

  run->awaited = FF_TYPE_WELCOME;
  run->stop = stop_by_action;
  g_action_group_activate_action (G_ACTION_GROUP (application), "try-again", NULL);
  g_timeout_add (10, look_cb, run);
}

/* A file that is not ours is left alone, and out of the way, trying again opens the folder. */
static void
move_away_and_try_again (FfApplication *application)
{
  Run *run = g_object_get_data (G_OBJECT (application), "run");
  const char *folder = g_object_get_data (G_OBJECT (application), "folder");
  g_autofree char *database = g_build_filename (folder, "fourfold.db", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (database, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "A letter, not a database.\n");
  g_assert_cmpint (g_remove (database), ==, 0);
  run->stop = NULL;
  stop_after_trying_again (application);
}

static void
test_foreign (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "fourfold.db", NULL);
  g_autoptr (FfApplication) application = ff_application_new ();
  const char *arguments[] = { "fourfold", "--data-dir", folder, NULL };
  Run run = { application, FF_TYPE_TROUBLE_PAGE, move_away_and_try_again, 0 };

  g_assert_true (g_file_set_contents (database, "A letter, not a database.\n", -1, NULL));
  g_object_set_data (G_OBJECT (application), "run", &run);
  g_object_set_data (G_OBJECT (application), "folder", folder);
  g_timeout_add (10, look_cb, &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 3, (char **) arguments), ==, 0);
  ff_test_remove_tree (folder);
}

static void
test_wrong_now (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (FfApplication) application = ff_application_new ();
      const char *arguments[] = { "fourfold", "--now", "yesterday", NULL };

      exit (g_application_run (G_APPLICATION (application), 3, (char **) arguments));
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*--now*");
}

static void
test_stop_while_opening (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);

  run_until (folder, G_TYPE_NONE, stop_by_action);
  run_until (folder, G_TYPE_NONE, stop_by_signal);
  run_until (folder, FF_TYPE_WELCOME, stop_by_action);
  ff_test_remove_tree (folder);
}

/* The window is closed, the program goes on; it is opened again; and then it is told to stop. */
typedef struct
{
  FfApplication *application;
  guint n_looks;
  guint n_windows; /* that were closed */
} Background;

static gboolean
close_twice_cb (gpointer data)
{
  Background *run = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (run->application));

  g_assert_cmpuint (run->n_looks++, <, 3000);
  if (window == NULL && run->n_windows == 2)
    {
      stop_by_action (run->application);
      return G_SOURCE_REMOVE;
    }
  if (window == NULL)
    g_application_activate (G_APPLICATION (run->application));
  else if (ff_test_find (GTK_WIDGET (window), FF_TYPE_WELCOME, NULL) != NULL)
    {
      run->n_windows++;
      gtk_window_close (window);
    }
  return G_SOURCE_CONTINUE;
}

static int
run_in_background (const char *folder, Background *run)
{
  g_autoptr (FfApplication) application = ff_application_new ();
  const char *arguments[] = { "fourfold", "--background", "--data-dir", folder, NULL };

  run->application = application;
  return g_application_run (G_APPLICATION (application), 4, (char **) arguments);
}

static void
test_background (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  Background run = { 0 };

  g_settings_set_boolean (settings, "reminders", TRUE);
  g_settings_set_boolean (settings, "reminders-in-background", TRUE);
  g_timeout_add (50, close_twice_cb, &run);
  g_assert_cmpint (run_in_background (folder, &run), ==, 0);
  g_assert_cmpuint (run.n_windows, ==, 2);
  g_settings_reset (settings, "reminders");
  g_settings_reset (settings, "reminders-in-background");

  /* given back, and closing the window ends it when no reminders are wanted */
  run_until (folder, FF_TYPE_WELCOME, stop_by_closing);
  ff_test_remove_tree (folder);
}

static gboolean
turn_off_cb (gpointer data)
{
  GSettings *settings = data;

  g_settings_set_boolean (settings, "reminders", FALSE);
  return G_SOURCE_REMOVE;
}

/* Without a window, the program ends with what it was for. */
static void
test_background_turned_off (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  Background run = { 0 };

  g_settings_set_boolean (settings, "reminders", TRUE);
  g_settings_set_boolean (settings, "reminders-in-background", TRUE);
  g_timeout_add (800, turn_off_cb, settings);
  g_assert_cmpint (run_in_background (folder, &run), ==, 0);
  g_settings_reset (settings, "reminders-in-background");
  ff_test_remove_tree (folder);
}

static void
test_background_for_nothing (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *folder = g_dir_make_tmp ("fourfold-application-XXXXXX", NULL);
      Background run = { 0 };
      const int status = run_in_background (folder, &run);

      ff_test_remove_tree (folder);
      exit (status);
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*There is nothing to do without a window*");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application/stop-and-start", test_stop_and_start);
  g_test_add_func ("/application/stop-while-opening", test_stop_while_opening);
  g_test_add_func ("/application/stop-while-presenting", test_stop_while_presenting);
  g_test_add_func ("/application/stop-with-a-form", test_stop_with_a_form);
  g_test_add_func ("/application/narrow-form", test_narrow_form);
  g_test_add_func ("/application/in-use", test_in_use);
  g_test_add_func ("/application/foreign", test_foreign);
  g_test_add_func ("/application/wrong-now", test_wrong_now);
  g_test_add_func ("/application/background", test_background);
  g_test_add_func ("/application/background-turned-off", test_background_turned_off);
  g_test_add_func ("/application/background-for-nothing", test_background_for_nothing);

  return g_test_run ();
}
