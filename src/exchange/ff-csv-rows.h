/* ff-csv-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table in CSV (RFC 4180), row by row, each with the line where it begins.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint line;      /* from 1 */
  GPtrArray *cells; /* (element-type GBytes) */
} FfCsvRow;

/* FALSE stops. @unclosed: a quotation mark in it has no end; the rest goes on in the next line. */
typedef gboolean (*FfCsvRowFunc) (const FfCsvRow *row, gboolean unclosed, gsize offset, gpointer user_data);

void ff_csv_rows_read (const char   *text,
                       gsize         length,
                       char          separator,
                       FfCsvRowFunc  func,
                       gpointer      user_data);

G_END_DECLS
