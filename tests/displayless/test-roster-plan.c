/* test-roster-plan.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What taking volunteers in would do: whom it adds and changes, and what it asks.
 */

#include "ff-test-roster-files.h"

#define BO_UID "7d7a3f0e-3f5c-4a53-9d1c-5f1f6f6f0002"

static FfRosterKnown *
make_usual (void)
{
  return make_known (make_dale (),
                     make_somebody (BO_UID, "Bo Roy", "home@example.org", "604 555 0142"), NULL);
}

static FfRosterPlan *
make_plan (const char *text, FfRosterKnown *known)
{
  g_autoptr (FfRosterImport) import = read_text (text, NULL, known);

  g_assert_cmpuint (import->asks, ==, 0);
  return ff_roster_plan_new (import, known);
}

static FfRosterStep *
get_step (FfRosterPlan *plan, guint position)
{
  g_assert_cmpuint (position, <, plan->steps->len);
  return g_ptr_array_index (plan->steps, position);
}

static void
test_same_again (void)
{
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (GPtrArray) all = ff_roster_export_list (known, NULL);
  char *files[] = { ff_vcard_write (all, known, FF_ROSTER_ALL),
                    ff_roster_csv_write (all, known, FF_ROSTER_ALL) };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (FfRosterPlan) plan = make_plan (files[i], known);
      g_autoptr (GPtrArray) saved = ff_roster_plan_list_volunteers (plan, NULL, NULL);

      g_assert_cmpuint (plan->counts[FF_ROSTER_STEP_SAME], ==, 2);
      g_assert_cmpuint (saved->len, ==, 0);
      g_free (files[i]);
    }
}

static void
test_change (void)
{
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan
      = make_plan ("UID,Name,Email,Roles,Notes\n" DALE_UID
                   ",Dale Angstrom,new@example.org,host,\n" DALE_UID ",Dale,,,\n",
                   known);
  g_autoptr (GPtrArray) saved = NULL;
  guint added, changed;
  FfVolunteer *dale;

  g_assert_cmpint (get_step (plan, 0)->change, ==, FF_ROSTER_STEP_CHANGED);
  g_assert_cmpstr (get_step (plan, 0)->summary, ==, "Name, Mail, Roles");
  g_assert_cmpint (get_step (plan, 1)->change, ==, FF_ROSTER_STEP_REFUSED);
  g_assert_nonnull (strstr (get_step (plan, 1)->summary, "Line 2"));
  saved = ff_roster_plan_list_volunteers (plan, &added, &changed);
  g_assert_cmpuint (added, ==, 0);
  g_assert_cmpuint (changed, ==, 1);
  dale = g_ptr_array_index (saved, 0);
  g_assert_cmpstr (ff_volunteer_get_uid (dale), ==, DALE_UID);
  g_assert_cmpstr (ff_volunteer_get_name (dale), ==, "Dale Angstrom");
  g_assert_false (ff_volunteer_has (dale, FF_VOLUNTEER_ROLES, "facilitator"));
  g_assert_true (ff_volunteer_has (dale, FF_VOLUNTEER_ROLES, "host"));
  /* What the row does not say stays: an empty cell says nothing. */
  g_assert_nonnull (strstr (ff_volunteer_get_text (dale, FF_VOLUNTEER_NOTES), "HYPERLINK"));
  g_assert_cmpstr (ff_volunteer_get_text (dale, FF_VOLUNTEER_ZONE), ==, "America/Toronto");
  g_assert_cmpuint (ff_volunteer_get_trainings (dale)->len, ==, 2);
}

/* A column of one training does not take the others away. */
static void
test_training_column (void)
{
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan
      = make_plan ("UID,Name,Background check\n" DALE_UID ",Dale,2026-11-20\n", known);
  FfVolunteer *after = get_step (plan, 0)->after;

  g_assert_cmpuint (ff_volunteer_get_trainings (after)->len, ==, 3);
}

