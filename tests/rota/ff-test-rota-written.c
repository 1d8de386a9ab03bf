/* ff-test-rota-written.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rosters that are written out line by line.
 */

#include "ff-test-rota-written.h"

FfWallTime
ff_test_rota_wall (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfWallTime time = { 0 };

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

FfGroup *
ff_test_rota_write_group (FfTestRotaMade *made, const char *uid)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, uid);
  ff_group_set_programme (group, "4points");
  ff_group_set_zone (group, FF_TEST_ROTA_ZONE);
  g_ptr_array_add (made->groups, group);
  return group;
}

FfRole *
ff_test_rota_write_role (FfTestRotaMade *made, const char *uid, const char *requirement)
{
  const char *const requirements[] = { requirement, NULL };
  FfRole *role = ff_role_new (uid);

  if (requirement != NULL && ff_roster_find_requirement (made->roster, requirement) == NULL)
    {
      FfRequirement *asked = ff_requirement_new (requirement);

      ff_requirement_set_name (asked, requirement);
      ff_roster_take_requirement (made->roster, asked);
    }
  ff_role_set_requirements (role, requirements);
  ff_roster_take_role (made->roster, role);
  return role;
}

FfMeeting *
ff_test_rota_write_meeting (FfTestRotaMade *made,
                            const char *uid,
                            const char *group,
                            const char *start)
{
  FfMeeting *meeting = ff_meeting_new (uid);
  const FfWallTime first = ff_test_rota_wall (start);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_zone (meeting, FF_TEST_ROTA_ZONE);
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_minutes (meeting, 60);
  g_ptr_array_add (made->meetings, meeting);
  return meeting;
}

FfVolunteer *
ff_test_rota_write_volunteer (FfTestRotaMade *made, const char *uid, const char *role)
{
  const char *const roles[] = { role, NULL };
  FfVolunteer *volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, uid);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, FF_TEST_ROTA_ZONE);
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES, roles);
  ff_roster_take_volunteer (made->roster, volunteer);
  return volunteer;
}

void
ff_test_rota_write_training (FfVolunteer *volunteer, const char *requirement, const char *until)
{
  g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                   ff_training_new (requirement, "2025-03-01", until, NULL));
}

void
ff_test_rota_write_hours (FfVolunteer *volunteer,
                          guint weekday,
                          guint from,
                          guint until,
                          FfWish wish)
{
  const FfAvailability window = { weekday, from, until, wish };

  g_array_append_val (ff_volunteer_get_availability (volunteer), window);
}

FfAssignment *
ff_test_rota_write_duty (FfTestRotaMade *made,
                         const char *volunteer,
                         const char *meeting,
                         const char *start,
                         const char *role,
                         FfDutyStatus status)
{
  FfAssignment *duty = ff_assignment_new (NULL);
  const FfWallTime time = ff_test_rota_wall (start);

  ff_assignment_set_volunteer (duty, volunteer);
  ff_assignment_set_place (duty, meeting, &time, role, 0);
  ff_assignment_set_status (duty, status);
  g_ptr_array_add (made->assignments, duty);
  return duty;
}
