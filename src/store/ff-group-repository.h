/* ff-group-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups in the store.
 */

#pragma once

#include "ff-group.h"
#include "ff-meeting.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* By name in the person's language. (element-type FfGroup) (transfer full) */
GPtrArray *ff_group_repository_list         (FfStore             *store,
                                             GError             **error);
FfGroup   *ff_group_repository_get          (FfStore             *store, /* (nullable): NULL without error where there is none */
                                             const char          *uid,
                                             GError             **error);
/* Inserts or updates it, and with it its first @meeting, where given, in the same transaction. */
void       ff_group_repository_save_async   (FfStore             *store,
                                             FfGroup             *group,
                                             FfMeeting           *meeting, /* (nullable) */
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

G_END_DECLS
