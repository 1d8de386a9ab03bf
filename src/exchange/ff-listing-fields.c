/* ff-listing-fields.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of one row of a listing, by the keys of Meeting Guide JSON, taken out one by one; what is left stays for the way back.
 */

#include "ff-config.h"

#include "ff-listing-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-listing-text.h"

/**
 * ff_listing_fields_new:
 * @row: gets the remarks
 * @object: what the row says
 *
 * Returns: (transfer full): all of it, not taken yet
 */
FfListingFields *
ff_listing_fields_new (FfImportRow *row, JsonObject *object)
{
  FfListingFields *self = g_new0 (FfListingFields, 1);

  self->row = row;
  self->object = json_object_ref (object);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * ff_listing_fields_free:
 * @self: (transfer full): not needed any more
 */
void
ff_listing_fields_free (FfListingFields *self)
{
  json_object_unref (self->object);
  g_hash_table_unref (self->taken);
  g_free (self);
}

/**
 * ff_listing_fields_get:
 *
 * Returns: (transfer none) (nullable): the value of @key, %NULL where there is none
 */
JsonNode *
ff_listing_fields_get (FfListingFields *self, const char *key)
{
  JsonNode *node = json_object_get_member (self->object, key);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * ff_listing_fields_take:
 *
 * It is known what @key says: it does not stay among the rest.
 */
void
ff_listing_fields_take (FfListingFields *self, const char *key)
{
  g_hash_table_add (self->taken, g_strdup (key));
}

/* (nullable): the words of a value that is no list and no object */
static char *
to_text (JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_strdup (json_node_get_string (node));

    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

    case G_TYPE_DOUBLE:
      return g_strdup (g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));

    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "yes" : "no");

    default:
      return NULL;
    }
}

/**
 * ff_listing_object_get_text:
 *
 * Returns: (transfer full): the plain text of @key in one line; "" where it is no text
 */
char *
ff_listing_object_get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *text = node != NULL ? to_text (node) : NULL;

  return text != NULL ? ff_listing_text_to_plain (text, TRUE) : g_strdup ("");
}

/**
 * ff_listing_fields_peek_text:
 *
 * Returns: (transfer full): the plain text of @key, which is not taken; "" where there is none
 */
char *
ff_listing_fields_peek_text (FfListingFields *self, const char *key)
{
  return ff_listing_object_get_text (self->object, key);
}

/**
 * ff_listing_fields_take_text:
 * @one_line: whether the end of a line becomes a space
 * @max_letters: how much there is room for
 *
 * Returns: (transfer full): the plain text of @key; "" where there is none
 */
char *
ff_listing_fields_take_text (FfListingFields *self,
                             const char *key,
                             gboolean one_line,
                             glong max_letters)
{
  JsonNode *node = ff_listing_fields_get (self, key);
  g_autofree char *text = node != NULL ? to_text (node) : NULL;
  g_autofree char *plain = NULL;

  if (node == NULL)
    return g_strdup ("");
  if (text == NULL)
    {
      ff_import_row_remark (self->row, _ ("“%s” is no text and was left aside."), key);
      return g_strdup ("");
    }
  ff_listing_fields_take (self, key);
  plain = ff_listing_text_to_plain (text, one_line);
  if (g_utf8_strlen (plain, -1) <= max_letters)
    return g_steal_pointer (&plain);
  ff_import_row_remark (self->row, _ ("“%s” is longer than %ld letters and was cut there."), key,
                        max_letters);
  return g_utf8_substring (plain, 0, max_letters);
}

/**
 * ff_listing_fields_list_texts:
 *
 * Returns: (transfer full): the plain texts of @key, a list or words with commas between them; it is not taken
 */
GStrv
ff_listing_fields_list_texts (FfListingFields *self, const char *key)
{
  JsonNode *node = ff_listing_fields_get (self, key);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *text = to_text (json_array_get_element (array, i));

          if (text != NULL && *text != '\0')
            g_strv_builder_take (texts, ff_listing_text_to_plain (text, TRUE));
        }
    }
  else if (node != NULL)
    {
      g_autofree char *text = to_text (node);
      g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

      for (char **word = words; *word != NULL; word++)
        {
          g_autofree char *plain = ff_listing_text_to_plain (*word, TRUE);

          if (*plain != '\0')
            g_strv_builder_take (texts, g_steal_pointer (&plain));
        }
    }
  return g_strv_builder_end (texts);
}

/**
 * ff_listing_fields_get_number:
 * @number: (out): where it is one, written as a number or as text
 *
 * Returns: whether @key is a number; it is not taken
 */
gboolean
ff_listing_fields_get_number (FfListingFields *self, const char *key, double *number)
{
  g_autofree char *text = ff_listing_fields_peek_text (self, key);
  char *end;

  *number = g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && *number > -1e6 && *number < 1e6;
}

/**
 * ff_listing_fields_get_rest:
 *
 * Returns: (transfer full) (nullable): what nobody took, without what is empty
 */
JsonObject *
ff_listing_fields_get_rest (FfListingFields *self)
{
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      const gboolean is_empty
          = JSON_NODE_HOLDS_NULL (node)
            || (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                && *json_node_get_string (node) == '\0')
            || (JSON_NODE_HOLDS_ARRAY (node)
                && json_array_get_length (json_node_get_array (node)) == 0);

      if (!is_empty && !g_hash_table_contains (self->taken, key))
        json_object_set_member (rest, key, json_node_copy (node));
    }
  return json_object_get_size (rest) > 0 ? g_steal_pointer (&rest) : NULL;
}
