/* ff-icalendar.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as iCalendar (RFC 5545).
 */

#pragma once

#include "ff-group.h"
#include "ff-meeting.h"
#include "ff-override.h"

G_BEGIN_DECLS

char *ff_icalendar_write (GPtrArray  *groups,
                          GPtrArray  *meetings,
                          GPtrArray  *overrides,
                          GDateTime  *from,
                          GDateTime  *until,
                          GError    **error);

G_END_DECLS
