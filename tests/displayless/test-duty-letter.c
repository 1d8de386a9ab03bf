/* test-duty-letter.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What volunteers are written: their dates by their own clock, in their language, and nothing that is not for them.
 */

#include "ff-duty-letter.h"

#include <string.h>

#include "ff-test-duties.h"

typedef struct
{
  FfVolunteer *volunteer;
  FfMeeting *meeting;
  GPtrArray *duties, *relieved;
  FfLetterStyle style;
  GDateTime *now;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->volunteer = make_volunteer ("volunteer-1", "Ana", "America/Toronto");
  f->meeting = make_duty_meeting ("meeting-1", "America/Toronto", "2026-11-03T19:00");
  f->duties = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_duty_free);
  f->relieved = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_duty_free);
  f->now = g_date_time_new_utc (2026, 11, 22, 18, 0, 0);
  f->style = (FfLetterStyle) { .now = f->now };
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->volunteer);
  g_object_unref (f->meeting);
  g_ptr_array_unref (f->duties);
  g_ptr_array_unref (f->relieved);
  g_date_time_unref (f->now);
}

static void
add (Fixture *f, const char *rule_time, FfDutyStatus status)
{
  g_ptr_array_add (f->duties,
                   make_duty (NULL, f->meeting, rule_time, NULL, FF_ROLE_UID_FACILITATOR, status));
}

static char *
write_letter (Fixture *f)
{
  return ff_duty_letter_write (f->volunteer, f->duties, f->relieved, &f->style);
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in:\n%s", words, text);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_says_not (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_test_message ("“%s” is in:\n%s", words, text);
  g_assert_null (strstr (text, words));
}

static void
test_whole (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *subject = ff_duty_letter_make_subject (f->volunteer, &f->style);

  add (f, "2026-11-24T19:00", FF_DUTY_PROPOSED);
  add (f, "2026-12-01T19:00", FF_DUTY_CONFIRMED);
  add (f, "2026-12-08T19:00", FF_DUTY_DECLINED);
  text = write_letter (f);
  g_assert_cmpstr (text, ==,
                   "Hello Ana,\n"
                   "\n"
                   "Could you take these dates?\n"
                   "\n"
                   "• Tuesday 24 November, 19:00–20:30\n"
                   "  Facilitator · Ladner\n"
                   "  Community Hall, 12 Bridge Street\n"
                   "  https://meet.example.org/j/81234567\n"
                   "\n"
                   "These are agreed already. Thank you for them:\n"
                   "\n"
                   "• Tuesday 1 December, 19:00–20:30\n"
                   "  Facilitator · Ladner\n"
                   "  Community Hall, 12 Bridge Street\n"
                   "  https://meet.example.org/j/81234567\n"
                   "\n"
                   "Please answer with yes or no for each date. A no is quite all right: then "
                   "somebody else will be asked.\n");
  g_assert_cmpstr (subject, ==, "Your dates");
}

static void
relieve (Fixture *f, const char *rule_time, const char *role)
{
  g_ptr_array_add (f->relieved,
                   make_duty (NULL, f->meeting, rule_time, NULL, role, FF_DUTY_DECLINED));
}

/* When and what it was is enough; a place that is theirs again is not said to be gone, another role there is. */
static void
test_relieved (Fixture *f, gconstpointer data)
{
  g_autofree char *alone = NULL;
  g_autofree char *text = NULL;

  relieve (f, "2026-12-08T19:00", FF_ROLE_UID_HOST);
  alone = write_letter (f);
  g_assert_cmpstr (alone, ==,
                   "Hello Ana,\n"
                   "\n"
                   "These are no longer yours:\n"
                   "\n"
                   "• Tuesday 8 December, 19:00–20:30\n"
                   "  Host · Ladner\n"
                   "\n"
                   "Please write if anything has changed for you.\n");
  add (f, "2026-11-24T19:00", FF_DUTY_PROPOSED);
  add (f, "2026-12-01T19:00", FF_DUTY_DECLINED);
  add (f, "2026-12-08T19:00", FF_DUTY_CONFIRMED);
  relieve (f, "2026-11-24T19:00", FF_ROLE_UID_FACILITATOR);
  relieve (f, "2026-12-01T19:00", FF_ROLE_UID_FACILITATOR);
  text = write_letter (f);
  assert_says (text, "These are no longer yours:\n"
                     "\n"
                     "• Tuesday 8 December, 19:00–20:30\n"
                     "  Host · Ladner\n"
                     "\n"
                     "• Tuesday 1 December, 19:00–20:30\n"
                     "  Facilitator · Ladner\n"
                     "\n"
                     "Please answer with yes or no");
}

static void
test_passcodes (Fixture *f, gconstpointer data)
{
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  add (f, "2026-11-24T19:00", FF_DUTY_CONFIRMED);
  without = write_letter (f);
  assert_says_not (without, "Geheimnis");
  assert_says_not (without, "Please answer with yes or no");
  assert_says (without, "Please write if anything has changed");
  f->style.with_passcodes = TRUE;
  with = write_letter (f);
  assert_says (with, "https://meet.example.org/j/81234567?pwd=Geheimnis\n");
  assert_says (with, "Passcode: Geheimnis\n");
}

