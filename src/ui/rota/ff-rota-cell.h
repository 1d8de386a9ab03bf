/* ff-rota-cell.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell of the rota grid: one place at one date, or a week in which there is none.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-rota-rows.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_CELL (ff_rota_cell_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaCell, ff_rota_cell, FF, ROTA_CELL, GtkWidget)

GtkWidget  *ff_rota_cell_new       (void);
/* Where it is from now on, and what it shows. @label: for a screen reader */
void        ff_rota_cell_show      (FfRotaCell   *self,
                                    FfRotaRows   *rows,
                                    guint         row,
                                    guint         week,
                                    const char   *label);
guint       ff_rota_cell_get_row   (FfRotaCell   *self);
guint       ff_rota_cell_get_week  (FfRotaCell   *self);
FfSlot     *ff_rota_cell_get_slot  (FfRotaCell   *self); /* (nullable) */
const char *ff_rota_cell_get_label (FfRotaCell   *self); /* what a screen reader says for it */
/* Lines of two and what is around them. */
int         ff_rota_cell_measure_height (GtkWidget *widget);

G_END_DECLS
