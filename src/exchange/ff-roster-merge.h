/* ff-roster-merge.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of a file and somebody who is here make together; for ff-roster-plan.c.
 */

#pragma once

#include "ff-roster-import.h"

G_BEGIN_DECLS

/* @before with what @row says. @is_same: both are known to be one; then lists are what the row says, and so is the name. Else
 * lists are put together and the name stays. (transfer full) */
FfVolunteer *ff_roster_merge          (FfVolunteer         *before,
                                       const FfRosterRow   *row,
                                       gboolean             is_same,
                                       const FfRosterKnown *known);
/* Which things differ: "mail, roles", translated; "" for none. (transfer full) */
char        *ff_roster_merge_describe (FfVolunteer         *before,
                                       FfVolunteer         *after,
                                       const FfRosterKnown *known);

G_END_DECLS
