/* test-window.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: welcome, views, groups, a sample, and the actions.
 */

#include "ff-config.h"

#include "ff-date-time-row.h"
#include "ff-group-form.h"
#include "ff-meeting-repository.h"
#include "ff-passphrase.h"
#include "ff-person-page.h"
#include "ff-programme-row.h"
#include "ff-search-panel.h"
#include "ff-session-repository.h"
#include "ff-test-shell.h"
#include "ff-views.h"
#include "ff-welcome.h"
#include "ff-window.h"

typedef struct
{
  FfTestShell shell;
  GtkWidget *window;
} Fixture;

/* One a process, as always. */
static AdwApplication *application;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->window = ff_window_new (application, ff_context_get_settings (fixture->shell.context));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  /* An open dialog would be closed instead. */
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ff_test_until (fixture->window == NULL);
  ff_test_shell_tear_down (&fixture->shell);
}

static void
show (Fixture *fixture)
{
  ff_window_set_context (FF_WINDOW (fixture->window), fixture->shell.context);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  return ff_test_find (fixture->window, type, label);
}

static guint
count_groups (Fixture *fixture)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (fixture->shell.store, NULL);

  return groups->len;
}

static void
test_spinner (Fixture *fixture, gconstpointer data)
{
  GtkWidget *spinner = find (fixture, ADW_TYPE_SPINNER, NULL);

  ff_test_until (ff_test_is_shown (spinner));
  gtk_test_accessible_assert_property (spinner, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Opening your groups");
}

static void
assert_passphrase_recommended (Fixture *fixture)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  if (!ff_passphrase_is_supported ())
    {
      g_assert_null (dialog);
      return;
    }
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Protect Your Notes?");
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  g_assert_cmpstr (adw_alert_dialog_get_close_response (ADW_ALERT_DIALOG (dialog)), ==, "later");
}

/* Under it, the group is there already. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  GtkWidget *start, *name;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  FfMeeting *meeting;
  FfWallTime tonight = { 2026, 11, 24, 19, 0 };

  show (fixture);
  start = find (fixture, GTK_TYPE_BUTTON, "_Start");
  name = find (fixture, ADW_TYPE_ENTRY_ROW, "Group Name");
  ff_test_until (ff_test_is_shown (start));
  g_assert_false (gtk_widget_is_sensitive (start));

  gtk_editable_set_text (GTK_EDITABLE (name), "Tuesday Group");
  g_assert_true (gtk_widget_is_sensitive (start));
  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  g_assert_false (gtk_widget_is_sensitive (start));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Give the group a name."));
  gtk_editable_set_text (GTK_EDITABLE (name), "Tuesday Group");
  ff_programme_row_set_programme (FF_PROGRAMME_ROW (find (fixture, FF_TYPE_PROGRAMME_ROW, NULL)),
                                  "twelve-step");

  g_signal_emit_by_name (start, "clicked");
  ff_test_until (find (fixture, FF_TYPE_VIEWS, NULL) != NULL);
  ff_test_until (find (fixture, FF_TYPE_WELCOME, NULL) == NULL);
  assert_passphrase_recommended (fixture);

  groups = ff_group_repository_list (fixture->shell.store, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpstr (ff_group_get_name (g_ptr_array_index (groups, 0)), ==, "Tuesday Group");
  g_assert_cmpstr (ff_group_get_programme (g_ptr_array_index (groups, 0)), ==, "twelve-step");

  meetings = ff_meeting_repository_list (fixture->shell.store, NULL, NULL);
  g_assert_cmpuint (meetings->len, ==, 1);
  meeting = g_ptr_array_index (meetings, 0);
  g_assert_cmpint (ff_wall_time_compare (ff_meeting_get_start (meeting), &tonight), ==, 0);
  g_assert_cmpuint (ff_meeting_get_minutes (meeting), ==, 60);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
test_welcome_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *date, *time;

  show (fixture);
  date = ff_test_find (find (fixture, FF_TYPE_DATE_TIME_ROW, NULL), GTK_TYPE_MENU_BUTTON, NULL);
  time = ff_test_find (find (fixture, FF_TYPE_DATE_TIME_ROW, NULL), GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_property (time, GTK_ACCESSIBLE_PROPERTY_LABEL, "Time");
  gtk_test_accessible_assert_property (date, GTK_ACCESSIBLE_PROPERTY_LABEL, "Date: Tue 24 Nov");
  /* On a new computer the way to what was kept from the old one is in sight. */
  g_assert_true (ff_test_is_shown (find (fixture, GTK_TYPE_BUTTON, "I Have a _Backup…")));
  g_assert_cmpstr (gtk_actionable_get_action_name (
                       GTK_ACTIONABLE (find (fixture, GTK_TYPE_BUTTON, "I Have a _Backup…"))),
                   ==, "win.restore-file");
}

