/* test-retired-roles.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A role that is retired in the dialog of roles, where it is offered no more, and brought back.
 */

#include "ff-config.h"

#include "ff-needs-dialog.h"
#include "ff-roles-dialog.h"
#include "ff-test-rota.h"
#include "ff-volunteer-dialog.h"
#include "ff-volunteer-page.h"

static void
assert_named (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
  /* What it is labelled would come first. */
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static AdwDialog *
present (FfTestPage *f, AdwDialog *dialog)
{
  adw_dialog_present (dialog, ff_test_rota_get_page (f));
  ff_test_page_run (50);
  return dialog;
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  ff_test_page_run (50);
}

/* Nothing of another role is open. */
static void
expand (FfTestPage *f, const char *role)
{
  GtkWidget *row = ff_test_rota_await (f, ADW_TYPE_EXPANDER_ROW, "title", role);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

/* (transfer full): the titles of the roles below @widget, one after the other */
static char *
list_roles (GtkWidget *widget)
{
  GString *titles = g_string_new (NULL);

  if (ADW_IS_EXPANDER_ROW (widget))
    g_string_append_printf (titles, "%s ",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *more = list_roles (child);

      g_string_append (titles, more);
    }
  return g_string_free_and_steal (titles);
}

#define assert_roles(f, group, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GtkWidget *of_group = ff_test_rota_await (f, ADW_TYPE_PREFERENCES_GROUP, "title", group);      \
    g_autofree char *listed = list_roles (of_group);                                               \
    g_assert_cmpstr (listed, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static gboolean
is_there (AdwDialog *dialog, GType type, const char *title)
{
  return ff_test_find (GTK_WIDGET (dialog), type, "title", title) != NULL;
}

/* Whether the page of the volunteer's dialog offers it. */
static gboolean
is_offered (FfTestPage *f, FfVolunteer *volunteer, const char *title)
{
  AdwDialog *dialog = present (f, ff_volunteer_dialog_new (f->context, volunteer, NULL));
  GtkWidget *navigation = ff_test_rota_await (f, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL);
  gboolean offered;

  adw_navigation_view_push_by_tag (ADW_NAVIGATION_VIEW (navigation), "what");
  ff_test_rota_await (f, ADW_TYPE_SWITCH_ROW, "title", "Facilitator");
  offered = is_there (dialog, ADW_TYPE_SWITCH_ROW, title);
  close_dialog (dialog);
  return offered;
}

static gboolean
is_needable (FfTestPage *f, const char *title)
{
  AdwDialog *dialog = present (f, ff_needs_dialog_new (f->context, NULL));
  gboolean offered;

  ff_test_rota_await (f, ADW_TYPE_SPIN_ROW, "title", "Facilitator");
  offered = is_there (dialog, ADW_TYPE_SPIN_ROW, title);
  close_dialog (dialog);
  return offered;
}

static void
test_retired (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = present (f, ff_roles_dialog_new (f->context));
  GtkWidget *button;

  assert_roles (f, "Roles", "Facilitator Co-facilitator Host Greeter Clinician ");
  g_assert_false (is_there (dialog, ADW_TYPE_PREFERENCES_GROUP, "Retired Roles"));
  expand (f, "Greeter");
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Not in use");
  button = ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Retire");
  assert_named (button, "Retire Greeter");
  ff_test_rota_click (f, "Retire");
  assert_roles (f, "Retired Roles", "Greeter ");
  assert_roles (f, "Roles", "Facilitator Co-facilitator Host Clinician ");
  close_dialog (dialog);
  g_assert_false (is_needable (f, "Greeter"));
  g_assert_true (is_needable (f, "Host"));
  g_assert_false (is_offered (f, NULL, "Greeter"));
  g_assert_true (is_offered (f, NULL, "Host"));

  /* Back where it was, and again by the toast. */
  dialog = present (f, ff_roles_dialog_new (f->context));
  expand (f, "Greeter");
  button = ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Bring Back");
  assert_named (button, "Bring Back Greeter");
  ff_test_rota_click (f, "Bring Back");
  ff_test_page_wait_written (f);
  g_assert_false (is_there (dialog, ADW_TYPE_PREFERENCES_GROUP, "Retired Roles"));
  assert_roles (f, "Roles", "Facilitator Co-facilitator Host Greeter Clinician ");
  ff_test_rota_click (f, "_Undo");
  assert_roles (f, "Retired Roles", "Greeter ");
  close_dialog (dialog);
}

static void
save_need (FfTestPage *f, guint places)
{
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  FfRosterEdit *edit = ff_roster_edit_new ();

  if (places > 0)
    g_ptr_array_add (needs, ff_need_new ("group-1", NULL, FF_ROLE_UID_GREETER, places, TRUE));
  ff_roster_edit_save_needs (edit, "group-1", NULL, needs);
  ff_test_rota_apply (f, edit);
}

/* Who needs it and who takes it is said before; it is retired once nobody needs it, and who took it has it still. */
static void
test_in_use (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfVolunteer) robin = ff_test_rota_make_volunteer ("robin", "Robin", "");
  AdwDialog *dialog;
  GtkWidget *row;

  ff_volunteer_set_set (robin, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_GREETER, NULL });
  ff_test_rota_save_volunteer (f, robin);
  save_need (f, 2);
  dialog = present (f, ff_roles_dialog_new (f->context));
  expand (f, "Greeter");
  row = ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title",
                            "Needed by 1 group or meeting · Taken by 1 volunteer");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Once no meeting needs it, it can be retired.");
  g_assert_false (
      gtk_widget_get_sensitive (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Retire")));
  save_need (f, 0);
  row = ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Taken by 1 volunteer");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "keeps it"));
  ff_test_rota_click (f, "Retire");
  assert_roles (f, "Retired Roles", "Greeter ");
  close_dialog (dialog);
  g_assert_false (is_offered (f, robin, "Greeter"));
  g_assert_true (is_offered (f, robin, "Greeter (Retired)"));
  g_assert_false (is_offered (f, NULL, "Greeter (Retired)"));
}

static void
add_greeting (FfTestPage *f, int weeks, FfDutyStatus status)
{
  g_autoptr (FfAssignment) duty = ff_test_rota_make_duty (NULL, "robin", weeks);
  const FfWallTime date = *ff_assignment_get_rule_time (duty);
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_assignment_set_place (duty, "meeting-1", &date, FF_ROLE_UID_GREETER, 0);
  ff_assignment_set_status (duty, status);
  ff_roster_edit_save_assignment (edit, duty);
  ff_test_rota_apply (f, edit);
}

/* How many duties to come keep it is told: none of before, of other roles or declined. */
static void
test_duties (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog;

  ff_test_rota_add_volunteer (f, "robin", "Robin", "");
  add_greeting (f, -1, FF_DUTY_CONFIRMED);
  add_greeting (f, 0, FF_DUTY_CONFIRMED);
  add_greeting (f, 1, FF_DUTY_ASKED);
  add_greeting (f, 2, FF_DUTY_DECLINED);
  ff_test_rota_add_duty (f, "robin", 3, FF_DUTY_CONFIRMED);
  dialog = present (f, ff_roles_dialog_new (f->context));
  expand (f, "Greeter");
  ff_test_rota_click (f, "Retire");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Role retired. 2 duties to come keep it.");
  assert_roles (f, "Retired Roles", "Greeter ");
  close_dialog (dialog);
}

/* It is done all the same where the dialog closes at once. */
static void
test_closed (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = present (f, ff_roles_dialog_new (f->context));

  expand (f, "Greeter");
  ff_test_rota_click (f, "Retire");
  close_dialog (dialog);
  ff_test_page_wait_written (f);
  present (f, ff_roles_dialog_new (f->context));
  assert_roles (f, "Retired Roles", "Greeter ");
}

/* What cannot be counted is said, and nothing is retired. */
static void
test_not_counted (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = present (f, ff_roles_dialog_new (f->context));
  GtkWidget *button;

  expand (f, "Greeter");
  button = ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Retire");
  ff_test_rota_break (f, "assignments");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_sensitive (button));
  for (guint i = 0; i < 500 && !gtk_widget_get_sensitive (button); i++)
    ff_test_page_run (10);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_false (is_there (dialog, ADW_TYPE_PREFERENCES_GROUP, "Retired Roles"));
  close_dialog (dialog);
}

/* Nobody is reminded of what only a retired role requires. */
static void
test_page (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfVolunteer) robin = ff_test_rota_make_volunteer ("robin", "Robin", "");
  g_autoptr (FfRequirement) training = ff_requirement_new ("door");
  g_autoptr (FfRole) greeter = ff_role_new (FF_ROLE_UID_GREETER);
  FfRosterEdit *edit = ff_roster_edit_new ();
  GtkWidget *page;

  ff_requirement_set_name (training, "At the door");
  ff_role_set_requirements (greeter, (const char *const[]) { "door", NULL });
  ff_volunteer_set_set (robin, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_GREETER, NULL });
  ff_roster_edit_save_requirement (edit, training);
  ff_roster_edit_save_role (edit, greeter);
  ff_roster_edit_save_volunteer (edit, robin);
  ff_test_rota_apply (f, edit);
  page = GTK_WIDGET (ff_volunteer_page_new (f->context, "robin"));
  ff_test_page_present (f, page);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "At the door");
  edit = ff_roster_edit_new ();
  ff_role_set_retired (greeter, TRUE);
  ff_roster_edit_save_role (edit, greeter);
  ff_test_rota_apply (f, edit);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "subtitle", "Greeter (Retired)");
  g_assert_null (ff_test_find (page, ADW_TYPE_ACTION_ROW, "title", "At the door"));
}

/* Where nothing is said a facilitator is needed. */
static void
test_facilitator (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = present (f, ff_roles_dialog_new (f->context));
  GtkWidget *row;

  expand (f, "Facilitator");
  row = ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Not in use");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "it stays"));
  g_assert_null (ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "Retire"));
  close_dialog (dialog);
}

#define add(path, function)                                                                        \
  g_test_add (path, FfTestPage, NULL, ff_test_rota_set_up, function, ff_test_page_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/retired-roles/retired", test_retired);
  add ("/retired-roles/in-use", test_in_use);
  add ("/retired-roles/duties", test_duties);
  add ("/retired-roles/closed", test_closed);
  add ("/retired-roles/not-counted", test_not_counted);
  add ("/retired-roles/page", test_page);
  add ("/retired-roles/facilitator", test_facilitator);

  return g_test_run ();
}
