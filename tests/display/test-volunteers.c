/* test-volunteers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of volunteers, the page of one of them, what is to be seen to, and the dialogs in which they are changed.
 */

#include "ff-config.h"

#include "ff-needs-dialog.h"
#include "ff-roles-dialog.h"
#include "ff-roster-repository.h"
#include "ff-store-private.h"
#include "ff-test-rota.h"
#include "ff-training-list.h"
#include "ff-volunteer-dialog.h"
#include "ff-volunteer-list.h"
#include "ff-volunteer-merge-dialog.h"
#include "ff-volunteer-page.h"

static void
add_volunteer (FfTestPage *f, const char *uid, const char *name)
{
  ff_test_rota_add_volunteer (f, uid, name, "name@example.org");
}

static void
on_chosen (GtkWidget *list, const char *uid, GString *heard)
{
  g_string_append (heard, uid);
}

/* Waits until there is a label @text below @widget. */
static GtkWidget *
wait_for (GtkWidget *widget, GType type, const char *property, const char *text)
{
  GtkWidget *found = NULL;

  for (guint i = 0; i < 100 && found == NULL; i++)
    {
      ff_test_page_run (20);
      found = ff_test_find (widget, type, property, text);
    }
  g_assert_nonnull (found);
  return found;
}

/* (nullable) */
static GtkWidget *
find_row (GtkWidget *widget, const char *name)
{
  return ff_test_find (widget, GTK_TYPE_INSCRIPTION, "text", name);
}

static void
wait_for_row (GtkWidget *widget, const char *name)
{
  for (guint i = 0; i < 100 && find_row (widget, name) == NULL; i++)
    ff_test_page_run (20);
  g_assert_nonnull (find_row (widget, name));
}

static void
test_list (FfTestPage *f, gconstpointer data)
{
  GtkWidget *list = ff_volunteer_list_new (f->context);
  g_autoptr (GString) heard = g_string_new (NULL);
  GtkWidget *entry;

  ff_test_page_present (f, list);
  wait_for (list, ADW_TYPE_STATUS_PAGE, "title", "No Volunteers Yet");
  add_volunteer (f, "robin", "Robin");
  add_volunteer (f, "kim", "Kim");
  wait_for_row (list, "Kim");
  wait_for_row (list, "Robin");
  entry = wait_for (list, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Find a volunteer by name, email or telephone");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  wait_for (list, ADW_TYPE_STATUS_PAGE, "title", "Nobody Found");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ROB");
  /* What is typed is searched for a moment later. */
  ff_test_page_run (400);
  wait_for_row (list, "Robin");
  g_assert_null (find_row (list, "Kim"));
  g_signal_connect (list, "chosen", G_CALLBACK (on_chosen), heard);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (heard->str, ==, "robin");
}

/* The list, its search and its filters, with letters twice as large on a telephone. */
static void
test_large_text (FfTestPage *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *list = ff_volunteer_list_new (f->context);
  int usual, least;

  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  add_volunteer (f, "robin", "Robin of the Very Long Name");
  ff_test_page_present (f, list);
  wait_for_row (list, "Robin of the Very Long Name");
  gtk_widget_measure (list, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
}

/* More than are begun with: the rest follows frame by frame. */
static void
test_long_list (FfTestPage *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  GtkWidget *list = ff_volunteer_list_new (f->context);
  GListModel *shown = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Robin %03u", i);
      g_autoptr (FfVolunteer) volunteer = ff_volunteer_new (NULL);

      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
      ff_roster_edit_save_volunteer (edit, volunteer);
    }
  ff_test_rota_apply (f, edit);
  ff_test_page_present (f, list);
  shown = G_LIST_MODEL (
      gtk_list_view_get_model (GTK_LIST_VIEW (wait_for (list, GTK_TYPE_LIST_VIEW, NULL, NULL))));
  for (guint i = 0; i < 100 && g_list_model_get_n_items (shown) < 300; i++)
    ff_test_page_run (20);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 300);
}

