/* ff-help-line-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One help line: who answers, where they are reached, when and for whom.
 */

#pragma once

#include <adwaita.h>

#include "ff-help-line-list.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINE_PAGE (ff_help_line_page_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpLinePage, ff_help_line_page, FF, HELP_LINE_PAGE, AdwNavigationPage)

/* property "form" (FfHelpLineForm, read-only) */
void ff_help_line_page_edit (FfHelpLinePage *self,
                             FfHelpLineList *list,
                             guint           position); /* beyond the last = a new one */

G_END_DECLS
