/* ff-session-count.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many came to a session, with those who gave no name.
 */

#pragma once

#include <adwaita.h>

#include "ff-session-editor.h"

G_BEGIN_DECLS

#define FF_TYPE_SESSION_COUNT (ff_session_count_get_type ())

G_DECLARE_FINAL_TYPE (FfSessionCount, ff_session_count, FF, SESSION_COUNT, AdwPreferencesGroup)

void ff_session_count_set_editor (FfSessionCount  *self,
                                  FfSessionEditor *editor);
void ff_session_count_refresh    (FfSessionCount  *self);

G_END_DECLS
