/* ff-solver-levels.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through the levels of a model in their order, each held while the next ones are made better.
 */

#pragma once

#include "ff-solver-model.h"

G_BEGIN_DECLS

/* @best has become better. */
typedef void (*FfSolverFound) (const FfSolverState *best, gpointer user_data);

typedef struct
{
  FfSolverFound found; /* (nullable) */
  gpointer user_data;
} FfSolverTold;

/* Makes model->best better. @bounds: of FfSolverScore, are raised to what is proven while all but the model’s places stay, and what is proven already
 * is not looked for again; NULL where nobody wants to know. FF_SOLVER_OPTIMAL: with more time it would not find more; FF_SOLVER_FAILED: HiGHS
 * did not do what it should. */
FfSolverOutcome ff_solver_levels_run (FfSolverModel       *model,
                                      const FfSolverClock *clock,
                                      const FfSolverTold  *told,
                                      double              *bounds);

G_END_DECLS
