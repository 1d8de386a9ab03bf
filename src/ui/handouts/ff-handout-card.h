/* ff-handout-card.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout to choose: its first page small, its title and what it is for.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-handout-item.h"
#include "ff-thumbnails.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_CARD (ff_handout_card_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutCard, ff_handout_card, FF, HANDOUT_CARD, GtkFlowBoxChild)

GtkWidget     *ff_handout_card_new           (FfHandoutItem *item);
FfHandoutItem *ff_handout_card_get_item      (FfHandoutCard *self);
GdkPaintable  *ff_handout_card_get_picture   (FfHandoutCard *self);
void           ff_handout_card_set_picture   (FfHandoutCard *self,
                                              FfThumbnails  *thumbnails,
                                              FfPaperSize    size);
/* (nullable): the other name by which it was found */
void           ff_handout_card_set_name      (FfHandoutCard *self,
                                              const char    *name);

G_END_DECLS
