/* test-person-dialogs.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to a person from their page: renaming, merging, consent, forgetting, and the copy for them.
 */

#include "ff-config.h"

#include "ff-consent-dialog.h"
#include "ff-merge-dialog.h"
#include "ff-participant-repository.h"
#include "ff-rename-dialog.h"
#include "ff-test-people-page.h"

/* --- Dialogs --- */

static gpointer
find_dialog (FfTestPeople *fixture, GType type)
{
  gpointer dialog;

  ff_test_until ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) != NULL
                 && g_type_is_a (G_OBJECT_TYPE (dialog), type));
  return dialog;
}

static void
rename_to (FfTestPeople *fixture, const char *alias)
{
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (fixture->page, "person.rename", NULL);
  dialog = find_dialog (fixture, FF_TYPE_RENAME_DIALOG);
  row = ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Name or alias");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Robin");
  g_assert_false (gtk_widget_get_sensitive (ff_test_find (dialog, GTK_TYPE_BUTTON, "_Rename")));
  gtk_editable_set_text (GTK_EDITABLE (row), alias);
  g_signal_emit_by_name (row, "entry-activated");
}

static char *
dup_alias_of (FfTestPeople *fixture, const char *uid)
{
  g_autoptr (FfParticipant) participant
      = ff_participant_repository_get (fixture->shell.store, uid, NULL);

  return participant != NULL ? g_strdup (ff_participant_get_alias (participant)) : NULL;
}

static void
undo (FfTestPeople *fixture)
{
  GtkWidget *button;

  ff_test_until ((button = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_called (FfTestPeople *fixture, const char *alias)
{
  return g_strcmp0 (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), alias)
         == 0;
}

static void
test_rename (FfTestPeople *fixture, gconstpointer data)
{
  g_autofree char *alias = NULL;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  rename_to (fixture, " Robyn ");
  ff_test_until (is_called (fixture, "Robyn"));
  alias = dup_alias_of (fixture, "Robin");
  g_assert_cmpstr (alias, ==, "Robyn");
  undo (fixture);
  ff_test_until (is_called (fixture, "Robin"));
}

/* Where the name is somebody else's, the two may be one. */
static void
test_rename_refused (FfTestPeople *fixture, gconstpointer data)
{
  GtkWidget *dialog, *row, *merge;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  rename_to (fixture, "SAM");
  dialog = find_dialog (fixture, FF_TYPE_RENAME_DIALOG);
  row = ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "Name or alias");
  ff_test_until ((merge = ff_test_find (dialog, GTK_TYPE_BUTTON, "They Are One _Person…")) != NULL
                 && gtk_widget_get_visible (merge));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_signal_emit_by_name (merge, "clicked");
  dialog = find_dialog (fixture, FF_TYPE_MERGE_DIALOG);
  ff_test_until (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "Sam") != NULL);
}

static void
test_merge (FfTestPeople *fixture, gconstpointer data)
{
  GtkWidget *dialog, *people, *second;
  g_autofree char *gone = NULL;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.merge", NULL);
  dialog = find_dialog (fixture, FF_TYPE_MERGE_DIALOG);
  people = ff_test_find (dialog, FF_TYPE_PEOPLE_LIST, NULL);
  /* Nobody is merged with themselves. */
  ff_test_until (ff_test_find (people, GTK_TYPE_LABEL, "Sam") != NULL);
  g_assert_null (ff_test_find (people, GTK_TYPE_LABEL, "Robin"));
  g_signal_emit_by_name (ff_test_find (people, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  ff_test_until (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "Robin") != NULL);
  ff_test_until ((second = ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "Sam")) != NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (second)), ==,
                   "1 check-in · 17 November 2026");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (ff_test_find (second, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  g_signal_emit_by_name (ff_test_find (dialog, GTK_TYPE_BUTTON, "_Merge"), "clicked");
  ff_test_until (g_str_equal (fixture->heard->str, "gone Sam; "));
  ff_test_people_until_state (fixture, "gone");
  g_assert_null (dup_alias_of (fixture, "Robin"));
  undo (fixture);
  ff_test_until ((gone = dup_alias_of (fixture, "Robin")) != NULL);
}

static void
test_consent (FfTestPeople *fixture, gconstpointer data)
{
  g_autoptr (FfParticipant) participant = NULL;
  GtkWidget *dialog, *view, *row;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.consent", NULL);
  dialog = find_dialog (fixture, FF_TYPE_CONSENT_DIALOG);
  view = ff_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "What they agreed to");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Notes for a year",
                            -1);
  g_signal_emit_by_name (ff_test_find (dialog, GTK_TYPE_CALENDAR, NULL), "day-selected");
  ff_test_until (ff_test_find (dialog, GTK_TYPE_LABEL, "Saved") != NULL);
  participant = ff_participant_repository_get (fixture->shell.store, "Robin", NULL);
  g_assert_cmpstr (ff_participant_get_consent (participant), ==, "Notes for a year");
  g_assert_cmpstr (ff_participant_get_consent_date (participant), ==, "2026-11-24");
  adw_dialog_close (ADW_DIALOG (dialog));
  row = ff_test_people_find (fixture, ADW_TYPE_ACTION_ROW, "Notes for a year");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "24 November 2026");
}

