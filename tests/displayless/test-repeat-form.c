/* test-repeat-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a meeting is held, as the form takes it, says it and refuses it.
 */

#include <string.h>

#include "ff-recurrence.h"
#include "ff-repeat-form.h"

static const FfWallTime tuesday = { 2026, 11, 24, 19, 0 };

static FfRepeatForm *
make_form (const char *rule)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m1");

  ff_meeting_set_start (meeting, &tuesday);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  return ff_repeat_form_new (meeting);
}

static char *
dup_text (FfRepeatForm *form, const char *property)
{
  char *text;

  g_object_get (form, property, &text, NULL);
  return text;
}

static void
assert_message (FfRepeatForm *form, const char *property, gboolean expected)
{
  g_autofree char *text = dup_text (form, property);

  if (expected)
    g_assert_cmpstr (text, !=, "");
  else
    g_assert_cmpstr (text, ==, "");
  g_assert_cmpint (ff_repeat_form_get_valid (form), ==, !expected);
}

static void
test_kinds (void)
{
  const struct
  {
    FfRepeatFormKind kind;
    const char *rule;
  } cases[] = {
    { FF_REPEAT_FORM_ONCE, NULL },
    { FF_REPEAT_FORM_WEEKLY, "BYDAY=TU" },
    { FF_REPEAT_FORM_MONTHLY_NTH, "BYDAY=4TU" },
    { FF_REPEAT_FORM_MONTHLY_LAST, "BYDAY=-1TU" },
    { FF_REPEAT_FORM_MONTHLY_DAY, "BYMONTHDAY=24" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfRepeatForm) form = make_form ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU");
      g_autofree char *rule = NULL;
      guint kind;

      g_object_set (form, "kind", cases[i].kind, "interval", 1, NULL);
      g_object_get (form, "kind", &kind, NULL);
      g_assert_cmpuint (kind, ==, cases[i].kind);
      g_assert_true (ff_repeat_form_get_valid (form));
      rule = ff_repeat_form_build (form);
      if (cases[i].rule == NULL)
        g_assert_null (rule);
      else
        g_assert_nonnull (strstr (rule, cases[i].rule));
    }
}

