/* ff-volunteers.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The volunteers that are looked for, kept up to date.
 */

#pragma once

#include "ff-clock.h"
#include "ff-volunteer-repository.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEERS (ff_volunteers_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteers, ff_volunteers, FF, VOLUNTEERS, GObject)

/* A list of FfVolunteerRow.
 * signal "found" (gboolean others): those looked for are about to be in the list; @others: they were chosen anew
 * signal "read" (): they are in it
 * signal "trouble" (const GError *error): they could not be */
FfVolunteers *ff_volunteers_new        (FfStore                 *store,
                                        FfClock                 *clock);
/* Those shown stay until the others are there. */
void          ff_volunteers_choose     (FfVolunteers            *self,
                                        const FfVolunteerFilter *filter);
void          ff_volunteers_read_again (FfVolunteers            *self);

G_END_DECLS
