/* ff-listing-privacy.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a listing's own fields may leave: contacts by their first names alone, nothing that opens a door.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (nullable) (transfer full): NULL where nothing of it may leave */
JsonNode *ff_listing_privacy_filter (const char *key,
                                     JsonNode   *value);

G_END_DECLS
