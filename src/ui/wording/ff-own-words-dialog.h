/* ff-own-words-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of one's own that get a hint while notes are written.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_OWN_WORDS_DIALOG (ff_own_words_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfOwnWordsDialog, ff_own_words_dialog, FF, OWN_WORDS_DIALOG, AdwDialog)

/* @language: of the words, such as "fr" */
AdwDialog *ff_own_words_dialog_new (FfContext  *context,
                                    const char *language);

G_END_DECLS
