/* ff-undo-change.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a step that can be taken back means for groups, meetings, sessions, people and handouts.
 */

#pragma once

#include "ff-change.h"
#include "ff-connection.h"

G_BEGIN_DECLS

/* Says in @change what the step's images speak of; of everything where that is much. */
gboolean ff_undo_change_tell          (FfConnection  *connection,
                                       gint64         step,
                                       gint64         touched,
                                       gboolean       is_back,
                                       FfChange      *change,
                                       GError       **error);
/* The person may have come back meanwhile as another participant with the same alias: then all is theirs. */
gboolean ff_undo_change_follow_people (FfConnection  *connection,
                                       gint64         step,
                                       GError       **error);

G_END_DECLS
