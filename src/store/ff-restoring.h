/* ff-restoring.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting a checked database in the place of another, so that a kill at any moment loses neither.
 */

#pragma once

#include "ff-data-folder.h"
#include "ff-key-file.h"
#include "ff-temporary.h"

G_BEGIN_DECLS

/* From the moment @restored bears its waiting name, the restore will be finished, now or at the next start.
 * @key: (nullable): that of an encrypted one. Where the old database was encrypted, its key is set aside beside it.
 * @set_aside: (out) (nullable): where the old database is; NULL where there was none */
gboolean ff_restoring_begin  (FfDataFolder  *folder,
                              FfTemporary   *restored,
                              FfKeyFile     *key,
                              GDateTime     *now,
                              char         **set_aside,
                              GError       **error);
/* Finishes one that was interrupted; nothing to do where there is none. */
gboolean ff_restoring_finish (FfDataFolder  *folder,
                              GError       **error);

G_END_DECLS
