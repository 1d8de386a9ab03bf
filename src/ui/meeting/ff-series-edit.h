/* ff-series-edit.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change of a meeting's dates as an edit of the schedule, for the dates that it is meant for.
 */

#pragma once

#include "ff-occurrence.h"
#include "ff-schedule-edit.h"
#include "ff-scope.h"

G_BEGIN_DECLS

/* The meeting as it is from that date on, for a form to begin with: under a new key where dates come before it. */
FfMeeting *ff_series_edit_open         (FfMeeting         *meeting,
                                        const FfWallTime  *at,
                                        GError           **error);
/* Whether @changed differs from what was opened in when or where people meet, so that it has to be asked which dates are meant. */
gboolean   ff_series_edit_asks         (FfMeeting         *opened,
                                        FfMeeting         *changed);
/* Whether all of that can be said of one date alone. */
gboolean   ff_series_edit_fits_one     (FfMeeting         *opened,
                                        FfMeeting         *changed);
/* Adds what makes the meeting be as @changed says, which ff_series_edit_open() gave and a form changed. FALSE with an error. */
gboolean   ff_series_edit_save         (FfScheduleEdit    *edit,
                                        FfMeeting         *meeting,
                                        const FfWallTime  *at,
                                        FfOverride        *override, /* (nullable): of that date, as it is */
                                        FfMeeting         *changed,
                                        FfScope            scope,
                                        GError           **error);
/* Adds what brings that date to @new_start, in the meeting's zone. FALSE with an error. */
gboolean   ff_series_edit_move         (FfScheduleEdit    *edit,
                                        FfMeeting         *meeting,
                                        const FfWallTime  *at,
                                        FfOverride        *override, /* (nullable) */
                                        const FfWallTime  *new_start,
                                        FfScope            scope,
                                        GError           **error);
/* Saves it, or takes it away where nothing differs that day. */
void       ff_series_edit_add_override (FfScheduleEdit    *edit,
                                        FfOverride        *override);

G_END_DECLS
