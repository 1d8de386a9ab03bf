/* ff-listing-tsml-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TSML CSV, read: its columns become the fields of Meeting Guide, rows that differ in the day alone become one meeting.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-csv-rows.h"
#include "ff-listing-reading.h"
#include "ff-listing-times.h"
#include "ff-listing-tsml.h"
#include "ff-listing-types.h"

typedef struct
{
  GStrv keys;
  guint n_keys;
  int day;
} Columns;

/* A meeting: a row, and the days of those that are like it. */
typedef struct
{
  const FfCsvRow *row;
  const Columns *columns;
  guint days; /* FF_LISTING_DAY_BIT() of each; 0 where its day is none */
} Entry;

static const char *
get_cell (const FfCsvRow *row, guint column)
{
  return column < row->n_kept ? ff_listing_tsml_unguard (row->cells[column]) : "";
}

static const char *
get_cell_of (const Columns *columns, const FfCsvRow *row, const char *key)
{
  for (guint i = 0; i < columns->n_keys; i++)
    {
      if (g_str_equal (columns->keys[i], key))
        return get_cell (row, i);
    }
  return "";
}

/* Of two columns of one name the first counts. */
static void
read_columns (Columns *columns, const FfCsvRow *header)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  columns->day = -1;
  columns->n_keys = MIN (header->n_kept, header->n_cells);
  for (guint i = 0; i < columns->n_keys; i++)
    {
      g_autofree char *key = ff_listing_tsml_make_key (header->cells[i]);
      const gboolean is_first = g_hash_table_add (seen, g_strdup (key));

      if (is_first && g_str_equal (key, "day"))
        columns->day = (int) i;
      g_strv_builder_add (keys, is_first ? key : "");
    }
  columns->keys = g_strv_builder_end (keys);
}

static gboolean
tells_apart (const Columns *columns, guint column)
{
  return (int) column != columns->day && !g_str_equal (columns->keys[column], "updated");
}

static guint
hash_entry (gconstpointer key)
{
  const Entry *entry = key;
  guint hash = 0;

  for (guint i = 0; i < entry->row->n_kept; i++)
    {
      if (tells_apart (entry->columns, i) && *entry->row->cells[i] != '\0')
        hash = hash * 31 + g_str_hash (entry->row->cells[i]);
    }
  return hash;
}

static gboolean
is_same_but_day (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  for (guint i = 0; i < first->columns->n_keys; i++)
    {
      if (tells_apart (first->columns, i)
          && !g_str_equal (get_cell (first->row, i), get_cell (second->row, i)))
        return FALSE;
    }
  return TRUE;
}

static guint
find_day (const Columns *columns, const FfCsvRow *row)
{
  const int day
      = columns->day >= 0 ? ff_listing_parse_day (get_cell (row, (guint) columns->day)) : 0;

  return day != 0 ? FF_LISTING_DAY_BIT (day) : 0;
}

/* The plugin has one day a row; a meeting on several weekdays is several of them. (element-type Entry) */
static GPtrArray *
join_rows (const Columns *columns, GPtrArray *rows)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (hash_entry, is_same_but_day);

  for (guint i = 1; i < rows->len; i++)
    {
      const FfCsvRow *row = g_ptr_array_index (rows, i);
      Entry *entry = g_new0 (Entry, 1);
      Entry *like;

      entry->row = row;
      entry->columns = columns;
      entry->days
          = row->refused == NULL && row->n_cells <= columns->n_keys ? find_day (columns, row) : 0;
      like = entry->days != 0 ? g_hash_table_lookup (known, entry) : NULL;
      if (like != NULL && (like->days & entry->days) == 0)
        {
          like->days |= entry->days;
          g_free (entry);
          continue;
        }
      if (like == NULL && entry->days != 0)
        g_hash_table_add (known, entry);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static JsonNode *
make_days (guint days)
{
  g_autoptr (JsonArray) list = json_array_new ();

  for (int number = 0; number < 7; number++)
    {
      if ((days & FF_LISTING_DAY_BIT (number == 0 ? 7 : number)) != 0)
        json_array_add_int_element (list, number);
    }
  return json_node_init_array (json_node_alloc (), list);
}

static gboolean
is_appointment (const char *text)
{
  return g_ascii_strcasecmp (text, "appointment") == 0
         || g_ascii_strcasecmp (text, "by appointment") == 0;
}

/* The whole address on one line, unless other columns have parts of it. */
static const char *
find_address_key (const Columns *columns, const FfCsvRow *row)
{
  static const char *const parts[]
      = { "formatted_address", "city", "state", "postal_code", "country" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*get_cell_of (columns, row, parts[i]) != '\0')
        return "address";
    }
  return "formatted_address";
}

