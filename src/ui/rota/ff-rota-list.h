/* ff-rota-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the rota below each other, week by week, where there is no room for a grid.
 */

#pragma once

#include <adwaita.h>

#include "ff-rota-rows.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_LIST (ff_rota_list_get_type ())

/* Properties: "slot" (FfSlot, read-only): where the keyboard is; "menu" (GMenuModel) of a place
 * Signal: "opened" (FfSlot) */
G_DECLARE_FINAL_TYPE (FfRotaList, ff_rota_list, FF, ROTA_LIST, AdwBin)

/* The keyboard stays at the place where it was; @current: the week that it shows at first, -1 for the first */
void    ff_rota_list_show     (FfRotaList *self,
                               FfRotaRows *rows,
                               int         current);
FfSlot *ff_rota_list_get_slot (FfRotaList *self); /* (nullable) */
void    ff_rota_list_go_to    (FfRotaList *self,
                               FfSlot     *slot);

G_END_DECLS
