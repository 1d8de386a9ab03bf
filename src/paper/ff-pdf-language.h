/* ff-pdf-language.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of a PDF, for those who have it read aloud.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds to what cairo wrote as PDF 1.4. FALSE, and nothing is added, where its catalogue is not found. */
gboolean ff_pdf_set_language (GByteArray *pdf,
                              const char *language); /* BCP 47 */

G_END_DECLS
