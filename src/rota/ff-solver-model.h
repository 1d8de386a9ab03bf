/* ff-solver-model.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model of some of the free places, all others staying as they are.
 */

#pragma once

#include "ff-solver-highs.h"
#include "ff-solver-problem.h"

G_BEGIN_DECLS

typedef struct
{
  int first;       /* column, as those of a kind are in a row */
  int n_columns;
  int row;
  guint n_slots;
  guint *slots;    /* (unowned) */
} FfSolverKind;

typedef struct
{
  FfSolverProblem *problem;
  FfSolverState *best;  /* (unowned) */
  FfSolverState *base;  /* @best without the places of the model */
  FfSolverHighs *highs;
  GArray *slots;        /* (element-type guint) by kind */
  GArray *kinds;        /* (element-type FfSolverKind) */
  GArray *pairs;        /* (element-type guint) of the columns that say who has what, which come first */
  guint8 *kept;         /* for each of those, whether the volunteer had a place of the kind */
  GArray *weeks;        /* (element-type guint64) of the columns after them, which say in which week somebody serves: index of FfSolverState.weeks */
  int *steps;           /* of each volunteer, the first column that counts a place more */
  guint *n_steps;
  int worst;            /* column, or -1 */
} FfSolverModel;

/* @slots: of @best, whose other places stay. @most: so many candidates a place at most, 0 = all. @plain: nothing that is known of
 * @best narrows it, and one column is the worst load against a share. */
FfSolverModel *ff_solver_model_new        (FfSolverState       *best,
                                           const guint         *slots,
                                           guint                n_slots,
                                           guint                most,
                                           gboolean             plain);
void           ff_solver_model_free       (FfSolverModel       *self);
void           ff_solver_model_fill_costs (FfSolverModel       *self,
                                           FfLevel              level,
                                           double              *costs);
/* Values of all columns as @state has them. */
void           ff_solver_model_fill_values (FfSolverModel      *self,
                                           const FfSolverState *state,
                                           double              *values);
/* TRUE where the values of HiGHS are whole and @state, which is overwritten, keeps every rule. */
gboolean       ff_solver_model_read       (FfSolverModel       *self,
                                           FfSolverState       *state);
/* No load above @worst of the share, from the next run on. */
gboolean       ff_solver_model_set_worst  (FfSolverModel       *self,
                                           double               worst);

/* Nobody serves in other weeks than they do in the best plan, or could beside these: without that, most models have whole numbers by
 * themselves. Before the first run. Returns FALSE where there is nothing to hold. */
gboolean       ff_solver_model_hold_weeks (FfSolverModel       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSolverModel, ff_solver_model_free)

G_END_DECLS
