/* ff-help-lines-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where to turn now: a group’s help lines, large enough to be read out, and what changes and prints them.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINES_DIALOG (ff_help_lines_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpLinesDialog, ff_help_lines_dialog, FF, HELP_LINES_DIALOG, AdwDialog)

AdwDialog *ff_help_lines_dialog_new (FfContext  *context,
                                     const char *group); /* (nullable): its uid; NULL = any may be chosen in the dialog */

G_END_DECLS
