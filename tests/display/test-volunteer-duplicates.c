/* test-volunteer-duplicates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Merging who is on the roster twice, and saying that two are not the same.
 */

#include "ff-config.h"

#include "ff-roster-duplicates-dialog.h"
#include "ff-test-volunteer-files.h"

/* One mail for two is decided first. */
static void
test_one_mail (Fixture *fixture, gconstpointer data)
{
  GtkWidget *choices, *keep;

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
  wait_for (fixture, ADW_TYPE_EXPANDER_ROW, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (look (fixture, ADW_TYPE_EXPANDER_ROW, NULL)),
                                 TRUE);
  keep = look (fixture, GTK_TYPE_BUTTON, "_Keep");
  gtk_test_accessible_assert_property (keep, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Keep Al, and merge the other entry into theirs");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (keep),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_signal_emit_by_name (keep, "clicked");
  ff_test_until (count (fixture) == 1);
  ff_test_until (look (fixture, ADW_TYPE_EXPANDER_ROW, NULL) == NULL);
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

static const char *
get_none (Fixture *fixture)
{
  return adw_status_page_get_description (
      ADW_STATUS_PAGE (look (fixture, ADW_TYPE_STATUS_PAGE, "No Duplicates")));
}

static void
expand (Fixture *fixture)
{
  wait_for (fixture, ADW_TYPE_EXPANDER_ROW, "Al and Bo");
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (look (fixture, ADW_TYPE_EXPANDER_ROW, "Al and Bo")), TRUE);
}

/* That two are not the same is remembered when the dialog is closed, and taken back by its toast. */
static void
test_not_the_same (Fixture *fixture, gconstpointer data)
{
  static const char said[]
      = "You said of all who share a name, mail or phone number that they are not the same.";

  import (fixture, "Name,Email\nAl,home@example.org\n", "1 volunteer added");
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  present (fixture, ff_roster_duplicates_dialog_new (fixture->shell.context));
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "No Duplicates");
  g_assert_cmpstr (get_none (fixture), ==,
                   "No two volunteers have the same name, mail or phone number.");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);

  import (fixture, "Name,Email\nBo,home@example.org\n", "1 to decide");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (look (fixture, GTK_TYPE_DROP_DOWN, NULL)), 1);
  wait_for (fixture, GTK_TYPE_LABEL, "1 volunteer added");
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  present (fixture, ff_roster_duplicates_dialog_new (fixture->shell.context));
  expand (fixture);
  gtk_widget_activate (look (fixture, ADW_TYPE_BUTTON_ROW, "Not the Same"));
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "No Duplicates");
  g_assert_cmpstr (get_none (fixture), ==, said);
  wait_for (fixture, GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (look (fixture, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  expand (fixture);
  gtk_widget_activate (look (fixture, ADW_TYPE_BUTTON_ROW, "Not the Same"));
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "No Duplicates");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);

  present (fixture, ff_roster_duplicates_dialog_new (fixture->shell.context));
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "No Duplicates");
  g_assert_cmpstr (get_none (fixture), ==, said);
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);

  /* Whoever is brought by a file is somebody else, and may be either. */
  import (fixture, "Name,Email\nAlex,home@example.org\n", "1 to decide");
  g_assert_nonnull (look (fixture, GTK_TYPE_DROP_DOWN, NULL));
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ff_roster_edit_apply_finish (FF_STORE (source), result, &error), >, 0);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
apply (Fixture *fixture, FfRosterEdit *edit)
{
  gboolean done = FALSE;

  ff_roster_edit_apply_async (edit, fixture->shell.store, NULL, on_applied, &done);
  ff_test_until (done);
}

/* Three who share a mail. */
static void
save_three (Fixture *fixture, FfRosterEdit *edit)
{
  static const char *const names[] = { "Cy", "Bo", "Al" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FfVolunteer) volunteer = ff_volunteer_new (names[i]);

      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, names[i]);
      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_MAIL, "home@example.org");
      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "UTC");
      ff_roster_edit_save_volunteer (edit, volunteer);
    }
}

