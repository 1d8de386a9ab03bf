/* ff-retention.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes that are older than a group keeps them.
 */

#pragma once

#include "ff-store.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

/* What goes, or went, of one group. */
typedef struct
{
  char      *group;      /* uid */
  char      *name;       /* of the group */
  guint      months;
  guint      check_ins;
  guint      plan_items;
  guint      people;     /* who are left without anything, and go too */
  guint      sessions;   /* of which notes go; they stay, with how many people came */
  FfWallTime before;     /* notes of sessions that started before it */
} FfPurge;

void       ff_purge_free                (FfPurge             *purge);
gboolean   ff_purge_is_empty            (const FfPurge       *purge);

/* @group (nullable): of all groups; @months: 0 = as many as each group keeps, those that keep them for good left out. On the reader thread. */
void       ff_retention_preview_async   (FfStore             *store,
                                         const char          *group,
                                         guint                months,
                                         GDateTime           *now,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
/* (element-type FfPurge) (transfer full): one for each group that has a limit, by name */
GPtrArray *ff_retention_preview_finish  (FfStore             *store,
                                         GAsyncResult        *result,
                                         GError             **error);
/* For good: with every trace, as forgetting a person is. */
void       ff_retention_purge_async     (FfStore             *store,
                                         const char          *group,
                                         guint                months,
                                         GDateTime           *now,
                                         gboolean             backups_too,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
/* (element-type FfPurge) (transfer full): what went */
GPtrArray *ff_retention_purge_finish    (FfStore             *store,
                                         GAsyncResult        *result,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPurge, ff_purge_free)

G_END_DECLS
