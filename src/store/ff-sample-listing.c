/* ff-sample-listing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a listing says of a made-up group and its meetings, their seasons off, and the holidays that they keep.
 */

#include "ff-rows.h"
#include "ff-sample-private.h"
#include "ff-sample-towns.h"

#define PICK(random, texts) (texts)[g_rand_int_range ((random), 0, G_N_ELEMENTS (texts))]

static const struct
{
  const char *name;
  const char *room;
  const char *access;
  gboolean is_step_free;
} rooms[] = {
  { "Community centre", "Room 3", "Step-free from the car park; the lift is on the left.", TRUE },
  { "Public library", "Room 2", "Step-free. After six, ring at the side door.", TRUE },
  { "St Andrew’s church", "Lower hall", "Door 2, down eleven steps.", FALSE },
  { "Health clinic", "Floor 4", "Step-free; say at the desk that it is for the group.", TRUE },
  { "Neighbourhood house", "Garden room", "One step, and a ramp that we put out.", TRUE },
  { "Friends’ meeting house", "Small room", "Step-free from the lane behind the house.", TRUE },
};

static const char *const notes[] = {
  "",
  "",
  "Tea from a quarter of an hour before.",
  "Come as you are; nobody has to speak.",
  "Please do not park in front of the gate.",
  "First-timers are welcome ten minutes early.",
};

static const char *const remarks[] = {
  "",
  "",
  "",
  "The key is with the porter.",
  "Rent is paid until March.",
  "Bring the box of worksheets home.",
};

static const char *const types[]
    = { "D", "D", "D", "DD", "MED", "SP", "LGBTQ", "M", "CF", "FF", "XT", "BRK", "ASL", "POA" };

/* Their numbers are those of the groups’ circles. */
enum
{
  CIRCLE_YOUTH = 5,
  CIRCLE_WOMEN,
  CIRCLE_NEWCOMERS,
  CIRCLE_ONLINE,
  CIRCLE_CLINIC,
};

static FfSetting
choose_setting (GRand *random, const char *programme, guint circle)
{
  if (g_str_equal (programme, "inside-out"))
    return FF_SETTING_CUSTODY;
  if (circle == CIRCLE_CLINIC)
    return PICK (random, ((const FfSetting[]) { FF_SETTING_INPATIENT, FF_SETTING_OUTPATIENT,
                                                FF_SETTING_CLINIC }));
  return g_rand_int_range (random, 0, 20) == 0 ? FF_SETTING_WORKPLACE : FF_SETTING_COMMUNITY;
}

void
ff_sampling_describe_group (FfSampling *self, FfGroup *group, guint number)
{
  const FfSampleTown *town = ff_sample_get_town (number);
  g_autofree char *website = g_strdup_printf ("https://example.org/groups/%u", number + 1);
  g_autofree char *email = g_strdup_printf ("group-%u@example.org", number + 1);
  g_autofree char *phone = g_strdup_printf ("+1 %s 555 01%02u", town->prefix, number % 100);

  ff_group_set_setting (group, choose_setting (self->listing, ff_group_get_programme (group),
                                               ff_sample_get_circle (number)));
  ff_group_set_text (group, FF_GROUP_REGION, town->region);
  ff_group_set_text (group, FF_GROUP_DISTRICT, town->district);
  ff_group_set_text (group, FF_GROUP_EMAIL, email);
  if (g_rand_int_range (self->listing, 0, 3) > 0)
    ff_group_set_text (group, FF_GROUP_WEBSITE, website);
  if (g_rand_boolean (self->listing))
    ff_group_set_text (group, FF_GROUP_PHONE, phone);
  if (ff_sample_is_french (town))
    ff_group_set_language (group, "fr-CA");
  ff_group_set_text (group, FF_GROUP_HOLIDAYS,
                     ff_sample_is_french (town) ? FF_SAMPLE_HOLIDAYS_FRENCH : FF_SAMPLE_HOLIDAYS);
}