/* The made-up group says so, and goes when the person begins with their own. */
static void
test_sample (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Sample Group", TRUE);
  GtkWidget *banner;

  show (fixture);
  banner = find (fixture, ADW_TYPE_BANNER, "What you see is made up, to look around.");
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));

  gtk_widget_activate_action (fixture->window, "win.remove-sample", NULL);
  ff_test_until (find (fixture, FF_TYPE_WELCOME, NULL) != NULL);
  g_assert_cmpuint (count_groups (fixture), ==, 0);
  ff_test_until (find (fixture, FF_TYPE_VIEWS, NULL) == NULL);
}

static gboolean
has_focus (Fixture *fixture, AdwNavigationPage *page)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page));
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  const char *views[] = { "today", "schedule", "check-ins", "handouts" };
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  AdwNavigationSplitView *split_view;

  show (fixture);
  split_view = ADW_NAVIGATION_SPLIT_VIEW (find (fixture, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL));
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (find (fixture, ADW_TYPE_BANNER, NULL))));

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwNavigationPage *page;
      g_autoptr (FfGroup) shown = NULL;

      g_assert_true (gtk_widget_activate_action (fixture->window, "win.show-view", "s", views[i]));
      page = adw_navigation_split_view_get_content (split_view);
      g_assert_nonnull (page);
      g_object_get (page, "group", &shown, NULL);
      g_assert_cmpstr (ff_group_get_uid (shown), ==, ff_group_get_uid (group));
      g_assert_cmpstr (adw_navigation_page_get_title (page), !=, "");
      /* Who came by the keyboard goes on there. */
      ff_test_until (has_focus (fixture, page));
    }
}

static void
test_group_switcher (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) first = ff_test_add_group (&fixture->shell, "A Group", FALSE);
  g_autoptr (FfGroup) second = NULL;
  g_autofree char *remembered = NULL;
  GtkDropDown *switcher;
  FfViews *views;

  show (fixture);
  views = FF_VIEWS (find (fixture, FF_TYPE_VIEWS, NULL));
  switcher = GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN, NULL));

  /* One group is simply the one; nothing to switch. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (switcher)));
  g_assert_true (ff_views_get_group (views) != NULL);

  second = ff_test_add_group (&fixture->shell, "B Group", FALSE);
  ff_test_until (gtk_widget_get_visible (GTK_WIDGET (switcher)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (switcher)), ==, 3);
  gtk_test_accessible_assert_property (switcher, GTK_ACCESSIBLE_PROPERTY_LABEL, "Group");

  gtk_drop_down_set_selected (switcher, 2);
  g_assert_cmpstr (ff_group_get_name (ff_views_get_group (views)), ==, "B Group");
  remembered = g_settings_get_string (ff_context_get_settings (fixture->shell.context), "group");
  g_assert_cmpstr (remembered, ==, ff_group_get_uid (second));

  gtk_drop_down_set_selected (switcher, 0);
  g_assert_null (ff_views_get_group (views));
}

/* A change to the chosen group reaches the pages; one to another group does not move the choice. */
static void
test_group_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) first = ff_test_add_group (&fixture->shell, "M Group", FALSE);
  g_autoptr (FfGroup) second = NULL;
  g_autoptr (FfGroup) third = NULL;
  FfViews *views;
  gboolean is_saved = FALSE;

  show (fixture);
  views = FF_VIEWS (find (fixture, FF_TYPE_VIEWS, NULL));
  ff_views_set_group (views, ff_group_get_uid (first));

  second = ff_test_add_group (&fixture->shell, "A Group", FALSE);
  third = ff_test_add_group (&fixture->shell, "Z Group", FALSE);
  ff_test_settle ();
  g_assert_cmpstr (ff_group_get_name (ff_views_get_group (views)), ==, "M Group");

  ff_group_set_name (first, "Y Group");
  ff_group_repository_save_async (fixture->shell.store, first, NULL, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
  ff_test_settle ();
  g_assert_cmpstr (ff_group_get_name (ff_views_get_group (views)), ==, "Y Group");
}

