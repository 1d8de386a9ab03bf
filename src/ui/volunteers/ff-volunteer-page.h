/* ff-volunteer-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of a volunteer, and what can be done with it.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_PAGE (ff_volunteer_page_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerPage, ff_volunteer_page, FF, VOLUNTEER_PAGE, AdwNavigationPage)

/* signal "gone" (const char *instead): they are not there any more; @instead (nullable): whose all of it became */
AdwNavigationPage *ff_volunteer_page_new           (FfContext       *context,
                                                    const char      *volunteer); /* uid */
const char        *ff_volunteer_page_get_volunteer (FfVolunteerPage *self);

G_END_DECLS
