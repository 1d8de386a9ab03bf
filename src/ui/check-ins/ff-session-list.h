/* ff-session-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sessions by date, latest first, under those that can be begun now.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-session.h"

G_BEGIN_DECLS

#define FF_TYPE_SESSION_LIST (ff_session_list_get_type ())

G_DECLARE_FINAL_TYPE (FfSessionList, ff_session_list, FF, SESSION_LIST, AdwBin)

/* signal "chosen" (FfSession *session): it is to be opened
 * What can be begun activates page.open (meeting, rule time) above the list. */
GtkWidget *ff_session_list_new (FfContext *context);
void ff_session_list_set_group (FfSessionList *self, FfGroup *group); /* (nullable) */
void ff_session_list_mark (FfSessionList *self, const char *session); /* (nullable): uid */

G_END_DECLS
