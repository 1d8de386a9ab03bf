/* ff-handout-card.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout to choose: its first page small, its title and what it is for.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-handout.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_CARD (ff_handout_card_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutCard, ff_handout_card, FF, HANDOUT_CARD, GtkFlowBoxChild)

GtkWidget *ff_handout_card_new         (FfHandout     *handout);
FfHandout *ff_handout_card_get_handout (FfHandoutCard *self);
void       ff_handout_card_set_sheet   (FfHandoutCard *self,  /* an empty page until then */
                                        FfSheet       *sheet);

G_END_DECLS
