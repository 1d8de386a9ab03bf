/* ff-merge-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two names of one person become one.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_MERGE_DIALOG (ff_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfMergeDialog, ff_merge_dialog, FF, MERGE_DIALOG, AdwDialog)

/* All is @kept's now, by uid. */
typedef void (*FfMerged) (GObject    *asker,
                          const char *kept);

void ff_merge_dialog_present (GtkWidget  *parent,
                              FfContext  *context,
                              FfGroup    *group,
                              const char *participant, /* uid */
                              const char *other,       /* uid; (nullable): to be chosen */
                              FfMerged    merged,
                              GObject    *asker);

G_END_DECLS
