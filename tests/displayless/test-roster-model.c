/* test-roster-model.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers, roles, needs and duties by themselves: what they say, and what is told of them that cannot be.
 */

#include "ff-assignment.h"
#include "ff-model-error.h"
#include "ff-roster.h"
#include "ff-volunteer-merge.h"

static FfVolunteer *
make_volunteer (void)
{
  FfVolunteer *volunteer = ff_volunteer_new (NULL);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, " \tAnn\u00a0");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
  return volunteer;
}

static void
test_texts (void)
{
  g_autoptr (FfVolunteer) volunteer = make_volunteer ();

  g_assert_cmpstr (ff_volunteer_get_name (volunteer), ==, "Ann");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, NULL);
  g_assert_cmpstr (ff_volunteer_get_name (volunteer), ==, "");
  g_assert_cmpint (ff_volunteer_get_serving (volunteer), ==, FF_SERVING_ACTIVE);
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { "b", "", "a", "b", NULL });
  g_assert_cmpstrv (ff_volunteer_get_set (volunteer, FF_VOLUNTEER_ROLES),
                    ((const char *[]) { "a", "b", NULL }));
  g_assert_true (ff_volunteer_has (volunteer, FF_VOLUNTEER_ROLES, "b"));
  g_assert_false (ff_volunteer_has (volunteer, FF_VOLUNTEER_ROLES, "c"));
  g_assert_false (ff_volunteer_has (volunteer, FF_VOLUNTEER_GROUPS, "a"));
  ff_volunteer_set_cap (volunteer, FF_CAP_MONTH, 1000);
  g_assert_cmpuint (ff_volunteer_get_cap (volunteer, FF_CAP_MONTH), ==, FF_CAP_MOST);
  ff_volunteer_set_position (volunteer, 91, 0);
  g_assert_false (ff_volunteer_get_position (volunteer, NULL, NULL));
}

static void
assert_check (FfVolunteer *volunteer, FfModelError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_volunteer_check (volunteer, &error));
  g_assert_error (error, FF_MODEL_ERROR, (int) code);
}

#define ADD_AND_CHECK(array, what)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (FfVolunteer) other = make_volunteer ();                                             \
    g_ptr_array_add (ff_volunteer_get_##array (other), what);                                      \
    assert_check (other, FF_MODEL_ERROR_TIME);                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_check (void)
{
  static const FfAvailability wrong[] = {
    { 0, 0, 60, FF_WISH_FREE },    { 8, 0, 60, FF_WISH_FREE },    { 1, 1440, 1500, FF_WISH_FREE },
    { 1, 600, 600, FF_WISH_FREE }, { 1, 600, 540, FF_WISH_FREE }, { 1, 0, 2881, FF_WISH_FREE },
  };
  g_autoptr (FfVolunteer) volunteer = make_volunteer ();
  g_autoptr (GError) error = NULL;

  ff_volunteer_add_usual_steps (volunteer);
  g_assert_cmpuint (ff_volunteer_get_steps (volunteer)->len, >=, 5);
  g_ptr_array_add (ff_volunteer_get_absences (volunteer),
                   ff_absence_new ("2028-02-29", "2028-02-29", NULL));
  g_array_append_vals (ff_volunteer_get_availability (volunteer),
                       &(const FfAvailability) { 7, 1380, 2880, FF_WISH_FREE }, 1);
  g_assert_true (ff_volunteer_check (volunteer, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_array_append_val (ff_volunteer_get_availability (volunteer), wrong[i]);
      assert_check (volunteer, FF_MODEL_ERROR_TIME);
      g_array_set_size (ff_volunteer_get_availability (volunteer), 1);
    }
  ADD_AND_CHECK (absences, ff_absence_new ("2027-02-29", "2027-03-01", NULL));
  ADD_AND_CHECK (absences, ff_absence_new ("2027-03-01", "03/04/05", NULL));
  ADD_AND_CHECK (absences, ff_absence_new ("2027-03-02", "2027-03-01", NULL));
  ADD_AND_CHECK (trainings, ff_training_new ("x", "2027-13-01", NULL, NULL));
  ADD_AND_CHECK (trainings, ff_training_new ("x", "2027-12-01", "2027-11-30", NULL));
  ADD_AND_CHECK (trainings, ff_training_new ("x", "2027-12-01", "soon", NULL));
  ADD_AND_CHECK (steps, ff_step_new ("x", "2027-12-01T10:00"));
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "Mars/Olympus");
  assert_check (volunteer, FF_MODEL_ERROR_ZONE);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "");
  assert_check (volunteer, FF_MODEL_ERROR_ZONE);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, "");
  assert_check (volunteer, FF_MODEL_ERROR_NAME);
}

