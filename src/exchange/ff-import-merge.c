/* ff-import-merge.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of a file and what is stored make together; for ff-import-plan.c.
 */

#include "ff-config.h"

#include "ff-import-merge.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "ff-listing-privacy.h"
#include "ff-recurrence.h"

static gboolean
is_same_time_of_day (const FfWallTime *a, const FfWallTime *b)
{
  return a->hour == b->hour && a->minute == b->minute;
}

/* The weekdays on which a meeting can be, as bits 1 to 7. */
static guint
find_weekdays (FfMeeting *meeting)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  const FfWallTime until = ff_wall_time_add_days (start, 400);
  g_autoptr (GArray) dates
      = ff_recurrence_expand (ff_meeting_get_rule (meeting), start, start, &until, 60, NULL);
  guint weekdays = 0;

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    weekdays |= 1u << ff_wall_time_get_weekday (&g_array_index (dates, FfWallTime, i));
  return weekdays;
}

/* A listing knows weekdays and hours only, of a meeting by appointment nothing: where those are the same, what is stored stays. */
static void
keep_rhythm (FfMeeting *meeting, FfMeeting *before)
{
  const gboolean by_appointment = ff_meeting_get_by_appointment (meeting);

  if (by_appointment != ff_meeting_get_by_appointment (before))
    return;
  if (by_appointment)
    ff_meeting_set_minutes (meeting, ff_meeting_get_minutes (before));
  else if (!is_same_time_of_day (ff_meeting_get_start (meeting), ff_meeting_get_start (before))
           || find_weekdays (meeting) != find_weekdays (before))
    return;
  ff_meeting_set_start (meeting, ff_meeting_get_start (before));
  ff_meeting_set_rule (meeting, ff_meeting_get_rule (before));
}

/* “O” and “C”, open and closed, stand in every row; here only where the meeting is otherwise than its group. */
static void
keep_open (FfMeeting *meeting, FfMeeting *before, FfGroup *group)
{
  const char *own = ff_group_get_open (group) ? "O" : "C";
  const char *const *types = ff_meeting_get_types (meeting);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) others = NULL;

  if (ff_meeting_has_type (before, "O") || ff_meeting_has_type (before, "C"))
    return;
  for (gsize i = 0; types[i] != NULL; i++)
    {
      if (!g_str_equal (types[i], own))
        g_strv_builder_add (builder, types[i]);
    }
  others = g_strv_builder_end (builder);
  ff_meeting_set_types (meeting, (const char *const *) others);
}

/* What the row says because the group says it is not the meeting’s own. */
static void
keep_of_group (FfMeeting *meeting, FfMeeting *before, FfGroup *group)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);

  if (*ff_venue_get_text (ff_meeting_get_venue (before), FF_VENUE_REGION) == '\0'
      && g_str_equal (ff_venue_get_text (venue, FF_VENUE_REGION),
                      ff_group_get_text (group, FF_GROUP_REGION)))
    ff_venue_set_text (venue, FF_VENUE_REGION, "");
  keep_open (meeting, before, group);
}

static void
keep_private (FfMeeting *meeting, FfMeeting *before)
{
  if (*ff_meeting_get_text (meeting, FF_MEETING_REMARKS) == '\0')
    ff_meeting_set_text (meeting, FF_MEETING_REMARKS,
                         ff_meeting_get_text (before, FF_MEETING_REMARKS));
  if (ff_meeting_get_pauses (meeting) == NULL)
    ff_meeting_set_pauses (meeting, ff_meeting_get_pauses (before));
}

static JsonNode *
parse_extra (const char *extra)
{
  g_autoptr (JsonNode) root = *extra != '\0' ? json_from_string (extra, NULL) : NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return g_steal_pointer (&root);
}

static void
copy_member (JsonObject *object, const char *name, JsonNode *value, gpointer into)
{
  json_object_set_member (into, name, json_node_copy (value));
}

