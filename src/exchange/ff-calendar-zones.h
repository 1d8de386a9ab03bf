/* ff-calendar-zones.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which zones a calendar file means, and the moments that it names.
 */

#pragma once

#include "ff-calendar-file.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

typedef struct _FfCalendarZones FfCalendarZones;

typedef struct
{
  const char *name; /* IANA, of the schedule's own words */
  GTimeZone *zone;
  char *remark;     /* (nullable): a sentence, where it is not the one that is written */
} FfCalendarZone;

/* A date or a date and time as the file has it. */
typedef struct
{
  FfWallTime wall;
  gboolean is_date;           /* a whole day */
  gboolean is_utc;
  const FfCalendarZone *zone; /* (nullable): NULL where it names none */
} FfCalendarMoment;

FfCalendarZones      *ff_calendar_zones_new     (const FfCalendarFile   *file,
                                                 const char             *default_zone); /* (nullable): IANA */
void                  ff_calendar_zones_free    (FfCalendarZones        *self);
const FfCalendarZone *ff_calendar_zones_find    (FfCalendarZones        *self,
                                                 const char             *identifier);
const FfCalendarZone *ff_calendar_zones_get_default (FfCalendarZones    *self); /* of the file, or @default_zone */
gboolean              ff_calendar_zones_read    (FfCalendarZones        *self,
                                                 const FfCalendarLine   *line,
                                                 const char             *value, /* one of the line's */
                                                 FfCalendarMoment       *moment);
/* (transfer full): in UTC */
GDateTime            *ff_calendar_moment_to_instant (const FfCalendarMoment *self,
                                                 const FfCalendarZone   *floating);
FfWallTime            ff_calendar_moment_to_zone (const FfCalendarMoment *self,
                                                 const FfCalendarZone   *zone); /* the clock on the wall there */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCalendarZones, ff_calendar_zones_free)

G_END_DECLS
