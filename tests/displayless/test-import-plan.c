/* test-import-plan.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What taking a file in would do, for rows made up here.
 */

#include "ff-import-plan.h"

#include <string.h>

static const FfImportDefaults defaults
    = { .programme = "four-points", .zone = "America/Vancouver", .language = "en" };

static FfImport *
import_new (FfFormat format)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("[]", 2);
  g_autoptr (GError) error = NULL;
  FfImport *import = ff_import_parse (nothing, "feed.json", FF_FORMAT_MEETING_GUIDE, &defaults,
                                      NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  import->format = format;
  return import;
}

static FfImportRow *
add_row (FfImport *import, const char *slug, const char *title, const char *group, guint8 hour)
{
  FfImportRow *row = ff_import_add (import, import->rows->len + 1, title);
  const FfWallTime start = { 2026, 11, 3, hour, 0 };

  row->meeting = ff_meeting_new (import->format == FF_FORMAT_ICALENDAR ? slug : NULL);
  ff_meeting_set_title (row->meeting, title);
  ff_meeting_set_start (row->meeting, &start);
  ff_meeting_set_rule (row->meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (row->meeting, "America/Vancouver");
  if (import->format != FF_FORMAT_ICALENDAR)
    ff_meeting_set_text (row->meeting, FF_MEETING_SLUG, slug);
  if (group != NULL)
    {
      row->group = ff_group_new (NULL);
      ff_group_set_name (row->group, group);
    }
  return row;
}

/* The schedule as it is once everything in the plan is done. */
static FfSchedule *
carry_out (FfImportPlan *plan)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GPtrArray) overrides = g_ptr_array_new ();

  for (guint i = 0; i < plan->steps->len; i++)
    {
      FfImportStep *step = g_ptr_array_index (plan->steps, i);

      if (step->meeting != NULL && step->change != FF_IMPORT_GONE)
        g_ptr_array_add (meetings, step->meeting);
      for (guint j = 0; step->overrides != NULL && j < step->overrides->len; j++)
        g_ptr_array_add (overrides, g_ptr_array_index (step->overrides, j));
    }
  return ff_schedule_new (plan->groups, meetings, overrides, NULL);
}

static FfSchedule *
make_empty (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  return ff_schedule_new (nothing, nothing, NULL, NULL);
}

static FfImportStep *
get_step (FfImportPlan *plan, guint i)
{
  g_assert_cmpuint (i, <, plan->steps->len);
  return g_ptr_array_index (plan->steps, i);
}

static void
test_added_then_same (void)
{
  g_autoptr (FfImport) import = import_new (FF_FORMAT_MEETING_GUIDE);
  g_autoptr (FfSchedule) empty = make_empty ();
  g_autoptr (FfSchedule) filled = NULL;
  g_autoptr (FfImportPlan) first = NULL, again = NULL;
  FfImportRow *refused;

  add_row (import, "a", "Tuesday night", "Harbour Group", 19);
  add_row (import, "b", "Tuesday noon", "HARBOUR GROUP", 12);
  add_row (import, "c", "On its own", NULL, 18);
  refused = ff_import_add (import, 9, "Broken");
  ff_import_row_refuse (refused, "There is no hour 25.");

  first = ff_import_plan_new (import, empty, &defaults, NULL);
  g_assert_cmpuint (first->counts[FF_IMPORT_ADDED], ==, 3);
  g_assert_cmpuint (first->counts[FF_IMPORT_REFUSED], ==, 1);
  g_assert_cmpuint (first->groups->len, ==, 2);
  g_assert_cmpstr (ff_group_get_name (g_ptr_array_index (first->groups, 0)), ==, "Harbour Group");
  g_assert_cmpstr (ff_group_get_programme (g_ptr_array_index (first->groups, 0)), ==,
                   "four-points");
  g_assert_cmpstr (ff_group_get_name (g_ptr_array_index (first->groups, 1)), ==, "On its own");
  g_assert_cmpstr (ff_meeting_get_group (get_step (first, 0)->meeting), ==,
                   ff_meeting_get_group (get_step (first, 1)->meeting));
  g_assert_cmpstr (ff_meeting_get_text (get_step (first, 0)->meeting, FF_MEETING_SOURCE), ==,
                   "meeting-guide:feed.json");
  g_assert_null (get_step (first, 3)->meeting);

  filled = carry_out (first);
  again = ff_import_plan_new (import, filled, &defaults, NULL);
  g_assert_cmpuint (again->counts[FF_IMPORT_SAME], ==, 3);
  g_assert_cmpuint (again->counts[FF_IMPORT_CHANGED], ==, 0);
  g_assert_cmpuint (again->counts[FF_IMPORT_ADDED], ==, 0);
  g_assert_cmpuint (again->groups->len, ==, 0);
}

