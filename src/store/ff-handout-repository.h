/* ff-handout-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handouts of one's own, which ones are favourites, when each was last used, and what a group had when.
 */

#pragma once

#include "ff-handout.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_OWN_HANDOUT_PREFIX "own-"

/* An own handout as it is kept. */
typedef struct
{
  char *uid;      /* its handout's id is "own-" and this; 1 to 90 characters, none a space */
  char *title;    /* 1 to 200 characters */
  char *markdown;
} FfOwnHandout;

void          ff_own_handout_free (FfOwnHandout *handout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfOwnHandout, ff_own_handout_free)

/* What is known of a handout, built in or own. */
typedef struct
{
  char    *handout;   /* its id */
  gboolean favourite;
  gint64   last_used; /* Unix seconds; 0 = never */
} FfHandoutMark;

void          ff_handout_mark_free (FfHandoutMark *mark);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfHandoutMark, ff_handout_mark_free)

/* By title. (element-type FfOwnHandout) (transfer full) */
GPtrArray    *ff_handout_repository_list_own      (FfStore             *store,
                                                   GError             **error);
/* @id: "own-" and a uid. (nullable): NULL without error where there is none */
FfOwnHandout *ff_handout_repository_get_own       (FfStore             *store,
                                                   const char          *id,
                                                   GError             **error);
/* Inserts or updates it. Finish with ff_store_write_finish(). */
void          ff_handout_repository_save_own_async (FfStore            *store,
                                                   const FfOwnHandout  *handout,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* With its mark. Can be taken back with ff_store_undo_async(). */
void          ff_handout_repository_delete_own_async (FfStore          *store,
                                                   const char          *id,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
guint64       ff_handout_repository_delete_own_finish (FfStore         *store,  /* the step; 0 with an error */
                                                   GAsyncResult        *result,
                                                   GError             **error);
/* Every built-in handout and every own one, in @catalogue's language; own ones that cannot be read are left out. (element-type FfHandout) (transfer full) */
GPtrArray    *ff_handout_repository_load_all      (FfStore             *store,
                                                   FfCatalogue         *catalogue,
                                                   GError             **error);
FfHandout    *ff_handout_repository_load          (FfStore             *store,
                                                   const char          *id,
                                                   FfCatalogue         *catalogue,
                                                   GError             **error);

/* (element-type FfHandoutMark) (transfer full) */
GPtrArray    *ff_handout_repository_list_marks    (FfStore             *store,
                                                   GError             **error);
void          ff_handout_repository_set_favourite_async (FfStore       *store,
                                                   const char          *id,
                                                   gboolean             favourite,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* They were printed, saved or presented just now. */
void          ff_handout_repository_use_async     (FfStore             *store,
                                                   const char *const   *ids,
                                                   gint64               when,   /* Unix seconds */
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* When @group last had each handout at one of its last 520 sessions: id → gint64* Unix seconds; those it did not have are not in it. (transfer full) */
GHashTable   *ff_handout_repository_list_had      (FfStore             *store,
                                                   const char          *group,
                                                   gint64               before, /* Unix seconds: sessions from then on are planned only */
                                                   GError             **error);

G_END_DECLS
