/* ff-backups-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The backups that there are: to copy elsewhere, and to go back to.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_BACKUPS_DIALOG (ff_backups_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfBackupsDialog, ff_backups_dialog, FF, BACKUPS_DIALOG, AdwDialog)

/* signal "restore" (const char *path, FfSecret *secret (nullable)): that backup is to take the place of what is there; the dialog is closed. */
AdwDialog *ff_backups_dialog_new     (FfContext       *context);
/* Of what is there now, as if the place had been chosen. */
void       ff_backups_dialog_copy_to (FfBackupsDialog *self,
                                      const char      *source,  /* (nullable): a backup; NULL: what is there now */
                                      const char      *target);
void       ff_backups_dialog_look_at (FfBackupsDialog *self,
                                      const char      *path);

G_END_DECLS
