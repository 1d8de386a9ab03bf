/* ff-import-plan.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What taking a file in would do to the schedule: added, changed, gone; before anything is done.
 */

#pragma once

#include "ff-import.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  FF_IMPORT_ADDED,
  FF_IMPORT_CHANGED,
  FF_IMPORT_SAME,
  FF_IMPORT_REFUSED,
  FF_IMPORT_GONE,    /* came from this source once and is not in the file any more */
} FfImportChange;

#define FF_N_IMPORT_CHANGES (FF_IMPORT_GONE + 1)

typedef struct
{
  FfImportChange change;
  const FfImportRow *row; /* (nullable): NULL for FF_IMPORT_GONE */
  const char *title;
  FfMeeting *meeting;     /* (nullable): what it becomes: key and group filled in; for FF_IMPORT_GONE what goes */
  FfMeeting *before;      /* (nullable): what it is now */
  GPtrArray *overrides;   /* (nullable) (element-type FfOverride): to save, with the meeting's key */
  GPtrArray *dropped;     /* (nullable) (element-type FfOverride): not in the file any more, to delete */
  char *summary;          /* FF_IMPORT_CHANGED: which things, "time, place, link" translated; else NULL */
} FfImportStep;

typedef struct
{
  GPtrArray *steps;   /* (element-type FfImportStep), in the order of the file, gone ones last */
  GPtrArray *groups;  /* (element-type FfGroup): new or changed, to save */
  guint counts[FF_N_IMPORT_CHANGES];
  FfSchedule *schedule; /* what it was made from … */
  FfImport *import;     /* … and stays true to */
} FfImportPlan;

/* Matches by slug or uid, groups by name (case aside). Private things that are stored and that the file does not say stay.
 * @groups_into: (nullable): uid of an existing group that all new meetings go to, whatever the file says. */
FfImportPlan *ff_import_plan_new  (FfImport     *import,
                                   FfSchedule   *schedule,
                                   const FfImportDefaults *defaults,
                                   const char   *groups_into);
void          ff_import_plan_free (FfImportPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImportPlan, ff_import_plan_free)

G_END_DECLS
