/* test-clash.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two meetings in one room or on one link at a time.
 */

#include "ff-clash.h"

static FfWallTime
wall (const char *text)
{
  g_autoptr (GError) error = NULL;
  FfWallTime time = { 0 };

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

static FfMeeting *
make_meeting (const char *uid, FfMode mode, const char *start, guint minutes)
{
  FfMeeting *meeting = ff_meeting_new (uid);
  const FfWallTime first = wall (start);

  ff_meeting_set_group (meeting, "group");
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_minutes (meeting, minutes);
  ff_meeting_set_zone (meeting, "Europe/London");
  ff_venue_set_mode (ff_meeting_get_venue (meeting), mode);
  return meeting;
}

static FfMeeting *
make_in_room (const char *uid,
              const char *start,
              const char *name,
              const char *address,
              const char *room)
{
  FfMeeting *meeting = make_meeting (uid, FF_MODE_IN_PERSON, start, 90);
  FfVenue *venue = ff_meeting_get_venue (meeting);

  ff_venue_set_text (venue, FF_VENUE_NAME, name);
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, address);
  ff_venue_set_text (venue, FF_VENUE_ROOM, room);
  return meeting;
}

static FfMeeting *
make_online (const char *uid, const char *start, const char *link)
{
  FfMeeting *meeting = make_meeting (uid, FF_MODE_ONLINE, start, 90);

  ff_venue_set_text (ff_meeting_get_venue (meeting), FF_VENUE_LINK, link);
  return meeting;
}

static GPtrArray *
find (FfMeeting *meeting, FfMeeting *other, FfOverride *override)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GPtrArray) overrides = g_ptr_array_new ();
  g_autoptr (FfSchedule) schedule = NULL;
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);

  g_ptr_array_add (groups, ff_group_new ("group"));
  g_ptr_array_add (meetings, meeting);
  g_ptr_array_add (meetings, other);
  if (override != NULL)
    g_ptr_array_add (overrides, override);
  schedule = ff_schedule_new (groups, meetings, overrides, NULL);
  return ff_clash_find (meeting, schedule, from, 28);
}

/* How many clashes: 0 or 1. */
static guint
count (FfMeeting *meeting, FfMeeting *other)
{
  g_autoptr (GPtrArray) clashes = find (meeting, other, NULL);

  return clashes->len;
}

static void
test_rooms (void)
{
  const struct
  {
    const char *name;
    const char *address;
    const char *room;
    guint clashes;
  } cases[] = {
    { "Café Zoë", "12 Elm St", "Hall", 1 },
    { "cafe  ZOE", "12 elm st", "hall", 1 },
    { "CAFE ZOE", "", "Hall", 1 },
    { "", "12 Elm St", "Hall", 1 },
    { "Another name", "12 Elm St", "Hall", 1 },
    { "Café Zoë", "99 Oak Ave", "Hall", 0 },
    { "Café Zoë", "12 Elm St", "Attic", 0 },
    { "Café Zoë", "12 Elm St", "", 0 },
    { "Library", "", "Hall", 0 },
    { "", "", "Hall", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeeting) mine
          = make_in_room ("mine", "2026-11-03T19:00", "Café Zoë", "12 Elm St", "Hall");
      g_autoptr (FfMeeting) other = make_in_room ("other", "2026-11-03T20:00", cases[i].name,
                                                  cases[i].address, cases[i].room);

      g_test_message ("%s, %s, %s", cases[i].name, cases[i].address, cases[i].room);
      g_assert_cmpuint (count (mine, other), ==, cases[i].clashes);
      g_assert_cmpuint (count (other, mine), ==, cases[i].clashes);
    }
}

/* Two names at one address, and no rooms: two halls of one building. */
static void
test_two_names (void)
{
  g_autoptr (FfMeeting) mine
      = make_in_room ("mine", "2026-11-03T19:00", "Lower hall", "12 Elm St", "");
  g_autoptr (FfMeeting) other
      = make_in_room ("other", "2026-11-03T19:00", "Upper hall", "12 Elm St", "");

  g_assert_cmpuint (count (mine, other), ==, 0);
}

static void
test_links (void)
{
  const struct
  {
    const char *link;
    guint clashes;
  } cases[] = {
    { "https://zoom.example/j/123", 1 },
    { "http://www.ZOOM.example/j/123/", 1 },
    { "https://zoom.example/j/123?pwd=abc", 1 },
    { "https://zoom.example/j/123#success", 1 },
    { "https://zoom.example/j/124", 0 },
    { "https://zoom.example/j/123?room=2", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeeting) mine
          = make_online ("mine", "2026-11-03T19:00", "https://zoom.example/j/123");
      g_autoptr (FfMeeting) other = make_online ("other", "2026-11-03T19:30", cases[i].link);
      g_autoptr (GPtrArray) clashes = find (mine, other, NULL);

      g_test_message ("%s", cases[i].link);
      g_assert_cmpuint (clashes->len, ==, cases[i].clashes);
      if (clashes->len > 0)
        g_assert_true (((FfClash *) g_ptr_array_index (clashes, 0))->same_link);
    }
}

