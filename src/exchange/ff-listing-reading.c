/* ff-listing-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a listing, by the keys of Meeting Guide JSON, becomes a meeting; or the reason why not.
 */

#include "ff-config.h"

#include "ff-listing-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-json-rows.h"
#include "ff-listing-place.h"
#include "ff-listing-text.h"
#include "ff-listing-types.h"

#define MAX_PLACE 1000
#define MAX_LINK 2000
#define MAX_NOTE 10000
#define MAX_NOTES 100000
#define MAX_EMAIL 320
#define MAX_SLUG 255
#define MAX_TYPES 300
#define MAX_EXTRA 100000

/**
 * ff_listing_reading_init:
 * @self: what the rows of one file share
 * @extra: the key of what has no place here
 * @find_type: how the format calls types
 */
void
ff_listing_reading_init (FfListingReading *self,
                         FfImport *import,
                         const FfImportDefaults *defaults,
                         const char *extra,
                         FfListingFindType find_type)
{
  self->import = import;
  self->defaults = defaults;
  self->extra = extra;
  self->find_type = find_type;
  self->slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ff_listing_reading_clear:
 * @self: of which nothing is needed any more
 */
void
ff_listing_reading_clear (FfListingReading *self)
{
  g_clear_pointer (&self->slugs, g_hash_table_unref);
  g_clear_pointer (&self->zones, g_hash_table_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
}

static void
read_venue_text (FfListingFields *fields,
                 FfVenue *venue,
                 FfVenueText which,
                 const char *key,
                 gboolean one_line,
                 glong max_letters)
{
  g_autofree char *text = ff_listing_fields_take_text (fields, key, one_line, max_letters);

  ff_venue_set_text (venue, which, text);
}

/* Several fields are one text here. They stay for the way back where they say more than it. */
static void
read_joined (FfListingFields *fields,
             FfVenue *venue,
             FfVenueText which,
             const char *const *keys,
             char *(*join) (JsonObject *),
             glong max_letters)
{
  g_autofree char *text = join (fields->object);
  g_autofree char *cut = NULL;
  gboolean alone = TRUE;

  for (gsize i = 1; keys[i] != NULL; i++)
    {
      g_autofree char *part = ff_listing_fields_peek_text (fields, keys[i]);
      JsonNode *node = ff_listing_fields_get (fields, keys[i]);

      alone = alone && *part == '\0' && (node == NULL || JSON_NODE_HOLDS_VALUE (node));
    }
  if (alone)
    ff_listing_fields_take (fields, keys[0]);
  if (g_utf8_strlen (text, -1) > max_letters)
    {
      ff_import_row_remark (fields->row, _ ("“%s” is longer than %ld letters and was cut there."),
                            keys[0], max_letters);
      cut = g_utf8_substring (text, 0, max_letters);
    }
  ff_venue_set_text (venue, which, cut != NULL ? cut : text);
}

static void
read_position (FfListingFields *fields, FfVenue *venue)
{
  double latitude, longitude;

  if (ff_listing_fields_get (fields, "latitude") == NULL
      && ff_listing_fields_get (fields, "longitude") == NULL)
    return;
  if (ff_listing_fields_get_number (fields, "latitude", &latitude)
      && ff_listing_fields_get_number (fields, "longitude", &longitude)
      && ff_venue_set_position (venue, latitude, longitude))
    {
      ff_listing_fields_take (fields, "latitude");
      ff_listing_fields_take (fields, "longitude");
    }
  else
    ff_import_row_remark (fields->row,
                          _ ("Its latitude and longitude are no place on the earth and were left "
                             "aside."));
}

static void
read_joining (FfListingFields *fields, FfVenue *venue)
{
  g_autofree char *note = NULL;
  g_autofree char *without = NULL;
  g_autofree char *passcode = NULL;

  read_venue_text (fields, venue, FF_VENUE_LINK, "conference_url", TRUE, MAX_LINK);
  read_venue_text (fields, venue, FF_VENUE_PHONE, "conference_phone", TRUE, FF_LISTING_MAX_NAME);
  read_venue_text (fields, venue, FF_VENUE_PHONE_NOTE, "conference_phone_notes", FALSE, MAX_NOTE);
  note = ff_listing_fields_take_text (fields, "conference_url_notes", FALSE, MAX_NOTE);
  without = ff_listing_text_split_passcode (note, &passcode);
  if (passcode != NULL && strlen (passcode) > FF_LISTING_MAX_NAME)
    g_clear_pointer (&passcode, g_free);
  ff_venue_set_text (venue, FF_VENUE_LINK_NOTE, passcode != NULL ? without : note);
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, passcode);
}

static void
read_location (FfListingFields *fields, FfVenue *venue)
{
  g_autofree char *location = ff_listing_fields_take_text (fields, "location", TRUE, MAX_PLACE);
  char *mark = g_strrstr (location, FF_LISTING_ROOM_MARK);
  const char *room = mark != NULL ? mark + strlen (FF_LISTING_ROOM_MARK) : "";

  if (*room != '\0' && g_utf8_strlen (room, -1) <= FF_LISTING_MAX_NAME)
    {
      *mark = '\0';
      ff_venue_set_text (venue, FF_VENUE_ROOM, room);
    }
  ff_venue_set_text (venue, FF_VENUE_NAME, location);
}

static void
read_venue (FfListingFields *fields, FfMeeting *meeting)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);

  read_location (fields, venue);
  read_venue_text (fields, venue, FF_VENUE_ACCESS, "location_notes", FALSE, MAX_NOTE);
  read_joined (fields, venue, FF_VENUE_ADDRESS, ff_listing_address_keys,
               ff_listing_place_join_address, MAX_PLACE);
  read_joined (fields, venue, FF_VENUE_REGION, ff_listing_region_keys, ff_listing_place_find_region,
               FF_LISTING_MAX_NAME);
  read_position (fields, venue);
  read_joining (fields, venue);
  ff_venue_set_mode (venue, ff_venue_guess_mode (venue));
}

