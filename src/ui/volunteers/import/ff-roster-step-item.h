/* ff-roster-step-item.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of what taking volunteers in would do.
 */

#pragma once

#include "ff-roster-plan.h"

G_BEGIN_DECLS

#define FF_TYPE_ROSTER_STEP_ITEM (ff_roster_step_item_get_type ())

G_DECLARE_FINAL_TYPE (FfRosterStepItem, ff_roster_step_item, FF, ROSTER_STEP_ITEM, GObject)

/* properties, read-only: "title", "detail" */
/* Of all steps that there is something to say of, first what somebody has to decide, then what was refused. (element-type FfRosterStepItem) (transfer full) */
GPtrArray  *ff_roster_step_item_list         (FfRosterPlan     *plan);
/* What can be done with a duplicate; NULL for others. (transfer full) (nullable) */
GStrv       ff_roster_step_item_list_choices (FfRosterStepItem *self);
guint       ff_roster_step_item_get_choice   (FfRosterStepItem *self);
void        ff_roster_step_item_choose       (FfRosterStepItem *self,
                                              guint             choice);
const char *ff_roster_step_item_get_title    (FfRosterStepItem *self);
const char *ff_roster_step_item_get_detail   (FfRosterStepItem *self);

G_END_DECLS
