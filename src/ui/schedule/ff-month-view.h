/* ff-month-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A month of meetings day by day.
 */

#pragma once

#include <adwaita.h>

#include "ff-clock.h"
#include "ff-occurrence.h"
#include "ff-timetable.h"

G_BEGIN_DECLS

#define FF_TYPE_MONTH_VIEW (ff_month_view_get_type ())

G_DECLARE_FINAL_TYPE (FfMonthView, ff_month_view, FF, MONTH_VIEW, AdwBin)

/* Property "title" (read-only): "November 2026".
 * Signals: "opened" (FfOccurrence); "create" (FfWallTime, as a clock shows it in the zone of the view). */
GtkWidget  *ff_month_view_new           (FfTimetable      *timetable,
                                         FfClock          *clock);
void        ff_month_view_show_date     (FfMonthView      *self,
                                         const FfWallTime *date);
FfWallTime  ff_month_view_get_date      (FfMonthView      *self); /* the day that was asked for, or gone to */
void        ff_month_view_show_next     (FfMonthView      *self);
void        ff_month_view_show_previous (FfMonthView      *self);
const char *ff_month_view_get_title     (FfMonthView      *self);

G_END_DECLS
