/* ff-solver-flow.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many places of some sort could go to whom at the most, as a flow: each place once, nobody in two at once, nor above a cap.
 */

#pragma once

#include "ff-solver-clock.h"
#include "ff-solver-problem.h"

G_BEGIN_DECLS

typedef struct _FfSolverFlow FfSolverFlow;

/* One place more for somebody, and what it is worth. */
typedef struct
{
  guint volunteer;
  double value;
} FfSolverUnit;

typedef gboolean (*FfSolverSuits) (const FfSolverPair *pair);

/* Of the pairs that @suits picks, left out ones too. */
FfSolverFlow *ff_solver_flow_new      (const FfSolverProblem *problem,
                                       FfSolverSuits          suits);
void          ff_solver_flow_free     (FfSolverFlow          *self);
/* How many places @volunteer could have if nobody else took any, at the most. */
guint         ff_solver_flow_count    (const FfSolverFlow    *self,
                                       guint                  volunteer);
/* The most that @units, of which the worthiest come first and each volunteer's later ones are worth no more than the earlier ones, come to together.
 * Returns FALSE where the time did not suffice. */
gboolean      ff_solver_flow_find_most (FfSolverFlow         *self,
                                        const GArray         *units, /* (element-type FfSolverUnit) */
                                        const FfSolverClock  *clock,
                                        double               *most);

/* Who has a place then, or FF_SOLVER_NOBODY. */
guint         ff_solver_flow_get_holder (const FfSolverFlow   *self,
                                       guint                  slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSolverFlow, ff_solver_flow_free)

G_END_DECLS
