/* ff-check-in-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check-in in a few words, for a line that is folded.
 */

#pragma once

#include <gio/gio.h>

#include "ff-check-in.h"
#include "ff-programme.h"

G_BEGIN_DECLS

/* What is open of @review (of FfPlanItem). (nullable) (transfer full): NULL where nothing is */
char *ff_check_in_words_last_time (GListModel  *review);
/* The points brought up, and how much is planned. (nullable) (transfer full): NULL where there is nothing of it */
char *ff_check_in_words_this_time (FfCheckIn   *check_in,
                                   FfProgramme *programme,
                                   guint        n_items);

G_END_DECLS