static const char *
find_until (FfVolunteer *volunteer, const char *date)
{
  const FfTraining *training = ff_volunteer_find_training (volunteer, "first-aid", date);

  return training == NULL ? "none" : training->until != NULL ? training->until : "for good";
}

/* Both ends count; of several, the one that holds longest. */
static void
test_training (void)
{
  g_autoptr (FfVolunteer) volunteer = make_volunteer ();
  GPtrArray *trainings = ff_volunteer_get_trainings (volunteer);

  g_assert_null (ff_volunteer_find_last_training (volunteer, "first-aid"));
  g_ptr_array_add (trainings, ff_training_new ("first-aid", "2026-01-10", "2027-01-10", NULL));
  g_ptr_array_add (trainings, ff_training_new ("first-aid", "2025-01-10", "2026-06-10", NULL));
  g_ptr_array_add (trainings, ff_training_new ("check", "2020-01-01", NULL, NULL));
  g_assert_cmpstr (find_until (volunteer, "2025-01-09"), ==, "none");
  g_assert_cmpstr (find_until (volunteer, "2025-01-10"), ==, "2026-06-10");
  g_assert_cmpstr (find_until (volunteer, "2026-01-10"), ==, "2027-01-10");
  g_assert_cmpstr (find_until (volunteer, "2027-01-10"), ==, "2027-01-10");
  g_assert_cmpstr (find_until (volunteer, "2027-01-11"), ==, "none");
  g_assert_cmpstr (ff_volunteer_find_last_training (volunteer, "first-aid")->until, ==,
                   "2027-01-10");
  g_ptr_array_add (trainings, ff_training_new ("first-aid", "2026-03-01", NULL, NULL));
  g_assert_cmpstr (find_until (volunteer, "2030-01-01"), ==, "for good");
  g_assert_null (ff_volunteer_find_last_training (volunteer, "first-aid")->until);
}

static void
test_valid_until (void)
{
  static const struct
  {
    guint months;
    const char *done;
    const char *until;
  } cases[] = {
    { 12, "2026-11-24", "2027-11-24" }, { 1, "2027-01-31", "2027-02-28" },
    { 12, "2028-02-29", "2029-02-28" }, { 0, "2026-11-24", NULL },
    { 12, "2026-02-30", NULL },
  };
  g_autoptr (FfRequirement) requirement = ff_requirement_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *until = NULL;

      ff_requirement_set_valid_months (requirement, cases[i].months);
      until = ff_requirement_make_until (requirement, cases[i].done);
      g_assert_cmpstr (until, ==, cases[i].until);
    }
  ff_requirement_set_valid_months (requirement, 5000);
  g_assert_cmpuint (ff_requirement_get_valid_months (requirement), ==, FF_REQUIREMENT_MOST_MONTHS);
}

static void
test_role (void)
{
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (NULL);
  FfProgramme *steps = ff_programme_find (programmes, "twelve-step");
  g_autoptr (FfRole) facilitator = ff_role_new (FF_ROLE_UID_FACILITATOR);
  g_autoptr (FfRole) own = ff_role_new (NULL);
  g_autofree char *title = ff_role_make_title (facilitator, steps);
  g_autofree char *plain = ff_role_make_title (facilitator, NULL);
  g_autofree char *renamed = NULL;
  g_autoptr (FfRole) copy = NULL;

  g_assert_cmpint (ff_role_get_kind (own), ==, FF_ROLE_OWN);
  g_assert_cmpstr (ff_role_get_title (own), ==, "");
  g_assert_cmpint (ff_role_get_kind (facilitator), ==, FF_ROLE_FACILITATOR);
  g_assert_cmpstr (plain, ==, "Facilitator");
  g_assert_cmpstr (title, ==, "Chairperson");
  ff_role_set_name (facilitator, " Guide ");
  renamed = ff_role_make_title (facilitator, steps);
  g_assert_cmpstr (renamed, ==, "Guide");
  g_assert_false (ff_role_get_retired (facilitator));
  ff_role_set_retired (own, TRUE);
  copy = ff_role_copy (own);
  g_assert_true (ff_role_get_retired (copy));
}

static void
assert_need (FfRoster *roster, const char *group, const char *meeting, const char *role)
{
  g_autoptr (GPtrArray) needs = ff_roster_list_needs (roster, group, meeting);

  g_assert_cmpuint (needs->len, ==, 1);
  g_assert_cmpstr (((const FfNeed *) needs->pdata[0])->role, ==, role);
}

