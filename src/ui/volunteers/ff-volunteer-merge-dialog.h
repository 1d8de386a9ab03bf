/* ff-volunteer-merge-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two records of one volunteer become one.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_MERGE_DIALOG (ff_volunteer_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerMergeDialog, ff_volunteer_merge_dialog, FF, VOLUNTEER_MERGE_DIALOG, AdwDialog)

/* signal "merged" (const char *kept): the uid under which all is now */
AdwDialog *ff_volunteer_merge_dialog_new    (FfContext              *context,
                                             FfVolunteer            *volunteer);
/* Goes on as if this one, by uid, had been chosen in the list. */
void       ff_volunteer_merge_dialog_choose (FfVolunteerMergeDialog *self,
                                             const char             *other);

G_END_DECLS
