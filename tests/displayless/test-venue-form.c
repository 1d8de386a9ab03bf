/* test-venue-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a meeting is, as the form takes it, and the places that are offered.
 */

#include <string.h>

#include "ff-place-list.h"
#include "ff-venue-form.h"

static FfVenueForm *
make_form (FfMode mode)
{
  g_autoptr (FfVenue) venue = ff_venue_new ();

  ff_venue_set_mode (venue, mode);
  return ff_venue_form_new (venue);
}

static char *
dup_text (FfVenueForm *form, const char *property)
{
  char *text;

  g_object_get (form, property, &text, NULL);
  return text;
}

static void
assert_message (FfVenueForm *form, const char *property, gboolean expected)
{
  g_autofree char *text = dup_text (form, property);

  if (expected)
    g_assert_cmpstr (text, !=, "");
  else
    g_assert_cmpstr (text, ==, "");
  g_assert_cmpint (ff_venue_form_get_valid (form), ==, !expected);
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
      g_autoptr (FfVenueForm) form = make_form (FF_MODE_ONLINE);
      g_autoptr (FfVenue) built = NULL;

      g_test_message ("“%s”", cases[i].typed);
      g_object_set (form, "link", cases[i].typed, NULL);
      assert_message (form, "link-message", cases[i].kept == NULL);
      if (cases[i].kept == NULL)
        continue;
      built = ff_venue_form_build (form);
      g_assert_cmpstr (ff_venue_get_text (built, FF_VENUE_LINK), ==, cases[i].kept);
    }
}

