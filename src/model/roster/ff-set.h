/* ff-set.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few words in order, each of them once.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorted by byte, without those that are empty or there twice. (transfer full), never NULL */
GStrv    ff_set_new      (const char *const *values); /* (nullable) */
gboolean ff_set_contains (const char *const *set,
                          const char        *value);

G_END_DECLS
