/* ff-volunteer-line-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row in which an absence, a training or a step is filled in.
 */

#pragma once

#include <adwaita.h>

#include "ff-volunteer-line.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_LINE_ROW (ff_volunteer_line_row_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerLineRow, ff_volunteer_line_row, FF, VOLUNTEER_LINE_ROW, AdwExpanderRow)

/* signal "remove" (): it is to go
 * @requirements: (element-type FfRequirement): to choose from */
GtkWidget       *ff_volunteer_line_row_new      (FfVolunteerLine    *line,
                                                 GPtrArray          *requirements);
FfVolunteerLine *ff_volunteer_line_row_get_line (FfVolunteerLineRow *self);
/* Unfolds it, and moves the focus to its first field. */
void             ff_volunteer_line_row_begin    (FfVolunteerLineRow *self);

G_END_DECLS
