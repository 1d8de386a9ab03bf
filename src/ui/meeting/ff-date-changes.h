/* ff-date-changes.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to a meeting or to one of its dates, each told by a toast and taken back by its Undo.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-context.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

void ff_date_cancel    (GtkWidget        *widget,
                        FfStore          *store,
                        FfOccurrence     *occurrence,
                        const char       *note);
/* Also holds a date in a pause or on a holiday. */
void ff_date_restore   (GtkWidget        *widget,
                        FfStore          *store,
                        FfOccurrence     *occurrence,
                        const char       *note);
void ff_date_set_note  (GtkWidget        *widget,
                        FfStore          *store,
                        FfOccurrence     *occurrence,
                        const char       *note);
/* @place, @link: NULL = as the series */
void ff_date_relocate  (GtkWidget        *widget,
                        FfStore          *store,
                        FfOccurrence     *occurrence,
                        const char       *place,
                        const char       *link,
                        const char       *note);
/* Asks which dates are meant, and warns where the room or link is taken then in @schedule (nullable: nobody looks); @new_start is
 * in the meeting's zone. */
void ff_date_move      (GtkWidget        *widget,
                        FfContext        *context,
                        FfOccurrence     *occurrence,
                        const FfWallTime *new_start,
                        const char       *note,
                        FfSchedule       *schedule);
void ff_meeting_delete (GtkWidget        *widget,
                        FfStore          *store,
                        FfMeeting        *meeting);

G_END_DECLS
