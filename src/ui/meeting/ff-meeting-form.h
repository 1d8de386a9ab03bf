/* ff-meeting-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person says about a meeting, and a sentence for each thing that cannot be so.
 */

#pragma once

#include "ff-repeat-form.h"
#include "ff-types-form.h"
#include "ff-venue-form.h"

G_BEGIN_DECLS

#define FF_TYPE_MEETING_FORM (ff_meeting_form_get_type ())

G_DECLARE_FINAL_TYPE (FfMeetingForm, ff_meeting_form, FF, MEETING_FORM, GObject)

/* properties, to be bound: "title", "group" (uid), "start" (FfWallTime), "time-valid" (gboolean: what is typed for it is a time), "minutes" (int),
 * "zone", "by-appointment", "notes", "remarks", "pauses" (FfPauses, nullable);
 * read-only: "repeat" (FfRepeatForm), "venue" (FfVenueForm), "types" (FfTypesForm), "valid",
 * and a sentence or "" for each field: "group-message", "start-message", "minutes-message", "zone-message" */
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
FfRepeatForm  *ff_meeting_form_get_repeat      (FfMeetingForm    *self);
FfVenueForm   *ff_meeting_form_get_venue       (FfMeetingForm    *self);
FfTypesForm   *ff_meeting_form_get_types       (FfMeetingForm    *self);
FfPauses      *ff_meeting_form_get_pauses      (FfMeetingForm    *self);
void           ff_meeting_form_set_pauses      (FfMeetingForm    *self,
                                                FfPauses         *pauses);

G_END_DECLS
