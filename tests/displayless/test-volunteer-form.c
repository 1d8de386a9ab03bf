/* test-volunteer-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be filled in about a volunteer, what is proposed, and what is said where something is wrong.
 */

#include "ff-requirement.h"
#include "ff-volunteer-form.h"

#define TODAY "2026-11-24"

static GPtrArray *
make_requirements (void)
{
  GPtrArray *requirements = g_ptr_array_new_with_free_func (g_object_unref);
  FfRequirement *training = ff_requirement_new ("training");
  FfRequirement *check = ff_requirement_new ("check");

  ff_requirement_set_valid_months (training, 12);
  ff_requirement_set_valid_months (check, 0);
  g_ptr_array_add (requirements, training);
  g_ptr_array_add (requirements, check);
  return requirements;
}

static FfGroup *
add_group (GPtrArray *groups, const char *uid, const char *zone)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_zone (group, zone);
  g_ptr_array_add (groups, group);
  return group;
}

static FfVolunteerForm *
make_form (FfVolunteer *volunteer)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) requirements = make_requirements ();

  return ff_volunteer_form_new (volunteer, groups, requirements, NULL, TODAY);
}

static void
assert_text (gpointer object, const char *property, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (object, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_said (gpointer object, const char *property, gboolean is_said)
{
  g_autofree char *text = NULL;

  g_object_get (object, property, &text, NULL);
  g_test_message ("%s: “%s”", property, text);
  g_assert_true ((*text != '\0') == is_said);
}

static void
test_texts (void)
{
  g_autoptr (FfVolunteerForm) form = make_form (NULL);
  g_autofree char *long_name = g_strnfill (121, 'x');

  /* Nothing is held against somebody who has only just begun. */
  g_assert_false (ff_volunteer_form_get_valid (form));
  assert_said (form, "name-message", FALSE);
  g_object_set (form, "name", "Robin", NULL);
  g_assert_true (ff_volunteer_form_get_valid (form));
  g_object_set (form, "name", " ", NULL);
  assert_said (form, "name-message", TRUE);
  g_object_set (form, "name", long_name, NULL);
  assert_said (form, "name-message", TRUE);
  g_object_set (form, "name", "Robin", "mail", "robin", NULL);
  assert_said (form, "mail-message", TRUE);
  g_assert_false (ff_volunteer_form_get_valid (form));
  g_object_set (form, "mail", " robin@example.org ", "position", "91, 0", NULL);
  assert_said (form, "mail-message", FALSE);
  assert_said (form, "position-message", TRUE);
  g_object_set (form, "position", "49.5", NULL);
  assert_said (form, "position-message", TRUE);
  g_object_set (form, "position", "49.25, -123.125", "zone", "Nowhere/Land", NULL);
  assert_said (form, "position-message", FALSE);
  assert_said (form, "zone-message", TRUE);
  g_object_set (form, "zone", "Europe/Paris", NULL);
  g_assert_true (ff_volunteer_form_get_valid (form));

  g_autoptr (FfVolunteer) volunteer = ff_volunteer_form_make (form);
  double latitude, longitude;

  g_assert_cmpstr (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_MAIL), ==, "robin@example.org");
  g_assert_true (ff_volunteer_get_position (volunteer, &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (latitude, 49.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (longitude, -123.125, 1e-6);
}

/* The first group they serve, else the chosen one, else the computer's; until somebody says another. */
static void
test_zone (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) requirements = make_requirements ();
  FfGroup *paris = add_group (groups, "paris", "Europe/Paris");
  g_autoptr (FfVolunteerForm) form = NULL;
  g_autoptr (FfVolunteerForm) other = NULL;
  g_autoptr (FfVolunteer) known = ff_volunteer_new (NULL);

  add_group (groups, "tokyo", "Asia/Tokyo");
  form = ff_volunteer_form_new (NULL, groups, requirements, paris, TODAY);
  assert_text (form, "zone", "Europe/Paris");
  assert_said (form, "zone-reason", TRUE);
  g_assert_true (ff_volunteer_form_has (form, FF_VOLUNTEER_GROUPS, "paris"));
  ff_volunteer_form_set_has (form, FF_VOLUNTEER_GROUPS, "tokyo", TRUE);
  ff_volunteer_form_set_has (form, FF_VOLUNTEER_GROUPS, "paris", FALSE);
  assert_text (form, "zone", "Asia/Tokyo");
  ff_volunteer_form_set_has (form, FF_VOLUNTEER_GROUPS, "tokyo", FALSE);
  assert_text (form, "zone", "Europe/Paris");
  g_object_set (form, "zone", "America/Toronto", NULL);
  assert_said (form, "zone-reason", FALSE);
  ff_volunteer_form_set_has (form, FF_VOLUNTEER_GROUPS, "tokyo", TRUE);
  assert_text (form, "zone", "America/Toronto");

  ff_volunteer_set_text (known, FF_VOLUNTEER_NAME, "Kim");
  ff_volunteer_set_text (known, FF_VOLUNTEER_ZONE, "Asia/Seoul");
  other = ff_volunteer_form_new (known, groups, requirements, paris, TODAY);
  assert_text (other, "zone", "Asia/Seoul");
  g_assert_false (ff_volunteer_form_has (other, FF_VOLUNTEER_GROUPS, "paris"));
}

static void
test_hours (void)
{
  g_autoptr (FfVolunteerForm) form = make_form (NULL);
  FfVolunteerLine *first = ff_volunteer_form_add_line (form, FF_LINE_HOURS);
  FfVolunteerLine *second;
  g_autoptr (FfVolunteer) volunteer = NULL;
  GArray *hours;

  g_object_set (form, "name", "Robin", NULL);
  g_object_set (first, "day", 6u, "from", "22:00", "until", "01:30", "wish", FF_WISH_LIKES, NULL);
  second = ff_volunteer_form_add_line (form, FF_LINE_HOURS);
  g_assert_cmpuint (ff_volunteer_line_get_day (second), ==, 0);
  g_assert_cmpstr (ff_volunteer_line_get_from (second), ==, "22:00");
  g_object_set (second, "from", "soon", NULL);
  assert_said (second, "message", TRUE);
  assert_said (form, "lines-message", TRUE);
  g_assert_false (ff_volunteer_form_get_valid (form));
  g_object_set (second, "from", "19:00", "until", "19:00", NULL);
  assert_said (second, "message", TRUE);
  g_object_set (second, "from", "00:00", "until", "00:00", NULL);
  g_assert_true (ff_volunteer_form_get_valid (form));

  volunteer = ff_volunteer_form_make (form);
  hours = ff_volunteer_get_availability (volunteer);
  g_assert_cmpuint (hours->len, ==, 2);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 0).weekday, ==, 7);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 0).from, ==, 22 * 60);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 0).until, ==, 25 * 60 + 30);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 0).wish, ==, FF_WISH_LIKES);
  g_assert_cmpuint (g_array_index (hours, FfAvailability, 1).until, ==, 1440);
  ff_volunteer_form_remove_line (form, second);
  g_assert_cmpuint (g_list_model_get_n_items (ff_volunteer_form_get_lines (form, FF_LINE_HOURS)),
                    ==, 1);
}

