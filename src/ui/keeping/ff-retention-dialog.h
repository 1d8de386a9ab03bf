/* ff-retention-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removes old notes for good, once it is seen what goes and what stays.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_RETENTION_DIALOG (ff_retention_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfRetentionDialog, ff_retention_dialog, FF, RETENTION_DIALOG, AdwDialog)

AdwDialog *ff_retention_dialog_new (FfContext *context);

G_END_DECLS