/* “TC”, the room is closed for now, stands in listings for a meeting that has a room and is online only. */
static void
apply_closed_room (FfVenue *venue, GPtrArray *codes)
{
  guint position;

  if (ff_venue_get_mode (venue) != FF_MODE_HYBRID
      || !g_ptr_array_find_with_equal_func (codes, "TC", g_str_equal, &position))
    return;
  ff_venue_set_mode (venue, *ff_venue_get_text (venue, FF_VENUE_LINK) != '\0' ? FF_MODE_ONLINE
                                                                              : FF_MODE_PHONE);
  g_ptr_array_remove_index (codes, position);
}

static void
keep_unknown_types (FfListingFields *fields, GPtrArray *unknown)
{
  JsonArray *left = json_array_new ();

  for (guint i = 0; i < unknown->len; i++)
    {
      json_array_add_string_element (left, g_ptr_array_index (unknown, i));
      ff_import_row_remark (fields->row,
                            _ ("“%s” is no type that is known here; it stays for the way back."),
                            (const char *) g_ptr_array_index (unknown, i));
    }
  json_object_set_array_member (fields->object, "types", left);
}

/* (nullable) */
static const char *
look_up_type (FfListingReading *self, const char *text)
{
  gpointer code;

  if (!g_hash_table_lookup_extended (self->types, text, NULL, &code))
    {
      code = (gpointer) self->find_type (text);
      g_hash_table_insert (self->types, g_strdup (text), code);
    }
  return code;
}

static void
read_types (FfListingReading *self, FfListingFields *fields, FfMeeting *meeting)
{
  g_auto (GStrv) texts = ff_listing_fields_list_texts (fields, "types");
  g_autoptr (GPtrArray) codes = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();

  for (char **text = texts; *text != NULL && codes->len + unknown->len < MAX_TYPES; text++)
    {
      const char *code = look_up_type (self, *text);

      if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) code);
      else if (code == NULL && !ff_listing_types_is_mode (*text))
        g_ptr_array_add (unknown, *text);
    }
  apply_closed_room (ff_meeting_get_venue (meeting), codes);
  ff_meeting_set_types (meeting, (const char *const *) codes->pdata);
  if (unknown->len > 0)
    keep_unknown_types (fields, unknown);
  else
    ff_listing_fields_take (fields, "types");
}

