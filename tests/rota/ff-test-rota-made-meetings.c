/* ff-test-rota-made-meetings.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up groups and their needs, meetings, places and dates.
 */

#include "ff-recurrence.h"
#include "ff-test-rota-made-private.h"

static const char *const role_uids[] = { FF_ROLE_UID_FACILITATOR, FF_ROLE_UID_HOST,
                                         FF_ROLE_UID_CO_FACILITATOR, FF_ROLE_UID_GREETER };

static void
take_requirement (FfTestRotaMade *made, const char *uid, const char *name, FfRequirementKind kind)
{
  FfRequirement *requirement = ff_requirement_new (uid);

  ff_requirement_set_name (requirement, name);
  ff_requirement_set_kind (requirement, kind);
  ff_roster_take_requirement (made->roster, requirement);
}

static void
take_roles (FfTestRotaMaking *making)
{
  const char *const facilitating[] = { "course", "check", NULL };
  const char *const hosting[] = { "keys", NULL };
  FfRoster *roster = making->made->roster;

  if (making->shape->traits & FF_TEST_ROTA_TRAININGS)
    {
      take_requirement (making->made, "course", "Facilitator training", FF_REQUIREMENT_TRAINING);
      take_requirement (making->made, "check", "Background check", FF_REQUIREMENT_CHECK);
      take_requirement (making->made, "keys", "Host training", FF_REQUIREMENT_TRAINING);
    }
  for (guint i = 0; i < making->shape->roles; i++)
    {
      FfRole *role = ff_role_new (role_uids[i]);

      if (making->shape->traits & FF_TEST_ROTA_TRAININGS)
        ff_role_set_requirements (role, i == 0 ? facilitating : i == 1 ? hosting : NULL);
      ff_roster_take_role (roster, role);
    }
}

/* The first two roles count as needed, the others mostly not. */
static void
take_needs (FfTestRotaMaking *making, const char *group, const char *meeting)
{
  for (guint i = 0; i < making->shape->roles; i++)
    {
      const guint places = i > 0 && chance (making, 10) ? 2 : 1;
      const gboolean required = i == 0 || chance (making, i == 1 ? 80 : 40);

      ff_roster_take_need (making->made->roster,
                           ff_need_new (group, meeting, role_uids[i], places, required));
    }
}

void
ff_test_rota_make_groups (FfTestRotaMaking *making)
{
  static const char *const zones[] = { "America/Toronto", "Europe/London", "Australia/Lord_Howe" };
  static const char *const languages[] = { "en", "fr-CA", "es", "" };

  take_roles (making);
  for (guint i = 0; i < making->shape->groups; i++)
    {
      g_autofree char *uid = g_strdup_printf ("g%u", i);
      g_autofree char *name = g_strdup_printf ("Group %u", i);
      FfGroup *group = ff_group_new (uid);
      const gboolean far = (making->shape->traits & FF_TEST_ROTA_ZONES) && chance (making, 10);

      ff_group_set_name (group, name);
      ff_group_set_programme (group, chance (making, 70) ? "4points" : "aa");
      ff_group_set_zone (group, far ? zones[any (making, 0, 2)] : FF_TEST_ROTA_ZONE);
      if (making->shape->traits & FF_TEST_ROTA_LANGUAGES)
        ff_group_set_language (group, chance (making, 75) ? "en" : languages[any (making, 0, 3)]);
      g_ptr_array_add (making->made->groups, group);
      /* Some say nothing: one facilitator. */
      if (making->shape->volunteers >= 60 || chance (making, 85))
        take_needs (making, uid, NULL);
    }
}

static void
set_venue (FfTestRotaMaking *making, FfMeeting *meeting)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);
  const int house = any (making, 0, MAX ((int) making->shape->meetings / 2, 1));
  g_autofree char *address = g_strdup_printf ("%d Elm Street", house);
  const gboolean known = house % 7 != 0;
  int mode = any (making, 0, 99);

  if (!(making->shape->traits & FF_TEST_ROTA_PLACES))
    mode = 99;
  ff_venue_set_mode (venue, mode < 20   ? FF_MODE_ONLINE
                            : mode < 32 ? FF_MODE_HYBRID
                            : mode < 36 ? FF_MODE_PHONE
                                        : FF_MODE_IN_PERSON);
  if (mode < 20 || (mode >= 32 && mode < 36) || !(making->shape->traits & FF_TEST_ROTA_PLACES))
    return;

  ff_venue_set_text (venue, FF_VENUE_ADDRESS, house % 11 == 3 ? "" : address);
  /* A house stays where it is. */
  if (known)
    ff_venue_set_position (venue, FF_TEST_ROTA_LATITUDE + 0.013 * (house % 17) - 0.1,
                           FF_TEST_ROTA_LONGITUDE + 0.027 * (house % 23) - 0.3);
}