static void
test_weekdays (void)
{
  g_autoptr (FfRepeatForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
  const FfWallTime wednesday = { 2026, 11, 25, 19, 0 };
  g_autofree char *rule = NULL;

  g_object_set (form, "weekdays", FF_WEEKDAY_BIT (2) | FF_WEEKDAY_BIT (4), "interval", 2, NULL);
  rule = ff_repeat_form_build (form);
  g_assert_nonnull (strstr (rule, "TU,TH"));
  g_assert_nonnull (strstr (rule, "INTERVAL=2"));
  g_object_set (form, "weekdays", 0, NULL);
  assert_message (form, "weekdays-message", TRUE);
  g_object_set (form, "weekdays", FF_WEEKDAY_BIT (2) | FF_WEEKDAY_BIT (4), NULL);
  assert_message (form, "weekdays-message", FALSE);
  g_object_set (form, "start", &wednesday, NULL);
  assert_message (form, "weekdays-message", TRUE);
}

/* The only weekday goes with the first date; so do the words. */
static void
test_follows_the_date (void)
{
  g_autoptr (FfRepeatForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
  const FfWallTime wednesday = { 2026, 11, 25, 19, 0 };
  g_auto (GStrv) before = ff_repeat_form_list_kinds (form);
  g_auto (GStrv) after = NULL;
  g_autofree char *rule = NULL;

  g_assert_cmpuint (g_strv_length (before), ==, FF_REPEAT_FORM_OTHER);
  g_assert_nonnull (strstr (before[FF_REPEAT_FORM_MONTHLY_LAST], "Tuesday"));
  g_object_set (form, "start", &wednesday, NULL);
  after = ff_repeat_form_list_kinds (form);
  g_assert_nonnull (strstr (after[FF_REPEAT_FORM_MONTHLY_NTH], "Wednesday"));
  rule = ff_repeat_form_build (form);
  g_assert_nonnull (strstr (rule, "WE"));
  g_assert_null (strstr (rule, "TU"));
}

static void
test_interval (void)
{
  g_autoptr (FfRepeatForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");

  g_object_set (form, "interval", 0, NULL);
  assert_message (form, "interval-message", TRUE);
  g_object_set (form, "interval", 99, NULL);
  assert_message (form, "interval-message", FALSE);
  g_object_set (form, "interval", 100, NULL);
  assert_message (form, "interval-message", TRUE);
  g_object_set (form, "kind", FF_REPEAT_FORM_ONCE, NULL);
  assert_message (form, "interval-message", FALSE);
}

static void
test_ends (void)
{
  g_autoptr (FfRepeatForm) form = make_form ("FREQ=WEEKLY;BYDAY=TU");
  const FfWallTime day_before = { 2026, 11, 23, 0, 0 };
  const FfWallTime fortnight_later = { 2026, 12, 8, 0, 0 };
  g_autofree char *until = NULL;
  g_autofree char *count = NULL;
  g_autoptr (GArray) dates = NULL;
  FfWallTime far_away = { 2030, 1, 1, 0, 0 };

  g_object_set (form, "end", FF_REPEAT_END_DAY, "until", &day_before, NULL);
  assert_message (form, "end-message", TRUE);
  g_object_set (form, "until", &fortnight_later, NULL);
  assert_message (form, "end-message", FALSE);
  until = ff_repeat_form_build (form);
  dates = ff_recurrence_expand (until, &tuesday, &tuesday, &far_away, 100, NULL);
  g_assert_cmpuint (dates->len, ==, 3);
  g_object_set (form, "end", FF_REPEAT_END_COUNT, "count", 0, NULL);
  assert_message (form, "end-message", TRUE);
  g_object_set (form, "count", 5, NULL);
  assert_message (form, "end-message", FALSE);
  count = ff_repeat_form_build (form);
  g_assert_nonnull (strstr (count, "COUNT=5"));
}

static void
test_words (void)
{
  g_autoptr (FfRepeatForm) form = make_form ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=3");
  g_autofree char *summary = dup_text (form, "summary");
  g_autofree char *next = dup_text (form, "next");

  g_assert_cmpstr (summary, ==, "Every two weeks on Tuesday and Thursday, 3 times");
  g_assert_cmpstr (next, ==, "Next: Tue 24 Nov · Thu 26 Nov · Tue 8 Dec");
}

/* What nobody touched is given back letter by letter, also what the form can say. */
static void
test_untouched (void)
{
  const char *const rules[] = {
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU",
    "FREQ=WEEKLY;BYDAY=TH,TU;UNTIL=20270630T190000Z",
    "FREQ=MONTHLY;BYDAY=2TU,4TU",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TU",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (FfRepeatForm) form = make_form (rules[i]);
      g_autofree char *rule = NULL;

      g_test_message ("%s", rules[i]);
      g_assert_true (ff_repeat_form_get_valid (form));
      rule = ff_repeat_form_build (form);
      g_assert_cmpstr (rule, ==, rules[i]);
    }
}

/* 10 November 2026 is a Tuesday, and not the last one. */
static void
test_date_that_the_rule_leaves_out (void)
{
  const FfWallTime second_tuesday = { 2026, 11, 10, 19, 0 };
  const FfWallTime nowhere = { 2026, 2, 30, 19, 0 };
  g_autoptr (FfRepeatForm) form = make_form (NULL);

  g_object_set (form, "kind", FF_REPEAT_FORM_MONTHLY_LAST, NULL);
  assert_message (form, "message", FALSE);
  g_object_set (form, "start", &second_tuesday, NULL);
  assert_message (form, "message", TRUE);
  g_object_set (form, "kind", FF_REPEAT_FORM_MONTHLY_NTH, NULL);
  assert_message (form, "message", FALSE);
  g_object_set (form, "start", &nowhere, NULL);
  g_assert_false (ff_repeat_form_get_valid (form));
}

static void
test_unusable_rule (void)
{
  g_autoptr (FfRepeatForm) form = make_form ("FREQ=SECONDLY");
  g_auto (GStrv) kinds = ff_repeat_form_list_kinds (form);

  g_assert_cmpuint (g_strv_length (kinds), ==, FF_REPEAT_FORM_OTHER + 1);
  assert_message (form, "message", TRUE);
  g_object_set (form, "kind", FF_REPEAT_FORM_WEEKLY, NULL);
  assert_message (form, "message", FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repeat-form/kinds", test_kinds);
  g_test_add_func ("/repeat-form/weekdays", test_weekdays);
  g_test_add_func ("/repeat-form/follows-the-date", test_follows_the_date);
  g_test_add_func ("/repeat-form/interval", test_interval);
  g_test_add_func ("/repeat-form/ends", test_ends);
  g_test_add_func ("/repeat-form/words", test_words);
  g_test_add_func ("/repeat-form/untouched", test_untouched);
  g_test_add_func ("/repeat-form/date-that-the-rule-leaves-out",
                   test_date_that_the_rule_leaves_out);
  g_test_add_func ("/repeat-form/unusable-rule", test_unusable_rule);
  return g_test_run ();
}
