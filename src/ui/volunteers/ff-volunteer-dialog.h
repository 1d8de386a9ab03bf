/* ff-volunteer-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding a volunteer, or changing what is kept of one.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-volunteer-form.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_DIALOG (ff_volunteer_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerDialog, ff_volunteer_dialog, FF, VOLUNTEER_DIALOG, AdwDialog)

/* signal "saved" (const char *uid): it is in the store
 * @volunteer (nullable): %NULL adds one; @group (nullable): which a new one serves at first */
AdwDialog       *ff_volunteer_dialog_new         (FfContext         *context,
                                                  FfVolunteer       *volunteer,
                                                  FfGroup           *group);
FfVolunteerForm *ff_volunteer_dialog_get_form    (FfVolunteerDialog *self);
/* Opens at the absences, with a new one. */
void             ff_volunteer_dialog_add_absence (FfVolunteerDialog *self);

G_END_DECLS