/* Which zone is taken is told once, and only of those who are new. */
static void
test_zones (void)
{
  static const struct
  {
    const char *rows;
    const char *told;
  } files[] = {
    { DALE_UID ",Dale,,\n", NULL },
    { ",Cy,,Europe/Paris\n", NULL },
    { ",Cy,,Europe/Paris\n,Di,,\n" DALE_UID ",Dale,,\n",
      "1 line says no time zone; for whoever is new there America/Vancouver is taken." },
    { ",Cy,Ladner Tuesday,\n,Di,Ladner Tuesday,\n",
      "2 lines say no time zone; for whoever is new there America/Halifax is taken." },
    { ",Cy,Ladner Tuesday,\n,Di,,\n,Bo Roy,,\n",
      "3 lines say no time zone; for whoever is new there their group’s is taken." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (FfRosterKnown) known = make_usual ();
      g_autofree char *text = g_strconcat ("UID,Name,Groups,Time zone\n", files[i].rows, NULL);
      g_autoptr (FfRosterPlan) plan = make_plan (text, known);
      g_autofree char *told = ff_roster_plan_describe_zones (plan);

      g_assert_cmpstr (told, ==, files[i].told);
    }
}

static void
test_source (void)
{
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan
      = make_plan ("BEGIN:VCARD\nVERSION:4.0\nUID:card:17@example.org\nFN:Dale\nEND:VCARD\n",
                   known);

  g_assert_cmpint (get_step (plan, 0)->change, ==, FF_ROSTER_STEP_CHANGED);
  g_assert_cmpstr (ff_volunteer_get_uid (get_step (plan, 0)->before), ==, DALE_UID);
}

/* Two cards of one number would be one person the next time. */
static void
test_source_twice (void)
{
  static const char text[] = "BEGIN:VCARD\nVERSION:4.0\nUID:card:18\nFN:Cy\nEND:VCARD\n"
                             "BEGIN:VCARD\nVERSION:4.0\nUID:card:18\nFN:Di\nEND:VCARD\n";
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan = make_plan (text, known);

  g_assert_cmpint (get_step (plan, 0)->change, ==, FF_ROSTER_STEP_ADDED);
  g_assert_cmpint (get_step (plan, 1)->change, ==, FF_ROSTER_STEP_REFUSED);
  g_assert_nonnull (strstr (get_step (plan, 1)->summary, "Line 1"));
}

/* Some programs write every letter of a number large. */
static void
test_large_number (void)
{
  g_autofree char *number = g_ascii_strup (DALE_UID, -1);
  g_autofree char *text = g_strconcat ("UID,Name\n", number, ",Dale\n", NULL);
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan = make_plan (text, known);

  g_assert_cmpint (get_step (plan, 0)->change, ==, FF_ROSTER_STEP_CHANGED);
  g_assert_cmpstr (ff_volunteer_get_uid (get_step (plan, 0)->after), ==, DALE_UID);
}

static void
assert_outcome (FfRosterDecision decision, guint n_added, guint n_changed)
{
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan
      = make_plan ("Name,Email,Roles\nAl Roy,HOME@example.org,host\n", known);
  g_autoptr (GPtrArray) saved = NULL;
  guint added, changed;

  ff_roster_plan_decide_all (plan, decision);
  g_assert_cmpuint (ff_roster_plan_count_undecided (plan), ==,
                    decision == FF_ROSTER_UNDECIDED ? 1 : 0);
  saved = ff_roster_plan_list_volunteers (plan, &added, &changed);
  g_assert_cmpuint (added, ==, n_added);
  g_assert_cmpuint (changed, ==, n_changed);
  if (n_changed == 0)
    return;
  g_assert_cmpstr (ff_volunteer_get_name (g_ptr_array_index (saved, 0)), ==, "Bo Roy");
  g_assert_true (ff_volunteer_has (g_ptr_array_index (saved, 0), FF_VOLUNTEER_ROLES, "host"));
}

/* A couple has one mail: a question, and each answer does what it says. */
static void
test_one_mail (void)
{
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan
      = make_plan ("Name,Email,Roles\nAl Roy,HOME@example.org,host\n", known);
  const FfRosterStep *step = get_step (plan, 0);
  const FfRosterCandidate *candidate = g_ptr_array_index (step->candidates, 0);

  g_assert_cmpint (step->change, ==, FF_ROSTER_STEP_DUPLICATE);
  g_assert_cmpuint (candidate->like, ==, FF_ROSTER_LIKE_MAIL);
  g_assert_cmpuint (candidate->line, ==, 0);
  g_assert_cmpstr (ff_volunteer_get_uid (candidate->volunteer), ==, BO_UID);
  assert_outcome (FF_ROSTER_UNDECIDED, 0, 0);
  assert_outcome (FF_ROSTER_SKIP, 0, 0);
  assert_outcome (FF_ROSTER_ADD, 1, 0);
  assert_outcome (FF_ROSTER_MERGE, 0, 1);
}

/* Those who are here are not the same, and whoever comes may be either: that is asked all the same. */
static void
test_apart (void)
{
  g_autoptr (FfVolunteer) bo = make_somebody (BO_UID, "Bo Roy", "home@example.org", "");
  g_autoptr (FfVolunteer) al = make_somebody (NULL, "Al Roy", "home@example.org", "");
  g_autofree char *al_uid = g_strdup (ff_volunteer_get_uid (al));
  g_autoptr (FfRosterKnown) known = NULL;
  g_autoptr (FfRosterPlan) plan = NULL;

  known = make_known (g_steal_pointer (&bo), g_steal_pointer (&al), NULL);
  ff_roster_add_apart (ff_roster_known_get_roster (known), al_uid, BO_UID);
  plan = make_plan ("Name,Email\nA. Roy,home@example.org\n", known);
  g_assert_cmpuint (plan->counts[FF_ROSTER_STEP_DUPLICATE], ==, 1);
  g_assert_cmpuint (get_step (plan, 0)->candidates->len, ==, 2);
}

/* One that is retired is not offered for a word that nobody knows, and known where it is named. */
static void
test_retired_role (void)
{
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_auto (GStrv) before = ff_roster_known_list (known, FF_ROSTER_NAMES_ROLE);
  g_auto (GStrv) after = NULL;
  g_auto (GStrv) requirements = NULL;

  ff_role_set_retired (ff_roster_find_role (ff_roster_known_get_roster (known), "role-tea"), TRUE);
  after = ff_roster_known_list (known, FF_ROSTER_NAMES_ROLE);
  g_assert_true (g_strv_contains ((const char *const *) before, "role-tea"));
  g_assert_false (g_strv_contains ((const char *const *) after, "role-tea"));
  g_assert_cmpuint (g_strv_length (after), ==, g_strv_length (before) - 2);
  g_assert_cmpstr (ff_roster_known_find (known, FF_ROSTER_NAMES_ROLE, "tea; and cake"), ==,
                   "role-tea");
  requirements = ff_roster_known_list (known, FF_ROSTER_NAMES_REQUIREMENT);
  g_assert_cmpuint (g_strv_length (requirements), ==, 4);
}

/* Two of a file: the second asks, and merged both are one. */
static void
test_within_file (void)
{
  static const char text[]
      = "Name,Email,Phone,Roles\nCy,office@example.org,,host\n"
        "Di,office@example.org,+1 604 555 0177,\nDee,,604-555-0177,facilitator\n"
        "Cy,office@example.org,,\n";
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan = make_plan (text, known);
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GPtrArray) apart = NULL;
  guint added, changed;
  const FfRosterCandidate *candidate = g_ptr_array_index (get_step (plan, 1)->candidates, 0);

  g_assert_cmpuint (plan->counts[FF_ROSTER_STEP_ADDED], ==, 1);
  g_assert_cmpuint (plan->counts[FF_ROSTER_STEP_DUPLICATE], ==, 2);
  g_assert_cmpuint (plan->counts[FF_ROSTER_STEP_SAME], ==, 1);
  g_assert_nonnull (strstr (get_step (plan, 3)->summary, "line 2"));
  g_assert_cmpuint (candidate->line, ==, 2);
  ff_roster_plan_decide_all (plan, FF_ROSTER_MERGE);
  merged = ff_roster_plan_list_volunteers (plan, &added, &changed);
  g_assert_cmpuint (added, ==, 1);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_cmpstr (ff_volunteer_get_name (g_ptr_array_index (merged, 0)), ==, "Cy");
  g_assert_true (
      ff_volunteer_has (g_ptr_array_index (merged, 0), FF_VOLUNTEER_ROLES, "facilitator"));
  /* Merged into whom is skipped, the row stands for itself. */
  get_step (plan, 1)->decision = FF_ROSTER_SKIP;
  apart = ff_roster_plan_list_volunteers (plan, &added, &changed);
  g_assert_cmpuint (added, ==, 2);
}

