/* ff-listing-writing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting by the keys of Meeting Guide JSON, with all that may leave and nothing else.
 */

#include "ff-config.h"

#include "ff-listing-writing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-listing-place.h"
#include "ff-listing-privacy.h"
#include "ff-listing-reading.h"
#include "ff-listing-rhythm.h"
#include "ff-listing-text.h"

#define MAX_SLUG 64
#define MINUTES_OF_DAY 1440
/* A shorter one may stand in a text by chance. */

/* One meeting on its way. */
typedef struct
{
  FfListingWriting *writing;
  FfMeeting *meeting;
  FfVenue *venue;
  FfGroup *group;   /* (nullable) */
  JsonObject *rest; /* (nullable): what the listing said beyond it */
  JsonObject *object;
} Entry;

/**
 * ff_listing_writing_init:
 * @self: what the meetings of one file share
 * @extra: the key of what has no place here
 */
void
ff_listing_writing_init (FfListingWriting *self,
                         FfSchedule *schedule,
                         const FfExportOptions *options,
                         GPtrArray *remarks,
                         const char *extra)
{
  g_autoptr (GDateTime) now
      = options->from != NULL ? g_date_time_to_utc (options->from) : g_date_time_new_now_utc ();

  self->schedule = schedule;
  self->options = options;
  self->remarks = remarks;
  self->extra = extra;
  self->divides_addresses = TRUE;
  self->today = ff_wall_time_from_date_time (now);
  self->today.hour = self->today.minute = 0;
  self->slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ff_listing_writing_clear:
 * @self: of which nothing is needed any more
 */
void
ff_listing_writing_clear (FfListingWriting *self)
{
  g_clear_pointer (&self->slugs, g_hash_table_unref);
}

/* As everybody may read it. */
static char *
publish (const Entry *entry, const char *text)
{
  return entry->writing->options->with_passcodes ? g_strdup (text)
                                                 : ff_listing_privacy_publish (entry->venue, text);
}

static void
set_text (const Entry *entry, const char *key, const char *text)
{
  g_autofree char *published = publish (entry, text);

  if (*published != '\0')
    json_object_set_string_member (entry->object, key, published);
}

static void
set_venue_text (const Entry *entry, const char *key, FfVenueText which)
{
  set_text (entry, key, ff_venue_get_text (entry->venue, which));
}

static void
write_when (const Entry *entry)
{
  const FfWallTime *start = ff_meeting_get_start (entry->meeting);
  const guint end = (start->hour * 60u + start->minute + ff_meeting_get_minutes (entry->meeting))
                    % MINUTES_OF_DAY;
  char text[16];

  if (!ff_meeting_get_by_appointment (entry->meeting))
    {
      g_snprintf (text, sizeof text, "%02u:%02u", start->hour, start->minute);
      json_object_set_string_member (entry->object, "time", text);
      g_snprintf (text, sizeof text, "%02u:%02u", end / 60, end % 60);
      json_object_set_string_member (entry->object, "end_time", text);
    }
  set_text (entry, "timezone", ff_meeting_get_zone (entry->meeting));
}

/* The fields that the listing divided it into, as long as they still say the same. */
static void
write_joined (const Entry *entry,
              const char *text,
              const char *const *keys,
              char *(*join) (JsonObject *),
              gboolean divide)
{
  g_autofree char *said = entry->rest != NULL && divide ? join (entry->rest) : NULL;

  if (said == NULL || *said == '\0' || !g_str_equal (said, text))
    {
      set_text (entry, keys[0], text);
      return;
    }
  for (gsize i = 0; keys[i] != NULL; i++)
    {
      JsonNode *value = json_object_get_member (entry->rest, keys[i]);
      JsonNode *allowed = value != NULL ? ff_listing_privacy_filter (keys[i], value) : NULL;

      if (allowed != NULL)
        json_object_set_member (entry->object, keys[i], allowed);
    }
}

static void
write_place (const Entry *entry)
{
  const char *name = ff_venue_get_text (entry->venue, FF_VENUE_NAME);
  const char *room = ff_venue_get_text (entry->venue, FF_VENUE_ROOM);
  const char *region = ff_venue_get_text (entry->venue, FF_VENUE_REGION);
  g_autofree char *location
      = g_strconcat (name, *name != '\0' && *room != '\0' ? FF_LISTING_ROOM_MARK : "", room, NULL);
  double latitude, longitude;

  set_text (entry, "location", location);
  set_venue_text (entry, "location_notes", FF_VENUE_ACCESS);
  write_joined (entry, ff_venue_get_text (entry->venue, FF_VENUE_ADDRESS), ff_listing_address_keys,
                ff_listing_place_join_address, entry->writing->divides_addresses);
  if (*region == '\0' && entry->group != NULL)
    region = ff_group_get_text (entry->group, FF_GROUP_REGION);
  write_joined (entry, region, ff_listing_region_keys, ff_listing_place_find_region, TRUE);
  if (ff_venue_get_position (entry->venue, &latitude, &longitude))
    {
      json_object_set_double_member (entry->object, "latitude", latitude);
      json_object_set_double_member (entry->object, "longitude", longitude);
    }
}

static void
write_joining (const Entry *entry)
{
  const gboolean all = entry->writing->options->with_passcodes;
  const char *passcode = ff_venue_get_text (entry->venue, FF_VENUE_PASSCODE);
  const char *note = ff_venue_get_text (entry->venue, FF_VENUE_LINK_NOTE);
  const char *full_phone = ff_venue_get_text (entry->venue, FF_VENUE_PHONE);
  g_autofree char *link = all ? g_strdup (ff_venue_get_text (entry->venue, FF_VENUE_LINK))
                              : ff_venue_make_public_link (entry->venue);
  g_autofree char *phone = all ? g_strdup (full_phone) : ff_venue_make_public_phone (entry->venue);
  g_autofree char *named = NULL;
  g_autofree char *public_note = all ? NULL : ff_listing_text_split_passcode (note, &named);

  set_text (entry, "conference_url", link);
  if (all && *passcode != '\0')
    public_note = ff_listing_text_join_passcode (note, passcode);
  set_text (entry, "conference_url_notes", public_note != NULL ? public_note : note);
  set_text (entry, "conference_phone", phone);
  set_venue_text (entry, "conference_phone_notes", FF_VENUE_PHONE_NOTE);
}

/* Codes, those that only the listing knows last. */
static void
write_types (const Entry *entry)
{
  g_auto (GStrv) codes = ff_schedule_list_types (entry->writing->schedule, entry->meeting);
  JsonNode *others = entry->rest != NULL ? json_object_get_member (entry->rest, "types") : NULL;
  const FfMode mode = ff_venue_get_mode (entry->venue);
  const gboolean has_closed_room = (mode == FF_MODE_ONLINE || mode == FF_MODE_PHONE)
                                   && (*ff_venue_get_text (entry->venue, FF_VENUE_ADDRESS) != '\0'
                                       || *ff_venue_get_text (entry->venue, FF_VENUE_NAME) != '\0');
  JsonArray *types = json_array_new ();

  for (char **code = codes; *code != NULL; code++)
    json_array_add_string_element (types, *code);
  if (has_closed_room && !g_strv_contains ((const char *const *) codes, "TC"))
    json_array_add_string_element (types, "TC");
  if (others != NULL && JSON_NODE_HOLDS_ARRAY (others))
    {
      g_autoptr (GList) list = json_array_get_elements (json_node_get_array (others));

      for (GList *item = list; item != NULL; item = item->next)
        {
          JsonNode *allowed = ff_listing_privacy_filter ("types", item->data);

          if (allowed != NULL)
            json_array_add_element (types, allowed);
        }
    }
  json_object_set_array_member (entry->object, "types", types);
}

static void
write_notes (const Entry *entry, const char *note)
{
  const char *notes = ff_meeting_get_text (entry->meeting, FF_MEETING_NOTES);
  g_autofree char *both = NULL;

  if (note != NULL)
    both = g_strconcat (FF_LISTING_NOTE_MARK, note, *notes != '\0' ? "\n" : "", notes, NULL);
  set_text (entry, "notes", both != NULL ? both : notes);
}

static void
write_group (const Entry *entry)
{
  static const struct
  {
    const char *key;
    FfGroupText text;
  } texts[] = {
    { "group_notes", FF_GROUP_NOTES }, { "website", FF_GROUP_WEBSITE },
    { "email", FF_GROUP_EMAIL },       { "phone", FF_GROUP_PHONE },
    { "district", FF_GROUP_DISTRICT },
  };

  if (entry->group == NULL)
    return;
  set_text (entry, "group", ff_group_get_name (entry->group));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (entry, texts[i].key, ff_group_get_text (entry->group, texts[i].text));
}

static void
write_updated (const Entry *entry)
{
  const gint64 modified = ff_meeting_get_modified (entry->meeting);
  g_autoptr (GDateTime) time = modified > 0 ? g_date_time_new_from_unix_utc_usec (modified) : NULL;
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S") : NULL;

  if (text != NULL)
    json_object_set_string_member (entry->object, "updated", text);
}

static gboolean
is_settled (const Entry *entry, const char *key)
{
  static const char *const when[] = { "day", "time", "end_time", NULL };

  return json_object_has_member (entry->object, key) || g_str_equal (key, "types")
         || g_strv_contains (ff_listing_address_keys, key)
         || g_strv_contains (ff_listing_region_keys, key)
         || (g_strv_contains (when, key) && !ff_meeting_get_by_appointment (entry->meeting));
}

static void
write_rest (const Entry *entry)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (entry->rest == NULL)
    return;
  json_object_iter_init_ordered (&iter, entry->rest);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      JsonNode *allowed = is_settled (entry, key) ? NULL : ff_listing_privacy_filter (key, value);

      if (allowed != NULL)
        json_object_set_member (entry->object, key, allowed);
    }
}

