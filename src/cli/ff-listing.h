/* ff-listing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a listing, for a person or for a script.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void ff_listing_print (JsonObject *row,
                       gboolean    json);

G_END_DECLS
