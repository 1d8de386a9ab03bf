/* ff-rota-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks against somebody, and dates, as they stand in a sentence.
 */

#pragma once

#include "ff-rota.h"

G_BEGIN_DECLS

#define FF_N_HINDRANCES 17

/* “3 November 2026” (transfer full) */
char *ff_rota_format_day      (int           julian);
/* “18:00”, or “18:00 Toronto time” where clocks there do not show what those of @beside (nullable) do (transfer full) */
char *ff_rota_format_hour     (GDateTime    *time,
                               GDateTime    *beside);
/* “Tuesday 18:00”, with the zone as above (transfer full) */
char *ff_rota_format_weekly   (GDateTime    *start,
                               GDateTime    *beside);
/* “2 away”: so many of whom this is what stands in the way, and of no more than one hindrance. (transfer full) */
char *ff_rota_count_hindered  (FfHindrances  hindrance,
                               guint         n);
/* “away”: the same of one. */
const char *ff_rota_name_hindrance (FfHindrances hindrance);
/* “a, b” (transfer full) */
char *ff_rota_join_words      (GPtrArray    *words);

G_END_DECLS
