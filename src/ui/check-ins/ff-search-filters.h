/* ff-search-filters.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What narrows a search of the notes down: dates, notes or plans, a point of the programme, one person.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-search.h"

G_BEGIN_DECLS

#define FF_TYPE_SEARCH_FILTERS (ff_search_filters_get_type ())

G_DECLARE_FINAL_TYPE (FfSearchFilters, ff_search_filters, FF, SEARCH_FILTERS, AdwBin)

/* signals: "changed" (); "person-chosen" (): and nothing more is to be done here */
void       ff_search_filters_set_context (FfSearchFilters *self,
                                          FfContext       *context);
void       ff_search_filters_set_group   (FfSearchFilters *self,
                                          FfGroup         *group);       /* (nullable): all groups */
void       ff_search_filters_set_person  (FfSearchFilters *self,
                                          const char      *participant,  /* (nullable): uid */
                                          const char      *alias);
void       ff_search_filters_fill        (FfSearchFilters *self,
                                          FfSearchQuery   *query);
gboolean   ff_search_filters_any         (FfSearchFilters *self);
void       ff_search_filters_reset       (FfSearchFilters *self);
/* A button for each that is set, which takes it off. (element-type GtkWidget) (transfer container) */
GPtrArray *ff_search_filters_make_chips  (FfSearchFilters *self);

G_END_DECLS
