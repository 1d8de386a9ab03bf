/* ff-listing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a listing, for a person or for a script.
 */

#include "ff-listing.h"

#include <stdio.h>

#include "ff-fold.h"

static char *
format_value (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      GString *joined = g_string_new (NULL);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *item = format_value (json_array_get_element (array, i));

          g_string_append_printf (joined, "%s%s", i > 0 ? "," : "", item);
        }
      return g_string_free_and_steal (joined);
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      /* A row stays one line, a tab stays the border between two values, and nothing of a file tells the terminal what to do. */
      return ff_tidy (json_node_get_string (node), TRUE);
    }
  return json_to_string (node, FALSE);
}

/**
 * ff_listing_print:
 * @row: the values by name, in the order to show them
 * @json: whether to write a JSON object instead of values with tabs between them
 *
 * Writes @row to the standard output, as exactly one line.
 */
void
ff_listing_print (JsonObject *row, gboolean json)
{
  if (json)
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
      g_autofree char *text = NULL;

      json_node_set_object (node, row);
      text = json_to_string (node, FALSE);
      fputs (text, stdout);
    }
  else
    {
      JsonObjectIter iter;
      JsonNode *node;
      const char *separator = "";

      json_object_iter_init_ordered (&iter, row);
      while (json_object_iter_next_ordered (&iter, NULL, &node))
        {
          g_autofree char *value = format_value (node);

          fputs (separator, stdout);
          fputs (value, stdout);
          separator = "\t";
        }
    }
  fputc ('\n', stdout);
}
