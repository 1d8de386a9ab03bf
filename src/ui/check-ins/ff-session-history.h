/* ff-session-history.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sessions of a group or of all groups, latest first, read a page at a time and kept up to date.
 */

#pragma once

#include "ff-session-summary.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_SESSION_HISTORY (ff_session_history_get_type ())

G_DECLARE_FINAL_TYPE (FfSessionHistory, ff_session_history, FF, SESSION_HISTORY, GObject)

/* signal "trouble" (const GError *error): what could not be read */
FfSessionHistory *ff_session_history_new       (FfStore          *store,
                                                const char       *group); /* (nullable) */
GListModel       *ff_session_history_get_model (FfSessionHistory *self);  /* of FfSessionSummary */
gboolean          ff_session_history_load_more (FfSessionHistory *self);

G_END_DECLS
