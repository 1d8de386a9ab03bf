/* ff-backups-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks through the backups of a data folder, those that nobody can read included.
 */

#pragma once

#include "ff-backup.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *backups;    /* (element-type FfBackup): latest first */
  GStrv      unreadable; /* names of files that look like backups and are not, or are damaged */
} FfBackupsReading;

void              ff_backups_reading_free   (FfBackupsReading    *reading);

/* @secret: (nullable): what the backups may be under. */
void              ff_backups_reading_async  (const char          *folder,
                                             FfSecret            *secret,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
FfBackupsReading *ff_backups_reading_finish (GAsyncResult        *result,
                                             GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBackupsReading, ff_backups_reading_free)

G_END_DECLS
