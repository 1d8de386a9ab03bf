/* ff-session-summary.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as a line in a list: with its group's name and how many checked in.
 */

#pragma once

#include "ff-session.h"

G_BEGIN_DECLS

#define FF_TYPE_SESSION_SUMMARY (ff_session_summary_get_type ())

G_DECLARE_FINAL_TYPE (FfSessionSummary, ff_session_summary, FF, SESSION_SUMMARY, GObject)

/* property: "n-check-ins" (guint, read-only, notifies) */
FfSessionSummary *ff_session_summary_new             (FfSession        *session,
                                                      const char       *group_name,
                                                      guint             n_check_ins);
FfSession        *ff_session_summary_get_session     (FfSessionSummary *self);
const char       *ff_session_summary_get_group_name  (FfSessionSummary *self);
guint             ff_session_summary_get_n_check_ins (FfSessionSummary *self);
void              ff_session_summary_set_n_check_ins (FfSessionSummary *self,
                                                      guint             n_check_ins);

G_END_DECLS
