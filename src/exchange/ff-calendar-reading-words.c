/* ff-calendar-reading-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a meeting is and where, out of an event; what nothing is made of is kept for the way back.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "ff-calendar-event.h"
#include "ff-calendar-reading.h"
#include "ff-listing-text.h"
#include "ff-meeting-type.h"

#define LONGEST_TITLE 200
#define LONGEST_LINK 2000
#define LONGEST_NOTES 100000
#define MOST_KEPT_BYTES (64 * 1024)

/* How long the store lets them be. */
static const guint longest[FF_N_VENUE_TEXTS] = {
  [FF_VENUE_NAME] = 1000,    [FF_VENUE_ADDRESS] = 1000,     [FF_VENUE_ROOM] = 200,
  [FF_VENUE_ACCESS] = 10000, [FF_VENUE_REGION] = 200,       [FF_VENUE_DISTRICT] = 200,
  [FF_VENUE_LINK] = 2000,    [FF_VENUE_LINK_NOTE] = 10000,  [FF_VENUE_PASSCODE] = 200,
  [FF_VENUE_PHONE] = 200,    [FF_VENUE_PHONE_NOTE] = 10000,
};

static char *
clip (const char *text, guint most, FfImportRow *row)
{
  if (g_utf8_strlen (text, -1) <= (glong) most)
    return g_strdup (text);
  if (row != NULL)
    ff_import_row_remark (row, _ ("“%.40s…” is too long and was shortened to %u letters."), text,
                          most);
  return g_utf8_substring (text, 0, most);
}

/**
 * ff_calendar_read_title:
 * @part: an event
 *
 * Returns: (transfer full): what it is called; "" where it has no name
 */
char *
ff_calendar_read_title (const FfCalendarPart *part)
{
  g_autofree char *text = ff_calendar_part_get_text (part, "SUMMARY");
  g_autofree char *plain = ff_listing_text_to_plain (text, TRUE);

  return clip (plain, LONGEST_TITLE, NULL);
}

static gboolean
is_web_link (const char *text)
{
  return (g_ascii_strncasecmp (text, "https://", 8) == 0
          || g_ascii_strncasecmp (text, "http://", 7) == 0)
         && strlen (text) <= LONGEST_LINK && ff_calendar_is_uri (text);
}

/* A link to one of the rooms on the web in which people meet, out of a longer text. */
static char *
find_room (const char *text)
{
  static GRegex *pattern;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter_pointer (&pattern))
    g_once_init_leave_pointer (
        &pattern,
        g_regex_new ("https://(?:[a-z0-9-]+\\.)*(?:zoom\\.us|meet\\.google\\.com|"
                     "teams\\.microsoft\\.com|teams\\.live\\.com|meet\\.jit\\.si|webex\\.com|"
                     "whereby\\.com|gotomeeting\\.com)/[^\\s\"'<>]+",
                     G_REGEX_CASELESS | G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL));
  g_regex_match (pattern, text, G_REGEX_MATCH_DEFAULT, &match);
  return g_match_info_matches (match) ? g_match_info_fetch (match, 0) : NULL;
}

static char *
find_conference (const FfCalendarPart *part, const char *scheme)
{
  for (guint i = 0; i < part->lines->len; i++)
    {
      const FfCalendarLine *line = g_ptr_array_index (part->lines, i);
      const char *value = ff_calendar_line_get_value (line);

      if (ff_calendar_line_is (line, "CONFERENCE")
          && g_ascii_strncasecmp (value, scheme, strlen (scheme)) == 0)
        return g_strdup (value);
    }
  return NULL;
}

/**
 * ff_calendar_read_link:
 * @part: an event
 *
 * Looks where programs put it: RFC 7986's CONFERENCE, what Google and Microsoft have for it, the place, the URL, and at last the description.
 *
 * Returns: (transfer full): where to join on the web; "" where nothing says so
 */
