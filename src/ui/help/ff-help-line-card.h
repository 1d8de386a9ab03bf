/* ff-help-line-card.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A help line as it is shown when somebody needs it: large, and to be copied.
 */

#pragma once

#include <adwaita.h>

#include "ff-help-line.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINE_CARD (ff_help_line_card_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpLineCard, ff_help_line_card, FF, HELP_LINE_CARD, AdwBin)

/* property "help-line" */
GtkWidget *ff_help_line_card_new (FfHelpLine *line);

G_END_DECLS
