/* ff-search-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a search: as the index is asked for them, and where they are in a text.
 */

#pragma once

#include "ff-connection.h"

G_BEGIN_DECLS

/* Begins each word by which the index knows a row's group, person, kind and the like. It is a letter to the index that no keyboard
 * has; in what people write it counts as a space. */
#define FF_SEARCH_MARK "\xee\x83\xb0" /* U+E0F0, in the private use area */

typedef struct _FfSearchWords FfSearchWords;

FfSearchWords *ff_search_words_new    (FfConnection   *connection,
                                       const char     *words,
                                       GError        **error);
void           ff_search_words_free   (FfSearchWords  *self);
gboolean       ff_search_words_any    (FfSearchWords  *self);
/* FTS5's query language; each of its matches has to be looked at with ff_search_words_find() where _exact() is FALSE. */
gboolean       ff_search_words_write  (FfSearchWords  *self,
                                       FfConnection   *connection,
                                       GString        *expression,
                                       GError        **error);
gboolean       ff_search_words_exact  (FfSearchWords  *self);
gboolean       ff_search_words_short  (FfSearchWords  *self);
/* Whether all of them are in @text; @matches (nullable) (element-type FfSearchMatch): where, added in the order of the text. */
gboolean       ff_search_words_find   (FfSearchWords  *self,
                                       const char     *text,
                                       GArray         *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSearchWords, ff_search_words_free)

G_END_DECLS
