/* ff-solver-search.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a plan better by handing places on, without a model.
 */

#pragma once

#include "ff-solver-clock.h"
#include "ff-solver-problem.h"

G_BEGIN_DECLS

/* Fills places that are empty, where somebody can be made free by a chain of others who take over; then evens out loads by chains from those
 * who have most for their share to those who have least; then exchanges places where that suits more. */
void ff_solver_search_improve (FfSolverState       *state,
                               const FfSolverClock *clock);

G_END_DECLS
