/* ff-undo.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What this run of the program changed in one step, and can put back as it was.
 */

#pragma once

#include "ff-change.h"
#include "ff-connection.h"

G_BEGIN_DECLS

#define FF_UNDO_STEPS_KEPT 50
#define FF_UNDO_ROWS_KEPT 200000

/* Makes the writer's temporary tables, which are in memory only and end with the connection. */
gboolean ff_undo_prepare         (FfConnection  *connection,
                                  GError       **error);
/* Between these two, within the writer's transaction, every row that changes is kept as it was. */
gboolean ff_undo_begin_step      (FfConnection  *connection,
                                  gint64        *step,
                                  GError       **error);
gboolean ff_undo_end_step        (FfConnection  *connection,
                                  gint64         step,
                                  FfChange      *change,
                                  GError       **error);
/* FF_STORE_ERROR_REFUSED where the step is not known, or one of its rows was changed since. */
gboolean ff_undo_take_back       (FfConnection  *connection,
                                  gint64         step,
                                  FfChange      *change,
                                  GError       **error);
/* Marks the step as one about a person, and finds the last of these; refused where there is none. */
gboolean ff_undo_mark_person     (FfConnection  *connection,
                                  gint64         step,
                                  GError       **error);
gboolean ff_undo_find_person     (FfConnection  *connection,
                                  gint64        *step,
                                  GError       **error);
/* Nothing of before can be put back any more. */
gboolean ff_undo_forget_all      (FfConnection  *connection,
                                  GError       **error);
/* The last step that deleted it; refused where there is none. */
gboolean ff_undo_find_check_in   (FfConnection  *connection,
                                  const char    *uid,
                                  gint64        *step,
                                  GError       **error);

G_END_DECLS