/* The meeting's own, else the group's, else a facilitator. */
static void
test_needs (void)
{
  g_autoptr (FfRoster) roster = ff_roster_new ();
  g_autoptr (GPtrArray) needs = NULL;

  ff_roster_take_need (roster, ff_need_new ("g", NULL, "host", 12, FALSE));
  ff_roster_take_need (roster, ff_need_new ("g", "m", "greeter", 1, TRUE));
  ff_roster_take_need (roster, ff_need_new ("other", "m", "clinician", 1, TRUE));
  assert_need (roster, "g", "m", "greeter");
  assert_need (roster, "g", "n", "host");
  assert_need (roster, "h", "n", FF_ROLE_UID_FACILITATOR);
  needs = ff_roster_list_needs (roster, "g", "n");
  g_assert_cmpuint (((const FfNeed *) needs->pdata[0])->places, ==, FF_NEED_MOST_PLACES);
}

static void
test_duty (void)
{
  static const gboolean fixed[FF_N_DUTY_STATUSES][2] = {
    [FF_DUTY_PROPOSED] = { FALSE, TRUE },  [FF_DUTY_ASKED] = { FALSE, TRUE },
    [FF_DUTY_CONFIRMED] = { TRUE, TRUE },  [FF_DUTY_SWAPPED] = { TRUE, TRUE },
    [FF_DUTY_DECLINED] = { FALSE, FALSE },
  };
  g_autoptr (FfAssignment) duty = ff_assignment_new (NULL);

  for (guint i = 0; i < FF_N_DUTY_STATUSES; i++)
    for (guint pinned = 0; pinned < 2; pinned++)
      {
        ff_assignment_set_status (duty, (FfDutyStatus) i);
        ff_assignment_set_pinned (duty, pinned);
        g_assert_cmpint (ff_assignment_is_fixed (duty), ==, fixed[i][pinned]);
        g_assert_cmpint (ff_assignment_is_live (duty), ==, i != FF_DUTY_DECLINED);
      }
}

static void
test_absorb (void)
{
  g_autoptr (FfVolunteer) kept = make_volunteer ();
  g_autoptr (FfVolunteer) gone = make_volunteer ();

  ff_volunteer_set_text (kept, FF_VOLUNTEER_NOTES, "Has a key");
  ff_volunteer_set_text (gone, FF_VOLUNTEER_NOTES, "Sings");
  ff_volunteer_set_text (gone, FF_VOLUNTEER_NAME, "Annie");
  ff_volunteer_set_text (gone, FF_VOLUNTEER_MAIL, "ann@example.org");
  ff_volunteer_set_set (kept, FF_VOLUNTEER_ROLES, (const char *const[]) { "host", NULL });
  ff_volunteer_set_set (gone, FF_VOLUNTEER_ROLES, (const char *const[]) { "greeter", NULL });
  ff_volunteer_set_set (gone, FF_VOLUNTEER_LANGUAGES, (const char *const[]) { "fr", NULL });
  g_ptr_array_add (ff_volunteer_get_absences (kept),
                   ff_absence_new ("2026-12-01", "2026-12-02", NULL));
  g_ptr_array_add (ff_volunteer_get_absences (gone),
                   ff_absence_new ("2026-12-01", "2026-12-02", "The same"));
  g_ptr_array_add (ff_volunteer_get_absences (gone),
                   ff_absence_new ("2027-12-01", "2027-12-02", NULL));
  g_ptr_array_add (ff_volunteer_get_trainings (gone),
                   ff_training_new ("x", "2026-12-01", NULL, NULL));
  ff_volunteer_set_position (gone, 49, -123);
  ff_volunteer_absorb (kept, gone);
  g_assert_cmpstr (ff_volunteer_get_name (kept), ==, "Ann");
  g_assert_cmpstr (ff_volunteer_get_text (kept, FF_VOLUNTEER_NOTES), ==, "Has a key\nSings");
  g_assert_cmpstr (ff_volunteer_get_text (kept, FF_VOLUNTEER_MAIL), ==, "ann@example.org");
  g_assert_cmpstrv (ff_volunteer_get_set (kept, FF_VOLUNTEER_ROLES),
                    ((const char *[]) { "greeter", "host", NULL }));
  /* Any language stays any. */
  g_assert_null (ff_volunteer_get_set (kept, FF_VOLUNTEER_LANGUAGES)[0]);
  g_assert_cmpuint (ff_volunteer_get_absences (kept)->len, ==, 2);
  g_assert_cmpuint (ff_volunteer_get_trainings (kept)->len, ==, 1);
  g_assert_true (ff_volunteer_get_position (kept, NULL, NULL));
}

