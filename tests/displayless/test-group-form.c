/* test-group-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be filled in about a group, and what is said where it may not.
 */

#include "ff-group-form.h"

static GDateTime *
make_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");

  return g_date_time_new (zone, 2026, 11, 24, 16, 30, 0.0);
}

static void
assert_message (FfGroupForm *form, const char *property, gboolean is_said)
{
  g_autofree char *message = NULL;

  g_object_get (form, property, &message, NULL);
  g_assert_nonnull (message);
  g_test_message ("%s: “%s”", property, message);
  g_assert_true ((*message != '\0') == is_said);
}

static void
test_name (void)
{
  g_autoptr (FfGroupForm) form = ff_group_form_new (NULL, NULL);
  g_autofree char *long_name = g_strnfill (121, 'x');
  g_autofree char *longest_name = g_strnfill (120, 'x');

  /* Nothing is held against somebody who has only just begun. */
  g_assert_false (ff_group_form_get_valid (form));
  assert_message (form, "name-message", FALSE);

  g_object_set (form, "name", "Tuesday Group", NULL);
  g_assert_true (ff_group_form_get_valid (form));

  g_object_set (form, "name", " \t\302\240", NULL);
  g_assert_false (ff_group_form_get_valid (form));
  assert_message (form, "name-message", TRUE);

  g_object_set (form, "name", longest_name, NULL);
  g_assert_true (ff_group_form_get_valid (form));
  assert_message (form, "name-message", FALSE);

  g_object_set (form, "name", long_name, NULL);
  g_assert_false (ff_group_form_get_valid (form));
  assert_message (form, "name-message", TRUE);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_valid_notifies (void)
{
  g_autoptr (FfGroupForm) form = ff_group_form_new (NULL, NULL);
  guint n_changes = 0;

  g_signal_connect (form, "notify::valid", G_CALLBACK (count_cb), &n_changes);
  g_object_set (form, "name", "A", NULL);
  g_object_set (form, "name", "B", NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  g_object_set (form, "name", "", NULL);
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_zone (void)
{
  g_autoptr (FfGroupForm) form = ff_group_form_new (NULL, NULL);

  g_object_set (form, "name", "A", "zone", "Mars/Olympus", NULL);
  g_assert_false (ff_group_form_get_valid (form));
  assert_message (form, "zone-message", TRUE);

  g_object_set (form, "zone", "Europe/Berlin", NULL);
  g_assert_true (ff_group_form_get_valid (form));
  assert_message (form, "zone-message", FALSE);
}

static void
test_first_meeting (void)
{
  g_autoptr (GDateTime) now = make_now ();
  g_autoptr (FfGroupForm) form = ff_group_form_new (NULL, now);
  FfWallTime yesterday = { 2026, 11, 23, 19, 0 };
  FfWallTime this_morning = { 2026, 11, 24, 9, 0 };

  g_object_set (form, "name", "A", "zone", "America/Vancouver", "first-meeting", &yesterday, NULL);
  g_assert_false (ff_group_form_get_valid (form));
  assert_message (form, "first-meeting-message", TRUE);

  g_object_set (form, "first-meeting", &this_morning, NULL);
  g_assert_true (ff_group_form_get_valid (form));

  g_object_set (form, "first-meeting-readable", FALSE, NULL);
  g_assert_false (ff_group_form_get_valid (form));
  assert_message (form, "first-meeting-message", TRUE);
}

static void
test_make (void)
{
  g_autoptr (FfGroupForm) form = ff_group_form_new (NULL, NULL);
  g_autoptr (FfGroup) group = ff_group_new (NULL);
  g_autoptr (FfMeeting) none = NULL;
  g_autoptr (FfMeeting) meeting = NULL;
  FfWallTime start = { 2026, 11, 24, 19, 0 };

  g_object_set (form, "name", "  Tuesday Group ", "programme", "four-points", "zone",
                "America/Toronto", "language", "fr-CA", "open", TRUE, NULL);
  ff_group_form_apply (form, group);
  g_assert_cmpstr (ff_group_get_name (group), ==, "Tuesday Group");
  g_assert_cmpstr (ff_group_get_programme (group), ==, "four-points");
  g_assert_cmpstr (ff_group_get_zone (group), ==, "America/Toronto");
  g_assert_cmpstr (ff_group_get_language (group), ==, "fr-CA");
  g_assert_true (ff_group_get_open (group));

  none = ff_group_form_make_meeting (form, group, 90);
  g_assert_null (none);

  g_object_set (form, "first-meeting", &start, NULL);
  meeting = ff_group_form_make_meeting (form, group, 90);
  g_assert_cmpstr (ff_meeting_get_group (meeting), ==, ff_group_get_uid (group));
  g_assert_cmpint (ff_wall_time_compare (ff_meeting_get_start (meeting), &start), ==, 0);
  g_assert_cmpuint (ff_meeting_get_minutes (meeting), ==, 90);
  g_assert_cmpstr (ff_meeting_get_zone (meeting), ==, "America/Toronto");
  g_assert_true (g_str_has_prefix (ff_meeting_get_rule (meeting), "FREQ=WEEKLY"));
}

static void
test_edit (void)
{
  g_autoptr (FfGroup) group = ff_group_new (NULL);
  g_autoptr (FfGroupForm) form = NULL;

  ff_group_set_name (group, "Tuesday Group");
  ff_group_set_zone (group, "Europe/Berlin");
  form = ff_group_form_new (group, NULL);
  g_assert_true (ff_group_form_get_valid (form));

  g_object_set (form, "name", "Wednesday Group", NULL);
  g_assert_cmpstr (ff_group_get_name (group), ==, "Tuesday Group");
  ff_group_form_apply (form, group);
  g_assert_cmpstr (ff_group_get_name (group), ==, "Wednesday Group");
  g_assert_cmpstr (ff_group_get_zone (group), ==, "Europe/Berlin");
}

/* What listings say of the group: kept as typed, but for white space and a link without a scheme. */
static void
test_listing (void)
{
  g_autoptr (FfGroup) group = ff_group_new (NULL);
  g_autoptr (FfGroupForm) form = NULL;
  const struct
  {
    const char *field, *text, *message;
    gboolean taken;
  } cases[] = {
    { "website", "ask Maria", "website-message", FALSE },
    { "website", " example.org ", "website-message", TRUE },
    { "email", "maria", "email-message", FALSE },
    { "email", "maria@", "email-message", FALSE },
    { "email", "a@b@c", "email-message", FALSE },
    { "email", "group@example.org, b@example.org", "email-message", FALSE },
    { "email", " group@example.org ", "email-message", TRUE },
    { "email", "", "email-message", TRUE },
  };

  ff_group_set_name (group, "Harbour");
  ff_group_set_zone (group, "America/Vancouver");
  form = ff_group_form_new (group, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = NULL;

      g_test_message ("%s “%s”", cases[i].field, cases[i].text);
      g_object_set (form, cases[i].field, cases[i].text, NULL);
      g_object_get (form, cases[i].message, &message, NULL);
      g_assert_cmpint (message[0] == '\0', ==, cases[i].taken);
      g_assert_cmpint (ff_group_form_get_valid (form), ==, cases[i].taken);
    }
  g_object_set (form, "setting", FF_SETTING_CUSTODY, "region", " North ", "holidays", "h",
                "keep-months", 24, NULL);
  ff_group_form_apply (form, group);
  g_assert_cmpint (ff_group_get_setting (group), ==, FF_SETTING_CUSTODY);
  g_assert_cmpuint (ff_group_get_keep_months (group), ==, 24);
  g_assert_cmpstr (ff_group_get_text (group, FF_GROUP_REGION), ==, "North");
  g_assert_cmpstr (ff_group_get_text (group, FF_GROUP_HOLIDAYS), ==, "h");
  g_assert_cmpstr (ff_group_get_text (group, FF_GROUP_WEBSITE), ==, "https://example.org");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group-form/name", test_name);
  g_test_add_func ("/group-form/valid-notifies", test_valid_notifies);
  g_test_add_func ("/group-form/zone", test_zone);
  g_test_add_func ("/group-form/first-meeting", test_first_meeting);
  g_test_add_func ("/group-form/make", test_make);
  g_test_add_func ("/group-form/edit", test_edit);

  g_test_add_func ("/group-form/listing", test_listing);

  return g_test_run ();
}
