/* ff-hours-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one volunteer gave in a year, where more can be noted and they can be thanked.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-hours-person.h"

G_BEGIN_DECLS

#define FF_TYPE_HOURS_PAGE (ff_hours_page_get_type ())

G_DECLARE_FINAL_TYPE (FfHoursPage, ff_hours_page, FF, HOURS_PAGE, AdwNavigationPage)

/* Somebody's year. What is being typed stays where it is the same person's and year's as before. */
void        ff_hours_page_show     (FfHoursPage   *self,
                                    FfContext     *context,
                                    FfHoursPerson *person,
                                    int            year);
const char *ff_hours_page_get_shown (FfHoursPage  *self); /* (nullable): uid of the volunteer */
/* Lets go of all that it shows. */
void        ff_hours_page_clear    (FfHoursPage   *self);

G_END_DECLS
