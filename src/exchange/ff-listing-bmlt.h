/* ff-listing-bmlt.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of BMLT JSON (bmlt.app), and those of Meeting Guide that say the same.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (nullable): NULL where it has no other name */
const char *ff_listing_bmlt_find_guide_key (const char *key);
const char *ff_listing_bmlt_find_key       (const char *guide_key);

G_END_DECLS