/* Contacts were left out of what was given away: where it is the same but for them, they stay. */
static void
merge_member (JsonObject *object, const char *name, JsonNode *value, gpointer into)
{
  JsonNode *stored = json_object_get_member (into, name);
  JsonNode *given = stored != NULL ? ff_listing_privacy_filter (name, stored) : NULL;

  if (given == NULL || !json_node_equal (given, value))
    copy_member (object, name, value, into);
  g_clear_pointer (&given, json_node_unref);
}

/* What other formats said stays beside what this one says now. */
static char *
merge_extra (const char *said, const char *stored)
{
  g_autoptr (JsonNode) now = parse_extra (said);
  g_autoptr (JsonNode) before = parse_extra (stored);
  g_autoptr (JsonObject) all = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  if (before == NULL)
    return g_strdup (said);
  json_object_foreach_member (json_node_get_object (before), copy_member, all);
  if (now != NULL)
    json_object_foreach_member (json_node_get_object (now), merge_member, all);
  json_node_set_object (root, all);
  return json_to_string (root, FALSE);
}

/* A passcode in what is stored was left out of what was given away. */
static void
keep_passcodes (FfMeeting *meeting, FfMeeting *before)
{
  g_autoptr (FfMeeting) public = ff_listing_privacy_publish_meeting (before);
  FfVenue *venue = ff_meeting_get_venue (meeting);
  FfVenue *stored = ff_meeting_get_venue (before);
  const char *notes = ff_meeting_get_text (meeting, FF_MEETING_NOTES);

  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    {
      const char *given = ff_venue_get_text (ff_meeting_get_venue (public), (FfVenueText) i);

      if (g_str_equal (ff_venue_get_text (venue, (FfVenueText) i), given))
        ff_venue_set_text (venue, (FfVenueText) i, ff_venue_get_text (stored, (FfVenueText) i));
    }
  if (g_str_equal (notes, ff_meeting_get_text (public, FF_MEETING_NOTES)))
    ff_meeting_set_text (meeting, FF_MEETING_NOTES, ff_meeting_get_text (before, FF_MEETING_NOTES));
}

/*< private >
 * ff_import_merge_meeting:
 * @said: what the row says
 * @before: (nullable): what is stored
 * @format: of the file
 * @schedule: in which it is stored
 *
 * Returns: (transfer full): the meeting as it becomes, with the key that is stored
 */
FfMeeting *
ff_import_merge_meeting (FfMeeting *said, FfMeeting *before, FfFormat format, FfSchedule *schedule)
{
  g_autofree char *extra = NULL;
  FfGroup *group;
  FfMeeting *meeting;

  if (before == NULL)
    return ff_meeting_copy (said);

  meeting = ff_meeting_copy_as (said, ff_meeting_get_uid (before));
  extra = merge_extra (ff_meeting_get_text (said, FF_MEETING_EXTRA),
                       ff_meeting_get_text (before, FF_MEETING_EXTRA));
  ff_meeting_set_text (meeting, FF_MEETING_EXTRA, extra);
  ff_meeting_set_text (meeting, FF_MEETING_SLUG, ff_meeting_get_text (before, FF_MEETING_SLUG));
  if (format != FF_FORMAT_ICALENDAR)
    {
      group = ff_schedule_find_group (schedule, ff_meeting_get_group (before));
      keep_rhythm (meeting, before);
      if (group != NULL)
        keep_of_group (meeting, before, group);
      ff_meeting_set_sequence (meeting, ff_meeting_get_sequence (before));
    }
  keep_private (meeting, before);
  keep_passcodes (meeting, before);
  return meeting;
}

static FfOverride *
find_override (GPtrArray *overrides, const FfWallTime *rule_time)
{
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);

      if (ff_wall_time_compare (ff_override_get_rule_time (override), rule_time) == 0)
        return override;
    }
  return NULL;
}

static gboolean
is_same_override (FfOverride *a, FfOverride *b)
{
  const FfWallTime *start_a = ff_override_get_start (a), *start_b = ff_override_get_start (b);

  return ff_override_get_cancelled (a) == ff_override_get_cancelled (b)
         && (start_a == NULL) == (start_b == NULL)
         && (start_a == NULL || ff_wall_time_compare (start_a, start_b) == 0)
         && g_strcmp0 (ff_override_get_place (a), ff_override_get_place (b)) == 0
         && g_strcmp0 (ff_override_get_link (a), ff_override_get_link (b)) == 0
         && g_strcmp0 (ff_override_get_note (a), ff_override_get_note (b)) == 0;
}

