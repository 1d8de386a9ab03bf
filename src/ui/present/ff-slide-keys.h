/* ff-slide-keys.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in a slide by keyboard.
 */

#pragma once

#include "ff-slide-mark.h"
#include "ff-board.h"

G_BEGIN_DECLS

/* @places (element-type GtkWidget) are in reading order, @areas (element-type FfSheetArea) say where each is. */
gboolean ff_slide_keys_move_focus  (GPtrArray        *places,
                                    GtkWidget        *focus, /* (nullable) */
                                    GtkDirectionType  direction);
gboolean ff_slide_keys_focus_group (GPtrArray        *places,
                                    guint             place);
/* What a key does on a mark that has the focus; TRUE where it did anything. */
gboolean ff_slide_keys_press       (FfBoard        *board,
                                    GPtrArray        *places,
                                    GArray           *areas,
                                    FfSlideMark      *focus,
                                    guint             key);

G_END_DECLS