/* By both clocks, on whatever day that is. */
static void
test_zones (Fixture *f, gconstpointer data)
{
  g_autofree char *far = NULL;
  g_autofree char *near = NULL;

  add (f, "2026-11-24T19:00", FF_DUTY_PROPOSED);
  ff_volunteer_set_text (f->volunteer, FF_VOLUNTEER_ZONE, "Europe/London");
  far = write_letter (f);
  assert_says (far, "• Wednesday 25 November, 00:00–01:30 London time (there: Tuesday 24 November, "
                    "19:00–20:30 Toronto time)\n");
  /* Another name for the same clock. */
  ff_volunteer_set_text (f->volunteer, FF_VOLUNTEER_ZONE, "America/New_York");
  near = write_letter (f);
  assert_says (near, "• Tuesday 24 November, 19:00–20:30\n");
}

/* The clocks go back at 02:00: an hour and a half later it is 01:30 again, half an hour on. */
static void
test_clock_change (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  g_set_object (&f->meeting,
                make_duty_meeting ("meeting-2", "America/Toronto", "2026-11-01T01:00"));
  g_object_unref (f->meeting);
  add (f, "2026-11-01T01:00", FF_DUTY_PROPOSED);
  text = write_letter (f);
  assert_says (text, "• Sunday 1 November, 01:00–01:30\n");
}

static void
test_off_and_moved (Fixture *f, gconstpointer data)
{
  const FfWallTime off = duty_wall ("2026-11-24T19:00"), moved = duty_wall ("2026-12-01T19:00");
  const FfWallTime later = duty_wall ("2026-12-02T18:30");
  g_autoptr (FfOverride) cancelled = ff_override_new ("meeting-1", &off);
  g_autoptr (FfOverride) elsewhere = ff_override_new ("meeting-1", &moved);
  g_autofree char *text = NULL;

  ff_override_set_cancelled (cancelled, TRUE);
  ff_override_set_start (elsewhere, &later);
  ff_override_set_place (elsewhere, "Library");
  ff_override_set_note (elsewhere, "By the side door");
  g_ptr_array_add (f->duties, make_duty (NULL, f->meeting, "2026-11-24T19:00", cancelled,
                                         FF_ROLE_UID_HOST, FF_DUTY_CONFIRMED));
  g_ptr_array_add (f->duties, make_duty (NULL, f->meeting, "2026-12-01T19:00", elsewhere,
                                         FF_ROLE_UID_HOST, FF_DUTY_ASKED));
  text = write_letter (f);
  assert_says (text, "Could you take these dates?\n\n• Wednesday 2 December, 18:30–20:00\n"
                     "  Host · Ladner\n  Library\n");
  assert_says (text, "  By the side door\n");
  assert_says (text, "These are not held, so nobody needs to come:\n\n• Tuesday 24 November");
  assert_says_not (text, "12 Bridge Street\n  https://meet.example.org/j/81234567\n  By");
}

static void
test_language (Fixture *f, gconstpointer data)
{
  g_autofree char *french = NULL;
  g_autofree char *asked = NULL;

  add (f, "2026-11-24T19:00", FF_DUTY_PROPOSED);
  ff_volunteer_set_text (f->volunteer, FF_VOLUNTEER_LANGUAGE, "fr-CA");
  french = write_letter (f);
  assert_says (french, "24 novembre");
  assert_says_not (french, "November");
  /* Unless another one is asked for. */
  f->style.language = "en";
  asked = write_letter (f);
  assert_says (asked, "Tuesday 24 November");
}

static void
test_cover (Fixture *f, gconstpointer data)
{
  const FfDuty *duty;
  g_autofree char *text = NULL;
  g_autofree char *subject = ff_cover_letter_make_subject (f->volunteer, &f->style);

  add (f, "2026-11-24T19:00", FF_DUTY_CONFIRMED);
  duty = g_ptr_array_index (f->duties, 0);
  text = ff_cover_letter_write (f->volunteer, duty->occurrence, duty->group, duty->role, &f->style);
  assert_says (text, "Hello Ana,\n\nSomebody is needed for this date. Could you take it?\n\n"
                     "• Tuesday 24 November, 19:00–20:30\n  Facilitator · Ladner\n");
  g_assert_cmpstr (subject, ==, "Could you take this date?");
}

static void
test_thanks (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint duties, minutes;
    const char *words;
  } cases[] = {
    { 12, 1080, "in 2026: 12 meetings. Hours in all: 18." },
    { 1, 90, "in 2026: one meeting. Hours in all: 1½." },
    { 0, 30, "in 2026. Hours in all: ½." },
    { 3, 285, "in 2026: 3 meetings. Hours in all: 5." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_thanks_letter_write (f->volunteer, 2026, cases[i].duties,
                                                      cases[i].minutes, &f->style);

      assert_says (text, cases[i].words);
      assert_says (text, "Hello Ana,\n");
      assert_says_not (text, "!");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/duty-letter/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("whole", test_whole);
  ADD ("relieved", test_relieved);
  ADD ("passcodes", test_passcodes);
  ADD ("zones", test_zones);
  ADD ("clock-change", test_clock_change);
  ADD ("off-and-moved", test_off_and_moved);
  ADD ("language", test_language);
  ADD ("cover", test_cover);
  ADD ("thanks", test_thanks);
#undef ADD

  return g_test_run ();
}
