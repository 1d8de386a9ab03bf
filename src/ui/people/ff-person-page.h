/* ff-person-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person as the group knows them: the plan that counts now, and what they brought over time.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_PAGE (ff_person_page_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonPage, ff_person_page, FF, PERSON_PAGE, AdwNavigationPage)

/* signal "session-chosen" (const char *session): one of their sessions is to be opened, by uid
 * signal "gone" (const char *instead): there is no such person any more; their notes are another's now (nullable), by uid */
AdwNavigationPage *ff_person_page_new             (FfContext    *context,
                                                   const char   *participant); /* uid */
const char        *ff_person_page_get_participant (FfPersonPage *self);

G_END_DECLS
