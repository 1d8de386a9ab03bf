/* ff-import-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes a file of meetings in: what it would do is shown before it is done.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_IMPORT_DIALOG (ff_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfImportDialog, ff_import_dialog, FF, IMPORT_DIALOG, AdwDialog)

/* Reads @path at once. @group: (nullable): name of the group that meetings without one go to at first. */
AdwDialog *ff_import_dialog_new    (FfContext  *context,
                                    const char *path,
                                    const char *group);
/* Presents it, or says why not. */
void       ff_import_dialog_open   (GtkWidget  *parent,
                                    FfContext  *context,
                                    const char *group,
                                    GFile      *file);
/* Asks for a file first. */
void       ff_import_dialog_choose (GtkWidget  *parent,
                                    FfContext  *context,
                                    const char *group);

G_END_DECLS