/* Without the sentence that this program writes where a list cannot say how often. */
static char *
read_notes (FfListingFields *fields)
{
  g_autofree char *notes = ff_listing_fields_take_text (fields, "notes", FALSE, MAX_NOTES);
  const char *end;

  if (!g_str_has_prefix (notes, FF_LISTING_NOTE_MARK))
    return g_steal_pointer (&notes);
  end = strchr (notes, '\n');
  return g_strdup (end != NULL ? end + strspn (end, "\n") : "");
}

static void
read_group (FfListingReading *self, FfListingFields *fields, FfMeeting *meeting)
{
  static const struct
  {
    const char *key;
    FfGroupText text;
    glong max_letters;
  } texts[] = {
    { "group_notes", FF_GROUP_NOTES, MAX_NOTES },
    { "website", FF_GROUP_WEBSITE, MAX_LINK },
    { "email", FF_GROUP_EMAIL, MAX_EMAIL },
    { "phone", FF_GROUP_PHONE, FF_LISTING_MAX_NAME },
    { "district", FF_GROUP_DISTRICT, FF_LISTING_MAX_NAME },
  };
  g_autofree char *name = ff_listing_fields_take_text (fields, "group", TRUE, FF_LISTING_MAX_NAME);
  FfGroup *group;

  if (*name == '\0')
    return;
  group = fields->row->group = ff_group_new (NULL);
  ff_group_set_name (group, name);
  ff_group_set_zone (group, ff_meeting_get_zone (meeting));
  ff_group_set_open (group, !ff_meeting_has_type (meeting, "C"));
  if (self->defaults->programme != NULL)
    ff_group_set_programme (group, self->defaults->programme);
  if (self->defaults->language != NULL)
    ff_group_set_language (group, self->defaults->language);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text
          = ff_listing_fields_take_text (fields, texts[i].key, texts[i].text != FF_GROUP_NOTES,
                                         texts[i].max_letters);

      ff_group_set_text (group, texts[i].text, text);
    }
  if (g_str_equal (ff_meeting_get_title (meeting), name))
    ff_meeting_set_title (meeting, "");
}

static void
read_updated (FfListingFields *fields, FfMeeting *meeting)
{
  g_autofree char *text = ff_listing_fields_peek_text (fields, "updated");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) > 10 && text[10] == ' ')
    text[10] = 'T';
  time = g_date_time_new_from_iso8601 (text, utc);
  if (time == NULL)
    return;
  ff_listing_fields_take (fields, "updated");
  ff_meeting_set_modified (meeting, g_date_time_to_unix_usec (time));
}

static void
keep_rest (FfListingReading *self, FfListingFields *fields, FfMeeting *meeting)
{
  JsonObject *rest = ff_listing_fields_get_rest (fields);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JsonObject *extra;

  if (rest == NULL)
    return;
  extra = json_object_new ();
  json_object_set_object_member (extra, self->extra, rest);
  root = json_node_init_object (json_node_alloc (), extra);
  json_object_unref (extra);
  text = json_to_string (root, FALSE);
  if (g_utf8_strlen (text, -1) <= MAX_EXTRA)
    ff_meeting_set_text (meeting, FF_MEETING_EXTRA, text);
  else
    ff_import_row_remark (fields->row,
                          _ ("It says more in fields of its own than can be kept; they were left "
                             "aside."));
}

static char *
make_slug (FfListingReading *self, const char *name, FfMeeting *meeting)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr (GString) slug = g_string_new (NULL);
  g_autofree char *base = NULL;

  for (const char *c = ascii; *c != '\0' && slug->len < 48; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (slug, g_ascii_tolower (*c));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  if (!ff_meeting_get_by_appointment (meeting))
    g_string_append_printf (slug, "-%d-%02d%02d", ff_wall_time_get_weekday (start), start->hour,
                            start->minute);
  base = g_strdup (slug->str);
  for (guint i = 2; g_hash_table_contains (self->slugs, slug->str); i++)
    g_string_printf (slug, "%s-%u", base, i);
  return g_strdup (slug->str);
}

