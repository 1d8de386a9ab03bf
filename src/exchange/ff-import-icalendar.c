/* ff-import-icalendar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Meetings out of the calendars of others: which events belong together, and which become a row.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-calendar-event.h"
#include "ff-calendar-reading.h"
#include "ff-fold.h"

#define LONGEST_UID 200

/**
 * ff_calendar_get_uid:
 * @part: an event
 *
 * Returns: (transfer full): what it is known by; made of what it says where it has no UID or one that is too long, so that the same file gives the same
 */
char *
ff_calendar_get_uid (const FfCalendarPart *part)
{
  g_autofree char *uid = ff_calendar_part_get_text (part, "UID");
  g_autofree char *summary = NULL;
  g_autofree char *start = NULL;
  g_autofree char *all = NULL;
  g_autofree char *digest = NULL;

  if (*uid != '\0' && g_utf8_strlen (uid, -1) <= LONGEST_UID)
    return g_steal_pointer (&uid);
  summary = ff_calendar_part_get_text (part, "SUMMARY");
  start = ff_calendar_part_get_text (part, "DTSTART");
  all = g_strjoin ("\n", uid, summary, start, NULL);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
  return g_strconcat ("ics-", digest, NULL);
}

static gboolean
is_changed_date (const FfCalendarPart *part)
{
  return ff_calendar_part_find (part, "RECURRENCE-ID") != NULL;
}

static void
index_event (FfCalendarReading *self, FfCalendarPart *part)
{
  g_autofree char *uid = ff_calendar_get_uid (part);
  GPtrArray *dates;

  if (!part->is_event || !part->is_whole || part->is_too_long)
    return;
  if (!is_changed_date (part))
    {
      if (!g_hash_table_contains (self->series, uid))
        g_hash_table_insert (self->series, g_steal_pointer (&uid), part);
      return;
    }
  dates = g_hash_table_lookup (self->changed, uid);
  if (dates == NULL)
    {
      dates = g_ptr_array_new ();
      g_hash_table_insert (self->changed, g_steal_pointer (&uid), dates);
    }
  g_ptr_array_add (dates, part);
}

static gboolean
is_cancelled (const FfCalendarPart *part)
{
  g_autofree char *status = ff_calendar_part_get_text (part, "STATUS");

  return g_ascii_strcasecmp (status, "CANCELLED") == 0;
}

/* Whether it can become a row at all. */
static gboolean
check_event (FfCalendarReading *self, const FfCalendarPart *part, const char *uid, FfImportRow *row)
{
  const FfCalendarPart *first = g_hash_table_lookup (self->series, uid);

  if (!part->is_event)
    ff_import_row_refuse (row, _ ("It is a task or a note, not a date in a calendar."));
  else if (!part->is_whole)
    ff_import_row_refuse (row, _ ("The end of it is missing, so the file may have been cut off. "
                                  "Export it again."));
  else if (part->is_too_long)
    ff_import_row_refuse (row, _ ("It has more lines than a meeting can need."));
  else if (!is_changed_date (part) && first != part)
    ff_import_row_refuse (row, _ ("It has the same UID as the event in line %u."), first->line);
  else if (is_cancelled (part) && ff_calendar_part_find (part, "RRULE") != NULL)
    ff_import_row_refuse (row, _ ("The whole series was cancelled in the other calendar. If it is "
                                  "in your schedule, delete it there."));
  else
    return TRUE;
  return FALSE;
}

static void
tell_what_stays_out (FfCalendarReading *self, const FfCalendarPart *part, FfImportRow *row)
{
  gboolean has_people = FALSE;

  for (guint i = 0; i < part->lines->len; i++)
    has_people = has_people || ff_calendar_event_is_private (g_ptr_array_index (part->lines, i));
  if (has_people && !self->told_of_people)
    {
      self->told_of_people = TRUE;
      ff_import_row_remark (row, _ ("The people who are named in the calendar, as organizers or "
                                    "guests, are not taken over, here and in all other events."));
    }
  if (part->has_alarm)
    ff_import_row_remark (row,
                          _ ("Its alarms are not taken over; Fourfold has its own reminders."));
}

