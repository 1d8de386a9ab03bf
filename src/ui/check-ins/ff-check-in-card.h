/* ff-check-in-card.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person at a session: last time's items, what they bring, the urge, and the plan for the week.
 */

#pragma once

#include <adwaita.h>

#include "ff-programme.h"
#include "ff-session-editor.h"

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN_CARD (ff_check_in_card_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckInCard, ff_check_in_card, FF, CHECK_IN_CARD, GtkBox)

/* signal "delete-requested" () */
GtkWidget *ff_check_in_card_new          (FfSessionEditor *editor,
                                          FfCheckIn       *check_in,
                                          FfProgramme     *programme);
FfCheckIn *ff_check_in_card_get_check_in (FfCheckInCard   *self);
/* The focus goes to the note. */
void       ff_check_in_card_start        (FfCheckInCard   *self);

G_END_DECLS