/**
 * ff_listing_writing_give_slug:
 * @wish: what a meeting would be called
 *
 * Returns: (transfer full): it, or where another meeting has it something like it
 */
char *
ff_listing_writing_give_slug (FfListingWriting *self, const char *wish)
{
  g_autofree char *base = g_utf8_strlen (wish, -1) > MAX_SLUG ? g_utf8_substring (wish, 0, MAX_SLUG)
                                                              : g_strdup (wish);
  g_autofree char *slug = g_strdup (base);

  for (guint i = 2; !g_hash_table_add (self->slugs, g_strdup (slug)); i++)
    {
      g_autofree char *end = g_strdup_printf ("-%u", i);
      const glong room = MAX_SLUG - (glong) strlen (end);
      g_autofree char *start = g_utf8_substring (base, 0, MIN (g_utf8_strlen (base, -1), room));

      g_free (slug);
      slug = g_strconcat (start, end, NULL);
    }
  return g_steal_pointer (&slug);
}

static void
write_name (const Entry *entry)
{
  const char *title = ff_schedule_get_title (entry->writing->schedule, entry->meeting);
  const char *slug = ff_meeting_get_text (entry->meeting, FF_MEETING_SLUG);
  g_autofree char *given
      = ff_listing_writing_give_slug (entry->writing,
                                      *slug != '\0' ? slug : ff_meeting_get_uid (entry->meeting));

  set_text (entry, "name", *title != '\0' ? title : _ ("Meeting"));
  json_object_set_string_member (entry->object, "slug", given);
}

