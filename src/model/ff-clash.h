/* ff-clash.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two meetings in the same room, or on the same link, at the same time.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  FfOccurrence *mine;
  FfOccurrence *other;
  gboolean same_link; /* else the same room */
} FfClash;

void       ff_clash_free  (FfClash      *clash);
/* Where @meeting, as it is (it need not be in @schedule; one with its uid is passed over), meets another within @days from @from.
 * The first clash with each other meeting, soonest first. (element-type FfClash) (transfer full) */
GPtrArray *ff_clash_find  (FfMeeting    *meeting,
                           FfSchedule   *schedule,
                           GDateTime    *from,
                           int           days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfClash, ff_clash_free)

G_END_DECLS
