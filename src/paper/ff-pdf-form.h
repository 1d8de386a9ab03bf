/* ff-pdf-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PDF's fields: one for each area of its sheets.
 */

#pragma once

#include "ff-pdf-mend.h"

G_BEGIN_DECLS

/* (transfer full) (element-type FfPdfWidget): a widget for each area, in reading order */
GArray *ff_pdf_form_add (qpdf_data  pdf,
                         GArray    *parts);

G_END_DECLS
