/* test-reminder.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which reminders it is time for, and what they say.
 */

#include <string.h>

#include "ff-reminder-notice.h"

typedef struct
{
  GPtrArray *groups;
  GPtrArray *meetings;
  GPtrArray *overrides;
} Parts;

static FfWallTime
wall (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfWallTime time = { 0 };

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static GDateTime *
at (const char *text)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);
  const FfWallTime time = wall (text);

  return ff_wall_time_to_instant (&time, zone);
}

static void
set_up (Parts *parts, gconstpointer data)
{
  FfGroup *group = ff_group_new ("group");

  ff_group_set_name (group, "Tuesday group");
  parts->groups = g_ptr_array_new_with_free_func (g_object_unref);
  parts->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  parts->overrides = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (parts->groups, group);
}

static void
tear_down (Parts *parts, gconstpointer data)
{
  g_clear_pointer (&parts->groups, g_ptr_array_unref);
  g_clear_pointer (&parts->meetings, g_ptr_array_unref);
  g_clear_pointer (&parts->overrides, g_ptr_array_unref);
}

static FfMeeting *
add (Parts *parts, const char *uid, const char *start)
{
  FfMeeting *meeting = ff_meeting_new (uid);
  const FfWallTime first = wall (start);

  ff_meeting_set_group (meeting, "group");
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  g_ptr_array_add (parts->meetings, meeting);
  return meeting;
}

static FfOverride *
differ (Parts *parts, const char *uid, const char *date)
{
  const FfWallTime time = wall (date);
  FfOverride *override = ff_override_new (uid, &time);

  g_ptr_array_add (parts->overrides, override);
  return override;
}

/* The week from Monday 23 November 2026. */
static GPtrArray *
plan (Parts *parts)
{
  g_autoptr (FfSchedule) schedule
      = ff_schedule_new (parts->groups, parts->meetings, parts->overrides, NULL);
  g_autoptr (GDateTime) from = at ("2026-11-23T00:00");
  g_autoptr (GDateTime) until = at ("2026-11-30T00:00");

  return ff_reminder_plan (schedule, from, until, NULL);
}

static guint
count_due (GPtrArray *reminders, const char *now, int minutes)
{
  g_autoptr (GDateTime) time = at (now);
  g_autoptr (GPtrArray) due
      = ff_reminder_list_due (reminders, time, minutes, (const char *const[]) { NULL });

  return due->len;
}

static void
test_when (Parts *parts, gconstpointer data)
{
  g_autoptr (GPtrArray) reminders = NULL;

  add (parts, "a", "2026-11-03T19:00");
  reminders = plan (parts);
  g_assert_cmpuint (reminders->len, ==, 1);
  g_assert_cmpuint (count_due (reminders, "2026-11-24T17:59", 60), ==, 0);
  g_assert_cmpuint (count_due (reminders, "2026-11-24T18:00", 60), ==, 1);
  g_assert_cmpuint (count_due (reminders, "2026-11-24T18:59", 60), ==, 1);
  /* what has begun is left alone, also after a sleep */
  g_assert_cmpuint (count_due (reminders, "2026-11-24T19:00", 60), ==, 0);
  g_assert_cmpuint (count_due (reminders, "2026-11-25T09:00", 60), ==, 0);
  g_assert_cmpuint (count_due (reminders, "2026-11-23T19:00", 1440), ==, 1);
  g_assert_cmpuint (count_due (reminders, "2026-11-23T18:59", 1440), ==, 0);
}

static void
test_which (Parts *parts, gconstpointer data)
{
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-11-24/2026-11-24", NULL);
  FfGroup *sample = ff_group_new ("sample");
  const FfWallTime moved = wall ("2026-11-25T20:00");
  g_autoptr (GPtrArray) reminders = NULL;

  ff_group_set_sample (sample, TRUE);
  g_ptr_array_add (parts->groups, sample);
  add (parts, "held", "2026-11-03T19:00");
  add (parts, "cancelled", "2026-11-03T19:00");
  add (parts, "moved", "2026-11-03T19:00");
  ff_meeting_set_pauses (add (parts, "paused", "2026-11-03T19:00"), pauses);
  ff_meeting_set_group (add (parts, "made up", "2026-11-03T19:00"), "sample");
  ff_meeting_set_by_appointment (add (parts, "asked", "2026-11-03T19:00"), TRUE);
  ff_override_set_cancelled (differ (parts, "cancelled", "2026-11-24T19:00"), TRUE);
  ff_override_set_start (differ (parts, "moved", "2026-11-24T19:00"), &moved);

  reminders = plan (parts);
  g_assert_cmpuint (reminders->len, ==, 2);
  g_assert_cmpuint (count_due (reminders, "2026-11-24T18:30", 60), ==, 1);
  g_assert_cmpuint (count_due (reminders, "2026-11-25T19:30", 60), ==, 1);
}

