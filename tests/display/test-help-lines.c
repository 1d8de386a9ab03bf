/* test-help-lines.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where to turn now: asked for, shown, put in order, removed and put back, and one click away.
 */

#include "ff-test-page.h"

#include "ff-group-dialog.h"
#include "ff-help-line-repository.h"
#include "ff-help-line-row.h"
#include "ff-help-lines-dialog.h"
#include "ff-help-paper.h"
#include "ff-help-reminder.h"
#include "ff-schedule-edit.h"
#include "ff-welcome.h"

static void
save_lines (FfTestPage *f, const char *group, const char *const *names)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *contact = g_strdup_printf ("604-555-01%02u", i);

      g_ptr_array_add (lines, ff_help_line_new (names[i], contact, "Evenings", ""));
    }
  ff_help_line_repository_save_async (f->store, group, lines, FALSE, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

/* The names that are kept, with a space between them. */
static char *
read_names (FfTestPage *f, const char *group)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  ff_test_page_wait_written (f);
  lines = ff_help_line_repository_list (f->store, group, NULL);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ff_help_line_get_name (lines->pdata[i]));
  return g_string_free_and_steal (g_steal_pointer (&names));
}

#define assert_names(f, group, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_names = read_names (f, group);                                          \
    g_assert_cmpstr (found_names, ==, expected);                                                   \
  }                                                                                                \
  G_STMT_END

static AdwDialog *
present (FfTestPage *f, const char *group)
{
  AdwDialog *dialog = g_object_ref_sink (ff_help_lines_dialog_new (f->context, group));

  ff_test_page_present (f, adw_bin_new ());
  adw_dialog_present (dialog, GTK_WIDGET (f->window));
  ff_test_page_run (400);
  return dialog;
}

/* What it held is gone with it, once it has faded away. */
static void
assert_gone (AdwDialog *dialog)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_object_unref (dialog);
  while (dialog != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      ff_test_page_run (50);
    }
}

static void
finish (FfTestPage *f, AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  assert_gone (dialog);
}

static void
set_entry (AdwDialog *dialog, const char *title, const char *text)
{
  GtkWidget *row = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
click (AdwDialog *dialog, const char *label)
{
  GtkWidget *button = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_widget_activate (button);
  ff_test_page_run (500);
}

/* Nothing is invented: the empty state says what belongs there, and asks for the first. */
static void
test_first (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  AdwDialog *dialog = present (f, "g");
  GtkWidget *save;

  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, "title", "No Help Lines Yet"));
  click (dialog, "_Add a Help Line");
  save = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Add");
  g_assert_false (gtk_widget_is_sensitive (save));
  set_entry (dialog, "Who Answers There", "Crisis line");
  set_entry (dialog, "Number or Other Contact", "604-555-0100");
  set_entry (dialog, "Hours", "Day and night");
  click (dialog, "_Add");
  assert_names (f, "g", "Crisis line");
  g_assert_nonnull (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "604-555-0100"));
  finish (f, dialog);
}

static void
on_clipboard (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Read out to a screen reader as a whole, and copied by one button of its own name. */
static void
test_card (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "Crisis", NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  g_autofree char *copied = NULL;
  AdwDialog *dialog;
  GtkWidget *row, *button;

  save_lines (f, "g", names);
  dialog = present (f, "g");
  row = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX_ROW, NULL, NULL);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Crisis: 604-555-0100 (Evenings)");
  button = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "tooltip-text", "Copy");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy how to reach Crisis");
  gtk_widget_activate (button);
  ff_test_page_run (500);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (button), NULL, on_clipboard, &copied);
  ff_test_page_run (300);
  g_assert_cmpstr (copied, ==, "604-555-0100");
  button = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "tooltip-text", "Edit Help Lines");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Edit Help Lines");
  finish (f, dialog);
}

static FfHelpLineRow *
find_row (AdwDialog *dialog, const char *name)
{
  GtkWidget *row = ff_test_find (GTK_WIDGET (dialog), FF_TYPE_HELP_LINE_ROW, "title", name);

  g_assert_nonnull (row);
  return FF_HELP_LINE_ROW (row);
}

/* By the row's actions, which its keys and its menu are; the focus goes with it. */
static void
test_order (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "A", "B", "C", NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  AdwDialog *dialog;
  GtkWidget *row;

  save_lines (f, "g", names);
  dialog = present (f, "g");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.edit", NULL);
  ff_test_page_run (500);
  gtk_widget_activate_action (GTK_WIDGET (find_row (dialog, "C")), "row.move-up", NULL);
  assert_names (f, "g", "A C B");
  row = GTK_WIDGET (find_row (dialog, "C"));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (row)) == row);
  gtk_widget_activate_action (row, "row.move-down", NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_row (dialog, "C")), "row.move-down", NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_row (dialog, "A")), "row.move-up", NULL);
  assert_names (f, "g", "A B C");
  finish (f, dialog);
}

