/* ff-format.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and lengths in words, the same everywhere.
 */

#pragma once

#include <glib.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

/* All translated, in the locale's 12 or 24 hours, (transfer full). @date's own zone counts; @now says what is today. */
char *ff_format_day      (GDateTime        *date,     /* "Today", "Tonight", "Tomorrow", "Yesterday", else as ff_format_date() */
                          GDateTime        *now);
char *ff_format_date     (GDateTime        *date,     /* "Tuesday 1 December", with the year where it is not @now's */
                          GDateTime        *now);
char *ff_format_date_short (GDateTime      *date,     /* "Tue 1 Dec", with the year where it is not @now's */
                          GDateTime        *now);
char *ff_format_time     (GDateTime        *date);    /* "19:00" or "7:00 pm" */
char *ff_format_time_and_zone (GDateTime   *date,     /* the same, or "19:00 Toronto time" where its clock differs from @now's */
                          GDateTime        *now);
char *ff_format_when     (GDateTime        *date,     /* "Tonight at 19:00", "Tomorrow at 10:00", "Tuesday 1 December, 19:00"; with */
                          GDateTime        *now);     /* the zone where its clock differs from @now's: "…, 19:00 Toronto time" */
char *ff_format_range    (GDateTime        *start,    /* "19:00–20:30", with the zone as above */
                          GDateTime        *end,
                          GDateTime        *now);
char *ff_format_minutes  (guint             minutes); /* "90 minutes" */

/* "Seven-day plan" of "seven-day plan": a programme's word where it begins a line */
char *ff_format_capitalized (const char    *words);

/* A wall time as a GDateTime of the same figures in UTC, only to be put into words. */
GDateTime *ff_format_from_wall_time (const FfWallTime *time);
/* What people type for a time of day: "19:00", "7pm", "7.30 pm", "1900", "7". FALSE where it is none. */
gboolean   ff_format_parse_time     (const char       *text,
                                     guint            *hour,
                                     guint            *minute);

G_END_DECLS
