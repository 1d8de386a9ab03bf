/* ff-week-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A week of meetings hour by hour, or fewer days where there is less room.
 */

#pragma once

#include <adwaita.h>

#include "ff-clock.h"
#include "ff-occurrence.h"
#include "ff-timetable.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEK_VIEW (ff_week_view_get_type ())

G_DECLARE_FINAL_TYPE (FfWeekView, ff_week_view, FF, WEEK_VIEW, AdwBin)

/* Property "title" (read-only): "23–29 November 2026".
 * Signals: "opened" (FfOccurrence); "moved" (FfOccurrence, FfWallTime: the new start in the meeting's own zone);
 * "create" (FfWallTime, as a clock shows it in the zone of the view).
 * A block's menu uses page.edit-meeting (s), page.cancel-date and page.restore-date (ss). */
GtkWidget  *ff_week_view_new           (FfTimetable      *timetable,
                                        FfClock          *clock);
void        ff_week_view_show_date     (FfWeekView       *self,
                                        const FfWallTime *date);
FfWallTime  ff_week_view_get_date      (FfWeekView       *self); /* the day that was asked for, or gone to */
void        ff_week_view_show_next     (FfWeekView       *self);
void        ff_week_view_show_previous (FfWeekView       *self);
const char *ff_week_view_get_title     (FfWeekView       *self);

G_END_DECLS
