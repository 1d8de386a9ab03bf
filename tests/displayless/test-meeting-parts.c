/* test-meeting-parts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a meeting is made of: pauses, holidays, a venue, types; and whether a date of it is held.
 */

#include <string.h>

#include "ff-group.h"
#include "ff-meeting-type.h"
#include "ff-model-error.h"
#include "ff-occurrence.h"
#include "ff-repeat-rule.h"

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
test_pauses (void)
{
  const FfWallTime inside = wall ("2026-08-31T23:59");
  const FfWallTime outside = wall ("2026-09-01T00:00");
  const FfPause easter
      = { wall ("2026-04-03T12:00"), wall ("2026-04-06T12:00"), (char *) "Two\nlines" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPauses) pauses
      = ff_pauses_parse ("2026-12-20/2027-01-04\n\n2026-07-01/2026-08-31 Summer break", &error);
  g_autoptr (FfPauses) more = NULL;
  g_autoptr (FfPauses) fewer = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (ff_pauses_count (pauses), ==, 2);
  g_assert_cmpstr (ff_pauses_get (pauses, 0)->note, ==, "Summer break");
  g_assert_true (ff_pauses_find (pauses, &inside) == ff_pauses_get (pauses, 0));
  g_assert_null (ff_pauses_find (pauses, &outside));

  more = ff_pauses_add (pauses, &easter);
  text = ff_pauses_to_string (more);
  g_assert_cmpstr (text, ==,
                   "2026-04-03/2026-04-06 Two lines\n2026-07-01/2026-08-31 Summer break\n"
                   "2026-12-20/2027-01-04");
  g_assert_cmpuint (ff_pauses_count (pauses), ==, 2);
  fewer = ff_pauses_remove (pauses, 0);
  g_assert_cmpuint (ff_pauses_count (fewer), ==, 1);
  g_assert_null (ff_pauses_remove (fewer, 0));
}

static void
test_no_pauses (void)
{
  const FfWallTime day = wall ("2026-08-31T00:00");
  g_autofree char *text = ff_pauses_to_string (NULL);

  g_assert_cmpuint (ff_pauses_count (NULL), ==, 0);
  g_assert_null (ff_pauses_find (NULL, &day));
  g_assert_cmpstr (text, ==, "");
}