/* A season off or a holiday says already that the date is not held. */
static gboolean
is_off_anyway (FfMeeting *meeting, FfOverride *said, FfSchedule *schedule)
{
  g_autoptr (FfOccurrence) plain = NULL;

  if (!ff_override_get_cancelled (said))
    return FALSE;
  plain = ff_occurrence_new (meeting, ff_override_get_rule_time (said), NULL,
                             ff_schedule_find_holidays (schedule, meeting), NULL);
  return plain != NULL && ff_occurrence_get_cancelled (plain);
}

/* Under the stored meeting's key; what the file cannot say stays as it is stored. */
static FfOverride *
rekey (FfOverride *said, FfMeeting *meeting, FfOverride *stored)
{
  FfOverride *override
      = ff_override_new (ff_meeting_get_uid (meeting), ff_override_get_rule_time (said));

  ff_override_set_cancelled (override, ff_override_get_cancelled (said));
  ff_override_set_start (override, ff_override_get_start (said));
  ff_override_set_place (override, ff_override_get_place (said));
  ff_override_set_link (override, ff_override_get_link (said));
  ff_override_set_note (override, ff_override_get_note (said));
  ff_override_set_sequence (override, ff_override_get_sequence (said));
  if (stored != NULL && ff_override_get_cancelled (said)
      && *ff_override_get_note (override) == '\0')
    ff_override_set_note (override, ff_override_get_note (stored));
  if (stored != NULL && !ff_override_get_cancelled (said))
    ff_override_set_held (override, ff_override_get_held (stored));
  return override;
}

/*< private >
 * ff_import_merge_overrides:
 * @said: (element-type FfOverride) (nullable): what the row says of single dates
 * @meeting: the meeting as it becomes
 *
 * Returns: (element-type FfOverride) (transfer full) (nullable): what of it makes a difference
 */
GPtrArray *
ff_import_merge_overrides (GPtrArray *said, FfMeeting *meeting, FfSchedule *schedule)
{
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *stored = ff_schedule_get_overrides (schedule, ff_meeting_get_uid (meeting));

  for (guint i = 0; said != NULL && i < said->len; i++)
    {
      FfOverride *new = g_ptr_array_index (said, i);
      FfOverride *old = find_override (stored, ff_override_get_rule_time (new));
      g_autoptr (FfOverride) override = NULL;

      if (old == NULL && is_off_anyway (meeting, new, schedule))
        continue;
      override = rekey (new, meeting, old);
      if (old == NULL || !is_same_override (old, override))
        g_ptr_array_add (merged, g_steal_pointer (&override));
    }
  return merged->len > 0 ? g_steal_pointer (&merged) : NULL;
}

/*< private >
 * ff_import_merge_list_dropped:
 * @said: (element-type FfOverride) (nullable): what the row says of single dates
 * @before: the stored meeting
 *
 * Returns: (element-type FfOverride) (transfer full) (nullable): cancelled and moved dates of which the file says no more
 *   that they are so
 */
GPtrArray *
ff_import_merge_list_dropped (GPtrArray *said, FfMeeting *before, FfSchedule *schedule)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *stored = ff_schedule_get_overrides (schedule, ff_meeting_get_uid (before));

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      FfOverride *override = g_ptr_array_index (stored, i);

      if ((ff_override_get_cancelled (override) || ff_override_get_start (override) != NULL)
          && find_override (said, ff_override_get_rule_time (override)) == NULL)
        g_ptr_array_add (dropped, g_object_ref (override));
    }
  return dropped->len > 0 ? g_steal_pointer (&dropped) : NULL;
}

static gboolean
differs_in_time (FfMeeting *a, FfMeeting *b)
{
  return ff_wall_time_compare (ff_meeting_get_start (a), ff_meeting_get_start (b)) != 0
         || ff_meeting_get_minutes (a) != ff_meeting_get_minutes (b)
         || ff_meeting_get_by_appointment (a) != ff_meeting_get_by_appointment (b)
         || g_strcmp0 (ff_meeting_get_zone (a), ff_meeting_get_zone (b)) != 0;
}

