/* ff-weeks.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Urge and balance as a person said them, week by week.
 */

#pragma once

#include "ff-person-record.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SERIES_URGE,
  FF_SERIES_BALANCE,
} FfSeries;

#define FF_N_SERIES (FF_SERIES_BALANCE + 1)

/* Where they checked in; a value is 0 to 10, or FF_WEEKS_UNSAID. */
typedef struct
{
  guint  place; /* from 0 */
  double values[FF_N_SERIES];
} FfWeekPoint;

#define FF_WEEKS_UNSAID (-1.0)

typedef struct
{
  FfWallTime first;  /* the Monday that the first place begins with */
  guint      each;   /* weeks that a place stands for */
  guint      n;      /* places, 0 where there is nothing */
  guint      step;   /* places that lie between one check-in and the next as a rule */
  GArray    *points; /* (element-type FfWeekPoint), earliest first */
} FfWeeks;

FfWeeks *ff_weeks_new      (FfPersonRecord *record,
                            guint           most);   /* weeks before the last check-in; 0 for all */
void     ff_weeks_free     (FfWeeks        *self);
gboolean ff_weeks_says     (const FfWeeks  *self,
                            FfSeries        series);
/* Whether a line is drawn from the point @i to the one after it. */
gboolean ff_weeks_is_joined (const FfWeeks *self,
                            FfSeries        series,
                            guint           i);
/* "Urge from 7 to 3 over 12 weeks." */
char    *ff_weeks_describe (const FfWeeks  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfWeeks, ff_weeks_free)

G_END_DECLS
