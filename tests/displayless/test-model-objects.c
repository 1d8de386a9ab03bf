/* test-model-objects.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plain objects: what they start as, that they tell of changes and of nothing else, and copies.
 */

#include "ff-check-in.h"
#include "ff-clock.h"
#include "ff-group.h"
#include "ff-meeting.h"
#include "ff-override.h"
#include "ff-participant.h"
#include "ff-plan-item.h"
#include "ff-session.h"

/* Arabic with a family that is four emoji joined, and a flag. */
#define ALIAS "أبو نور 👨‍👩‍👧‍👦 🇨🇦"

static const FfWallTime rule_time = { 2026, 11, 24, 19, 0 };

static void
count (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  ++*(guint *) user_data;
}

/* Another value than @value that the property takes. */
static void
change (GValue *value, GParamSpec *pspec)
{
  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, ALIAS);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, !g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_UINT (value))
    g_value_set_uint (value, g_value_get_uint (value) + 1);
  else if (G_VALUE_HOLDS_INT (value))
    g_value_set_int (value, g_value_get_int (value) + 1);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, g_value_get_int64 (value) + 1);
  else if (G_VALUE_HOLDS (value, FF_TYPE_WALL_TIME))
    g_value_set_boxed (value, &rule_time);
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    g_value_take_boxed (value, g_strsplit ("urge-log,cost-benefit", ",", -1));
  else
    g_assert_not_reached ();
}

static gboolean
is_settable (GParamSpec *pspec)
{
  return (pspec->flags & G_PARAM_WRITABLE) && !(pspec->flags & G_PARAM_CONSTRUCT_ONLY);
}

/* Every property that can be set: keeps what is set, notifies once, and not when set again. */
static void
check_properties (GObject *object)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", pspecs[i]->name, NULL);
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) kept = G_VALUE_INIT;
      guint notified = 0;

      if (!is_settable (pspecs[i]))
        continue;

      g_test_message ("%s:%s", G_OBJECT_TYPE_NAME (object), pspecs[i]->name);
      g_value_init (&value, pspecs[i]->value_type);
      g_object_get_property (object, pspecs[i]->name, &value);
      g_assert_false (G_VALUE_HOLDS_STRING (&value)
                      && g_strcmp0 (g_value_get_string (&value), ALIAS) == 0);
      change (&value, pspecs[i]);

      g_signal_connect (object, signal, G_CALLBACK (count), &notified);
      g_object_set_property (object, pspecs[i]->name, &value);
      g_assert_cmpuint (notified, ==, 1);
      g_object_set_property (object, pspecs[i]->name, &value);
      g_assert_cmpuint (notified, ==, 1);
      g_signal_handlers_disconnect_by_func (object, count, &notified);

      g_value_init (&kept, pspecs[i]->value_type);
      g_object_get_property (object, pspecs[i]->name, &kept);
      if (G_VALUE_HOLDS_STRING (&kept))
        g_assert_cmpstr (g_value_get_string (&kept), ==, ALIAS);
      else if (G_VALUE_HOLDS (&kept, FF_TYPE_WALL_TIME))
        g_assert_cmpint (ff_wall_time_compare (g_value_get_boxed (&kept), &rule_time), ==, 0);
      else if (G_VALUE_HOLDS (&kept, G_TYPE_STRV))
        g_assert_cmpstrv (g_value_get_boxed (&kept), g_value_get_boxed (&value));
      else
        g_assert_cmpint (g_param_values_cmp (pspecs[i], &value, &kept), ==, 0);
    }
}

/* @copy says the same as @object in every property, and shares none of its texts. */
static void
check_copy (GObject *object, GObject *copy)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  g_assert_true (object != copy);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) a = G_VALUE_INIT;
      g_auto (GValue) b = G_VALUE_INIT;

      g_test_message ("%s:%s", G_OBJECT_TYPE_NAME (object), pspecs[i]->name);
      g_value_init (&a, pspecs[i]->value_type);
      g_value_init (&b, pspecs[i]->value_type);
      g_object_get_property (object, pspecs[i]->name, &a);
      g_object_get_property (copy, pspecs[i]->name, &b);

      if (G_VALUE_HOLDS (&a, FF_TYPE_WALL_TIME))
        g_assert_cmpint (ff_wall_time_compare (g_value_get_boxed (&a), g_value_get_boxed (&b)), ==,
                         0);
      else if (G_VALUE_HOLDS (&a, G_TYPE_STRV))
        g_assert_cmpstrv (g_value_get_boxed (&a), g_value_get_boxed (&b));
      else
        g_assert_cmpint (g_param_values_cmp (pspecs[i], &a, &b), ==, 0);
    }
}

