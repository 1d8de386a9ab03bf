/* ff-solver-clock.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a search may go on, and whom it tells of what it found.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 end; /* of g_get_monotonic_time() */
  GCancellable *cancellable; /* (nullable) */
} FfSolverClock;

static inline gboolean
ff_solver_clock_is_over (const FfSolverClock *self)
{
  return g_cancellable_is_cancelled (self->cancellable) || g_get_monotonic_time () >= self->end;
}

/* Seconds. */
static inline double
ff_solver_clock_get_left (const FfSolverClock *self)
{
  return (double) (self->end - g_get_monotonic_time ()) / G_USEC_PER_SEC;
}

/* The same, but over after @share of what is left, and after @seconds. */
static inline FfSolverClock
ff_solver_clock_cut (const FfSolverClock *self, double share, double seconds)
{
  double left = MIN (MAX (0, ff_solver_clock_get_left (self)) * share, seconds);

  return (FfSolverClock) { g_get_monotonic_time () + (gint64) (left * G_USEC_PER_SEC), self->cancellable };
}

G_END_DECLS
