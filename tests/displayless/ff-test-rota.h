/* ff-test-rota.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small rosters and rotas that a test writes out.
 */

#pragma once

#include "ff-rota-plan.h"

#define FF_TEST_ZONE "America/Los_Angeles"

/* One group, “Ladner”, that wants a host at each date. */
typedef struct
{
  FfRoster *roster;
  FfGroup *group;
  FfRole *host;
  GPtrArray *groups, *meetings, *overrides, *assignments, *occurrences;
  GDateTime *from, *until;
  FfRota *rota;
} FfTestRota;

static inline FfWallTime
ff_test_rota_wall (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfWallTime time = { 0 };

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static inline GDateTime *
ff_test_rota_instant (const char *text)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (FF_TEST_ZONE, NULL);
  const FfWallTime time = ff_test_rota_wall (text);

  return ff_wall_time_to_instant (&time, zone);
}

static inline FfGroup *
ff_test_rota_add_group (FfTestRota *self, const char *uid, const char *name)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, name);
  g_ptr_array_add (self->groups, group);
  return group;
}

/* An own role would be called by its uid; a built-in one is. */
static inline FfRole *
ff_test_rota_add_role (FfTestRota *self, const char *uid)
{
  FfRole *role = ff_role_new (uid);

  ff_roster_take_role (self->roster, role);
  return role;
}

static inline FfTestRota *
ff_test_rota_new (const char *from, guint weeks)
{
  FfTestRota *self = g_new0 (FfTestRota, 1);

  self->roster = ff_roster_new ();
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  self->overrides = g_ptr_array_new_with_free_func (g_object_unref);
  self->assignments = g_ptr_array_new_with_free_func (g_object_unref);
  self->occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  self->from = ff_test_rota_instant (from);
  self->until = g_date_time_add_weeks (self->from, (int) weeks);
  self->group = ff_test_rota_add_group (self, "ladner", "Ladner");
  self->host = ff_test_rota_add_role (self, FF_ROLE_UID_HOST);
  ff_roster_take_need (self->roster, ff_need_new ("ladner", NULL, FF_ROLE_UID_HOST, 1, TRUE));
  return self;
}

static inline void
ff_test_rota_free (FfTestRota *self)
{
  g_clear_object (&self->rota);
  g_object_unref (self->roster);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->overrides);
  g_ptr_array_unref (self->assignments);
  g_ptr_array_unref (self->occurrences);
  g_date_time_unref (self->from);
  g_date_time_unref (self->until);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTestRota, ff_test_rota_free)

/* Weekly, for an hour and a half, in person. */
static inline FfMeeting *
ff_test_rota_add_meeting (FfTestRota *self, const char *group, const char *uid, const char *start)
{
  FfMeeting *meeting = ff_meeting_new (uid);
  const FfWallTime time = ff_test_rota_wall (start);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_zone (meeting, FF_TEST_ZONE);
  ff_meeting_set_start (meeting, &time);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_minutes (meeting, 90);
  g_ptr_array_add (self->meetings, meeting);
  return meeting;
}

/* @weeks from Monday 12 October 2026 on, with a meeting “tuesday” at six. */
static inline FfTestRota *
ff_test_rota_new_tuesdays (guint weeks)
{
  FfTestRota *self = ff_test_rota_new ("2026-10-12T00:00", weeks);

  ff_test_rota_add_meeting (self, "ladner", "tuesday", "2026-06-02T18:00");
  return self;
}

static inline void
ff_test_rota_move (FfMeeting *meeting, FfMode mode, double latitude, double longitude)
{
  g_autoptr (FfVenue) venue = ff_venue_copy (ff_meeting_get_venue (meeting));

  ff_venue_set_mode (venue, mode);
  ff_venue_set_position (venue, latitude, longitude);
  ff_meeting_set_venue (meeting, venue);
}

static inline FfVolunteer *
ff_test_rota_add_volunteer (FfTestRota *self, const char *name)
{
  FfVolunteer *volunteer = ff_volunteer_new (name);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, FF_TEST_ZONE);
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES,
                        (const char *const[]) { FF_ROLE_UID_HOST, NULL });
  ff_roster_take_volunteer (self->roster, volunteer);
  return volunteer;
}

