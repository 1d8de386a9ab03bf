/* ff-roster-step-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a line of what taking volunteers in would do, with the choice that it leaves.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_ROSTER_STEP_ROW (ff_roster_step_row_get_type ())

/* property: "item" (FfRosterStepItem). Activates "roster-import.decided" when something is chosen. */
G_DECLARE_FINAL_TYPE (FfRosterStepRow, ff_roster_step_row, FF, ROSTER_STEP_ROW, GtkBox)

G_END_DECLS
