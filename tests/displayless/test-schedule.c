/* test-schedule.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole schedule read at once, and meetings found in it by words.
 */

#include "ff-meeting-words.h"
#include "ff-schedule.h"

typedef struct
{
  GPtrArray *groups;
  GPtrArray *meetings;
  GPtrArray *overrides;
  GPtrArray *holidays;
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

static void
parts_clear (Parts *parts)
{
  g_clear_pointer (&parts->groups, g_ptr_array_unref);
  g_clear_pointer (&parts->meetings, g_ptr_array_unref);
  g_clear_pointer (&parts->overrides, g_ptr_array_unref);
  g_clear_pointer (&parts->holidays, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static Parts
make_parts (void)
{
  return (Parts) {
    .groups = g_ptr_array_new_with_free_func (g_object_unref),
    .meetings = g_ptr_array_new_with_free_func (g_object_unref),
    .overrides = g_ptr_array_new_with_free_func (g_object_unref),
    .holidays = g_ptr_array_new_with_free_func (g_object_unref),
  };
}

static FfSchedule *
finish (Parts *parts)
{
  return ff_schedule_new (parts->groups, parts->meetings, parts->overrides, parts->holidays);
}

static FfGroup *
add_group (Parts *parts, const char *uid, const char *name)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, name);
  g_ptr_array_add (parts->groups, group);
  return group;
}

static FfMeeting *
add_meeting (Parts *parts, const char *uid, const char *start)
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

static GPtrArray *
list (FfSchedule *schedule, GPtrArray *unusable, GCancellable *cancellable)
{
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 12, 20, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2027, 1, 3, 0, 0, 0);

  return ff_schedule_list_occurrences (schedule, from, until, unusable, cancellable);
}

static void
test_find (void)
{
  g_auto (Parts) parts = make_parts ();
  FfGroup *group = add_group (&parts, "group", "Tuesday group");
  FfMeeting *meeting = add_meeting (&parts, "a", "2026-11-03T19:00");
  FfMeeting *titled = add_meeting (&parts, "b", "2026-11-03T19:00");
  g_autoptr (FfMeeting) stranger = ff_meeting_new ("c");
  g_autoptr (FfSchedule) schedule = NULL;

  ff_meeting_set_title (titled, "Newcomers");
  schedule = finish (&parts);
  g_assert_true (ff_schedule_find_group (schedule, "group") == group);
  g_assert_null (ff_schedule_find_group (schedule, "a"));
  g_assert_true (ff_schedule_find_meeting (schedule, "a") == meeting);
  g_assert_null (ff_schedule_find_meeting (schedule, "group"));
  g_assert_cmpstr (ff_schedule_get_title (schedule, meeting), ==, "Tuesday group");
  g_assert_cmpstr (ff_schedule_get_title (schedule, titled), ==, "Newcomers");
  g_assert_cmpstr (ff_schedule_get_title (schedule, stranger), ==, "");
  g_assert_null (ff_schedule_find_holidays (schedule, meeting));
  g_assert_null (ff_schedule_get_overrides (schedule, "a"));
}

static void
test_types (void)
{
  g_auto (Parts) parts = make_parts ();
  FfGroup *group = add_group (&parts, "group", "Group");
  FfMeeting *meeting = add_meeting (&parts, "a", "2026-11-03T19:00");
  g_autoptr (FfMeeting) stranger = ff_meeting_new (NULL);
  g_autoptr (FfSchedule) schedule = finish (&parts);
  g_auto (GStrv) open = NULL, closed = NULL, own = NULL, unknown = NULL;

  ff_meeting_set_types (meeting, (const char *const[]) { "X", "BE", NULL });
  ff_group_set_open (group, TRUE);
  open = ff_schedule_list_types (schedule, meeting);
  g_assert_true (
      g_strv_equal ((const char *const *) open, (const char *const[]) { "BE", "O", "X", NULL }));
  ff_group_set_open (group, FALSE);
  closed = ff_schedule_list_types (schedule, meeting);
  g_assert_true (
      g_strv_equal ((const char *const *) closed, (const char *const[]) { "BE", "C", "X", NULL }));
  ff_meeting_set_types (meeting, (const char *const[]) { "O", NULL });
  own = ff_schedule_list_types (schedule, meeting);
  g_assert_true (g_strv_equal ((const char *const *) own, (const char *const[]) { "O", NULL }));
  unknown = ff_schedule_list_types (schedule, stranger);
  g_assert_cmpuint (g_strv_length (unknown), ==, 0);
}

