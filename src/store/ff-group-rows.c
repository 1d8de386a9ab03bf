/* ff-group-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-rows.h"

static const char save_group[]
    = "INSERT INTO groups (uid, name, programme, zone, language, open, sample, setting, "
      "region, district, website, email, phone, notes, holidays_id, keep_months, "
      "check_in_parts, sequence, modified) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, (SELECT id FROM "
      "holiday_calendars WHERE uid = ?15), nullif (?17, 0), ?18, 0, ?16) ON CONFLICT (uid) DO "
      "UPDATE SET name = "
      "excluded.name, programme = excluded.programme, zone = excluded.zone, language = "
      "excluded.language, open = excluded.open, sample = excluded.sample, setting = "
      "excluded.setting, region = excluded.region, district = excluded.district, website = "
      "excluded.website, email = excluded.email, phone = excluded.phone, notes = "
      "excluded.notes, holidays_id = excluded.holidays_id, keep_months = excluded.keep_months, "
      "check_in_parts = excluded.check_in_parts, sequence = sequence + 1, "
      "modified = excluded.modified WHERE (name, programme, zone, language, open, sample, "
      "setting, region, district, website, email, phone, notes, holidays_id, keep_months, "
      "check_in_parts) IS NOT "
      "(excluded.name, excluded.programme, excluded.zone, excluded.language, excluded.open, "
      "excluded.sample, excluded.setting, excluded.region, excluded.district, "
      "excluded.website, excluded.email, excluded.phone, excluded.notes, "
      "excluded.holidays_id, excluded.keep_months, excluded.check_in_parts)";

static const char save_meeting[]
    = "INSERT INTO meetings (uid, group_id, title, start, minutes, rule, zone, place, link, "
      "by_appointment, mode, address, room, access, region, district, link_note, passcode, "
      "phone, phone_note, latitude, longitude, types, pauses, notes, remarks, slug, source, "
      "extra, sequence, modified) VALUES (?1, (SELECT id FROM groups WHERE uid = ?2), ?3, "
      "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
      "?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31) ON CONFLICT (uid) DO UPDATE SET "
      "group_id = excluded.group_id, title = excluded.title, start = excluded.start, "
      "minutes = excluded.minutes, rule = excluded.rule, zone = excluded.zone, place = "
      "excluded.place, link = excluded.link, by_appointment = excluded.by_appointment, mode "
      "= excluded.mode, address = excluded.address, room = excluded.room, access = "
      "excluded.access, region = excluded.region, district = excluded.district, link_note = "
      "excluded.link_note, passcode = excluded.passcode, phone = excluded.phone, phone_note "
      "= excluded.phone_note, latitude = excluded.latitude, longitude = excluded.longitude, "
      "types = excluded.types, pauses = excluded.pauses, notes = excluded.notes, remarks = "
      "excluded.remarks, slug = excluded.slug, source = excluded.source, extra = "
      "excluded.extra, sequence = max (sequence + 1, excluded.sequence), modified = "
      "excluded.modified WHERE (group_id, title, start, minutes, rule, zone, place, link, "
      "by_appointment, mode, address, room, access, region, district, link_note, passcode, "
      "phone, phone_note, latitude, longitude, types, pauses, notes, remarks, slug, source, "
      "extra) IS NOT (excluded.group_id, excluded.title, excluded.start, excluded.minutes, "
      "excluded.rule, excluded.zone, excluded.place, excluded.link, "
      "excluded.by_appointment, excluded.mode, excluded.address, excluded.room, "
      "excluded.access, excluded.region, excluded.district, excluded.link_note, "
      "excluded.passcode, excluded.phone, excluded.phone_note, excluded.latitude, "
      "excluded.longitude, excluded.types, excluded.pauses, excluded.notes, "
      "excluded.remarks, excluded.slug, excluded.source, excluded.extra)";

static const char save_override[]
    = "INSERT INTO overrides (uid, meeting_id, rule_time, cancelled, start, place, link, note,"
      " held, sequence, modified)"
      " VALUES (?1, (SELECT id FROM meetings WHERE uid = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
      " ON CONFLICT (meeting_id, rule_time) DO UPDATE SET cancelled = excluded.cancelled,"
      " start = excluded.start, place = excluded.place, link = excluded.link, note = excluded.note,"
      " held = excluded.held, sequence = max (sequence + 1, excluded.sequence), modified = "
      "excluded.modified"
      " WHERE (cancelled, start, place, link, note, held) IS NOT (excluded.cancelled,"
      " excluded.start, excluded.place, excluded.link, excluded.note, excluded.held)";

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

gboolean
ff_group_row_save (FfConnection *connection, FfGroup *group, gint64 modified, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_group);

  ff_statement_bind_text (statement, 1, ff_group_get_uid (group));
  ff_statement_bind_text (statement, 2, or_empty (ff_group_get_name (group)));
  ff_statement_bind_text (statement, 3, or_empty (ff_group_get_programme (group)));
  ff_statement_bind_text (statement, 4, or_empty (ff_group_get_zone (group)));
  ff_statement_bind_text (statement, 5, or_empty (ff_group_get_language (group)));
  ff_statement_bind_int (statement, 6, ff_group_get_open (group) ? 1 : 0);
  ff_statement_bind_int (statement, 7, ff_group_get_sample (group) ? 1 : 0);
  ff_statement_bind_int (statement, 8, ff_group_get_setting (group));
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    ff_statement_bind_text (statement, 9 + (int) i, ff_group_get_text (group, (FfGroupText) i));
  ff_statement_bind_int (statement, 16, modified);
  ff_statement_bind_int (statement, 17, ff_group_get_keep_months (group));
  ff_statement_bind_count (statement, 18, ff_group_get_own_check_in_parts (group));
  return ff_statement_run (statement, error);
}

FfGroup *
ff_group_row_read (FfStatement *row)
{
  FfGroup *group = ff_group_new (ff_statement_get_text (row, 0));

  ff_group_set_name (group, ff_statement_get_text (row, 1));
  ff_group_set_programme (group, ff_statement_get_text (row, 2));
  ff_group_set_zone (group, ff_statement_get_text (row, 3));
  ff_group_set_language (group, ff_statement_get_text (row, 4));
  ff_group_set_open (group, ff_statement_get_int (row, 5) != 0);
  ff_group_set_sample (group, ff_statement_get_int (row, 6) != 0);
  ff_group_set_setting (group, (FfSetting) ff_statement_get_int (row, 7));
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    ff_group_set_text (group, (FfGroupText) i, ff_statement_get_text (row, 8 + (int) i));
  if (ff_statement_get_count (row, 15) <= (int) FF_GROUP_MOST_MONTHS)
    ff_group_set_keep_months (group, (guint) MAX (ff_statement_get_count (row, 15), 0));
  ff_group_set_own_check_in_parts (group, MAX (ff_statement_get_count (row, 16), -1));
  return group;
}

/* In the order of the columns. */
static const FfVenueText venue_texts[] = {
  FF_VENUE_ADDRESS,   FF_VENUE_ROOM,     FF_VENUE_ACCESS, FF_VENUE_REGION,     FF_VENUE_DISTRICT,
  FF_VENUE_LINK_NOTE, FF_VENUE_PASSCODE, FF_VENUE_PHONE,  FF_VENUE_PHONE_NOTE,
};

