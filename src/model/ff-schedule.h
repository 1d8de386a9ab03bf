/* ff-schedule.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups, their meetings, what is different on some dates and the holidays they keep, as they were at one moment.
 */

#pragma once

#include <gio/gio.h>

#include "ff-group.h"
#include "ff-holidays.h"
#include "ff-occurrence.h"

G_BEGIN_DECLS

#define FF_TYPE_SCHEDULE (ff_schedule_get_type ())

/* Never changes once it is made, so any thread may read it; nobody changes what is in it. */
G_DECLARE_FINAL_TYPE (FfSchedule, ff_schedule, FF, SCHEDULE, GObject)

FfSchedule *ff_schedule_new               (GPtrArray         *groups,     /* (element-type FfGroup) */
                                           GPtrArray         *meetings,   /* (element-type FfMeeting) */
                                           GPtrArray         *overrides,  /* (element-type FfOverride) (nullable) */
                                           GPtrArray         *holidays);  /* (element-type FfHolidays) (nullable) */
GPtrArray  *ff_schedule_get_groups        (FfSchedule        *self);
GPtrArray  *ff_schedule_get_meetings      (FfSchedule        *self);
GPtrArray  *ff_schedule_get_overrides     (FfSchedule        *self,       /* (nullable): of one meeting */
                                           const char        *meeting);
FfMeeting  *ff_schedule_find_meeting      (FfSchedule        *self,       /* (nullable) (transfer none) */
                                           const char        *uid);
FfGroup    *ff_schedule_find_group        (FfSchedule        *self,       /* (nullable) (transfer none) */
                                           const char        *uid);
FfHolidays *ff_schedule_find_holidays     (FfSchedule        *self,       /* (nullable): that the meeting's group keeps */
                                           FfMeeting         *meeting);
/* Only the meetings whose places in get_meetings() are not 0 in @chosen (NULL: all of them); groups stay. */
FfSchedule *ff_schedule_choose            (FfSchedule        *self,
                                           const guint8      *chosen);
/* By ff_occurrence_compare(); cancelled and paused dates included. NULL only where @cancellable was cancelled.
 * @unusable: (nullable): the meetings whose start, rule or zone cannot be used are added. (element-type FfMeeting) */
GPtrArray  *ff_schedule_list_occurrences  (FfSchedule        *self,
                                           GDateTime         *from,
                                           GDateTime         *until,
                                           GPtrArray         *unusable,
                                           GCancellable      *cancellable);
/* The group's and the meeting's own: with O or C (unless it is known elsewhere), sorted. (transfer full) */
GStrv       ff_schedule_list_types        (FfSchedule        *self,
                                           FfMeeting         *meeting);
/* The meeting's title, or its group's name. (transfer none) */
const char *ff_schedule_get_title         (FfSchedule        *self,
                                           FfMeeting         *meeting);

G_END_DECLS