static inline FfAssignment *
ff_test_rota_give (FfTestRota *self,
                   const char *volunteer,
                   const char *meeting,
                   const char *date,
                   FfDutyStatus status)
{
  FfAssignment *assignment = ff_assignment_new (NULL);
  const FfWallTime time = ff_test_rota_wall (date);

  ff_assignment_set_volunteer (assignment, volunteer);
  ff_assignment_set_place (assignment, meeting, &time, FF_ROLE_UID_HOST, 0);
  ff_assignment_set_status (assignment, status);
  g_ptr_array_add (self->assignments, assignment);
  return assignment;
}

static inline void
ff_test_rota_be_free (FfVolunteer *volunteer, guint weekday, guint from, guint until, FfWish wish)
{
  g_autofree FfAvailability *window = ff_availability_new (weekday, from, until, wish);

  g_array_append_val (ff_volunteer_get_availability (volunteer), *window);
}

static inline void
ff_test_rota_be_away (FfVolunteer *volunteer, const char *from, const char *until)
{
  g_ptr_array_add (ff_volunteer_get_absences (volunteer), ff_absence_new (from, until, NULL));
}

static inline FfRequirement *
ff_test_rota_require (FfTestRota *self, FfRole *role, const char *uid, const char *name)
{
  FfRequirement *requirement = ff_requirement_new (uid);

  ff_requirement_set_name (requirement, name);
  ff_roster_take_requirement (self->roster, requirement);
  ff_role_set_requirements (role, (const char *const[]) { uid, NULL });
  return requirement;
}

static inline void
ff_test_rota_train (FfVolunteer *volunteer,
                    const char *requirement,
                    const char *done,
                    const char *until)
{
  g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                   ff_training_new (requirement, done, until, NULL));
}

/* Only the places of @group, where it is not %NULL. */
static inline FfRota *
ff_test_rota_lay_out (FfTestRota *self, const char *group)
{
  g_autoptr (GDateTime) from = g_date_time_add_days (self->from, -FF_ROTA_MARGIN_DAYS);
  g_autoptr (GDateTime) until = g_date_time_add_days (self->until, FF_ROTA_MARGIN_DAYS);

  g_ptr_array_set_size (self->occurrences, 0);
  for (guint i = 0; i < self->meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (self->meetings, i);
      g_autoptr (GPtrArray) overrides = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) dates = NULL;

      for (guint j = 0; j < self->overrides->len; j++)
        {
          FfOverride *override = g_ptr_array_index (self->overrides, j);

          if (g_str_equal (ff_override_get_meeting (override), ff_meeting_get_uid (meeting)))
            g_ptr_array_add (overrides, override);
        }
      dates = ff_meeting_list_occurrences (meeting, overrides, NULL, from, until, &error);
      g_assert_no_error (error);
      g_ptr_array_extend (self->occurrences, dates, (GCopyFunc) (void *) g_object_ref, NULL);
    }
  g_clear_object (&self->rota);
  self->rota = ff_rota_new (self->roster, self->groups, self->occurrences, self->assignments, group,
                            self->from, self->until);
  return self->rota;
}

/* @date: as the rule gave it; the first place of @role there */
static inline FfSlot *
ff_test_rota_slot_of (FfTestRota *self, const char *meeting, const char *date, const char *role)
{
  GPtrArray *slots = ff_rota_get_slots (self->rota);
  const FfWallTime time = ff_test_rota_wall (date);

  for (guint i = 0; i < slots->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (slots, i);
      FfOccurrence *occurrence = ff_slot_get_occurrence (slot);

      if (g_str_equal (ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)), meeting)
          && ff_wall_time_compare (ff_occurrence_get_rule_time (occurrence), &time) == 0
          && g_str_equal (ff_role_get_uid (ff_slot_get_role (slot)), role))
        return slot;
    }
  g_error ("no place at %s on %s", meeting, date);
}

static inline FfSlot *
ff_test_rota_slot (FfTestRota *self, const char *meeting, const char *date)
{
  return ff_test_rota_slot_of (self, meeting, date, FF_ROLE_UID_HOST);
}

#define ff_test_rota_assert(self, meeting, date, volunteer, expected)                              \
  g_assert_cmphex (ff_rota_find_hindrances (                                                       \
                       (self)->rota, ff_test_rota_slot ((self), (meeting), (date)), (volunteer)),  \
                   ==, (guint) (expected))

#define ff_test_rota_assert_words(self, meeting, date, volunteer, expected)                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *described = ff_rota_describe_hindrances (                                     \
        (self)->rota, ff_test_rota_slot ((self), (meeting), (date)), (volunteer));                 \
    g_assert_cmpstr (described, ==, (expected));                                                   \
  }                                                                                                \
  G_STMT_END
