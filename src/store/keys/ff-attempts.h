/* ff-attempts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a wrong passphrase was given, and how long the next try therefore waits.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Seconds. @folder: where they are counted, so that starting again forgets nothing. */
guint    ff_attempts_get_wait (const char  *folder);
/* Counts a try before it is made; FF_STORE_ERROR_TOO_SOON where it has to wait. */
gboolean ff_attempts_begin    (const char  *folder,
                               GError     **error);
/* After the right passphrase. */
void     ff_attempts_forget   (const char  *folder);

G_END_DECLS
