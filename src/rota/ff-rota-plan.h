/* ff-rota-plan.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A way to fill a rota’s places: who gets which, how good it is, and why some stay empty.
 */

#pragma once

#include "ff-rota.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_PLAN (ff_rota_plan_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaPlan, ff_rota_plan, FF, ROTA_PLAN, GObject)

/* In the order in which they count. Less is better, but for the places that are filled. */
typedef enum
{
  FF_LEVEL_REQUIRED,   /* required places filled */
  FF_LEVEL_OPTIONAL,   /* other places filled */
  FF_LEVEL_WORST,      /* the highest load against a share: max of duties / share */
  FF_LEVEL_SPREAD,     /* sum of duties² / share */
  FF_LEVEL_STRANGERS,  /* places given to somebody who is not of the group */
  FF_LEVEL_WISHES,     /* places against a wish, less those to somebody’s liking */
  FF_LEVEL_CHANGES,    /* places that had somebody else, or that somebody loses */
} FfLevel;

#define FF_N_LEVELS (FF_LEVEL_CHANGES + 1)

typedef struct
{
  double reached;
  double bound;  /* nothing better is possible while the levels before stay as they are; NAN = not known */
} FfMeasure;

/* How it was left. */
typedef enum
{
  FF_ROTA_ENDING_DONE,   /* nothing more was to be tried */
  FF_ROTA_ENDING_EARLY,  /* there was no time left, or somebody stopped it */
  FF_ROTA_ENDING_FAILED, /* the solver did not do what it should: what was found without it */
} FfRotaEnding;

typedef struct
{
  FfSlot       *slot;
  FfVolunteer  *before; /* (nullable) */
  FfVolunteer  *after;  /* (nullable) */
} FfRotaChange;

/* @volunteers: (element-type FfVolunteer) one a slot, %NULL where it stays empty */
FfRotaPlan  *ff_rota_plan_new            (FfRota       *rota,
                                          GPtrArray    *volunteers);
FfRota      *ff_rota_plan_get_rota       (FfRotaPlan   *self);
FfVolunteer *ff_rota_plan_get_volunteer  (FfRotaPlan   *self, /* (nullable) */
                                          FfSlot       *slot);
/* Worked out from the plan itself. @bound is what ff_rota_plan_set_bound() was told. */
FfMeasure    ff_rota_plan_get_measure    (FfRotaPlan   *self,
                                          FfLevel       level);
void         ff_rota_plan_set_bound      (FfRotaPlan   *self,
                                          FfLevel       level,
                                          double        bound);
/* How far one level may be from the best possible while the levels before stay: 0 = it is that, 1 = nothing can be said; NAN = not known */
double       ff_measure_get_gap          (const FfMeasure *self);
/* The largest of all levels; NAN where one is not known. */
double       ff_rota_plan_get_gap        (FfRotaPlan   *self);
FfRotaEnding ff_rota_plan_get_ending     (FfRotaPlan   *self);
void         ff_rota_plan_set_ending     (FfRotaPlan   *self,
                                          FfRotaEnding  ending);
int          ff_rota_plan_compare        (FfRotaPlan   *a,   /* < 0: @a is better */
                                          FfRotaPlan   *b);
/* By the order of slots. (element-type FfRotaChange) (transfer full) */
GPtrArray   *ff_rota_plan_list_changes   (FfRotaPlan   *self);
/* Places that stay empty, required ones first. (element-type FfSlot) (transfer container) */
GPtrArray   *ff_rota_plan_list_unfilled  (FfRotaPlan   *self);
/* “Tuesday 18:00 Ladner, host: 3 are trained, 2 away, 1 at its weekly cap.” (transfer full) */
char        *ff_rota_plan_explain        (FfRotaPlan   *self,
                                          FfSlot       *slot);
/* The same under another @title: the date, where it stands beside those of other weeks. (transfer full) */
char        *ff_rota_plan_explain_as     (FfRotaPlan   *self,
                                          FfSlot       *slot,
                                          const char   *title);

G_END_DECLS
