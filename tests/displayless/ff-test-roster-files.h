/* ff-test-roster-files.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small roster, and files of volunteers read and written with it.
 */

#pragma once

#include <string.h>

#include "ff-roster-export.h"
#include "ff-roster-plan.h"
#include "ff-roster-value.h"

#define DALE_UID "7d7a3f0e-3f5c-4a53-9d1c-5f1f6f6f0001"
#define FIRST_AID "First aid"

static inline FfVolunteer *
make_dale (void)
{
  FfVolunteer *dale = ff_volunteer_new (DALE_UID);
  const FfAvailability hours[] = { { 1, 540, 720, FF_WISH_LIKES },
                                   { 5, 1320, 1560, FF_WISH_RATHER_NOT },
                                   { 6, 0, 1440, FF_WISH_FREE },
                                   { 7, 600, 2880, FF_WISH_FREE } };

  ff_volunteer_set_text (dale, FF_VOLUNTEER_NAME, "Dale “D.” Ångström, Jr; the 2nd");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_PRONOUNS, "they/them");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_MAIL, "dale@example.org");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_PHONE, "+1 (604) 555-0100");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_ZONE, "America/Toronto");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_LANGUAGE, "fr-CA");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_HOME, "Ladner, near the park");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_EMERGENCY_NAME, "Sam, a cousin");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_EMERGENCY_PHONE, "604 555 0199");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_NOTES, "=HYPERLINK(\"x\")\nline two; with, signs \\ and \"quotes\"");
  ff_volunteer_set_text (dale, FF_VOLUNTEER_SOURCE, "card:17@example.org");
  ff_volunteer_set_set (dale, FF_VOLUNTEER_LANGUAGES, (const char *const[]) { "en", "fr-CA", NULL });
  ff_volunteer_set_set (dale, FF_VOLUNTEER_PROGRAMMES, (const char *const[]) { "four-points", NULL });
  ff_volunteer_set_set (dale, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { "facilitator", "role-tea", NULL });
  ff_volunteer_set_set (dale, FF_VOLUNTEER_GROUPS, (const char *const[]) { "group-a", NULL });
  ff_volunteer_set_serving (dale, FF_SERVING_IN_TRAINING);
  ff_volunteer_set_cap (dale, FF_CAP_WEEK, 1);
  ff_volunteer_set_cap (dale, FF_CAP_MONTH, 3);
  ff_volunteer_set_cap (dale, FF_CAP_IN_ROW, 2);
  ff_volunteer_set_only_groups (dale, TRUE);
  ff_volunteer_set_online_only (dale, TRUE);
  ff_volunteer_set_reach (dale, 25);
  ff_volunteer_set_position (dale, 49.0906, -123.0826);
  g_array_append_vals (ff_volunteer_get_availability (dale), hours, G_N_ELEMENTS (hours));
  g_ptr_array_add (ff_volunteer_get_absences (dale),
                   ff_absence_new ("2026-12-20", "2027-01-03", "family (north); skiing"));
  g_ptr_array_add (ff_volunteer_get_absences (dale),
                   ff_absence_new ("2027-02-01", "2027-02-01", NULL));
  g_ptr_array_add (ff_volunteer_get_trainings (dale),
                   ff_training_new ("req-check", "2026-01-15", "2029-01-14", "seen: office"));
  g_ptr_array_add (ff_volunteer_get_trainings (dale),
                   ff_training_new ("req-aid", "2026-02-15", NULL, NULL));
  g_ptr_array_add (ff_volunteer_get_steps (dale), ff_step_new ("Talked: why", "2026-01-02"));
  g_ptr_array_add (ff_volunteer_get_steps (dale), ff_step_new ("Led a part; alone", NULL));
  return dale;
}

static inline FfVolunteer *
make_somebody (const char *uid, const char *name, const char *mail, const char *phone)
{
  FfVolunteer *volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_MAIL, mail);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_PHONE, phone);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
  return volunteer;
}

