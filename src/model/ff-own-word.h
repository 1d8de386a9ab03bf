/* ff-own-word.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word that somebody wants to be reminded of, and what they would rather write.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_OWN_WORD (ff_own_word_get_type ())

G_DECLARE_FINAL_TYPE (FfOwnWord, ff_own_word, FF, OWN_WORD, GObject)

FfOwnWord  *ff_own_word_new          (const char *uid, /* (nullable) */
                                      const char *language,
                                      const char *word,
                                      const char *instead);
const char *ff_own_word_get_uid      (FfOwnWord  *self);
const char *ff_own_word_get_language (FfOwnWord  *self); /* such as "fr" */
const char *ff_own_word_get_word     (FfOwnWord  *self);
const char *ff_own_word_get_instead  (FfOwnWord  *self);

G_END_DECLS
