/* ff-search-results.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a search found, latest first, read a page at a time and kept up to date.
 */

#pragma once

#include <gio/gio.h>

#include "ff-search.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SEARCH_RESULTS_IDLE,    /* nothing is asked for */
  FF_SEARCH_RESULTS_BUSY,    /* what was found before is still shown */
  FF_SEARCH_RESULTS_FOUND,
  FF_SEARCH_RESULTS_NOTHING,
  FF_SEARCH_RESULTS_TROUBLE,
} FfSearchResultsState;

#define FF_TYPE_SEARCH_HIT (ff_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (FfSearchHit, ff_search_hit, FF, SEARCH_HIT, GObject)

const FfSearchResult *ff_search_hit_get_result (FfSearchHit *self);

#define FF_TYPE_SEARCH_RESULTS (ff_search_results_get_type ())

G_DECLARE_FINAL_TYPE (FfSearchResults, ff_search_results, FF, SEARCH_RESULTS, GObject)

/* signal "changed" (): the state, the count or the query are others */
FfSearchResults      *ff_search_results_new         (FfStore             *store);
void                  ff_search_results_ask         (FfSearchResults     *self,
                                                     const FfSearchQuery *query);
void                  ff_search_results_ask_again   (FfSearchResults     *self);
void                  ff_search_results_load_more   (FfSearchResults     *self);
GListModel           *ff_search_results_get_model   (FfSearchResults     *self); /* of FfSearchHit */
const FfSearchQuery  *ff_search_results_get_query   (FfSearchResults     *self);
FfSearchResultsState  ff_search_results_get_state   (FfSearchResults     *self);
guint                 ff_search_results_get_count   (FfSearchResults     *self); /* as ff_search_finish() counts */
const char           *ff_search_results_get_trouble (FfSearchResults     *self); /* (nullable) */

G_END_DECLS
