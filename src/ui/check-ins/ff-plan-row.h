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
#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_PLAN_ROW (ff_plan_row_get_type ())

G_DECLARE_FINAL_TYPE (FfPlanRow, ff_plan_row, FF, PLAN_ROW, AdwEntryRow)

/* signals: "edited" (): somebody typed; "left" (): the focus went elsewhere; "day-chosen" (); "delete-requested" () */
GtkWidget  *ff_plan_row_new             (FfPlanItem *item,  /* (nullable): an empty line */
                                         const FfWallTime *start); /* of the meeting: the seven days after it are offered */
FfPlanItem *ff_plan_row_get_item        (FfPlanRow  *self); /* (nullable) */
void        ff_plan_row_set_item        (FfPlanRow  *self,
                                         FfPlanItem *item);
void        ff_plan_row_set_days        (FfPlanRow  *self,
                                         gboolean    days); /* whether a day can be chosen */
guint       ff_plan_row_get_day         (FfPlanRow  *self); /* 1 = Monday to 7 = Sunday; 0 = any day */

G_END_DECLS
