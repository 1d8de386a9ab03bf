/* ff-unusable.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for meetings whose dates cannot be worked out.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

char *ff_unusable_describe (FfSchedule *schedule,
                            GPtrArray  *meetings);

G_END_DECLS