static void
bind_venue (FfStatement *statement, FfVenue *venue)
{
  double latitude, longitude;

  ff_statement_bind_text (statement, 8, ff_venue_get_text (venue, FF_VENUE_NAME));
  ff_statement_bind_text (statement, 9, ff_venue_get_text (venue, FF_VENUE_LINK));
  ff_statement_bind_int (statement, 11, ff_venue_get_mode (venue));
  for (guint i = 0; i < G_N_ELEMENTS (venue_texts); i++)
    ff_statement_bind_text (statement, 12 + (int) i, ff_venue_get_text (venue, venue_texts[i]));
  if (ff_venue_get_position (venue, &latitude, &longitude))
    {
      ff_statement_bind_double (statement, 21, latitude);
      ff_statement_bind_double (statement, 22, longitude);
    }
}

/* What a meeting needs is kept with its group: with the one that it is in now. */
static gboolean
take_needs_along (FfConnection *connection, FfMeeting *meeting, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "UPDATE OR IGNORE needs SET group_id = (SELECT id FROM groups WHERE uid = ?2)"
                  " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)"
                  " AND group_id <> (SELECT id FROM groups WHERE uid = ?2)");

  ff_statement_bind_text (statement, 1, ff_meeting_get_uid (meeting));
  ff_statement_bind_text (statement, 2, ff_meeting_get_group (meeting));
  return ff_statement_run (statement, error);
}

gboolean
ff_meeting_row_save (FfConnection *connection, FfMeeting *meeting, gint64 modified, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_meeting);
  g_autofree char *types = g_strjoinv (" ", (char **) ff_meeting_get_types (meeting));
  g_autofree char *pauses = ff_pauses_to_string (ff_meeting_get_pauses (meeting));

  ff_statement_bind_text (statement, 1, ff_meeting_get_uid (meeting));
  ff_statement_bind_text (statement, 2, ff_meeting_get_group (meeting));
  ff_statement_bind_text (statement, 3, or_empty (ff_meeting_get_title (meeting)));
  ff_statement_bind_time (statement, 4, ff_meeting_get_start (meeting));
  ff_statement_bind_int (statement, 5, ff_meeting_get_minutes (meeting));
  ff_statement_bind_text (statement, 6, ff_meeting_get_rule (meeting));
  ff_statement_bind_text (statement, 7, or_empty (ff_meeting_get_zone (meeting)));
  ff_statement_bind_int (statement, 10, ff_meeting_get_by_appointment (meeting) ? 1 : 0);
  bind_venue (statement, ff_meeting_get_venue (meeting));
  ff_statement_bind_text (statement, 23, types);
  ff_statement_bind_text (statement, 24, pauses);
  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    ff_statement_bind_text (statement, 25 + (int) i,
                            ff_meeting_get_text (meeting, (FfMeetingText) i));
  ff_statement_bind_int (statement, 30, ff_meeting_get_sequence (meeting));
  ff_statement_bind_int (statement, 31, modified);
  return ff_statement_run (statement, error)
         && (ff_statement_get_changes (statement) == 0
             || take_needs_along (connection, meeting, error));
}

