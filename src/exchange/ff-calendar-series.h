/* ff-calendar-series.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a meeting as a calendar says them: a first one, a rule, and exceptions.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  FfMeeting *meeting;
  GPtrArray *overrides;   /* (element-type FfOverride), by the times that the rule gave */
  FfHolidays *holidays;   /* (nullable) */
  GTimeZone *zone;
  FfWallTime first;       /* given by the rule */
  gboolean has_last;      /* it ends there, whatever the rule says */
  FfWallTime last;
  gboolean is_cut;        /* dates before @first are left out */
  gboolean ends_in_pause; /* a pause that is too long to be named date by date */
} FfCalendarSeries;

/* A date on which it is not held. */
typedef struct
{
  FfWallTime rule_time;
  char *note; /* never NULL */
} FfCalendarException;

FfCalendarSeries *ff_calendar_series_new             (FfSchedule             *schedule,
                                                      FfMeeting              *meeting,
                                                      GDateTime              *from,  /* (nullable) */
                                                      GDateTime              *until, /* (nullable) */
                                                      GError                **error);
void              ff_calendar_series_free            (FfCalendarSeries       *self);
GArray           *ff_calendar_series_expand          (const FfCalendarSeries *self,
                                                      const FfWallTime       *from,
                                                      const FfWallTime       *until,
                                                      guint                   limit,
                                                      GError                **error);
FfOverride       *ff_calendar_series_find_override   (const FfCalendarSeries *self, /* (nullable) (transfer none) */
                                                      const FfWallTime       *rule_time);
gboolean          ff_calendar_series_is_cancelled    (const FfCalendarSeries *self,
                                                      const FfWallTime       *rule_time);
guint             ff_calendar_series_count_undecided (const FfCalendarSeries *self);
char             *ff_calendar_series_write_rule      (const FfCalendarSeries *self); /* (transfer full): the whole line */
GPtrArray        *ff_calendar_series_list_exceptions (const FfCalendarSeries *self); /* (element-type FfCalendarException) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCalendarSeries, ff_calendar_series_free)

G_END_DECLS
