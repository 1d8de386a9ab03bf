/* ff-stretch.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stretch of days, as it is given on the command line.
 */

#pragma once

#include <glib.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

/* What stands between two instants. */
typedef struct
{
  GDateTime *from;
  GDateTime *until;
} FfStretch;

void     ff_stretch_clear (FfStretch   *self);
gboolean ff_stretch_parse (const char  *from_text,
                           const char  *to_text,
                           GDateTime  **from,
                           GDateTime  **until,
                           GError     **error);
gboolean ff_stretch_parse_days (const char  *from_text,
                                const char  *to_text,
                                FfWallTime  *from,
                                FfWallTime  *to,
                                GError     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfStretch, ff_stretch_clear)

G_END_DECLS
