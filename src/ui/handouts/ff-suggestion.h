/* ff-suggestion.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which handouts a group may want next: by point, those that it has not had for longest.
 */

#pragma once

#include "ff-handout.h"

G_BEGIN_DECLS

typedef struct
{
  FfHandout *handout;
  gint64     had; /* Unix seconds; 0 = never */
} FfSuggestion;

void       ff_suggestion_free         (FfSuggestion *suggestion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSuggestion, ff_suggestion_free)

/* One for each point that has any, and one of those without a point. (element-type FfSuggestion) (transfer full) */
GPtrArray *ff_suggestion_list         (GPtrArray    *handouts, /* (element-type FfHandout): those offered, in order */
                                       GHashTable   *had);     /* id → gint64*, see ff_handout_repository_list_had() */
gint64     ff_suggestion_find_had     (GHashTable   *had,
                                       const char   *id);
/* "New to this group", "Not for 6 weeks". (transfer full) */
char      *ff_suggestion_make_reason  (gint64        had,
                                       gint64        now);

G_END_DECLS
