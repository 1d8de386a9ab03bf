/* ff-week-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the blocks of a week and the lines of a month say.
 */

#pragma once

#include "ff-occurrence.h"

G_BEGIN_DECLS

/* All (transfer full); @zone is the one that times are shown in, NULL each meeting's own. */
char       *ff_week_words_time     (FfOccurrence     *occurrence,
                                    GTimeZone        *zone);       /* "19:00", "19:00 Toronto time" */
char       *ff_week_words_standing (FfOccurrence     *occurrence); /* (nullable): "Paused: summer"; it is held */
char       *ff_week_words_detail   (FfOccurrence     *occurrence); /* "Cancelled · Community Hall" */
char       *ff_week_words_label    (FfOccurrence     *occurrence,
                                    const char       *title,
                                    GTimeZone        *zone);
char       *ff_week_words_day      (const FfWallTime *day);        /* "Tuesday 24 November" */
char       *ff_week_words_moment   (const FfWallTime *moment);     /* "Tuesday 24 November, 19:00" */
char       *ff_week_words_hour     (guint             minute);     /* "19:00" */
char       *ff_week_words_count    (guint             count);      /* "12 meetings" */

G_END_DECLS
