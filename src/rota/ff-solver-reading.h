/* ff-solver-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a rota to its numbers, and from a way of filling it to a plan.
 */

#pragma once

#include "ff-rota-private.h"
#include "ff-solver-problem.h"

G_BEGIN_DECLS

/* @most: so many candidates a place at most, so that a country’s rota has room, @holders among them; 0 = all */
FfSolverProblem *ff_solver_read_rota    (FfRota              *rota,
                                         guint                most,
                                         const int           *holders);
/* As @holders have it, who keep every rule. */
void             ff_solver_read_holders (FfSolverState       *state,
                                         const int           *holders);
/* (transfer full): one a place */
int             *ff_solver_list_holders (const FfSolverState *state);
/* Asks the rota itself, not the numbers. */
gboolean         ff_solver_keeps_rules  (FfRota              *rota,
                                         const int           *holders);

G_END_DECLS