static void
test_training (FfTestPage *f, gconstpointer data)
{
  GtkWidget *list;

  add_volunteer (f, "robin", "Robin");
  list = ff_training_list_new (f->context);
  ff_test_page_present (f, list);
  wait_for (list, ADW_TYPE_STATUS_PAGE, "title", "Nothing to See To");
  ff_test_rota_require_training (f);
  wait_for (list, GTK_TYPE_LABEL, "label", "Never Done");
  wait_for (list, GTK_TYPE_INSCRIPTION, "text", "First training · not done yet");
  g_assert_cmpuint (ff_training_list_get_n_lapsed (FF_TRAINING_LIST (list)), ==, 1);
}

static void
on_gone (GtkWidget *page, const char *instead, GString *heard)
{
  g_string_append_printf (heard, "gone %s", instead != NULL ? instead : "-");
}

static void
test_page (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  GtkWidget *page;
  FfRosterEdit *edit;

  add_volunteer (f, "robin", "Robin");
  add_volunteer (f, "kim", "Kim");
  page = GTK_WIDGET (ff_volunteer_page_new (f->context, "robin"));
  ff_test_page_present (f, page);
  wait_for (page, GTK_TYPE_LABEL, "label", "Robin");
  wait_for (page, ADW_TYPE_ACTION_ROW, "subtitle", "\u2066name@example.org\u2069");
  wait_for (page, ADW_TYPE_ACTION_ROW, "title", "At Any Time");
  g_signal_connect (page, "gone", G_CALLBACK (on_gone), heard);
  edit = ff_roster_edit_new ();
  ff_roster_edit_merge_volunteers (edit, "kim", "robin");
  ff_test_rota_apply (f, edit);
  wait_for (page, ADW_TYPE_STATUS_PAGE, "title", "Nobody Is Kept Here Any More");
  g_assert_cmpstr (heard->str, ==, "gone -");
}

static void
on_saved (FfVolunteerDialog *dialog, const char *uid, char **saved)
{
  *saved = g_strdup (uid);
}

static void
test_dialog (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = ff_volunteer_dialog_new (f->context, NULL, NULL);
  GtkWidget *bin = adw_bin_new ();
  g_autofree char *saved = NULL;
  g_autoptr (FfVolunteer) volunteer = NULL;
  GtkWidget *add;

  ff_test_page_present (f, bin);
  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved), &saved);
  adw_dialog_present (dialog, bin);
  add = wait_for (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Add");
  g_assert_false (gtk_widget_get_sensitive (add));
  g_object_set (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)), "name", "Robin", NULL);
  g_assert_true (gtk_widget_get_sensitive (add));
  ff_volunteer_dialog_add_absence (FF_VOLUNTEER_DIALOG (dialog));
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "title", "24 November 2026");
  /* The first field gets the focus; a click takes it away again. */
  ff_test_page_run (300);
  gtk_widget_grab_focus (add);
  g_signal_emit_by_name (add, "clicked");
  for (guint i = 0; i < 100 && saved == NULL; i++)
    ff_test_page_run (20);
  g_assert_nonnull (saved);
  volunteer = ff_roster_repository_get_volunteer (f->store, saved, NULL);
  g_assert_cmpstr (ff_volunteer_get_name (volunteer), ==, "Robin");
  g_assert_cmpuint (ff_volunteer_get_absences (volunteer)->len, ==, 1);
  g_assert_cmpstr (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE), !=, "");
}

static void
click (GtkWidget *widget, const char *label)
{
  GtkWidget *button = wait_for (widget, GTK_TYPE_BUTTON, "label", label);

  /* As a click does. */
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_kept (FfTestPage *f, const char *uid, const char *name)
{
  g_autoptr (FfVolunteer) volunteer = ff_roster_repository_get_volunteer (f->store, uid, NULL);

  g_assert_cmpstr (volunteer != NULL ? ff_volunteer_get_name (volunteer) : NULL, ==, name);
}

/* Robin has had a duty, and has one to come. */
static void
add_duties (FfTestPage *f)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "ladner", "Ladner & Delta");
  const FfWallTime dates[] = { { 2026, 11, 17, 19, 0 }, { 2026, 12, 1, 19, 0 } };

  ff_test_page_add_meeting (f, "tuesdays", "ladner", dates[0], "FREQ=WEEKLY");
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (FfAssignment) assignment = ff_assignment_new (NULL);
      FfRosterEdit *edit = ff_roster_edit_new ();

      ff_assignment_set_place (assignment, "tuesdays", &dates[i], FF_ROLE_UID_FACILITATOR, 0);
      ff_assignment_set_volunteer (assignment, "robin");
      ff_assignment_set_status (assignment, FF_DUTY_CONFIRMED);
      ff_roster_edit_save_assignment (edit, assignment);
      ff_test_rota_apply (f, edit);
    }
}

