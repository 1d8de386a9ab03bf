/* ff-rota-duties.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has which duties while places are given out, and what these leave room for.
 */

#pragma once

#include "ff-rota.h"

G_BEGIN_DECLS

typedef struct _FfRotaDuties FfRotaDuties;

typedef struct
{
  guint date;
  int   slot; /* -1: no place of the rota */
} FfRotaDuty;

/* What lies outside the places is in it from the start. @holders: (nullable): one a place */
FfRotaDuties *ff_rota_duties_new    (FfRota       *rota,
                                     const int    *holders);
void          ff_rota_duties_free   (FfRotaDuties *self);
void          ff_rota_duties_add    (FfRotaDuties *self,
                                     guint         volunteer,
                                     guint         slot);
void          ff_rota_duties_remove (FfRotaDuties *self,
                                     guint         volunteer,
                                     guint         slot);
/* Places of the rota alone. */
guint         ff_rota_duties_count  (FfRotaDuties *self,
                                     guint         volunteer);
/* (element-type FfRotaDuty) (transfer none): by date */
GArray       *ff_rota_duties_list   (FfRotaDuties *self,
                                     guint         volunteer);
/* OVERLAP to IN_ROW, @slot itself and @without (-1: none) not counted. */
FfHindrances  ff_rota_duties_find   (FfRotaDuties *self,
                                     guint         volunteer,
                                     guint         slot,
                                     int           without);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRotaDuties, ff_rota_duties_free)

G_END_DECLS
