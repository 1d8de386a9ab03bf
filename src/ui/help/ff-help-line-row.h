/* ff-help-line-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A help line in the list where they are put in order: by its menu, by Alt and an arrow key, or dragged.
 */

#pragma once

#include <adwaita.h>

#include "ff-help-line-list.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINE_ROW (ff_help_line_row_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpLineRow, ff_help_line_row, FF, HELP_LINE_ROW, AdwActionRow)

GtkWidget *ff_help_line_row_new          (FfHelpLineList *list,
                                          FfHelpLine     *line);  /* one of @list */
guint      ff_help_line_row_get_position (FfHelpLineRow  *self);  /* in the list; G_MAXUINT where it is not there any more */

G_END_DECLS
