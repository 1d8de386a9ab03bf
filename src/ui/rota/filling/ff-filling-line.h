/* ff-filling-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of what filling the rota would change: a week, a place that changes hands, or one that stays empty and why.
 */

#pragma once

#include <gio/gio.h>

#include "ff-rota-plan.h"

G_BEGIN_DECLS

#define FF_TYPE_FILLING_LINE (ff_filling_line_get_type ())

G_DECLARE_FINAL_TYPE (FfFillingLine, ff_filling_line, FF, FILLING_LINE, GObject)

/* Put into words when they are asked for, as few of many lines are ever seen; all (transfer full). */
char       *ff_filling_line_make_title   (FfFillingLine       *self);
char       *ff_filling_line_make_detail  (FfFillingLine       *self); /* "" of a heading */
char       *ff_filling_line_make_spoken  (FfFillingLine       *self); /* to be read aloud */
gboolean    ff_filling_line_is_heading   (FfFillingLine       *self);
gboolean    ff_filling_line_is_change    (FfFillingLine       *self); /* of who has a place */

/* By week what changes, then what stays empty; in a thread, as explaining takes a while. */
void        ff_filling_lines_make_async  (FfRotaPlan          *plan,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
/* (element-type FfFillingLine) (transfer full) */
GPtrArray  *ff_filling_lines_make_finish (GAsyncResult        *result,
                                          GError             **error);

G_END_DECLS
