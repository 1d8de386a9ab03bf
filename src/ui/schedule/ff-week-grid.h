/* ff-week-grid.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days side by side and hours below each other, with meetings in them: to go through by keyboard, and to move.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-clock.h"
#include "ff-schedule.h"
#include "ff-week-block.h"
#include "ff-week-layout.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEK_GRID (ff_week_grid_get_type ())

G_DECLARE_FINAL_TYPE (FfWeekGrid, ff_week_grid, FF, WEEK_GRID, GtkWidget)

/* Properties: "gutter" (int, read-only: how wide the hours' names are), "moving" (gboolean, read-only: the keyboard moves a meeting).
 * Signals: "opened" (FfOccurrence), "moved" (FfOccurrence, FfWallTime as shown), "create" (FfWallTime as shown),
 * "crowd-opened" (GPtrArray of FfOccurrence, string: what hour), "turned" (int: -1 to the days before, 1 to those after). */
void         ff_week_grid_set_clock  (FfWeekGrid       *self,
                                      FfClock          *clock);
void         ff_week_grid_show       (FfWeekGrid       *self,
                                      const FfWallTime *first,
                                      guint             n_days,
                                      GTimeZone        *zone,        /* (nullable): each meeting's own */
                                      FfSchedule       *schedule,    /* for the titles */
                                      GPtrArray        *occurrences, /* (element-type FfOccurrence) */
                                      GArray           *spans);      /* (element-type FfWeekSpan): where they fall */
/* Which of the days shown today is, or -1. */
int          ff_week_grid_find_today (FfWeekGrid       *self);
/* What to scroll to at first, with so much of it on the screen. */
double       ff_week_grid_find_morning (FfWeekGrid     *self,
                                        double            page);
guint        ff_week_grid_count_blocks (FfWeekGrid     *self);
FfWeekBlock *ff_week_grid_get_block  (FfWeekGrid       *self,
                                      guint             position);
const FfWeekCursor *
             ff_week_grid_get_cursor (FfWeekGrid       *self);

G_END_DECLS
