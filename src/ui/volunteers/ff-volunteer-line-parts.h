/* ff-volunteer-line-parts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has several of, into lines to type in and back.
 */

#pragma once

#include "ff-volunteer-line.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

/* (element-type FfVolunteerLine) (transfer full) */
GPtrArray *ff_volunteer_line_list  (FfVolunteer     *volunteer,
                                    FfLineKind       kind);
/* Adds to @volunteer what the line says; only where nothing is wrong with it. */
void       ff_volunteer_line_write (FfVolunteerLine *line,
                                    FfVolunteer     *volunteer);

G_END_DECLS
