/* ff-person-history.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's check-ins and plans in time, latest first.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-person-record.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_HISTORY (ff_person_history_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonHistory, ff_person_history, FF, PERSON_HISTORY, AdwBin)

/* signal "session-chosen" (const char *session): a row was chosen, by the session's uid */
void     ff_person_history_show      (FfPersonHistory   *self,
                                      FfPersonRecord    *record,
                                      FfContext         *context,
                                      const char *const *points); /* (nullable): the programme's */
gboolean ff_person_history_show_more (FfPersonHistory   *self);   /* whether there were more */

G_END_DECLS
