/* ff-check-in-parts-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a check-in asks in a group: as its programme has it, or otherwise.
 */

#pragma once

#include "ff-group.h"
#include "ff-programme.h"
#include "ff-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN_PARTS_DIALOG (ff_check_in_parts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckInPartsDialog, ff_check_in_parts_dialog, FF, CHECK_IN_PARTS_DIALOG, AdwDialog)

/* signal "chosen" (): the group asks something else now, and is saved */
AdwDialog *ff_check_in_parts_dialog_new (FfStore     *store,
                                         FfGroup     *group,
                                         FfProgramme *programme);

G_END_DECLS
