/* ff-roster-duplicates-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers who may be one person twice, to be merged by choice.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_ROSTER_DUPLICATES_DIALOG (ff_roster_duplicates_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfRosterDuplicatesDialog, ff_roster_duplicates_dialog, FF, ROSTER_DUPLICATES_DIALOG, AdwDialog)

AdwDialog *ff_roster_duplicates_dialog_new (FfContext *context);
void       ff_roster_duplicates_present    (GtkWidget *parent,
                                            FfContext *context);

G_END_DECLS
