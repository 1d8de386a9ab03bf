/* ff-roster-plan.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What taking a file of volunteers in would do: added, changed, left as it is, refused, or a question; before anything is done.
 */

#pragma once

#include "ff-roster-import.h"
#include "ff-roster-likeness.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ROSTER_STEP_ADDED,
  FF_ROSTER_STEP_CHANGED,
  FF_ROSTER_STEP_SAME,
  FF_ROSTER_STEP_REFUSED,
  FF_ROSTER_STEP_DUPLICATE, /* may be somebody who is here, or in the file, already */
} FfRosterChange;

#define FF_N_ROSTER_CHANGES (FF_ROSTER_STEP_DUPLICATE + 1)

/* What becomes of a duplicate. */
typedef enum
{
  FF_ROSTER_UNDECIDED,
  FF_ROSTER_MERGE, /* what the row says is taken into who is here; the name stays */
  FF_ROSTER_ADD,   /* it is another person */
  FF_ROSTER_SKIP,
} FfRosterDecision;

#define FF_ROSTER_MOST_CANDIDATES 5u

typedef struct
{
  FfVolunteer *volunteer; /* who is stored, or said by an earlier row */
  guint line;             /* of that row; 0 = stored */
  guint step;             /* of that row */
  guint like;             /* of FfRosterLikeness */
  char *summary;          /* which things merging changes: "mail, roles", translated; "" for none */
} FfRosterCandidate;

typedef struct
{
  FfRosterChange change;
  const FfRosterRow *row;
  FfVolunteer *before;     /* (nullable): who is stored, where that is beyond doubt */
  FfVolunteer *after;      /* (nullable): what is saved, unless it is a duplicate that is merged or skipped */
  GPtrArray *candidates;   /* (nullable) (element-type FfRosterCandidate): of a duplicate, the likest first */
  FfRosterDecision decision;
  guint chosen;            /* of @candidates, to merge into */
  char *summary;           /* what changes, or why it is refused or the same; "" */
} FfRosterStep;

/* What is decided on a step at one moment. */
typedef struct
{
  FfRosterDecision decision;
  guint chosen;
} FfRosterDecided;

typedef struct
{
  GPtrArray *steps; /* (element-type FfRosterStep), in the order of the file */
  guint counts[FF_N_ROSTER_CHANGES];
  FfRosterImport *import;
  FfRosterKnown *known;
} FfRosterPlan;

/* Of an import that asks nothing any more. May take long: call it in a thread. */
FfRosterPlan *ff_roster_plan_new            (FfRosterImport     *import,
                                             FfRosterKnown      *known);
void          ff_roster_plan_free           (FfRosterPlan       *self);
guint         ff_roster_plan_count_undecided (const FfRosterPlan *self);
/* Of every duplicate; merged into the likest one. */
void          ff_roster_plan_decide_all     (FfRosterPlan       *self,
                                             FfRosterDecision    decision);
/* “May be Jo Smith, who is here already (same mail).” (transfer full) */
char         *ff_roster_candidate_describe  (const FfRosterCandidate *self);
/* Whose zone the file leaves open, and which is taken: a sentence. (transfer full) (nullable) */
char         *ff_roster_plan_describe_zones (const FfRosterPlan *self);
/* Whom to save, each once, in the order of the file. Undecided ones are skipped. @added, @changed: (out) (optional): how many of
 * them. (element-type FfVolunteer) (transfer full) */
GPtrArray    *ff_roster_plan_list_volunteers (const FfRosterPlan *self,
                                             guint              *added,
                                             guint              *changed);
/* The same in a thread, by what was decided when it began, while somebody decides further. */
GArray       *ff_roster_plan_list_decided   (const FfRosterPlan *self);
GPtrArray    *ff_roster_plan_list_volunteers_as (const FfRosterPlan *self,
                                             const GArray       *decided,
                                             guint              *added,
                                             guint              *changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRosterPlan, ff_roster_plan_free)

G_END_DECLS
