/* ff-own-word-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of one's own that get a hint while notes are written, in the store.
 */

#pragma once

#include "ff-own-word.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* By language and word. (element-type FfOwnWord) (transfer full) */
GPtrArray *ff_own_word_repository_list         (FfStore             *store,
                                                const char          *language, /* (nullable): of all */
                                                GError             **error);
/* Inserts or updates; a word that the language has already is replaced. */
void       ff_own_word_repository_save_async   (FfStore             *store,
                                                FfOwnWord           *word,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
void       ff_own_word_repository_delete_async (FfStore             *store,
                                                const char          *uid,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

G_END_DECLS