static void
set_start (FfTestRotaMaking *making, FfMeeting *meeting)
{
  static const int starts[]
      = { 17 * 60, 17 * 60 + 30, 18 * 60, 18 * 60 + 30, 19 * 60,      19 * 60, 19 * 60 + 30,
          20 * 60, 12 * 60,      7 * 60,  9 * 60 + 45,  22 * 60 + 30, 23 * 60, 1 * 60 + 30 };
  static const guint minutes[] = { 60, 75, 90, 90, 120 };
  const gboolean crowded = making->shape->traits & FF_TEST_ROTA_CROWDED;
  const int weeks_ago = any (making, 10, 40);
  const int weekday = crowded ? any (making, 1, 2) : any (making, 0, 6);
  /* Most begin on the quarter of an hour; the others bring gaps of any length. */
  const int minute = starts[any (making, 0, crowded ? 3 : G_N_ELEMENTS (starts) - 1)]
                     + (chance (making, 40) ? any (making, 0, 29) : 0);
  g_autoptr (GDateTime) day = g_date_time_add_days (making->made->from, weekday - 7 * weeks_ago);
  const FfWallTime start = {
    (gint16) g_date_time_get_year (day),
    (guint8) g_date_time_get_month (day),
    (guint8) g_date_time_get_day_of_month (day),
    (guint8) (minute / 60),
    (guint8) (minute % 60),
  };
  const int repeat = making->shape->traits & FF_TEST_ROTA_DATES ? any (making, 0, 99) : 99;
  g_autofree char *rule = repeat < 12   ? ff_recurrence_build (FF_REPEAT_FORTNIGHTLY, &start)
                          : repeat < 20 ? ff_recurrence_build (FF_REPEAT_MONTHLY_LAST, &start)
                          : repeat < 28 ? g_strdup ("FREQ=MONTHLY;BYDAY=2TU")
                          : repeat < 33 ? g_strdup ("FREQ=WEEKLY;BYDAY=TU,TH")
                                        : ff_recurrence_build (FF_REPEAT_WEEKLY, &start);

  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_minutes (meeting, minutes[any (making, 0, G_N_ELEMENTS (minutes) - 1)]);
}

static void
add_override (FfTestRotaMaking *making, FfOccurrence *date)
{
  g_autoptr (GDateTime) moved
      = g_date_time_add_hours (ff_occurrence_get_start (date), any (making, -30, 30));
  const FfWallTime start = ff_wall_time_from_date_time (moved);
  FfOverride *override = ff_override_new (ff_meeting_get_uid (ff_occurrence_get_meeting (date)),
                                          ff_occurrence_get_rule_time (date));

  if (chance (making, 50))
    ff_override_set_cancelled (override, TRUE);
  else
    ff_override_set_start (override, &start);
  g_ptr_array_add (making->made->overrides, override);
}

static void
change_dates (FfTestRotaMaking *making)
{
  FfTestRotaMade *made = making->made;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GDateTime) day
          = g_date_time_add_days (made->from, any (making, 0, (int) making->shape->weeks * 7));
      const FfWallTime wall = ff_wall_time_from_date_time (day);

      ff_holidays_add (made->holidays, &wall, (FfHolidayPolicy) any (making, 0, 2), "A holiday");
    }
  ff_test_rota_made_list_dates (made);
  for (guint i = 0; i < made->occurrences->len; i++)
    if (chance (making, 6))
      add_override (making, g_ptr_array_index (made->occurrences, i));
}

void
ff_test_rota_make_meetings (FfTestRotaMaking *making)
{
  FfTestRotaMade *made = making->made;

  for (guint i = 0; i < making->shape->meetings; i++)
    {
      g_autofree char *uid = g_strdup_printf ("m%03u", i);
      FfGroup *group = i < made->groups->len ? g_ptr_array_index (made->groups, i)
                                             : pick (making, made->groups);
      FfMeeting *meeting = ff_meeting_new (uid);

      ff_meeting_set_group (meeting, ff_group_get_uid (group));
      ff_meeting_set_zone (meeting, ff_group_get_zone (group));
      set_start (making, meeting);
      set_venue (making, meeting);
      g_ptr_array_add (made->meetings, meeting);
      if (chance (making, 8))
        take_needs (making, ff_group_get_uid (group), uid);
    }
  if (making->shape->traits & FF_TEST_ROTA_DATES)
    change_dates (making);
  ff_test_rota_made_list_dates (made);
}
