/* ff-data-folder.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder with the database: whose it is at the moment, and how it was left.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FF_DATA_FOLDER_DATABASE "fourfold.db"
#define FF_DATA_FOLDER_KEY "fourfold.key"
#define FF_DATA_FOLDER_BACKUPS "backups"

typedef struct _FfDataFolder FfDataFolder;

/* Whether a Fourfold had it before. */
gboolean      ff_data_folder_is_known      (const char    *path);
FfDataFolder *ff_data_folder_take          (const char    *path,
                                            GError       **error);
/* Gives it back. */
void          ff_data_folder_free          (FfDataFolder  *self);
const char   *ff_data_folder_get_path      (FfDataFolder  *self);
const char   *ff_data_folder_get_database  (FfDataFolder  *self);
const char   *ff_data_folder_get_key       (FfDataFolder  *self);
gboolean      ff_data_folder_has_key       (FfDataFolder  *self);
gboolean      ff_data_folder_make_backups  (FfDataFolder  *self,
                                            GError       **error);
/* Whether the database is just as the last Fourfold left it when it closed. */
gboolean      ff_data_folder_is_as_left    (FfDataFolder  *self);
gboolean      ff_data_folder_mark_open     (FfDataFolder  *self,
                                            GError       **error);
void          ff_data_folder_mark_closed   (FfDataFolder  *self);

gboolean      ff_data_folder_synchronize   (const char    *path,
                                            GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDataFolder, ff_data_folder_free)

G_END_DECLS
