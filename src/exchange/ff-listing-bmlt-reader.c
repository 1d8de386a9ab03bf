/* ff-listing-bmlt-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BMLT JSON (bmlt.app), read: its fields become those of Meeting Guide.
 */

#include <string.h>

#include "ff-import.h"
#include "ff-listing-bmlt.h"
#include "ff-listing-fields.h"
#include "ff-listing-reading.h"
#include "ff-listing-times.h"
#include "ff-listing-types.h"

#define MINUTES_OF_DAY 1440
#define ONLINE "2"

static gboolean
is_derived (const char *key)
{
  static const char *const derived[]
      = { "weekday_tinyint", "start_time", "duration_time", "venue_type", "day", "time",
          "end_time",        NULL };

  return g_strv_contains (derived, key);
}

static void
rename_members (JsonObject *object, JsonObject *translated)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      const char *guide = ff_listing_bmlt_find_guide_key (key);

      if (!is_derived (key))
        json_object_set_member (translated, guide != NULL ? guide : key, json_node_copy (value));
    }
}

/* 1 Sunday to 7 Saturday. What is none of them is handed on, to be refused by name. */
static void
translate_day (JsonObject *object, JsonObject *translated)
{
  g_autofree char *text = ff_listing_object_get_text (object, "weekday_tinyint");
  g_autofree char *named = NULL;
  JsonNode *node = json_object_get_member (object, "weekday_tinyint");

  if (strlen (text) == 1 && *text >= '1' && *text <= '7')
    {
      json_object_set_int_member (translated, "day", *text - '1');
      return;
    }
  if (node == NULL || JSON_NODE_HOLDS_NULL (node)
      || (JSON_NODE_HOLDS_VALUE (node) && *text == '\0'))
    return;
  named = g_strdup_printf ("weekday_tinyint %s", text);
  json_object_set_string_member (translated, "day", named);
}

static void
translate_end (JsonObject *object, JsonObject *translated, int start)
{
  g_autofree char *text = ff_listing_object_get_text (object, "duration_time");
  const int minutes = ff_listing_parse_time (text);
  const int end = (start + minutes) % MINUTES_OF_DAY;
  char time[8];

  if (*text == '\0' || minutes == 0)
    return;
  if (minutes < 0)
    {
      json_object_set_string_member (translated, "end_time", text);
      return;
    }
  g_snprintf (time, sizeof time, "%02d:%02d", end / 60, end % 60);
  json_object_set_string_member (translated, "end_time", time);
}

static void
translate_time (JsonObject *object, JsonObject *translated)
{
  JsonNode *node = json_object_get_member (object, "start_time");
  g_autofree char *text = ff_listing_object_get_text (object, "start_time");
  const int start = ff_listing_parse_time (text);

  if (node != NULL)
    json_object_set_member (translated, "time", json_node_copy (node));
  if (start >= 0)
    translate_end (object, translated, start);
}

/* Online although there is a room: Meeting Guide says so by the type TC. */
static void
translate_mode (JsonObject *object, JsonObject *translated)
{
  g_autofree char *mode = ff_listing_object_get_text (object, "venue_type");
  g_autofree char *types = ff_listing_object_get_text (translated, "types");
  g_autofree char *place = NULL;
  g_autofree char *street = NULL;
  g_autofree char *all = NULL;

  if (!g_str_equal (mode, ONLINE))
    return;
  place = ff_listing_object_get_text (object, "location_text");
  street = ff_listing_object_get_text (object, "location_street");
  if (*place == '\0' && *street == '\0')
    return;
  all = g_strconcat (types, *types != '\0' ? "," : "", "TC", NULL);
  json_object_set_string_member (translated, "types", all);
}

static void
translate_slug (JsonObject *object, JsonObject *translated)
{
  g_autofree char *id = ff_listing_object_get_text (object, "id_bigint");
  g_autofree char *own = ff_listing_object_get_text (object, "slug");
  g_autofree char *slug = g_strconcat ("bmlt-", id, NULL);

  if (*own == '\0' && *id != '\0')
    json_object_set_string_member (translated, "slug", slug);
  else if (*own != '\0')
    json_object_remove_member (translated, "id_bigint"); /* Made up on the way out, for the slug. */
}

/* A street without a town is a whole address. */
static void
translate_address (JsonObject *translated)
{
  static const char *const others[] = { "city", "state", "postal_code", "country" };
  g_autofree char *street = ff_listing_object_get_text (translated, "address");

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = ff_listing_object_get_text (translated, others[i]);

      if (*other != '\0')
        return;
    }
  if (*street == '\0')
    return;
  json_object_set_string_member (translated, "formatted_address", street);
  json_object_remove_member (translated, "address");
}

static JsonObject *
translate (JsonObject *object)
{
  JsonObject *translated = json_object_new ();

  rename_members (object, translated);
  translate_day (object, translated);
  translate_time (object, translated);
  translate_mode (object, translated);
  translate_slug (object, translated);
  translate_address (translated);
  return translated;
}

/**
 * ff_import_read_bmlt:
 * @self: gets the rows
 *
 * Reads what a BMLT server gives for “GetSearchResults”: a list, or an object that holds it under “meetings”.
 *
 * Returns: %FALSE with an error where its rows cannot be told apart, or somebody cancelled
 */
gboolean
ff_import_read_bmlt (FfImport *self,
                     GBytes *bytes,
                     const FfImportDefaults *defaults,
                     GCancellable *cancellable,
                     FfImportProgress progress,
                     gpointer progress_data,
                     GError **error)
{
  g_auto (FfListingReading) reading = { 0 };

  ff_listing_reading_init (&reading, self, defaults, "bmlt", ff_listing_types_from_bmlt);
  return ff_listing_reading_read_json (&reading, bytes, "meetings", translate, cancellable,
                                       progress, progress_data, error);
}
