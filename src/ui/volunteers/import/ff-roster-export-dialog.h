/* ff-roster-export-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes volunteers into a file, having said what of them leaves.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_ROSTER_EXPORT_DIALOG (ff_roster_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfRosterExportDialog, ff_roster_export_dialog, FF, ROSTER_EXPORT_DIALOG, AdwDialog)

AdwDialog *ff_roster_export_dialog_new  (FfContext            *context);
void       ff_roster_export_dialog_save (FfRosterExportDialog *self,
                                         const char           *path);
void       ff_roster_export_present     (GtkWidget            *parent,
                                         FfContext            *context);

G_END_DECLS
