/* ff-undo.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What this run of the program deleted and can put back.
 */

#pragma once

#include "ff-connection.h"

G_BEGIN_DECLS

/* Makes the writer's temporary tables, which are in memory only and end with the connection. */
gboolean ff_undo_prepare         (FfConnection  *connection,
                                  GError       **error);
/* To be called in the writer's transaction, before the delete. */
gboolean ff_undo_keep_meeting    (FfConnection  *connection,
                                  const char    *uid,
                                  GError       **error);
gboolean ff_undo_keep_check_in   (FfConnection  *connection,
                                  const char    *uid,
                                  GError       **error);
/* FF_STORE_ERROR_REFUSED where there is nothing to put back, or no place for it any more. */
gboolean ff_undo_restore_meeting (FfConnection  *connection,
                                  const char    *uid,
                                  GError       **error);
gboolean ff_undo_restore_check_in (FfConnection *connection,
                                  const char    *uid,
                                  GError       **error);

G_END_DECLS
