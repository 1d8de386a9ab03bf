/* ff-qr-code.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link as a QR code, to be read off paper by a telephone.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ISO/IEC 18004: modules that stay white on each side. */
#define FF_QR_CODE_QUIET 4

/* Error correction M. (nullable): NULL where the text is too long to be read off paper. */
GBytes  *ff_qr_code_new       (const char *text);
guint    ff_qr_code_get_width (GBytes     *code); /* modules */
gboolean ff_qr_code_is_dark   (GBytes     *code,
                               guint       column,
                               guint       row);
double   ff_qr_code_get_side  (GBytes     *code); /* points, with the quiet zone */

G_END_DECLS
