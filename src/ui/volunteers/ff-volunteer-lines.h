/* ff-volunteer-lines.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has several of while it is typed: hours, absences, trainings and steps, each begun with what is likely.
 */

#pragma once

#include <gio/gio.h>

#include "ff-volunteer-line.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_LINES (ff_volunteer_lines_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerLines, ff_volunteer_lines, FF, VOLUNTEER_LINES, GObject)

/* signal "judged" (): what is wrong with them may be something else now
 * @requirements (element-type FfRequirement): all there are, now or later; @today: as 2026-11-24 */
FfVolunteerLines *ff_volunteer_lines_new         (FfVolunteer      *volunteer,
                                                  GPtrArray        *requirements,
                                                  const char       *today);
GListModel       *ff_volunteer_lines_get         (FfVolunteerLines *self,
                                                  FfLineKind        kind);
FfVolunteerLine  *ff_volunteer_lines_add         (FfVolunteerLines *self,
                                                  FfLineKind        kind);
void              ff_volunteer_lines_remove      (FfVolunteerLines *self,
                                                  FfVolunteerLine  *line);
const char       *ff_volunteer_lines_get_message (FfVolunteerLines *self);
void              ff_volunteer_lines_write       (FfVolunteerLines *self,
                                                  FfVolunteer      *volunteer);

G_END_DECLS
