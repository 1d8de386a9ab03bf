/* ff-duty-calendar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event for each duty of one volunteer, known by the duty’s uid, so that a newer file changes the dates of an older one.
 */

#include "ff-config.h"

#include "ff-duty-calendar.h"

#include "ff-calendar-event.h"
#include "ff-vtimezone.h"

/* SEQUENCE counts minutes from there: a file that is made later is the newer one, also where a change was taken back meanwhile. */
#define FIRST_MINUTE (G_GINT64_CONSTANT (1767225600) / 60) /* 2026-01-01T00:00Z */

typedef struct
{
  GString *events;
  GHashTable *zones; /* identifier → the first year in use */
  FfCatalogue *catalogue;
  GDateTime *now;
  gboolean with_passcodes;
} DutyCalendar;

G_GNUC_PRINTF (2, 3)
static void
write_line (GString *file, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ff_content_write (file, line);
}

static void
write_instant (GString *file, const char *name, GDateTime *instant)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (instant);
  g_autofree char *text = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  write_line (file, "%s:%s", name, text);
}

/* An hour that the clocks repeat means the first in iCalendar (RFC 5545, 3.3.5), so the second one is said in UTC. */
static gboolean
is_second_of_two (GDateTime *start)
{
  const FfWallTime wall = ff_wall_time_from_date_time (start);
  g_autoptr (GDateTime) first = ff_wall_time_to_instant (&wall, g_date_time_get_timezone (start));

  return g_date_time_compare (first, start) != 0;
}

static void
write_start (DutyCalendar *self, FfOccurrence *occurrence)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  const char *zone = ff_meeting_get_zone (ff_occurrence_get_meeting (occurrence));
  const int year = g_date_time_get_year (start);
  const int first = GPOINTER_TO_INT (g_hash_table_lookup (self->zones, zone));
  g_autofree char *text = g_date_time_format (start, "%Y%m%dT%H%M%S");

  if (g_str_equal (zone, "UTC") || g_str_equal (zone, "Etc/UTC") || is_second_of_two (start))
    {
      write_instant (self->events, "DTSTART", start);
      return;
    }
  write_line (self->events, "DTSTART;TZID=%s:%s", zone, text);
  if (first == 0 || year < first)
    g_hash_table_insert (self->zones, (char *) g_intern_string (zone), GINT_TO_POINTER (year));
}

/* Hours and minutes as they pass, whatever the clocks do meanwhile. */
static void
write_duration (DutyCalendar *self, FfOccurrence *occurrence)
{
  const guint minutes = (guint) (g_date_time_difference (ff_occurrence_get_end (occurrence),
                                                         ff_occurrence_get_start (occurrence))
                                 / G_TIME_SPAN_MINUTE);

  if (minutes % 60 == 0)
    write_line (self->events, "DURATION:PT%uH", minutes / 60);
  else if (minutes < 60)
    write_line (self->events, "DURATION:PT%uM", minutes);
  else
    write_line (self->events, "DURATION:PT%uH%uM", minutes / 60, minutes % 60);
}

static char *
get_link (DutyCalendar *self, FfOccurrence *occurrence)
{
  FfVenue *whole = ff_meeting_get_venue (ff_occurrence_get_meeting (occurrence));
  g_autoptr (FfVenue) venue = ff_venue_copy (whole);

  ff_venue_set_text (venue, FF_VENUE_LINK, ff_occurrence_get_link (occurrence));
  return self->with_passcodes ? g_strdup (ff_venue_get_text (venue, FF_VENUE_LINK))
                              : ff_venue_make_public_link (venue);
}