static void
test_modes (void)
{
  g_autoptr (FfMeeting) mine
      = make_in_room ("mine", "2026-11-03T19:00", "Library", "12 Elm St", "");
  g_autoptr (FfMeeting) other
      = make_in_room ("other", "2026-11-03T19:00", "Library", "12 Elm St", "");
  FfVenue *venue = ff_meeting_get_venue (other);

  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  g_assert_cmpuint (count (mine, other), ==, 1);
  ff_venue_set_mode (venue, FF_MODE_ONLINE);
  g_assert_cmpuint (count (mine, other), ==, 0);
  ff_venue_set_mode (venue, FF_MODE_PHONE);
  g_assert_cmpuint (count (mine, other), ==, 0);
}

static void
test_times (void)
{
  const struct
  {
    const char *start;
    const char *zone;
    guint clashes;
  } cases[] = {
    { "2026-11-03T20:29", "Europe/London", 1 },
    { "2026-11-03T20:30", "Europe/London", 0 }, /* one goes out as the other comes in */
    { "2026-11-03T17:30", "Europe/London", 0 },
    { "2026-11-03T17:31", "Europe/London", 1 },
    { "2026-11-03T11:00", "America/Vancouver", 1 },
    { "2026-11-03T19:00", "America/Vancouver", 0 },
    { "2026-11-24T19:00", "Europe/London", 1 },
    { "2027-01-05T19:00", "Europe/London", 0 }, /* after the days that were asked for */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfMeeting) mine = make_in_room ("mine", "2026-11-03T19:00", "Library", "", "");
      g_autoptr (FfMeeting) other = make_in_room ("other", cases[i].start, "Library", "", "");

      ff_meeting_set_zone (other, cases[i].zone);
      g_test_message ("%s %s", cases[i].start, cases[i].zone);
      g_assert_cmpuint (count (mine, other), ==, cases[i].clashes);
    }
}

static void
test_own_key (void)
{
  g_autoptr (FfMeeting) mine = make_in_room ("same", "2026-11-03T19:00", "Library", "", "");
  g_autoptr (FfMeeting) saved = make_in_room ("same", "2026-11-03T19:00", "Library", "", "");

  g_assert_cmpuint (count (mine, saved), ==, 0);
}

static void
test_dates_off (void)
{
  const FfWallTime first = wall ("2026-11-03T19:00");
  const FfWallTime second = wall ("2026-11-10T19:00");
  g_autoptr (FfMeeting) mine = make_in_room ("mine", "2026-11-03T19:00", "Library", "", "");
  g_autoptr (FfMeeting) other = make_in_room ("other", "2026-11-03T19:00", "Library", "", "");
  g_autoptr (FfOverride) cancelled = ff_override_new ("other", &first);
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-11-01/2026-12-31", NULL);
  g_autoptr (GPtrArray) clashes = NULL;
  FfClash *clash;

  ff_override_set_cancelled (cancelled, TRUE);
  clashes = find (mine, other, cancelled);
  g_assert_cmpuint (clashes->len, ==, 1);
  clash = g_ptr_array_index (clashes, 0);
  g_assert_cmpint (ff_wall_time_compare (ff_occurrence_get_rule_time (clash->mine), &second), ==,
                   0);
  g_assert_false (clash->same_link);

  ff_meeting_set_pauses (mine, pauses);
  g_assert_cmpuint (count (mine, other), ==, 0);
}

/* On one date the other one comes into my room, or leaves it. */
static void
test_elsewhere (void)
{
  const FfWallTime second = wall ("2026-11-10T19:00");
  g_autoptr (FfMeeting) mine = make_in_room ("mine", "2026-11-03T19:00", "Library", "", "");
  g_autoptr (FfMeeting) other = make_in_room ("other", "2026-11-03T19:00", "Church", "", "");
  g_autoptr (FfOverride) comes = ff_override_new ("other", &second);
  g_autoptr (GPtrArray) clashes = NULL;
  FfClash *clash;

  g_assert_cmpuint (count (mine, other), ==, 0);
  ff_override_set_place (comes, "LIBRARY");
  clashes = find (mine, other, comes);
  g_assert_cmpuint (clashes->len, ==, 1);
  clash = g_ptr_array_index (clashes, 0);
  g_assert_cmpint (ff_wall_time_compare (ff_occurrence_get_rule_time (clash->other), &second), ==,
                   0);
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfMeeting) mine = make_in_room ("mine", "2026-11-03T19:00", "Hall 7", "Road 7", "");
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (FfSchedule) schedule = NULL;
  gint64 begin;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *uid = g_strdup_printf ("meeting-%u", i);
      g_autofree char *name = g_strdup_printf ("Hall %u", i % 5000);
      g_autofree char *address = g_strdup_printf ("Road %u", i % 5000);

      g_ptr_array_add (meetings, make_in_room (uid, "2026-11-03T19:00", name, address, ""));
    }
  schedule = ff_schedule_new (groups, meetings, NULL, NULL);
  begin = g_get_monotonic_time ();
  clashes = ff_clash_find (mine, schedule, from, 365);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpuint (clashes->len, ==, 2);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clash/rooms", test_rooms);
  g_test_add_func ("/clash/two-names", test_two_names);
  g_test_add_func ("/clash/links", test_links);
  g_test_add_func ("/clash/modes", test_modes);
  g_test_add_func ("/clash/times", test_times);
  g_test_add_func ("/clash/own-key", test_own_key);
  g_test_add_func ("/clash/dates-off", test_dates_off);
  g_test_add_func ("/clash/elsewhere", test_elsewhere);
  g_test_add_func ("/clash/many", test_many);

  return g_test_run ();
}
