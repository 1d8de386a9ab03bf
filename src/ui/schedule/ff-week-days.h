/* ff-week-days.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which days a week or a month shows, and what they are called.
 */

#pragma once

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_DAYS_A_WEEK 7
#define FF_DAYS_A_MONTH 42 /* six weeks, so that each month fits */

int         ff_week_first_weekday (void); /* 1 Monday to 7 Sunday, as the locale has it */
/* The day that the stretch with @date in it begins on: a week from @first_weekday, or as many days from @date. */
FfWallTime  ff_week_find_first    (const FfWallTime *date,
                                   guint             n_days,
                                   int               first_weekday);
FfWallTime  ff_week_find          (const FfWallTime *date); /* the first day of its week, as the locale has it */
FfWallTime  ff_month_find_first   (const FfWallTime *date,
                                   int               first_weekday);
FfWallTime  ff_month_shift        (const FfWallTime *date,
                                   int               months); /* the same day, or the month's last */
int         ff_week_count_days    (const FfWallTime *from,
                                   const FfWallTime *to);
/* "23–29 November 2026", "30 November – 6 December 2026", "Tuesday 24 November 2026" */
char       *ff_week_format        (const FfWallTime *first,
                                   guint             n_days);
char       *ff_month_format       (const FfWallTime *date);
/* Midnight of @first here, @days later: (transfer full) */
GDateTime  *ff_week_find_midnight (const FfWallTime *first,
                                   int               days);

G_END_DECLS