static inline FfRequirement *
make_requirement (const char *uid, const char *name, guint months)
{
  FfRequirement *requirement = ff_requirement_new (uid);

  ff_requirement_set_name (requirement, name);
  ff_requirement_set_valid_months (requirement, months);
  return requirement;
}

/* Each of @volunteers (NULL-terminated) is taken. */
static inline FfRosterKnown *
make_known (FfVolunteer *first, ...)
{
  static const char *const built_in[] = { FF_ROLE_UID_FACILITATOR, FF_ROLE_UID_HOST };
  g_autoptr (FfRoster) roster = ff_roster_new ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (NULL);
  FfRole *tea = ff_role_new ("role-tea");
  FfGroup *group = ff_group_new ("group-a");
  va_list more;

  va_start (more, first);
  for (FfVolunteer *volunteer = first; volunteer != NULL; volunteer = va_arg (more, FfVolunteer *))
    ff_roster_take_volunteer (roster, volunteer);
  va_end (more);
  for (gsize i = 0; i < G_N_ELEMENTS (built_in); i++)
    ff_roster_take_role (roster, ff_role_new (built_in[i]));
  ff_role_set_name (tea, "Tea; and cake");
  ff_roster_take_role (roster, tea);
  ff_roster_take_requirement (roster, make_requirement ("req-check", "Background check", 36));
  ff_roster_take_requirement (roster, make_requirement ("req-aid", FIRST_AID, 0));
  ff_group_set_name (group, "Ladner Tuesday");
  ff_group_set_zone (group, "America/Halifax");
  g_ptr_array_add (groups, group);
  return ff_roster_known_new (roster, groups, programmes, "America/Vancouver");
}

static inline FfRosterImport *
read_bytes (const char *text,
            gsize length,
            const FfRosterAnswers *answers,
            const FfRosterKnown *known,
            GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (FfRosterAnswers) none = ff_roster_answers_new ();

  return ff_roster_import_parse (bytes, "people.csv", FF_ROSTER_UNKNOWN,
                                 answers != NULL ? answers : none, known, NULL, NULL, NULL, error);
}

static inline FfRosterImport *
read_text (const char *text, const FfRosterAnswers *answers, const FfRosterKnown *known)
{
  g_autoptr (GError) error = NULL;
  FfRosterImport *import = read_bytes (text, strlen (text), answers, known, &error);

  g_assert_no_error (error);
  return import;
}

static inline FfRosterRow *
get_row (FfRosterImport *import, guint position)
{
  g_assert_cmpuint (position, <, import->rows->len);
  return g_ptr_array_index (import->rows, position);
}

static inline FfVolunteer *
get_volunteer (FfRosterImport *import, guint position)
{
  FfRosterRow *row = get_row (import, position);

  g_assert_cmpstr (row->refused, ==, NULL);
  return row->volunteer;
}

static inline void
assert_refused (FfRosterImport *import, guint position, guint line, const char *part)
{
  FfRosterRow *row = get_row (import, position);

  g_assert_null (row->volunteer);
  g_test_message ("%u: %s", row->line, row->refused);
  g_assert_cmpuint (row->line, ==, line);
  g_assert_nonnull (strstr (row->refused, part));
  g_assert_true (g_str_has_suffix (row->refused, "."));
}

static inline void
assert_remark (FfRosterImport *import, guint position, const char *part)
{
  FfRosterRow *row = get_row (import, position);

  for (guint i = 0; i < row->remarks->len; i++)
    {
      if (strstr (g_ptr_array_index (row->remarks, i), part) != NULL)
        return;
    }
  g_error ("no remark with “%s”", part);
}

/* As our own table says it, so that a field that nobody compares is none. */
static inline void
assert_alike (FfVolunteer *a, FfVolunteer *b, const FfRosterKnown *known)
{
  for (guint i = FF_ROSTER_FIELD_NAME; i < FF_N_ROSTER_FIELDS; i++)
    {
      g_autofree char *first = ff_roster_value_write ((FfRosterField) i, a, known);
      g_autofree char *second = ff_roster_value_write ((FfRosterField) i, b, known);

      g_assert_cmpstr (first, ==, second);
    }
}
