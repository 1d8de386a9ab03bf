/* ff-sample-roster.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The volunteers of a sample, and the groups that they serve.
 */

#pragma once

#include "ff-roster.h"
#include "ff-sample-private.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

/* Who serves where. */
typedef struct
{
  GPtrArray  *volunteers; /* (element-type FfVolunteer) */
  FfSchedule *schedule;
  GRand      *random;     /* so that the rest of a sample stays the same whatever this is */
} FfSampleRoster;

/* So many volunteers for the sample's first @groups, with what roles require, what groups need, and their duties of @weeks before
 * and half as many to come. */
gboolean ff_sampling_add_roster (FfSampling     *self,
                                 guint           volunteers,
                                 guint           groups,
                                 guint           weeks,
                                 guint32         seed,
                                 GError        **error);
gboolean ff_sampling_add_duties (FfSampling     *self,
                                 FfSampleRoster *roster,
                                 guint           weeks,
                                 GError        **error);

G_END_DECLS
