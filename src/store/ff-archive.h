/* ff-archive.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The archive that a backup is: a gzip-compressed tar with the database in it, and its key where it is encrypted.
 */

#pragma once

#include "ff-connection.h"
#include "ff-key-file.h"
#include "ff-temporary.h"

G_BEGIN_DECLS

#define FF_ARCHIVE_ENDING ".tar.gz"

/* A copy as of now, whatever the writer does meanwhile; one file without a WAL. */
gboolean ff_archive_copy_database (FfConnection  *source,
                                   const char    *path,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean ff_archive_write         (FfConnection  *source,
                                   const char    *path,
                                   GCancellable  *cancellable,
                                   GError       **error);
/* Into @copy; @key: (out) (nullable) (transfer full): of an encrypted database; @made: (out) (optional) (transfer full): when the copy was made */
gboolean ff_archive_extract       (const char    *path,
                                   FfTemporary   *copy,
                                   FfKeyFile    **key,
                                   GDateTime    **made,
                                   GError       **error);

/* Without unpacking the database: its key. FF_STORE_ERROR_REFUSED where it is not encrypted. (transfer full) */
FfKeyFile *ff_archive_read_key    (const char    *path,
                                   GError       **error);
void     ff_archive_set_foreign_key (GError      **error,
                                   const char    *path);
gboolean ff_archive_is_encrypted  (const char    *path);

G_END_DECLS
