/* ff-schedule-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule on its way onto paper: which meetings and how, laid out and written in threads.
 */

#pragma once

#include <gio/gio.h>

#include "ff-schedule-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_SCHEDULE_PAPER (ff_schedule_paper_get_type ())

G_DECLARE_FINAL_TYPE (FfSchedulePaper, ff_schedule_paper, FF, SCHEDULE_PAPER, GObject)

/* Never changes. @chosen: which meetings, see ff_schedule_choose(); NULL: all. */
FfSchedulePaper *ff_schedule_paper_new          (FfSchedule            *schedule,
                                                 const guint8          *chosen,
                                                 const FfScheduleStyle *style);
void             ff_schedule_paper_make_async   (FfSchedulePaper       *self,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
FfSheet         *ff_schedule_paper_make_finish  (FfSchedulePaper       *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);
void             ff_schedule_paper_write_async  (FfSchedulePaper       *self,
                                                 const char            *path,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
gboolean         ff_schedule_paper_write_finish (FfSchedulePaper       *self,
                                                 GAsyncResult          *result,
                                                 GError               **error);

G_END_DECLS
