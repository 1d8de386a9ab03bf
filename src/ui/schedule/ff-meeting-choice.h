/* ff-meeting-choice.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting in a list to tick.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_MEETING_CHOICE (ff_meeting_choice_get_type ())

G_DECLARE_FINAL_TYPE (FfMeetingChoice, ff_meeting_choice, FF, MEETING_CHOICE, GObject)

/* properties: "label" (read-only), "chosen" (gboolean) */
FfMeetingChoice *ff_meeting_choice_new        (const char      *label);
const char      *ff_meeting_choice_get_label  (FfMeetingChoice *self);
gboolean         ff_meeting_choice_get_chosen (FfMeetingChoice *self);
void             ff_meeting_choice_set_chosen (FfMeetingChoice *self,
                                               gboolean         chosen);

G_END_DECLS
