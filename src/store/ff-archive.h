/* ff-archive.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The archive that a backup is: a gzip-compressed tar with the database in it.
 */

#pragma once

#include "ff-connection.h"
#include "ff-temporary.h"

G_BEGIN_DECLS

/* A copy as of now, whatever the writer does meanwhile; one file without a WAL. */
gboolean ff_archive_copy_database (FfConnection  *source,
                                   const char    *path,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean ff_archive_write         (FfConnection  *source,
                                   const char    *path,
                                   GCancellable  *cancellable,
                                   GError       **error);
/* Into @copy; @made: (out) (optional) (transfer full): when the copy was made */
gboolean ff_archive_extract       (const char    *path,
                                   FfTemporary   *copy,
                                   GDateTime    **made,
                                   GError       **error);

G_END_DECLS
