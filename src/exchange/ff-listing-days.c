/* ff-listing-days.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same meeting once for each of its days, for lists that have one day a row.
 */

#include "ff-listing-times.h"
#include "ff-listing-writing.h"

static const char *const day_words[]
    = { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" };

static JsonObject *
copy (JsonObject *object)
{
  JsonObject *same = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    json_object_set_member (same, key, json_node_copy (value));
  return same;
}

static void
rename_for_day (FfListingWriting *writing, JsonObject *object, guint day)
{
  g_autofree char *wish
      = g_strdup_printf ("%s-%s", json_object_get_string_member (object, "slug"), day_words[day]);
  g_autofree char *slug = ff_listing_writing_give_slug (writing, wish);

  json_object_set_string_member (object, "slug", slug);
}

/**
 * ff_listing_writing_divide:
 * @object: what ff_listing_writing_build() gave
 * @days: FF_LISTING_DAY_BIT() of each day; 0 = by appointment
 *
 * Returns: (transfer full) (element-type JsonObject): one for each day, each with a slug of its own where there are several
 */
GPtrArray *
ff_listing_writing_divide (FfListingWriting *self, JsonObject *object, guint days)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  const gboolean several = (days & (days - 1)) != 0;

  for (guint day = 0; day < G_N_ELEMENTS (day_words); day++)
    {
      JsonObject *row;

      if ((days & FF_LISTING_DAY_BIT (day == 0 ? 7 : day)) == 0)
        continue;
      row = copy (object);
      json_object_set_int_member (row, "day", day);
      if (several)
        rename_for_day (self, row, day);
      g_ptr_array_add (rows, row);
    }
  if (rows->len == 0)
    g_ptr_array_add (rows, json_object_ref (object));
  return rows;
}
