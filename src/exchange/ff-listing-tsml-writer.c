/* ff-listing-tsml-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as TSML CSV, the table that the WordPress plugin “12 Step Meeting List” takes.
 */

#include <string.h>

#include "ff-csv-rows.h"
#include "ff-listing-fields.h"
#include "ff-listing-times.h"
#include "ff-listing-tsml.h"
#include "ff-listing-types.h"
#include "ff-listing-writing.h"

static const char *const day_titles[]
    = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };

typedef struct
{
  JsonObject *object;
  guint days;
} Entry;

static void
entry_clear (Entry *entry)
{
  json_object_unref (entry->object);
}

/* “7:30 pm”, as the plugin writes it. */
static char *
write_time (const char *text)
{
  const int minutes = ff_listing_parse_time (text);
  const int hour = minutes / 60;

  if (minutes < 0)
    return g_strdup (text);
  return g_strdup_printf ("%d:%02d %s", hour % 12 == 0 ? 12 : hour % 12, minutes % 60,
                          hour % 24 < 12 ? "am" : "pm");
}

static char *
write_types (JsonArray *types)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (types); i++)
    {
      const char *code = json_array_get_string_element (types, i);
      const FfMeetingType *type = code != NULL ? ff_meeting_type_find (code) : NULL;

      if (code == NULL)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              type != NULL ? type->name : code);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
write_value (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return write_types (json_node_get_array (node));
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return ff_listing_object_get_text (object, key);
  if (g_str_equal (key, "time") || g_str_equal (key, "end_time"))
    return write_time (json_node_get_string (node));
  return g_strdup (json_node_get_string (node));
}

static void
append_row (GString *csv, GPtrArray *keys, JsonObject *object, const char *day)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const gboolean is_whole_address
          = g_str_equal (key, "address") && !json_object_has_member (object, key);
      g_autofree char *text
          = g_str_equal (key, "day") && *day != '\0'
                ? g_strdup (day)
                : write_value (object, is_whole_address ? "formatted_address" : key);

      if (i > 0)
        g_string_append_c (csv, ',');
      if (!g_str_equal (key, "formatted_address") || json_object_has_member (object, "address"))
        ff_csv_append_cell (csv, text);
    }
  g_string_append (csv, "\r\n");
}

/* One row a day, all with the same slug: that makes them one meeting again. */
static void
append_rows (GString *csv, GPtrArray *keys, const Entry *entry)
{
  if (entry->days == 0)
    append_row (csv, keys, entry->object, "");
  for (guint number = 0; number < G_N_ELEMENTS (day_titles); number++)
    {
      if ((entry->days & FF_LISTING_DAY_BIT (number == 0 ? 7 : number)) != 0)
        append_row (csv, keys, entry->object, day_titles[number]);
    }
}

static gboolean
needs_column (JsonObject *object, const char *key)
{
  return !g_str_equal (key, "formatted_address") || json_object_has_member (object, "address");
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  const int order = g_ascii_strcasecmp (first, second);

  return order != 0 ? order : strcmp (first, second);
}

/* The plugin’s columns, then in the order of the alphabet those that any meeting needs beyond them. */
static GPtrArray *
list_keys (GArray *entries)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) further = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; ff_listing_tsml_titles[i] != NULL; i++)
    {
      g_ptr_array_add (keys, ff_listing_tsml_make_key (ff_listing_tsml_titles[i]));
      g_hash_table_add (seen, g_ptr_array_index (keys, i));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      JsonObject *object = g_array_index (entries, Entry, i).object;
      JsonObjectIter iter;
      const char *key;

      json_object_iter_init (&iter, object);
      while (json_object_iter_next (&iter, &key, NULL))
        {
          if (needs_column (object, key) && g_hash_table_add (seen, (gpointer) key))
            g_ptr_array_add (further, (gpointer) key);
        }
    }
  g_ptr_array_sort (further, compare_texts);
  for (guint i = 0; i < further->len; i++)
    g_ptr_array_add (keys, g_strdup (g_ptr_array_index (further, i)));
  return keys;
}

static void
append_titles (GString *csv, GPtrArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      ff_csv_append_cell (csv, ff_listing_tsml_find_title (g_ptr_array_index (keys, i)));
    }
  g_string_append (csv, "\r\n");
}

/**
 * ff_export_write_tsml_csv:
 * @remarks: (element-type FfExportRemark): gets what such a list cannot say
 *
 * Writes CSV as RFC 4180 has it, in UTF-8. A cell that a spreadsheet would calculate begins with an apostrophe, which reading takes off.
 *
 * Returns: (transfer full): a table of weekly meetings and those by appointment
 */
char *
ff_export_write_tsml_csv (FfSchedule *schedule,
                          const FfExportOptions *options,
                          GPtrArray *remarks,
                          GError **error)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_auto (FfListingWriting) writing = { 0 };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GPtrArray) keys = NULL;
  GString *csv = g_string_new (NULL);

  g_array_set_clear_func (entries, (GDestroyNotify) entry_clear);
  ff_listing_writing_init (&writing, schedule, options, remarks, "tsml");
  for (guint i = 0; i < meetings->len; i++)
    {
      Entry entry;

      entry.object
          = ff_listing_writing_build (&writing, g_ptr_array_index (meetings, i), &entry.days);
      if (entry.object != NULL)
        g_array_append_val (entries, entry);
    }
  keys = list_keys (entries);
  append_titles (csv, keys);
  for (guint i = 0; i < entries->len; i++)
    append_rows (csv, keys, &g_array_index (entries, Entry, i));
  return g_string_free_and_steal (csv);
}
