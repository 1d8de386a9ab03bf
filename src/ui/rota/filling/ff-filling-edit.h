/* ff-filling-edit.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be done in the store to make a plan the rota.
 */

#pragma once

#include "ff-roster-edit.h"
#include "ff-rota-plan.h"

G_BEGIN_DECLS

gboolean      ff_filling_edit_is_needed (FfRotaPlan *plan);
/* (transfer full): one step; whoever is new is proposed */
FfRosterEdit *ff_filling_edit_new       (FfRotaPlan *plan);

G_END_DECLS
