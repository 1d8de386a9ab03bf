/* ff-coming-sessions.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates for which check-ins are to be written next, as buttons over the list.
 */

#pragma once

#include <adwaita.h>

#include "ff-timetable.h"

G_BEGIN_DECLS

void       ff_coming_sessions_list_async (FfTimetable        *timetable,
                                          FfClock            *clock,
                                          FfGroup            *group,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GPtrArray *ff_coming_sessions_choose (GPtrArray *dates,
                                      FfContext *context,
                                      FfGroup   *group);
void       ff_coming_sessions_fill (GtkBox    *box,
                                    GPtrArray *occurrences,
                                    FfContext *context);

G_END_DECLS
