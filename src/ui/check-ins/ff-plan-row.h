/* ff-plan-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line for one thing that a person means to do this week.
 */

#pragma once

#include <adwaita.h>

#include "ff-plan-item.h"

G_BEGIN_DECLS

#define FF_TYPE_PLAN_ROW (ff_plan_row_get_type ())

G_DECLARE_FINAL_TYPE (FfPlanRow, ff_plan_row, FF, PLAN_ROW, AdwEntryRow)

/* signals: "edited" (): somebody typed; "left" (): the focus went elsewhere; "delete-requested" () */
GtkWidget  *ff_plan_row_new             (FfPlanItem *item); /* (nullable): an empty line */
FfPlanItem *ff_plan_row_get_item        (FfPlanRow  *self); /* (nullable) */
void        ff_plan_row_set_item        (FfPlanRow  *self,
                                         FfPlanItem *item);
/* What stood there when the focus came, for an undo. */
const char *ff_plan_row_get_text_before (FfPlanRow  *self);

G_END_DECLS
