/* ff-month-cell.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day of the month: its number, and as many meetings as it has room for.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-month-days.h"

G_BEGIN_DECLS

#define FF_TYPE_MONTH_CELL (ff_month_cell_get_type ())

G_DECLARE_FINAL_TYPE (FfMonthCell, ff_month_cell, FF, MONTH_CELL, GtkWidget)

typedef enum
{
  FF_MONTH_CELL_OTHER = 1 << 0,   /* of the month before or after */
  FF_MONTH_CELL_TODAY = 1 << 1,
  FF_MONTH_CELL_CHOSEN = 1 << 2,  /* the one that Tab comes to */
  FF_MONTH_CELL_COMPACT = 1 << 3, /* only dots: there is a list of the chosen day elsewhere */
} FfMonthCellState;

/* signal "activate": Enter was pressed on it, or “+12” in it */
GtkWidget       *ff_month_cell_new         (void);
void             ff_month_cell_show        (FfMonthCell      *self,
                                            const FfWallTime *day,
                                            FfMonthDays      *days,    /* (nullable): not known yet */
                                            guint             number); /* of the day in @days */
void             ff_month_cell_set_state   (FfMonthCell      *self,
                                            FfMonthCellState  state);
const FfWallTime *ff_month_cell_get_day    (FfMonthCell      *self);
guint            ff_month_cell_get_count   (FfMonthCell      *self);
/* (nullable) (transfer none): the date whose line is at that height */
FfOccurrence    *ff_month_cell_find        (FfMonthCell      *self,
                                            double            y);
gboolean         ff_month_cell_is_more     (FfMonthCell      *self,
                                            double            y);

G_END_DECLS