static void
test_into_one_group (void)
{
  g_autoptr (FfImport) import = import_new (FF_FORMAT_MEETING_GUIDE);
  g_autoptr (FfSchedule) empty = make_empty ();
  g_autoptr (FfImportPlan) plan = NULL;

  add_row (import, "a", "Tuesday night", "Harbour Group", 19);
  plan = ff_import_plan_new (import, empty, &defaults, "mine");
  g_assert_cmpuint (plan->groups->len, ==, 0);
  g_assert_cmpstr (ff_meeting_get_group (get_step (plan, 0)->meeting), ==, "mine");
}

/* One meeting of a group here, made here: every two weeks, with private things and a season off. */
static FfSchedule *
make_stored (const char *slug, const char *source)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-20/2027-01-05 Winter", NULL);
  const FfWallTime start = { 2025, 3, 4, 19, 0 };
  FfGroup *group = ff_group_new ("g");
  FfMeeting *meeting = ff_meeting_new ("m");
  FfVenue *venue = ff_meeting_get_venue (meeting);

  ff_group_set_name (group, "Harbour Group");
  ff_meeting_set_group (meeting, "g");
  ff_meeting_set_title (meeting, "Tuesday night");
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_pauses (meeting, pauses);
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "The key is with Ana");
  ff_meeting_set_text (meeting, FF_MEETING_SLUG, slug);
  ff_meeting_set_text (meeting, FF_MEETING_SOURCE, source);
  ff_meeting_set_text (meeting, FF_MEETING_EXTRA, "{\"ics\":[\"X-A:1\"]}");
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, "4711");
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://zoom.us/j/1?pwd=secret");
  g_ptr_array_add (groups, group);
  g_ptr_array_add (meetings, meeting);
  return ff_schedule_new (groups, meetings, NULL, NULL);
}

