/* ff-pdf-mend.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a PDF needs beyond its pages: language, fields to fill in, a whole structure.
 */

#pragma once

#include <qpdf/qpdf-c.h>

#include "ff-sheet.h"

G_BEGIN_DECLS

/* A sheet where it stands in a document. */
typedef struct
{
  FfSheet *sheet;
  guint    copy;       /* from 1 */
  guint    number;     /* of the sheet among those of a copy, from 1 */
  guint    first_page; /* from 0 */
  guint    first_writing; /* page of what is written in its first field, see ff_pdf_writing_draw() */
} FfPdfPart;

/* A field's place on a page, as the structure refers to it. */
typedef struct
{
  qpdf_oh object; /* an annotation */
  qpdf_oh page;
  char   *label;  /* to be read aloud */
} FfPdfWidget;

/* (transfer full) (nullable): @drawn as cairo wrote it, with all that it lacks */
GBytes *ff_pdf_mend (const GByteArray  *drawn,
                     GArray            *parts, /* (element-type FfPdfPart): in order, covering every page … */
                     guint              n_pages, /* … of so many; what comes after is for looks only */
                     GError           **error);

G_END_DECLS