static void
assert_count (Fixture *fixture, const char *count)
{
  GtkWidget *row;

  wait_for (fixture, ADW_TYPE_ACTION_ROW, "Said Not to Be the Same");
  row = look (fixture, ADW_TYPE_ACTION_ROW, "Said Not to Be the Same");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, count);
  g_assert_true (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
get_button (Fixture *fixture, const char *pair)
{
  wait_for (fixture, ADW_TYPE_ACTION_ROW, pair);
  return ff_test_find (look (fixture, ADW_TYPE_ACTION_ROW, pair), GTK_TYPE_BUTTON, "Ask _Again");
}

static gboolean
has_focus (Fixture *fixture, const char *pair)
{
  GtkWidget *row = look (fixture, ADW_TYPE_ACTION_ROW, pair);

  return row != NULL && gtk_root_get_focus (GTK_ROOT (fixture->window)) == row;
}

/* Whoever was said not to be the same is listed, and asked about again; that is taken back by its toast. */
static void
test_ask_again (Fixture *fixture, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  GtkWidget *button, *list;

  save_three (fixture, edit);
  ff_roster_edit_keep_apart (edit, "Cy", "Al");
  ff_roster_edit_keep_apart (edit, "Al", "Bo");
  apply (fixture, edit);
  present (fixture, ff_roster_duplicates_dialog_new (fixture->shell.context));
  wait_for (fixture, ADW_TYPE_EXPANDER_ROW, "Bo and Cy");
  assert_count (fixture, "2 pairs");
  gtk_widget_activate (look (fixture, ADW_TYPE_ACTION_ROW, "Said Not to Be the Same"));
  button = get_button (fixture, "Al and Bo");
  list = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX);
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Not the Same");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ask again whether Al and Bo are the same");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_cmpstr (adw_action_row_get_subtitle (
                       ADW_ACTION_ROW (look (fixture, ADW_TYPE_ACTION_ROW, "Al and Bo"))),
                   ==, "same mail");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  ff_test_until (has_focus (fixture, "Al and Cy"));
  g_assert_null (ff_test_find (list, ADW_TYPE_ACTION_ROW, "Al and Bo"));
  g_signal_emit_by_name (get_button (fixture, "Al and Cy"), "clicked");
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "No Pairs");
  gtk_widget_activate_action (look (fixture, ADW_TYPE_STATUS_PAGE, "No Pairs"), "navigation.pop",
                              NULL);
  wait_for (fixture, ADW_TYPE_EXPANDER_ROW, "Al and Bo");
  g_assert_nonnull (look (fixture, ADW_TYPE_EXPANDER_ROW, "Al and Cy"));
  g_assert_null (look (fixture, ADW_TYPE_ACTION_ROW, "Said Not to Be the Same"));
  wait_for (fixture, GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (look (fixture, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  assert_count (fixture, "1 pair");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

/* Where nobody else is alike the way to the list is there as well. */
static void
test_only_apart (Fixture *fixture, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  save_three (fixture, edit);
  ff_roster_edit_keep_apart (edit, "Cy", "Al");
  ff_roster_edit_keep_apart (edit, "Al", "Bo");
  ff_roster_edit_keep_apart (edit, "Cy", "Bo");
  apply (fixture, edit);
  present (fixture, ff_roster_duplicates_dialog_new (fixture->shell.context));
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "No Duplicates");
  assert_count (fixture, "3 pairs");
  gtk_widget_activate (look (fixture, ADW_TYPE_ACTION_ROW, "Said Not to Be the Same"));
  get_button (fixture, "Bo and Cy");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/volunteer-duplicates/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("one-mail", test_one_mail);
  ADD ("not-the-same", test_not_the_same);
  ADD ("ask-again", test_ask_again);
  ADD ("only-apart", test_only_apart);
  return g_test_run ();
}
