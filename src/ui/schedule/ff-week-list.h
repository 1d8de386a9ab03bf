/* ff-week-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings of an hour or a day below each other.
 */

#pragma once

#include <adwaita.h>

#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEK_LIST (ff_week_list_get_type ())

G_DECLARE_FINAL_TYPE (FfWeekList, ff_week_list, FF, WEEK_LIST, AdwBin)

/* signal "opened" (FfOccurrence) */
void ff_week_list_show (FfWeekList *self,
                        GPtrArray  *occurrences, /* (element-type FfOccurrence) */
                        FfSchedule *schedule,
                        GTimeZone  *zone);       /* (nullable): each meeting's own */

G_END_DECLS
