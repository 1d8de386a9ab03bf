/* test-roster-roles.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Roles in the store: what they require, who needs them, and those that are retired.
 */

#include "ff-test-roster.h"

static void
test_roles (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfRequirement) check = ff_requirement_new ("check");
  g_autoptr (FfRole) tea = ff_role_new (NULL);
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GPtrArray) requirements = NULL;
  FfRole *stored;

  ff_requirement_set_name (check, "  A check ");
  ff_requirement_set_kind (check, FF_REQUIREMENT_CHECK);
  ff_requirement_set_valid_months (check, 36);
  ff_requirement_set_note (check, "At the police station");
  ff_role_set_name (tea, "Tea");
  ff_role_set_requirements (tea, (const char *const[]) { "training", "check", NULL });
  ff_roster_edit_save_requirement (edit, check);
  ff_roster_edit_save_role (edit, tea);
  assert_applied (f, edit);
  g_assert_cmpstr (f->changes->str, ==, "6 ");

  roles = ff_roster_repository_list_roles (f->store, NULL);
  g_assert_cmpuint (roles->len, ==, 6);
  g_assert_cmpstr (ff_role_get_uid (roles->pdata[0]), ==, FF_ROLE_UID_FACILITATOR);
  stored = roles->pdata[5];
  g_assert_cmpstr (ff_role_get_title (stored), ==, "Tea");
  g_assert_cmpint (ff_role_get_kind (stored), ==, FF_ROLE_OWN);
  g_assert_cmpstrv (ff_role_get_requirements (stored),
                    ((const char *[]) { "check", "training", NULL }));
  requirements = ff_roster_repository_list_requirements (f->store, NULL);
  g_assert_cmpuint (requirements->len, ==, 2);
  g_assert_cmpstr (ff_requirement_get_name (requirements->pdata[0]), ==, "A check");
  g_assert_cmpint (ff_requirement_get_kind (requirements->pdata[0]), ==, FF_REQUIREMENT_CHECK);
  g_assert_cmpuint (ff_requirement_get_valid_months (requirements->pdata[0]), ==, 36);
  g_assert_cmpstr (ff_requirement_get_note (requirements->pdata[0]), ==, "At the police station");
}

static FfRole *
find_role (GPtrArray *roles, const char *uid)
{
  for (guint i = 0; i < roles->len; i++)
    if (g_str_equal (ff_role_get_uid (roles->pdata[i]), uid))
      return roles->pdata[i];
  g_assert_not_reached ();
}

static void
set_retired (Fixture *f, const char *uid, gboolean retired)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) roles = ff_roster_repository_list_roles (f->store, NULL);
  FfRole *role = find_role (roles, uid);

  g_assert_cmpint (ff_role_get_retired (role), !=, retired);
  ff_role_set_retired (role, retired);
  ff_roster_edit_save_role (edit, role);
  assert_applied (f, edit);
  g_assert_cmpstr (f->changes->str, ==, "6 ");
}

/* Who took it and what was done in it stay as they are. */
static void
test_retired (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) ann = make_volunteer ("ann", "Ann");
  g_autoptr (FfAssignment) duty = ff_assignment_new ("greeted");
  g_autoptr (FfVolunteer) stored = NULL;
  g_autoptr (GPtrArray) duties = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GError) error = NULL;
  guint needs, volunteers;

  ff_volunteer_set_set (ann, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_GREETER, NULL });
  ff_assignment_set_volunteer (duty, "ann");
  ff_assignment_set_place (duty, f->meeting, &tuesday, FF_ROLE_UID_GREETER, 0);
  ff_roster_edit_save_volunteer (edit, ann);
  ff_roster_edit_save_assignment (edit, duty);
  assert_applied (f, edit);
  g_assert_true (
      ff_roster_repository_get_role_use (f->store, "greeter", &needs, &volunteers, &error));
  g_assert_cmpuint (needs, ==, 0);
  g_assert_cmpuint (volunteers, ==, 1);
  g_assert_true (ff_roster_repository_get_role_use (f->store, "host", &needs, &volunteers, &error));
  g_assert_cmpuint (needs, ==, 1);
  g_assert_cmpuint (volunteers, ==, 0);

  set_retired (f, FF_ROLE_UID_GREETER, TRUE);
  stored = ff_roster_repository_get_volunteer (f->store, "ann", NULL);
  g_assert_true (ff_volunteer_has (stored, FF_VOLUNTEER_ROLES, FF_ROLE_UID_GREETER));
  duties = list_duties (f);
  g_assert_cmpuint (duties->len, ==, 1);
  g_assert_cmpstr (ff_assignment_get_role (duties->pdata[0]), ==, FF_ROLE_UID_GREETER);
  roles = ff_roster_repository_list_roles (f->store, NULL);
  g_assert_cmpstr (ff_role_get_title (find_role (roles, FF_ROLE_UID_GREETER)), ==, "Greeter");
  g_assert_false (ff_role_get_retired (find_role (roles, FF_ROLE_UID_HOST)));
  set_retired (f, FF_ROLE_UID_GREETER, FALSE);
}

