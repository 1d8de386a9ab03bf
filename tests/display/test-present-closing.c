/* test-present-closing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is left of a handout that was filled in: asked at closing, saved, printed, copied, or nothing.
 */

#include "ff-config.h"

#include <gtk/gtkunixprint.h>

#include "ff-filled-handout.h"
#include "ff-test-present.h"

static AdwDialog *
get_question (FfTestPresent *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
test_closing_when_empty (FfTestPresent *fixture, gconstpointer id)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_close (g_steal_pointer (&fixture->window));
  ff_test_until (window == NULL);
}

static void
test_closing (FfTestPresent *fixture, gconstpointer id)
{
  gpointer window = fixture->window;

  gtk_widget_grab_focus (ff_test_present_go_to (fixture, "1/0/0", NULL));
  ff_test_present_type (fixture, "Going out");
  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (get_question (fixture)));
  gtk_test_accessible_assert_role (GTK_WIDGET (get_question (fixture)),
                                   GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  g_signal_emit_by_name (get_question (fixture), "response", "continue");
  adw_dialog_force_close (get_question (fixture));
  ff_test_until (get_question (fixture) == NULL);
  ff_test_present_assert_text (fixture, "1/0/0", "Going out");

  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
  g_object_add_weak_pointer (window, &window);
  g_signal_emit_by_name (get_question (fixture), "response", "discard");
  fixture->window = NULL;
  ff_test_until (window == NULL);
}

/* Writes, closes and answers what the window asks. */
static void
close_and_answer (FfTestPresent *fixture, const char *response)
{
  gtk_widget_grab_focus (ff_test_present_go_to (fixture, "1/0/0", NULL));
  ff_test_present_type (fixture, "Going out");
  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
  g_signal_emit_by_name (get_question (fixture), "response", response);
  adw_dialog_force_close (get_question (fixture));
}

/* A dialog of GTK's own. */
static gpointer
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type) && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
respond (gpointer dialog, GtkResponseType response)
{
  g_signal_emit_by_name (dialog, "response", response);
}

/* Types the whole path where the name goes. */
static void
choose_file (const char *path)
{
  gpointer dialog;
  GtkWidget *name;

  ff_test_until ((dialog = find_toplevel (g_type_from_name ("GtkFileChooserDialog"))) != NULL);
  ff_test_until ((name = ff_test_find (dialog, GTK_TYPE_ENTRY, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), path);
  respond (dialog, GTK_RESPONSE_ACCEPT);
}

static gboolean
is_recent (const char *uri)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  gboolean found = FALSE;

  for (GList *item = items; item != NULL; item = item->next)
    found |= g_str_equal (gtk_recent_info_get_uri (item->data), uri);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return found;
}

static void
test_save_and_close (FfTestPresent *fixture, gconstpointer id)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->shell.folder);
  g_autoptr (GFile) file = g_file_get_child (folder, "sheet.pdf");
  g_autofree char *uri = g_file_get_uri (file);
  gpointer window = fixture->window;

  /* As another dialog for files would. */
  g_assert_true (gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri));
  ff_test_until (is_recent (uri));
  close_and_answer (fixture, "save");
  g_object_add_weak_pointer (window, &window);
  choose_file (g_file_peek_path (file));
  ff_test_until (window == NULL);
  fixture->window = NULL;
  g_assert_true (g_file_query_exists (file, NULL));
  ff_test_until (!is_recent (uri));
}

static GtkPrintUnixDialog *
wait_for_printers (void)
{
  gpointer dialog;

  ff_test_until ((dialog = find_toplevel (GTK_TYPE_PRINT_UNIX_DIALOG)) != NULL);
  return dialog;
}

/* The printer that writes a file. */
static void
print_to (GtkPrintUnixDialog *dialog, const char *uri)
{
  g_autoptr (GtkPrintSettings) settings
      = gtk_print_settings_copy (gtk_print_unix_dialog_get_settings (dialog));

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_unix_dialog_set_settings (dialog, settings);
  ff_test_until (gtk_print_unix_dialog_get_selected_printer (dialog) != NULL);
}

static void
test_print_and_close (FfTestPresent *fixture, gconstpointer id)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->shell.folder);
  g_autoptr (GFile) file = g_file_get_child (folder, "printed.pdf");
  g_autofree char *uri = g_file_get_uri (file);
  gpointer window = fixture->window;
  GtkPrintUnixDialog *dialog;

  close_and_answer (fixture, "print");
  dialog = wait_for_printers ();
  print_to (dialog, uri);
  g_object_add_weak_pointer (window, &window);
  respond (dialog, GTK_RESPONSE_OK);
  ff_test_until (window == NULL);
  fixture->window = NULL;
  g_assert_true (g_file_query_exists (file, NULL));
  /* The job lives on in GTK for a moment. */
  ff_test_until (G_OBJECT (fixture->handout)->ref_count == 1);
}