static void
read_venue (FfStatement *row, FfVenue *venue)
{
  ff_venue_set_text (venue, FF_VENUE_NAME, ff_statement_get_text (row, 7));
  ff_venue_set_text (venue, FF_VENUE_LINK, ff_statement_get_text (row, 8));
  ff_venue_set_mode (venue, (FfMode) ff_statement_get_int (row, 10));
  for (guint i = 0; i < G_N_ELEMENTS (venue_texts); i++)
    ff_venue_set_text (venue, venue_texts[i], ff_statement_get_text (row, 11 + (int) i));
  if (!ff_statement_is_null (row, 20) && !ff_statement_is_null (row, 21))
    ff_venue_set_position (venue, ff_statement_get_double (row, 20),
                           ff_statement_get_double (row, 21));
}

FfMeeting *
ff_meeting_row_read (FfStatement *row)
{
  FfMeeting *meeting = ff_meeting_new (ff_statement_get_text (row, 0));
  const gint64 minutes = ff_statement_get_int (row, 4);
  g_auto (GStrv) types = g_strsplit (ff_statement_get_text (row, 22), " ", -1);
  const char *days = ff_statement_get_text (row, 23);
  g_autoptr (FfPauses) pauses = *days != '\0' ? ff_pauses_parse (days, NULL) : NULL;
  FfWallTime start;

  ff_meeting_set_group (meeting, ff_statement_get_text (row, 1));
  ff_meeting_set_title (meeting, ff_statement_get_text (row, 2));
  if (ff_statement_get_time (row, 3, &start))
    ff_meeting_set_start (meeting, &start);
  if (minutes >= 1 && minutes <= 24 * 60)
    ff_meeting_set_minutes (meeting, (guint) minutes);
  ff_meeting_set_rule (meeting, ff_statement_get_text (row, 5));
  ff_meeting_set_zone (meeting, ff_statement_get_text (row, 6));
  ff_meeting_set_by_appointment (meeting, ff_statement_get_int (row, 9) != 0);
  read_venue (row, ff_meeting_get_venue (meeting));
  ff_meeting_set_types (meeting, (const char *const *) types);
  ff_meeting_set_pauses (meeting, pauses);
  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    ff_meeting_set_text (meeting, (FfMeetingText) i, ff_statement_get_text (row, 24 + (int) i));
  ff_meeting_set_sequence (meeting, (guint) ff_statement_get_int (row, 29));
  ff_meeting_set_modified (meeting, ff_statement_get_int (row, 30));
  return meeting;
}

gboolean
ff_override_row_save (FfConnection *connection,
                      FfOverride *override,
                      const char *uid,
                      gint64 modified,
                      GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_override);

  ff_statement_bind_text (statement, 1, uid);
  ff_statement_bind_text (statement, 2, ff_override_get_meeting (override));
  ff_statement_bind_time (statement, 3, ff_override_get_rule_time (override));
  ff_statement_bind_int (statement, 4, ff_override_get_cancelled (override) ? 1 : 0);
  ff_statement_bind_time (statement, 5, ff_override_get_start (override));
  ff_statement_bind_text (statement, 6, ff_override_get_place (override));
  ff_statement_bind_text (statement, 7, ff_override_get_link (override));
  ff_statement_bind_text (statement, 8, or_empty (ff_override_get_note (override)));
  ff_statement_bind_int (statement, 9, ff_override_get_held (override) ? 1 : 0);
  ff_statement_bind_int (statement, 10, ff_override_get_sequence (override));
  ff_statement_bind_int (statement, 11, modified);
  return ff_statement_run (statement, error);
}

FfOverride *
ff_override_row_read (FfStatement *row)
{
  FfWallTime time;
  FfOverride *override;

  /* No rule ever gives a date that there is not. */
  if (!ff_statement_get_time (row, 1, &time))
    return NULL;
  override = ff_override_new (ff_statement_get_text (row, 0), &time);
  ff_override_set_cancelled (override, ff_statement_get_int (row, 2) != 0);
  if (ff_statement_get_time (row, 3, &time))
    ff_override_set_start (override, &time);
  ff_override_set_place (override, ff_statement_get_text (row, 4));
  ff_override_set_link (override, ff_statement_get_text (row, 5));
  ff_override_set_note (override, ff_statement_get_text (row, 6));
  ff_override_set_held (override, ff_statement_get_int (row, 7) != 0);
  ff_override_set_sequence (override, (guint) ff_statement_get_int (row, 8));
  ff_override_set_modified (override, ff_statement_get_int (row, 9));
  return override;
}
