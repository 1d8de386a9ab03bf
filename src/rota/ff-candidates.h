/* ff-candidates.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a place may be given to, best first, and why; whom to ask for cover; who could swap.
 */

#pragma once

#include "ff-rota.h"

G_BEGIN_DECLS

typedef struct
{
  FfVolunteer *volunteer;
  FfHindrances hindrances; /* 0 = free and trained */
  gboolean     same_group; /* serves it, or was there in the last eight weeks */
  FfWish       wish;       /* for that hour */
  guint        duties;     /* in the stretch */
  gint64       last_asked; /* µs UTC; 0 = never, as far as is known */
  int          distance;   /* kilometres, -1 = not known or online */
} FfCandidate;

void       ff_candidate_free    (FfCandidate *candidate);
/* Why they stand where they do: “Free · trained until March 2027 · not asked yet · of this group”. (transfer full) */
char      *ff_candidate_describe (FfRota      *rota,
                                 FfSlot      *slot,
                                 FfCandidate *candidate);
/* Those whom nothing speaks against first: of the same group, wish, fewest duties against their share, least recently asked, name. Then, where @all,
 * the others by how little speaks against them. (element-type FfCandidate) (transfer full) */
GPtrArray *ff_candidates_list   (FfRota      *rota,
                                 FfSlot      *slot,
                                 gboolean     all);
/* Least recently asked first: whom to write to next. (element-type FfCandidate) (transfer full) */
GPtrArray *ff_candidates_list_for_cover (FfRota *rota,
                                 FfSlot      *slot);
/* Slots of others, not begun by @now, whose holder could take @slot while the holder of @slot takes theirs, soonest first. (element-type FfSlot) (transfer container) */
GPtrArray *ff_candidates_list_swaps (FfRota  *rota,
                                 FfSlot      *slot,
                                 GDateTime   *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCandidate, ff_candidate_free)

G_END_DECLS
