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

  g_object_set (form, "title", "  Newcomers ", "place", " Hall\t", NULL);
  built = ff_meeting_form_build (form);
  g_assert_cmpstr (ff_meeting_get_title (built), ==, "Newcomers");
  g_assert_cmpstr (ff_meeting_get_place (built), ==, "Hall");
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

static void
test_link (void)
{
  const struct
  {
    const char *typed;
    const char *kept; /* NULL: not taken */
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "https://meet.example.org/harbour", "https://meet.example.org/harbour" },
    { " http://example.org ", "http://example.org" },
    { "meet.example.org/harbour?x=1", "https://meet.example.org/harbour?x=1" },
    { "meet.example.org:8443/room", "https://meet.example.org:8443/room" },
    { "tel:+16045550123", "tel:+16045550123" },
    { "HTTPS://example.org/a", "HTTPS://example.org/a" },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "https://", NULL },
    { "tel:", NULL },
    { "ask Maria", NULL },
    { "room", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeetingForm) form = make_form (NULL);
      g_autoptr (FfMeeting) built = NULL;

      g_test_message ("“%s”", cases[i].typed);
      g_object_set (form, "link", cases[i].typed, NULL);
      assert_message (form, "link-message", cases[i].kept == NULL);
      if (cases[i].kept == NULL)
        continue;
      built = ff_meeting_form_build (form);
      g_assert_cmpstr (ff_meeting_get_link (built), ==, cases[i].kept);
    }
}

static void
test_link_hint (void)
{
  g_autoptr (FfMeetingForm) form = make_form (NULL);
  g_autofree char *completed = NULL;
  g_autofree char *whole = NULL;

  g_object_set (form, "link", "meet.example.org/harbour", NULL);
  completed = dup_text (form, "link-hint");
  g_assert_nonnull (strstr (completed, "https://meet.example.org/harbour"));
  g_object_set (form, "link", "https://meet.example.org/harbour", NULL);
  whole = dup_text (form, "link-hint");
  g_assert_cmpstr (whole, ==, "");
}

static void
test_rule_follows_the_date (void)
{
  const FfWallTime thursday = { 2026, 11, 26, 19, 0 };
  const struct
  {
    FfRepeat repeat;
    const char *rule;
  } cases[] = {
    { FF_REPEAT_NEVER, NULL },
    { FF_REPEAT_WEEKLY, "TH" },
    { FF_REPEAT_FORTNIGHTLY, "INTERVAL=2" },
    { FF_REPEAT_MONTHLY_NTH, "4TH" },
    { FF_REPEAT_MONTHLY_LAST, "-1TH" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeetingForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
      g_autoptr (FfMeeting) built = NULL;

      g_object_set (form, "repeat", cases[i].repeat, NULL);
      ff_meeting_form_set_start (form, &thursday);
      g_assert_true (ff_meeting_form_get_valid (form));
      built = ff_meeting_form_build (form);
      if (cases[i].rule == NULL)
        g_assert_null (ff_meeting_get_rule (built));
      else
        g_assert_nonnull (strstr (ff_meeting_get_rule (built), cases[i].rule));
      g_assert_cmpint (ff_recurrence_classify (ff_meeting_get_rule (built), &thursday), ==,
                       cases[i].repeat);
    }
}

/* 10 November 2026 is a Tuesday, and not the last one. */
static void
test_date_that_the_rule_leaves_out (void)
{
  const FfWallTime second_tuesday = { 2026, 11, 10, 19, 0 };
  g_autoptr (FfMeetingForm) form = make_form (NULL);

  g_object_set (form, "repeat", FF_REPEAT_MONTHLY_LAST, NULL);
  assert_message (form, "repeat-message", FALSE);
  ff_meeting_form_set_start (form, &second_tuesday);
  assert_message (form, "repeat-message", TRUE);
  g_object_set (form, "repeat", FF_REPEAT_MONTHLY_NTH, NULL);
  assert_message (form, "repeat-message", FALSE);
}

static void
test_other_rule_is_kept (void)
{
  const char *rule = "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630T190000";
  g_autoptr (FfMeetingForm) form = make_form (rule);
  g_auto (GStrv) words = ff_meeting_form_list_repeats (form);
  g_autoptr (FfMeeting) built = NULL;
  guint repeat;

  g_object_get (form, "repeat", &repeat, NULL);
  g_assert_cmpuint (repeat, ==, FF_REPEAT_OTHER);
  g_assert_cmpuint (g_strv_length (words), ==, FF_REPEAT_OTHER + 1);
  g_object_set (form, "title", "Twice a week", NULL);
  built = ff_meeting_form_build (form);
  g_assert_cmpstr (ff_meeting_get_rule (built), ==, rule);
}

static void
test_repeat_words (void)
{
  g_autoptr (FfMeetingForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
  const FfWallTime wednesday = { 2026, 11, 25, 19, 0 };
  g_auto (GStrv) before = ff_meeting_form_list_repeats (form);
  g_auto (GStrv) after = NULL;

  g_assert_cmpuint (g_strv_length (before), ==, FF_REPEAT_OTHER);
  g_assert_nonnull (strstr (before[FF_REPEAT_WEEKLY], "Tuesday"));
  g_assert_nonnull (strstr (before[FF_REPEAT_MONTHLY_LAST], "Tuesday"));
  ff_meeting_form_set_start (form, &wednesday);
  after = ff_meeting_form_list_repeats (form);
  g_assert_nonnull (strstr (after[FF_REPEAT_MONTHLY_NTH], "Wednesday"));
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
  g_test_add_func ("/meeting-form/link", test_link);
  g_test_add_func ("/meeting-form/link-hint", test_link_hint);
  g_test_add_func ("/meeting-form/rule-follows-the-date", test_rule_follows_the_date);
  g_test_add_func ("/meeting-form/date-that-the-rule-leaves-out",
                   test_date_that_the_rule_leaves_out);
  g_test_add_func ("/meeting-form/other-rule-is-kept", test_other_rule_is_kept);
  g_test_add_func ("/meeting-form/repeat-words", test_repeat_words);
  return g_test_run ();
}
