/* ff-paginator.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which fragments stand on which page, and how the room left over is shared out.
 */

#pragma once

#include "ff-typesetter.h"

G_BEGIN_DECLS

/* Returns one array of FfPlacement for each page. (element-type GArray) (transfer full) */
GPtrArray *ff_paginate (GPtrArray *fragments,
                        double     height); /* of the text on a page */
/* The first @n_first columns are of another height. (element-type GArray) (transfer full) */
GPtrArray *ff_paginate_columns (GPtrArray *fragments,
                        guint      n_first,
                        double     first_height,
                        double     height);
void       ff_place_all (const GArray *placements,
                        FfPage    *page,
                        double     x,
                        double     y,
                        double     width);

G_END_DECLS
