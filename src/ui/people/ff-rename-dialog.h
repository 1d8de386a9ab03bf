/* ff-rename-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives a person another name; where somebody goes by it already, the two may be one.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-participant.h"

G_BEGIN_DECLS

#define FF_TYPE_RENAME_DIALOG (ff_rename_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfRenameDialog, ff_rename_dialog, FF, RENAME_DIALOG, AdwDialog)

/* The person is to become one with another of that name. */
typedef void (*FfRenameMerge) (GObject    *asker,
                               const char *other); /* uid */

void ff_rename_dialog_present (GtkWidget     *parent,
                               FfContext     *context,
                               FfParticipant *participant,
                               FfRenameMerge  merge,
                               GObject       *asker);

G_END_DECLS
