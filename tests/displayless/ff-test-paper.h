/* ff-test-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up schedules, the paper they come onto, and what other programs read there.
 */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ff-pdf.h"
#include "ff-schedule-sheet.h"

/* What must never be read on paper. */
#define SECRET "Geheimnis"

/* --- Meetings --- */

static inline FfGroup *
make_group (const char *name, FfSetting setting)
{
  FfGroup *group = ff_group_new (NULL);

  ff_group_set_name (group, name);
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_set_open (group, TRUE);
  ff_group_set_setting (group, setting);

  return group;
}

static inline FfMeeting *
make_meeting (FfGroup *group, const char *title, const char *start, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new (NULL);
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (start, &time, NULL));
  ff_meeting_set_group (meeting, ff_group_get_uid (group));
  ff_meeting_set_title (meeting, title);
  ff_meeting_set_start (meeting, &time);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");

  return meeting;
}

static inline void
set_venue (FfMeeting *meeting, FfMode mode, const char *link)
{
  g_autoptr (FfVenue) venue = ff_venue_new ();

  ff_venue_set_mode (venue, mode);
  if (mode != FF_MODE_ONLINE && mode != FF_MODE_PHONE)
    {
      ff_venue_set_text (venue, FF_VENUE_NAME, "St. Columba’s Hall");
      ff_venue_set_text (venue, FF_VENUE_ROOM, "Room 2");
      ff_venue_set_text (venue, FF_VENUE_ADDRESS, "1200 Commercial Drive, Vancouver BC");
      ff_venue_set_text (venue, FF_VENUE_ACCESS, "Step-free by the door on the lane");
    }
  if (mode != FF_MODE_IN_PERSON)
    {
      ff_venue_set_text (venue, FF_VENUE_LINK, link);
      ff_venue_set_text (venue, FF_VENUE_PASSCODE, SECRET);
      ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 604 555 0199");
    }
  ff_meeting_set_venue (meeting, venue);
}

/* Meetings of every kind, “M000x” and so on, with what must not be read on each. */
static inline FfSchedule *
make_schedule (guint n)
{
  static const char *const rules[] = {
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=WE",
    "FREQ=MONTHLY;BYDAY=2TH",
    "FREQ=WEEKLY",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=WEEKLY;BYDAY=FR;INTERVAL=2",
    NULL,
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=SA",
    "FREQ=WEEKLY;BYDAY=SU",
  };
  const char *const types[] = { "BE", "D", "X", "W", NULL };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (n, 3); i++)
    {
      g_autofree char *name = g_strdup_printf ("Group %u", i);

      g_ptr_array_add (groups, make_group (name, FF_SETTING_COMMUNITY));
    }
  for (guint i = 0; i < n; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i % groups->len);
      g_autofree char *title = g_strdup_printf ("M%03ux Harbour evening", i);
      g_autofree char *link
          = g_strdup_printf ("https://meet.example.org/j/8%07u?pwd=" SECRET "%u", i, i);
      FfMeeting *meeting
          = make_meeting (group, title, "2026-11-24T19:00", rules[i % G_N_ELEMENTS (rules)]);
      FfOverride *override
          = ff_override_new (ff_meeting_get_uid (meeting), ff_meeting_get_start (meeting));

      set_venue (meeting, (FfMode) (i % 4), link);
      ff_meeting_set_types (meeting, types);
      ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "Key with " SECRET);
      ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Bring a cup.\nBring a friend.");
      ff_meeting_set_by_appointment (meeting, i % 20 == 19);
      ff_override_set_cancelled (override, TRUE);
      ff_override_set_note (override, SECRET);
      g_ptr_array_add (meetings, meeting);
      g_ptr_array_add (overrides, override);
    }

  return ff_schedule_new (groups, meetings, overrides, NULL);
}

static inline FfSchedule *
make_schedule_of (FfGroup *group, FfMeeting *meeting)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();

  g_ptr_array_add (groups, group);
  g_ptr_array_add (meetings, meeting);

  return ff_schedule_new (groups, meetings, NULL, NULL);
}

static inline FfSheet *
make_sheet (FfSchedule *schedule, FfScheduleStyle style)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) printed = g_date_time_new (zone, 2026, 11, 22, 10, 0, 0);

  style.printed = printed;
  if (style.language == NULL)
    style.language = "en";

  return ff_schedule_sheet_new (schedule, &style);
}

/* --- What other programs read --- */

static inline char *
run (const char *const *arguments, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *answer = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, NULL, &error));
  g_assert_no_error (error);
  *status = g_subprocess_get_exit_status (process);

  return answer;
}

static inline char *
write_pdf (FfSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("fourfold-paper-XXXXXX", &error);
  char *path;

  g_assert_no_error (error);
  path = g_build_filename (folder, "schedule.pdf", NULL);
  g_ptr_array_add (sheets, sheet);
  g_assert_true (ff_pdf_write (sheets, 1, ff_sheet_get_title (sheet), path, &error));
  g_assert_no_error (error);

  return path;
}

static inline void
remove_pdf (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* All words in the order in which they were set, with one space between them. */
static inline char *
read_text (FfSheet *sheet)
{
  g_autofree char *path = write_pdf (sheet);
  const char *const arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  int status;
  g_autofree char *text = run (arguments, &status);
  g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

  g_assert_cmpint (status, ==, 0);
  remove_pdf (path);

  return g_regex_replace_literal (space, text, -1, 0, " ", 0, NULL);
}

static inline guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *found = strstr (text, word); found != NULL; found = strstr (found + 1, word))
    n++;

  return n;
}

static inline void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in: %s", words, text);
  g_assert_nonnull (strstr (text, words));
}

static inline void
assert_says_not (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_test_message ("“%s” is in: %s", words, text);
  g_assert_null (strstr (text, words));
}
