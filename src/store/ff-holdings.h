/* ff-holdings.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a database holds, for a person to recognise it by.
 */

#pragma once

#include "ff-store.h"

G_BEGIN_DECLS

#define FF_HOLDINGS_NAMES 20

typedef struct
{
  guint  groups;
  guint  sessions;
  guint  check_ins;
  GStrv  names;  /* of groups, FF_HOLDINGS_NAMES at most, in the order in which they were made */
  char  *newest; /* (nullable): when the latest session began, by its own clock: "YYYY-MM-DDTHH:MM" */
} FfHoldings;

void        ff_holdings_free        (FfHoldings           *holdings);

/* Of the store as it is now; on the reader thread. */
void        ff_holdings_read_async  (FfStore              *store,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
FfHoldings *ff_holdings_read_finish (FfStore              *store,
                                     GAsyncResult         *result,
                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfHoldings, ff_holdings_free)

G_END_DECLS
