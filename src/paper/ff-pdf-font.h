/* ff-pdf-font.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fonts that a PDF’s fields are filled in with, embedded.
 */

#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

typedef struct _FfPdfFonts FfPdfFonts;

FfPdfFonts *ff_pdf_fonts_new           (qpdf_data   pdf);
void        ff_pdf_fonts_free          (FfPdfFonts *self);
/* (transfer none): the name, "/F1", of the font to write @language with */
const char *ff_pdf_fonts_find          (FfPdfFonts *self,
                                        const char *language);
/* A dictionary with every font that was asked for. */
qpdf_oh     ff_pdf_fonts_get_resources (FfPdfFonts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPdfFonts, ff_pdf_fonts_free)

G_END_DECLS
