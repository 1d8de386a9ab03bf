/* ff-copying.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup on its way to a place that somebody chose, and whether that place is elsewhere.
 */

#pragma once

#include "ff-context.h"

G_BEGIN_DECLS

typedef enum
{
  FF_COPY_AMONG_BACKUPS, /* in the data folder: no more than another backup */
  FF_COPY_SAME_DISK,     /* lost together with the groups, unless something takes it on from there */
  FF_COPY_ELSEWHERE,
} FfCopyPlace;

/* Any thread. */
FfCopyPlace ff_copying_find_place (const char          *folder,   /* the data folder */
                                   const char          *path);    /* of the copy, which is there */
/* What a file is called first: "fourfold-backup-2026-11-24.tar.gz". (transfer full) */
char       *ff_copying_make_name  (GDateTime           *now);
/* Copies the backup at @source; NULL: what is in the store as of now. @permille (nullable) is set while it goes on, from another thread. */
void        ff_copying_async      (FfContext           *context,
                                   const char          *source,
                                   const char          *target,
                                   int                 *permille,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean    ff_copying_finish     (GAsyncResult        *result,
                                   FfCopyPlace         *place,
                                   GError             **error);
/* A copy has left this computer: there is no need to remind anybody for a month. */
void        ff_copying_remember   (FfContext           *context);

G_END_DECLS
