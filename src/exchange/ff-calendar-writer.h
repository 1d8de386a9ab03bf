/* ff-calendar-writer.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events of a calendar being written, line by line.
 */

#pragma once

#include "ff-calendar-event.h"
#include "ff-export.h"

G_BEGIN_DECLS

typedef struct
{
  FfSchedule *schedule;
  GPtrArray *remarks;
  GString *events;
  GHashTable *zones; /* identifier → the first year in use */
  gboolean with_passcodes;
} FfCalendarWriter;

void ff_calendar_writer_use_zone        (FfCalendarWriter *self,
                                         FfMeeting        *meeting,
                                         int               year);
void ff_calendar_writer_begin           (FfCalendarWriter *self,
                                         FfMeeting        *meeting,
                                         const FfWallTime *rule_time, /* (nullable): of a date that differs */
                                         FfOverride       *override); /* (nullable) */
/* When, where and what. */
void ff_calendar_writer_add_particulars (FfCalendarWriter *self,
                                         FfMeeting        *meeting,
                                         const FfWallTime *start,
                                         FfOverride       *override); /* (nullable) */
void ff_calendar_writer_add_exception   (FfCalendarWriter *self,
                                         FfMeeting        *meeting,
                                         const FfWallTime *rule_time,
                                         const char       *note);
void ff_calendar_writer_end             (FfCalendarWriter *self,
                                         FfMeeting        *meeting,
                                         FfOverride       *override, /* (nullable) */
                                         const char       *status);

G_END_DECLS
