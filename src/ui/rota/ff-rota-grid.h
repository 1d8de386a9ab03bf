/* ff-rota-grid.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weeks side by side, the places of each meeting below each other: to go through by keyboard, and to drag people in.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-rota-cell.h"
#include "ff-rota-rows.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_GRID (ff_rota_grid_get_type ())

/* A GtkScrollable whose head and first column stay. Cells are made for what is on the screen alone.
 * Properties: "slot" (FfSlot, read-only): where the keyboard is; "menu" (GMenuModel) of a place
 * Signals: "opened" (FfSlot), "dropped" (FfSlot, GObject: the FfSlot whose volunteer, or the FfVolunteer, was dropped there) */
G_DECLARE_FINAL_TYPE (FfRotaGrid, ff_rota_grid, FF, ROTA_GRID, GtkWidget)

/* @current: the week that it is now, -1 if that is not shown. The keyboard stays at the place where it was. */
void        ff_rota_grid_show      (FfRotaGrid *self,
                                    FfRotaRows *rows,
                                    int         current);
FfRotaRows *ff_rota_grid_get_rows  (FfRotaGrid *self); /* (nullable) */
FfSlot     *ff_rota_grid_get_slot  (FfRotaGrid *self); /* (nullable) */
void        ff_rota_grid_go_to     (FfRotaGrid *self,
                                    guint       row,
                                    guint       week);
/* (nullable): that is on the screen */
FfRotaCell *ff_rota_grid_find_cell (FfRotaGrid *self,
                                    guint       row,
                                    guint       week);
guint       ff_rota_grid_count_cells (FfRotaGrid *self); /* that there are, to see that they are few */

G_END_DECLS
