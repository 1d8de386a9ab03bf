/* ff-week-crowd.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings of an hour or a day that have no room where they belong, to choose from.
 */

#pragma once

#include <adwaita.h>

#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEK_CROWD (ff_week_crowd_get_type ())

G_DECLARE_FINAL_TYPE (FfWeekCrowd, ff_week_crowd, FF, WEEK_CROWD, AdwDialog)

/* signal "opened" (FfOccurrence); the dialog closes itself */
AdwDialog *ff_week_crowd_new (const char *when,
                              GPtrArray  *occurrences, /* (element-type FfOccurrence) */
                              FfSchedule *schedule,
                              GTimeZone  *zone);       /* (nullable): each meeting's own */

G_END_DECLS
