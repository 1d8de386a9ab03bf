/* ff-search-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One result of a search: whose words, when, and the words themselves.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-context.h"
#include "ff-search.h"

G_BEGIN_DECLS

#define FF_TYPE_SEARCH_ROW (ff_search_row_get_type ())

G_DECLARE_FINAL_TYPE (FfSearchRow, ff_search_row, FF, SEARCH_ROW, GtkBox)

GtkWidget *ff_search_row_new  (void);
/* (transfer full): what it says, for those who do not see it */
char      *ff_search_row_show (FfSearchRow          *self,
                               FfContext            *context,
                               const FfSearchResult *result,
                               gboolean              with_group);

G_END_DECLS
