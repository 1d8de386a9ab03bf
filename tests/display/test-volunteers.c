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
#include "ff-roster-edit.h"
#include "ff-roster-repository.h"
#include "ff-test-page.h"
#include "ff-training-list.h"
#include "ff-volunteer-dialog.h"
#include "ff-volunteer-list.h"
#include "ff-volunteer-merge-dialog.h"
#include "ff-volunteer-page.h"

static void
apply (FfTestPage *f, FfRosterEdit *edit)
{
  g_autoptr (GError) error = NULL;

  ff_roster_edit_apply_async (edit, f->store, NULL, ff_test_on_result, &f->result);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  ff_roster_edit_apply_finish (f->store, f->result, &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
}

static void
add_volunteer (FfTestPage *f, const char *uid, const char *name)
{
  g_autoptr (FfVolunteer) volunteer = ff_volunteer_new (uid);
  const char *const roles[] = { FF_ROLE_UID_FACILITATOR, NULL };
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_MAIL, "name@example.org");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES, roles);
  ff_roster_edit_save_volunteer (edit, volunteer);
  apply (f, edit);
}

static void
require_training (FfTestPage *f)
{
  g_autoptr (FfRequirement) requirement = ff_requirement_new ("training");
  g_autoptr (GPtrArray) roles = ff_roster_repository_list_roles (f->store, NULL);
  const char *const requirements[] = { "training", NULL };
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_requirement_set_name (requirement, "First training");
  ff_roster_edit_save_requirement (edit, requirement);
  ff_role_set_requirements (g_ptr_array_index (roles, 0), requirements);
  ff_roster_edit_save_role (edit, g_ptr_array_index (roles, 0));
  apply (f, edit);
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
  wait_for (list, GTK_TYPE_LABEL, "label", "Kim");
  wait_for (list, GTK_TYPE_LABEL, "label", "Robin");
  entry = wait_for (list, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Find a volunteer by name, email or telephone");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  wait_for (list, ADW_TYPE_STATUS_PAGE, "title", "Nobody Found");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ROB");
  /* What is typed is searched for a moment later. */
  ff_test_page_run (400);
  wait_for (list, GTK_TYPE_LABEL, "label", "Robin");
  g_assert_null (ff_test_find (list, GTK_TYPE_LABEL, "label", "Kim"));
  g_signal_connect (list, "chosen", G_CALLBACK (on_chosen), heard);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (heard->str, ==, "robin");
}

static void
test_training (FfTestPage *f, gconstpointer data)
{
  GtkWidget *list;

  add_volunteer (f, "robin", "Robin");
  list = ff_training_list_new (f->context);
  ff_test_page_present (f, list);
  wait_for (list, ADW_TYPE_STATUS_PAGE, "title", "Nothing to See To");
  require_training (f);
  wait_for (list, GTK_TYPE_LABEL, "label", "Never Done");
  wait_for (list, GTK_TYPE_LABEL, "label", "First training · not done yet");
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
  wait_for (page, ADW_TYPE_ACTION_ROW, "subtitle", "name@example.org");
  wait_for (page, ADW_TYPE_ACTION_ROW, "title", "At Any Time");
  g_signal_connect (page, "gone", G_CALLBACK (on_gone), heard);
  edit = ff_roster_edit_new ();
  ff_roster_edit_merge_volunteers (edit, "kim", "robin");
  apply (f, edit);
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
  add ("/volunteers/training", test_training);
  add ("/volunteers/page", test_page);
  add ("/volunteers/dialog", test_dialog);
  add ("/volunteers/roles", test_roles);
  add ("/volunteers/needs", test_needs);

  return g_test_run ();
}
