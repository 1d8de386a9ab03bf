/* ff-calendar-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the reader of calendars hand to each other.
 */

#pragma once

#include "ff-calendar-zones.h"
#include "ff-import.h"

G_BEGIN_DECLS

/* A file being read. */
typedef struct
{
  FfImport *import;
  const FfCalendarFile *file;
  FfCalendarZones *zones;
  const FfImportDefaults *defaults;
  GHashTable *series;  /* UID → FfCalendarPart: the first event of each that is no single date of a series */
  GHashTable *changed; /* UID → GPtrArray of FfCalendarPart: single dates of a series */
  gboolean told_of_people;
} FfCalendarReading;

/* A date of a series, and when it is instead. */
gboolean    ff_calendar_read_when     (FfCalendarReading    *self,
                                       const FfCalendarPart *part,
                                       FfImportRow          *row,
                                       FfMeeting            *meeting);
guint       ff_calendar_read_minutes  (FfCalendarReading    *self,
                                       const FfCalendarPart *part,
                                       gboolean             *is_given); /* 0: not a time in which to meet */
void        ff_calendar_read_words    (FfCalendarReading    *self,
                                       const FfCalendarPart *part,
                                       FfImportRow          *row,
                                       FfMeeting            *meeting);
char       *ff_calendar_read_title    (const FfCalendarPart *part);
char       *ff_calendar_read_link     (const FfCalendarPart *part);
char       *ff_calendar_read_place    (const FfCalendarPart *part);
char       *ff_calendar_read_description (const FfCalendarPart *part,
                                       char                **passcode); /* (out) (nullable) */
GPtrArray  *ff_calendar_read_overrides (FfCalendarReading   *self,
                                       const FfCalendarPart *part,
                                       FfImportRow          *row,
                                       FfMeeting            *meeting);
void        ff_calendar_read_extra_dates (FfCalendarReading *self,
                                       const FfCalendarPart *part,
                                       FfMeeting            *meeting);
char       *ff_calendar_get_uid       (const FfCalendarPart *part);
void        ff_calendar_read_version  (const FfCalendarPart *part,
                                       guint                *sequence,
                                       gint64               *modified); /* µs UTC */
gboolean    ff_calendar_gives         (FfMeeting            *meeting,
                                       const FfWallTime     *time);

G_END_DECLS