/* Nothing is on paper, so the window stays and asks again. */
static void
test_print_not (FfTestPresent *fixture, GtkResponseType response)
{
  gpointer dialog;

  close_and_answer (fixture, "print");
  dialog = wait_for_printers ();
  if (response == GTK_RESPONSE_APPLY)
    print_to (dialog, "file:///nowhere.pdf");
  g_object_add_weak_pointer (dialog, &dialog);
  respond (dialog, response);
  ff_test_until (dialog == NULL);
  ff_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
}

static void
test_print_cancelled (FfTestPresent *fixture, gconstpointer id)
{
  test_print_not (fixture, GTK_RESPONSE_CANCEL);
}

static void
test_print_preview (FfTestPresent *fixture, gconstpointer id)
{
  test_print_not (fixture, GTK_RESPONSE_APPLY);
}

static void
test_copied (FfTestPresent *fixture, gconstpointer id)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  gpointer window = fixture->window;

  gtk_widget_grab_focus (ff_test_present_go_to (fixture, "1/0/0", NULL));
  ff_test_present_type (fixture, "Going out");
  ff_test_until (gtk_window_is_active (fixture->window));
  gtk_widget_activate_action (ff_test_present_get_focus (fixture), "selection.select-all", NULL);
  gtk_widget_activate_action (ff_test_present_get_focus (fixture), "clipboard.copy", NULL);
  ff_test_until (gdk_clipboard_get_content (clipboard) != NULL);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  ff_test_until (window == NULL);
  g_assert_null (gdk_clipboard_get_content (clipboard));
}

/* --- Kept --- */

typedef struct
{
  gboolean is_done;
  GError *error;
  char *told; /* the path */
} Outcome;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  ff_filled_handout_write_finish (source, result, &outcome->error);
  outcome->is_done = TRUE;
}

static void
told_cb (FfFilledHandout *filled, const char *path, Outcome *outcome)
{
  outcome->told = g_strdup (path);
}

static Outcome
write_filled (const char *path)
{
  g_autoptr (FfHandout) handout = ff_test_present_load ("cost-benefit");
  g_autoptr (FfAnswers) answers = ff_answers_new ();
  const FfPaperStyle style = { .size = FF_PAPER_A4, .group_name = "Tuesday" };
  g_autoptr (FfFilledHandout) filled = NULL;
  Outcome outcome = { 0 };

  ff_answers_set (answers, "1/0/0", "Going out on Fridays");
  filled = ff_filled_handout_new (handout, answers, &style);
  g_signal_connect (filled, "written", G_CALLBACK (told_cb), &outcome);
  ff_filled_handout_write_async (filled, path, written_cb, &outcome);
  ff_test_until (outcome.is_done);
  return outcome;
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-present-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  const char *command[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Outcome outcome = write_filled (path);

  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.told, ==, path);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Going out on Fridays"));
  g_free (outcome.told);
  ff_test_remove_tree (folder);
}

static void
test_save_where_there_is_no_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-present-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "none", "sheet.pdf", NULL);
  Outcome outcome = write_filled (path);

  g_assert_nonnull (outcome.error);
  g_assert_null (outcome.told);
  g_clear_error (&outcome.error);
  ff_test_remove_tree (folder);
}

static void
add_test (const char *path, const char *handout, void (*test) (FfTestPresent *, gconstpointer))
{
  g_test_add (path, FfTestPresent, handout, ff_test_present_set_up, test,
              ff_test_present_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add_test ("/present-closing/closing-empty", "cost-benefit", test_closing_when_empty);
  add_test ("/present-closing/closing", "cost-benefit", test_closing);
  add_test ("/present-closing/save-and-close", "cost-benefit", test_save_and_close);
  add_test ("/present-closing/print-and-close", "cost-benefit", test_print_and_close);
  add_test ("/present-closing/print-cancelled", "cost-benefit", test_print_cancelled);
  add_test ("/present-closing/print-preview", "cost-benefit", test_print_preview);
  add_test ("/present-closing/copied", "cost-benefit", test_copied);
  g_test_add_func ("/present-closing/save", test_save);
  g_test_add_func ("/present-closing/save-no-folder", test_save_where_there_is_no_folder);
  return g_test_run ();
}