static void
test_private_and_rhythm_stay (void)
{
  g_autoptr (FfSchedule) stored = make_stored ("", "");
  g_autoptr (FfImport) import = import_new (FF_FORMAT_MEETING_GUIDE);
  g_autoptr (FfImportPlan) plan = NULL;
  FfImportRow *row = add_row (import, "m", "Tuesday night", "harbour group", 19);
  FfVenue *said = ff_meeting_get_venue (row->meeting);
  FfImportStep *step;

  ff_venue_set_text (said, FF_VENUE_ADDRESS, "1 Pier");
  ff_venue_set_text (said, FF_VENUE_LINK, "https://zoom.us/j/1");
  ff_meeting_set_text (row->meeting, FF_MEETING_EXTRA, "{\"meeting-guide\":{\"k\":1}}");
  plan = ff_import_plan_new (import, stored, &defaults, NULL);
  step = get_step (plan, 0);

  g_assert_cmpint (step->change, ==, FF_IMPORT_CHANGED);
  g_assert_cmpstr (step->summary, ==, "place, further fields of the file");
  g_assert_cmpstr (ff_meeting_get_uid (step->meeting), ==, "m");
  g_assert_cmpstr (ff_meeting_get_group (step->meeting), ==, "g");
  g_assert_cmpstr (ff_meeting_get_rule (step->meeting), ==, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
  g_assert_cmpint (ff_meeting_get_start (step->meeting)->year, ==, 2025);
  g_assert_cmpuint (ff_pauses_count (ff_meeting_get_pauses (step->meeting)), ==, 1);
  g_assert_cmpstr (ff_meeting_get_text (step->meeting, FF_MEETING_REMARKS), ==,
                   "The key is with Ana");
  g_assert_cmpstr (ff_meeting_get_text (step->meeting, FF_MEETING_SOURCE), ==, "");
  g_assert_cmpstr (ff_venue_get_text (ff_meeting_get_venue (step->meeting), FF_VENUE_PASSCODE), ==,
                   "4711");
  g_assert_cmpstr (ff_venue_get_text (ff_meeting_get_venue (step->meeting), FF_VENUE_LINK), ==,
                   "https://zoom.us/j/1?pwd=secret");
  g_assert_nonnull (strstr (ff_meeting_get_text (step->meeting, FF_MEETING_EXTRA), "X-A:1"));
  g_assert_nonnull (
      strstr (ff_meeting_get_text (step->meeting, FF_MEETING_EXTRA), "meeting-guide"));
}

static void
test_other_hour_is_another_rhythm (void)
{
  g_autoptr (FfSchedule) stored = make_stored ("", "");
  g_autoptr (FfImport) import = import_new (FF_FORMAT_MEETING_GUIDE);
  g_autoptr (FfImportPlan) plan = NULL;

  add_row (import, "m", "Tuesday night", "Lakeside", 18);
  plan = ff_import_plan_new (import, stored, &defaults, NULL);
  g_assert_true (g_str_has_prefix (get_step (plan, 0)->summary, "group, time, repetition"));
  g_assert_cmpstr (ff_meeting_get_rule (get_step (plan, 0)->meeting), ==, "FREQ=WEEKLY");
  g_assert_cmpuint (plan->groups->len, ==, 1);
  g_assert_cmpstr (ff_group_get_name (g_ptr_array_index (plan->groups, 0)), ==, "Lakeside");
}

static void
test_group_is_told_once (void)
{
  g_autoptr (FfSchedule) stored = make_stored ("s", "meeting-guide:feed.json");
  g_autoptr (FfImport) import = import_new (FF_FORMAT_MEETING_GUIDE);
  g_autoptr (FfImportPlan) plan = NULL;
  FfImportRow *first = add_row (import, "s", "Tuesday night", "Harbour Group", 19);
  FfImportRow *second = add_row (import, "t", "Tuesday noon", "Harbour Group", 12);

  ff_group_set_text (first->group, FF_GROUP_WEBSITE, "https://example.org/a");
  ff_group_set_text (second->group, FF_GROUP_WEBSITE, "https://example.org/b");
  plan = ff_import_plan_new (import, stored, &defaults, NULL);
  g_assert_cmpuint (plan->groups->len, ==, 1);
  g_assert_cmpstr (ff_group_get_uid (g_ptr_array_index (plan->groups, 0)), ==, "g");
  g_assert_cmpstr (ff_group_get_text (g_ptr_array_index (plan->groups, 0), FF_GROUP_WEBSITE), ==,
                   "https://example.org/a");
  g_assert_cmpstr (ff_meeting_get_group (get_step (plan, 1)->meeting), ==, "g");
}

static void
test_gone_only_from_this_file (void)
{
  g_autoptr (FfSchedule) from_file = make_stored ("s", "meeting-guide:feed.json");
  g_autoptr (FfSchedule) from_elsewhere = make_stored ("s", "meeting-guide:other.json");
  g_autoptr (FfImport) import = import_new (FF_FORMAT_MEETING_GUIDE);
  g_autoptr (FfImportPlan) plan = ff_import_plan_new (import, from_file, &defaults, NULL);
  g_autoptr (FfImportPlan) other = ff_import_plan_new (import, from_elsewhere, &defaults, NULL);

  g_assert_cmpuint (plan->counts[FF_IMPORT_GONE], ==, 1);
  g_assert_cmpstr (get_step (plan, 0)->title, ==, "Tuesday night");
  g_assert_cmpuint (other->counts[FF_IMPORT_GONE], ==, 0);
}

static void
say_cancelled (FfImportRow *row, guint8 month, guint8 day)
{
  const FfWallTime time = { 2026, month, day, 19, 0 };
  FfOverride *override = ff_override_new (ff_meeting_get_uid (row->meeting), &time);

  ff_override_set_cancelled (override, TRUE);
  if (row->overrides == NULL)
    row->overrides = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (row->overrides, override);
}

static void
test_dates_in_a_season_off_are_no_news (void)
{
  g_autoptr (FfSchedule) stored = make_stored ("", "");
  g_autoptr (FfImport) import = import_new (FF_FORMAT_ICALENDAR);
  g_autoptr (FfImportPlan) plan = NULL;
  FfImportRow *row = add_row (import, "m", "Tuesday night", NULL, 19);

  say_cancelled (row, 11, 24);
  say_cancelled (row, 12, 22);
  plan = ff_import_plan_new (import, stored, &defaults, NULL);
  g_assert_cmpuint (get_step (plan, 0)->overrides->len, ==, 1);
  g_assert_cmpint (
      ff_override_get_rule_time (g_ptr_array_index (get_step (plan, 0)->overrides, 0))->month, ==,
      11);
}

static void
test_dates_no_longer_cancelled (void)
{
  g_autoptr (FfSchedule) empty = make_empty ();
  g_autoptr (FfImport) import = import_new (FF_FORMAT_ICALENDAR);
  g_autoptr (FfImport) later = import_new (FF_FORMAT_ICALENDAR);
  g_autoptr (FfImportPlan) first = NULL, same = NULL, plan = NULL;
  g_autoptr (FfSchedule) filled = NULL;
  FfImportRow *row = add_row (import, "m", "Tuesday night", NULL, 19);

  say_cancelled (row, 11, 24);
  first = ff_import_plan_new (import, empty, &defaults, NULL);
  filled = carry_out (first);
  same = ff_import_plan_new (import, filled, &defaults, NULL);
  g_assert_cmpuint (same->counts[FF_IMPORT_SAME], ==, 1);

  add_row (later, "m", "Tuesday night", NULL, 19);
  plan = ff_import_plan_new (later, filled, &defaults, NULL);
  g_assert_cmpstr (get_step (plan, 0)->summary, ==, "single dates");
  g_assert_cmpuint (get_step (plan, 0)->dropped->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-plan/added-then-same", test_added_then_same);
  g_test_add_func ("/import-plan/into-one-group", test_into_one_group);
  g_test_add_func ("/import-plan/private-and-rhythm-stay", test_private_and_rhythm_stay);
  g_test_add_func ("/import-plan/other-hour", test_other_hour_is_another_rhythm);
  g_test_add_func ("/import-plan/group-told-once", test_group_is_told_once);
  g_test_add_func ("/import-plan/gone-only-from-this-file", test_gone_only_from_this_file);
  g_test_add_func ("/import-plan/season-off", test_dates_in_a_season_off_are_no_news);
  g_test_add_func ("/import-plan/no-longer-cancelled", test_dates_no_longer_cancelled);

  return g_test_run ();
}
