/* write-duties.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes duties as a calendar, for other programs to read: with passcodes where there is an argument.
 *
 * write-duties MINUTES-LATER [with-passcodes]
 */

#include <stdio.h>

#include "ff-duty-calendar.h"
#include "ff-test-duties.h"

static const struct
{
  const char *uid, *zone, *rule_time, *role;
  FfDutyStatus status;
} duties[] = {
  { "duty-1", "America/Toronto", "2026-10-27T19:00", FF_ROLE_UID_FACILITATOR, FF_DUTY_PROPOSED },
  { "duty-2", "America/Toronto", "2026-11-03T19:00", FF_ROLE_UID_HOST, FF_DUTY_CONFIRMED },
  { "duty-3", "America/Toronto", "2026-11-01T00:30", FF_ROLE_UID_HOST, FF_DUTY_SWAPPED },
  { "duty-4", "Europe/London", "2027-03-28T01:30", FF_ROLE_UID_GREETER, FF_DUTY_ASKED },
  { "duty-5", "Australia/Lord_Howe", "2026-10-04T02:15", FF_ROLE_UID_GREETER, FF_DUTY_CONFIRMED },
  { "duty-6", "UTC", "2026-12-01T12:00", FF_ROLE_UID_HOST, FF_DUTY_DECLINED },
  { "duty-7", "America/Toronto", "2026-11-10T19:00", FF_ROLE_UID_HOST, FF_DUTY_CONFIRMED },
  { "duty-8", "America/Toronto", "2026-11-17T19:00", FF_ROLE_UID_HOST, FF_DUTY_CONFIRMED },
  { "duty-9", "Pacific/Auckland", "2027-01-01T09:00", FF_ROLE_UID_HOST, FF_DUTY_CONFIRMED },
};

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_duty_free);
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GDateTime) base = g_date_time_new_utc (2026, 11, 22, 18, 0, 0);
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (argc, >, 1);
  now = g_date_time_add_minutes (base, (int) g_ascii_strtoll (argv[1], NULL, 10));
  for (gsize i = 0; i < G_N_ELEMENTS (duties); i++)
    {
      const FfWallTime rule_time = duty_wall (duties[i].rule_time);
      const FfWallTime moved = duty_wall ("2026-11-11T18:00");
      g_autoptr (FfMeeting) meeting
          = make_duty_meeting ("meeting-1", duties[i].zone, duties[i].rule_time);
      g_autoptr (FfOverride) override = NULL;

      if (g_str_equal (duties[i].uid, "duty-7") || g_str_equal (duties[i].uid, "duty-8"))
        override = ff_override_new ("meeting-1", &rule_time);
      if (g_str_equal (duties[i].uid, "duty-7"))
        {
          ff_override_set_start (override, &moved);
          ff_override_set_place (override, "Library; ask, at the \\ desk");
        }
      else if (override != NULL)
        ff_override_set_cancelled (override, TRUE);
      g_ptr_array_add (all, make_duty (duties[i].uid, meeting, duties[i].rule_time, override,
                                       duties[i].role, duties[i].status));
    }
  text = ff_duty_calendar_write (all, catalogue, now, argc > 2);
  fputs (text, stdout); /* as it is, whatever the locale */
  return 0;
}
