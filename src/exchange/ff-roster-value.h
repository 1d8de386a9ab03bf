/* ff-roster-value.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field of a volunteer as text that a person can read and write, and the way back.
 */

#pragma once

#include "ff-roster-row-taking.h"

G_BEGIN_DECLS

/* "" where there is nothing to say. (transfer full) */
char    *ff_roster_value_write   (FfRosterField        field,
                                  FfVolunteer         *volunteer,
                                  const FfRosterKnown *known);
/* What cannot be read refuses the row with a sentence; names that are not known become a remark. */
void     ff_roster_value_read    (FfRosterField        field,
                                  const char          *text,
                                  FfRosterTaking      *taking);
/* Several values that one cell holds, “;” between them and “\” before what would be a sign. */
GStrv    ff_roster_value_split   (const char          *text);
char    *ff_roster_value_escape  (const char          *text,
                                  const char          *signs);
char    *ff_roster_value_unescape (const char         *text);
/* The parts (ff-roster-parts.c) */
char    *ff_roster_parts_write   (FfRosterField        field,
                                  FfVolunteer         *volunteer,
                                  const FfRosterKnown *known);
void     ff_roster_parts_read    (FfRosterField        field,
                                  const char          *text,
                                  FfRosterTaking      *taking);

G_END_DECLS
