/* ff-filling-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How good a filled rota is, in plain words.
 */

#pragma once

#include "ff-rota-plan.h"

G_BEGIN_DECLS

/* All translated, (transfer full). */
char    *ff_filling_words_filled  (FfRotaPlan *plan);  /* “57 of 60 places are filled” */
char    *ff_filling_words_fair    (FfRotaPlan *plan);  /* (nullable): “Nobody has more than 31 % of what they could take” */
/* How near it is to the best possible, in a sentence or two. @kept: it was ended before its time */
char    *ff_filling_words_summary (FfRotaPlan *plan,
                                   gboolean    kept);
char    *ff_filling_words_all     (FfRotaPlan *plan,   /* how many are filled, and the summary */
                                   gboolean    kept);
/* It is proven that there is no better one. */
gboolean ff_filling_words_is_best (FfRotaPlan *plan);
/* (nullable): NULL where there is nothing to say of it. @bound: (out): “Nobody could fill more”, or "" */
char    *ff_filling_words_measure (FfRotaPlan *plan,
                                   FfLevel     level,
                                   char      **bound);

G_END_DECLS
