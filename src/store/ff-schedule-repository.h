/* ff-schedule-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole schedule as it is in the store at one moment.
 */

#pragma once

#include "ff-schedule.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* @group: (nullable): only its meetings; all groups and holidays are there in any case. (transfer full) */
FfSchedule *ff_schedule_repository_read          (FfStore             *store,
                                                  const char          *group,
                                                  GError             **error);
/* On the reader's thread. */
void        ff_schedule_repository_read_async    (FfStore             *store,
                                                  const char          *group,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
FfSchedule *ff_schedule_repository_read_finish   (FfStore             *store,
                                                  GAsyncResult        *result,
                                                  GError             **error);
/* Calendars of holidays by name. (element-type FfHolidays) (transfer full) */
GPtrArray  *ff_schedule_repository_list_holidays (FfStore             *store,
                                                  GError             **error);

G_END_DECLS
