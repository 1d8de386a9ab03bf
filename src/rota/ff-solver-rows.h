/* ff-solver-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of one volunteer in a model: nobody in two places at once, and their caps.
 */

#pragma once

#include "ff-solver-highs.h"
#include "ff-solver-problem.h"

G_BEGIN_DECLS

/* A place that they may have, as a column. */
typedef struct
{
  guint column;
  guint turn; /* which of their occurrences, by time */
  const FfSolverPair *pair;
  const FfSolverSlot *slot;
} FfSolverTurn;

/* @turns: (element-type FfSolverTurn): sorted and numbered. @base: what they have besides.
 * @weeks: (element-type guint64): what each column of a week that is added stands for, as an index of FfSolverState.weeks.
 * Returns how many occurrences there are. */
guint ff_solver_rows_add (FfSolverHighs       *highs,
                          const FfSolverState *base,
                          guint                volunteer,
                          GArray              *turns,
                          GArray              *weeks);

G_END_DECLS
