/* test-schedule-read.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule read at one moment, with everything that a group and a meeting have, and holidays.
 */

#include "ff-test-edits.h"

static FfSchedule *
read_schedule (Fixture *f, const char *group)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  FfSchedule *schedule;

  ff_schedule_repository_read_async (f->store, group, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  schedule = ff_schedule_repository_read_finish (f->store, done, &error);
  g_assert_no_error (error);
  return schedule;
}

static const FfVenueText venue_texts[]
    = { FF_VENUE_NAME,     FF_VENUE_ADDRESS,  FF_VENUE_ROOM,      FF_VENUE_ACCESS,
        FF_VENUE_REGION,   FF_VENUE_DISTRICT, FF_VENUE_LINK,      FF_VENUE_LINK_NOTE,
        FF_VENUE_PASSCODE, FF_VENUE_PHONE,    FF_VENUE_PHONE_NOTE };

static FfMeeting *
make_full_meeting (void)
{
  static const char *const types[] = { "X", "BE", NULL };
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-20/2027-01-05 Winter", NULL);
  FfMeeting *meeting = make_meeting ("full", "g", "FREQ=WEEKLY");
  FfVenue *venue = ff_meeting_get_venue (meeting);

  for (guint i = 0; i < G_N_ELEMENTS (venue_texts); i++)
    {
      g_autofree char *text = g_strdup_printf ("venue %u “é”", i);

      ff_venue_set_text (venue, venue_texts[i], text);
    }
  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_position (venue, 49.26425, -123.16934);
  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);

      ff_meeting_set_text (meeting, (FfMeetingText) i, text);
    }
  ff_meeting_set_types (meeting, types);
  ff_meeting_set_pauses (meeting, pauses);
  ff_meeting_set_by_appointment (meeting, TRUE);
  ff_meeting_set_sequence (meeting, 7);
  return meeting;
}

static void
assert_full_meeting (FfMeeting *read)
{
  g_autoptr (FfMeeting) meeting = make_full_meeting ();
  g_autofree char *pauses = ff_pauses_to_string (ff_meeting_get_pauses (read));
  double latitude, longitude;

  for (guint i = 0; i < G_N_ELEMENTS (venue_texts); i++)
    g_assert_cmpstr (ff_venue_get_text (ff_meeting_get_venue (read), venue_texts[i]), ==,
                     ff_venue_get_text (ff_meeting_get_venue (meeting), venue_texts[i]));
  g_assert_cmpint (ff_venue_get_mode (ff_meeting_get_venue (read)), ==, FF_MODE_HYBRID);
  g_assert_true (ff_venue_get_position (ff_meeting_get_venue (read), &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (latitude, 49.26425, 1e-9);
  g_assert_cmpfloat_with_epsilon (longitude, -123.16934, 1e-9);
  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    g_assert_cmpstr (ff_meeting_get_text (read, (FfMeetingText) i), ==,
                     ff_meeting_get_text (meeting, (FfMeetingText) i));
  g_assert_true (ff_meeting_has_type (read, "X"));
  g_assert_true (ff_meeting_has_type (read, "BE"));
  g_assert_cmpuint (g_strv_length ((char **) ff_meeting_get_types (read)), ==, 2);
  g_assert_cmpstr (g_strstrip (pauses), ==, "2026-12-20/2027-01-05 Winter");
  g_assert_true (ff_meeting_get_by_appointment (read));
  g_assert_cmpuint (ff_meeting_get_sequence (read), ==, 7);
  g_assert_cmpint (ff_meeting_get_modified (read), >, 0);
}

static FfHolidays *
make_holidays (void)
{
  FfHolidays *holidays = ff_holidays_new ("h");

  ff_holidays_set_name (holidays, "British Columbia");
  ff_holidays_add (holidays, &(FfWallTime) { 2026, 12, 25, 0, 0 }, FF_HOLIDAY_CANCEL,
                   "Christmas Day");
  ff_holidays_add (holidays, &(FfWallTime) { 2026, 11, 25, 0, 0 }, FF_HOLIDAY_ASK, "A day");
  return holidays;
}

/* A group with everything that a group has, the calendar that it keeps, and a date that is held all the same. */
static guint64
make_full_schedule (Fixture *f)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfHolidays) holidays = make_holidays ();
  g_autoptr (FfHolidays) empty = ff_holidays_new ("a");
  g_autoptr (FfGroup) group = make_group ("g");
  g_autoptr (FfMeeting) meeting = make_full_meeting ();
  g_autoptr (FfOverride) override = ff_override_new ("full", &tuesday);

  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("group %u", i);

      ff_group_set_text (group, (FfGroupText) i, i == FF_GROUP_HOLIDAYS ? "h" : text);
    }
  ff_group_set_setting (group, FF_SETTING_CLINIC);
  ff_holidays_set_name (empty, "Alberta");
  ff_override_set_held (override, TRUE);
  ff_override_set_sequence (override, 3);
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_save_override (edit, override);
  ff_schedule_edit_save_holidays (edit, holidays);
  ff_schedule_edit_save_holidays (edit, empty);
  return apply_well (f, edit);
}

