/* ff-assignment-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Duties in the store, and the hours they came to.
 */

#pragma once

#include "ff-assignment.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* Whose rule time is in [from, until) on the wall, declined ones included, by rule time. @meeting, @volunteer (nullable): of this one alone.
 * (element-type FfAssignment) (transfer full). Bounded by an index; a whole quarter of many meetings goes to the reader thread. */
GPtrArray *ff_assignment_repository_list        (FfStore             *store,
                                                 const char          *meeting,
                                                 const char          *volunteer,
                                                 const FfWallTime    *from,
                                                 const FfWallTime    *until,
                                                 GError             **error);
void       ff_assignment_repository_list_async  (FfStore             *store,
                                                 const char          *meeting,
                                                 const char          *volunteer,
                                                 const FfWallTime    *from,
                                                 const FfWallTime    *until,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
GPtrArray *ff_assignment_repository_list_finish (FfStore             *store,
                                                 GAsyncResult        *result,
                                                 GError             **error);

G_END_DECLS
