/* ff-sample.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up data, to look around in and to measure with.
 */

#pragma once

#include "ff-store.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SAMPLE_FACILITATOR, /* 2 groups, 30 participants, 10 years of weekly notes, 5 volunteers */
  FF_SAMPLE_COORDINATOR, /* 500 meetings in 300 groups of all programmes; recent notes in a few of them; 60 volunteers in 40 groups */
  FF_SAMPLE_COUNTRY,     /* 10,000 meetings in 6,000 groups, with notes as of a coordinator; 5,000 volunteers */
} FfSampleSize;

/* Same @seed and @now, same data. Refuses (FF_STORE_ERROR_REFUSED) where there is a group already. Groups are marked as sample; last
 * week's plans wait to be reviewed at a meeting later on the day of @now or soon after. */
void ff_sample_fill_async   (FfStore             *store,
                             FfSampleSize         size,
                             guint32              seed,
                             GDateTime           *now,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
/* Takes every sample group out again. */
void ff_sample_remove_async (FfStore             *store,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);

G_END_DECLS
