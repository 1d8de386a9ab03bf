/* ff-rota-astray-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of duties that have no place in the rota any more, each to be removed.
 */

#pragma once

#include <adwaita.h>

#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_ASTRAY_DIALOG (ff_rota_astray_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaAstrayDialog, ff_rota_astray_dialog, FF, ROTA_ASTRAY_DIALOG, AdwDialog)

FfRotaAstrayDialog *ff_rota_astray_dialog_new  (FfStore            *store);
/* @duties: (element-type FfRotaOption): what ff_rota_astray_list() gave */
void                ff_rota_astray_dialog_show (FfRotaAstrayDialog *self,
                                                GListModel         *duties);

G_END_DECLS