static void
test_likeness (void)
{
  g_autoptr (FfVolunteer) a = make_somebody (NULL, "Zoé  Roy", "", "+1 (604) 555-0100");
  g_autoptr (FfVolunteer) b = make_somebody (NULL, "zoe roy", "", "604.555.0100");
  g_autoptr (FfVolunteer) c = make_somebody (NULL, "Al", "AL@example.org", "100");
  g_autoptr (FfVolunteer) d = make_somebody (NULL, "Bo", "al@example.org", "100");
  g_autoptr (FfRoster) roster = ff_roster_new ();
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GPtrArray) less = NULL;
  g_autoptr (GPtrArray) apart = NULL;
  g_autofree char *words = NULL;
  const FfRosterPair *first;

  g_assert_cmpuint (ff_roster_compare (a, b), ==, FF_ROSTER_LIKE_NAME | FF_ROSTER_LIKE_PHONE);
  g_assert_cmpuint (ff_roster_compare (a, c), ==, 0);
  g_assert_cmpuint (ff_roster_compare (c, d), ==, FF_ROSTER_LIKE_MAIL);
  words = ff_roster_like_describe (FF_ROSTER_LIKE_NAME | FF_ROSTER_LIKE_PHONE);
  g_assert_cmpstr (words, ==, "same name, same phone number");
  ff_roster_take_volunteer (roster, g_object_ref (c));
  ff_roster_take_volunteer (roster, g_object_ref (a));
  ff_roster_take_volunteer (roster, g_object_ref (d));
  ff_roster_take_volunteer (roster, g_object_ref (b));
  pairs = ff_roster_list_pairs (roster, 100);
  g_assert_cmpuint (pairs->len, ==, 2);
  first = g_ptr_array_index (pairs, 0);
  g_assert_true (first->first == a && first->second == b);
  /* In either order; and they take no place of those who may be. */
  ff_roster_add_apart (roster, ff_volunteer_get_uid (d), ff_volunteer_get_uid (c));
  less = ff_roster_list_pairs (roster, 1);
  g_assert_cmpuint (less->len, ==, 1);
  first = g_ptr_array_index (less, 0);
  g_assert_true (first->first == a && first->second == b);
  /* By name, each pair once however often it was said; two may have nothing in common by now. */
  ff_roster_add_apart (roster, ff_volunteer_get_uid (c), ff_volunteer_get_uid (d));
  ff_roster_add_apart (roster, ff_volunteer_get_uid (a), ff_volunteer_get_uid (c));
  apart = ff_roster_list_apart_pairs (roster);
  g_assert_cmpuint (apart->len, ==, 2);
  first = g_ptr_array_index (apart, 0);
  g_assert_true (first->first == c && first->second == d && first->like == FF_ROSTER_LIKE_MAIL);
  first = g_ptr_array_index (apart, 1);
  g_assert_true (first->first == c && first->second == a && first->like == 0);
}

