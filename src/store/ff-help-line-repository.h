/* ff-help-line-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where to turn now, for each group.
 */

#pragma once

#include "ff-help-line.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_N_HELP_LINES 20 /* at most, a group */

/* In the group's order, the one to try first at the top. (element-type FfHelpLine) (transfer full) */
GPtrArray *ff_help_line_repository_list       (FfStore             *store,
                                               const char          *group,
                                               GError             **error);
/* In place of all that the group had. Finish with ff_store_write_finish(). */
void       ff_help_line_repository_save_async (FfStore             *store,
                                               const char          *group,
                                               GPtrArray           *help_lines, /* (element-type FfHelpLine) */
                                               gboolean             at_foot,    /* of every handout */
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean   ff_help_line_repository_get_at_foot (FfStore            *store,
                                               const char          *group,
                                               GError             **error);

G_END_DECLS
