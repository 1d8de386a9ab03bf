/* ff-schedule-edit.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of the schedule that is made whole or not at all, and can be taken back in one step.
 */

#pragma once

#include "ff-group.h"
#include "ff-holidays.h"
#include "ff-meeting.h"
#include "ff-override.h"
#include "ff-store.h"

G_BEGIN_DECLS

typedef struct _FfScheduleEdit FfScheduleEdit;

/* On the main thread, now and then: @done of @total steps. */
typedef void (*FfScheduleEditProgress) (guint    done,
                                        guint    total,
                                        gpointer user_data);

FfScheduleEdit *ff_schedule_edit_new             (void);
void            ff_schedule_edit_free            (FfScheduleEdit   *self);
gboolean        ff_schedule_edit_is_empty        (FfScheduleEdit   *self);
/* Objects are copied. Done in this order: holidays, groups, meetings, moved dates, overrides; then what goes. */
void            ff_schedule_edit_save_holidays   (FfScheduleEdit   *self,
                                                  FfHolidays       *holidays);
void            ff_schedule_edit_save_group      (FfScheduleEdit   *self,
                                                  FfGroup          *group);
void            ff_schedule_edit_save_meeting    (FfScheduleEdit   *self,
                                                  FfMeeting        *meeting);
/* What is different on dates from @from on, and the sessions held there, go from one meeting to the other (or the same),
 * each known from now on by a time that is @days and @minutes later. */
void            ff_schedule_edit_move_dates      (FfScheduleEdit   *self,
                                                  const char       *meeting,
                                                  const char       *to_meeting,
                                                  const FfWallTime *from,
                                                  int               days,
                                                  int               minutes);
/* The same, each to where the rule of @series, as it was before, puts it when its date at @at goes to @to. */
void            ff_schedule_edit_move_series     (FfScheduleEdit   *self,
                                                  FfMeeting        *series,
                                                  const char       *to_meeting,
                                                  const FfWallTime *from,
                                                  const FfWallTime *at,
                                                  const FfWallTime *to);
void            ff_schedule_edit_save_override   (FfScheduleEdit   *self,
                                                  FfOverride       *override);
void            ff_schedule_edit_delete_override (FfScheduleEdit   *self,
                                                  const char       *meeting,
                                                  const FfWallTime *rule_time);
void            ff_schedule_edit_delete_meeting  (FfScheduleEdit   *self,
                                                  const char       *uid);
void            ff_schedule_edit_delete_group    (FfScheduleEdit   *self,
                                                  const char       *uid);
void            ff_schedule_edit_delete_holidays (FfScheduleEdit   *self,
                                                  const char       *uid);

/* @self: (transfer full). Cancelled before COMMIT: nothing of it is done, G_IO_ERROR_CANCELLED. */
void            ff_schedule_edit_apply_async     (FfScheduleEdit   *self,
                                                  FfStore          *store,
                                                  GCancellable     *cancellable,
                                                  FfScheduleEditProgress progress,      /* (nullable) */
                                                  gpointer          progress_data,
                                                  GAsyncReadyCallback callback,
                                                  gpointer          user_data);
/* The step, by which it can be taken back; 0 with an error. */
guint64         ff_schedule_edit_apply_finish    (FfStore          *store,
                                                  GAsyncResult     *result,
                                                  GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfScheduleEdit, ff_schedule_edit_free)

G_END_DECLS
