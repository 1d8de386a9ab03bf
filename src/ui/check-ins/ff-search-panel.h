/* ff-search-panel.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking for words in notes and plans as they are typed, and what was found.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_SEARCH_PANEL (ff_search_panel_get_type ())

G_DECLARE_FINAL_TYPE (FfSearchPanel, ff_search_panel, FF, SEARCH_PANEL, AdwBin)

/* signals: "chosen" (const char *session, const char *participant): a result was chosen, by uids; "close" () */
GtkWidget *ff_search_panel_new       (FfContext     *context);
void       ff_search_panel_set_group (FfSearchPanel *self,
                                      FfGroup       *group); /* (nullable): all groups */
void       ff_search_panel_start     (FfSearchPanel *self);

G_END_DECLS
