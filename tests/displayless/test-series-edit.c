/* test-series-edit.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing one date, the dates from one on, and all dates of a meeting in a real store: what was stays.
 */

#include <string.h>

#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-schedule-repository.h"
#include "ff-series-edit.h"
#include "ff-session-repository.h"
#include "ff-test-store.h"

/* Tuesdays from 3 November 2026; something is different on the 10th and on 8 December, and sessions were held there. */
static const FfWallTime first = { 2026, 11, 3, 19, 0 };
static const FfWallTime past = { 2026, 11, 10, 19, 0 };
static const FfWallTime at = { 2026, 11, 24, 19, 0 };
static const FfWallTime later = { 2026, 12, 8, 19, 0 };

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
} Fixture;

static void
apply (Fixture *f, FfScheduleEdit *edit, guint64 *step)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint64 done;

  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  result = g_steal_pointer (&f->result);
  done = ff_schedule_edit_apply_finish (f->store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (done, !=, 0);
  if (step != NULL)
    *step = done;
}

static void
add_date (Fixture *f, FfScheduleEdit *edit, const FfWallTime *time, const char *session_uid)
{
  g_autoptr (FfOverride) override = ff_override_new ("m", time);
  g_autoptr (FfSession) session = ff_session_new (session_uid);

  ff_override_set_note (override, session_uid);
  ff_schedule_edit_save_override (edit, override);
  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, time);
  ff_session_set_start (session, time);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static FfMeeting *
make_meeting (const char *rule)
{
  FfMeeting *meeting = ff_meeting_new ("m");

  ff_meeting_set_group (meeting, "g");
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_place (meeting, "Hall");
  return meeting;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfMeeting) meeting = make_meeting (data);
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  FfScheduleEdit *dates = ff_schedule_edit_new ();

  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_meeting (edit, meeting);
  apply (f, edit, NULL);
  add_date (f, dates, &past, "past");
  add_date (f, dates, &later, "later");
  apply (f, dates, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
}

static FfMeeting *
get_meeting (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  FfMeeting *meeting = ff_meeting_repository_get (f->store, "m", &error);

  g_assert_no_error (error);
  g_assert_nonnull (meeting);
  return meeting;
}

/* Every date until the new year, a line each: when, its note, and "=" where it is of the meeting that was there first. */
static char *
list_dates (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) schedule = ff_schedule_repository_read (f->store, NULL, &error);
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 10, 1, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2027, 1, 1, 0, 0, 0);
  g_autoptr (GPtrArray) dates = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  dates = ff_schedule_list_occurrences (schedule, from, until, NULL, NULL);
  for (guint i = 0; i < dates->len; i++)
    {
      FfOccurrence *date = g_ptr_array_index (dates, i);
      const char *uid = ff_meeting_get_uid (ff_occurrence_get_meeting (date));
      const char *note = ff_occurrence_get_note (date);
      g_autofree char *start = g_date_time_format (ff_occurrence_get_start (date), "%m-%d %H:%M");

      g_string_append_printf (text, "%s%s%s%s\n", start, g_str_equal (uid, "m") ? " =" : "",
                              note != NULL && note[0] != '\0' ? " " : "", note != NULL ? note : "");
    }
  return g_string_free_and_steal (text);
}

/* The meeting and the date that the session @uid is linked to. */
static void
assert_session (Fixture *f, const char *uid, gboolean same_meeting, const FfWallTime *rule_time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = ff_session_repository_get (f->store, uid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (session);
  g_assert_nonnull (ff_session_get_meeting (session));
  g_assert_cmpint (g_str_equal (ff_session_get_meeting (session), "m"), ==, same_meeting);
  g_assert_cmpint (ff_wall_time_compare (ff_session_get_rule_time (session), rule_time), ==, 0);
}

static void
move (Fixture *f, const FfWallTime *from, const FfWallTime *to, FfScope scope, guint64 *step)
{
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfOverride) override = NULL;
  g_autoptr (GError) error = NULL;
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  override = ff_meeting_repository_get_override (f->store, "m", from, &error);
  g_assert_no_error (error);
  g_assert_true (ff_series_edit_move (edit, meeting, from, override, to, scope, &error));
  g_assert_no_error (error);
  apply (f, edit, step);
}

static void
assert_undone (Fixture *f, guint64 step, const char *before)
{
  g_autofree char *after = NULL;

  ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  after = list_dates (f);
  g_assert_cmpstr (after, ==, before);
  assert_session (f, "past", TRUE, &past);
  assert_session (f, "later", TRUE, &later);
}

