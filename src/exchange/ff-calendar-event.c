/* ff-calendar-event.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an event says of a meeting; the writer and the reader have it from here, so that they agree.
 */

#include "ff-calendar-event.h"

static const FfCalendarField fields[] = {
  { "X-FOURFOLD-PLACE", FF_VENUE_NAME },          { "X-FOURFOLD-ROOM", FF_VENUE_ROOM },
  { "X-FOURFOLD-ADDRESS", FF_VENUE_ADDRESS },     { "X-FOURFOLD-ACCESS", FF_VENUE_ACCESS },
  { "X-FOURFOLD-REGION", FF_VENUE_REGION },       { "X-FOURFOLD-DISTRICT", FF_VENUE_DISTRICT },
  { "X-FOURFOLD-LINK-NOTE", FF_VENUE_LINK_NOTE }, { "X-FOURFOLD-PASSCODE", FF_VENUE_PASSCODE },
  { "X-FOURFOLD-PHONE", FF_VENUE_PHONE },         { "X-FOURFOLD-PHONE-NOTE", FF_VENUE_PHONE_NOTE },
};

static const char *const modes[] = {
  [FF_MODE_IN_PERSON] = "in-person",
  [FF_MODE_ONLINE] = "online",
  [FF_MODE_HYBRID] = "hybrid",
  [FF_MODE_PHONE] = "phone",
};

/* What becomes something of ours; the rest is kept as it is. */
static const char *const known[] = {
  "UID",
  "DTSTAMP",
  "DTSTART",
  "DTEND",
  "DURATION",
  "RRULE",
  "RDATE",
  "EXDATE",
  "EXRULE",
  "RECURRENCE-ID",
  "SUMMARY",
  "LOCATION",
  "DESCRIPTION",
  "URL",
  "CONFERENCE",
  "GEO",
  "CATEGORIES",
  "STATUS",
  "SEQUENCE",
  "LAST-MODIFIED",
  "X-ALT-DESC",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  "X-APPLE-STRUCTURED-LOCATION",
};

/* People, who did not ask to be in somebody else's schedule. */
static const char *const private_names[] = {
  "ATTENDEE",
  "ORGANIZER",
  "CONTACT",
  "REQUEST-STATUS",
  "X-MS-OLK-SENDER",
  "X-CALENDARSERVER-ACCESS",
  "X-CALENDARSERVER-PRIVATE-COMMENT",
};

/**
 * ff_calendar_event_list_fields:
 * @n_fields: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_fields): the texts of a venue that have lines of our own
 */
const FfCalendarField *
ff_calendar_event_list_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * ff_calendar_mode_get_id:
 * @mode: how a meeting is held
 *
 * Returns: (transfer none): its word in our own property
 */
const char *
ff_calendar_mode_get_id (FfMode mode)
{
  return modes[mode];
}

/**
 * ff_calendar_mode_find:
 * @id: such a word
 * @mode: (out): what it means
 *
 * Returns: %FALSE where it is none
 */
gboolean
ff_calendar_mode_find (const char *id, FfMode *mode)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      if (g_ascii_strcasecmp (id, modes[i]) == 0)
        {
          *mode = (FfMode) i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
append (GString *text, const char *separator, const char *more)
{
  if (more == NULL || *more == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, more);
}

/**
 * ff_calendar_event_locate:
 * @venue: a venue
 *
 * Returns: (transfer full): its name, room and address, as far as there are any
 */
char *
ff_calendar_event_locate (FfVenue *venue)
{
  GString *text = g_string_new (NULL);

  append (text, ", ", ff_venue_get_text (venue, FF_VENUE_NAME));
  append (text, ", ", ff_venue_get_text (venue, FF_VENUE_ROOM));
  append (text, ", ", ff_venue_get_text (venue, FF_VENUE_ADDRESS));
  return g_string_free_and_steal (text);
}

/**
 * ff_calendar_event_describe:
 * @meeting: a meeting
 * @note: of the one date that it is about, or ""
 * @link: the link of that date or the meeting, as it may be seen
 *
 * Many calendars show a description and no link, so the link is in it. Words that would have to be translated are not, so that any
 * computer reads the same out of it.
 *
 * Returns: (transfer full): the note of that date, the notes for everybody, how to get in, the link and the telephone number
 */
char *
ff_calendar_event_describe (FfMeeting *meeting, const char *note, const char *link)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);
  GString *text = g_string_new (NULL);

  append (text, "\n", note);
  append (text, "\n", ff_meeting_get_text (meeting, FF_MEETING_NOTES));
  append (text, "\n", ff_venue_get_text (venue, FF_VENUE_ACCESS));
  append (text, "\n", link);
  append (text, "\n", ff_venue_get_text (venue, FF_VENUE_LINK_NOTE));
  append (text, "\n", ff_venue_get_text (venue, FF_VENUE_PHONE));
  append (text, "\n", ff_venue_get_text (venue, FF_VENUE_PHONE_NOTE));
  return g_string_free_and_steal (text);
}

/**
 * ff_calendar_event_knows:
 * @line: a line of an event
 *
 * Returns: whether the reader makes something of it, so that it is not kept for the way back
 */
gboolean
ff_calendar_event_knows (const FfCalendarLine *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (ff_calendar_line_is (line, known[i]))
      return TRUE;
  return ff_calendar_line_has_prefix (line, "X-FOURFOLD-") || ff_calendar_line_is (line, "BEGIN")
         || ff_calendar_line_is (line, "END");
}

/**
 * ff_calendar_event_is_private:
 * @line: a line of an event
 *
 * Returns: whether it is about people, and is not taken over
 */
gboolean
ff_calendar_event_is_private (const FfCalendarLine *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (private_names); i++)
    if (ff_calendar_line_is (line, private_names[i]))
      return TRUE;
  return FALSE;
}

/**
 * ff_calendar_is_uri:
 * @text: a link, perhaps
 *
 * GLib overlooks line breaks in a URI; in a calendar they would begin a property.
 *
 * Returns: whether it can stand in a calendar as a link
 */
gboolean
ff_calendar_is_uri (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == ' ' || g_ascii_iscntrl (*c))
      return FALSE;
  return g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}