static void
test_absences (void)
{
  g_autoptr (FfVolunteerForm) form = make_form (NULL);
  FfVolunteerLine *line = ff_volunteer_form_add_line (form, FF_LINE_ABSENCE);

  g_object_set (form, "name", "Robin", NULL);
  g_assert_cmpstr (ff_volunteer_line_get_from (line), ==, TODAY);
  g_assert_true (ff_volunteer_form_get_valid (form));
  g_object_set (line, "until", "2026-11-23", NULL);
  assert_said (line, "message", TRUE);
  g_object_set (line, "until", "2026-02-30", NULL);
  assert_said (line, "message", TRUE);
  g_object_set (line, "from", "03/04/05", "until", "2026-12-01", NULL);
  assert_said (line, "message", TRUE);
  g_assert_false (ff_volunteer_form_get_valid (form));
  g_object_set (line, "from", " 2026-11-25 ", "text", "Away", NULL);
  g_assert_true (ff_volunteer_form_get_valid (form));

  g_autoptr (FfVolunteer) volunteer = ff_volunteer_form_make (form);
  FfAbsence *absence = g_ptr_array_index (ff_volunteer_get_absences (volunteer), 0);
  g_assert_cmpstr (absence->from, ==, "2026-11-25");
  g_assert_cmpstr (absence->until, ==, "2026-12-01");
  g_assert_cmpstr (absence->reason, ==, "Away");
}

