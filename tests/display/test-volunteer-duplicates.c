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

#define ADD(name, function)                                                                        \
  g_test_add ("/volunteer-duplicates/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("one-mail", test_one_mail);
  ADD ("not-the-same", test_not_the_same);
  return g_test_run ();
}
