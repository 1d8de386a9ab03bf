/* ff-listing-tsml-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as the CSV of the WordPress plugin “12 Step Meeting List” (TSML): one row for each day of the week.
 */

#include <csv.h>
#include <string.h>

#include "ff-listing-fields.h"
#include "ff-listing-tsml.h"
#include "ff-listing-writing.h"
#include "ff-meeting-type.h"

static const char *const day_names[]
    = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };

static void
append_cell (GString *file, const char *text)
{
  const size_t length = strlen (text);
  const size_t size = csv_write (NULL, 0, text, length);
  g_autofree char *quoted = g_malloc (size + 1);

  if (length > 0)
    g_string_append_len (file, quoted, (gssize) csv_write (quoted, size, text, length));
}

/* Words, and codes where the listing has its own. */
static char *
join_types (JsonArray *types)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (types); i++)
    {
      const char *code = json_array_get_string_element (types, i);
      const FfMeetingType *type = code != NULL ? ff_meeting_type_find (code) : NULL;

      if (code == NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, type != NULL ? type->name : code);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Lines of notes stay lines: a cell may have several. */
static char *
get_cell (JsonObject *row, const char *key)
{
  JsonNode *node = json_object_get_member (row, key);

  if (node == NULL)
    return g_strdup ("");
  if (g_str_equal (key, "day"))
    return g_strdup (day_names[json_node_get_int (node)]);
  if (g_str_equal (key, "types"))
    return join_types (json_node_get_array (node));
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return ff_listing_object_get_text (row, key);
}

/* The columns beside the usual ones that any row has, in the order of the alphabet. (element-type utf8) */
static GPtrArray *
list_further_keys (GPtrArray *rows)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *keys = g_ptr_array_new ();
  gsize n_columns;
  const FfTsmlColumn *columns = ff_listing_tsml_list_columns (&n_columns);

  for (gsize i = 0; i < n_columns; i++)
    g_hash_table_add (known, (gpointer) columns[i].key);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GList) members = json_object_get_members (g_ptr_array_index (rows, i));

      for (GList *member = members; member != NULL; member = member->next)
        {
          if (g_hash_table_add (known, member->data))
            g_ptr_array_add (keys, member->data);
        }
    }
  g_ptr_array_sort_values (keys, (GCompareFunc) g_strcmp0);
  return keys;
}

static void
write_header (GString *file, GPtrArray *further)
{
  gsize n_columns;
  const FfTsmlColumn *columns = ff_listing_tsml_list_columns (&n_columns);

  for (gsize i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (file, ',');
      append_cell (file, columns[i].title);
    }
  for (guint i = 0; i < further->len; i++)
    {
      const char *key = g_ptr_array_index (further, i);
      const FfTsmlColumn *column = ff_listing_tsml_find_key (key);

      g_string_append_c (file, ',');
      append_cell (file, column != NULL ? column->title : key);
    }
  g_string_append (file, "\r\n");
}

static void
write_row (GString *file, JsonObject *row, GPtrArray *further)
{
  gsize n_columns;
  const FfTsmlColumn *columns = ff_listing_tsml_list_columns (&n_columns);

  for (gsize i = 0; i < n_columns + further->len; i++)
    {
      const char *key = i < n_columns ? columns[i].key : g_ptr_array_index (further, i - n_columns);
      g_autofree char *cell = get_cell (row, key);

      if (i > 0)
        g_string_append_c (file, ',');
      append_cell (file, cell);
    }
  g_string_append (file, "\r\n");
}

static void
add_meeting (FfListingWriting *writing, FfMeeting *meeting, GPtrArray *rows)
{
  guint days;
  g_autoptr (JsonObject) object = ff_listing_writing_build (writing, meeting, &days);
  g_autoptr (GPtrArray) divided = NULL;

  if (object == NULL)
    return;
  divided = ff_listing_writing_divide (writing, object, days);
  for (guint i = 0; i < divided->len; i++)
    g_ptr_array_add (rows, json_object_ref (g_ptr_array_index (divided, i)));
}

/**
 * ff_export_write_tsml_csv:
 * @remarks: (element-type FfExportRemark): gets what such a list cannot say
 *
 * Returns: (transfer full): a table of weekly meetings and those by appointment, lines ended by CRLF
 */
char *
ff_export_write_tsml_csv (FfSchedule *schedule,
                          const FfExportOptions *options,
                          GPtrArray *remarks,
                          GError **error)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_auto (FfListingWriting) writing = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (GPtrArray) further = NULL;
  GString *file = g_string_new (NULL);

  ff_listing_writing_init (&writing, schedule, options, remarks, "tsml");
  writing.divides_addresses = FALSE;
  for (guint i = 0; i < meetings->len; i++)
    add_meeting (&writing, g_ptr_array_index (meetings, i), rows);
  further = list_further_keys (rows);
  write_header (file, further);
  for (guint i = 0; i < rows->len; i++)
    write_row (file, g_ptr_array_index (rows, i), further);
  return g_string_free_and_steal (file);
}
