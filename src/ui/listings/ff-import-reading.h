/* ff-import-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file being read, and what taking it in would do; all of it away from the main thread.
 */

#pragma once

#include "ff-import-plan.h"
#include "ff-schedule-edit.h"
#include "ff-store.h"

G_BEGIN_DECLS

typedef struct
{
  FfImport *import;
  FfSchedule *schedule;
  FfImportPlan *plan;
  GPtrArray *items; /* (element-type FfImportItem) */
} FfImportReading;

void             ff_import_reading_free             (FfImportReading        *self);
/* @permille: how far it is, of 1000, set with g_atomic_int_set(); has to stay until the callback. */
void             ff_import_reading_read_async       (FfStore                *store,
                                                     const char             *path,
                                                     const FfImportDefaults *defaults,
                                                     int                    *permille,
                                                     GCancellable           *cancellable,
                                                     GAsyncReadyCallback     callback,
                                                     gpointer                user_data);
FfImportReading *ff_import_reading_read_finish      (FfStore                *store,
                                                     GAsyncResult           *result,
                                                     GError                **error);
/* @self has to stay until the callback. */
void             ff_import_reading_make_edit_async  (FfImportReading        *self,
                                                     FfStore                *store,
                                                     gboolean                remove_gone,
                                                     GAsyncReadyCallback     callback,
                                                     gpointer                user_data);
FfScheduleEdit  *ff_import_reading_make_edit_finish (FfStore                *store,
                                                     GAsyncResult           *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImportReading, ff_import_reading_free)

G_END_DECLS
