/* ff-days-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of some days on their way through a thread, for the views that show days.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-timetable.h"

G_BEGIN_DECLS

typedef struct
{
  FfWallTime first;
  guint n_days;
  GTimeZone *zone;        /* (nullable) */
  FfSchedule *schedule;
  GPtrArray *occurrences; /* what is held anywhere on earth on those days */
  gpointer result;        /* (nullable): what the thread made of them … */
  GDestroyNotify free_result; /* … and what frees it */
} FfDaysReading;

/* Lists the dates of @n_days from @first, lets @work at them in a thread, and then calls @done, with the FfDaysReading as the
 * GTask's data. What @cancellable stands for is given up for it. */
void ff_days_read       (GtkWidget         *view,
                         FfTimetable       *timetable,
                         GCancellable     **cancellable,
                         const FfWallTime  *first,
                         guint              n_days,
                         GTaskThreadFunc    work,
                         GAsyncReadyCallback done);
/* Where a finger turns to by a swipe of that speed: 1 to later days, -1 to earlier ones, 0 to none. */
int  ff_days_find_swipe (GtkWidget         *view,
                         double             x,
                         double             y);

G_END_DECLS
