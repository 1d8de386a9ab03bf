/* ff-pdf-tags.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The structure of a PDF, for those who have it read to them.
 */

#pragma once

#include "ff-pdf-mend.h"

G_BEGIN_DECLS

void ff_pdf_tags_mend (qpdf_data  pdf,
                       GArray    *parts,    /* (element-type FfPdfPart) */
                       GArray    *widgets); /* (element-type FfPdfWidget): one for each "Form" that was drawn */

G_END_DECLS
