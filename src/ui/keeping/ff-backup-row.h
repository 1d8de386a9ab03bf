/* ff-backup-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup in a list: when it was made, what it holds, and what can be done with it.
 */

#pragma once

#include <adwaita.h>

#include "ff-backup.h"

G_BEGIN_DECLS

#define FF_TYPE_BACKUP_ROW (ff_backup_row_get_type ())

G_DECLARE_FINAL_TYPE (FfBackupRow, ff_backup_row, FF, BACKUP_ROW, AdwActionRow)

/* signals "copy" and "restore": somebody wants that. */
GtkWidget  *ff_backup_row_new      (const FfBackup *backup,
                                    GDateTime      *now,
                                    gboolean        may_copy);
const char *ff_backup_row_get_path (FfBackupRow    *self);

G_END_DECLS
