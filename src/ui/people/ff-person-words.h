/* ff-person-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a person was here last and what is kept of them, in words.
 */

#pragma once

#include "ff-person.h"

G_BEGIN_DECLS

char *ff_person_words_last_seen (const FfWallTime *last_seen,
                                 GDateTime        *now);
char *ff_person_words_counts    (FfPerson         *person); /* "12 check-ins · 2 open plan items" */

G_END_DECLS
