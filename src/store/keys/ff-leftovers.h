/* ff-leftovers.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not encrypted in the folder of a database that is.
 */

#pragma once

#include "ff-data-folder.h"

G_BEGIN_DECLS

/* Databases set aside and backups that no passphrase protects, and all that a kill left behind. */
gboolean ff_leftovers_remove (FfDataFolder  *folder,
                              GError       **error);
/* Only what a kill left behind. */
void     ff_leftovers_sweep  (FfDataFolder  *folder);

G_END_DECLS
