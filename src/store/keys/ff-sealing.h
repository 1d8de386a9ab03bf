/* ff-sealing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting an encrypted database in the place of a plain one or the other way round, so that a kill at any moment leaves one of them whole.
 */

#pragma once

#include "ff-data-folder.h"
#include "ff-key-file.h"
#include "ff-temporary.h"

G_BEGIN_DECLS

/* @copy: from ff_sealed_copy_encrypt(). In this order the key is saved, @copy takes the database's place, and what is plain goes. */
gboolean ff_sealing_encrypt (FfDataFolder  *folder,
                             FfTemporary   *copy,
                             FfKeyFile     *key,
                             GError       **error);
gboolean ff_sealing_decrypt (FfDataFolder  *folder,
                             FfTemporary   *copy,
                             GError       **error);
/* Finishes what was interrupted; nothing to do where nothing was. */
gboolean ff_sealing_finish  (FfDataFolder  *folder,
                             GError       **error);
/* Whether the file begins as SQLite's own do. */
gboolean ff_sealing_is_plain (const char   *path);

G_END_DECLS
