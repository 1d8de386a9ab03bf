/* ff-test-rota-planted.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a roster just roomy enough that every place can be filled.
 */

#pragma once

#include "ff-test-rota-made.h"

G_BEGIN_DECLS

/* Fills place after place, and where nobody may, somebody gets the training, the hours or the days for it.
 * Agreed duties stay. The plan that shows it, in the checker’s order; (transfer container) */
GPtrArray *ff_test_rota_plant (FfTestRotaMade *made,
                               guint32         seed);

G_END_DECLS
