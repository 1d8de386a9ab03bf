/* ff-when.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and times of meetings in words.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

/* The type of a meeting that has a sign of its own. */
#define FF_WHEN_WHEELCHAIR "X"

GDateTime *ff_when_shown    (FfOccurrence *occurrence,
                             GTimeZone    *zone);
char *ff_when_day           (GDateTime    *time,
                             GDateTime    *now);
char *ff_when_week          (GDateTime    *time,
                             GDateTime    *now);
char *ff_when_describe      (FfOccurrence *occurrence,
                             GDateTime    *now);
char *ff_when_distance      (FfOccurrence *occurrence,
                             GDateTime    *now);
char *ff_when_zone          (FfOccurrence *occurrence);
char *ff_when_zone_shown    (FfOccurrence *occurrence,
                             GTimeZone    *zone);
const char *ff_when_mark    (FfOccurrence *occurrence);
char *ff_when_why           (FfOccurrence *occurrence);
char *ff_when_where         (FfOccurrence *occurrence);
char *ff_when_types         (FfSchedule   *schedule,
                             FfMeeting    *meeting);
char *ff_when_label         (FfOccurrence *occurrence,
                             FfSchedule   *schedule,
                             GTimeZone    *zone);
const char *ff_when_title   (FfOccurrence *occurrence,
                             FfGroup      *group);

G_END_DECLS
