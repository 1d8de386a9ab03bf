/* ff-person-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a person was here last, in words.
 */

#pragma once

#include "ff-wall-time.h"

G_BEGIN_DECLS

char *ff_person_words_last_seen (const FfWallTime *last_seen, /* (nullable) */
                                 GDateTime        *now);

G_END_DECLS
