/* ff-recurrence.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules by which a meeting repeats (RFC 5545 RRULE), worked out in wall time; the only caller of libical's rule engine.
 */

#pragma once

#include <glib-object.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

/* The repetitions that the meeting form offers. Any other valid RRULE is FF_REPEAT_OTHER: kept, shown
 * in words as far as they go, and expanded. */
typedef enum
{
  FF_REPEAT_NEVER,
  FF_REPEAT_WEEKLY,
  FF_REPEAT_FORTNIGHTLY,
  FF_REPEAT_MONTHLY_NTH,  /* the same weekday and the same week of the month as the first date, e.g. 2TU */
  FF_REPEAT_MONTHLY_LAST, /* the last such weekday of the month */
  FF_REPEAT_MONTHLY_DAY,  /* the day of the month of the first date, in the months that have it */
  FF_REPEAT_OTHER,
} FfRepeat;

/* (nullable): NULL for FF_REPEAT_NEVER. Not for FF_REPEAT_OTHER. */
char      *ff_recurrence_build    (FfRepeat          repeat,
                                   const FfWallTime *start);
FfRepeat   ff_recurrence_classify (const char       *rule,   /* (nullable) */
                                   const FfWallTime *start);
/* Translated: "Every week on Tuesday", "Second Tuesday of the month", "Once" */
char      *ff_recurrence_describe (const char       *rule,
                                   const FfWallTime *start);
char      *ff_recurrence_describe_in_zone (const char       *rule,
                                           const FfWallTime *start,
                                           GTimeZone        *zone); /* (nullable) */
gboolean   ff_recurrence_check    (const char       *rule,
                                   GError          **error);
/* Every start that the rule gives with from <= start < until, oldest first, at most @limit of them.
 * Begins near @from instead of at the first date, so that an old series costs no more than a new one.
 * (element-type FfWallTime) (transfer full): a GArray of FfWallTime */
GArray    *ff_recurrence_expand   (const char       *rule,   /* (nullable): just the start */
                                   const FfWallTime *start,
                                   const FfWallTime *from,
                                   const FfWallTime *until,
                                   guint             limit,
                                   GError          **error);
/* The same, where an UNTIL in UTC means that instant in @zone. */
GArray    *ff_recurrence_expand_in_zone (const char       *rule,
                                         const FfWallTime *start,
                                         GTimeZone        *zone,
                                         const FfWallTime *from,
                                         const FfWallTime *until,
                                         guint             limit,
                                         GError          **error);

/* 1 Monday to 7 Sunday; translated, as within a sentence. */
const char *ff_weekday_get_name (int weekday);

G_END_DECLS