static void
test_drop (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "A", "B", "C", NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) dragged = G_VALUE_INIT;
  AdwDialog *dialog;
  gboolean taken = FALSE;

  save_lines (f, "g", names);
  dialog = present (f, "g");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.edit", NULL);
  ff_test_page_run (500);
  g_value_init (&dragged, FF_TYPE_HELP_LINE_ROW);
  g_value_set_object (&dragged, find_row (dialog, "A"));
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (find_row (dialog, "C")));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &dragged, 5.0, 5.0, &taken);
    }
  g_assert_true (taken);
  g_value_unset (&dragged);
  g_value_init (&dragged, FF_TYPE_HELP_LINE_ROW);
  assert_names (f, "g", "B C A");
  g_clear_object (&controllers);
  finish (f, dialog);
}

static void
test_remove_and_undo (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "A", "B", "C", NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  AdwDialog *dialog;

  save_lines (f, "g", names);
  dialog = present (f, "g");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.edit", NULL);
  ff_test_page_run (500);
  gtk_widget_activate_action (GTK_WIDGET (find_row (dialog, "B")), "row.remove", NULL);
  assert_names (f, "g", "A C");
  click (dialog, "_Undo");
  assert_names (f, "g", "A B C");
  finish (f, dialog);
}

/* Twenty, and a sentence instead of the twenty-first. */
static void
test_full (FfTestPage *f, gconstpointer data)
{
  const char *names[FF_N_HELP_LINES + 1] = { NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  AdwDialog *dialog;
  GtkWidget *add;

  for (guint i = 0; i < FF_N_HELP_LINES; i++)
    names[i] = "Line";
  save_lines (f, "g", names);
  dialog = present (f, "g");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.edit", NULL);
  ff_test_page_run (500);
  add = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, "title", "_Add a Help Line");
  g_assert_false (gtk_widget_is_sensitive (add));
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label",
                    "A group keeps at most 20 help lines. Remove one to add another."));
  gtk_widget_activate_action (GTK_WIDGET (find_row (dialog, "Line")), "row.remove", NULL);
  ff_test_page_wait_written (f);
  g_assert_true (gtk_widget_is_sensitive (add));
  finish (f, dialog);
}

static void
test_at_foot (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "A", NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  AdwDialog *dialog;
  GtkWidget *row;

  save_lines (f, "g", names);
  dialog = present (f, "g");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.edit", NULL);
  ff_test_page_run (500);
  row = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW, "title",
                      "At the Foot of Every Handout");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  ff_test_page_wait_written (f);
  g_assert_true (ff_help_line_repository_get_at_foot (f->store, "g", NULL));
  assert_names (f, "g", "A");
  finish (f, dialog);
}

/* Somebody else deleted the group: the sentence is shown, and what is kept. */
static void
test_group_gone (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "A", NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  AdwDialog *dialog;

  save_lines (f, "g", names);
  dialog = present (f, "g");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.edit", NULL);
  ff_test_page_run (500);
  ff_schedule_edit_delete_group (edit, "g");
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (find_row (dialog, "A")), "row.remove", NULL);
  ff_test_page_wait_written (f);
  ff_test_page_run (500);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label",
                                  "The group of these help lines is not there any more."));
  finish (f, dialog);
}

/* With all groups chosen any of them can be. */
static void
test_choose_group (FfTestPage *f, gconstpointer data)
{
  static const char *const first[] = { "A", NULL };
  static const char *const second[] = { "B", NULL };
  g_autoptr (FfGroup) bay = ff_test_page_add_group (f, "b", "Bay");
  g_autoptr (FfGroup) harbour = ff_test_page_add_group (f, "g", "Harbour");
  AdwDialog *dialog;
  GtkWidget *switcher;

  save_lines (f, "b", first);
  save_lines (f, "g", second);
  dialog = present (f, NULL);
  switcher = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN, NULL, NULL);
  g_assert_nonnull (switcher);
  gtk_test_accessible_assert_property (switcher, GTK_ACCESSIBLE_PROPERTY_LABEL, "Group");
  g_assert_nonnull (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "A"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (switcher), 1);
  ff_test_page_run (100);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "B"));
  g_assert_null (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", "A"));
  finish (f, dialog);
}

