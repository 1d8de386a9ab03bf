/* ff-help-lines-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a group’s help lines are added, put in order and removed.
 */

#pragma once

#include <adwaita.h>

#include "ff-help-line-list.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINES_PAGE (ff_help_lines_page_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpLinesPage, ff_help_lines_page, FF, HELP_LINES_PAGE, AdwNavigationPage)

/* signal "edit" (guint position): a line is to be changed, or added where @position is G_MAXUINT */
void ff_help_lines_page_set_list (FfHelpLinesPage *self,
                                  FfHelpLineList  *list);

G_END_DECLS
