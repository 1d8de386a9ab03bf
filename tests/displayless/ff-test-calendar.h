/* ff-test-calendar.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Meetings written as a calendar file, and the file as another reader sees it.
 */

#pragma once

#include <libical/ical.h>

#include "ff-export.h"

typedef struct
{
  GPtrArray *groups;
  GPtrArray *meetings;
  GPtrArray *overrides;
  GPtrArray *holidays;
  GPtrArray *remarks; /* of the last time it was written */
  gboolean with_passcodes;
  GDateTime *from;
  GDateTime *until;
} FfTestCalendar;

static inline FfWallTime
ff_test_calendar_wall (const char *text)
{
  FfWallTime time = { 0 };
  g_autoptr (GError) error = NULL;

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static inline void
ff_test_calendar_set_up (FfTestCalendar *fixture, gconstpointer data)
{
  FfGroup *group = ff_group_new ("group-1");

  ff_group_set_name (group, "Tuesday group");
  fixture->groups = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->overrides = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->holidays = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (fixture->groups, group);
}

static inline void
ff_test_calendar_tear_down (FfTestCalendar *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->groups);
  g_ptr_array_unref (fixture->meetings);
  g_ptr_array_unref (fixture->overrides);
  g_ptr_array_unref (fixture->holidays);
  g_clear_pointer (&fixture->remarks, g_ptr_array_unref);
  g_clear_pointer (&fixture->from, g_date_time_unref);
  g_clear_pointer (&fixture->until, g_date_time_unref);
}

static inline FfMeeting *
ff_test_calendar_add_meeting (FfTestCalendar *fixture, const char *start, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new ("meeting-1");
  const FfWallTime time = ff_test_calendar_wall (start);

  ff_meeting_set_group (meeting, "group-1");
  ff_meeting_set_title (meeting, "");
  ff_meeting_set_start (meeting, &time);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_place (meeting, "");
  ff_meeting_set_link (meeting, "");
  ff_meeting_set_sequence (meeting, 3);
  ff_meeting_set_modified (meeting, G_GINT64_CONSTANT (1763700000) * G_USEC_PER_SEC);
  g_ptr_array_add (fixture->meetings, meeting);
  return meeting;
}

static inline char *
ff_test_calendar_write (FfTestCalendar *fixture)
{
  const FfExportOptions options
      = { FF_FORMAT_ICALENDAR, fixture->from, fixture->until, fixture->with_passcodes };
  g_autoptr (FfSchedule) schedule
      = ff_schedule_new (fixture->groups, fixture->meetings, fixture->overrides, fixture->holidays);
  g_autoptr (GError) error = NULL;
  char *text;

  g_clear_pointer (&fixture->remarks, g_ptr_array_unref);
  text = ff_export_write (schedule, &options, &fixture->remarks, &error);
  g_assert_no_error (error);
  return text;
}

static const FfExportRemark *
ff_test_calendar_get_remark (FfTestCalendar *fixture)
{
  g_assert_cmpuint (fixture->remarks->len, ==, 1);
  return g_ptr_array_index (fixture->remarks, 0);
}

/* The events as another reader sees them. */
static inline icalcomponent *
ff_test_calendar_read_back (FfTestCalendar *fixture)
{
  g_autofree char *text = ff_test_calendar_write (fixture);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

static inline icalcomponent *
ff_test_calendar_get_event (icalcomponent *calendar, int index)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  while (index-- > 0)
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (event);
  return event;
}

/* A whole property, with its parameters, such as "SEQUENCE:3"; %NULL where there is none. */
static inline char *
ff_test_calendar_get_line (icalcomponent *event, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  g_auto (GStrv) parts = NULL;
  char *folded;

  if (property == NULL)
    return NULL;
  folded = icalproperty_as_ical_string_r (property);
  parts = g_strsplit (folded, "\r\n ", -1);
  icalmemory_free_buffer (folded);
  return g_strchomp (g_strjoinv ("", parts));
}

static inline void
ff_test_calendar_check_line (icalcomponent *event, icalproperty_kind kind, const char *expected)
{
  g_autofree char *line = ff_test_calendar_get_line (event, kind);

  g_assert_cmpstr (line, ==, expected);
}