static void
test_needs (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GPtrArray) of_meeting = NULL;
  g_autoptr (GPtrArray) of_others = NULL;
  g_autoptr (FfRoster) roster = NULL;
  const FfNeed *need;

  g_ptr_array_add (needs, ff_need_new (f->group, f->meeting, FF_ROLE_UID_GREETER, 3, FALSE));
  ff_roster_edit_save_needs (edit, f->group, f->meeting, needs);
  assert_applied (f, edit);
  stored = ff_roster_repository_list_needs (f->store, f->group, NULL);
  g_assert_cmpuint (stored->len, ==, 2);
  roster = ff_roster_repository_load (f->store, NULL);
  of_meeting = ff_roster_list_needs (roster, f->group, f->meeting);
  g_assert_cmpuint (of_meeting->len, ==, 1);
  need = of_meeting->pdata[0];
  g_assert_cmpstr (need->role, ==, FF_ROLE_UID_GREETER);
  g_assert_cmpstr (need->meeting, ==, f->meeting);
  g_assert_cmpuint (need->places, ==, 3);
  g_assert_false (need->required);
  of_others = ff_roster_list_needs (roster, f->group, "another");
  need = of_others->pdata[0];
  g_assert_cmpstr (need->role, ==, FF_ROLE_UID_HOST);
  g_assert_null (need->meeting);
  g_assert_true (need->required);

  /* In place of what there was. */
  g_ptr_array_set_size (needs, 0);
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_needs (edit, f->group, f->meeting, needs);
  assert_applied (f, edit);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM needs"), ==, 1);
}

/* Of those that say what they need themselves. */
static guint
count_own_needs (Fixture *f, const char *group)
{
  g_autoptr (GPtrArray) needs = ff_roster_repository_list_needs (f->store, group, NULL);
  guint n = 0;

  for (guint i = 0; i < needs->len; i++)
    n += g_strcmp0 (((const FfNeed *) needs->pdata[i])->meeting, f->meeting) == 0 ? 1 : 0;
  return n;
}

/* A meeting that becomes another group's needs whom it needed, and does so in its own again. */
static void
test_another_group (Fixture *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  FfScheduleEdit *move = ff_schedule_edit_new ();
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  g_autoptr (FfMeeting) meeting = NULL;
  g_autofree char *other = NULL;
  g_autofree char *other_meeting = NULL;
  guint64 step;

  g_ptr_array_add (needs, ff_need_new (f->group, f->meeting, FF_ROLE_UID_GREETER, 3, TRUE));
  ff_roster_edit_save_needs (edit, f->group, f->meeting, needs);
  assert_applied (f, edit);
  save_group (f, "Other", &other, &other_meeting);
  meeting = ff_meeting_repository_get (f->store, f->meeting, NULL);
  ff_meeting_set_group (meeting, other);
  ff_schedule_edit_save_meeting (move, meeting);
  step = apply_schedule (f, move);
  g_assert_cmpuint (count_own_needs (f, f->group), ==, 0);
  g_assert_cmpuint (count_own_needs (f, other), ==, 1);
  g_assert_true (undo (f, step, NULL));
  g_assert_cmpuint (count_own_needs (f, f->group), ==, 1);
  g_assert_cmpuint (count_own_needs (f, other), ==, 0);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/roster-roles/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("roles", test_roles);
  add ("retired", test_retired);
  add ("needs", test_needs);
  add ("another-group", test_another_group);
  return g_test_run ();
}