/* FALSE where the row was refused: two of one slug would be one meeting at the next import. */
static gboolean
read_slug (FfListingReading *self, FfListingFields *fields, const char *name, FfMeeting *meeting)
{
  g_autofree char *slug
      = ff_listing_fields_take_text (fields, "slug", TRUE, FF_LISTING_MAX_NAME * 10);
  guint line;

  if (g_utf8_strlen (slug, -1) > MAX_SLUG)
    {
      ff_import_row_refuse (fields->row, _ ("Its “slug” is longer than %d letters. Shorten it."),
                            MAX_SLUG);
      return FALSE;
    }
  line = GPOINTER_TO_UINT (g_hash_table_lookup (self->slugs, slug));
  if (line != 0)
    {
      ff_import_row_refuse (fields->row,
                            _ ("Its “slug” is “%s”, as is that of line %u. Give each its own."),
                            slug, line);
      return FALSE;
    }
  if (*slug == '\0')
    {
      g_free (slug);
      slug = make_slug (self, name, meeting);
    }
  ff_meeting_set_text (meeting, FF_MEETING_SLUG, slug);
  g_hash_table_insert (self->slugs, g_steal_pointer (&slug), GUINT_TO_POINTER (fields->row->line));
  return TRUE;
}

static void
read_row (FfListingReading *self, FfListingFields *fields)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new (NULL);
  g_autofree char *name = ff_listing_fields_take_text (fields, "name", TRUE, FF_LISTING_MAX_NAME);
  g_autofree char *notes = NULL;

  g_free (fields->row->title);
  fields->row->title
      = *name != '\0' ? g_strdup (name) : ff_listing_fields_peek_text (fields, "slug");
  if (*name == '\0')
    {
      ff_import_row_refuse (fields->row, _ ("It has no name. Write one in “name”."));
      return;
    }
  ff_meeting_set_title (meeting, name);
  ff_listing_reading_take_zone (self, fields, meeting);
  if (!ff_listing_reading_take_when (fields, meeting) || !read_slug (self, fields, name, meeting))
    return;
  read_venue (fields, meeting);
  read_types (self, fields, meeting);
  notes = read_notes (fields);
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, notes);
  read_group (self, fields, meeting);
  read_updated (fields, meeting);
  keep_rest (self, fields, meeting);
  fields->row->meeting = g_steal_pointer (&meeting);
}

/**
 * ff_listing_reading_add:
 * @line: where the row begins
 * @object: what it says, by the keys of Meeting Guide JSON; changed
 *
 * Adds a row to the import: a meeting, or why there is none.
 */
void
ff_listing_reading_add (FfListingReading *self, guint line, JsonObject *object)
{
  FfImportRow *row = ff_import_add (self->import, line, NULL);
  g_autoptr (FfListingFields) fields = ff_listing_fields_new (row, object);

  read_row (self, fields);
}

static void
add_json (FfListingReading *self,
          const FfJsonRow *place,
          JsonParser *parser,
          JsonObject *(*translate) (JsonObject *object))
{
  g_autofree char *reason = NULL;
  JsonObject *object = ff_json_row_parse (place, parser, &reason);
  g_autoptr (JsonObject) translated = NULL;

  if (object == NULL)
    {
      g_autofree char *title = g_strdup_printf (_ ("Line %u"), place->line);

      ff_import_row_refuse (ff_import_add (self->import, place->line, title), "%s", reason);
      return;
    }
  translated = translate != NULL ? translate (object) : json_object_ref (object);
  ff_listing_reading_add (self, place->line, translated);
}

/**
 * ff_listing_reading_read_json:
 * @bytes: a file
 * @name: the member with the list, where the file is an object
 * @translate: (nullable): gives the same by the keys of Meeting Guide
 *
 * Adds all rows of the file.
 *
 * Returns: %FALSE with an error where its rows cannot be told apart, or somebody cancelled
 */
gboolean
ff_listing_reading_read_json (FfListingReading *self,
                              GBytes *bytes,
                              const char *name,
                              JsonObject *(*translate) (JsonObject *object),
                              GCancellable *cancellable,
                              FfImportProgress progress,
                              gpointer progress_data,
                              GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GArray) places = ff_json_rows_find (text, length, name, error);
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      if (!ff_import_go_on (self->import, (double) i / places->len, cancellable, progress,
                            progress_data, error))
        return FALSE;
      add_json (self, &g_array_index (places, FfJsonRow, i), parser, translate);
    }
  return places != NULL;
}
