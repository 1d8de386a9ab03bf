/* ff-search.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding words in check-ins and plans.
 */

#pragma once

#include "ff-store.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SEARCH_CHECK_IN,
  FF_SEARCH_PLAN_ITEM,
} FfSearchKind;

typedef struct
{
  FfSearchKind kind;
  char        *session;    /* uid */
  char        *group_name;
  FfWallTime   start;      /* of the session */
  char        *alias;
  char        *text;       /* the whole note or item */
} FfSearchResult;

void       ff_search_result_free (FfSearchResult       *result);

/* Every word must occur, as the beginning of a word, case and accents aside; latest first. On the reader thread. */
void       ff_search_async       (FfStore              *store,
                                  const char           *words,
                                  guint                 limit,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
/* (element-type FfSearchResult) (transfer full) */
GPtrArray *ff_search_finish      (FfStore              *store,
                                  GAsyncResult         *result,
                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSearchResult, ff_search_result_free)

G_END_DECLS
