/* test-meeting-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the form of a meeting takes, and what it says to what it does not.
 */

#include "ff-meeting-form.h"

static const FfWallTime tuesday = { 2026, 11, 24, 19, 0 };

static FfMeeting *
make_meeting (const char *rule)
{
  FfMeeting *meeting = ff_meeting_new ("m1");

  ff_meeting_set_group (meeting, "g1");
  ff_meeting_set_start (meeting, &tuesday);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_title (meeting, "");
  ff_meeting_set_place (meeting, "");
  ff_meeting_set_link (meeting, "");
  return meeting;
}

static FfMeetingForm *
make_form (const char *rule)
{
  g_autoptr (FfMeeting) meeting = make_meeting (rule);

  return ff_meeting_form_new (meeting);
}

static char *
dup_text (FfMeetingForm *form, const char *property)
{
  char *text;

  g_object_get (form, property, &text, NULL);
  return text;
}

/* That @property says something, and the form is not valid; or neither. */
static void
assert_message (FfMeetingForm *form, const char *property, gboolean expected)
{
  g_autofree char *text = dup_text (form, property);

  if (expected)
    g_assert_cmpstr (text, !=, "");
  else
    g_assert_cmpstr (text, ==, "");
  g_assert_cmpint (ff_meeting_form_get_valid (form), ==, !expected);
}

static void
test_untouched (void)
{
  g_autoptr (FfMeeting) meeting = make_meeting ("FREQ=WEEKLY;BYDAY=TU");
  g_autoptr (FfMeetingForm) form = ff_meeting_form_new (meeting);
  g_autoptr (FfMeeting) built = NULL;

  g_assert_true (ff_meeting_form_get_valid (form));
  built = ff_meeting_form_build (form);
  g_assert_true (built != meeting);
  g_assert_cmpstr (ff_meeting_get_uid (built), ==, "m1");
  g_assert_cmpstr (ff_meeting_get_group (built), ==, "g1");
  g_assert_cmpstr (ff_meeting_get_rule (built), ==, "FREQ=WEEKLY;BYDAY=TU");
  g_assert_cmpstr (ff_meeting_get_zone (built), ==, "America/Vancouver");
  g_assert_cmpuint (ff_meeting_get_minutes (built), ==, 90);
  g_assert_cmpint (ff_wall_time_compare (ff_meeting_get_start (built), &tuesday), ==, 0);
}

static void
test_texts_are_trimmed (void)
{
  g_autoptr (FfMeetingForm) form = make_form (NULL);
  g_autoptr (FfMeeting) built = NULL;

  g_object_set (form, "title", "  Newcomers ", "notes", " Ring twice\n", "remarks", " Key: Sam ",
                NULL);
  g_object_set (ff_meeting_form_get_venue (form), "name", " Hall\t", NULL);
  built = ff_meeting_form_build (form);
  g_assert_cmpstr (ff_meeting_get_title (built), ==, "Newcomers");
  g_assert_cmpstr (ff_meeting_get_place (built), ==, "Hall");
  g_assert_cmpstr (ff_meeting_get_text (built, FF_MEETING_NOTES), ==, "Ring twice");
  g_assert_cmpstr (ff_meeting_get_text (built, FF_MEETING_REMARKS), ==, "Key: Sam");
  g_assert_null (ff_meeting_get_rule (built));
}

static void
test_minutes (void)
{
  const struct
  {
    int minutes;
    gboolean taken;
  } cases[]
      = { { 0, FALSE }, { 1, TRUE }, { 75, TRUE }, { 1440, TRUE }, { 1441, FALSE }, { -5, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeetingForm) form = make_form (NULL);

      g_object_set (form, "minutes", cases[i].minutes, NULL);
      assert_message (form, "minutes-message", !cases[i].taken);
    }
}