static void
test_reminder (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "A", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  GtkWidget *reminder = g_object_new (FF_TYPE_HELP_REMINDER, NULL);

  ff_test_page_present (f, reminder);
  ff_help_reminder_set_group (FF_HELP_REMINDER (reminder), f->store, group);
  g_assert_true (gtk_widget_get_visible (reminder));
  g_assert_nonnull (ff_test_find (reminder, GTK_TYPE_LABEL, "label",
                                  "Whom people of Harbour can turn to when it cannot wait"));
  save_lines (f, "g", names);
  g_assert_false (gtk_widget_get_visible (reminder));
  save_lines (f, "g", none);
  g_assert_true (gtk_widget_get_visible (reminder));
  ff_help_reminder_set_group (FF_HELP_REMINDER (reminder), f->store, NULL);
  g_assert_false (gtk_widget_get_visible (reminder));
}

/* Asked for with the group, and kept with it. */
static void
test_asked_for (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = g_object_ref_sink (ff_group_dialog_new (f->context, NULL));
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *add;

  ff_test_page_present (f, adw_bin_new ());
  adw_dialog_present (dialog, GTK_WIDGET (f->window));
  ff_test_page_run (400);
  set_entry (dialog, "Group Name", "Bay");
  add = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Add");
  g_assert_true (gtk_widget_is_sensitive (add));
  set_entry (dialog, "Who Answers There", "Crisis line");
  g_assert_false (gtk_widget_is_sensitive (add));
  set_entry (dialog, "Number or Other Contact", "604-555-0100");
  click (dialog, "_Add");
  ff_test_page_wait_written (f);
  groups = ff_group_repository_list (f->store, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  assert_names (f, ff_group_get_uid (groups->pdata[0]), "Crisis line");
  assert_gone (dialog);
}

static void
test_welcome (FfTestPage *f, gconstpointer data)
{
  GtkWidget *welcome = ff_welcome_new (f->context);
  g_autoptr (GPtrArray) groups = NULL;

  ff_test_page_present (f, welcome);
  gtk_editable_set_text (
      GTK_EDITABLE (ff_test_find (welcome, ADW_TYPE_ENTRY_ROW, "title", "Group Name")), "Bay");
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (welcome, ADW_TYPE_ENTRY_ROW, "title",
                                                     "Who Answers There")),
                         "Crisis line");
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (welcome, ADW_TYPE_ENTRY_ROW, "title",
                                                     "Number or Other Contact")),
                         "604-555-0100");
  gtk_widget_activate (ff_test_find (welcome, GTK_TYPE_BUTTON, "label", "_Start"));
  ff_test_page_run (500);
  ff_test_page_wait_written (f);
  groups = ff_group_repository_list (f->store, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  assert_names (f, ff_group_get_uid (groups->pdata[0]), "Crisis line");
}

static void
test_paper (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfPaperJob) paper = NULL;
  g_autofree char *path = g_build_filename (f->folder, "cards.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (f->folder, "none", "cards.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (lines, ff_help_line_new ("Crisis line", "604-555-0100", "", ""));
  paper = ff_help_paper_new (ff_context_get_settings (f->context), group, lines);
  ff_paper_job_write_async (paper, path, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_true (ff_paper_job_write_finish (paper, done, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  ff_paper_job_write_async (paper, nowhere, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  failed = g_steal_pointer (&f->result);
  g_assert_false (ff_paper_job_write_finish (paper, failed, &error));
  g_assert_nonnull (error);
}

/* All of it in 360 points, with the letters of the largest print. */
static void
test_narrow (FfTestPage *f, gconstpointer data)
{
  static const char *const names[] = { "The crisis line of the whole of the coast", NULL };
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  AdwDialog *dialog;
  int least;

  save_lines (f, "g", names);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 600);
  dialog = present (f, "g");
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "help.edit", NULL);
  ff_test_page_run (500);
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 360);
  finish (f, dialog);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/help-lines/" name, FfTestPage, NULL, ff_test_page_set_up, func,                    \
              ff_test_page_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  /* Before any other has made its types known. */
  ADD ("asked-for", test_asked_for);
  ADD ("first", test_first);
  ADD ("card", test_card);
  ADD ("order", test_order);
  ADD ("drop", test_drop);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("full", test_full);
  ADD ("at-foot", test_at_foot);
  ADD ("group-gone", test_group_gone);
  ADD ("choose-group", test_choose_group);
  ADD ("reminder", test_reminder);
  ADD ("welcome", test_welcome);
  ADD ("paper", test_paper);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