/* What was typed a moment before is not lost; what cannot be saved is shown again. */
static void
test_consent_kept (FfTestPeople *fixture, gconstpointer data)
{
  GtkWidget *dialog, *view;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.consent", NULL);
  dialog = find_dialog (fixture, FF_TYPE_CONSENT_DIALOG);
  view = ff_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Agreed", -1);
  adw_dialog_close (ADW_DIALOG (dialog));
  ff_test_people_find (fixture, ADW_TYPE_ACTION_ROW, "Agreed");

  gtk_widget_activate_action (fixture->page, "person.consent", NULL);
  dialog = find_dialog (fixture, FF_TYPE_CONSENT_DIALOG);
  ff_test_people_close_store (fixture);
  view = ff_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Not any more", -1);
  adw_dialog_close (ADW_DIALOG (dialog));
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_LABEL, "Not saved") != NULL);
  adw_dialog_force_close (find_dialog (fixture, FF_TYPE_CONSENT_DIALOG));
}

static void
answer (FfTestPeople *fixture, const char *response)
{
  gpointer dialog = find_dialog (fixture, ADW_TYPE_ALERT_DIALOG);

  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != dialog);
}

static void
test_forget (FfTestPeople *fixture, gconstpointer data)
{
  GtkWidget *dialog, *check;
  const char *body;
  g_autofree char *alias = NULL;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.forget", NULL);
  dialog = find_dialog (fixture, ADW_TYPE_ALERT_DIALOG);
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Forget “Robin”?");
  body = adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (body, "2 check-ins and 2 plan items"));
  check = ff_test_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Delete the backups in the folder too, and make a new one");
  g_assert_cmpint (adw_alert_dialog_get_response_appearance (ADW_ALERT_DIALOG (dialog), "forget"),
                   ==, ADW_RESPONSE_DESTRUCTIVE);
  answer (fixture, "cancel");
  alias = dup_alias_of (fixture, "Robin");
  g_assert_cmpstr (alias, ==, "Robin");

  gtk_widget_activate_action (fixture->page, "person.forget", NULL);
  answer (fixture, "forget");
  ff_test_until (g_str_equal (fixture->heard->str, "gone -; "));
  ff_test_people_until_state (fixture, "gone");
  g_assert_null (dup_alias_of (fixture, "Robin"));
  ff_test_until (
      ff_test_find (fixture->window, GTK_TYPE_LABEL, "Forgotten. Only the counts stay."));
}

/* What could not be forgotten is still there, and can be asked for again. */
static void
test_forget_fails (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.forget", NULL);
  find_dialog (fixture, ADW_TYPE_ALERT_DIALOG);
  ff_test_people_close_store (fixture);
  answer (fixture, "forget");
  ff_test_people_until_state (fixture, "person");
  g_assert_cmpuint (fixture->heard->len, ==, 0);
}

/* --- Files --- */

static gpointer
find_chooser (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), g_type_from_name ("GtkFileChooserDialog"))
          && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
test_export (FfTestPeople *fixture, gconstpointer form)
{
  const char *ending = form;
  g_autofree char *name = g_strconcat ("Check-ins and plans.", ending, NULL);
  g_autofree char *path = g_build_filename (fixture->shell.folder, name, NULL);
  g_autofree char *contents = NULL;
  gpointer chooser;
  GtkWidget *entry;
  gsize length;

  ff_test_people_add (fixture);
  ff_test_people_open_person (fixture, "Robin");
  gtk_widget_activate_action (fixture->page, "person.export", NULL);
  g_assert_nonnull (
      strstr (adw_alert_dialog_get_body (find_dialog (fixture, ADW_TYPE_ALERT_DIALOG)),
              "whoever has the file can read it"));
  answer (fixture, ending);
  ff_test_until ((chooser = find_chooser ()) != NULL);
  ff_test_until ((entry = ff_test_find (chooser, GTK_TYPE_ENTRY, NULL)) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, name);
  gtk_editable_set_text (GTK_EDITABLE (entry), path);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  ff_test_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  if (g_str_equal (ending, "json"))
    {
      g_assert_nonnull (strstr (contents, "A hard week"));
      g_assert_null (strstr (contents, "Looking around"));
    }
  else
    {
      g_assert_true (g_str_has_prefix (contents, "%PDF"));
    }
  ff_test_until (ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Open"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, test, data)                                                                      \
  g_test_add ("/person-dialogs/" path, FfTestPeople, data, ff_test_people_set_up, test,            \
              ff_test_people_tear_down)

  ADD ("rename", test_rename, NULL);
  ADD ("rename-refused", test_rename_refused, NULL);
  ADD ("merge", test_merge, NULL);
  ADD ("consent", test_consent, NULL);
  ADD ("consent-kept", test_consent_kept, NULL);
  ADD ("forget", test_forget, NULL);
  ADD ("forget-fails", test_forget_fails, NULL);
  ADD ("export-pdf", test_export, "pdf");
  ADD ("export-json", test_export, "json");

  return g_test_run ();
}
