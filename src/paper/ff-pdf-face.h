/* ff-pdf-face.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The face to write a language with, cut down to the letters that it needs.
 */

#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/* Windows’ Latin letters, which a PDF’s simple fonts are encoded in: the letter of each code from 32 to 255, 0 for none. */
gunichar   ff_pdf_face_get_latin  (guint       code);
/* Whether those are enough for @language. */
gboolean   ff_pdf_face_is_latin   (const char *language);
/* (transfer full) (nullable): NULL where there is no font at all, or it may not be cut down */
hb_face_t *ff_pdf_face_new        (const char *language);
/* Whether its outlines are TrueType’s; if not, they are CFF. */
gboolean   ff_pdf_face_has_glyf   (hb_face_t  *face);

G_END_DECLS
