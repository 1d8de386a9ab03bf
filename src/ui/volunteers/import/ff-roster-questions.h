/* ff-roster-questions.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of volunteers leaves open, as rows to choose from.
 */

#pragma once

#include <adwaita.h>

#include "ff-roster-import.h"

G_BEGIN_DECLS

/* Fills @page with what @import asks and what may be changed. Each choice goes into @answers at once, which has to stay. */
void     ff_roster_questions_fill   (AdwPreferencesPage   *page,
                                     FfRosterImport       *import,
                                     const FfRosterKnown  *known,
                                     FfRosterAnswers      *answers);
/* Whether there is anything to look at before the plan. */
gboolean ff_roster_questions_exist  (const FfRosterImport *import);
/* Whether the file can be read with @answers, which its rows tell of by the action "roster-import.answered". */
gboolean ff_roster_questions_are_answered (const FfRosterImport  *import,
                                           const FfRosterAnswers *answers);

G_END_DECLS
