/* ff-volunteer-duties.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The duties of a volunteer: those to come, and the last ones that were.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_DUTIES (ff_volunteer_duties_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerDuties, ff_volunteer_duties, FF, VOLUNTEER_DUTIES, AdwBin)

/* Reads them; those shown stay until they are there. */
void ff_volunteer_duties_show (FfVolunteerDuties *self,
                               FfContext         *context,
                               const char        *volunteer); /* uid */

G_END_DECLS
