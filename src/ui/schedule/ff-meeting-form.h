/* ff-meeting-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person says about a meeting, and a sentence for each thing that cannot be so.
 */

#pragma once

#include "ff-meeting.h"
#include "ff-recurrence.h"

G_BEGIN_DECLS

#define FF_TYPE_MEETING_FORM (ff_meeting_form_get_type ())

G_DECLARE_FINAL_TYPE (FfMeetingForm, ff_meeting_form, FF, MEETING_FORM, GObject)

/* properties, to be bound: "title", "group" (uid), "start" (FfWallTime), "time-valid" (gboolean: what is typed for it is a time), "minutes" (int), "repeat" (uint, an FfRepeat), "zone", "place", "link";
 * read-only: "valid", and a sentence or "" for each field: "group-message", "start-message", "minutes-message", "repeat-message", "zone-message",
 * "link-message"; "link-hint" says what the link is completed to */
FfMeetingForm *ff_meeting_form_new             (FfMeeting        *meeting);
FfMeeting     *ff_meeting_form_build           (FfMeetingForm    *self);
gboolean       ff_meeting_form_get_valid       (FfMeetingForm    *self);
void           ff_meeting_form_set_group       (FfMeetingForm    *self,
                                                const char       *group);
const FfWallTime *ff_meeting_form_get_start    (FfMeetingForm    *self);
void           ff_meeting_form_set_start       (FfMeetingForm    *self,
                                                const FfWallTime *start);
void           ff_meeting_form_set_zone        (FfMeetingForm    *self,
                                                const char       *zone);
GStrv          ff_meeting_form_list_repeats    (FfMeetingForm    *self);

G_END_DECLS
