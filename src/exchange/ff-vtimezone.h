/* ff-vtimezone.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time zone as iCalendar describes it, made from the same source as every hour in the app.
 */

#pragma once

#include <libical/ical.h>

#include "ff-calendar-file.h"

G_BEGIN_DECLS

icalcomponent *ff_vtimezone_build (GTimeZone  *zone,
                                   const char *identifier,
                                   int         first_year);
/* The same as text, added to @file. */
void           ff_vtimezone_write (GString    *file,
                                   const char *identifier,
                                   int         first_year);
char          *ff_vtimezone_match (const FfCalendarPart *part,       /* (transfer full) (nullable): IANA */
                                   const char           *preferred); /* (nullable) */

G_END_DECLS
