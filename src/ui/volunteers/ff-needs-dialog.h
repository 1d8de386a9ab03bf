/* ff-needs-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many of each role the meetings of a group need, and one of them where it needs others.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-meeting.h"

G_BEGIN_DECLS

#define FF_TYPE_NEEDS_DIALOG (ff_needs_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfNeedsDialog, ff_needs_dialog, FF, NEEDS_DIALOG, AdwDialog)

/* @group (nullable): the one that is chosen at first */
AdwDialog *ff_needs_dialog_new (FfContext *context,
                                FfGroup   *group);
/* Opens at what that one meeting needs. */
AdwDialog *ff_needs_dialog_new_for_meeting (FfContext *context,
                                            FfMeeting *meeting);

G_END_DECLS
