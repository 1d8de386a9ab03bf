/* test-schedule-dates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What paper says of when a meeting is: how often, its next dates, what is different soon, and in which zone.
 */

#include <langinfo.h>
#include <locale.h>

#include "ff-test-paper.h"

/* What is said of how often, and of what is different soon. */
static void
test_dates (void)
{
  static const struct
  {
    const char *start, *rule, *says;
  } cases[] = {
    { "2026-11-10T19:00", "FREQ=WEEKLY;BYDAY=TU", "Tuesday 19:00–20:30 Harbour" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
      "Every two weeks Next: 24 November, 8 December, 22 December" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "Every 3 weeks Next: 1 December" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=2TU",
      "Second Tuesday of the month Next: 8 December, 12 January 2027" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", "Last Tuesday of the month" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYDAY=1TU,3TU",
      "First Tuesday of the month, Third Tuesday of the month" },
    { "2026-11-10T19:00", "FREQ=MONTHLY;BYMONTHDAY=10", "On other dates 19:00–20:30 Harbour" },
    { "2026-12-05T19:00", NULL, "Next: 5 December" },
    { "2025-12-05T19:00", NULL, "No date in the next twelve months" },
    { "2025-12-05T19:00", "FREQ=WEEKLY;COUNT=3", "No date in the next twelve months" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;UNTIL=20261231", "Until 29 December" },
    { "2027-01-05T19:00", "FREQ=WEEKLY;BYDAY=TU", "From 5 January 2027 on" },
    { "2026-11-10T19:00", "FREQ=DAILY", "Every day 19:00–20:30 Harbour" },
    { "2026-11-10T23:30", "FREQ=WEEKLY", "23:30–01:00" },
    { "2026-11-10T19:00", "FREQ=WEEKLY;BYDAY=MO,WE",
      "Monday 19:00–20:30 Harbour O On Monday, Wednesday In person Wednesday 19:00–20:30 Harbour "
      "See Monday" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
      g_autoptr (FfMeeting) meeting = make_meeting (group, "", cases[i].start, cases[i].rule);
      g_autoptr (FfSchedule) schedule = make_schedule_of (group, meeting);
      g_autoptr (FfSheet) sheet
          = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
      g_autofree char *text = read_text (sheet);

      assert_says (text, cases[i].says);
    }
}

static void
test_changes (void)
{
  g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
  g_autoptr (FfMeeting) meeting
      = make_meeting (group, "", "2026-11-03T19:00", "FREQ=WEEKLY;BYDAY=TU");
  g_autoptr (FfPauses) pauses
      = ff_pauses_parse ("2026-12-15/2027-01-10 " SECRET "\n2026-01-01/2026-01-10 Long ago", NULL);
  g_autoptr (FfHolidays) holidays = ff_holidays_new (NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GPtrArray) overrides = g_ptr_array_new ();
  g_autoptr (GPtrArray) calendars = g_ptr_array_new ();
  g_autoptr (FfOverride) cancelled = NULL;
  g_autoptr (FfOverride) moved = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfSheet) sheet = NULL;
  g_autofree char *text = NULL;
  const FfWallTime tuesday = { 2026, 11, 24, 19, 0 }, next = { 2026, 12, 1, 19, 0 };
  const FfWallTime thursday = { 2026, 12, 3, 18, 30 }, day = { 2026, 12, 8, 0, 0 };

  ff_meeting_set_pauses (meeting, pauses);
  ff_holidays_add (holidays, &day, FF_HOLIDAY_CANCEL, "A holiday");
  ff_group_set_text (group, FF_GROUP_HOLIDAYS, ff_holidays_get_uid (holidays));
  cancelled = ff_override_new (ff_meeting_get_uid (meeting), &tuesday);
  ff_override_set_cancelled (cancelled, TRUE);
  ff_override_set_note (cancelled, SECRET);
  moved = ff_override_new (ff_meeting_get_uid (meeting), &next);
  ff_override_set_start (moved, &thursday);
  ff_override_set_place (moved, "The library");
  g_ptr_array_add (groups, group);
  g_ptr_array_add (meetings, meeting);
  g_ptr_array_add (overrides, cancelled);
  g_ptr_array_add (overrides, moved);
  g_ptr_array_add (calendars, holidays);
  schedule = ff_schedule_new (groups, meetings, overrides, calendars);
  sheet = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_POSTER });
  text = read_text (sheet);

  assert_says (text, "No meetings from 15 December to 10 January 2027");
  assert_says (text, "1 December is moved to 3 December, 18:30");
  assert_says (text, "On 3 December: The library");
  assert_says (text, "Not on 24 November, 8 December");
  assert_says_not (text, "Long ago");
  assert_says_not (text, "January 2026");
  assert_says_not (text, SECRET);
}

static void
test_zones (void)
{
  g_autoptr (FfSchedule) schedule = make_schedule (2);
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_autoptr (FfSheet) alike = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
  g_autofree char *text = read_text (alike);
  g_autofree char *text_elsewhere = NULL;
  g_autofree char *text_of_both = NULL;
  g_autoptr (FfSheet) elsewhere = NULL;
  g_autoptr (FfSheet) both = NULL;

  assert_says_not (text, " time");
  ff_meeting_set_zone (g_ptr_array_index (meetings, 0), "America/St_Johns");
  both = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
  text_of_both = read_text (both);
  assert_says (text_of_both, "19:00–20:30 St Johns time");
  assert_says (text_of_both, "19:00–20:30 Vancouver time");
  ff_meeting_set_zone (g_ptr_array_index (meetings, 1), "America/St_Johns");
  elsewhere = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_LIST });
  text_elsewhere = read_text (elsewhere);
  assert_says (text_elsewhere, "All hours are St Johns time.");
  g_assert_cmpuint (count (text_elsewhere, "St Johns"), ==, 1);
}

/* Hours as the locale has them, in its own language only. */
static void
test_twelve_hours (void)
{
  static const struct
  {
    const char *start, *language, *says;
  } cases[] = {
    { "2026-11-10T19:00", "en", "7:00–8:30 pm Harbour" },
    { "2026-11-10T11:00", "en", "11:00 am–12:30 pm Harbour" },
    { "2026-11-10T23:30", "en", "11:30 pm–1:00 am Harbour" },
    { "2026-11-10T00:15", "en", "12:15–1:45 am Harbour" },
    { "2026-11-10T19:00", "fr", "19:00–20:30 Harbour" },
  };

  if (setlocale (LC_TIME, "en_US.UTF-8") == NULL || strpbrk (nl_langinfo (T_FMT), "rIlp") == NULL)
    {
      g_test_skip ("There is no locale of twelve hours here");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfGroup) group = make_group ("Harbour", FF_SETTING_COMMUNITY);
      g_autoptr (FfMeeting) meeting = make_meeting (group, "", cases[i].start, "FREQ=WEEKLY");
      g_autoptr (FfSchedule) schedule = make_schedule_of (group, meeting);
      g_autoptr (FfSheet) sheet
          = make_sheet (schedule, (FfScheduleStyle) { .form = FF_SCHEDULE_POSTER,
                                                      .language = cases[i].language });
      g_autofree char *text = read_text (sheet);

      assert_says (text, cases[i].says);
    }
  setlocale (LC_TIME, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule-dates/dates", test_dates);
  g_test_add_func ("/schedule-dates/changes", test_changes);
  g_test_add_func ("/schedule-dates/twelve-hours", test_twelve_hours);
  g_test_add_func ("/schedule-dates/zones", test_zones);

  return g_test_run ();
}
