/* ff-roster-apart-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs of volunteers who were said not to be the same, each to be asked about again.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_ROSTER_APART_PAGE (ff_roster_apart_page_get_type ())

G_DECLARE_FINAL_TYPE (FfRosterApartPage, ff_roster_apart_page, FF, ROSTER_APART_PAGE, AdwNavigationPage)

/* Its rows do “roster-duplicates.ask-again” with the uids of two. @pairs: (element-type FfRosterPair) */
void ff_roster_apart_page_show (FfRosterApartPage *self,
                                GPtrArray         *pairs);

G_END_DECLS