static JsonObject *
translate (const Entry *entry)
{
  const Columns *columns = entry->columns;
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < MIN (columns->n_keys, entry->row->n_kept); i++)
    {
      const char *key = columns->keys[i];
      const char *cell = get_cell (entry->row, i);
      const gboolean is_when
          = g_str_equal (key, "day") || g_str_equal (key, "time") || g_str_equal (key, "end_time");

      if (*key == '\0' || *cell == '\0' || (is_when && is_appointment (cell)))
        continue;
      if (g_str_equal (key, "day") && entry->days != 0)
        json_object_set_member (object, key, make_days (entry->days));
      else if (g_str_equal (key, "address"))
        json_object_set_string_member (object, find_address_key (columns, entry->row), cell);
      else
        json_object_set_string_member (object, key, cell);
    }
  return object;
}

static void
refuse (FfImport *self, const Entry *entry, const char *reason)
{
  const char *name = get_cell_of (entry->columns, entry->row, "name");
  g_autofree char *line = g_strdup_printf (_ ("Line %u"), entry->row->line);
  FfImportRow *row = ff_import_add (self, entry->row->line, *name != '\0' ? name : line);

  ff_import_row_refuse (row, "%s", reason);
}

static void
add_entry (FfListingReading *reading, const Entry *entry)
{
  const FfCsvRow *row = entry->row;
  const guint n_columns = entry->columns->n_keys;
  const char *reason = row->refused;
  g_autoptr (JsonObject) object = NULL;

  if (reason == NULL && row->n_cells > n_columns)
    reason = _ ("It has more columns than the first line. Look whether a quotation mark is "
                "missing.");
  if (reason != NULL)
    {
      refuse (reading->import, entry, reason);
      return;
    }
  object = translate (entry);
  ff_listing_reading_add (reading, row->line, object);
}

static const char *
find_fault (const Columns *columns, GPtrArray *rows)
{
  const FfCsvRow *header = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  if (header == NULL)
    return _ ("The file has no first line with the names of the columns. Put it in.");
  if (header->refused != NULL && header->n_kept > 0)
    return _ ("The first line is not in UTF-8. Save the file as UTF-8 and import it again.");
  if (header->refused != NULL)
    return _ ("A quotation mark in the first line has no end. Put it in.");
  if (!g_strv_contains ((const char *const *) columns->keys, "name"))
    return _ ("The first line names no column “Name”. Put the names of the columns into it.");
  return NULL;
}

static gboolean
check_rows (const Columns *columns, GPtrArray *rows, GError **error)
{
  const char *fault = find_fault (columns, rows);

  if (fault != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, fault);
  return fault == NULL && ff_import_file_check_rows (rows->len - 1, error);
}

static gboolean
add_all (FfListingReading *reading,
         GPtrArray *entries,
         GCancellable *cancellable,
         FfImportProgress progress,
         gpointer progress_data,
         GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      if (!ff_import_go_on (reading->import, (double) i / entries->len, cancellable, progress,
                            progress_data, error))
        return FALSE;
      add_entry (reading, g_ptr_array_index (entries, i));
    }
  return TRUE;
}

/**
 * ff_import_read_tsml_csv:
 * @self: gets the rows
 *
 * Reads the table that the plugin exports, with columns in any order. Rows that say the same but for the day are one meeting.
 *
 * Returns: %FALSE with an error where there is no column “Name”, or somebody cancelled
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
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) rows
      = ff_csv_rows_read (text, length, FF_IMPORT_FILE_MAX_ROWS + 1, cancellable, error);
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (FfListingReading) reading = { 0 };
  Columns columns = { NULL, 0, -1 };
  gboolean whole;

  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    read_columns (&columns, g_ptr_array_index (rows, 0));
  else
    columns.keys = g_new0 (char *, 1);
  ff_listing_reading_init (&reading, self, defaults, "tsml", ff_listing_types_find);
  whole = check_rows (&columns, rows, error);
  if (whole)
    {
      entries = join_rows (&columns, rows);
      whole = add_all (&reading, entries, cancellable, progress, progress_data, error);
    }
  g_strfreev (columns.keys);
  return whole;
}
