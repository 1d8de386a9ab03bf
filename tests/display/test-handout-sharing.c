/* test-handout-sharing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handouts of one's own duplicated, given away as files and taken in from them.
 */

#include "ff-config.h"

#include <string.h>

#include "ff-handout-sharing.h"
#include "ff-test-editor.h"

/* --- Duplicate, share and import --- */

static void
test_duplicate (FfTestEditor *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first
      = ff_handout_sharing_duplicate (fixture->shell.context, "urge-log", &error);
  g_autofree char *second = NULL;
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  ff_test_editor_open (fixture, NULL, first);
  g_assert_null (ff_test_editor_get_problem_row (fixture, 0));
  ff_test_editor_wait_until_saved (fixture);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Urge log (copy)");
  second = ff_handout_sharing_duplicate (fixture->shell.context, "urge-log", &error);
  g_assert_nonnull (strstr (second, "\n# Urge log (copy 2)\n"));

  g_assert_null (ff_handout_sharing_duplicate (fixture->shell.context, "no-such", &error));
  g_assert_nonnull (strstr (error->message, "no-such"));
}

static GFile *
make_file (FfTestEditor *fixture, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return g_file_new_for_path (path);
}

static void
import (FfTestEditor *fixture, ...)
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
wait_for_dialog (FfTestEditor *fixture)
{
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != NULL);
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
answer (FfTestEditor *fixture, const char *label)
{
  GtkWidget *button = ff_test_find (GTK_WIDGET (wait_for_dialog (fixture)), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  ff_test_until (ff_test_is_shown (button));
  g_signal_emit_by_name (button, "clicked");
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
}

static gboolean
is_told (FfTestEditor *fixture, const char *text)
{
  return ff_test_find (fixture->window, GTK_TYPE_LABEL, text) != NULL;
}

/* A toast for trouble, wherever its words come from. */
static gboolean
is_told_of (FfTestEditor *fixture, const char *words)
{
  GtkWidget *toast = ff_test_find (fixture->window, g_type_from_name ("AdwToastWidget"), NULL);
  GtkWidget *label = toast != NULL ? ff_test_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL;
}

static void
test_import (FfTestEditor *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  import (fixture, make_file (fixture, "a.md", "# A\n\nFor us.\n\nText\n", -1),
          make_file (fixture, "wrong.md", "# W\n\nFor us.\n\n<b>no</b>\n", -1),
          make_file (fixture, "nul.md", "# N\n\nFor\0us.\n", 12),
          make_file (fixture, "b.md", "# B\n\nFor us.\n\nText\n", -1),
          g_file_new_for_path ("/nonexistent/c.md"), NULL);
  ff_test_until (ff_test_editor_count_own (fixture) == 2);
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
is_first (FfTestEditor *fixture, const char *markdown)
{
  g_autoptr (FfOwnHandout) own = ff_test_editor_get_own (fixture, 0);

  return g_str_equal (own->markdown, markdown);
}

static void
test_import_same (FfTestEditor *fixture, gconstpointer data)
{
  const char *const mine = "# A\n\nFor us.\n\nMine\n";
  const char *const theirs = "# A\n\nFor us.\n\nTheirs\n";

  import (fixture, make_file (fixture, "a.md", mine, -1), NULL);
  ff_test_until (ff_test_editor_count_own (fixture) == 1);
  import (fixture, make_file (fixture, "a.md", mine, -1), make_file (fixture, "b.md", theirs, -1),
          NULL);
  answer (fixture, "_Skip");
  g_assert_cmpuint (ff_test_editor_count_own (fixture), ==, 1);

  import (fixture, make_file (fixture, "b.md", theirs, -1), NULL);
  answer (fixture, "Keep _Both");
  ff_test_until (ff_test_editor_count_own (fixture) == 2);
  g_autoptr (FfOwnHandout) both = ff_test_editor_get_own (fixture, 1);
  g_assert_cmpstr (both->title, ==, "A (copy)");
  g_assert_cmpstr (both->markdown, ==, "# A (copy)\n\nFor us.\n\nTheirs\n");

  import (fixture, make_file (fixture, "b.md", theirs, -1), NULL);
  answer (fixture, "_Replace Mine");
  ff_test_until (is_first (fixture, theirs));
  g_assert_cmpuint (ff_test_editor_count_own (fixture), ==, 2);
}

static void
test_share (FfTestEditor *fixture, gconstpointer data)
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
  ff_test_until (ff_test_editor_count_own (fixture) == 1);
  ff_handout_sharing_share_to (GTK_WIDGET (fixture->navigation), fixture->shell.context, "urge-log",
                               nowhere);
  ff_test_until (is_told_of (fixture, "/nonexistent"));
}

#define add(name, function)                                                                        \
  g_test_add (name, FfTestEditor, NULL, ff_test_editor_set_up, function, ff_test_editor_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/handout-sharing/duplicate", test_duplicate);
  add ("/handout-sharing/import", test_import);
  add ("/handout-sharing/import-same", test_import_same);
  add ("/handout-sharing/share", test_share);

  return g_test_run ();
}