static void
write_place (DutyCalendar *self, FfOccurrence *occurrence)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  FfOverride *override = ff_occurrence_get_override (occurrence);
  const char *moved = override != NULL ? ff_override_get_place (override) : NULL;
  g_autofree char *place = moved != NULL
                               ? g_strdup (moved)
                               : ff_calendar_event_locate (ff_meeting_get_venue (meeting));
  g_autofree char *link = get_link (self, occurrence);
  g_autofree char *words
      = ff_calendar_event_describe (meeting, ff_occurrence_get_note (occurrence), link);

  ff_content_write_text (self->events, "LOCATION", place);
  if (*link != '\0' && ff_calendar_is_uri (link))
    write_line (self->events, "URL:%s", link);
  ff_content_write_text (self->events, "DESCRIPTION", words);
}

static const char *
get_status (const FfDuty *duty)
{
  if (ff_occurrence_get_cancelled (duty->occurrence))
    return "CANCELLED";

  switch (ff_assignment_get_status (duty->assignment))
    {
    case FF_DUTY_CONFIRMED:
    case FF_DUTY_SWAPPED:
      return "CONFIRMED";

    case FF_DUTY_DECLINED:
      return "CANCELLED";

    case FF_DUTY_PROPOSED:
    case FF_DUTY_ASKED:
    default:
      return "TENTATIVE";
    }
}

static void
add_event (DutyCalendar *self, const FfDuty *duty)
{
  const char *role = ff_role_get_title_in (duty->role, self->catalogue);
  g_autofree char *summary = g_strconcat (role, " · ", ff_duty_get_title (duty), NULL);

  ff_content_write (self->events, "BEGIN:VEVENT");
  ff_content_write_text (self->events, "UID", ff_assignment_get_uid (duty->assignment));
  write_instant (self->events, "DTSTAMP", self->now);
  write_line (self->events, "SEQUENCE:%" G_GINT64_FORMAT,
              MAX (0, g_date_time_to_unix (self->now) / 60 - FIRST_MINUTE));
  write_start (self, duty->occurrence);
  write_duration (self, duty->occurrence);
  ff_content_write_text (self->events, "SUMMARY", summary);
  write_place (self, duty->occurrence);
  write_line (self->events, "STATUS:%s", get_status (duty));
  ff_content_write (self->events, "CLASS:PRIVATE");
  ff_content_write (self->events, "END:VEVENT");
}

/**
 * ff_duty_calendar_write:
 * @duties: (element-type FfDuty): one volunteer's; what they do not have any more is among them as declined
 * @catalogue: of the language that they are written to in
 * @now: when it is made
 * @with_passcodes: whether links keep theirs
 *
 * Writes one VEVENT for each duty: its UID stays, its SEQUENCE is higher the later the file is made, so that reading a newer file
 * moves, cancels and confirms what an older one brought. A duty that was declined and a date that is not held are cancelled. Hours
 * are in the meeting's zone, each with its VTIMEZONE. Of people it says nothing.
 *
 * Returns: (transfer full): the text, lines ended by CRLF
 */
char *
ff_duty_calendar_write (GPtrArray *duties,
                        FfCatalogue *catalogue,
                        GDateTime *now,
                        gboolean with_passcodes)
{
  g_autoptr (GHashTable) zones = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) events = g_string_new (NULL);
  DutyCalendar self = { events, zones, catalogue, now, with_passcodes };
  GString *file = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  g_autoptr (GList) identifiers = NULL;

  g_return_val_if_fail (duties != NULL, NULL);
  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  for (guint i = 0; i < duties->len; i++)
    add_event (&self, g_ptr_array_index (duties, i));
  ff_content_write (file, "PRODID:-//Fourfold//Fourfold " FF_VERSION "//EN");
  identifiers = g_list_sort (g_hash_table_get_keys (zones), (GCompareFunc) g_strcmp0);
  for (GList *item = identifiers; item != NULL; item = item->next)
    ff_vtimezone_write (file, item->data,
                        GPOINTER_TO_INT (g_hash_table_lookup (zones, item->data)));
  g_string_append_len (file, events->str, (gssize) events->len);
  g_string_append (file, "END:VCALENDAR\r\n");
  return g_string_free_and_steal (file);
}