static void
test_many_groups (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *switcher;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %02u", i);
      g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, name, FALSE);
    }
  show (fixture);
  switcher = GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_true (gtk_drop_down_get_enable_search (switcher));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (switcher)), ==, 13);
  g_assert_null (ff_views_get_group (FF_VIEWS (find (fixture, FF_TYPE_VIEWS, NULL))));
}

static void
test_edit_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  AdwDialog *dialog;
  GtkWidget *name, *save;
  g_autoptr (FfGroup) saved = NULL;

  show (fixture);
  gtk_widget_activate_action (fixture->window, "win.edit-group", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  name = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Group Name");
  save = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Tuesday Group");
  g_assert_true (gtk_widget_is_sensitive (save));
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_test_accessible_assert_role (save, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (dialog, GTK_ACCESSIBLE_PROPERTY_LABEL, "Edit Group");

  gtk_editable_set_text (GTK_EDITABLE (name), "");
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (name), "Wednesday Group");
  g_signal_emit_by_name (save, "clicked");
  ff_test_until (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);

  saved = ff_group_repository_get (fixture->shell.store, ff_group_get_uid (group), NULL);
  g_assert_cmpstr (ff_group_get_name (saved), ==, "Wednesday Group");
  g_assert_cmpstr (ff_group_get_zone (saved), ==, "America/Vancouver");
  g_assert_cmpstr (ff_group_get_programme (saved), ==, "four-points");
}

/* How long notes are kept is chosen where the rest of the group is. */
static void
test_keep_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_autoptr (FfGroup) saved = NULL;
  GtkWidget *dialog, *choice, *months;

  show (fixture);
  gtk_widget_activate_action (fixture->window, "win.edit-group", NULL);
  dialog = GTK_WIDGET (get_dialog (fixture));
  choice = ff_test_find (dialog, ADW_TYPE_COMBO_ROW, "Keep Check-in Notes");
  months = ff_test_find (dialog, ADW_TYPE_SPIN_ROW, "Months to Keep Them");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 0);
  g_assert_false (gtk_widget_get_visible (months));
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 5);
  g_assert_true (gtk_widget_get_visible (months));
  adw_spin_row_set_value (ADW_SPIN_ROW (months), 18);
  g_signal_emit_by_name (ff_test_find (dialog, GTK_TYPE_BUTTON, "_Save"), "clicked");
  ff_test_until (get_dialog (fixture) == NULL);
  saved = ff_group_repository_get (fixture->shell.store, ff_group_get_uid (group), NULL);
  g_assert_cmpuint (ff_group_get_keep_months (saved), ==, 18);

  ff_test_settle ();
  gtk_widget_activate_action (fixture->window, "win.edit-group", NULL);
  dialog = GTK_WIDGET (get_dialog (fixture));
  choice = ff_test_find (dialog, ADW_TYPE_COMBO_ROW, "Keep Check-in Notes");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 5);
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 0);
  g_signal_emit_by_name (ff_test_find (dialog, GTK_TYPE_BUTTON, "_Save"), "clicked");
  ff_test_until (get_dialog (fixture) == NULL);
  g_clear_object (&saved);
  saved = ff_group_repository_get (fixture->shell.store, ff_group_get_uid (group), NULL);
  g_assert_cmpuint (ff_group_get_keep_months (saved), ==, 0);
}

static void
test_add_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  AdwDialog *dialog;
  FfViews *views;

  show (fixture);
  views = FF_VIEWS (find (fixture, FF_TYPE_VIEWS, NULL));
  gtk_widget_activate_action (fixture->window, "win.add-group", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (
                             ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "Group Name")),
                         "Another Group");
  g_assert_false (gtk_widget_get_mapped (
      ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, "_Delete Group")));
  g_signal_emit_by_name (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Add"), "clicked");

  ff_test_until (count_groups (fixture) == 2);
  ff_test_until (ff_views_get_group (views) != NULL
                 && g_str_equal (ff_group_get_name (ff_views_get_group (views)), "Another Group"));
}

