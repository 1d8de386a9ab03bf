/* ff-keeping.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of what a meeting wrote: saved, printed, or gone when its window closes.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-board.h"
#include "ff-present-paper.h"

G_BEGIN_DECLS

#define FF_TYPE_KEEPING (ff_keeping_get_type ())

G_DECLARE_FINAL_TYPE (FfKeeping, ff_keeping, FF, KEEPING, GObject)

FfKeeping *ff_keeping_new   (GtkWidget      *widget, /* problems and outcomes are told where it is */
                             FfPresentPaper *paper,
                             FfBoard        *board,
                             const char     *title);
void       ff_keeping_save  (FfKeeping      *self);
void       ff_keeping_print (FfKeeping      *self);
/* Asks first, unless there is nothing to lose; the window closes by itself once the answer is carried out. */
gboolean   ff_keeping_may_close (FfKeeping  *self);

G_END_DECLS
