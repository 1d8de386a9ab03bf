/* ff-search.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding check-ins and plan items by their words, their people and their dates.
 */

#pragma once

#include "ff-store.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SEARCH_CHECK_IN = 1 << 0,
  FF_SEARCH_PLAN_ITEM = 1 << 1,
} FfSearchKinds;

/* All zero: nothing is asked for. */
typedef struct
{
  char          *words;      /* (nullable) */
  char          *group;      /* (nullable): uid */
  char          *person;     /* (nullable): a participant's uid */
  guint          point;      /* 1 to 8: check-ins where the programme's nth point was brought up; 0 = any */
  FfWallTime     from;       /* on this day or later; year 0 = from the first */
  FfWallTime     to;         /* on this day or earlier; year 0 = to the last */
  gboolean       open_plans; /* only plan items that nobody reviewed yet */
  FfSearchKinds  kinds;      /* 0 = all */
} FfSearchQuery;

/* Where a word of the query begins and ends in a result's text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} FfSearchMatch;

typedef struct
{
  FfSearchKinds kind;        /* one of them */
  char         *uid;         /* of the check-in or the plan item */
  char         *session;     /* uid */
  char         *group;       /* uid */
  char         *group_name;
  FfWallTime    start;       /* of the session */
  char         *participant; /* uid */
  char         *alias;
  gboolean      open;        /* a plan item that nobody reviewed yet */
  char         *text;        /* the item, or the note, what helped and the goal, a line or more each */
  GArray       *matches;     /* (element-type FfSearchMatch): in the order of the text */
} FfSearchResult;

/* Counting ends here: nobody reads more, and a common word is in half of the notes. */
#define FF_SEARCH_MOST_COUNTED 200

FfSearchQuery *ff_search_query_copy     (const FfSearchQuery  *query);
void           ff_search_query_free     (FfSearchQuery        *query);
/* Whether it asks for anything: a word that can be looked for, or a filter. */
gboolean       ff_search_query_asks     (const FfSearchQuery  *query);
gboolean       ff_search_query_has_words (const FfSearchQuery *query);
void           ff_search_result_free    (FfSearchResult       *result);

/* On the reader thread. A search under way for the same store ends with G_IO_ERROR_CANCELLED where @cancellable is cancelled. */
void           ff_search_async          (FfStore              *store,
                                         const FfSearchQuery  *query,
                                         guint                 limit,
                                         guint                 offset,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
/* (element-type FfSearchResult) (transfer full); @count: (out) (optional): all there are, FF_SEARCH_MOST_COUNTED + 1 where there are more */
GPtrArray     *ff_search_finish         (FfStore              *store,
                                         GAsyncResult         *result,
                                         guint                *count,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSearchQuery, ff_search_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSearchResult, ff_search_result_free)

G_END_DECLS
