/* ff-series.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing a series from one date on, and moving it to another day or hour.
 */

#pragma once

#include "ff-meeting.h"

G_BEGIN_DECLS

/* @before: the series with its last date before @at (its key stays); @after: the rest, under a new key, that starts at @at.
 * A COUNT is shared out; an UNTIL stays with the rest. Before NULL where nothing comes before @at: then @after keeps the key. */
gboolean   ff_series_split (FfMeeting         *meeting,
                            const FfWallTime  *at,     /* a start that the rule gives */
                            FfMeeting        **before, /* (out) (transfer full) (nullable) */
                            FfMeeting        **after,  /* (out) (transfer full) */
                            GError           **error);
/* Moves all dates so that the one at @from is at @to: the rule's weekdays or days of the month go with it. */
gboolean   ff_series_move  (FfMeeting         *meeting, /* changed */
                            const FfWallTime  *from,
                            const FfWallTime  *to,
                            GError           **error); /* a rule that does not say how */
/* Where another date goes then. FALSE where it does not take place any more. */
gboolean   ff_series_move_date (FfMeeting         *meeting, /* as it was before */
                                const FfWallTime  *from,
                                const FfWallTime  *to,
                                FfWallTime        *time);   /* (inout) */

G_END_DECLS
