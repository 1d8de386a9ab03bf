/* ff-fold.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as it is compared when neither case nor accents matter.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Café  Zoë" and "CAFE ZOE" fold to the same. (transfer full) */
char *ff_fold (const char *text);

G_END_DECLS
