/* ff-day-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for a day that is typed like 2026-11-24 or chosen from a calendar, or left empty.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_DAY_ROW (ff_day_row_get_type ())

G_DECLARE_FINAL_TYPE (FfDayRow, ff_day_row, FF, DAY_ROW, AdwEntryRow)

GtkWidget *ff_day_row_new (const char *title);

G_END_DECLS
