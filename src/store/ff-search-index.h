/* ff-search-index.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rests for the search index while a great many notes are written or taken out.
 */

#pragma once

#include "ff-connection.h"

G_BEGIN_DECLS

/* Both within one transaction. */
gboolean ff_search_index_rest  (FfConnection  *connection,
                                GError       **error);
gboolean ff_search_index_renew (FfConnection  *connection,
                                GError       **error);

G_END_DECLS