char *
ff_calendar_read_link (const FfCalendarPart *part)
{
  static const char *const names[]
      = { "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "LOCATION", "URL" };
  g_autofree char *conference = find_conference (part, "http");
  g_autofree char *description = NULL;
  g_autofree char *room = NULL;

  if (conference != NULL && is_web_link (conference))
    return g_steal_pointer (&conference);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = ff_calendar_part_get_text (part, names[i]);

      if (is_web_link (text))
        return g_steal_pointer (&text);
    }
  description = ff_calendar_part_get_text (part, "DESCRIPTION");
  room = find_room (description);
  return room != NULL && is_web_link (room) ? g_steal_pointer (&room) : g_strdup ("");
}

/**
 * ff_calendar_read_place:
 * @part: an event
 *
 * Returns: (transfer full): where people meet, in one line; "" where nothing says so, or only a link
 */
char *
ff_calendar_read_place (const FfCalendarPart *part)
{
  g_autofree char *text = ff_calendar_part_get_text (part, "LOCATION");
  g_autofree char *plain
      = is_web_link (text) ? g_strdup ("") : ff_listing_text_to_plain (text, TRUE);

  return clip (plain, longest[FF_VENUE_NAME], NULL);
}

static char *
get_description (const FfCalendarPart *part)
{
  g_autofree char *text = ff_calendar_part_get_text (part, "DESCRIPTION");
  g_autofree char *html = NULL;

  if (*text != '\0')
    return g_steal_pointer (&text);
  html = ff_calendar_part_get_text (part, "X-ALT-DESC");
  return g_steal_pointer (&html);
}

/**
 * ff_calendar_read_description:
 * @part: an event
 * @passcode: (out) (nullable): what opens the room on the web, which is not for everybody
 *
 * Returns: (transfer full): what to know, without HTML and without the passcode
 */
char *
ff_calendar_read_description (const FfCalendarPart *part, char **passcode)
{
  g_autofree char *text = get_description (part);
  g_autofree char *plain = ff_listing_text_to_plain (text, FALSE);
  g_autofree char *open = ff_listing_text_hide_passcodes (plain);

  return ff_listing_text_split_passcode (open, passcode);
}

static void
set_venue_text (FfVenue *venue, FfVenueText text, const char *value, FfImportRow *row)
{
  g_autofree char *clipped = clip (value, longest[text], row);

  ff_venue_set_text (venue, text, clipped);
}

/* Apple's: the place's name and address in parameters, and geo:latitude,longitude. */
static void
read_apple_place (const FfCalendarPart *part, FfVenue *venue, FfImportRow *row)
{
  const FfCalendarLine *line = ff_calendar_part_find (part, "X-APPLE-STRUCTURED-LOCATION");
  g_autofree char *title = NULL;
  g_autofree char *address = NULL;
  const char *value;
  char *end;

  if (line == NULL)
    return;
  title = ff_calendar_line_get_parameter (line, "X-TITLE");
  address = ff_calendar_line_get_parameter (line, "X-ADDRESS");
  if (title != NULL && *title != '\0' && address != NULL && *address != '\0')
    {
      g_autofree char *name = g_strdelimit (g_strcompress (title), "\n\r", ' ');
      g_autofree char *lines = g_strcompress (address);
      g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
      g_autofree char *joined = g_strjoinv (", ", parts);

      set_venue_text (venue, FF_VENUE_NAME, name, row);
      set_venue_text (venue, FF_VENUE_ADDRESS, joined, row);
    }
  value = ff_calendar_line_get_value (line);
  if (g_ascii_strncasecmp (value, "geo:", 4) == 0)
    {
      const double latitude = g_ascii_strtod (value + 4, &end);

      if (end > value + 4 && *end == ',')
        ff_venue_set_position (venue, latitude, g_ascii_strtod (end + 1, NULL));
    }
}

static void
read_position (const FfCalendarPart *part, FfVenue *venue, FfImportRow *row)
{
  g_autofree char *text = ff_calendar_part_get_text (part, "GEO");
  char *end;
  const double latitude = g_ascii_strtod (text, &end);

  if (*text == '\0')
    return;
  if (end == text || *end != ';'
      || !ff_venue_set_position (venue, latitude, g_ascii_strtod (end + 1, NULL)))
    ff_import_row_remark (row, _ ("“%.40s” is no place on the earth and is left out."), text);
}

