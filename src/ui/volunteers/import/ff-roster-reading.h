/* ff-roster-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of volunteers being read, and what taking it in would do; all of it away from the main thread.
 */

#pragma once

#include "ff-roster-import-taking.h"

G_BEGIN_DECLS

typedef struct
{
  FfRosterKnown *known;
  FfRosterImport *import;
  FfRosterPlan *plan; /* (nullable): NULL while something is asked */
  GPtrArray *items;   /* (element-type FfRosterStepItem): first what somebody has to look at */
} FfRosterReadingResult;

/* How much of it would be done, as it is decided. */
typedef struct
{
  guint added;
  guint changed;
  guint undecided;
} FfRosterCounts;

FfRosterReadingResult *ff_roster_reading_result_ref   (FfRosterReadingResult *self);
void                   ff_roster_reading_result_unref (FfRosterReadingResult *self);
/* What a file can name, for reading and writing. */
void                   ff_roster_known_load_async    (FfStore             *store,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
FfRosterKnown         *ff_roster_known_load_finish   (FfStore             *store,
                                                      GAsyncResult        *result,
                                                      GError             **error);
/* @permille: how far it is, of 1000, set with g_atomic_int_set(); has to stay until the callback. */
void                   ff_roster_reading_async       (FfStore             *store,
                                                      const char          *path,
                                                      const FfRosterAnswers *answers,
                                                      int                 *permille,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
FfRosterReadingResult *ff_roster_reading_finish      (FfStore             *store,
                                                      GAsyncResult        *result,
                                                      GError             **error);
/* Both of a plan, in a thread, and by what is decided when it is called. */
void                   ff_roster_reading_count_async (FfRosterReadingResult *self,
                                                      FfStore             *store,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
FfRosterCounts         ff_roster_reading_count_finish (FfStore            *store,
                                                      GAsyncResult        *result);
void                   ff_roster_reading_make_edit_async (FfRosterReadingResult *self,
                                                      FfStore             *store,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
FfRosterEdit          *ff_roster_reading_make_edit_finish (FfStore        *store,
                                                      GAsyncResult        *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRosterReadingResult, ff_roster_reading_result_unref)

G_END_DECLS
