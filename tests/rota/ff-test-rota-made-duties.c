/* ff-test-rota-made-duties.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up duties: agreed, asked, proposed, declined; in the stretch and around it; some that break rules.
 */

#include "ff-test-rota-made-private.h"

static FfVolunteer *
pick_volunteer (FfTestRotaMaking *making, const char *role)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (making->made->roster);
  FfVolunteer *volunteer = pick (making, volunteers);

  for (guint i = 0; i < 10 && !ff_volunteer_has (volunteer, FF_VOLUNTEER_ROLES, role); i++)
    volunteer = pick (making, volunteers);
  return volunteer;
}

static void
add_duty (FfTestRotaMaking *making,
          FfOccurrence *date,
          const char *role,
          guint place,
          FfDutyStatus status)
{
  g_autofree char *uid = g_strdup_printf ("a%u", making->made->assignments->len);
  FfAssignment *duty = ff_assignment_new (uid);

  ff_assignment_set_volunteer (duty, ff_volunteer_get_uid (pick_volunteer (making, role)));
  ff_assignment_set_place (duty, ff_meeting_get_uid (ff_occurrence_get_meeting (date)),
                           ff_occurrence_get_rule_time (date), role, place);
  ff_assignment_set_status (duty, status);
  if (status != FF_DUTY_DECLINED && chance (making, 10))
    ff_assignment_set_pinned (duty, TRUE);
  g_ptr_array_add (making->made->assignments, duty);
}

/* In a rota of one’s own age most places are open, some agreed; somebody said no to a few. */
static void
make_duties_of (FfTestRotaMaking *making, FfOccurrence *date, gboolean within)
{
  static const FfDutyStatus statuses[]
      = { FF_DUTY_PROPOSED, FF_DUTY_ASKED, FF_DUTY_ASKED, FF_DUTY_CONFIRMED, FF_DUTY_SWAPPED };
  const char *meeting = ff_meeting_get_uid (ff_occurrence_get_meeting (date));
  const char *group = ff_meeting_get_group (ff_occurrence_get_meeting (date));
  g_autoptr (GPtrArray) needs = ff_roster_list_needs (making->made->roster, group, meeting);

  for (guint i = 0; i < needs->len; i++)
    {
      const FfNeed *need = g_ptr_array_index (needs, i);

      for (guint place = 0; place < need->places; place++)
        if (chance (making, within ? 18 : 12))
          add_duty (making, date, need->role, place, statuses[any (making, 0, 4)]);
      if (within && chance (making, 6))
        add_duty (making, date, need->role, 0, FF_DUTY_DECLINED);
      if (within && chance (making, 1))
        add_duty (making, date, need->role, need->places + 1, FF_DUTY_CONFIRMED);
    }
}

void
ff_test_rota_make_duties (FfTestRotaMaking *making)
{
  FfTestRotaMade *made = making->made;

  for (guint i = 0; i < made->occurrences->len; i++)
    {
      FfOccurrence *date = g_ptr_array_index (made->occurrences, i);
      GDateTime *start = ff_occurrence_get_start (date);
      const gboolean within = g_date_time_compare (start, made->from) >= 0
                              && g_date_time_compare (start, made->until) < 0;

      if (making->shape->traits & (within ? FF_TEST_ROTA_DUTIES : FF_TEST_ROTA_MARGIN))
        make_duties_of (making, date, within);
    }
}
