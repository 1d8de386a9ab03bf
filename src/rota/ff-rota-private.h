/* ff-rota-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota by numbers, for those who fill it: places, dates, kinds of place and volunteers are counted from 0.
 */

#pragma once

#include "ff-rota-plan.h"
#include "ff-rota.h"

G_BEGIN_DECLS

#define FF_ROTA_NOBODY (-1)

/* Places: as in ff_rota_get_slots(). Volunteers: as in ff_roster_get_volunteers(). Dates: every date of the stretch and the margin, by start. Kinds: places of
 * one date and role, next to each other; whoever can have one of them can have any. */
guint          ff_rota_count_slots       (FfRota *self);
guint          ff_rota_count_volunteers  (FfRota *self);
guint          ff_rota_count_dates       (FfRota *self);
FfSlot        *ff_rota_get_slot          (FfRota *self,
                                          guint   slot);
FfVolunteer   *ff_rota_get_volunteer     (FfRota *self,
                                          guint   volunteer);
int            ff_rota_find_volunteer    (FfRota *self, /* FF_ROTA_NOBODY where there is none */
                                          FfVolunteer *volunteer);
guint          ff_rota_get_date_of       (FfRota *self,
                                          guint   slot);
guint          ff_rota_get_kind_of       (FfRota *self,
                                          guint   slot);
gboolean       ff_rota_is_required       (FfRota *self,
                                          guint   slot);
/* Who has it now. */
int            ff_rota_get_holder        (FfRota *self,
                                          guint   slot);
/* It has a holder, who stays. */
gboolean       ff_rota_is_fixed          (FfRota *self,
                                          guint   slot);

/* Volunteers without a lasting hindrance whom what is fixed, or lies outside the places, does not rule out either (overlap, travel, caps that are used up),
 * ascending: no plan gives the place to another. Of a fixed place: its holder alone. */
const guint   *ff_rota_get_choices       (FfRota *self,
                                          guint   slot,
                                          guint  *n);

/* Minutes since 1970 in UTC. */
gint64         ff_rota_get_date_start    (FfRota *self,
                                          guint   date);
gint64         ff_rota_get_date_end      (FfRota *self,
                                          guint   date);
/* Nobody can have both: OVERLAP and/or TRAVEL, 0 where @volunteer can. A date with itself: OVERLAP. */
FfHindrances   ff_rota_find_conflict     (FfRota *self,
                                          guint   volunteer,
                                          guint   a,
                                          guint   b);
/* ISO weeks and calendar months in the volunteer’s zone, by start, counted on without a gap. */
int            ff_rota_get_week          (FfRota *self,
                                          guint   volunteer,
                                          guint   date);
int            ff_rota_get_month         (FfRota *self,
                                          guint   volunteer,
                                          guint   date);
guint          ff_rota_get_cap           (FfRota *self, /* 0 = no limit */
                                          guint   volunteer,
                                          FfCap   cap);
/* Dates of live duties that are no places here (before, after, elsewhere), ascending. */
const guint   *ff_rota_get_outside       (FfRota *self,
                                          guint   volunteer,
                                          guint  *n);
/* What a load is divided by: the share after the caps, 1 where there is nothing that they could take. */
double         ff_rota_get_divisor       (FfRota *self,
                                          guint   volunteer);
gboolean       ff_rota_is_stranger       (FfRota *self,
                                          guint   volunteer,
                                          guint   slot);
FfWish         ff_rota_get_wish          (FfRota *self,
                                          guint   volunteer,
                                          guint   date);

/* @holders: one a place, FF_ROTA_NOBODY where it stays empty */
void           ff_rota_measure           (FfRota    *self,
                                          const int *holders,
                                          double     reached[FF_N_LEVELS]);
/* < 0: @a is better; floating-point noise does not count. */
int            ff_rota_compare_measures  (const double a[FF_N_LEVELS],
                                          const double b[FF_N_LEVELS]);
FfRotaPlan    *ff_rota_plan_new_for      (FfRota       *self,
                                          const int    *holders); /* copied */
const int     *ff_rota_plan_get_holders  (FfRotaPlan   *self);

/* One place after the other, hardest first, then chains of reassignments: keeps every rule. */
FfRotaPlan    *ff_greedy_fill            (FfRota       *rota);
FfRotaPlan    *ff_greedy_top_up          (FfRotaPlan   *plan);

G_END_DECLS
