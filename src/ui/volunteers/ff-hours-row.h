/* ff-hours-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row in which hours of a weekday are filled in.
 */

#pragma once

#include <adwaita.h>

#include "ff-volunteer-line.h"

G_BEGIN_DECLS

#define FF_TYPE_HOURS_ROW (ff_hours_row_get_type ())

G_DECLARE_FINAL_TYPE (FfHoursRow, ff_hours_row, FF, HOURS_ROW, AdwPreferencesRow)

/* signal "remove" (): it is to go
 * signal "add" (): another one is wanted below, by Enter in the last field */
GtkWidget       *ff_hours_row_new      (FfVolunteerLine *line);
FfVolunteerLine *ff_hours_row_get_line (FfHoursRow      *self);

G_END_DECLS