static gboolean
differs_in_texts (FfVenue *a, FfVenue *b, FfVenueText first, FfVenueText last)
{
  for (guint i = first; i <= last; i++)
    {
      if (!g_str_equal (ff_venue_get_text (a, (FfVenueText) i),
                        ff_venue_get_text (b, (FfVenueText) i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
differs_in_position (FfVenue *a, FfVenue *b)
{
  g_autoptr (FfVenue) moved = ff_venue_copy (a);
  double latitude, longitude;

  if (ff_venue_get_position (b, &latitude, &longitude))
    ff_venue_set_position (moved, latitude, longitude);
  else
    ff_venue_clear_position (moved);
  return !ff_venue_equal (a, moved);
}

static gboolean
differs_in_extra (FfMeeting *a, FfMeeting *b)
{
  g_autoptr (JsonNode) first = parse_extra (ff_meeting_get_text (a, FF_MEETING_EXTRA));
  g_autoptr (JsonNode) second = parse_extra (ff_meeting_get_text (b, FF_MEETING_EXTRA));

  if (first == NULL || second == NULL)
    return (first == NULL) != (second == NULL);
  return !json_node_equal (first, second);
}

static gboolean
differs_in_text (FfMeeting *a, FfMeeting *b, FfMeetingText text)
{
  return !g_str_equal (ff_meeting_get_text (a, text), ff_meeting_get_text (b, text));
}

/*< private >
 * ff_import_merge_describe:
 * @before: what is stored
 * @after: what it becomes
 * @overrides: (nullable): dates that become different
 * @dropped: (nullable): dates that become as the others
 *
 * Returns: (transfer full) (nullable): what becomes different, in the person's language; %NULL where nothing does
 */
char *
ff_import_merge_describe (FfMeeting *before,
                          FfMeeting *after,
                          GPtrArray *overrides,
                          GPtrArray *dropped)
{
  FfVenue *old = ff_meeting_get_venue (before), *new = ff_meeting_get_venue (after);
  g_autoptr (GStrvBuilder) things = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  const struct
  {
    gboolean differs;
    const char *name;
  } parts[] = {
    { g_strcmp0 (ff_meeting_get_title (before), ff_meeting_get_title (after)) != 0,
      C_ ("changed in a meeting", "name") },
    { g_strcmp0 (ff_meeting_get_group (before), ff_meeting_get_group (after)) != 0,
      C_ ("changed in a meeting", "group") },
    { differs_in_time (before, after), C_ ("changed in a meeting", "time") },
    { g_strcmp0 (ff_meeting_get_rule (before), ff_meeting_get_rule (after)) != 0,
      C_ ("changed in a meeting", "repetition") },
    { differs_in_texts (old, new, FF_VENUE_NAME, FF_VENUE_DISTRICT)
          || differs_in_position (old, new),
      C_ ("changed in a meeting", "place") },
    { ff_venue_get_mode (old) != ff_venue_get_mode (new)
          || differs_in_texts (old, new, FF_VENUE_LINK, FF_VENUE_PHONE_NOTE),
      C_ ("changed in a meeting", "how to join") },
    { !g_strv_equal (ff_meeting_get_types (before), ff_meeting_get_types (after)),
      C_ ("changed in a meeting", "types") },
    { differs_in_text (before, after, FF_MEETING_NOTES)
          || differs_in_text (before, after, FF_MEETING_REMARKS),
      C_ ("changed in a meeting", "notes") },
    { overrides != NULL || dropped != NULL, C_ ("changed in a meeting", "single dates") },
    { differs_in_extra (before, after), C_ ("changed in a meeting", "further fields of the file") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].differs)
        g_strv_builder_add (things, parts[i].name);
    }
  all = g_strv_builder_end (things);
  /* Translators: between the things that changed, as in “time, place” */
  return *all != NULL ? g_strjoinv (_ (", "), all) : NULL;
}
