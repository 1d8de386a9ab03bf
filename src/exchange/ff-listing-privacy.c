/* ff-listing-privacy.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a listing's own fields may leave: contacts by their first names alone, nothing that opens a door.
 */

#include "ff-listing-privacy.h"

#include <string.h>

#include "ff-listing-text.h"

#define MIN_PASSCODE 4

/* Parts of the keys that hold what is private, or may. */
static const char *const private_words[]
    = { "contact",   "email",   "e_mail",   "author", "editor",  "edited",
        "user",      "pass",    "pwd",      "secret", "private", "admin",
        "last_name", "surname", "feedback", "remark", "host_key" };

/* A group's own, which it puts into lists itself. */
static const char *const public_keys[] = { "email", NULL };

static gboolean
is_private (const char *lower)
{
  if (g_strv_contains (public_keys, lower))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (private_words); i++)
    {
      if (strstr (lower, private_words[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_contact_name (const char *lower)
{
  return g_str_has_prefix (lower, "contact") && strstr (lower, "name") != NULL
         && strstr (lower, "last") == NULL && strstr (lower, "email") == NULL;
}

static JsonNode *
filter_text (const char *lower, const char *text)
{
  g_autofree char *allowed = NULL;
  JsonNode *node;

  if (is_contact_name (lower))
    allowed = ff_listing_text_first_name (text);
  else if (!is_private (lower))
    allowed = ff_listing_text_hide_passcodes (text);
  if (allowed == NULL || *allowed == '\0')
    return NULL;
  node = json_node_alloc ();
  json_node_init_string (node, allowed);
  return node;
}

static JsonNode *
filter_object (JsonObject *object)
{
  g_autoptr (JsonObject) filtered = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      JsonNode *allowed = ff_listing_privacy_filter (key, value);

      if (allowed != NULL)
        json_object_set_member (filtered, key, allowed);
    }
  if (json_object_get_size (filtered) == 0)
    return NULL;
  return json_node_init_object (json_node_alloc (), filtered);
}

static JsonNode *
filter_array (const char *key, JsonArray *array)
{
  g_autoptr (JsonArray) filtered = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *allowed = ff_listing_privacy_filter (key, json_array_get_element (array, i));

      if (allowed != NULL)
        json_array_add_element (filtered, allowed);
    }
  if (json_array_get_length (filtered) == 0)
    return NULL;
  return json_node_init_array (json_node_alloc (), filtered);
}

/**
 * ff_listing_privacy_filter:
 * @key: under which the value stands in the listing
 *
 * Returns: (transfer full) (nullable): what of @value may leave; %NULL where nothing may
 */
JsonNode *
ff_listing_privacy_filter (const char *key, JsonNode *value)
{
  g_autofree char *lower = g_strdelimit (g_ascii_strdown (key, -1), " -", '_');

  if (JSON_NODE_HOLDS_NULL (value))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (value))
    return is_private (lower) ? NULL : filter_object (json_node_get_object (value));
  if (JSON_NODE_HOLDS_ARRAY (value))
    return is_private (lower) ? NULL : filter_array (key, json_node_get_array (value));
  if (json_node_get_value_type (value) == G_TYPE_STRING)
    return filter_text (lower, json_node_get_string (value));
  return is_private (lower) ? NULL : json_node_copy (value);
}

/**
 * ff_listing_privacy_publish:
 * @venue: where a meeting is
 * @text: what is said of it
 *
 * Returns: (transfer full): @text as everybody may read it: neither with the passcode nor with links that hold one
 */
char *
ff_listing_privacy_publish (FfVenue *venue, const char *text)
{
  const char *passcode = ff_venue_get_text (venue, FF_VENUE_PASSCODE);
  g_autofree char *hidden = ff_listing_text_hide_passcodes (text);
  g_autoptr (GString) without = g_string_new (hidden);

  if (strlen (passcode) >= MIN_PASSCODE)
    g_string_replace (without, passcode, "…", 0);
  return g_string_free_and_steal (g_steal_pointer (&without));
}

static void
publish_venue (FfVenue *venue)
{
  g_autofree char *link = ff_venue_make_public_link (venue);
  g_autofree char *phone = ff_venue_make_public_phone (venue);
  g_autofree char *named = NULL;
  g_autofree char *note
      = ff_listing_text_split_passcode (ff_venue_get_text (venue, FF_VENUE_LINK_NOTE), &named);

  ff_venue_set_text (venue, FF_VENUE_LINK, link);
  ff_venue_set_text (venue, FF_VENUE_PHONE, phone);
  ff_venue_set_text (venue, FF_VENUE_LINK_NOTE, note);
  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    {
      g_autofree char *text
          = ff_listing_privacy_publish (venue, ff_venue_get_text (venue, (FfVenueText) i));

      if (i != FF_VENUE_PASSCODE)
        ff_venue_set_text (venue, (FfVenueText) i, text);
    }
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, NULL);
}

/**
 * ff_listing_privacy_publish_meeting:
 * @meeting: a meeting
 *
 * Returns: (transfer full): a copy, with the same key, of which everybody may read all but the remarks
 */
FfMeeting *
ff_listing_privacy_publish_meeting (FfMeeting *meeting)
{
  FfMeeting *public = ff_meeting_copy (meeting);
  FfVenue *venue = ff_meeting_get_venue (meeting);
  g_autofree char *title = ff_listing_privacy_publish (venue, ff_meeting_get_title (meeting));
  g_autofree char *notes
      = ff_listing_privacy_publish (venue, ff_meeting_get_text (meeting, FF_MEETING_NOTES));

  ff_meeting_set_title (public, title);
  ff_meeting_set_text (public, FF_MEETING_NOTES, notes);
  publish_venue (ff_meeting_get_venue (public));
  return public;
}

/**
 * ff_listing_privacy_publish_override:
 * @meeting: the meeting, as it is
 * @override: what is different on one of its dates
 *
 * Returns: (transfer full): a copy that everybody may read
 */
FfOverride *
ff_listing_privacy_publish_override (FfMeeting *meeting, FfOverride *override)
{
  FfOverride *public = ff_override_copy (override);
  FfVenue *venue = ff_meeting_get_venue (meeting);
  const char *link = ff_override_get_link (override);
  const char *note = ff_override_get_note (override);
  g_autofree char *public_link = link != NULL ? ff_listing_privacy_publish (venue, link) : NULL;
  g_autofree char *public_note = ff_listing_privacy_publish (venue, note);

  ff_override_set_link (public, public_link);
  ff_override_set_note (public, public_note);
  return public;
}
