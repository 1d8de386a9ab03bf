/* ff-test-rota-made.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up rosters, groups, dates and duties by seed, from tiny ones to a country’s.
 */

#pragma once

#include "ff-assignment.h"
#include "ff-group.h"
#include "ff-occurrence.h"
#include "ff-rota.h"

G_BEGIN_DECLS

/* What makes it hard. */
typedef enum
{
  FF_TEST_ROTA_ZONES = 1 << 0,     /* volunteers and groups in other zones */
  FF_TEST_ROTA_HOURS = 1 << 1,     /* weekly hours, past midnight too */
  FF_TEST_ROTA_ABSENCES = 1 << 2,
  FF_TEST_ROTA_TRAININGS = 1 << 3, /* lapsing in the middle, never done, renewed after a gap */
  FF_TEST_ROTA_CAPS = 1 << 4,
  FF_TEST_ROTA_PLACES = 1 << 5,    /* far apart; reach, online only */
  FF_TEST_ROTA_LANGUAGES = 1 << 6, /* and programmes */
  FF_TEST_ROTA_GROUPS = 1 << 7,    /* some serve their own groups alone */
  FF_TEST_ROTA_DUTIES = 1 << 8,    /* places that are given already, well or not, and declined ones */
  FF_TEST_ROTA_MARGIN = 1 << 9,    /* duties before and after the stretch */
  FF_TEST_ROTA_DATES = 1 << 10,    /* moved and cancelled dates, holidays, fortnights, nth weekdays */
  FF_TEST_ROTA_CROWDED = 1 << 11,  /* few hours of the week for all meetings */
  FF_TEST_ROTA_ONE_GROUP = 1 << 12, /* the places of the first group alone */
} FfTestRotaTraits;

#define FF_TEST_ROTA_ALL_TRAITS ((FfTestRotaTraits) ((1 << 11) - 1))

typedef struct
{
  guint32 seed;
  guint volunteers;
  guint groups;
  guint meetings;
  guint weeks;
  guint roles;        /* 1 to 4 */
  const char *monday; /* when the stretch begins, as 2026-10-12 */
  FfTestRotaTraits traits;
} FfTestRotaShape;

typedef struct
{
  FfRoster *roster;
  GPtrArray *groups;      /* (element-type FfGroup) */
  GPtrArray *meetings;    /* (element-type FfMeeting) */
  GPtrArray *overrides;   /* (element-type FfOverride) */
  FfHolidays *holidays;
  GPtrArray *occurrences; /* (element-type FfOccurrence): of the stretch and the margin */
  GPtrArray *assignments; /* (element-type FfAssignment) */
  GPtrArray *covering;    /* (element-type FfVolunteer) (nullable): a plan that fills every place, in the checker’s order */
  const char *group;      /* (nullable): whose places alone */
  GDateTime *from, *until;
} FfTestRotaMade;

#define FF_TEST_ROTA_ZONE "America/Vancouver"

FfTestRotaMade *ff_test_rota_made_new       (const FfTestRotaShape *shape);
/* An empty one, for cases that are written out. */
FfTestRotaMade *ff_test_rota_made_new_empty (const char            *monday,
                                             guint                  weeks);
/* Each meeting weekly for 13 weeks, with three roles; made so that all can be covered. */
FfTestRotaMade *ff_test_rota_made_coverable (guint32                seed,
                                             guint                  volunteers,
                                             guint                  groups,
                                             guint                  meetings);
FfTestRotaMade *ff_test_rota_made_middle    (guint32                seed); /* 60 × 40 */
FfTestRotaMade *ff_test_rota_made_tight     (guint32                seed); /* 60 × 40, and nobody takes more a week than covering all needs */
FfTestRotaMade *ff_test_rota_made_large     (guint32                seed); /* 500 × 500 */
void            ff_test_rota_made_free      (FfTestRotaMade        *self);
/* Reads the dates of all meetings anew. */
void            ff_test_rota_made_list_dates (FfTestRotaMade       *self);
FfRota         *ff_test_rota_made_lay_out   (FfTestRotaMade        *self);

/* A date as it is stored. (transfer full) */
char           *ff_test_rota_day            (GDateTime             *from,
                                             int                    days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTestRotaMade, ff_test_rota_made_free)

G_END_DECLS
