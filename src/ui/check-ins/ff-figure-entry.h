/* ff-figure-entry.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small field for a figure from 0 to 10.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_FIGURE_ENTRY (ff_figure_entry_get_type ())

G_DECLARE_FINAL_TYPE (FfFigureEntry, ff_figure_entry, FF, FIGURE_ENTRY, GtkEntry)

/* property: "figure" (0 to 10, or FF_CHECK_IN_UNSAID), what it was last while something else is being typed */
int  ff_figure_entry_get_figure (FfFigureEntry *self);
void ff_figure_entry_set_figure (FfFigureEntry *self,
                                 int            figure);

G_END_DECLS
