/* ff-import-merge.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of a file and what is stored make together; for ff-import-plan.c.
 */

#pragma once

#include "ff-import.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

/* With the key of @before, where there is one; its group and source are still to be set. */
FfMeeting *ff_import_merge_meeting      (FfMeeting  *said,
                                         FfMeeting  *before,   /* (nullable) */
                                         FfFormat    format,
                                         FfSchedule *schedule);
/* Those that make a difference, with @meeting's key. (element-type FfOverride) (transfer full) (nullable) */
GPtrArray *ff_import_merge_overrides    (GPtrArray  *said,     /* (nullable) */
                                         FfMeeting  *meeting,
                                         FfSchedule *schedule);
/* Stored ones of which the file no longer speaks. (element-type FfOverride) (transfer full) (nullable) */
GPtrArray *ff_import_merge_list_dropped (GPtrArray  *said,     /* (nullable) */
                                         FfMeeting  *before,
                                         FfSchedule *schedule);
/* Which things become different: "time, place", translated; NULL for none. (transfer full) (nullable) */
char      *ff_import_merge_describe     (FfMeeting  *before,
                                         FfMeeting  *after,
                                         GPtrArray  *overrides,
                                         GPtrArray  *dropped);

G_END_DECLS
