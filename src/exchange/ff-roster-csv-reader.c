/* ff-roster-csv-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of volunteers, read: its columns are matched, its dates settled by column, and each row is somebody or is refused.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-csv-rows.h"
#include "ff-listing-tsml.h"
#include "ff-roster-value.h"

typedef struct
{
  FfRosterReading *reading;
  GPtrArray *rows;       /* (element-type FfCsvRow) */
  guint first;           /* that is somebody */
  FfRosterDates *orders; /* of each column */
} Table;

static const char *
get_cell (const FfCsvRow *row, guint column)
{
  return column < row->n_kept ? ff_listing_tsml_unguard (row->cells[column]) : "";
}

/* --- The order of dates --- */

static void
look_at_dates (Table *table, guint index, FfRosterField field, FfRosterDateSurvey *survey)
{
  FfRosterRow row = { 0 };
  FfRosterTaking taking = { .reading = table->reading, .row = &row, .survey = survey };

  for (guint i = table->first; i < table->rows->len; i++)
    {
      const FfCsvRow *cells = g_ptr_array_index (table->rows, i);

      row.line = cells->line;
      if (cells->refused == NULL && *get_cell (cells, index) != '\0')
        ff_roster_parts_read (field, get_cell (cells, index), &taking);
    }
}

/* What one column leaves open is settled by that column alone, or by a person. */
static void
settle_dates (Table *table)
{
  FfRosterImport *import = table->reading->import;

  table->orders = g_new0 (FfRosterDates, import->columns->len);
  for (guint i = 0; i < import->columns->len; i++)
    {
      const FfRosterColumn *column = g_ptr_array_index (import->columns, i);
      g_auto (FfRosterDateSurvey) survey;

      ff_roster_date_survey_init (&survey);
      if (ff_roster_field_has_dates (column->field))
        look_at_dates (table, i, column->field, &survey);
      table->orders[i] = ff_roster_date_survey_settle (&survey);
      if (table->orders[i] != FF_ROSTER_DATES_ASK)
        continue;
      table->orders[i] = table->reading->answers->dates;
      if (table->orders[i] != FF_ROSTER_DATES_ASK || (import->asks & FF_ROSTER_ASKS_DATES) != 0)
        continue;
      import->asks |= FF_ROSTER_ASKS_DATES;
      import->date_line = survey.line;
      import->date_sample = g_strdup (survey.sample);
    }
}

/* --- Rows --- */

/* What a refused row is called: its name, where it has one. */
static void
name_row (const Table *table, const FfCsvRow *cells, FfRosterRow *row)
{
  GPtrArray *columns = table->reading->import->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const FfRosterColumn *column = g_ptr_array_index (columns, i);

      if ((column->field == FF_ROSTER_FIELD_NAME || column->field == FF_ROSTER_FIELD_FIRST_NAME)
          && *get_cell (cells, i) != '\0')
        ff_roster_row_name (row, get_cell (cells, i));
    }
}

static const char *
find_fault (const Table *table, const FfCsvRow *cells)
{
  if (cells->refused != NULL)
    return cells->refused;
  if (cells->n_cells > table->reading->import->columns->len)
    return _ ("It has more columns than the first line. Look whether a quotation mark is "
              "missing.");
  return NULL;
}

static void
read_row (const Table *table, const FfCsvRow *cells)
{
  GPtrArray *columns = table->reading->import->columns;
  FfRosterRow *row = ff_roster_import_add (table->reading->import, cells->line);
  const char *fault = find_fault (table, cells);
  FfRosterTaking taking;

  name_row (table, cells, row);
  if (fault != NULL)
    {
      ff_roster_row_refuse (row, "%s", fault);
      return;
    }
  ff_roster_taking_begin (&taking, table->reading, row);
  if (cells->n_kept < columns->len)
    ff_roster_row_remark (row, _ ("It has %1$u of %2$u columns; the others are taken as empty."),
                          cells->n_kept, columns->len);
  for (guint i = 0; i < columns->len; i++)
    {
      const FfRosterColumn *column = g_ptr_array_index (columns, i);

      taking.order = table->orders[i];
      taking.requirement = column->requirement;
      ff_roster_value_read (column->field, get_cell (cells, i), &taking);
    }
  ff_roster_taking_end (&taking);
}

static gboolean
read_rows (Table *table, GError **error)
{
  for (guint i = table->first; i < table->rows->len; i++)
    {
      if (!ff_roster_reading_go_on (table->reading, (double) i / table->rows->len, error))
        return FALSE;
      read_row (table, g_ptr_array_index (table->rows, i));
    }
  return TRUE;
}

/* --- The table --- */

static gboolean
check_table (GPtrArray *rows, GError **error)
{
  const FfCsvRow *header = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  if (header == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("There is no row in the file. Choose another one."));
  else if (header->refused != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 /* Translators: the number of a line, and a sentence on what is wrong with it */
                 _ ("Line %u: %s"), header->line, header->refused);
  else
    return ff_import_file_check_rows (rows->len - 1, error);
  return FALSE;
}

static void
match_columns (FfRosterReading *reading, GPtrArray *rows)
{
  FfRosterImport *import = reading->import;
  const FfRosterAnswers *answers = reading->answers;
  GPtrArray *columns
      = ff_roster_columns_propose (rows, answers->header, reading->known, &import->has_header);

  for (guint i = 0; answers->columns != NULL && i < columns->len; i++)
    {
      const FfRosterColumn *answer
          = i < answers->columns->len ? g_ptr_array_index (answers->columns, i) : NULL;

      ff_roster_columns_set (columns, i, answer != NULL ? answer->field : FF_ROSTER_FIELD_NONE,
                             answer != NULL ? answer->requirement : NULL);
    }
  g_clear_pointer (&import->columns, g_ptr_array_unref);
  import->columns = columns;
  if (!ff_roster_columns_have_name (columns))
    import->asks |= FF_ROSTER_ASKS_COLUMNS;
}

/**
 * ff_roster_csv_read:
 * @reading: gets the columns, what they leave open, and the rows
 * @bytes: the file in UTF-8, without a mark
 *
 * Reads a table with “,”, “;” or tabs between its columns, and with or without a first line that names them.
 *
 * Returns: %FALSE with an error where it is no table, or somebody cancelled
 */
gboolean
ff_roster_csv_read (FfRosterReading *reading, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) rows
      = ff_csv_rows_read (text, length, FF_IMPORT_FILE_MAX_ROWS + 1, reading->cancellable, error);
  Table table = { .reading = reading, .rows = rows };
  gboolean is_read;

  if (rows == NULL || !check_table (rows, error))
    return FALSE;
  match_columns (reading, rows);
  if ((reading->import->asks & FF_ROSTER_ASKS_COLUMNS) != 0)
    return TRUE;
  table.first = reading->import->has_header ? 1 : 0;
  settle_dates (&table);
  is_read = read_rows (&table, error);
  g_free (table.orders);
  return is_read;
}
