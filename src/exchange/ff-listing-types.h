/* ff-listing-types.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Types of meetings by the codes and words of each format.
 */

#pragma once

#include "ff-meeting-type.h"

G_BEGIN_DECLS

/* A code or a word of Meeting Guide or TSML. (nullable): the code */
const char *ff_listing_types_find      (const char *text);
/* The same by a code of BMLT. (nullable) */
const char *ff_listing_types_from_bmlt (const char *code);
const char *ff_listing_types_to_bmlt   (const char *code);
/* Says how people take part, which the venue does: no type here. */
gboolean    ff_listing_types_is_mode   (const char *text);

G_END_DECLS
