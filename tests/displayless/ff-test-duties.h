/* ff-test-duties.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up volunteers with duties.
 */

#pragma once

#include <gio/gio.h>

#include "ff-duty.h"
#include "ff-volunteer.h"

static inline FfWallTime
duty_wall (const char *text)
{
  FfWallTime time = { 0 };

  g_assert_true (ff_wall_time_parse (text, &time, NULL));
  return time;
}

static inline FfVolunteer *
make_volunteer (const char *uid, const char *name, const char *zone)
{
  FfVolunteer *volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, zone);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_LANGUAGE, "en");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_MAIL, "secret@example.org");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_PHONE, "+1 604 555 0123");
  return volunteer;
}

static inline FfGroup *
make_duty_group (void)
{
  FfGroup *group = ff_group_new ("group-1");

  ff_group_set_name (group, "Ladner");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Toronto");
  return group;
}

static inline FfMeeting *
make_duty_meeting (const char *uid, const char *zone, const char *start)
{
  FfMeeting *meeting = ff_meeting_new (uid);
  const FfWallTime time = duty_wall (start);
  g_autoptr (FfVenue) venue = ff_venue_new ();

  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_text (venue, FF_VENUE_NAME, "Community Hall");
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, "12 Bridge Street");
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://meet.example.org/j/81234567?pwd=Geheimnis");
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, "Geheimnis");
  ff_meeting_set_group (meeting, "group-1");
  ff_meeting_set_start (meeting, &time);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, zone);
  ff_meeting_set_venue (meeting, venue);
  return meeting;
}

static inline FfDuty *
make_duty (const char *uid,
           FfMeeting *meeting,
           const char *rule_time,
           FfOverride *override,
           const char *role,
           FfDutyStatus status)
{
  g_autoptr (FfAssignment) assignment = ff_assignment_new (uid);
  const FfWallTime time = duty_wall (rule_time);
  g_autoptr (FfOccurrence) occurrence = ff_occurrence_new (meeting, &time, override, NULL, NULL);
  g_autoptr (FfGroup) group = make_duty_group ();
  g_autoptr (FfRole) of = ff_role_new (role);

  g_assert_nonnull (occurrence);
  ff_assignment_set_volunteer (assignment, "volunteer-1");
  ff_assignment_set_place (assignment, ff_meeting_get_uid (meeting), &time, role, 0);
  ff_assignment_set_status (assignment, status);
  return ff_duty_new (assignment, occurrence, group, of);
}
