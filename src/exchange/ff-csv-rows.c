/* ff-csv-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a CSV file (RFC 4180), each with the line where it begins; one that is broken costs no other.
 */

#include "ff-config.h"

#include "ff-csv-rows.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-listing-tsml.h"

#define MAX_COLUMNS 1000
#define BLOCK 16384
#define LINES_BETWEEN_LOOKS 1024

typedef struct
{
  struct csv_parser parser;
  char separator;
  const char *at;
  const char *end;
  guint line;
  GPtrArray *rows;
  guint max_rows;
  guint max_cells;

  /* The row that is being read. */
  gboolean open;
  gboolean ended;
  guint row_line;
  const char *after_first_line;
  GPtrArray *cells;
  guint n_cells;
  guint n_filled;
  gboolean is_text;
  gboolean has_nul;
} Reading;

static void
csv_row_free (FfCsvRow *row)
{
  g_strfreev (row->cells);
  g_free (row->refused);
  g_free (row);
}

static void
forget_cells (Reading *reading)
{
  g_clear_pointer (&reading->cells, g_ptr_array_unref);
  reading->cells = g_ptr_array_new_null_terminated (MIN (reading->max_cells, 64), g_free, TRUE);
  reading->n_cells = reading->n_filled = 0;
  reading->is_text = TRUE;
  reading->has_nul = FALSE;
}

static void
start_parser (Reading *reading)
{
  csv_init (&reading->parser, CSV_STRICT);
  csv_set_delim (&reading->parser, (unsigned char) reading->separator);
  csv_set_blk_size (&reading->parser, BLOCK);
  reading->open = FALSE;
  forget_cells (reading);
}

static FfCsvRow *
add_row (Reading *reading, const char *refused)
{
  FfCsvRow *row = g_new0 (FfCsvRow, 1);

  row->line = reading->row_line;
  row->n_cells = MAX (MIN (reading->n_cells, reading->max_cells), reading->n_filled);
  row->refused = g_strdup (refused);
  row->n_kept = reading->cells->len;
  row->cells = (char **) g_ptr_array_free (g_steal_pointer (&reading->cells), FALSE);
  g_ptr_array_add (reading->rows, row);
  forget_cells (reading);
  return row;
}

static void
on_cell (void *text, size_t length, void *data)
{
  Reading *reading = data;

  reading->n_cells++;
  if (length > 0)
    reading->n_filled = reading->n_cells;
  if (reading->n_cells > reading->max_cells)
    return;
  if (length > 0 && !g_utf8_validate_len (text, length, NULL))
    reading->is_text = FALSE;
  if (length > 0 && memchr (text, '\0', length) != NULL)
    reading->has_nul = TRUE;
  g_ptr_array_add (reading->cells,
                   length > 0 && reading->is_text ? g_strndup (text, length) : g_strdup (""));
}

/* (nullable) */
static const char *
find_fault (const Reading *reading)
{
  if (reading->has_nul)
    return _ ("It holds a nul character, which is no text. Take it out.");
  if (!reading->is_text)
    return _ ("It is not in UTF-8. Save the file as UTF-8 and import it again.");
  return NULL;
}

static void
on_row (int end, void *data)
{
  Reading *reading = data;
  const gboolean is_first = reading->rows->len == 0;

  reading->ended = TRUE;
  if (reading->n_filled == 0 || reading->rows->len > reading->max_rows)
    {
      forget_cells (reading);
      return;
    }
  if (is_first)
    reading->max_cells = MIN (reading->n_filled, MAX_COLUMNS);
  add_row (reading, find_fault (reading));
}

/* Only this row is lost: the next line is read as if a row began there. */
static void
give_row_up (Reading *reading)
{
  forget_cells (reading);
  if (reading->rows->len <= reading->max_rows)
    add_row (reading, _ ("A quotation mark in it has no end. Put it in."));
  csv_free (&reading->parser);
  start_parser (reading);
  reading->at = reading->after_first_line;
  reading->line = reading->row_line + 1;
}

