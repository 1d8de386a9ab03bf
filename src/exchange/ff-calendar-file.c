/* ff-calendar-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An iCalendar file as its events and zones; what is nested deeper is passed over, however deep.
 */

#include "ff-calendar-file.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

/* Far above what calendars write, and small enough for any computer. */
#define MOST_EVENTS 100000
#define MOST_LINES 4000000
#define MOST_LINES_OF_EVENT 20000
#define MOST_ZONES 1000
#define MOST_LINES_OF_ZONE 5000

/* A file being read. */
typedef struct
{
  FfCalendarFile *file;
  FfCalendarPart *event; /* (nullable): being read */
  FfCalendarPart *zone;  /* (nullable) */
  FfCalendarPart *inner; /* (nullable) */
  guint skipped;         /* how deep it is in what is passed over */
  guint n_lines;
  gboolean is_calendar;
} Reading;

static void
part_free (FfCalendarPart *part)
{
  g_ptr_array_unref (part->lines);
  g_clear_pointer (&part->inner, g_ptr_array_unref);
  g_free (part);
}

static FfCalendarPart *
part_new (guint line)
{
  FfCalendarPart *part = g_new0 (FfCalendarPart, 1);

  part->line = line;
  part->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_calendar_line_free);
  return part;
}

static gboolean
is_value (const FfCalendarLine *line, const char *value)
{
  g_autofree char *text = ff_calendar_line_get_text (line);

  return g_ascii_strcasecmp (text, value) == 0;
}

static gboolean
begin_event (Reading *reading, const FfCalendarLine *line)
{
  const gboolean is_event = is_value (line, "VEVENT");

  if (!is_event && !is_value (line, "VTODO") && !is_value (line, "VJOURNAL"))
    return FALSE;
  /* An event in an event: the end of the outer one is missing. */
  reading->event = part_new (ff_calendar_line_get_number (line));
  reading->event->is_event = is_event;
  g_ptr_array_add (reading->file->events, reading->event);
  reading->zone = NULL;
  reading->inner = NULL;
  reading->skipped = 0;
  return TRUE;
}

static void
begin_inner (Reading *reading, const FfCalendarLine *line)
{
  reading->inner = part_new (ff_calendar_line_get_number (line));
  g_ptr_array_add (reading->zone->inner, reading->inner);
}

static void
begin (Reading *reading, const FfCalendarLine *line)
{
  if (begin_event (reading, line))
    return;
  if (reading->event != NULL && is_value (line, "VALARM"))
    reading->event->has_alarm = TRUE;
  if (reading->skipped > 0 || reading->event != NULL || reading->inner != NULL)
    reading->skipped++;
  else if (reading->zone != NULL)
    {
      if ((is_value (line, "STANDARD") || is_value (line, "DAYLIGHT"))
          && reading->zone->inner->len < MOST_LINES_OF_ZONE)
        begin_inner (reading, line);
      else
        reading->skipped++;
    }
  else if (is_value (line, "VTIMEZONE") && reading->file->zones->len < MOST_ZONES)
    {
      reading->zone = part_new (ff_calendar_line_get_number (line));
      reading->zone->inner = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
      g_ptr_array_add (reading->file->zones, reading->zone);
    }
  else if (is_value (line, "VCALENDAR"))
    reading->is_calendar = TRUE;
  else
    reading->skipped++;
}

static void
end (Reading *reading, const FfCalendarLine *line)
{
  if (is_value (line, "VCALENDAR"))
    {
      reading->event = reading->zone = reading->inner = NULL;
      reading->skipped = 0;
    }
  else if (reading->event != NULL
           && (is_value (line, "VEVENT") || is_value (line, "VTODO")
               || is_value (line, "VJOURNAL")))
    {
      reading->event->is_whole = TRUE;
      reading->event = NULL;
      reading->skipped = 0;
    }
  else if (reading->skipped > 0)
    reading->skipped--;
  else if (reading->inner != NULL)
    reading->inner = NULL;
  else
    reading->zone = NULL;
}

/* Keeps a line of @part; @line: (transfer full). */
static void
keep (FfCalendarPart *part, FfCalendarLine *line, guint most)
{
  if (part->lines->len < most)
    {
      g_ptr_array_add (part->lines, line);
      return;
    }
  part->is_too_long = TRUE;
  ff_calendar_line_free (line);
}

