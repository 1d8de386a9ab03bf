/* ff-schedule-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule on its way onto paper: which meetings, and how.
 */

#pragma once

#include "ff-paper-job.h"
#include "ff-schedule-sheet.h"

G_BEGIN_DECLS

/* @chosen: which meetings, see ff_schedule_choose(); NULL: all. */
FfPaperJob *ff_schedule_paper_new (FfSchedule            *schedule,
                                   const guint8          *chosen,
                                   const FfScheduleStyle *style);

G_END_DECLS
