/* ff-pdf-writing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written in a field already, as it looks.
 */

#pragma once

#include <cairo.h>

#include "ff-pdf-mend.h"

G_BEGIN_DECLS

/* Whether @area is one to write in, and something is. */
gboolean ff_pdf_writing_is_in   (const FfSheetArea *area);
/* A page of its own, of the area’s size, for each such area of @sheet; returns how many. They are for ff_pdf_writing_take(). */
guint    ff_pdf_writing_draw    (cairo_surface_t   *surface,
                                 cairo_t           *cr,
                                 FfSheet           *sheet);
/* The look of a field out of such a page. */
qpdf_oh  ff_pdf_writing_take    (qpdf_data          pdf,
                                 guint              page,
                                 double             width,
                                 double             height,
                                 qpdf_oh            fonts); /* that what is typed there may use */
void     ff_pdf_writing_discard (qpdf_data          pdf,
                                 guint              first_page); /* these pages, which are the last */

G_END_DECLS
