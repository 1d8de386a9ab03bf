/* ff-rota-choice.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list to choose one line from, best first, with a search: candidates, cover, swaps, gaps.
 */

#pragma once

#include <adwaita.h>

#include "ff-rota-option.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_CHOICE (ff_rota_choice_get_type ())

/* properties: "offers-everybody" (whether there is a switch to show those whom something speaks against), "everybody" (whether it is on),
 *   "can-skip" (whether there is a button to leave this one out), "deed" (nullable string: the button that does all of it at once)
 * signals, once it is closed: "chosen" (FfRotaOption), "skipped", "confirmed"; then "done", which also comes when it is left: lets go of what was kept for it */
G_DECLARE_FINAL_TYPE (FfRotaChoice, ff_rota_choice, FF, ROTA_CHOICE, AdwDialog)

/* @empty: what it says where there is nothing to choose; @advice: what would help */
AdwDialog  *ff_rota_choice_new  (const char   *title,
                                 const char   *subtitle,
                                 const char   *empty,
                                 const char   *advice);
/* (element-type FfRotaOption): in their order; those that are warned only where everybody is wanted or none are offered apart */
void        ff_rota_choice_show (FfRotaChoice *self,
                                 GListModel   *options);
GListModel *ff_rota_choice_get_options (FfRotaChoice *self); /* what can be seen of them */
void        ff_rota_choice_choose (FfRotaChoice *self,
                                 guint         position);

G_END_DECLS