static void
test_link_hint (void)
{
  g_autoptr (FfVenueForm) form = make_form (FF_MODE_ONLINE);
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
test_phone (void)
{
  g_autoptr (FfVenueForm) form = make_form (FF_MODE_PHONE);

  g_object_set (form, "phone", "ask Maria", NULL);
  assert_message (form, "phone-message", TRUE);
  g_object_set (form, "phone", "+1 604 555 0123", NULL);
  assert_message (form, "phone-message", FALSE);
  g_object_set (form, "phone", "ask Maria", "mode", FF_MODE_IN_PERSON, NULL);
  assert_message (form, "phone-message", FALSE);
}

/* What does not belong to the mode is not kept, so that it is not listed. */
static void
test_modes (void)
{
  g_autoptr (FfVenueForm) form = make_form (FF_MODE_HYBRID);
  g_autoptr (FfVenue) hybrid = NULL;
  g_autoptr (FfVenue) online = NULL;
  g_autoptr (FfVenue) in_person = NULL;

  g_object_set (form, "name", "Hall", "address", "12 Main Street", "link", "https://example.org",
                "passcode", "1234", "region", "North", NULL);
  hybrid = ff_venue_form_build (form);
  g_assert_cmpstr (ff_venue_get_text (hybrid, FF_VENUE_NAME), ==, "Hall");
  g_assert_cmpstr (ff_venue_get_text (hybrid, FF_VENUE_PASSCODE), ==, "1234");
  g_object_set (form, "mode", FF_MODE_ONLINE, NULL);
  online = ff_venue_form_build (form);
  g_assert_cmpint (ff_venue_get_mode (online), ==, FF_MODE_ONLINE);
  g_assert_cmpstr (ff_venue_get_text (online, FF_VENUE_ADDRESS), ==, "");
  g_assert_cmpstr (ff_venue_get_text (online, FF_VENUE_LINK), ==, "https://example.org");
  g_assert_cmpstr (ff_venue_get_text (online, FF_VENUE_REGION), ==, "North");
  g_object_set (form, "mode", FF_MODE_IN_PERSON, NULL);
  in_person = ff_venue_form_build (form);
  g_assert_cmpstr (ff_venue_get_text (in_person, FF_VENUE_NAME), ==, "Hall");
  g_assert_cmpstr (ff_venue_get_text (in_person, FF_VENUE_LINK), ==, "");
  g_assert_cmpstr (ff_venue_get_text (in_person, FF_VENUE_PASSCODE), ==, "");
}

/* One that only says where to click is online, whatever it says. */
static void
test_mode_is_guessed (void)
{
  g_autoptr (FfVenue) venue = ff_venue_new ();
  g_autoptr (FfVenueForm) form = NULL;

  ff_venue_set_text (venue, FF_VENUE_LINK, "https://example.org");
  form = ff_venue_form_new (venue);
  g_assert_cmpint (ff_venue_form_get_mode (form), ==, FF_MODE_ONLINE);
}

static void
test_position (void)
{
  g_autoptr (FfVenue) venue = ff_venue_new ();
  g_autoptr (FfVenueForm) form = NULL;
  g_autoptr (FfVenue) same = NULL;
  g_autoptr (FfVenue) moved = NULL;
  double latitude, longitude;

  ff_venue_set_text (venue, FF_VENUE_ADDRESS, "12 Main Street");
  ff_venue_set_position (venue, 49.25, -123.1);
  form = ff_venue_form_new (venue);
  g_object_set (form, "room", "2", NULL);
  same = ff_venue_form_build (form);
  g_assert_true (ff_venue_get_position (same, &latitude, &longitude));
  g_object_set (form, "address", "40 Oak Street", NULL);
  moved = ff_venue_form_build (form);
  g_assert_false (ff_venue_get_position (moved, &latitude, &longitude));
}

static void
add_meeting (GPtrArray *meetings, const char *name, const char *address)
{
  FfMeeting *meeting = ff_meeting_new (NULL);
  const FfWallTime start = { 2026, 11, 24, 19, 0 };

  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_group (meeting, "g1");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_venue_set_text (ff_meeting_get_venue (meeting), FF_VENUE_NAME, name);
  ff_venue_set_text (ff_meeting_get_venue (meeting), FF_VENUE_ADDRESS, address);
  g_ptr_array_add (meetings, meeting);
}

static void
test_places (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (FfVenueForm) form = make_form (FF_MODE_HYBRID);
  g_autofree char *address = NULL;
  g_autofree char *link = NULL;

  g_ptr_array_add (groups, ff_group_new ("g1"));
  add_meeting (meetings, "Café Ünal", "3 Elm Street");
  add_meeting (meetings, "Community Hall", "12 Main Street");
  add_meeting (meetings, "Community Centre", "40 Oak Street");
  add_meeting (meetings, "Community Centre", "40 Oak Street");
  add_meeting (meetings, "", "");
  schedule = ff_schedule_new (groups, meetings, NULL, NULL);

  nothing = ff_place_list_find (schedule, "  ", 3);
  g_assert_cmpuint (nothing->len, ==, 0);
  found = ff_place_list_find (schedule, "commu", 3);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (ff_venue_get_text (g_ptr_array_index (found, 0), FF_VENUE_NAME), ==,
                   "Community Centre");
  one = ff_place_list_find (schedule, "unal CAFE", 3);
  g_assert_cmpuint (one->len, ==, 1);

  g_object_set (form, "link", "https://example.org", NULL);
  ff_venue_form_take_place (form, g_ptr_array_index (found, 0));
  address = dup_text (form, "address");
  link = dup_text (form, "link");
  g_assert_cmpstr (address, ==, "40 Oak Street");
  g_assert_cmpstr (link, ==, "https://example.org");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/venue-form/link", test_link);
  g_test_add_func ("/venue-form/link-hint", test_link_hint);
  g_test_add_func ("/venue-form/phone", test_phone);
  g_test_add_func ("/venue-form/modes", test_modes);
  g_test_add_func ("/venue-form/mode-is-guessed", test_mode_is_guessed);
  g_test_add_func ("/venue-form/position", test_position);
  g_test_add_func ("/venue-form/places", test_places);
  return g_test_run ();
}
