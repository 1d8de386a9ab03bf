/* ff-rota-astray.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Duties to come that have no place in the rota any more, in words.
 */

#pragma once

#include "ff-context.h"
#include "ff-rota-source.h"
#include "ff-rota.h"

G_BEGIN_DECLS

/* (element-type FfRotaOption) (transfer full): by date; the item of each is its FfAssignment */
GListModel *ff_rota_astray_list (FfRota       *rota,
                                 FfRotaSource *source,
                                 FfContext    *context);

G_END_DECLS
