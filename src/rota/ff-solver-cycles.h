/* ff-solver-cycles.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets two or three volunteers exchange places where that suits more.
 */

#pragma once

#include "ff-solver-clock.h"
#include "ff-solver-problem.h"

G_BEGIN_DECLS

/* Loads and what is filled stay; strangers, wishes and changes become fewer, in that order. Whether it became better. */
gboolean ff_solver_cycles_improve (FfSolverState       *state,
                                   const FfSolverClock *clock);

G_END_DECLS
