/* ff-figure-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure from 0 to 10, or none, by one click or one key.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_FIGURE_ROW (ff_figure_row_get_type ())

G_DECLARE_FINAL_TYPE (FfFigureRow, ff_figure_row, FF, FIGURE_ROW, AdwPreferencesRow)

/* properties: "title" (what is asked), "figure" (0 to 10, or FF_CHECK_IN_UNSAID) */
int        ff_figure_row_get_figure (FfFigureRow *self);
void       ff_figure_row_set_figure (FfFigureRow *self,
                                     int          figure);

G_END_DECLS