/* Returns: whether a wheelchair gets in */
static gboolean
give_room (FfSampling *self, FfVenue *venue, const FfSampleTown *town)
{
  guint i = (guint) g_rand_int_range (self->listing, 0, G_N_ELEMENTS (rooms));
  g_autofree char *address = ff_sample_write_address (town, self->listing);

  ff_venue_set_text (venue, FF_VENUE_NAME, rooms[i].name);
  ff_venue_set_text (venue, FF_VENUE_ROOM, rooms[i].room);
  ff_venue_set_text (venue, FF_VENUE_ACCESS, rooms[i].access);
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, address);
  ff_venue_set_position (venue, town->latitude + g_rand_double_range (self->listing, -0.02, 0.02),
                         town->longitude + g_rand_double_range (self->listing, -0.03, 0.03));
  return rooms[i].is_step_free;
}

static void
give_link (FfSampling *self, FfVenue *venue, guint number)
{
  g_autofree char *link
      = g_strdup_printf ("https://meet.example.org/%06x", g_rand_int (self->listing) >> 8);
  g_autofree char *passcode
      = g_strdup_printf ("%06d", g_rand_int_range (self->listing, 0, 1000000));

  ff_venue_set_text (venue, FF_VENUE_LINK, link);
  if (number % 3 != 0)
    return;
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, passcode);
  ff_venue_set_text (venue, FF_VENUE_LINK_NOTE, "Ask for the passcode by email.");
}

static void
give_phone (FfSampling *self, FfVenue *venue, const FfSampleTown *town)
{
  g_autofree char *phone = g_strdup_printf ("+1 %s 555 01%02d", town->prefix,
                                            g_rand_int_range (self->listing, 0, 100));

  ff_venue_set_text (venue, FF_VENUE_PHONE, phone);
  ff_venue_set_text (venue, FF_VENUE_PHONE_NOTE, "Then 2, and say only your first name.");
}

/* Of twenty meetings, eleven are in person, four online, four both and one by telephone; online groups are online. */
static FfMode
choose_mode (FfSampling *self, guint number)
{
  int chance = g_rand_int_range (self->listing, 0, 20);

  if (ff_sample_get_circle (number) == CIRCLE_ONLINE)
    return FF_MODE_ONLINE;
  return chance < 11   ? FF_MODE_IN_PERSON
         : chance < 15 ? FF_MODE_ONLINE
         : chance < 19 ? FF_MODE_HYBRID
                       : FF_MODE_PHONE;
}

static void
choose_types (FfSampling *self, FfMeeting *meeting, guint number, gboolean is_step_free)
{
  static const char *const of_circles[] = {
    [CIRCLE_YOUTH] = "Y", [CIRCLE_WOMEN] = "W", [CIRCLE_NEWCOMERS] = "BE", [CIRCLE_CLINIC] = NULL
  };
  guint circle = ff_sample_get_circle (number), count = 0;
  const char *chosen[5] = { NULL };

  chosen[count++] = PICK (self->listing, types);
  if (of_circles[circle] != NULL)
    chosen[count++] = of_circles[circle];
  if (ff_sample_is_french (ff_sample_get_town (number)))
    chosen[count++] = "FR";
  if (is_step_free)
    chosen[count++] = "X";
  ff_meeting_set_types (meeting, chosen);
}

void
ff_sampling_describe_meeting (FfSampling *self, FfMeeting *meeting, guint number, FfMode mode)
{
  const FfSampleTown *town = ff_sample_get_town (number);
  FfVenue *venue = ff_meeting_get_venue (meeting);
  gboolean is_step_free = FALSE;

  ff_venue_set_mode (venue, mode);
  if (mode == FF_MODE_IN_PERSON || mode == FF_MODE_HYBRID)
    is_step_free = give_room (self, venue, town);
  if (mode == FF_MODE_ONLINE || mode == FF_MODE_HYBRID)
    give_link (self, venue, number);
  if (mode == FF_MODE_PHONE || (mode == FF_MODE_HYBRID && g_rand_boolean (self->listing)))
    give_phone (self, venue, town);
  choose_types (self, meeting, number, is_step_free);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, PICK (self->listing, notes));
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS, PICK (self->listing, remarks));
}

void
ff_sampling_describe_any (FfSampling *self, FfMeeting *meeting, guint number)
{
  ff_sampling_describe_meeting (self, meeting, number, choose_mode (self, number));
}

