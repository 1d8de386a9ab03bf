/* ff-csv-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table in CSV (RFC 4180), row by row, each with the line where it begins.
 */

#include "ff-csv-rows.h"

#include <csv.h>
#include <string.h>

/* Quotation marks without an end cost a second look at the rest of the file each. */
#define MAX_UNCLOSED 20
/* Of csv_parser: nothing of a row was read yet. */
#define ROW_NOT_BEGUN 0

typedef struct
{
  FfCsvRow row;
  gsize row_start;
  gsize at;
  guint line; /* that is being read */
  gboolean stopped;
  gboolean unclosed;
  FfCsvRowFunc func;
  gpointer user_data;
} Reading;

static void
take_cell (void *text, size_t length, void *user_data)
{
  Reading *reading = user_data;

  g_ptr_array_add (reading->row.cells, g_bytes_new (text, length));
}

static void
take_row (int ending, void *user_data)
{
  Reading *reading = user_data;

  if (!reading->stopped)
    reading->stopped
        = !reading->func (&reading->row, reading->unclosed, reading->at, reading->user_data);
  g_ptr_array_set_size (reading->row.cells, 0);
}

/* With the end of the line. */
static gsize
measure_line (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] != '\n' && text[n] != '\r')
    n++;
  if (n < length && text[n] == '\r' && n + 1 < length && text[n + 1] == '\n')
    n++;
  return MIN (n + 1, length);
}

/* TRUE where it came to the end; else it is to begin again after the row with the unclosed quotation mark. */
static gboolean
read_from (Reading *reading, const char *text, gsize length, char separator, gboolean last_try)
{
  struct csv_parser parser;
  gboolean whole;

  csv_init (&parser, CSV_APPEND_NULL);
  csv_set_delim (&parser, (unsigned char) separator);
  while (reading->at < length && !reading->stopped)
    {
      const gsize n = measure_line (text + reading->at, length - reading->at);
      const gsize start = reading->at;

      if (parser.pstate == ROW_NOT_BEGUN)
        {
          reading->row.line = reading->line;
          reading->row_start = start;
        }
      reading->at += n;
      csv_parse (&parser, text + start, n, take_cell, take_row, reading);
      reading->line++;
    }
  reading->unclosed = parser.pstate != ROW_NOT_BEGUN && parser.quoted != 0;
  whole = !reading->unclosed || last_try;
  if (!reading->stopped)
    csv_fini (&parser, take_cell, take_row, reading);
  reading->unclosed = FALSE;
  csv_free (&parser);
  return whole || reading->stopped;
}

/**
 * ff_csv_rows_read:
 * @text: a table; it need not end with a nul
 * @separator: between cells
 * @func: (scope call): told of each row that is not empty
 *
 * A quotation mark that never ends would make one cell of the rest of the file: its row is given once as unclosed, and reading goes
 * on in the line after it began.
 */
void
ff_csv_rows_read (const char *text,
                  gsize length,
                  char separator,
                  FfCsvRowFunc func,
                  gpointer user_data)
{
  Reading reading = { .line = 1, .func = func, .user_data = user_data };

  reading.row.cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; !read_from (&reading, text, length, separator, i == MAX_UNCLOSED); i++)
    {
      reading.at
          = reading.row_start + measure_line (text + reading.row_start, length - reading.row_start);
      reading.line = reading.row.line + 1;
    }
  g_ptr_array_unref (reading.row.cells);
}
