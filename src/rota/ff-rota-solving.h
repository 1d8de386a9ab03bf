/* ff-rota-solving.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills a rota’s places as well as the time allows.
 */

#pragma once

#include <gio/gio.h>

#include "ff-rota-plan.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SOLVING_GREEDY,     /* one place after the other, mended a little */
  FF_SOLVING_WHOLE,      /* HiGHS, one model of everything; to compare with */
  FF_SOLVING_DECOMPOSED, /* HiGHS, in parts where it is large */
} FfSolving;

/* On the solving thread: the best plan so far, whole and keeping every rule. @share: how much of the time is over, 0 to 1 */
typedef void (*FfRotaProgress) (FfRotaPlan *best,
                                double      share,
                                gpointer    user_data);

/* On any thread but one that may not wait. Cancelled: gives the best so far, at the least the greedy one.
 * (transfer full), always; where HiGHS fails, what was found without it. */
FfRotaPlan *ff_rota_solve        (FfRota             *rota,
                                  FfSolving           solving,
                                  double              seconds,
                                  FfRotaProgress      progress,      /* (nullable) */
                                  gpointer            progress_data,
                                  GCancellable       *cancellable);  /* (nullable) */
/* The same in a thread; @progress on the main thread, a few times a second at most. */
void        ff_rota_solve_async  (FfRota             *rota,
                                  FfSolving           solving,
                                  double              seconds,
                                  FfRotaProgress      progress,
                                  gpointer            progress_data,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
FfRotaPlan *ff_rota_solve_finish (GAsyncResult       *result);

G_END_DECLS
