/* ff-fold.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as it is compared when neither case nor accents matter, and the beginning of a text.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Café  Zoë" and "CAFE ZOE" fold to the same. (transfer full) */
char *ff_fold (const char *text);
/* Without the white space, in any script, at both ends. (transfer full) */
char *ff_strip (const char *text);
/* Without control characters; @one_line: a line break is a space. (transfer full) */
char *ff_tidy (const char *text, gboolean one_line);
/* No more bytes than that, and no half letter at the end. (transfer full) */
char *ff_shorten (const char *text, gsize most);

G_END_DECLS
