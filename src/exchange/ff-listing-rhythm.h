/* ff-listing-rhythm.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a meeting is held, as far as a list of weekly meetings can say it.
 */

#pragma once

#include "ff-export.h"

G_BEGIN_DECLS

typedef struct
{
  guint days; /* FF_LISTING_DAY_BIT() of each; 0 = by appointment */
  char *note; /* (nullable): how often, where it is not every week */
} FfListingRhythm;

/* FALSE, with a remark, where it has no place in such a list. @today: by UTC. */
gboolean ff_listing_rhythm_find (FfListingRhythm  *self,
                                 FfSchedule       *schedule,
                                 FfMeeting        *meeting,
                                 const FfWallTime *today,
                                 GPtrArray        *remarks);

G_END_DECLS