static void
test_trainings (void)
{
  g_autoptr (FfVolunteerForm) form = make_form (NULL);
  FfVolunteerLine *line = ff_volunteer_form_add_line (form, FF_LINE_TRAINING);

  g_object_set (form, "name", "Robin", NULL);
  g_assert_cmpstr (ff_volunteer_line_get_requirement (line), ==, "training");
  g_assert_cmpstr (ff_volunteer_line_get_until (line), ==, "2027-11-24");
  g_object_set (line, "from", "2024-02-29", NULL);
  g_assert_cmpstr (ff_volunteer_line_get_until (line), ==, "2025-02-28");
  g_object_set (line, "requirement", "check", NULL);
  g_assert_cmpstr (ff_volunteer_line_get_until (line), ==, "");
  g_object_set (line, "until", "2026-06-30", NULL);
  g_object_set (line, "requirement", "training", NULL);
  /* What somebody wrote stays. */
  g_assert_cmpstr (ff_volunteer_line_get_until (line), ==, "2026-06-30");
  g_object_set (line, "from", "2026-07-01", NULL);
  assert_said (line, "message", TRUE);
  g_object_set (line, "from", "", NULL);
  assert_said (line, "message", TRUE);
  g_object_set (line, "from", "2026-06-01", "requirement", "", NULL);
  assert_said (line, "message", TRUE);
}

static void
test_steps (void)
{
  g_autoptr (FfVolunteerForm) form = make_form (NULL);
  FfVolunteerLine *line = ff_volunteer_form_add_line (form, FF_LINE_STEP);
  g_autoptr (FfVolunteer) without = NULL;
  g_autoptr (FfVolunteer) with = NULL;

  g_object_set (form, "name", "Robin", NULL);
  without = ff_volunteer_form_make (form);
  g_assert_cmpuint (ff_volunteer_get_steps (without)->len, ==, 0);
  g_object_set (line, "from", TODAY, NULL);
  assert_said (line, "message", TRUE);
  g_object_set (line, "text", "Watched a meeting", "from", "yesterday", NULL);
  assert_said (line, "message", TRUE);
  g_object_set (line, "from", "", NULL);
  assert_said (line, "message", FALSE);
  with = ff_volunteer_form_make (form);
  g_assert_null (((FfStep *) g_ptr_array_index (ff_volunteer_get_steps (with), 0))->date);
}

/* Nothing is lost that was there before. */
static void
test_round (void)
{
  g_autoptr (FfVolunteer) before = ff_volunteer_new ("robin");
  const char *const roles[] = { "facilitator", "host", NULL };
  FfAvailability window = { .weekday = 2, .from = 1080, .until = 1500, .wish = FF_WISH_RATHER_NOT };
  g_autoptr (FfVolunteerForm) form = NULL;
  g_autoptr (FfVolunteer) after = NULL;

  ff_volunteer_set_text (before, FF_VOLUNTEER_NAME, "Robin");
  ff_volunteer_set_text (before, FF_VOLUNTEER_ZONE, "Asia/Tokyo");
  ff_volunteer_set_set (before, FF_VOLUNTEER_ROLES, roles);
  ff_volunteer_set_cap (before, FF_CAP_IN_ROW, 3);
  ff_volunteer_set_serving (before, FF_SERVING_IN_TRAINING);
  g_array_append_val (ff_volunteer_get_availability (before), window);
  g_ptr_array_add (ff_volunteer_get_trainings (before),
                   ff_training_new ("training", "2026-01-05", NULL, "seen"));
  form = make_form (before);
  g_assert_true (ff_volunteer_form_get_valid (form));
  after = ff_volunteer_form_make (form);
  g_assert_cmpstr (ff_volunteer_get_uid (after), ==, "robin");
  g_assert_cmpuint (ff_volunteer_get_cap (after, FF_CAP_IN_ROW), ==, 3);
  g_assert_cmpint (ff_volunteer_get_serving (after), ==, FF_SERVING_IN_TRAINING);
  g_assert_true (ff_volunteer_has (after, FF_VOLUNTEER_ROLES, "host"));
  g_assert_cmpuint (g_array_index (ff_volunteer_get_availability (after), FfAvailability, 0).until,
                    ==, 1500);
  /* For good, though twelve months would be proposed. */
  g_assert_null (((FfTraining *) g_ptr_array_index (ff_volunteer_get_trainings (after), 0))->until);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/volunteer-form/texts", test_texts);
  g_test_add_func ("/volunteer-form/zone", test_zone);
  g_test_add_func ("/volunteer-form/hours", test_hours);
  g_test_add_func ("/volunteer-form/absences", test_absences);
  g_test_add_func ("/volunteer-form/trainings", test_trainings);
  g_test_add_func ("/volunteer-form/steps", test_steps);
  g_test_add_func ("/volunteer-form/round", test_round);

  return g_test_run ();
}
