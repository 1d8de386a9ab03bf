/* ff-solver-highs.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One model in HiGHS: rows are gathered, handed over in one go, and solved again and again with other costs.
 */

#include "ff-solver-highs.h"

#include <math.h>

#include <interfaces/highs_c_api.h>

#define THREADS 2

#define DATA(array) ((gpointer) (array)->data)

static GArray *
new_numbers (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static GArray *
new_indices (void)
{
  return g_array_new (FALSE, FALSE, sizeof (HighsInt));
}

static void
on_callback (int type,
             const char *message,
             const HighsCallbackDataOut *out,
             HighsCallbackDataIn *in,
             void *user_data)
{
  FfSolverHighs *self = user_data;

  if (in != NULL)
    in->user_interrupt = ff_solver_clock_is_over (&self->clock);
}

FfSolverHighs *
ff_solver_highs_new (void)
{
  FfSolverHighs *self = g_new0 (FfSolverHighs, 1);

  self->highs = Highs_create ();
  self->threads = THREADS;
  self->cost = new_numbers ();
  self->lower = new_numbers ();
  self->upper = new_numbers ();
  self->row_lower = new_numbers ();
  self->row_upper = new_numbers ();
  self->starts = new_indices ();
  self->indices = new_indices ();
  self->coefficients = new_numbers ();
  return self;
}

void
ff_solver_highs_free (FfSolverHighs *self)
{
  Highs_destroy (self->highs);
  g_array_unref (self->cost);
  g_array_unref (self->lower);
  g_array_unref (self->upper);
  g_array_unref (self->row_lower);
  g_array_unref (self->row_upper);
  g_array_unref (self->starts);
  g_array_unref (self->indices);
  g_array_unref (self->coefficients);
  g_free (self->values);
  g_free (self->duals);
  g_free (self->row_values);
  g_free (self->row_duals);
  g_free (self);
}

int
ff_solver_highs_add_column (FfSolverHighs *self, double lower, double upper)
{
  double none = 0;

  g_array_append_val (self->cost, none);
  g_array_append_val (self->lower, lower);
  g_array_append_val (self->upper, upper);
  return (int) self->cost->len - 1;
}

int
ff_solver_highs_begin_row (FfSolverHighs *self, double lower, double upper)
{
  HighsInt start = (HighsInt) self->indices->len;

  g_array_append_val (self->starts, start);
  g_array_append_val (self->row_lower, lower);
  g_array_append_val (self->row_upper, upper);
  return (int) self->starts->len - 1;
}

void
ff_solver_highs_add_entry (FfSolverHighs *self, int column, double coefficient)
{
  HighsInt index = column;

  g_array_append_val (self->indices, index);
  g_array_append_val (self->coefficients, coefficient);
}

static gboolean
set_options (const FfSolverHighs *self)
{
  gpointer highs = self->highs;

  return Highs_setBoolOptionValue (highs, "output_flag", 0) == kHighsStatusOk
         && Highs_setIntOptionValue (highs, "random_seed", self->seed) == kHighsStatusOk
         && Highs_setIntOptionValue (highs, "threads", self->threads) == kHighsStatusOk
         && Highs_setDoubleOptionValue (highs, "mip_rel_gap", 0) == kHighsStatusOk
         && Highs_setDoubleOptionValue (highs, "mip_abs_gap", 1e-7) == kHighsStatusOk;
}

static gboolean
set_callbacks (FfSolverHighs *self)
{
  return Highs_setCallback (self->highs, on_callback, self) == kHighsStatusOk
         && Highs_startCallback (self->highs, kHighsCallbackSimplexInterrupt) == kHighsStatusOk
         && Highs_startCallback (self->highs, kHighsCallbackIpmInterrupt) == kHighsStatusOk
         && Highs_startCallback (self->highs, kHighsCallbackMipInterrupt) == kHighsStatusOk;
}

static void
allocate (FfSolverHighs *self)
{
  g_free (self->values);
  g_free (self->duals);
  g_free (self->row_values);
  g_free (self->row_duals);
  self->values = g_new0 (double, self->cost->len + 1);
  self->duals = g_new0 (double, self->cost->len + 1);
  self->row_values = g_new0 (double, self->starts->len + 1);
  self->row_duals = g_new0 (double, self->starts->len + 1);
}

gboolean
ff_solver_highs_pass (FfSolverHighs *self)
{
  allocate (self);
  return self->highs != NULL && set_options (self) && set_callbacks (self)
         && Highs_passLp (self->highs, (HighsInt) self->cost->len, (HighsInt) self->starts->len,
                          (HighsInt) self->indices->len, kHighsMatrixFormatRowwise,
                          kHighsObjSenseMinimize, 0, DATA (self->cost), DATA (self->lower),
                          DATA (self->upper), DATA (self->row_lower), DATA (self->row_upper),
                          DATA (self->starts), DATA (self->indices), DATA (self->coefficients))
                == kHighsStatusOk;
}

gboolean
ff_solver_highs_set_costs (FfSolverHighs *self, const double *costs)
{
  return Highs_changeColsCostByRange (self->highs, 0, (HighsInt) self->cost->len - 1, costs)
         == kHighsStatusOk;
}

/* As they stand in lower, upper, row_lower and row_upper now. */
gboolean
ff_solver_highs_set_bounds (FfSolverHighs *self)
{
  g_autofree HighsInt *all = g_new (HighsInt, self->starts->len + 1);

  for (guint i = 0; i < self->starts->len; i++)
    all[i] = 1;
  return Highs_changeColsBoundsByRange (self->highs, 0, (HighsInt) self->cost->len - 1,
                                        DATA (self->lower), DATA (self->upper))
             == kHighsStatusOk
         && Highs_changeRowsBoundsByMask (self->highs, all, DATA (self->row_lower),
                                          DATA (self->row_upper))
                == kHighsStatusOk;
}

gboolean
ff_solver_highs_limit (FfSolverHighs *self, const double *costs, double most)
{
  guint first = self->indices->len;

  ff_solver_highs_begin_row (self, -INFINITY, most);
  for (guint i = 0; i < self->cost->len; i++)
    if (costs[i] < 0 || costs[i] > 0)
      ff_solver_highs_add_entry (self, (int) i, costs[i]);
  allocate (self);
  return Highs_addRow (self->highs, -INFINITY, most, (HighsInt) (self->indices->len - first),
                       &g_array_index (self->indices, HighsInt, first),
                       &g_array_index (self->coefficients, double, first))
         == kHighsStatusOk;
}

static FfSolverOutcome
run (FfSolverHighs *self, const FfSolverClock *clock)
{
  HighsInt status;

  self->clock = *clock;
  if (ff_solver_clock_is_over (clock))
    return FF_SOLVER_STOPPED;
  Highs_zeroAllClocks (self->highs);
  Highs_setDoubleOptionValue (self->highs, "time_limit", ff_solver_clock_get_left (clock));
  if (Highs_run (self->highs) == kHighsStatusError)
    return FF_SOLVER_FAILED;
  status = Highs_getModelStatus (self->highs);
  if (status == kHighsModelStatusOptimal)
    return FF_SOLVER_OPTIMAL;
  if (status == kHighsModelStatusInfeasible)
    return FF_SOLVER_INFEASIBLE;
  if (status == kHighsModelStatusTimeLimit || status == kHighsModelStatusInterrupt)
    return FF_SOLVER_STOPPED;
  return FF_SOLVER_FAILED;
}

/* Without whole numbers, from where the last run ended. */
FfSolverOutcome
ff_solver_highs_run (FfSolverHighs *self, const FfSolverClock *clock)
{
  FfSolverOutcome outcome = run (self, clock);

  if (outcome != FF_SOLVER_OPTIMAL)
    return outcome;
  if (Highs_getSolution (self->highs, self->values, self->duals, self->row_values, self->row_duals)
      != kHighsStatusOk)
    return FF_SOLVER_FAILED;
  self->objective = Highs_getObjectiveValue (self->highs);
  self->bound = self->objective;
  return outcome;
}

static gboolean
set_kinds (FfSolverHighs *self, HighsInt n_whole, HighsInt kind)
{
  g_autofree HighsInt *kinds = g_new (HighsInt, n_whole + 1);

  for (HighsInt i = 0; i < n_whole; i++)
    kinds[i] = kind;
  return Highs_changeColsIntegralityByRange (self->highs, 0, n_whole - 1, kinds) == kHighsStatusOk;
}

/* HiGHS forgets where the last run without whole numbers ended: it is kept here. */
FfSolverOutcome
ff_solver_highs_run_whole (FfSolverHighs *self,
                           const double *values,
                           int n_broken,
                           const FfSolverClock *clock)
{
  g_autofree HighsInt *columns = g_new (HighsInt, self->cost->len + 1);
  g_autofree HighsInt *rows = g_new (HighsInt, self->starts->len + 1);
  HighsInt n_whole = (HighsInt) self->cost->len - n_broken;
  gboolean begun = Highs_getBasis (self->highs, columns, rows) == kHighsStatusOk;
  FfSolverOutcome outcome = FF_SOLVER_FAILED;
  HighsInt found = kHighsSolutionStatusNone;

  self->bound = -INFINITY;
  if (set_kinds (self, n_whole, kHighsVarTypeInteger))
    {
      Highs_setSolution (self->highs, values, NULL, NULL, NULL);
      outcome = run (self, clock);
    }
  Highs_getIntInfoValue (self->highs, "primal_solution_status", &found);
  Highs_getDoubleInfoValue (self->highs, "mip_dual_bound", &self->bound);
  if (outcome == FF_SOLVER_FAILED || found != kHighsSolutionStatusFeasible
      || Highs_getSolution (self->highs, self->values, self->duals, self->row_values,
                            self->row_duals)
             != kHighsStatusOk)
    memcpy (self->values, values, sizeof (double) * self->cost->len);
  self->objective = Highs_getObjectiveValue (self->highs);
  set_kinds (self, n_whole, kHighsVarTypeContinuous);
  if (begun)
    Highs_setBasis (self->highs, columns, rows);
  return outcome;
}
