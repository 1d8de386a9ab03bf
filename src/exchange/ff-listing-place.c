/* ff-listing-place.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a meeting is, as the fields of a listing divide it: address and region.
 */

#include "ff-listing-place.h"

#include "ff-listing-fields.h"

const char *const ff_listing_address_keys[]
    = { "formatted_address", "address", "city", "state", "postal_code", "country", NULL };
const char *const ff_listing_region_keys[] = { "region", "sub_region", "regions", NULL };

static void
append (GString *line, const char *separator, JsonObject *object, const char *key)
{
  g_autofree char *text = ff_listing_object_get_text (object, key);

  if (*text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, text);
}

/**
 * ff_listing_place_join_address:
 * @object: what a row says
 *
 * Returns: (transfer full): the address on one line, of its parts where it is not there as a whole; "" where there is none
 */
char *
ff_listing_place_join_address (JsonObject *object)
{
  g_autofree char *whole = ff_listing_object_get_text (object, "formatted_address");
  g_autoptr (GString) line = NULL;
  g_autoptr (GString) state = NULL;

  if (*whole != '\0')
    return g_steal_pointer (&whole);
  line = g_string_new (NULL);
  state = g_string_new (NULL);
  append (line, "", object, "address");
  append (line, ", ", object, "city");
  append (state, "", object, "state");
  append (state, " ", object, "postal_code");
  if (line->len > 0 && state->len > 0)
    g_string_append (line, ", ");
  g_string_append (line, state->str);
  append (line, ", ", object, "country");
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/**
 * ff_listing_place_find_region:
 * @object: what a row says
 *
 * Returns: (transfer full): the widest region that it names; "" where there is none
 */
char *
ff_listing_place_find_region (JsonObject *object)
{
  g_autofree char *region = ff_listing_object_get_text (object, "region");
  JsonNode *regions = json_object_get_member (object, "regions");
  JsonArray *array;
  JsonNode *first;

  if (*region != '\0' || regions == NULL || !JSON_NODE_HOLDS_ARRAY (regions))
    return g_steal_pointer (&region);
  array = json_node_get_array (regions);
  first = json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
  if (first == NULL || !JSON_NODE_HOLDS_VALUE (first)
      || json_node_get_value_type (first) != G_TYPE_STRING)
    return g_steal_pointer (&region);
  return g_strdup (json_node_get_string (first));
}
