/* ff-rota-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the rota grid: a place of a role at a meeting, week by week.
 */

#pragma once

#include "ff-rota-place.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_ROW (ff_rota_row_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaRow, ff_rota_row, FF, ROTA_ROW, GObject)

FfRotaRow   *ff_rota_row_new         (guint        n_weeks,
                                      const char  *meeting,
                                      const char  *title,
                                      const char  *when,
                                      const char  *role);
const char  *ff_rota_row_get_title   (FfRotaRow   *self); /* the meeting's or its group's name */
const char  *ff_rota_row_get_when    (FfRotaRow   *self); /* “Tuesday 18:00” */
const char  *ff_rota_row_get_role    (FfRotaRow   *self); /* “Host”, “Greeter 2” */
/* The same meeting at the same hour: one block of lines. */
gboolean     ff_rota_row_is_beside   (FfRotaRow   *self,
                                      FfRotaRow   *other); /* (nullable) */
/* (nullable): the meeting needs nobody there in that week */
FfSlot      *ff_rota_row_get_slot    (FfRotaRow   *self,
                                      guint        week);
/* What it looks like; only where there is one. */
FfRotaState  ff_rota_row_get_state   (FfRotaRow   *self,
                                      guint        week);
/* What speaks against whoever has it. */
FfHindrances ff_rota_row_get_against (FfRotaRow   *self,
                                      guint        week);
/* While it is made. */
void         ff_rota_row_set_slot    (FfRotaRow   *self,
                                      guint        week,
                                      FfSlot      *slot,
                                      FfRotaState  state,
                                      FfHindrances against);

G_END_DECLS