/* Gone at once, and the last group gone, people are welcomed again; Undo brings all of it back. */
static void
test_delete_group (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
  const char *uid = ff_group_get_uid (group);
  g_autoptr (FfMeeting) meeting = ff_meeting_new (NULL);
  g_autoptr (GPtrArray) meetings = NULL;
  gboolean is_saved = FALSE;
  GtkWidget *undo;
  AdwDialog *dialog;

  ff_meeting_set_start (meeting, &(FfWallTime) { 2026, 11, 24, 19, 0 });
  ff_meeting_set_minutes (meeting, 60);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (fixture->shell.store, group, meeting, ff_test_saved_cb,
                                  &is_saved);
  ff_test_until (is_saved);
  show (fixture);
  gtk_widget_activate_action (fixture->window, "win.edit-group", NULL);
  dialog = adw_application_window_get_visible_dialog (window);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_emit_by_name (ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, "_Delete Group"),
                         "activated");
  ff_test_until (count_groups (fixture) == 0);
  ff_test_until (find (fixture, FF_TYPE_WELCOME, NULL) != NULL);
  ff_test_until (dialog == NULL);

  ff_test_until ((undo = find (fixture, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (count_groups (fixture) == 1);
  meetings = ff_meeting_repository_list (fixture->shell.store, uid, NULL);
  g_assert_cmpuint (meetings->len, ==, 1);
}

/* Every dialog says what it is to people who do not see it. */
static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  const char *const dialogs[][2] = {
    { "win.own-words", "Words of Your Own" },
    { "win.backups", "Backups" },
    { "win.retention", "Remove Old Notes" },
  };

  show (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog;

      gtk_widget_activate_action (fixture->window, dialogs[i][0], NULL);
      dialog = get_dialog (fixture);
      g_assert_nonnull (dialog);
      gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_DIALOG);
      gtk_test_accessible_assert_property (dialog, GTK_ACCESSIBLE_PROPERTY_LABEL, dialogs[i][1]);
      adw_dialog_force_close (dialog);
      ff_test_until (get_dialog (fixture) == NULL);
    }
}

/* From anywhere, to the line for words to look for. */
static void
test_search_notes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);

  show (fixture);
  g_assert_null (find (fixture, FF_TYPE_SEARCH_PANEL, NULL));
  gtk_widget_activate_action (fixture->window, "win.search-notes", NULL);
  g_assert_cmpstr (ff_views_get_shown (FF_VIEWS (find (fixture, FF_TYPE_VIEWS, NULL))), ==,
                   "check-ins");
  ff_test_until (find (fixture, FF_TYPE_SEARCH_PANEL, NULL) != NULL
                 && gtk_root_get_focus (GTK_ROOT (fixture->window)) != NULL
                 && gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                            find (fixture, FF_TYPE_SEARCH_PANEL, NULL)));
}

static void
test_show_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_autoptr (FfSession) session = ff_session_new (NULL);
  g_autoptr (FfParticipant) participant = ff_participant_new (NULL);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (NULL);
  const FfWallTime start = { 2026, 11, 17, 19, 0 };
  gboolean is_saved = FALSE;
  GtkWidget *page;

  ff_session_set_group (session, ff_group_get_uid (group));
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  ff_participant_set_group (participant, ff_group_get_uid (group));
  ff_participant_set_alias (participant, "Sam");
  ff_check_in_set_session (check_in, ff_session_get_uid (session));
  ff_check_in_set_participant (check_in, ff_participant_get_uid (participant));
  ff_session_repository_save_check_in_async (fixture->shell.store, check_in, session, participant,
                                             ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);

  show (fixture);
  gtk_widget_activate_action (fixture->window, "win.show-person", "s",
                              ff_participant_get_uid (participant));
  ff_test_until ((page = find (fixture, FF_TYPE_PERSON_PAGE, NULL)) != NULL
                 && gtk_widget_get_mapped (page));
  g_assert_cmpstr (ff_person_page_get_participant (FF_PERSON_PAGE (page)), ==,
                   ff_participant_get_uid (participant));
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  show (fixture);
  gtk_widget_activate_action (fixture->window, "win.shortcuts", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Schedule"));
  g_assert_nonnull (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Ctrl"));
  adw_dialog_force_close (dialog);
}

#define ADD(path, function) g_test_add ("/window/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = adw_application_new ("io.github.fourfold_app.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  ADD ("spinner", test_spinner);
  ADD ("start", test_start);
  ADD ("welcome-accessible", test_welcome_accessible);
  ADD ("sample", test_sample);
  ADD ("views", test_views);
  ADD ("group-switcher", test_group_switcher);
  ADD ("group-changes", test_group_changes);
  ADD ("many-groups", test_many_groups);
  ADD ("edit-group", test_edit_group);
  ADD ("keep-months", test_keep_months);
  ADD ("add-group", test_add_group);
  ADD ("delete-group", test_delete_group);
  ADD ("dialogs", test_dialogs);
  ADD ("search-notes", test_search_notes);
  ADD ("show-person", test_show_person);
  ADD ("shortcuts", test_shortcuts);

  return g_test_run ();
}