static void
test_read (Fixture *f, gconstpointer data)
{
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (FfSchedule) nothing = NULL;
  g_autoptr (GPtrArray) calendars = NULL;
  g_autoptr (FfMeeting) alone = NULL;
  g_autofree char *days = NULL;
  FfGroup *group;
  FfMeeting *meeting;
  FfOverride *override;

  make_full_schedule (f);
  schedule = read_schedule (f, NULL);
  group = ff_schedule_find_group (schedule, "g");
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("group %u", i);

      g_assert_cmpstr (ff_group_get_text (group, (FfGroupText) i), ==,
                       i == FF_GROUP_HOLIDAYS ? "h" : text);
    }
  g_assert_cmpint (ff_group_get_setting (group), ==, FF_SETTING_CLINIC);
  meeting = ff_schedule_find_meeting (schedule, "full");
  assert_full_meeting (meeting);
  override = ff_schedule_get_overrides (schedule, "full")->pdata[0];
  g_assert_true (ff_override_get_held (override));
  g_assert_cmpuint (ff_override_get_sequence (override), ==, 3);
  g_assert_cmpint (ff_override_get_modified (override), >, 0);
  days = ff_holidays_to_string (ff_schedule_find_holidays (schedule, meeting));
  g_assert_cmpstr (g_strstrip (days), ==, "2026-11-25 ask A day\n2026-12-25 cancel Christmas Day");

  calendars = ff_schedule_repository_list_holidays (f->store, NULL);
  g_assert_cmpuint (calendars->len, ==, 2);
  g_assert_cmpstr (ff_holidays_get_name (calendars->pdata[0]), ==, "Alberta");
  g_assert_cmpstr (ff_holidays_get_name (calendars->pdata[1]), ==, "British Columbia");
  /* Of another group: its meetings are not there, and the groups are. */
  nothing = read_schedule (f, "nobody");
  g_assert_cmpuint (ff_schedule_get_meetings (nothing)->len, ==, 0);
  g_assert_cmpuint (ff_schedule_get_groups (nothing)->len, ==, 1);
  alone = ff_meeting_repository_get (f->store, "full", NULL);
  assert_full_meeting (alone);
}

static void
test_read_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;

  make_schedule (f);
  g_cancellable_cancel (f->cancellable);
  ff_schedule_repository_read_async (f->store, NULL, f->cancellable, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_null (ff_schedule_repository_read_finish (f->store, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  schedule = ff_schedule_repository_read (f->store, "g", NULL);
  g_assert_cmpuint (ff_schedule_get_meetings (schedule)->len, ==, 2);
}

/* A saved thing that says the same as before is no change: its sequence stays. */
static void
test_same_again (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfHolidays) holidays = make_holidays ();
  g_autoptr (FfMeeting) meeting = make_full_meeting ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_full_schedule (f);
  before = dump (f);
  ff_schedule_edit_save_holidays (edit, holidays);
  ff_schedule_edit_save_meeting (edit, meeting);
  g_string_truncate (f->changes, 0);
  apply_well (f, edit);
  after = dump (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (f->changes->str, ==, "");
}

/* A holiday is known where dates are worked out, and a calendar that goes leaves its groups. */
static void
test_holidays (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfGroup) group = make_group ("g");
  g_autoptr (FfHolidays) holidays = make_holidays ();
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 25, 8, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2026, 11, 26, 8, 0, 0);
  const FfWallTime christmas = { 2026, 12, 25, 19, 0 };
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (FfOccurrence) on_christmas = NULL;
  g_autoptr (FfGroup) without = NULL;
  g_autofree char *before = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  guint64 step;

  make_schedule (f);
  ff_group_set_text (group, FF_GROUP_HOLIDAYS, "h");
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_holidays (edit, holidays);
  apply_well (f, edit);
  dates = ff_meeting_repository_list_occurrences (f->store, NULL, from, until, NULL, NULL);
  g_assert_cmpuint (dates->len, ==, 2);
  g_assert_cmpint (ff_occurrence_get_standing (dates->pdata[1]), ==, FF_STANDING_UNDECIDED);
  on_christmas = ff_meeting_repository_get_occurrence (f->store, "m", &christmas, NULL);
  g_assert_cmpint (ff_occurrence_get_standing (on_christmas), ==, FF_STANDING_HOLIDAY);

  before = dump (f);
  g_string_truncate (f->changes, 0);
  edit = ff_schedule_edit_new ();
  ff_schedule_edit_delete_holidays (edit, "h");
  step = apply_well (f, edit);
  g_assert_cmpstr (f->changes->str, ==, "0:g ");
  schedule = read_schedule (f, NULL);
  g_assert_cmpstr (ff_group_get_text (ff_schedule_find_group (schedule, "g"), FF_GROUP_HOLIDAYS),
                   ==, "");
  g_string_truncate (f->changes, 0);
  assert_undone (f, step, before);
  g_assert_cmpstr (f->changes->str, ==, "0:g ");
}

/* Days that another program spoilt hide nothing else. */
static void
test_spoilt_holidays (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autoptr (GPtrArray) calendars = NULL;
  sqlite3 *database;

  make_full_schedule (f);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database,
                                 "UPDATE holiday_calendars SET days = '2026-02-31 maybe x'"
                                 " WHERE uid = 'h'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);
  calendars = ff_schedule_repository_list_holidays (f->store, NULL);
  g_assert_cmpuint (calendars->len, ==, 2);
  g_assert_cmpuint (ff_holidays_count (calendars->pdata[1]), ==, 0);
}

#define ADD(name, func) g_test_add ("/schedule-read/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("read", test_read);
  ADD ("read-cancelled", test_read_cancelled);
  ADD ("same-again", test_same_again);
  ADD ("holidays", test_holidays);
  ADD ("spoilt-holidays", test_spoilt_holidays);

  return g_test_run ();
}
