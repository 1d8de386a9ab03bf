/* ff-session-tools.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools that a meeting worked with, and a quick way to add one.
 */

#pragma once

#include "ff-context.h"
#include "ff-session-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_SESSION_TOOLS (ff_session_tools_get_type ())

G_DECLARE_FINAL_TYPE (FfSessionTools, ff_session_tools, FF, SESSION_TOOLS, AdwBin)

void ff_session_tools_set_session (FfSessionTools  *self,
                                   FfContext       *context,
                                   FfSessionEditor *editor,
                                   FfProgramme     *programme);
void ff_session_tools_refresh     (FfSessionTools  *self);

G_END_DECLS
