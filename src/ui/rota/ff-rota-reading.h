/* ff-rota-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a stretch of the rota, with the margin that its rules want, away from the main thread.
 */

#pragma once

#include "ff-context.h"
#include "ff-rota-source.h"
#include "ff-rota.h"

G_BEGIN_DECLS

/* @group: (nullable): uid; its places alone, while duties elsewhere count all the same */
void    ff_rota_reading_async         (FfContext           *context,
                                       const char          *group,
                                       GDateTime           *from,
                                       GDateTime           *until,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
/* (transfer full) */
FfRota *ff_rota_reading_finish        (GAsyncResult        *result,
                                       GError             **error);
/* The same, with what it was made from. @source: (out) (transfer full) */
FfRota *ff_rota_reading_finish_source (GAsyncResult        *result,
                                       FfRotaSource       **source,
                                       GError             **error);

G_END_DECLS