/* Our own lines, unless somebody has changed the place in another program since. */
static void
read_own_place (const FfCalendarPart *part, FfVenue *venue, FfImportRow *row)
{
  g_autofree char *place = ff_calendar_read_place (part);
  g_autofree char *location = NULL;
  g_autofree char *clipped = NULL;
  gsize n_fields;
  const FfCalendarField *fields = ff_calendar_event_list_fields (&n_fields);

  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *text = ff_calendar_part_get_text (part, fields[i].name);

      if (*text != '\0')
        set_venue_text (venue, fields[i].text, text, row);
    }
  location = ff_calendar_event_locate (venue);
  clipped = clip (location, longest[FF_VENUE_NAME], NULL);
  if (g_str_equal (clipped, place))
    return;
  set_venue_text (venue, FF_VENUE_NAME, place, row);
  ff_venue_set_text (venue, FF_VENUE_ROOM, "");
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, "");
}

static void
read_phone (const FfCalendarPart *part, FfVenue *venue, FfImportRow *row)
{
  g_autofree char *conference = find_conference (part, "tel:");

  if (conference != NULL && *ff_venue_get_text (venue, FF_VENUE_PHONE) == '\0')
    set_venue_text (venue, FF_VENUE_PHONE, conference + 4, row);
}

static void
read_venue (const FfCalendarPart *part, FfMeeting *meeting, FfImportRow *row)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);
  g_autofree char *link = ff_calendar_read_link (part);
  g_autofree char *mode = ff_calendar_part_get_text (part, FF_CALENDAR_MODE);
  FfMode given;

  read_own_place (part, venue, row);
  read_apple_place (part, venue, row);
  read_position (part, venue, row);
  ff_venue_set_text (venue, FF_VENUE_LINK, link);
  read_phone (part, venue, row);
  ff_venue_set_mode (venue,
                     ff_calendar_mode_find (mode, &given) ? given : ff_venue_guess_mode (venue));
}

/* The notes alone, where the description is what we make of them. */
static void
read_notes (const FfCalendarPart *part, FfMeeting *meeting, FfImportRow *row)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);
  g_autofree char *written = ff_calendar_part_get_text (part, "DESCRIPTION");
  g_autofree char *own = ff_calendar_part_get_text (part, FF_CALENDAR_NOTES);
  g_autofree char *described = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *passcode = NULL;
  g_autofree char *clipped = NULL;

  ff_meeting_set_text (meeting, FF_MEETING_NOTES, own);
  described = ff_calendar_event_describe (meeting, "", ff_venue_get_text (venue, FF_VENUE_LINK));
  if (*described != '\0' && g_str_equal (described, written))
    return;
  plain = ff_calendar_read_description (part, &passcode);
  clipped = clip (plain, LONGEST_NOTES, row);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, clipped);
  if (passcode != NULL && *ff_venue_get_text (venue, FF_VENUE_PASSCODE) == '\0')
    {
      set_venue_text (venue, FF_VENUE_PASSCODE, passcode, row);
      ff_import_row_remark (row, _ ("The passcode was taken out of the description and is kept "
                                    "where it stays private."));
    }
}

static void
keep (JsonArray *kept, gsize *bytes, const char *line)
{
  *bytes += strlen (line);
  if (*bytes <= MOST_KEPT_BYTES)
    json_array_add_string_element (kept, line);
}

/* Codes of the types; words that are none are kept. */
static void
read_categories (const FfCalendarPart *part, GStrvBuilder *codes, JsonArray *kept, gsize *bytes)
{
  for (guint i = 0; i < part->lines->len; i++)
    {
      const FfCalendarLine *line = g_ptr_array_index (part->lines, i);
      g_autoptr (GString) others = g_string_new (NULL);
      g_auto (GStrv) words = NULL;

      if (!ff_calendar_line_is (line, "CATEGORIES"))
        continue;
      words = ff_calendar_line_list_texts (line);
      for (gsize j = 0; words[j] != NULL; j++)
        {
          const FfMeetingType *type = ff_meeting_type_find_by_name (words[j]);
          g_autofree char *escaped = ff_content_escape (words[j]);

          if (type != NULL)
            g_strv_builder_add (codes, type->code);
          else if (*escaped != '\0')
            g_string_append_printf (others, "%s%s", others->len > 0 ? "," : "CATEGORIES:", escaped);
        }
      if (others->len > 0)
        keep (kept, bytes, others->str);
    }
}