static void
test_duties (FfTestPage *f, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *group;

  add_volunteer (f, "robin", "Robin");
  add_duties (f);
  page = GTK_WIDGET (ff_volunteer_page_new (f->context, "robin"));
  ff_test_page_present (f, page);
  group = wait_for (page, ADW_TYPE_PREFERENCES_GROUP, "title", "Duties to Come");
  wait_for (group, ADW_TYPE_ACTION_ROW, "subtitle", "Ladner & Delta · Facilitator · Confirmed");
  group = wait_for (page, ADW_TYPE_PREFERENCES_GROUP, "title", "Last Duties");
  wait_for (group, ADW_TYPE_ACTION_ROW, "subtitle", "Ladner & Delta · Facilitator · Confirmed");
  ff_test_delete_meeting (f->store, "tuesdays");
  for (guint i = 0;
       i < 100 && ff_test_find (page, ADW_TYPE_PREFERENCES_GROUP, "title", "Last Duties"); i++)
    ff_test_page_run (20);
  g_assert_null (ff_test_find (page, ADW_TYPE_PREFERENCES_GROUP, "title", "Last Duties"));
}

static void
test_erase (FfTestPage *f, gconstpointer data)
{
  GtkWidget *page;
  AdwDialog *question;

  add_volunteer (f, "robin", "Robin");
  page = GTK_WIDGET (ff_volunteer_page_new (f->context, "robin"));
  ff_test_page_present (f, page);
  gtk_widget_activate_action (page, "volunteer.erase", NULL);
  wait_for (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "label", "Erase “Robin”?");
  click (GTK_WIDGET (f->window), "_Cancel");
  ff_test_page_wait_written (f);
  assert_kept (f, "robin", "Robin");
  gtk_widget_activate_action (page, "volunteer.erase", NULL);
  question = adw_window_get_visible_dialog (f->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  click (GTK_WIDGET (question), "_Erase");
  wait_for (page, ADW_TYPE_STATUS_PAGE, "title", "Nobody Is Kept Here Any More");
  ff_test_page_wait_written (f);
  assert_kept (f, "robin", NULL);
}

static void
test_merge (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (FfVolunteer) robin = NULL;
  GtkWidget *bin = adw_bin_new ();
  AdwDialog *dialog;

  add_volunteer (f, "robin", "Robin");
  add_volunteer (f, "rob", "Rob");
  robin = ff_roster_repository_get_volunteer (f->store, "robin", NULL);
  dialog = ff_volunteer_merge_dialog_new (f->context, robin);
  g_signal_connect (dialog, "merged", G_CALLBACK (on_chosen), heard);
  ff_test_page_present (f, bin);
  adw_dialog_present (dialog, bin);
  wait_for_row (GTK_WIDGET (dialog), "Rob");
  g_assert_null (find_row (GTK_WIDGET (dialog), "Robin"));
  ff_volunteer_merge_dialog_choose (FF_VOLUNTEER_MERGE_DIALOG (dialog), "rob");
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "title", "Robin");
  click (GTK_WIDGET (dialog), "_Merge");
  for (guint i = 0; i < 100 && heard->len == 0; i++)
    ff_test_page_run (20);
  g_assert_cmpstr (heard->str, ==, "robin");
  assert_kept (f, "rob", NULL);
  click (GTK_WIDGET (f->window), "_Undo");
  ff_test_page_wait_written (f);
  assert_kept (f, "rob", "Rob");
}

static void
test_edit_undone (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfVolunteer) robin = NULL;
  g_autofree char *saved = NULL;
  GtkWidget *bin = adw_bin_new ();
  AdwDialog *dialog;

  add_volunteer (f, "robin", "Robin");
  robin = ff_roster_repository_get_volunteer (f->store, "robin", NULL);
  dialog = ff_volunteer_dialog_new (f->context, robin, NULL);
  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved), &saved);
  ff_test_page_present (f, bin);
  adw_dialog_present (dialog, bin);
  wait_for (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Save");
  g_object_set (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)), "name", "Robyn", NULL);
  click (GTK_WIDGET (dialog), "_Save");
  for (guint i = 0; i < 100 && saved == NULL; i++)
    ff_test_page_run (20);
  g_assert_cmpstr (saved, ==, "robin");
  assert_kept (f, "robin", "Robyn");
  click (GTK_WIDGET (f->window), "_Undo");
  ff_test_page_wait_written (f);
  assert_kept (f, "robin", "Robin");
}

