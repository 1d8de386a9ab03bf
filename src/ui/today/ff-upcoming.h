/* ff-upcoming.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of many dates a facilitator is about to need.
 */

#pragma once

#include <gio/gio.h>

#include "ff-occurrence.h"

G_BEGIN_DECLS

FfOccurrence *ff_upcoming_find_next       (GListModel   *dates,
                                           GDateTime    *now);
GPtrArray    *ff_upcoming_list_just_ended (GListModel   *dates,
                                           GDateTime    *now,
                                           guint         limit);
gboolean      ff_upcoming_is_ahead        (FfOccurrence *occurrence,
                                           FfOccurrence *next,
                                           GDateTime    *now);

G_END_DECLS