static void
keep_unknown (const FfCalendarPart *part, JsonArray *kept, gsize *bytes)
{
  for (guint i = 0; i < part->lines->len; i++)
    {
      const char *text = ff_calendar_line_get_whole (g_ptr_array_index (part->lines, i));
      g_autoptr (FfCalendarLine) line = ff_calendar_line_parse (text);

      if (line != NULL && !ff_calendar_event_knows (line) && !ff_calendar_event_is_private (line))
        keep (kept, bytes, text);
    }
}

static void
set_extra (FfMeeting *meeting, JsonArray *kept)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_object_set_array_member (object, "ics", json_array_ref (kept));
  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  ff_meeting_set_text (meeting, FF_MEETING_EXTRA, text);
}

static void
read_types_and_rest (const FfCalendarPart *part, FfMeeting *meeting, FfImportRow *row)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (JsonArray) kept = json_array_new ();
  g_auto (GStrv) types = NULL;
  gsize bytes = 0;

  read_categories (part, codes, kept, &bytes);
  keep_unknown (part, kept, &bytes);
  types = g_strv_builder_end (codes);
  ff_meeting_set_types (meeting, (const char *const *) types);
  if (json_array_get_length (kept) > 0)
    set_extra (meeting, kept);
  if (bytes > MOST_KEPT_BYTES)
    ff_import_row_remark (row, _ ("It has more properties of the other program than can be kept."));
}

/* Whether visitors are welcome is the group's to say. */
static void
read_group (FfCalendarReading *self,
            const FfCalendarPart *part,
            FfMeeting *meeting,
            FfImportRow *row)
{
  g_autofree char *name = ff_calendar_part_get_text (part, FF_CALENDAR_GROUP);
  g_autofree char *programme = ff_calendar_part_get_text (part, FF_CALENDAR_PROGRAMME);
  g_autofree char *clipped = clip (name, LONGEST_TITLE, NULL);
  const char *given
      = *programme != '\0' && strlen (programme) <= 64 ? programme : self->defaults->programme;

  if (*clipped == '\0')
    return;
  g_clear_object (&row->group);
  row->group = ff_group_new (NULL);
  ff_group_set_name (row->group, clipped);
  ff_group_set_zone (row->group, ff_meeting_get_zone (meeting));
  ff_group_set_open (row->group, !ff_meeting_has_type (meeting, "C"));
  if (given != NULL)
    ff_group_set_programme (row->group, given);
  if (self->defaults->language != NULL)
    ff_group_set_language (row->group, self->defaults->language);
}

static void
read_pauses (const FfCalendarPart *part, FfMeeting *meeting, FfImportRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FfPauses) pauses = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < part->lines->len; i++)
    {
      const FfCalendarLine *line = g_ptr_array_index (part->lines, i);
      g_autofree char *pause = NULL;

      if (!ff_calendar_line_is (line, FF_CALENDAR_PAUSE))
        continue;
      pause = ff_calendar_line_get_text (line);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", pause);
    }
  if (text->len == 0)
    return;
  pauses = ff_pauses_parse (text->str, &error);
  if (pauses == NULL)
    ff_import_row_remark (row, "%s", error->message);
  else
    ff_meeting_set_pauses (meeting, pauses);
}

/**
 * ff_calendar_read_words:
 * @self: a file
 * @part: an event
 * @row: gets the group, where the event names one, and remarks
 * @meeting: gets what is not about time, and the seasons off
 */
void
ff_calendar_read_words (FfCalendarReading *self,
                        const FfCalendarPart *part,
                        FfImportRow *row,
                        FfMeeting *meeting)
{
  g_autofree char *title = ff_calendar_read_title (part);

  read_types_and_rest (part, meeting, row);
  read_group (self, part, meeting, row);
  ff_meeting_set_title (meeting,
                        row->group != NULL && g_str_equal (title, ff_group_get_name (row->group))
                            ? ""
                            : title);
  read_venue (part, meeting, row);
  read_notes (part, meeting, row);
  read_pauses (part, meeting, row);
}
