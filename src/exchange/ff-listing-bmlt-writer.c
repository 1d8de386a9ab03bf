/* ff-listing-bmlt-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as BMLT JSON (bmlt.app): one row for each day of the week.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "ff-listing-bmlt.h"
#include "ff-listing-fields.h"
#include "ff-listing-times.h"
#include "ff-listing-types.h"
#include "ff-listing-writing.h"

#define MINUTES_OF_DAY 1440
/* Above the numbers that servers have given so far. */
#define FIRST_ID 0x40000000u

/* “VM” and “HY”, which BMLT has beside the venue’s type. */
static const struct
{
  const char *type;
  const char *format;
} modes[] = {
  [FF_MODE_IN_PERSON] = { "1", NULL },
  [FF_MODE_ONLINE] = { "2", "VM" },
  [FF_MODE_HYBRID] = { "3", "HY" },
  [FF_MODE_PHONE] = { "2", "VM" },
};

static void
write_formats (JsonObject *object, FfMode mode, JsonObject *row)
{
  JsonArray *types = json_object_get_array_member (object, "types");
  g_autoptr (GString) formats = g_string_new (modes[mode].format);

  for (guint i = 0; i < json_array_get_length (types); i++)
    {
      const char *code = json_array_get_string_element (types, i);

      if (code == NULL)
        continue;
      if (formats->len > 0)
        g_string_append_c (formats, ',');
      g_string_append (formats, ff_listing_types_to_bmlt (code));
    }
  json_object_set_string_member (row, "formats", formats->str);
  json_object_set_string_member (row, "venue_type", modes[mode].type);
}

static void
write_when (JsonObject *object, JsonObject *row)
{
  const int start = ff_listing_parse_time (json_object_get_string_member (object, "time"));
  const int end = ff_listing_parse_time (json_object_get_string_member (object, "end_time"));
  const int minutes = end > start ? end - start : end - start + MINUTES_OF_DAY;
  char text[16];

  g_snprintf (text, sizeof text, "%d", (int) json_object_get_int_member (object, "day") + 1);
  json_object_set_string_member (row, "weekday_tinyint", text);
  g_snprintf (text, sizeof text, "%02d:%02d:00", start / 60, start % 60);
  json_object_set_string_member (row, "start_time", text);
  g_snprintf (text, sizeof text, "%02d:%02d:00", minutes / 60, minutes % 60);
  json_object_set_string_member (row, "duration_time", text);
}

/* The server’s number, or one that stays the same as long as the slug does. */
static void
write_identity (JsonObject *object, GHashTable *ids, JsonObject *row)
{
  const char *slug = json_object_get_string_member (object, "slug");
  g_autofree char *id = ff_listing_object_get_text (object, "id_bigint");
  g_autofree char *usual = g_strconcat ("bmlt-", id, NULL);
  guint number = FIRST_ID | (g_str_hash (slug) & (FIRST_ID - 1));

  if (*id == '\0' || !g_str_equal (usual, slug))
    {
      json_object_set_string_member (row, "slug", slug);
      g_free (id);
      for (id = g_strdup_printf ("%u", number); g_hash_table_contains (ids, id);
           id = g_strdup_printf ("%u", ++number))
        g_free (id);
    }
  g_hash_table_add (ids, g_strdup (id));
  json_object_set_string_member (row, "id_bigint", id);
}

static gboolean
is_written_otherwise (const char *key)
{
  static const char *const keys[]
      = { "types", "time", "end_time", "day", "slug", "id_bigint", "venue_type", NULL };

  return g_strv_contains (keys, key);
}

/* Servers write numbers as text too. */
static JsonNode *
to_text_node (JsonObject *object, const char *key, JsonNode *value)
{
  g_autofree char *text = NULL;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) == G_TYPE_STRING)
    return json_node_copy (value);
  text = ff_listing_object_get_text (object, key);
  node = json_node_alloc ();
  return json_node_init_string (node, text);
}

static JsonObject *
translate (JsonObject *object, FfMode mode, GHashTable *ids)
{
  JsonObject *row = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  write_identity (object, ids, row);
  write_when (object, row);
  write_formats (object, mode, row);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      const char *name = ff_listing_bmlt_find_key (key);

      if (!is_written_otherwise (key))
        json_object_set_member (row, name != NULL ? name : key, to_text_node (object, key, value));
    }
  return row;
}

static void
add_meeting (FfListingWriting *writing, FfMeeting *meeting, GHashTable *ids, JsonArray *list)
{
  const FfMode mode = ff_venue_get_mode (ff_meeting_get_venue (meeting));
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint days;

  if (ff_meeting_get_by_appointment (meeting))
    {
      ff_export_add_remark (writing->remarks, ff_schedule_get_title (writing->schedule, meeting),
                            TRUE, _ ("It is held by appointment, which BMLT cannot say."));
      return;
    }
  object = ff_listing_writing_build (writing, meeting, &days);
  if (object == NULL)
    return;
  rows = ff_listing_writing_divide (writing, object, days);
  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (list, translate (g_ptr_array_index (rows, i), mode, ids));
}

/**
 * ff_export_write_bmlt:
 * @remarks: (element-type FfExportRemark): gets what such a list cannot say
 *
 * Returns: (transfer full): a list of weekly meetings as a BMLT server gives it for “GetSearchResults”
 */
char *
ff_export_write_bmlt (FfSchedule *schedule,
                      const FfExportOptions *options,
                      GPtrArray *remarks,
                      GError **error)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_auto (FfListingWriting) writing = { 0 };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonArray) list = json_array_new ();
  g_autoptr (JsonNode) root = NULL;

  ff_listing_writing_init (&writing, schedule, options, remarks, "bmlt");
  for (guint i = 0; i < meetings->len; i++)
    add_meeting (&writing, g_ptr_array_index (meetings, i), ids, list);
  root = json_node_init_array (json_node_alloc (), list);
  return json_to_string (root, TRUE);
}
