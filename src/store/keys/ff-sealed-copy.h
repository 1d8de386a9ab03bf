/* ff-sealed-copy.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A copy of a database with a key, or without one, proved to hold the same.
 */

#pragma once

#include "ff-secret.h"
#include "ff-temporary.h"

G_BEGIN_DECLS

/* Nobody else may have @path open. Both @target, which is empty, and @path stay what they are in name; @target is not yet on the disk. */
gboolean ff_sealed_copy_encrypt (const char   *path,
                                 FfTemporary  *target,
                                 FfSecret     *secret,
                                 GError      **error);
gboolean ff_sealed_copy_decrypt (const char   *path,
                                 FfTemporary  *target,
                                 FfSecret     *secret,
                                 GError      **error);

G_END_DECLS
