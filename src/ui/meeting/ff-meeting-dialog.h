/* ff-meeting-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding or editing a meeting.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-meeting-form.h"
#include "ff-occurrence.h"

G_BEGIN_DECLS

#define FF_TYPE_MEETING_DIALOG (ff_meeting_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfMeetingDialog, ff_meeting_dialog, FF, MEETING_DIALOG, AdwDialog)

GtkWidget     *ff_meeting_dialog_new      (FfContext       *context,
                                           FfGroup         *group);
GtkWidget     *ff_meeting_dialog_new_edit (FfContext       *context,
                                           FfMeeting       *meeting);
GtkWidget     *ff_meeting_dialog_new_edit_date (FfContext  *context,
                                           FfOccurrence    *occurrence);
FfMeetingForm *ff_meeting_dialog_get_form (FfMeetingDialog *self);

G_END_DECLS
