/* ff-week-spans.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where dates of meetings fall on the days that are shown, and where one that is moved there begins for those who meet.
 */

#pragma once

#include "ff-occurrence.h"

G_BEGIN_DECLS

#define FF_MINUTES_A_DAY (24 * 60)
/* What a meeting is moved by. */
#define FF_WEEK_STEP 15

/* A part of one date on one day: a meeting that goes on after midnight has two. */
typedef struct
{
  FfOccurrence *occurrence; /* not owned */
  guint16 day;              /* 0 for the first */
  guint16 from;             /* minutes after midnight */
  guint16 until;            /* up to a whole day, and later than from */
  gboolean continued;       /* it began on the day before */
} FfWeekSpan;

/* (element-type FfWeekSpan): by day, then by from. Any thread. */
GArray    *ff_week_spans_find       (GPtrArray        *occurrences, /* (element-type FfOccurrence) */
                                     const FfWallTime *first,
                                     guint             n_days,
                                     GTimeZone        *zone);       /* (nullable): each meeting's own */
/* What a clock in @zone shows when it starts, or one in the meeting's own where @zone is NULL. */
FfWallTime ff_week_spans_find_start (FfOccurrence     *occurrence,
                                     GTimeZone        *zone);
FfWallTime ff_week_to_meeting_time  (FfOccurrence     *occurrence,
                                     const FfWallTime *shown,
                                     GTimeZone        *zone);
/* Takes the caller's reference, and gives it up in a thread: tens of thousands of dates take longer than a frame. */
void       ff_week_spans_let_go     (GPtrArray        *occurrences);
/* To a quarter of an hour, within the day. */
guint      ff_week_snap             (double            minutes);
FfWallTime ff_week_day_and_minute   (const FfWallTime *first,
                                     guint             day,
                                     guint             minute);

G_END_DECLS
