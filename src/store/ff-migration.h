/* ff-migration.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a database's schema up to date, step by numbered step.
 */

#pragma once

#include "ff-connection.h"

G_BEGIN_DECLS

/* The schema that this Fourfold writes: the number of the last migration. */
int      ff_migration_get_latest (void);
/* FF_STORE_ERROR_NEWER or _FOREIGN where @connection's database is not one to be opened. @version: (out) */
gboolean ff_migration_check      (FfConnection  *connection,
                                  int           *version,
                                  GError       **error);
gboolean ff_migration_run        (FfConnection  *connection,
                                  int            version, /* stop there; ff_migration_get_latest() but in tests */
                                  GError       **error);
void     ff_migration_set_newer  (GError       **error,
                                  const char    *path,
                                  int            version);
void     ff_migration_set_foreign (GError      **error,
                                  const char    *path);

G_END_DECLS
