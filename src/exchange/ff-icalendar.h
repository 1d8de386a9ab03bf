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

/* One VEVENT a series with its rule, one with RECURRENCE-ID or an EXDATE for each date that differs, and a VTIMEZONE for every zone used.
 * @groups (element-type FfGroup) gives names; @overrides (element-type FfOverride). (transfer full): the text, lines ended by CRLF */
char *ff_icalendar_write (GPtrArray  *groups,
                          GPtrArray  *meetings, /* (element-type FfMeeting) */
                          GPtrArray  *overrides,
                          GError    **error);

G_END_DECLS
