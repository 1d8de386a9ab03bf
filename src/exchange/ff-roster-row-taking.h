/* ff-roster-row-taking.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody who is being read from a file, until their row is whole.
 */

#pragma once

#include "ff-roster-import.h"

G_BEGIN_DECLS

/* Who is being read, until the row is whole. */
typedef struct
{
  FfRosterReading *reading;
  FfRosterRow *row;
  FfRosterDates order;          /* of the dates that are read now */
  FfRosterDateSurvey *survey;   /* (nullable): then dates are looked at and nothing else is done */
  const char *requirement;      /* (nullable): of FF_ROSTER_FIELD_TRAINING */
  char *uid;
  char *first_name;
  char *last_name;
  double latitude, longitude;
} FfRosterTaking;

/* A name that is looked up, or told as unknown. (nullable) (transfer none) */
const char *ff_roster_taking_find (FfRosterTaking     *taking,
                                  FfRosterField        field,
                                  FfRosterNaming       naming,
                                  const char          *name);

void     ff_roster_taking_begin  (FfRosterTaking      *taking,
                                  FfRosterReading     *reading,
                                  FfRosterRow         *row);
/* Puts together what several fields say, and gives a zone to whom has none. */
void     ff_roster_taking_end    (FfRosterTaking      *taking);

G_END_DECLS
