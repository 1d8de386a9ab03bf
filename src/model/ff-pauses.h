/* ff-pauses.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of days in which a meeting rests: a season off.
 */

#pragma once

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_PAUSES (ff_pauses_get_type ())

typedef struct
{
  FfWallTime first; /* its day only */
  FfWallTime last;  /* its day only, included */
  char *note;       /* never NULL */
} FfPause;

/* Immutable: pauses in the order of their first days. */
typedef struct _FfPauses FfPauses;

GType          ff_pauses_get_type  (void) G_GNUC_CONST;
/* One a line: "2026-07-01/2026-08-31 Summer", the form in the database. */
FfPauses      *ff_pauses_parse     (const char       *text,
                                    GError          **error);
char          *ff_pauses_to_string (FfPauses         *self); /* (nullable): "" */
FfPauses      *ff_pauses_ref       (FfPauses         *self);
void           ff_pauses_unref     (FfPauses         *self);
guint          ff_pauses_count     (FfPauses         *self); /* (nullable): 0 */
const FfPause *ff_pauses_get       (FfPauses         *self,
                                    guint             position);
/* (nullable): the pause that this day is in */
const FfPause *ff_pauses_find      (FfPauses         *self,  /* (nullable) */
                                    const FfWallTime *day);
FfPauses      *ff_pauses_add       (FfPauses         *self,  /* (nullable) */
                                    const FfPause    *pause);
FfPauses      *ff_pauses_remove    (FfPauses         *self,
                                    guint             position); /* (nullable): NULL where none is left */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPauses, ff_pauses_unref)

G_END_DECLS
