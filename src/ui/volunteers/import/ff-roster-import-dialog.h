/* ff-roster-import-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what a file of volunteers leaves open, shows what it would do, and does it.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_ROSTER_IMPORT_DIALOG (ff_roster_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfRosterImportDialog, ff_roster_import_dialog, FF, ROSTER_IMPORT_DIALOG, AdwDialog)

AdwDialog *ff_roster_import_dialog_new (FfContext  *context,
                                        const char *path);
/* @file: (nullable): asks for one */
void       ff_roster_import_present    (GtkWidget  *parent,
                                        FfContext  *context,
                                        GFile      *file);

G_END_DECLS
