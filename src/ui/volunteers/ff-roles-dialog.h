/* ff-roles-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roles there are, and the trainings and checks that they require.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_ROLES_DIALOG (ff_roles_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfRolesDialog, ff_roles_dialog, FF, ROLES_DIALOG, AdwDialog)

AdwDialog *ff_roles_dialog_new (FfContext *context);

G_END_DECLS