static void
take_calendar_line (FfCalendarFile *file, const FfCalendarLine *line)
{
  char **text = NULL;

  if (ff_calendar_line_is (line, "X-WR-CALNAME") || ff_calendar_line_is (line, "NAME"))
    text = &file->name;
  else if (ff_calendar_line_is (line, "X-WR-TIMEZONE"))
    text = &file->zone;
  if (text == NULL)
    return;
  g_free (*text);
  *text = ff_calendar_line_get_text (line);
}

static void
take (Reading *reading, FfCalendarLine *given)
{
  g_autoptr (FfCalendarLine) line = given;

  if (ff_calendar_line_is (line, "BEGIN"))
    begin (reading, line);
  else if (ff_calendar_line_is (line, "END"))
    end (reading, line);
  else if (reading->skipped > 0)
    return;
  else if (reading->event != NULL)
    keep (reading->event, g_steal_pointer (&line), MOST_LINES_OF_EVENT);
  else if (reading->inner != NULL)
    keep (reading->inner, g_steal_pointer (&line), MOST_LINES_OF_ZONE);
  else if (reading->zone != NULL)
    keep (reading->zone, g_steal_pointer (&line), MOST_LINES_OF_ZONE);
  else
    take_calendar_line (reading->file, line);
}

static gboolean
check_size (const Reading *reading, GError **error)
{
  if (reading->file->events->len > MOST_EVENTS || reading->n_lines > MOST_LINES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The calendar holds more than %d events or %d lines. Save it in several "
                      "smaller files."),
                   MOST_EVENTS, MOST_LINES);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_lines (Reading *reading, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  FfContentCursor cursor = { 0 };
  FfCalendarLine *line;

  cursor.text = g_bytes_get_data (bytes, &cursor.length);
  while ((line = ff_calendar_line_read (&cursor)) != NULL)
    {
      take (reading, line);
      reading->n_lines++;
      if (!check_size (reading, error)
          || (reading->n_lines % 1000 == 0
              && g_cancellable_set_error_if_cancelled (cancellable, error)))
        return FALSE;
    }
  if (reading->is_calendar)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This is not a calendar: it has no line BEGIN:VCALENDAR. Choose a file "
                          "that a calendar program has exported as .ics."));
  return FALSE;
}

/**
 * ff_calendar_file_parse:
 * @bytes: the file
 * @cancellable: (nullable): looked at now and then
 * @error: return location for a #GError
 *
 * Lines may end by CRLF or LF, be folded anywhere, and be in UTF-8, with or without a byte order mark, or in Windows' old letters.
 *
 * Returns: (transfer full) (nullable): what is in it; %NULL with %G_IO_ERROR_INVALID_DATA where it is no calendar or too
 *   large, or %G_IO_ERROR_CANCELLED
 */
FfCalendarFile *
ff_calendar_file_parse (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfCalendarFile) file = g_new0 (FfCalendarFile, 1);
  Reading reading = { .file = file };

  file->events = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  file->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  if (!read_lines (&reading, bytes, cancellable, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * ff_calendar_file_free:
 * @self: (transfer full) (nullable): a file
 */
void
ff_calendar_file_free (FfCalendarFile *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->zone);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->zones);
  g_free (self);
}

/**
 * ff_calendar_part_find:
 * @self: an event or a zone
 * @name: of a property
 *
 * Returns: (transfer none) (nullable): the first line of that name
 */
const FfCalendarLine *
ff_calendar_part_find (const FfCalendarPart *self, const char *name)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const FfCalendarLine *line = g_ptr_array_index (self->lines, i);

      if (ff_calendar_line_is (line, name))
        return line;
    }
  return NULL;
}

/**
 * ff_calendar_part_get_text:
 * @self: an event or a zone
 * @name: of a property
 *
 * Returns: (transfer full): what the first line of that name says; empty where there is none
 */
char *
ff_calendar_part_get_text (const FfCalendarPart *self, const char *name)
{
  const FfCalendarLine *line = ff_calendar_part_find (self, name);

  return line != NULL ? ff_calendar_line_get_text (line) : g_strdup ("");
}