static void
test_occurrences (void)
{
  g_auto (Parts) parts = make_parts ();
  FfGroup *group = add_group (&parts, "group", "Group");
  g_autoptr (FfHolidays) holidays = ff_holidays_new ("holidays");
  const FfWallTime christmas = wall ("2026-12-25T00:00");
  const FfWallTime tuesday = wall ("2026-12-22T19:00");
  FfOverride *override = ff_override_new ("a", &tuesday);
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (GPtrArray) unusable = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) dates = NULL;

  ff_holidays_add (holidays, &christmas, FF_HOLIDAY_CANCEL, "Christmas Day");
  g_ptr_array_add (parts.holidays, g_object_ref (holidays));
  ff_group_set_text (group, FF_GROUP_HOLIDAYS, "holidays");
  ff_override_set_note (override, "Bring a candle");
  g_ptr_array_add (parts.overrides, override);
  add_meeting (&parts, "b", "2026-12-25T10:00");
  add_meeting (&parts, "a", "2026-11-03T19:00");
  ff_meeting_set_zone (add_meeting (&parts, "lost", "2026-11-03T19:00"), "Nowhere/Else");
  ff_meeting_set_by_appointment (add_meeting (&parts, "asked", "2026-11-03T19:00"), TRUE);

  schedule = finish (&parts);
  dates = list (schedule, unusable, NULL);
  g_assert_cmpuint (dates->len, ==, 4);
  g_assert_cmpstr (ff_occurrence_get_note (g_ptr_array_index (dates, 0)), ==, "Bring a candle");
  g_assert_cmpint (ff_occurrence_get_standing (g_ptr_array_index (dates, 1)), ==,
                   FF_STANDING_HOLIDAY);
  g_assert_cmpstr (ff_meeting_get_uid (ff_occurrence_get_meeting (g_ptr_array_index (dates, 2))),
                   ==, "a");
  g_assert_cmpint (ff_occurrence_get_standing (g_ptr_array_index (dates, 3)), ==, FF_STANDING_ON);
  g_assert_cmpuint (unusable->len, ==, 1);
  g_assert_cmpstr (ff_meeting_get_uid (g_ptr_array_index (unusable, 0)), ==, "lost");
}

static void
test_choose (void)
{
  g_auto (Parts) parts = make_parts ();
  g_autoptr (FfSchedule) schedule = NULL, some = NULL, all = NULL;
  g_autoptr (GPtrArray) dates = NULL;

  add_group (&parts, "group", "Group");
  add_meeting (&parts, "a", "2026-11-03T19:00");
  add_meeting (&parts, "b", "2026-11-04T19:00");
  schedule = finish (&parts);

  some = ff_schedule_choose (schedule, (const guint8[]) { 0, 1 });
  all = ff_schedule_choose (schedule, NULL);
  g_clear_object (&schedule);
  g_assert_cmpuint (ff_schedule_get_meetings (all)->len, ==, 2);
  g_assert_cmpuint (ff_schedule_get_meetings (some)->len, ==, 1);
  g_assert_cmpuint (ff_schedule_get_groups (some)->len, ==, 1);
  g_assert_null (ff_schedule_find_meeting (some, "a"));
  g_assert_nonnull (ff_schedule_find_meeting (some, "b"));
  dates = list (some, NULL, NULL);
  g_assert_cmpuint (dates->len, ==, 2);
}

static void
test_cancelled (void)
{
  g_auto (Parts) parts = make_parts ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FfSchedule) schedule = NULL;

  add_meeting (&parts, "a", "2026-11-03T19:00");
  schedule = finish (&parts);
  g_cancellable_cancel (cancellable);
  g_assert_null (list (schedule, NULL, cancellable));
}

static gpointer
list_in_thread (gpointer schedule)
{
  return list (schedule, NULL, NULL);
}

/* Several threads read one schedule; all see the same. */
static void
test_threads (void)
{
  g_auto (Parts) parts = make_parts ();
  g_autoptr (FfSchedule) schedule = NULL;
  GThread *threads[4];

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *uid = g_strdup_printf ("meeting-%u", i);

      add_meeting (&parts, uid, "2026-11-03T19:00");
    }
  schedule = finish (&parts);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", list_in_thread, schedule);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) dates = g_thread_join (threads[i]);

      g_assert_cmpuint (dates->len, ==, 4000);
    }
}