static void
test_impossible_start (void)
{
  g_autoptr (FfMeetingForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
  const FfWallTime february_30 = { 2027, 2, 30, 19, 0 };
  const FfWallTime hour_25 = { 2027, 2, 10, 25, 0 };

  ff_meeting_form_set_start (form, &february_30);
  assert_message (form, "start-message", TRUE);
  ff_meeting_form_set_start (form, &tuesday);
  assert_message (form, "start-message", FALSE);
  ff_meeting_form_set_start (form, &hour_25);
  assert_message (form, "start-message", TRUE);
  ff_meeting_form_set_start (form, &tuesday);
  g_object_set (form, "time-valid", FALSE, NULL);
  assert_message (form, "start-message", TRUE);
  g_object_set (form, "time-valid", TRUE, NULL);
  assert_message (form, "start-message", FALSE);
}

static void
test_zone (void)
{
  g_autoptr (FfMeetingForm) form = make_form (NULL);
  g_autofree char *message = NULL;

  ff_meeting_form_set_zone (form, "Mars/Base");
  assert_message (form, "zone-message", TRUE);
  message = dup_text (form, "zone-message");
  g_assert_nonnull (strstr (message, "Mars/Base"));
  ff_meeting_form_set_zone (form, "Asia/Kolkata");
  assert_message (form, "zone-message", FALSE);
  ff_meeting_form_set_zone (form, "");
  assert_message (form, "zone-message", TRUE);
}

static void
test_group (void)
{
  g_autoptr (FfMeetingForm) form = make_form (NULL);

  ff_meeting_form_set_group (form, NULL);
  assert_message (form, "group-message", TRUE);
  ff_meeting_form_set_group (form, "g2");
  assert_message (form, "group-message", FALSE);
}

/* What is wrong in a part makes the whole wrong; a meeting without dates needs no rule. */
static void
test_parts (void)
{
  g_autoptr (FfMeetingForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
  g_autoptr (FfMeeting) built = NULL;

  g_object_set (ff_meeting_form_get_venue (form), "mode", FF_MODE_ONLINE, "link", "ask Maria",
                NULL);
  g_assert_false (ff_meeting_form_get_valid (form));
  g_object_set (ff_meeting_form_get_venue (form), "link", "", NULL);
  g_assert_true (ff_meeting_form_get_valid (form));
  g_object_set (ff_meeting_form_get_repeat (form), "weekdays", 0, NULL);
  g_assert_false (ff_meeting_form_get_valid (form));
  g_object_set (form, "by-appointment", TRUE, NULL);
  g_assert_true (ff_meeting_form_get_valid (form));
  built = ff_meeting_form_build (form);
  g_assert_true (ff_meeting_get_by_appointment (built));
  g_assert_cmpstr (ff_meeting_get_rule (built), ==, "FREQ=WEEKLY;BYDAY=TU");
}

static void
test_rule_follows_the_date (void)
{
  const FfWallTime thursday = { 2026, 11, 26, 19, 0 };
  g_autoptr (FfMeetingForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
  g_autoptr (FfMeeting) built = NULL;

  ff_meeting_form_set_start (form, &thursday);
  g_assert_true (ff_meeting_form_get_valid (form));
  built = ff_meeting_form_build (form);
  g_assert_nonnull (strstr (ff_meeting_get_rule (built), "TH"));
  g_assert_null (strstr (ff_meeting_get_rule (built), "TU"));
}

/* Step-free access goes where people come to a place, and only there. */
static void
test_types (void)
{
  const char *const before[] = { "C", "D", "X", NULL };
  g_autoptr (FfMeeting) meeting = make_meeting (NULL);
  g_autoptr (FfMeetingForm) form = NULL;
  g_autoptr (FfMeeting) hybrid = NULL;
  g_autoptr (FfMeeting) online = NULL;

  ff_meeting_set_types (meeting, before);
  form = ff_meeting_form_new (meeting);
  ff_types_form_choose (ff_meeting_form_get_types (form), "BE", TRUE);
  g_object_set (ff_meeting_form_get_venue (form), "mode", FF_MODE_HYBRID, NULL);
  hybrid = ff_meeting_form_build (form);
  g_assert_cmpstrv (ff_meeting_get_types (hybrid),
                    ((const char *[]) { "BE", "C", "D", "X", NULL }));
  g_object_set (ff_meeting_form_get_venue (form), "mode", FF_MODE_ONLINE, NULL);
  online = ff_meeting_form_build (form);
  g_assert_cmpstrv (ff_meeting_get_types (online), ((const char *[]) { "BE", "C", "D", NULL }));
}

static void
test_pauses (void)
{
  g_autoptr (FfMeetingForm) form = make_form (NULL);
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2027-07-01/2027-08-31 Summer", NULL);
  g_autoptr (FfMeeting) built = NULL;

  ff_meeting_form_set_pauses (form, pauses);
  built = ff_meeting_form_build (form);
  g_assert_cmpuint (ff_pauses_count (ff_meeting_get_pauses (built)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting-form/untouched", test_untouched);
  g_test_add_func ("/meeting-form/texts-are-trimmed", test_texts_are_trimmed);
  g_test_add_func ("/meeting-form/minutes", test_minutes);
  g_test_add_func ("/meeting-form/impossible-start", test_impossible_start);
  g_test_add_func ("/meeting-form/zone", test_zone);
  g_test_add_func ("/meeting-form/group", test_group);
  g_test_add_func ("/meeting-form/parts", test_parts);
  g_test_add_func ("/meeting-form/rule-follows-the-date", test_rule_follows_the_date);
  g_test_add_func ("/meeting-form/types", test_types);
  g_test_add_func ("/meeting-form/pauses", test_pauses);
  return g_test_run ();
}
