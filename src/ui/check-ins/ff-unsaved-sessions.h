/* ff-unsaved-sessions.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sessions of which something is not stored yet: they are kept when another one is opened, and before the program closes.
 */

#pragma once

#include <adwaita.h>

#include "ff-session-editor.h"
#include "ff-unsaved.h"

G_BEGIN_DECLS

#define FF_TYPE_UNSAVED_SESSIONS (ff_unsaved_sessions_get_type ())

G_DECLARE_FINAL_TYPE (FfUnsavedSessions, ff_unsaved_sessions, FF, UNSAVED_SESSIONS, GObject)

FfUnsavedSessions *ff_unsaved_sessions_new       (void);
FfSessionEditor   *ff_unsaved_sessions_open      (FfUnsavedSessions *self,
                                                  FfStore           *store,
                                                  FfSession         *session);
gboolean           ff_unsaved_sessions_may_close (FfUnsavedSessions *self,
                                                  GtkWidget         *window,
                                                  const char        *then,
                                                 FfUnsaved          unsaved);

G_END_DECLS
