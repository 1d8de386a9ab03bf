/* ff-volunteer-row-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How rows for lists are made.
 */

#pragma once

#include "ff-statement.h"
#include "ff-volunteer-row.h"

G_BEGIN_DECLS

/* uid, name, pronouns, serving, zone, roles, groups, training, away until, last duty, next duty, last asked */
FfVolunteerRow *ff_volunteer_row_read          (FfStatement    *row,
                                                int             first);
/* For sorting by name; (transfer none). */
const char     *ff_volunteer_row_get_sort_key  (FfVolunteerRow *self);
/* volunteer, its name, requirement, its name, until */
FfTrainingDue  *ff_training_due_read           (FfStatement    *row);

G_END_DECLS
