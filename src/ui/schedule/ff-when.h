/* ff-when.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and times of meetings in words, in this computer's zone.
 */

#pragma once

#include "ff-group.h"
#include "ff-occurrence.h"

G_BEGIN_DECLS

char *ff_when_day           (GDateTime    *time,
                             GDateTime    *now);
char *ff_when_week          (GDateTime    *time,
                             GDateTime    *now);
char *ff_when_describe      (FfOccurrence *occurrence,
                             GDateTime    *now);
char *ff_when_distance      (FfOccurrence *occurrence,
                             GDateTime    *now);
char *ff_when_zone          (FfOccurrence *occurrence);
char *ff_when_where         (FfOccurrence *occurrence);
char *ff_when_label         (FfOccurrence *occurrence,
                             FfGroup      *group);
const char *ff_when_title   (FfOccurrence *occurrence,
                             FfGroup      *group);

G_END_DECLS
