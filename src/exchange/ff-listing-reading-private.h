/* ff-listing-reading-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days, times and zone of one row of a listing; private to ff-listing-reading*.c.
 */

#pragma once

#include "ff-listing-fields.h"
#include "ff-listing-reading.h"

G_BEGIN_DECLS

/* How many letters there is room for. */
#define FF_LISTING_MAX_NAME 200

void     ff_listing_reading_take_zone (FfListingReading *self,
                                       FfListingFields  *fields,
                                       FfMeeting        *meeting);
gboolean ff_listing_reading_take_when (FfListingFields  *fields,
                                       FfMeeting        *meeting);

G_END_DECLS
