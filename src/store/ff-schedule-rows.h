/* ff-schedule-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole schedule on whatever connection and thread is at hand.
 */

#pragma once

#include "ff-connection.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

/* Within a transaction, so that no write of another thread comes between two of the lists. @group: (nullable): only its
 * meetings. (transfer full) */
FfSchedule *ff_schedule_rows_read (FfConnection  *connection,
                                   const char    *group,
                                   GError       **error);

G_END_DECLS
