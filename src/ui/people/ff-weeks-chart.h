/* ff-weeks-chart.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Urge and balance drawn over weeks.
 */

#pragma once

#include <adwaita.h>

#include "ff-weeks.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEKS_CHART (ff_weeks_chart_get_type ())

G_DECLARE_FINAL_TYPE (FfWeeksChart, ff_weeks_chart, FF, WEEKS_CHART, GtkWidget)

GtkWidget *ff_weeks_chart_new       (void);
void       ff_weeks_chart_set_weeks (FfWeeksChart *self,
                                     FfWeeks      *weeks); /* (transfer full) (nullable) */

G_END_DECLS
