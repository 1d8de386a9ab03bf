/* ff-export-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the schedule for calendars and meeting finders.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_EXPORT_DIALOG (ff_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfExportDialog, ff_export_dialog, FF, EXPORT_DIALOG, AdwDialog)

/* @group: (nullable): uid of the group that is chosen at first */
AdwDialog *ff_export_dialog_new  (FfContext      *context,
                                  const char     *group);
/* As chosen in the dialog, into a file that is known. */
void       ff_export_dialog_save (FfExportDialog *self,
                                  const char     *path);

G_END_DECLS
