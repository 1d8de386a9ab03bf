/* ff-solver-bounds.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What no way of filling a rota can surpass, without solving anything.
 */

#pragma once

#include "ff-solver-problem.h"

G_BEGIN_DECLS

/* Of FfSolverScore, for a plan that fills as many places as @best; @bounds are raised, NAN counting as nothing. */
void ff_solver_bounds_raise (const FfSolverState *best,
                             double              *bounds);

G_END_DECLS
