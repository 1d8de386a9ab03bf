/* ff-export-writing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the schedule into a file in the format of others, away from the main thread.
 */

#pragma once

#include "ff-export.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* @group: (nullable): uid of the one group whose meetings are written */
void       ff_export_writing_async  (FfStore             *store,
                                     const char          *group,
                                     FfFormat             format,
                                     gboolean             with_passcodes,
                                     const char          *path,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
/* What the format cannot say, a sentence each. (element-type utf8) (transfer full): NULL with an error */
GPtrArray *ff_export_writing_finish (FfStore             *store,
                                     GAsyncResult        *result,
                                     GError             **error);

G_END_DECLS
