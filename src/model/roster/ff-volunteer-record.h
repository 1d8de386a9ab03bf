/* ff-volunteer-record.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of one volunteer, and of nobody else.
 */

#pragma once

#include "ff-assignment.h"
#include "ff-hours-entry.h"
#include "ff-roster.h"

G_BEGIN_DECLS

typedef struct
{
  FfAssignment *assignment;
  char         *meeting; /* its title, or its group's name */
  char         *zone;    /* of its times */
  char         *moved;   /* when it is instead, as the rule's time is written; NULL where it is then */
  gboolean      given_up; /* somebody else stepped in */
  gboolean      relieved; /* it was taken from them, and they are still to be told */
} FfVolunteerDuty;

typedef struct
{
  FfVolunteer *volunteer;
  FfRoster    *roster; /* what roles and requirements are called */
  GHashTable  *groups; /* (element-type utf8 utf8): what those they serve are called, by uid */
  GPtrArray   *duties; /* (element-type FfVolunteerDuty): by time */
  GPtrArray   *hours;  /* (element-type FfHoursEntry): by date */
} FfVolunteerRecord;

FfVolunteerDuty   *ff_volunteer_duty_new        (FfAssignment      *assignment,
                                                 const char        *meeting,
                                                 const char        *zone);
void               ff_volunteer_duty_free       (FfVolunteerDuty   *duty);
/* Without any group, duty or hours yet. */
FfVolunteerRecord *ff_volunteer_record_new      (FfVolunteer       *volunteer,
                                                 FfRoster          *roster);
void               ff_volunteer_record_free     (FfVolunteerRecord *self);
/* For them to take along: see the .c for its shape. (transfer full) */
char              *ff_volunteer_record_to_json  (FfVolunteerRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfVolunteerRecord, ff_volunteer_record_free)

G_END_DECLS
