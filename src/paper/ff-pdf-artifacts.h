/* ff-pdf-artifacts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line work, which nobody wants read to them.
 */

#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* Marks whatever no structure element of a page holds as no part of what the page says. */
void     ff_pdf_artifacts_mark (qpdf_data   pdf,
                                qpdf_oh     page);
/* (transfer full): the same for operators as cairo writes them, a line each */
GString *ff_pdf_artifacts_wrap (const char *content,
                                gsize       length);

G_END_DECLS