static void
test_bad_pauses (void)
{
  const char *const bad[] = { "2026-07-01", "2026-07-01/2026-06-30", "2026-07-01/2026-08-31Summer",
                              "2026-13-01/2026-12-31", "summer" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strdup_printf ("2026-01-01/2026-01-02\n%s", bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (ff_pauses_parse (text, &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME);
      g_assert_nonnull (strstr (error->message, bad[i]));
    }
}

static void
test_holidays (void)
{
  const FfWallTime christmas = wall ("2026-12-25T19:00");
  const FfWallTime new_year = wall ("2027-01-01T00:00");
  g_autoptr (FfHolidays) holidays = ff_holidays_new (NULL);
  g_autoptr (FfHolidays) copy = NULL;
  g_autofree char *text = NULL;

  ff_holidays_set_name (holidays, "British Columbia");
  ff_holidays_add (holidays, &new_year, FF_HOLIDAY_ASK, "New Year’s Day");
  ff_holidays_add (holidays, &christmas, FF_HOLIDAY_HOLD, "Christmas");
  ff_holidays_add (holidays, &christmas, FF_HOLIDAY_CANCEL, "Christmas\nDay");
  text = ff_holidays_to_string (holidays);
  g_assert_cmpstr (text, ==, "2026-12-25 cancel Christmas Day\n2027-01-01 ask New Year’s Day");

  copy = ff_holidays_copy (holidays);
  ff_holidays_remove (holidays, &christmas);
  ff_holidays_remove (holidays, &christmas);
  g_assert_cmpuint (ff_holidays_count (holidays), ==, 1);
  g_assert_null (ff_holidays_find (holidays, &christmas));
  g_assert_cmpuint (ff_holidays_count (copy), ==, 2);
  g_assert_cmpstr (ff_holidays_find (copy, &christmas)->name, ==, "Christmas Day");
  g_assert_cmpstr (ff_holidays_get_uid (copy), ==, ff_holidays_get_uid (holidays));
  g_assert_cmpstr (ff_holidays_get_name (copy), ==, "British Columbia");
}

static void
test_bad_holidays (void)
{
  const char *const bad[] = { "2026-12-25", "2026-12-25 close Christmas",
                              "25.12.2026 ask Christmas", "2026-02-30 ask Never" };
  g_autoptr (FfHolidays) holidays = ff_holidays_new (NULL);

  g_assert_true (ff_holidays_parse (holidays, "2026-12-25 hold Christmas\n", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strdup_printf ("2027-01-01 ask New Year\n%s", bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (ff_holidays_parse (holidays, text, &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME);
      g_assert_cmpuint (ff_holidays_count (holidays), ==, 1);
    }
}

static FfMeeting *
make_meeting (void)
{
  FfMeeting *meeting = ff_meeting_new ("meeting");
  const FfWallTime start = wall ("2026-11-06T19:00");

  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  return meeting;
}

static FfOverride *
make_override (const FfWallTime *date, char kind)
{
  const FfWallTime moved = wall ("2026-12-26T19:00");
  FfOverride *override;

  if (kind == '-')
    return NULL;

  override = ff_override_new ("meeting", date);
  if (kind == 'm')
    ff_override_set_start (override, &moved);
  ff_override_set_cancelled (override, kind == 'c');
  ff_override_set_held (override, kind == 'h');
  ff_override_set_note (override, "Said");
  return override;
}

/* What was said of the one date, then a season off, then a holiday. */
static void
test_standing (void)
{
  const FfWallTime date = wall ("2026-12-25T19:00");
  const struct
  {
    char override; /* - none, n only a note, c cancelled, h held, m moved */
    gboolean paused;
    int policy; /* -1: no holiday */
    FfStanding standing;
    const char *reason;
  } cases[] = {
    { '-', FALSE, -1, FF_STANDING_ON, "" },
    { '-', FALSE, FF_HOLIDAY_HOLD, FF_STANDING_ON, "Christmas" },
    { '-', FALSE, FF_HOLIDAY_CANCEL, FF_STANDING_HOLIDAY, "Christmas" },
    { '-', FALSE, FF_HOLIDAY_ASK, FF_STANDING_UNDECIDED, "Christmas" },
    { '-', TRUE, -1, FF_STANDING_PAUSED, "Winter" },
    { '-', TRUE, FF_HOLIDAY_CANCEL, FF_STANDING_PAUSED, "Winter" },
    { 'n', TRUE, -1, FF_STANDING_PAUSED, "Winter" },
    { 'n', FALSE, FF_HOLIDAY_ASK, FF_STANDING_UNDECIDED, "Christmas" },
    { 'c', FALSE, -1, FF_STANDING_CANCELLED, "" },
    { 'c', TRUE, FF_HOLIDAY_HOLD, FF_STANDING_CANCELLED, "" },
    { 'h', TRUE, FF_HOLIDAY_CANCEL, FF_STANDING_ON, "" },
    { 'h', FALSE, FF_HOLIDAY_ASK, FF_STANDING_ON, "" },
    { 'm', TRUE, FF_HOLIDAY_CANCEL, FF_STANDING_ON, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeeting) meeting = make_meeting ();
      g_autoptr (FfOverride) override = make_override (&date, cases[i].override);
      g_autoptr (FfHolidays) holidays = ff_holidays_new (NULL);
      g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-20/2027-01-04 Winter", NULL);
      g_autoptr (FfOccurrence) occurrence = NULL;

      if (cases[i].paused)
        ff_meeting_set_pauses (meeting, pauses);
      if (cases[i].policy >= 0)
        ff_holidays_add (holidays, &date, (FfHolidayPolicy) cases[i].policy, "Christmas");
      occurrence = ff_occurrence_new (meeting, &date, override, holidays, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpint (ff_occurrence_get_standing (occurrence), ==, cases[i].standing);
      g_assert_cmpstr (ff_occurrence_get_reason (occurrence), ==, cases[i].reason);
      g_assert_cmpint (ff_occurrence_get_cancelled (occurrence), ==,
                       cases[i].standing >= FF_STANDING_CANCELLED);
      /* a date that was moved to another day is not on the holiday any more */
      g_assert_cmpstr (ff_occurrence_get_holiday (occurrence), ==,
                       cases[i].policy >= 0 && cases[i].override != 'm' ? "Christmas" : NULL);
    }
}

static void
test_by_appointment (void)
{
  g_autoptr (FfMeeting) meeting = make_meeting ();
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2026, 12, 1, 0, 0, 0);
  g_autoptr (GPtrArray) dates
      = ff_meeting_list_occurrences (meeting, NULL, NULL, from, until, NULL);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_cmpuint (dates->len, ==, 4);
  ff_meeting_set_by_appointment (meeting, TRUE);
  none = ff_meeting_list_occurrences (meeting, NULL, NULL, from, until, NULL);
  g_assert_nonnull (none);
  g_assert_cmpuint (none->len, ==, 0);
}

static FfVenue *
make_venue (void)
{
  FfVenue *venue = ff_venue_new ();

  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  for (FfVenueText text = FF_VENUE_NAME; text < FF_N_VENUE_TEXTS; text++)
    {
      g_autofree char *value = g_strdup_printf ("text %u", text);

      ff_venue_set_text (venue, text, value);
    }
  g_assert_true (ff_venue_set_position (venue, 49.28, -123.12));
  return venue;
}

static void
test_venue (void)
{
  g_autoptr (FfVenue) venue = make_venue ();
  g_autoptr (FfVenue) copy = ff_venue_copy (venue);
  double latitude = 0, longitude = 0;

  g_assert_true (ff_venue_equal (venue, copy));
  g_assert_true (ff_venue_get_position (copy, &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (latitude, 49.28, 1e-9);
  g_assert_cmpfloat_with_epsilon (longitude, -123.12, 1e-9);
  for (FfVenueText text = FF_VENUE_NAME; text < FF_N_VENUE_TEXTS; text++)
    {
      g_autoptr (FfVenue) changed = ff_venue_copy (venue);

      ff_venue_set_text (changed, text, "another");
      g_assert_false (ff_venue_equal (venue, changed));
    }
  g_assert_false (ff_venue_set_position (copy, 91, 0));
  g_assert_false (ff_venue_set_position (copy, 0, 181));
  ff_venue_clear_position (copy);
  g_assert_false (ff_venue_get_position (copy, &latitude, &longitude));
  g_assert_false (ff_venue_equal (venue, copy));
}

static void
test_copy_meeting (void)
{
  g_autoptr (FfMeeting) meeting = make_meeting ();
  g_autoptr (FfVenue) venue = make_venue ();
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-20/2027-01-04 Winter", NULL);
  g_autoptr (FfMeeting) copy = NULL, other = NULL;

  ff_meeting_set_venue (meeting, venue);
  ff_meeting_set_pauses (meeting, pauses);
  ff_meeting_set_by_appointment (meeting, TRUE);
  ff_meeting_set_types (meeting, (const char *const[]) { "X", "BE", NULL });
  for (FfMeetingText text = FF_MEETING_NOTES; text < FF_N_MEETING_TEXTS; text++)
    ff_meeting_set_text (meeting, text, "said");
  ff_meeting_set_sequence (meeting, 3);
  ff_meeting_set_modified (meeting, 5);

  copy = ff_meeting_copy (meeting);
  g_assert_cmpstr (ff_meeting_get_uid (copy), ==, "meeting");
  g_assert_true (ff_venue_equal (ff_meeting_get_venue (copy), venue));
  g_assert_cmpuint (ff_pauses_count (ff_meeting_get_pauses (copy)), ==, 1);
  g_assert_true (ff_meeting_get_by_appointment (copy));
  g_assert_true (
      g_strv_equal (ff_meeting_get_types (copy), (const char *const[]) { "BE", "X", NULL }));
  for (FfMeetingText text = FF_MEETING_NOTES; text < FF_N_MEETING_TEXTS; text++)
    g_assert_cmpstr (ff_meeting_get_text (copy, text), ==, "said");
  g_assert_cmpuint (ff_meeting_get_sequence (copy), ==, 3);
  g_assert_cmpint (ff_meeting_get_modified (copy), ==, 5);

  /* the copy's venue is its own */
  ff_venue_set_text (ff_meeting_get_venue (copy), FF_VENUE_NAME, "elsewhere");
  g_assert_true (ff_venue_equal (ff_meeting_get_venue (meeting), venue));

  other = ff_meeting_copy_as (meeting, NULL);
  g_assert_cmpstr (ff_meeting_get_uid (other), !=, "meeting");
  g_assert_cmpuint (ff_meeting_get_sequence (other), ==, 0);
  g_assert_cmpint (ff_meeting_get_modified (other), ==, 0);
  g_assert_true (ff_venue_equal (ff_meeting_get_venue (other), venue));
}

static void
test_copy_group (void)
{
  g_autoptr (FfGroup) group = ff_group_new (NULL);
  g_autoptr (FfGroup) copy = NULL;

  ff_group_set_setting (group, FF_SETTING_CUSTODY);
  for (FfGroupText text = FF_GROUP_REGION; text < FF_N_GROUP_TEXTS; text++)
    {
      g_autofree char *value = g_strdup_printf ("text %u", text);

      ff_group_set_text (group, text, value);
    }
  copy = ff_group_copy (group);
  g_assert_cmpstr (ff_group_get_uid (copy), ==, ff_group_get_uid (group));
  g_assert_cmpint (ff_group_get_setting (copy), ==, FF_SETTING_CUSTODY);
  for (FfGroupText text = FF_GROUP_REGION; text < FF_N_GROUP_TEXTS; text++)
    g_assert_cmpstr (ff_group_get_text (copy, text), ==, ff_group_get_text (group, text));
}

static void
test_copy_override (void)
{
  const FfWallTime date = wall ("2026-12-25T19:00");
  g_autoptr (FfOverride) override = make_override (&date, 'h');
  g_autoptr (FfOverride) copy = NULL;

  ff_override_set_sequence (override, 3);
  ff_override_set_modified (override, 5);
  copy = ff_override_copy (override);
  g_assert_true (ff_override_get_held (copy));
  g_assert_false (ff_override_get_cancelled (copy));
  g_assert_null (ff_override_get_start (copy));
  g_assert_cmpstr (ff_override_get_note (copy), ==, "Said");
  g_assert_cmpuint (ff_override_get_sequence (copy), ==, 3);
  g_assert_cmpint (ff_override_get_modified (copy), ==, 5);
}

static void
test_types (void)
{
  gsize n_types;
  const FfMeetingType *types = ff_meeting_types_list (&n_types);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_languages = 0;

  g_assert_cmpuint (n_types, ==, 87);
  for (gsize i = 0; i < n_types; i++)
    {
      g_autofree char *shouted = g_ascii_strup (types[i].name, -1);

      g_assert_true (i == 0 || strcmp (types[i - 1].code, types[i].code) < 0);
      g_assert_true (ff_meeting_type_find (types[i].code) == &types[i]);
      g_assert_true (ff_meeting_type_find_by_name (shouted) == &types[i]);
      g_assert_true (g_hash_table_add (names, (gpointer) types[i].name));
      g_assert_cmpint (types[i].language != NULL, ==, types[i].kind == FF_TYPE_KIND_LANGUAGE);
      n_languages += types[i].language != NULL;
    }
  g_assert_cmpuint (n_languages, >, 30);
  g_assert_cmpstr (ff_meeting_type_find ("X")->name, ==, "Wheelchair Access");
  g_assert_null (ff_meeting_type_find ("x"));
  g_assert_null (ff_meeting_type_find (""));
  g_assert_null (ff_meeting_type_find_by_name ("Wheelchair"));
}

/* Whatever a form can say comes back from the rule that it makes. */
static void
test_repeat_rules (void)
{
  static const char *const rules[] = {
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=2;COUNT=9",
    "FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU;INTERVAL=3",
    "FREQ=MONTHLY;BYMONTHDAY=24;UNTIL=20270524",
    "FREQ=MONTHLY;BYDAY=4TU;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=-1TU;COUNT=3",
  };
  const FfWallTime start = wall ("2026-11-24T19:00");
  FfRepeatRule repeat;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *built = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (ff_repeat_rule_parse (&repeat, rules[i], &start, NULL));
      built = ff_repeat_rule_build (&repeat, &start);
      g_assert_cmpstr (built, ==, rules[i]);
      ff_repeat_rule_check (&repeat, &start, &error);
      g_assert_no_error (error);
    }
  g_assert_true (ff_repeat_rule_parse (&repeat, NULL, &start, NULL));
  g_assert_cmpint (repeat.repeat, ==, FF_REPEAT_NEVER);
  g_assert_null (ff_repeat_rule_build (&repeat, &start));
}

/* Rules of other programs, put in the form's words, keep their dates. */
static void
test_repeat_rules_of_others (void)
{
  static const char *const rules[] = {
    "FREQ=DAILY;COUNT=9",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "FREQ=WEEKLY;UNTIL=20261215T190000",
    "FREQ=WEEKLY;UNTIL=20261215T180000",
    "FREQ=WEEKLY;UNTIL=20261216T030000Z",
    "FREQ=WEEKLY;UNTIL=20261216T020000Z",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;INTERVAL=3",
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=4",
  };
  const FfWallTime start = wall ("2026-11-24T19:00");
  const FfWallTime until = wall ("2028-01-01T00:00");
  g_autoptr (GTimeZone) zone = ff_time_zone_find ("America/Vancouver", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      FfRepeatRule repeat;
      g_autofree char *built = NULL;
      g_autoptr (GArray) theirs = NULL, ours = NULL;

      g_assert_true (ff_repeat_rule_parse (&repeat, rules[i], &start, zone));
      built = ff_repeat_rule_build (&repeat, &start);
      g_test_message ("%s became %s", rules[i], built);
      theirs = ff_recurrence_expand_in_zone (rules[i], &start, zone, &start, &until, 500, NULL);
      ours = ff_recurrence_expand_in_zone (built, &start, zone, &start, &until, 500, NULL);
      g_assert_cmpmem (ours->data, ours->len * sizeof (FfWallTime), theirs->data,
                       theirs->len * sizeof (FfWallTime));
    }
}

static void
test_repeat_rules_refused (void)
{
  static const char *const others[]
      = { "FREQ=YEARLY",           "FREQ=DAILY;INTERVAL=2",      "FREQ=MONTHLY;BYMONTHDAY=25",
          "FREQ=WEEKLY;BYMONTH=2", "FREQ=MONTHLY;BYDAY=1TU,3TU", "nonsense" };
  const FfWallTime start = wall ("2026-11-24T19:00");
  FfRepeatRule repeat;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (ff_repeat_rule_parse (&repeat, others[i], &start, NULL));
      g_assert_cmpint (repeat.repeat, ==, FF_REPEAT_OTHER);
    }

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      repeat = ff_repeat_rule_new ();
      g_assert_true (ff_repeat_rule_check (&repeat, &start, NULL));
      if (i == 0)
        repeat.interval = 0;
      else if (i == 1)
        repeat.interval = 1001;
      else if (i == 2)
        {
          repeat.end = FF_REPEAT_END_COUNT;
          repeat.count = 0;
        }
      else
        {
          /* the first date is the Thursday after */
          repeat.weekdays = FF_WEEKDAY_BIT (4);
          repeat.end = FF_REPEAT_END_DAY;
          repeat.last_day = wall ("2026-11-25T00:00");
        }
      g_assert_false (ff_repeat_rule_check (&repeat, &start, &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE);
    }
  repeat.last_day = wall ("2026-11-26T00:00");
  g_assert_true (ff_repeat_rule_check (&repeat, &start, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meeting-parts/pauses", test_pauses);
  g_test_add_func ("/meeting-parts/no-pauses", test_no_pauses);
  g_test_add_func ("/meeting-parts/bad-pauses", test_bad_pauses);
  g_test_add_func ("/meeting-parts/holidays", test_holidays);
  g_test_add_func ("/meeting-parts/bad-holidays", test_bad_holidays);
  g_test_add_func ("/meeting-parts/standing", test_standing);
  g_test_add_func ("/meeting-parts/by-appointment", test_by_appointment);
  g_test_add_func ("/meeting-parts/venue", test_venue);
  g_test_add_func ("/meeting-parts/copy-meeting", test_copy_meeting);
  g_test_add_func ("/meeting-parts/copy-group", test_copy_group);
  g_test_add_func ("/meeting-parts/copy-override", test_copy_override);
  g_test_add_func ("/meeting-parts/types", test_types);
  g_test_add_func ("/meeting-parts/repeat-rules", test_repeat_rules);
  g_test_add_func ("/meeting-parts/repeat-rules-of-others", test_repeat_rules_of_others);
  g_test_add_func ("/meeting-parts/repeat-rules-refused", test_repeat_rules_refused);

  return g_test_run ();
}