/* The question whether to discard, over the dialog (nullable) */
static GtkWidget *
find_question (FfTestPage *f)
{
  AdwDialog *top = adw_window_get_visible_dialog (f->window);

  return ADW_IS_ALERT_DIALOG (top) ? GTK_WIDGET (top) : NULL;
}

static void
answer (FfTestPage *f, const char *label)
{
  g_assert_nonnull (find_question (f));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (find_question (f))), ==,
                   "Discard Changes?");
  click (find_question (f), label);
  for (guint i = 0; i < 100 && find_question (f) != NULL; i++)
    ff_test_page_run (20);
}

/* Robin's dialog, to be closed again. */
static AdwDialog *
open_robin (FfTestPage *f, GtkWidget *parent)
{
  g_autoptr (FfVolunteer) robin = ff_roster_repository_get_volunteer (f->store, "robin", NULL);
  AdwDialog *dialog = ff_volunteer_dialog_new (f->context, robin, NULL);

  adw_dialog_present (dialog, parent);
  wait_for (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Save");
  return dialog;
}

static void
wait_for_close (FfTestPage *f)
{
  for (guint i = 0; i < 100 && adw_window_get_visible_dialog (f->window) != NULL; i++)
    ff_test_page_run (20);
  g_assert_null (adw_window_get_visible_dialog (f->window));
}

/* Closing asks before anything that was filled in is lost, on whatever page, and only then. */
static void
test_discard (FfTestPage *f, gconstpointer data)
{
  GtkWidget *bin = adw_bin_new ();
  AdwDialog *dialog;
  FfVolunteerForm *form;

  add_volunteer (f, "robin", "Robin");
  ff_test_page_present (f, bin);
  adw_dialog_close (open_robin (f, bin));
  g_assert_null (find_question (f));
  wait_for_close (f);

  dialog = open_robin (f, bin);
  form = ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog));
  g_object_set (form, "notes", "Drives the bus", NULL);
  adw_dialog_close (dialog);
  answer (f, "_Keep Editing");
  g_assert_true (adw_window_get_visible_dialog (f->window) == dialog);
  g_object_set (form, "notes", "", NULL);
  adw_dialog_close (dialog);
  g_assert_null (find_question (f));
  wait_for_close (f);

  dialog = open_robin (f, bin);
  ff_volunteer_form_set_has (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)),
                             FF_VOLUNTEER_ROLES, FF_ROLE_UID_HOST, TRUE);
  adw_dialog_close (dialog);
  answer (f, "_Keep Editing");
  adw_dialog_force_close (dialog);
  wait_for_close (f);

  dialog = open_robin (f, bin);
  ff_volunteer_form_add_line (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)),
                              FF_LINE_HOURS);
  adw_dialog_close (dialog);
  answer (f, "_Discard");
  wait_for_close (f);
  ff_test_page_wait_written (f);
  assert_kept (f, "robin", "Robin");
}

/* What Ctrl+Enter does, which a test cannot press. */
static void
press_save_key (AdwDialog *dialog)
{
  GtkWidget *navigation = wait_for (GTK_WIDGET (dialog), ADW_TYPE_NAVIGATION_VIEW, NULL, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (navigation);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;
      g_autofree char *trigger = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      shortcut = g_list_model_get_item (shortcuts, 0);
      trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      if (g_str_has_prefix (trigger, "<Control>Return"))
        {
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, navigation, NULL);
          return;
        }
    }
  g_assert_not_reached ();
}

