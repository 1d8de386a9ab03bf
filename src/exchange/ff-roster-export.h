/* ff-roster-export.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers as a table or as vCards, for whoever asked for them.
 */

#pragma once

#include "ff-roster-field.h"
#include "ff-roster-known.h"

G_BEGIN_DECLS

/* Of @group (nullable: all). (element-type FfVolunteer) (transfer container) */
GPtrArray *ff_roster_export_list   (const FfRosterKnown *known,
                                    const char          *group);
/* @volunteers: (element-type FfVolunteer). CSV in UTF-8 with a first line that names the columns. */
char      *ff_roster_csv_write     (GPtrArray           *volunteers,
                                    const FfRosterKnown *known,
                                    FfRosterExtent       extent);
/* vCard 4.0 (RFC 6350), one after the other. */
char      *ff_vcard_write          (GPtrArray           *volunteers,
                                    const FfRosterKnown *known,
                                    FfRosterExtent       extent);

G_END_DECLS
