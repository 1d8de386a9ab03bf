/* ff-restore.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a backup in the place of what is there, while no store is open.
 */

#pragma once

#include <gio/gio.h>

#include "ff-secret.h"

G_BEGIN_DECLS

typedef struct _FfRestore FfRestore;

/* @secret: (nullable): that opens the archive. */
FfRestore *ff_restore_new      (const char           *path,
                                FfSecret             *secret);
void       ff_restore_free     (FfRestore            *restore);
/* May take long. While no store holds the folder; what the application does while its store is closed. */
gboolean   ff_restore_do       (const char           *folder,
                                FfSecret            **secret, /* (inout) (nullable): what the store is opened with */
                                gpointer              restore,
                                GError              **error);
/* The same in a thread, where there is no store to be opened again. */
void       ff_restore_async    (const char           *folder,
                                FfRestore            *restore, /* (transfer full) */
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean   ff_restore_finish   (GAsyncResult         *result,
                                char                **text,   /* (out) (transfer full): as ff_restore_describe() gives it */
                                GError              **error);
/* What to tell once it is done, translated. (transfer full) */
char      *ff_restore_describe (FfRestore            *restore);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRestore, ff_restore_free)

G_END_DECLS
