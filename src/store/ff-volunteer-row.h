/* ff-volunteer-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer as a list shows them, and what they have to do again.
 */

#pragma once

#include "ff-volunteer.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_ROW (ff_volunteer_row_get_type ())

/* Not changed once it is made. */
G_DECLARE_FINAL_TYPE (FfVolunteerRow, ff_volunteer_row, FF, VOLUNTEER_ROW, GObject)

const char        *ff_volunteer_row_get_uid       (FfVolunteerRow *self);
const char        *ff_volunteer_row_get_name      (FfVolunteerRow *self);
const char        *ff_volunteer_row_get_pronouns  (FfVolunteerRow *self);
FfServing          ff_volunteer_row_get_serving   (FfVolunteerRow *self);
const char        *ff_volunteer_row_get_zone      (FfVolunteerRow *self);
const char *const *ff_volunteer_row_get_roles     (FfVolunteerRow *self); /* uids, sorted */
const char *const *ff_volunteer_row_get_groups    (FfVolunteerRow *self); /* uids, sorted */
/* (nullable): the first day on which something that their roles require runs out, or ran out, as 2026-11-24; "" = something of it
 * was never done; NULL = nothing is required, or all of it holds for good */
const char        *ff_volunteer_row_get_training  (FfVolunteerRow *self);
const char        *ff_volunteer_row_get_away_until (FfVolunteerRow *self); /* (nullable): the last day of the absence that they are in */
const FfWallTime  *ff_volunteer_row_get_last_duty (FfVolunteerRow *self); /* (nullable): the latest one held, on the meeting's wall */
const FfWallTime  *ff_volunteer_row_get_next_duty (FfVolunteerRow *self); /* (nullable): the first to come that is theirs */
gint64             ff_volunteer_row_get_last_asked (FfVolunteerRow *self); /* µs UTC; 0 = never, as far as is known */

#define FF_TYPE_TRAINING_DUE (ff_training_due_get_type ())

/* Something that somebody’s role requires and that runs out, or was never done. Not changed once it is made. */
G_DECLARE_FINAL_TYPE (FfTrainingDue, ff_training_due, FF, TRAINING_DUE, GObject)

const char        *ff_training_due_get_volunteer  (FfTrainingDue *self); /* uid */
const char        *ff_training_due_get_name       (FfTrainingDue *self); /* the volunteer's */
const char        *ff_training_due_get_requirement (FfTrainingDue *self); /* uid */
const char        *ff_training_due_get_title      (FfTrainingDue *self); /* the requirement's name */
const char        *ff_training_due_get_until      (FfTrainingDue *self); /* (nullable): as 2026-11-24; NULL = never done */

G_END_DECLS
