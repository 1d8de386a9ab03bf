/* ff-backup-look.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look at what a backup holds, before it takes the place of what is there.
 */

#pragma once

#include <adwaita.h>

#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_BACKUP_LOOK (ff_backup_look_get_type ())

G_DECLARE_FINAL_TYPE (FfBackupLook, ff_backup_look, FF, BACKUP_LOOK, AdwDialog)

/* signal "restore" (const char *path, FfSecret *secret (nullable)): somebody has seen what it holds, and wants it. The dialog closes then. */
AdwDialog *ff_backup_look_new (const char *folder, /* the data folder */
                               const char *path,
                               FfStore    *store,  /* (nullable): what is there now, to compare with */
                               GDateTime  *now);

G_END_DECLS
