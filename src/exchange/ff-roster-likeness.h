/* ff-roster-likeness.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may be the same person as another: the same name, mail or phone number.
 */

#pragma once

#include "ff-roster.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ROSTER_LIKE_NAME = 1 << 0,
  FF_ROSTER_LIKE_MAIL = 1 << 1,
  FF_ROSTER_LIKE_PHONE = 1 << 2,
} FfRosterLikeness;

typedef struct
{
  FfVolunteer *first; /* (transfer none) */
  FfVolunteer *second;
  guint like;         /* of FfRosterLikeness */
} FfRosterPair;

/* Volunteers found by what they are likely to share. Numbers are in the order in which they were added. */
typedef struct _FfRosterIndex FfRosterIndex;

FfRosterIndex *ff_roster_index_new   (void);
void           ff_roster_index_free  (FfRosterIndex *self);
void           ff_roster_index_add   (FfRosterIndex *self,
                                      FfVolunteer   *volunteer,
                                      guint          number);
/* Numbers of those who are like @volunteer, the likest first, @most of them. (element-type guint) (transfer full) */
GArray        *ff_roster_index_find  (FfRosterIndex *self,
                                      FfVolunteer   *volunteer,
                                      guint          most);
/* What two have in common; 0 = nothing. */
guint          ff_roster_compare     (FfVolunteer   *a,
                                      FfVolunteer   *b);
char          *ff_roster_like_describe (guint        like); /* "same mail, same phone number", translated */
/* All pairs but those who are not the same, whoever has most in common first, @most of them. (element-type FfRosterPair) (transfer full) */
GPtrArray     *ff_roster_list_pairs  (FfRoster      *roster,
                                      guint          most);
/* Those of whom it was said that they are not the same, by name. (element-type FfRosterPair) (transfer full) */
GPtrArray     *ff_roster_list_apart_pairs (FfRoster  *roster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRosterIndex, ff_roster_index_free)

G_END_DECLS
