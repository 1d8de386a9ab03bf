/* ff-listing-times.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days of the week, times of day and time zones as listings write them.
 */

#pragma once

#include "ff-meeting.h"

G_BEGIN_DECLS

#define FF_LISTING_DAY_BIT(weekday) (1u << (weekday)) /* 1 Monday to 7 Sunday */

/* 1 Monday to 7 Sunday; 0 where it is no day. "2" is Tuesday: Sunday is 0. */
int      ff_listing_parse_day  (const char  *text);
/* Minutes after midnight, 0 to 1440; -1 where it is no time. */
int      ff_listing_parse_time (const char  *text);
/* (nullable): IANA, where the name can mean only one. */
char    *ff_listing_find_zone  (const char  *name);
/* Weekly, from the first such day of 2024 on. @days: FF_LISTING_DAY_BIT() of each */
void     ff_listing_set_weekly (FfMeeting   *meeting,
                                guint        days,
                                int          start);
/* FALSE where it is not every week, on the same days, without end. */
gboolean ff_listing_get_weekly (FfMeeting   *meeting,
                                guint       *days);

G_END_DECLS
