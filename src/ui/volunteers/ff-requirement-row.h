/* ff-requirement-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A training or a check in the list of requirements: what it is called, its kind and how long it holds.
 */

#pragma once

#include <adwaita.h>

#include "ff-requirement.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_REQUIREMENT_ROW (ff_requirement_row_get_type ())

G_DECLARE_FINAL_TYPE (FfRequirementRow, ff_requirement_row, FF, REQUIREMENT_ROW, AdwExpanderRow)

GtkWidget  *ff_requirement_row_new     (FfStore          *store);
void        ff_requirement_row_show    (FfRequirementRow *self,
                                        FfRequirement    *requirement);
const char *ff_requirement_row_get_uid (FfRequirementRow *self);

G_END_DECLS
