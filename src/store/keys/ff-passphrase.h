/* ff-passphrase.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The passphrase that protects a data folder: set, changed, taken away, and asked for.
 */

#pragma once

#include "ff-secret.h"

G_BEGIN_DECLS

/* Counted in characters. */
#define FF_PASSPHRASE_LENGTH_AT_LEAST 8
#define FF_PASSPHRASE_LENGTH_AT_MOST 1000

/* Whether this Fourfold was built with encryption. */
gboolean  ff_passphrase_is_supported (void);
gboolean  ff_passphrase_is_set       (const char  *folder);
/* Seconds until the next try is taken. */
guint     ff_passphrase_get_wait     (const char  *folder);

/* All of these may take a second: call them in a thread. The last three not while a store holds the folder. */
FfSecret *ff_passphrase_unlock       (const char  *folder,
                                      const char  *passphrase,
                                      GError     **error);
char     *ff_passphrase_set          (const char  *folder,
                                      const char  *passphrase,
                                      GError     **error);
char     *ff_passphrase_change       (const char  *folder,
                                      const char  *old,
                                      const char  *passphrase,
                                      GError     **error);
gboolean  ff_passphrase_remove       (const char  *folder,
                                      const char  *passphrase,
                                      GError     **error);

G_END_DECLS
