/* ff-roster-import-taking.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of volunteers is read with, out of the store, and the plan of it as one edit.
 */

#pragma once

#include "ff-roster-edit.h"
#include "ff-roster-plan.h"

G_BEGIN_DECLS

/* Reads the whole roster: on the reader thread where a window waits. @zone: of those who have none. */
FfRosterKnown *ff_roster_known_load      (FfStore            *store,
                                          const char         *zone,
                                          GError            **error);
/* Copies thousands of volunteers: in a thread where a window waits. */
FfRosterEdit  *ff_roster_plan_make_edit  (const FfRosterPlan *plan,
                                          const GArray       *decided);

G_END_DECLS
