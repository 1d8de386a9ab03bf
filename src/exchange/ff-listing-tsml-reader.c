/* ff-listing-tsml-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The CSV of the WordPress plugin “12 Step Meeting List” (TSML), read.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-csv-rows.h"
#include "ff-listing-reading.h"
#include "ff-listing-tsml.h"
#include "ff-listing-types.h"

typedef struct
{
  FfListingReading reading;
  GPtrArray *keys; /* of the columns; NULL before the first line */
  gsize length;
  GCancellable *cancellable;
  FfImportProgress progress;
  gpointer progress_data;
  GError **error;
  gboolean failed;
} Table;

/* (nullable): NULL where it is no text */
static char *
get_text (const FfCsvRow *row, guint position)
{
  gsize length;
  const char *text = g_bytes_get_data (g_ptr_array_index (row->cells, position), &length);

  if (length == 0)
    return g_strdup ("");
  return g_utf8_validate_len (text, length, NULL) ? g_strndup (text, length) : NULL;
}

static gboolean
fail (Table *table, const char *sentence)
{
  g_set_error_literal (table->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  table->failed = TRUE;
  return FALSE;
}

static gboolean
read_header (Table *table, const FfCsvRow *row)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *title = get_text (row, i);
      const FfTsmlColumn *column = title != NULL ? ff_listing_tsml_find_column (title) : NULL;

      if (title == NULL)
        return fail (table, _ ("The first line is not in UTF-8. Save the file as UTF-8 and import "
                               "it again."));
      g_ptr_array_add (keys, g_strdup (column != NULL ? column->key : title));
    }
  if (!g_ptr_array_find_with_equal_func (keys, "name", g_str_equal, NULL))
    return fail (table, _ ("The first line names no column “Name”. Put the names of the columns "
                           "into it."));
  table->keys = g_steal_pointer (&keys);
  return TRUE;
}

static void
refuse (Table *table, const FfCsvRow *row, const char *sentence)
{
  g_autofree char *title = g_strdup_printf (_ ("Line %u"), row->line);

  ff_import_row_refuse (ff_import_add (table->reading.import, row->line, title), "%s", sentence);
}

static gboolean
is_empty (const FfCsvRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      if (g_bytes_get_size (g_ptr_array_index (row->cells, i)) > 0)
        return FALSE;
    }
  return TRUE;
}

static void
read_row (Table *table, const FfCsvRow *row)
{
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *text = get_text (row, i);
      const char *key = i < table->keys->len ? g_ptr_array_index (table->keys, i) : "";

      if (text == NULL)
        {
          refuse (table, row,
                  _ ("It is not in UTF-8. Save the file as UTF-8 and import it again."));
          return;
        }
      if (i >= table->keys->len && *text != '\0')
        {
          refuse (table, row,
                  _ ("It has more columns than the first line. Look whether a "
                     "quotation mark is missing."));
          return;
        }
      if (*text != '\0' && *key != '\0' && !json_object_has_member (object, key))
        json_object_set_string_member (object, key, text);
    }
  ff_listing_reading_add (&table->reading, row->line, object);
}

static gboolean
take_row (const FfCsvRow *row, gboolean unclosed, gsize offset, gpointer user_data)
{
  Table *table = user_data;

  if (!unclosed && is_empty (row))
    return TRUE;
  if (table->keys == NULL)
    return unclosed ? fail (table, _ ("A quotation mark in the first line has no end. Put it in."))
                    : read_header (table, row);
  if (!ff_import_go_on (table->reading.import, (double) offset / (double) table->length,
                        table->cancellable, table->progress, table->progress_data, table->error))
    {
      table->failed = TRUE;
      return FALSE;
    }
  if (unclosed)
    refuse (table, row, _ ("A quotation mark in it has no end. Put it in."));
  else
    read_row (table, row);
  return TRUE;
}

/**
 * ff_import_read_tsml_csv:
 * @self: gets the rows
 *
 * Reads a table with “,”, “;” or tabs between its columns, whose first line names them.
 *
 * Returns: %FALSE with an error where the first line does not name them, or somebody cancelled
 */
gboolean
ff_import_read_tsml_csv (FfImport *self,
                         GBytes *bytes,
                         const FfImportDefaults *defaults,
                         GCancellable *cancellable,
                         FfImportProgress progress,
                         gpointer progress_data,
                         GError **error)
{
  Table table = {
    .cancellable = cancellable, .progress = progress, .progress_data = progress_data, .error = error
  };
  const char *text = g_bytes_get_data (bytes, &table.length);

  ff_listing_reading_init (&table.reading, self, defaults, "tsml", ff_listing_types_find);
  ff_csv_rows_read (text, table.length, ff_listing_tsml_find_separator (text, table.length),
                    take_row, &table);
  if (table.keys == NULL && !table.failed)
    fail (&table, _ ("The file has no first line with the names of the columns. Put it in."));
  g_clear_pointer (&table.keys, g_ptr_array_unref);
  ff_listing_reading_clear (&table.reading);
  return !table.failed;
}
