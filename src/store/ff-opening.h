/* ff-opening.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens to a database before anything else may use it.
 */

#pragma once

#include "ff-connection.h"
#include "ff-data-folder.h"

G_BEGIN_DECLS

/* Looks at the file's first bytes, touching nothing: FF_STORE_ERROR_FOREIGN, _NEWER or _READ_ONLY. @is_new: (out) (optional) */
gboolean      ff_opening_check_header (const char    *path,
                                       FfSecret      *secret,
                                       gboolean      *is_new,
                                       GError       **error);
/* Whether it does not begin with what @secret, which may be NULL, knows: a database that does, without its key file, cannot be opened again. */
gboolean      ff_opening_may_be_plain (FfDataFolder  *folder,
                                       FfSecret      *secret);
void          ff_opening_set_foreign_key (GError     **error,
                                       const char    *path);
/* FF_STORE_ERROR_DAMAGED where SQLite's quick_check finds something. */
gboolean      ff_opening_quick_check  (FfConnection  *connection,
                                       GError       **error);
/* Checks, makes a backup, migrates: the writer's connection. (transfer full) */
FfConnection *ff_opening_open_writer  (FfDataFolder  *folder,
                                       FfSecret      *secret,
                                       GError       **error);

G_END_DECLS