static void
test_words (void)
{
  g_auto (Parts) parts = make_parts ();
  FfGroup *group = add_group (&parts, "group", "L’Étape");
  FfMeeting *meeting = add_meeting (&parts, "a", "2026-11-03T19:00");
  FfVenue *venue = ff_meeting_get_venue (meeting);
  g_autoptr (FfSchedule) schedule = NULL;
  g_autofree char *words = NULL;
  const struct
  {
    const char *typed;
    gboolean found;
  } cases[] = {
    { "", TRUE },
    { "wheelchair, evening, online, French", TRUE },
    { "WHEEL even onl fren", TRUE },
    { "etape", TRUE },
    { "l'étape", TRUE },
    { "women", TRUE },
    { "women's", TRUE },
    { "(tuesday)", TRUE },
    { "19:00", TRUE },
    { "7pm", TRUE },
    { "7:00pm", TRUE },
    { "12-step", TRUE },
    { "smithers", TRUE },
    { "northern", TRUE },
    { "clinic", TRUE },
    { "montreal", TRUE },
    { "room 3", TRUE },
    { "hybrid", TRUE },
    { "open", TRUE },
    { ", ; !", TRUE },
    { "morning", FALSE },
    { "monday", FALSE },
    { "heelchair", FALSE },
    { "german", FALSE },
    { "closed", FALSE },
    { "wheelchair morning", FALSE },
    { "prison", FALSE },
  };

  ff_group_set_language (group, "fr-CA");
  ff_group_set_open (group, TRUE);
  ff_group_set_setting (group, FF_SETTING_CLINIC);
  ff_group_set_text (group, FF_GROUP_REGION, "Smithers");
  ff_group_set_text (group, FF_GROUP_DISTRICT, "Northern Health");
  ff_meeting_set_title (meeting, "Women’s evening");
  ff_meeting_set_types (meeting, (const char *const[]) { "X", NULL });
  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_text (venue, FF_VENUE_NAME, "Salle Montréal");
  ff_venue_set_text (venue, FF_VENUE_ROOM, "Room 3");
  schedule = finish (&parts);
  words = ff_meeting_words_build (schedule, meeting, "12-step programme");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) wanted = ff_meeting_words_split (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (ff_meeting_words_match (words, (const char *const *) wanted), ==,
                       cases[i].found);
    }
}

static void
test_words_of_days (void)
{
  const struct
  {
    const char *rule;
    const char *start;
    const char *typed;
    gboolean found;
  } cases[] = {
    { NULL, "2026-11-03T09:00", "tuesday morning", TRUE },
    { "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-03T12:30", "thursday afternoon noon", TRUE },
    { "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-03T12:30", "friday", FALSE },
    { "FREQ=MONTHLY;BYDAY=2TU", "2026-11-03T21:00", "tuesday evening night", TRUE },
    { "FREQ=MONTHLY;BYMONTHDAY=3", "2026-11-03T03:00", "tuesday", FALSE },
    { "FREQ=MONTHLY;BYMONTHDAY=3", "2026-11-03T03:00", "night 3am", TRUE },
    { "FREQ=DAILY", "2026-11-03T00:30", "sunday 12:30am", TRUE },
    { "FREQ=OFTEN", "2026-11-03T00:30", "tuesday", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Parts) parts = make_parts ();
      FfMeeting *meeting = add_meeting (&parts, "a", cases[i].start);
      g_autoptr (FfSchedule) schedule = finish (&parts);
      g_auto (GStrv) wanted = ff_meeting_words_split (cases[i].typed);
      g_autofree char *words = NULL;

      ff_meeting_set_rule (meeting, cases[i].rule);
      words = ff_meeting_words_build (schedule, meeting, NULL);
      g_test_message ("%s in %s", cases[i].typed, words);
      g_assert_cmpint (ff_meeting_words_match (words, (const char *const *) wanted), ==,
                       cases[i].found);
    }
}

static void
test_words_by_appointment (void)
{
  g_auto (Parts) parts = make_parts ();
  FfMeeting *meeting = add_meeting (&parts, "a", "2026-11-03T19:00");
  g_autoptr (FfSchedule) schedule = finish (&parts);
  g_autofree char *words = NULL;

  ff_meeting_set_by_appointment (meeting, TRUE);
  words = ff_meeting_words_build (schedule, meeting, NULL);
  g_assert_true (ff_meeting_words_match (words, (const char *const[]) { "appoint", NULL }));
  g_assert_false (ff_meeting_words_match (words, (const char *const[]) { "tuesday", NULL }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/find", test_find);
  g_test_add_func ("/schedule/types", test_types);
  g_test_add_func ("/schedule/occurrences", test_occurrences);
  g_test_add_func ("/schedule/choose", test_choose);
  g_test_add_func ("/schedule/cancelled", test_cancelled);
  g_test_add_func ("/schedule/threads", test_threads);
  g_test_add_func ("/schedule/words", test_words);
  g_test_add_func ("/schedule/words-of-days", test_words_of_days);
  g_test_add_func ("/schedule/words-by-appointment", test_words_by_appointment);

  return g_test_run ();
}
