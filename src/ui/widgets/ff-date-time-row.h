/* ff-date-time-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for a date and a time of day.
 */

#pragma once

#include <adwaita.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_DATE_TIME_ROW (ff_date_time_row_get_type ())

G_DECLARE_FINAL_TYPE (FfDateTimeRow, ff_date_time_row, FF, DATE_TIME_ROW, AdwActionRow)

/* properties: "value" (FfWallTime boxed, never NULL), "valid" (gboolean, read-only: FALSE while what is typed is no time; value stays),
 * "day-only" (gboolean: no time is asked for) */
GtkWidget        *ff_date_time_row_new       (void);
const FfWallTime *ff_date_time_row_get_value (FfDateTimeRow    *self);
void              ff_date_time_row_set_value (FfDateTimeRow    *self,
                                              const FfWallTime *value);
gboolean          ff_date_time_row_get_valid (FfDateTimeRow    *self);

G_END_DECLS
