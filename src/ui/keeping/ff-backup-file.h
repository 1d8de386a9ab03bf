/* ff-backup-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the file of a backup: one to go back to, or a place for a copy.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void  ff_backup_file_choose_async       (GtkWidget            *parent,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void  ff_backup_file_choose_place_async (GtkWidget            *parent,
                                         const char           *name,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
/* (nullable) (transfer full): a path; NULL without an error where somebody thought better of it */
char *ff_backup_file_choose_finish      (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
