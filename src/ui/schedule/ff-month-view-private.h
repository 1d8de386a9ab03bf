/* ff-month-view-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a month share.
 */

#pragma once

#include "ff-month-cell.h"
#include "ff-month-view.h"
#include "ff-week-head.h"
#include "ff-week-list.h"

G_BEGIN_DECLS

struct _FfMonthView
{
  AdwBin parent_instance;

  FfTimetable *timetable;
  FfClock *clock;
  FfWallTime date;
  gboolean compact;
  char *title;
  GCancellable *reading;
  GCancellable *picking; /* of the chosen day's dates */
  FfMonthDays *days;     /* NULL until they are known */
  FfWallTime days_first; /* the day that they begin with */
  FfMonthCell *cells[FF_DAYS_A_MONTH];
  int today; /* of the month, when the days were last shown */

  FfWeekHead *head;
  GtkGrid *grid;
  GtkLabel *day_title;
  GtkWidget *day_empty;
  FfWeekList *list;
};

FfMonthCell *ff_month_view_get_chosen  (FfMonthView        *self);
void         ff_month_view_show_states (FfMonthView        *self);
void         ff_month_view_show_day    (FfMonthView        *self);
void         ff_month_view_open_day    (FfMonthView        *self);
void         ff_month_view_emit_create (FfMonthView        *self);
void         ff_month_view_emit_opened (FfMonthView        *self,
                                        FfOccurrence       *occurrence);

/* --- Pointer, finger and keys --- */
void         ff_month_view_pressed     (FfMonthView        *self,
                                        int                 n_press,
                                        double              x,
                                        double              y);
void         ff_month_view_released    (FfMonthView        *self,
                                        int                 n_press,
                                        double              x,
                                        double              y);
void         ff_month_view_swiped      (FfMonthView        *self,
                                        double              x,
                                        double              y);
void         ff_month_view_add_keys    (GtkWidgetClass     *widget_class);

G_END_DECLS