static const FfWallTime wednesday = { 2026, 11, 25, 18, 30 };

static void
test_move_one (Fixture *f, gconstpointer data)
{
  g_autofree char *before = list_dates (f);
  g_autofree char *dates = NULL;
  guint64 step;

  move (f, &at, &wednesday, FF_SCOPE_ONLY_THIS, &step);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==,
                   "11-03 19:00 =\n11-10 19:00 = past\n11-17 19:00 =\n11-25 18:30 =\n"
                   "12-01 19:00 =\n12-08 19:00 = later\n12-15 19:00 =\n12-22 19:00 =\n"
                   "12-29 19:00 =\n");
  assert_undone (f, step, before);
}

static void
test_move_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = list_dates (f);
  g_autofree char *after = NULL;
  g_autoptr (FfOverride) override = NULL;

  move (f, &at, &wednesday, FF_SCOPE_ONLY_THIS, NULL);
  move (f, &at, &at, FF_SCOPE_ONLY_THIS, NULL);
  after = list_dates (f);
  g_assert_cmpstr (after, ==, before);
  override = ff_meeting_repository_get_override (f->store, "m", &at, NULL);
  g_assert_null (override);
}

static void
test_move_from_here (Fixture *f, gconstpointer data)
{
  const FfWallTime later_moved = { 2026, 12, 9, 18, 30 };
  g_autofree char *before = list_dates (f);
  g_autofree char *dates = NULL;
  guint64 step;

  move (f, &at, &wednesday, FF_SCOPE_FROM_HERE, &step);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==,
                   "11-03 19:00 =\n11-10 19:00 = past\n11-17 19:00 =\n11-25 18:30\n"
                   "12-02 18:30\n12-09 18:30 later\n12-16 18:30\n12-23 18:30\n12-30 18:30\n");
  assert_session (f, "past", TRUE, &past);
  assert_session (f, "later", FALSE, &later_moved);
  assert_undone (f, step, before);
}

static void
test_move_all (Fixture *f, gconstpointer data)
{
  const FfWallTime past_moved = { 2026, 11, 11, 18, 30 };
  const FfWallTime later_moved = { 2026, 12, 9, 18, 30 };
  g_autofree char *before = list_dates (f);
  g_autofree char *dates = NULL;
  guint64 step;

  move (f, &at, &wednesday, FF_SCOPE_ALL, &step);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==,
                   "11-04 18:30 =\n11-11 18:30 = past\n11-18 18:30 =\n11-25 18:30 =\n"
                   "12-02 18:30 =\n12-09 18:30 = later\n12-16 18:30 =\n12-23 18:30 =\n"
                   "12-30 18:30 =\n");
  assert_session (f, "past", TRUE, &past_moved);
  assert_session (f, "later", TRUE, &later_moved);
  assert_undone (f, step, before);
}

/* The second Tuesday becomes the third Sunday, which is 5 days later in November and 12 in December. */
static void
test_move_all_in_month (Fixture *f, gconstpointer data)
{
  const FfWallTime sunday = { 2026, 11, 15, 18, 30 };
  const FfWallTime later_moved = { 2026, 12, 20, 18, 30 };
  g_autofree char *before = list_dates (f);
  g_autofree char *dates = NULL;
  guint64 step;

  g_assert_cmpstr (before, ==, "11-10 19:00 = past\n12-08 19:00 = later\n");
  move (f, &past, &sunday, FF_SCOPE_ALL, &step);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==, "11-15 18:30 = past\n12-20 18:30 = later\n");
  assert_session (f, "past", TRUE, &sunday);
  assert_session (f, "later", TRUE, &later_moved);
  assert_undone (f, step, before);
  move (f, &past, &sunday, FF_SCOPE_FROM_HERE, NULL);
  assert_session (f, "later", TRUE, &later_moved);
}

/* Of two weekdays only the one that is moved goes, with what is known by it. */
static void
test_move_one_weekday (Fixture *f, gconstpointer data)
{
  const FfWallTime friday = { 2026, 11, 27, 19, 0 };
  const FfWallTime saturday = { 2026, 11, 28, 19, 0 };
  g_autofree char *dates = NULL;

  move (f, &friday, &saturday, FF_SCOPE_ALL, NULL);
  assert_session (f, "past", TRUE, &past);
  assert_session (f, "later", TRUE, &later);
  dates = list_dates (f);
  g_assert_nonnull (strstr (dates, "11-10 19:00 = past\n11-14 19:00 =\n"));
  g_assert_nonnull (strstr (dates, "12-08 19:00 = later\n12-12 19:00 =\n"));
}

