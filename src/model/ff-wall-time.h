/* ff-wall-time.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date and time as a clock on the wall shows it, and the one place where it becomes an instant.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_WALL_TIME (ff_wall_time_get_type ())

typedef struct
{
  gint16 year;   /* 1900 to 2200 */
  guint8 month;  /* 1 to 12 */
  guint8 day;    /* 1 to 31 */
  guint8 hour;   /* 0 to 23 */
  guint8 minute; /* 0 to 59 */
} FfWallTime;

GType       ff_wall_time_get_type       (void) G_GNUC_CONST;
FfWallTime *ff_wall_time_copy           (const FfWallTime *time);
void        ff_wall_time_free           (FfWallTime       *time);

gboolean    ff_wall_time_is_valid       (const FfWallTime *time);
/* "2026-11-24T19:00", the form in the database and on the command line */
gboolean    ff_wall_time_parse          (const char       *text,
                                         FfWallTime       *time,
                                         GError          **error);
/* "2026-11-24", at midnight */
gboolean    ff_wall_time_parse_date     (const char       *text,
                                         FfWallTime       *time);
char       *ff_wall_time_to_string      (const FfWallTime *time);

int         ff_wall_time_compare        (const FfWallTime *a,
                                         const FfWallTime *b);
int         ff_wall_time_get_julian     (const FfWallTime *time); /* days since the beginning of year 1; to count days by */
FfWallTime  ff_wall_time_add_days       (const FfWallTime *time,
                                         int               days);
int         ff_wall_time_get_weekday    (const FfWallTime *time); /* 1 Monday to 7 Sunday */

/* The daylight-saving policy: an hour that the clocks skip moves forward by the gap, one that they
 * repeat means the first. */
GDateTime  *ff_wall_time_to_instant     (const FfWallTime *time,
                                         GTimeZone        *zone);
/* What the clock on the wall shows when it is @time in UTC. */
FfWallTime  ff_wall_time_from_utc       (const FfWallTime *time,
                                         GTimeZone        *zone);
FfWallTime  ff_wall_time_from_date_time (GDateTime        *date_time);

GTimeZone  *ff_time_zone_find           (const char       *identifier,
                                         GError          **error);
char       *ff_time_zone_get_local      (void); /* the IANA name of this computer's zone, "UTC" if unknown */
GStrv       ff_time_zone_list           (void); /* all IANA names, for choosing one; sorted */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfWallTime, ff_wall_time_free)

G_END_DECLS
