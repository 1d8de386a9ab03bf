/* ff-cleaning.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is left of deleted notes in the file's free space, in its log and in backups, taken away.
 */

#pragma once

#include "ff-connection.h"

G_BEGIN_DECLS

/* Within the transaction that deletes: leaves a note that this is still to be done, which outlives a power cut. */
gboolean ff_cleaning_plan (FfConnection  *connection,
                           gboolean       backups_too,
                           GError       **error);
/* On the writer, outside any transaction: does what was planned, and nothing where nothing was. */
gboolean ff_cleaning_run  (FfConnection  *connection,
                           GError       **error);

G_END_DECLS
