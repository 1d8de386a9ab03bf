/* ff-holidays-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One calendar of holidays: its days, and what each means for those who keep it.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-holidays.h"

G_BEGIN_DECLS

#define FF_TYPE_HOLIDAYS_PAGE (ff_holidays_page_get_type ())

G_DECLARE_FINAL_TYPE (FfHolidaysPage, ff_holidays_page, FF, HOLIDAYS_PAGE, AdwNavigationPage)

/* signal "deleted": the calendar is gone, and so should be the page */
void        ff_holidays_page_set_context  (FfHolidaysPage *self,
                                           FfContext      *context);
FfHolidays *ff_holidays_page_get_holidays (FfHolidaysPage *self); /* (nullable) (transfer none) */
/* Shows it; what is shown already stays as it is. */
void        ff_holidays_page_set_holidays (FfHolidaysPage *self,
                                           FfHolidays     *holidays);

G_END_DECLS