#define CHECK(type, object)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GObject) checked = G_OBJECT (object);                                               \
    GObject *copied;                                                                               \
                                                                                                   \
    check_properties (checked);                                                                    \
    copied = G_OBJECT (type##_copy ((gpointer) checked));                                          \
    check_copy (checked, copied);                                                                  \
    g_assert_finalize_object (copied);                                                             \
  }                                                                                                \
  G_STMT_END

static void
test_properties (void)
{
  CHECK (ff_group, ff_group_new (NULL));
  CHECK (ff_meeting, ff_meeting_new (NULL));
  CHECK (ff_override, ff_override_new ("meeting", &rule_time));
  CHECK (ff_participant, ff_participant_new (NULL));
  CHECK (ff_session, ff_session_new (NULL));
  CHECK (ff_check_in, ff_check_in_new (NULL));
  CHECK (ff_plan_item, ff_plan_item_new (NULL));
}

static void
test_uid (void)
{
  g_autoptr (FfGroup) given = ff_group_new ("an-id");
  g_autoptr (FfGroup) a = ff_group_new (NULL);
  g_autoptr (FfGroup) b = ff_group_new (NULL);

  g_assert_cmpstr (ff_group_get_uid (given), ==, "an-id");
  g_assert_true (g_uuid_string_is_valid (ff_group_get_uid (a)));
  g_assert_cmpstr (ff_group_get_uid (a), !=, ff_group_get_uid (b));
}

/* NULL is not a text that anyone has to reckon with, but where it means something. */
static void
test_null (void)
{
  g_autoptr (FfGroup) group = ff_group_new (NULL);
  g_autoptr (FfMeeting) meeting = ff_meeting_new (NULL);
  g_autoptr (FfSession) session = ff_session_new (NULL);
  g_autoptr (FfOverride) override = ff_override_new ("meeting", &rule_time);

  ff_group_set_name (group, NULL);
  g_assert_cmpstr (ff_group_get_name (group), ==, "");
  ff_group_set_programme (group, "four-points");
  ff_group_set_programme (group, NULL);
  g_assert_cmpstr (ff_group_get_programme (group), ==, "own");
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_rule (meeting, NULL);
  g_assert_null (ff_meeting_get_rule (meeting));
  g_assert_cmpuint (ff_meeting_get_minutes (meeting), ==, 90);
  ff_session_set_handouts (session, NULL);
  g_assert_nonnull (ff_session_get_handouts (session));
  g_assert_null (ff_session_get_handouts (session)[0]);
  g_assert_cmpint (ff_session_get_attendance (session), ==, 0);
  ff_override_set_start (override, &rule_time);
  ff_override_set_start (override, NULL);
  g_assert_null (ff_override_get_start (override));
  g_assert_null (ff_override_get_place (override));
  g_assert_cmpstr (ff_override_get_note (override), ==, "");
}

/* With the tools, and only of those; a copy has them too. */
static void
test_copies (void)
{
  static const char *const tools[] = { "urge-log", "values", NULL };
  static const char *const fewer[] = { "values", NULL };
  g_autoptr (FfSession) session = ff_session_new (NULL);
  g_autoptr (FfSession) copy = NULL;
  g_autoptr (FfSession) other = ff_session_new (NULL);

  ff_session_set_handouts (session, tools);
  ff_session_set_copies (session, "values", 4);
  ff_session_set_copies (session, "deads", 5);
  copy = ff_session_copy (session);
  g_assert_cmpuint (ff_session_get_copies (copy, "values"), ==, 4);
  g_assert_cmpuint (ff_session_get_copies (copy, "deads"), ==, 0);
  ff_session_set_handouts (session, fewer);
  g_assert_cmpuint (ff_session_get_copies (session, "values"), ==, 4);
  ff_session_set_copies (session, "values", 0);
  g_assert_cmpuint (ff_session_get_copies (session, "values"), ==, 0);
  ff_session_take_handouts (other, copy);
  g_assert_cmpstrv (ff_session_get_handouts (other), tools);
  g_assert_cmpuint (ff_session_get_copies (other, "values"), ==, 4);
  ff_session_set_handouts (other, NULL);
  ff_session_set_handouts (other, tools);
  g_assert_cmpuint (ff_session_get_copies (other, "values"), ==, 0);
}

