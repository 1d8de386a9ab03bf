/* ff-solver-highs.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One model in HiGHS: rows are gathered, handed over in one go, and solved again and again with other costs.
 */

#pragma once

#include "ff-solver-clock.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SOLVER_FAILED,     /* HiGHS gave up, or it makes no sense */
  FF_SOLVER_STOPPED,    /* time or cancelled; there may be values and a bound */
  FF_SOLVER_INFEASIBLE,
  FF_SOLVER_OPTIMAL,
} FfSolverOutcome;

typedef struct
{
  gpointer highs;
  FfSolverClock clock;
  int seed;     /* another one may find other plans */
  int threads;  /* HiGHS has one pool of them for the whole program, whose size is that of the first run: later ones that ask for another fail */
  GArray *cost; /* (element-type double) of columns, as all below */
  GArray *lower;
  GArray *upper;
  GArray *row_lower;
  GArray *row_upper;
  GArray *starts; /* (element-type int) of rows */
  GArray *indices;
  GArray *coefficients;
  double *values; /* of the columns, after a run */
  double *duals;
  double *row_values;
  double *row_duals;
  double objective;
  double bound; /* of a run with whole numbers */
} FfSolverHighs;

FfSolverHighs  *ff_solver_highs_new         (void);
void            ff_solver_highs_free        (FfSolverHighs       *self);
int             ff_solver_highs_add_column  (FfSolverHighs       *self,
                                             double               lower,
                                             double               upper);
/* The row’s columns follow with ff_solver_highs_add_entry(). */
int             ff_solver_highs_begin_row   (FfSolverHighs       *self,
                                             double               lower,
                                             double               upper);
void            ff_solver_highs_add_entry   (FfSolverHighs       *self,
                                             int                  column,
                                             double               coefficient);
gboolean        ff_solver_highs_pass        (FfSolverHighs       *self);
gboolean        ff_solver_highs_set_costs   (FfSolverHighs       *self,
                                             const double        *costs);
gboolean        ff_solver_highs_set_bounds  (FfSolverHighs       *self);
/* Σ costs × columns ≤ @most */
gboolean        ff_solver_highs_limit       (FfSolverHighs       *self,
                                             const double        *costs,
                                             double               most);
FfSolverOutcome ff_solver_highs_run         (FfSolverHighs       *self,
                                             const FfSolverClock *clock);
/* With whole numbers in all columns but the last @n_broken, beginning with @values. */
FfSolverOutcome ff_solver_highs_run_whole   (FfSolverHighs       *self,
                                             const double        *values,
                                             int                  n_broken,
                                             const FfSolverClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSolverHighs, ff_solver_highs_free)

G_END_DECLS