/* (nullable) */
static JsonNode *
parse_extra (FfMeeting *meeting)
{
  const char *text = ff_meeting_get_text (meeting, FF_MEETING_EXTRA);
  g_autoptr (JsonNode) root = *text != '\0' ? json_from_string (text, NULL) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&root) : NULL;
}

/* (nullable) */
static JsonObject *
find_rest (JsonNode *extra, const char *key)
{
  JsonNode *node
      = extra != NULL ? json_object_get_member (json_node_get_object (extra), key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * ff_listing_writing_build:
 * @days: (out): on which days of the week
 *
 * Returns: (transfer full) (nullable): what the list says of @meeting, without “day”; %NULL, with a remark, where it is left out
 */
JsonObject *
ff_listing_writing_build (FfListingWriting *self, FfMeeting *meeting, guint *days)
{
  FfListingRhythm rhythm;
  g_autofree char *note = NULL;
  g_autoptr (JsonNode) extra = NULL;
  Entry entry = { self, meeting, ff_meeting_get_venue (meeting), NULL, NULL, NULL };

  if (!ff_listing_rhythm_find (&rhythm, self->schedule, meeting, &self->today, self->remarks))
    return NULL;
  note = rhythm.note;
  *days = rhythm.days;
  extra = parse_extra (meeting);
  entry.group = ff_schedule_find_group (self->schedule, ff_meeting_get_group (meeting));
  entry.rest = find_rest (extra, self->extra);
  entry.object = json_object_new ();
  write_name (&entry);
  write_when (&entry);
  write_place (&entry);
  write_joining (&entry);
  write_types (&entry);
  write_notes (&entry, note);
  write_group (&entry);
  write_updated (&entry);
  write_rest (&entry);
  return entry.object;
}
