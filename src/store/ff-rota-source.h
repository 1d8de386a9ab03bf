/* ff-rota-source.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rota is made from, read in one go: the roster, the groups, their dates and the duties.
 */

#pragma once

#include "ff-duty.h"
#include "ff-roster.h"
#include "ff-store.h"

G_BEGIN_DECLS

typedef struct
{
  FfRoster  *roster;
  GPtrArray *groups;      /* (element-type FfGroup), by name */
  GPtrArray *meetings;    /* (element-type FfMeeting): those without dates included */
  GPtrArray *occurrences; /* (element-type FfOccurrence), by start; cancelled ones included */
  GPtrArray *assignments; /* (element-type FfAssignment), then those further away for which somebody was asked last */
  GPtrArray *relieved;    /* (element-type FfAssignment): theirs no more, as if declined; they are still to be told */
} FfRotaSource;

/* All groups’, in [from, until); the caller adds the margin that a rota wants. */
FfRotaSource *ff_rota_source_read        (FfStore             *store,
                                          GDateTime           *from,
                                          GDateTime           *until,
                                          GError             **error);
/* On the reader thread. */
void          ff_rota_source_read_async  (FfStore             *store,
                                          GDateTime           *from,
                                          GDateTime           *until,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
FfRotaSource *ff_rota_source_read_finish (FfStore             *store,
                                          GAsyncResult        *result,
                                          GError             **error);
/* (transfer full) (nullable) */
FfDuty       *ff_rota_source_make_duty   (FfRotaSource        *self,
                                          FfAssignment        *assignment);
void          ff_rota_source_free        (FfRotaSource        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRotaSource, ff_rota_source_free)

G_END_DECLS
