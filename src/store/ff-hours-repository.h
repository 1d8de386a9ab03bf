/* ff-hours-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What volunteers gave in a stretch of time: duties held, and hours beyond them.
 */

#pragma once

#include "ff-hours-entry.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_HOURS (ff_volunteer_hours_get_type ())

/* Not changed once it is made. */
G_DECLARE_FINAL_TYPE (FfVolunteerHours, ff_volunteer_hours, FF, VOLUNTEER_HOURS, GObject)

const char *ff_volunteer_hours_get_volunteer    (FfVolunteerHours *self); /* uid */
const char *ff_volunteer_hours_get_name         (FfVolunteerHours *self);
guint       ff_volunteer_hours_get_duties       (FfVolunteerHours *self);
guint       ff_volunteer_hours_get_meetings     (FfVolunteerHours *self); /* at which they had one duty or more */
guint       ff_volunteer_hours_get_duty_minutes (FfVolunteerHours *self);
guint       ff_volunteer_hours_get_own_minutes  (FfVolunteerHours *self);
GPtrArray  *ff_volunteer_hours_get_entries      (FfVolunteerHours *self); /* (element-type FfHoursEntry), by date */

/* Of each volunteer who has any, by name: duties that were confirmed or taken over, on dates that were not cancelled and that
 * started in [from, until) and before @now; and entries of the days in [from, until). On the reader thread. */
void        ff_hours_repository_list_async      (FfStore             *store,
                                                 GDateTime           *from,
                                                 GDateTime           *until,
                                                 GDateTime           *now,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* (element-type FfVolunteerHours) (transfer full) */
GPtrArray  *ff_hours_repository_list_finish     (FfStore             *store,
                                                 GAsyncResult        *result,
                                                 GError             **error);

G_END_DECLS
