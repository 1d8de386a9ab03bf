/* ff-csv-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a CSV file (RFC 4180), each with the line where it begins; one that is broken costs no other.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint line;    /* from 1 */
  char **cells;  /* not more than the first row has */
  guint n_kept;  /* how many those are */
  guint n_cells; /* how many the row has: more only where one of those says anything */
  char *refused; /* (nullable): why it cannot be read, a sentence */
} FfCsvRow;

char       ff_csv_rows_find_separator (const char   *text,
                                       gsize         length);
/* Rows without any text are not among them. NULL with an error only where it was cancelled. (element-type FfCsvRow) */
GPtrArray *ff_csv_rows_read           (const char   *text,
                                       gsize         length,
                                       guint         max_rows,
                                       GCancellable *cancellable,
                                       GError      **error);
void       ff_csv_append_cell         (GString      *csv,
                                      const char   *text);

G_END_DECLS
