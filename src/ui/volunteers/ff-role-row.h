/* ff-role-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A role in the list of roles: what it is called and what it requires.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-role.h"

G_BEGIN_DECLS

#define FF_TYPE_ROLE_ROW (ff_role_row_get_type ())

G_DECLARE_FINAL_TYPE (FfRoleRow, ff_role_row, FF, ROLE_ROW, AdwExpanderRow)

GtkWidget  *ff_role_row_new     (FfContext *context);
/* @requirements: (element-type FfRequirement): all there are */
void        ff_role_row_show    (FfRoleRow *self,
                                 FfRole    *role,
                                 GPtrArray *requirements);
const char *ff_role_row_get_uid (FfRoleRow *self);

G_END_DECLS
