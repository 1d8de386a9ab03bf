/* ff-search-snippet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of a text in which the words looked for stand, with them in bold.
 */

#pragma once

#include "ff-search.h"

G_BEGIN_DECLS

char *ff_search_snippet_make (const FfSearchResult *result); /* Pango markup (transfer full) */

G_END_DECLS
