/* ff-foot.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small line at the foot of a page.
 */

#pragma once

#include "ff-typesetter.h"

G_BEGIN_DECLS

/* With a gap above it, from the paper's lower edge; the margin at least. */
double ff_foot_get_height (FfTypesetter *typesetter,
                           const char   *help);  /* (nullable): where to turn now, over it */
void   ff_foot_add        (FfTypesetter *typesetter,
                           FfCatalogue  *catalogue,
                           FfPage       *page,
                           double        page_height,
                           guint         number,  /* from 0 */
                           guint         n_pages,
                           const char   *text,    /* (nullable): where reading begins */
                           const char   *help);   /* (nullable) */

G_END_DECLS
