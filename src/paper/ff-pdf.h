/* ff-pdf.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets as one PDF.
 */

#pragma once

#include "ff-sheet.h"

G_BEGIN_DECLS

/* The same as ff_pdf_write(), not yet in a file. */
GBytes  *ff_pdf_make  (GPtrArray   *sheets,
                       guint        copies,
                       const char  *title,
                       GError     **error);
/* Writes all pages of all @sheets (element-type FfSheet), @copies times each, collated, with title, language, tags, outline and fields; the file appears whole or not at all. */
gboolean ff_pdf_write (GPtrArray   *sheets,
                       guint        copies,
                       const char  *title,
                       const char  *path,
                       GError     **error);

G_END_DECLS
