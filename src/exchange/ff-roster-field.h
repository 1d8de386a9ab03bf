/* ff-roster-field.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file can say of a volunteer: one field a column of CSV, one property of a vCard.
 */

#pragma once

#include "ff-volunteer.h"

G_BEGIN_DECLS

/* In the order of our own columns. */
typedef enum
{
  FF_ROSTER_FIELD_NONE,
  FF_ROSTER_FIELD_NAME,
  FF_ROSTER_FIELD_FIRST_NAME, /* read only … */
  FF_ROSTER_FIELD_LAST_NAME,  /* … and put together */
  FF_ROSTER_FIELD_PRONOUNS,
  FF_ROSTER_FIELD_MAIL,
  FF_ROSTER_FIELD_PHONE,
  FF_ROSTER_FIELD_SERVING,
  FF_ROSTER_FIELD_ROLES,
  FF_ROSTER_FIELD_GROUPS,
  FF_ROSTER_FIELD_ONLY_GROUPS,
  FF_ROSTER_FIELD_PROGRAMMES,
  FF_ROSTER_FIELD_LANGUAGE,
  FF_ROSTER_FIELD_LANGUAGES,
  FF_ROSTER_FIELD_ZONE,
  FF_ROSTER_FIELD_HOME,
  FF_ROSTER_FIELD_LATITUDE,
  FF_ROSTER_FIELD_LONGITUDE,
  FF_ROSTER_FIELD_REACH,
  FF_ROSTER_FIELD_ONLINE_ONLY,
  FF_ROSTER_FIELD_CAP_WEEK,
  FF_ROSTER_FIELD_CAP_MONTH,
  FF_ROSTER_FIELD_CAP_IN_ROW,
  FF_ROSTER_FIELD_AVAILABILITY,
  FF_ROSTER_FIELD_ABSENCES,
  FF_ROSTER_FIELD_TRAININGS,
  FF_ROSTER_FIELD_TRAINING, /* read only: the day on which one training was done, for files with a column for each */
  FF_ROSTER_FIELD_STEPS,
  FF_ROSTER_FIELD_EMERGENCY_NAME,
  FF_ROSTER_FIELD_EMERGENCY_PHONE,
  FF_ROSTER_FIELD_NOTES,
  FF_ROSTER_FIELD_SOURCE,
  FF_ROSTER_FIELD_UID,
} FfRosterField;

#define FF_N_ROSTER_FIELDS (FF_ROSTER_FIELD_UID + 1)
#define FF_ROSTER_FIELD_BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* What files are written with. */
typedef enum
{
  FF_ROSTER_ALL,
  FF_ROSTER_CONTACTS, /* how to reach somebody and what they do; nothing that is only for the coordinator */
} FfRosterExtent;

const char   *ff_roster_field_get_id      (FfRosterField  field); /* "cap-week", on the command line */
FfRosterField ff_roster_field_find_id     (const char    *id);    /* FF_ROSTER_FIELD_NONE where there is none */
const char   *ff_roster_field_get_header  (FfRosterField  field); /* "Most a Week": of our own column, in English everywhere */
const char   *ff_roster_field_get_title   (FfRosterField  field); /* translated */
const char   *ff_roster_field_get_vcard   (FfRosterField  field); /* (nullable): the property that is ours alone */
gboolean      ff_roster_field_is_written  (FfRosterField  field,
                                           FfRosterExtent extent);
/* The field that a column of this name is likely to be. FF_ROSTER_FIELD_NONE where nobody knows. */
FfRosterField ff_roster_field_propose     (const char    *header);
gboolean      ff_roster_field_has_dates   (FfRosterField  field);
/* Where the field is one of the volunteer’s texts. */
gboolean      ff_roster_field_get_text    (FfRosterField    field,
                                           FfVolunteerText *text);
gboolean      ff_roster_field_get_set     (FfRosterField    field,
                                           FfVolunteerSet  *set);
gboolean      ff_roster_field_get_cap     (FfRosterField    field,
                                           FfCap           *cap);
/* What @from says in the field, @to says too. */
void          ff_roster_field_copy        (FfRosterField    field,
                                           FfVolunteer     *from,
                                           FfVolunteer     *to);

G_END_DECLS
