/* ff-roster-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people write for how somebody serves, for a language, and for yes and no.
 */

#pragma once

#include "ff-volunteer.h"

G_BEGIN_DECLS

char       *ff_roster_words_find_language (const char *text);
const char *ff_roster_words_get_serving   (FfServing   serving);
gboolean    ff_roster_words_find_serving  (const char *text,
                                           FfServing  *serving);
gboolean    ff_roster_words_find_switch   (const char *text,
                                           gboolean   *value);

G_END_DECLS
