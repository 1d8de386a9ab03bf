/* ff-handout-markdown-table.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables that are drawn with bars and dashes: CommonMark has none, and takes them for paragraphs.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-handout-markdown-private.h"

/* "| --- | :-: |" */
static gboolean
is_rule (const char *line)
{
  return strchr (line, '|') != NULL && strchr (line, '-') != NULL
         && line[strspn (line, "|-: \t")] == '\0';
}

/* The cells of a line, as they were typed. (transfer full) (element-type utf8) */
static GPtrArray *
split_cells (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = g_strstrip (g_strdup (line));
  char *from = *text == '|' ? text + 1 : text;
  char *bar;

  while ((bar = ff_markdown_find (from, '|')) != NULL)
    {
      g_ptr_array_add (cells, g_strndup (from, (gsize) (bar - from)));
      from = bar + 1;
    }
  if (*from != '\0')
    g_ptr_array_add (cells, g_strdup (from));

  return cells;
}

static void
read_columns (FfMarkdownReader *reader, guint line, FfBlock *table)
{
  g_autoptr (GPtrArray) cells = split_cells (reader->lines[line - 1]);

  for (guint i = 0; i < cells->len; i++)
    {
      FfBlockPart *column = ff_block_part_new ();
      g_autofree char *brace = NULL;

      ff_markdown_read_part (g_ptr_array_index (cells, i), column, &brace);
      g_ptr_array_add (table->parts, column);
      if (*column->title == '\0')
        ff_markdown_reader_complain (reader, line,
                                     _ ("Column %u of this table has no title: write one."), i + 1);
      if (brace != NULL)
        ff_markdown_read_width (reader, line, brace, column);
    }
}

static void
read_row (FfMarkdownReader *reader, guint line, FfBlock *table)
{
  g_autoptr (GPtrArray) cells = split_cells (reader->lines[line - 1]);
  FfBlockPart *row;
  g_autofree char *brace = NULL;

  if (cells->len > table->parts->len)
    ff_markdown_reader_complain (
        reader, line, _ ("This row has %u cells, and the table has %u columns: take some out."),
        cells->len, table->parts->len);
  for (guint i = 1; i < MIN (cells->len, table->parts->len); i++)
    {
      g_autofree char *text = ff_markdown_tidy (g_ptr_array_index (cells, i));

      if (*text != '\0')
        {
          ff_markdown_reader_complain (
              reader, line,
              _ ("Only the first column of a table may have words in its rows; the others are to "
                 "be written in. Empty this cell: “%s”."),
              text);
          break;
        }
    }
  row = ff_block_part_new ();
  row->title = cells->len > 0 ? ff_markdown_unescape (g_ptr_array_index (cells, 0)) : g_strdup ("");
  if (*row->title == '\0')
    {
      ff_block_part_free (row);
      table->count++;
      return;
    }
  g_ptr_array_add (table->rows, row);
  if (table->count > 0)
    ff_markdown_reader_complain (
        reader, line, _ ("Rows without words come last in a table: put this one above them."));
}

gboolean
ff_markdown_read_table (FfMarkdownReader *reader, cmark_node *paragraph)
{
  guint first = (guint) cmark_node_get_start_line (paragraph);
  guint last = MIN ((guint) cmark_node_get_end_line (paragraph), reader->n_lines);
  const FfBlockForm *form = ff_block_form_get (FF_BLOCK_TABLE);
  g_autofree char *words = NULL;
  FfBlock *table;

  if (first == 0 || last <= first || strchr (reader->lines[first - 1], '|') == NULL
      || !is_rule (reader->lines[first]))
    return FALSE;

  /* For what is wrong with them only. */
  words = ff_markdown_get_text (reader, paragraph);
  table = ff_block_new (form->kind);
  read_columns (reader, first, table);
  for (guint line = first + 2; line <= last; line++)
    read_row (reader, line, table);
  if (table->count + table->rows->len == 0)
    {
      ff_markdown_reader_complain (
          reader, first, _ ("This table has no rows: write a line like “| | |” for each."));
      table->count = 1;
    }
  if (table->count > form->max_count)
    {
      ff_markdown_reader_complain (
          reader, first, _ ("This table has %u empty rows and has room for %u: take some out."),
          table->count, form->max_count);
      table->count = form->max_count;
    }
  ff_markdown_reader_add (reader, first, form, table);

  return TRUE;
}
