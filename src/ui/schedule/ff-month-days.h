/* ff-month-days.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the six weeks of a month have room to say: how many meetings each day has, and the first of them.
 */

#pragma once

#include "ff-schedule.h"
#include "ff-week-days.h"

G_BEGIN_DECLS

/* No cell has room for more, on any screen. */
#define FF_MONTH_LINES 16

typedef struct
{
  FfOccurrence *occurrence;
  char *text; /* "19:00 Harbour Group" */
} FfMonthLine;

typedef struct
{
  guint count;
  GArray *lines; /* (element-type FfMonthLine): the first of them, by time */
} FfMonthDay;

typedef struct
{
  FfMonthDay days[FF_DAYS_A_MONTH];
} FfMonthDays;

/* Any thread. */
FfMonthDays *ff_month_days_find  (FfSchedule       *schedule,
                                  GPtrArray        *occurrences, /* (element-type FfOccurrence) */
                                  const FfWallTime *first,
                                  GTimeZone        *zone);       /* (nullable): each meeting's own */
FfMonthDays *ff_month_days_ref   (FfMonthDays      *self);
void         ff_month_days_unref (FfMonthDays      *self);
/* Those of one day, by time: (element-type FfOccurrence) (transfer full) */
GPtrArray   *ff_month_days_pick  (GPtrArray        *occurrences,
                                  const FfWallTime *day,
                                  GTimeZone        *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfMonthDays, ff_month_days_unref)

G_END_DECLS