/* Saved from the page of the hours; back to the first one where something is wrong there. */
static void
test_save_key (FfTestPage *f, gconstpointer data)
{
  GtkWidget *bin = adw_bin_new ();
  g_autofree char *saved = NULL;
  AdwDialog *dialog;
  AdwNavigationView *navigation;

  add_volunteer (f, "robin", "Robin");
  ff_test_page_present (f, bin);
  dialog = open_robin (f, bin);
  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved), &saved);
  navigation
      = ADW_NAVIGATION_VIEW (wait_for (GTK_WIDGET (dialog), ADW_TYPE_NAVIGATION_VIEW, NULL, NULL));
  g_object_set (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)), "name", "", NULL);
  adw_navigation_view_push_by_tag (navigation, "hours");
  press_save_key (dialog);
  g_assert_cmpstr (adw_navigation_view_get_visible_page_tag (navigation), ==, "contact");
  g_object_set (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)), "name", "Robyn", NULL);
  adw_navigation_view_push_by_tag (navigation, "hours");
  press_save_key (dialog);
  wait_for_close (f);
  g_assert_cmpstr (saved, ==, "robin");
  assert_kept (f, "robin", "Robyn");
}

/* What was typed stays where it cannot be saved. */
static void
test_trouble (FfTestPage *f, gconstpointer data)
{
  g_autofree char *saved = NULL;
  GtkWidget *list = ff_volunteer_list_new (f->context);
  AdwDialog *dialog = ff_volunteer_dialog_new (f->context, NULL, NULL);

  ff_test_page_present (f, list);
  wait_for (list, ADW_TYPE_STATUS_PAGE, "title", "No Volunteers Yet");
  g_signal_connect (dialog, "saved", G_CALLBACK (on_saved), &saved);
  adw_dialog_present (dialog, list);
  g_object_set (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)), "name", "Robin", NULL);
  ff_test_rota_break (f, "volunteers");
  click (GTK_WIDGET (dialog), "_Add");
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "text", "Robin");
  ff_test_page_wait_written (f);
  g_assert_null (saved);
  g_assert_true (adw_window_get_visible_dialog (f->window) == dialog);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (dialog)));
  adw_dialog_force_close (dialog);
  ff_store_emit_changed (f->store, FF_AGGREGATE_ALL, NULL);
  wait_for (list, ADW_TYPE_STATUS_PAGE, "title", "The Roster Could Not Be Read");
}

static void
test_roles (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = ff_roles_dialog_new (f->context);
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *row;

  ff_test_page_present (f, bin);
  adw_dialog_present (dialog, bin);
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "title", "Facilitator");
  row = wait_for (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title", "New Role");
  gtk_editable_set_text (GTK_EDITABLE (row), "Tea");
  g_signal_emit_by_name (row, "apply");
  wait_for (GTK_WIDGET (dialog), ADW_TYPE_EXPANDER_ROW, "title", "Tea");
  adw_dialog_force_close (dialog);
  ff_test_page_run (50);
}

static void
test_needs (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "ladner", "Ladner");
  AdwDialog *dialog = ff_needs_dialog_new (f->context, group);
  GtkWidget *bin = adw_bin_new ();
  g_autoptr (GPtrArray) needs = NULL;
  GtkWidget *row;

  ff_test_page_present (f, bin);
  adw_dialog_present (dialog, bin);
  row = wait_for (GTK_WIDGET (dialog), ADW_TYPE_SPIN_ROW, "title", "Host");
  g_assert_cmpint ((int) adw_spin_row_get_value (ADW_SPIN_ROW (row)), ==, 0);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 2);
  ff_test_page_wait_written (f);
  needs = ff_roster_repository_list_needs (f->store, "ladner", NULL);
  g_assert_cmpuint (needs->len, ==, 2);
  adw_dialog_force_close (dialog);
  ff_test_page_run (50);
}

#define add(path, function)                                                                        \
  g_test_add (path, FfTestPage, NULL, ff_test_page_set_up, function, ff_test_page_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/volunteers/list", test_list);
  add ("/volunteers/long-list", test_long_list);
  add ("/volunteers/large-text", test_large_text);
  add ("/volunteers/training", test_training);
  add ("/volunteers/page", test_page);
  add ("/volunteers/dialog", test_dialog);
  add ("/volunteers/edit-undone", test_edit_undone);
  add ("/volunteers/discard", test_discard);
  add ("/volunteers/save-key", test_save_key);
  add ("/volunteers/duties", test_duties);
  add ("/volunteers/erase", test_erase);
  add ("/volunteers/merge", test_merge);
  add ("/volunteers/trouble", test_trouble);
  add ("/volunteers/roles", test_roles);
  add ("/volunteers/needs", test_needs);

  return g_test_run ();
}