static const char *
find_next_line (const char *at, const char *end)
{
  while (at < end && *at != '\n' && *at != '\r')
    at++;
  if (at < end && *at == '\r' && at + 1 < end && at[1] == '\n')
    at++;
  return at < end ? at + 1 : end;
}

static gboolean
is_blank (const char *at, const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
  return at == end;
}

static gboolean
parse (Reading *reading, const char *text, gsize length)
{
  reading->ended = FALSE;
  if (csv_parse (&reading->parser, text, length, on_cell, on_row, reading) < length)
    return FALSE;
  if (reading->ended)
    reading->open = FALSE;
  else if (!reading->open)
    reading->open = !is_blank (text, text + length);
  return TRUE;
}

static void
read_line (Reading *reading)
{
  const char *next = find_next_line (reading->at, reading->end);

  if (!reading->open)
    {
      reading->row_line = reading->line;
      reading->after_first_line = next;
    }
  if (!parse (reading, reading->at, (gsize) (next - reading->at)))
    {
      give_row_up (reading);
      return;
    }
  reading->at = next;
  reading->line++;
  /* The last line may end without a sign that it does; where it does not end even so, it is within quotes. */
  if (next == reading->end && reading->open && (!parse (reading, "\n", 1) || reading->open))
    give_row_up (reading);
}

/**
 * ff_csv_rows_find_separator:
 * @text: a CSV file
 *
 * Returns: what stands between the names of the columns: “,”, “;” or a tab
 */
char
ff_csv_rows_find_separator (const char *text, gsize length)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gsize most = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length && (quoted || (text[i] != '\n' && text[i] != '\r')); i++)
    {
      quoted = quoted != (text[i] == '"');
      for (gsize j = 0; j < G_N_ELEMENTS (separators) && !quoted; j++)
        counts[j] += text[i] == separators[j] ? 1 : 0;
    }
  for (gsize j = 1; j < G_N_ELEMENTS (separators); j++)
    most = counts[j] > counts[most] ? j : most;
  return separators[most];
}

/**
 * ff_csv_rows_read:
 * @text: a CSV file without the mark that UTF-8 may begin with; it need not end with a nul
 * @max_rows: where to stop: one more is given, to tell that there are more
 *
 * Reads line by line, so that a quotation mark that is never closed costs its own row and not the rest of the file.
 *
 * Returns: (transfer full) (element-type FfCsvRow): the rows that say anything, or %NULL where somebody cancelled
 */
GPtrArray *
ff_csv_rows_read (const char *text,
                  gsize length,
                  guint max_rows,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) csv_row_free);
  Reading reading = { .at = text, .end = text + length, .line = 1, .rows = rows };
  gboolean cancelled = FALSE;

  reading.separator = ff_csv_rows_find_separator (text, length);
  reading.max_rows = max_rows;
  reading.max_cells = MAX_COLUMNS;
  start_parser (&reading);
  for (guint i = 1; reading.at < reading.end && rows->len <= max_rows && !cancelled; i++)
    {
      read_line (&reading);
      if (i % LINES_BETWEEN_LOOKS == 0)
        cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  csv_free (&reading.parser);
  g_ptr_array_unref (reading.cells);
  return cancelled ? NULL : g_steal_pointer (&rows);
}

/**
 * ff_csv_append_cell:
 * @csv: what is written so far
 * @text: of one cell
 *
 * Adds the cell, quoted where it has to be, and so that no spreadsheet calculates it (ff_listing_tsml_guard()).
 */
void
ff_csv_append_cell (GString *csv, const char *text)
{
  g_autofree char *cell = ff_listing_tsml_guard (text);
  const gsize length = strlen (cell);
  const gboolean is_plain = strpbrk (cell, ",;\"\t\r\n") == NULL
                            && (length == 0 || (*cell != ' ' && cell[length - 1] != ' '));

  if (is_plain)
    {
      g_string_append (csv, cell);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}