static void
test_once (Parts *parts, gconstpointer data)
{
  const FfWallTime later = wall ("2026-11-24T19:30");
  g_autoptr (GDateTime) now = at ("2026-11-24T18:30");
  g_autoptr (GDateTime) after = at ("2026-11-24T19:00");
  g_autoptr (GPtrArray) first = NULL, second = NULL, due = NULL, due_again = NULL;
  g_autofree char *key = NULL;
  g_auto (GStrv) kept = NULL, gone = NULL;

  add (parts, "a", "2026-11-03T19:00");
  first = plan (parts);
  key = ff_reminder_get_key (g_ptr_array_index (first, 0));
  due = ff_reminder_list_due (first, now, 60, (const char *const[]) { "other", key, NULL });
  g_assert_cmpuint (due->len, ==, 0);

  /* somebody puts it off: that is news */
  ff_override_set_start (differ (parts, "a", "2026-11-24T19:00"), &later);
  second = plan (parts);
  due_again = ff_reminder_list_due (second, now, 60, (const char *const[]) { key, NULL });
  g_assert_cmpuint (due_again->len, ==, 1);

  kept = ff_reminder_keep ((const char *const[]) { key, "nonsense", NULL }, now);
  g_assert_cmpuint (g_strv_length (kept), ==, 1);
  gone = ff_reminder_keep ((const char *const *) kept, after);
  g_assert_cmpuint (g_strv_length (gone), ==, 0);
}

static void
test_body (Parts *parts, gconstpointer data)
{
  static const struct
  {
    const char *place;
    const char *link;
    const char *body;
  } cases[] = {
    { "Library", "", "At 19:00, Library" },
    { "", "https://example.org", "At 19:00, online" },
    { "Library", "https://example.org", "At 19:00, Library and online" },
    { "", "", "At 19:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfMeeting *meeting = add (parts, "a", "2026-11-03T19:00");
      g_autoptr (GPtrArray) reminders = NULL;
      g_autofree char *body = NULL;

      ff_meeting_set_place (meeting, cases[i].place);
      ff_meeting_set_link (meeting, cases[i].link);
      reminders = plan (parts);
      body = ff_reminder_notice_get_body (g_ptr_array_index (reminders, 0));
      g_assert_cmpstr (body, ==, cases[i].body);
      g_assert_cmpstr (((FfReminder *) g_ptr_array_index (reminders, 0))->title, ==,
                       "Tuesday group");
      g_ptr_array_set_size (parts->meetings, 0);
    }
}

static void
test_undecided (Parts *parts, gconstpointer data)
{
  g_autoptr (GPtrArray) calendars = g_ptr_array_new ();
  g_autoptr (FfHolidays) holidays = ff_holidays_new ("holidays");
  const FfWallTime day = wall ("2026-11-24T00:00");
  g_autoptr (GDateTime) from = at ("2026-11-23T00:00");
  g_autoptr (GDateTime) until = at ("2026-11-30T00:00");
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  g_autofree char *body = NULL;

  ff_holidays_add (holidays, &day, FF_HOLIDAY_ASK, "Founders’ Day");
  g_ptr_array_add (calendars, holidays);
  ff_group_set_text (g_ptr_array_index (parts->groups, 0), FF_GROUP_HOLIDAYS, "holidays");
  add (parts, "a", "2026-11-03T19:00");
  schedule = ff_schedule_new (parts->groups, parts->meetings, NULL, calendars);
  reminders = ff_reminder_plan (schedule, from, until, NULL);
  g_assert_cmpuint (reminders->len, ==, 1);
  body = ff_reminder_notice_get_body (g_ptr_array_index (reminders, 0));
  g_assert_cmpstr (body, ==, "At 19:00 on Founders’ Day: somebody has to say whether it is held.");
}

static void
test_many (Parts *parts, gconstpointer data)
{
  g_autoptr (GPtrArray) few = NULL, four = NULL, many = NULL;
  g_autofree char *nothing = NULL, *one = NULL, *rest = NULL;

  for (guint i = 0; i < 3; i++)
    add (parts, "a", "2026-11-03T19:00");
  few = plan (parts);
  nothing = ff_reminder_notice_get_rest (few);
  g_assert_null (nothing);

  add (parts, "b", "2026-11-03T19:15");
  four = plan (parts);
  one = ff_reminder_notice_get_rest (four);
  g_assert_cmpstr (one, ==, "1 more meeting begins by 19:15");

  for (guint i = 0; i < 4; i++)
    add (parts, "c", "2026-11-03T20:30");
  many = plan (parts);
  rest = ff_reminder_notice_get_rest (many);
  g_assert_cmpstr (rest, ==, "5 more meetings begin by 20:30");
}

#define ADD(path, test) g_test_add (path, Parts, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/reminder/when", test_when);
  ADD ("/reminder/which", test_which);
  ADD ("/reminder/once", test_once);
  ADD ("/reminder/body", test_body);
  ADD ("/reminder/undecided", test_undecided);
  ADD ("/reminder/many", test_many);

  return g_test_run ();
}