/* @uid: the meeting's; not the event's where a single date of a series stands alone. */
static void
read_meeting (FfCalendarReading *self,
              const FfCalendarPart *part,
              const char *uid,
              FfImportRow *row)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new (uid);
  g_autoptr (GPtrArray) overrides = NULL;
  guint sequence;
  gint64 modified;

  ff_calendar_read_version (part, &sequence, &modified);
  ff_meeting_set_sequence (meeting, sequence);
  ff_meeting_set_modified (meeting, modified);
  if (!ff_calendar_read_when (self, part, row, meeting))
    return;
  ff_calendar_read_words (self, part, row, meeting);
  tell_what_stays_out (self, part, row);
  overrides = ff_calendar_read_overrides (self, part, row, meeting);
  row->meeting = g_object_ref (meeting);
  row->overrides = g_steal_pointer (&overrides);
  ff_calendar_read_extra_dates (self, part, meeting);
}

/* A date whose series is not in the file is a meeting that is held once. */
static void
read_lone_date (FfCalendarReading *self,
                const FfCalendarPart *part,
                const char *uid,
                FfImportRow *row)
{
  g_autofree char *date = ff_calendar_part_get_text (part, "RECURRENCE-ID");
  g_autofree char *day = ff_shorten (date, 20);
  g_autofree char *own_uid = g_strconcat (uid, "/", day, NULL);

  ff_import_row_remark (row,
                        _ ("It is one date of a series that is not in the file, and is taken as "
                           "a meeting that is held once."));
  read_meeting (self, part, own_uid, row);
}

static void
read_event (FfCalendarReading *self, const FfCalendarPart *part)
{
  g_autofree char *uid = ff_calendar_get_uid (part);
  g_autofree char *title = NULL;
  FfImportRow *row;

  /* Read with its series. */
  if (part->is_event && part->is_whole && !part->is_too_long && is_changed_date (part)
      && g_hash_table_contains (self->series, uid))
    return;
  title = ff_calendar_read_title (part);
  row = ff_import_add (self->import, part->line, *title != '\0' ? title : _ ("Untitled event"));
  if (!check_event (self, part, uid, row))
    return;
  if (is_changed_date (part))
    read_lone_date (self, part, uid, row);
  else
    read_meeting (self, part, uid, row);
}

static gboolean
read_events (FfCalendarReading *self,
             GCancellable *cancellable,
             FfImportProgress progress,
             gpointer progress_data,
             GError **error)
{
  GPtrArray *events = self->file->events;

  for (guint i = 0; i < events->len; i++)
    index_event (self, g_ptr_array_index (events, i));
  for (guint i = 0; i < events->len; i++)
    {
      if (!ff_import_go_on (self->import, (double) i / events->len, cancellable, progress,
                            progress_data, error))
        return FALSE;
      read_event (self, g_ptr_array_index (events, i));
    }
  return TRUE;
}

/**
 * ff_import_read_icalendar:
 * @self: gets a row for each event
 * @bytes: the file
 * @defaults: what the file does not say
 * @cancellable: (nullable): looked at now and then
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @error: return location for a #GError
 *
 * An event that repeats is a series, with the events that change single dates of it. Names of zones are understood as IANA or Windows
 * has them, or by the hours that the file describes. Whatever becomes no row is refused by name, with a reason.
 *
 * Returns: whether the file could be read
 */
gboolean
ff_import_read_icalendar (FfImport *self,
                          GBytes *bytes,
                          const FfImportDefaults *defaults,
                          GCancellable *cancellable,
                          FfImportProgress progress,
                          gpointer progress_data,
                          GError **error)
{
  g_autoptr (FfCalendarFile) file = ff_calendar_file_parse (bytes, cancellable, error);
  g_autoptr (FfCalendarZones) zones = NULL;
  g_autoptr (GHashTable) series = NULL;
  g_autoptr (GHashTable) changed = NULL;
  FfCalendarReading reading = { 0 };

  if (file == NULL)
    return FALSE;
  zones = ff_calendar_zones_new (file, defaults->zone);
  series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  changed
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  reading = (FfCalendarReading) { self, file, zones, defaults, series, changed, FALSE };
  return read_events (&reading, cancellable, progress, progress_data, error);
}
