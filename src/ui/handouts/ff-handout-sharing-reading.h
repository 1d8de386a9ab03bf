/* ff-handout-sharing-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of Markdown that are to become handouts, read away from the main thread.
 */

#pragma once

#include <gio/gio.h>

#include "ff-handout.h"

G_BEGIN_DECLS

/* A file and what is in it. */
typedef struct
{
  char      *name;     /* of the file, to be shown */
  char      *markdown; /* (nullable): NULL where it could not be read */
  char      *title;    /* (nullable) */
  GPtrArray *problems; /* (element-type FfHandoutProblem): it is refused where there is any */
} FfSharedFile;

void       ff_shared_file_free         (FfSharedFile        *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSharedFile, ff_shared_file_free)

/* @files: (element-type GFile) */
void       ff_shared_files_read_async  (GListModel          *files,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* (element-type FfSharedFile) (transfer full) */
GPtrArray *ff_shared_files_read_finish (GListModel          *files,
                                        GAsyncResult        *result);

G_END_DECLS
