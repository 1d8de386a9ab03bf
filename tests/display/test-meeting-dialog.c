/* test-meeting-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding and editing a meeting through its dialog.
 */

#include "ff-meeting-dialog.h"
#include "ff-test-page.h"

static void
set_up (FfTestPage *f, gconstpointer data)
{
  ff_test_page_set_up (f, data);
  ff_test_page_present (f, gtk_label_new ("behind"));
}

static GtkWidget *
present_dialog (FfTestPage *f, GtkWidget *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (f->window));
  for (int i = 0; i < 200 && ff_test_find (dialog, GTK_TYPE_BUTTON, NULL, NULL) == NULL; i++)
    ff_test_page_run (20);
  ff_test_page_run (50);
  return dialog;
}

static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = ff_test_find (dialog, ADW_TYPE_PREFERENCES_ROW, "title", title);

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
find_button (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = ff_test_find (dialog, GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  return button;
}

static void
click (FfTestPage *f, GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  ff_test_page_wait_written (f);
  ff_test_page_run (400);
}

static FfMeeting *
get_only_meeting (FfTestPage *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = ff_meeting_repository_list (f->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 1);
  return g_object_ref (g_ptr_array_index (meetings, 0));
}

static void
test_add (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  GtkWidget *add = find_button (dialog, "_Add");
  g_autoptr (FfMeeting) meeting = NULL;

  g_assert_null (ff_test_find (dialog, ADW_TYPE_COMBO_ROW, "title", "Group"));
  g_assert_true (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Place")), "Hall");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Link for Joining Online")),
                         "meet.example.org/a");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Repeats")), FF_REPEAT_MONTHLY_NTH);
  click (f, add);

  meeting = get_only_meeting (f);
  g_assert_cmpstr (ff_meeting_get_group (meeting), ==, "g1");
  g_assert_cmpstr (ff_meeting_get_place (meeting), ==, "Hall");
  g_assert_cmpstr (ff_meeting_get_link (meeting), ==, "https://meet.example.org/a");
  g_assert_nonnull (strstr (ff_meeting_get_rule (meeting), "4TU"));
  g_assert_cmpstr (ff_meeting_get_zone (meeting), ==, "America/Vancouver");
  g_assert_cmpint (ff_meeting_get_start (meeting)->hour, ==, 19);
}

static void
test_add_asks_for_the_group (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) first = ff_test_page_add_group (f, "g1", "Bay group");
  g_autoptr (FfGroup) second = ff_test_page_add_group (f, "g2", "Hill group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, NULL));
  GtkWidget *add = find_button (dialog, "_Add");
  g_autoptr (FfMeeting) meeting = NULL;

  g_assert_false (gtk_widget_get_sensitive (add));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Group")), 2);
  g_assert_true (gtk_widget_get_sensitive (add));
  click (f, add);
  meeting = get_only_meeting (f);
  g_assert_cmpstr (ff_meeting_get_group (meeting), ==, "g2");
}

static void
test_messages (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  GtkWidget *add = find_button (dialog, "_Add");
  GtkWidget *link = find_row (dialog, "Link for Joining Online");
  const char *message = "This is not a link that can be opened. It looks like "
                        "https://meet.example.org/group, or tel: and a number.";

  gtk_editable_set_text (GTK_EDITABLE (link), "ask Maria");
  g_assert_nonnull (ff_test_find (dialog, GTK_TYPE_LABEL, "label", message));
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (link), "");
  g_assert_true (gtk_widget_get_sensitive (add));
  g_object_set (ff_meeting_dialog_get_form (FF_MEETING_DIALOG (dialog)), "minutes", 0, NULL);
  g_assert_false (gtk_widget_get_sensitive (add));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (400);
}

static void
test_edit_keeps_what_is_not_asked (FfTestPage *f, gconstpointer data)
{
  const char *rule = "FREQ=WEEKLY;BYDAY=TU,TH";
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMeeting) before = NULL;
  g_autoptr (FfMeeting) after = NULL;
  GtkWidget *dialog;

  ff_test_page_add_meeting (f, "a", "g1", (FfWallTime) { 2026, 11, 3, 19, 0 }, rule);
  before = ff_meeting_repository_get (f->store, "a", &error);
  dialog = present_dialog (f, ff_meeting_dialog_new_edit (f->context, before));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Title (Optional)")), "Twice a week");
  click (f, find_button (dialog, "_Save"));
  after = get_only_meeting (f);
  g_assert_cmpstr (ff_meeting_get_uid (after), ==, "a");
  g_assert_cmpstr (ff_meeting_get_title (after), ==, "Twice a week");
  g_assert_cmpstr (ff_meeting_get_rule (after), ==, rule);
  g_assert_cmpstr (ff_meeting_get_place (after), ==, "Community Hall");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/meeting-dialog/add", FfTestPage, NULL, set_up, test_add, ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/add-asks-for-the-group", FfTestPage, NULL, set_up,
              test_add_asks_for_the_group, ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/messages", FfTestPage, NULL, set_up, test_messages,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/edit-keeps-what-is-not-asked", FfTestPage, NULL, set_up,
              test_edit_keeps_what_is_not_asked, ff_test_page_tear_down);
  return g_test_run ();
}