/* What one entry alone says is there once. */
static void
test_absorb_notes (void)
{
  g_autoptr (FfVolunteer) kept = make_volunteer ();
  g_autoptr (FfVolunteer) gone = make_volunteer ();

  ff_volunteer_set_text (gone, FF_VOLUNTEER_NOTES, "Sings");
  ff_volunteer_absorb (kept, gone);
  g_assert_cmpstr (ff_volunteer_get_text (kept, FF_VOLUNTEER_NOTES), ==, "Sings");
  ff_volunteer_absorb (kept, gone);
  g_assert_cmpstr (ff_volunteer_get_text (kept, FF_VOLUNTEER_NOTES), ==, "Sings");
}

static void
set_emergency (FfVolunteer *volunteer, const char *name, const char *phone)
{
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_EMERGENCY_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_EMERGENCY_PHONE, phone);
}

/* Nobody's number is written beside another's name, nor one town's place on the map beside another town. */
static void
test_absorb_pairs (void)
{
  static const struct
  {
    const char *kept[2], *gone[2], *expected[2];
  } cases[] = {
    { { "Jo", "" }, { "Max", "604 555 0100" }, { "Jo", "" } },
    { { "", "604 555 0100" }, { "Max", "604 555 0199" }, { "", "604 555 0100" } },
    { { "Jo", "" }, { "Jo", "604 555 0100" }, { "Jo", "604 555 0100" } },
    { { "", "604 555 0100" }, { "Max", "604 555 0100" }, { "Max", "604 555 0100" } },
    { { "", "" }, { "Max", "604 555 0100" }, { "Max", "604 555 0100" } },
    { { "Jo", "" }, { "", "604 555 0100" }, { "Jo", "" } },
  };
  g_autoptr (FfVolunteer) town = make_volunteer ();
  g_autoptr (FfVolunteer) other_town = make_volunteer ();
  g_autoptr (FfVolunteer) same_town = make_volunteer ();
  g_autoptr (FfVolunteer) nowhere = make_volunteer ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfVolunteer) kept = make_volunteer ();
      g_autoptr (FfVolunteer) gone = make_volunteer ();

      set_emergency (kept, cases[i].kept[0], cases[i].kept[1]);
      set_emergency (gone, cases[i].gone[0], cases[i].gone[1]);
      ff_volunteer_absorb (kept, gone);
      g_assert_cmpstr (ff_volunteer_get_text (kept, FF_VOLUNTEER_EMERGENCY_NAME), ==,
                       cases[i].expected[0]);
      g_assert_cmpstr (ff_volunteer_get_text (kept, FF_VOLUNTEER_EMERGENCY_PHONE), ==,
                       cases[i].expected[1]);
    }

  ff_volunteer_set_text (town, FF_VOLUNTEER_HOME, "Ladner");
  ff_volunteer_set_text (other_town, FF_VOLUNTEER_HOME, "Toronto");
  ff_volunteer_set_position (other_town, 43.7, -79.4);
  ff_volunteer_absorb (town, other_town);
  g_assert_false (ff_volunteer_get_position (town, NULL, NULL));
  ff_volunteer_set_text (same_town, FF_VOLUNTEER_HOME, "Ladner");
  ff_volunteer_set_position (same_town, 49.1, -123.1);
  ff_volunteer_absorb (town, same_town);
  g_assert_true (ff_volunteer_get_position (town, NULL, NULL));
  ff_volunteer_absorb (nowhere, town);
  g_assert_cmpstr (ff_volunteer_get_text (nowhere, FF_VOLUNTEER_HOME), ==, "Ladner");
  g_assert_true (ff_volunteer_get_position (nowhere, NULL, NULL));
  ff_volunteer_set_text (nowhere, FF_VOLUNTEER_HOME, "");
  ff_volunteer_absorb (nowhere, other_town);
  g_assert_cmpstr (ff_volunteer_get_text (nowhere, FF_VOLUNTEER_HOME), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roster-model/texts", test_texts);
  g_test_add_func ("/roster-model/check", test_check);
  g_test_add_func ("/roster-model/training", test_training);
  g_test_add_func ("/roster-model/valid-until", test_valid_until);
  g_test_add_func ("/roster-model/role", test_role);
  g_test_add_func ("/roster-model/needs", test_needs);
  g_test_add_func ("/roster-model/duty", test_duty);
  g_test_add_func ("/roster-model/absorb", test_absorb);
  g_test_add_func ("/roster-model/absorb-notes", test_absorb_notes);
  g_test_add_func ("/roster-model/absorb-pairs", test_absorb_pairs);

  return g_test_run ();
}