/* From July to the end of August, next. */
void
ff_sampling_rest_in_summer (FfSampling *self, FfMeeting *meeting)
{
  int year = self->now.month < 8 ? self->now.year : self->now.year + 1;
  FfPause summer = { .first = { (gint16) year, 7, 1, 0, 0 },
                     .last = { (gint16) year, 8, 31, 0, 0 },
                     .note = (char *) "Summer" };
  g_autoptr (FfPauses) pauses = ff_pauses_add (ff_meeting_get_pauses (meeting), &summer);

  ff_meeting_set_pauses (meeting, pauses);
}

/* For three weeks around now. */
void
ff_sampling_rest_now (FfSampling *self, FfMeeting *meeting)
{
  FfPause works = { .first = ff_wall_time_add_days (&self->now, -7),
                    .last = ff_wall_time_add_days (&self->now, 14),
                    .note = (char *) "The floor is being mended" };
  g_autoptr (FfPauses) pauses = ff_pauses_add (ff_meeting_get_pauses (meeting), &works);

  ff_meeting_set_pauses (meeting, pauses);
}

static const struct
{
  guint8 month, day;
  FfHolidayPolicy policy;
  const char *name;
  gboolean is_french; /* in Québec; otherwise elsewhere */
  gboolean is_common;
} days[] = {
  { 1, 1, FF_HOLIDAY_CANCEL, "New Year’s Day", FALSE, TRUE },
  { 6, 24, FF_HOLIDAY_CANCEL, "Saint-Jean-Baptiste Day", TRUE, FALSE },
  { 7, 1, FF_HOLIDAY_ASK, "Canada Day", FALSE, TRUE },
  { 9, 30, FF_HOLIDAY_HOLD, "National Day for Truth and Reconciliation", FALSE, TRUE },
  { 11, 11, FF_HOLIDAY_HOLD, "Remembrance Day", FALSE, FALSE },
  { 12, 25, FF_HOLIDAY_CANCEL, "Christmas Day", FALSE, TRUE },
  { 12, 26, FF_HOLIDAY_ASK, "Boxing Day", FALSE, FALSE },
  { 12, 31, FF_HOLIDAY_ASK, "New Year’s Eve", FALSE, TRUE },
};

/* None so near that the coming meeting is cancelled by it. */
static void
add_year (FfSampling *self, FfHolidays *holidays, int year, gboolean is_french)
{
  const FfWallTime today = { self->now.year, self->now.month, self->now.day, 0, 0 };
  const FfWallTime soon = ff_wall_time_add_days (&today, 3);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      FfWallTime day = { (gint16) year, days[i].month, days[i].day, 0, 0 };
      gboolean is_near
          = ff_wall_time_compare (&day, &today) >= 0 && ff_wall_time_compare (&day, &soon) < 0;

      if ((days[i].is_common || days[i].is_french == is_french)
          && (!is_near || days[i].policy == FF_HOLIDAY_HOLD))
        ff_holidays_add (holidays, &day, days[i].policy, days[i].name);
    }
}

static gboolean
add_calendar (FfSampling *self, const char *uid, const char *name, GError **error)
{
  g_autoptr (FfHolidays) holidays = ff_holidays_new (uid);
  FfWallTime evening = ff_sampling_choose_evening (self);
  FfWallTime election = ff_wall_time_add_days (&evening, 21);

  ff_holidays_set_name (holidays, name);
  for (int year = self->now.year - 1; year <= self->now.year + 2; year++)
    add_year (self, holidays, year, g_str_equal (uid, FF_SAMPLE_HOLIDAYS_FRENCH));
  if (ff_holidays_find (holidays, &election) == NULL)
    ff_holidays_add (holidays, &election, FF_HOLIDAY_ASK, "Election day");
  return ff_holidays_row_save (self->connection, holidays, self->modified, error);
}

gboolean
ff_sampling_add_holidays (FfSampling *self, GError **error)
{
  return add_calendar (self, FF_SAMPLE_HOLIDAYS, "Public holidays", error)
         && add_calendar (self, FF_SAMPLE_HOLIDAYS_FRENCH, "Public holidays, Québec", error);
}