/* From the first date on is all of it: there is nothing to split off. */
static void
test_move_from_the_first (Fixture *f, gconstpointer data)
{
  const FfWallTime monday = { 2026, 11, 2, 19, 0 };
  g_autofree char *dates = NULL;

  move (f, &first, &monday, FF_SCOPE_FROM_HERE, NULL);
  dates = list_dates (f);
  g_assert_true (g_str_has_prefix (dates, "11-02 19:00 =\n11-09 19:00 = past\n"));
}

/* A date that was moved alone goes to where the series goes. */
static void
test_moved_date_joins (Fixture *f, gconstpointer data)
{
  g_autofree char *dates = NULL;

  move (f, &later, &(FfWallTime) { 2026, 12, 11, 10, 0 }, FF_SCOPE_ONLY_THIS, NULL);
  move (f, &later, &(FfWallTime) { 2026, 12, 7, 19, 0 }, FF_SCOPE_FROM_HERE, NULL);
  dates = list_dates (f);
  g_assert_nonnull (strstr (dates, "12-01 19:00 =\n12-07 19:00 later\n12-14 19:00\n"));
}

static void
test_once (Fixture *f, gconstpointer data)
{
  g_autofree char *dates = NULL;

  move (f, &first, &wednesday, FF_SCOPE_ALL, NULL);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==, "11-25 18:30 =\n");
}

static FfMeeting *
open_from (FfMeeting *meeting, const FfWallTime *date)
{
  g_autoptr (GError) error = NULL;
  FfMeeting *opened = ff_series_edit_open (meeting, date, &error);

  g_assert_no_error (error);
  return opened;
}

static void
save (Fixture *f, FfMeeting *meeting, FfMeeting *changed, FfScope scope, guint64 *step)
{
  g_autoptr (GError) error = NULL;
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  g_assert_true (ff_series_edit_save (edit, meeting, &at, NULL, changed, scope, &error));
  g_assert_no_error (error);
  apply (f, edit, step);
}

/* Another room from a date on: before it, and what was written there, all is as it was. */
static void
test_save_from_here (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfMeeting) changed = open_from (meeting, &at);
  g_autoptr (FfMeeting) before = NULL;
  g_autoptr (FfMeeting) after = NULL;
  g_autofree char *was = list_dates (f);
  g_autofree char *dates = NULL;
  guint64 step;

  ff_meeting_set_place (changed, "Library");
  save (f, meeting, changed, FF_SCOPE_FROM_HERE, &step);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==,
                   "11-03 19:00 =\n11-10 19:00 = past\n11-17 19:00 =\n11-24 19:00\n"
                   "12-01 19:00\n12-08 19:00 later\n12-15 19:00\n12-22 19:00\n12-29 19:00\n");
  before = get_meeting (f);
  after = ff_meeting_repository_get (f->store, ff_meeting_get_uid (changed), NULL);
  g_assert_cmpstr (ff_meeting_get_place (before), ==, "Hall");
  g_assert_cmpstr (ff_meeting_get_place (after), ==, "Library");
  assert_session (f, "past", TRUE, &past);
  assert_session (f, "later", FALSE, &later);
  assert_undone (f, step, was);
}

static void
test_save_one (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfMeeting) changed = open_from (meeting, &at);
  g_autoptr (FfOverride) override = NULL;

  ff_meeting_set_place (changed, "Library");
  g_assert_true (ff_series_edit_asks (meeting, changed));
  save (f, meeting, changed, FF_SCOPE_ONLY_THIS, NULL);
  override = ff_meeting_repository_get_override (f->store, "m", &at, NULL);
  g_assert_cmpstr (ff_override_get_place (override), ==, "Library");
  g_assert_null (ff_override_get_link (override));
  g_assert_null (ff_override_get_start (override));
}

/* Every second week, for all dates: it begins where it began, and the date it was opened from stays one. */
static void
test_save_all_with_another_rule (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfMeeting) changed = open_from (meeting, &at);
  g_autofree char *dates = NULL;

  ff_meeting_set_rule (changed, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=2");
  save (f, meeting, changed, FF_SCOPE_ALL, NULL);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==, "11-10 19:00 = past\n11-24 19:00 =\n12-08 19:00 = later\n");
}

