/* ff-filled-handout.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout with what was written on it, on its way to paper.
 */

#pragma once

#include <gio/gio.h>

#include "ff-handout.h"
#include "ff-paper.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_FILLED_HANDOUT (ff_filled_handout_get_type ())

G_DECLARE_FINAL_TYPE (FfFilledHandout, ff_filled_handout, FF, FILLED_HANDOUT, GObject)

/* signal "written" (const char *path): the PDF is there */
FfFilledHandout *ff_filled_handout_new          (FfHandout           *handout,
                                                 FfAnswers           *answers,
                                                 const FfPaperStyle  *style);
FfAnswers       *ff_filled_handout_get_answers  (FfFilledHandout     *self);
FfSheet         *ff_filled_handout_make_sheet   (FfFilledHandout     *self); /* (transfer full) */
/* Fits ff_print_save(). */
void             ff_filled_handout_write_async  (gpointer             self,
                                                 const char          *path,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean         ff_filled_handout_write_finish (gpointer             self,
                                                 GAsyncResult        *result,
                                                 GError             **error);

G_END_DECLS
