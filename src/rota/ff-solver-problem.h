/* ff-solver-problem.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota in numbers, as the search and the models work on it, and one way of filling it.
 */

#pragma once

#include <gio/gio.h>

#include "ff-rota-plan.h"

G_BEGIN_DECLS

#define FF_SOLVER_NOBODY G_MAXUINT

/* Somebody who may have a place, as far as all that stays as it is allows. */
typedef struct
{
  guint slot;
  guint volunteer;
  guint16 week; /* on the volunteer's wall, from the first week that is known */
  guint16 month;
  gint8 wish; /* 1 against it, -1 to their liking */
  guint8 strange;
  guint8 kept; /* had it before */
} FfSolverPair;

typedef struct
{
  gboolean required;
  guint turn;   /* which occurrence */
  guint kind;   /* places of one kind are alike: same date, same role, both required or both not */
  gint64 start; /* µs */
  gint64 end;
  guint fixed;  /* volunteer who keeps it, or FF_SOLVER_NOBODY */
  guint before; /* volunteer who had it, or FF_SOLVER_NOBODY */
  guint first;  /* its pairs are [first, next slot's first), by volunteer */
  guint first_left_out; /* likewise of those left out */
} FfSolverSlot;

typedef struct
{
  double share;
  guint fixed; /* places that they keep */
  guint week_cap;
  guint month_cap;
  guint in_row;
} FfSolverVolunteer;

/* Whether one volunteer cannot have both: one time, or too little time between two places. */
typedef gboolean (*FfSolverClash) (gconstpointer data, guint volunteer, guint slot, guint other);

typedef struct
{
  guint n_slots;
  guint n_volunteers;
  guint n_pairs;
  guint n_weeks;
  guint n_months;
  gboolean pruned; /* not all that may have a place are among its pairs, though all of the group are */
  FfSolverSlot *slots; /* one more, for its first */
  FfSolverVolunteer *volunteers;
  FfSolverPair *pairs;
  FfSolverPair *left_out; /* of those that are not among the pairs, the ones to somebody’s liking */
  guint n_left_out;
  guint16 *weeks;  /* duties that stay, n_weeks for each volunteer */
  guint16 *months; /* likewise */
  FfSolverClash clash;
  gpointer clash_data;
  GDestroyNotify free_clash_data;
} FfSolverProblem;

/* One way of filling it that keeps every rule. */
typedef struct
{
  FfSolverProblem *problem;
  guint *taken;      /* for each slot a pair, or FF_SOLVER_NOBODY */
  GArray **duties;   /* (element-type guint) for each volunteer, slots in no order */
  guint *loads;      /* kept ones too */
  guint16 *weeks;    /* all duties */
  guint16 *months;
} FfSolverState;

/* One number a level, less is better in all: places that stay empty in the place of those that are filled. */
typedef struct
{
  double levels[FF_N_LEVELS];
} FfSolverScore;

void             ff_solver_problem_free   (FfSolverProblem       *self);
guint            ff_solver_problem_find_pair (const FfSolverProblem *self,
                                           guint                  slot,
                                           guint                  volunteer);

FfSolverState   *ff_solver_state_new      (FfSolverProblem       *problem);
void             ff_solver_state_free     (FfSolverState         *self);
void             ff_solver_state_copy     (FfSolverState         *self,
                                           const FfSolverState   *other);
gboolean         ff_solver_state_can_take (const FfSolverState   *self,
                                           guint                  pair,
                                           guint                  without);
void             ff_solver_state_take     (FfSolverState         *self,
                                           guint                  pair);
void             ff_solver_state_drop     (FfSolverState         *self,
                                           guint                  slot);
double           ff_solver_state_get_worst (const FfSolverState  *self);
FfSolverScore    ff_solver_state_score    (const FfSolverState   *self);
int              ff_solver_score_compare  (const FfSolverScore   *a,
                                           const FfSolverScore   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSolverProblem, ff_solver_problem_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSolverState, ff_solver_state_free)

G_END_DECLS
