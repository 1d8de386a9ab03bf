/* ff-listing-place.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a meeting is, as the fields of a listing divide it: address and region.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The keys of Meeting Guide JSON that say it together; the first is the one that is written alone. */
extern const char *const ff_listing_address_keys[];
extern const char *const ff_listing_region_keys[];

char *ff_listing_place_join_address (JsonObject *object); /* one line as on an envelope, or "" */
char *ff_listing_place_find_region  (JsonObject *object); /* or "" */

G_END_DECLS
