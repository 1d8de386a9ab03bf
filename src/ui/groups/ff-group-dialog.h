/* ff-group-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding a group, or changing one.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_GROUP_DIALOG (ff_group_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfGroupDialog, ff_group_dialog, FF, GROUP_DIALOG, AdwDialog)

/* properties: "context", "group" (construct-only). Signal "saved" (FfGroup *group): after COMMIT, for a group that was added. */
AdwDialog *ff_group_dialog_new (FfContext *context,
                                FfGroup   *group); /* (nullable): add one */

G_END_DECLS
