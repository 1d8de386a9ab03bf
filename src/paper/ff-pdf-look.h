/* ff-pdf-look.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a field looks like: appearance streams.
 */

#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* Each is a new form XObject of that size, in points. */
qpdf_oh ff_pdf_look_new   (qpdf_data  pdf,
                           double     width,
                           double     height,
                           const char *content,
                           qpdf_oh    resources);
qpdf_oh ff_pdf_look_empty (qpdf_data  pdf,
                           double     width,
                           double     height);
qpdf_oh ff_pdf_look_tick  (qpdf_data  pdf,
                           double     width,
                           double     height);
qpdf_oh ff_pdf_look_ring  (qpdf_data  pdf,
                           double     width,
                           double     height);
/* [x1 y1 x2 y2] */
qpdf_oh ff_pdf_rectangle  (qpdf_data  pdf,
                           double     x1,
                           double     y1,
                           double     x2,
                           double     y2);

G_END_DECLS
