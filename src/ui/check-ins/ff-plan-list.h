/* ff-plan-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan that a person sets at a session, a line for each item and an empty one for the next.
 */

#pragma once

#include <adwaita.h>

#include "ff-session-editor.h"

G_BEGIN_DECLS

#define FF_TYPE_PLAN_LIST (ff_plan_list_get_type ())

G_DECLARE_FINAL_TYPE (FfPlanList, ff_plan_list, FF, PLAN_LIST, AdwBin)

void ff_plan_list_set_plan (FfPlanList      *self,
                            FfSessionEditor *editor,
                            FfCheckIn       *check_in);
void ff_plan_list_set_days (FfPlanList      *self,
                            gboolean         days);

G_END_DECLS