static void
test_save_title (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfMeeting) changed = open_from (meeting, &at);
  g_autoptr (FfMeeting) after = NULL;
  g_autofree char *before = list_dates (f);
  g_autofree char *dates = NULL;

  ff_meeting_set_title (changed, "Newcomers");
  g_assert_false (ff_series_edit_asks (changed, changed));
  save (f, meeting, changed, FF_SCOPE_ALL, NULL);
  after = get_meeting (f);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==, before);
  g_assert_cmpstr (ff_meeting_get_title (after), ==, "Newcomers");
}

/* A number of dates is shared out, and put together again. */
static void
test_count (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfMeeting) changed = open_from (meeting, &at);
  g_autofree char *before = list_dates (f);
  g_autofree char *dates = NULL;

  g_assert_nonnull (strstr (ff_meeting_get_rule (changed), "COUNT=4"));
  ff_meeting_set_title (changed, "Newcomers");
  save (f, meeting, changed, FF_SCOPE_ALL, NULL);
  dates = list_dates (f);
  g_assert_cmpstr (dates, ==, before);
  g_assert_nonnull (strstr (dates, "12-15 19:00"));
  g_assert_null (strstr (dates, "12-22"));
}

static void
test_questions (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfMeeting) opened = open_from (meeting, &at);
  g_autoptr (FfMeeting) moved = ff_meeting_copy (opened);
  g_autoptr (FfMeeting) longer = ff_meeting_copy (opened);
  g_autoptr (FfMeeting) rarer = ff_meeting_copy (opened);
  g_autoptr (FfMeeting) room = ff_meeting_copy (opened);

  ff_meeting_set_start (moved, &wednesday);
  ff_meeting_set_rule (moved, "FREQ=WEEKLY;BYDAY=WE");
  g_assert_true (ff_series_edit_asks (opened, moved));
  g_assert_true (ff_series_edit_fits_one (opened, moved));
  ff_meeting_set_minutes (longer, 120);
  g_assert_true (ff_series_edit_asks (opened, longer));
  g_assert_false (ff_series_edit_fits_one (opened, longer));
  ff_meeting_set_rule (rarer, "FREQ=MONTHLY;BYDAY=4TU");
  g_assert_true (ff_series_edit_asks (opened, rarer));
  g_assert_false (ff_series_edit_fits_one (opened, rarer));
  ff_venue_set_text (ff_meeting_get_venue (room), FF_VENUE_ROOM, "2");
  g_assert_true (ff_series_edit_asks (opened, room));
  g_assert_false (ff_series_edit_fits_one (opened, room));
}

/* A date that the rule does not give any more is refused in words, and nothing is done. */
static void
test_no_such_date (Fixture *f, gconstpointer data)
{
  const FfWallTime thursday = { 2026, 11, 26, 19, 0 };
  g_autoptr (FfMeeting) meeting = get_meeting (f);
  g_autoptr (FfScheduleEdit) edit = ff_schedule_edit_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
      ff_series_edit_move (edit, meeting, &thursday, NULL, &wednesday, FF_SCOPE_FROM_HERE, &error));
  g_assert_nonnull (error);
  g_assert_true (ff_schedule_edit_is_empty (edit));
}

#define ADD(name, rule, func)                                                                      \
  g_test_add ("/series-edit/" name, Fixture, rule, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  const char *weekly = "FREQ=WEEKLY;BYDAY=TU";

  g_test_init (&argc, &argv, NULL);
  ADD ("move-one", weekly, test_move_one);
  ADD ("move-back", weekly, test_move_back);
  ADD ("move-from-here", weekly, test_move_from_here);
  ADD ("move-all", weekly, test_move_all);
  ADD ("move-all-in-month", "FREQ=MONTHLY;BYDAY=2TU", test_move_all_in_month);
  ADD ("move-one-weekday", "FREQ=WEEKLY;BYDAY=TU,FR", test_move_one_weekday);
  ADD ("move-from-the-first", weekly, test_move_from_the_first);
  ADD ("moved-date-joins", weekly, test_moved_date_joins);
  ADD ("once", NULL, test_once);
  ADD ("save-from-here", weekly, test_save_from_here);
  ADD ("save-one", weekly, test_save_one);
  ADD ("save-all-with-another-rule", weekly, test_save_all_with_another_rule);
  ADD ("save-title", weekly, test_save_title);
  ADD ("count", "FREQ=WEEKLY;BYDAY=TU;COUNT=7", test_count);
  ADD ("questions", weekly, test_questions);
  ADD ("no-such-date", weekly, test_no_such_date);
  return g_test_run ();
}
