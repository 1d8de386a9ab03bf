/* ff-next-meeting.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The next meeting, large, with everything to prepare for it.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-occurrence.h"

G_BEGIN_DECLS

#define FF_TYPE_NEXT_MEETING (ff_next_meeting_get_type ())

G_DECLARE_FINAL_TYPE (FfNextMeeting, ff_next_meeting, FF, NEXT_MEETING, AdwBin)

void          ff_next_meeting_set_occurrence (FfNextMeeting *self,
                                              FfContext     *context,
                                              FfOccurrence  *occurrence,
                                              FfGroup       *group);
FfOccurrence *ff_next_meeting_get_occurrence (FfNextMeeting *self);
void          ff_next_meeting_tick           (FfNextMeeting *self);

G_END_DECLS