/* Who came is who has a check-in and who gave no name; whoever shows it is told. */
static void
test_counts (void)
{
  g_autoptr (FfSession) session = ff_session_new (NULL);
  g_autoptr (FfSession) copy = NULL;
  guint attendance = 0, newcomers = 0;

  g_signal_connect (session, "notify::attendance", G_CALLBACK (count), &attendance);
  g_signal_connect (session, "notify::newcomers", G_CALLBACK (count), &newcomers);
  ff_session_set_named (session, 5, 1);
  ff_session_set_named (session, 5, 1);
  ff_session_set_unnamed (session, 2);
  ff_session_set_unnamed_newcomers (session, 2);
  ff_session_set_named (session, 6, 1);
  g_assert_cmpuint (attendance, ==, 3);
  g_assert_cmpuint (newcomers, ==, 2);
  copy = ff_session_copy (session);
  g_assert_cmpuint (ff_session_get_attendance (copy), ==, 8);
  g_assert_cmpuint (ff_session_get_newcomers (copy), ==, 3);
  g_assert_cmpuint (ff_session_get_unnamed (copy), ==, 2);
}

static void
test_group_copy (void)
{
  g_autoptr (FfGroup) group = ff_group_new (NULL);
  g_autoptr (FfGroup) copy = NULL;

  g_assert_cmpuint (ff_group_get_keep_months (group), ==, 0);
  g_assert_cmpint (ff_group_get_own_check_in_parts (group), ==, FF_GROUP_AS_PROGRAMME);
  ff_group_set_keep_months (group, FF_GROUP_MOST_MONTHS);
  ff_group_set_own_check_in_parts (group, 0);
  copy = ff_group_copy (group);
  g_assert_cmpuint (ff_group_get_keep_months (copy), ==, FF_GROUP_MOST_MONTHS);
  g_assert_cmpint (ff_group_get_own_check_in_parts (copy), ==, 0);
}

static void
test_alias (void)
{
  const char *const aliases[][2] = {
    { "  Sam ", "Sam" },
    { "\t\n" ALIAS "\u3000\u00a0", ALIAS },
    { "Mary  Jane", "Mary  Jane" },
    { " \u2003 ", "" },
    { "", "" },
  };
  g_autoptr (FfParticipant) participant = ff_participant_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      ff_participant_set_alias (participant, aliases[i][0]);
      g_assert_cmpstr (ff_participant_get_alias (participant), ==, aliases[i][1]);
    }
  ff_participant_set_alias (participant, NULL);
  g_assert_cmpstr (ff_participant_get_alias (participant), ==, "");
}

static void
test_long_note (void)
{
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (NULL);
  g_autofree char *note = g_strnfill (100000, 'x');

  ff_check_in_set_note (check_in, note);
  g_assert_cmpstr (ff_check_in_get_note (check_in), ==, note);
}

static void
test_review (void)
{
  g_autoptr (FfPlanItem) item = ff_plan_item_new (NULL);
  g_autoptr (FfPlanItem) copy = NULL;
  guint outcomes = 0, sessions = 0;

  g_signal_connect (item, "notify::outcome", G_CALLBACK (count), &outcomes);
  g_signal_connect (item, "notify::reviewed-at", G_CALLBACK (count), &sessions);

  ff_plan_item_review (item, FF_OUTCOME_OPEN, "session");
  g_assert_null (ff_plan_item_get_reviewed_at (item));
  g_assert_cmpuint (outcomes + sessions, ==, 0);

  ff_plan_item_review (item, FF_OUTCOME_PARTLY, "session");
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_PARTLY);
  g_assert_cmpstr (ff_plan_item_get_reviewed_at (item), ==, "session");
  g_assert_cmpuint (outcomes, ==, 1);
  g_assert_cmpuint (sessions, ==, 1);

  ff_plan_item_review (item, FF_OUTCOME_DONE, "session");
  g_assert_cmpuint (outcomes, ==, 2);
  g_assert_cmpuint (sessions, ==, 1);

  copy = ff_plan_item_copy (item);
  check_copy (G_OBJECT (item), G_OBJECT (copy));

  ff_plan_item_review (item, FF_OUTCOME_OPEN, NULL);
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_OPEN);
  g_assert_null (ff_plan_item_get_reviewed_at (item));
  g_assert_cmpint (ff_plan_item_get_outcome (copy), ==, FF_OUTCOME_DONE);
}

