/* ff-coming-sessions.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates for which check-ins are to be written next, as buttons over the list.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

GPtrArray *ff_coming_sessions_list (FfContext *context,
                                    FfGroup   *group, /* (nullable) */
                                    GError   **error);
void       ff_coming_sessions_fill (GtkBox    *box,
                                    GPtrArray *occurrences,
                                    FfContext *context);

G_END_DECLS
