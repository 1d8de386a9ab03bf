/* ff-assignment.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A duty: a volunteer, one date of a meeting, a role, and how far it is agreed.
 */

#pragma once

#include <glib-object.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_ASSIGNMENT (ff_assignment_get_type ())

G_DECLARE_FINAL_TYPE (FfAssignment, ff_assignment, FF, ASSIGNMENT, GObject)

/* The numbers are in the database. */
typedef enum
{
  FF_DUTY_PROPOSED,
  FF_DUTY_ASKED,
  FF_DUTY_CONFIRMED,
  FF_DUTY_SWAPPED,  /* confirmed by whoever took it over from another */
  FF_DUTY_DECLINED, /* kept, so that nobody is asked twice; the place is open */
} FfDutyStatus;

#define FF_N_DUTY_STATUSES (FF_DUTY_DECLINED + 1)

/* A place: @meeting, the key of the date, @role and a number from 0. At most one assignment of a place is not declined. */
FfAssignment     *ff_assignment_new           (const char       *uid); /* (nullable): made up */
FfAssignment     *ff_assignment_copy          (FfAssignment     *self);
const char       *ff_assignment_get_uid       (FfAssignment     *self);
const char       *ff_assignment_get_volunteer (FfAssignment     *self); /* uid; "" = somebody whose data was erased */
void              ff_assignment_set_volunteer (FfAssignment     *self,
                                               const char       *volunteer);
const char       *ff_assignment_get_meeting   (FfAssignment     *self); /* uid */
const FfWallTime *ff_assignment_get_rule_time (FfAssignment     *self); /* the date’s key */
const char       *ff_assignment_get_role      (FfAssignment     *self); /* uid */
guint             ff_assignment_get_place     (FfAssignment     *self);
void              ff_assignment_set_place     (FfAssignment     *self,
                                               const char       *meeting,
                                               const FfWallTime *rule_time,
                                               const char       *role,
                                               guint             place);
FfDutyStatus      ff_assignment_get_status    (FfAssignment     *self);
void              ff_assignment_set_status    (FfAssignment     *self,
                                               FfDutyStatus      status);
gboolean          ff_assignment_is_live       (FfAssignment     *self); /* not declined */
gboolean          ff_assignment_get_pinned    (FfAssignment     *self); /* filling in leaves it alone */
void              ff_assignment_set_pinned    (FfAssignment     *self,
                                               gboolean          pinned);
/* Stays when places are filled in: pinned, confirmed or swapped. */
gboolean          ff_assignment_is_fixed      (FfAssignment     *self);
const char       *ff_assignment_get_reason    (FfAssignment     *self); /* why it was made although something speaks against it; "" */
void              ff_assignment_set_reason    (FfAssignment     *self,
                                               const char       *reason);
gint64            ff_assignment_get_asked     (FfAssignment     *self); /* µs UTC; 0 = not yet */
void              ff_assignment_set_asked     (FfAssignment     *self,
                                               gint64            asked);
const char       *ff_assignment_get_instead   (FfAssignment     *self); /* uid of the volunteer it was taken over from; "" */
void              ff_assignment_set_instead   (FfAssignment     *self,
                                               const char       *instead);
const char       *ff_duty_status_get_title    (FfDutyStatus      status); /* translated: "Confirmed" */

G_END_DECLS
