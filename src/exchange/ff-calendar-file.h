/* ff-calendar-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An iCalendar file as its events and zones, each with its lines.
 */

#pragma once

#include <gio/gio.h>

#include "ff-calendar-line.h"

G_BEGIN_DECLS

typedef struct
{
  guint line;           /* of its BEGIN, from 1 */
  GPtrArray *lines;     /* (element-type FfCalendarLine) */
  GPtrArray *inner;     /* (element-type FfCalendarPart) (nullable): of a zone: its standard and daylight times */
  gboolean is_event;    /* else a task or a journal */
  gboolean is_whole;    /* it has an end */
  gboolean is_too_long; /* not all of its lines were kept */
  gboolean has_alarm;
} FfCalendarPart;

typedef struct
{
  char *name;        /* (nullable) */
  char *zone;        /* (nullable): of times without one, as it is written */
  GPtrArray *events; /* (element-type FfCalendarPart) */
  GPtrArray *zones;  /* (element-type FfCalendarPart) */
} FfCalendarFile;

FfCalendarFile       *ff_calendar_file_parse (GBytes                *bytes,
                                              GCancellable          *cancellable, /* (nullable) */
                                              GError               **error);
void                  ff_calendar_file_free  (FfCalendarFile        *self);
const FfCalendarLine *ff_calendar_part_find  (const FfCalendarPart  *self, /* (nullable) */
                                              const char            *name);
/* (transfer full): "" where there is none */
char                 *ff_calendar_part_get_text (const FfCalendarPart *self,
                                              const char            *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCalendarFile, ff_calendar_file_free)

G_END_DECLS
