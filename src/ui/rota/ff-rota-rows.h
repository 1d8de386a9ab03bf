/* ff-rota-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota as lines and weeks, and how many gaps each week has.
 */

#pragma once

#include <gio/gio.h>

#include "ff-rota-row.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_ROWS (ff_rota_rows_get_type ())

/* A GListModel of FfRotaRow: by weekday, hour, meeting, role, place. Never changes once it is made. */
G_DECLARE_FINAL_TYPE (FfRotaRows, ff_rota_rows, FF, ROTA_ROWS, GObject)

typedef struct
{
  guint places;
  guint required; /* empty ones that are required and still to come */
  guint optional; /* other empty ones that are still to come */
  guint missed;   /* that have begun, and nobody had */
  guint against;  /* that somebody has although something speaks against it */
} FfRotaWeek;

/* May be called in a thread. @programmes: (element-type FfProgramme), for what a role is called. @now: an empty place that
 * has begun by then is no gap any more. */
FfRotaRows       *ff_rota_rows_new         (FfRota           *rota,
                                            const FfWallTime *first,
                                            guint             n_weeks,
                                            GPtrArray        *programmes,
                                            GDateTime        *now);
FfRota           *ff_rota_rows_get_rota    (FfRotaRows       *self);
const FfWallTime *ff_rota_rows_get_first   (FfRotaRows       *self); /* day of the first week */
guint             ff_rota_rows_count       (FfRotaRows       *self);
guint             ff_rota_rows_count_weeks (FfRotaRows       *self);
FfRotaRow        *ff_rota_rows_get_row     (FfRotaRows       *self, /* (transfer none) */
                                            guint             row);
const FfRotaWeek *ff_rota_rows_get_week    (FfRotaRows       *self,
                                            guint             week);
/* Where the same place is that @slot was in another rota; FALSE where it is not there any more. */
gboolean          ff_rota_rows_find        (FfRotaRows       *self,
                                            FfSlot           *slot,
                                            guint            *row,
                                            guint            *week);
/* The same for a slot of the very rota that they show. */
void              ff_rota_rows_locate      (FfRotaRows       *self,
                                            FfSlot           *slot,
                                            guint            *row,
                                            guint            *week);
/* Whether two slots, of two rotas perhaps, are one place. */
gboolean          ff_rota_same_place       (FfSlot           *a,
                                            FfSlot           *b);
/* What speaks against whoever has @slot; 0 where nobody has it. */
FfHindrances      ff_rota_find_against     (FfRota           *rota,
                                            FfSlot           *slot);
/* (nullable): who has it, as the roster knows them */
FfVolunteer      *ff_rota_find_holder      (FfRota           *rota,
                                            FfSlot           *slot);

G_END_DECLS
