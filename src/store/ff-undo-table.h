/* ff-undo-table.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the rows of one table looked before and after each step that can be taken back.
 */

#pragma once

#include "ff-connection.h"

G_BEGIN_DECLS

/* In the order in which rows can be put in: each table after those that it refers to. */
typedef enum
{
  FF_UNDO_HOLIDAYS,
  FF_UNDO_GROUPS,
  FF_UNDO_HELP_LINES,
  FF_UNDO_MEETINGS,
  FF_UNDO_OVERRIDES,
  FF_UNDO_SESSIONS,
  FF_UNDO_HANDOUTS,
  FF_UNDO_PARTICIPANTS,
  FF_UNDO_CHECK_INS,
  FF_UNDO_PLAN_ITEMS,
  FF_UNDO_OWN_HANDOUTS,
  FF_UNDO_MARKS,
  FF_UNDO_REQUIREMENTS,
  FF_UNDO_ROLES,
  FF_UNDO_ROLE_REQUIREMENTS,
  FF_UNDO_NEEDS,
  FF_UNDO_VOLUNTEERS,
  FF_UNDO_VOLUNTEER_LANGUAGES,
  FF_UNDO_VOLUNTEER_PROGRAMMES,
  FF_UNDO_VOLUNTEER_ROLES,
  FF_UNDO_VOLUNTEER_GROUPS,
  FF_UNDO_AVAILABILITIES,
  FF_UNDO_ABSENCES,
  FF_UNDO_TRAININGS,
  FF_UNDO_STEPS,
  FF_UNDO_ASSIGNMENTS,
  FF_UNDO_RELIEVED,
  FF_UNDO_HOURS,
  FF_UNDO_APART,
} FfUndoPlace;

#define FF_N_UNDO_TABLES (FF_UNDO_APART + 1)

/* What is asked of a table; ?1 is the step. */
typedef enum
{
  FF_UNDO_KEEP_AFTER,  /* how the rows that the step touched look now */
  FF_UNDO_PASS_OVER,   /* rows that came and went within it */
  FF_UNDO_COUNT,
  FF_UNDO_CONFLICT,    /* a row where one of them was changed since */
  FF_UNDO_PREPARE,     /* makes later revisions of the images; lets go of what two rows cannot have at once, while they change places */
  FF_UNDO_RELEASE,
  FF_UNDO_CHANGE_BACK,
  FF_UNDO_TAKE_OUT,
  FF_UNDO_PUT_IN,
  FF_UNDO_STRAY,       /* a row where putting back touched one that the step had not touched */
  FF_UNDO_FORGET,
} FfUndoWork;

#define FF_N_UNDO_WORKS (FF_UNDO_FORGET + 1)
/* The step that is recorded while another one is put back. */
#define FF_UNDO_PUTTING_BACK -1

typedef struct _FfUndoTables FfUndoTables;

/* Makes the tables of images, and the triggers that fill them while temp.undo_state has a step. */
FfUndoTables *ff_undo_tables_new  (FfConnection  *connection,
                                   GError       **error);
void          ff_undo_tables_free (FfUndoTables  *self);
/* (nullable): SQL made of the columns that the table has; NULL where there is nothing to do */
const char   *ff_undo_tables_get  (FfUndoTables  *self,
                                   FfUndoPlace    place,
                                   FfUndoWork     work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfUndoTables, ff_undo_tables_free)

G_END_DECLS
