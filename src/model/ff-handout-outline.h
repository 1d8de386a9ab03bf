/* ff-handout-outline.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A programme's outline as a table on a handout.
 */

#pragma once

#include "ff-block.h"
#include "ff-catalogue.h"

G_BEGIN_DECLS

/* @table's count is how many minutes the meeting has. FALSE where there is no @programme. */
gboolean ff_handout_outline_fill (FfBlock     *table,
                                  const char  *programme,
                                  FfCatalogue *catalogue);

G_END_DECLS