/* A whole office has one mail: what it asks stays bounded. */
static void
test_office (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Email\n");
  g_autoptr (FfRosterKnown) known = make_usual ();
  g_autoptr (FfRosterPlan) plan = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "Person %u,office@example.org\n", i);
  plan = make_plan (text->str, known);
  g_assert_cmpuint (plan->counts[FF_ROSTER_STEP_DUPLICATE], ==, 2999);
  g_assert_cmpuint (get_step (plan, 2999)->candidates->len, <=, FF_ROSTER_MOST_CANDIDATES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster-plan/same-again", test_same_again);
  g_test_add_func ("/roster-plan/change", test_change);
  g_test_add_func ("/roster-plan/zones", test_zones);
  g_test_add_func ("/roster-plan/training-column", test_training_column);
  g_test_add_func ("/roster-plan/source", test_source);
  g_test_add_func ("/roster-plan/source-twice", test_source_twice);
  g_test_add_func ("/roster-plan/large-number", test_large_number);
  g_test_add_func ("/roster-plan/one-mail", test_one_mail);
  g_test_add_func ("/roster-plan/apart", test_apart);
  g_test_add_func ("/roster-plan/retired-role", test_retired_role);
  g_test_add_func ("/roster-plan/within-file", test_within_file);
  g_test_add_func ("/roster-plan/likeness", test_likeness);
  g_test_add_func ("/roster-plan/office", test_office);
  return g_test_run ();
}
