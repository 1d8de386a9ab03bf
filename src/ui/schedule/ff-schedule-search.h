/* ff-schedule-search.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar in which people type, or choose, what meetings they look for.
 */

#pragma once

#include <adwaita.h>

#include "ff-timetable.h"

G_BEGIN_DECLS

#define FF_TYPE_SCHEDULE_SEARCH (ff_schedule_search_get_type ())

G_DECLARE_FINAL_TYPE (FfScheduleSearch, ff_schedule_search, FF, SCHEDULE_SEARCH, AdwBin)

/* Property "active": whether the bar is shown. Signal "searched": something else was typed. */
void        ff_schedule_search_set_timetable (FfScheduleSearch *self,
                                              FfTimetable      *timetable,
                                              GtkWidget        *keys); /* where typing starts a search */
void        ff_schedule_search_set_text      (FfScheduleSearch *self,
                                              const char       *text);
const char *ff_schedule_search_get_text      (FfScheduleSearch *self);

G_END_DECLS
