/* ff-plans-overview.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who comes back with which plan: one line a person.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_PLANS_OVERVIEW (ff_plans_overview_get_type ())

G_DECLARE_FINAL_TYPE (FfPlansOverview, ff_plans_overview, FF, PLANS_OVERVIEW, AdwBin)

void ff_plans_overview_set_items (FfPlansOverview *self,
                                  GPtrArray       *items);

G_END_DECLS
