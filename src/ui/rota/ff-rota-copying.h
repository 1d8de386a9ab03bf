/* ff-rota-copying.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who had each place thirteen weeks before, and whether they may have it again.
 */

#pragma once

#include "ff-context.h"
#include "ff-rota-source.h"
#include "ff-rota.h"

G_BEGIN_DECLS

#define FF_ROTA_COPY_DAYS 91

typedef struct
{
  FfSlot      *slot;      /* to fill; the one of before where it is not held any more */
  FfVolunteer *volunteer;
  char        *why;       /* (nullable): why not, a sentence a line; NULL = they may */
} FfRotaCopy;

/* For places in [from, until) that nobody has and that start after @now, in their order; those who may first.
 * (element-type FfRotaCopy) (transfer full). May be called in a thread; @source reaches back by the days to copy and the margin. */
GPtrArray *ff_rota_copying_find   (FfRotaSource        *source,
                                   const char          *group,
                                   GDateTime           *from,
                                   GDateTime           *until,
                                   GDateTime           *now);
void       ff_rota_copying_read_async (FfContext       *context,
                                   const char          *group,
                                   GDateTime           *from,
                                   GDateTime           *until,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
GPtrArray *ff_rota_copying_read_finish (GAsyncResult   *result,
                                   GError             **error);

G_END_DECLS
