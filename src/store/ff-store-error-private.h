/* ff-store-error-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How SQLite's and the system's codes become errors of the store.
 */

#pragma once

#include <sqlite3.h>

#include "ff-store-error.h"

G_BEGIN_DECLS

void        ff_store_error_set_sqlite   (GError     **error,
                                         sqlite3     *db,
                                         int          code,
                                         const char  *path);
void        ff_store_error_set_system   (GError     **error,
                                         int          number,
                                         const char  *path);
void        ff_store_error_set_no_encryption (GError     **error,
                                              const char  *path);
const char *ff_store_error_find_refusal (const char  *message);

G_END_DECLS
