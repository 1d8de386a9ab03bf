/* ff-solver-bounds.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What no way of filling a rota can surpass, without a model of all of it.
 */

#pragma once

#include "ff-solver-clock.h"
#include "ff-solver-problem.h"

G_BEGIN_DECLS

/* Of FfSolverScore, for a plan that fills as many places as @best; @bounds are raised, NAN counting as nothing. @clock: how long it may take; what
 * it has no time for is bounded more loosely. */
void ff_solver_bounds_raise (const FfSolverState *best,
                             const FfSolverClock *clock,
                             double              *bounds);

G_END_DECLS
