/* ff-rota.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of a stretch of time and who has them, and what speaks against whom.
 */

#pragma once

#include "ff-roster.h"
#include "ff-slot.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA (ff_rota_get_type ())

/* As it was at one moment; read by several threads, not changed. */
G_DECLARE_FINAL_TYPE (FfRota, ff_rota, FF, ROTA, GObject)

/* Why somebody cannot have a place. The first ones do not depend on what else they have. */
typedef enum
{
  FF_HINDRANCE_SERVING = 1 << 0,       /* interested only, or resting */
  FF_HINDRANCE_ROLE = 1 << 1,        /* does not take this role */
  FF_HINDRANCE_PROGRAMME = 1 << 2,
  FF_HINDRANCE_LANGUAGE = 1 << 3,    /* does not speak the group’s */
  FF_HINDRANCE_GROUP = 1 << 4,       /* serves other groups only */
  FF_HINDRANCE_UNTRAINED = 1 << 5,   /* something required was never done */
  FF_HINDRANCE_LAPSED = 1 << 6,      /* something required does not hold on that date */
  FF_HINDRANCE_AWAY = 1 << 7,
  FF_HINDRANCE_HOURS = 1 << 8,       /* not free at that time */
  FF_HINDRANCE_ONLINE_ONLY = 1 << 9,
  FF_HINDRANCE_TOO_FAR = 1 << 10,
  FF_HINDRANCE_DECLINED = 1 << 11,   /* this very place */
  FF_HINDRANCE_OVERLAP = 1 << 12,    /* has another duty at that time, or another role there */
  FF_HINDRANCE_TRAVEL = 1 << 13,     /* too little time between two places */
  FF_HINDRANCE_WEEK = 1 << 14,       /* the cap of a week */
  FF_HINDRANCE_MONTH = 1 << 15,
  FF_HINDRANCE_IN_ROW = 1 << 16,
} FfHindrances;

#define FF_HINDRANCES_LASTING ((FfHindrances) ((1 << 12) - 1))

/* @occurrences: (element-type FfOccurrence) of the stretch and the margin around it; those not held have no places
 * @groups: (element-type FfGroup)
 * @assignments: (element-type FfAssignment) of the stretch and the margin
 * @group: (nullable): uid; the places are those of this group, while duties elsewhere count all the same
 * @from, @until: the stretch, by start; the places are those in [from, until) */
FfRota    *ff_rota_new               (FfRoster     *roster,
                                      GPtrArray    *groups,
                                      GPtrArray    *occurrences,
                                      GPtrArray    *assignments,
                                      const char   *group,
                                      GDateTime    *from,
                                      GDateTime    *until);
FfRoster  *ff_rota_get_roster        (FfRota       *self);
/* (element-type FfSlot) (transfer none): by start, meeting, role, place */
GPtrArray *ff_rota_get_slots         (FfRota       *self);
/* Assignments in the stretch whose date, role or place is not there any more. (element-type FfAssignment) (transfer none) */
GPtrArray *ff_rota_get_astray        (FfRota       *self);
/* What speaks against it, everything else being as it is. */
FfHindrances ff_rota_find_hindrances (FfRota       *self,
                                      FfSlot       *slot,
                                      FfVolunteer  *volunteer);
/* In words, one sentence a line: “Host training lapsed on 3 March 2027.” (transfer full) "" = nothing */
char      *ff_rota_describe_hindrances (FfRota     *self,
                                      FfSlot       *slot,
                                      FfVolunteer  *volunteer);

G_END_DECLS
