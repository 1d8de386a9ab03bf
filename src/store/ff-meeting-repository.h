/* ff-meeting-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Meetings and what is different on their dates, read from the store; an FfScheduleEdit changes them.
 */

#pragma once

#include "ff-meeting.h"
#include "ff-occurrence.h"
#include "ff-override.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* (element-type FfMeeting) (transfer full); @group NULL = of all groups */
GPtrArray  *ff_meeting_repository_list                  (FfStore             *store,
                                                         const char          *group,
                                                         GError             **error);
FfMeeting  *ff_meeting_repository_get                   (FfStore             *store, /* (nullable) */
                                                         const char          *uid,
                                                         GError             **error);
/* All dates in [from, until) by start, cancelled ones included. (element-type FfOccurrence) (transfer full)
 * @unusable: (out) (optional): the meetings whose start, rule or zone cannot be used. (element-type FfMeeting) */
GPtrArray  *ff_meeting_repository_list_occurrences      (FfStore             *store,
                                                         const char          *group, /* (nullable) */
                                                         GDateTime           *from,
                                                         GDateTime           *until,
                                                         GPtrArray          **unusable,
                                                         GError             **error);
/* (nullable) (transfer full): the date with that key, even where the rule does not give it any more */
FfOccurrence *ff_meeting_repository_get_occurrence      (FfStore             *store,
                                                         const char          *meeting,
                                                         const FfWallTime    *rule_time,
                                                         GError             **error);
FfOverride *ff_meeting_repository_get_override          (FfStore             *store, /* (nullable) */
                                                         const char          *meeting,
                                                         const FfWallTime    *rule_time,
                                                         GError             **error);
/* (element-type FfOverride) (transfer full); @group NULL = of all groups */
GPtrArray  *ff_meeting_repository_list_overrides        (FfStore             *store,
                                                         const char          *group,
                                                         GError             **error);

G_END_DECLS
