/* ff-import-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file from elsewhere, whatever is in it: what every import reads it with, and what it is told of its rows.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FF_IMPORT_FILE_MAX_ROWS 100000

typedef void (*FfImportProgress) (double fraction, gpointer user_data); /* on the thread that reads */

/* @name: (out): what to call it, as in a sentence. At most a byte more than an import takes. */
GBytes     *ff_import_file_read        (const char       *path,
                                        char            **name,
                                        GCancellable     *cancellable,
                                        GError          **error);
gboolean    ff_import_file_check       (const char       *path,
                                        GError          **error);
gboolean    ff_import_file_check_size  (GBytes           *bytes,
                                        const char       *name,
                                        GError          **error);
GBytes     *ff_import_file_drop_mark   (GBytes           *bytes);
const char *ff_import_file_skip_space  (GBytes           *bytes,
                                        gsize            *length);
gboolean    ff_import_file_starts_with (const char       *text,
                                        gsize             length,
                                        const char       *start);

gboolean    ff_import_file_check_rows  (guint             n_rows,
                                        GError          **error);
/* For each row. */
gboolean    ff_import_file_go_on       (guint             n_rows,
                                        double            fraction,
                                        GCancellable     *cancellable,
                                        FfImportProgress  progress,
                                        gpointer          progress_data,
                                        GError          **error);
char       *ff_import_file_say         (const char       *format,
                                        va_list           arguments) G_GNUC_PRINTF (1, 0);

G_END_DECLS