static void
count_tick (FfClock *clock, gpointer user_data)
{
  ++*(guint *) user_data;
}

static gboolean
give_up (gpointer user_data)
{
  g_assert_not_reached ();
}

static void
test_clock (void)
{
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GDateTime) pretended = g_date_time_new_local (2026, 11, 24, 18, 59, 59.8);
  g_autoptr (GDateTime) real = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) system = NULL;
  guint ticks = 0, timeout;

  g_signal_connect (clock, "tick", G_CALLBACK (count_tick), &ticks);
  real = ff_clock_get_now (clock);
  system = g_date_time_new_now_local ();
  g_assert_cmpint (ABS (g_date_time_difference (system, real)), <, G_TIME_SPAN_MINUTE);

  ff_clock_set_now (clock, pretended);
  g_assert_cmpuint (ticks, ==, 1);
  now = ff_clock_get_now (clock);
  g_assert_cmpint (g_date_time_difference (now, pretended), >=, 0);
  g_assert_cmpint (g_date_time_difference (now, pretended), <, G_TIME_SPAN_MINUTE);

  /* the minute is over soon */
  timeout = g_timeout_add_seconds (30, give_up, NULL);
  while (ticks < 2)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_clear_pointer (&now, g_date_time_unref);
  now = ff_clock_get_now (clock);
  g_assert_cmpint (g_date_time_get_hour (now), ==, 19);

  ff_clock_set_now (clock, NULL);
  g_assert_cmpuint (ticks, ==, 3);
  g_clear_pointer (&now, g_date_time_unref);
  now = ff_clock_get_now (clock);
  g_assert_cmpint (ABS (g_date_time_difference (now, real)), <, G_TIME_SPAN_MINUTE * 5);

  g_assert_finalize_object (g_steal_pointer (&clock));
}

static void
test_public_link (void)
{
  static const struct
  {
    const char *link, *public_link;
  } cases[] = {
    { "", "" },
    { "https://meet.example.org/harbour", "https://meet.example.org/harbour" },
    { "https://us02web.zoom.us/j/123?pwd=c2VjcmV0", "https://us02web.zoom.us/j/123" },
    { "https://zoom.us/j/1?a=1&PWD=x&b=2#success", "https://zoom.us/j/1?a=1&b=2#success" },
    { "https://teams.microsoft.com/meet/27?p=AbC", "https://teams.microsoft.com/meet/27" },
    { "https://meet.example.org/r#pin=4321&x=1", "https://meet.example.org/r#x=1" },
    { "https://example.org/#a?pwd=1&x=2", "https://example.org/#a?x=2" },
    { "https://example.org/pwd?page=2", "https://example.org/pwd?page=2" },
    { "https://example.org/?", "https://example.org/?" },
    { "https://example.org/j?pwd=1#pin=2", "https://example.org/j" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfVenue) venue = ff_venue_new ();
      g_autofree char *link = NULL;

      ff_venue_set_text (venue, FF_VENUE_LINK, cases[i].link);
      link = ff_venue_make_public_link (venue);
      g_assert_cmpstr (link, ==, cases[i].public_link);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-objects/properties", test_properties);
  g_test_add_func ("/model-objects/uid", test_uid);
  g_test_add_func ("/model-objects/null", test_null);
  g_test_add_func ("/model-objects/copies", test_copies);
  g_test_add_func ("/model-objects/counts", test_counts);
  g_test_add_func ("/model-objects/group-copy", test_group_copy);
  g_test_add_func ("/model-objects/alias", test_alias);
  g_test_add_func ("/model-objects/long-note", test_long_note);
  g_test_add_func ("/model-objects/review", test_review);
  g_test_add_func ("/model-objects/clock", test_clock);
  g_test_add_func ("/model-objects/public-link", test_public_link);

  return g_test_run ();
}
