/* ff-daily-backup.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup for each day on which the program is open.
 */

#pragma once

#include "ff-clock.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_DAILY_BACKUP (ff_daily_backup_get_type ())

G_DECLARE_FINAL_TYPE (FfDailyBackup, ff_daily_backup, FF, DAILY_BACKUP, GObject)

/* signal "failed" (const char *message): the day's backup could not be made; a sentence that says why and what to do */
FfDailyBackup *ff_daily_backup_new (FfStore *store,
                                    FfClock *clock);

G_END_DECLS
