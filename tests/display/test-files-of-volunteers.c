/* test-files-of-volunteers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking files of volunteers in, writing them, and merging who is there twice, through the dialogs.
 */

#include "ff-config.h"

#include "ff-roster-duplicates-dialog.h"
#include "ff-roster-edit.h"
#include "ff-roster-export-dialog.h"
#include "ff-roster-import-dialog.h"
#include "ff-roster-repository.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  GtkWidget *window;
  char *path;
  AdwDialog *dialog; /* (unowned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  ff_test_shell_set_up (&fixture->shell);
  fixture->path = g_build_filename (fixture->shell.folder, "people.csv", NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), adw_bin_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (window == NULL);
  ff_test_shell_tear_down (&fixture->shell);
  g_free (fixture->path);
}

static void
present (Fixture *fixture, AdwDialog *dialog)
{
  fixture->dialog = dialog;
  adw_dialog_present (dialog, adw_window_get_content (ADW_WINDOW (fixture->window)));
}

static void
open_file (Fixture *fixture, const char *text)
{
  g_file_set_contents (fixture->path, text, -1, NULL);
  present (fixture, ff_roster_import_dialog_new (fixture->shell.context, fixture->path));
}

static GtkWidget *
look (Fixture *fixture, GType type, const char *label)
{
  return ff_test_find (GTK_WIDGET (fixture->dialog), type, label);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL);
}

static void
wait_for (Fixture *fixture, GType type, const char *label)
{
  ff_test_until (ff_test_is_shown (look (fixture, type, label)));
}

static void
wait_for_close (Fixture *fixture)
{
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
}

static guint
count (Fixture *fixture)
{
  g_autoptr (FfRoster) roster = ff_roster_repository_load (fixture->shell.store, NULL);

  return ff_roster_get_volunteers (roster)->len;
}

static void
import (Fixture *fixture, const char *text, const char *counts)
{
  open_file (fixture, text);
  wait_for (fixture, GTK_TYPE_BUTTON, "_Continue");
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, counts);
}

/* Its columns are shown, then what it does, and it is done. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  import (fixture, "Name,Email,Size\nBo,bo@example.org,M\nAl,nothing,\n",
          "1 volunteer added · 1 cannot be taken in");
  g_assert_cmpuint (count (fixture), ==, 0);
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* Nothing goes on before somebody said which column is the name and how dates are written. */
static void
test_questions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_file (fixture, "Who,Absences\nBo,03/04/05\n");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Who");
  act (fixture, "roster-import.continue");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Who");
  row = look (fixture, ADW_TYPE_COMBO_ROW, "Who");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Bo");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  act (fixture, "roster-import.continue");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Line 2: “03/04/05”");
  row = look (fixture, ADW_TYPE_COMBO_ROW, "Line 2: “03/04/05”");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, "1 volunteer added");
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* One mail for two is decided first. */
static void
test_one_mail (Fixture *fixture, gconstpointer data)
{
  GtkWidget *choices;

  import (fixture, "Name,Email\nBo,home@example.org\nAl,home@example.org\n",
          "1 volunteer added · 1 to decide");
  choices = look (fixture, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (choices);
  gtk_test_accessible_assert_property (choices, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What to do with Al");
  act (fixture, "roster-import.apply");
  g_assert_cmpuint (count (fixture), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choices), 1);
  wait_for (fixture, GTK_TYPE_LABEL, "2 volunteers added");
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);

  /* The same two, found as a pair and merged. */
  present (fixture, ff_roster_duplicates_dialog_new (fixture->shell.context));
  ff_test_until (look (fixture, ADW_TYPE_EXPANDER_ROW, NULL) != NULL);
  ff_test_until (ff_test_is_shown (look (fixture, ADW_TYPE_EXPANDER_ROW, NULL)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (look (fixture, ADW_TYPE_EXPANDER_ROW, NULL)),
                                 TRUE);
  g_signal_emit_by_name (look (fixture, GTK_TYPE_BUTTON, "_Keep"), "clicked");
  ff_test_until (count (fixture) == 1);
  ff_test_until (look (fixture, ADW_TYPE_EXPANDER_ROW, NULL) == NULL);
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "");
  wait_for (fixture, GTK_TYPE_BUTTON, "Choose Another _File…");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, "out.csv", NULL);
  g_autofree char *text = NULL;

  import (fixture, "Name,Email,Notes\nBo,bo@example.org,quiet\n", "1 volunteer added");
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  present (fixture, ff_roster_export_dialog_new (fixture->shell.context));
  ff_roster_export_dialog_save (FF_ROSTER_EXPORT_DIALOG (fixture->dialog), path);
  ff_test_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "bo@example.org"));
  g_assert_null (strstr (text, "quiet"));
  ff_test_settle ();
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/files-of-volunteers/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("import", test_import);
  ADD ("questions", test_questions);
  ADD ("one-mail", test_one_mail);
  ADD ("trouble", test_trouble);
  ADD ("export", test_export);
  return g_test_run ();
}
